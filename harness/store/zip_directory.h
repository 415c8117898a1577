// The structure of a ZIP archive (PKWARE APPNOTE 6.3.10), read and checked before anything of it is unpacked.
//
// A ZIP can be read in more than one way: from its end, from its front, with bytes before, between and after the
// members. An archive for which these readings could differ is refused, so that what was hashed and looked at is what
// is unpacked.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/store/archive_bytes.h"

namespace tfh {

struct ZipMember {
  std::string name;  // raw bytes as in the archive; may hold anything
  bool deflated = false;
  std::uint32_t crc = 0;
  std::uint64_t packed = 0;  // bytes in the archive
  std::uint64_t size = 0;    // bytes when inflated
  std::uint64_t header_offset = 0;
  std::uint32_t unix_mode = 0;  // type and permissions; 0 where the archive was not made on Unix
};

// The members in the order of the central directory. Errors: no end record, more than one, bytes after it, a directory
// that does not end where the end record begins, counts that disagree, local headers that disagree with the directory,
// members that overlap, encryption, methods other than stored and deflated, several disks.
Result<std::vector<ZipMember>> read_zip_directory(ArchiveBytes& archive);
Result<std::vector<ZipMember>> read_zip_directory(const std::filesystem::path& archive);

// The same of an archive that still arrives, as far as its directory alone tells: nothing of it is to be trusted before
// read_zip_directory() has found the rest in order.
Result<std::vector<ZipMember>> read_central_directory(ArchiveBytes& archive);

}  // namespace tfh
