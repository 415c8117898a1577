#include "harness/report/download_report.h"

#include <doctest/doctest.h>

using namespace tfh;

namespace {

DownloadReport sample() {
  DownloadReport report;
  DownloadedFile fetched;
  fetched.id = "tensorflow==2.4.0@py3.8";
  fetched.filename = "tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl";
  fetched.bytes = fetched.fetched_bytes = 394'800'000;
  fetched.seconds = 4;
  fetched.state = FileState::fetched;
  fetched.server = "tuna";
  DownloadedFile stored = fetched;
  stored.filename = "wrapt-1.12.1.tar.gz";
  stored.built = "wrapt-1.12.1-cp38-cp38-linux_x86_64.whl";
  stored.state = FileState::in_store;
  stored.bytes = 70'000;
  stored.fetched_bytes = 0;
  stored.server.clear();
  DownloadedFile failed;
  failed.id = "tensorflow==2.4.7";
  failed.error = SubjectFailure{"plan", "looking for it: there is none", "nearest: 2.4.4"};
  report.files = {fetched, stored, failed};
  report.notes = {"something is left out"};
  report.seconds = 4.2;
  return report;
}

}  // namespace

TEST_CASE("each file has a line, what failed says why and what to do, and the sum comes last") {
  CHECK(
      download_text(sample()) ==
      R"(file                                                                          size       rate  from       sha256
tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl                       394.8 MB  98.7 MB/s  tuna       verified
wrapt-1.12.1-cp38-cp38-linux_x86_64.whl (built from wrapt-1.12.1.tar.gz)   70.0 kB          -  the store  verified before
tensorflow==2.4.7 failed: looking for it: there is none
  nearest: 2.4.4
note: something is left out
2 files, 394.9 MB; fetched 394.8 MB in 4.2 s; 1 failed
)");
}

TEST_CASE("JSON says the same, and one failure is exit status 2") {
  DownloadReport report = sample();
  const nlohmann::json json = to_json(report);
  CHECK(json.at("schema") == "tfharness-download/1");
  CHECK(json.at("files").at(0).at("server") == "tuna");
  CHECK(json.at("files").at(0).at("verified") == true);
  CHECK(json.at("files").at(1).at("state") == "in store");
  CHECK(json.at("files").at(2).at("state") == "failed");
  CHECK(json.at("files").at(2).at("verified") == false);
  CHECK(json.at("files").at(2).at("error").at("hint") == "nearest: 2.4.4");
  CHECK(exit_status(report) == 2);
  report.files.pop_back();
  CHECK(exit_status(report) == 0);
}
