#include "harness/plan/version.h"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <regex>
#include <tuple>

namespace tfh {
namespace {

// Appendix B of PEP 440, with the epoch, release and local parts in their separators' long forms.
const std::regex& pattern() {
  static const std::regex compiled(
      "v?(?:([0-9]+)!)?"                                          // 1 epoch
      "([0-9]+(?:\\.[0-9]+)*)"                                    // 2 release
      "([-_.]?(alpha|a|beta|b|preview|pre|c|rc)[-_.]?([0-9]*))?"  // 3, 4 word, 5 number
      "(-([0-9]+)|[-_.]?(?:post|rev|r)[-_.]?([0-9]*))?"           // 6, 7 implicit, 8 number
      "([-_.]?dev[-_.]?([0-9]*))?"                                // 9, 10 number
      "(?:\\+([a-z0-9]+(?:[-_.][a-z0-9]+)*))?",                   // 11 local
      std::regex::ECMAScript | std::regex::optimize);
  return compiled;
}

std::string lower_trimmed(std::string_view text) {
  const auto first = text.find_first_not_of(" \t\r\n\f\v");
  if (first == std::string_view::npos) return "";
  text = text.substr(first, text.find_last_not_of(" \t\r\n\f\v") - first + 1);
  std::string result(text);
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

// False when the number does not fit; nothing written means 0, as in "1.0rc".
bool read_number(std::string_view digits, std::uint64_t& number) {
  number = 0;
  if (digits.empty()) return true;
  return std::from_chars(digits.data(), digits.data() + digits.size(), number).ec == std::errc{};
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find_first_of(separators, start), text.size());
    parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

bool is_number(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string without_leading_zeros(const std::string& digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

std::string normal_pre_word(const std::string& word) {
  if (word == "alpha") return "a";
  if (word == "beta") return "b";
  if (word == "c" || word == "pre" || word == "preview") return "rc";
  return word;
}

// Numbers order after words and by value; a local version that goes on is later than one that ends.
std::strong_ordering compare_local(const std::vector<std::string>& left, const std::vector<std::string>& right) {
  for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
    const bool left_number = is_number(left[i]), right_number = is_number(right[i]);
    if (left_number != right_number) return left_number <=> right_number;
    if (left_number && left[i].size() != right[i].size()) return left[i].size() <=> right[i].size();
    if (const auto order = left[i] <=> right[i]; order != 0) return order;
  }
  return left.size() <=> right.size();
}

std::size_t significant(const std::vector<std::uint64_t>& release) {
  std::size_t count = release.size();
  while (count > 0 && release[count - 1] == 0) --count;
  return count;
}

}  // namespace

Result<Version> Version::parse(std::string_view text) {
  const std::string doing = "reading version \"" + std::string(text) + "\"";
  const std::string lowered = lower_trimmed(text);
  std::smatch match;
  constexpr std::size_t longest = 200;  // std::regex recurses once a character
  if (lowered.size() > longest || !std::regex_match(lowered, match, pattern()))
    return fail(doing, "it is not a version as PEP 440 defines it",
                "versions look like 2.4.0, 2.16.0rc1, 2.15.0.post1");

  Version version;
  bool fits = read_number(match[1].str(), version.epoch_);
  for (const std::string& part : split(match[2].str(), ".")) {
    version.release_.push_back(0);
    fits = fits && read_number(part, version.release_.back());
  }
  std::uint64_t number = 0;
  if (match[3].matched) {
    fits = fits && read_number(match[5].str(), number);
    version.pre_ = {normal_pre_word(match[4].str()), number};
  }
  if (match[6].matched) {
    fits = fits && read_number(match[7].matched ? match[7].str() : match[8].str(), number);
    version.post_ = number;
  }
  if (match[9].matched) {
    fits = fits && read_number(match[10].str(), number);
    version.dev_ = number;
  }
  if (match[11].matched)
    for (const std::string& part : split(match[11].str(), "-_."))
      version.local_.push_back(is_number(part) ? without_leading_zeros(part) : part);
  if (!fits) return fail(doing, "a number in it is larger than 64 bits hold");
  return version;
}

std::string Version::str() const {
  std::string text = epoch_ != 0 ? std::to_string(epoch_) + "!" : "";
  for (std::size_t i = 0; i < release_.size(); ++i) text += (i == 0 ? "" : ".") + std::to_string(release_[i]);
  if (pre_) text += pre_->first + std::to_string(pre_->second);
  if (post_) text += ".post" + std::to_string(*post_);
  if (dev_) text += ".dev" + std::to_string(*dev_);
  for (std::size_t i = 0; i < local_.size(); ++i) text += (i == 0 ? "+" : ".") + local_[i];
  return text;
}

bool Version::is_prerelease() const {
  return pre_.has_value() || dev_.has_value();
}

std::strong_ordering Version::operator<=>(const Version& other) const {
  if (epoch_ != other.epoch_) return epoch_ <=> other.epoch_;
  const auto order = std::lexicographical_compare_three_way(
      release_.begin(), release_.begin() + static_cast<std::ptrdiff_t>(significant(release_)), other.release_.begin(),
      other.release_.begin() + static_cast<std::ptrdiff_t>(significant(other.release_)));
  if (order != 0) return order;
  // 1.0.dev1 is before 1.0a1, though it has no pre-release part; 1.0 and 1.0.post1 are after every one.
  const auto stage = [](const Version& version) {
    const bool bare_dev = !version.pre_ && !version.post_ && version.dev_;
    const int rank = bare_dev ? 0 : version.pre_ ? 1 : 2;
    return std::tuple(rank, version.pre_.value_or(std::pair<std::string, std::uint64_t>{}));
  };
  if (const auto by_stage = stage(*this) <=> stage(other); by_stage != 0) return by_stage;
  if (const auto by_post = post_ <=> other.post_; by_post != 0) return by_post;
  if (dev_.has_value() != other.dev_.has_value())
    return dev_ ? std::strong_ordering::less : std::strong_ordering::greater;
  if (const auto by_dev = dev_ <=> other.dev_; by_dev != 0) return by_dev;
  return compare_local(local_, other.local_);
}

Result<PythonMinor> PythonMinor::parse(std::string_view text) {
  const std::string doing = "reading Python version \"" + std::string(text) + "\"";
  const std::string hint = "write it as py3.8 or 3.8";
  std::string_view rest = text;
  for (const std::string_view prefix : {"python", "py"})
    if (rest.starts_with(prefix)) {
      rest.remove_prefix(prefix.size());
      break;
    }
  const auto parts = split(rest, ".");
  std::uint64_t major = 0, minor = 0;
  const bool well_formed = parts.size() == 2 && std::ranges::all_of(parts, [](const std::string& part) {
                             return !part.empty() && part.size() <= 3 && is_number(part);
                           });
  if (!well_formed || !read_number(parts[0], major) || !read_number(parts[1], minor))
    return fail(doing, "it is not a minor version of Python", hint);
  return PythonMinor{static_cast<int>(major), static_cast<int>(minor)};
}

}  // namespace tfh
