#include "harness/index/index.h"

#include <doctest/doctest.h>

#include <cstdlib>

#include "harness/index/mirrors.h"
#include "harness/index/url.h"
#include "tests/fakes/http_client.h"
#include "tests/fakes/process_runner.h"

using namespace tfh;

namespace {

constexpr const char* index_url = "https://user:secret@mirror.example/simple";
constexpr const char* page_url = "https://user:secret@mirror.example/simple/tensorflow-gpu/";
constexpr const char* json_type = "application/vnd.pypi.simple.v1+json";
constexpr const char* json_page = R"({"name": "tensorflow-gpu", "files": [{"filename": "a-1.tar.gz", "url": "a"}]})";
constexpr const char* html_page = R"(<a href="a-1.tar.gz">a</a>)";

// Sets PIP_INDEX_URL for as long as it lives.
class PipIndexUrl {
 public:
  explicit PipIndexUrl(const char* value) {
    if (const char* before = std::getenv("PIP_INDEX_URL")) before_ = before;
    ::setenv("PIP_INDEX_URL", value, 1);
  }
  PipIndexUrl(const PipIndexUrl&) = delete;
  PipIndexUrl& operator=(const PipIndexUrl&) = delete;
  ~PipIndexUrl() { ::setenv("PIP_INDEX_URL", before_.c_str(), 1); }

 private:
  std::string before_;
};

}  // namespace

TEST_CASE("pages are asked for by normalised name and read by their type") {
  struct Row {
    const char *type, *body;
  };
  for (const Row& row :
       {Row{json_type, json_page}, Row{"application/json; charset=utf-8", json_page},
        Row{"text/html; charset=UTF-8", html_page}, Row{"application/vnd.pypi.simple.v1+html", html_page},
        Row{"", json_page}, Row{"application/octet-stream", html_page}}) {
    CAPTURE(row.type);
    FakeHttpClient http;
    http.answer(page_url, 200, row.type, row.body);
    const auto page = fetch_project(std::string(index_url) + "/", "TensorFlow_GPU", http);
    REQUIRE_MESSAGE(page.has_value(), page.error().text());
    CHECK(page->name == "tensorflow-gpu");
    CHECK(page->files.size() == 1);
    CHECK(http.requests[0].accept.starts_with(json_type));
  }
}

TEST_CASE("what is no index page names the index, without its password") {
  struct Row {
    int status;
    const char *type, *body, *reason;
  };
  for (const Row& row :
       {Row{403, "text/html", "<h1>Forbidden</h1>", "it refused (status 403, text/html)"},
        Row{200, "text/html", "<form>Log in <a href='/help'>help</a></form>", "lists no files"},
        Row{200, "application/pdf", "%PDF", "something else than a page"},
        Row{200, json_type, "<html>", "not valid JSON"}, Row{404, "", "", "has no project tensorflow-gpu"},
        Row{401, "", "", "asks for credentials"}, Row{429, "", "", "it refused"},
        Row{502, "text/plain", "bad gateway", "it failed (status 502, text/plain)"}}) {
    FakeHttpClient http;
    http.answer(page_url, row.status, row.type, row.body);
    const auto page = fetch_project(index_url, "tensorflow-gpu", http);
    REQUIRE_FALSE(page.has_value());
    const std::string text = page.error().text();
    CHECK_MESSAGE(text.find(row.reason) != std::string::npos, text);
    CHECK(text.find("mirror.example") != std::string::npos);
    CHECK(text.find("secret") == std::string::npos);
  }
}

TEST_CASE("who served a file is told by its host") {
  const std::vector<std::string> mirrors{"http://127.0.0.1:81/simple"};
  const std::string index = "https://user:secret@index.example/simple";
  CHECK(server_name("https://pypi.tuna.tsinghua.edu.cn/packages/a/b.whl", mirrors, index) == "tuna");
  CHECK(server_name("http://127.0.0.1:81/files/b.whl", mirrors, index) == "127.0.0.1:81");
  CHECK(server_name("https://index.example/files/b.whl", mirrors, index) == "index");
  CHECK(server_name("https://files.example/b.whl", mirrors, index) == "files.example");
}

