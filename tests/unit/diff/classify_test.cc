#include <doctest/doctest.h>

#include "harness/diff/difference.h"

using namespace tfh;
using nlohmann::json;

namespace {

json value(const json& plain) {
  return {{"kind", "value"}, {"value", plain}};
}
json structure(const json& plain) {
  return {{"kind", "structure"}, {"value", plain}};
}
json text(const std::string& text) {
  return {{"kind", "text"}, {"text", text}};
}
json exception(const std::string& type, const std::string& message) {
  return {{"kind", "exception"}, {"type", type}, {"bases", {"ValueError", "Exception"}}, {"message", message}};
}
json missing() {
  return {{"kind", "missing"}, {"symbol", "tf.x"}, {"type", "AttributeError"}, {"message", "no attribute 'x'"}};
}
json crash(const std::string& signal, const std::string& frame = "", const std::string& message = "") {
  return {{"kind", "crash"}, {"signal", signal}, {"stack", {frame}}, {"message", message}};
}
json warnings(const json& items) {
  return {{"kind", "warnings"}, {"items", items}};
}
json array(const std::string& dtype, const json& shape, const std::string& data,
           const std::string& container = "tf.Tensor") {
  return {{"kind", "array"}, {"dtype", dtype}, {"shape", shape}, {"container", container}, {"data", data}};
}
json strings(const json& items) {
  return {
      {"kind", "array"}, {"dtype", "string"}, {"shape", {items.size()}}, {"container", "ndarray"}, {"items", items}};
}
const json kTimeout = {{"kind", "timeout"}, {"seconds", 40}, {"stack", json::array()}};
const json kTimeoutElsewhere = {{"kind", "timeout"}, {"seconds", 40.5}, {"stack", {"in tf.io"}}};
const json kMemory = {{"kind", "out_of_memory"}, {"limit_bytes", 1}, {"message", "a"}};
const json kMemoryElsewhere = {{"kind", "out_of_memory"}, {"limit_bytes", 1}, {"message", "b"}};
const json kSignature = {{"kind", "signature"}, {"text", "(x, name=None)"}};
const json kOtherSignature = {{"kind", "signature"}, {"text", "(x, axis, name=None)"}};

// float32: 1.0 "AACAPw==", 1.0 + 1 ULP "AQCAPw==", 1.0 + 2 ULP "AgCAPw==", 0.0 "AAAAAA==", -0.0 "AAAAgA==",
// NaN "AADAfw==", another NaN "AQDA/w==", infinity "AACAfw==".
json scalar(const std::string& data) {
  return array("float32", json::array(), data);
}

CheckDeclaration tolerant() {
  return {.id = "s.c", .api = {"tf.x"}, .ulps = 1, .absolute = 0, .policy = "covered"};
}

std::string judged(const json& before, const json& after) {
  const auto verdict = classify(before, after, tolerant());
  return verdict ? name_of(verdict->kind) + " " + name_of(verdict->severity) : "same";
}

struct Row {
  json before, after;
  const char* expected;
};

void check_rows(const std::vector<Row>& rows) {
  for (const Row& row : rows) {
    CAPTURE(row.before.dump());
    CAPTURE(row.after.dump());
    CHECK(judged(row.before, row.after) == row.expected);
  }
}

}  // namespace

TEST_CASE("an ending that changes decides the kind and the severity") {
  const json result = value(1);
  const json error = exception("ValueError", "bad");
  check_rows({
      {result, error, "exception breaking"},
      {error, result, "exception behaviour"},
      {result, missing(), "missing breaking"},
      {error, missing(), "missing breaking"},
      {crash("SIGSEGV"), missing(), "missing breaking"},
      {missing(), result, "added info"},
      {missing(), error, "added info"},
      {missing(), crash("SIGABRT"), "crash behaviour"},
      {missing(), kTimeout, "timeout behaviour"},
      {missing(), missing(), "same"},
      {result, crash("SIGFPE"), "crash breaking"},
      {error, crash("SIGFPE"), "crash breaking"},
      {crash("SIGFPE"), error, "crash behaviour"},
      {crash("SIGFPE"), result, "crash behaviour"},
      {crash("SIGFPE"), crash("SIGSEGV"), "crash behaviour"},
      {crash("SIGFPE", "frame a"), crash("SIGFPE", "frame b"), "same"},
      {crash("SIGSEGV"), crash("SIGABRT"), "same"},
      {crash("SIGBUS"), crash("SIGABRT", "", "free(): invalid pointer"), "same"},
      {crash("SIGSEGV"), crash("SIGABRT", "", "Check failed: rank == 2"), "crash behaviour"},
      {crash("SIGABRT", "", "malloc(): corrupted top size"), crash("SIGFPE"), "crash behaviour"},
      {result, kTimeout, "timeout breaking"},
      {kTimeout, error, "timeout behaviour"},
      {kTimeout, crash("SIGSEGV"), "crash behaviour"},
      {crash("SIGSEGV"), kTimeout, "timeout behaviour"},
      {kTimeout, kTimeoutElsewhere, "same"},
      {result, kMemory, "crash breaking"},
      {kMemory, error, "crash behaviour"},
      {kMemory, crash("SIGABRT"), "crash behaviour"},
      {kMemory, kMemoryElsewhere, "same"},
      {nullptr, result, "added info"},
      {result, nullptr, "missing breaking"},
  });
}

