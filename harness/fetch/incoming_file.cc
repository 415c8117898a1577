#include "harness/fetch/incoming_file.h"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "harness/base/file.h"
#include "harness/fetch/content_range.h"

namespace tfh {

Result<void> IncomingFile::open() {
  TRY(front_.open());
  TRY(front_.read(0, [this](std::string_view bytes) {
    hash_.update(bytes);
    return Result<void>();
  }));
  if (transfer_.size && front_.size() > *transfer_.size) TRY(start_again());
  if (transfer_.tail && transfer_.size && transfer_.tail->offset < *transfer_.size) TRY(open_tail());
  continued_ = have() > 0;
  whole_ = !transfer_.size && hash_.so_far() == transfer_.sha256;
  TRY(check_room());
  tell_growth();
  return {};
}

// Where the front goes on beyond its beginning, only a whole tail is of use: then a run was killed that appended it.
Result<void> IncomingFile::open_tail() {
  tail_.emplace(disk_, transfer_.tail->path);
  TRY(tail_->open());
  const bool too_long = tail_->size() > tail_size();
  if (too_long || (front_.size() > transfer_.tail->offset && !tail_is_whole())) drop_tail();
  return {};
}

void IncomingFile::drop_tail() {
  if (tail_) tail_->remove();
  tail_.reset();
}

std::uint64_t IncomingFile::have() const {
  return tail_ ? std::min(front_.size(), transfer_.tail->offset) + tail_->size() : front_.size();
}

std::optional<ByteRange> IncomingFile::missing() const {
  if (tail_ && !tail_is_whole()) return ByteRange{transfer_.tail->offset + tail_->size(), std::nullopt};
  if (tail_) return ByteRange{front_.size(), transfer_.tail->offset - 1};
  if (front_.size() > 0) return ByteRange{front_.size(), std::nullopt};
  return std::nullopt;
}

Result<void> IncomingFile::check_room() const {
  const auto room = disk_.free_bytes(transfer_.partial.parent_path());
  if (!transfer_.size || !room || *room >= *transfer_.size - have()) return {};
  Error error = disk_error("fetching " + transfer_.label, ENOSPC);
  error.what += ": " + std::to_string(*transfer_.size - have()) + " bytes are to come, " + std::to_string(*room) +
                " are free in " + transfer_.partial.parent_path().string();
  return std::unexpected(error);
}

Result<void> IncomingFile::start_again() {
  TRY(front_.clear());
  drop_tail();
  filling_ = Filling::front;
  hash_ = Sha256();
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
  const auto asked = missing();
  if (status == 200) return asked ? start_again() : Result<void>();
  if (status != 206) return fail(doing, "the server answered with status " + std::to_string(status));
  const auto header = headers.find("content-range");
  const auto range = header == headers.end() ? std::nullopt : parse_content_range(header->second);
  const bool continues = range && asked && range->first == asked->first &&
                         (!asked->last || range->last <= *asked->last) &&
                         (!range->total || !transfer_.size || *range->total == *transfer_.size);
  if (continues) {
    filling_ = tail_ && !tail_is_whole() ? Filling::tail : Filling::front;
    if (have() > 0) continued_ = true;
    return {};
  }
  const std::string got = header == headers.end() ? "no Content-Range" : "\"" + header->second + "\"";
  TRY(start_again());
  return fail(doing, "asked for the bytes from " + std::to_string(asked ? asked->first : 0) +
                         " on, the server answered with " + got);
}

bool IncomingFile::fits(std::size_t more) const {
  if (!transfer_.size) return true;
  if (filling_ == Filling::tail) return tail_->size() + more <= tail_size();
  return front_.size() + more <= (tail_ ? transfer_.tail->offset : *transfer_.size);
}

Result<void> IncomingFile::append(std::string_view bytes) {
  auto appended = filling_ == Filling::tail ? tail_->append(bytes) : append_to_front(bytes);
  if (!appended) {
    Error error = appended.error();
    error.doing = "fetching " + transfer_.label + ", " + error.doing;
    return std::unexpected(error);
  }
  tell_growth();
  return {};
}

Result<void> IncomingFile::append_to_front(std::string_view bytes) {
  TRY(front_.append(bytes));
  hash_.update(bytes);
  return {};
}

// What of it a killed run has appended is there already.
Result<void> IncomingFile::append_tail() {
  TRY(tail_->read(front_.size() - transfer_.tail->offset,
                  [this](std::string_view bytes) { return append_to_front(bytes); }));
  drop_tail();
  tell_growth();
  return {};
}

Result<IncomingFile::Verdict> IncomingFile::finish() {
  if (tail_ && complete()) TRY(append_tail());
  if (transfer_.size && have() != *transfer_.size) {
    reason_ = std::to_string(have()) + " bytes came, the index promises " + std::to_string(*transfer_.size);
    TRY(start_again());
    return Verdict::wrong_size;
  }
  const std::string actual = hash_.hex();
  if (actual != transfer_.sha256) {
    TRY(quarantine(actual));
    return Verdict::wrong_hash;
  }
  TRY(place());
  front_.close();
  return Verdict::published;
}

Result<void> IncomingFile::place() {
  const auto folder = transfer_.destination.parent_path();
  TRY(sync_file(disk_, transfer_.partial));  // takes long: before the folder is there
  const auto whole = all_or_nothing();
  TRY(create_folders(folder));
  auto placed = publish(disk_, transfer_.partial, transfer_.destination, false);
  if (!placed) ::rmdir(folder.c_str());  // if it is empty: a folder without its file would look like one that has it
  return placed;
}

Result<void> IncomingFile::quarantine(const std::string& actual) {
  reason_ = "sha256 is " + actual + ", " + transfer_.sha256 + " is expected; the file is kept in " +
            transfer_.quarantine.string();
  const bool was_continued = continued_;
  TRY(create_folders(transfer_.quarantine.parent_path()));
  TRY(publish(disk_, transfer_.partial, transfer_.quarantine, false));
  TRY(front_.create());
  TRY(start_again());
  continued_ = was_continued;
  return {};
}

void IncomingFile::tell_growth() const {
  if (transfer_.grown) transfer_.grown({.front = front_.size(), .tail = tail_ ? tail_->size() : 0});
}

}  // namespace tfh
