#include "testsuites/registry.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <set>

#include "testsuites/recorder.h"

namespace tfh::testsuites {
namespace {

// Counts and keeps what a check made of calls would do, without a framework.
class ListingRecorder : public Recorder {
 public:
  Result call(const std::string& symbol, std::vector<Argument> /*positional*/, Keywords /*keywords*/) override {
    symbols.push_back(symbol);
    return {calls++};
  }
  void observe(const std::string& key, Result /*result*/) override { keys.push_back(key); }
  void observe_call(const std::string& key, const std::string& symbol, std::vector<Argument> /*positional*/,
                    Keywords /*keywords*/) override {
    symbols.push_back(symbol);
    keys.push_back(key);
  }
  void follow(const std::string&, std::vector<Argument>, Keywords) override {}
  void observe_gradient(const std::string& key, const std::string& symbol, std::vector<Argument> /*positional*/,
                        Keywords /*keywords*/) override {
    symbols.push_back(symbol);
    keys.push_back(key);
  }

  std::vector<std::string> symbols, keys;

 private:
  int calls = 0;
};

TEST_CASE("every check can be named on a command line and found again") {
  std::set<std::string> ids;
  for (const Check& check : all_checks()) {
    CAPTURE(check.id);
    CHECK(ids.insert(check.id).second);
    CHECK(std::ranges::all_of(check.id, [](unsigned char c) { return std::isalnum(c) || c == '_' || c == '.'; }));
    CHECK(std::ranges::count(check.id, '.') == 1);
    CHECK(find_check(check.id) == &check);
  }
  CHECK(find_check("smoke.nonsense") == nullptr);
}

TEST_CASE("the suites come in a fixed order, the three smoke checks first") {
  for (const char* name : {"smoke", "tensor_ops", "tf_function", "saved_model"})
    CHECK(std::ranges::count(suite_names(), name) == 1);
  CHECK(all_checks()[0].id == "smoke.add");
  CHECK(all_checks()[1].id == "smoke.function");
  CHECK(all_checks()[2].id == "smoke.save_bare_function");
}

TEST_CASE("every check has exactly one body and says what it exercises") {
  for (const Check& check : all_checks()) {
    CAPTURE(check.id);
    CHECK(static_cast<bool>(check.calls) != !check.source.empty());
    CHECK(!check.api.empty());
    for (const std::string& symbol : check.api) CHECK((symbol + ".").starts_with("tf."));
    CHECK(check.tolerance.ulps >= 0);
  }
}

TEST_CASE("the sources of independent checks, and no others, evaluate expressions") {
  for (const Check& check : all_checks()) {
    CAPTURE(check.id);
    const bool evaluates = check.source.contains(" evaluate(") || check.source.contains("\nevaluate(");
    CHECK(evaluates == (check.independent && !check.source.empty()));
    if (check.independent) CHECK(!check.source.contains("attempt("));
    if (check.independent) CHECK(!check.source.contains("observe("));
  }
}

TEST_CASE("checks made of calls use a key once and only public symbols") {
  std::size_t observations = 0;
  for (const Check& check : all_checks()) {
    if (!check.calls) continue;
    CAPTURE(check.id);
    ListingRecorder recorder;
    check.calls(recorder);
    observations += recorder.keys.size();
    CHECK(std::set(recorder.keys.begin(), recorder.keys.end()).size() == recorder.keys.size());
    CHECK(std::ranges::find(recorder.keys, "outcome") == recorder.keys.end());
    for (const std::string& symbol : recorder.symbols) CHECK((symbol.starts_with("tf.") || symbol.starts_with("np.")));
  }
  CHECK(observations > 800);
}

TEST_CASE("an input that may kill the process has one of its own") {
  for (const Check& check : all_checks())
    if (check.id.starts_with("runtime.malformed_")) CHECK(check.alone);
}

}  // namespace
}  // namespace tfh::testsuites
