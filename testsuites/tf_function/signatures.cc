// What a tf.function accepts and how it describes itself: input_signature, concrete functions, their texts.
#include "testsuites/joined.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

std::vector<Check> accepted_by_input_signature() {
  return {
      {.id = "tf_function.input_signature_converts", .api = {"tf.function"}, .source = R"(
traces = []

@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def f(x):
    traces.append([x.dtype.name, x.shape.as_list()])
    return x * 2

attempt("list", lambda: f([1.0, 2.0]))
attempt("list of int", lambda: f([1, 2]))
attempt("numpy float64", lambda: f(np.array([1.5])))
attempt("tensor", lambda: f(tf.constant([1.0])))
attempt("empty", lambda: f(tf.zeros([0])))
observe("traces", traces, kind="structure")
)"},
      {.id = "tf_function.input_signature_nested", .api = {"tf.function"}, .source = R"(
spec = {"a": tf.TensorSpec([], tf.int32), "b": [tf.TensorSpec([None], tf.float32)]}

@tf.function(input_signature=[spec])
def f(x):
    return {"sum": tf.reduce_sum(x["b"][0]), "a": x["a"]}

attempt("matching", lambda: f({"a": 1, "b": [[1.0, 2.0]]}))
attempt("missing key", lambda: f({"a": 1}))
attempt("tuple for list", lambda: f({"a": 1, "b": ([1.0],)}))
)"},
      {.id = "tf_function.input_signature_defaults", .api = {"tf.function"}, .source = R"(
def f(x, y=2.0):
    return x + y

spec = tf.TensorSpec([], tf.float32)
one = attempt("decorate one of two", lambda: type(tf.function(f, input_signature=[spec])).__name__)
attempt("default not covered", lambda: tf.function(f, input_signature=[spec])(1.0))
attempt("default covered", lambda: tf.function(f, input_signature=[spec, spec])(1.0))
attempt("keyword", lambda: tf.function(f, input_signature=[spec, spec])(1.0, y=4.0))
)"},
      {.id = "tf_function.input_signature_ragged", .api = {"tf.function", "tf.RaggedTensorSpec"}, .source = R"(
@tf.function(input_signature=[tf.RaggedTensorSpec([None, None], tf.int32)])
def f(x):
    return tf.reduce_sum(x, axis=1)

attempt("ragged", lambda: f(tf.ragged.constant([[1, 2], [3]])))
attempt("list", lambda: f([[1, 2], [3, 4]]))
)"},
  };
}

std::vector<Check> refused_by_input_signature() {
  return {
      {.id = "tf_function.input_signature_wrong_dtype", .api = {"tf.function"}, .source = R"(
@tf.function(input_signature=[tf.TensorSpec([None], tf.float32)])
def f(x):
    return x

attempt("int tensor", lambda: f(tf.constant([1, 2])))
)"},
      {.id = "tf_function.input_signature_wrong_shape", .api = {"tf.function"}, .source = R"(
@tf.function(input_signature=[tf.TensorSpec([2], tf.float32)])
def f(x):
    return x

attempt("longer", lambda: f(tf.ones(3)))
attempt("another rank", lambda: f(tf.ones([2, 1])))
)"},
      {.id = "tf_function.input_signature_none", .api = {"tf.function"}, .source = R"(
@tf.function(input_signature=[tf.TensorSpec([2], tf.float32)])
def f(x):
    return x

attempt("None", lambda: f(None))
)"},
      {.id = "tf_function.input_signature_count", .api = {"tf.function"}, .source = R"(
@tf.function(input_signature=[tf.TensorSpec([], tf.float32)])
def f(x):
    return x

attempt("none given", lambda: f())
attempt("two given", lambda: f(1.0, 2.0))
attempt("unknown keyword", lambda: f(z=1.0))
)"},
      {.id = "tf_function.input_signature_not_specs", .api = {"tf.function"}, .source = R"(
def f(x):
    return x

attempt("a value", lambda: type(tf.function(f, input_signature=[1.0])).__name__)
attempt("a single spec", lambda: type(tf.function(f, input_signature=tf.TensorSpec([], tf.float32))).__name__)
attempt("too many", lambda: tf.function(f, input_signature=[tf.TensorSpec([], tf.float32)] * 2)(1.0))
)"},
  };
}

