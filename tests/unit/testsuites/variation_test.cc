#include "testsuites/op_sweep/variation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "testsuites/array.h"
#include "testsuites/op_sweep/varying_recorder.h"

namespace tfh::testsuites::op_sweep {
namespace {

Inputs call() {
  return {"", {floats("float32", {1, -2}), integers("int32", {0, 1}), 3}, {{"axis", list({0, 1})}, {"exact", true}}};
}

const Inputs& named(const std::vector<Inputs>& all, const std::string& name) {
  const auto found = std::ranges::find(all, name, &Inputs::name);
  REQUIRE_MESSAGE(found != all.end(), name);
  return *found;
}

const Array& array(const Inputs& inputs, std::size_t position) {
  return std::get<Array>(inputs.positional.at(position).value);
}

using Floats = std::vector<double>;
using Shape = std::vector<std::int64_t>;

TEST_CASE("variations have names of their own and leave the call's form alone") {
  for (const Aspect aspect : aspects) {
    std::set<std::string> names;
    for (const Inputs& varied : variations(call(), aspect)) {
      CAPTURE(varied.name);
      CHECK(names.insert(varied.name).second);
      CHECK(varied.positional.size() == 3);
      CHECK(varied.keywords.size() == 2);
    }
    CHECK(names.size() >= 7);
  }
}

TEST_CASE("all arrays of the first one's dtype change together, the others stay") {
  const Inputs other = named(variations(call(), Aspect::dtypes), "int8");
  CHECK(array(other, 0).dtype == "int8");
  CHECK(std::get<std::vector<std::int64_t>>(array(other, 0).items) == Shape{1, -2});
  CHECK(array(other, 1).dtype == "int32");
  const Inputs alone = named(variations(call(), Aspect::dtypes), "1 float64 alone");
  CHECK(array(alone, 0).dtype == "float32");
  CHECK(array(alone, 1).dtype == "float64");
}

TEST_CASE("what is passed as a tensor stays one") {
  const Inputs tensors{"", {tensor(floats("float32", {1, -2})), floats("float32", {1})}, {}};
  for (const Aspect aspect : {Aspect::dtypes, Aspect::values, Aspect::shapes})
    for (const Inputs& varied : variations(tensors, aspect)) {
      CAPTURE(varied.name);
      if (const auto* first = std::get_if<Array>(&varied.positional[0].value)) CHECK(first->tensor);
      if (const auto* second = std::get_if<Array>(&varied.positional[1].value)) CHECK(!second->tensor);
    }
}

TEST_CASE("a dtype that cannot hold a number holds the nearest one") {
  const Inputs wide{"", {floats("float64", {300, -300, std::nan("")})}, {}};
  const auto all = variations(wide, Aspect::dtypes);
  CHECK(std::get<std::vector<std::int64_t>>(array(named(all, "int8"), 0).items) == Shape{127, -127, 0});
  CHECK(std::get<std::vector<std::int64_t>>(array(named(all, "uint8"), 0).items) == Shape{255, 0, 0});
  CHECK(std::get<std::vector<std::int64_t>>(array(named(all, "bool"), 0).items) == Shape{1, 1, 0});
  CHECK(std::get<Floats>(array(named(all, "complex64"), 0).items).size() == 6);
}

TEST_CASE("values change one array at a time") {
  const auto all = variations(call(), Aspect::values);
  CHECK(std::isnan(std::get<Floats>(array(named(all, "0 with NaN"), 0).items).front()));
  CHECK(std::get<Floats>(array(named(all, "0 negated"), 0).items) == Floats{-1, 2});
  CHECK(std::get<std::vector<std::int64_t>>(array(named(all, "1 with more"), 1).items) == Shape{50, 1});
}

TEST_CASE("an empty array keeps its dimensions, a scalar has none") {
  const auto all = variations(call(), Aspect::shapes);
  CHECK(array(named(all, "0 empty"), 0).shape == Shape{0});
  CHECK(std::get<Floats>(array(named(all, "0 empty"), 0).items).empty());
  CHECK(array(named(all, "0 scalar"), 0).shape.empty());
  CHECK(array(named(all, "0 in one more dimension"), 0).shape == Shape{1, 2});
  CHECK(std::holds_alternative<std::monostate>(named(all, "1 None").positional[1].value));
}

TEST_CASE("arguments that are no arrays get near values, shorter and longer lists") {
  const auto all = variations(call(), Aspect::arguments);
  CHECK(std::get<std::int64_t>(named(all, "2 = 53").positional[2].value) == 53);
  CHECK(std::get<List>(named(all, "2 = []").positional[2].value).items.empty());
  CHECK(std::get<List>(named(all, "2 twice").positional[2].value).items.size() == 2);
  CHECK(std::get<List>(named(all, "axis shorter").keywords[0].second.value).items.size() == 1);
  CHECK(std::get<List>(named(all, "axis = []").keywords[0].second.value).items.empty());
  CHECK(std::get<bool>(named(all, "exact = False").keywords[1].second.value) == false);
}

class Keys : public Recorder {
 public:
  Result call(const std::string&, std::vector<Argument>, Keywords) override { return {calls++}; }
  void observe(const std::string& key, Result) override { keys.push_back(key); }
  void observe_call(const std::string& key, const std::string&, std::vector<Argument>, Keywords) override {
    keys.push_back(key);
  }
  void observe_gradient(const std::string& key, const std::string&, std::vector<Argument>, Keywords) override {
    keys.push_back(key);
  }
  void follow(const std::string& symbol, std::vector<Argument> positional, Keywords) override {
    followed.push_back(symbol + "/" + std::to_string(positional.size()));
  }
  int calls = 0;
  std::vector<std::string> keys, followed;
};

TEST_CASE("of calls of one form the first is varied, and none is observed as it is") {
  Keys made;
  VaryingRecorder varying(made, Aspect::values);
  const Result prepared = varying.call("tf.constant", {1}, {});
  varying.observe("kept", prepared);
  varying.observe_call("one", "tf.abs", {floats("float32", {1})}, {});
  varying.observe_call("two", "tf.abs", {floats("float32", {2})}, {});
  varying.observe_call("named", "tf.abs", {floats("float32", {2})}, {{"name", "x"}});
  CHECK(made.calls == 1);
  CHECK(std::ranges::all_of(
      made.keys, [](const std::string& key) { return key.starts_with("one: 0 ") || key.starts_with("named: 0 "); }));
  CHECK(std::ranges::count(made.keys, "one: 0 with NaN") == 1);
  CHECK(std::ranges::count(made.keys, "named: 0 with NaN") == 1);
}

TEST_CASE("variations follow the call as it is, since a first call may go another way") {
  Keys made;
  VaryingRecorder varying(made, Aspect::arguments);
  varying.observe_call("one", "tf.top_k", {floats("float32", {1}), 1}, {});
  varying.observe_call("two", "tf.top_k", {floats("float32", {2}), 1}, {});
  CHECK(made.followed == std::vector<std::string>{"tf.top_k/2"});
  CHECK(std::ranges::count(made.keys, "one: 1 = 0") == 1);
}

}  // namespace
}  // namespace tfh::testsuites::op_sweep
