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

std::vector<Uses> train() {
  return {
      {"tf.train.ExponentialMovingAverage",
       {{"average", "averaged()[0].average(averaged()[1])"},
        {"of its variable", "(lambda a, v: a.average(v))(*averaged())"},
        {"num_updates", "(lambda a, v: a.average(v))(*averaged(num_updates=1))"},
        {"zero_debias", "(lambda a, v: a.average(v))(*averaged(zero_debias=True))"},
        {"variables_to_restore", "(lambda a, v: len(a.variables_to_restore([v])))(*averaged())"},
        {"apply nothing", "tf.train.ExponentialMovingAverage(0.5).apply()"},
        {"apply a number", "tf.train.ExponentialMovingAverage(0.5).apply([1.0])"},
        {"decay 2", "(lambda a, v: a.average(v))(*averaged(2.0))"},
        {"name", "tf.train.ExponentialMovingAverage(0.5).name"}}},
      {"tf.train.Checkpoint",
       {{"path", "saved(v=tf.Variable(1.0)).endswith('ckpt-1')"},
        {"save_counter",
         "(lambda c: [c.save(scratch + '/a'), int(c.save_counter)][1])(tf.train.Checkpoint(v=tf.Variable(1)))"},
        {"root", "type(tf.train.Checkpoint(tf.Module())).__name__"},
        {"root of a model", "type(tf.train.Checkpoint(tf.keras.Sequential(name='s'))).__name__"},
        {"text", "tf.train.Checkpoint(v='text')"},
        {"list", "saved('l', v=[tf.Variable(1), tf.Variable(2)]) and 1"},
        {"dict", "saved('d', v={'a': tf.Variable(1)}) and 1"},
        {"tuple", "saved('t', v=(tf.Variable(1),)) and 1"},
        {"set", "saved('set', v={1})"},
        {"None", "saved('n', v=None)"},
        {"restore nothing", "tf.train.Checkpoint(v=tf.Variable(1)).restore(scratch + '/nothing')"},
        {"read None", "tf.train.Checkpoint(v=tf.Variable(1)).read(None)"},
        {"write to a folder", "tf.train.Checkpoint(v=tf.Variable(1)).write(scratch + '/deep/er/ckpt') and 1"},
        {"generator",
         "saved('g', v=tf.random.Generator.from_seed(1)) and [n for n, _ in tf.train.list_variables(scratch + "
         "'/g-1')]"},
        {"table",
         "saved('tb', v=tf.lookup.experimental.MutableHashTable(tf.string, tf.int64, -1)) and [n for n, _ in "
         "tf.train.list_variables(scratch + '/tb-1')]"},
        {"iterator",
         "saved('it', v=iter(tf.data.Dataset.range(3))) and [n for n, _ in tf.train.list_variables(scratch + "
         "'/it-1')]"},
        {"sync", "tf.train.Checkpoint(v=tf.Variable(1)).sync()"},
        {"restore options",
         "type(tf.train.Checkpoint(v=tf.Variable(1)).restore(None, tf.train.CheckpointOptions())).__name__"}}},
      {"tf.train.CheckpointOptions",
       {{"async",
         "tf.train.CheckpointOptions(experimental_enable_async_checkpoint=True).experimental_enable_async_checkpoint"},
        {"io device", "tf.train.CheckpointOptions(experimental_io_device='/cpu:0').experimental_io_device"},
        {"callbacks", "tf.train.CheckpointOptions(experimental_write_callbacks=[lambda: None]) and 1"},
        {"cache", "tf.train.CheckpointOptions(enable_async=True).enable_async"},
        {"sharding", "tf.train.CheckpointOptions(experimental_sharding_callback=None) and 1"},
        {"skip slots",
         "tf.train.CheckpointOptions(experimental_skip_slot_variables=True).experimental_skip_slot_variables"},
        {"unknown", "tf.train.CheckpointOptions(nonsense=1)"}}},
      {"tf.train.CheckpointManager",
       {{"max_to_keep 0", "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch, max_to_keep=0)"},
        {"None", "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch, max_to_keep=None).latest_checkpoint"},
        {"checkpoint_name",
         "tf.train.CheckpointManager(tf.train.Checkpoint(v=tf.Variable(1)), scratch + '/m', 2, "
         "checkpoint_name='n').save().endswith('n-1')"},
        {"checkpoint_interval",
         "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch, 2, step_counter=tf.Variable(0), "
         "checkpoint_interval=2).save()"},
        {"last_checkpoint_step",
         "tf.train.CheckpointManager(tf.train.Checkpoint(), scratch + '/q', 2).last_checkpoint_step"},
        {"not a checkpoint", "tf.train.CheckpointManager(3, scratch, 2)"}}},
      {"tf.train.latest_checkpoint",
       {{"nothing", "tf.train.latest_checkpoint(scratch + '/nothing')"}, {"number", "tf.train.latest_checkpoint(3)"}}},
      {"tf.train.get_checkpoint_state", {{"nothing", "tf.train.get_checkpoint_state(scratch + '/nothing')"}}},
      {"tf.train.list_variables",
       {{"keys",
         "saved('k', v=tf.Variable([1.0]), w={'a': tf.Variable(2)}) and tf.train.list_variables(scratch + '/k-1')"},
        {"nothing", "tf.train.list_variables(scratch + '/nothing')"}}},
      {"tf.train.load_variable",
       {{"unknown", "saved('u', v=tf.Variable(1)) and tf.train.load_variable(scratch + '/u-1', 'nonsense')"},
        {"known",
         "saved('u2', v=tf.Variable(1)) and tf.train.load_variable(scratch + '/u2-1', "
         "'v/.ATTRIBUTES/VARIABLE_VALUE')"}}},
      {"tf.train.CheckpointView",
       {{"children",
         "saved('cv', v=tf.Variable(1)) and sorted(tf.train.CheckpointView(scratch + '/cv-1').children(0))"}}},
      {"tf.train.TrackableView",
       {{"children",
         "sorted(tf.train.TrackableView(tf.train.Checkpoint(v=tf.Variable(1))).children(tf.train.Checkpoint(v=tf."
         "Variable(1))))"}}},
      {"tf.train.ClusterSpec",
       {{"plain", "tf.train.ClusterSpec({'worker': ['a:1', 'b:2']}).as_dict()"},
        {"tasks", "tf.train.ClusterSpec({'worker': ['a:1']}).num_tasks('worker')"},
        {"unknown", "tf.train.ClusterSpec({'worker': ['a:1']}).num_tasks('x')"},
        {"repr", "repr(tf.train.ClusterSpec({'worker': ['a:1']}))"},
        {"wrong", "tf.train.ClusterSpec({'worker': 3})"}}},
      {"tf.train.Coordinator", {{"stop", "(lambda c: [c.request_stop(), c.should_stop()])(tf.train.Coordinator())"}}},
      {"tf.train.checkpoints_iterator",
       {{"timeout", "list(tf.train.checkpoints_iterator(scratch + '/none', timeout=0))"}}},
      {"tf.saved_model.contains_saved_model",
       {{"nothing", "tf.saved_model.contains_saved_model(scratch)"},
        {"number", "tf.saved_model.contains_saved_model(3)"}}},
      {"tf.saved_model.Asset", {{"missing file", "tf.saved_model.Asset(scratch + '/nothing').asset_path.dtype.name"}}},
      {"tf.saved_model.SaveOptions",
       {{"namespace", "tf.saved_model.SaveOptions(namespace_whitelist=['a']).namespace_whitelist"},
        {"custom gradients",
         "tf.saved_model.SaveOptions(experimental_custom_gradients=True).experimental_custom_gradients"},
        {"default gradients", "tf.saved_model.SaveOptions().experimental_custom_gradients"},
        {"image format", "tf.saved_model.SaveOptions(experimental_image_format=True).experimental_image_format"},
        {"variable policy",
         "str(tf.saved_model.SaveOptions(experimental_variable_policy='save_variable_devices').experimental_variable_"
         "policy)"},
        {"unknown policy", "tf.saved_model.SaveOptions(experimental_variable_policy='nonsense')"},
        {"skip saver", "tf.saved_model.SaveOptions(experimental_skip_saver=True).experimental_skip_saver"},
        {"extra tags", "tf.saved_model.SaveOptions(extra_tags=['a']).extra_tags"},
        {"bad aliases", "tf.saved_model.SaveOptions(function_aliases=3).function_aliases"}}},
      {"tf.saved_model.LoadOptions",
       {{"partial", "tf.saved_model.LoadOptions(allow_partial_checkpoint=True).allow_partial_checkpoint"},
        {"skip checkpoint",
         "tf.saved_model.LoadOptions(experimental_skip_checkpoint=True).experimental_skip_checkpoint"},
        {"load as tpu",
         "tf.saved_model.LoadOptions(experimental_load_function_aliases=True).experimental_load_function_aliases"}}}};
}

}  // namespace

std::vector<Check> training_checks() {
  return {check_of({.name = "training", .module = "tf.train", .setup = averages, .rows = train()})};
}

}  // namespace tfh::testsuites::modules
