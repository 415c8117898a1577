#include "harness/store/tar_file.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <vector>

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kBlock = 512, kPiece = 1 << 20, kLongestName = 99, kLongestRecord = 4096;
constexpr char kRegular = '0', kOldRegular = '\0', kExtended = 'x';

// The header of a member, as POSIX.1-2017 (pax, ustar interchange format) lays it out.
struct Header {
  char name[100];
  char mode[8], uid[8], gid[8];
  char size[12], mtime[12], checksum[8];
  char type;
  char link[100];
  char magic[6], version[2];
  char user[32], group[32], major[8], minor[8];
  char prefix[155], unused[12];
};
static_assert(sizeof(Header) == kBlock);

std::uint64_t padding(std::uint64_t size) {
  return (kBlock - size % kBlock) % kBlock;
}

// The sum of all bytes, the checksum's own counted as spaces.
unsigned checksum_of(Header header) {
  std::memset(header.checksum, ' ', sizeof header.checksum);
  std::array<unsigned char, kBlock> bytes{};
  std::memcpy(bytes.data(), &header, kBlock);
  unsigned sum = 0;
  for (const unsigned char byte : bytes) sum += byte;
  return sum;
}

template <std::size_t size>
void put(char (&field)[size], const std::string& text) {
  std::memcpy(field, text.data(), std::min(size, text.size()));
}

std::string header_block(const std::string& name, std::uint64_t size, char type) {
  Header header{};
  put(header.name, name);
  put(header.mode, "0000644");
  put(header.uid, "0000000");
  put(header.gid, "0000000");
  put(header.size, fmt::format("{:011o}", size));
  put(header.mtime, "00000000000");  // so that the same content makes the same archive
  header.type = type;
  put(header.magic, std::string("ustar\0", 6));
  put(header.version, "00");
  put(header.checksum, fmt::format("{:06o}", checksum_of(header)) + std::string("\0 ", 2));
  return {reinterpret_cast<const char*>(&header), kBlock};
}

// "30 path=wheels/...\n": the length counts itself.
std::string path_record(const std::string& name) {
  const std::string rest = " path=" + name + "\n";
  std::size_t length = rest.size() + 1;
  while (std::to_string(length).size() + rest.size() != length) ++length;
  return std::to_string(length) + rest;
}

template <std::size_t size>
std::string text_of(const char (&field)[size]) {
  return {field, ::strnlen(field, size)};
}

template <std::size_t size>
std::optional<std::uint64_t> number_of(const char (&field)[size]) {
  std::uint64_t number = 0;
  bool any = false;
  for (const char c : field) {
    if (c == ' ' || c == '\0') {
      if (any) break;
      continue;
    }
    if (c < '0' || c > '7') return std::nullopt;
    number = number * 8 + static_cast<std::uint64_t>(c - '0');
    any = true;
  }
  return any ? std::optional(number) : std::nullopt;
}

}  // namespace

Result<TarWriter> TarWriter::create(const fs::path& path, Disk& disk) {
  return TarWriter(path, TRY(open_file(path, O_WRONLY | O_CREAT | O_EXCL)), disk);
}

Result<void> TarWriter::write(std::string_view bytes) {
  return write_all(*disk_, file_.get(), bytes, path_);
}

Result<void> TarWriter::begin(const std::string& name, std::uint64_t size) {
  if (name.size() > kLongestName) {
    const std::string record = path_record(name);
    TRY(write(header_block("././@PaxHeader", record.size(), kExtended)));
    TRY(write(record));
    TRY(pad(record.size()));
  }
  return write(header_block(name.substr(0, kLongestName), size, kRegular));
}

Result<void> TarWriter::pad(std::uint64_t size) {
  return write(std::string(padding(size), '\0'));
}

Result<void> TarWriter::add(const std::string& name, std::string_view content) {
  TRY(begin(name, content.size()));
  TRY(write(content));
  return pad(content.size());
}

