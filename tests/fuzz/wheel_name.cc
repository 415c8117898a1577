// A wheel's file name and its tags (PEP 427, PEP 425).
#include "harness/index/tags.h"
#include "harness/plan/subject.h"
#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const auto supported = tfh::supported_tags({3, 8}, "glibc 2.36", "x86_64");
  const auto wheel = tfh::WheelName::parse(tfh::text_of(data, size));
  if (!wheel) return 0;
  tfh::require(!wheel->tags.empty(), "a wheel has a tag");
  tfh::require(tfh::normalized_name(wheel->name) == wheel->name, "the name is normalised");
  const auto version = tfh::Version::parse(wheel->version);
  tfh::require(version && version->str() == wheel->version, "the version is normalised");
  const auto rank = tfh::tag_rank(*wheel, supported);
  tfh::require(!rank || *rank < supported.size(), "the rank is one of a supported tag");
  return 0;
}
