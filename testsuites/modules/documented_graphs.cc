// What release notes say of functions, graphs and types, and no other table tries.
#include <string>

#include "testsuites/modules/documented.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
import functools, sys

def operations(function, *specs):
    graph = tf.function(function).get_concrete_function(*specs).graph
    return sorted(operation.type for operation in graph.get_operations())

def gradient(function, value):
    value = tf.constant(value)
    with tf.GradientTape() as tape:
        tape.watch(value)
        result = function(value)
    return tape.gradient(result, value)

@functools.lru_cache(None)
def own_kind(batchable=False):
    base = tf.experimental.BatchableExtensionType if batchable else tf.experimental.ExtensionType
    return type("Own", (base,), {"__name__": "own.%s" % batchable, "__annotations__": {"v": tf.Tensor}})

def own(value, **options):
    return own_kind(**options)(value)

def graph_of(operation, *inputs):
    graph = tf.compat.v1.GraphDef()
    node = graph.node.add(name="a", op=operation)
    node.input.extend(inputs)
    node.attr["T"].type = 1
    with tf.Graph().as_default() as made:
        tf.graph_util.import_graph_def(graph, name="")
    return [operation.name for operation in made.get_operations()]

def in_old_style():
    class Old(tf.keras.layers.Layer):
        @tf.compat.v1.keras.utils.track_tf1_style_variables
        def call(self, inputs):
            return inputs + tf.compat.v1.get_variable("v", [], initializer=tf.compat.v1.ones_initializer())
    layer = Old()
    return [layer(tf.constant(1.0)), layer(tf.constant(1.0)), len(layer.weights)]

)py";

