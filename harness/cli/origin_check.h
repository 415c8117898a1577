// What is in the store against what the index says of it now, what is attested there, and what a mirror would serve.
#pragma once

#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/index/provenance.h"
#include "harness/store/inventory.h"

namespace tfh {

struct OriginCheck {
  std::size_t confirmed = 0;             // archives whose sha256 the index states
  std::vector<std::string> differences;  // archives that the index states another sha256 of
  std::vector<std::string> unknown;      // archives that the index does not list, or without a hash
  std::vector<Attestation> attestations;
  struct Mirror {
    std::string url;
    std::size_t same = 0;
    std::vector<std::string> differences, unknown;
  };
  std::vector<Mirror> mirrors;
  std::vector<std::string> notes;
};

OriginCheck check_origin(const std::vector<const StoredContent*>& contents, Session& session);

}  // namespace tfh