std::vector<Check> described() {
  return {
      {.id = "tf_function.concrete_function_texts",
       .api = {"tf.types.experimental.ConcreteFunction", "tf.function"},
       .policy = Policy::not_covered,
       .source = R"(
@tf.function
def add(x, y):
    return {"sum": x + y, "pair": (x, y)}

concrete = add.get_concrete_function(tf.TensorSpec([None], tf.float32), tf.TensorSpec([2], tf.float32))
observe("repr", repr(concrete), kind="text")
observe("str", str(concrete), kind="text")
attempt("pretty_printed_signature", lambda: concrete.pretty_printed_signature(), kind="text")
attempt("name prefix", lambda: concrete.name.decode().rstrip("0123456789"))
)"},
      {.id = "tf_function.structured_input_signature",
       .api = {"tf.types.experimental.ConcreteFunction.structured_input_signature", "tf.function"},
       .source = R"(
@tf.function
def f(a, *args, b=1.0, **others):
    return a

vector = tf.TensorSpec([None], tf.float32)
concrete = f.get_concrete_function(vector, tf.TensorSpec([2], tf.float32), b=tf.TensorSpec([], tf.int32), c=3)
positional, keywords = concrete.structured_input_signature
observe("positional", [repr(spec) for spec in positional], kind="structure")
observe("keywords", {name: repr(spec) for name, spec in keywords.items()}, kind="structure")
)"},
      {.id = "tf_function.structured_input_signature_of_python_arguments",
       .api = {"tf.types.experimental.ConcreteFunction.structured_input_signature", "tf.function"},
       .source = R"(
@tf.function
def f(x, scale=2, name="n"):
    return x * scale

concrete = f.get_concrete_function(tf.constant([1, 2]))
positional, keywords = concrete.structured_input_signature
observe("positional", [type(argument).__name__ for argument in positional], kind="structure")
observe("keywords", sorted(keywords), kind="structure")
observe("repr", repr(concrete.structured_input_signature), kind="text")
attempt("call", lambda: concrete(tf.constant([3, 4])))
)"},
  };
}

std::vector<Check> outputs_described() {
  return {
      {.id = "tf_function.structured_outputs",
       .api = {"tf.types.experimental.ConcreteFunction.structured_outputs", "tf.function"},
       .source = R"(
@tf.function
def f(x):
    return {"a": x, "b": [x + 1, None], "c": (x, {"d": x})}

concrete = f.get_concrete_function(tf.TensorSpec([3], tf.int32))
described = tf.nest.map_structure(lambda t: t if t is None else [t.dtype.name, t.shape.as_list()],
                                  concrete.structured_outputs)
observe("structure", described, kind="structure")
observe("output shapes", repr(concrete.output_shapes), kind="text")
observe("output dtypes", repr(concrete.output_dtypes), kind="text")
)"},
  };
}

std::vector<Check> objects() {
  return {
      {.id = "tf_function.function_spec_type", .api = {"tf.function"}, .policy = Policy::not_covered, .source = R"(
@tf.function
def f(x):
    return x

concrete = f.get_concrete_function(tf.TensorSpec([2], tf.float32))
attempt("input_signature", lambda: f.input_signature)
attempt("function_spec", lambda: [type(f.function_spec).__module__, type(f.function_spec).__name__],
        kind="structure")
attempt("function_type", lambda: str(concrete.function_type), kind="text")
)"},
      {.id = "tf_function.function_object_members",
       .api = {"tf.function", "tf.types.experimental.GenericFunction"},
       .policy = Policy::not_covered,
       .source = R"(
@tf.function
def f(x):
    return x

members = sorted(name for name in dir(f) if not name.startswith("_"))
observe("members", members, kind="structure")
observe("type name", type(f).__name__, kind="structure")
observe("bases", [base.__name__ for base in type(f).__mro__], kind="structure")
)"},
  };
}

