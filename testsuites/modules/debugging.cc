// tf.debugging, tf.config, tf.test and tf.errors.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr Name comparisons[] = {"assert_equal",      "assert_greater", "assert_greater_equal", "assert_less",
                                "assert_less_equal", "assert_near",    "assert_none_equal"};

constexpr Use compared[] = {
    {"tf.debugging.NAME: alike", "tf.debugging.NAME([1, 2], [1, 2])"},
    {"tf.debugging.NAME: above", "tf.debugging.NAME([2, 3], [1, 2])"},
    {"tf.debugging.NAME: below", "tf.debugging.NAME([0, 1], [1, 2])"},
    {"tf.debugging.NAME: message", "tf.debugging.NAME([0, 3], [1, 2], message='said')"},
    {"tf.debugging.NAME: shapes", "tf.debugging.NAME([1, 2, 3], [1, 2])"},
    {"tf.debugging.NAME: dtypes", "tf.debugging.NAME([1.0], [1])"},
    {"tf.debugging.NAME: nan", "tf.debugging.NAME([np.nan], [np.nan])"},
    {"tf.debugging.NAME: empty", "tf.debugging.NAME(tf.zeros([0]), tf.zeros([0]))"},
    {"tf.debugging.NAME: strings", "tf.debugging.NAME(['a'], ['b'])"},
    {"tf.debugging.NAME: in a graph",
     "tf.function(lambda x: tf.debugging.NAME(x, [1, 2]) and None)(tf.constant([5, 0]))"},
};

constexpr Name signs[] = {"assert_negative", "assert_positive", "assert_non_negative", "assert_non_positive"};

constexpr Use signed_values[] = {
    {"tf.debugging.NAME: below", "tf.debugging.NAME([-1])"},
    {"tf.debugging.NAME: zero", "tf.debugging.NAME([0])"},
    {"tf.debugging.NAME: above", "tf.debugging.NAME([1.0])"},
    {"tf.debugging.NAME: nan", "tf.debugging.NAME([np.nan])"},
};

