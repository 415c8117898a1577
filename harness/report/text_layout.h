// Lines and columns of the terminal page: widths count code points, colours take no room.
#pragma once

#include <string>
#include <vector>

#include "harness/base/size_text.h"
#include "harness/report/report.h"

namespace tfh {

enum class Tone { plain, bold, dim, red, yellow, green, cyan };

std::string toned(const std::string& text, Tone tone, const TerminalStyle& style);
Tone tone_of(Severity severity);

std::size_t page_width(const TerminalStyle& style);  // columns, 40 at least
std::size_t columns_of(const std::string& text);
std::string padded_left(const std::string& text, std::size_t columns);
std::string padded_right(const std::string& text, std::size_t columns);

// `items` separated by ", ", broken between items; every line starts with `indent` and fits in `width` columns unless
// one item alone does not.
std::string wrapped_list(const std::vector<std::string>& items, const std::string& indent, std::size_t width);

// Rows of the same length, in columns as wide as their widest cell; those named in `to_the_right` are aligned there.
std::string aligned_columns(const std::vector<std::vector<std::string>>& rows,
                            const std::vector<std::size_t>& to_the_right = {});

// Text broken at spaces, likewise.
std::string wrapped_text(const std::string& text, const std::string& indent, std::size_t width);

// "NAME failed: MESSAGE", and below it what to do.
std::string failure_text(const std::string& name, const SubjectFailure& failure, const TerminalStyle& style = {});

std::string seconds_text(double seconds);                         // "9.8 s", "3 min 20 s"
std::string counted(std::size_t count, const std::string& noun);  // "1 check", "2 checks"

}  // namespace tfh
