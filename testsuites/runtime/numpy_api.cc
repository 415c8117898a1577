// tf.experimental.numpy. Its behaviour switch is global: only the last check turns it on.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {

std::vector<Check> numpy_api_checks() {
  return {
      {.id = "runtime.numpy_api_promotion",
       .api = {"tf.experimental.numpy"},
       .policy = Policy::not_covered,
       .source = R"(
tnp = tf.experimental.numpy
attempt("int + float", lambda: (tnp.array([1]) + tnp.array([1.0])).dtype.name)
attempt("int + 1.5", lambda: (tnp.array([1]) + 1.5).dtype.name)
attempt("add", lambda: tnp.add(tnp.array([1]), tnp.array([1.0])).dtype.name)
attempt("mean of int", lambda: tnp.mean(tnp.array([1, 2])).dtype.name)
attempt("float32 + 1.0", lambda: (tnp.array([1], dtype=tnp.float32) + 1.0).dtype.name)
attempt("int16 + int", lambda: (tnp.array([1], dtype=tnp.int16) + 1).dtype.name)
)"},
      {.id = "runtime.numpy_api_class",
       .api = {"tf.experimental.numpy.ndarray"},
       .policy = Policy::not_covered,
       .source = R"(
attempt("class", lambda: tf.experimental.numpy.ndarray.__name__, kind="structure")
attempt("array", lambda: type(tf.experimental.numpy.array([1])).__name__, kind="structure")
attempt("sum", lambda: type(tf.experimental.numpy.sum([1, 2])).__name__, kind="structure")
attempt("text", lambda: repr(tf.experimental.numpy.array([1])), kind="text")
)"},
      {.id = "runtime.numpy_api_functions",
       .api = {"tf.experimental.numpy"},
       .policy = Policy::not_covered,
       .source = R"(
tnp = tf.experimental.numpy
attempt("array", lambda: np.array(tnp.array([[1, 2], [3, 4]])))
attempt("transpose", lambda: np.array(tnp.transpose([[1, 2]])))
attempt("concatenate", lambda: np.array(tnp.concatenate([[1], [2.0]])))
attempt("where", lambda: np.array(tnp.where([True, False], [1, 2], [3, 4])))
attempt("std", lambda: np.array(tnp.std([1.0, 3.0])))
attempt("index", lambda: np.array(tnp.arange(5)[[0, 2]]))
attempt("linspace", lambda: np.array(tnp.linspace(0, 1, 3)))
attempt("methods", lambda: tnp.array([1]).reshape(1, 1).shape)
)"},
      {.id = "runtime.numpy_api_behavior",
       .api = {"tf.experimental.numpy.experimental_enable_numpy_behavior"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
tnp = tf.experimental.numpy
attempt("switch", lambda: tnp.experimental_enable_numpy_behavior())
attempt("int + float", lambda: tf.constant([1]) + tf.constant([1.5]))
attempt("methods", lambda: tf.constant([1, 2]).astype("float32"))
attempt("index", lambda: tf.range(5)[[0, 2]])
attempt("T", lambda: tf.ones([1, 2]).T.shape)
)"},
  };
}

}  // namespace tfh::testsuites::runtime
