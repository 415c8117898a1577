#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>
#include <string>

#include "tests/unit/testsuites/python.h"
#include "testsuites/raw_ops/suite.h"

namespace tfh::testsuites {
namespace {

// What the source of a check, or of several, calls, by key, without a framework: it runs in a plain Python whose `tf`
// has every op.
nlohmann::json called_by(const std::string& source) {
  const std::string stub = R"py(
import json, types
class Ops:
    def __getattr__(self, name):
        return None
tf = types.SimpleNamespace(raw_ops=Ops())
calls = {}
def evaluate(key, text):
    compile(text, key, "eval")
    assert key not in calls, key
    calls[key] = text
)py";
  return nlohmann::json::parse(printed_by(stub + source + "print(json.dumps(calls))"));
}

// Of one op; keys without its name.
nlohmann::json calls_of(const std::string& op) {
  const auto checks = raw_ops_checks();
  const auto check = std::ranges::find(checks, "raw_ops." + op, &Check::id);
  REQUIRE(check != checks.end());
  const auto called = called_by(check->source);
  nlohmann::json calls;
  for (const auto& [key, text] : called.items()) calls[key.substr(key.find(": ") + 2)] = text;
  return calls;
}

}  // namespace

TEST_CASE("a raw op is called as it should be, and with one argument at a time that it is not made for") {
  const auto calls = calls_of("SparseSegmentMean");
  CHECK(calls["as it should be"] ==
        "outline(tf.raw_ops.SparseSegmentMean(data=F(3, 2), indices=I(0, 1), segment_ids=I(0, 0)))");
  CHECK(calls["data without rows"] ==
        "outline(tf.raw_ops.SparseSegmentMean(data=F(0, 2), indices=I(0, 1), segment_ids=I(0, 0)))");
  CHECK(calls["indices from -1"] ==
        "outline(tf.raw_ops.SparseSegmentMean(data=F(3, 2), indices=I(-1, 1), segment_ids=I(0, 0)))");
  CHECK(calls["segment_ids shorter"] ==
        "outline(tf.raw_ops.SparseSegmentMean(data=F(3, 2), indices=I(0, 1), segment_ids=I(0)))");
  CHECK(calls["indices a matrix"].get<std::string>().contains("indices=I2([0, 1])"));
  CHECK(calls["indices scalar"].get<std::string>().contains("indices=i(0)"));
}

TEST_CASE("an index lies outside of any memory, a size stays small") {
  CHECK(calls_of("SparseSegmentMean")["indices from far away"].get<std::string>().contains("I(2147483647, 1)"));
  CHECK(calls_of("SparseReshape")["new_shape from far away"].get<std::string>().contains("new_shape=L(1000)"));
}

TEST_CASE("attributes, lists and resources are varied in their own way") {
  const auto pooled = calls_of("AvgPoolGrad");
  CHECK(pooled["ksize with 0"].get<std::string>().contains("ksize=[1, 0, 2, 1]"));
  CHECK(pooled["padding 'other'"].get<std::string>().contains("padding='other'"));
  CHECK(calls_of("QuantizeV2")["axis -2147483648"].get<std::string>().contains("axis=-2147483648"));
  CHECK(calls_of("Eig")["Tout tf.string"].get<std::string>().contains("Tout=tf.string"));
  CHECK(calls_of("AddN")["inputs a longer list"].get<std::string>().contains("inputs=[F(2), F(2), F(2)]"));
  CHECK_FALSE(calls_of("SparseConcat").contains("values a longer list"));  // as long as others must be
  CHECK(calls_of("ResourceGather")["resource longer"].get<std::string>().contains("resource=variable(4, 2)"));
  CHECK(calls_of("LookupTableFindV2")["table_handle another resource"].get<std::string>().contains(
      "table_handle=another_resource()"));
}

TEST_CASE("every table of raw calls is Python, with each op once") {
  auto checks = raw_ops_checks();
  std::erase_if(checks, [](const Check& check) { return check.api.front() == "tf.raw_ops"; });
  const auto call = [](const std::string& source) { return source.rfind("\nsweep(") + 1; };
  std::string source = checks.front().source.substr(0, call(checks.front().source));
  for (const Check& check : checks) source += check.source.substr(call(check.source));
  const auto calls = called_by(source);
  for (const Check& check : checks) CHECK(calls.contains(check.api.front() + ": as it should be"));
  CHECK(calls.size() > 10 * checks.size());
}

TEST_CASE("ops that hold no state are put into graphs, too, with the same arguments") {
  const auto checks = raw_ops_checks();
  const auto quantized = std::ranges::find(checks, "raw_ops.graphs_of_quantized", &Check::id);
  REQUIRE(quantized != checks.end());
  const auto calls = called_by(quantized->source);
  CHECK(
      calls["tf.raw_ops.QuantizedRelu: in a graph, as it should be"] ==
      "in_a_graph(lambda: outline(tf.raw_ops.QuantizedRelu(features=Q(2), min_features=f(0.0), max_features=f(1.0))))");
  CHECK(calls.contains("tf.raw_ops.QuantizeV2: in a graph, axis -2147483648"));
  CHECK(calls.contains("tf.raw_ops.QuantizedConcat: in a graph, input_mins a longer list"));
  CHECK(std::ranges::find(checks, "raw_ops.graphs_of_variables", &Check::id) == checks.end());
}

}  // namespace tfh::testsuites
