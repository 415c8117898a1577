#include "harness/store/zip_archive.h"

#include <zip.h>

#include <array>

namespace tfh {

struct ZipArchive::State {
  zip_t* archive = nullptr;
  std::array<char, 256 << 10> buffer{};

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    if (archive != nullptr) zip_discard(archive);
  }
};

ZipArchive::ZipArchive(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipArchive::ZipArchive(ZipArchive&&) noexcept = default;
ZipArchive& ZipArchive::operator=(ZipArchive&&) noexcept = default;
ZipArchive::~ZipArchive() = default;

namespace {

std::unexpected<Error> refuse(const std::string& what) {
  return fail("reading the archive", what);
}

struct MemberCloser {
  void operator()(zip_file_t* member) const { zip_fclose(member); }
};

}  // namespace

Result<ZipArchive> ZipArchive::open(const std::filesystem::path& path) {
  auto state = std::make_unique<State>();
  int code = 0;
  state->archive = zip_open(path.c_str(), ZIP_RDONLY, &code);
  if (state->archive == nullptr) {
    zip_error_t error;
    zip_error_init_with_code(&error, code);
    const std::string text = zip_error_strerror(&error);
    zip_error_fini(&error);
    return refuse(text);
  }
  return ZipArchive(std::move(state));
}

Result<void> ZipArchive::read_packed(std::uint64_t index, const ZipMember& expected,
                                     const std::function<Result<void>(std::string_view)>& sink) {
  zip_stat_t found;
  zip_stat_init(&found);
  if (zip_stat_index(state_->archive, index, ZIP_FL_ENC_RAW, &found) != 0) return refuse(zip_strerror(state_->archive));
  if (expected.name != found.name || expected.size != found.size || expected.packed != found.comp_size ||
      expected.crc != found.crc)
    return refuse("two readings of its directory disagree: " + expected.name);
  const std::unique_ptr<zip_file_t, MemberCloser> member(zip_fopen_index(state_->archive, index, ZIP_FL_COMPRESSED));
  if (!member) return refuse(zip_strerror(state_->archive));
  while (true) {
    const zip_int64_t count = zip_fread(member.get(), state_->buffer.data(), state_->buffer.size());
    if (count < 0) return refuse(zip_file_strerror(member.get()));
    if (count == 0) return {};
    TRY(sink({state_->buffer.data(), static_cast<std::size_t>(count)}));
  }
}

}  // namespace tfh
