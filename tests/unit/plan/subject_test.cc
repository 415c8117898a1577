#include "harness/plan/subject.h"

#include <doctest/doctest.h>

#include "tests/fakes/temporary_folder.h"

using namespace tfh;

TEST_CASE("the forms of a requirement") {
  struct Row {
    const char *written, *name, *version, *python;
  };
  const std::vector<Row> rows{{"2.4.0", "tensorflow", "2.4.0", ""},
                              {" 2.4.0 ", "tensorflow", "2.4.0", ""},
                              {"2.12.0@py3.8", "tensorflow", "2.12.0", "3.8"},
                              {"2.12.0@3.8", "tensorflow", "2.12.0", "3.8"},
                              {"tensorflow==2.4.0", "tensorflow", "2.4.0", ""},
                              {"tensorflow == 2.4.0 @ py3.10", "tensorflow", "2.4.0", "3.10"},
                              {"TensorFlow_GPU==v2.4.0RC1", "tensorflow-gpu", "2.4.0rc1", ""},
                              {"jax==0.4.13@py3.9", "jax", "0.4.13", "3.9"},
                              {"latest", "tensorflow", "latest", ""},
                              {"jax==latest@py3.11", "jax", "latest", "3.11"}};
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto subject = Subject::parse(row.written);
    REQUIRE_MESSAGE(subject.has_value(), subject.error().text());
    CHECK(subject->written == row.written);
    CHECK(subject->name == row.name);
    CHECK(subject->version == row.version);
    CHECK((subject->python ? subject->python->str() : "") == row.python);
  }
}

TEST_CASE("what is refused, and why; the forms are always named") {
  struct Row {
    const char *written, *reason;
  };
  const std::vector<Row> rows{{"", "it is empty"},
                              {"tensorflow", "it names no version"},
                              {"tensorflow>=2.4", "not a range"},
                              {"tensorflow~=2.4", "not a range"},
                              {"tensorflow==2.4.*", "not a pattern"},
                              {"tensorflow==two", "\"two\" is not a version"},
                              {"==2.4.0", "\"\" is not a project's name"},
                              {"tensorflow[gpu]==2.4.0", "is not a project's name"},
                              {"2.4.0@cuda", "\"cuda\" is not a minor version of Python"},
                              {"2.4.0@", "\"\" is not a minor version of Python"},
                              {"env:", "env: needs a path"},
                              {"env:/no/such/folder", "there is no environment at /no/such/folder"},
                              {"/no/such/tensorflow-2.4.0-cp38-cp38-linux_x86_64.whl", "there is no wheel at"},
                              {"./some/folder", "a path must be a wheel"}};
  for (const Row& row : rows) {
    CAPTURE(row.written);
    const auto subject = Subject::parse(row.written);
    REQUIRE_FALSE(subject.has_value());
    CHECK_MESSAGE(subject.error().what.find(row.reason) != std::string::npos, subject.error().text());
    CHECK(subject.error().hint.find("NAME==VERSION") != std::string::npos);
  }
}

TEST_CASE("a wheel and an environment on disk") {
  TemporaryFolder folder;
  const auto wheel = folder.write("a@b/My.Package-1.0_x.whl", "");
  CHECK_FALSE(Subject::parse(wheel.string()).has_value());
  const auto good = folder.write("a@b/My_Package-1.0rc1-py3-none-any.whl", "");
  const auto subject = Subject::parse(good.string() + "@py3.9");
  REQUIRE_MESSAGE(subject.has_value(), subject.error().text());
  CHECK(subject->wheel == good);
  CHECK(subject->name == "my-package");
  CHECK(subject->version == "1.0rc1");
  CHECK(subject->python == PythonMinor{3, 9});
  CHECK_FALSE(Subject::parse(good.string())->python.has_value());
  const auto environment = Subject::parse("env:" + folder.path().string());
  REQUIRE(environment.has_value());
  CHECK(environment->environment == folder.path());
}

TEST_CASE("names as PEP 503 normalises them") {
  CHECK(normalized_name("Keras_Preprocessing") == "keras-preprocessing");
  CHECK(normalized_name("a.-_b") == "a-b");
  CHECK(normalized_name("ZOPE.interface") == "zope-interface");
}

TEST_CASE("the subject's id") {
  CHECK(subject_id(*Subject::parse("2.4"), {3, 8}) == "tensorflow==2.4@py3.8");
}
