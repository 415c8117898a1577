#include "tests/driver/mirror.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <sstream>
#include <thread>

#include "tests/driver/workplace.h"

namespace tfh::test {

namespace fs = std::filesystem;

fs::path made_packages() {
  return fs::path(TFHARNESS_BUILD) / "tests" / "packages";
}

fs::path copied_packages(const fs::path& folder) {
  fs::copy(made_packages(), folder, fs::copy_options::recursive);
  return folder;
}

Mirror::Mirror(const std::vector<std::string>& options, const fs::path& packages) {
  std::string name = fs::temp_directory_path() / "tfharness-mirror-XXXXXX";
  REQUIRE(mkdtemp(name.data()) != nullptr);
  folder_ = name;
  Command command;
  command.program = python();
  command.arguments = {fs::path(TFHARNESS_SOURCE) / "tools/loopback_mirror", packages, "--log", folder_ / "requests"};
  command.arguments.insert(command.arguments.end(), options.begin(), options.end());
  command.environment = {{"PYTHONDONTWRITEBYTECODE", "1"}, {"PATH", "/usr/bin:/bin"}};
  command.output_file = folder_ / "output";
  auto process = runner_->spawn(command);
  REQUIRE_MESSAGE(process, (process ? "" : process.error().text()));
  process_ = std::move(*process);
  const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(1);
  while (!url_.ends_with("/\n") && std::chrono::steady_clock::now() < give_up) {
    std::this_thread::sleep_for(std::chrono::milliseconds(20));
    url_ = read_text(folder_ / "output");
  }
  REQUIRE_MESSAGE(url_.starts_with("http"), url_);
  url_.pop_back();
}

Mirror::~Mirror() {
  process_.reset();
  std::error_code ignored;
  fs::remove_all(folder_, ignored);
}

std::vector<nlohmann::json> Mirror::requests() const {
  std::vector<nlohmann::json> requests;
  std::istringstream lines(read_text(folder_ / "requests"));
  for (std::string line; std::getline(lines, line);) requests.push_back(nlohmann::json::parse(line));
  return requests;
}

std::size_t Mirror::requests_for(const std::string& part_of_path) const {
  return static_cast<std::size_t>(std::ranges::count_if(requests(), [&](const nlohmann::json& request) {
    return request.at("path").get<std::string>().find(part_of_path) != std::string::npos;
  }));
}

}  // namespace tfh::test
