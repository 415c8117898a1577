#include <libxml/HTMLparser.h>

#include <algorithm>
#include <memory>

#include "harness/base/credentials.h"
#include "harness/index/file_name.h"
#include "harness/index/project.h"
#include "harness/index/sha256_text.h"
#include "harness/index/url.h"
#include "harness/plan/subject.h"

namespace tfh {
namespace {

std::optional<std::string> attribute(xmlNode* element, const char* name) {
  const std::unique_ptr<xmlChar, void (*)(void*)> value(xmlGetProp(element, reinterpret_cast<const xmlChar*>(name)),
                                                        [](void* text) { xmlFree(text); });
  if (!value) return std::nullopt;
  return reinterpret_cast<const char*>(value.get());
}

bool is_element(const xmlNode* node, const char* name) {
  return node->type == XML_ELEMENT_NODE && xmlStrcasecmp(node->name, reinterpret_cast<const xmlChar*>(name)) == 0;
}

// The next node in document order.
xmlNode* next_node(xmlNode* node) {
  if (node->type == XML_ELEMENT_NODE && node->children != nullptr) return node->children;
  while (node != nullptr && node->next == nullptr) node = node->parent;
  return node == nullptr ? nullptr : node->next;
}

bool is_distribution(const std::string& filename) {
  return std::ranges::any_of(std::initializer_list<const char*>{".whl", ".tar.gz", ".zip", ".tar.bz2", ".egg", ".exe"},
                             [&](const char* suffix) { return filename.ends_with(suffix); });
}

// An anchor of PEP 503, with the attributes of PEP 592; nullopt for a link to anything but a file.
std::optional<IndexFile> read_anchor(xmlNode* anchor, const std::string& base) {
  const auto reference = attribute(anchor, "href");
  if (!reference) return std::nullopt;
  const std::string url = absolute_url(base, *reference);
  IndexFile file;
  file.filename = url_filename(url);
  if (!is_file_name(file.filename) || !is_distribution(file.filename)) return std::nullopt;
  file.url = without_fragment(url);
  file.sha256 = sha256_text(fragment_value(url, "sha256"));
  file.requires_python = attribute(anchor, "data-requires-python").value_or("");
  if (const auto provenance = attribute(anchor, "data-provenance")) file.provenance = absolute_url(base, *provenance);
  file.yanked = attribute(anchor, "data-yanked").has_value();
  file.metadata = attribute(anchor, "data-core-metadata") || attribute(anchor, "data-dist-info-metadata");
  return file;
}

// .../simple/tensorflow/ or .../simple/tensorflow/index.html
std::string project_of(const std::string& page_url) {
  std::string path = page_url.substr(0, page_url.find_first_of("?#"));
  if (path.ends_with("/index.html")) path.resize(path.size() - std::string_view("index.html").size());
  while (path.ends_with('/')) path.pop_back();
  return normalized_name(url_filename(path));
}

}  // namespace

Result<ProjectPage> parse_project_html(std::string_view body, const std::string& page_url) {
  ProjectPage page;
  page.source = without_credentials(page_url);
  page.name = project_of(page_url);
  const std::unique_ptr<xmlDoc, void (*)(xmlDoc*)> document(
      htmlReadMemory(body.data(), static_cast<int>(body.size()), nullptr, "UTF-8",
                     HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET),
      xmlFreeDoc);
  xmlNode* node = document ? xmlDocGetRootElement(document.get()) : nullptr;
  if (node == nullptr)
    return fail("reading the index page " + page.source, "it is not HTML", "try another mirror with --mirror");
  std::string base = page_url;
  for (; node != nullptr && node->type != XML_HTML_DOCUMENT_NODE; node = next_node(node)) {
    if (is_element(node, "base")) base = absolute_url(page_url, attribute(node, "href").value_or(""));
    if (!is_element(node, "a")) continue;
    if (auto file = read_anchor(node, base)) page.files.push_back(std::move(*file));
  }
  return page;
}

}  // namespace tfh
