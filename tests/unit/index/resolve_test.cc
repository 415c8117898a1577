#include "harness/index/resolve.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>

#include "harness/base/clock.h"
#include "harness/index/tags.h"
#include "tests/fakes/process_runner.h"
#include "tests/fakes/temporary_folder.h"

using namespace tfh;

namespace {

IndexFile file(const std::string& filename, const std::string& uploaded) {
  IndexFile result;
  result.filename = filename;
  std::chrono::system_clock::time_point time;
  if (parse_rfc3339(uploaded, time)) result.uploaded = time;
  return result;
}

const std::vector<IndexFile> release{
    file("tensorflow-2.4.0-cp36-cp36m-manylinux2010_x86_64.whl", "2020-12-14T18:00:00Z"),
    file("tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl", "2020-12-14T18:05:00Z"),
    file("tensorflow-2.4.0-cp38-cp38-win_amd64.whl", "2020-12-20T00:00:00Z")};

ResolveRequest request_for(const std::string& subject) {
  ResolveRequest request;
  request.subject = *Subject::parse(subject);
  request.interpreter.executable = "/opt/python3.8/bin/python3.8";
  request.interpreter.version = "3.8.18";
  request.interpreter.minor = {3, 8};
  request.interpreter.machine = "x86_64";
  request.interpreter.libc = "glibc 2.36";
  request.page.name = "tensorflow";
  request.page.files = release;
  request.index_url = "https://user:secret@mirror.example/simple";
  return request;
}

std::string pylock(const std::string& version) {
  return "lock-version = \"1.0\"\ncreated-by = \"uv\"\n[[packages]]\nname = \"tensorflow\"\nversion = \"" + version +
         "\"\nwheels = [{ url = \"https://files.example/tensorflow-" + version +
         "-cp38-cp38-manylinux2010_x86_64.whl\", hashes = { sha256 = \"" + std::string(64, 'a') + "\" } }]\n";
}

// Writes the lock where uv was told to, as uv does.
Completed write_lock(const Command& command, const std::string& text) {
  std::ofstream(option(command, "-o")) << text;
  return completed(0, "");
}

Result<std::string> no_metadata(const std::string& wheel_url) {
  return fail("reading " + wheel_url, "nobody is asked");
}

struct Store {
  TemporaryFolder folder;
  ResolverPlaces places{"/opt/uv", folder.path() / "uv", folder.path() / "locks"};
};

}  // namespace

TEST_CASE("an era ends a day after the release's first file, or after the wheel that is taken") {
  const auto python38 = supported_tags({3, 8}, "glibc 2.36", "x86_64");
  CHECK(*era_of(release, python38) == "2020-12-15T18:05:00Z");
  CHECK(*era_of(release, supported_tags({3, 6}, "glibc 2.36", "x86_64")) == "2020-12-15T18:00:00Z");
  CHECK(*era_of(release, supported_tags({3, 9}, "glibc 2.36", "x86_64")) == "2020-12-15T18:00:00Z");
  const std::vector<IndexFile> late{file("jaxlib-0.4.13.tar.gz", "2023-06-23T00:00:00Z"),
                                    file("jaxlib-0.4.13-cp38-cp38-manylinux2014_x86_64.whl", "2025-12-05T19:06:48Z")};
  CHECK(*era_of(late, python38) == "2025-12-06T19:06:48Z");
}

TEST_CASE("without upload times there is no era, and the ways out are named") {
  const auto era = era_of({file("tensorflow-2.4.0-cp38-cp38-manylinux2010_x86_64.whl", "")}, {});
  REQUIRE_FALSE(era.has_value());
  CHECK(era.error().hint.find("--resolve latest") != std::string::npos);
}

TEST_CASE("the resolver is told the era, the interpreter and the index, and not the person's uv settings") {
  Store store;
  ::setenv("UV_EXTRA_INDEX_URL", "https://elsewhere.example", 1);
  ::setenv("PYTHONPATH", "/elsewhere", 1);
  std::string requirements;
  FakeProcessRunner runner([&](const Command& command) {
    std::getline(std::ifstream(command.arguments.back()), requirements);
    return write_lock(command, pylock("2.4.0"));
  });
  const auto resolution = resolve(request_for("2.4.0"), store.places, runner, no_metadata);
  ::unsetenv("UV_EXTRA_INDEX_URL");
  ::unsetenv("PYTHONPATH");
  REQUIRE_MESSAGE(resolution.has_value(), resolution.error().text());
  CHECK(resolution->exclude_newer == "2020-12-15T18:05:00Z");
  CHECK_FALSE(resolution->kept);
  CHECK(resolution->lock.packages.size() == 1);
  CHECK(requirements == "tensorflow==2.4.0");
  const Command& command = runner.commands.at(0);
  CHECK(command.program == "/opt/uv");
  CHECK(option(command, "--exclude-newer") == "2020-12-15T18:05:00Z");
  CHECK(option(command, "--python") == "/opt/python3.8/bin/python3.8");
  CHECK(option(command, "--cache-dir") == store.places.cache);
  CHECK(std::ranges::find(command.arguments, "--no-config") != command.arguments.end());
  CHECK(std::ranges::none_of(command.arguments,
                             [](const auto& text) { return text.find("secret") != std::string::npos; }));
  CHECK(command.environment.at("UV_DEFAULT_INDEX") == "https://user:secret@mirror.example/simple");
  CHECK_FALSE(command.environment.contains("UV_EXTRA_INDEX_URL"));
  CHECK_FALSE(command.environment.contains("PYTHONPATH"));
  const std::string name = resolution->lock_file.filename().string();
  CHECK(name.starts_with("pylock.tensorflow-2-4-0-py3-8-18-era-"));
  CHECK(std::ranges::count(name, '.') == 2);
  CHECK(std::distance(std::filesystem::directory_iterator(store.places.locks), {}) == 1);
}