constexpr Use uses[] = {
    {"tf.switch_case: stateless",
     "operations(lambda i: tf.switch_case(i, [lambda: 1, lambda: 2]), tf.TensorSpec([], "
     "tf.int32))"},
    {"tf.switch_case: stateful",
     "operations(lambda i: tf.switch_case(i, [lambda: tf.random.uniform([]), lambda: 2.0]), "
     "tf.TensorSpec([], tf.int32))"},
    {"tf.while_loop: gradient",
     "operations(lambda x: tf.gradients(tf.while_loop(lambda y: y < 9.0, lambda y: [y * x], [x])[0], x)[0], "
     "tf.TensorSpec([]))"},
    {"tf.cond: gradient",
     "operations(lambda x: tf.gradients(tf.cond(x > 0.0, lambda: x * x, lambda: x), x)[0], "
     "tf.TensorSpec([]))"},
    {"tf.function: names that are no identifiers", "tf.function(lambda **k: list(k))(**{'a b': tf.constant(1)})"},
    {"tf.function: names of inputs that are no identifiers",
     "tf.function(lambda **k: list(k.values())).get_concrete_function(**{'a/b': tf.TensorSpec([])}).inputs[0].name"},
    {"tf.types.experimental.ConcreteFunction: inference_fn",
     "tf.function(lambda x: x + 1.0).get_concrete_function(tf.constant(1.0)).inference_fn(tf.constant(2.0))"},
    {"tf.types.experimental.ConcreteFunction: inference_fn of another dtype",
     "tf.function(lambda x: x + 1.0).get_concrete_function(tf.constant(1.0)).inference_fn(tf.constant(2))"},
    {"tf.types.experimental.PolymorphicFunction: compiler IR of a spec",
     "len(tf.function(lambda x: x + 1.0, "
     "jit_compile=True).experimental_get_compiler_ir(tf.TensorSpec([2]))(stage='hlo')) "
     "> 0"},
    {"tf.numpy_function: converted",
     "tf.function(lambda: tf.numpy_function(lambda: 'autograph' in "
     "sys._getframe().f_code.co_filename, [], tf.bool))()"},
    {"tf.math.igamma: compiled", "compiled(lambda: tf.math.igamma(1.0, tf.constant(1.0)))"},
    {"tf.math.igammac: compiled", "compiled(lambda: tf.math.igammac(1.0, tf.constant(1.0)))"},
    {"tf.map_fn: gradient of ragged rows",
     "gradient(lambda v: tf.map_fn(tf.reduce_sum, tf.RaggedTensor.from_row_lengths(v, [2, 1]), "
     "fn_output_signature=tf.float32), [1.0, 2.0, 3.0])"},
    {"tf.linalg.tridiagonal_solve: singular",
     "tf.linalg.tridiagonal_solve(tf.zeros([3, 2]), tf.ones([2]), partial_pivoting=True, "
     "perturb_singular=True)"},
    {"tf.experimental.ExtensionType: variable",
     "(lambda v: tf.function(lambda e: e.v + 1.0)(type('E', (tf.experimental.ExtensionType,), {'__annotations__': "
     "{'v': "
     "type(v)}})(v)))(tf.Variable(1.0))"},
    {"tf.nest.flatten: variable expanded",
     "[type(v).__name__ for v in tf.nest.flatten(tf.Variable(1.0), "
     "expand_composites=True)]"},
    {"tf.experimental.ExtensionType: in tf.cond",
     "tf.function(lambda c: tf.cond(c, lambda: own(1.0), lambda: own(2.0)).v)(tf.constant(True))"},
    {"tf.experimental.ExtensionType: in tf.while_loop",
     "tf.while_loop(lambda i, e: i < 2, lambda i, e: (i + 1, own(e.v + 1.0)), (0, own(1.0)))[1].v"},
    {"tf.experimental.ExtensionType: in a dataset", "[e.v for e in numbers.map(own).take(2)]"},
    {"tf.experimental.ExtensionType: in tf.py_function", "tf.py_function(lambda e: e.v + 1.0, [own(1.0)], tf.float32)"},
    {"tf.experimental.ExtensionType: saved",
     "reloaded(module(f=tf.function(lambda e: e.v + 1.0, input_signature=[own_kind().Spec(tf.TensorSpec([]))]))).f("
     "own(2.0))"},
    {"tf.experimental.BatchableExtensionType: batched",
     "[e.v for e in numbers.map(lambda n: own(n, batchable=True)).batch(4)]"},
    {"tf.experimental.BatchableExtensionType: in tf.map_fn",
     "tf.map_fn(lambda e: e.v + 1, own(tf.range(3), batchable=True), fn_output_signature=tf.int32)"},
    {"tf.compat.v1.keras.utils.track_tf1_style_variables: called twice", "in_old_style()"},
    {"tf.graph_util.import_graph_def: input that is not there", "graph_of('Identity', 'b')"},
    {"tf.graph_util.import_graph_def: its own input", "graph_of('Identity', 'a')"},
    {"tf.graph_util.import_graph_def: no input", "graph_of('Identity')"},
    {"tf.graph_util.import_graph_def: unknown operation", "graph_of('Nonsense')"},
    {"tf.random.fold_in: plain", "tf.random.fold_in([1, 2], 3)"},
    {"tf.random.split: plain", "tf.random.split([1, 2], 2)"},
    {"tf.experimental.StructuredTensor: values",
     "tf.experimental.StructuredTensor.from_pyval([{'a': 1}, {'a': 2}]).field_value('a')"},
    {"tf.experimental.dtensor.create_mesh: CPU",
     "repr(tf.experimental.dtensor.create_mesh([('x', 1)], device_type='CPU'))"},
    {"tf.experimental.dtensor.Layout: replicated",
     "repr(tf.experimental.dtensor.Layout.replicated(tf.experimental.dtensor.create_mesh([('x', 1)], "
     "device_type='CPU'), 1).sharding_specs)"},
    {"tf.experimental.dtensor.call_with_layout: ones",
     "(lambda d, m: d.is_dtensor(d.call_with_layout(tf.ones, d.Layout(['x'], m), [2])))(tf.experimental.dtensor, "
     "tf.experimental.dtensor.create_mesh([('x', 1)], device_type='CPU'))"},
    {"tf.experimental.dtensor.copy_to_mesh: vector",
     "(lambda d, m: d.copy_to_mesh(tf.constant([1.0]), d.Layout.replicated(m, 1)) + 1.0)(tf.experimental.dtensor, "
     "tf.experimental.dtensor.create_mesh([('x', 1)], device_type='CPU'))"},
};

}  // namespace

std::vector<Check> documented_graph_checks() {
  return {check_of({.name = "documented_graphs",
                    .module = "tf",
                    .setup = std::string(documented_parts) + setup,
                    .blocks = {{uses}}})};
}

}  // namespace tfh::testsuites::modules
