// Whether what was unpacked can be loaded on this machine: the libraries that its shared objects need, and the versions
// of their symbols (glibc, libstdc++), found by looking at files.
#pragma once

#include <filesystem>
#include <set>
#include <string>
#include <vector>

namespace tfh {

// Folders that the dynamic linker looks into: the usual ones and those of /etc/ld.so.conf.d.
std::vector<std::filesystem::path> system_library_folders();

// What is not there, one line for each library or version, with the first file that needs it and how many more do:
// "libcudart.so.11.0 is not on this machine (needed by a.so and 3 more)". Empty: all is there. A library counts as
// there when its file lies anywhere below `folder`, since packages load each other's by name; so does libpython.
std::vector<std::string> host_shortcomings(const std::filesystem::path& folder,
                                           const std::vector<std::filesystem::path>& library_folders);

}  // namespace tfh
