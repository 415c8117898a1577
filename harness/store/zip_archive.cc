#include "harness/store/zip_archive.h"

#include <zip.h>

#include <algorithm>
#include <array>
#include <optional>

namespace tfh {

namespace {

// ArchiveBytes as libzip wants to read them: with a place of its own that moves.
struct BytesSource {
  ArchiveBytes& bytes;
  std::uint64_t place = 0;
  std::optional<Error> failure;  // why a read failed: libzip would only say that it did
  zip_error_t error{};

  explicit BytesSource(ArchiveBytes& read) : bytes(read) { zip_error_init(&error); }
  BytesSource(const BytesSource&) = delete;
  BytesSource& operator=(const BytesSource&) = delete;
  ~BytesSource() { zip_error_fini(&error); }

  zip_int64_t read(void* into, zip_uint64_t count) {
    count = std::min(count, bytes.size() - place);
    if (auto done = bytes.read(place, {static_cast<char*>(into), count}); !done) {
      failure = done.error();
      zip_error_set(&error, ZIP_ER_READ, 0);
      return -1;
    }
    place += count;
    return static_cast<zip_int64_t>(count);
  }

  zip_int64_t seek(void* data, zip_uint64_t size) {
    const auto to = zip_source_seek_compute_offset(place, bytes.size(), data, size, &error);
    if (to < 0) return -1;
    place = static_cast<std::uint64_t>(to);
    return 0;
  }

  zip_int64_t stat(void* data) const {
    auto& status = *static_cast<zip_stat_t*>(data);
    zip_stat_init(&status);
    status.valid = ZIP_STAT_SIZE;
    status.size = bytes.size();
    return sizeof(zip_stat_t);
  }

  static zip_int64_t answer(void* source, void* data, zip_uint64_t size, zip_source_cmd_t command) {
    auto& self = *static_cast<BytesSource*>(source);
    switch (command) {
      case ZIP_SOURCE_OPEN:
        self.place = 0;
        return 0;
      case ZIP_SOURCE_READ:
        return self.read(data, size);
      case ZIP_SOURCE_SEEK:
        return self.seek(data, size);
      case ZIP_SOURCE_TELL:
        return static_cast<zip_int64_t>(self.place);
      case ZIP_SOURCE_STAT:
        return self.stat(data);
      case ZIP_SOURCE_ERROR:
        return zip_error_to_data(&self.error, data, size);
      case ZIP_SOURCE_CLOSE:
      case ZIP_SOURCE_FREE:
        return 0;
      case ZIP_SOURCE_SUPPORTS:
        return zip_source_make_command_bitmap(ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL,
                                              ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE, -1);
      default:
        zip_error_set(&self.error, ZIP_ER_OPNOTSUPP, 0);
        return -1;
    }
  }
};

struct MemberCloser {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

}  // namespace

struct ZipArchive::State {
  BytesSource source;
  zip_t* archive = nullptr;
  std::array<char, 256 << 10> buffer{};

  explicit State(ArchiveBytes& bytes) : source(bytes) {}
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (archive != nullptr) zip_discard(archive);
  }

  std::unexpected<Error> refuse(const std::string& what) const {
    if (source.failure) return std::unexpected(*source.failure);
    return fail("reading the archive", what);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

Result<ZipArchive> ZipArchive::open(ArchiveBytes& bytes) {
  auto state = std::make_unique<State>(bytes);
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_function_create(&BytesSource::answer, &state->source, &error);
  if (source != nullptr) state->archive = zip_open_from_source(source, ZIP_RDONLY, &error);
  const std::string text = state->archive == nullptr ? zip_error_strerror(&error) : "";
  zip_error_fini(&error);
  if (state->archive != nullptr) return ZipArchive(std::move(state));
  if (source != nullptr) zip_source_free(source);
  return state->refuse(text);
}

Result<void> ZipArchive::read_packed(std::uint64_t index, const ZipMember& expected,
                                     const std::function<Result<void>(std::string_view)>& sink) {
  State& state = *state_;
  zip_stat_t found;
  zip_stat_init(&found);
  if (zip_stat_index(state.archive, index, ZIP_FL_ENC_RAW, &found) != 0)
    return state.refuse(zip_strerror(state.archive));
  if (expected.name != found.name || expected.size != found.size || expected.packed != found.comp_size ||
      expected.crc != found.crc)
    return state.refuse("two readings of its directory disagree: " + expected.name);
  const std::unique_ptr<zip_file_t, MemberCloser> member(zip_fopen_index(state.archive, index, ZIP_FL_COMPRESSED));
  if (!member) return state.refuse(zip_strerror(state.archive));
  while (true) {
    const zip_int64_t count = zip_fread(member.get(), state.buffer.data(), state.buffer.size());
    if (count < 0) return state.refuse(zip_file_strerror(member.get()));
    if (count == 0) return {};
    TRY(sink({state.buffer.data(), static_cast<std::size_t>(count)}));
  }
}

}  // namespace tfh
