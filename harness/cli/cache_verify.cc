#include "harness/cli/cache_verify.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <memory>

#include "harness/cli/binary_check.h"
#include "harness/cli/cache_selection.h"
#include "harness/cli/options.h"
#include "harness/cli/origin_check.h"
#include "harness/report/text_layout.h"
#include "harness/store/verification.h"

namespace tfh {

namespace {

struct VerifyOptions {
  std::vector<std::string> releases;
  std::string json, mirrors, index_url;
  bool online = false, binary = false, quiet = false;
};

struct Verdict {
  Verification store;
  std::optional<OriginCheck> origin;
  std::optional<BinaryCheck> binary;

  bool good() const { return store.damage.empty() && (!origin || origin->ok()) && (!binary || binary->ok()); }
};

std::string store_text(const Verification& store) {
  std::string text;
  for (const Damage& damage : store.damage)
    text += fmt::format("DAMAGED  {}\n  {}\n  {}\n", damage.what, damage.found, damage.done);
  for (const std::string& note : store.notes) text += "note: " + note + "\n";
  return text +
         fmt::format("{}, {}: {}\n", counted(store.archives, "archive"), size_text(store.bytes),
                     store.damage.empty() ? "each has its sha256" : "see above") +
         fmt::format("{} unpacked, {}: {}\n", counted(store.folders, "folder"), counted(store.files, "file"),
                     store.damage.empty() ? "as in their wheels" : "see above");
}

nlohmann::json as_json(const Verdict& verdict) {
  nlohmann::json damage = nlohmann::json::array();
  for (const Damage& one : verdict.store.damage)
    damage.push_back({{"what", one.what}, {"found", one.found}, {"done", one.done}});
  return {{"schema", "tfharness-verification/1"},
          {"archives", verdict.store.archives},
          {"bytes", verdict.store.bytes},
          {"folders", verdict.store.folders},
          {"files", verdict.store.files},
          {"damage", damage},
          {"notes", verdict.store.notes},
          {"origin", verdict.origin ? to_json(*verdict.origin) : nlohmann::json(nullptr)},
          {"binary", verdict.binary ? to_json(*verdict.binary) : nlohmann::json(nullptr)}};
}

std::vector<ArchiveHere> here(const std::vector<const StoredContent*>& contents) {
  std::vector<ArchiveHere> archives;
  for (const StoredContent* content : contents) archives.push_back({content->filename, content->sha256});
  return archives;
}

Result<Verdict> verify(const VerifyOptions& options, Session& session) {
  const Inventory inventory = take_inventory(session.layout(), Weighing::nothing);
  const StoreSelection selection = TRY(select_releases(inventory, options.releases));
  Verdict verdict;
  verdict.store = TRY(verify_store(inventory, selection.contents, session.layout(), session.claim(), system_disk(),
                                   session.progress()));
  // What was just put aside is no longer there to be looked at.
  const Inventory left = take_inventory(session.layout(), Weighing::nothing);
  const StoreSelection whole = TRY(select_releases(left, options.releases, Missing::is_fine));
  if (options.online || !session.mirror_urls().empty()) verdict.origin = check_origin(here(whole.archives()), session);
  if (options.binary) verdict.binary = check_binaries(whole.archives(), whole.prefixes, session);
  return verdict;
}

int verify_command(const VerifyOptions& options) {
  SessionOptions how;
  how.index_url = options.index_url;
  how.mirrors = split_commas(options.mirrors);
  how.quiet = options.quiet;
  auto session = Session::open(how);
  if (!session) return trouble(session.error());
  const auto verdict = verify(options, **session);
  session->reset();  // its progress leaves the screen before the page comes
  if (!verdict) return trouble(verdict.error());
  Output output;
  if (!options.quiet) {
    output.page = store_text(verdict->store);
    if (verdict->origin) output.page += origin_text(*verdict->origin);
    if (verdict->binary) output.page += binary_text(*verdict->binary);
  }
  output.add(options.json, as_json(*verdict).dump(1) + "\n");
  return deliver(output, verdict->good() ? 0 : 1);
}

}  // namespace

void add_cache_verify(CLI::App& cache, int& status) {
  auto options = std::make_shared<VerifyOptions>();
  CLI::App* command =
      cache.add_subcommand("verify", "Hash what the store holds again; damaged wheels go to quarantine");
  command->footer("Exit status: 0 everything is as it should be, 1 something is not, 2 trouble.");
  command->add_option("RELEASE", options->releases, "Only these and their dependencies: 2.4.0, torch==1.10.0");
  command->add_flag("--online", options->online,
                    "Also against the hashes that the index states, with its attestations");
  command->add_option("--against", options->mirrors, "Also the hashes on these mirrors' pages against the index's");
  command->add_option("--index-url", options->index_url, "The index to ask (default: what pip uses)");
  command->add_flag("--binary", options->binary,
                    "Also whether they run here: auditwheel, glibc, instruction sets, missing libraries");
  command->add_option("--json", options->json, "Write what was found as JSON to this file ('-': stdout)")
      ->check(output_file());
  command->add_flag("-q,--quiet", options->quiet, "No progress, nothing on the terminal");
  command->callback([options, &status] { status = verify_command(*options); });
}

}  // namespace tfh
