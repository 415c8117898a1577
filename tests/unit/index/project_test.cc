#include "harness/index/project.h"

#include <doctest/doctest.h>

#include "harness/base/clock.h"
#include "harness/index/tags.h"

using namespace tfh;

namespace {

const std::string page_url = "https://mirror.example/simple/tensorflow/";

std::string names(const std::vector<Version>& versions) {
  std::string text;
  for (const Version& version : versions) text += (text.empty() ? "" : " ") + version.str();
  return text;
}

ProjectPage page_with(const std::vector<std::string>& filenames) {
  ProjectPage page;
  page.name = "tensorflow";
  for (const std::string& filename : filenames) {
    IndexFile file;
    file.filename = filename;
    page.files.push_back(file);
  }
  return page;
}

std::string listed(const std::set<PythonMinor>& pythons) {
  std::string text;
  for (const PythonMinor& python : pythons) text += (text.empty() ? "" : " ") + python.str();
  return text;
}

}  // namespace

TEST_CASE("a JSON page") {
  const auto page = parse_project_json(R"({"meta": {"api-version": "1.1"}, "name": "TensorFlow", "versions": ["2.4.0"],
    "files": [
      {"filename": "tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl", "url": "../../files/a/t.whl#x",
       "hashes": {"sha256": ")" + std::string(64, 'A') +
                                           R"("}, "requires-python": ">=3.6", "size": 394000000, "yanked": false,
       "upload-time": "2020-12-14T18:01:50.123456Z"},
      {"filename": "tensorflow-2.4.1.tar.gz", "url": "https://files.example/t.tar.gz", "hashes": {"sha256": "12"}, "yanked": "",
       "requires-python": null, "core-metadata": {"sha256": "12"}}]})",
                                       "https://user:secret@mirror.example/simple/tensorflow/");
  REQUIRE_MESSAGE(page.has_value(), page.error().text());
  CHECK(page->name == "tensorflow");
  CHECK(page->source == page_url);
  REQUIRE(page->files.size() == 2);
  const IndexFile& wheel = page->files[0];
  CHECK(wheel.url == "https://user:secret@mirror.example/files/a/t.whl");
  CHECK(wheel.sha256 == std::string(64, 'a'));
  CHECK(wheel.size == 394000000);
  CHECK(wheel.requires_python == ">=3.6");
  CHECK_FALSE(wheel.yanked);
  CHECK_FALSE(wheel.metadata);
  CHECK(page->files[1].metadata);
  REQUIRE(wheel.uploaded.has_value());
  CHECK(rfc3339(*wheel.uploaded) == "2020-12-14T18:01:50Z");
  CHECK(page->files[1].yanked);
  CHECK(page->files[1].sha256.empty());
  CHECK_FALSE(page->files[1].size.has_value());
  CHECK_FALSE(page->files[1].uploaded.has_value());
}

TEST_CASE("JSON that is no index page") {
  struct Row {
    const char *body, *reason;
  };
  for (const Row& row : {Row{"{", "not valid JSON"}, Row{"[]", "no list of files"},
                         Row{R"({"message": "no"})", "no list"}, Row{R"({"files": [{"filename": 1}]})", "malformed"},
                         Row{R"({"meta": {"api-version": "2.0"}, "files": []})", "version 2.0"}}) {
    const auto page = parse_project_json(row.body, page_url);
    REQUIRE_FALSE(page.has_value());
    CHECK_MESSAGE(page.error().text().find(row.reason) != std::string::npos, page.error().text());
    CHECK(page.error().text().find("mirror.example") != std::string::npos);
  }
}

