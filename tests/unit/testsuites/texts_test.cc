#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/fakes/temporary_folder.h"
#include "tests/unit/testsuites/python.h"
#include "testsuites/registry.h"

namespace tfh::testsuites {
namespace {

// Compiles each text, and each expression of a table, without running any.
constexpr const char* compiling = R"py(
import ast, json, sys
expressions = 0
for id, text in json.load(open(sys.argv[1])).items():
    for node in ast.walk(compile(text, id, "exec", ast.PyCF_ONLY_AST)):
        if isinstance(node, ast.For) and ast.unparse(node.target) == "(key, text)" and isinstance(node.iter, ast.Tuple):
            table = [ast.literal_eval(row) for row in node.iter.elts]
            assert len(dict(table)) == len(table), id + ": a key twice"
            for key, expression in table:
                compile(expression, key, "eval")
                expressions += 1
assert expressions > 1000, expressions
)py";

}  // namespace

// A text that is none makes its check the same in every release: nothing of it runs.
TEST_CASE("the text of every check is Python") {
  nlohmann::json texts;
  for (const Check& check : all_checks()) {
    texts[check.id] = check.text();
    if (!check.load.empty()) texts[check.id + " load"] = check.load;
  }
  TemporaryFolder folder;
  const auto file = folder.write("texts.json", texts.dump());  // throws where a text is not UTF-8
  printed_by(compiling, {file});
  CHECK(texts.size() > 1000);
}

}  // namespace tfh::testsuites
