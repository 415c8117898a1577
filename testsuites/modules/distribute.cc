// tf.distribute on one machine.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
import os

def of_cluster(look):
    os.environ["TF_CONFIG"] = '{"cluster": {"worker": ["a:1"]}, "task": {"type": "worker", "index": 0}}'
    try:
        return look(tf.distribute.cluster_resolver.TFConfigClusterResolver())
    finally:
        del os.environ["TF_CONFIG"]

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
    {"tf.distribute.cluster_resolver.TFConfigClusterResolver: of a cluster",
     "of_cluster(lambda r: [r.task_id, r.task_type, r.master(), r.environment, r.num_accelerators()])"},
    {"tf.distribute.cluster_resolver.TFConfigClusterResolver: repr of a cluster",
     "of_cluster(lambda r: repr(r.cluster_spec()))"},
    {"tf.distribute.experimental.MultiWorkerMirroredStrategy: alone",
     "(lambda s: [s.num_replicas_in_sync, "
     "type(s.cluster_resolver).__name__])(distribute.experimental.MultiWorkerMirroredStrategy())"},
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

}  // namespace

std::vector<Check> distribute_checks() {
  return {check_of({.name = "distribute", .module = "tf.distribute", .setup = setup, .blocks = {{strategies}}})};
}

}  // namespace tfh::testsuites::modules
