// What can be passed to a tf.function and returned from it: structures, methods, defaults, objects, copies.
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> structures() {
  return {
      {.id = "tf_function.returns_structures", .api = {"tf.function"}, .source = R"(
import collections
Pair = collections.namedtuple("Pair", "first second")

@tf.function
def f(x):
    return {"list": [x, None], "pair": Pair(x, "text"), "empty": (), "number": 3}

result = attempt("result", lambda: f(tf.constant(1)))
if result:
    observe("types", {key: type(value).__name__ for key, value in result.items()}, kind="structure")
)"},
      {.id = "tf_function.nested_arguments", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x):
    traces.append(tf.nest.map_structure(lambda leaf: tf.is_tensor(leaf), x))
    return tf.add_n([tf.cast(leaf, tf.float32) for leaf in tf.nest.flatten(x)])

one = tf.constant(1.0)
observe("results", [float(f(x)) for x in ([one, 2.0], (one, 2.0), {"b": one, "a": 2.0}, {"a": 2.0, "b": one})])
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.none_and_strings", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(x, mode=None):
    traces.append(mode)
    if mode is None:
        return x
    return x + {"up": 1, "down": -1}[mode]

one = tf.constant(1)
observe("results", [int(f(one)), int(f(one, None)), int(f(one, "up")), int(f(one, mode="down"))])
attempt("unknown", lambda: f(one, "sideways"))
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.composite_arguments",
       .api = {"tf.function", "tf.RaggedTensor", "tf.SparseTensor"},
       .source = R"(
@tf.function
def ragged(x):
    return x * 2, x.row_lengths()

@tf.function
def sparse(x):
    return tf.sparse.to_dense(tf.sparse.reorder(x))

doubled, lengths = ragged(tf.ragged.constant([[1, 2], [], [3]]))
observe("ragged", doubled.to_list())
observe("row lengths", lengths)
observe("sparse", sparse(tf.SparseTensor([[1, 1], [0, 0]], [5, 6], [2, 2])))
)"},
  };
}

std::vector<Check> call_styles() {
  return {
      {.id = "tf_function.defaults_and_keywords", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function
def f(a, b=2, *rest, c=3, **others):
    traces.append([len(rest), sorted(others)])
    return a + b * 10 + c * 100 + sum(rest) + sum(others.values())

one = tf.constant(1)
results = [f(one), f(one, 2), f(one, b=2), f(b=2, a=one), f(one, 2, 5, c=3), f(one, d=7)]
observe("results", [int(result) for result in results])
observe("traces", traces, kind="structure")
attempt("missing argument", lambda: f(b=1))
attempt("twice", lambda: f(one, a=one))
)"},
      {.id = "tf_function.methods", .api = {"tf.function"}, .source = R"(
class Scale:
    def __init__(self, factor):
        self.factor = factor

    @tf.function
    def call(self, x):
        return x * self.factor

    @classmethod
    @tf.function
    def named(cls, x):
        return x + len(cls.__name__)

    @staticmethod
    @tf.function
    def plain(x):
        return x + 1

two, three = Scale(2), Scale(3)
x = tf.constant(5)
observe("instances", [int(two.call(x)), int(three.call(x)), int(Scale.call(two, x))])
attempt("class method", lambda: Scale.named(x))
attempt("static method", lambda: Scale.plain(x))
two.factor = 20
observe("attribute read once per trace", int(two.call(x)))
)"},
  };
}

std::vector<Check> wrapped() {
  return {
      {.id = "tf_function.wraps_callables", .api = {"tf.function"}, .source = R"(
import functools

class Adder:
    def __call__(self, x, y=1):
        return x + y

def add(x, y):
    return x + y

x = tf.constant(1)
attempt("callable object", lambda: tf.function(Adder())(x))
attempt("partial", lambda: tf.function(functools.partial(add, y=5))(x))
attempt("partial with tensor", lambda: tf.function(functools.partial(add, tf.constant(7)))(x))
attempt("builtin", lambda: tf.function(abs)(tf.constant(-1)))
attempt("function of a function", lambda: tf.function(tf.function(add))(x, x))
attempt("not callable", lambda: type(tf.function(3)).__name__)
)"},
      {.id = "tf_function.decorator_options", .api = {"tf.function"}, .source = R"(
def f(x):
    return x + 1

for option, value in [("name", "f"), ("experimental_implements", "my.op"), ("experimental_autograph_options", None),
                      ("experimental_attributes", {}), ("experimental_follow_type_hints", True),
                      ("experimental_compile", False), ("jit_compile", False), ("autograph", True)]:
    attempt(option, lambda: tf.function(f, **{option: value})(tf.constant(1)))
)"},
  };
}