Result<void> TarWriter::add_file(const std::string& name, const fs::path& file) {
  const Descriptor source = TRY(open_file(file, O_RDONLY));
  struct stat status{};
  if (::fstat(source.get(), &status) != 0) return std::unexpected(disk_error("reading " + file.string(), errno));
  const auto size = static_cast<std::uint64_t>(status.st_size);
  TRY(begin(name, size));
  std::vector<char> buffer(kPiece);
  std::uint64_t copied = 0;
  while (true) {
    const ssize_t count = ::read(source.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(disk_error("reading " + file.string(), errno));
    if (count == 0) break;
    copied += static_cast<std::uint64_t>(count);
    TRY(write({buffer.data(), static_cast<std::size_t>(count)}));
  }
  if (copied != size) return fail("reading " + file.string(), "its size changed meanwhile");
  return pad(size);
}

Result<void> TarWriter::finish() {
  TRY(write(std::string(2 * kBlock, '\0')));
  if (disk_->sync(file_.get()) != 0) return std::unexpected(disk_error("syncing " + path_.string(), errno));
  return {};
}

std::unexpected<Error> TarReader::damaged(const std::string& what) const {
  return fail("reading " + path_.string(), what, "make or copy it again");
}

Result<TarReader> TarReader::open(const fs::path& path) {
  return TarReader(path, TRY(open_file(path, O_RDONLY)));
}

Result<void> TarReader::read_exactly(char* into, std::size_t size) {
  while (size > 0) {
    const ssize_t count = ::read(file_.get(), into, size);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(disk_error("reading " + path_.string(), errno));
    if (count == 0) return damaged("it ends too early");
    into += count;
    size -= static_cast<std::size_t>(count);
  }
  return {};
}

Result<std::optional<TarMember>> TarReader::read_header(char& type) {
  Header header{};
  TRY(read_exactly(reinterpret_cast<char*>(&header), kBlock));
  const auto* bytes = reinterpret_cast<const char*>(&header);
  if (std::all_of(bytes, bytes + kBlock, [](char c) { return c == '\0'; })) return std::nullopt;
  const auto size = number_of(header.size), sum = number_of(header.checksum);
  if (!size || !sum || *sum != checksum_of(header)) return damaged("it is no tar archive, or it is damaged");
  const std::string prefix = text_of(header.prefix), name = text_of(header.name);
  type = header.type;
  return TarMember{prefix.empty() ? name : prefix + "/" + name, *size};
}

Result<std::optional<TarMember>> TarReader::next() {
  std::string long_name;
  while (true) {
    char type = 0;
    auto member = TRY(read_header(type));
    if (!member) return member;
    if (type == kRegular || type == kOldRegular) {
      if (!long_name.empty()) member->name = long_name;
      left_ = member->size;
      return member;
    }
    if (type != kExtended || member->size > kLongestRecord)
      return damaged("it holds " + member->name + ", which is no regular file");
    std::string record(member->size + padding(member->size), '\0');
    TRY(read_exactly(record.data(), record.size()));
    const std::size_t begin = record.find(" path="), end = record.find('\n');
    if (begin == std::string::npos || end == std::string::npos || end < begin)
      return damaged("it has a header of an unknown kind");
    long_name = record.substr(begin + 6, end - begin - 6);
  }
}

Result<void> TarReader::read(const std::function<Result<void>(std::string_view)>& sink) {
  const std::uint64_t rest = padding(left_);
  std::vector<char> buffer(static_cast<std::size_t>(std::clamp<std::uint64_t>(left_, kBlock, kPiece)));
  while (left_ > 0) {
    const auto count = static_cast<std::size_t>(std::min<std::uint64_t>(left_, buffer.size()));
    TRY(read_exactly(buffer.data(), count));
    TRY(sink({buffer.data(), count}));
    left_ -= count;
  }
  return read_exactly(buffer.data(), static_cast<std::size_t>(rest));
}

}  // namespace tfh
