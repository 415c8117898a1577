#include "harness/diff/dependencies.h"

#include <algorithm>
#include <array>
#include <functional>
#include <map>

#include "harness/plan/version.h"

namespace tfh {

namespace {

std::uint64_t release_part(const Version& version, std::size_t index) {
  return index < version.release().size() ? version.release()[index] : 0;
}

DependencyChange moved(const std::string& name, const std::string& before, const std::string& after) {
  DependencyChange change{name, before, after, Move::other, false};
  if (before.empty()) change.move = Move::added;
  if (after.empty()) change.move = Move::removed;
  const auto from = Version::parse(before), to = Version::parse(after);
  if (before.empty() || after.empty() || !from || !to) return change;
  change.backwards = *to < *from;
  constexpr std::array parts = {Move::major, Move::minor, Move::micro};
  const std::size_t longest = std::max(from->release().size(), to->release().size());
  for (std::size_t i = 0; i < longest; ++i) {
    if (release_part(*from, i) == release_part(*to, i)) continue;
    change.move = parts[std::min(i, parts.size() - 1)];
    break;
  }
  return change;
}

}  // namespace

const char* move_name(Move move) {
  constexpr std::array<const char*, kMoveCount> names = {"added", "removed", "major", "minor", "micro", "other"};
  return names.at(static_cast<std::size_t>(move));
}

std::vector<DependencyChange> dependency_changes(const std::vector<RecordedPackage>& before,
                                                 const std::vector<RecordedPackage>& after) {
  std::map<std::string, std::pair<std::string, std::string>> versions;
  for (const RecordedPackage& package : before) versions[package.name].first = package.version;
  for (const RecordedPackage& package : after) versions[package.name].second = package.version;
  std::vector<DependencyChange> changes;
  for (const auto& [name, pair] : versions)
    if (pair.first != pair.second) changes.push_back(moved(name, pair.first, pair.second));
  std::ranges::stable_sort(changes, {}, &DependencyChange::move);
  return changes;
}

std::vector<DependencyRow> dependency_rows(const std::vector<std::vector<RecordedPackage>>& environments) {
  std::map<std::string, std::vector<std::string>> versions;
  for (std::size_t i = 0; i < environments.size(); ++i)
    for (const RecordedPackage& package : environments[i]) {
      auto& row = versions[package.name];
      row.resize(environments.size());
      row[i] = package.version;
    }
  std::vector<DependencyRow> rows;
  for (auto& [name, row] : versions)
    if (std::ranges::adjacent_find(row, std::not_equal_to<>()) != row.end()) rows.push_back({name, std::move(row)});
  return rows;
}

}  // namespace tfh
