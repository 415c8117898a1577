// Getting files: many at once, resumed, hashed while they arrive, visible only when the hash matches.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "harness/base/clock.h"
#include "harness/base/disk.h"
#include "harness/base/error.h"
#include "harness/base/http.h"
#include "harness/base/progress.h"

namespace tfh {

// The last part of a file, fetched before the rest of it: an archive's directory is there.
struct Tail {
  std::uint64_t offset = 0;    // in the whole file
  std::filesystem::path path;  // where it is kept until the rest is there; continued if it is there
};

// Bytes of a file that are there: those at its beginning, and those of its tail until it is appended to them.
struct ArrivedBytes {
  std::uint64_t front = 0, tail = 0;
};

struct Transfer {
  std::string label;                  // for progress and errors: the file's name
  std::vector<std::string> urls;      // tried in order
  std::string sha256;                 // lower-case hex
  std::optional<std::uint64_t> size;  // bytes, where known
  std::filesystem::path partial;      // written here, continued if it is there
  std::filesystem::path destination;  // renamed to this when the hash matches
  std::filesystem::path quarantine;   // where a file with another hash is put aside
  // Fetched first, where `size` is known and the server honours ranges; otherwise the file comes as one.
  std::optional<Tail> tail = {};
  // Told what is there and will not change unless less in all is told later (the file was started again). Called from
  // an internal thread; must return at once. May be empty.
  std::function<void(const ArrivedBytes&)> grown = {};
};

struct Fetched {
  std::uint64_t bytes = 0;  // that came over the network in this call
  double seconds = 0;
  std::string url;  // the one that gave it, without credentials
};

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  // Called from several threads; transfers of all callers share one connection pool. `arrived` is called for each
  // file as soon as it is in place or has failed (from an internal thread, one at a time), before fetch() returns.
  virtual std::vector<Result<Fetched>> fetch(
      const std::vector<Transfer>& transfers,
      const std::function<void(std::size_t, const Result<Fetched>&)>& arrived) = 0;
};

struct FetchOptions {
  int parallel = 6;                            // transfers at once
  int attempts = 5;                            // per URL
  std::uint64_t limit_rate = 0;                // bytes per second, 0: none
  std::chrono::seconds stall{30};              // without a byte, then the connection is given up
  std::chrono::milliseconds first_delay{500};  // before the second attempt; doubles
};

// `environment` gives proxies and CA settings (SSL_CERT_FILE, PIP_CERT, REQUESTS_CA_BUNDLE, ...) and netrc's place.
// Of the options, `attempts`, `stall` and `first_delay` hold for a client of small answers, too.
std::unique_ptr<HttpClient> make_http_client(const std::map<std::string, std::string>& environment, Clock& clock,
                                             const FetchOptions& options = {.attempts = 4});
std::unique_ptr<Fetcher> make_fetcher(const std::map<std::string, std::string>& environment,
                                      const FetchOptions& options, Clock& clock, Progress& progress,
                                      Disk& disk = system_disk());

}  // namespace tfh
