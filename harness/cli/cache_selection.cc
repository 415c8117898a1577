#include "harness/cli/cache_selection.h"

#include <algorithm>

#include "harness/cli/planning.h"

namespace tfh {

std::vector<const StoredContent*> StoreSelection::archives() const {
  std::vector<const StoredContent*> with_archive;
  std::ranges::copy_if(contents, std::back_inserter(with_archive),
                       [](const StoredContent* content) { return !content->filename.empty(); });
  return with_archive;
}

Result<ReleaseNames> release_names(const std::vector<std::string>& written) {
  ReleaseNames names;
  for (const Subject& subject : TRY(parse_subjects(written))) {
    if (subject.version.empty() || subject.is_latest())
      return fail("reading " + subject.written, "it names no release", "write 2.4.0 or torch==1.10.0");
    names.insert(subject.name + "==" + subject.version);
  }
  return names;
}

Result<StoreSelection> select_releases(const Inventory& inventory, const std::vector<std::string>& written,
                                       Missing missing) {
  const ReleaseNames names = TRY(release_names(written));
  StoreSelection selection;
  ReleaseNames found;
  std::set<std::string> held;
  for (const StoredPrefix& prefix : inventory.prefixes) {
    if (!names.empty() && !names.contains(prefix.release)) continue;
    selection.prefixes.push_back(&prefix);
    found.insert(prefix.release);
    held.insert(prefix.archives.begin(), prefix.archives.end());
  }
  for (const StoredContent& content : inventory.contents) {
    const bool named = names.contains(content.release());
    if (named) found.insert(content.release());
    if (names.empty() || named || held.contains(content.sha256)) selection.contents.push_back(&content);
  }
  for (const std::string& name : names)
    if (missing == Missing::is_an_error && !found.contains(name))
      return fail("looking for " + name + " in the store", "it is not there", "tfharness cache list shows what is");
  return selection;
}

}  // namespace tfh
