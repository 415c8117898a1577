#include "harness/report/download_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "harness/report/text_layout.h"

namespace tfh {

namespace {

std::string rate_text(std::uint64_t bytes, double seconds) {
  if (bytes == 0 || seconds <= 0) return "-";
  return size_text(static_cast<std::uint64_t>(static_cast<double>(bytes) / seconds)) + "/s";
}

std::string verified_text(FileState state) {
  constexpr std::array<const char*, 4> texts = {"verified", "verified before", "verified", "-"};
  return texts.at(static_cast<std::size_t>(state));
}

std::string source_text(const DownloadedFile& file) {
  if (file.state == FileState::in_store) return "the store";
  if (file.state == FileState::in_folder) return "the folder";
  return file.server;
}

const char* state_name(FileState state) {
  constexpr std::array<const char*, 4> names = {"fetched", "in store", "in folder", "failed"};
  return names.at(static_cast<std::size_t>(state));
}

std::string shown_name(const DownloadedFile& file) {
  return file.built.empty() ? file.filename : file.built + " (built from " + file.filename + ")";
}

std::string files_table(const std::vector<DownloadedFile>& files) {
  std::vector<std::vector<std::string>> rows{{"file", "size", "rate", "from", "sha256"}};
  for (const DownloadedFile& file : files)
    if (!file.error)
      rows.push_back({shown_name(file), size_text(file.bytes), rate_text(file.fetched_bytes, file.seconds),
                      source_text(file), verified_text(file.state)});
  return rows.size() == 1 ? "" : aligned_columns(rows, {1, 2});
}

std::string failures_text(const std::vector<DownloadedFile>& files) {
  std::string text;
  for (const DownloadedFile& file : files)
    if (file.error) text += failure_text(file.filename.empty() ? file.id : file.filename, *file.error);
  return text;
}

nlohmann::json as_json(const DownloadedFile& file) {
  return {{"id", file.id},
          {"status", file.error ? "failed" : "ok"},
          {"state", state_name(file.error ? FileState::failed : file.state)},
          {"filename", file.filename},
          {"sha256", file.sha256},
          {"verified", !file.error},
          {"bytes", file.bytes},
          {"fetched_bytes", file.fetched_bytes},
          {"seconds", file.seconds},
          {"server", file.server},
          {"url", file.url},
          {"path", file.path},
          {"built", file.built},
          {"error", to_json(file.error)}};
}

}  // namespace

std::string download_text(const DownloadReport& report) {
  std::uint64_t bytes = 0, fetched = 0;
  std::size_t failed = 0;
  for (const DownloadedFile& file : report.files) {
    bytes += file.error ? 0 : file.bytes;
    fetched += file.fetched_bytes;
    failed += file.error ? 1 : 0;
  }
  std::string text = files_table(report.files) + failures_text(report.files);
  for (const std::string& lock : report.locks) text += "lock: " + lock + "\n";
  for (const std::string& note : report.notes) text += "note: " + note + "\n";
  text += fmt::format("{}, {}; fetched {} in {}", counted(report.files.size() - failed, "file"), size_text(bytes),
                      size_text(fetched), seconds_text(report.seconds));
  if (failed > 0) text += fmt::format("; {} failed", failed);
  return text + "\n";
}

nlohmann::json to_json(const DownloadReport& report) {
  nlohmann::json files = nlohmann::json::array();
  for (const DownloadedFile& file : report.files) files.push_back(as_json(file));
  return {{"schema", "tfharness-download/1"}, {"files", files},        {"locks", report.locks},
          {"mirrors", report.mirrors},        {"notes", report.notes}, {"seconds", report.seconds}};
}

int exit_status(const DownloadReport& report) {
  return std::ranges::any_of(report.files, [](const DownloadedFile& file) { return file.error.has_value(); }) ? 2 : 0;
}

}  // namespace tfh
