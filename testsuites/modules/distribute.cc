// tf.distribute on one machine, and tf.lite: a small model converted and run.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
distribute = tf.distribute
one = distribute.OneDeviceStrategy("/cpu:0")

def mirrored():
    return distribute.MirroredStrategy(["/cpu:0"])

def in_scope(strategy, function):
    with strategy.scope():
        return function()

)";

constexpr Use strategies[] = {
    {"tf.distribute.OneDeviceStrategy: run", "one.run(lambda x: x + 1, args=(tf.constant(1),))"},
    {"tf.distribute.OneDeviceStrategy: reduce", "one.reduce(distribute.ReduceOp.SUM, tf.constant([1.0, 2.0]), axis=0)"},
    {"tf.distribute.OneDeviceStrategy: reduce text", "one.reduce('SUM', tf.constant(1.0), axis=None)"},
    {"tf.distribute.OneDeviceStrategy: reduce nonsense", "one.reduce('nonsense', tf.constant(1.0), axis=None)"},
    {"tf.distribute.OneDeviceStrategy: num_replicas_in_sync", "one.num_replicas_in_sync"},
    {"tf.distribute.OneDeviceStrategy: experimental_run_v2", "one.experimental_run_v2(lambda: tf.constant(1))"},
    {"tf.distribute.OneDeviceStrategy: dataset",
     "[x.numpy() for x in one.experimental_distribute_dataset(tf.data.Dataset.range(2))]"},
    {"tf.distribute.OneDeviceStrategy: from function",
     "[x.numpy() for x in one.experimental_distribute_datasets_from_function(lambda c: tf.data.Dataset.range(2))]"},
    {"tf.distribute.OneDeviceStrategy: distribute_datasets_from_function",
     "[x.numpy() for x in one.distribute_datasets_from_function(lambda c: tf.data.Dataset.range(2))]"},
    {"tf.distribute.OneDeviceStrategy: experimental_local_results", "one.experimental_local_results(tf.constant(1))"},
    {"tf.distribute.OneDeviceStrategy: gather", "one.gather(tf.constant([1]), axis=0)"},
    {"tf.distribute.OneDeviceStrategy: unknown device", "distribute.OneDeviceStrategy('/nonsense:0')"},
    {"tf.distribute.OneDeviceStrategy: make_numpy_dataset",
     "type(one.experimental_make_numpy_dataset(np.ones(2))).__name__"},
    {"tf.distribute.OneDeviceStrategy: variable", "type(in_scope(one, lambda: tf.Variable(1.0))).__name__"},
    {"tf.distribute.MirroredStrategy: run",
     "mirrored().run(lambda: tf.distribute.get_replica_context().all_reduce('SUM', 1.0))"},
    {"tf.distribute.MirroredStrategy: variable", "type(in_scope(mirrored(), lambda: tf.Variable(1.0))).__name__"},
    {"tf.distribute.MirroredStrategy: variable repr", "repr(in_scope(mirrored(), lambda: tf.Variable(1.0, name='v')))"},
    {"tf.distribute.MirroredStrategy: sync on read",
     "type(in_scope(mirrored(), lambda: tf.Variable(1.0, synchronization=tf.VariableSynchronization.ON_READ, "
     "aggregation=tf.VariableAggregation.SUM))).__name__"},
    {"tf.distribute.MirroredStrategy: assign without aggregation",
     "(lambda s: (lambda v: s.run(lambda: v.assign(2.0)))(in_scope(s, lambda: tf.Variable(1.0))))(mirrored())"},
    {"tf.distribute.MirroredStrategy: replica id",
     "mirrored().run(lambda: tf.distribute.get_replica_context().replica_id_in_sync_group)"},
    {"tf.distribute.MirroredStrategy: in tf.function",
     "(lambda s: tf.function(lambda: s.run(lambda: tf.constant(2)))())(mirrored())"},
    {"tf.distribute.MirroredStrategy: cross_device_ops",
     "distribute.MirroredStrategy(['/cpu:0'], "
     "cross_device_ops=distribute.ReductionToOneDevice()).num_replicas_in_sync"},
    {"tf.distribute.MirroredStrategy: optimizer inside run", "(lambda s: s.run(lambda: 1))(mirrored())"},
    {"tf.distribute.MirroredStrategy: no devices", "distribute.MirroredStrategy([]).num_replicas_in_sync"},
    {"tf.distribute.MirroredStrategy: same device twice", "distribute.MirroredStrategy(['/cpu:0', '/cpu:0'])"},
    {"tf.distribute.MirroredStrategy: dataset batch",
     "[x.numpy() for x in mirrored().experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2))]"},
    {"tf.distribute.MirroredStrategy: element_spec",
     "repr(mirrored().experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2)).element_spec)"},
    {"tf.distribute.MirroredStrategy: get_next_as_optional",
     "iter(mirrored().experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2))).get_next_as_optional()."
     "has_value()"},
    {"tf.distribute.MirroredStrategy: values from function",
     "mirrored().experimental_distribute_values_from_function(lambda c: tf.constant(3.0))"},
    {"tf.distribute.get_strategy: default", "type(distribute.get_strategy()).__name__"},
    {"tf.distribute.get_strategy: in scope", "type(in_scope(one, distribute.get_strategy)).__name__"},
    {"tf.distribute.has_strategy: both", "[distribute.has_strategy(), in_scope(one, distribute.has_strategy)]"},
    {"tf.distribute.in_cross_replica_context: both",
     "[distribute.in_cross_replica_context(), in_scope(one, distribute.in_cross_replica_context)]"},
    {"tf.distribute.get_replica_context: default", "type(distribute.get_replica_context()).__name__"},
    {"tf.distribute.get_replica_context: in scope", "in_scope(one, distribute.get_replica_context)"},
    {"tf.distribute.get_replica_context: devices", "list(distribute.get_replica_context().devices)"},
    {"tf.distribute.experimental_set_strategy: again",
     "in_scope(one, lambda: distribute.experimental_set_strategy(None))"},
    {"tf.distribute.experimental.CentralStorageStrategy: run",
     "distribute.experimental.CentralStorageStrategy(['/cpu:0'], '/cpu:0').run(lambda: tf.constant(1))"},
    {"tf.distribute.experimental.ParameterServerStrategy: no cluster",
     "distribute.experimental.ParameterServerStrategy()"},
    {"tf.distribute.ParameterServerStrategy: no cluster", "distribute.ParameterServerStrategy()"},
    {"tf.distribute.experimental.CommunicationOptions: plain",
     "distribute.experimental.CommunicationOptions(bytes_per_pack=1).bytes_per_pack"},
    {"tf.distribute.experimental.CommunicationOptions: negative",
     "distribute.experimental.CommunicationOptions(bytes_per_pack=-1)"},
    {"tf.distribute.experimental.CollectiveHints: plain",
     "distribute.experimental.CollectiveHints(bytes_per_pack=1).bytes_per_pack"},
    {"tf.distribute.RunOptions: fields", "distribute.RunOptions()._fields"},
    {"tf.distribute.InputOptions: fields", "distribute.InputOptions()._fields"},
    {"tf.distribute.InputContext: batch", "distribute.InputContext(2, 0, 2).get_per_replica_batch_size(4)"},
    {"tf.distribute.InputContext: odd", "distribute.InputContext(2, 0, 2).get_per_replica_batch_size(3)"},
    {"tf.distribute.InputContext: repr", "repr(distribute.InputContext(2, 0, 2))"},
    {"tf.distribute.cluster_resolver.SimpleClusterResolver: plain",
     "distribute.cluster_resolver.SimpleClusterResolver(tf.train.ClusterSpec({'worker': "
     "['a:1']})).cluster_spec().as_dict()"},
    {"tf.distribute.cluster_resolver.SimpleClusterResolver: master",
     "distribute.cluster_resolver.SimpleClusterResolver(tf.train.ClusterSpec({})).master()"},
    {"tf.distribute.cluster_resolver.TFConfigClusterResolver: none",
     "distribute.cluster_resolver.TFConfigClusterResolver().task_type"},
    {"tf.distribute.experimental.partitioners.FixedShardsPartitioner: plain",
     "distribute.experimental.partitioners.FixedShardsPartitioner(2)(tf.TensorShape([10, 3]), tf.float32)"},
    {"tf.distribute.experimental.partitioners.MinSizePartitioner: plain",
     "distribute.experimental.partitioners.MinSizePartitioner(4, max_shards=2)(tf.TensorShape([10, 3]), "
     "tf.float32)"},
    {"tf.distribute.ReduceOp: members", "[str(o) for o in distribute.ReduceOp]"},
    {"tf.distribute.ReduceOp: from text", "distribute.ReduceOp('SUM')"},
    {"tf.keras.Model.fit: under a strategy",
     "in_scope(mirrored(), lambda: (lambda m: [m.compile('sgd', 'mse'), list(m.fit(np.ones([2, 1]), np.ones([2, "
     "1]), verbose=0).history)][1])(tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), "
     "name='o')])))"},
    {"tf.keras.losses.MeanSquaredError: in a scope",
     "in_scope(one, lambda: tf.keras.losses.MeanSquaredError()([[1.0]], [[0.0]]))"},
    {"tf.keras.losses.MeanSquaredError: in run",
     "mirrored().run(lambda: tf.keras.losses.MeanSquaredError()([[1.0]], [[0.0]]))"},
};

