#include "harness/store/wheel_members.h"

#include <sys/stat.h>

#include <algorithm>
#include <set>

namespace tfh {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t kMostMembers = 200'000;
constexpr std::uint64_t kMostBytes = 32ULL << 30;
constexpr std::uint64_t kHighestRatio = 200;         // tensorflow 2.4.0: 2.4
constexpr std::uint64_t kSmallEnough = 64ULL << 20;  // bytes; below, the ratio does not matter
constexpr std::size_t kLongestPart = 255, kLongestName = 2000;

std::unexpected<Error> refuse(const std::string& what) {
  return fail("unpacking the wheel", what, "the file is damaged or hostile");
}

// A name for a message: control characters and bytes beyond ASCII as \x1b.
std::string printable(std::string_view name) {
  static constexpr std::string_view digits = "0123456789abcdef";
  std::string text;
  for (const char c : name.substr(0, 200)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 && byte < 0x7f)
      text += c;
    else
      text += std::string("\\x") + digits[byte >> 4] + digits[byte & 15];
  }
  return text;
}

// Well-formed as RFC 3629 says: no overlong forms, no surrogates.
bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80 ? 1 : lead >= 0xc2 && lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if ((lead >= 0x80 && lead < 0xc2) || lead > 0xf4 || i + length > text.size()) return false;
    for (std::size_t j = 1; j < length; ++j)
      if ((static_cast<unsigned char>(text[i + j]) & 0xc0) != 0x80) return false;
    const auto second = length > 1 ? static_cast<unsigned char>(text[i + 1]) : 0;
    if ((lead == 0xe0 && second < 0xa0) || (lead == 0xed && second > 0x9f) || (lead == 0xf0 && second < 0x90) ||
        (lead == 0xf4 && second > 0x8f))
      return false;
    i += length;
  }
  return true;
}

bool is_folder(const ZipMember& member) {
  return member.name.ends_with('/');
}

Result<void> check_sizes(const std::vector<ZipMember>& members, std::uint64_t archive_size) {
  if (members.size() > kMostMembers) return refuse("it has " + std::to_string(members.size()) + " members");
  std::uint64_t total = 0;
  for (const ZipMember& member : members) {
    if (member.size > kMostBytes - total) return refuse("it inflates to over 32 GiB");
    total += member.size;
  }
  if (total > kSmallEnough && total / kHighestRatio > archive_size)
    return refuse("it inflates to more than " + std::to_string(kHighestRatio) + " times its size");
  return {};
}

Result<void> check_member(const ZipMember& member) {
  std::string_view name = member.name;
  if (is_folder(member)) name.remove_suffix(1);
  if (const std::string why = unsafe_name(name); !why.empty())
    return refuse("a member's name " + why + ": " + printable(member.name));
  const auto type = member.unix_mode & S_IFMT;
  if (type != 0 && type != S_IFREG && type != S_IFDIR)
    return refuse("a member is a link or a device: " + printable(member.name));
  if ((type == S_IFDIR) != is_folder(member) && type != 0)
    return refuse("a member is a file by its name and a folder by its mode, or the reverse: " + printable(member.name));
  if (is_folder(member) && member.size != 0) return refuse("a folder holds bytes: " + printable(member.name));
  return {};
}

Result<std::string> find_dist_info(const std::vector<ZipMember>& members) {
  std::set<std::string> found;
  for (const ZipMember& member : members) {
    const std::string top = member.name.substr(0, member.name.find('/'));
    if (top.size() < member.name.size() && top.ends_with(".dist-info")) found.insert(top);
  }
  if (found.size() != 1) return refuse("it has " + std::to_string(found.size()) + " .dist-info folders instead of one");
  return *found.begin();
}

// One place for one member, and no file where a folder is needed.
Result<void> check_collisions(const std::vector<PlacedMember>& placed) {
  std::set<std::string> files, folders;
  for (const PlacedMember& member : placed) {
    if (!files.insert(member.target.string()).second)
      return refuse("two members want the same place: " + printable(member.target.string()));
    for (fs::path up = member.target.parent_path(); !up.empty(); up = up.parent_path())
      if (!folders.insert(up.string()).second) break;
  }
  for (const std::string& file : files)
    if (folders.contains(file)) return refuse("a member is a file and a folder: " + printable(file));
  return {};
}

}  // namespace

// "pkg-1.0.data/purelib/x" goes to purelib/x, and so on; everything else is purelib's.
fs::path member_target(const std::string& name, const std::string& dist_info) {
  const std::string stem = dist_info.substr(0, dist_info.size() - std::string_view(".dist-info").size());
  const std::string data = stem + ".data/";
  if (!name.starts_with(data)) return fs::path("purelib") / name;
  const std::string rest = name.substr(data.size());
  const auto slash = rest.find('/');
  if (slash == std::string::npos) return {};
  const std::string scheme = rest.substr(0, slash), path = rest.substr(slash + 1);
  if (scheme == "purelib" || scheme == "platlib") return fs::path("purelib") / path;
  if (scheme == "headers") return fs::path("headers") / stem.substr(0, stem.find('-')) / path;
  if (scheme == "scripts" || scheme == "data") return fs::path(scheme) / path;
  return {};
}

std::string unsafe_name(std::string_view name) {
  if (name.empty()) return "is empty";
  if (name.size() > kLongestName) return "is too long";
  if (name.front() == '/') return "is absolute";
  for (const char c : name) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x20 || byte == 0x7f) return "holds a control character";
    if (c == '\\') return "holds a backslash";
  }
  if (!is_utf8(name)) return "is not UTF-8";
  for (std::size_t begin = 0; begin <= name.size();) {
    const std::size_t end = std::min(name.find('/', begin), name.size());
    const std::string_view part = name.substr(begin, end - begin);
    if (part.empty() || part == ".") return "has an empty part";
    if (part == "..") return "leads upwards";
    if (part.size() > kLongestPart) return "is too long";
    begin = end + 1;
  }
  return "";
}

Result<WheelPlan> plan_wheel(const std::vector<ZipMember>& members, std::uint64_t archive_size) {
  TRY(check_sizes(members, archive_size));
  for (const ZipMember& member : members) TRY(check_member(member));
  WheelPlan plan;
  plan.dist_info = TRY(find_dist_info(members));
  for (std::size_t i = 0; i < members.size(); ++i) {
    if (is_folder(members[i])) continue;
    const fs::path target = member_target(members[i].name, plan.dist_info);
    if (target.empty()) return refuse("its .data folder holds something else than installers know");
    const bool script = *target.begin() == "scripts";
    plan.members.push_back({i, target, script || (members[i].unix_mode & 0111) != 0});
  }
  TRY(check_collisions(plan.members));
  std::ranges::stable_sort(plan.members, std::greater(),
                           [&](const PlacedMember& placed) { return members[placed.index].size; });
  return plan;
}

}  // namespace tfh
