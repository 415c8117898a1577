#include "harness/index/provenance.h"

#include <nlohmann/json.hpp>

#include "harness/base/base64.h"
#include "harness/base/credentials.h"
#include "harness/index/sha256_text.h"

namespace tfh {
namespace {

using nlohmann::json;

// Publishers have members of their own: {"kind": "GitHub", "repository", "workflow"}, {"kind": "Google", "email"}.
std::string publisher_text(const json& publisher) {
  std::string text = publisher.value("kind", "unknown");
  std::string separator = " ";
  for (const char* key : {"repository", "project", "email", "workflow", "workflow_filepath", "environment"})
    if (const auto found = publisher.find(key); found != publisher.end() && found->is_string()) {
      text += separator + found->get<std::string>();
      separator = ", ";
    }
  return text;
}

// The envelope's statement is an in-toto statement in base64, with one subject: the file.
Attestation read_attestation(const json& attestation, const std::string& publisher) {
  const auto statement_text = base64_decoded(attestation.at("envelope").at("statement").get<std::string>());
  const json statement = json::parse(statement_text.value_or(""));
  const json& subject = statement.at("subject").at(0);
  Attestation read;
  read.publisher = publisher;
  read.predicate = statement.at("predicateType");
  read.filename = subject.at("name");
  read.sha256 = sha256_text(subject.at("digest").at("sha256"));
  return read;
}

}  // namespace

Result<std::vector<Attestation>> parse_provenance(std::string_view text, const std::string& url) {
  std::vector<Attestation> attestations;
  try {
    const json document = json::parse(text);
    for (const json& bundle : document.at("attestation_bundles"))
      for (const json& attestation : bundle.at("attestations"))
        attestations.push_back(read_attestation(attestation, publisher_text(bundle.at("publisher"))));
  } catch (const json::exception& error) {
    return fail("reading " + without_credentials(url), std::string("it is not as PEP 740 says: ") + error.what());
  }
  return attestations;
}

Result<std::vector<Attestation>> fetch_provenance(const std::string& url, HttpClient& http) {
  const HttpResponse response = TRY(http.get({url, "application/vnd.pypi.integrity.v1+json, application/json", {}}));
  if (response.status != 200)
    return fail("asking " + without_credentials(url), "status " + std::to_string(response.status));
  return parse_provenance(response.body, url);
}

}  // namespace tfh
