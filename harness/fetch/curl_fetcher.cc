// The Fetcher: one thread moves all bytes (curl_mover), a second one judges, syncs and publishes finished files, so
// that an fsync never stalls the other transfers.
#include <condition_variable>
#include <deque>
#include <list>
#include <mutex>
#include <thread>

#include "harness/base/credentials.h"
#include "harness/fetch/curl_mover.h"
#include "harness/fetch/fetcher.h"

namespace tfh {
namespace {

using Arrived = std::function<void(std::size_t, const Result<Fetched>&)>;

// One call of fetch(): it returns when every transfer is settled.
struct Call {
  const Arrived* arrived = nullptr;
  std::vector<Result<Fetched>> results;
  std::size_t open = 0;  // guarded by the fetcher's mutex
  std::condition_variable settled;
};

struct CalledFile : MovingFile {
  CalledFile(Call& owner, std::size_t position, const Transfer& transfer, const FetchOptions& options, Disk& disk,
             std::uint64_t number)
      : MovingFile(transfer, options, disk, number), caller(owner), index(position) {}
  Call& caller;
  std::size_t index;
  std::chrono::steady_clock::time_point started;
};

class CurlFetcher : public Fetcher {
 public:
  CurlFetcher(ConnectionSettings settings, const FetchOptions& options, Clock& clock, Progress& progress, Disk& disk)
      : options_(options),
        clock_(clock),
        progress_(progress),
        disk_(disk),
        publisher_([this] { publish_files(); }),
        mover_(std::move(settings), options, clock, progress,
               [this](MovingFile& file, std::optional<Error> error) { hand_over(file, std::move(error)); }) {}

  CurlFetcher(const CurlFetcher&) = delete;
  CurlFetcher& operator=(const CurlFetcher&) = delete;

  ~CurlFetcher() override {
    {
      const std::scoped_lock lock(mutex_);
      stopping_ = true;
    }
    work_.notify_all();
    publisher_.join();
  }

  std::vector<Result<Fetched>> fetch(const std::vector<Transfer>& transfers, const Arrived& arrived) override {
    Call call;
    call.arrived = &arrived;
    call.results.assign(transfers.size(), Fetched{});
    call.open = transfers.size();
    const std::uint64_t number = next_call();
    std::list<CalledFile> files;
    for (std::size_t i = 0; i < transfers.size(); ++i)
      begin(files.emplace_back(call, i, transfers[i], options_, disk_, number));
    std::unique_lock lock(mutex_);
    call.settled.wait(lock, [&] { return call.open == 0; });
    return std::move(call.results);
  }

 private:
  struct Ended {
    CalledFile* file = nullptr;
    std::optional<Error> error;  // none: all bytes are there, to be judged
  };

  std::uint64_t next_call() {
    const std::scoped_lock lock(mutex_);
    return calls_++;
  }

  // Hashing what an earlier run left happens here, in the caller's thread: nobody else waits for it.
  void begin(CalledFile& file) {
    file.started = clock_.steady();
    const auto opened = file.state.file().open();
    if (!opened) return hand_over(file, opened.error());
    if (file.state.file().complete()) return hand_over(file, std::nullopt);
    if (!file.state.has_url()) return hand_over(file, file.state.error());
    mover_.add(file, std::chrono::milliseconds(0));
  }

  void hand_over(MovingFile& file, std::optional<Error> error) {
    const std::scoped_lock lock(mutex_);
    ended_.push_back({&static_cast<CalledFile&>(file), std::move(error)});
    work_.notify_all();
  }

  void publish_files() {
    while (true) {
      Ended next;
      {
        std::unique_lock lock(mutex_);
        work_.wait(lock, [&] { return stopping_ || !ended_.empty(); });
        if (ended_.empty()) return;
        next = std::move(ended_.front());
        ended_.pop_front();
      }
      if (next.error)
        settle(*next.file, std::unexpected(*next.error));
      else
        judge(*next.file);
    }
  }

  void judge(CalledFile& file) {
    const std::string url = file.state.has_url() ? without_credentials(file.state.url()) : "";
    const auto verdict = file.state.file().finish();
    if (!verdict) return settle(file, std::unexpected(verdict.error()));
    if (*verdict == IncomingFile::Verdict::published) {
      const double seconds = std::chrono::duration<double>(clock_.steady() - file.started).count();
      return settle(file, Fetched{.bytes = file.received, .seconds = seconds, .url = url});
    }
    progress_.note(file.state.transfer().label + " from " + url + ": " + file.state.file().reason());
    const auto delay = file.state.rejected(file.state.file().reason());
    if (delay && file.state.has_url())
      mover_.add(file, *delay);
    else
      settle(file, std::unexpected(file.state.error()));
  }

  void settle(CalledFile& file, Result<Fetched> result) {
    if (file.announced) {
      progress_.advance(file.progress_name(), file.state.file().have());
      progress_.end(file.progress_name(), result.has_value());
    }
    Call& call = file.caller;
    const std::size_t index = file.index;
    call.results[index] = std::move(result);
    if (*call.arrived) (*call.arrived)(index, call.results[index]);
    const std::scoped_lock lock(mutex_);
    if (--call.open == 0) call.settled.notify_all();
  }

  const FetchOptions options_;
  Clock& clock_;
  Progress& progress_;
  Disk& disk_;
  std::mutex mutex_;
  bool stopping_ = false;
  std::uint64_t calls_ = 0;
  std::deque<Ended> ended_;
  std::condition_variable work_;
  std::thread publisher_;
  CurlMover mover_;  // last: its thread hands files to the publisher
};

}  // namespace

std::unique_ptr<Fetcher> make_fetcher(const std::map<std::string, std::string>& environment,
                                      const FetchOptions& options, Clock& clock, Progress& progress, Disk& disk) {
  return std::make_unique<CurlFetcher>(connection_settings(environment), options, clock, progress, disk);
}

}  // namespace tfh
