#include "harness/store/ahead.h"

#include "harness/store/bytecode.h"
#include "harness/store/unpack.h"

namespace tfh {

Result<FetchedAhead> fetch_ahead(const FileDownload& wheel, const Interpreter& interpreter,
                                 const std::vector<std::string>& mirror_urls, Workshop& workshop) {
  FetchedAhead ahead;
  std::error_code error;
  if (std::filesystem::exists(workshop.layout.unpacked(wheel.file.sha256), error)) return ahead;
  ahead.fetch.start = workshop.elapsed();
  const Downloaded downloaded = TRY(download_files({wheel}, mirror_urls, workshop).front());
  ahead.fetch.end = ahead.unpack.start = workshop.elapsed();
  ahead.bytes = downloaded.fetched.bytes;
  const std::string& sha256 = wheel.file.sha256;
  const Unpacked unpacked =
      TRY(unpack_wheel(downloaded.path, sha256, workshop.layout, workshop.disk, unpacking_threads()));
  const PrefixPart part{unpacked.folder, workshop.layout.bytecode(sha256, interpreter.cache_tag)};
  TRY(add_bytecode({part}, top_level_modules(part), interpreter, workshop.layout, workshop.runner));
  ahead.unpack.end = workshop.elapsed();
  return ahead;
}

}  // namespace tfh
