#include "harness/store/ahead.h"

#include <future>

#include "harness/base/file.h"
#include "harness/store/arriving_wheel.h"
#include "harness/store/bytecode.h"
#include "harness/store/scratch.h"
#include "harness/store/unpack.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

// The byte-code of a wheel that still arrives: it becomes visible with the wheel, or not at all.
class EarlyBytecode {
 public:
  EarlyBytecode(const Interpreter& interpreter, Workshop& workshop) : interpreter_(interpreter), workshop_(workshop) {}
  EarlyBytecode(const EarlyBytecode&) = delete;
  EarlyBytecode& operator=(const EarlyBytecode&) = delete;
  ~EarlyBytecode() {
    if (made_.valid()) made_.wait();
    if (!work_.empty()) remove_folder(work_);
  }

  // `folder` may be renamed while its modules are compiled, so nothing in it is named by its whole path.
  void start(const fs::path& folder) {
    const std::vector<std::string> roots = top_level_modules({folder, {}});
    made_ = std::async(std::launch::async, [this, folder, roots]() -> Result<void> {
      work_ = fs::absolute(TRY(temporary_folder(workshop_.layout, "bytecode")));
      return add_bytecode({{".", work_}}, roots, interpreter_, workshop_.layout, workshop_.runner, folder);
    });
  }

  // Whether it is at `place` now.
  bool publish(const fs::path& place) {
    return made_.valid() && made_.get() && create_folders(place.parent_path()) &&
           workshop_.disk.rename(work_, place) == 0;
  }

 private:
  const Interpreter& interpreter_;
  Workshop& workshop_;
  fs::path work_;
  std::future<Result<void>> made_;
};

}  // namespace

Result<FetchedAhead> fetch_ahead(const FileDownload& wheel, const Interpreter& interpreter,
                                 const std::vector<std::string>& mirror_urls, Workshop& workshop) {
  FetchedAhead ahead;
  const std::string& sha256 = wheel.file.sha256;
  std::error_code error;
  if (fs::exists(workshop.layout.unpacked(sha256), error)) return ahead;
  EarlyBytecode bytecode(interpreter, workshop);
  std::optional<double> unpacking;  // since when
  ArrivingWheel arriving(workshop, [&](const fs::path& folder) {
    unpacking = workshop.elapsed();
    bytecode.start(folder);
  });
  FileDownload wanted = wheel;
  if (ArrivingWheel::is_worth_it(wheel.file, workshop))
    wanted.prepare = [&](Transfer& transfer) { arriving.watch(transfer); };
  ahead.fetch.start = workshop.elapsed();
  const auto fetched = download_files({wanted}, mirror_urls, workshop).front();
  arriving.settled(fetched.has_value());
  const Downloaded downloaded = TRY(fetched);
  ahead.fetch.end = workshop.elapsed();
  ahead.bytes = downloaded.fetched.bytes;
  const Unpacked unpacked = TRY(arriving.finish(downloaded.path, sha256));
  ahead.unpack.start = unpacking.value_or(ahead.fetch.end);
  const PrefixPart part{unpacked.folder, workshop.layout.bytecode(sha256, interpreter.cache_tag)};
  if (!arriving.was_in_time() || !bytecode.publish(part.bytecode))
    TRY(add_bytecode({part}, top_level_modules(part), interpreter, workshop.layout, workshop.runner));
  ahead.unpack.end = workshop.elapsed();
  return ahead;
}

}  // namespace tfh
