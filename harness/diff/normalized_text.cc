#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <boost/regex.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "harness/diff/difference.h"

namespace tfh {

namespace {

struct Rule {
  std::string_view part;  // of every text that the pattern finds something in: looking for it is much faster
  boost::regex pattern;   // Boost's engine keeps its state on the heap: long texts cannot overflow the stack
  const char* replacement;
};

// In this order: what an earlier rule leaves is what a later one sees.
std::span<const Rule> rules() {
  using boost::regex;
  static const auto table = std::to_array<Rule>({
      // Errors of eager ops since 2.10: where the op ran, before the text; the op and its name, after it.
      {"function_node ", regex(R"(\{\{function_node [^}]*\}\} ?)"), ""},
      {"[Op:", regex(R"( ?\[Op:[^\]\n]+\](?: name:[^\n]*)?)"), ""},
      {":", regex(R"(\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)"), "<time>"},
      {"-", regex(R"((?<![0-9a-fA-F])[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b)"), "<uuid>"},
      {"0x", regex(R"(\b0x[0-9a-fA-F]{6,}\b)"), "<address>"},
      {"1", regex(R"((?<!\d)1(?:39[6-9]|40[0-7])\d{11}(?!\d))"), "<address>"},  // id(): 0x7f... as a decimal number
      // The folder of an installation says nothing about the release; the file inside it may.
      {"-packages/", regex(R"((?<![\w.>/-])/[^\s'"<>():,;]*/(?:site|dist)-packages/)"), "<packages>/"},
      {"/lib/python3.", regex(R"((?<![\w.>/-])/[^\s'"<>():,;]*/lib/python3\.\d+/)"), "<python>/"},
      // AutoGraph writes what it generated to a temporary file.
      {"__autograph_generated_file", regex(R"(__autograph_generated_file\w+)"), "<generated>"},
      // It converts equal functions once: what it says of one may name the check in which it met the first.
      {"<tfharness ", regex(R"(<tfharness [\w.]+>)"), "<check>"},
      {"/",
       regex(R"((?<![\w.>/-])(?:/tmp|/var/tmp|/dev/shm|/[^\s'"<>():,;\]]*/(?:scratch|artefacts)))"
             R"((?:/[^\s'"():,;\]/]+)*?(/(?!tmp)[^\s'"():,;\]/]*[^\s'"():,;\]/.]\.[A-Za-z]\w*)?(?![^\s'"():,;\].]))"),
       "<path>$1"},
      {"tmp", regex(R"(\btmp[a-z0-9_]{8}\b)"), "<temporary>"},  // names made by Python's tempfile
      {"line ", regex(R"(\bline \d+)"), "line <n>"},
      {":", regex(R"((\.(?:py|pyx|cc|cpp|c|h)|<[\w .-]+>):\d+)"), "$1:<n>"},
      {"__", regex(R"((__(?:inference|forward|backward)_[\w<>.]*?)(?:_\d+)+(?!\w))"), "$1_<n>"},
      {"id=", regex(R"(\bid=\d+)"), "id=<n>"},
      {"Anonymous", regex(R"((_?Anonymous[A-Za-z]*)\d+)"), "$1<n>"},
      {"Resource-", regex(R"(\bResource-\d+-at-)"), "Resource-<n>-at-"},
      {"d", regex(R"(\b(pid|tid|thread)([ =:]+)\d+)"), "$1$2<n>"},
      // XLA's kernels join the list of an op's kernels when something is compiled for the first time.
      {"XLA_", regex(R"(\n *device='XLA_[^\n]*)"), ""},
      {"binary running on ", regex(R"(\bbinary running on [\w.-]*\w)"), "binary running on <host>"},
      // Of several attributes of an op that are wrong, any is named: the first in the order of a hash table.
      {"is not in the list", regex(R"(\battr '\w+' of \w+ is not in the list of allowed values: [\w, ]+)"),
       "attr <any> is not allowed"},
  });
  return table;
}

// "with these attrs: [T=DT_INT32, N=1]": a hash table gives them in an order of its own in every process.
std::string with_sorted_attributes(std::string text) {
  constexpr std::string_view opening = "with these attrs: [";
  for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at + 1)) {
    const std::size_t begin = at + opening.size();
    std::size_t end = begin;
    std::vector<std::string> attributes(1);
    for (int depth = 0; end < text.size() && (depth > 0 || text[end] != ']'); ++end) {
      depth += (text[end] == '[') - (text[end] == ']');
      if (depth == 0 && text.compare(end, 2, ", ") == 0) {
        attributes.emplace_back();
        ++end;
      } else {
        attributes.back() += text[end];
      }
    }
    std::ranges::sort(attributes);
    text.replace(begin, end - begin, fmt::to_string(fmt::join(attributes, ", ")));
  }
  return text;
}

}  // namespace

std::string normalized_text(const std::string& text) {
  std::string result = text;
  for (const Rule& rule : rules()) {
    if (!result.contains(rule.part)) continue;
    try {
      result = boost::regex_replace(result, rule.pattern, rule.replacement);
    } catch (const std::runtime_error&) {
      // The engine gave up on a pathological text: it stays as it is under this rule.
    }
  }
  result = with_sorted_attributes(std::move(result));
  while (!result.empty() && (result.back() == ' ' || result.back() == '\n')) result.pop_back();
  return result;
}

}  // namespace tfh
