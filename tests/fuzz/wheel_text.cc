// The texts inside a wheel that are read while it is installed: RECORD and entry_points.txt.
#include "harness/store/console_scripts.h"
#include "harness/store/wheel_record.h"
#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(tfh::text_of(data, size));
  tfh::record_differences(text, {{"pkg/__init__.py", 12}, {"pkg-1.0.dist-info/RECORD", 90}});
  for (const tfh::ConsoleScript& script : tfh::parse_entry_points(text)) {
    tfh::require(script.name.find('/') == std::string::npos, "a script's name is no path");
    tfh::require(!script.name.empty() && script.name != "." && script.name != "..", "a script has a name");
  }
  return 0;
}