TEST_CASE("an HTML page") {
  const auto page = parse_project_html(R"(<!DOCTYPE html><html><head><title>Links for tensorflow</title></head><body>
    <h1>Links for tensorflow</h1><a href="/">up</a>
    <a href="../../packages/t%2Bx-2.4.0-cp38-cp38-linux_x86_64.whl#sha256=)" +
                                           std::string(64, 'B') + R"(&amp;egg=t"
       data-requires-python="&gt;=3.6,&lt;3.9">anything</a><br/>
    <a href='https://files.example/tensorflow-2.4.1.tar.gz' data-yanked>x</a>
    <a href="tensorflow-2.5.0-py3-none-any.whl" data-yanked="broken &amp; bad">x<br></body></html>)",
                                       page_url + "index.html");
  REQUIRE(page.has_value());
  CHECK(page->name == "tensorflow");
  REQUIRE(page->files.size() == 3);
  CHECK(page->files[0].filename == "t+x-2.4.0-cp38-cp38-linux_x86_64.whl");
  CHECK(page->files[0].url == "https://mirror.example/packages/t%2Bx-2.4.0-cp38-cp38-linux_x86_64.whl");
  CHECK(page->files[0].sha256 == std::string(64, 'b'));
  CHECK(page->files[0].requires_python == ">=3.6,<3.9");
  CHECK_FALSE(page->files[0].yanked);
  CHECK(page->files[1].yanked);
  CHECK(page->files[2].yanked);
  CHECK(page->files[2].url == page_url + "tensorflow-2.5.0-py3-none-any.whl");
}

