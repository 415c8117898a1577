// One member of an archive on its way to a file: inflated, counted and checked as it passes.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string_view>

#include "harness/base/disk.h"
#include "harness/base/file.h"
#include "harness/store/inflate.h"

namespace tfh {

struct MemberContent {
  bool deflated = false;   // false: stored
  std::uint64_t size = 0;  // inflated
  std::uint32_t crc = 0;
};

class MemberWriter {
 public:
  // `inflater` is this writer's alone until finish(); it is reused because its state is large.
  MemberWriter(Disk& disk, Inflater& inflater, const MemberContent& content, std::filesystem::path path)
      : disk_(disk), inflater_(inflater), content_(content), path_(std::move(path)) {}

  Result<void> open(unsigned mode);  // the file must not be there yet
  // More of the member as it is in the archive. Never writes more than the announced size.
  Result<void> feed(std::string_view packed);
  Result<void> finish();  // checks size, CRC and that the stream has ended

 private:
  Result<void> take(std::string_view bytes);

  Disk& disk_;
  Inflater& inflater_;
  MemberContent content_;
  std::filesystem::path path_;
  Descriptor file_;
  std::uint64_t written_ = 0;
  std::uint32_t crc_ = 0;
};

}  // namespace tfh
