// What `prepare` made ready.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "harness/report/report.h"

namespace tfh {

struct ReadyRelease {
  std::string id, prefix;    // prefix: its folder in the store
  std::size_t packages = 0;  // in it
  Phases phases;             // resolve, fetch and unpack are filled
  std::vector<std::string> notes;
  std::optional<SubjectFailure> error;
};

struct PreparationReport {
  std::vector<ReadyRelease> releases;  // in the order given
  double seconds = 0;
};

// A line for each release, what failed at the end, with the reason and what to do; then the sum.
std::string preparation_text(const PreparationReport& report);
// {"schema": "tfharness-preparation/1", "releases": [...], "seconds": ...}: the same.
nlohmann::json to_json(const PreparationReport& report);
// 2 when any release failed.
int exit_status(const PreparationReport& report);

}  // namespace tfh
