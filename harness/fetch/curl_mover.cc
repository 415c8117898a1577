#include "harness/fetch/curl_mover.h"

#include <algorithm>

namespace tfh {

namespace {
constexpr std::uint64_t progress_step = 1 << 20;         // bytes between two calls of Progress
constexpr std::chrono::milliseconds measure_every{500};  // the rate of all transfers
constexpr std::chrono::seconds settling{2};              // until a rate means something
}  // namespace

// One request for one file.
struct CurlMover::Attempt {
  Attempt(CurlMover& mover, MovingFile& moving) : owner(mover), file(moving) {}

  CurlMover& owner;
  MovingFile& file;
  EasyHandle handle;
  AnswerHeaders headers;
  HeaderList request_headers;
  std::string range;
  bool head_judged = false;
  std::optional<AttemptFailure> refused;  // why the body is not taken
  std::optional<Error> local;             // the disk failed: no other URL can help
  std::uint64_t shown = 0;                // last told to Progress
};

CurlMover::CurlMover(ConnectionSettings settings, const FetchOptions& options, Clock& clock, Progress& progress,
                     Ended ended)
    : settings_(std::move(settings)),
      options_(options),
      clock_(clock),
      progress_(progress),
      ended_(std::move(ended)),
      limit_(options.limit_rate) {
  const EasyHandle first = make_easy();  // sets libcurl up as a whole
  multi_ = curl_multi_init();
  thread_ = std::thread([this] { run(); });
}

CurlMover::~CurlMover() {
  {
    const std::scoped_lock lock(mutex_);
    stopping_ = true;
  }
  curl_multi_wakeup(multi_);
  thread_.join();
  for (Attempt& attempt : running_) curl_multi_remove_handle(multi_, attempt.handle.get());
  running_.clear();
  curl_multi_cleanup(multi_);
}

void CurlMover::add(MovingFile& file, std::chrono::milliseconds delay) {
  {
    const std::scoped_lock lock(mutex_);
    file.not_before = clock_.steady() + delay;
    waiting_.push_back(&file);
  }
  curl_multi_wakeup(multi_);
}

// Its turn is not over.
void CurlMover::go_on(MovingFile& file) {
  const std::scoped_lock lock(mutex_);
  file.not_before = clock_.steady();
  waiting_.push_front(&file);
}

void CurlMover::run() {
  while (true) {
    {
      const std::scoped_lock lock(mutex_);
      if (stopping_) return;
    }
    start_due();
    continue_paused();
    int still_running = 0;
    curl_multi_perform(multi_, &still_running);
    measure();
    end_finished();
    curl_multi_poll(multi_, nullptr, 0, idle_milliseconds(), nullptr);
  }
}

int CurlMover::idle_milliseconds() {
  const std::scoped_lock lock(mutex_);
  const auto now = clock_.steady();
  auto wake = now + measure_every;
  for (const MovingFile* file : waiting_)
    if (file->not_before > now) wake = std::min(wake, file->not_before);
  if (!paused_.empty()) wake = std::clamp(limit_.free_at(), now, wake);
  return static_cast<int>(std::chrono::ceil<std::chrono::milliseconds>(wake - now).count());
}

MovingFile* CurlMover::take_next() {
  const std::scoped_lock lock(mutex_);
  std::vector<WaitingTransfer> waiting;
  for (MovingFile* file : waiting_) waiting.push_back({file->call, file->size(), file->not_before});
  std::vector<RunningTransfer> running;
  for (const Attempt& attempt : running_) running.push_back({attempt.file.call, attempt.file.size()});
  const auto now = clock_.steady();
  const auto turn = next_turn(waiting, running,
                              {.parallel = static_cast<std::size_t>(std::max(1, options_.parallel)),
                               .bytes_per_second = bytes_per_second_,
                               .measured = now - busy_since_ > settling,
                               .now = now});
  if (!turn) return nullptr;
  MovingFile* file = waiting_[*turn];
  waiting_.erase(waiting_.begin() + static_cast<std::ptrdiff_t>(*turn));
  return file;
}

void CurlMover::start_due() {
  while (MovingFile* file = take_next()) {
    if (running_.empty()) busy_since_ = clock_.steady();
    if (!start(running_.emplace_back(*this, *file))) {
      running_.pop_back();
      ended_(*file, Error{"fetching " + file->state.transfer().label, "libcurl cannot be set up", ""});
    }
  }
}

bool CurlMover::start(Attempt& attempt) {
  TransferJob& state = attempt.file.state;
  if (!attempt.file.announced) progress_.begin(attempt.file.progress_name(), attempt.file.size(), "B");
  attempt.file.announced = true;
  progress_.advance(attempt.file.progress_name(), state.file().have());
  attempt.handle = make_easy();
  attempt.request_headers.reset(curl_slist_append(nullptr, "Accept-Encoding: identity"));
  CURL* handle = attempt.handle.get();
  if (handle == nullptr) return false;
  const std::string& url = state.url();
  set_shared_options(handle, settings_, static_cast<long>(options_.stall.count()));
  curl_easy_setopt(handle, CURLOPT_REDIR_PROTOCOLS_STR, url.starts_with("https:") ? "https" : "http,https");
  collect_headers(handle, attempt.headers);
  curl_easy_setopt(handle, CURLOPT_URL, url.c_str());
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, attempt.request_headers.get());
  curl_easy_setopt(handle, CURLOPT_PRIVATE, &attempt);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, &on_body);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, &attempt);
  const auto missing = state.file().missing();
  if (missing && !url.starts_with("file:")) {  // a file:// answer has no status that would tell a part from the whole
    attempt.range = std::to_string(missing->first) + "-" + (missing->last ? std::to_string(*missing->last) : "");
    curl_easy_setopt(handle, CURLOPT_RANGE, attempt.range.c_str());
  }
  return curl_multi_add_handle(multi_, handle) == CURLM_OK;
}

