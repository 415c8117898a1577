#include "harness/run/cpu.h"

#include <algorithm>
#include <array>
#include <sstream>
#include <string_view>

namespace tfh {
namespace {

constexpr std::array<std::string_view, 10> known = {"sse4_1", "sse4_2",  "avx",         "avx2",     "fma",
                                                    "f16c",   "avx512f", "avx512_bf16", "avx_vnni", "amx_tile"};

// Official wheels need AVX from 1.6 on; some, 2.4.0 among them, were built for AVX2 and FMA as well.
constexpr std::array<std::string_view, 3> needed = {"avx", "avx2", "fma"};

// "flags		: fpu vme de ..." of the first CPU; empty: there is no such line.
std::string field(const std::string& cpuinfo, std::string_view name) {
  std::istringstream lines(cpuinfo);
  for (std::string line; std::getline(lines, line);) {
    const std::size_t colon = line.find(':');
    if (line.starts_with(name) && colon != std::string::npos && colon + 2 <= line.size()) return line.substr(colon + 2);
  }
  return {};
}

}  // namespace

std::vector<std::string> instruction_sets(const std::string& cpuinfo) {
  std::istringstream flags(field(cpuinfo, "flags"));
  std::vector<std::string> all, found;
  for (std::string flag; flags >> flag;) all.push_back(flag);
  for (const std::string_view set : known)
    if (std::ranges::find(all, set) != all.end()) found.emplace_back(set);
  return found;
}

std::string cpu_model(const std::string& cpuinfo) {
  return field(cpuinfo, "model name");
}

std::vector<std::string> missing_instruction_sets(const std::string& cpuinfo) {
  const auto present = instruction_sets(cpuinfo);
  std::vector<std::string> missing;
  for (const std::string_view set : needed)
    if (std::ranges::find(present, set) == present.end()) missing.emplace_back(set);
  return missing;
}

std::string illegal_instruction_hint(const std::string& cpuinfo) {
  std::string missing;
  for (const std::string& set : missing_instruction_sets(cpuinfo)) missing += (missing.empty() ? "" : ", ") + set;
  if (missing.empty()) return "this release uses an instruction that this CPU does not have";
  return "this release is compiled for instruction sets that this CPU does not have: " + missing +
         "; use another machine or a build without them";
}

}  // namespace tfh
