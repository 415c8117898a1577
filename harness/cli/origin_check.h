// Archives that are here against what the index says of them now, what is attested there, and what a mirror would
// serve.
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "harness/cli/session.h"
#include "harness/index/provenance.h"

namespace tfh {

struct ArchiveHere {
  std::string filename, sha256;
};

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

  bool ok() const;  // no hash differs, on the index or on a mirror
};

// The mirrors are those of the session.
OriginCheck check_origin(const std::vector<ArchiveHere>& archives, Session& session);

std::string origin_text(const OriginCheck& check);
nlohmann::json to_json(const OriginCheck& check);

}  // namespace tfh