constexpr const char* lite_setup = R"(
class Twice(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([1, 2], tf.float32, name="x")])
    def __call__(self, x):
        return tf.nn.relu(x) * 2.0 + 1.0

module = Twice()
concrete = module.__call__.get_concrete_function()

def product(module):
    kernel = tf.constant(np.linspace(-1, 1, 4096).reshape(64, 64), tf.float32)
    return tf.function(lambda x: tf.matmul(x, kernel), input_signature=[tf.TensorSpec([1, 64])]).get_concrete_function()

def counter(module):
    module.count = tf.Variable([1.0])
    return tf.function(lambda x: module.count.assign_add(x) + 0.0,
                       input_signature=[tf.TensorSpec([1])]).get_concrete_function()

def converter(make=None):
    held, made = (tf.Module(), None) if make else (module, concrete)
    made = made or make(held)
    try:
        return tf.lite.TFLiteConverter.from_concrete_functions([made], held)
    except TypeError:
        return tf.lite.TFLiteConverter.from_concrete_functions([made])

def converted(make=None, **settings):
    made = converter(make)
    for name, value in settings.items():
        setattr(made, name, value)
    return made.convert()

def interpreter(content=None, **options):
    made = tf.lite.Interpreter(model_content=content or converted(), **options)
    made.allocate_tensors()
    return made

