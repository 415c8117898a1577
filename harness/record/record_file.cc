#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "harness/record/record.h"

namespace tfh {

namespace {

Result<void> write_all(int descriptor, const std::string& text, const std::string& doing) {
  std::size_t written = 0;
  while (written < text.size()) {
    const ssize_t count = write(descriptor, text.data() + written, text.size() - written);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(doing, errno_text(errno));
    written += static_cast<std::size_t>(count);
  }
  if (fsync(descriptor) != 0) return fail(doing, errno_text(errno));
  return {};
}

}  // namespace

Result<Record> read_record(const std::string& path) {
  const std::string doing = "reading the record " + path;
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return fail(doing, errno_text(errno), "give the path of a record or baseline");
  nlohmann::json value;
  try {
    value = nlohmann::json::parse(file);
  } catch (const nlohmann::json::parse_error& error) {
    return fail(doing, std::string("it is not JSON: ") + error.what(), "record it again");
  }
  auto record = record_from_json(value);
  if (!record) return fail(doing, record.error().what, record.error().hint);
  return record;
}

Result<void> write_record(const Record& record, const std::string& path) {
  const std::string doing = "writing the record " + path;
  const std::string text = to_json(record).dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
  std::string temporary = path + ".XXXXXX";  // in the same folder, so that the rename is atomic
  const int descriptor = mkostemp(temporary.data(), O_CLOEXEC);
  if (descriptor < 0) return fail(doing, errno_text(errno), "is its folder there, and may you write in it?");
  auto written = write_all(descriptor, text, doing);
  if (written && fchmod(descriptor, 0644) != 0) written = fail(doing, errno_text(errno));
  if (close(descriptor) != 0 && written) written = fail(doing, errno_text(errno));
  if (written && rename(temporary.c_str(), path.c_str()) != 0) written = fail(doing, errno_text(errno));
  if (!written) unlink(temporary.c_str());
  return written;
}

}  // namespace tfh
