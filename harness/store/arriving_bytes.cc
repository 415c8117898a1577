#include "harness/store/arriving_bytes.h"

#include <fcntl.h>

#include <algorithm>

namespace tfh {

Result<std::shared_ptr<ArrivingBytes>> ArrivingBytes::open(const Transfer& transfer) {
  TRY(create_folders(transfer.partial.parent_path()));
  Descriptor front = TRY(open_file(transfer.partial, O_RDONLY | O_CREAT));
  Descriptor tail = TRY(open_file(transfer.tail->path, O_RDONLY | O_CREAT));
  return std::shared_ptr<ArrivingBytes>(
      new ArrivingBytes(*transfer.size, transfer.tail->offset, std::move(front), std::move(tail)));
}

// Who waits is woken for a block, not for each packet.
void ArrivingBytes::grown(const ArrivedBytes& arrived) {
  constexpr std::uint64_t block = 256 << 10;
  bool worth_waking = false;
  {
    const std::scoped_lock lock(mutex_);
    if (arrived.front + arrived.tail < arrived_.front + arrived_.tail) stopped_ = true;
    worth_waking =
        stopped_ || arrived.front / block != arrived_.front / block || arrived.tail / block != arrived_.tail / block ||
        arrived.front + arrived.tail >= size_ ||
        (arrived.front < tail_offset_ && arrived.tail == size_ - tail_offset_ && arrived_.tail != arrived.tail);
    arrived_ = arrived;
  }
  if (worth_waking) changed_.notify_all();
}

bool ArrivingBytes::is_whole() {
  const std::scoped_lock lock(mutex_);
  return !stopped_ && arrived_.front == size_;
}

void ArrivingBytes::stop() {
  {
    const std::scoped_lock lock(mutex_);
    stopped_ = true;
  }
  changed_.notify_all();
}

std::optional<ArrivingBytes::Place> ArrivingBytes::find(std::uint64_t offset) const {
  if (offset < arrived_.front) return Place{&front_, offset, arrived_.front - offset};
  if (offset < tail_offset_ || offset - tail_offset_ >= arrived_.tail) return std::nullopt;
  const std::uint64_t inside = offset - tail_offset_;
  return Place{&tail_, inside, arrived_.tail - inside};
}

Result<void> ArrivingBytes::read(std::uint64_t offset, std::span<char> into) {
  while (!into.empty()) {
    std::optional<Place> place;
    {
      std::unique_lock lock(mutex_);
      changed_.wait(lock, [&] { return stopped_ || (place = find(offset)); });
      if (stopped_) return fail("reading the archive", "its download was given up or started again");
    }
    const std::uint64_t count = std::min<std::uint64_t>(into.size(), place->count);
    TRY(read_at(*place->file, place->offset, into.first(count)));
    into = into.subspan(count);
    offset += count;
  }
  return {};
}

}  // namespace tfh
