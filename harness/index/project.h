// One project's page of an index: PEP 691 JSON or PEP 503 HTML (with PEP 592, 658/714, 700).
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/version.h"

namespace tfh {

struct IndexFile {
  std::string filename;
  std::string url;                    // absolute
  std::string sha256;                 // lower-case hex; empty where the index does not say
  std::optional<std::uint64_t> size;  // bytes
  std::optional<std::chrono::system_clock::time_point> uploaded;
  std::string requires_python;
  bool yanked = false;
  bool metadata = false;   // FILE.metadata is beside it, or so the index says (PEP 658, PEP 714)
  std::string provenance;  // URL of what is attested of it (PEP 740); empty: nothing
};

struct ProjectPage {
  std::string name;    // normalised
  std::string source;  // the page's URL, without credentials
  bool json = false;   // the form it came in
  std::vector<IndexFile> files;
};

Result<ProjectPage> parse_project_json(std::string_view body, const std::string& page_url);
Result<ProjectPage> parse_project_html(std::string_view body, const std::string& page_url);

// Of a file whose name says it.
std::optional<Version> version_of(const IndexFile& file, const std::string& project);
// All versions that have a file, ascending.
std::vector<Version> versions_of(const ProjectPage& page);
// The files (wheels and source distributions) of one version.
std::vector<IndexFile> files_of(const ProjectPage& page, const Version& version);
// All of them at once, by version.
std::map<Version, std::vector<IndexFile>> files_by_version(const ProjectPage& page);
// The minor versions of CPython (2.7 and 3.x) for which one of `files` is a wheel that runs on Linux x86-64.
std::set<PythonMinor> pythons_with_wheel(const std::vector<IndexFile>& files);
bool has_wheel(const std::vector<IndexFile>& files, PythonMinor python);
// The wheel among `files` that fits best, a yanked one only where no other fits; nullptr: none fits. `tags` best first,
// as supported_tags() gives them.
const IndexFile* best_wheel(const std::vector<IndexFile>& files, const std::vector<std::string>& tags);
// The wheels among `files` that some CPython takes on Linux x86-64.
std::vector<IndexFile> wheels_for_machine(const std::vector<IndexFile>& files);
// Up to `count` versions nearest to one that does not exist, for suggestions.
std::vector<Version> nearest_versions(const ProjectPage& page, const Version& wanted, std::size_t count);

}  // namespace tfh
