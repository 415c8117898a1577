// tf.train and the options of tf.saved_model.
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* averages = R"(
def averaged(decay=0.5, steps=2, **options):
    v = tf.Variable([1.0, 2.0])
    average = tf.train.ExponentialMovingAverage(decay, **options)
    for _ in range(steps):
        average.apply([v])
        v.assign_add([1.0, 1.0])
    return average, v

def saved(name="ckpt", **objects):
    return tf.train.Checkpoint(**objects).save(scratch + "/" + name)

)";

constexpr Use train[] = {
    {"tf.train.ExponentialMovingAverage: average", "averaged()[0].average(averaged()[1])"},
    {"tf.train.ExponentialMovingAverage: of its variable", "(lambda a, v: a.average(v))(*averaged())"},
    {"tf.train.ExponentialMovingAverage: num_updates", "(lambda a, v: a.average(v))(*averaged(num_updates=1))"},
    {"tf.train.ExponentialMovingAverage: zero_debias", "(lambda a, v: a.average(v))(*averaged(zero_debias=True))"},
    {"tf.train.ExponentialMovingAverage: variables_to_restore",
     "(lambda a, v: len(a.variables_to_restore([v])))(*averaged())"},
    {"tf.train.ExponentialMovingAverage: apply nothing", "tf.train.ExponentialMovingAverage(0.5).apply()"},
    {"tf.train.ExponentialMovingAverage: apply a number", "tf.train.ExponentialMovingAverage(0.5).apply([1.0])"},
    {"tf.train.ExponentialMovingAverage: apply a tensor",
     "tf.train.ExponentialMovingAverage(0.5).apply([tf.ones([])])"},
    {"tf.train.ExponentialMovingAverage: decay 2", "(lambda a, v: a.average(v))(*averaged(2.0))"},
    {"tf.train.ExponentialMovingAverage: name", "tf.train.ExponentialMovingAverage(0.5).name"},
    {"tf.train.Checkpoint: path", "saved(v=tf.Variable(1.0)).endswith('ckpt-1')"},
    {"tf.train.Checkpoint: save_counter",
     "(lambda c: [c.save(scratch + '/a'), int(c.save_counter)][1])(tf.train.Checkpoint(v=tf.Variable(1)))"},
    {"tf.train.Checkpoint: root", "type(tf.train.Checkpoint(tf.Module())).__name__"},
    {"tf.train.Checkpoint: root of a model", "type(tf.train.Checkpoint(tf.keras.Sequential(name='s'))).__name__"},
    {"tf.train.Checkpoint: text", "tf.train.Checkpoint(v='text')"},
    {"tf.train.Checkpoint: list", "saved('l', v=[tf.Variable(1), tf.Variable(2)]) and 1"},
    {"tf.train.Checkpoint: dict", "saved('d', v={'a': tf.Variable(1)}) and 1"},
    {"tf.train.Checkpoint: tuple", "saved('t', v=(tf.Variable(1),)) and 1"},
    {"tf.train.Checkpoint: set", "saved('set', v={1})"},
    {"tf.train.Checkpoint: None", "saved('n', v=None)"},
    {"tf.train.Checkpoint: restore nothing", "tf.train.Checkpoint(v=tf.Variable(1)).restore(scratch + '/nothing')"},
    {"tf.train.Checkpoint: read None", "tf.train.Checkpoint(v=tf.Variable(1)).read(None)"},
    {"tf.train.Checkpoint: write to a folder",
     "tf.train.Checkpoint(v=tf.Variable(1)).write(scratch + '/deep/er/ckpt') and 1"},
    {"tf.train.Checkpoint: generator",
     "saved('g', v=tf.random.Generator.from_seed(1)) and [n for n, _ in tf.train.list_variables(scratch + "
     "'/g-1')]"},
    {"tf.train.Checkpoint: table",
     "saved('tb', v=tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, -1)) and [n for n, _ in "
     "tf.train.list_variables(scratch + '/tb-1')]"},
    {"tf.train.Checkpoint: iterator",
     "saved('it', v=iter(tf.data.Dataset.range(3))) and [n for n, _ in tf.train.list_variables(scratch + "
     "'/it-1')]"},
    {"tf.train.Checkpoint: sync", "tf.train.Checkpoint(v=tf.Variable(1)).sync()"},
    {"tf.train.Checkpoint: restore options",
     "type(tf.train.Checkpoint(v=tf.Variable(1)).restore(None, tf.train.CheckpointOptions())).__name__"},
    {"tf.train.CheckpointOptions: async",
     "tf.train.CheckpointOptions(experimental_enable_async_checkpoint=True).experimental_enable_async_checkpoint"},
    {"tf.train.CheckpointOptions: io device",
     "tf.train.CheckpointOptions(experimental_io_device='/cpu:0').experimental_io_device"},
    {"tf.train.CheckpointOptions: callbacks",
     "tf.train.CheckpointOptions(experimental_write_callbacks=[lambda: None]) and 1"},
    {"tf.train.CheckpointOptions: cache", "tf.train.CheckpointOptions(enable_async=True).enable_async"},
    {"tf.train.CheckpointOptions: sharding", "tf.train.CheckpointOptions(experimental_sharding_callback=None) and 1"},
    {"tf.train.CheckpointOptions: skip slots",
     "tf.train.CheckpointOptions(experimental_skip_slot_variables=True).experimental_skip_slot_variables"},
    {"tf.train.CheckpointOptions: unknown", "tf.train.CheckpointOptions(nonsense=1)"},
    {"tf.train.CheckpointManager: max_to_keep 0",
     "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch + '/z', max_to_keep=0)"},
    {"tf.train.CheckpointManager: None",
     "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch + '/o', max_to_keep=None).latest_checkpoint"},
    {"tf.train.CheckpointManager: checkpoint_name",
     "tf.train.CheckpointManager(tf.train.Checkpoint(v=tf.Variable(1)), scratch + '/m', 2, "
     "checkpoint_name='n').save().endswith('n-1')"},
    {"tf.train.CheckpointManager: checkpoint_interval",
     "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch + '/i', 2, step_counter=tf.Variable(0), "
     "checkpoint_interval=2).save()"},
    {"tf.train.CheckpointManager: last_checkpoint_step",
     "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch + '/q', 2).last_checkpoint_step"},
    {"tf.train.CheckpointManager: not a checkpoint", "tf.train.CheckpointManager(3, scratch + '/3', 2)"},
    {"tf.train.latest_checkpoint: nothing", "tf.train.latest_checkpoint(scratch + '/nothing')"},
    {"tf.train.latest_checkpoint: number", "tf.train.latest_checkpoint(3)"},
    {"tf.train.get_checkpoint_state: nothing", "tf.train.get_checkpoint_state(scratch + '/nothing')"},
    {"tf.train.list_variables: keys",
     "saved('k', v=tf.Variable([1.0]), w={'a': tf.Variable(2)}) and tf.train.list_variables(scratch + '/k-1')"},
    {"tf.train.list_variables: nothing", "tf.train.list_variables(scratch + '/nothing')"},
    {"tf.train.load_variable: unknown",
     "saved('u', v=tf.Variable(1)) and tf.train.load_variable(scratch + '/u-1', 'nonsense')"},
    {"tf.train.load_variable: known",
     "saved('u2', v=tf.Variable(1)) and tf.train.load_variable(scratch + '/u2-1', "
     "'v/.ATTRIBUTES/VARIABLE_VALUE')"},
    {"tf.train.CheckpointView: children",
     "saved('cv', v=tf.Variable(1)) and sorted(tf.train.CheckpointView(scratch + '/cv-1').children(0))"},
    {"tf.train.TrackableView: children",
     "sorted(tf.train.TrackableView(tf.train.Checkpoint(v=tf.Variable(1))).children(tf.train.Checkpoint(v=tf."
     "Variable(1))))"},
    {"tf.train.ClusterSpec: plain", "tf.train.ClusterSpec({'worker': ['a:1', 'b:2']}).as_dict()"},
    {"tf.train.ClusterSpec: tasks", "tf.train.ClusterSpec({'worker': ['a:1']}).num_tasks('worker')"},
    {"tf.train.ClusterSpec: unknown", "tf.train.ClusterSpec({'worker': ['a:1']}).num_tasks('x')"},
    {"tf.train.ClusterSpec: repr", "repr(tf.train.ClusterSpec({'worker': ['a:1']}))"},
    {"tf.train.ClusterSpec: wrong", "tf.train.ClusterSpec({'worker': 3})"},
    {"tf.train.Coordinator: stop", "(lambda c: [c.request_stop(), c.should_stop()])(tf.train.Coordinator())"},
    {"tf.train.checkpoints_iterator: timeout", "list(tf.train.checkpoints_iterator(scratch + '/none', timeout=0))"},
    {"tf.saved_model.contains_saved_model: nothing", "tf.saved_model.contains_saved_model(scratch)"},
    {"tf.saved_model.contains_saved_model: number", "tf.saved_model.contains_saved_model(3)"},
    {"tf.saved_model.Asset: missing file", "tf.saved_model.Asset(scratch + '/nothing').asset_path.dtype.name"},
    {"tf.saved_model.SaveOptions: namespace",
     "tf.saved_model.SaveOptions(namespace_whitelist=['a']).namespace_whitelist"},
    {"tf.saved_model.SaveOptions: custom gradients",
     "tf.saved_model.SaveOptions(experimental_custom_gradients=True).experimental_custom_gradients"},
    {"tf.saved_model.SaveOptions: default gradients", "tf.saved_model.SaveOptions().experimental_custom_gradients"},
    {"tf.saved_model.SaveOptions: image format",
     "tf.saved_model.SaveOptions(experimental_image_format=True).experimental_image_format"},
    {"tf.saved_model.SaveOptions: variable policy",
     "str(tf.saved_model.SaveOptions(experimental_variable_policy='save_variable_devices').experimental_variable_"
     "policy)"},
    {"tf.saved_model.SaveOptions: unknown policy",
     "tf.saved_model.SaveOptions(experimental_variable_policy='nonsense')"},
    {"tf.saved_model.SaveOptions: skip saver",
     "tf.saved_model.SaveOptions(experimental_skip_saver=True).experimental_skip_saver"},
    {"tf.saved_model.SaveOptions: extra tags", "tf.saved_model.SaveOptions(extra_tags=['a']).extra_tags"},
    {"tf.saved_model.SaveOptions: bad aliases", "tf.saved_model.SaveOptions(function_aliases=3).function_aliases"},
    {"tf.saved_model.LoadOptions: partial",
     "tf.saved_model.LoadOptions(allow_partial_checkpoint=True).allow_partial_checkpoint"},
    {"tf.saved_model.LoadOptions: skip checkpoint",
     "tf.saved_model.LoadOptions(experimental_skip_checkpoint=True).experimental_skip_checkpoint"},
    {"tf.saved_model.LoadOptions: load as tpu",
     "tf.saved_model.LoadOptions(experimental_load_function_aliases=True).experimental_load_function_aliases"},
};

}  // namespace

std::vector<Check> training_checks() {
  return {check_of({.name = "training", .module = "tf.train", .setup = averages, .blocks = {{train}}})};
}

}  // namespace tfh::testsuites::modules
