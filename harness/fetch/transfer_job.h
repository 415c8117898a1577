// What becomes of one transfer from attempt to attempt: which URL, how often, when to give up. Knows nothing of the
// network; curl_fetcher.cc makes the attempts and tells how they ended.
#pragma once

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "harness/fetch/fetcher.h"
#include "harness/fetch/incoming_file.h"

namespace tfh {

struct AttemptFailure {
  std::string what;
  std::string hint;
  bool may_pass = false;                // the same URL may give the file later
  std::chrono::seconds retry_after{0};  // asked for by the server
};

// How an answer of this status failed; for any status but 200 and 206.
AttemptFailure refusal(int status, std::chrono::seconds retry_after);

class TransferJob {
 public:
  TransferJob(const Transfer& transfer, const FetchOptions& options, Disk& disk)
      : transfer_(transfer), options_(options), file_(disk, transfer) {}

  const Transfer& transfer() const { return transfer_; }
  IncomingFile& file() { return file_; }
  bool has_url() const { return url_ < transfer_.urls.size(); }
  const std::string& url() const { return transfer_.urls[url_]; }

  // The attempt failed. Returns how long to wait before the next one, perhaps at the next URL; nullopt: no URL is
  // left, and error() says what each of them did. Attempts that made the file longer than ever, by a 16th or 256 KiB,
  // are not counted.
  std::optional<std::chrono::milliseconds> failed(const AttemptFailure& failure);
  // All bytes came, but they are not the file. One that was continued is fetched once more as a whole from the same
  // URL, since an earlier part may be to blame.
  std::optional<std::chrono::milliseconds> rejected(const std::string& reason);
  Error error() const;

 private:
  std::optional<std::chrono::milliseconds> next_url(const AttemptFailure& failure);

  const Transfer& transfer_;
  const FetchOptions& options_;
  IncomingFile file_;
  std::size_t url_ = 0;
  int attempt_ = 1;
  std::uint64_t furthest_ = 0;
  bool fetched_whole_again_ = false;
  std::string refusals_;
  std::string hint_;
};

}  // namespace tfh
