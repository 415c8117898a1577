// The network of a run that may not use it: every question is an Error that says so.
#pragma once

#include <memory>

#include "harness/base/http.h"
#include "harness/fetch/fetcher.h"

namespace tfh {

// What to do about something that is not in the store.
extern const char* const kOfflineHint;

std::unique_ptr<HttpClient> make_offline_client();
std::unique_ptr<Fetcher> make_offline_fetcher();

}  // namespace tfh