TEST_CASE("exceptions differ by type, then by normalised text") {
  check_rows({
      {exception("TypeError", "a"), exception("IndexError", "a"), "exception behaviour"},
      {exception("TypeError", "a"), exception("TypeError", "b"), "message cosmetic"},
      {exception("TypeError", "at 0x7f00deadbeef"), exception("TypeError", "at 0x7f11deadbeef"), "same"},
      {exception("E", "Incompatible shapes: [2] vs. [3] [Op:AddV2]"),
       exception("E",
                 "{{function_node __wrapped__AddV2_device_/job:localhost/replica:0/task:0/device:CPU:0}} "
                 "Incompatible shapes: [2] vs. [3] [Op:AddV2] name: "),
       "same"},
  });
  const auto verdict = classify(exception("ValueError", "a"), exception("InvalidShape", "a"), tolerant());
  CHECK(verdict->detail.find("`except ValueError` still works") != std::string::npos);
}

TEST_CASE("arrays differ by dtype, shape, elements, container, in this order") {
  const json one = scalar("AACAPw==");
  check_rows({
      {one, one, "same"},
      {one, scalar("AQCAPw=="), "value drift"},
      {one, scalar("AgCAPw=="), "value behaviour"},
      {scalar("AAAAAA=="), scalar("AAAAgA=="), "value drift"},
      {scalar("AADAfw=="), scalar("AQDA/w=="), "same"},
      {scalar("AADAfw=="), one, "value behaviour"},
      {scalar("AACAfw=="), one, "value behaviour"},
      {one, array("float64", json::array(), "AAAAAAAA8D8="), "dtype breaking"},
      {one, array("float32", {1}, "AACAPw=="), "shape breaking"},
      {one, array("float32", json::array(), "AACAPw==", "ndarray"), "structure behaviour"},
      {one, array("float32", json::array(), "AQCAPw==", "ndarray"), "structure behaviour"},
      {one, array("float32", json::array(), "AgCAPw==", "ndarray"), "value behaviour"},
      {array("int32", {2}, "AQAAAAIAAAA="), array("int32", {2}, "AQAAAAIAAAA="), "same"},
      {array("int32", {2}, "AQAAAAIAAAA="), array("int32", {2}, "AQAAAAMAAAA="), "value behaviour"},
      {strings({{{"utf8", "a"}}}), strings({{{"base64", "YQ=="}}}), "same"},
      {strings({{{"utf8", "a"}}}), strings({{{"utf8", "b"}}}), "value behaviour"},
      {array("complex64", {1}, "AACAPwAAgD8="), array("complex64", {1}, "AACAPwEAgD8="), "value drift"},
      {array("complex64", {1}, "AACAPwAAgD8="), array("complex64", {1}, "AACAPwAAAEA="), "value behaviour"},
      {array("float32", {2}, "AACAPw=="), array("float32", {2}, "AACAPw=="), "same"},  // cannot be decoded
      {array("float32", {2}, "AACAPw=="), array("float32", {2}, "!"), "value behaviour"},
  });
  const auto verdict = classify(array("int32", {2, 1}, "AQAAAAIAAAA="), array("int32", {2, 1}, "AQAAAAMAAAA="), {});
  CHECK(verdict->detail == "1 of 2 elements differ, at [1, 0]: 2 -> 3");
}

