#include "harness/store/zip_directory.h"

#include <algorithm>

#include "harness/store/zip_bytes.h"

namespace tfh {
namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50;
constexpr std::uint32_t kCentralHeader = 0x02014b50;
constexpr std::uint32_t kEnd = 0x06054b50;
constexpr std::uint32_t kEnd64 = 0x06064b50;
constexpr std::uint32_t kEnd64Locator = 0x07064b50;
constexpr std::size_t kEndSize = 22, kEnd64Size = 56, kLocatorSize = 20, kLocalSize = 30;
constexpr std::uint64_t kLargestDirectory = 256 << 20;  // bytes; real wheels have about 1 MiB
constexpr std::uint16_t kEncrypted = 1, kSizesFollow = 8;
constexpr std::uint16_t kZip64Extra = 1;

struct DirectoryPlace {
  std::uint64_t offset = 0, size = 0, count = 0;
};

// An end record without a comment at the very end; wheels have no comments.
Result<DirectoryPlace> find_directory(ArchiveBytes& file) {
  if (file.size() < kEndSize) return refuse_archive("it is too short for a ZIP archive");
  const std::uint64_t end = file.size() - kEndSize;
  const std::string record = TRY(file.record(end, kEndSize));
  ZipBytes bytes(record);
  if (bytes.u32() != kEnd) return refuse_archive("it does not end with the end record of a ZIP archive");
  const auto disk = bytes.u16(), directory_disk = bytes.u16();
  const auto count_here = bytes.u16(), count = bytes.u16();
  const auto size = bytes.u32(), offset = bytes.u32();
  if (bytes.u16() != 0) return refuse_archive("the end record announces a comment that is not there");
  if (disk != 0 || directory_disk != 0 || count_here != count) return refuse_archive("it is split over several disks");
  DirectoryPlace place{offset, size, count};
  std::uint64_t directory_end = end;
  if (count == 0xffff || size == 0xffffffff || offset == 0xffffffff) {
    if (end < kLocatorSize + kEnd64Size) return refuse_archive("the ZIP64 records are missing");
    const std::string records = TRY(file.record(end - kLocatorSize - kEnd64Size, kLocatorSize + kEnd64Size));
    ZipBytes wide(records);
    if (wide.u32() != kEnd64 || wide.u64() != kEnd64Size - 12) return refuse_archive("the ZIP64 end record is damaged");
    wide.take(4);
    if (wide.u32() != 0 || wide.u32() != 0) return refuse_archive("it is split over several disks");
    const auto wide_here = wide.u64();
    place = {.offset = 0, .size = 0, .count = wide.u64()};
    place.size = wide.u64();
    place.offset = wide.u64();
    const bool locator = wide.u32() == kEnd64Locator && wide.u32() == 0;
    if (!locator || wide.u64() != end - kLocatorSize - kEnd64Size || wide.u32() != 1 || wide_here != place.count)
      return refuse_archive("the ZIP64 records disagree");
    directory_end = end - kLocatorSize - kEnd64Size;
  }
  if (place.size > kLargestDirectory) return refuse_archive("its directory is larger than any wheel's");
  if (place.offset > directory_end || place.size != directory_end - place.offset)
    return refuse_archive("its directory does not end where the end record begins");
  return place;
}

// Sizes that do not fit 32 bits are in an extra field, in this order and only those.
bool apply_zip64(std::string_view extra, bool wants_size, bool wants_packed, bool wants_offset, ZipMember& member) {
  if (!wants_size && !wants_packed && !wants_offset) return true;
  ZipBytes fields(extra);
  while (fields.left() > 0 && fields.ok()) {
    const auto id = fields.u16();
    const auto length = fields.u16();
    ZipBytes field(fields.take(length));
    if (id != kZip64Extra) continue;
    if (wants_size) member.size = field.u64();
    if (wants_packed) member.packed = field.u64();
    if (wants_offset) member.header_offset = field.u64();
    return field.ok() && fields.ok();
  }
  return false;
}

struct Header {  // what a local and a central header both say
  std::uint16_t flags = 0, method = 0;
  ZipMember member;
};

Result<Header> read_central(ZipBytes& bytes) {
  Header header;
  ZipMember& member = header.member;
  if (bytes.u32() != kCentralHeader) return refuse_archive("its directory holds fewer members than announced");
  const bool from_unix = (bytes.u16() >> 8) == 3;
  bytes.take(2);
  header.flags = bytes.u16();
  header.method = bytes.u16();
  bytes.take(4);
  member.crc = bytes.u32();
  member.packed = bytes.u32();
  member.size = bytes.u32();
  const auto name_size = bytes.u16(), extra_size = bytes.u16(), comment_size = bytes.u16();
  const auto disk = bytes.u16();
  bytes.take(2);
  const auto attributes = bytes.u32();
  member.header_offset = bytes.u32();
  member.name = bytes.take(name_size);
  const std::string_view extra = bytes.take(extra_size);
  bytes.take(comment_size);
  if (!bytes.ok()) return refuse_archive("its directory is cut off");
  if (from_unix) member.unix_mode = attributes >> 16;
  member.deflated = header.method == 8;
  if (header.method != 8 && header.method != 0)
    return refuse_archive("a member is compressed by method " + std::to_string(header.method));
  if ((header.flags & kEncrypted) != 0) return refuse_archive("a member is encrypted");
  if (disk != 0) return refuse_archive("it is split over several disks");
  if (!apply_zip64(extra, member.size == 0xffffffff, member.packed == 0xffffffff, member.header_offset == 0xffffffff,
                   member))
    return refuse_archive("the ZIP64 sizes of a member are missing");
  if (header.method == 0 && member.packed != member.size) return refuse_archive("a stored member has two sizes");
  return header;
}

struct Directory {
  std::uint64_t offset = 0;
  std::vector<Header> headers;
};

Result<Directory> read_directory(ArchiveBytes& file) {
  const DirectoryPlace place = TRY(find_directory(file));
  const std::string directory = TRY(file.record(place.offset, place.size));
  ZipBytes bytes(directory);
  if (place.count > place.size / 46) return refuse_archive("its directory is too short for the announced members");
  std::vector<Header> headers;
  headers.reserve(place.count);
  for (std::uint64_t i = 0; i < place.count; ++i) headers.push_back(TRY(read_central(bytes)));
  if (bytes.left() > 0) return refuse_archive("its directory holds more than the announced members");
  return Directory{place.offset, std::move(headers)};
}

std::vector<ZipMember> members_of(const Directory& directory) {
  std::vector<ZipMember> members;
  for (const Header& header : directory.headers) members.push_back(header.member);
  return members;
}

// Where the member's bytes end in the file, if its local header says what the directory says.
Result<std::uint64_t> check_local(ArchiveBytes& file, const Header& central) {
  const ZipMember& expected = central.member;
  const std::string fixed = TRY(file.record(expected.header_offset, kLocalSize));
  ZipBytes bytes(fixed);
  const bool is_header = bytes.u32() == kLocalHeader;
  bytes.take(2);
  const auto flags = bytes.u16(), method = bytes.u16();
  bytes.take(4);
  ZipMember local;
  local.crc = bytes.u32();
  local.packed = bytes.u32();
  local.size = bytes.u32();
  const auto name_size = bytes.u16(), extra_size = bytes.u16();
  if (!is_header) return refuse_archive("a member has no local header where the directory says");
  const std::string rest = TRY(file.record(expected.header_offset + kLocalSize, name_size + std::uint64_t{extra_size}));
  local.name = rest.substr(0, name_size);
  const bool wide = apply_zip64(std::string_view(rest).substr(name_size), local.size == 0xffffffff,
                                local.packed == 0xffffffff, false, local);
  const bool follows = (flags & kSizesFollow) != 0 && local.crc == 0 && local.packed == 0 && local.size == 0;
  const bool same = local.crc == expected.crc && local.packed == expected.packed && local.size == expected.size;
  if (!wide || flags != central.flags || method != central.method || local.name != expected.name || (!follows && !same))
    return refuse_archive("a local header disagrees with the directory: " + expected.name);
  return expected.header_offset + kLocalSize + rest.size() + expected.packed;
}

}  // namespace

Result<std::vector<ZipMember>> read_central_directory(ArchiveBytes& archive) {
  return members_of(TRY(read_directory(archive)));
}

Result<std::vector<ZipMember>> read_zip_directory(ArchiveBytes& archive) {
  const Directory directory = TRY(read_directory(archive));
  std::vector<std::pair<std::uint64_t, std::uint64_t>> extents;
  for (const Header& header : directory.headers)
    extents.emplace_back(header.member.header_offset, TRY(check_local(archive, header)));
  std::ranges::sort(extents);
  for (std::size_t i = 0; i < extents.size(); ++i) {
    const std::uint64_t limit = i + 1 < extents.size() ? extents[i + 1].first : directory.offset;
    if (extents[i].second > limit) return refuse_archive("members overlap");
  }
  if (!extents.empty() && extents.front().first != 0) return refuse_archive("there are bytes before the first member");
  return members_of(directory);
}

Result<std::vector<ZipMember>> read_zip_directory(const std::filesystem::path& archive) {
  const auto file = TRY(ArchiveFile::open(archive));
  return read_zip_directory(*file);
}

}  // namespace tfh
