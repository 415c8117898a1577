// What is attested of a file (PEP 740): who published it, from where. Shown to people; signatures are not verified
// here.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/base/http.h"

namespace tfh {

struct Attestation {
  std::string publisher;  // "GitHub tensorflow/tensorflow, release.yml"
  std::string predicate;  // what kind of statement it is: "https://slsa.dev/provenance/v1"
  std::string filename;   // the file that it speaks of
  std::string sha256;     // of that file, lower-case hex
};

Result<std::vector<Attestation>> parse_provenance(std::string_view text, const std::string& url);

Result<std::vector<Attestation>> fetch_provenance(const std::string& url, HttpClient& http);

}  // namespace tfh
