#include "harness/store/remote_metadata.h"

#include <algorithm>
#include <map>

#include "harness/base/credentials.h"
#include "harness/fetch/content_range.h"
#include "harness/store/inflate.h"
#include "harness/store/zip_archive.h"
#include "harness/store/zip_directory.h"

namespace tfh {
namespace {

constexpr std::uint64_t block_size = 512 << 10;
constexpr std::uint64_t largest_metadata = 8 << 20;

// A file on a server, in blocks that are asked for when they are read.
class RemoteFile : public ArchiveBytes {
 public:
  RemoteFile(const std::string& url, HttpClient& http) : url_(url), http_(http) {}

  Result<void> open() { return fetch(0); }

  std::uint64_t size() const override { return size_; }

  Result<void> read(std::uint64_t offset, std::span<char> into) override {
    while (!into.empty()) {
      const std::uint64_t first = offset / block_size * block_size;
      if (!whole_ && !blocks_.contains(first)) TRY(fetch(first));
      const std::string& block = blocks_[whole_ ? 0 : first];
      const std::uint64_t begin = whole_ ? offset : offset - first;
      if (begin >= block.size()) return refuse_archive("a record lies outside of the file");
      const std::size_t count = std::min<std::uint64_t>(into.size(), block.size() - begin);
      std::copy_n(block.begin() + static_cast<std::ptrdiff_t>(begin), count, into.begin());
      into = into.subspan(count);
      offset += count;
    }
    return {};
  }

 private:
  Result<void> fetch(std::uint64_t first) {
    HttpRequest request;
    request.url = url_;
    request.range = ByteRange{first, first + block_size - 1};
    HttpResponse response = TRY(http_.get(request));
    const std::string doing = "reading " + without_credentials(url_);
    if (response.status == 200) {
      whole_ = true;
      size_ = response.body.size();
      blocks_[0] = std::move(response.body);
      return {};
    }
    const auto range = parse_content_range(response.headers["content-range"]);
    if (response.status != 206 || !range || range->first != first || !range->total)
      return fail(doing, "status " + std::to_string(response.status) + " to a range");
    size_ = *range->total;
    blocks_[first] = std::move(response.body);
    return {};
  }

  std::string url_;
  HttpClient& http_;
  std::uint64_t size_ = 0;
  bool whole_ = false;  // the server sent everything
  std::map<std::uint64_t, std::string> blocks_;
};

class Text : public InflatedSink {
 public:
  explicit Text(std::uint64_t size) : text_(size + 1, '\0') {}  // one more, so that there is always room
  std::span<std::uint8_t> room() override {
    return {reinterpret_cast<std::uint8_t*>(text_.data()) + filled_, text_.size() - filled_};
  }
  Result<void> take(std::size_t count) override {
    filled_ += count;
    return filled_ < text_.size() ? Result<void>() : refuse_archive("METADATA is longer than announced");
  }
  std::string text() && {
    text_.resize(filled_);
    return std::move(text_);
  }

 private:
  std::string text_;
  std::size_t filled_ = 0;
};

bool is_metadata(const ZipMember& member) {
  return member.name.ends_with(".dist-info/METADATA") && std::ranges::count(member.name, '/') == 1;
}

Result<std::string> unpacked(const std::string& packed, const ZipMember& member) {
  if (!member.deflated) return packed;
  Text text(member.size);
  Inflater inflater;
  inflater.start();
  TRY(inflater.feed(packed, text));
  return std::move(text).text();
}

}  // namespace

Result<std::string> read_remote_metadata(const std::string& wheel_url, HttpClient& http) {
  RemoteFile file(wheel_url, http);
  TRY(file.open());
  const std::vector<ZipMember> members = TRY(read_central_directory(file));
  const auto member = std::ranges::find_if(members, is_metadata);
  if (member == members.end() || std::max(member->size, member->packed) > largest_metadata)
    return refuse_archive("it holds no METADATA, or one of more than 8 MiB");
  ZipArchive archive = TRY(ZipArchive::open(file));
  std::string packed;
  TRY(archive.read_packed(static_cast<std::uint64_t>(member - members.begin()), *member,
                          [&](std::string_view bytes) -> Result<void> {
                            packed += bytes;
                            return {};
                          }));
  std::string text = TRY(unpacked(packed, *member));
  if (text.size() != member->size || crc32(0, text) != member->crc)
    return refuse_archive("METADATA is not what its CRC-32 says");
  return text;
}

}  // namespace tfh
