// Moves the bytes of all transfers, in one thread of its own, over libcurl's multi interface.
// Used only by curl_fetcher.cc.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <list>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <thread>

#include "harness/base/clock.h"
#include "harness/base/progress.h"
#include "harness/fetch/curl_easy.h"
#include "harness/fetch/rate_limit.h"
#include "harness/fetch/transfer_job.h"
#include "harness/fetch/turn.h"

namespace tfh {

// A transfer between fetch() and its result.
struct MovingFile {
  MovingFile(const Transfer& transfer, const FetchOptions& options, Disk& disk, std::uint64_t number)
      : state(transfer, options, disk), call(number) {}

  TransferJob state;
  std::uint64_t call;          // number of the fetch() call
  std::uint64_t received = 0;  // bytes over the network, all attempts
  bool announced = false;      // Progress knows it
  std::chrono::steady_clock::time_point not_before;

  std::string progress_name() const { return "fetch " + state.transfer().label; }
  std::uint64_t size() const { return state.transfer().size.value_or(0); }
};

class CurlMover {
 public:
  // Told from the moving thread: all bytes are there to be judged (no error), or there is no URL left to try.
  using Ended = std::function<void(MovingFile&, std::optional<Error>)>;

  CurlMover(ConnectionSettings settings, const FetchOptions& options, Clock& clock, Progress& progress, Ended ended);
  CurlMover(const CurlMover&) = delete;
  CurlMover& operator=(const CurlMover&) = delete;
  ~CurlMover();  // waits for nothing: transfers under way are dropped, their parts stay on disk

  // From any thread. `file` stays with the mover until it is told as ended.
  void add(MovingFile& file, std::chrono::milliseconds delay);

 private:
  struct Attempt;

  void go_on(MovingFile& file);
  void run();
  MovingFile* take_next();
  void start_due();
  bool start(Attempt& attempt);
  void end_finished();
  void end(Attempt& attempt, CURLcode code);
  void measure();
  void continue_paused();
  int idle_milliseconds();
  std::size_t take_or_pause(Attempt& attempt, std::string_view bytes);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* attempt);
  bool take_body(Attempt& attempt, std::string_view bytes);
  void judge_head(Attempt& attempt);

  const ConnectionSettings settings_;
  const FetchOptions options_;
  Clock& clock_;
  Progress& progress_;
  const Ended ended_;
  CURLM* multi_ = nullptr;

  std::mutex mutex_;
  bool stopping_ = false;
  std::deque<MovingFile*> waiting_;  // in order of arrival

  // Only the moving thread touches these.
  std::list<Attempt> running_;
  RateLimit limit_;
  std::deque<Attempt*> paused_;  // by the limit, the longest waiting first
  std::uint64_t moved_ = 0;
  std::uint64_t moved_at_measure_ = 0;
  double bytes_per_second_ = 0;
  std::chrono::steady_clock::time_point busy_since_, measured_at_;

  std::thread thread_;
};

}  // namespace tfh
