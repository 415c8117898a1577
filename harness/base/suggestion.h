// "did you mean compare?": the nearest of the words there are, by edit distance.
#pragma once

#include <string>
#include <vector>

namespace tfh {

// "did you mean 'compare'?", or the list of all words when none is near.
std::string suggestion(const std::string& word, const std::vector<std::string>& words);

}  // namespace tfh