constexpr Use assertions[] = {
    {"tf.debugging.assert_rank: right", "tf.debugging.assert_rank([1], 1)"},
    {"tf.debugging.assert_rank: wrong", "tf.debugging.assert_rank([1], 2)"},
    {"tf.debugging.assert_rank: float", "tf.debugging.assert_rank([1], 1.0)"},
    {"tf.debugging.assert_rank: vector", "tf.debugging.assert_rank([1], [1])"},
    {"tf.debugging.assert_rank_at_least: wrong", "tf.debugging.assert_rank_at_least([1], 2)"},
    {"tf.debugging.assert_rank_in: wrong", "tf.debugging.assert_rank_in([1], (2, 3))"},
    {"tf.debugging.assert_rank_in: right", "tf.debugging.assert_rank_in([1], (1, 3))"},
    {"tf.debugging.assert_scalar: wrong", "tf.debugging.assert_scalar([1])"},
    {"tf.debugging.assert_scalar: right", "tf.debugging.assert_scalar(1)"},
    {"tf.debugging.assert_shapes: right",
     "tf.debugging.assert_shapes({tf.ones([2, 3]).ref(): ('N', 3)}) if False else "
     "tf.debugging.assert_shapes([(tf.ones([2, 3]), ('N', 3))])"},
    {"tf.debugging.assert_shapes: wrong", "tf.debugging.assert_shapes([(tf.ones([2, 3]), ('N', 'N'))])"},
    {"tf.debugging.assert_shapes: ellipsis", "tf.debugging.assert_shapes([(tf.ones([2, 3]), ('...', 3))])"},
    {"tf.debugging.assert_shapes: sparse", "tf.debugging.assert_shapes([(tf.SparseTensor([[0]], [1], [2]), (2,))])"},
    {"tf.debugging.assert_type: wrong", "tf.debugging.assert_type(tf.constant(1), tf.float32)"},
    {"tf.debugging.assert_type: ragged", "tf.debugging.assert_type(tf.ragged.constant([[1]]), tf.int32)"},
    {"tf.debugging.assert_type: number", "tf.debugging.assert_type(1, tf.int32)"},
    {"tf.debugging.assert_integer: wrong", "tf.debugging.assert_integer(tf.constant(1.0))"},
    {"tf.debugging.assert_integer: number", "tf.debugging.assert_integer(1)"},
    {"tf.debugging.assert_proper_iterable: tensor", "tf.debugging.assert_proper_iterable(tf.constant([1]))"},
    {"tf.debugging.assert_proper_iterable: list", "tf.debugging.assert_proper_iterable([1])"},
    {"tf.debugging.assert_proper_iterable: number", "tf.debugging.assert_proper_iterable(1)"},
    {"tf.debugging.assert_same_float_dtype: differ",
     "tf.debugging.assert_same_float_dtype([tf.constant(1.0), tf.constant(1.0, tf.float64)])"},
    {"tf.debugging.assert_same_float_dtype: none", "tf.debugging.assert_same_float_dtype().name"},
    {"tf.debugging.assert_all_finite: nan", "tf.debugging.assert_all_finite([np.nan], 'said')"},
    {"tf.debugging.assert_all_finite: fine", "tf.debugging.assert_all_finite([1.0], 'said')"},
    {"tf.debugging.assert_all_finite: integers", "tf.debugging.assert_all_finite([1], 'said')"},
    {"tf.debugging.check_numerics: nan", "tf.debugging.check_numerics([np.nan], 'said')"},
    {"tf.debugging.check_numerics: infinities", "tf.debugging.check_numerics([np.inf, -np.inf], 'said')"},
    {"tf.debugging.check_numerics: both", "tf.debugging.check_numerics([np.inf, np.nan], 'said')"},
    {"tf.debugging.check_numerics: integers", "tf.debugging.check_numerics([1], 'said')"},
    {"tf.debugging.Assert: false", "tf.debugging.Assert(False, [tf.constant([1, 2])])"},
    {"tf.debugging.Assert: true", "tf.debugging.Assert(True, ['x'])"},
    {"tf.debugging.Assert: no data", "tf.debugging.Assert(False, [])"},
    {"tf.debugging.Assert: vector", "tf.debugging.Assert([True, False], ['x'])"},
    {"tf.debugging.Assert: text condition", "tf.debugging.Assert('no', ['x'])"},
    {"tf.debugging.is_numeric_tensor: float", "tf.debugging.is_numeric_tensor(tf.constant(1.0))"},
    {"tf.debugging.is_numeric_tensor: text", "tf.debugging.is_numeric_tensor(tf.constant('a'))"},
    {"tf.debugging.is_numeric_tensor: number", "tf.debugging.is_numeric_tensor(1)"},
    {"tf.debugging.is_numeric_tensor: bool", "tf.debugging.is_numeric_tensor(tf.constant(True))"},
    {"tf.debugging.get_log_device_placement: default", "tf.debugging.get_log_device_placement()"},
    {"tf.ensure_shape: wrong", "tf.ensure_shape([1, 2], [3])"},
    {"tf.ensure_shape: right", "tf.ensure_shape([1, 2], [None])"},
    {"tf.ensure_shape: rank", "tf.ensure_shape([1, 2], [None, None])"},
    {"tf.errors.OpError: text", "str(tf.errors.OpError(None, None, 'said', 3))"},
    {"tf.errors.OpError: experimental_payloads", "tf.errors.OpError(None, None, 'said', 3).experimental_payloads"},
    {"tf.errors.OpError: pickled",
     "str(__import__('pickle').loads(__import__('pickle').dumps(tf.errors.NotFoundError(None, None, 'said'))))"},
    {"tf.errors.OpError: compared", "isinstance(tf.errors.NotFoundError(None, None, 'said'), tf.errors.OpError)"},
    {"tf.test.compute_gradient: square", "tf.test.compute_gradient(lambda x: x * x, [tf.constant([3.0])])[0]"},
    {"tf.test.compute_gradient: list", "tf.test.compute_gradient(lambda x: x, tf.constant([3.0]))"},
    {"tf.test.TestCase: assertAllClose", "tf.test.TestCase().assertAllClose([1.0], [1.0 + 1e-7])"},
    {"tf.test.TestCase: assertAllEqual", "tf.test.TestCase().assertAllEqual([1], [2])"},
    {"tf.test.TestCase: members",
     "[hasattr(tf.test.TestCase, n) for n in ('assertDTypeEqual', 'assertRaggedEqual', 'assertEquals', "
     "'cached_session')]"},
    {"tf.test.is_gpu_available: call", "tf.test.is_gpu_available()"},
    {"tf.test.gpu_device_name: call", "tf.test.gpu_device_name()"},
    {"tf.get_logger: name",
     "[tf.get_logger().name, tf.get_logger().level, tf.get_logger().propagate, len(tf.get_logger().handlers)]"},
    {"tf.DeviceSpec: parsed", "tf.DeviceSpec.from_string('/job:a/device:CPU:1').to_string()"},
    {"tf.DeviceSpec: replaced", "tf.DeviceSpec(device_type='cpu').replace(device_index=2).to_string()"},
    {"tf.DeviceSpec: wrong", "tf.DeviceSpec.from_string('/nonsense:a')"},
    {"tf.DeviceSpec: lower case", "tf.DeviceSpec.from_string('/cpu:0').to_string()"},
    {"tf.DeviceSpec: merged", "tf.DeviceSpec(job='a').make_merged_spec(tf.DeviceSpec(device_type='CPU')).to_string()"},
    {"tf.DeviceSpec: hash", "hash(tf.DeviceSpec(job='a')) == hash(tf.DeviceSpec(job='a'))"},
    {"tf.device: unknown", "entered(tf.device('/device:NONSENSE:0'))"},
    {"tf.device: None", "entered(tf.device(None))"},
    {"tf.device: number", "entered(tf.device(3))"},
    {"tf.get_static_value: tensor", "tf.get_static_value(tf.constant([1]))"},
    {"tf.get_static_value: variable", "tf.get_static_value(tf.Variable(1))"},
    {"tf.get_static_value: number", "tf.get_static_value(3)"},
    {"tf.is_tensor: kinds",
     "[tf.is_tensor(v) for v in (tf.constant(1), tf.Variable(1), 1, np.ones(1), tf.ragged.constant([[1]]), "
     "tf.SparseTensor([[0]], [1], [2]), tf.keras.Input((1,)))]"},
    {"tf.group: nothing", "tf.group()"},
    {"tf.group: list", "tf.group([tf.constant(1)])"},
    {"tf.tuple: plain", "tf.tuple([tf.constant(1), None])"},
    {"tf.no_op: eager", "tf.no_op()"},
    {"tf.timestamp: dtype", "tf.timestamp().dtype.name"},
    {"tf.gradients: eager", "tf.gradients(tf.constant(1.0), [tf.constant(1.0)])"},
    {"tf.hessians: in a graph",
     "tf.function(lambda x: tf.hessians(tf.reduce_sum(x ** 3), x))(tf.constant([1.0, 2.0]))"},
    {"tf.grad_pass_through: plain", "tf.grad_pass_through(tf.round)(tf.constant(1.4))"},
    {"tf.recompute_grad: plain", "tf.recompute_grad(lambda x: x * 2)(tf.constant(1.0))"},
    {"tf.recompute_grad: in a layer",
     "tf.recompute_grad(tf.keras.layers.Dense(1, kernel_initializer='ones', name='d'))(tf.ones([1, 1]))"},
    {"tf.numpy_function: plain", "tf.numpy_function(lambda x: x + 1, [1], tf.int64)"},
    {"tf.numpy_function: wrong dtype", "tf.numpy_function(lambda x: x, [1.5], tf.int32)"},
    {"tf.numpy_function: stateful", "tf.numpy_function(lambda x: x, [np.float32(1)], tf.float32, stateful=False)"},
    {"tf.numpy_function: returns a wider dtype", "tf.numpy_function(lambda x: np.float64(x) + 1, [1.0], tf.float32)"},
    {"tf.numpy_function: decorator of a wider dtype",
     "tf.numpy_function(Tout=tf.float32)(lambda x: x + 1)(np.float32(1))"},
    {"tf.compat.v1.py_func: returns a wider dtype",
     "tf.compat.v1.py_func(lambda x: x + 1, [tf.constant(1.0)], tf.float32)"},
    {"tf.py_function: returns a wider dtype", "tf.py_function(lambda x: np.float64(2), [1.0], tf.float32)"},
    {"tf.numpy_function: returns a wider dtype in a graph",
     "tf.function(lambda x: tf.numpy_function(lambda v: np.float64(2), [x], tf.float32))(1.0)"},
    {"tf.numpy_function: returns a list", "tf.numpy_function(lambda x: [x, x], [1.0], tf.float32)"},
    {"tf.numpy_function: returns a number", "tf.numpy_function(lambda x: 2, [1.0], tf.float32)"},
    {"tf.numpy_function: returns None", "tf.numpy_function(lambda x: None, [1], [])"},
    {"tf.numpy_function: ragged", "tf.numpy_function(lambda x: x, [tf.ragged.constant([[1]])], tf.int32)"},
    {"tf.py_function: returns None", "tf.py_function(lambda x: None, [1], [])"},
    {"tf.py_function: ragged",
     "tf.py_function(lambda x: x, [tf.ragged.constant([[1]])], tf.RaggedTensorSpec([None, None], tf.int32))"},
    {"tf.py_function: a specification", "tf.py_function(lambda x: x, [1], tf.TensorSpec([], tf.int32))"},
    {"tf.py_function: a specification of another shape",
     "tf.py_function(lambda x: x, [1], tf.TensorSpec([2], tf.int32))"},
    {"tf.py_function: specifications", "tf.py_function(lambda x: [x, x], [1], [tf.TensorSpec([], tf.int32)] * 2)"},
    {"tf.py_function: a specification in a graph",
     "tf.function(lambda x: tf.py_function(lambda v: v, [x], tf.TensorSpec([], tf.int32)).shape.rank)(1)"},
    {"tf.numpy_function: a specification", "tf.numpy_function(lambda x: x, [1], tf.TensorSpec([], tf.int64))"},
    {"tf.py_function: Tout missing", "tf.py_function(lambda x: x, [1])"},
    {"tf.py_function: gradient",
     "(lambda x: tf.test.compute_gradient(lambda v: tf.py_function(lambda t: t * 2, [v], tf.float32), "
     "[x])[0])(tf.constant([1.0]))"},
    {"tf.custom_gradient: plain", "tf.custom_gradient(lambda x: (x, lambda dy: dy * 2))(tf.constant(1.0))"},
    {"tf.custom_gradient: not a pair", "tf.custom_gradient(lambda x: x)(tf.constant(1.0))"},
    {"tf.custom_gradient: nested",
     "tf.custom_gradient(lambda x: (x['a'], lambda dy: {'a': dy}))({'a': tf.constant(1.0)})"},
    {"tf.init_scope: eager", "tf.function(lambda: entered(tf.init_scope()) is None and 1)()"},
    {"tf.inside_function: both", "[tf.inside_function(), bool(tf.function(lambda: tf.inside_function())())]"},
    {"tf.get_current_name_scope: none", "tf.get_current_name_scope()"},
    {"tf.name_scope: empty", "entered(tf.name_scope(''))"},
    {"tf.name_scope: None", "entered(tf.name_scope(None))"},
    {"tf.name_scope: slash", "entered(tf.name_scope('a/'))"},
    {"tf.name_scope: bad", "entered(tf.name_scope('a b'))"},
    {"tf.name_scope: number", "entered(tf.name_scope(3))"},
    {"tf.control_dependencies: eager", "entered(tf.control_dependencies([tf.constant(1)]))"},
    {"tf.control_dependencies: callable", "entered(tf.control_dependencies([lambda: tf.constant(1)]))"},
    {"tf.Graph: text", "str(tf.Graph().as_graph_def())"},
    {"tf.Graph: finalized", "(lambda g: [g.finalize(), g.create_op('NoOp', [], [])])(tf.Graph())"},
    {"tf.Graph: unknown tensor", "tf.Graph().get_tensor_by_name('x:0')"},
    {"tf.Graph: bad name", "tf.Graph().get_tensor_by_name('x')"},
    {"tf.import_graph_def: empty", "tf.import_graph_def(tf.Graph().as_graph_def())"},
    {"tf.import_graph_def: number", "tf.import_graph_def(3)"},
    {"tf.load_op_library: nothing", "tf.load_op_library('/nothing.so')"},
    {"tf.load_library: nothing", "tf.load_library('/nothing.so')"},
    {"tf.register_tensor_conversion_function: own class",
     "tf.register_tensor_conversion_function(type('Own', (), {}), lambda v, dtype=None, name=None, as_ref=False: "
     "tf.constant(7))"},
    {"tf.register_tensor_conversion_function: number", "tf.register_tensor_conversion_function(3, None)"},
    {"tf.register_tensor_conversion_function: int",
     "tf.register_tensor_conversion_function(int, lambda *a, **k: None)"},
    {"tf.RegisterGradient: twice", "tf.RegisterGradient('Add')(lambda op, grad: None)"},
    {"tf.RegisterGradient: number", "tf.RegisterGradient(3)"},
};

