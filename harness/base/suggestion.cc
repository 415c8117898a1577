#include "harness/base/suggestion.h"

#include <algorithm>
#include <numeric>

namespace tfh {

namespace {

std::size_t edit_distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), 0);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row.back();
}

}  // namespace

std::string suggestion(const std::string& word, const std::vector<std::string>& words) {
  const auto nearest =
      std::ranges::min_element(words, {}, [&](const std::string& known) { return edit_distance(word, known); });
  if (nearest != words.end() && edit_distance(word, *nearest) <= std::max<std::size_t>(2, word.size() / 3))
    return "did you mean '" + *nearest + "'?";
  std::string all;
  for (const std::string& known : words) all += (all.empty() ? "there are: " : ", ") + known;
  return all;
}

}  // namespace tfh
