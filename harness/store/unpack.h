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
Result<Unpacked> unpack_wheel(const std::filesystem::path& wheel, const std::string& sha256, const StoreLayout& layout,
                              Disk& disk, unsigned threads);

}  // namespace tfh
