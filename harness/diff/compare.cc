#include <algorithm>
#include <iterator>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "harness/diff/called_symbols.h"
#include "harness/diff/check_view.h"
#include "harness/diff/difference.h"
#include "harness/diff/symbol.h"
#include "harness/diff/value_text.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

// What is in either of two checks, the order of the first kept.
std::vector<std::string> keys_of(const CheckRecord& first, const CheckRecord& second) {
  std::vector<std::string> keys;
  std::unordered_set<std::string> seen;
  for (const CheckRecord* check : {&first, &second}) {
    for (const Observation& observation : check->observations) {
      if (seen.insert(observation.key).second) keys.push_back(observation.key);
    }
  }
  return keys;
}

nlohmann::json value_of(const Observation* seen) {
  return seen != nullptr ? seen->value : nlohmann::json();
}

// The last bits and texts of an unstable observation say nothing.
bool alike(const std::optional<Verdict>& verdict) {
  return !verdict || verdict->severity == Severity::drift || verdict->severity == Severity::cosmetic;
}

class RecordComparison {
 public:
  RecordComparison(const Record& baseline, const Record& subject)
      : baseline_(baseline),
        subject_(subject),
        unstable_before_(baseline.unstable.begin(), baseline.unstable.end()),
        unstable_after_(subject.unstable.begin(), subject.unstable.end()) {}

  Comparison run();

 private:
  void compare_check(const CheckRecord& before, const CheckRecord& after);
  void compare_observation(const CheckRecord& before, const CheckRecord& after, const std::string& key,
                           const Observation* old_seen, const Observation* new_seen);
  std::optional<Verdict> stability_verdict(const std::optional<Verdict>& shown, const std::string& id,
                                           const CheckDeclaration& declaration, const Observation* old_seen,
                                           const Observation* new_seen) const;
  std::vector<std::string> api_of(const CheckRecord& check, const std::string& key, const Observation& seen);
  void add(const CheckRecord& before, const CheckRecord& after, const std::string& key, Verdict verdict,
           const Observation* old_seen, const Observation* new_seen);

  const Record& baseline_;
  const Record& subject_;
  std::unordered_set<std::string> unstable_before_, unstable_after_;
  std::unordered_map<const CheckRecord*, CalledSymbols> called_;
  Comparison comparison_;
};

Comparison RecordComparison::run() {
  const auto after_by_id = checks_by_id(subject_.checks);
  for (const CheckRecord& before : baseline_.checks) {
    const auto after = after_by_id.find(before.declaration.id);
    if (before.status == "skipped" || after == after_by_id.end()) continue;
    if (is_revised(before.declaration, after->second->declaration))
      ++comparison_.revised;
    else
      compare_check(before, *after->second);
  }
  return std::move(comparison_);
}

void RecordComparison::compare_check(const CheckRecord& before, const CheckRecord& after) {
  const CheckView old_view(before);
  const CheckView new_view(after);
  for (const std::string& key : keys_of(before, after)) {
    const Observation* old_seen = old_view.find(key);
    const Observation* new_seen = new_view.find(key);
    if (old_seen != nullptr && new_seen != nullptr && is_revised(*old_seen, *new_seen)) {
      ++comparison_.revised_calls;
      continue;
    }
    ++comparison_.observations;
    const bool unreached = (old_seen == nullptr && !old_view.would_have(key, new_view)) ||
                           (new_seen == nullptr && !new_view.would_have(key, old_view));
    if (unreached) {
      ++comparison_.unreached;
    } else {
      compare_observation(before, after, key, old_seen, new_seen);
    }
  }
}

void RecordComparison::compare_observation(const CheckRecord& before, const CheckRecord& after, const std::string& key,
                                           const Observation* old_seen, const Observation* new_seen) {
  const std::string id = after.declaration.id + "/" + key;
  auto verdict = classify(value_of(old_seen), value_of(new_seen), after.declaration);
  const bool unstable_before = unstable_before_.contains(id);
  const bool unstable_after = unstable_after_.contains(id);
  if (unstable_before != unstable_after)
    verdict = stability_verdict(verdict, id, after.declaration, old_seen, new_seen);
  if ((unstable_before && unstable_after) || (!verdict && (unstable_before || unstable_after))) {
    ++comparison_.unstable;
  } else if (verdict) {
    add(before, after, key, std::move(*verdict), old_seen, new_seen);
  } else {
    ++comparison_.same;
  }
}

