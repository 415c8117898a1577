#include "harness/run/capacity.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

TEST_CASE("fork capacity: cores, or less where a quota or the memory is small") {
  struct Row {
    Machine machine;
    unsigned forks;
  };
  const std::string plenty = "MemTotal: 67108864 kB\nMemFree: 1024 kB\nMemAvailable: 33554432 kB\n";
  for (const Row& row : {
           Row{{2, "", ""}, 2},
           Row{{8, "max 100000\n", plenty}, 8},
           Row{{8, "200000 100000\n", plenty}, 2},
           Row{{8, "150000 100000\n", plenty}, 2},
           Row{{8, "10000 100000\n", plenty}, 1},
           Row{{2, "900000 100000\n", plenty}, 2},
           Row{{8, "nonsense", "MemAvailable: 3500000 kB\n"}, 3},
           Row{{8, "", "MemAvailable: 100 kB\n"}, 1},
           Row{{0, "", ""}, 1},
       })
    CHECK(fork_capacity(row.machine) == row.forks);
}

TEST_CASE("fork capacity: this machine has room for one") {
  CHECK(this_machine().cores >= 1);
  CHECK(fork_capacity(this_machine()) >= 1);
}

}  // namespace
}  // namespace tfh
