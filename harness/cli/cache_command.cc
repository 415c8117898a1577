#include <CLI/CLI.hpp>
#include <memory>

#include "harness/cli/cache_pages.h"
#include "harness/cli/cache_selection.h"
#include "harness/cli/cache_verify.h"
#include "harness/cli/commands.h"
#include "harness/cli/options.h"
#include "harness/store/cleaning.h"

namespace tfh {

namespace {

using std::chrono::hours;

struct CacheOptions {
  std::vector<std::string> releases;
  std::string json, older_than, max_size;
  bool all = false, dry_run = false;
};

// "30d", "12h"
Result<hours> parse_age(const std::string& text) {
  const std::size_t digits = text.find_first_not_of("0123456789");
  const std::string unit = digits == std::string::npos ? "" : text.substr(digits);
  if (digits == 0 || text.size() > 6 || (unit != "d" && unit != "h"))
    return fail("reading --older-than", "'" + text + "' is not an age", "write 30d or 12h");
  return hours(std::stoi(text) * (unit == "d" ? 24 : 1));
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
  if (!options.dry_run && !session.claim().try_alone())
    return fail("cleaning the store", "another tfharness is filling it", "try again when it runs checks or has ended");
  const Cleaning cleaning = choose_cleaning(session.claim().inventory(), request, session.clock().now());
  for (const std::string& release : cleaning.in_use)
    if (request.releases.contains(release))
      return fail("removing " + release, "another run is using it", "try again when that has ended");
  if (!options.dry_run) TRY(carry_out(cleaning, session.layout(), system_disk()));
  return Output{cleaning_text(cleaning, options.dry_run), {}};
}

Result<Output> change_pins(const CacheOptions& options, Session& session, bool pin) {
  ReleaseNames pins = TRY(read_pins(session.layout()));
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
  const Inventory inventory = session.claim().inventory();
  Output output;
  output.page =
      only_sizes ? size_page(inventory, session.layout(), system_disk()) : list_text(inventory, session.clock().now());
  output.add(options.json, to_json(inventory).dump(1) + "\n");
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
  CLI::App* command = app.add_subcommand("cache", "Show, verify, clean and pin what the store holds");
  command->require_subcommand(1);
  const auto add = [&](const char* name, const char* text, const std::function<Result<Output>(Session&)>& action) {
    CLI::App* sub = command->add_subcommand(name, text);
    sub->callback([action, &status] { status = run(action); });
    return sub;
  };
  CLI::App* list = add("list", "The releases in the store, what was used last first",
                       [options](Session& session) { return show(*options, session, false); });
  list->add_option("--json", options->json, "Write the inventory as JSON to this file ('-': stdout)")
      ->check(output_file());
  add("size", "How much room the store takes", [options](Session& session) { return show(*options, session, true); });
  CLI::App* cleaning = add("clean", "Remove releases, old ones, or until the store is small enough; never pinned ones",
                           [options](Session& session) { return clean(*options, session); });
  cleaning->add_option("RELEASE", options->releases, "2.4.0, torch==1.10.0");
  cleaning->add_option("--older-than", options->older_than, "What no run has used for so long: 30d, 12h");
  cleaning->add_option("--max-size", options->max_size, "The longest unused, until the store has this size: 20G");
  cleaning->add_flag("--all", options->all, "Everything, installed interpreters and the resolver's cache included");
  cleaning->add_flag("--dry-run", options->dry_run, "Only say what would go");
  add_cache_verify(*command, status);
  for (const bool pin : {true, false})
    add(pin ? "pin" : "unpin", pin ? "Never remove these releases" : "Let these releases be removed again",
        [options, pin](Session& session) { return change_pins(*options, session, pin); })
        ->add_option("RELEASE", options->releases, "2.4.0, torch==1.10.0")
        ->required();
}

}  // namespace tfh
