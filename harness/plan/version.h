// Versions as PEP 440 defines them (epoch, release, pre, post, dev, local), and Python minor versions.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"

namespace tfh {

class Version {
 public:
  // Accepts every form that PEP 440 normalises ("2.16.0RC1", "v1.0", "2.15.0.post1").
  static Result<Version> parse(std::string_view text);

  std::string str() const;  // normalised
  bool is_prerelease() const;
  bool is_postrelease() const { return post_.has_value(); }
  bool has_local() const { return !local_.empty(); }
  Version without_local() const;
  std::uint64_t epoch() const { return epoch_; }
  const std::vector<std::uint64_t>& release() const { return release_; }

  // The order of PEP 440: dev < pre < final < post; 2.4 == 2.4.0; a local part orders last.
  std::strong_ordering operator<=>(const Version& other) const;
  bool operator==(const Version& other) const { return (*this <=> other) == 0; }

 private:
  std::uint64_t epoch_ = 0;
  std::vector<std::uint64_t> release_;
  std::optional<std::pair<std::string, std::uint64_t>> pre_;  // "a", "b" or "rc"
  std::optional<std::uint64_t> post_;
  std::optional<std::uint64_t> dev_;
  std::vector<std::string> local_;
};

// A minor version of CPython: 3.8
struct PythonMinor {
  int major = 3;
  int minor = 0;
  static Result<PythonMinor> parse(std::string_view text);
  std::string str() const { return std::to_string(major) + "." + std::to_string(minor); }
  auto operator<=>(const PythonMinor&) const = default;
};

}  // namespace tfh
