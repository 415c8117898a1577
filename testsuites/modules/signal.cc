// tf.signal at its edges: windows of no length, frames longer than the signal, transforms of every kind.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
wave = tf.constant([1.0, -2.0, 3.0, 0.5, 4.0, -1.0, 2.0, 0.0])
)";

constexpr Use windows[] = {
    {"tf.signal.NAME: 0", "tf.signal.NAME(0)"},
    {"tf.signal.NAME: 1", "tf.signal.NAME(1)"},
    {"tf.signal.NAME: 4", "tf.signal.NAME(4)"},
    {"tf.signal.NAME: 5", "tf.signal.NAME(5)"},
    {"tf.signal.NAME: -1", "tf.signal.NAME(-1)"},
    {"tf.signal.NAME: 2.5", "tf.signal.NAME(2.5)"},
    {"tf.signal.NAME: a vector", "tf.signal.NAME([4])"},
    {"tf.signal.NAME: float64", "tf.signal.NAME(4, dtype=tf.float64)"},
    {"tf.signal.NAME: bfloat16", "tf.signal.NAME(4, dtype=tf.bfloat16)"},
    {"tf.signal.NAME: int32", "tf.signal.NAME(4, dtype=tf.int32)"},
    {"tf.signal.NAME: not periodic", "tf.signal.NAME(4, periodic=False)"},
    {"tf.signal.NAME: beta 0", "tf.signal.NAME(4, beta=0.0)"},
    {"tf.signal.stft: NAME", "tf.signal.stft(wave, 4, 2, window_fn=tf.signal.NAME)"},
    {"tf.signal.inverse_stft_window_fn: NAME", "tf.signal.inverse_stft_window_fn(2, tf.signal.NAME)(4)"},
    {"tf.signal.inverse_stft_window_fn: NAME, longer step", "tf.signal.inverse_stft_window_fn(6, tf.signal.NAME)(4)"},
    {"tf.signal.inverse_stft_window_fn: NAME, step 4", "tf.signal.inverse_stft_window_fn(4, tf.signal.NAME)(4)"},
    {"tf.signal.inverse_stft_window_fn: NAME, step 0", "tf.signal.inverse_stft_window_fn(0, tf.signal.NAME)(4)"},
};

constexpr Name named[] = {
    {"hann_window"}, {"hamming_window"}, {"kaiser_window"}, {"vorbis_window"}, {"kaiser_bessel_derived_window"},
};

constexpr Use transforms[] = {
    {"tf.signal.NAME: type 1", "tf.signal.NAME(wave, 1)"},
    {"tf.signal.NAME: type 2", "tf.signal.NAME(wave, 2)"},
    {"tf.signal.NAME: type 3", "tf.signal.NAME(wave, 3)"},
    {"tf.signal.NAME: type 4", "tf.signal.NAME(wave, 4)"},
    {"tf.signal.NAME: type 5", "tf.signal.NAME(wave, 5)"},
    {"tf.signal.NAME: orthogonal", "tf.signal.NAME(wave, norm='ortho')"},
    {"tf.signal.NAME: other norm", "tf.signal.NAME(wave, norm='backward')"},
    {"tf.signal.NAME: n 4", "tf.signal.NAME(wave, n=4)"},
    {"tf.signal.NAME: n 12", "tf.signal.NAME(wave, n=12)"},
    {"tf.signal.NAME: n 0", "tf.signal.NAME(wave, n=0)"},
    {"tf.signal.NAME: other axis", "tf.signal.NAME(wave[None], axis=0)"},
    {"tf.signal.NAME: float64", "tf.signal.NAME(tf.cast(wave, tf.float64))"},
    {"tf.signal.NAME: float16", "tf.signal.NAME(tf.cast(wave, tf.float16))"},
    {"tf.signal.NAME: integers", "tf.signal.NAME(tf.cast(wave, tf.int32))"},
    {"tf.signal.NAME: nothing", "tf.signal.NAME(wave[:0])"},
    {"tf.signal.NAME: one", "tf.signal.NAME(wave[:1])"},
};

constexpr Name cosines[] = {{"dct"}, {"idct"}};

