#include "harness/index/tags.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "harness/plan/subject.h"

namespace tfh {
namespace {

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(separator, start), text.size());
    parts.emplace_back(text.substr(start, end - start));
    start = end + 1;
  }
  return parts;
}

// The minor version of glibc 2.x; nullopt for another libc.
std::optional<int> glibc_minor(const std::string& libc) {
  constexpr std::string_view prefix = "glibc 2.";
  if (!libc.starts_with(prefix)) return std::nullopt;
  int minor = 0;
  const char* start = libc.data() + prefix.size();
  if (std::from_chars(start, libc.data() + libc.size(), minor).ec != std::errc{}) return std::nullopt;
  return minor;
}

// PEP 600: manylinux_2_X for every X up to the system's, with the three names of before (PEP 513, 571, 599). x86-64
// starts at manylinux1 (glibc 2.5), the other machines at manylinux2014 (glibc 2.17).
std::vector<std::string> platforms(const std::string& libc, const std::string& machine) {
  constexpr std::array<std::pair<int, const char*>, 3> aliases{
      {{17, "manylinux2014_"}, {12, "manylinux2010_"}, {5, "manylinux1_"}}};
  std::vector<std::string> names;
  if (const auto newest = glibc_minor(libc)) {
    const int oldest = machine == "x86_64" ? 5 : 17;
    for (int minor = *newest; minor >= oldest; --minor) {
      names.push_back("manylinux_2_" + std::to_string(minor) + "_" + machine);
      for (const auto& [alias_minor, alias] : aliases)
        if (minor == alias_minor) names.push_back(alias + machine);
    }
  }
  names.push_back("linux_" + machine);
  return names;
}

std::string joined(const std::string& python, const std::string& abi, const std::string& platform) {
  std::string tag = python;
  tag.append("-").append(abi).append("-").append(platform);
  return tag;
}

// What a file system takes as a name (NAME_MAX). It also bounds the product of the three sets of tags.
constexpr std::size_t longest_name = 255;

}  // namespace

Result<WheelName> WheelName::parse(std::string_view filename) {
  const std::string doing = "reading the wheel name " + std::string(filename.substr(0, longest_name));
  const std::string form = "wheels are named NAME-VERSION[-BUILD]-PYTHON-ABI-PLATFORM.whl (PEP 427)";
  if (filename.size() > longest_name)
    return fail(doing, "it has " + std::to_string(filename.size()) + " bytes, more than a file's name can have", form);
  if (!filename.ends_with(".whl")) return fail(doing, "it does not end with .whl", form);
  const auto parts = split(filename.substr(0, filename.size() - 4), '-');
  if (parts.size() != 5 && parts.size() != 6) return fail(doing, "it does not have five or six parts", form);
  if (std::ranges::any_of(parts, [](const std::string& part) { return part.empty(); }))
    return fail(doing, "one of its parts is empty", form);
  WheelName wheel;
  wheel.name = normalized_name(parts[0]);
  wheel.version = TRY(Version::parse(parts[1])).str();
  if (parts.size() == 6) {
    if (parts[2].front() < '0' || parts[2].front() > '9')
      return fail(doing, "its build tag \"" + parts[2] + "\" does not start with a digit", form);
    wheel.build = parts[2];
  }
  const std::size_t first = parts.size() - 3;
  for (const std::string& python : split(parts[first], '.'))
    for (const std::string& abi : split(parts[first + 1], '.'))
      for (const std::string& platform : split(parts[first + 2], '.'))
        wheel.tags.push_back(joined(python, abi, platform));
  return wheel;
}

std::vector<std::string> supported_tags(PythonMinor python, const std::string& libc, const std::string& machine) {
  const std::vector<std::string> platform_names = platforms(libc, machine);
  const std::string major = std::to_string(python.major);
  const auto own = [&](const char* prefix, int minor) { return prefix + major + std::to_string(minor); };
  const std::string interpreter = own("cp", python.minor);
  // Until 3.7 the ABI carried the flag of pymalloc, until 3.2 also that of wide characters, which Linux has.
  const std::string abi = python < PythonMinor{3, 3}   ? interpreter + "mu"
                          : python < PythonMinor{3, 8} ? interpreter + "m"
                                                       : interpreter;
  std::vector<std::string> tags;
  const auto add = [&](const std::string& python_tag, const std::string& abi_tag) {
    for (const std::string& platform : platform_names) tags.push_back(joined(python_tag, abi_tag, platform));
  };
  add(interpreter, abi);
  add(interpreter, "abi3");
  add(interpreter, "none");
  for (int minor = python.minor - 1; minor >= 2; --minor) add(own("cp", minor), "abi3");
  std::vector<std::string> generic{own("py", python.minor), "py" + major};
  for (int minor = python.minor - 1; minor >= 0; --minor) generic.push_back(own("py", minor));
  for (const std::string& python_tag : generic) add(python_tag, "none");
  tags.push_back(joined(interpreter, "none", "any"));
  for (const std::string& python_tag : generic) tags.push_back(joined(python_tag, "none", "any"));
  return tags;
}

std::optional<std::size_t> tag_rank(const WheelName& wheel, const std::vector<std::string>& supported) {
  const auto best = std::ranges::find_first_of(supported, wheel.tags);
  if (best == supported.end()) return std::nullopt;
  return static_cast<std::size_t>(best - supported.begin());
}

}  // namespace tfh
