// An index page as JSON (PEP 691): whatever a mirror sends.
#include "harness/index/project.h"
#include "tests/fuzz/project_page.h"
#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto page = tfh::parse_project_json(tfh::text_of(data, size), tfh::fuzzed_page_url);
  if (page) tfh::require_sound(*page);
  return 0;
}
