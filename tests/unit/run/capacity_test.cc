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
  const std::string gibibytes_3 = "3221225472\n";
  for (const Row& row : {
           Row{{2, ""}, 2},
           Row{{8, plenty, "max 100000\n"}, 8},
           Row{{8, plenty, "200000 100000\n"}, 2},
           Row{{8, plenty, "150000 100000\n"}, 2},
           Row{{8, plenty, "10000 100000\n"}, 1},
           Row{{2, plenty, "900000 100000\n"}, 2},
           Row{{8, "MemAvailable: 3500000 kB\n", "nonsense"}, 3},
           Row{{8, "MemAvailable: 100 kB\n"}, 1},
           Row{{8, plenty, "", "max\n", "anon 1\n"}, 8},
           Row{{8, plenty, "", gibibytes_3, ""}, 3},
           Row{{8, plenty, "", gibibytes_3, "anon 1073741824\nfile 99999999999\n"}, 2},
           Row{{8, "", "", gibibytes_3, "anon 9999999999\n"}, 1},
           Row{{8, "MemAvailable: 2097152 kB\n", "", gibibytes_3}, 2},
           Row{{0, ""}, 1},
       })
    CHECK(fork_capacity(row.machine) == row.forks);
}

TEST_CASE("fork capacity: this machine has room for one") {
  CHECK(this_machine().cores >= 1);
  CHECK(usable_cores() >= 1);
  CHECK(fork_capacity(this_machine()) >= 1);
}

}  // namespace
}  // namespace tfh
