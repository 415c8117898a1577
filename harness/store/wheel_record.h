// A wheel's RECORD (recording installed packages, PyPA) against what the archive holds. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace tfh {

// Differences in words, one line for each kind with the first name and the count; empty: none. They are notes and no
// errors, since RECORD is wrong in real wheels (tensorflow 1.15.0) while the archive's sha256 is trusted.
// `sizes`: bytes of every member that is a file, by name. RECORD's own signatures need no entry.
std::vector<std::string> record_differences(std::string_view record, const std::map<std::string, std::uint64_t>& sizes);

}  // namespace tfh
