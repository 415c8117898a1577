// What a command may not leave behind: processes, and half-written things in the store.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace tfh::test {

// From now on, processes whose parent died become children of this one, so that none can hide.
void adopt_orphans();

// Command lines of the children of this process, other than `known`, that are still there after a moment's grace.
std::vector<std::string> surviving_processes(const std::vector<int>& known);

// What is wrong in a store that no command uses: wheels with other bytes than their sha256, prefixes without their
// packages, temporary files older than the last command. Empty: nothing.
std::vector<std::string> faults_of_store(const std::filesystem::path& store);

}  // namespace tfh::test