TEST_CASE("a kept lock spares the resolver, whatever the index; another Python or mode does not find it") {
  Store store;
  FakeProcessRunner runner([](const Command& command) { return write_lock(command, pylock("2.4.0")); });
  ResolveRequest request = request_for("2.4.0");
  const auto first = resolve(request, store.places, runner, no_metadata);
  request.index_url = "https://another.example/simple";
  const auto second = resolve(request, store.places, runner, no_metadata);
  REQUIRE(second.has_value());
  CHECK(second->kept);
  CHECK(second->exclude_newer == first->exclude_newer);
  CHECK(second->lock_file == first->lock_file);
  CHECK(runner.commands.size() == 1);
  request.interpreter.version = "3.8.10";
  CHECK_FALSE(resolve(request, store.places, runner, no_metadata)->kept);
  request.mode = ResolveMode::latest;
  const auto latest = resolve(request, store.places, runner, no_metadata);
  CHECK_FALSE(latest->kept);
  CHECK(latest->exclude_newer.empty());
  CHECK(option(runner.commands.back(), "--exclude-newer").empty());
  CHECK(resolve(request, store.places, runner, no_metadata)->kept);
  request.refresh = true;
  CHECK_FALSE(resolve(request, store.places, runner, no_metadata)->kept);
}

TEST_CASE("a refresh does not change era locks, and a damaged lock is replaced") {
  Store store;
  FakeProcessRunner runner([](const Command& command) { return write_lock(command, pylock("2.4.0")); });
  ResolveRequest request = request_for("2.4.0");
  request.refresh = true;
  const auto first = resolve(request, store.places, runner, no_metadata);
  CHECK(resolve(request, store.places, runner, no_metadata)->kept);
  std::ofstream(first->lock_file) << "lock-version = ";
  CHECK_FALSE(resolve(request, store.places, runner, no_metadata)->kept);
  CHECK(resolve(request, store.places, runner, no_metadata)->kept);
}

TEST_CASE("a package pinned beyond the era is allowed alone, and that stays noted") {
  Store store;
  FakeProcessRunner runner([](const Command& command) {
    if (!option(command, "--exclude-newer-package").empty()) return write_lock(command, pylock("2.4.0"));
    return completed(
        1, "",
        "error: No solution found when resolving dependencies\n  cause: Because there is no version of "
        "jaxlib==0.4.13 and jax depends on jaxlib==0.4.13, we can conclude ...\n\nhint: `jaxlib` was filtered "
        "by `exclude-newer` to only include packages uploaded before 2020-12-15T18:05:00Z. The requested "
        "version, v0.4.13, was published at 2025-12-05T19:06:48Z. Consider using `exclude-newer-package`.\n");
  });
  const auto resolution = resolve(request_for("2.4.0"), store.places, runner, no_metadata);
  REQUIRE_MESSAGE(resolution.has_value(), resolution.error().text());
  CHECK(runner.commands.size() == 2);
  CHECK(option(runner.commands[1], "--exclude-newer-package") == "jaxlib=2025-12-06T19:06:48Z");
  REQUIRE(resolution->notes.size() == 1);
  CHECK(resolution->notes[0].find("jaxlib 0.4.13 was uploaded at 2025-12-05") == 0);
  const auto kept = resolve(request_for("2.4.0"), store.places, runner, no_metadata);
  CHECK(kept->kept);
  CHECK(kept->notes == resolution->notes);
}

