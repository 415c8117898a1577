// A lock (PEP 751), from a resolver or a user.
#include "harness/index/lock.h"

#include "harness/index/file_name.h"
#include "harness/index/tags.h"
#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto tags = tfh::supported_tags({3, 8}, "glibc 2.36", "x86_64");
  const auto lock = tfh::read_lock(tfh::text_of(data, size), tags);
  if (!lock) return 0;
  tfh::require(!lock->packages.empty(), "a lock has a package");
  for (const tfh::LockedPackage& package : lock->packages) {
    tfh::require(package.file.sha256.size() == 64, "a file has a sha256");
    tfh::require(tfh::is_file_name(package.file.filename), "a file's name is no path");
  }
  return 0;
}