constexpr Use settings[] = {
    {"tf.config.list_logical_devices: names", "[d.name for d in tf.config.list_logical_devices()]"},
    {"tf.config.list_logical_devices: unknown", "tf.config.list_logical_devices('NONSENSE')"},
    {"tf.config.list_physical_devices: repr", "repr(tf.config.list_physical_devices('CPU'))"},
    {"tf.config.list_physical_devices: kinds", "[d.device_type for d in tf.config.list_physical_devices()]"},
    {"tf.config.get_visible_devices: kinds", "[d.device_type for d in tf.config.get_visible_devices()]"},
    {"tf.config.set_logical_device_configuration: two",
     "tf.config.set_logical_device_configuration(tf.config.list_physical_devices('CPU')[0], "
     "[tf.config.LogicalDeviceConfiguration()] * 2)"},
    {"tf.config.LogicalDeviceConfiguration: repr", "repr(tf.config.LogicalDeviceConfiguration())"},
    {"tf.config.experimental.get_memory_info: CPU", "tf.config.experimental.get_memory_info('CPU:0')"},
    {"tf.config.experimental.get_memory_info: GPU", "tf.config.experimental.get_memory_info('GPU:0')"},
    {"tf.config.experimental.get_memory_usage: CPU", "tf.config.experimental.get_memory_usage('CPU:0')"},
    {"tf.config.experimental.reset_memory_stats: CPU", "tf.config.experimental.reset_memory_stats('CPU:0')"},
    {"tf.config.experimental.get_memory_growth: CPU",
     "tf.config.experimental.get_memory_growth(tf.config.list_physical_devices('CPU')[0])"},
    {"tf.config.experimental.set_memory_growth: CPU",
     "tf.config.experimental.set_memory_growth(tf.config.list_physical_devices('CPU')[0], True)"},
    {"tf.config.experimental.get_device_details: CPU",
     "tf.config.experimental.get_device_details(tf.config.list_physical_devices('CPU')[0])"},
    {"tf.config.experimental.set_device_policy: warn", "tf.config.experimental.set_device_policy('warn')"},
    {"tf.config.experimental.set_device_policy: nonsense", "tf.config.experimental.set_device_policy('nonsense')"},
    {"tf.experimental.async_scope: enter", "entered(tf.experimental.async_scope())"},
    {"tf.config.experimental.enable_op_determinism: enabled", "tf.config.experimental.enable_op_determinism()"},
    {"tf.config.experimental.enable_op_determinism: draw without seed",
     "tf.random.set_seed(None) or tf.config.experimental.enable_op_determinism() or "
     "tf.random.uniform([1]).shape.as_list()"},
    {"tf.config.experimental.enable_op_determinism: seed of nothing",
     "tf.random.set_seed(None) or tf.config.experimental.enable_op_determinism() or tf.compat.v1.get_seed(None)"},
    {"tf.config.experimental.enable_op_determinism: histogram",
     "tf.config.experimental.enable_op_determinism() or tf.math.bincount([1, 1])"},
    {"tf.config.experimental.enable_op_determinism: segment",
     "tf.config.experimental.enable_op_determinism() or tf.math.unsorted_segment_sum([1.0], [0], 1)"},
    {"tf.config.optimizer.get_jit: as it is at first", "tf.config.optimizer.get_jit()"},
    {"tf.config.optimizer.set_jit: True", "tf.config.optimizer.set_jit(True) or tf.config.optimizer.get_jit()"},
    {"tf.config.optimizer.set_jit: autoclustering", "tf.config.optimizer.set_jit('autoclustering')"},
    {"tf.config.optimizer.set_jit: nonsense", "tf.config.optimizer.set_jit('nonsense')"},
    {"tf.config.optimizer.set_jit: afterwards",
     "tf.config.optimizer.set_jit('autoclustering') or tf.config.optimizer.get_jit()"},
    {"tf.config.optimizer.set_experimental_options: plain",
     "tf.config.optimizer.set_experimental_options({'layout_optimizer': False})"},
    {"tf.config.optimizer.set_experimental_options: unknown",
     "tf.config.optimizer.set_experimental_options({'nonsense': True})"},
    {"tf.config.optimizer.set_experimental_options: afterwards",
     "tf.config.optimizer.set_experimental_options({'layout_optimizer': False}) or "
     "tf.config.optimizer.get_experimental_options()"},
    {"tf.config.run_functions_eagerly: on", "tf.config.run_functions_eagerly(True)"},
    {"tf.config.run_functions_eagerly: afterwards",
     "tf.config.run_functions_eagerly(True) or tf.config.functions_run_eagerly()"},
    {"tf.config.run_functions_eagerly: old", "tf.config.experimental_run_functions_eagerly(False)"},
    {"tf.config.run_functions_eagerly: old question",
     "tf.config.run_functions_eagerly(False) or tf.config.experimental_functions_run_eagerly()"},
    {"tf.config.threading.set_intra_op_parallelism_threads: late",
     "tf.config.threading.set_intra_op_parallelism_threads(3)"},
    {"tf.config.experimental_connect_to_host: None", "tf.config.experimental_connect_to_host(None)"},
    {"tf.debugging.disable_traceback_filtering: call", "tf.debugging.disable_traceback_filtering()"},
    {"tf.debugging.disable_traceback_filtering: afterwards",
     "tf.debugging.disable_traceback_filtering() or tf.debugging.is_traceback_filtering_enabled()"},
    {"tf.debugging.enable_check_numerics: call", "tf.debugging.enable_check_numerics()"},
    {"tf.debugging.enable_check_numerics: log of -1", "tf.debugging.enable_check_numerics() or tf.math.log(-1.0)"},
    {"tf.debugging.enable_check_numerics: off", "tf.debugging.disable_check_numerics()"},
    {"tf.debugging.set_log_device_placement: call", "tf.debugging.set_log_device_placement(False)"},
    {"tf.data.experimental.enable_debug_mode: call", "tf.data.experimental.enable_debug_mode()"},
    {"tf.data.experimental.enable_debug_mode: map",
     "tf.data.experimental.enable_debug_mode() or "
     "list(tf.data.Dataset.range(2).map(lambda x: int(x) + 1).as_numpy_iterator())"},
    {"tf.autograph.set_verbosity: 3", "tf.autograph.set_verbosity(0)"},
    {"tf.random.set_seed: negative", "tf.random.set_seed(-1)"},
    {"tf.random.set_seed: huge", "tf.random.set_seed(2 ** 70)"},
    {"tf.random.set_seed: float", "tf.random.set_seed(1.5)"},
    {"tf.random.set_seed: None", "tf.random.set_seed(None)"},
    {"tf.executing_eagerly: call", "tf.executing_eagerly()"},
};

