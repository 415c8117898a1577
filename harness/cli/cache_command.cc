#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/cli/planning.h"
#include "harness/report/text_layout.h"
#include "harness/store/cleaning.h"

namespace tfh {

namespace {

using std::chrono::hours;

struct CacheOptions {
  std::vector<std::string> releases;
  std::string json, older_than, max_size;
  bool all = false, dry_run = false;
};

std::string age_text(Moment used, Moment now) {
  const auto age = std::chrono::duration_cast<hours>(now - used);
  if (age < hours(1)) return "within the hour";
  if (age < hours(48)) return counted(static_cast<std::size_t>(age.count()), "hour") + " ago";
  return counted(static_cast<std::size_t>(age / hours(24)), "day") + " ago";
}

// "30d", "12h"
Result<hours> parse_age(const std::string& text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  const std::string unit = digits == std::string::npos ? "" : text.substr(digits);
  if (digits == 0 || text.size() > 6 || (unit != "d" && unit != "h"))
    return fail("reading --older-than", "'" + text + "' is not an age", "write 30d or 12h");
  return hours(std::stoi(text) * (unit == "d" ? 24 : 1));
}

// "tensorflow==2.4.0" of every form a subject is written in.
Result<std::set<std::string>> release_names(const std::vector<std::string>& written) {
  std::set<std::string> names;
  for (const Subject& subject : TRY(parse_subjects(written))) {
    if (subject.version.empty())
      return fail("reading " + subject.written, "it names no release", "write 2.4.0 or torch==1.10.0");
    names.insert(subject.name + "==" + subject.version);
  }
  return names;
}

nlohmann::json as_json(const Inventory& inventory) {
  nlohmann::json prefixes = nlohmann::json::array(), archives = nlohmann::json::array();
  for (const StoredPrefix& prefix : inventory.prefixes)
    prefixes.push_back({{"path", prefix.place},
                        {"release", prefix.release},
                        {"python", prefix.python},
                        {"packages", prefix.archives.size()},
                        {"bytes", inventory.bytes_with_contents(prefix)},
                        {"used", rfc3339(prefix.used)},
                        {"pinned", prefix.pinned}});
  for (const StoredContent& content : inventory.contents)
    archives.push_back({{"sha256", content.sha256},
                        {"filename", content.filename},
                        {"bytes", content.bytes()},
                        {"used", rfc3339(content.used)},
                        {"pinned", content.pinned}});
  return {
      {"schema", "tfharness-cache/1"}, {"bytes", inventory.bytes()}, {"prefixes", prefixes}, {"archives", archives}};
}

// The largest by name, the rest as a number.
std::string loose_archives_text(const Inventory& inventory) {
  constexpr std::size_t kNamed = 8;
  const std::set<std::string> used = inventory.archives_of_prefixes();
  std::vector<const StoredContent*> loose;
  for (const StoredContent& content : inventory.contents)
    if (!used.contains(content.sha256)) loose.push_back(&content);
  std::ranges::stable_sort(loose, std::greater(), &StoredContent::bytes);
  std::string text;
  std::uint64_t rest = 0;
  for (std::size_t i = 0; i < loose.size(); ++i) {
    rest += i < kNamed ? 0 : loose[i]->bytes();
    if (i >= kNamed) continue;
    const std::string name = loose[i]->filename.empty() ? loose[i]->sha256.substr(0, 12) : loose[i]->filename;
    text += fmt::format("{:<42} {:>10}  {}{}\n", "wheel that no prefix uses", size_text(loose[i]->bytes()), name,
                        loose[i]->pinned ? ", pinned" : "");
  }
  if (loose.size() > kNamed)
    text += fmt::format("{:<42} {:>10}\n", fmt::format("{} more of them", loose.size() - kNamed), size_text(rest));
  return text;
}

std::string list_text(const Inventory& inventory, Moment now) {
  std::vector<const StoredPrefix*> prefixes;
  for (const StoredPrefix& prefix : inventory.prefixes) prefixes.push_back(&prefix);
  std::ranges::stable_sort(prefixes, std::greater(), &StoredPrefix::used);
  std::string text = fmt::format("{:<24} {:<8} {:>8} {:>10}  last used\n", "release", "python", "packages", "size");
  for (const StoredPrefix* prefix : prefixes)
    text += fmt::format("{:<24} {:<8} {:>8} {:>10}  {}{}\n", prefix->release.empty() ? "(unknown)" : prefix->release,
                        prefix->python, prefix->archives.size(), size_text(inventory.bytes_with_contents(*prefix)),
                        age_text(prefix->used, now), prefix->pinned ? ", pinned" : "");
  return text + loose_archives_text(inventory) + "Releases share some of their packages. In all " +
         size_text(inventory.bytes()) + ".\n";
}

std::string size_page(const Inventory& inventory, Session& session) {
  std::uint64_t archives = 0, contents = 0, prefixes = 0;
  for (const StoredContent& content : inventory.contents) {
    archives += content.archive_bytes;
    contents += content.other_bytes;
  }
  for (const StoredPrefix& prefix : inventory.prefixes) prefixes += prefix.bytes;
  std::string text = session.layout().root().string() + "\n";
  const auto line = [&](const char* what, std::uint64_t bytes) {
    text += fmt::format("  {:<34} {:>10}\n", what, size_text(bytes));
  };
  line("wheels", archives);
  line("unpacked, byte-code, built", contents);
  line("prefixes, beyond what they share", prefixes);
  line("locks, records, uv, partial files", inventory.other_bytes);
  line("in all", inventory.bytes());
  if (const auto free = system_disk().free_bytes(session.layout().root())) line("free on this disk", *free);
  return text;
}

std::string cleaning_text(const Cleaning& cleaning, bool dry_run) {
  if (cleaning.places.empty()) return "There is nothing to remove.\n";
  std::string text;
  for (const std::string& release : cleaning.released) text += "  " + release + "\n";
  return text + fmt::format("{} {}, {}\n", dry_run ? "Would remove" : "Removed",
                            counted(cleaning.places.size(), "folder"), size_text(cleaning.bytes));
}

Result<CleaningRequest> cleaning_request(const CacheOptions& options) {
  CleaningRequest request;
  request.releases = TRY(release_names(options.releases));
  request.everything = options.all;
  if (!options.older_than.empty()) request.unused = TRY(parse_age(options.older_than));
  if (!options.max_size.empty()) request.largest = TRY(parse_bytes(options.max_size, "--max-size"));
  if (request.releases.empty() && !request.everything && !request.unused && !request.largest)
    return fail("cleaning the store", "it is not said what shall go",
                "name releases, --older-than 30d, --max-size 20G or --all");
  return request;
}

Result<Output> clean(const CacheOptions& options, Session& session) {
  const CleaningRequest request = TRY(cleaning_request(options));
  if (!options.dry_run && !session.store_lock().try_alone())
    return fail("cleaning the store", "another tfharness is using it", "try again when it has ended");
  const Cleaning cleaning = choose_cleaning(take_inventory(session.layout()), request, session.clock().now());
  if (!options.dry_run) TRY(carry_out(cleaning, session.layout(), system_disk()));
  return Output{cleaning_text(cleaning, options.dry_run), {}};
}

Result<Output> change_pins(const CacheOptions& options, Session& session, bool pin) {
  std::set<std::string> pins = TRY(read_pins(session.layout()));
  for (const std::string& name : TRY(release_names(options.releases))) {
    if (pin) pins.insert(name);
    if (!pin && pins.erase(name) == 0) return fail("unpinning " + name, "it is not pinned", "");
  }
  TRY(write_pins(pins, session.layout()));
  std::string page = pins.empty() ? "Nothing is pinned.\n" : "Pinned:\n";
  for (const std::string& name : pins) page += "  " + name + "\n";
  return Output{page, {}};
}

Result<Output> show(const CacheOptions& options, Session& session, bool only_sizes) {
  const Inventory inventory = take_inventory(session.layout());
  Output output;
  output.page = only_sizes ? size_page(inventory, session) : list_text(inventory, session.clock().now());
  output.add(options.json, as_json(inventory).dump(1) + "\n");
  return output;
}

int run(const std::function<Result<Output>(Session&)>& action) {
  auto session = Session::open({});
  if (!session) return trouble(session.error());
  const auto output = action(**session);
  return output ? deliver(*output, 0) : trouble(output.error());
}

}  // namespace

void add_cache_command(CLI::App& app, int& status) {
  auto options = std::make_shared<CacheOptions>();
  CLI::App* command = app.add_subcommand("cache", "Show, clean and pin what the store holds");
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* text, const std::function<Result<Output>(Session&)>& action) {
    CLI::App* sub = command->add_subcommand(name, text);
    sub->callback([action, &status] { status = run(action); });
    return sub;
  };
  CLI::App* list = add("list", "The releases in the store, what was used last first",
                       [options](Session& session) { return show(*options, session, false); });
  list->add_option("--json", options->json, "Write the inventory as JSON to this file ('-': stdout)");
  add("size", "How much room the store takes", [options](Session& session) { return show(*options, session, true); });
  CLI::App* cleaning = add("clean", "Remove releases, old ones, or until the store is small enough; never pinned ones",
                           [options](Session& session) { return clean(*options, session); });
  cleaning->add_option("RELEASE", options->releases, "2.4.0, torch==1.10.0");
  cleaning->add_option("--older-than", options->older_than, "What no run has used for so long: 30d, 12h");
  cleaning->add_option("--max-size", options->max_size, "The longest unused, until the store has this size: 20G");
  cleaning->add_flag("--all", options->all, "Everything");
  cleaning->add_flag("--dry-run", options->dry_run, "Only say what would go");
  for (const bool pin : {true, false})
    add(pin ? "pin" : "unpin", pin ? "Never remove these releases" : "Let these releases be removed again",
        [options, pin](Session& session) { return change_pins(*options, session, pin); })
        ->add_option("RELEASE", options->releases, "2.4.0, torch==1.10.0")
        ->required();
}

}  // namespace tfh
