#include "harness/plan/specifiers.h"

#include <doctest/doctest.h>

using namespace tfh;

TEST_CASE("which versions fit, as PEP 440 says") {
  struct {
    const char* specifiers;
    std::vector<const char*> fit, unfit;
  } const rows[] = {
      {"", {"1.0", "2.0rc1"}, {}},
      {">=2.4,<2.13", {"2.4", "2.4.0", "2.12.1", "2.10.0rc1"}, {"2.3.4", "2.13.0", "2.13.0rc0", "2.4.0rc1"}},
      {"<2.0", {"1.15.5", "1.15.5+x"}, {"2.0", "2.0rc1", "2.0.dev1"}},
      {"<2.0rc2", {"2.0rc1"}, {"2.0rc2"}},
      {">1.7", {"1.8", "1.7.1"}, {"1.7", "1.7.0.post1", "1.7+cpu"}},
      {">1.7.post1", {"1.7.post2"}, {"1.7.post1"}},
      {"<=1.10.0", {"1.10.0", "1.10.0+cpu"}, {"1.10.1"}},
      {"==1.10.0", {"1.10", "1.10.0", "1.10.0+cu113"}, {"1.10.0.post1", "1.10.1"}},
      {"==1.10.0+cpu", {"1.10.0+cpu"}, {"1.10.0", "1.10.0+cu113"}},
      {"===1.10.0", {"1.10.0"}, {"1.10.1"}},
      {"==2.4.*", {"2.4", "2.4.0", "2.4.4", "2.4.0rc1"}, {"2.40", "2.5"}},
      {"!=2.5.*", {"2.4", "2.6.0"}, {"2.5", "2.5.3"}},
      {"!=2.5.0", {"2.5.1"}, {"2.5", "2.5.0"}},
      {"~=1.15.0", {"1.15.0", "1.15.5"}, {"1.16.0", "1.14.9", "2.0"}},
      {"~=1.15", {"1.15.0", "1.16.0"}, {"2.0", "1.14"}},
      {">= 2.4 , != 2.5.0", {"2.6"}, {"2.5.0"}},
      {">=3.6.*", {"3.6", "3.7"}, {"3.5"}},
      {"1!2.0,", {}, {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.specifiers);
    const auto specifiers = Specifiers::parse(row.specifiers);
    if (row.fit.empty()) {
      CHECK_FALSE(specifiers);
      continue;
    }
    REQUIRE(specifiers);
    for (const char* version : row.fit) CHECK_MESSAGE(specifiers->contain(*Version::parse(version)), version);
    for (const char* version : row.unfit) CHECK_MESSAGE(!specifiers->contain(*Version::parse(version)), version);
  }
}

TEST_CASE("what specifiers name") {
  CHECK(Specifiers::parse(">=2.16.0rc0")->names_prerelease());
  CHECK_FALSE(Specifiers::parse(">=2.16,!=2.17rc1")->names_prerelease());
  CHECK(Specifiers::parse("==2.4")->exact()->str() == "2.4");
  for (const char* others : {"", "==2.4.*", ">=2.4", "==2.4,!=2.5"})
    CHECK(Specifiers::parse(others)->exact() == nullptr);
  for (const char* refused : {"2.4", "=2.4", ">=", ">=two", "~=2", ">=2.4;<3"}) {
    CAPTURE(refused);
    CHECK_FALSE(Specifiers::parse(refused));
  }
}
