#include "harness/plan/requirement.h"

#include <doctest/doctest.h>

using namespace tfh;

TEST_CASE("commas separate requirements and join the specifiers of one") {
  struct {
    const char* written;
    std::vector<std::string> requirements;
  } const rows[] = {
      {"2.4.0,2.6.0", {"2.4.0", "2.6.0"}},
      {">=2.4,<2.13", {">=2.4,<2.13"}},
      {"2.4.0,>=2.6,<2.9,jax>=0.4,<0.5", {"2.4.0", ">=2.6,<2.9", "jax>=0.4,<0.5"}},
      {"torch==1.10.0,latest", {"torch==1.10.0", "latest"}},
      {"tensorflow>=2.4,<2.6,tensorflow>=2.10", {"tensorflow>=2.4,<2.6", "tensorflow>=2.10"}},
      {" >=2.4 , != 2.5.0 ,, ", {">=2.4,!= 2.5.0"}},
      {"", {}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    CHECK(split_requirements(row.written) == row.requirements);
  }
}

TEST_CASE("the forms of what to download") {
  struct {
    const char *written, *name, *fits, *fits_not, *python;
    bool newest;
  } const rows[] = {
      {"2.4.0", "tensorflow", "2.4", "2.4.1", "", false},
      {"2.4.0@py3.8", "tensorflow", "2.4", "2.4.1", "3.8", false},
      {"latest", "tensorflow", "2.4", "", "", true},
      {"latest@3.9", "tensorflow", "2.4", "", "3.9", true},
      {">=2.4,<2.13", "tensorflow", "2.12.1", "2.13.0", "", false},
      {"Torch == 1.10.0", "torch", "1.10.0+cpu", "1.10.1", "", false},
      {"jax>=0.4,<0.5@py3.9", "jax", "0.4.30", "0.5.0", "3.9", false},
      {"numpy", "numpy", "1.0", "", "", true},
      {"tensorflow==2.4.*", "tensorflow", "2.4.4", "2.5.0", "", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    const auto requirement = Requirement::parse(row.written);
    REQUIRE_MESSAGE(requirement.has_value(), requirement.error().text());
    CHECK(requirement->written == row.written);
    CHECK(requirement->name == row.name);
    CHECK(requirement->newest == row.newest);
    CHECK((requirement->python ? requirement->python->str() : "") == row.python);
    CHECK(requirement->versions.contain(*Version::parse(row.fits)));
    if (*row.fits_not != 0) CHECK_FALSE(requirement->versions.contain(*Version::parse(row.fits_not)));
  }
}

TEST_CASE("what cannot be downloaded says why and what to write") {
  struct {
    const char *written, *why;
  } const rows[] = {
      {"", "it is empty"},
      {"2.4.0@snake", "minor version of Python"},
      {"tensorflow[and-cuda]==2.16.1", "extras"},
      {"numpy; python_version < '3'", "markers"},
      {"./x.whl", "only what an index has"},
      {"env:/usr", "only what an index has"},
      {"tensorflow=2.4", "no comparison"},
      {"-tf==2.4", "not a project's name"},
      {">=two", "not a version"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.written);
    const auto requirement = Requirement::parse(row.written);
    REQUIRE_FALSE(requirement);
    CHECK_MESSAGE(requirement.error().what.find(row.why) != std::string::npos, requirement.error().what);
    CHECK(requirement.error().hint.find("latest") != std::string::npos);
  }
}
