#include "harness/fetch/file_part.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

namespace tfh {

FilePart::~FilePart() {
  if (file_.is_open() && size_ == 0) remove();
}

Result<void> FilePart::open() {
  TRY(create_folders(path_.parent_path()));
  file_ = TRY(open_file(path_, O_RDWR | O_CREAT));
  const off_t end = ::lseek(file_.get(), 0, SEEK_END);
  if (end < 0) return std::unexpected(disk_error("reading " + path_.string(), errno));
  size_ = static_cast<std::uint64_t>(end);
  return {};
}

Result<void> FilePart::create() {
  file_ = TRY(open_file(path_, O_RDWR | O_CREAT | O_TRUNC));
  size_ = 0;
  return {};
}

Result<void> FilePart::read(std::uint64_t offset, const std::function<Result<void>(std::string_view)>& sink) const {
  std::vector<char> buffer(1 << 20);
  while (true) {
    const ssize_t count = ::pread(file_.get(), buffer.data(), buffer.size(), static_cast<off_t>(offset));
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(disk_error("reading " + path_.string(), errno));
    if (count == 0) return {};
    TRY(sink({buffer.data(), static_cast<std::size_t>(count)}));
    offset += static_cast<std::uint64_t>(count);
  }
}

Result<void> FilePart::append(std::string_view bytes) {
  TRY(write_all(disk_, file_.get(), bytes, path_));
  size_ += bytes.size();
  return {};
}

Result<void> FilePart::clear() {
  if (::ftruncate(file_.get(), 0) != 0 || ::lseek(file_.get(), 0, SEEK_SET) != 0)
    return std::unexpected(disk_error("starting " + path_.string() + " again", errno));
  size_ = 0;
  return {};
}

void FilePart::remove() {
  ::unlink(path_.c_str());
  close();
}

}  // namespace tfh
