#include "harness/plan/version.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <tuple>

#include "harness/base/trimmed.h"

namespace tfh {
namespace {

std::string lower_trimmed(std::string_view text) {
  std::string result(trimmed(text, " \t\r\n\f\v"));
  std::ranges::transform(result, result.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return result;
}

bool is_number(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char c) { return std::isdigit(c) != 0; });
}

std::string without_leading_zeros(const std::string& digits) {
  const auto first = digits.find_first_not_of('0');
  return first == std::string::npos ? "0" : digits.substr(first);
}

// Reads a version from left to right, as appendix B of PEP 440 describes its parts.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  bool at_end() const { return rest_.empty(); }
  bool fits() const { return fits_; }  // false when a number was larger than 64 bits hold

  bool take(std::string_view word) {
    if (!rest_.starts_with(word)) return false;
    rest_.remove_prefix(word.size());
    return true;
  }

  std::optional<std::uint64_t> number() {
    const std::string_view digits = run("0123456789");
    if (digits.empty()) return std::nullopt;
    std::uint64_t value = 0;
    fits_ = fits_ && std::from_chars(digits.data(), digits.data() + digits.size(), value).ec == std::errc{};
    return value;
  }

  // [separator] WORD [separator] [number], as in ".post2" and "rc"; what is read stays read only when a word is there.
  template <std::size_t Count>
  std::optional<std::pair<std::string_view, std::uint64_t>> marked(
      const std::array<std::pair<std::string_view, std::string_view>, Count>& words) {
    const std::string_view before = rest_;
    separator();
    for (const auto& [word, normal] : words)
      if (take(word)) {
        const std::string_view after_word = rest_;
        separator();
        const auto value = number();
        if (!value) rest_ = after_word;
        return std::pair(normal, value.value_or(0));
      }
    rest_ = before;
    return std::nullopt;
  }

  std::string_view run(std::string_view characters) {
    const std::string_view found = rest_.substr(0, rest_.find_first_not_of(characters));
    rest_.remove_prefix(found.size());
    return found;
  }

  bool separator() { return take(".") || take("-") || take("_"); }

 private:
  std::string_view rest_;
  bool fits_ = true;
};

using Words = std::pair<std::string_view, std::string_view>;  // as written, normalised; longer ones first
constexpr std::array<Words, 8> pre_words{{{"alpha", "a"},
                                          {"a", "a"},
                                          {"beta", "b"},
                                          {"b", "b"},
                                          {"preview", "rc"},
                                          {"pre", "rc"},
                                          {"rc", "rc"},
                                          {"c", "rc"}}};
constexpr std::array<Words, 3> post_words{{{"post", ""}, {"rev", ""}, {"r", ""}}};
constexpr std::array<Words, 1> dev_words{{{"dev", ""}}};

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
  const auto refuse = [&] {
    return fail(doing, "it is not a version as PEP 440 defines it",
                "versions look like 2.4.0, 2.16.0rc1, 2.15.0.post1");
  };
  Reader reader(lowered);
  reader.take("v");
  Version version;
  auto number = reader.number();
  if (!number) return refuse();
  if (reader.take("!")) {
    version.epoch_ = *number;
    number = reader.number();
    if (!number) return refuse();
  }
  version.release_.push_back(*number);
  for (Reader ahead = reader; ahead.take("."); reader = ahead) {
    const auto part = ahead.number();
    if (!part) break;
    version.release_.push_back(*part);
  }
  if (const auto pre = reader.marked(pre_words)) version.pre_ = {std::string(pre->first), pre->second};
  Reader ahead = reader;
  if (const auto implicit = ahead.take("-") ? ahead.number() : std::nullopt) {  // 1.0-1 is 1.0.post1
    version.post_ = implicit;
    reader = ahead;
  } else if (const auto post = reader.marked(post_words)) {
    version.post_ = post->second;
  }
  if (const auto dev = reader.marked(dev_words)) version.dev_ = dev->second;
  if (reader.take("+")) do {
      const std::string part(reader.run("abcdefghijklmnopqrstuvwxyz0123456789"));
      if (part.empty()) return refuse();
      version.local_.push_back(is_number(part) ? without_leading_zeros(part) : part);
    } while (reader.separator());
  if (!reader.at_end()) return refuse();
  if (!reader.fits()) return fail(doing, "a number in it is larger than 64 bits hold");
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

Version Version::without_local() const {
  Version plain = *this;
  plain.local_.clear();
  return plain;
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
  Reader reader(text);
  if (!reader.take("python")) reader.take("py");
  const auto major = reader.number();
  const bool dot = reader.take(".");
  const auto minor = reader.number();
  if (!major || !dot || !minor || !reader.at_end() || *major > 99 || *minor > 999)
    return fail("reading Python version \"" + std::string(text) + "\"", "it is not a minor version of Python",
                "write it as py3.8 or 3.8");
  return PythonMinor{static_cast<int>(*major), static_cast<int>(*minor)};
}

}  // namespace tfh
