// Version specifiers as PEP 440 defines them: ">=2.4,<2.13", "~=1.15.0", "!=2.5.*". Pure.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "harness/base/error.h"
#include "harness/plan/version.h"

namespace tfh {

class Specifiers {
 public:
  // A comma-separated set; empty: every version fits. `>=3.6.*`, which old projects write, means >=3.6.
  static Result<Specifiers> parse(std::string_view text);

  // Whether `version` fits all of them. Pre-releases are compared as any other version: whether they may be taken is
  // the caller's decision, which names_prerelease() helps with.
  bool contain(const Version& version) const;
  bool names_prerelease() const;  // ">=2.16.0rc0"
  bool empty() const { return clauses_.empty(); }
  // The one version that fits, of "==V" and "===V"; nullptr: there may be others.
  const Version* exact() const;

 private:
  struct Clause {
    std::string comparison;  // "~="
    Version version;
    bool prefix = false;  // written with .* at its end
  };
  static Result<Clause> parse_clause(std::string_view text, const std::string& doing);
  static bool fits(const Version& version, const Clause& clause);

  std::vector<Clause> clauses_;
};

// Whether `text` begins with one of the operators.
bool begins_with_comparison(std::string_view text);

}  // namespace tfh
