#include "harness/store/ahead.h"

#include <thread>

#include "harness/store/unpack.h"

namespace tfh {

Result<FetchedAhead> fetch_ahead(const FileDownload& wheel, const std::vector<std::string>& mirror_urls,
                                 Workshop& workshop) {
  const auto now = [&] { return std::chrono::duration<double>(workshop.clock.steady() - workshop.started).count(); };
  FetchedAhead ahead;
  std::error_code error;
  if (std::filesystem::exists(workshop.layout.unpacked(wheel.file.sha256), error)) return ahead;
  ahead.fetch.start = now();
  const Downloaded downloaded = TRY(download_files({wheel}, mirror_urls, workshop).front());
  ahead.fetch.end = ahead.unpack.start = now();
  ahead.bytes = downloaded.fetched.bytes;
  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  TRY(unpack_wheel(downloaded.path, wheel.file.sha256, workshop.layout, workshop.disk, threads));
  ahead.unpack.end = now();
  return ahead;
}

}  // namespace tfh
