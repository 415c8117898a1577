// Whether a store holds whole and right things only, whatever happened to the commands that filled it. The one checker
// of all tests: it reads every byte and trusts no name.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace tfh::test {

struct StoreExpectation {
  // Archives by sha256 that the store may have unpacked without keeping them.
  std::map<std::string, std::filesystem::path> archives;
  // A run was killed and none has followed: its scratch folder may be there.
  bool killed = false;
};

// What is wrong in a store that no command uses, a line each; empty: nothing.
//   wheels/      each archive has the sha256 that it lies under; a part only of what is not there as a whole
//   unpacked/    exactly the members of its archive, with their sizes and checksums, read-only
//   bytecode/    unchecked-hash .pyc files of sources that are there
//   prefixes/    every file of every package of its manifest, the same bytes
//   everything   no temporary file
std::vector<std::string> faults_of_store(const std::filesystem::path& store, const StoreExpectation& expected = {});

// The same as one text, for a message.
std::string store_faults(const std::filesystem::path& store, const StoreExpectation& expected = {});

}  // namespace tfh::test
