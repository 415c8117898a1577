// ZIP archives made byte by byte, right ones and wrong ones.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace tfh {

struct MadeMember {
  std::string name;
  std::string content;
  bool deflated = true;
  std::uint32_t unix_mode = 0100644;
  std::optional<std::string> local_name = {};  // when the local header shall say another
  std::optional<std::uint32_t> crc = {};       // when both headers shall say another
  std::optional<std::uint32_t> size = {};      // likewise
};

struct MadeArchive {
  std::vector<MadeMember> members = {};
  std::string before = {};     // bytes before the first member; offsets take them into account
  std::string after = {};      // bytes after the end record
  int count_difference = 0;    // added to the count in the end record
  bool shared_offset = false;  // every directory entry points to the first local header's place
  std::string bytes() const;
};

// A wheel `NAME-1.0-py3-none-any.whl` of these members, with METADATA, WHEEL and a RECORD that is right.
MadeArchive made_wheel(std::vector<MadeMember> members, const std::string& name = "pkg");

}  // namespace tfh