// Each option by itself: whether this release knows it.
constexpr Use option_uses[] = {
    {"tf.config.optimizer.set_experimental_options: NAME",
     "tf.config.optimizer.set_experimental_options({'NAME': False}) or "
     "tf.config.optimizer.get_experimental_options().get('NAME', 'not told')"},
};
constexpr Name optimizer_options[] = {
    "arithmetic_optimization",
    "auto_mixed_precision",
    "auto_mixed_precision_cpu",
    "auto_mixed_precision_mkl",
    "auto_parallel",
    "auto_mixed_precision_onednn_bfloat16",
    "common_subgraph_elimination",
    "constant_folding",
    "debug_stripper",
    "dependency_optimization",
    "disable_meta_optimizer",
    "disable_model_pruning",
    "function_optimization",
    "implementation_selector",
    "layout_optimizer",
    "loop_optimization",
    "memory_optimization",
    "min_graph_nodes",
    "pin_to_host_optimization",
    "remapping",
    "scoped_allocator_optimization",
    "shape_optimization",
    "use_plugin_optimizers",
};

// Devices of one processor: only before the first operation.
constexpr const char* devices = R"(
processor = tf.config.list_physical_devices("CPU")[0]
half = tf.config.experimental.VirtualDeviceConfiguration()
attempt("tf.config.experimental.set_virtual_device_configuration: halves",
        lambda: tf.config.experimental.set_virtual_device_configuration(processor, [half, half]))
