#include <malloc.h>

#include "harness/cli/command_line.h"

int main(int argc, char** argv) {
  // Memory that was needed once, for an index page or by one of many threads, goes back to the system: by default each
  // thread's arena keeps its own, and large blocks come from there as soon as one of their size was freed.
  mallopt(M_ARENA_MAX, 2);
  mallopt(M_MMAP_THRESHOLD, 128 << 10);
  mallopt(M_TRIM_THRESHOLD, 128 << 10);
  return tfh::run_command_line(argc, argv);
}
