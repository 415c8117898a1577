#include "harness/plan/python_choice.h"

#include <doctest/doctest.h>

using namespace tfh;

namespace {

using Minors = std::set<PythonMinor>;
const Minors everywhere{{3, 7}, {3, 8}, {3, 9}, {3, 10}, {3, 11}};

SubjectPythons subject(const std::string& id, Minors wheels, std::optional<PythonMinor> asked = {}) {
  return {id, std::move(wheels), asked};
}

// "3.8 3.9", with the error's text for a subject that has none.
std::string chosen(const PythonChoice& choice) {
  std::string text;
  for (const auto& python : choice.chosen)
    text += (text.empty() ? "" : " ") + (python ? python->str() : "[" + python.error().text() + "]");
  return text;
}

}  // namespace

TEST_CASE("the highest Python that all have a wheel for and that is here") {
  const auto old = subject("tensorflow 2.4.0", {{3, 6}, {3, 7}, {3, 8}});
  const auto recent = subject("tensorflow 2.12.0", {{3, 8}, {3, 9}, {3, 10}, {3, 11}});
  const auto choice = choose_pythons({old, recent}, everywhere);
  CHECK(chosen(choice) == "3.8 3.8");
  CHECK(choice.common);
  CHECK(chosen(choose_pythons({recent, recent}, everywhere)) == "3.11 3.11");
  CHECK(chosen(choose_pythons({recent, recent}, {{3, 9}, {3, 10}, {3, 13}})) == "3.10 3.10");
}

TEST_CASE("without a common one, each takes its best, and that is said") {
  const auto choice = choose_pythons({subject("a", {{3, 7}}), subject("b", {{3, 9}, {3, 10}})}, everywhere);
  CHECK(chosen(choice) == "3.7 3.10");
  CHECK_FALSE(choice.common);
}

TEST_CASE("a wish is obeyed, and the others follow where they can") {
  const Minors wide{{3, 8}, {3, 9}, {3, 10}};
  CHECK(chosen(choose_pythons({subject("a", wide, PythonMinor{3, 8}), subject("b", wide)}, everywhere)) == "3.8 3.8");
  const auto apart = choose_pythons({subject("a", wide, PythonMinor{3, 8}), subject("b", {{3, 10}})}, everywhere);
  CHECK(chosen(apart) == "3.8 3.10");
  CHECK_FALSE(apart.common);
}

TEST_CASE("a subject that cannot run says which Pythons it has wheels for") {
  const auto missing = choose_pythons({subject("tensorflow 1.4.0", {{3, 5}, {3, 6}})}, everywhere);
  CHECK(chosen(missing).find("it has wheels for Python 3.5, 3.6, and none of these is here") != std::string::npos);
  const auto wish = choose_pythons({subject("a", {{3, 8}}, PythonMinor{3, 11})}, everywhere);
  CHECK(chosen(wish).find("no wheel for Python 3.11 (it has wheels for Python 3.8)") != std::string::npos);
  const auto absent = choose_pythons({subject("a", {{3, 13}}, PythonMinor{3, 13})}, everywhere);
  CHECK(chosen(absent).find("no interpreter for Python 3.13 here (found here: 3.7, 3.8") != std::string::npos);
  CHECK(chosen(choose_pythons({subject("a", {})}, everywhere)).find("no wheel that runs on Linux") !=
        std::string::npos);
}

TEST_CASE("a subject that cannot run does not take the others' common Python away") {
  const Minors wide{{3, 8}, {3, 9}};
  const auto choice =
      choose_pythons({subject("a", wide), subject("broken", {{3, 5}}), subject("b", {{3, 8}})}, everywhere);
  REQUIRE(choice.chosen.size() == 3);
  CHECK(choice.chosen[0]->str() == "3.8");
  CHECK_FALSE(choice.chosen[1].has_value());
  CHECK(choice.chosen[2]->str() == "3.8");
  CHECK(choice.common);
}
