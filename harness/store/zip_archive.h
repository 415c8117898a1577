// The compressed bytes of an archive's members, read through libzip. One object for each thread.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string_view>

#include "harness/base/error.h"
#include "harness/store/archive_bytes.h"
#include "harness/store/zip_directory.h"

namespace tfh {

class ZipArchive {
 public:
  // Reads the archive's directory; where `bytes` still arrive, waits for it. `bytes` must outlive the object.
  static Result<ZipArchive> open(ArchiveBytes& bytes);
  ZipArchive(ZipArchive&&) noexcept;
  ZipArchive& operator=(ZipArchive&&) noexcept;
  ~ZipArchive();

  // Gives the member as it is stored, in pieces. `index` is its place in the directory; that libzip sees the same
  // member there as `expected` is checked.
  Result<void> read_packed(std::uint64_t index, const ZipMember& expected,
                           const std::function<Result<void>(std::string_view)>& sink);

 private:
  struct State;
  explicit ZipArchive(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace tfh
