// What servers write into headers and pages as addresses and ranges.
#include "harness/base/credentials.h"
#include "harness/fetch/content_range.h"
#include "harness/index/url.h"
#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(tfh::text_of(data, size));
  if (const auto range = tfh::parse_content_range(text)) {
    tfh::require(range->first <= range->last, "a range is not empty");
    tfh::require(!range->total || range->last < *range->total, "a range lies inside the file");
  }
  const std::string base = "https://index.example/simple/pkg/";
  const std::string absolute = tfh::absolute_url(base, text);
  tfh::require(tfh::absolute_url(base, absolute) == absolute, "an absolute address stays as it is");
  tfh::url_filename(text);
  tfh::fragment_value(text, "sha256");
  tfh::without_credentials(text);
  return 0;
}
