#include "testsuites/performance/suite.h"

#include <fmt/format.h>

namespace tfh::testsuites {
namespace {

struct Operation {
  const char* name;
  std::vector<std::string> api;
  const char* made_before;  // Python, once
  const char* call;         // an expression, timed
  int calls;                // at a time: enough for some milliseconds
};

const std::vector<Operation>& operations() {
  static const std::vector<Operation> table = {
      {"add_small", {"tf.math.add"}, "x = tf.constant([1.0, 2.0])", "tf.math.add(x, x)", 1000},
      {"add_large", {"tf.math.add"}, "x = tf.ones([1000, 1000])", "tf.math.add(x, x)", 10},
      {"matmul", {"tf.linalg.matmul"}, "x = tf.ones([256, 256])", "tf.linalg.matmul(x, x)", 10},
      {"conv2d",
       {"tf.nn.conv2d"},
       "x, kernel = tf.ones([4, 32, 32, 8]), tf.ones([3, 3, 8, 8])",
       "tf.nn.conv2d(x, kernel, 1, 'SAME')",
       10},
      {"reduce_sum", {"tf.math.reduce_sum"}, "x = tf.ones([1000, 1000])", "tf.math.reduce_sum(x, axis=0)", 20},
      {"sort", {"tf.sort"}, "x = tf.reverse(tf.range(100000), [0])", "tf.sort(x)", 5},
      {"function_call", {"tf.function"}, "f = tf.function(lambda x: x + 1)\nx = tf.constant(1.0)", "f(x)", 500},
      {"function_trace",
       {"tf.function"},
       "x = tf.constant(1.0)",
       "tf.function(lambda x: x + 1).get_concrete_function(x)",
       5},
      {"gradient",
       {"tf.GradientTape"},
       "x = tf.Variable([1.0, 2.0])\n"
       "def gradient():\n"
       "    with tf.GradientTape() as tape:\n"
       "        y = tf.reduce_sum(tf.sin(x) * x)\n"
       "    return tape.gradient(y, x)",
       "gradient()",
       50},
      {"dataset",
       {"tf.data.Dataset"},
       "dataset = tf.data.Dataset.range(2000).map(lambda x: x + 1).batch(10)",
       "[None for _ in dataset]",
       1},
      {"dense_predict",
       {"tf.keras.Sequential", "tf.keras.layers.Dense"},
       "model = tf.keras.Sequential([tf.keras.layers.Dense(8)])\nx = tf.ones([4, 16])",
       "model(x)",
       100},
      {"save",
       {"tf.saved_model.save"},
       "import tempfile\nmodel = tf.Module()\nmodel.v = tf.Variable(1.0)\nfolder = tempfile.mkdtemp()",
       "tf.saved_model.save(model, folder)",
       2},
  };
  return table;
}

// The quickest of several: what else the machine does only ever adds.
std::string source_of(const Operation& operation) {
  return fmt::format(R"py(
import time
{0}

def seconds():
    begin = time.perf_counter()
    for _ in range({2}):
        {1}
    return (time.perf_counter() - begin) / {2}

seconds()
observe("seconds", min(seconds() for _ in range(7)))
)py",
                     operation.made_before, operation.call, operation.calls);
}

}  // namespace

std::vector<Check> performance_checks() {
  std::vector<Check> checks;
  for (const Operation& operation : operations())
    checks.push_back({.id = std::string("performance.") + operation.name,
                      .api = operation.api,
                      .policy = Policy::not_covered,
                      .source = source_of(operation)});
  return checks;
}

}  // namespace tfh::testsuites
