// A record file: a baseline that somebody keeps, perhaps of another release of tfharness.
#include "harness/record/record.h"

#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto json = nlohmann::json::parse(tfh::text_of(data, size), nullptr, false);
  if (json.is_discarded()) return 0;
  const auto record = tfh::record_from_json(json);
  if (!record) {
    tfh::require(!record.error().what.empty(), "a refusal says what is wrong");
    return 0;
  }
  const auto written = tfh::to_json(*record);
  const auto again = tfh::record_from_json(written);
  tfh::require(again && tfh::to_json(*again) == written, "a record is read as it was written");
  return 0;
}