TEST_CASE("plain values differ by their most severe leaf") {
  check_rows({
      {value(1), value(2), "value behaviour"},
      {value("a"), value("b"), "value behaviour"},
      {value("<A at 0x7f00deadbeef>"), value("<A at 0x7f11deadbeef>"), "same"},
      {value(true), value(1), "structure behaviour"},
      {value(1), value(1.0), "structure behaviour"},
      {value(nullptr), value(nullptr), "same"},
      {value(nullptr), value(false), "structure behaviour"},
      {value(0.1), value(0.1), "same"},
      {value(1.0), value(1.0000001192092896), "value drift"},   // one step of float32
      {value(0.1), value(0.10000000000000002), "value drift"},  // one step of float64
      {value(0.1), value(0.100000001), "value behaviour"},
      {value({{"float", "nan"}}), value({{"float", "nan"}}), "same"},
      {value({{"float", "inf"}}), value(1.5), "value behaviour"},
      {value({{"int", "12345678901234567890"}}), value({{"int", "12345678901234567891"}}), "value behaviour"},
      {value({1, 2}), value({1, 2, 3}), "structure behaviour"},
      {value({{"a", 1}}), value({{"a", 1}, {"b", 2}}), "structure behaviour"},
      {value({1.0, 5}), value({1.0000001192092896, 6}), "value behaviour"},
      {value({1, exception("E", "a")}), value({1, exception("E", "b")}), "message cosmetic"},
      {value({1, exception("E", "a")}), value({1, 2}), "exception behaviour"},
      {value({1, 2}), value({1, exception("E", "a")}), "exception breaking"},
      {value({1, 2}), value({7, missing()}), "missing breaking"},
      {value({{"y", scalar("AACAPw==")}}), value({{"y", scalar("AQCAPw==")}}), "value drift"},
      {structure({"While"}), structure({"StatelessWhile"}), "structure behaviour"},
      {structure({{"decay", 0.0}}), structure(json::object()), "structure behaviour"},
      {structure(1), structure(2), "structure behaviour"},
  });
  CHECK(classify(value({{"units", {1, 2}}}), value({{"units", {1, 3}}}), {})->detail == "['units'][1]: 2 -> 3");
  CHECK(classify(structure({"a", "b"}), structure({"a"}), {})->detail == "length 2 -> 1, only before: ['b']");
  CHECK(classify(structure({"a", "a"}), structure({"b", "a", "c"}), {})->detail ==
        "length 2 -> 3, only before: ['a'], only after: ['b', 'c']");
}

TEST_CASE("texts, signatures and warnings") {
  check_rows({
      {text("a"), text("b"), "message cosmetic"},
      {text("<tf.Tensor: id=12>"), text("<tf.Tensor: id=99>"), "same"},
      {kSignature, kOtherSignature, "signature behaviour"},
      {kSignature, kSignature, "same"},
      {warnings(json::array()), warnings({{{"category", "UserWarning"}, {"message", "m"}}}), "warning cosmetic"},
      {warnings({{{"category", "A"}, {"message", "m"}}, {{"category", "B"}, {"message", "m"}}}),
       warnings({{{"category", "B"}, {"message", "m"}}, {{"category", "A"}, {"message", "m"}}}), "same"},
  });
}

TEST_CASE("every pair of kinds of values has an answer, and a value is the same as itself") {
  const std::vector<json> values = {scalar("AACAPw=="),
                                    value(1),
                                    structure({1}),
                                    text("a"),
                                    kSignature,
                                    exception("E", "m"),
                                    missing(),
                                    warnings(json::array()),
                                    crash("SIGSEGV"),
                                    kTimeout,
                                    kMemory,
                                    nullptr,
                                    // of a damaged record, or of a newer program
                                    json::object(),
                                    3,
                                    "text",
                                    {{"kind", 7}},
                                    {{"kind", "hologram"}},
                                    {{"kind", "array"}},
                                    {{"kind", "value"}},
                                    {{"kind", "warnings"}, {"items", 3}},
                                    {{"kind", "exception"}, {"type", 1}, {"message", {}}}};
  for (const json& before : values) {
    for (const json& after : values) {
      CAPTURE(before.dump());
      CAPTURE(after.dump());
      const auto verdict = classify(before, after, tolerant());
      if (before == after) CHECK_FALSE(verdict);
      if (verdict) CHECK_FALSE(verdict->detail.empty());
    }
  }
}
