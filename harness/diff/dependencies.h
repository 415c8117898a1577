// How the packages of two environments differ. Pure.
#pragma once

#include <string>
#include <vector>

#include "harness/record/record.h"

namespace tfh {

// How far a version moved: the first part of its release (PEP 440) that differs; `other` is a pre, post, dev or local
// part, and a version that is none.
enum class Move { added, removed, major, minor, micro, other };

constexpr std::size_t kMoveCount = 6;
const char* move_name(Move move);  // "major"

struct DependencyChange {
  std::string name, before, after;  // a version is empty where the package is not there
  Move move = Move::other;
  bool backwards = false;  // `after` is the older one
};

// What differs, in the order of Move and then by name.
std::vector<DependencyChange> dependency_changes(const std::vector<RecordedPackage>& before,
                                                 const std::vector<RecordedPackage>& after);

// One package in several environments: a version for each, empty where it is not there.
struct DependencyRow {
  std::string name;
  std::vector<std::string> versions;
};

// The packages that are not the same in all, by name.
std::vector<DependencyRow> dependency_rows(const std::vector<std::vector<RecordedPackage>>& environments);

}  // namespace tfh
