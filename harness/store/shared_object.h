// What a shared object asks of others, read from its dynamic section (System V gABI 4.1, and the symbol versions of the
// Linux Standard Base): nothing of it is loaded.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace tfh {

struct SharedObject {
  std::vector<std::string> needed;                        // names of libraries: "libm.so.6"
  std::vector<std::string> folders;                       // where it says to look for them: "$ORIGIN/../lib"
  std::map<std::string, std::set<std::string>> versions;  // asked of each library: "GLIBC_2.29"
  std::set<std::string> defined;                          // versions that it gives to others itself
};

// nullopt: no ELF file for this kind of machine, or a damaged one.
std::optional<SharedObject> read_shared_object(const std::filesystem::path& file);

}  // namespace tfh
