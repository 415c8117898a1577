#include "testsuites/smoke/suite.h"

#include "testsuites/array.h"
#include "testsuites/recorder.h"

namespace tfh::testsuites {
namespace {

void add(Recorder& recorder) {
  recorder.observe_call("float32", "tf.math.add",
                        {floats("float32", {1, 2.5, -0.0}), floats("float32", {0.1, 1e-8, 0.0})});
  recorder.observe_call("int32", "tf.math.add", {integers("int32", {1, 2147483647}), integers("int32", {2, 1})});
}

constexpr const char* function_source = R"py(
@tf.function
def f(x):
    if tf.reduce_sum(x) > 0:
        return x * 2
    return x - 1
observe('positive', f(tf.constant([1.0, 2.0])))
observe('negative', f(tf.constant([-1.0, -2.0])))
observe('traces', f.experimental_get_tracing_count())
)py";

constexpr const char* save_source = R"py(
@tf.function
def f(x):
    return x + 1
attempt('save', lambda: tf.saved_model.save(f, scratch + '/model'))
)py";

}  // namespace

std::vector<Check> smoke_checks() {
  return {
      {.id = "smoke.add", .api = {"tf.math.add"}, .independent = true, .calls = add},
      {.id = "smoke.function", .api = {"tf.function"}, .source = function_source},
      {.id = "smoke.save_bare_function", .api = {"tf.saved_model.save"}, .source = save_source},
  };
}

}  // namespace tfh::testsuites
