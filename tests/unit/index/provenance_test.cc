#include "harness/index/provenance.h"

#include <doctest/doctest.h>

#include "harness/index/page_differences.h"
#include "tests/fakes/http_client.h"

using namespace tfh;

namespace {

// The statement: {"subject": [{"name": "a.whl", "digest": {"sha256": "aaaa..."}}], "predicateType": "publish/v1"}
constexpr auto kProvenance = R"({"version": 1, "attestation_bundles": [
 {"publisher": {"kind": "GitHub", "repository": "made/up", "workflow": "release.yml", "environment": null},
  "attestations": [{"version": 1, "verification_material": {}, "envelope": {"signature": "", "statement":
   "eyJzdWJqZWN0IjpbeyJuYW1lIjoiYS53aGwiLCJkaWdlc3QiOnsic2hhMjU2IjoiYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYWFhYSJ9fV0sInByZWRpY2F0ZVR5cGUiOiJwdWJsaXNoL3YxIn0="}}]}]})";

IndexFile file(const std::string& name, const std::string& sha256, std::optional<std::uint64_t> size = std::nullopt) {
  IndexFile made;
  made.filename = name;
  made.sha256 = sha256;
  made.size = size;
  return made;
}

}  // namespace

TEST_CASE("who published a file is read from its attestations") {
  FakeHttpClient http;
  http.answer("https://index/integrity/a", 200, "application/json", kProvenance);
  const auto attestations = fetch_provenance("https://index/integrity/a", http);
  REQUIRE_MESSAGE(attestations, (attestations ? "" : attestations.error().text()));
  REQUIRE(attestations->size() == 1);
  CHECK(attestations->front().publisher == "GitHub made/up, release.yml");
  CHECK(attestations->front().filename == "a.whl");
  CHECK(attestations->front().sha256 == std::string(64, 'a'));
  CHECK(attestations->front().predicate == "publish/v1");
  CHECK_FALSE(fetch_provenance("https://index/integrity/b", http));
}

TEST_CASE("what is no provenance is refused") {
  for (const char* text :
       {"", "[]", "{}", R"({"attestation_bundles": [{}]})",
        R"({"attestation_bundles": [{"publisher": {}, "attestations": [{"envelope": {"statement": "!"}}]}]})"}) {
    CAPTURE(text);
    CHECK_FALSE(parse_provenance(text, "https://index/x"));
  }
}

TEST_CASE("a mirror's page is compared with the index's") {
  ProjectPage index, mirror;
  index.files = {file("same", "a", 1),  file("other", "b"),      file("absent", "c"),
                 file("unhashed", "d"), file("resized", "e", 1), file("not asked for", "f")};
  mirror.files = {file("same", "a", 1), file("other", "x"), file("unhashed", ""), file("resized", "e", 2)};
  const PageComparison comparison = compare_pages(index, mirror, {"same", "other", "absent", "unhashed", "resized"});
  CHECK(comparison.same == 1);
  CHECK(comparison.differences == std::vector<std::string>{"other: the mirror says sha256 x, the index b",
                                                           "absent: the mirror does not have it",
                                                           "resized: the mirror says 2 bytes, the index 1"});
  CHECK(comparison.unknown == std::vector<std::string>{"unhashed"});
}
