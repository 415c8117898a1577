// Transforms of signals.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

std::vector<Case> fourier_cases() {
  std::vector<Case> cases;
  for (const char* dtype : {"complex64", "complex128"}) {
    const std::string prefix = std::string(dtype) + "/";
    for (const int size : {1, 7, 8}) {
      for (const char* name : {"fft", "ifft"})
        cases.push_back({prefix + name + " " + std::to_string(size),
                         std::string("tf.signal.") + name,
                         {pattern(dtype, {size}, 7, 11, -4)}});
    }
    cases.push_back({prefix + "fft2d", "tf.signal.fft2d", {pattern(dtype, {3, 4}, 7, 11, -4)}});
    cases.push_back({prefix + "fftshift", "tf.signal.fftshift", {pattern(dtype, {5}, 7, 11, -4)}});
  }
  for (const char* dtype : {"float32", "float64", "float16", "int32"}) {
    const std::string prefix = std::string(dtype) + "/";
    cases.push_back({prefix + "rfft", "tf.signal.rfft", {pattern(dtype, {8}, 7, 11, -4)}});
    cases.push_back({prefix + "rfft length", "tf.signal.rfft", {pattern(dtype, {8}, 7, 11, -4), list({5})}});
  }
  cases.push_back({"irfft", "tf.signal.irfft", {pattern("complex64", {5}, 7, 11, -4)}});
  cases.push_back({"fft of floats", "tf.signal.fft", {pattern("float32", {4}, 7, 11, -4)}});
  cases.push_back({"fft empty", "tf.signal.fft", {pattern("complex64", {0}, 7, 11, -4)}});
  cases.push_back({"fftnd", "tf.signal.fftnd", {pattern("complex64", {2, 4}, 7, 11, -4)}});
  return cases;
}

std::vector<Case> window_cases() {
  const Array signal = pattern("float32", {32}, 7, 11, -4);
  std::vector<Case> cases;
  for (const char* name :
       {"hann_window", "hamming_window", "kaiser_window", "vorbis_window", "kaiser_bessel_derived_window"}) {
    for (const int length : {1, 2, 7, 8})
      cases.push_back({std::string(name) + " " + std::to_string(length), std::string("tf.signal.") + name, {length}});
  }
  for (const int type : {1, 2, 3, 4})
    cases.push_back(
        {"dct " + std::to_string(type), "tf.signal.dct", {pattern("float32", {6}, 7, 11, -4)}, {{"type", type}}});
  for (Case& row : std::vector<Case>{
           {"dct norm", "tf.signal.dct", {pattern("float32", {6}, 7, 11, -4)}, {{"norm", "ortho"}}},
           {"dct type 5", "tf.signal.dct", {signal}, {{"type", 5}}},
           {"idct", "tf.signal.idct", {pattern("float32", {6}, 7, 11, -4)}},
           {"stft", "tf.signal.stft", {signal, 8, 4}},
           {"stft padded", "tf.signal.stft", {signal, 10, 7}, {{"pad_end", true}}},
           {"frame", "tf.signal.frame", {signal, 8, 8}},
           {"frame too long", "tf.signal.frame", {signal, 40, 8}},
           {"overlap_and_add", "tf.signal.overlap_and_add", {pattern("float32", {3, 4}, 7, 11, -4), 2}},
           {"mdct", "tf.signal.mdct", {signal, 8}},
           {"mel matrix", "tf.signal.linear_to_mel_weight_matrix", {4, 9, 8000, 100.0, 3000.0}},
           {"mfcc", "tf.signal.mfccs_from_log_mel_spectrograms", {pattern("float32", {2, 8}, 7, 11, -4)}}})
    cases.push_back(std::move(row));
  return cases;
}

}  // namespace

std::vector<Check> signal_checks() {
  return checks_of(
      {{"fourier",
        {"tf.signal.fft", "tf.signal.ifft", "tf.signal.fft2d", "tf.signal.rfft", "tf.signal.irfft", "tf.signal.fftnd"},
        fourier_cases,
        {.ulps = 64, .absolute = 1e-4},
        Policy::not_covered},
       {"windows",
        {"tf.signal.hann_window", "tf.signal.kaiser_window", "tf.signal.dct", "tf.signal.stft", "tf.signal.frame",
         "tf.signal.mdct"},
        window_cases,
        {.ulps = 64, .absolute = 1e-4},
        Policy::not_covered}});
}

}  // namespace tfh::testsuites::tensor_ops
