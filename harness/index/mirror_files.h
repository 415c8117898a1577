// Where a file whose hash is known may be taken from: mirrors are asked for the same file name, and never trusted.
#pragma once

#include <string>
#include <vector>

#include "harness/base/http.h"
#include "harness/base/progress.h"
#include "harness/index/lock.h"

namespace tfh {

// URLs to try in order: each mirror that lists the file, then the address in the lock. A mirror that refuses or does
// not have the file is passed over, with a note that names it.
std::vector<std::string> file_urls(const LockedFile& file, const std::string& project,
                                   const std::vector<std::string>& mirrors, HttpClient& http, Progress& progress);

}  // namespace tfh
