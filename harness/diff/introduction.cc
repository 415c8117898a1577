#include <algorithm>
#include <optional>
#include <unordered_set>

#include "harness/diff/check_view.h"
#include "harness/diff/difference.h"
#include "harness/plan/version.h"

namespace tfh {

namespace {

struct Release {
  Version version;
  const Record* record;
  std::unordered_map<std::string, const CheckRecord*> checks;
  std::unordered_set<std::string> unstable;
};

// All compared releases that have a version, oldest first.
std::vector<Release> releases_of(const Record& baseline, const std::vector<const Record*>& subjects) {
  std::vector<Release> releases;
  const auto add = [&](const Record& record) {
    if (auto version = Version::parse(record.version)) {
      releases.push_back({std::move(*version),
                          &record,
                          checks_by_id(record.checks),
                          {record.unstable.begin(), record.unstable.end()}});
    }
  };
  add(baseline);
  for (const Record* subject : subjects) add(*subject);
  std::stable_sort(releases.begin(), releases.end(),
                   [](const Release& left, const Release& right) { return left.version < right.version; });
  return releases;
}

// Whether the release holds the observation as the difference's `after` has it, as `own` has. Other last bits and other
// texts do not make it another change, unless they are the change. nullopt: the release says nothing of it.
std::optional<bool> has_the_change(const Release& release, const Difference& difference, const Release& own) {
  const auto found = release.checks.find(difference.check_id());
  const auto own_check = own.checks.find(difference.check_id());
  if (found == release.checks.end() || own_check == own.checks.end()) return std::nullopt;
  if (is_revised(found->second->declaration, own_check->second->declaration)) return std::nullopt;
  if (release.unstable.contains(difference.id)) return std::nullopt;
  const CheckView view(*found->second);
  const std::string key = difference.key();
  const Observation* seen = view.find(key);
  if (seen == nullptr && !view.would_have(key, view)) return std::nullopt;
  const auto& own_observations = own_check->second->observations;
  const auto own_seen = std::ranges::find(own_observations, key, &Observation::key);
  if (seen != nullptr && own_seen != own_observations.end() && is_revised(*seen, *own_seen)) return std::nullopt;
  const auto verdict =
      classify(seen != nullptr ? seen->value : nlohmann::json(), difference.after, found->second->declaration);
  const auto is_small = [](Severity severity) { return severity == Severity::drift || severity == Severity::cosmetic; };
  return !verdict || (is_small(verdict->severity) && !is_small(difference.severity));
}

}  // namespace

void find_introductions(std::vector<Difference>& differences, const Record& baseline,
                        const std::vector<const Record*>& subjects) {
  if (subjects.size() < 2) return;
  const std::vector<Release> releases = releases_of(baseline, subjects);
  for (Difference& difference : differences) {
    const auto own = std::find_if(releases.begin(), releases.end(), [&](const Release& release) {
      return release.record->subject_id == difference.subject;
    });
    if (own == releases.end() || difference.kind == Kind::stability || difference.kind == Kind::dependency) continue;
    auto first = own;
    std::optional<bool> is_there;  // in the release before `first`
    while (first != releases.begin() && (is_there = has_the_change(*std::prev(first), difference, *own)) == true)
      --first;
    // In the oldest release already: when it came is not known from these.
    if (first != releases.begin() && is_there) difference.introduced = first->version.str();
  }
}

}  // namespace tfh
