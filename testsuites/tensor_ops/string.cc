// Strings as bytes: parts, joins, patterns, numbers, hashes.
#include "testsuites/tensor_ops/sweep.h"
#include "testsuites/tensor_ops/topics.h"

namespace tfh::testsuites::tensor_ops {
namespace {

const Array& words() {
  static const Array array = strings({"Hello", "", "w\xc3\xb6rld", " a b ", "1.5e3", "\xff\xfe"});
  return array;
}

std::vector<Case> part_cases() {
  return {{"length", "tf.strings.length", {words()}},
          {"length in characters", "tf.strings.length", {strings({"w\xc3\xb6rld"})}, {{"unit", "UTF8_CHAR"}}},
          {"length of broken text", "tf.strings.length", {words()}, {{"unit", "UTF8_CHAR"}}},
          {"length in words", "tf.strings.length", {words()}, {{"unit", "WORDS"}}},
          {"substr", "tf.strings.substr", {strings({"Hello", "World"}), 1, 3}},
          {"substr each",
           "tf.strings.substr",
           {strings({"Hello", "World"}), integers("int32", {1, 2}), integers("int32", {2, 9})}},
          {"substr from the end", "tf.strings.substr", {strings({"Hello"}), -3, 2}},
          {"substr characters", "tf.strings.substr", {strings({"w\xc3\xb6rld"}), 1, 2}, {{"unit", "UTF8_CHAR"}}},
          {"substr out of range", "tf.strings.substr", {strings({"abc"}), 5, 1}},
          {"substr negative length", "tf.strings.substr", {strings({"abc"}), 1, -1}},
          {"split", "tf.strings.split", {strings({" a  b c ", "", "x"})}},
          {"split at", "tf.strings.split", {strings({"a,b,,c"}), ","}},
          {"split at most", "tf.strings.split", {strings({"a,b,,c"}), ","}, {{"maxsplit", 1}}},
          {"split scalar", "tf.strings.split", {"a b"}},
          {"bytes_split", "tf.strings.bytes_split", {strings({"abc", ""})}},
          {"strip", "tf.strings.strip", {strings({" a \t\n", "\xc2\xa0x"})}},
          {"lower", "tf.strings.lower", {strings({"\xc3\x84ÀB", "ABC"})}},
          {"lower utf-8", "tf.strings.lower", {strings({"\xc3\x84\xc3\x80 B"})}, {{"encoding", "utf-8"}}},
          {"upper utf-8",
           "tf.strings.upper",
           {strings({"stra\xc3\x9f"
                     "e \xc7\xb0"})},
           {{"encoding", "utf-8"}}},
          {"upper unknown encoding", "tf.strings.upper", {strings({"a"})}, {{"encoding", "latin-1"}}}};
}

std::vector<Case> join_cases() {
  const Array matrix = shaped(strings({"a", "b", "c", "d"}), {2, 2});
  return {
      {"join", "tf.strings.join", {List{{strings({"a", "b"}), strings({"x", "y"})}}}},
      {"join separator", "tf.strings.join", {List{{strings({"a", "b"}), "-", strings({"x", "y"})}}, ", "}},
      {"join shapes differ", "tf.strings.join", {List{{strings({"a", "b"}), strings({"x", "y", "z"})}}}},
      {"join nothing", "tf.strings.join", {List{}}},
      {"reduce_join", "tf.strings.reduce_join", {matrix}},
      {"reduce_join axis", "tf.strings.reduce_join", {matrix}, {{"axis", 0}, {"separator", "+"}, {"keepdims", true}}},
      {"reduce_join axis out of range", "tf.strings.reduce_join", {matrix}, {{"axis", 4}}},
      {"segments",
       "tf.strings.unsorted_segment_join",
       {strings({"a", "b", "c"}), integers("int32", {1, 0, 1}), 3},
       {{"separator", ":"}}},
      {"ngrams", "tf.strings.ngrams", {strings({"a", "b", "c"}), 2}},
      {"ngrams padded", "tf.strings.ngrams", {strings({"a", "b"}), 3}, {{"pad_values", "_"}, {"padding_width", 1}}},
      {"ngrams too wide", "tf.strings.ngrams", {strings({"a", "b"}), 5}},
      {"ngrams zero", "tf.strings.ngrams", {strings({"a", "b"}), 0}},
      {"format", "tf.strings.format", {"{} and {}", List{{floats("float32", {1, 2.5}), integers("int64", {3})}}}},
      {"format long", "tf.strings.format", {"{}", pattern("int32", {20}, 1, 99, 0)}, {{"summarize", 3}}},
      {"format string tensor", "tf.strings.format", {"{}", strings({"a", "b"})}},
      {"format too few", "tf.strings.format", {"{} {}", scalar("int32", 1)}},
      {"base64", "tf.io.encode_base64", {words()}},
      {"base64 padded", "tf.io.encode_base64", {words()}, {{"pad", true}}},
      {"base64 back", "tf.io.decode_base64", {strings({"SGVsbG8", "__4"})}},
      {"base64 broken", "tf.io.decode_base64", {strings({"+/=="})}}};
}

std::vector<Case> pattern_cases() {
  const Array text = strings({"abc123", "x.y", "\n", "w\xc3\xb6rld"});
  return {{"full match", "tf.strings.regex_full_match", {text, "[a-z]+\\d+"}},
          {"full match newline", "tf.strings.regex_full_match", {text, "."}},
          {"full match broken", "tf.strings.regex_full_match", {text, "("}},
          {"replace", "tf.strings.regex_replace", {text, "[a-z]", "<\\0>"}},
          {"replace first", "tf.strings.regex_replace", {text, "[a-z]", "_"}, {{"replace_global", false}}},
          {"replace unknown group", "tf.strings.regex_replace", {text, "a", "\\5"}},
          {"replace broken", "tf.strings.regex_replace", {text, "[", "_"}},
          {"replace empty pattern", "tf.strings.regex_replace", {text, "", "-"}},
          {"replace letters", "tf.strings.regex_replace", {text, "\\pL", "L"}}};
}

std::vector<Case> number_cases() {
  const Array good = strings({"1", "-2.5", " 3 ", "1e3", "inf", "-nan", "0x1F", "+7"});
  std::vector<Case> cases;
  for (const char* dtype : {"float32", "float64"})
    cases.push_back({std::string("numbers/") + dtype, "tf.strings.to_number", {good, dtype}});
  for (const char* text : {"1", "-1", "1.5", "", "abc", "1_000", "0x10", "99999999999", "1e400", "1e-50", " 4", "4 "}) {
    for (const char* dtype : {"int32", "int64", "float32"})
      cases.push_back({std::string(dtype) + "/'" + text + "'", "tf.strings.to_number", {text, dtype}});
  }
  for (const std::string& dtype : signed_whole() + floating() + complex_names() + Names{"bool"})
    cases.push_back({dtype + "/as_string", "tf.strings.as_string", {numbers(dtype, {0, 1, 100})}});
  cases.push_back({"as_string float edges", "tf.strings.as_string", {edges("float32")}});
  cases.push_back(
      {"as_string shortest", "tf.strings.as_string", {floats("float64", {0.1, 1e22, -0.0})}, {{"shortest", true}}});
  cases.push_back({"as_string scientific",
                   "tf.strings.as_string",
                   {floats("float32", {1234.5})},
                   {{"scientific", true}, {"precision", 2}}});
  cases.push_back(
      {"as_string filled", "tf.strings.as_string", {integers("int32", {-5, 42})}, {{"width", 6}, {"fill", "0"}}});
  cases.push_back({"as_string bad fill", "tf.strings.as_string", {integers("int32", {1})}, {{"fill", "xy"}}});
  cases.push_back({"as_string of strings", "tf.strings.as_string", {strings({"a"})}});
  return cases;
}

std::vector<Case> hash_cases() {
  return {
      {"fast", "tf.strings.to_hash_bucket_fast", {words(), 1000}},
      {"strong", "tf.strings.to_hash_bucket_strong", {words(), 1000, list({1, 2})}},
      {"legacy", "tf.strings.to_hash_bucket", {words(), 1000}},
      {"zero buckets", "tf.strings.to_hash_bucket_fast", {words(), 0}},
      {"short key", "tf.strings.to_hash_bucket_strong", {words(), 10, list({1})}},
      {"fingerprint", "tf.fingerprint", {words()}},
      {"decode_csv", "tf.io.decode_csv", {strings({"1,a,2.5", ",,"}), List{{list({0}), List{{"d"}}, List{{1.0}}}}}},
      {"decode_csv quotes", "tf.io.decode_csv", {strings({"\"a,b\",\"c\"\"d\""}), List{{List{{"x"}}, List{{"y"}}}}}},
      {"decode_csv too few", "tf.io.decode_csv", {strings({"1"}), List{{list({0}), list({0})}}}},
      {"decode_csv required", "tf.io.decode_csv", {strings({","}), List{{List{}, List{{"y"}}}}}},
      {"decode_raw", "tf.io.decode_raw", {strings({"abcd", "efgh"}), "uint16"}},
      {"decode_raw big", "tf.io.decode_raw", {strings({"abcd"}), "uint16"}, {{"little_endian", false}}},
      {"decode_raw odd", "tf.io.decode_raw", {strings({"abc"}), "uint16"}},
      {"decode_raw padded", "tf.io.decode_raw", {strings({"abc", "d"}), "uint8"}, {{"fixed_length", 4}}},
      {"decode_raw lengths", "tf.io.decode_raw", {strings({"abc", "d"}), "uint8"}},
      {"parse_tensor", "tf.io.parse_tensor", {strings({"not a tensor"}), "float32"}}};
}

}  // namespace

std::vector<Check> string_checks() {
  return checks_of({{"string_parts",
                     {"tf.strings.length", "tf.strings.substr", "tf.strings.split", "tf.strings.bytes_split",
                      "tf.strings.strip", "tf.strings.lower", "tf.strings.upper"},
                     part_cases},
                    {"string_joins",
                     {"tf.strings.join", "tf.strings.reduce_join", "tf.strings.unsorted_segment_join",
                      "tf.strings.ngrams", "tf.strings.format", "tf.io.encode_base64", "tf.io.decode_base64"},
                     join_cases},
                    {"string_patterns", {"tf.strings.regex_full_match", "tf.strings.regex_replace"}, pattern_cases},
                    {"string_numbers", {"tf.strings.to_number", "tf.strings.as_string"}, number_cases},
                    {"string_hashes",
                     {"tf.strings.to_hash_bucket_fast", "tf.strings.to_hash_bucket_strong", "tf.strings.to_hash_bucket",
                      "tf.fingerprint", "tf.io.decode_csv", "tf.io.decode_raw"},
                     hash_cases}});
}

}  // namespace tfh::testsuites::tensor_ops
