#include "harness/cli/origin_check.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "harness/index/index.h"
#include "harness/index/page_differences.h"
#include "harness/index/tags.h"
#include "harness/plan/subject.h"
#include "harness/report/text_layout.h"

namespace tfh {

namespace {

// The project that a wheel or source distribution belongs to; empty: the name does not say.
std::string project_of(const std::string& filename) {
  if (const auto wheel = WheelName::parse(filename)) return wheel->name;
  const std::size_t dash = filename.rfind('-');
  return dash == std::string::npos ? "" : normalized_name(filename.substr(0, dash));
}

using Archives = std::vector<const ArchiveHere*>;

class Checking {
 public:
  explicit Checking(Session& session) : session_(session) {
    for (const std::string& url : session.mirror_urls()) check_.mirrors.push_back({url, 0, {}, {}});
  }

  void check(const std::string& project, const Archives& archives) {
    const auto index_url = session_.index_url();
    const auto page = index_url ? fetch_project(*index_url, project, session_.http())
                                : Result<ProjectPage>(std::unexpected(index_url.error()));
    if (!page) {
      check_.notes.push_back(page.error().text());
      for (const ArchiveHere* archive : archives) check_.unknown.push_back(archive->filename);
      return;
    }
    std::set<std::string> names;
    for (const ArchiveHere* archive : archives) {
      names.insert(archive->filename);
      compare(*archive, *page);
    }
    for (OriginCheck::Mirror& mirror : check_.mirrors) ask(mirror, *page, names);
  }

  OriginCheck take() { return std::move(check_); }

 private:
  void compare(const ArchiveHere& archive, const ProjectPage& page) {
    const auto listed = std::ranges::find(page.files, archive.filename, &IndexFile::filename);
    if (listed == page.files.end() || listed->sha256.empty()) {
      check_.unknown.push_back(archive.filename);
      return;
    }
    if (listed->sha256 == archive.sha256)
      ++check_.confirmed;
    else
      check_.differences.push_back(archive.filename + ": its sha256 here is " + archive.sha256 + ", the index says " +
                                   listed->sha256);
    if (!listed->provenance.empty()) read_attestations(archive, listed->provenance);
  }

  void read_attestations(const ArchiveHere& archive, const std::string& url) {
    const auto attestations = fetch_provenance(url, session_.http());
    if (!attestations) {
      check_.notes.push_back(attestations.error().text());
      return;
    }
    for (const Attestation& attestation : *attestations) {
      check_.attestations.push_back(attestation);
      if (attestation.filename != archive.filename || attestation.sha256 != archive.sha256)
        check_.differences.push_back(archive.filename + ": its sha256 here is " + archive.sha256 +
                                     ", what is attested speaks of " + attestation.filename + ", " +
                                     attestation.sha256);
    }
  }

  void ask(OriginCheck::Mirror& mirror, const ProjectPage& index, const std::set<std::string>& names) {
    const auto page = fetch_project(mirror.url, index.name, session_.http());
    if (!page) {
      mirror.differences.push_back(page.error().text());
      return;
    }
    PageComparison comparison = compare_pages(index, *page, names);
    mirror.same += comparison.same;
    std::ranges::move(comparison.differences, std::back_inserter(mirror.differences));
    std::ranges::move(comparison.unknown, std::back_inserter(mirror.unknown));
  }

  Session& session_;
  OriginCheck check_;
};

std::string lines(const std::vector<std::string>& items, const std::string& begin) {
  std::string text;
  for (const std::string& item : items) text += begin + item + "\n";
  return text;
}

// People look at who published, once each.
std::string attestation_text(const OriginCheck& origin) {
  std::string text;
  for (const Attestation& attestation : origin.attestations)
    text += fmt::format("attested {}\n  by {} ({}; the signature is not verified)\n", attestation.filename,
                        attestation.publisher, attestation.predicate);
  return text;
}

}  // namespace

bool OriginCheck::ok() const {
  return differences.empty() &&
         std::ranges::all_of(mirrors, [](const Mirror& mirror) { return mirror.differences.empty(); });
}

OriginCheck check_origin(const std::vector<ArchiveHere>& archives, Session& session) {
  std::map<std::string, Archives> projects;
  Checking checking(session);
  for (const ArchiveHere& archive : archives)
    if (const std::string project = project_of(archive.filename); !project.empty())
      projects[project].push_back(&archive);
  const std::string step = "ask the index";
  session.progress().begin(step, projects.size(), "projects");
  std::uint64_t done = 0;
  for (const auto& [project, of_project] : projects) {
    checking.check(project, of_project);
    session.progress().advance(step, ++done);
  }
  session.progress().end(step, true);
  return checking.take();
}

std::string origin_text(const OriginCheck& check) {
  std::string text = attestation_text(check);
  text += lines(check.differences, "DIFFERS  ");
  text += lines(check.notes, "note: ");
  text += fmt::format("{} as the index states", counted(check.confirmed, "archive"));
  if (!check.unknown.empty()) text += fmt::format(", {} that it does not state", check.unknown.size());
  text += "\n";
  for (const OriginCheck::Mirror& mirror : check.mirrors) {
    text += lines(mirror.differences, "DIFFERS  ");
    text += fmt::format("{}: {} with the index's sha256, {}, {} without a hash to compare\n", mirror.url,
                        counted(mirror.same, "file"), counted(mirror.differences.size(), "difference"),
                        mirror.unknown.size());
  }
  return text;
}

nlohmann::json to_json(const OriginCheck& check) {
  nlohmann::json attestations = nlohmann::json::array(), mirrors = nlohmann::json::array();
  for (const Attestation& attestation : check.attestations)
    attestations.push_back({{"filename", attestation.filename},
                            {"sha256", attestation.sha256},
                            {"publisher", attestation.publisher},
                            {"predicate", attestation.predicate},
                            {"signature_verified", false}});
  for (const OriginCheck::Mirror& mirror : check.mirrors)
    mirrors.push_back(
        {{"url", mirror.url}, {"same", mirror.same}, {"differences", mirror.differences}, {"unknown", mirror.unknown}});
  return {{"confirmed", check.confirmed}, {"differences", check.differences},
          {"unknown", check.unknown},     {"attestations", attestations},
          {"mirrors", mirrors},           {"notes", check.notes}};
}

}  // namespace tfh
