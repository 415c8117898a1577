// Code points that are none, bytes that are no text, and what each way of treating errors makes of them.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr Use encoded[] = {
    {"tf.strings.unicode_encode: NAME replaced",
     "tf.strings.unicode_encode([65, NAME, 66], 'UTF-8', errors='replace')"},
    {"tf.strings.unicode_encode: NAME ignored", "tf.strings.unicode_encode([65, NAME, 66], 'UTF-8', errors='ignore')"},
    {"tf.strings.unicode_encode: NAME refused", "tf.strings.unicode_encode([65, NAME, 66], 'UTF-8', errors='strict')"},
    {"tf.strings.unicode_encode: NAME replaced by a question mark",
     "tf.strings.unicode_encode([65, NAME, 66], 'UTF-8', replacement_char=63)"},
    {"tf.strings.unicode_encode: NAME as UTF-16",
     "tf.strings.unicode_encode([65, NAME, 66], 'UTF-16-BE', errors='ignore')"},
    {"tf.strings.unicode_encode: NAME as UTF-32", "tf.strings.unicode_encode([65, NAME, 66], 'UTF-32-BE')"},
    {"tf.strings.unicode_encode: replaced by NAME",
     "tf.strings.unicode_encode([65, 0x110000], 'UTF-8', replacement_char=NAME)"},
    {"tf.strings.unicode_script: NAME", "tf.strings.unicode_script([NAME])"},
};

constexpr Name points[] = {{"0"},      {"1"},      {"0x80"},     {"0xFF"},     {"0xD800"}, {"0xDFFF"},
                           {"0xFFFE"}, {"0xFFFF"}, {"0x10FFFF"}, {"0x110000"}, {"-1"}};

constexpr Use decoded[] = {
    {"tf.strings.unicode_decode: NAME replaced", "tf.strings.unicode_decode(NAME, 'UTF-8')"},
    {"tf.strings.unicode_decode: NAME ignored", "tf.strings.unicode_decode(NAME, 'UTF-8', errors='ignore')"},
    {"tf.strings.unicode_decode: NAME refused", "tf.strings.unicode_decode(NAME, 'UTF-8', errors='strict')"},
    {"tf.strings.unicode_decode: NAME as UTF-16", "tf.strings.unicode_decode(NAME, 'UTF-16-BE')"},
    {"tf.strings.unicode_decode: NAME as US-ASCII", "tf.strings.unicode_decode(NAME, 'US-ASCII')"},
    {"tf.strings.unicode_decode_with_offsets: NAME", "tf.strings.unicode_decode_with_offsets(NAME, 'UTF-8')"},
    {"tf.strings.unicode_split: NAME", "tf.strings.unicode_split(NAME, 'UTF-8')"},
    {"tf.strings.unicode_split: NAME ignored", "tf.strings.unicode_split(NAME, 'UTF-8', errors='ignore')"},
    {"tf.strings.unicode_transcode: NAME replaced", "tf.strings.unicode_transcode(NAME, 'UTF-8', 'UTF-8')"},
    {"tf.strings.unicode_transcode: NAME ignored",
     "tf.strings.unicode_transcode(NAME, 'UTF-8', 'UTF-8', errors='ignore')"},
    {"tf.strings.unicode_transcode: NAME refused",
     "tf.strings.unicode_transcode(NAME, 'UTF-8', 'UTF-8', errors='strict')"},
    {"tf.strings.unicode_transcode: NAME without control characters",
     "tf.strings.unicode_transcode(NAME, 'UTF-8', 'UTF-8', replace_control_characters=True)"},
    {"tf.strings.unicode_transcode: NAME to UTF-16", "tf.strings.unicode_transcode(NAME, 'UTF-8', 'UTF-16-BE')"},
    {"tf.strings.length: NAME", "tf.strings.length(NAME, 'UTF8_CHAR')"},
    {"tf.strings.substr: NAME", "tf.strings.substr(NAME, 0, 1, 'UTF8_CHAR')"},
    {"tf.strings.upper: NAME", "tf.strings.upper(NAME, 'utf-8')"},
    {"tf.strings.lower: NAME", "tf.strings.lower(NAME, 'utf-8')"},
    {"tf.strings.reduce_join: NAME", "tf.strings.reduce_join([NAME, b'a'])"},
    {"tf.strings.regex_replace: NAME", "tf.strings.regex_replace(NAME, '.', 'x')"},
    {"tf.strings.regex_full_match: NAME", "tf.strings.regex_full_match(NAME, '.*')"},
    {"tf.strings.bytes_split: NAME", "tf.strings.bytes_split(NAME)"},
};

constexpr Name texts[] = {{"b''"},
                          {"b'a\\xffb'"},
                          {"b'\\xc0\\x80'"},
                          {"b'\\xed\\xa0\\x80'"},
                          {"b'\\xf4\\x90\\x80\\x80'"},
                          {"b'\\xe2\\x82'"},
                          {"b'a\\x00b'"},
                          {"b'\\xef\\xbb\\xbfa'"},
                          {"b'\\xc3\\x9f\\xc4\\xb0'"},
                          {"b'\\xf0\\x9f\\x91\\xa9\\xe2\\x80\\x8d'"}};

constexpr Use scripts[] = {
    {"tf.strings.unicode_script: many", "tf.strings.unicode_script(list(range(0, 0x30000, 97)))"},
    {"tf.strings.unicode_script: of Latin", "tf.strings.unicode_script(list(range(0, 0x250)))"},
    {"tf.strings.lower: many",
     "tf.strings.lower(tf.strings.unicode_encode([[n] for n in range(0xC0, 0x600)], 'UTF-8'), 'utf-8')"},
    {"tf.strings.upper: many",
     "tf.strings.upper(tf.strings.unicode_encode([[n] for n in range(0xC0, 0x600)], 'UTF-8'), 'utf-8')"},
};

}  // namespace

std::vector<Check> unicode_checks() {
  return {check_of(
      {.name = "unicode", .module = "tf.strings", .blocks = {{encoded, points}, {decoded, texts}, {scripts}}})};
}

}  // namespace tfh::testsuites::modules
