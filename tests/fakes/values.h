// Recorded values and records made by hand, for the tests of record/, diff/ and report/.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"

namespace tfh::fakes {

inline nlohmann::json plain(const nlohmann::json& value) {
  return {{"kind", "value"}, {"value", value}};
}

inline nlohmann::json exception(const std::string& type, const std::string& message) {
  return {{"kind", "exception"}, {"type", type}, {"bases", {"ValueError", "Exception"}}, {"message", message}};
}

inline nlohmann::json missing(const std::string& symbol) {
  return {{"kind", "missing"}, {"symbol", symbol}, {"type", "AttributeError"}, {"message", "no " + symbol}};
}

inline nlohmann::json crash(const std::string& signal, const std::string& message = "") {
  return {{"kind", "crash"}, {"signal", signal}, {"stack", nlohmann::json::array()}, {"message", message}};
}

inline nlohmann::json array(const std::string& dtype, const nlohmann::json& shape, const std::string& base64) {
  return {{"kind", "array"}, {"dtype", dtype}, {"shape", shape}, {"container", "tf.Tensor"}, {"data", base64}};
}

// A check that came to its end.
inline CheckRecord check(const std::string& id, const std::string& symbol, std::vector<Observation> observations) {
  CheckRecord record;
  record.declaration = {.id = id, .api = {symbol}, .ulps = 2, .absolute = 0, .policy = "covered"};
  record.status = "ok";
  record.witness = "import tensorflow as tf\n" + symbol + "()\n";
  record.observations = std::move(observations);
  record.observations.push_back({"outcome", plain("completed")});
  return record;
}

inline Record record(const std::string& version, std::vector<CheckRecord> checks) {
  Record made;
  made.subject_id = "tensorflow==" + version + "@py3.8";
  made.requirement = "tensorflow==" + version;
  made.version = version;
  made.python = "3.8.18";
  made.resolve = "era";
  made.exclude_newer = "2020-12-15T21:01:02Z";
  made.created = "2026-01-02T03:04:05Z";
  made.environment = {{"machine", "x86_64"}};
  made.checks = std::move(checks);
  return made;
}

}  // namespace tfh::fakes
