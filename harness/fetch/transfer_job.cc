#include "harness/fetch/transfer_job.h"

#include <algorithm>

#include "harness/base/credentials.h"
#include "harness/fetch/retry.h"

namespace tfh {

namespace {

// What an attempt must bring to be no failure: a server that closes after each byte is never done with.
std::uint64_t worthwhile_bytes(const Transfer& transfer) {
  constexpr std::uint64_t large_file = 256 << 10;
  return transfer.size ? std::clamp<std::uint64_t>(*transfer.size / 16, 1, large_file) : large_file;
}

}  // namespace

AttemptFailure refusal(int status, std::chrono::seconds retry_after) {
  AttemptFailure failure{.what = "the server answered with status " + std::to_string(status),
                         .hint = "",
                         .may_pass = worth_retrying(status) || status == 416,
                         .retry_after = retry_after};
  if (status == 401 || status == 407) failure.hint = "credentials are taken from the URL or from netrc";
  if (status == 403 || status == 404 || status == 410) failure.hint = "try another mirror with --mirror";
  return failure;
}

std::optional<std::chrono::milliseconds> TransferJob::failed(const AttemptFailure& failure) {
  if (file_.have() >= furthest_ + worthwhile_bytes(transfer_)) {
    furthest_ = file_.have();
    attempt_ = 1;
  }
  if (!failure.may_pass || attempt_ >= options_.attempts) return next_url(failure);
  ++attempt_;
  return delay_before(attempt_, options_.first_delay, failure.retry_after);
}

std::optional<std::chrono::milliseconds> TransferJob::rejected(const std::string& reason) {
  if (file_.was_continued() && !fetched_whole_again_) {
    fetched_whole_again_ = true;
    return std::chrono::milliseconds(0);
  }
  return next_url({.what = reason,
                   .hint = "the file on this mirror is not the one that was locked; try another mirror",
                   .may_pass = false});
}

std::optional<std::chrono::milliseconds> TransferJob::next_url(const AttemptFailure& failure) {
  if (!has_url()) {
    refusals_ = failure.what;
    return std::nullopt;
  }
  if (!refusals_.empty()) refusals_ += "; ";
  refusals_ += without_credentials(url()) + ": " + failure.what;
  hint_ = failure.hint;
  ++url_;
  attempt_ = 1;
  if (!has_url()) return std::nullopt;
  return std::chrono::milliseconds(0);
}

Error TransferJob::error() const {
  return Error{"fetching " + transfer_.label, refusals_.empty() ? "no index names a URL for it" : refusals_, hint_};
}

}  // namespace tfh
