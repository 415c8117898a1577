#include "embed/worker/witness.h"

namespace tfh::embed {
namespace {

std::string indented(const std::string& text) {
  std::string result;
  bool line_start = true;
  for (const char character : text) {
    if (line_start && character != '\n') result += "    ";
    result += character;
    line_start = character == '\n';
  }
  if (!result.empty() && result.back() != '\n') result += '\n';
  return result;
}

}  // namespace

std::string witness_prelude(const testsuites::Check& check) {
  const std::string text =
      "numpy as np\n"
      "import tensorflow as tf\n"
      "np.set_printoptions(precision=21, threshold=100000)\n"  // all bits of what has no exponent, all elements
      "def observe(name, value, kind=None):\n"
      "    print(name, '=', repr(value), *[type(value)] * isinstance(value, np.generic))\n"  // it looks like Python's
      "def attempt(name, function, kind=None):\n"
      "    try: value = function()\n"
      "    except Exception as error: return print(name, 'raised', type(error).__name__ + ':', error)\n"
      "    observe(name, value); return value";
  const std::string scratch = "\nscratch = tempfile.mkdtemp()";
  if (!check.load.empty()) return "import sys, tempfile, " + text + scratch;
  if (check.text().find("scratch") != std::string::npos) return "import tempfile, " + text + scratch;
  return "import " + text;
}

std::string witness_body(const testsuites::Check& check) {
  if (check.independent) return check.setup;
  if (check.load.empty()) return check.text();
  return "action, directory = sys.argv[1:]\nif action == 'save':\n" + indented(check.text()) + "else:\n" +
         indented(check.load);
}

}  // namespace tfh::embed
