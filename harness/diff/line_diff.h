// Which lines of a text changed: aligned, so that a line more does not make every line after it different.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace tfh {

struct LineChange {
  std::size_t number = 0;  // from 1; in the old text, or where there is no old line in the new one
  std::optional<std::string> before;
  std::optional<std::string> after;
};

// In the order of the text. Lines removed and added at one place are paired, first with first. Texts that differ in
// more than some thousand lines are compared line by line where they differ at all: aligning them would take minutes.
std::vector<LineChange> changed_lines(const std::vector<std::string>& before, const std::vector<std::string>& after);

}  // namespace tfh
