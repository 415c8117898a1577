// A wheel, unpacked once per content.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/store/layout.h"

namespace tfh {

struct Unpacked {
  std::filesystem::path folder;  // unpacked/<sha256>/ with purelib/, scripts/, headers/, data/
  std::vector<std::string> notes;
};

// Publishes unpacked/<sha256>/: purelib/ is what goes into site-packages (also .data/purelib and .data/platlib),
// scripts/, headers/ and data/ come from .data. When it is there already, only its place is returned. Refuses an
// archive that is damaged (CRC, structure) or unsafe (member names, links, sizes).
// `threads` as unpacking_threads() says, or fewer.
Result<Unpacked> unpack_wheel(const std::filesystem::path& wheel, const std::string& sha256, const StoreLayout& layout,
                              Disk& disk, unsigned threads);

// As many as there are processors, but a few at most: each has buffers and the archive's directory of its own.
unsigned unpacking_threads();

// The lock on what this content is unpacked to: who unpacks it holds it.
std::string unpacked_lock_name(const std::string& sha256);
// Makes `folder`, which holds all of the wheel, visible as unpacked/<sha256>/. Under that lock.
Result<void> publish_unpacked(const std::filesystem::path& folder, const std::string& sha256, const StoreLayout& layout,
                              Disk& disk);

}  // namespace tfh
