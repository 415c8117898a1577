#include "harness/fetch/incoming_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "harness/base/file.h"
#include "harness/fetch/content_range.h"

namespace tfh {

IncomingFile::~IncomingFile() {
  if (file_.is_open() && have_ == 0) ::unlink(transfer_.partial.c_str());
}

Result<void> IncomingFile::open() {
  TRY(create_folders(transfer_.partial.parent_path()));
  file_ = TRY(open_file(transfer_.partial, O_RDWR | O_CREAT));
  TRY(hash_existing());
  if (transfer_.size && have_ > *transfer_.size) TRY(start_again());
  continued_ = have_ > 0;
  whole_ = !transfer_.size && hash_.so_far() == transfer_.sha256;
  TRY(check_room());
  tell_growth();
  return {};
}

Result<void> IncomingFile::hash_existing() {
  std::vector<char> buffer(1 << 20);
  while (true) {
    const ssize_t count = ::read(file_.get(), buffer.data(), buffer.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return std::unexpected(disk_error("reading " + transfer_.partial.string(), errno));
    if (count == 0) return {};
    hash_.update({buffer.data(), static_cast<std::size_t>(count)});
    have_ += static_cast<std::uint64_t>(count);
  }
}

Result<void> IncomingFile::check_room() const {
  const auto room = disk_.free_bytes(transfer_.partial.parent_path());
  if (!transfer_.size || !room || *room >= *transfer_.size - have_) return {};
  Error error = disk_error("fetching " + transfer_.label, ENOSPC);
  error.what += ": " + std::to_string(*transfer_.size - have_) + " bytes are to come, " + std::to_string(*room) +
                " are free in " + transfer_.partial.parent_path().string();
  return std::unexpected(error);
}

Result<void> IncomingFile::start_again() {
  if (::ftruncate(file_.get(), 0) != 0 || ::lseek(file_.get(), 0, SEEK_SET) != 0)
    return std::unexpected(disk_error("starting " + transfer_.partial.string() + " again", errno));
  hash_ = Sha256();
  have_ = 0;
  continued_ = false;
  whole_ = false;
  tell_growth();
  return {};
}

Result<void> IncomingFile::begin_body(int status, const std::map<std::string, std::string>& headers) {
  const std::string doing = "fetching " + transfer_.label;
  const auto encoding = headers.find("content-encoding");
  if (encoding != headers.end() && encoding->second != "identity")
    return fail(doing, "the server encoded the file as " + encoding->second + " although identity was asked for");
  if (status == 200) return have_ > 0 ? start_again() : Result<void>();
  if (status != 206) return fail(doing, "the server answered with status " + std::to_string(status));
  const auto header = headers.find("content-range");
  const auto range = header == headers.end() ? std::nullopt : parse_content_range(header->second);
  const bool continues = range && range->first == have_ && have_ > 0 &&
                         (!range->total || !transfer_.size || *range->total == *transfer_.size);
  if (continues) {
    continued_ = true;
    return {};
  }
  const std::string got = header == headers.end() ? "no Content-Range" : "\"" + header->second + "\"";
  const std::string asked = std::to_string(have_);
  TRY(start_again());
  return fail(doing, "asked for the bytes from " + asked + " on, the server answered with " + got);
}

bool IncomingFile::fits(std::size_t more) const {
  return !transfer_.size || have_ + more <= *transfer_.size;
}

Result<void> IncomingFile::append(std::string_view bytes) {
  if (auto written = write_all(disk_, file_.get(), bytes, transfer_.partial); !written) {
    Error error = written.error();
    error.doing = "fetching " + transfer_.label + ", " + error.doing;
    return std::unexpected(error);
  }
  hash_.update(bytes);
  have_ += bytes.size();
  tell_growth();
  return {};
}

Result<IncomingFile::Verdict> IncomingFile::finish() {
  if (transfer_.size && have_ != *transfer_.size) {
    reason_ = std::to_string(have_) + " bytes came, the index promises " + std::to_string(*transfer_.size);
    TRY(start_again());
    return Verdict::wrong_size;
  }
  const std::string actual = hash_.hex();
  if (actual != transfer_.sha256) {
    TRY(quarantine(actual));
    return Verdict::wrong_hash;
  }
  TRY(place());
  file_ = Descriptor();
  return Verdict::published;
}

Result<void> IncomingFile::place() {
  const auto folder = transfer_.destination.parent_path();
  TRY(create_folders(folder));
  auto placed = publish(disk_, transfer_.partial, transfer_.destination, true);
  if (!placed) ::rmdir(folder.c_str());  // if it is empty: a folder without its file would look like one that has it
  return placed;
}

Result<void> IncomingFile::quarantine(const std::string& actual) {
  reason_ = "sha256 is " + actual + ", " + transfer_.sha256 + " is expected; the file is kept in " +
            transfer_.quarantine.string();
  const bool was_continued = continued_;
  TRY(create_folders(transfer_.quarantine.parent_path()));
  TRY(publish(disk_, transfer_.partial, transfer_.quarantine, false));
  file_ = TRY(open_file(transfer_.partial, O_RDWR | O_CREAT | O_TRUNC));
  TRY(start_again());
  continued_ = was_continued;
  return {};
}

void IncomingFile::tell_growth() const {
  if (transfer_.grown) transfer_.grown(have_);
}

}  // namespace tfh