attempt("tf.config.list_logical_devices: halves",
        lambda: [device.name for device in tf.config.list_logical_devices("CPU")])
attempt("tf.config.get_logical_device_configuration: halves",
        lambda: repr(tf.config.experimental.get_virtual_device_configuration(processor)), kind="text")
attempt("tf.identity: device of halves", lambda: tf.identity(1.0).device[-5:])
attempt("tf.config.set_logical_device_configuration: late",
        lambda: tf.config.set_logical_device_configuration(processor, [half]))
attempt("tf.config.set_visible_devices: late", lambda: tf.config.set_visible_devices([], "CPU"))
)";

// From eager execution to graphs and back: each line hangs on the ones before.
constexpr const char* v1_and_back = R"(
tf.constant(0.0)
attempt("tf.compat.v1.disable_eager_execution: late", lambda: tf.compat.v1.disable_eager_execution())
attempt("tf.compat.v1.enable_v2_behavior: call", lambda: tf.compat.v1.enable_v2_behavior())
attempt("tf.compat.v1.disable_v2_behavior: call", lambda: tf.compat.v1.disable_v2_behavior())
attempt("tf.executing_eagerly: afterwards", lambda: tf.executing_eagerly())
)";

}  // namespace

std::vector<Check> debugging_checks() {
  constexpr const char* setup = R"(
def entered(context):
    with context as value:
        return value

tf.constant(0.0)  # from here on, settings come late
)";
  return {check_of({.name = "assertions",
                    .module = "tf.debugging",
                    .setup = setup,
                    .blocks = {{compared, comparisons}, {signed_values, signs}, {assertions}}}),
          check_of({.name = "configuration",
                    .module = "tf.config",
                    .setup = setup,
                    .blocks = {{settings}, {option_uses, optimizer_options}},
                    .policy = Policy::unknown}),
          {.id = "modules.logical_devices", .api = {"tf.config"}, .alone = true, .source = devices},
          {.id = "modules.v1_and_back",
           .api = {"tf.compat.v1"},
           .policy = Policy::unknown,
           .alone = true,
           .source = v1_and_back}};
}

}  // namespace tfh::testsuites::modules
