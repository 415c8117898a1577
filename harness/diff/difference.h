// What differs between two records, classified. The names of kinds and severities are those of the report format.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "harness/record/record.h"

namespace tfh {

enum class Kind {
  value,
  dtype,
  shape,
  structure,
  exception,
  message,
  warning,
  missing,
  added,
  signature,
  crash,
  timeout,
  stability,
  performance,
  dependency
};
inline constexpr std::size_t kKindCount = 15;
enum class Severity { info, cosmetic, drift, behaviour, breaking };  // ascending
inline constexpr std::size_t kSeverityCount = 5;

std::string name_of(Kind kind);
std::string name_of(Severity severity);
std::optional<Severity> severity_named(const std::string& name);

// What made the difference, where an experiment has shown it.
struct Cause {
  std::string kind;  // "framework", "dependency", "python", "cpu" or "unknown"
  std::string what;  // "numpy 1.19.5 -> 1.23.5"
  std::string evidence;
};

struct Difference {
  std::string id;            // "suite.check/observation"
  std::string suite, check;  // "tensor_ops", "add"
  std::vector<std::string> api;
  std::string subject;  // SUBJECT_ID
  Kind kind = Kind::value;
  Severity severity = Severity::behaviour;
  std::string policy;
  nlohmann::json before, after;  // values, or null where there was no observation
  std::string detail;            // "differs by up to 3 ULP in 2 of 8 elements", for people
  std::optional<Cause> cause;
  std::optional<std::string> introduced;
  std::string group;
  std::string witness;
  std::string check_id() const { return suite + "." + check; }
  std::string key() const { return id.substr(check_id().size() + 1); }  // of the observation
};

struct Group {  // differences that are one change seen several times
  std::string id, title;
  std::vector<std::string> api;
  Kind kind = Kind::value;
  Severity severity = Severity::behaviour;
  std::size_t count = 0;
};

struct Comparison {  // of one subject with the baseline
  std::vector<Difference> differences;
  std::size_t observations = 0;  // compared: present in at least one of the two records
  std::size_t same = 0;
  std::size_t unstable = 0;   // set apart, not compared
  std::size_t unreached = 0;  // a crash, timeout or exception on one side came first
  // Not compared, since they were others when one of the records was made: checks, and observations of other checks.
  std::size_t revised = 0, revised_calls = 0;
};

// Kind and severity of one pair of observations; nullopt: the same. Total: every pair of value kinds has an answer.
struct Verdict {
  Kind kind = Kind::value;
  Severity severity = Severity::behaviour;
  std::string detail;
};
std::optional<Verdict> classify(const nlohmann::json& before, const nlohmann::json& after,
                                const CheckDeclaration& declaration);

// The packages whose versions differ, one observation each: "packages.versions/numpy", kind dependency. The framework
// itself is not one of them.
Comparison compare_packages(const Record& baseline, const Record& subject);

// Compares every observation of two records, and their packages. An observation that a crash, timeout or exception kept
// one side from reaching is explained by that one and is not a difference of its own. Unstable on either side: set
// apart. Reproducible on one side and unstable on the other: kind stability, when no run of the unstable side that is
// known came out as the reproducible one does; else that may be rare chance, and is set apart.
Comparison compare(const Record& baseline, const Record& subject);

// The A/A of one subject: the ids of what is not the same in both passes, and what it was in the second (null: not
// made).
std::map<std::string, nlohmann::json> unstable_between(const std::vector<CheckRecord>& first,
                                                       const std::vector<CheckRecord>& second);

// Fills `group` in all differences: same subject, kind, severity, api and normalised change.
std::vector<Group> group_differences(std::vector<Difference>& differences);

// Fills `introduced` where more than two subjects were compared: the first version, in PEP 440 order, from which on
// the observation is as it is in the difference's subject. Unknown where the release before that one did not reach the
// observation, is not the same twice, or ran another check.
void find_introductions(std::vector<Difference>& differences, const Record& baseline,
                        const std::vector<const Record*>& subjects);

// Texts made comparable: addresses, temporary paths, counters in function names, object ids, line numbers,
// {{function_node ...}} before and [Op:...] after the text of an op error. Visible: replaced by a name in <>.
std::string normalized_text(const std::string& text);

}  // namespace tfh
