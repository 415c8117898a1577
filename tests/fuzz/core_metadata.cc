// METADATA of a wheel on a server: what the resolver is told instead of looking itself.
#include "harness/index/core_metadata.h"

#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto metadata = tfh::parse_core_metadata(tfh::text_of(data, size));
  if (!metadata) return 0;
  for (const std::string& requirement : metadata->requires_dist)
    tfh::require(!requirement.empty() && requirement.find('\n') == std::string::npos, "a requirement is a line");
  const std::string configuration = tfh::uv_configuration({*metadata});
  for (const std::string& stated : {metadata->name, metadata->version})
    tfh::require(configuration.find(stated) != std::string::npos, "what is stated is written");
  return 0;
}
