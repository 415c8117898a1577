#include "harness/store/member_file.h"

#include <fcntl.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace tfh {

namespace {
constexpr std::size_t alignment = 4096;  // of blocks in memory and in the file: enough for every disk
constexpr double quick = 400e6;          // bytes a second: a slower disk would hold its writer up
}  // namespace

Result<void> MemberFile::open(unsigned mode) {
  file_ = TRY(open_file(path_, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode));
  direct_ = direct_ && ::fcntl(file_.get(), F_SETFL, O_DIRECT) == 0;
  if (direct_) block_.reset(static_cast<char*>(std::aligned_alloc(alignment, block_size)));
  return {};
}

Result<void> MemberFile::write(std::string_view bytes) {
  while (direct_ && !bytes.empty()) {
    const std::size_t count = std::min(bytes.size(), block_size - filled_);
    std::memcpy(block_.get() + filled_, bytes.data(), count);
    filled_ += count;
    bytes.remove_prefix(count);
    if (filled_ == block_size) TRY(write_block());
  }
  return write_all(disk_, file_.get(), bytes, path_);
}

Result<void> MemberFile::write_block() {
  const auto begin = std::chrono::steady_clock::now();
  const ssize_t taken = disk_.write(file_.get(), block_.get(), block_size);
  spent_ += std::chrono::steady_clock::now() - begin;
  written_ += block_size;
  filled_ = 0;
  const bool in_time = static_cast<double>(written_) >= quick * std::chrono::duration<double>(spent_).count();
  if (taken == static_cast<ssize_t>(block_size) && in_time) return {};
  const std::size_t done = taken < 0 ? 0 : static_cast<std::size_t>(taken);
  return write_usually({block_.get() + done, block_size - done});
}

Result<void> MemberFile::write_usually(std::string_view bytes) {
  direct_ = false;
  if (::fcntl(file_.get(), F_SETFL, 0) != 0) return std::unexpected(disk_error("writing " + path_.string(), errno));
  return write_all(disk_, file_.get(), bytes, path_);
}

Result<void> MemberFile::finish() {
  if (direct_) TRY(write_usually({block_.get(), filled_}));
  file_ = Descriptor();
  return {};
}

}  // namespace tfh