std::vector<Check> symbols_described() {
  return {
      {.id = "tf_function.concrete_function_members",
       .api = {"tf.types.experimental.ConcreteFunction"},
       .policy = Policy::not_covered,
       .source = R"(
@tf.function
def f(x):
    return x

concrete = f.get_concrete_function(tf.constant(1.0))
members = sorted(name for name in dir(concrete) if not name.startswith("_"))
observe("members", members, kind="structure")
observe("type name", type(concrete).__name__, kind="structure")
)"},
      {.id = "tf_function.symbolic_tensor_type",
       .api = {"tf.function", "tf.Tensor"},
       .policy = Policy::not_covered,
       .source = R"(
seen = {}

@tf.function
def f(x):
    seen["names"] = [base.__name__ for base in type(x).__mro__]
    seen["repr"] = repr(x)
    seen["is a tensor"] = [isinstance(x, tf.Tensor), tf.is_tensor(x)]
    return x

f(tf.constant(1))
observe("bases", seen["names"], kind="structure")
observe("repr", seen["repr"], kind="text")
observe("is a tensor", seen["is a tensor"])
)"},
      {.id = "tf_function.keeps_name_and_docstring", .api = {"tf.function"}, .source = R"(
import inspect

@tf.function
def scaled(x, factor=2):
    "Scales."
    return x * factor

observe("name", scaled.__name__)
observe("docstring", scaled.__doc__)
observe("signature", str(inspect.signature(scaled)), kind="signature")
observe("python_function", scaled.python_function(3))
)"},
  };
}

std::vector<Check> concrete_calls() {
  return {
      {.id = "tf_function.concrete_function_call",
       .api = {"tf.types.experimental.ConcreteFunction.__call__", "tf.function"},
       .source = R"(
@tf.function
def add(x, y):
    return x + y

spec = tf.TensorSpec([None], tf.float32)
concrete = add.get_concrete_function(spec, spec)
one = tf.constant([1.0])
attempt("positional", lambda: concrete(one, one))
attempt("keywords", lambda: concrete(x=one, y=one))
attempt("numpy", lambda: concrete(np.float32([1]), np.float32([2])))
attempt("variable", lambda: concrete(tf.Variable([1.0]), one))
attempt("lists", lambda: concrete([1.0], [2.0]))
attempt("scalars", lambda: concrete(1.0, 2.0))
attempt("wrong dtype", lambda: concrete(tf.constant([1]), one))
attempt("wrong rank", lambda: concrete(tf.ones([1, 1]), one))
attempt("too few", lambda: concrete(one))
attempt("too many", lambda: concrete(one, one, one))
attempt("unknown keyword", lambda: concrete(one, z=one))
)"},
      {.id = "tf_function.concrete_function_of_bound_values",
       .api = {"tf.types.experimental.ConcreteFunction.__call__", "tf.function"},
       .source = R"(
@tf.function
def power(x, exponent):
    return x ** exponent

concrete = power.get_concrete_function(tf.TensorSpec([], tf.float32), 3)
attempt("tensor only", lambda: concrete(tf.constant(2.0)))
attempt("same value again", lambda: concrete(tf.constant(2.0), 3))
attempt("another value", lambda: concrete(tf.constant(2.0), 4))
)"},
      {.id = "tf_function.concrete_function_graph",
       .api = {"tf.types.experimental.ConcreteFunction"},
       .policy = Policy::not_covered,
       .source = R"(
@tf.function
def f(x, y):
    return tf.matmul(x, y, transpose_b=True) + 1.0

square = tf.TensorSpec([2, 2], tf.float32)
concrete = f.get_concrete_function(square, square)
observe("ops", [op.type for op in concrete.graph.get_operations()], kind="structure")
observe("inputs", [t.name for t in concrete.inputs], kind="structure")
observe("outputs", [t.name for t in concrete.outputs], kind="structure")
)"},
  };
}

}  // namespace

std::vector<Check> signature_checks() {
  return joined({accepted_by_input_signature(), refused_by_input_signature(), described(), outputs_described(),
                 objects(), symbols_described(), concrete_calls()});
}

}  // namespace tfh::testsuites::tf_function
