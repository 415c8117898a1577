#include "harness/store/ahead.h"

#include <thread>

#include "harness/store/bytecode.h"
#include "harness/store/unpack.h"

namespace tfh {

Result<FetchedAhead> fetch_ahead(const FileDownload& wheel, const Interpreter& interpreter,
                                 const std::vector<std::string>& mirror_urls, Workshop& workshop) {
  const auto now = [&] { return std::chrono::duration<double>(workshop.clock.steady() - workshop.started).count(); };
  FetchedAhead ahead;
  std::error_code error;
  if (std::filesystem::exists(workshop.layout.unpacked(wheel.file.sha256), error)) return ahead;
  ahead.fetch.start = now();
  const Downloaded downloaded = TRY(download_files({wheel}, mirror_urls, workshop).front());
  ahead.fetch.end = ahead.unpack.start = now();
  ahead.bytes = downloaded.fetched.bytes;
  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  const std::string& sha256 = wheel.file.sha256;
  const Unpacked unpacked = TRY(unpack_wheel(downloaded.path, sha256, workshop.layout, workshop.disk, threads));
  const CompiledPart part{unpacked.folder / "purelib", workshop.layout.bytecode(sha256, interpreter.cache_tag)};
  TRY(add_bytecode({part}, top_level_modules(part.purelib), interpreter, workshop.layout, workshop.runner));
  ahead.unpack.end = now();
  return ahead;
}

}  // namespace tfh
