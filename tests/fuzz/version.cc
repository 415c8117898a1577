// Versions (PEP 440): two of them, a line each, or one.
#include "harness/plan/version.h"

#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = tfh::text_of(data, size);
  const auto end = text.find('\n');
  const auto one = tfh::Version::parse(text.substr(0, end));
  if (!one) return 0;
  const auto again = tfh::Version::parse(one->str());
  tfh::require(again && again->str() == one->str(), "a normalised version is read as itself");
  tfh::require(*again == *one, "a normalised version is equal to what was written");
  if (end == std::string_view::npos) return 0;
  const auto other = tfh::Version::parse(text.substr(end + 1));
  if (!other) return 0;
  const auto order = *one <=> *other;
  tfh::require((*other <=> *one) == (0 <=> order), "the order is the same from both sides");
  return 0;
}
