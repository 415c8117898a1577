#include "harness/index/core_metadata.h"

#include <doctest/doctest.h>

using namespace tfh;

TEST_CASE("METADATA tells name, version, Python, dependencies and extras, and ends before the description") {
  const auto metadata = parse_core_metadata(
      "Metadata-Version: 2.1\r\nName: tensorflow\r\nVersion: 2.4.0\r\nRequires-Python: >=3.6\r\n"
      "Requires-Dist: absl-py (~=0.10)\nRequires-Dist:   numpy ; extra == 'x'  \nProvides-Extra: x\n"
      "License: Apache\n        Requires-Dist: in a licence\nKeywords:\n\nRequires-Dist: in a description\n");
  REQUIRE_MESSAGE(metadata.has_value(), metadata.error().text());
  CHECK(metadata->name == "tensorflow");
  CHECK(metadata->version == "2.4.0");
  CHECK(metadata->requires_python == ">=3.6");
  CHECK(metadata->requires_dist == std::vector<std::string>{"absl-py (~=0.10)", "numpy ; extra == 'x'"});
  CHECK(metadata->extras == std::vector<std::string>{"x"});
}

TEST_CASE("a header's white space is no part of its value, and a licence's line of white space ends no headers") {
  const auto metadata = parse_core_metadata("Name:t\r\r\nVersion: \f8008\v\r\r\n        \r\nRequires-Dist:\ta\n");
  REQUIRE_MESSAGE(metadata.has_value(), metadata.error().text());
  CHECK(metadata->name == "t");
  CHECK(metadata->version == "8008");
  CHECK(metadata->requires_dist == std::vector<std::string>{"a"});
}

TEST_CASE("what is no METADATA is refused") {
  for (const char* text :
       {"", "<html>", "Name: x\n", "Name: x\n\nVersion: 1\n", "Name: x\nVersion: 1\xd8\n", "Name: x/y\nVersion: 1\n"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_core_metadata(text).has_value());
  }
}

TEST_CASE("the resolver's configuration quotes what it states") {
  const std::string text =
      uv_configuration({{"a", "1", ">=3.8", {"b ; extra == \"x\""}, {"x"}}, {"c", "2", "", {}, {}}});
  CHECK(text.find("b ; extra == \\\"x\\\"") + text.find("'b ; extra == \"x\"'") != 2 * std::string::npos);
  CHECK(text.find("requires-python = '>=3.8'") != std::string::npos);
  CHECK(text.find("requires-dist = []") != std::string::npos);
  CHECK(text.find("requires-python", text.find("requires-python") + 1) == std::string::npos);
}
