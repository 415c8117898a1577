#include "harness/index/uv_complaint.h"

#include <regex>
#include <sstream>

#include "harness/base/credentials.h"

namespace tfh {

// "error: X\n  cause: Because ...\n\nhint: ..." becomes one line each; older releases draw the tree with × and ╰─▶.
UvComplaint read_uv_complaint(const std::string& output) {
  static const std::regex decoration("^(?:\\s|×|╰|├|│|─|▶|error:|cause:|hint:)+");
  UvComplaint complaint;
  std::istringstream lines(without_credentials(output));
  bool in_hint = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("warning:")) continue;
    if (line.find("hint:") != std::string::npos) in_hint = true;
    const std::string text = std::regex_replace(line, decoration, "", std::regex_constants::format_first_only);
    if (text.empty()) continue;
    std::string& target = in_hint ? complaint.hint : complaint.message;
    const bool headline = !in_hint && line.starts_with("error:");
    if (!target.empty()) target += " ";
    target += text;
    if (headline && !text.ends_with(':')) target += ":";
  }
  constexpr std::size_t longest = 1500;
  for (std::string* text : {&complaint.message, &complaint.hint})
    if (text->size() > longest) text->replace(longest, std::string::npos, " ...");
  return complaint;
}

}  // namespace tfh
