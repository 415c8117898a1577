// What the store works with.
#pragma once

#include <chrono>

#include "harness/base/clock.h"
#include "harness/base/disk.h"
#include "harness/base/http.h"
#include "harness/base/process.h"
#include "harness/base/progress.h"
#include "harness/fetch/fetcher.h"
#include "harness/store/layout.h"
#include "harness/store/places.h"

namespace tfh {

// One of these serves all subjects of a command, from several threads.
struct Workshop {
  StoreLayout layout;
  Fetcher& fetcher;
  HttpClient& http;
  ProcessRunner& runner;
  Progress& progress;
  Clock& clock;
  std::chrono::steady_clock::time_point started;
  Disk& disk = system_disk();
  // Wheels of so many bytes are unpacked while they arrive; for smaller ones the second request costs what is saved.
  std::uint64_t unpacks_arriving_from = 32 << 20;
  Places arriving{2};  // so many at once, since each holds buffers and its directory until it is there

  double elapsed() const { return std::chrono::duration<double>(clock.steady() - started).count(); }  // seconds
};

struct Span {  // seconds since the command started; an empty span has start == end
  double start = 0, end = 0;
};

}  // namespace tfh
