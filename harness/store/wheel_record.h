// A wheel's RECORD (recording installed packages, PyPA) against what the archive holds. Pure.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace tfh {

struct RecordEntry {
  std::string name;                   // of the file, as the archive has it
  std::string sha256;                 // base64 as RFC 4648 writes it for URLs, unpadded; empty: not given
  std::optional<std::uint64_t> size;  // bytes
};

std::vector<RecordEntry> read_wheel_record(std::string_view record);

// Differences in words, one line for each kind with the first name and the count; empty: none. They are notes and no
// errors, since RECORD is wrong in real wheels (tensorflow 1.15.0) while the archive's sha256 is trusted.
// `sizes`: bytes of every member that is a file, by name. RECORD's own signatures need no entry.
std::vector<std::string> record_differences(std::string_view record, const std::map<std::string, std::uint64_t>& sizes);

}  // namespace tfh