def run(content=None, x=((-1.0, 2.0),)):
    made = interpreter(content)
    made.set_tensor(made.get_input_details()[0]["index"], np.float32(x))
    made.invoke()
    return made.get_tensor(made.get_output_details()[0]["index"])

)";

constexpr Use lite[] = {
    {"tf.lite.TFLiteConverter: runs", "run()"},
    {"tf.lite.TFLiteConverter: identifier", "converted()[4:8]"},
    {"tf.lite.TFLiteConverter: one argument",
     "type(tf.lite.TFLiteConverter.from_concrete_functions([concrete])).__name__"},
    {"tf.lite.TFLiteConverter: not concrete", "tf.lite.TFLiteConverter.from_concrete_functions([module.__call__])"},
    {"tf.lite.TFLiteConverter: defaults",
     "{n: str(getattr(converter(), n, 'missing')) for n in ('optimizations', 'allow_custom_ops', "
     "'experimental_new_converter', 'experimental_new_quantizer', 'experimental_enable_resource_variables', "
     "'exclude_conversion_metadata', 'inference_input_type', 'representative_dataset', 'unfold_batchmatmul', "
     "'legalize_custom_tensor_list_ops')}"},
    {"tf.lite.TFLiteConverter: dynamic range", "run(converted(optimizations=[tf.lite.Optimize.DEFAULT]))"},
    {"tf.lite.TFLiteConverter: dynamic range of a product",
     "run(converted(product, optimizations=[tf.lite.Optimize.DEFAULT]), np.linspace(0, 1, 64)[None])[0, :3]"},
    {"tf.lite.TFLiteConverter: scales of a product",
     "[len(t['quantization_parameters']['scales']) for t in interpreter(converted(product, "
     "optimizations=[tf.lite.Optimize.DEFAULT])).get_tensor_details() if len(t['quantization_parameters']['scales'])]"},
    {"tf.lite.TFLiteConverter: variable", "run(converted(counter), [1.0])"},
    {"tf.lite.TFLiteConverter: representative_dataset missing",
     "len(converted(optimizations=[tf.lite.Optimize.DEFAULT], inference_input_type=tf.int8)) > 0"},
    {"tf.lite.TFLiteConverter: from_keras_model",
     "run(tf.lite.TFLiteConverter.from_keras_model(tf.keras.Sequential([tf.keras.layers.Dense(1, "
     "kernel_initializer='ones', input_shape=(2,), name='o')])).convert())"},
    {"tf.lite.TFLiteConverter: from_saved_model",
     "tf.saved_model.save(module, scratch + '/m') or run(tf.lite.TFLiteConverter.from_saved_model(scratch + "
     "'/m').convert())"},
    {"tf.lite.TFLiteConverter: no saved model", "tf.lite.TFLiteConverter.from_saved_model(scratch + '/nothing')"},
    {"tf.lite.TFLiteConverter: nothing", "tf.lite.TFLiteConverter()"},
    {"tf.lite.TFLiteConverter: target spec", "sorted(n for n in vars(converter().target_spec) if n[0] != '_')"},
    {"tf.lite.Interpreter: input details", "[sorted(d) for d in interpreter().get_input_details()]"},
    {"tf.lite.Interpreter: input name", "interpreter().get_input_details()[0]['name']"},
    {"tf.lite.Interpreter: output name", "interpreter().get_output_details()[0]['name']"},
    {"tf.lite.Interpreter: signature list", "interpreter().get_signature_list()"},
    {"tf.lite.Interpreter: signature runner", "type(interpreter().get_signature_runner()).__name__"},
    {"tf.lite.Interpreter: tensor count", "len(interpreter().get_tensor_details())"},
    {"tf.lite.Interpreter: wrong dtype",
     "(lambda i: i.set_tensor(i.get_input_details()[0]['index'], np.int32([[1, 2]])))(interpreter())"},
    {"tf.lite.Interpreter: wrong shape",
     "(lambda i: i.set_tensor(i.get_input_details()[0]['index'], np.float32([1])))(interpreter())"},
    {"tf.lite.Interpreter: not allocated", "tf.lite.Interpreter(model_content=converted()).invoke()"},
    {"tf.lite.Interpreter: resized",
     "(lambda i: [i.resize_tensor_input(0, [2, 2]), i.allocate_tensors(), "
     "i.get_input_details()[0]['shape']])(interpreter())"},
    {"tf.lite.Interpreter: resized strictly",
     "(lambda i: i.resize_tensor_input(0, [2, 2], strict=True))(interpreter())"},
    {"tf.lite.Interpreter: index outside", "interpreter().get_tensor(99)"},
    {"tf.lite.Interpreter: no content", "tf.lite.Interpreter(model_content=b'nonsense')"},
    {"tf.lite.Interpreter: no file", "tf.lite.Interpreter(scratch + '/nothing')"},
    {"tf.lite.Interpreter: num_threads", "type(interpreter(num_threads=2)).__name__"},
    {"tf.lite.Interpreter: num_threads 0", "type(interpreter(num_threads=0)).__name__"},
    {"tf.lite.Interpreter: num_threads text", "type(interpreter(num_threads='a')).__name__"},
    {"tf.lite.Interpreter: preserve all", "type(interpreter(experimental_preserve_all_tensors=True)).__name__"},
    {"tf.lite.Interpreter: op resolver",
     "type(interpreter(experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF)).__name__"},
    {"tf.lite.Interpreter: default delegate",
     "type(interpreter(experimental_default_delegate_latest_features=True)).__name__"},
    {"tf.lite.Interpreter: members", "sorted(n for n in dir(tf.lite.Interpreter) if n[0] != '_')"},
    {"tf.lite.OpsSet: members", "[str(o) for o in tf.lite.OpsSet]"},
    {"tf.lite.Optimize: members", "[str(o) for o in tf.lite.Optimize]"},
    {"tf.lite.TargetSpec: plain", "sorted(str(v) for v in tf.lite.TargetSpec().supported_ops)"},
    {"tf.lite.RepresentativeDataset: plain", "type(tf.lite.RepresentativeDataset(lambda: iter([]))).__name__"},
    {"tf.lite.experimental.Analyzer: nonsense", "tf.lite.experimental.Analyzer.analyze(model_content=b'nonsense')"},
    {"tf.lite.experimental.load_delegate: nothing", "tf.lite.experimental.load_delegate('/nothing.so')"},
};

}  // namespace

std::vector<Check> distribute_checks() {
  return {check_of({.name = "distribute", .module = "tf.distribute", .setup = setup, .blocks = {{strategies}}}),
          check_of({.name = "lite", .module = "tf.lite", .setup = lite_setup, .blocks = {{lite}}})};
}

}  // namespace tfh::testsuites::modules
