#include "harness/store/console_scripts.h"

#include <fcntl.h>
#include <fmt/format.h>

#include <fstream>
#include <sstream>

#include "harness/base/file.h"
#include "harness/base/trimmed.h"

namespace tfh {

namespace fs = std::filesystem;

namespace {

std::string without_blanks(std::string_view text) {
  return std::string(trimmed(text, " \t\r"));
}

// The prefix is found from the script's own place: a prefix is made under another name than it is published.
// site.USER_SITE gets its name, which -S leaves at None and TensorFlow up to 2.2 expects.
std::string script_text(const ConsoleScript& script, const fs::path& python, const std::string& site_packages) {
  return fmt::format(
      "#!{} -sSB\nimport os, site, sys\nsite.getusersitepackages()\n"
      "sys.path.append(os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), {:?}))\n"
      "from {} import {}\nsys.exit({}())\n",
      python.string(), site_packages, script.module, script.function.substr(0, script.function.find('.')),
      script.function);
}

bool starts_with(const fs::path& file, std::string_view text) {
  std::string head(text.size(), '\0');
  std::ifstream(file, std::ios::binary).read(head.data(), static_cast<std::streamsize>(head.size()));
  return head == text;
}

Result<void> write_script(const fs::path& path, const std::string& text, Disk& disk) {
  std::error_code error;
  fs::remove(path, error);  // it may be a hard link to a wheel's own file
  const Descriptor file = TRY(open_file(path, O_WRONLY | O_CREAT | O_EXCL, 0755));
  return write_all(disk, file.get(), text, path);
}

}  // namespace

std::vector<ConsoleScript> parse_entry_points(const std::string& text) {
  std::vector<ConsoleScript> scripts;
  bool in_section = false;
  std::istringstream lines(text);
  for (std::string raw; std::getline(lines, raw);) {
    const std::string line = without_blanks(raw);
    if (line.starts_with('[')) in_section = line == "[console_scripts]";
    const auto equals = line.find('='), colon = line.find(':');
    if (!in_section || line.starts_with('#') || equals == std::string::npos || colon == std::string::npos ||
        colon < equals)
      continue;
    const std::string name = without_blanks(line.substr(0, equals));
    const std::string function =
        without_blanks(line.substr(colon + 1, line.find('[', colon) - colon - 1));  // without extras
    if (name.empty() || name.starts_with('.') || name.find('/') != std::string::npos || function.empty()) continue;
    scripts.push_back({name, without_blanks(line.substr(equals + 1, colon - equals - 1)), function});
  }
  return scripts;
}

Result<void> write_console_scripts(const fs::path& site_packages, const fs::path& scripts, const fs::path& python,
                                   Disk& disk) {
  const std::string relative = site_packages.lexically_relative(scripts.parent_path()).string();
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(site_packages, error)) {
    if (entry.path().extension() != ".dist-info") continue;
    const auto text = read_file(entry.path() / "entry_points.txt");
    if (!text) continue;
    for (const ConsoleScript& script : parse_entry_points(*text))
      TRY(write_script(scripts / script.name, script_text(script, python, relative), disk));
  }
  return {};
}

Result<void> place_scripts(const fs::path& unpacked_scripts, const fs::path& scripts, const fs::path& python,
                           Disk& disk) {
  constexpr std::string_view placeholder = "#!python";
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(unpacked_scripts, error)) {
    if (!entry.is_regular_file(error)) continue;
    const fs::path target = scripts / entry.path().filename();
    if (!starts_with(entry.path(), placeholder)) {
      fs::remove(target, error);
      if (disk.link(entry.path(), target) == 0) continue;
      fs::copy_file(entry.path(), target, error);
      if (error) return std::unexpected(disk_error("copying " + target.string(), error.value()));
      continue;
    }
    const std::string text = TRY(read_file(entry.path()));
    TRY(write_script(target, "#!" + python.string() + text.substr(placeholder.size()), disk));
  }
  return {};
}

}  // namespace tfh