std::size_t CurlMover::on_body(char* bytes, std::size_t size, std::size_t count, void* receiver) {
  auto& attempt = *static_cast<Attempt*>(receiver);
  return attempt.owner.take_or_pause(attempt, {bytes, size * count});
}

// What is not taken now comes again when the transfer goes on.
std::size_t CurlMover::take_or_pause(Attempt& attempt, std::string_view bytes) {
  if (!limit_.allows(clock_.steady())) {
    paused_.push_back(&attempt);
    return CURL_WRITEFUNC_PAUSE;
  }
  limit_.took(bytes.size(), clock_.steady());
  return take_body(attempt, bytes) ? bytes.size() : 0;
}

// One after the other, so that each gets its turn.
void CurlMover::continue_paused() {
  while (!paused_.empty() && limit_.allows(clock_.steady())) {
    Attempt& attempt = *paused_.front();
    paused_.pop_front();
    curl_easy_pause(attempt.handle.get(), CURLPAUSE_CONT);
  }
}

void CurlMover::judge_head(Attempt& attempt) {
  attempt.head_judged = true;
  const int status = answer_status(attempt.handle.get());
  IncomingFile& file = attempt.file.state.file();
  if (status == 200 || status == 206) {
    const auto begun = file.begin_body(status, attempt.headers.values);
    if (!begun) attempt.refused = AttemptFailure{begun.error().what, begun.error().hint, true};
    return;
  }
  attempt.refused = refusal(status, asked_delay(attempt.handle.get()));
  if (status != 416) return;
  if (const auto emptied = file.start_again(); !emptied) attempt.local = emptied.error();
}

bool CurlMover::take_body(Attempt& attempt, std::string_view bytes) {
  if (!attempt.head_judged) judge_head(attempt);
  if (attempt.refused || attempt.local) return false;
  IncomingFile& file = attempt.file.state.file();
  if (!file.fits(bytes.size())) {
    attempt.refused = AttemptFailure{"the file is longer than the index promises", "", false};
    if (const auto emptied = file.start_again(); !emptied) attempt.local = emptied.error();
    return false;
  }
  const auto appended = file.append(bytes);
  moved_ += bytes.size();
  attempt.file.received += bytes.size();
  if (!appended) {
    attempt.local = appended.error();
    return false;
  }
  if (file.have() - attempt.shown >= progress_step || file.have() < attempt.shown) {
    attempt.shown = file.have();
    progress_.advance(attempt.file.progress_name(), attempt.shown);
  }
  return true;
}

void CurlMover::end_finished() {
  int left = 0;
  while (const CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    const CURLcode code = message->data.result;
    const auto attempt =
        std::ranges::find_if(running_, [&](const Attempt& one) { return one.handle.get() == message->easy_handle; });
    if (attempt == running_.end()) continue;
    end(*attempt, code);
    curl_multi_remove_handle(multi_, attempt->handle.get());
    std::erase(paused_, &*attempt);
    running_.erase(attempt);
  }
}

// The file may be gone from this thread's hands after ended_ or add: nothing of it is touched after them.
void CurlMover::end(Attempt& attempt, CURLcode code) {
  MovingFile& file = attempt.file;
  if (code == CURLE_OK && !attempt.head_judged) judge_head(attempt);  // an answer without a body
  if (attempt.local) return ended_(file, attempt.local);
  const CurlFailure broken = explain(code, attempt.handle.get());
  const AttemptFailure failure = attempt.refused.value_or(AttemptFailure{broken.what, broken.hint, broken.may_pass});
  if (!attempt.refused && code == CURLE_OK)
    return file.state.file().wants_front() ? go_on(file) : ended_(file, std::nullopt);
  const auto delay = file.state.failed(failure);
  if (delay)
    add(file, *delay);
  else
    ended_(file, file.state.error());
}

void CurlMover::measure() {
  const auto now = clock_.steady();
  if (now - measured_at_ < measure_every) return;
  const double seconds = std::chrono::duration<double>(now - measured_at_).count();
  bytes_per_second_ = static_cast<double>(moved_ - moved_at_measure_) / seconds;
  moved_at_measure_ = moved_;
  measured_at_ = now;
}

}  // namespace tfh
