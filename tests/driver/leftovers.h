// What a command may not leave behind: processes.
#pragma once

#include <string>
#include <vector>

namespace tfh::test {

// From now on, processes whose parent died become children of this one, so that none can hide.
void adopt_orphans();

// Command lines of the children of this process, other than `known`, that are still there after a moment's grace.
std::vector<std::string> surviving_processes(const std::vector<int>& known);

}  // namespace tfh::test
