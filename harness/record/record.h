// All observations of one subject's run, with its environment. See README.md for the file format.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/record/observation.h"

namespace tfh {

// What a check declares; kept in the record so that a baseline can be judged without the catalogue it came from.
struct CheckDeclaration {
  std::string id;                // "tensor_ops.add"
  std::vector<std::string> api;  // public symbols exercised, "tf.math.add"
  double ulps = 0;               // tolerated distance in units in the last place; 0: exact
  double absolute = 0;           // tolerated absolute difference, for results near zero
  std::string policy;            // "covered", "not-covered" or "unknown"
  // Of what the check runs: another one is another check, whatever its id says. Empty: not known.
  std::string revision = {};
};

struct CheckRecord {
  CheckDeclaration declaration;
  std::string status;   // "ok", "crashed", "timed_out", "out_of_memory", "skipped"
  std::string reason;   // why skipped, else empty
  std::string witness;  // Python source of what ran: prelude and calls
  std::vector<Observation> observations;
  double seconds = 0;  // of all its runs in this subject; not kept in files, where nothing but behaviour may differ
};

struct RecordedPackage {
  std::string name, version, sha256, source;  // source: "wheel" or "sdist"
};

constexpr std::size_t kUnstableValues = 8;

struct Record {
  std::string subject_id;     // "tensorflow==2.4.0@py3.8"
  std::string requirement;    // "tensorflow==2.4.0"
  std::string version;        // of the framework as it reports itself
  std::string python;         // "3.8.18"
  std::string resolve;        // "era", "latest", "lock", "env"
  std::string exclude_newer;  // RFC 3339 or empty
  std::string created;        // RFC 3339
  std::vector<RecordedPackage> packages;
  nlohmann::json environment;  // machine, CPU flags, kernel, glibc, sandbox: free form, for people and causes
  std::string lock;            // pylock.toml text
  std::vector<CheckRecord> checks;
  std::vector<std::string> unstable;  // observation ids "suite.check/key"
  // What they were in other runs than the one in `checks`: null where not made, at most kUnstableValues of each.
  std::map<std::string, std::vector<nlohmann::json>> unstable_values;
};

nlohmann::json to_json(const std::vector<RecordedPackage>& packages);
nlohmann::json to_json(const Record& record);
Result<Record> record_from_json(const nlohmann::json& json);
Result<Record> read_record(const std::string& path);
Result<void> write_record(const Record& record, const std::string& path);  // atomic

}  // namespace tfh
