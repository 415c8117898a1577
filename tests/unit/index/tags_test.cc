#include "harness/index/tags.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace tfh;

namespace {

std::optional<std::size_t> rank(const std::string& filename, const std::vector<std::string>& supported) {
  const auto wheel = WheelName::parse(filename);
  REQUIRE_MESSAGE(wheel.has_value(), filename);
  return tag_rank(*wheel, supported);
}

}  // namespace

TEST_CASE("the parts of a wheel's name") {
  const auto wheel = WheelName::parse("Keras_Preprocessing-1.1.2-py2.py3-none-any.whl");
  REQUIRE(wheel.has_value());
  CHECK(wheel->name == "keras-preprocessing");
  CHECK(wheel->version == "1.1.2");
  CHECK(wheel->build.empty());
  CHECK(wheel->tags == std::vector<std::string>{"py2-none-any", "py3-none-any"});
  const auto built = WheelName::parse("a-1.0RC1-2local-cp38-cp38-manylinux_2_17_x86_64.manylinux2014_x86_64.whl");
  REQUIRE(built.has_value());
  CHECK(built->version == "1.0rc1");
  CHECK(built->build == "2local");
  CHECK(built->tags.size() == 2);
}

TEST_CASE("names that are no wheel's") {
  for (const char* name : {"a-1.0.tar.gz", "a-1.0-py3-none.whl", "a-1.0-x-y-py3-none-any.whl", "a-one-py3-none-any.whl",
                           "a-1.0-local-py3-none-any.whl", "a--py3-none-any.whl", ".whl", ""}) {
    CAPTURE(name);
    CHECK_FALSE(WheelName::parse(name).has_value());
  }
}

TEST_CASE("a name that no file can have is refused before its tags are multiplied") {
  const auto named = [](std::size_t pythons) {
    std::string name = "a-1.0-";
    for (std::size_t i = 1; i < pythons; ++i) name += "py2.";
    return name + "py3-none-any.whl";
  };
  const auto longest = WheelName::parse(named(59));
  REQUIRE(longest.has_value());
  CHECK(named(59).size() == 254);
  CHECK(longest->tags.size() == 59);
  const auto longer = WheelName::parse(named(60));
  REQUIRE_FALSE(longer.has_value());
  CHECK(longer.error().what.find("258 bytes") != std::string::npos);
}

TEST_CASE("which wheels fit which interpreter") {
  const auto python37 = supported_tags({3, 7}, "glibc 2.36", "x86_64");
  const auto python38 = supported_tags({3, 8}, "glibc 2.36", "x86_64");
  const auto old_system = supported_tags({3, 8}, "glibc 2.16", "x86_64");
  const auto arm = supported_tags({3, 8}, "glibc 2.36", "aarch64");
  struct Row {
    const char* tags;
    bool fits37, fits38, fits_old, fits_arm;
  };
  const std::vector<Row> rows{{"cp37-cp37m-manylinux2010_x86_64", true, false, false, false},
                              {"cp37-cp37-manylinux2010_x86_64", false, false, false, false},
                              {"cp38-cp38-manylinux2010_x86_64", false, true, true, false},
                              {"cp38-cp38-manylinux1_x86_64", false, true, true, false},
                              {"cp38-cp38-manylinux2014_x86_64", false, true, false, false},
                              {"cp38-cp38-manylinux2014_aarch64", false, false, false, true},
                              {"cp38-cp38-manylinux_2_36_x86_64", false, true, false, false},
                              {"cp38-cp38-manylinux_2_37_x86_64", false, false, false, false},
                              {"cp38-cp38-linux_x86_64", false, true, true, false},
                              {"cp36-abi3-manylinux2010_x86_64", true, true, true, false},
                              {"cp39-abi3-manylinux2010_x86_64", false, false, false, false},
                              {"cp36-none-any", false, false, false, false},
                              {"cp38-none-any", false, true, true, true},
                              {"py2.py3-none-any", true, true, true, true},
                              {"py36-none-any", true, true, true, true},
                              {"py38-none-any", false, true, true, true},
                              {"py2-none-any", false, false, false, false},
                              {"py3-none-manylinux1_x86_64", true, true, true, false},
                              {"cp38-cp38-win_amd64", false, false, false, false},
                              {"cp38-cp38-macosx_10_11_x86_64", false, false, false, false},
                              {"cp38-cp38-musllinux_1_1_x86_64", false, false, false, false}};
  for (const Row& row : rows) {
    CAPTURE(row.tags);
    const std::string filename = "tensorflow-2.4.0-" + std::string(row.tags) + ".whl";
    CHECK(rank(filename, python37).has_value() == row.fits37);
    CHECK(rank(filename, python38).has_value() == row.fits38);
    CHECK(rank(filename, old_system).has_value() == row.fits_old);
    CHECK(rank(filename, arm).has_value() == row.fits_arm);
  }
}

TEST_CASE("which of two wheels is taken: own ABI, then abi3, newer platform, then pure ones") {
  const auto supported = supported_tags({3, 10}, "glibc 2.36", "x86_64");
  const std::vector<std::string> best_first{"cp310-cp310-manylinux_2_28_x86_64",
                                            "cp310-cp310-manylinux_2_17_x86_64",
                                            "cp310-cp310-manylinux2014_x86_64",
                                            "cp310-cp310-manylinux2010_x86_64",
                                            "cp310-cp310-linux_x86_64",
                                            "cp310-abi3-manylinux1_x86_64",
                                            "cp310-none-manylinux1_x86_64",
                                            "cp39-abi3-manylinux2014_x86_64",
                                            "cp36-abi3-manylinux2014_x86_64",
                                            "py310-none-manylinux1_x86_64",
                                            "py3-none-manylinux1_x86_64",
                                            "py39-none-manylinux1_x86_64",
                                            "cp310-none-any",
                                            "py310-none-any",
                                            "py3-none-any",
                                            "py39-none-any"};
  std::vector<std::size_t> ranks;
  ranks.reserve(best_first.size());
  for (const std::string& tags : best_first) {
    const auto found = rank("a-1-" + tags + ".whl", supported);
    REQUIRE_MESSAGE(found.has_value(), tags);
    ranks.push_back(*found);
  }
  CHECK(std::ranges::is_sorted(ranks, std::less_equal<>()));
  CHECK(rank("a-1-py2.py3-none-any.whl", supported) == rank("a-1-py3-none-any.whl", supported));
}
