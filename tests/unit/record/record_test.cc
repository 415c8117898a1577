#include "harness/record/record.h"

#include <doctest/doctest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>

#include "tests/fakes/values.h"

using namespace tfh;
using namespace tfh::fakes;
using nlohmann::json;

namespace {

class Folder {
 public:
  Folder() : path_(std::filesystem::temp_directory_path() / "tfharness-record-test-XXXXXX") {
    std::string name = path_.string();
    path_ = mkdtemp(name.data());
  }
  ~Folder() { std::filesystem::remove_all(path_); }
  std::string file(const std::string& name) const { return (path_ / name).string(); }
  std::size_t entries() const {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
  }

 private:
  std::filesystem::path path_;
};

Record full_record() {
  CheckRecord crashed = check("ops.range", "tf.range", {{"inf", crash("SIGABRT", "Check failed: \"size\" > 0\n")}});
  crashed.status = "crashed";
  crashed.declaration.revision = "0123456789abcdef";
  CheckRecord skipped = check("ops.new", "tf.new", {});
  skipped.status = "skipped";
  skipped.reason = "applies from 2.9";
  Record made =
      record("2.4.0", {check("ops.add", "tf.add",
                             {{"float32/nan", array("float32", {2}, "AADAfwAAgD8=")}, {"é", plain("naïve \x01 \n")}}),
                       crashed, skipped});
  made.packages = {{"numpy", "1.19.5", std::string(64, 'a'), "wheel"}};
  made.lock = "lock-version = \"1.0\"\n";
  made.unstable = {"ops.add/é"};
  made.unstable_values = {{"ops.add/é", {plain(1), nullptr}}};
  return made;
}

}  // namespace

TEST_CASE("a record written and read is the same record") {
  const Folder folder;
  const Record written = full_record();
  REQUIRE(write_record(written, folder.file("record.json")));
  const auto read = read_record(folder.file("record.json"));
  REQUIRE(read);
  CHECK(to_json(*read) == to_json(written));
  CHECK(read->checks[0].observations == written.checks[0].observations);
  CHECK(read->checks[1].declaration.revision == "0123456789abcdef");
  CHECK(read->checks[2].reason == "applies from 2.9");
  CHECK(read->unstable_values == written.unstable_values);
  CHECK(folder.entries() == 1);
}

TEST_CASE("floats and integers survive exactly") {
  const Folder folder;
  const std::vector<double> floats = {0.1, -0.0, 1e308, 5e-324, 1.0 / 3, 123456789.123456789, 1.0};
  const json integers = {std::numeric_limits<std::int64_t>::min(), std::numeric_limits<std::uint64_t>::max()};
  REQUIRE(write_record(record("1", {check("o.a", "tf.a", {{"x", plain(floats)}, {"y", plain(integers)}})}),
                       folder.file("r")));
  const auto read = read_record(folder.file("r"));
  REQUIRE(read);
  const json& values = read->checks[0].observations[0].value["value"];
  for (std::size_t i = 0; i < floats.size(); ++i) {
    CHECK(values[i].is_number_float());
    CHECK(values[i].get<double>() == floats[i]);
    CHECK(std::signbit(values[i].get<double>()) == std::signbit(floats[i]));
  }
  CHECK(read->checks[0].observations[1].value["value"] == integers);
}

TEST_CASE("replacing a record leaves the old one or the new one") {
  const Folder folder;
  REQUIRE(write_record(record("1", {}), folder.file("r")));
  REQUIRE(write_record(record("2", {}), folder.file("r")));
  CHECK(read_record(folder.file("r"))->version == "2");
  std::filesystem::create_directory(folder.file("taken"));
  const auto failed = write_record(record("3", {}), folder.file("taken"));
  REQUIRE_FALSE(failed);
  CHECK(failed.error().doing == "writing the record " + folder.file("taken"));
  CHECK(folder.entries() == 2);
}

TEST_CASE("what is not a record says so") {
  const Folder folder;
  const auto error_of = [&](const std::string& content) {
    std::ofstream(folder.file("r"), std::ios::binary) << content;
    const auto record = read_record(folder.file("r"));
    REQUIRE_FALSE(record);
    return record.error().text();
  };
  CHECK(error_of("").find("it is not JSON") != std::string::npos);
  CHECK(error_of("{\"schema\": ").find("it is not JSON") != std::string::npos);
  CHECK(error_of("[]").find("not a record of tfharness") != std::string::npos);
  CHECK(error_of("{\"schema\": \"tfharness-report/1\"}").find("not a record of tfharness") != std::string::npos);
  CHECK(error_of("{\"schema\": \"tfharness-record/1\"}").find("subject") != std::string::npos);
  const std::string newer = error_of("{\"schema\": \"tfharness-record/2\"}");
  CHECK(newer.find("tfharness-record/2, this program reads up to tfharness-record/1") != std::string::npos);
  CHECK(read_record(folder.file("none")).error().text().find("No such file") != std::string::npos);
}

TEST_CASE("a record of version 1 stays readable") {
  const auto read = read_record(TFHARNESS_SOURCE "/tests/fixtures/records/version-1.json");
  REQUIRE(read);
  CHECK(read->subject_id == "tensorflow==2.4.0@py3.8");
  REQUIRE(read->checks.size() == 3);
  CHECK(read->checks[0].declaration.ulps == 2);
  CHECK(read->checks[0].observations[0].key == "float32/nan");
  CHECK(read->checks[1].status == "crashed");
  CHECK(read->unstable == std::vector<std::string>{"ops.add/é"});
  Record of_then = full_record();
  of_then.unstable_values.clear();  // came later
  for (CheckRecord& one : of_then.checks) one.declaration.revision.clear();
  CHECK(to_json(*read) == to_json(of_then));
}