TEST_CASE("an HTML page with a base address") {
  const auto page =
      parse_project_html(R"(<base href="https://files.example/deep/"><a href="a-1-py3-none-any.whl">a</a>)", page_url);
  REQUIRE(page.has_value());
  REQUIRE(page->files.size() == 1);
  CHECK(page->files[0].url == "https://files.example/deep/a-1-py3-none-any.whl");
}

TEST_CASE("versions and their files") {
  const ProjectPage page =
      page_with({"tensorflow-2.12.0-cp38-cp38-linux_x86_64.whl", "tensorflow-2.4.0-cp38-cp38-linux_x86_64.whl",
                 "tensorflow-2.4.0.tar.gz", "tensorflow-2.4.0rc1-cp38-cp38-linux_x86_64.whl", "tensorflow-2.4.0.exe",
                 "other-name-9.9.tar.gz", "notes.txt", "tensorflow-2.4-py3-none-any.whl"});
  CHECK(names(versions_of(page)) == "2.4.0rc1 2.4.0 2.12.0");
  CHECK(files_of(page, *Version::parse("2.4.0")).size() == 3);
  CHECK(files_of(page, *Version::parse("2.16.0")).empty());
  CHECK(files_by_version(page).size() == 3);
  CHECK(files_by_version(page).at(*Version::parse("2.4.0")).size() == 3);
}

TEST_CASE("the Pythons a release has wheels for, on Linux x86-64") {
  const auto pythons = [](const std::vector<std::string>& filenames) {
    return listed(pythons_with_wheel(page_with(filenames).files));
  };
  CHECK(pythons({"t-1-cp37-cp37m-manylinux2010_x86_64.whl", "t-1-cp38-cp38-manylinux_2_17_x86_64.whl",
                 "t-1-cp39-cp39-win_amd64.whl", "t-1-cp310-cp310-manylinux2014_aarch64.whl", "t-1.tar.gz"}) ==
        "3.7 3.8");
  CHECK(pythons({"t-1.tar.gz"}).empty());
  CHECK(pythons({"t-1-cp27-cp27m-manylinux1_x86_64.whl", "t-1-cp36-cp36m-manylinux1_x86_64.whl"}) == "3.6");
  CHECK(pythons({"t-1-cp27-cp27mu-manylinux1_x86_64.whl"}) == "2.7");
  ProjectPage pure = page_with({"t-1-py3-none-any.whl"});
  pure.files[0].requires_python = ">=3.7.1, !=3.9.*, <3.12";
  CHECK(listed(pythons_with_wheel(pure.files)) == "3.7 3.8 3.10 3.11");
  pure.files[0].requires_python = "~=3.8";
  CHECK(listed(pythons_with_wheel(pure.files)).starts_with("3.8 3.9 3.10"));
  pure.files[0].requires_python = "==3.8.*,>3.8.2,<=3.8.10";
  CHECK(listed(pythons_with_wheel(pure.files)) == "3.8");
}

TEST_CASE("the wheels for every CPython of this machine") {
  const auto page = page_with({"t-1-cp27-cp27m-manylinux1_x86_64.whl", "t-1-cp38-cp38-manylinux2010_x86_64.whl",
                               "t-1-cp38-cp38-win_amd64.whl", "t-1-cp39-cp39-macosx_11_0_arm64.whl",
                               "t-1-pp38-pypy38_pp73-manylinux2010_x86_64.whl", "t-1-py3-none-any.whl", "t-1.tar.gz",
                               "t-1-cp313-cp313t-manylinux_2_28_x86_64.whl"});
  std::vector<std::string> names;
  for (const IndexFile& file : wheels_for_machine(page.files)) names.push_back(file.filename);
  CHECK(names == std::vector<std::string>{"t-1-cp27-cp27m-manylinux1_x86_64.whl",
                                          "t-1-cp38-cp38-manylinux2010_x86_64.whl", "t-1-py3-none-any.whl",
                                          "t-1-cp313-cp313t-manylinux_2_28_x86_64.whl"});
}

TEST_CASE("a yanked wheel is taken only where no other fits") {
  auto page = page_with({"t-1-cp38-cp38-manylinux2014_x86_64.whl", "t-1-cp38-cp38-manylinux1_x86_64.whl"});
  const auto tags = supported_tags({3, 8}, "glibc 2.36", "x86_64");
  page.files[0].yanked = true;
  CHECK(best_wheel(page.files, tags)->filename == "t-1-cp38-cp38-manylinux1_x86_64.whl");
  page.files[1].yanked = true;
  CHECK(best_wheel(page.files, tags)->filename == "t-1-cp38-cp38-manylinux2014_x86_64.whl");
}

TEST_CASE("versions near one that does not exist") {
  const ProjectPage page =
      page_with({"tensorflow-2.14.0.tar.gz", "tensorflow-2.15.0.tar.gz", "tensorflow-2.15.0.post1.tar.gz",
                 "tensorflow-2.15.1.tar.gz", "tensorflow-2.16.0rc0.tar.gz", "tensorflow-2.16.1.tar.gz",
                 "tensorflow-2.16.2.tar.gz", "tensorflow-2.17.0.tar.gz"});
  const auto nearest = [&](const char* wanted, std::size_t count) {
    return names(nearest_versions(page, *Version::parse(wanted), count));
  };
  CHECK(nearest("2.16.0", 4) == "2.15.0.post1 2.15.1 2.16.1 2.16.2");
  CHECK(nearest("2.16.0rc1", 2) == "2.16.0rc0 2.16.1");
  CHECK(nearest("9.9", 2) == "2.16.2 2.17.0");
  CHECK(nearest("0.1", 2) == "2.14.0 2.15.0");
  CHECK(nearest("2.16.0", 100).find("2.14.0") == 0);
  CHECK(nearest_versions(page_with({}), *Version::parse("1"), 3).empty());
}

TEST_CASE("a file whose name is a path would be stored somewhere else") {
  const auto json =
      parse_project_json(R"({"name": "t", "files": [{"filename": "../../t-1.0.tar.gz", "url": "t", "hashes": {}}]})",
                         "https://i.example/t/");
  REQUIRE_FALSE(json);
  CHECK(json.error().text().find("../../t-1.0.tar.gz") != std::string::npos);
  const auto html =
      parse_project_html(R"(<html><a href="/x/..%2F..%2Ft-1.0.tar.gz">t</a></html>)", "https://i.example/t/");
  REQUIRE(html);
  CHECK(html->files.empty());
}
