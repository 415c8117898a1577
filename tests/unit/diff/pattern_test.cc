#include "harness/diff/pattern.h"

#include <doctest/doctest.h>
#include <fmt/format.h>

#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;
using nlohmann::json;

namespace {

// The patterns of checks suite.f0, suite.f1, ... of tf.f0, tf.f1, ..., each with one observation that changed.
std::vector<Pattern> patterns_of(const std::vector<std::pair<json, json>>& changes) {
  std::vector<CheckRecord> before, after;
  for (std::size_t i = 0; i < changes.size(); ++i) {
    const std::string symbol = fmt::format("tf.f{}", i);
    before.push_back(check(fmt::format("suite.f{}", i), symbol, {{symbol, changes[i].first}}));
    after.push_back(check(fmt::format("suite.f{}", i), symbol, {{symbol, changes[i].second}}));
  }
  auto differences = compare(record("2.4.0", before), record("2.12.0", after)).differences;
  const std::vector<Group> groups = group_differences(differences);
  return find_patterns(differences, groups);
}

json called(const std::string& signature) {
  return {{"kind", "symbol"}, {"type", "callable"}, {"signature", signature}};
}

std::string title_of(const json& before, const json& after) {
  const auto patterns = patterns_of({{before, after}, {before, after}, {before, after}});
  return patterns.empty() ? "" : patterns[0].title;
}

}  // namespace

TEST_CASE("findings of several APIs that end with one error are a pattern") {
  const auto size = [](int n) {
    return exception("ValueError", fmt::format("The `f{}` argument must be a tuple of {} integers", n, n));
  };
  const auto patterns = patterns_of({{plain(1), size(1)},
                                     {plain(1), size(2)},
                                     {plain(1), exception("ValueError", "something that is seen once only")},
                                     {exception("TypeError", "not understood"), size(3)},
                                     {plain(1), plain(2)}});
  REQUIRE(patterns.size() == 1);
  CHECK(patterns[0].title == "now raises ValueError: The … argument must be a tuple of … integers");
  CHECK(patterns[0].api == std::vector<std::string>{"tf.f0", "tf.f1", "tf.f3"});
  CHECK(patterns[0].groups.size() == 3);
  CHECK(patterns[0].count == 3);
  CHECK(patterns[0].breaking == 2);
  CHECK(patterns[0].severity == Severity::breaking);
}

TEST_CASE("a pattern has three findings at least, and a name for what happened") {
  const json error = exception("ValueError", "the window must be positive");
  CHECK(patterns_of({{plain(1), error}, {plain(1), error}}).empty());
  CHECK(title_of(plain(1), error) == "now raises ValueError: the window must be positive");
  CHECK(title_of(error, plain(1)) == "no longer raises ValueError: the window must be positive");
  CHECK(title_of(plain(1), exception("KeyError", "'x'")) == "");
  CHECK(title_of(plain(1), crash("SIGSEGV")) == "");
  CHECK(title_of(plain(1), crash("SIGABRT", "Check failed: index < size (3 vs. 2)")) ==
        "now crashes with SIGABRT: Check failed: index < size …");
  CHECK(title_of(plain(1), plain(2)) == "");
  CHECK(title_of(error, {{"kind", "out_of_memory"}, {"limit_bytes", 1}, {"message", ""}}) == "");
  CHECK(title_of(plain("None"), plain("()")) == "now another value: 'None' -> '()'");
}

TEST_CASE("what a layer wraps is told, not the layer") {
  const std::string reason = "Dimension must be positive, got 0";
  const auto patterns = patterns_of(
      {{plain(1), exception("ValueError", reason)},
       {plain(1), exception("ValueError", "Exception encountered when calling layer \"a\" (type A).\n\n" + reason +
                                              "\n\nCall arguments received by layer")},
       {plain(1), exception("ValueError", "\x1b[1mException encountered when calling B.call().\x1b[0m\n\n" + reason)}});
  REQUIRE(patterns.size() == 1);
  CHECK(patterns[0].title == "now raises ValueError: Dimension must be positive, got …");
}

TEST_CASE("a long text is cut between characters") {
  std::string long_text;
  for (int i = 0; i < 90; ++i) long_text += i % 3 == 0 ? "'x' or " : "so ";
  const std::string title = title_of(plain(1), exception("ValueError", long_text));
  CHECK(title.ends_with("..."));
  CHECK(title.find("\xe2\x80...") == std::string::npos);
  CHECK(title.find("\xe2...") == std::string::npos);
}

TEST_CASE("errors of Python's own keep their names: nothing else tells one from another") {
  const auto lacks = [](const std::string& name) {
    return exception("AttributeError", "'Model' object has no attribute '" + name + "'");
  };
  CHECK(patterns_of({{plain(1), lacks("a")}, {plain(1), lacks("b")}, {plain(1), lacks("c")}}).empty());
  CHECK(title_of(plain(1), lacks("a")) == "now raises AttributeError: 'Model' object has no attribute 'a'");
}

TEST_CASE("a parameter that comes or goes under several names is a pattern") {
  CHECK(title_of(called("(x, y=(1, 2))"), called("(x, y=(1, 2), name=None)")) == "now called with name=None");
  CHECK(title_of(called("(x, y)"), called("(x, *, z)")) == "now called with *, z, without y");
  CHECK(title_of(called("(x, y)"), called("(y, x)")) == "");
}

TEST_CASE("patterns with most breaking findings come first") {
  const json first = exception("ValueError", "the first of two errors"),
             other = exception("ValueError", "another error of them");
  const auto patterns = patterns_of({{first, plain(1)},
                                     {first, plain(1)},
                                     {first, plain(1)},
                                     {first, plain(1)},
                                     {plain(1), other},
                                     {plain(1), other},
                                     {plain(1), other}});
  REQUIRE(patterns.size() == 2);
  CHECK(patterns[0].title == "now raises ValueError: another error of them");
  CHECK(patterns[1].groups.size() == 4);
}
