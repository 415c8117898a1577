#include "harness/diff/line_diff.h"

#include <algorithm>
#include <cstdint>
#include <span>

namespace tfh {

namespace {

using Lines = std::span<const std::string>;

constexpr std::size_t kAligned = 2000;  // lines on either side: a table of as many squared is made

// Collects what was removed and added between two lines that are common.
class Pairing {
 public:
  void remove(std::size_t number, const std::string& line) { removed_.emplace_back(number, line); }
  void add(std::size_t number, const std::string& line) { added_.emplace_back(number, line); }

  void flush(std::vector<LineChange>& changes) {
    for (std::size_t i = 0; i < std::max(removed_.size(), added_.size()); ++i) {
      LineChange& change = changes.emplace_back();
      change.number = i < removed_.size() ? removed_[i].first : added_[i].first;
      if (i < removed_.size()) change.before = removed_[i].second;
      if (i < added_.size()) change.after = added_[i].second;
    }
    removed_.clear();
    added_.clear();
  }

 private:
  std::vector<std::pair<std::size_t, std::string>> removed_, added_;
};

void by_place(Lines before, Lines after, std::size_t offset, Pairing& pairing) {
  for (std::size_t i = 0; i < std::max(before.size(), after.size()); ++i) {
    if (i < before.size() && i < after.size() && before[i] == after[i]) continue;
    if (i < before.size()) pairing.remove(offset + i + 1, before[i]);
    if (i < after.size()) pairing.add(offset + i + 1, after[i]);
  }
}

// By their longest common subsequence.
void aligned(Lines before, Lines after, std::size_t offset, Pairing& pairing, std::vector<LineChange>& changes) {
  const std::size_t columns = after.size() + 1;
  std::vector<std::uint16_t> common((before.size() + 1) * columns);  // lines from here on, by place in both
  for (std::size_t i = before.size(); i-- > 0;)
    for (std::size_t j = after.size(); j-- > 0;)
      common[i * columns + j] = before[i] == after[j]
                                    ? common[(i + 1) * columns + j + 1] + 1
                                    : std::max(common[(i + 1) * columns + j], common[i * columns + j + 1]);
  for (std::size_t i = 0, j = 0; i < before.size() || j < after.size();) {
    if (i < before.size() && j < after.size() && before[i] == after[j]) {
      pairing.flush(changes);
      ++i, ++j;
    } else if (j == after.size() ||
               (i < before.size() && common[(i + 1) * columns + j] >= common[i * columns + j + 1])) {
      pairing.remove(offset + i + 1, before[i]);
      ++i;
    } else {
      pairing.add(offset + j + 1, after[j]);
      ++j;
    }
  }
}

}  // namespace

std::vector<LineChange> changed_lines(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  const auto first = std::ranges::mismatch(before, after);
  const auto offset = static_cast<std::size_t>(first.in1 - before.begin());
  Lines old_lines = Lines(before).subspan(offset), new_lines = Lines(after).subspan(offset);
  while (!old_lines.empty() && !new_lines.empty() && old_lines.back() == new_lines.back()) {
    old_lines = old_lines.first(old_lines.size() - 1);
    new_lines = new_lines.first(new_lines.size() - 1);
  }
  std::vector<LineChange> changes;
  Pairing pairing;
  if (std::max(old_lines.size(), new_lines.size()) > kAligned)
    by_place(old_lines, new_lines, offset, pairing);
  else
    aligned(old_lines, new_lines, offset, pairing, changes);
  pairing.flush(changes);
  return changes;
}

}  // namespace tfh