TEST_CASE("metadata that an index announces and does not serve is read out of the wheel and stated") {
  Store store;
  std::string stated;
  FakeProcessRunner runner([&](const Command& command) {
    if (option(command, "--config-file").empty())
      return completed(2, "",
                       "error: Failed to fetch: `https://mirror.example/f/numpy-1.0-py3-none-any.whl.metadata`\n"
                       "  cause: HTTP status client error (404 Not Found) for url (...)\n");
    std::ifstream file(option(command, "--config-file"));
    stated.assign(std::istreambuf_iterator<char>(file), {});
    return write_lock(command, pylock("2.4.0"));
  });
  std::string asked;
  const ReadMetadata read = [&](const std::string& wheel_url) -> Result<std::string> {
    asked = wheel_url;
    return "Name: numpy\nVersion: 1.0\n";
  };
  const auto resolution = resolve(request_for("2.4.0"), store.places, runner, read);
  REQUIRE_MESSAGE(resolution.has_value(), resolution.error().text());
  CHECK(asked == "https://mirror.example/f/numpy-1.0-py3-none-any.whl");
  CHECK(stated.find("numpy") != std::string::npos);
  REQUIRE(resolution->notes.size() == 1);
  CHECK(resolution->notes[0].find("read out of 1 wheel") != std::string::npos);

  FakeProcessRunner stubborn([](const Command&) {
    return completed(2, "", "error: Failed to fetch: https://mirror.example/f/numpy-1.0-py3-none-any.whl.metadata\n");
  });
  Store other;
  const auto unread = resolve(request_for("2.4.0"), other.places, stubborn, no_metadata);
  REQUIRE_FALSE(unread.has_value());
  CHECK(unread.error().what.find("numpy-1.0-py3-none-any.whl.metadata") != std::string::npos);
  CHECK(unread.error().what.find("nobody is asked") != std::string::npos);
  CHECK_FALSE(resolve(request_for("2.4.0"), other.places, stubborn, read).has_value());  // once for each file
  CHECK(stubborn.commands.size() == 3);
}

TEST_CASE("errors say what the resolver said, without its decoration and without passwords") {
  Store store;
  FakeProcessRunner unsolvable([](const Command&) {
    return completed(
        1, "",
        "  × No solution found when resolving dependencies:\n  ╰─▶ Because a==1 depends on b>=2 and b<2, it "
        "cannot be.\n\n  hint: Try c.\n");
  });
  const auto none = resolve(request_for("2.4.0"), store.places, unsolvable, no_metadata);
  REQUIRE_FALSE(none.has_value());
  CHECK(none.error().doing == "resolving tensorflow==2.4.0");
  CHECK(none.error().what ==
        "uv: No solution found when resolving dependencies: Because a==1 depends on b>=2 and b<2, it cannot be.");
  CHECK(none.error().hint.starts_with("Try c."));
  CHECK(none.error().hint.find("the era ends at 2020-12-15T18:05:00Z") != std::string::npos);
  FakeProcessRunner unreachable([](const Command&) {
    return completed(2, "",
                     "error: Request failed after 3 retries\n  cause: Failed to fetch: "
                     "https://user:secret@mirror.example/simple/x/\n  cause: Connection refused\n");
  });
  const auto lost = resolve(request_for("2.4.0"), store.places, unreachable, no_metadata);
  REQUIRE_FALSE(lost.has_value());
  CHECK(lost.error().what ==
        "uv: Request failed after 3 retries: Failed to fetch: https://mirror.example/simple/x/ "
        "Connection refused");
  CHECK(std::filesystem::is_empty(store.places.locks));
}

TEST_CASE("a version that does not exist is not sent to the resolver") {
  Store store;
  FakeProcessRunner runner([](const Command& command) { return write_lock(command, pylock("2.4.0")); });
  const auto missing = resolve(request_for("2.4.9"), store.places, runner, no_metadata);
  REQUIRE_FALSE(missing.has_value());
  CHECK(missing.error().text() ==
        "resolving tensorflow==2.4.9: there is no version 2.4.9 of tensorflow (the nearest are 2.4.0)");
  CHECK(runner.commands.empty());
}

TEST_CASE("a wheel on disk is resolved by its path, and its lock follows its content") {
  Store store;
  const auto wheel = store.folder.write("tensorflow-2.4.0-cp38-cp38-linux_x86_64.whl", "one");
  std::string requirements;
  FakeProcessRunner runner([&](const Command& command) {
    std::getline(std::ifstream(command.arguments.back()), requirements);
    return write_lock(command, pylock("2.4.0"));
  });
  const auto first = resolve(request_for(wheel.string()), store.places, runner, no_metadata);
  REQUIRE_MESSAGE(first.has_value(), first.error().text());
  CHECK(requirements == "tensorflow @ file://" + wheel.string());
  CHECK(first->exclude_newer == "2020-12-15T18:05:00Z");
  store.folder.write("tensorflow-2.4.0-cp38-cp38-linux_x86_64.whl", "two");
  CHECK_FALSE(resolve(request_for(wheel.string()), store.places, runner, no_metadata)->kept);

  ResolveRequest unknown = request_for(wheel.string());
  unknown.page.files.clear();
  const auto unbounded = resolve(unknown, store.places, runner, no_metadata);
  REQUIRE(unbounded.has_value());
  CHECK(unbounded->exclude_newer.empty());
  CHECK(unbounded->notes.size() == 1);
}
