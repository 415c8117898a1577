#include "harness/plan/version.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using namespace tfh;

namespace {

Version version(const std::string& text) {
  const auto parsed = Version::parse(text);
  REQUIRE_MESSAGE(parsed.has_value(), text);
  return *parsed;
}

}  // namespace

TEST_CASE("the order of PEP 440, each earlier than the next") {
  const std::vector<std::string> ascending{"0.9",
                                           "1.0.dev456",
                                           "1.0a1",
                                           "1.0a2.dev456",
                                           "1.0a12.dev456",
                                           "1.0a12",
                                           "1.0b1.dev456",
                                           "1.0b2",
                                           "1.0b2.post345.dev456",
                                           "1.0b2.post345",
                                           "1.0rc1.dev456",
                                           "1.0rc1",
                                           "1.0",
                                           "1.0+abc.5",
                                           "1.0+abc.7",
                                           "1.0+5",
                                           "1.0+5.0",
                                           "1.0+10",
                                           "1.0.post456.dev34",
                                           "1.0.post456",
                                           "1.0.15",
                                           "1.1.dev1",
                                           "1.1",
                                           "1.9",
                                           "1.10",
                                           "2.4.0",
                                           "2.15.0",
                                           "2.15.0.post1",
                                           "2.15.1",
                                           "2.16.0rc0",
                                           "2.16.0rc1",
                                           "2.16.1",
                                           "2020.1",
                                           "1!0.1"};
  for (std::size_t i = 0; i < ascending.size(); ++i)
    for (std::size_t j = 0; j < ascending.size(); ++j) {
      CAPTURE(ascending[i]);
      CAPTURE(ascending[j]);
      CHECK((version(ascending[i]) < version(ascending[j])) == (i < j));
      CHECK((version(ascending[i]) == version(ascending[j])) == (i == j));
    }
}

TEST_CASE("the normal form") {
  const std::vector<std::pair<std::string, std::string>> rows{{"2.4.0", "2.4.0"},
                                                              {" 2.4.0\n", "2.4.0"},
                                                              {"v1.0", "1.0"},
                                                              {"2.16.0RC1", "2.16.0rc1"},
                                                              {"2.16.0-rc.1", "2.16.0rc1"},
                                                              {"1.1-alpha_2", "1.1a2"},
                                                              {"1.1beta", "1.1b0"},
                                                              {"1.1c3", "1.1rc3"},
                                                              {"1.1-preview5", "1.1rc5"},
                                                              {"1.1pre5", "1.1rc5"},
                                                              {"1.0-1", "1.0.post1"},
                                                              {"1.0-r4", "1.0.post4"},
                                                              {"1.0.rev", "1.0.post0"},
                                                              {"1.2.post", "1.2.post0"},
                                                              {"2.15.0.post1", "2.15.0.post1"},
                                                              {"1.2-dev2", "1.2.dev2"},
                                                              {"1.2.dev", "1.2.dev0"},
                                                              {"0!1.0", "1.0"},
                                                              {"1!1.0", "1!1.0"},
                                                              {"01.002", "1.2"},
                                                              {"1.0+Ubuntu-1_x", "1.0+ubuntu.1.x"},
                                                              {"1.0+007", "1.0+7"},
                                                              {"1.0a1.post2.dev3+l", "1.0a1.post2.dev3+l"}};
  for (const auto& [written, normal] : rows) {
    CAPTURE(written);
    CHECK(version(written).str() == normal);
    CHECK(version(normal) == version(written));
  }
}

TEST_CASE("equal although written differently") {
  CHECK(version("2.4") == version("2.4.0"));
  CHECK(version("2.4.0.0rc1") == version("2.4rc1"));
  CHECK(version("0") == version("0.0"));
}

TEST_CASE("what is not a version") {
  for (const char* text : {"", " ", "latest", "2.4.x", "2.4.", "2..4", ".1", "2.4.0-", "1.0+", "1.0+a..b", "1.0rc1rc2",
                           "2.4 .0", "1.0+a b", "!1.0", "1!", "2.4.*", "99999999999999999999.0"}) {
    CAPTURE(text);
    const auto parsed = Version::parse(text);
    REQUIRE_FALSE(parsed.has_value());
    CHECK(parsed.error().text().find(text) != std::string::npos);
  }
}

TEST_CASE("pre-releases") {
  CHECK(version("2.5.0.dev20210101").is_prerelease());
  CHECK(version("2.16.0rc0").is_prerelease());
  CHECK_FALSE(version("2.15.0.post1").is_prerelease());
}

TEST_CASE("minor versions of Python") {
  for (const char* text : {"3.8", "py3.8", "python3.8"}) CHECK(*PythonMinor::parse(text) == PythonMinor{3, 8});
  CHECK(PythonMinor{3, 9} < PythonMinor{3, 10});
  CHECK(PythonMinor{3, 13}.str() == "3.13");
  for (const char* text : {"", "3", "3.", "3.8.1", "py", "cp38", "x3.8", "3.8 "})
    CHECK_FALSE(PythonMinor::parse(text).has_value());
}
