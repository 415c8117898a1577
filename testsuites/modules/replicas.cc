// tf.distribute with two replicas: two logical devices of one CPU.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"(
physical = getattr(tf.config, "list_physical_devices", None) or tf.config.experimental.list_physical_devices
cpu = physical("CPU")[0]
configuration = (getattr(tf.config, "LogicalDeviceConfiguration", None) or
                 tf.config.experimental.VirtualDeviceConfiguration)
(getattr(tf.config, "set_logical_device_configuration", None) or
 tf.config.experimental.set_virtual_device_configuration)(cpu, [configuration()] * 2)
distribute = tf.distribute
strategy = distribute.MirroredStrategy(["/cpu:0", "/cpu:1"])
in_replica = getattr(strategy, "run", None) or strategy.experimental_run_v2

def scoped(function, strategy=strategy):
    with strategy.scope():
        return function()

def replica():
    return tf.distribute.get_replica_context()

def number():
    return tf.cast(replica().replica_id_in_sync_group, tf.float32)

def each(made):
    parts = strategy.experimental_local_results(made)
    return [np.array(one.numpy() if hasattr(one, "numpy") else one) for one in parts]

def variable(**options):
    return scoped(lambda: tf.Variable(1.0, **options))

def assigned(**options):
    made = variable(**options)
    in_replica(lambda: made.assign(number() + 2.0))
    return [each(made), np.array(strategy.extended.read_var(made))]

def batches(dataset, **options):
    return [each(one) for one in strategy.experimental_distribute_dataset(dataset, **options)]

def fitted(**options):
    with strategy.scope():
        model = tf.keras.Sequential([tf.keras.Input((1,)), tf.keras.layers.Dense(1, kernel_initializer="ones")])
        model.compile("sgd", "mse", **options)
    history = model.fit(np.ones([4, 1]), np.zeros([4, 1]), batch_size=4, epochs=2, verbose=0).history
    return [history["loss"], model.get_weights()]

def placed(function, where="CPU:1"):
    with tf.device(where):
        return function().device

def normalized():
    with strategy.scope():
        layer = (getattr(tf.keras.layers.experimental, "SyncBatchNormalization")(momentum=0.5)
                 if hasattr(tf.keras.layers, "experimental")
                 else tf.keras.layers.BatchNormalization(momentum=0.5, synchronized=True))
        layer.build((None, 1))
    in_replica(lambda: layer(tf.fill([2, 1], 2.0 * number()), training=True))
    return np.array(layer.moving_mean)

)";

