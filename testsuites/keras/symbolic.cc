// Symbolic tensors of Keras under Python's operators and TensorFlow's functions; activations on what they hardly
// expect.
#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
data = np.arange(6.0, dtype=np.float32).reshape(2, 3)

def told(made):  # of what is symbolic its shape and dtype, and what it becomes with data
    return made if isinstance(made, (str, int, float, bool, tuple, list, type(None))) else [
        type(made).__name__, made.shape, str(made.dtype)]

def symbolic(function):
    return fresh(lambda: told(function(tf.keras.Input((3,), name="in"))))

def computed(function):
    def made():
        given = tf.keras.Input((3,), name="in")
        return tf.keras.Model(given, function(given))(data)
    return fresh(made)

)py";

constexpr const char* tensors = R"py(
uses = {
    "a row": "k[0]",
    "a column": "k[:, 0]",
    "a slice": "k[:, 1:]",
    "new axis": "k[:, None]",
    "ellipsis": "k[..., 0]",
    "minus": "-k",
    "abs": "abs(k)",
    "plus a number": "k + 1",
    "plus itself": "k + k",
    "plus an array": "k + data[:1]",
    "plus a tensor": "k + tf.ones([3])",
    "plus a variable": "k + tf.Variable([1.0, 2.0, 3.0])",
    "number minus": "1 - k",
    "times": "k * 2.5",
    "divided": "k / 2",
    "floor": "k // 2",
    "modulo": "k % 2",
    "power": "k ** 2",
    "of power": "2 ** k",
    "matmul": "k @ tf.ones([3, 1])",
    "greater": "k > 1",
    "equal": "k == 1",
    "not equal to itself": "k != k",
    "and": "(k > 1) & (k < 3)",
    "not": "~(k > 1)",
    "plus text": "k + 'a'",
    "plus None": "k + None",
    "plus a list": "k + [1.0, 2.0, 3.0]",
    "int": "int(k)",
    "bool": "bool(k)",
    "length": "len(k)",
    "iterated": "list(k)",
    "in a list": "k in [k]",
    "hash": "hash(k) == hash(k)",
    "array": "np.array(k)",
    "numpy": "k.numpy()",
    "shape": "k.shape",
    "shape element": "k.shape[0]",
    "rank": "k.shape.rank",
    "get_shape": "k.get_shape()",
    "ndim": "k.ndim",
    "dtype": "str(k.dtype)",
    "name": "k.name",
    "type_spec": "str(k.type_spec)",
    "op": "k.op",
    "graph": "k.graph",
    "device": "k.device",
    "set_shape": "k.set_shape((2, 3))",
    "ref": "k.ref() is not None",
    "class": "type(k).__name__",
    "is tensor": "tf.is_tensor(k)",
    "is keras tensor": "tf.keras.backend.is_keras_tensor(k)",
    "is instance": "isinstance(k, tf.Tensor)",
    "repr": "repr(k)",
    "str": "str(k)",
    "attributes": "sorted(n for n in dir(k) if n[0] != '_')",
    "tf.reduce_sum": "tf.reduce_sum(k, axis=1)",
    "tf.concat": "tf.concat([k, k], 1)",
    "tf.stack": "tf.stack([k, k])",
    "tf.cast": "tf.cast(k, tf.int32)",
    "tf.shape": "tf.shape(k)",
    "tf.reshape": "tf.reshape(k, [-1])",
    "tf.nn.relu": "tf.nn.relu(k)",
    "tf.matmul": "tf.matmul(k, tf.ones([3, 1]))",
    "tf.where": "tf.where(k > 1, k, -k)",
    "tf.split": "tf.split(k, 3, axis=1)[0]",
    "tf.gather": "tf.gather(k, [0], axis=1)",
    "tf.identity": "tf.identity(k)",
    "tf.convert_to_tensor": "tf.convert_to_tensor(k)",
    "tf.constant": "tf.constant(k)",
    "tf.size": "tf.size(k)",
    "tf.zeros_like": "tf.zeros_like(k)",
    "tf.map_fn": "tf.map_fn(lambda v: v, k)",
    "tf.function": "tf.function(lambda v: v + 1)(k)",
    "tf.cond": "tf.cond(tf.reduce_all(k > 0), lambda: k, lambda: -k)",
    "tf.print": "tf.print(k)",
    "tf.gradients": "tf.gradients(k, k)",
    "np.sum": "np.sum(k)",
    "np.sin": "np.sin(k)",
    "math.sqrt": "__import__('math').sqrt(k)",
    "tf.keras.ops.sum": "tf.keras.ops.sum(k, axis=1)",
    "tf.keras.backend.sum": "tf.keras.backend.sum(k, axis=1)",
    "tf.keras.backend.int_shape": "tf.keras.backend.int_shape(k)",
    "tf.keras.backend.shape": "tf.keras.backend.shape(k)",
    "tf.nest.flatten": "len(tf.nest.flatten(k))",
    "tf.one_hot": "tf.one_hot(tf.cast(k, tf.int32), 2)",
}
for what, text in uses.items():
    kind = "text" if what in ("repr", "str") else None
    evaluate("tf.keras.Input: " + what, "symbolic(lambda k: %s)" % text, kind=kind)
    evaluate("tf.keras.Model: of " + what, "computed(lambda k: %s)" % text, kind=kind)
)py";