std::vector<Check> captured_objects() {
  return {
      {.id = "tf_function.closures", .api = {"tf.function"}, .source = R"(
factor = 2
weight = tf.Variable(3.0)
constant = tf.constant(1.0)

@tf.function
def f(x):
    return x * factor * weight + constant

concrete = f.get_concrete_function(tf.TensorSpec([], tf.float32))
first = float(f(tf.constant(1.0)))
factor = 100
weight.assign(4.0)
observe("results", [first, float(f(tf.constant(1.0)))])
observe("captures", [capture.dtype.name for capture in concrete.captured_inputs], kind="structure")
observe("variables", [len(concrete.variables), len(concrete.trainable_variables)], kind="structure")
)"},
      {.id = "tf_function.deep_copy_and_pickle", .api = {"tf.function"}, .source = R"(
import copy, pickle

@tf.function
def f(x):
    return x + 1

f(tf.constant(1))
attempt("deep copy", lambda: copy.deepcopy(f)(tf.constant(1)))
attempt("shallow copy", lambda: copy.copy(f)(tf.constant(1)))
attempt("pickle", lambda: len(pickle.dumps(f)) > 0)
)"},
      {.id = "tf_function.deep_copy_of_keras_layer", .api = {"tf.function", "tf.keras.layers.Layer"}, .source = R"(
import copy

class Doubling(tf.keras.layers.Layer):
    @tf.function
    def call(self, x):
        return x * 2.0

layer = Doubling()
layer(tf.ones([1]))
attempt("traced layer", lambda: copy.deepcopy(layer)(tf.ones([1])))
)"},
      {.id = "tf_function.deep_copy_of_optimizer",
       .api = {"tf.function", "tf.keras.optimizers.Optimizer"},
       .source = R"(
import copy

weight = tf.Variable(1.0)
optimizer = tf.keras.optimizers.SGD(0.5)
optimizer.apply_gradients([(tf.constant(1.0), weight)])

def copied():
    twin = copy.deepcopy(optimizer)
    return float(tf.convert_to_tensor(twin.learning_rate)), int(twin.iterations)

attempt("copy", copied)
)"},
  };
}

std::vector<Check> signatures_of_others() {
  return {
      {.id = "tf_function.wrapped_signatures", .api = {"tf.function"}, .source = R"(
import functools

def inner(x):
    return x

def add(x, y):
    return x + y

@functools.wraps(inner)
def wider(x, y):
    return x + y

@functools.wraps(inner)
def any_arguments(*arguments, **options):
    return inner(*arguments, **options)

def given(function):
    concrete = tf.function(function).get_concrete_function(tf.TensorSpec([], tf.int32))
    return str(concrete.structured_input_signature)

attempt("wraps another signature", lambda: tf.function(wider)(1, 2))
attempt("wraps any arguments", lambda: given(any_arguments), kind="structure")
attempt("partial", lambda: tf.function(functools.partial(add, 3))(4))
attempt("partial of a keyword", lambda: tf.function(functools.partial(add, x=3))(y=4))
attempt("partial of an unknown keyword", lambda: type(tf.function(functools.partial(inner, z=3))).__name__)
attempt("partial of too many", lambda: type(tf.function(functools.partial(inner, 1, 2))).__name__)
)"},
  };
}

std::vector<Check> named_parameters() {
  return {
      {.id = "tf_function.method_without_self", .api = {"tf.function"}, .source = R"(
def call(make):
    return make()().f(tf.constant(3))

def named_self():
    class Own:
        @tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
        def f(self, x):
            return x * 2

    return Own

def named_otherwise():
    class Own:
        @tf.function(input_signature=[tf.TensorSpec([], tf.int32)])
        def f(this, x):
            return x * 2

    return Own

def without_signature():
    class Own:
        @tf.function
        def f(this, x):
            return x * 2

    return Own

attempt("self", lambda: call(named_self))
attempt("this", lambda: call(named_otherwise))
attempt("this, without signature", lambda: call(without_signature))
)"},
      {.id = "tf_function.without_parameters", .api = {"tf.function"}, .source = R"(
f = tf.function(lambda: tf.constant(3))
observe("input_signature", str(f.input_signature), kind="structure")
attempt("too many", lambda: f(1))

def loaded():
    model = tf.Module()
    model.f = tf.function(lambda: tf.constant(3))
    tf.saved_model.save(model, scratch + "/model")
    again = tf.saved_model.load(scratch + "/model")
    return again.f(), len(again.signatures)

attempt("loaded", loaded)
)"},
  };
}

std::vector<Check> trace_types() {
  return {
      {.id = "tf_function.own_trace_type", .api = {"tf.types.experimental.TraceType"}, .source = R"(
class Kind(tf.types.experimental.TraceType):
    def is_subtype_of(self, other):
        return True

    def most_specific_common_supertype(self, others):
        return self

    def placeholder_value(self, placeholder_context=None):
        return None

    def cast(self, value, cast_context=None):
        return value

    def __eq__(self, other):
        return isinstance(other, Kind)

    def __hash__(self):
        return 1

class Value:
    def __tf_tracing_type__(self, context):
        return Kind()

traces = []

@tf.function
def f(value):
    traces.append(1)
    return 1

attempt("call", lambda: f(Value()))
attempt("again", lambda: [f(Value()), len(traces)])
)"},
  };
}

}  // namespace

std::vector<Check> argument_checks() {
  return joined({structures(), call_styles(), wrapped(), signatures_of_others(), named_parameters(), trace_types(),
                 captured_objects()});
}

}  // namespace tfh::testsuites::tf_function
