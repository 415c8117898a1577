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

std::vector<Uses> strategies() {
  return {
      {"tf.distribute.OneDeviceStrategy",
       {{"run", "one.run(lambda x: x + 1, args=(tf.constant(1),))"},
        {"reduce", "one.reduce(distribute.ReduceOp.SUM, tf.constant([1.0, 2.0]), axis=0)"},
        {"reduce text", "one.reduce('SUM', tf.constant(1.0), axis=None)"},
        {"reduce nonsense", "one.reduce('nonsense', tf.constant(1.0), axis=None)"},
        {"num_replicas_in_sync", "one.num_replicas_in_sync"},
        {"experimental_run_v2", "one.experimental_run_v2(lambda: tf.constant(1))"},
        {"dataset", "[x.numpy() for x in one.experimental_distribute_dataset(tf.data.Dataset.range(2))]"},
        {"from function",
         "[x.numpy() for x in one.experimental_distribute_datasets_from_function(lambda c: tf.data.Dataset.range(2))]"},
        {"distribute_datasets_from_function",
         "[x.numpy() for x in one.distribute_datasets_from_function(lambda c: tf.data.Dataset.range(2))]"},
        {"experimental_local_results", "one.experimental_local_results(tf.constant(1))"},
        {"gather", "one.gather(tf.constant([1]), axis=0)"},
        {"unknown device", "distribute.OneDeviceStrategy('/nonsense:0')"},
        {"make_numpy_dataset", "type(one.experimental_make_numpy_dataset(np.ones(2))).__name__"},
        {"variable", "type(in_scope(one, lambda: tf.Variable(1.0))).__name__"}}},
      {"tf.distribute.MirroredStrategy",
       {{"run", "mirrored().run(lambda: tf.distribute.get_replica_context().all_reduce('SUM', 1.0))"},
        {"variable", "type(in_scope(mirrored(), lambda: tf.Variable(1.0))).__name__"},
        {"variable repr", "repr(in_scope(mirrored(), lambda: tf.Variable(1.0, name='v')))"},
        {"sync on read",
         "type(in_scope(mirrored(), lambda: tf.Variable(1.0, synchronization=tf.VariableSynchronization.ON_READ, "
         "aggregation=tf.VariableAggregation.SUM))).__name__"},
        {"assign without aggregation",
         "(lambda s: (lambda v: s.run(lambda: v.assign(2.0)))(in_scope(s, lambda: tf.Variable(1.0))))(mirrored())"},
        {"replica id", "mirrored().run(lambda: tf.distribute.get_replica_context().replica_id_in_sync_group)"},
        {"in tf.function", "(lambda s: tf.function(lambda: s.run(lambda: tf.constant(2)))())(mirrored())"},
        {"cross_device_ops",
         "distribute.MirroredStrategy(['/cpu:0'], "
         "cross_device_ops=distribute.ReductionToOneDevice()).num_replicas_in_sync"},
        {"optimizer inside run", "(lambda s: s.run(lambda: 1))(mirrored())"},
        {"no devices", "distribute.MirroredStrategy([]).num_replicas_in_sync"},
        {"same device twice", "distribute.MirroredStrategy(['/cpu:0', '/cpu:0'])"},
        {"dataset batch",
         "[x.numpy() for x in mirrored().experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2))]"},
        {"element_spec",
         "repr(mirrored().experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2)).element_spec)"},
        {"get_next_as_optional",
         "iter(mirrored().experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2))).get_next_as_optional()."
         "has_value()"},
        {"values from function",
         "mirrored().experimental_distribute_values_from_function(lambda c: tf.constant(3.0))"}}},
      {"tf.distribute.get_strategy",
       {{"default", "type(distribute.get_strategy()).__name__"},
        {"in scope", "type(in_scope(one, distribute.get_strategy)).__name__"}}},
      {"tf.distribute.has_strategy", {{"both", "[distribute.has_strategy(), in_scope(one, distribute.has_strategy)]"}}},
      {"tf.distribute.in_cross_replica_context",
       {{"both", "[distribute.in_cross_replica_context(), in_scope(one, distribute.in_cross_replica_context)]"}}},
      {"tf.distribute.get_replica_context",
       {{"default", "type(distribute.get_replica_context()).__name__"},
        {"in scope", "in_scope(one, distribute.get_replica_context)"},
        {"devices", "list(distribute.get_replica_context().devices)"}}},
      {"tf.distribute.experimental_set_strategy",
       {{"again", "in_scope(one, lambda: distribute.experimental_set_strategy(None))"}}},
      {"tf.distribute.experimental.CentralStorageStrategy",
       {{"run", "distribute.experimental.CentralStorageStrategy(['/cpu:0'], '/cpu:0').run(lambda: tf.constant(1))"}}},
      {"tf.distribute.experimental.ParameterServerStrategy",
       {{"no cluster", "distribute.experimental.ParameterServerStrategy()"}}},
      {"tf.distribute.ParameterServerStrategy", {{"no cluster", "distribute.ParameterServerStrategy()"}}},
      {"tf.distribute.experimental.CommunicationOptions",
       {{"plain", "distribute.experimental.CommunicationOptions(bytes_per_pack=1).bytes_per_pack"},
        {"negative", "distribute.experimental.CommunicationOptions(bytes_per_pack=-1)"}}},
      {"tf.distribute.experimental.CollectiveHints",
       {{"plain", "distribute.experimental.CollectiveHints(bytes_per_pack=1).bytes_per_pack"}}},
      {"tf.distribute.RunOptions", {{"fields", "distribute.RunOptions()._fields"}}},
      {"tf.distribute.InputOptions", {{"fields", "distribute.InputOptions()._fields"}}},
      {"tf.distribute.InputContext",
       {{"batch", "distribute.InputContext(2, 0, 2).get_per_replica_batch_size(4)"},
        {"odd", "distribute.InputContext(2, 0, 2).get_per_replica_batch_size(3)"},
        {"repr", "repr(distribute.InputContext(2, 0, 2))"}}},
      {"tf.distribute.cluster_resolver.SimpleClusterResolver",
       {{"plain",
         "distribute.cluster_resolver.SimpleClusterResolver(tf.train.ClusterSpec({'worker': "
         "['a:1']})).cluster_spec().as_dict()"},
        {"master", "distribute.cluster_resolver.SimpleClusterResolver(tf.train.ClusterSpec({})).master()"}}},
      {"tf.distribute.cluster_resolver.TFConfigClusterResolver",
       {{"none", "distribute.cluster_resolver.TFConfigClusterResolver().task_type"}}},
      {"tf.distribute.experimental.partitioners.FixedShardsPartitioner",
       {{"plain",
         "distribute.experimental.partitioners.FixedShardsPartitioner(2)(tf.TensorShape([10, 3]), tf.float32)"}}},
      {"tf.distribute.experimental.partitioners.MinSizePartitioner",
       {{"plain",
         "distribute.experimental.partitioners.MinSizePartitioner(4, max_shards=2)(tf.TensorShape([10, 3]), "
         "tf.float32)"}}},
      {"tf.distribute.ReduceOp",
       {{"members", "[str(o) for o in distribute.ReduceOp]"}, {"from text", "distribute.ReduceOp('SUM')"}}},
      {"tf.keras.Model.fit",
       {{"under a strategy",
         "in_scope(mirrored(), lambda: (lambda m: [m.compile('sgd', 'mse'), list(m.fit(np.ones([2, 1]), np.ones([2, "
         "1]), verbose=0).history)][1])(tf.keras.Sequential([tf.keras.layers.Dense(1, input_shape=(1,), "
         "name='o')])))"}}},
      {"tf.keras.losses.MeanSquaredError",
       {{"in a scope", "in_scope(one, lambda: tf.keras.losses.MeanSquaredError()([[1.0]], [[0.0]]))"},
        {"in run", "mirrored().run(lambda: tf.keras.losses.MeanSquaredError()([[1.0]], [[0.0]]))"}}}};
}

