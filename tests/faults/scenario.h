// Everything that goes wrong in one run, drawn from its seed.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tests/fakes/faulty_disk.h"
#include "tests/faults/mirror_fault.h"

namespace tfh::test {

// How one server behaves: faults by file name (happening one after the other), and by "page" for its index pages.
struct MirrorPlan {
  std::map<std::string, std::vector<MirrorFault>> faults;
  bool html = false;       // its pages, otherwise JSON
  bool false_tls = false;  // its pages name https:// addresses, and there is none
};

struct PartLeft {  // by an earlier run
  std::size_t package = 0;
  std::size_t bytes = 0;
  bool right = true;  // what is there is the beginning of the file, or of its tail
  bool tail = false;
};

struct Scenario {
  std::uint64_t seed = 0;
  std::vector<std::size_t> packages;  // numbers in MadePackages
  std::vector<MirrorPlan> mirrors;    // asked first
  MirrorPlan origin;                  // whose addresses the lock names
  std::vector<PartLeft> parts;
  std::vector<DiskFailure> disk_failures;
  std::optional<std::uint64_t> room;       // bytes until the disk is full
  std::optional<std::uint64_t> told_free;  // what it says at the beginning
  bool writes_halves = false;
  bool compiler_fails = false;
  bool sizes_known = true;                  // by the lock
  bool downloads = false;                   // into a folder, as `download -d`; otherwise into a prefix
  bool ahead = false;                       // the first package is fetched ahead
  bool two_at_once = false;                 // two runs on one store
  std::uint64_t unpacks_arriving_from = 0;  // bytes; wheels of that size are unpacked while they arrive
  std::optional<std::uint64_t> killed;      // at this disk call
  // Nothing is wrong that asking again, or asking the next server, does not mend.
  bool must_succeed = false;

  std::string text() const;  // for a person who looks into a failure
};

Scenario draw_scenario(std::uint64_t seed, std::size_t package_count);

}  // namespace tfh::test
