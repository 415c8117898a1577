#include "tests/fakes/zip_maker.h"

#include <isa-l/crc.h>
#include <isa-l/igzip_lib.h>

namespace tfh {
namespace {

std::string little(std::uint64_t value, std::size_t size) {
  std::string bytes;
  for (std::size_t i = 0; i < size; ++i) bytes += static_cast<char>(value >> (8 * i) & 0xff);
  return bytes;
}

std::string deflate(std::string content) {
  std::string packed(content.size() + content.size() / 100 + 1000, '\0');
  isal_zstream stream;
  isal_deflate_stateless_init(&stream);
  stream.next_in = reinterpret_cast<std::uint8_t*>(content.data());
  stream.avail_in = static_cast<std::uint32_t>(content.size());
  stream.next_out = reinterpret_cast<std::uint8_t*>(packed.data());
  stream.avail_out = static_cast<std::uint32_t>(packed.size());
  stream.end_of_stream = 1;
  isal_deflate_stateless(&stream);
  packed.resize(stream.total_out);
  return packed;
}

// From the version that is needed to the length of the extra field: the same in both headers.
std::string shared_fields(const MadeMember& member, const std::string& packed, std::size_t name_size) {
  const auto crc = member.crc.value_or(
      crc32_gzip_refl(0, reinterpret_cast<const unsigned char*>(member.content.data()), member.content.size()));
  const std::uint64_t size = member.size.value_or(static_cast<std::uint32_t>(member.content.size()));
  return little(20, 2) + little(0, 2) + little(member.deflated ? 8 : 0, 2) + little(0, 4) + little(crc, 4) +
         little(packed.size(), 4) + little(size, 4) + little(name_size, 2) + little(0, 2);
}

}  // namespace

std::string MadeArchive::bytes() const {
  std::string archive = before, directory;
  for (const MadeMember& member : members) {
    const std::string packed = member.deflated ? deflate(member.content) : member.content;
    const std::string local_name = member.local_name.value_or(member.name);
    const std::size_t offset = shared_offset ? 0 : archive.size();
    archive += "PK\3\4" + shared_fields(member, packed, local_name.size()) + local_name + packed;
    directory += "PK\1\2" + little(3 << 8 | 20, 2) + shared_fields(member, packed, member.name.size()) + little(0, 2) +
                 little(0, 2) + little(0, 2) + little(std::uint64_t{member.unix_mode} << 16, 4) + little(offset, 4) +
                 member.name;
  }
  const std::uint64_t count = members.size() + static_cast<std::uint64_t>(std::int64_t{count_difference});
  const std::size_t directory_offset = archive.size();
  return archive + directory + "PK\5\6" + little(0, 4) + little(count, 2) + little(count, 2) +
         little(directory.size(), 4) + little(directory_offset, 4) + little(0, 2) + after;
}

MadeArchive made_wheel(std::vector<MadeMember> members, const std::string& name) {
  const std::string folder = name + "-1.0.dist-info/";
  members.push_back({.name = folder + "METADATA", .content = "Name: " + name + "\nVersion: 1.0\n"});
  members.push_back({.name = folder + "WHEEL", .content = "Wheel-Version: 1.0\n"});
  std::string record = folder + "RECORD,,\n";
  for (const MadeMember& member : members)
    if (!member.name.ends_with('/'))
      record += "\"" + member.name + "\",sha256=x," + std::to_string(member.content.size()) + "\n";
  members.push_back({.name = folder + "RECORD", .content = record});
  MadeArchive archive;
  archive.members = std::move(members);
  return archive;
}

}  // namespace tfh
