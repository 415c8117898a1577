#include "harness/index/index.h"

#include <unistd.h>

#include <algorithm>
#include <cctype>

#include "harness/base/credentials.h"
#include "harness/base/environment.h"
#include "harness/plan/subject.h"

namespace tfh {
namespace {

// Asks pip's own option parser, which takes the default, the configuration files and PIP_* into account. The fallbacks
// are for pip before 20.0 and for one that hides its commands.
constexpr const char* pip_script = R"(
try:
    try:
        from pip._internal.commands import create_command
        command = create_command('download')
    except ImportError:
        from pip._internal.commands import commands_dict
        command = commands_dict['download']()
    url = command.parse_args(['x'])[0].index_url
except Exception:
    from pip._internal.models.index import PyPI
    url = PyPI.simple_url
print('index-url ' + url)
)";

constexpr const char* accepted_types =
    "application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1";

std::string without_trailing_slash(std::string url) {
  while (url.ends_with('/')) url.pop_back();
  return url;
}

std::string content_type(const HttpResponse& response) {
  const auto found = response.headers.find("content-type");
  if (found == response.headers.end()) return "";
  std::string type = found->second.substr(0, found->second.find_first_of("; "));
  std::ranges::transform(type, type.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  return type;
}

std::string described(const HttpResponse& response) {
  const std::string type = content_type(response);
  return "status " + std::to_string(response.status) + (type.empty() ? "" : ", " + type);
}

// Static file servers give index pages all sorts of types, so an unknown one is judged by its first character.
bool looks_like(const HttpResponse& response, const char* form, char first_character) {
  const std::string type = content_type(response);
  if (type.find(form) != std::string::npos) return true;
  if (type.find("json") != std::string::npos || type.find("html") != std::string::npos) return false;
  const auto first = response.body.find_first_not_of(" \t\r\n");
  return first != std::string::npos && response.body[first] == first_character;
}

Result<ProjectPage> read_page(const HttpResponse& response, const std::string& page_url, const std::string& doing) {
  if (looks_like(response, "json", '{')) return parse_project_json(response.body, page_url);
  if (!looks_like(response, "html", '<'))
    return fail(doing, "the index answered with something else than a page (" + described(response) + ")",
                "try another mirror with --mirror");
  ProjectPage page = TRY(parse_project_html(response.body, page_url));
  if (page.files.empty())
    return fail(doing, "the index answered with an HTML page that lists no files (" + described(response) + ")",
                "a login page or a notice, perhaps: open it in a browser, or try another mirror with --mirror");
  return page;
}

std::filesystem::path python3_on_path(const std::string& path) {
  for (std::size_t start = 0; start < path.size();) {
    const std::size_t end = std::min(path.find(':', start), path.size());
    const std::filesystem::path program = std::filesystem::path(path.substr(start, end - start)) / "python3";
    if (program.is_absolute() && ::access(program.c_str(), X_OK) == 0) return program;
    start = end + 1;
  }
  return {};
}

Result<std::string> ask_pip(const std::filesystem::path& python, const std::map<std::string, std::string>& environment,
                            ProcessRunner& runner) {
  const std::string doing = "asking pip for its index";
  const std::string hint = "set PIP_INDEX_URL, or name an index with --index or --mirror";
  Command command;
  command.program = python;
  command.arguments = {"-B", "-c", pip_script};
  command.environment = environment;
  command.directory = "/";  // python -c imports from the working directory
  command.deadline = std::chrono::seconds(60);
  const Completed completed = TRY(runner.run(command));
  if (completed.err.find("No module named 'pip") != std::string::npos)
    return fail(doing, python.string() + " has no pip", hint);
  const std::string marker = "index-url ";
  const auto start = completed.out.rfind(marker);
  if (!completed.ended.ok() || start == std::string::npos)
    return fail(doing, "pip of " + python.string() + " did not answer: " + completed.ended.text(), hint);
  const auto value = start + marker.size();
  return without_trailing_slash(completed.out.substr(value, completed.out.find_first_of("\r\n", value) - value));
}

}  // namespace

Result<std::string> default_index_url(const std::filesystem::path& python, ProcessRunner& runner) {
  auto environment = own_environment();
  // The variable is stronger than every configuration file.
  if (const auto given = environment.find("PIP_INDEX_URL"); given != environment.end() && !given->second.empty())
    return without_trailing_slash(given->second);
  const std::filesystem::path other = python3_on_path(environment["PATH"]);
  std::erase_if(environment, [](const auto& variable) {
    return variable.first.starts_with("PYTHON") || variable.first.starts_with("LD_");
  });
  auto url = ask_pip(python, environment, runner);
  if (!url && !other.empty())
    if (auto second = ask_pip(other, environment, runner)) return second;
  return url;
}

Result<ProjectPage> fetch_project(const std::string& index_url, const std::string& project, HttpClient& http,
                                  std::optional<std::chrono::milliseconds> deadline) {
  const std::string name = normalized_name(project);
  const std::string doing = "asking " + without_credentials(index_url) + " for " + name;
  HttpRequest request;
  request.url = without_trailing_slash(index_url) + "/" + name + "/";
  request.accept = accepted_types;
  request.deadline = deadline;
  const HttpResponse response = TRY(http.get(request));
  const std::string other = "try another mirror with --mirror";
  if (response.status == 404) return fail(doing, "this index has no project " + name, "check the name, or " + other);
  if (response.status == 401 || response.status == 407)
    return fail(doing, "it asks for credentials (" + described(response) + ")", "put them in ~/.netrc, or " + other);
  if (response.status == 403 || response.status == 429)
    return fail(doing, "it refused (" + described(response) + ")", other);
  if (response.status != 200) return fail(doing, "it failed (" + described(response) + ")", other);
  ProjectPage page = TRY(read_page(response, response.url.empty() ? request.url : response.url, doing));
  page.name = name;
  return page;
}

}  // namespace tfh
