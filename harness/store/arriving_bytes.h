// The bytes of an archive that still arrives: those at its beginning, and those of its tail (fetch/fetcher.h).
#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>

#include "harness/base/file.h"
#include "harness/fetch/fetcher.h"
#include "harness/store/archive_bytes.h"

namespace tfh {

class ArrivingBytes : public ArchiveBytes {
 public:
  // Of a transfer whose size is known and that has a tail; its files are created where they are not there yet.
  static Result<std::shared_ptr<ArrivingBytes>> open(const Transfer& transfer);

  void grown(const ArrivedBytes& arrived);  // less than before: the file was started again, as stop()
  bool is_whole();
  // What was read cannot be relied on: who waits, or asks from now on, gets an error.
  void stop();

  std::uint64_t size() const override { return size_; }
  // Waits for bytes that are not there yet.
  Result<void> read(std::uint64_t offset, std::span<char> into) override;

 private:
  struct Place {
    const Descriptor* file = nullptr;
    std::uint64_t offset = 0, count = 0;
  };
  ArrivingBytes(std::uint64_t size, std::uint64_t tail_offset, Descriptor front, Descriptor tail)
      : size_(size), tail_offset_(tail_offset), front_(std::move(front)), tail_(std::move(tail)) {}
  std::optional<Place> find(std::uint64_t offset) const;

  const std::uint64_t size_, tail_offset_;
  const Descriptor front_, tail_;
  std::mutex mutex_;
  std::condition_variable changed_;
  ArrivedBytes arrived_;
  bool stopped_ = false;
};

}  // namespace tfh
