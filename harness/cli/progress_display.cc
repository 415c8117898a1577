#include "harness/cli/progress_display.h"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>
#include <set>
#include <thread>
#include <vector>

namespace tfh {

namespace {

constexpr std::chrono::milliseconds kRedrawInterval{100};
constexpr std::chrono::milliseconds kTick{500};  // redrawn so often when nothing happens
constexpr std::chrono::seconds kLineInterval{60};

struct Step {
  std::uint64_t total = 0, done = 0;
  std::string unit;
  std::chrono::steady_clock::time_point began, told;
};

std::string quantity(std::uint64_t amount, const std::string& unit) {
  if (unit != "bytes") return fmt::format("{} {}", amount, unit);
  if (amount < 10'000'000) return fmt::format("{:.1f} MB", static_cast<double>(amount) / 1e6);
  return fmt::format("{:.0f} MB", static_cast<double>(amount) / 1e6);
}

// "301 of 5986 checks", "245 MB of 400 MB".
std::string done_of(const Step& step) {
  if (step.total == 0) return quantity(step.done, step.unit);
  const std::string done = step.unit == "bytes" ? quantity(step.done, step.unit) : fmt::to_string(step.done);
  return done + " of " + quantity(step.total, step.unit);
}

std::string time_left(const Step& step, double rate) {
  const double seconds = static_cast<double>(step.total - step.done) / rate;
  return seconds < 120 ? fmt::format("{:.0f} s left", seconds) : fmt::format("{:.0f} min left", seconds / 60);
}

// "fetch NAME [=====>    ]  62%  245 MB  110 MB/s  2 s left", cut to `width` columns.
std::string bar(const std::string& what, const Step& step, double seconds, std::size_t width) {
  const double rate = seconds > 0 ? static_cast<double>(step.done) / seconds : 0;
  std::string figures = quantity(step.done, step.unit);
  if (rate > 0 && step.unit == "bytes") figures += fmt::format("  {:.0f} MB/s", rate / 1e6);
  std::string line;
  if (step.total > 0) {
    const double part = std::min(1.0, static_cast<double>(step.done) / static_cast<double>(step.total));
    if (rate > 0) figures += "  " + time_left(step, rate);
    const auto filled = static_cast<std::size_t>(part * 20);
    line = fmt::format("{:<44.44} [{:<20}] {:3.0f}%  {}", what, std::string(filled, '='), part * 100, figures);
  } else {
    line = fmt::format("{:<44.44}  {}", what, step.done > 0 ? figures : fmt::format("{:.0f} s", seconds));
  }
  return line.substr(0, width);
}

// Lines only: one when a long step ends, one a minute while it goes on, one for each note.
class LineDisplay : public Progress {
 public:
  LineDisplay(std::FILE* stream, Clock& clock) : stream_(stream), clock_(clock) {}

  void begin(const std::string& what, std::uint64_t total, const std::string& unit) override {
    const std::lock_guard lock(mutex_);
    const auto now = clock_.steady();
    steps_[what] = Step{total, 0, unit, now, now};
  }
  void advance(const std::string& what, std::uint64_t done) override {
    const std::lock_guard lock(mutex_);
    const auto found = steps_.find(what);
    if (found == steps_.end()) return;
    Step& step = found->second;
    step.done = done;
    const auto now = clock_.steady();
    if (now - step.told < kLineInterval) return;
    step.told = now;
    fmt::print(stream_, "{}: {} after {:.0f} s\n", what, done_of(step),
               std::chrono::duration<double>(now - step.began).count());
    std::fflush(stream_);
  }
  void end(const std::string& what, bool ok) override {
    const std::lock_guard lock(mutex_);
    const auto found = steps_.find(what);
    if (found == steps_.end()) return;
    const double seconds = std::chrono::duration<double>(clock_.steady() - found->second.began).count();
    if (!ok || seconds >= 1) fmt::print(stream_, "{}: {} {:.1f} s\n", what, ok ? "done in" : "failed after", seconds);
    steps_.erase(found);
  }
  void note(const std::string& line) override {
    const std::lock_guard lock(mutex_);
    if (noted_.insert(line).second) fmt::print(stream_, "{}\n", line);
  }

 private:
  std::FILE* stream_;
  Clock& clock_;
  std::mutex mutex_;
  std::map<std::string, Step> steps_;
  std::set<std::string> noted_;
};

class BarDisplay : public Progress {
 public:
  BarDisplay(std::FILE* stream, Clock& clock) : stream_(stream), clock_(clock) {}
  ~BarDisplay() override {
    ticker_.request_stop();
    ticker_.join();
    erase();
  }

  void begin(const std::string& what, std::uint64_t total, const std::string& unit) override {
    const std::lock_guard lock(mutex_);
    steps_.emplace_back(what, Step{total, 0, unit, clock_.steady(), {}});
    draw(true);
  }
  void advance(const std::string& what, std::uint64_t done) override {
    const std::lock_guard lock(mutex_);
    for (auto& [name, step] : steps_)
      if (name == what) step.done = std::min(done, step.total ? step.total : done);
    draw(false);
  }
  void end(const std::string& what, bool ok) override {
    const std::lock_guard lock(mutex_);
    std::erase_if(steps_, [&](const auto& entry) { return entry.first == what; });
    if (!ok) print_above(what + ": failed");
    draw(true);
  }
  void note(const std::string& line) override {
    const std::lock_guard lock(mutex_);
    if (!noted_.insert(line).second) return;
    print_above(line);
    draw(true);
  }

 private:
  void tick(const std::stop_token& stop) {
    std::unique_lock lock(mutex_);
    while (!stop.stop_requested()) {
      woken_.wait_for(lock, stop, kTick, [] { return false; });
      draw(false);
    }
  }
  void erase() {
    for (; drawn_ > 0; --drawn_) std::fputs("\x1b[1A\x1b[2K", stream_);
  }
  void print_above(const std::string& line) {
    erase();
    fmt::print(stream_, "{}\n", line);
  }
  void draw(bool now) {
    const auto time = clock_.steady();
    if (!now && time - last_ < kRedrawInterval) return;
    last_ = time;
    winsize size{};
    if (ioctl(fileno(stream_), TIOCGWINSZ, &size) != 0 || size.ws_col < 20) size.ws_col = 80;
    const std::size_t most = size.ws_row > 6 ? size.ws_row - 4u : 8u;
    erase();
    for (const auto& [name, step] : steps_) {
      if (drawn_ == most) break;
      const double seconds = std::chrono::duration<double>(time - step.began).count();
      fmt::print(stream_, "{}\n", bar(name, step, seconds, size.ws_col - 1u));
      ++drawn_;
    }
    std::fflush(stream_);
  }

  std::FILE* stream_;
  Clock& clock_;
  std::mutex mutex_;
  std::vector<std::pair<std::string, Step>> steps_;  // in order of their beginning
  std::set<std::string> noted_;
  std::size_t drawn_ = 0;  // lines on the screen below the cursor's place
  std::chrono::steady_clock::time_point last_{};
  std::condition_variable_any woken_;
  std::jthread ticker_{[this](const std::stop_token& stop) { tick(stop); }};  // last: it uses the others
};

}  // namespace

std::unique_ptr<Progress> make_progress_display(std::FILE* stream, bool quiet, Clock& clock) {
  if (quiet) return std::make_unique<SilentProgress>();
  if (isatty(fileno(stream))) return std::make_unique<BarDisplay>(stream, clock);
  return std::make_unique<LineDisplay>(stream, clock);
}

}  // namespace tfh
