// Writing only below some folders: Landlock, landlock(7).
#pragma once

#include <filesystem>
#include <vector>

#include "harness/base/error.h"

namespace tfh::embed {

// From now on this process and its children write, create and remove only below `folders`, in /dev/shm and to
// /dev/null, /dev/zero and /dev/full. Returns the ABI number that the kernel speaks. An Error when the kernel has no
// Landlock, or only ABI 1, which forbids renaming from folder to folder, as saving a model does.
Result<int> restrict_writing(const std::vector<std::filesystem::path>& folders);

}  // namespace tfh::embed
