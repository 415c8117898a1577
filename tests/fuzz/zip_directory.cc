// The structure of an archive and where its members go: everything that is looked at before a byte is unpacked.
#include "harness/store/zip_directory.h"

#include <sys/mman.h>
#include <unistd.h>

#include "harness/base/disk.h"
#include "harness/base/file.h"
#include "harness/store/wheel_members.h"
#include "tests/fuzz/property.h"

namespace {

// The same file for every input, in memory.
const std::string& write_archive(std::string_view bytes) {
  static const int file = ::memfd_create("archive", MFD_CLOEXEC);
  static const std::string path = "/proc/self/fd/" + std::to_string(file);
  tfh::require(::ftruncate(file, 0) == 0 && ::lseek(file, 0, SEEK_SET) == 0, "the file can be emptied");
  tfh::require(tfh::write_all(tfh::system_disk(), file, bytes, path).has_value(), "the file can be written");
  return path;
}

void require_inside(const std::filesystem::path& target) {
  tfh::require(target.is_relative() && target.lexically_normal() == target, "a target has no dots");
  const std::string top = *target.begin();
  tfh::require(top == "purelib" || top == "scripts" || top == "headers" || top == "data",
               "a target is of a known kind");
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto members = tfh::read_zip_directory(write_archive(tfh::text_of(data, size)));
  if (!members) return 0;
  std::uint64_t packed = 0;
  for (const tfh::ZipMember& member : *members) {
    packed += member.packed;
    tfh::require(member.header_offset < size && member.packed < size, "a member lies inside the archive");
  }
  tfh::require(packed <= size, "members do not overlap");
  const auto plan = tfh::plan_wheel(*members, size);
  if (!plan) return 0;
  for (const tfh::PlacedMember& placed : plan->members) {
    tfh::require(placed.index < members->size(), "a placed member is one of the archive's");
    require_inside(placed.target);
  }
  return 0;
}