// One side is reproducible, the other is not. A symbol that comes or goes explains that. Where some run of the unstable
// side came out as the reproducible one does, nothing is known: chance that is rare may just not have struck there.
std::optional<Verdict> RecordComparison::stability_verdict(const std::optional<Verdict>& shown, const std::string& id,
                                                           const CheckDeclaration& declaration,
                                                           const Observation* old_seen,
                                                           const Observation* new_seen) const {
  if (alike(shown)) return std::nullopt;
  if (shown->kind == Kind::missing || shown->kind == Kind::added) return shown;
  const bool unstable_before = unstable_before_.contains(id);
  const Record& unstable = unstable_before ? baseline_ : subject_;
  const nlohmann::json reproducible = value_of(unstable_before ? new_seen : old_seen);
  if (const auto others = unstable.unstable_values.find(id); others != unstable.unstable_values.end())
    for (const nlohmann::json& value : others->second)
      if (alike(classify(reproducible, value, declaration))) return std::nullopt;
  const std::string stable = unstable_before ? subject_.subject_id : baseline_.subject_id;
  return Verdict{
      Kind::stability, Severity::behaviour,
      "the same in every run of " + stable + "; the runs of " + unstable.subject_id + " differ from it and each other"};
}

// What the compatibility policy excludes whatever the check covers: the last bits of floats, texts of errors and logs.
bool never_covered(const Verdict& verdict) {
  return verdict.severity == Severity::drift || verdict.kind == Kind::message || verdict.kind == Kind::warning;
}

// What the check prepares, and the line that makes the observation. A side that crashed or raised wrote down less: the
// longer source shows the whole of the check.
std::string witness_of(const CheckRecord& before, const CheckRecord& after, const Observation& seen) {
  const std::string& shared = before.witness.size() > after.witness.size() ? before.witness : after.witness;
  return seen.source.empty() ? shared : shared + seen.source + "\n";
}

// A check that looks at many symbols: the difference is one of the symbol that its key begins with, or of those that
// its call names.
std::vector<std::string> RecordComparison::api_of(const CheckRecord& check, const std::string& key,
                                                  const Observation& seen) {
  if (key.starts_with("tf.")) return {key.substr(0, key.find(": "))};
  return called_.try_emplace(&check, check).first->second.of(seen);
}

void RecordComparison::add(const CheckRecord& before, const CheckRecord& after, const std::string& key, Verdict verdict,
                           const Observation* old_seen, const Observation* new_seen) {
  Difference difference;
  const CheckDeclaration& declaration = after.declaration;
  difference.id = declaration.id + "/" + key;
  difference.suite = declaration.id.substr(0, declaration.id.find('.'));
  difference.check = declaration.id.substr(difference.suite.size() + 1);
  difference.subject = subject_.subject_id;
  difference.kind = verdict.kind;
  difference.severity = verdict.severity;
  difference.policy = never_covered(verdict) ? "not-covered" : declaration.policy;
  if (old_seen != nullptr) difference.before = old_seen->value;
  if (new_seen != nullptr) difference.after = new_seen->value;
  difference.detail = std::move(verdict.detail);
  const Observation& seen = old_seen != nullptr ? *old_seen : *new_seen;
  difference.api = api_of(after, key, seen);
  const nlohmann::json& value = is_symbol(difference.after) ? difference.after : difference.before;
  difference.witness = is_symbol(value) ? symbol_witness(key, value) : witness_of(before, after, seen);
  comparison_.differences.push_back(std::move(difference));
}

}  // namespace

Comparison compare(const Record& baseline, const Record& subject) {
  Comparison comparison = RecordComparison(baseline, subject).run();
  Comparison packages = compare_packages(baseline, subject);
  comparison.observations += packages.observations;
  comparison.same += packages.same;
  std::move(packages.differences.begin(), packages.differences.end(), std::back_inserter(comparison.differences));
  return comparison;
}

}  // namespace tfh
