// Every kind of argument with every kind of signature, and after every other kind: what is taken, and what is traced
// anew.
#include <string>

#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

constexpr const char* kinds = R"py(
import collections

Point = collections.namedtuple("Point", "x y")

class Thing:
    pass

thing = Thing()
shared = tf.Variable(1.0)

def identity(x):
    return x

arguments = {
    "1": 1, "2": 2, "1.0": 1.0, "True": True, "1j": 1j, "'a'": "a", "b'a'": b"a", "None": None, "[1, 2]": [1, 2],
    "(1, 2)": (1, 2), "[1.0, 2.0]": [1.0, 2.0], "dict": {"a": 1, "b": 2}, "dict in another order": {"b": 2, "a": 1},
    "named tuple": Point(1, 2), "np.float32": np.float32(1), "np.int64": np.int64(1), "array": np.array([1.0, 2.0]),
    "int array": np.array([1, 2], np.int32), "empty array": np.zeros([0], np.float32), "float": tf.constant(1.0),
    "int": tf.constant(1), "vector": tf.constant([1.0, 2.0]), "longer vector": tf.constant([1.0, 2.0, 3.0]),
    "matrix": tf.constant([[1.0, 2.0]]), "double": tf.constant([1.0, 2.0], tf.float64), "text": tf.constant("a"),
    "variable": tf.Variable([1.0, 2.0]), "shared variable": shared, "ragged": tf.ragged.constant([[1.0], [2.0, 3.0]]),
    "sparse": tf.SparseTensor([[0]], [1.0], [2]), "dtype": tf.float32, "shape": tf.TensorShape([2]),
    "function": identity, "another function": lambda x: x, "thing": thing, "another thing": Thing(), "type": int,
    "set": {1, 2}, "range": range(2), "slice": slice(1), "ellipsis": ..., "list of tensors": [tf.constant(1.0), 2],
}

def plain(x):
    if isinstance(x, tf.SparseTensor):
        return [x.indices, x.values, x.dense_shape]
    return tf.nest.map_structure(lambda y: y if isinstance(y, (tf.Tensor, tf.RaggedTensor)) else type(y).__name__, x)

)py";

// `body` makes the observations, with what `functions` defines.
Check matrix(const std::string& id, const char* functions, const char* body) {
  return {
      .id = id, .api = {"tf.function"}, .independent = true, .source = body, .setup = std::string(kinds) + functions};
}

Check retracing() {
  return matrix("tf_function.retracing_matrix", R"py(
def traces(first, second, **options):
    seen = []
    function = tf.function(lambda x: seen.append(1), autograph=False, **options)
    function(first)
    function(second)
    return len(seen)
)py",
                R"py(
# The others are like one of these, or refused.
pairs = ["1", "2", "1.0", "True", "'a'", "None", "[1, 2]", "(1, 2)", "dict", "dict in another order", "named tuple",
         "np.int64", "array", "float", "int", "vector", "longer vector", "variable", "shared variable", "ragged", "sparse",
         "function", "thing", "another thing"]
for first in pairs:
    for second in pairs:
        evaluate("%s: then %s" % (first, second), "traces(arguments[%r], arguments[%r])" % (first, second),
                 kind="structure")
)py");
}

Check signatures() {
  return matrix("tf_function.signature_matrix", R"py(
specs = {
    "scalar": tf.TensorSpec([], tf.float32), "vector": tf.TensorSpec([2], tf.float32),
    "any vector": tf.TensorSpec([None], tf.float32), "any shape": tf.TensorSpec(None, tf.float32),
    "int": tf.TensorSpec(None, tf.int32), "text": tf.TensorSpec(None, tf.string),
    "ragged": tf.RaggedTensorSpec([2, None], tf.float32), "sparse": tf.SparseTensorSpec([2], tf.float32),
    "pair": [tf.TensorSpec(None, tf.float32), tf.TensorSpec(None, tf.float32)],
}
)py",
                R"py(
for name in specs:
    for kind in arguments:
        evaluate("%s: %s" % (name, kind),
                 "plain(tf.function(identity, input_signature=[specs[%r]])(arguments[%r]))" % (name, kind))
        evaluate("concrete, %s: %s" % (name, kind),
                 "plain(tf.function(identity).get_concrete_function(specs[%r])(arguments[%r]))" % (name, kind))
)py");
}

Check arguments() {
  return matrix("tf_function.argument_matrix", R"py(
def concrete(x):
    return plain(tf.function(identity).get_concrete_function(x)())

def concrete_with_it(x):
    return plain(tf.function(identity).get_concrete_function(x)(x))

def signature(x):
    return repr(tf.function(identity).get_concrete_function(x).structured_input_signature)

def captured(x):
    return plain(tf.function(lambda: x)())

def condition(x):
    return plain(tf.function(lambda y: 1 if y else 2)(x))

def inside_of_another(x):
    return plain(tf.function(lambda: tf.function(identity)(x))())
)py",
                R"py(
for kind in arguments:
    evaluate("returned: " + kind, "plain(tf.function(identity)(arguments[%r]))" % kind)
    evaluate("concrete: " + kind, "concrete(arguments[%r])" % kind)
    evaluate("concrete with it: " + kind, "concrete_with_it(arguments[%r])" % kind)
    evaluate("signature: " + kind, "signature(arguments[%r])" % kind, kind="text")
    evaluate("captured: " + kind, "captured(arguments[%r])" % kind)
    evaluate("condition: " + kind, "condition(arguments[%r])" % kind)
    evaluate("inside of another: " + kind, "inside_of_another(arguments[%r])" % kind)
)py");
}

}  // namespace

std::vector<Check> matrix_checks() {
  return {retracing(), signatures(), arguments()};
}

}  // namespace tfh::testsuites::tf_function
