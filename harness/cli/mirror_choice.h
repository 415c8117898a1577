// What `--mirror auto` takes: measured once a day, said, and kept in the store.
#pragma once

#include <string>
#include <vector>

#include "harness/base/error.h"
#include "harness/index/mirror_probe.h"
#include "harness/store/workshop.h"

namespace tfh {

// The index that pip uses, by the name "index", and all presets; or `names`, which may hold that name, too.
Result<std::vector<NamedMirror>> mirror_candidates(const std::vector<std::string>& names, const std::string& index_url);

// The position of the index among them; nullopt: it is none of them.
std::optional<std::size_t> index_among(const std::vector<NamedMirror>& candidates, const std::string& index_url);

// The addresses of the best ones, in their order, up to the index itself, which files come from in the end anyway.
// Takes 20 s at most; a mirror that does not answer by then is none.
std::vector<std::string> choose_mirrors(const std::vector<NamedMirror>& candidates, const std::string& index_url,
                                        Workshop& workshop);

}  // namespace tfh
