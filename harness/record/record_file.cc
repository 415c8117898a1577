#include <filesystem>

#include "harness/base/file.h"
#include "harness/record/record.h"

namespace tfh {

Result<Record> read_record(const std::string& path) {
  const std::string doing = "reading the record " + path;
  const auto text = read_file(path);
  if (!text) return fail(doing, text.error().what, "give the path of a record or baseline");
  nlohmann::json value;
  try {
    value = nlohmann::json::parse(*text);
  } catch (const nlohmann::json::parse_error& error) {
    return fail(doing, std::string("it is not JSON: ") + error.what(), "record it again");
  }
  auto record = record_from_json(value);
  if (!record) return fail(doing, record.error().what, record.error().hint);
  return record;
}

Result<void> write_record(const Record& record, const std::string& path) {
  const std::string text = to_json(record).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  const auto written = write_file(system_disk(), std::filesystem::absolute(path), text);
  if (!written) return fail("writing the record " + path, written.error().text(), written.error().hint);
  return {};
}

}  // namespace tfh
