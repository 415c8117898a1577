// Version specifiers of Requires-Python (PEP 345, PEP 440).
#include "harness/index/requires_python.h"

#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string specifiers(tfh::text_of(data, size));
  for (const int minor : {7, 8, 13}) {
    const bool allowed = tfh::allows_python(specifiers, {3, minor});
    tfh::require(!allowed || tfh::allows_python(specifiers + ",", {3, minor}), "an empty specifier changes nothing");
  }
  return 0;
}
