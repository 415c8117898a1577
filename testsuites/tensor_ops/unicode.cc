// Text as code points: encodings, errors in them, scripts.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

const Array& texts() {
  static const Array array = strings({"Hello", "w\xc3\xb6rld", "\xf0\x9f\x98\x80", "", "bad \xff end", "\xed\xa0\x80"});
  return array;
}

std::vector<Case> decode_cases() {
  std::vector<Case> cases;
  for (const char* errors : {"replace", "ignore", "strict"})
    cases.push_back(
        {std::string("decode ") + errors, "tf.strings.unicode_decode", {texts(), "UTF-8"}, {{"errors", errors}}});
  for (const char* encoding : {"UTF-8", "UTF-16-BE", "UTF-32-BE"})
    cases.push_back({std::string("encode ") + encoding,
                     "tf.strings.unicode_encode",
                     {integers("int32", {72, 246, 128512}), encoding}});
  for (const char* encoding : {"UTF-16-BE", "UTF-32-BE", "UTF-8"})
    cases.push_back(
        {std::string("transcode to ") + encoding, "tf.strings.unicode_transcode", {texts(), "UTF-8", encoding}});
  for (Case& row : std::vector<Case>{
           {"decode with offsets", "tf.strings.unicode_decode_with_offsets", {strings({"w\xc3\xb6"}), "UTF-8"}},
           {"split", "tf.strings.unicode_split", {strings({"w\xc3\xb6", "\xf0\x9f\x98\x80"}), "UTF-8"}},
           {"split with offsets", "tf.strings.unicode_split_with_offsets", {strings({"w\xc3\xb6"}), "UTF-8"}},
           {"control characters",
            "tf.strings.unicode_decode",
            {strings({"a\x01\x7f"}), "UTF-8"},
            {{"replace_control_characters", true}}},
           {"replacement", "tf.strings.unicode_decode", {strings({"\xff"}), "UTF-8"}, {{"replacement_char", 63}}},
           {"unknown encoding", "tf.strings.unicode_decode", {strings({"a"}), "NO-SUCH"}},
           {"Latin-1", "tf.strings.unicode_decode", {strings({"\xe4"}), "ISO-8859-1"}},
           {"Shift-JIS", "tf.strings.unicode_transcode", {strings({"\x83\x65"}), "SHIFT-JIS", "UTF-8"}},
           {"encode a surrogate", "tf.strings.unicode_encode", {integers("int32", {55296}), "UTF-8"}},
           {"encode out of range", "tf.strings.unicode_encode", {integers("int32", {1114112}), "UTF-8"}},
           {"encode strict",
            "tf.strings.unicode_encode",
            {integers("int32", {55296}), "UTF-8"},
            {{"errors", "strict"}}},
           {"encode negative", "tf.strings.unicode_encode", {integers("int32", {-1}), "UTF-8"}}})
    cases.push_back(std::move(row));
  return cases;
}

struct Block {
  const char* name;
  std::int64_t first, count;
};

// New versions of the library behind it know more characters: blocks that grew between Unicode 8 and 15, and old ones.
void scripts(Recorder& recorder) {
  for (const Block& block : std::vector<Block>{{"Latin", 0x41, 64},
                                               {"Latin extended", 0xa7b0, 80},
                                               {"Cyrillic", 0x400, 64},
                                               {"Cyrillic extended-C", 0x1c80, 16},
                                               {"Georgian extended", 0x1c90, 48},
                                               {"Arabic extended", 0x870, 48},
                                               {"Syriac supplement", 0x860, 16},
                                               {"Han", 0x9fd0, 48},
                                               {"Kana", 0x1b000, 64},
                                               {"small kana", 0x1b150, 32},
                                               {"Vithkuqi", 0x10570, 80},
                                               {"Kawi", 0x11f00, 96},
                                               {"Nag Mundari", 0x1e4d0, 48},
                                               {"Adlam", 0x1e900, 96},
                                               {"emoji", 0x1f900, 96},
                                               {"symbols", 0x1fa70, 96},
                                               {"out of range", 0x10fff8, 16}}) {
    std::vector<std::int64_t> points;
    for (std::int64_t point = block.first; point < block.first + block.count; ++point) points.push_back(point);
    recorder.observe_call(block.name, "tf.strings.unicode_script", {integers("int32", points)});
  }
}

}  // namespace

std::vector<Check> unicode_checks() {
  std::vector<Check> checks = checks_of({{"unicode",
                                          {"tf.strings.unicode_decode", "tf.strings.unicode_encode",
                                           "tf.strings.unicode_transcode", "tf.strings.unicode_split"},
                                          decode_cases}});
  checks.push_back({.id = "tensor_ops.unicode_script", .api = {"tf.strings.unicode_script"}, .calls = scripts});
  return checks;
}

}  // namespace tfh::testsuites::tensor_ops
