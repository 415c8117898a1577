#include "harness/run/cpu.h"

#include <doctest/doctest.h>

namespace tfh {
namespace {

constexpr const char* cpuinfo =
    "processor\t: 0\nmodel name\t: Old CPU @ 2.00GHz\nflags\t\t: fpu sse4_1 avx xsave\n\n"
    "processor\t: 1\nflags\t\t: avx2\n";

TEST_CASE("cpu: instruction sets and model of the first processor") {
  CHECK(instruction_sets(cpuinfo) == std::vector<std::string>{"sse4_1", "avx"});
  CHECK(cpu_model(cpuinfo) == "Old CPU @ 2.00GHz");
  CHECK(instruction_sets("").empty());
}

TEST_CASE("cpu: an illegal instruction is explained by what this CPU lacks") {
  CHECK(illegal_instruction_hint(cpuinfo).contains("does not have: avx2, fma;"));
  CHECK(illegal_instruction_hint("flags\t\t: avx avx2 fma\n").contains("an instruction that this CPU does not have"));
}

}  // namespace
}  // namespace tfh