constexpr const char* lite_setup = R"(
class Twice(tf.Module):
    @tf.function(input_signature=[tf.TensorSpec([1, 2], tf.float32, name="x")])
    def __call__(self, x):
        return tf.nn.relu(x) * 2.0 + 1.0

module = Twice()
concrete = module.__call__.get_concrete_function()

def converter():
    try:
        return tf.lite.TFLiteConverter.from_concrete_functions([concrete], module)
    except TypeError:
        return tf.lite.TFLiteConverter.from_concrete_functions([concrete])

def converted(**settings):
    made = converter()
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

std::vector<Uses> lite() {
  return {
      {"tf.lite.TFLiteConverter",
       {{"runs", "run()"},
        {"identifier", "converted()[4:8]"},
        {"one argument", "type(tf.lite.TFLiteConverter.from_concrete_functions([concrete])).__name__"},
        {"not concrete", "tf.lite.TFLiteConverter.from_concrete_functions([module.__call__])"},
        {"defaults",
         "{n: str(getattr(converter(), n, 'missing')) for n in ('optimizations', 'allow_custom_ops', "
         "'experimental_new_converter', 'experimental_new_quantizer', 'experimental_enable_resource_variables', "
         "'exclude_conversion_metadata', 'inference_input_type', 'representative_dataset', 'unfold_batchmatmul', "
         "'legalize_custom_tensor_list_ops')}"},
        {"dynamic range", "run(converted(optimizations=[tf.lite.Optimize.DEFAULT]))"},
        {"representative_dataset missing",
         "len(converted(optimizations=[tf.lite.Optimize.DEFAULT], inference_input_type=tf.int8)) > 0"},
        {"from_keras_model",
         "run(tf.lite.TFLiteConverter.from_keras_model(tf.keras.Sequential([tf.keras.layers.Dense(1, "
         "kernel_initializer='ones', input_shape=(2,), name='o')])).convert())"},
        {"from_saved_model",
         "tf.saved_model.save(module, scratch + '/m') or run(tf.lite.TFLiteConverter.from_saved_model(scratch + "
         "'/m').convert())"},
        {"no saved model", "tf.lite.TFLiteConverter.from_saved_model(scratch + '/nothing')"},
        {"nothing", "tf.lite.TFLiteConverter()"},
        {"target spec", "sorted(n for n in vars(converter().target_spec) if n[0] != '_')"}}},
      {"tf.lite.Interpreter",
       {{"input details", "[sorted(d) for d in interpreter().get_input_details()]"},
        {"input name", "interpreter().get_input_details()[0]['name']"},
        {"output name", "interpreter().get_output_details()[0]['name']"},
        {"signature list", "interpreter().get_signature_list()"},
        {"signature runner", "type(interpreter().get_signature_runner()).__name__"},
        {"tensor count", "len(interpreter().get_tensor_details())"},
        {"wrong dtype",
         "(lambda i: i.set_tensor(i.get_input_details()[0]['index'], np.int32([[1, 2]])))(interpreter())"},
        {"wrong shape", "(lambda i: i.set_tensor(i.get_input_details()[0]['index'], np.float32([1])))(interpreter())"},
        {"not allocated", "tf.lite.Interpreter(model_content=converted()).invoke()"},
        {"resized",
         "(lambda i: [i.resize_tensor_input(0, [2, 2]), i.allocate_tensors(), "
         "i.get_input_details()[0]['shape']])(interpreter())"},
        {"resized strictly", "(lambda i: i.resize_tensor_input(0, [2, 2], strict=True))(interpreter())"},
        {"index outside", "interpreter().get_tensor(99)"},
        {"no content", "tf.lite.Interpreter(model_content=b'nonsense')"},
        {"no file", "tf.lite.Interpreter(scratch + '/nothing')"},
        {"num_threads", "type(interpreter(num_threads=2)).__name__"},
        {"num_threads 0", "type(interpreter(num_threads=0)).__name__"},
        {"num_threads text", "type(interpreter(num_threads='a')).__name__"},
        {"preserve all", "type(interpreter(experimental_preserve_all_tensors=True)).__name__"},
        {"op resolver",
         "type(interpreter(experimental_op_resolver_type=tf.lite.experimental.OpResolverType.BUILTIN_REF)).__name__"},
        {"default delegate", "type(interpreter(experimental_default_delegate_latest_features=True)).__name__"},
        {"members", "sorted(n for n in dir(tf.lite.Interpreter) if n[0] != '_')"}}},
      {"tf.lite.OpsSet", {{"members", "[str(o) for o in tf.lite.OpsSet]"}}},
      {"tf.lite.Optimize", {{"members", "[str(o) for o in tf.lite.Optimize]"}}},
      {"tf.lite.TargetSpec", {{"plain", "sorted(str(v) for v in tf.lite.TargetSpec().supported_ops)"}}},
      {"tf.lite.RepresentativeDataset", {{"plain", "type(tf.lite.RepresentativeDataset(lambda: iter([]))).__name__"}}},
      {"tf.lite.experimental.Analyzer",
       {{"nonsense", "tf.lite.experimental.Analyzer.analyze(model_content=b'nonsense')"}}},
      {"tf.lite.experimental.load_delegate", {{"nothing", "tf.lite.experimental.load_delegate('/nothing.so')"}}}};
}

}  // namespace

std::vector<Check> distribute_checks() {
  return {
      check_of({.name = "distribute", .module = "tf.distribute", .setup = setup, .rows = strategies(), .alone = true}),
      check_of({.name = "lite", .module = "tf.lite", .setup = lite_setup, .rows = lite(), .alone = true})};
}

}  // namespace tfh::testsuites::modules
