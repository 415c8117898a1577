#include "harness/store/arriving_wheel.h"

#include <sys/resource.h>
#include <unistd.h>

#include "harness/store/scratch.h"
#include "harness/store/unpacking.h"

namespace tfh {

namespace fs = std::filesystem;

bool ArrivingWheel::is_worth_it(const LockedFile& file, const Workshop& workshop) {
  return file.filename.ends_with(".whl") && file.size.value_or(0) >= workshop.unpacks_arriving_from;
}

ArrivingWheel::~ArrivingWheel() {
  settled(false);
  if (thread_.joinable()) thread_.join();
}

void ArrivingWheel::watch(Transfer& transfer) {
  std::error_code error;
  const std::string& sha256 = transfer.sha256;
  if (!transfer.tail || fs::exists(workshop_.layout.unpacked(sha256), error)) return;
  auto lock = FolderLock::try_take(workshop_.layout, unpacked_lock_name(sha256));
  if (!lock || !*lock) return;
  auto bytes = ArrivingBytes::open(transfer);
  if (!bytes) return;
  bytes_ = std::move(*bytes);
  transfer.grown = [arriving = bytes_](const ArrivedBytes& arrived) { arriving->grown(arrived); };
  thread_ = std::thread([this, sha256, tail = transfer.tail->offset, held = std::move(**lock)]() mutable {
    unpack_and_publish(std::move(held), sha256, tail);
  });
}

// Bytes that were read and then fetched again were not hashed: settled() has stopped those.
void ArrivingWheel::settled(bool verified) {
  if (!bytes_ || settled_) return;
  settled_ = true;
  if (!verified || !bytes_->is_whole()) bytes_->stop();
  verdict_.set_value(verified);
}

// The lock goes as soon as the verdict is carried out: others may wait for it while nobody has time for finish().
void ArrivingWheel::unpack_and_publish(FolderLock, const std::string& sha256, std::uint64_t tail) {
  // The bytes that are still to come go before those that are there, but not by much: other programs go before them,
  // too. Threads and processes from here on inherit it.
  ::setpriority(PRIO_PROCESS, static_cast<id_t>(::gettid()), 3);
  const auto unpacked = unpack(tail);
  const bool verified = verdict_.get_future().get();
  in_time_ = unpacked && verified && bytes_->is_whole() &&
             publish_unpacked(folder_, sha256, workshop_.layout, workshop_.disk).has_value();
  if (!in_time_ && !folder_.empty()) remove_folder(folder_);
}

Result<void> ArrivingWheel::unpack(std::uint64_t tail) {
  std::vector<ZipMember> members = TRY(read_central_directory(*bytes_));
  const auto place = workshop_.arriving.take();
  if (!place) return fail("unpacking the wheel", "others are being unpacked while they arrive");
  folder_ = TRY(temporary_folder(workshop_.layout, "unpack"));
  Unpacking unpacking(*bytes_, folder_, workshop_.disk);
  TRY(unpacking.plan(std::move(members)));
  unpacking.order_by_arrival(tail);
  TRY(unpacking.write_members(unpacking_threads(), [this] {
    if (small_there_) small_there_(folder_);
  }));
  TRY(read_zip_directory(*bytes_));
  return unpacking.write_notes();
}

Result<Unpacked> ArrivingWheel::finish(const fs::path& wheel, const std::string& sha256) {
  if (thread_.joinable()) thread_.join();
  return unpack_wheel(wheel, sha256, workshop_.layout, workshop_.disk, unpacking_threads());
}

}  // namespace tfh
