// One member of an archive on its way to a file: inflated, counted and checked as it passes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string_view>
#include <vector>

#include "harness/base/disk.h"
#include "harness/store/block_pipe.h"
#include "harness/store/inflate.h"
#include "harness/store/member_file.h"

namespace tfh {

struct MemberContent {
  bool deflated = false;   // false: stored
  std::uint64_t size = 0;  // inflated
  std::uint32_t crc = 0;
};

class MemberWriter : private InflatedSink {
 public:
  // What one thread writes its members with, one after the other: large, so it is reused.
  struct Tools {
    Inflater inflater;
    std::vector<std::uint8_t> buffer = std::vector<std::uint8_t>(BlockPipe::block_size);
  };

  MemberWriter(Disk& disk, Tools& tools, const MemberContent& content, std::filesystem::path path)
      : tools_(tools), content_(content), file_(disk, std::move(path), content.size) {}

  Result<void> open(unsigned mode);  // the file must not be there yet
  // More of the member as it is in the archive. Never writes more than the announced size.
  Result<void> feed(std::string_view packed);
  Result<void> finish();  // checks size, CRC and that the stream has ended

 private:
  std::span<std::uint8_t> room() override;
  Result<void> take(std::size_t count) override;
  Result<void> write(std::string_view bytes);

  Tools& tools_;
  MemberContent content_;
  MemberFile file_;
  std::uint64_t written_ = 0;
  std::uint32_t crc_ = 0;
  // One large member would be all that is left to do at the end: inflating and writing it then go side by side.
  std::optional<BlockPipe> pipe_;  // last: its thread uses the others
};

}  // namespace tfh
