// tf.audio: what is written as a WAV file and read back, and files that are none.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
import struct

sound = tf.constant([[0.0], [0.5], [-0.5], [1.0]])

def file(samples=b"\x00\x00\x00\x40\x00\xc0", channels=1, rate=8000, bits=16, kind=1, more=b"", told=None, extra=b""):
    block = channels * bits // 8
    form = struct.pack("<HHIIHH", kind, channels, rate, rate * block, block, bits) + extra
    body = b"WAVEfmt " + struct.pack("<I", len(form)) + form + more
    body += b"data" + struct.pack("<I", len(samples) if told is None else told) + samples
    return b"RIFF" + struct.pack("<I", len(body)) + body

)py";

constexpr Use uses[] = {
    {"tf.audio.encode_wav: plain", "tf.audio.encode_wav(sound, 8000)"},
    {"tf.audio.encode_wav: two channels", "tf.audio.encode_wav(tf.concat([sound, -sound], 1), 8000)"},
    {"tf.audio.encode_wav: louder than possible", "tf.audio.encode_wav(sound * 3.0, 8000)"},
    {"tf.audio.encode_wav: not a number", "tf.audio.encode_wav([[float('nan')], [float('inf')]], 8000)"},
    {"tf.audio.encode_wav: no samples", "tf.audio.encode_wav(tf.zeros([0, 1]), 8000)"},
    {"tf.audio.encode_wav: no channels", "tf.audio.encode_wav(tf.zeros([4, 0]), 8000)"},
    {"tf.audio.encode_wav: nothing", "tf.audio.encode_wav(tf.zeros([0, 0]), 8000)"},
    {"tf.audio.encode_wav: a vector", "tf.audio.encode_wav(sound[:, 0], 8000)"},
    {"tf.audio.encode_wav: a batch", "tf.audio.encode_wav(sound[None], 8000)"},
    {"tf.audio.encode_wav: float64", "tf.audio.encode_wav(tf.cast(sound, tf.float64), 8000)"},
    {"tf.audio.encode_wav: integers", "tf.audio.encode_wav([[1], [2]], 8000)"},
    {"tf.audio.encode_wav: rate 0", "tf.audio.encode_wav(sound, 0)"},
    {"tf.audio.encode_wav: rate -1", "tf.audio.encode_wav(sound, -1)"},
    {"tf.audio.encode_wav: rate 8000.5", "tf.audio.encode_wav(sound, 8000.5)"},
    {"tf.audio.encode_wav: no rate", "tf.audio.encode_wav(sound, [])"},
    {"tf.audio.encode_wav: two rates", "tf.audio.encode_wav(sound, [8000, 8000])"},
    {"tf.audio.decode_wav: plain", "tf.audio.decode_wav(file())"},
    {"tf.audio.decode_wav: what was written", "tf.audio.decode_wav(tf.audio.encode_wav(sound, 8000))"},
    {"tf.audio.decode_wav: two channels", "tf.audio.decode_wav(file(bytes(8), 2))"},
    {"tf.audio.decode_wav: of one, two are desired", "tf.audio.decode_wav(file(), desired_channels=2)"},
    {"tf.audio.decode_wav: of two, one is desired", "tf.audio.decode_wav(file(bytes(8), 2), desired_channels=1)"},
    {"tf.audio.decode_wav: -1 channels", "tf.audio.decode_wav(file(), desired_channels=-1)"},
    {"tf.audio.decode_wav: fewer samples", "tf.audio.decode_wav(file(), desired_samples=2)"},
    {"tf.audio.decode_wav: more samples", "tf.audio.decode_wav(file(), desired_samples=5)"},
    {"tf.audio.decode_wav: no samples", "tf.audio.decode_wav(file(), desired_samples=0)"},
    {"tf.audio.decode_wav: -2 samples", "tf.audio.decode_wav(file(), desired_samples=-2)"},
    {"tf.audio.decode_wav: 8 bits", "tf.audio.decode_wav(file(bytes(4), bits=8))"},
    {"tf.audio.decode_wav: 24 bits", "tf.audio.decode_wav(file(bytes(6), bits=24))"},
    {"tf.audio.decode_wav: 0 bits", "tf.audio.decode_wav(file(bits=0))"},
    {"tf.audio.decode_wav: no channels", "tf.audio.decode_wav(file(channels=0))"},
    {"tf.audio.decode_wav: rate 0", "tf.audio.decode_wav(file(rate=0))"},
    {"tf.audio.decode_wav: floats", "tf.audio.decode_wav(file(bytes(8), bits=32, kind=3))"},
    {"tf.audio.decode_wav: extensible", "tf.audio.decode_wav(file(kind=0xfffe, extra=bytes(2)))"},
    {"tf.audio.decode_wav: another chunk before", "tf.audio.decode_wav(file(more=b'LIST\\x02\\0\\0\\0ab'))"},
    {"tf.audio.decode_wav: a chunk of odd length", "tf.audio.decode_wav(file(more=b'LIST\\x01\\0\\0\\0a'))"},
    {"tf.audio.decode_wav: a chunk without an end", "tf.audio.decode_wav(file(more=b'LIST\\xff\\xff\\xff\\x7f'))"},
    {"tf.audio.decode_wav: no data", "tf.audio.decode_wav(file(b''))"},
    {"tf.audio.decode_wav: half a sample", "tf.audio.decode_wav(file(bytes(3)))"},
    {"tf.audio.decode_wav: less than it tells", "tf.audio.decode_wav(file(told=100))"},
    {"tf.audio.decode_wav: much less than it tells", "tf.audio.decode_wav(file(told=0x7ffffffe))"},
    {"tf.audio.decode_wav: cut", "tf.audio.decode_wav(file()[:30])"},
    {"tf.audio.decode_wav: nothing", "tf.audio.decode_wav(b'')"},
    {"tf.audio.decode_wav: text", "tf.audio.decode_wav('RIFF of something else')"},
    {"tf.audio.decode_wav: a list", "tf.audio.decode_wav([file()])"},
};

}  // namespace

std::vector<Check> audio_checks() {
  return {check_of({.name = "audio", .module = "tf.audio", .setup = setup, .blocks = {{uses}}})};
}

}  // namespace tfh::testsuites::modules