constexpr const char* activations = R"py(
functions = (
    "celu elu exponential gelu glu hard_shrink hard_sigmoid hard_silu hard_swish hard_tanh leaky_relu "
    "linear log_sigmoid log_softmax mish "
    "relu relu6 selu sigmoid silu soft_shrink softmax softplus softsign sparse_plus sparse_sigmoid "
    "sparsemax squareplus swish tanh tanh_shrink threshold"
).split()
inputs = {
    "matrix": "x",
    "vector": "x[0]",
    "scalar": "tf.constant(-0.5)",
    "cube": "batch",
    "float64": "tf.cast(x, tf.float64)",
    "float16": "tf.cast(x, tf.float16)",
    "bfloat16": "tf.cast(x, tf.bfloat16)",
    "integers": "tf.cast(x, tf.int32)",
    "array": "x.numpy()",
    "lists": "[[1.0, -2.0]]",
    "number": "-0.5",
    "integer": "2",
    "NaN": "tf.constant([[np.nan, 1.0]])",
    "infinity": "tf.constant([[np.inf, -np.inf]])",
    "nothing": "x[:0]",
    "symbolic": "tf.keras.Input((2,), name='in')",
    "variable": "tf.Variable(x)",
    "ragged": "tf.ragged.constant([[1.0], [-2.0, 3.0]])",
    "sparse": "tf.sparse.from_dense(x)",
    "text": "tf.constant(['a'])",
}
for name in functions:
    symbol = "tf.keras.activations." + name
    evaluate(symbol + ": name", symbol + ".__name__")
    evaluate(symbol + ": serialized", "tf.keras.activations.serialize(%s)" % symbol)
    for what, text in inputs.items():
        evaluate("%s: of %s" % (symbol, what), "fresh(lambda: shown(%s(%s)))" % (symbol, text))
options = {
    "softmax": "axis=0 axis=-1 axis=1 axis=2 axis=[0,1] axis=(-2,-1) axis=None",
    "log_softmax": "axis=0 axis=2",
    "elu": "alpha=0.5 alpha=-1.0",
    "celu": "alpha=0.5",
    "relu": "alpha=0.5 negative_slope=0.5 max_value=1.0 threshold=0.5 max_value=-1.0 "
    "threshold=-1.0 negative_slope=-1.0 alpha=0.5,max_value=1.0 max_value=1.0,threshold=2.0",
    "leaky_relu": "negative_slope=0.5 alpha=0.5",
    "gelu": "approximate=True approximate=False",
    "glu": "axis=0 axis=1 axis=2",
    "sparsemax": "axis=0 axis=-1",
    "hard_shrink": "threshold=1.0",
    "soft_shrink": "threshold=1.0",
    "squareplus": "b=1.0",
    "threshold": "threshold=0.5,default_value=9.0",
}
for name, calls in options.items():
    for call in calls.split():
        evaluate("tf.keras.activations.%s: %s" % (name, call), "shown(tf.keras.activations.%s(x, %s))" % (name, call))
)py";

constexpr const char* activation_setup = R"py(
batch = tf.constant([[[1.0], [-2.0], [0.5]]])

def shown(result):
    return [type(result).__name__, result.shape] if tf.keras.backend.is_keras_tensor(result) else result

)py";

}  // namespace

std::vector<Check> symbolic_checks() {
  return {check_of_uses("symbolic_tensors", "tf.keras.Input", setup, tensors),
          check_of_uses("uses_of_activations", "tf.keras.activations", activation_setup, activations)};
}

}  // namespace tfh::testsuites::keras
