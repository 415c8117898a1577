#include <nlohmann/json.hpp>

#include "harness/base/clock.h"
#include "harness/base/credentials.h"
#include "harness/index/file_name.h"
#include "harness/index/project.h"
#include "harness/index/sha256_text.h"
#include "harness/index/url.h"
#include "harness/plan/subject.h"

namespace tfh {
namespace {

using nlohmann::json;

std::string text_or_empty(const json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : "";
}

// One entry of `files` (PEP 691, with size and upload-time of PEP 700 and yanked of PEP 592).
IndexFile read_file_entry(const json& entry, const std::string& page_url) {
  IndexFile file;
  file.filename = entry.at("filename");
  file.url = without_fragment(absolute_url(page_url, entry.at("url").get<std::string>()));
  if (const auto hashes = entry.find("hashes"); hashes != entry.end() && hashes->is_object())
    file.sha256 = sha256_text(text_or_empty(*hashes, "sha256"));
  if (const auto size = entry.find("size"); size != entry.end() && size->is_number_unsigned())
    file.size = size->get<std::uint64_t>();
  std::chrono::system_clock::time_point uploaded;
  if (parse_rfc3339(text_or_empty(entry, "upload-time"), uploaded)) file.uploaded = uploaded;
  file.requires_python = text_or_empty(entry, "requires-python");
  if (const std::string provenance = text_or_empty(entry, "provenance"); !provenance.empty())
    file.provenance = absolute_url(page_url, provenance);
  // Yanked is a boolean, or the reason; an empty reason is still a reason.
  if (const auto yanked = entry.find("yanked"); yanked != entry.end())
    file.yanked = yanked->is_string() || (yanked->is_boolean() && yanked->get<bool>());
  // A boolean, or the hashes of the metadata.
  for (const char* key : {"core-metadata", "dist-info-metadata"})
    if (const auto said = entry.find(key); said != entry.end())
      file.metadata = file.metadata || said->is_object() || (said->is_boolean() && said->get<bool>());
  return file;
}

}  // namespace

Result<ProjectPage> parse_project_json(std::string_view body, const std::string& page_url) {
  ProjectPage page;
  page.json = true;
  page.source = without_credentials(page_url);
  const std::string doing = "reading the index page " + page.source;
  const json document = json::parse(body, nullptr, false);
  if (document.is_discarded()) return fail(doing, "it is not valid JSON", "try another mirror with --mirror");
  if (!document.is_object() || !document.contains("files") || !document["files"].is_array())
    return fail(doing, "the JSON has no list of files, so this is no index page (PEP 691)",
                "try another mirror with --mirror");
  if (const auto meta = document.find("meta"); meta != document.end() && meta->is_object()) {
    const std::string version = text_or_empty(*meta, "api-version");
    if (!version.empty() && !version.starts_with("1."))
      return fail(doing, "it speaks version " + version + " of the index API, and 1 is understood");
  }
  page.name = normalized_name(text_or_empty(document, "name"));
  try {
    for (const json& entry : document["files"]) {
      page.files.push_back(read_file_entry(entry, page_url));
      if (!is_file_name(page.files.back().filename))
        return fail(doing, "one of its files is named as a path: " + page.files.back().filename,
                    "do not use this index: it tries to write outside of the store");
    }
  } catch (const json::exception& exception) {
    return fail(doing, std::string("an entry of its files is malformed: ") + exception.what());
  }
  return page;
}

}  // namespace tfh