TEST_CASE("mirrors by name, by address, and misspelt") {
  CHECK(mirror_url("tuna")->find("tuna.tsinghua") != std::string::npos);
  CHECK(*mirror_url("https://mirror.example/simple/") == "https://mirror.example/simple");
  const auto wrong = mirror_url("tena");
  REQUIRE_FALSE(wrong.has_value());
  CHECK(wrong.error().hint.find("did you mean 'tuna'?") != std::string::npos);
  CHECK(mirror_url("somewhere-else").error().hint.find("did you mean") == std::string::npos);
  CHECK(mirror_url("somewhere-else").error().hint.find("aliyun") != std::string::npos);
  for (const MirrorPreset& preset : mirror_presets()) {
    CHECK(*mirror_url(preset.name) == preset.url);
    CHECK_FALSE(preset.located.empty());
  }
}

TEST_CASE("the default index is pip's") {
  const PipIndexUrl unset("");
  FakeProcessRunner answers(
      [](const Command&) { return completed(0, "noise\nindex-url https://mirror.example/simple/\n"); });
  CHECK(*default_index_url("/usr/bin/python3", answers) == "https://mirror.example/simple");
  CHECK(answers.commands[0].program == "/usr/bin/python3");

  FakeProcessRunner none(
      [](const Command&) { return completed(1, "", "ModuleNotFoundError: No module named 'pip'\n"); });
  const auto without = default_index_url("/usr/bin/python3", none);
  REQUIRE_FALSE(without.has_value());
  CHECK(without.error().text().find("/usr/bin/python3 has no pip") != std::string::npos);
  CHECK(without.error().hint.find("PIP_INDEX_URL") != std::string::npos);

  FakeProcessRunner second([](const Command& command) {
    if (command.program == "/opt/bare/bin/python3")
      return completed(1, "", "ModuleNotFoundError: No module named 'pip'\n");
    return completed(0, "index-url https://mirror.example/simple\n");
  });
  CHECK(*default_index_url("/opt/bare/bin/python3", second) == "https://mirror.example/simple");

  FakeProcessRunner broken([](const Command&) { return completed(1, "", "boom"); });
  CHECK_FALSE(default_index_url("/usr/bin/python3", broken).has_value());
}

TEST_CASE("PIP_INDEX_URL is stronger than pip's files, and pip is not started for it") {
  const PipIndexUrl set("https://mirror.example/simple/");
  FakeProcessRunner runner([](const Command&) { return completed(1, ""); });
  CHECK(*default_index_url("/usr/bin/python3", runner) == "https://mirror.example/simple");
  CHECK(runner.commands.empty());
}

TEST_CASE("addresses") {
  struct Row {
    const char *base, *reference, *absolute;
  };
  for (const Row& row :
       {Row{"https://a/b/c/", "d%2Be.whl", "https://a/b/c/d%2Be.whl"},
        Row{"https://a/b/c", "d.whl", "https://a/b/d.whl"},
        Row{"https://a/b/c/", "../d.whl#sha256=1", "https://a/b/d.whl#sha256=1"},
        Row{"https://a/b/c/?x=/y", "../../../../d.whl", "https://a/d.whl"},
        Row{"https://a/b/c/", "./d/./e/..", "https://a/b/c/d/"},
        Row{"https://a/b/c/", "/d.whl?e=../f", "https://a/d.whl?e=../f"},
        Row{"https://a/b/c/", "//e/d.whl", "https://e/d.whl"}, Row{"https://a", "d.whl", "https://a/d.whl"},
        Row{"https://u:p@a/b/", "d.whl", "https://u:p@a/b/d.whl"}, Row{"https://a/b/c/", "#top", "https://a/b/c/#top"},
        Row{"https://a/b/c/", "https://e/../d.whl", "https://e/../d.whl"}}) {
    CAPTURE(row.reference);
    CHECK(absolute_url(row.base, row.reference) == row.absolute);
  }
  CHECK(url_filename("https://a/b/c%2Bd-1.whl?x=/y#z/w") == "c+d-1.whl");
  CHECK(fragment_value("https://a#md5=1&sha256=2", "sha256") == "2");
  CHECK(fragment_value("https://a", "sha256").empty());
  CHECK(file_url("/a b/c+d.whl") == "file:///a%20b/c%2Bd.whl");
  CHECK(percent_decoded("100%") == "100%");
}