constexpr Use uses[] = {
    {"tf.distribute.MirroredStrategy: two devices", "strategy.num_replicas_in_sync"},
    {"tf.distribute.MirroredStrategy: numbers", "each(in_replica(number))"},
    {"tf.distribute.MirroredStrategy: reduced", "strategy.reduce('SUM', in_replica(number), axis=None)"},
    {"tf.distribute.MirroredStrategy: mean along an axis",
     "strategy.reduce('MEAN', in_replica(lambda: tf.stack([number(), 4.0])), axis=0)"},
    {"tf.distribute.MirroredStrategy: reduced in a branch",
     "tf.function(lambda c: strategy.reduce('SUM', tf.cond(c, lambda: 1.0, lambda: 2.0), "
     "axis=None))(tf.constant(True))"},
    {"tf.distribute.MirroredStrategy: gathered",
     "strategy.gather(in_replica(lambda: tf.reshape(number(), [1])), axis=0)"},
    {"tf.distribute.MirroredStrategy: local results",
     "type(strategy.experimental_local_results(in_replica(number))).__name__"},
    {"tf.distribute.MirroredStrategy: repr of a value", "repr(in_replica(number)).split('(')[0]"},
    {"tf.distribute.MirroredStrategy: assigned", "assigned()"},
    {"tf.distribute.MirroredStrategy: assigned, SUM", "assigned(aggregation=tf.VariableAggregation.SUM)"},
    {"tf.distribute.MirroredStrategy: assigned, MEAN", "assigned(aggregation=tf.VariableAggregation.MEAN)"},
    {"tf.distribute.MirroredStrategy: assigned, first",
     "assigned(aggregation=tf.VariableAggregation.ONLY_FIRST_REPLICA)"},
    {"tf.distribute.MirroredStrategy: assigned, on read",
     "assigned(synchronization=tf.VariableSynchronization.ON_READ, aggregation=tf.VariableAggregation.SUM)"},
    {"tf.distribute.MirroredStrategy: assigned, on read by none",
     "assigned(synchronization=tf.VariableSynchronization.ON_READ)"},
    {"tf.distribute.MirroredStrategy: batches", "batches(tf.data.Dataset.range(5).batch(4))"},
    {"tf.distribute.MirroredStrategy: odd batches", "batches(tf.data.Dataset.range(5).batch(3))"},
    {"tf.distribute.MirroredStrategy: batches that drop",
     "batches(tf.data.Dataset.range(5).batch(2, drop_remainder=True))"},
    {"tf.distribute.MirroredStrategy: one batch of one", "batches(tf.data.Dataset.range(1).batch(2))"},
    {"tf.distribute.MirroredStrategy: from function",
     "[each(one) for one in strategy.experimental_distribute_datasets_from_function(lambda c: tf.data.Dataset.range(4)."
     "shard(c.num_input_pipelines, c.input_pipeline_id).batch(1))]"},
    {"tf.distribute.MirroredStrategy: values from function",
     "each(strategy.experimental_distribute_values_from_function(lambda c: c.replica_id_in_sync_group))"},
    {"tf.distribute.MirroredStrategy: element spec",
     "str(strategy.experimental_distribute_dataset(tf.data.Dataset.range(4).batch(2)).element_spec)"},
    {"tf.distribute.MirroredStrategy: in tf.function", "each(tf.function(lambda: in_replica(number))())"},
    {"tf.distribute.MirroredStrategy: compiled in tf.function",
     "each(tf.function(lambda: in_replica(tf.function(lambda: tf.constant(2.0) * 2.0, jit_compile=True)))())"},
    {"tf.distribute.ReplicaContext.all_reduce: sum", "each(in_replica(lambda: replica().all_reduce('SUM', number())))"},
    {"tf.distribute.ReplicaContext.all_reduce: nest",
     "[each(one) for one in in_replica(lambda: replica().all_reduce('MEAN', [number(), number() + 2.0]))]"},
    {"tf.distribute.ReplicaContext.all_reduce: gradient",
     "each(in_replica(lambda: (lambda t, x: [t.__enter__(), t.watch(x), t.gradient(replica().all_reduce('SUM', x * x), "
     "x)][2])(tf.GradientTape(), number() + 1.0)))"},
    {"tf.distribute.ReplicaContext.all_gather: numbers",
     "each(in_replica(lambda: replica().all_gather(tf.reshape(number(), [1]), 0)))"},
    {"tf.distribute.ReplicaContext.merge_call: type",
     "each(in_replica(lambda: replica().merge_call(lambda s, v: s.reduce('SUM', v, axis=None), (number(),))))"},
    {"tf.random.Generator: made under a strategy",
     "each(scoped(lambda: tf.random.Generator.from_seed(1)).normal([1]))"},
    {"tf.random.Generator: drawn in replicas",
     "(lambda g: each(in_replica(lambda: g.normal([]))))(scoped(lambda: tf.random.Generator.from_seed(1)))"},
    {"tf.random.Generator: under CentralStorageStrategy",
     "each(scoped(lambda: tf.random.Generator.from_seed(1), distribute.experimental.CentralStorageStrategy(['/cpu:0'], "
     "'/cpu:0')).normal([1]))"},
    {"tf.keras.Model.fit: two replicas", "fitted()"},
    {"tf.keras.Model.fit: two replicas and a metric", "fitted(metrics=['mae'])"},
    {"tf.keras.layers.BatchNormalization: synchronized", "normalized()"},
    {"tf.keras.optimizers.SGD: applied in replicas",
     "(lambda o, v: in_replica(lambda: o.apply_gradients([(number(), v)])) is None or each(v))(scoped(lambda: "
     "tf.keras.optimizers.SGD(1.0)), variable())"},
    {"tf.constant: on the current device", "placed(lambda: tf.constant(1.0))"},
    {"tf.Variable: on the current device", "placed(lambda: tf.Variable(1.0))"},
    {"tf.convert_to_tensor: on the current device", "placed(lambda: tf.convert_to_tensor([1.0]))"},
    {"tf.device: wrong number", "placed(lambda: tf.constant(1.0) + 1.0, 'CPU:7')"},
};

}  // namespace

std::vector<Check> replica_checks() {
  return {check_of({.name = "replicas", .module = "tf.distribute", .setup = setup, .blocks = {{uses}}})};
}

}  // namespace tfh::testsuites::modules
