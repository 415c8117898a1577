// Recorded values on one line, for people: terminal page, JUnit XML, Markdown, details and titles.
#pragma once

#include <nlohmann/json.hpp>
#include <string>

namespace tfh {

// At most `width` columns (cut with "..."), no control characters:
//   float32[2, 2] [[1.0, 2.5], [nan, -0.0]]       InvalidArgumentError: Incompatible shapes: [2] vs. [3]
//   crash SIGABRT: Check failed: ...              no tf.strings.ngrams
// Plain values look as in Python. null is "(not observed)".
std::string value_text(const nlohmann::json& value, std::size_t width = 200);

// One line of text: control characters escaped, runs of white space become one space, cut at `width` columns.
std::string one_line(const std::string& text, std::size_t width);

}  // namespace tfh
