// The instruction sets of this machine's CPU, from the text of /proc/cpuinfo. Pure.
#pragma once

#include <string>
#include <vector>

namespace tfh {

// Those of sse4_1, sse4_2, avx, avx2, fma, f16c, avx512f, avx512_bf16, avx_vnni, amx_tile that the CPU has.
std::vector<std::string> instruction_sets(const std::string& cpuinfo);
std::string cpu_model(const std::string& cpuinfo);

// Those that wheels of TensorFlow are compiled for and the CPU lacks.
std::vector<std::string> missing_instruction_sets(const std::string& cpuinfo);

// For a process that died of SIGILL: names the instruction sets that releases are compiled for and this CPU lacks.
std::string illegal_instruction_hint(const std::string& cpuinfo);

}  // namespace tfh
