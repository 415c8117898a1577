#include "harness/store/archive_bytes.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

namespace tfh {

std::unexpected<Error> refuse_archive(const std::string& what) {
  return fail("reading the archive", what, "the file is damaged or was not made by a packaging tool");
}

Result<void> read_at(const Descriptor& file, std::uint64_t offset, std::span<char> into) {
  while (!into.empty()) {
    const ssize_t got = ::pread(file.get(), into.data(), into.size(), static_cast<off_t>(offset));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return std::unexpected(disk_error("reading the archive", errno));
    if (got == 0) return refuse_archive("the file became shorter while it was read");
    into = into.subspan(static_cast<std::size_t>(got));
    offset += static_cast<std::uint64_t>(got);
  }
  return {};
}

Result<std::string> ArchiveBytes::record(std::uint64_t offset, std::uint64_t count) {
  if (offset > size() || count > size() - offset) return refuse_archive("a record lies outside of the file");
  std::string bytes(count, '\0');
  TRY(read(offset, bytes));
  return bytes;
}

Result<std::unique_ptr<ArchiveFile>> ArchiveFile::open(const std::filesystem::path& path) {
  Descriptor file = TRY(open_file(path, O_RDONLY));
  struct stat status{};
  if (::fstat(file.get(), &status) != 0) return std::unexpected(disk_error("reading " + path.string(), errno));
  return std::unique_ptr<ArchiveFile>(new ArchiveFile(std::move(file), static_cast<std::uint64_t>(status.st_size)));
}

Result<void> ArchiveFile::read(std::uint64_t offset, std::span<char> into) {
  return read_at(file_, offset, into);
}

}  // namespace tfh
