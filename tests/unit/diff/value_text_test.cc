#include "harness/diff/value_text.h"

#include <doctest/doctest.h>

#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;
using nlohmann::json;

TEST_CASE("values look as a person would write them") {
  struct Row {
    json value;
    const char* text;
  };
  const Row rows[] = {
      {nullptr, "(not observed)"},
      {plain(nullptr), "None"},
      {plain(true), "True"},
      {plain(0.1), "0.1"},
      {plain(3.0), "3.0"},
      {plain({{"float", "-inf"}}), "-inf"},
      {plain({{"int", "12345678901234567890123"}}), "12345678901234567890123"},
      {plain({{"base64", "YQAn"}}), "b'a\\x00\\''"},
      {plain("it's"), "\"it's\""},
      {plain({{"units", {1, 2}}, {"name", "dense"}}), "{'name': 'dense', 'units': [1, 2]}"},
      {plain({{"TensorShape", {2, nullptr}}}), "TensorShape([2, None])"},
      {plain({1, exception("E", "m")}), "[1, E: m]"},
      {exception("InvalidArgumentError", "Incompatible\n  shapes"), "InvalidArgumentError: Incompatible shapes"},
      {missing("tf.strings.ngrams"), "no tf.strings.ngrams"},
      {crash("SIGABRT", "Check failed"), "crash SIGABRT: Check failed"},
      {crash("SIGFPE"), "crash SIGFPE"},
      {{{"kind", "timeout"}, {"seconds", 40}}, "no end within 40 s"},
      {{{"kind", "warnings"}, {"items", {{{"category", "UserWarning"}, {"message", "m"}}}}},
       "1 warning: UserWarning: m"},
      {{{"kind", "warnings"}, {"items", json::array()}}, "no warnings"},
      {array("float32", {2, 1}, "AACAPwAAwH8="), "float32[2,1] [[1.0], [nan]]"},
      {array("float16", {3}, "Zi4BAP97"), "float16[3] [0.1, 6e-08, 65500.0]"},
      {array("bfloat16", {2}, "zT2APw=="), "bfloat16[2] [0.1, 1.0]"},
      {array("int8", json::array(), "/w=="), "int8 -1"},
      {array("uint8", json::array(), "/w=="), "uint8 255"},
      {array("bool", {2}, "AAE="), "bool[2] [False, True]"},
      {array("complex64", {1}, "AACAPwAAgL8="), "complex64[1] [(1.0-1.0j)]"},
      {array("int32", {0}, ""), "int32[0] []"},
      {array("int32", {7}, ""), "int32[7] (not decodable)"},
      {json::object(), "{}"},
  };
  for (const Row& row : rows) CHECK(value_text(row.value) == row.text);
}

TEST_CASE("long values are cut, and no character of the terminal's own gets through") {
  const std::string text = value_text(plain(std::vector<int>(10'000, 7)), 40);
  CHECK(text == "[7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7, 7,...");
  CHECK(value_text(plain("\x1b[2J\a"), 40) == "'\\x1b[2J\\x07'");
  CHECK(one_line("ééééé", 5) == "ééééé");
  CHECK(one_line("éééééé", 5) == "éé...");
  json deep = 1;
  for (int level = 0; level < 1000; ++level) deep = json::array({deep});
  CHECK(value_text(plain(deep), 60).find("...") != std::string::npos);
}