constexpr Use others[] = {
    {"tf.signal.frame: longer than the signal", "tf.signal.frame(wave, 12, 2)"},
    {"tf.signal.frame: padded", "tf.signal.frame(wave, 12, 2, pad_end=True)"},
    {"tf.signal.frame: pad_value", "tf.signal.frame(wave, 5, 3, pad_end=True, pad_value=9.0)"},
    {"tf.signal.frame: length 0", "tf.signal.frame(wave, 0, 2)"},
    {"tf.signal.frame: step 0", "tf.signal.frame(wave, 4, 0)"},
    {"tf.signal.frame: step -1", "tf.signal.frame(wave, 4, -1)"},
    {"tf.signal.frame: nothing", "tf.signal.frame(wave[:0], 4, 2, pad_end=True)"},
    {"tf.signal.frame: text", "tf.signal.frame(['a', 'b', 'c'], 2, 1)"},
    {"tf.signal.overlap_and_add: plain", "tf.signal.overlap_and_add(tf.reshape(wave, [2, 4]), 2)"},
    {"tf.signal.overlap_and_add: longer step", "tf.signal.overlap_and_add(tf.reshape(wave, [2, 4]), 6)"},
    {"tf.signal.overlap_and_add: step 0", "tf.signal.overlap_and_add(tf.reshape(wave, [2, 4]), 0)"},
    {"tf.signal.overlap_and_add: a vector", "tf.signal.overlap_and_add(wave, 2)"},
    {"tf.signal.stft: pad_end", "tf.signal.stft(wave, 6, 4, pad_end=True)"},
    {"tf.signal.stft: fft_length", "tf.signal.stft(wave, 4, 2, fft_length=16)"},
    {"tf.signal.stft: shorter fft_length", "tf.signal.stft(wave, 4, 2, fft_length=2)"},
    {"tf.signal.stft: no window", "tf.signal.stft(wave, 4, 2, window_fn=None)"},
    {"tf.signal.stft: float64", "tf.signal.stft(tf.cast(wave, tf.float64), 4, 2)"},
    {"tf.signal.stft: nothing", "tf.signal.stft(wave[:0], 4, 2)"},
    {"tf.signal.inverse_stft: back", "tf.signal.inverse_stft(tf.signal.stft(wave, 4, 2), 4, 2)"},
    {"tf.signal.inverse_stft: back by its window",
     "tf.signal.inverse_stft(tf.signal.stft(wave, 4, 2), 4, 2, window_fn=tf.signal.inverse_stft_window_fn(2))"},
    {"tf.signal.mdct: plain", "tf.signal.mdct(wave, 4)"},
    {"tf.signal.mdct: odd length", "tf.signal.mdct(wave, 3)"},
    {"tf.signal.mdct: norm", "tf.signal.mdct(wave, 4, norm='ortho')"},
    {"tf.signal.mdct: padded", "tf.signal.mdct(wave, 6, pad_end=True)"},
    {"tf.signal.inverse_mdct: back", "tf.signal.inverse_mdct(tf.signal.mdct(wave, 4))"},
    {"tf.signal.linear_to_mel_weight_matrix: usual", "tf.signal.linear_to_mel_weight_matrix(4, 9)"},
    {"tf.signal.linear_to_mel_weight_matrix: float64", "tf.signal.linear_to_mel_weight_matrix(4, 9, dtype=tf.float64)"},
    {"tf.signal.linear_to_mel_weight_matrix: no bins", "tf.signal.linear_to_mel_weight_matrix(0, 9)"},
    {"tf.signal.linear_to_mel_weight_matrix: edges crossed",
     "tf.signal.linear_to_mel_weight_matrix(4, 9, lower_edge_hertz=3000.0, upper_edge_hertz=100.0)"},
    {"tf.signal.linear_to_mel_weight_matrix: too high",
     "tf.signal.linear_to_mel_weight_matrix(4, 9, upper_edge_hertz=9000.0)"},
    {"tf.signal.linear_to_mel_weight_matrix: tensors",
     "tf.signal.linear_to_mel_weight_matrix(tf.constant(4), tf.constant(9), tf.constant(8000))"},
    {"tf.signal.mfccs_from_log_mel_spectrograms: plain", "tf.signal.mfccs_from_log_mel_spectrograms(wave)"},
    {"tf.signal.mfccs_from_log_mel_spectrograms: nothing", "tf.signal.mfccs_from_log_mel_spectrograms(wave[:0])"},
    {"tf.signal.fftshift: axes", "tf.signal.fftshift(tf.reshape(wave, [2, 4]), axes=[0])"},
    {"tf.signal.fftshift: axis far away", "tf.signal.fftshift(wave, axes=[3])"},
    {"tf.signal.ifftshift: odd", "tf.signal.ifftshift(wave[:5])"},
};

}  // namespace

std::vector<Check> signal_checks() {
  return {check_of({.name = "signal_edges",
                    .module = "tf.signal",
                    .setup = setup,
                    .blocks = {{windows, named}, {transforms, cosines}, {others}},
                    .tolerance = {.ulps = 64, .absolute = 1e-5}})};
}

}  // namespace tfh::testsuites::modules
