#include "harness/store/release_names.h"

#include <tuple>

#include "harness/plan/version.h"

namespace tfh {

namespace {

// Texts that are no release come first, as they are.
std::tuple<bool, std::string, Version> key_of(const std::string& release) {
  const std::size_t at = release.find("==");
  if (at == std::string::npos) return {false, release, {}};
  auto version = Version::parse(release.substr(at + 2));
  if (!version) return {false, release, {}};
  return {true, release.substr(0, at), *std::move(version)};
}

}  // namespace

bool ReleaseOrder::operator()(const std::string& left, const std::string& right) const {
  return key_of(left) < key_of(right);
}

}  // namespace tfh
