#include "harness/fetch/offline.h"

#include "harness/base/credentials.h"

namespace tfh {

const char* const kOfflineHint =
    "run it once without --offline, or bring it with --from-bundle FILE (made by tfharness bundle)";

namespace {

class OfflineClient : public HttpClient {
 public:
  Result<HttpResponse> get(const HttpRequest& request) override {
    return fail("asking " + without_credentials(request.url), "--offline asks nobody", kOfflineHint);
  }
};

class OfflineFetcher : public Fetcher {
 public:
  std::vector<Result<Fetched>> fetch(const std::vector<Transfer>& transfers,
                                     const std::function<void(std::size_t, const Result<Fetched>&)>& arrived) override {
    std::vector<Result<Fetched>> results;
    for (std::size_t i = 0; i < transfers.size(); ++i) {
      results.emplace_back(
          fail("fetching " + transfers[i].label, "it is not in the store, and --offline asks nobody", kOfflineHint));
      if (arrived) arrived(i, results.back());
    }
    return results;
  }
};

}  // namespace

std::unique_ptr<HttpClient> make_offline_client() {
  return std::make_unique<OfflineClient>();
}

std::unique_ptr<Fetcher> make_offline_fetcher() {
  return std::make_unique<OfflineFetcher>();
}

}  // namespace tfh
