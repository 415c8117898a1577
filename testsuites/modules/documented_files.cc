// What release notes say of what is saved, read and iterated over, and no other table tries.
#include <string>

#include "testsuites/modules/documented.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
import os

def files(folder=""):
    return sorted(os.path.join(where, name)[len(scratch):] for where, _, names in os.walk(scratch + folder)
                  for name in names)

def text_file():
    tf.io.write_file(scratch + "/text", "a,b,c\n1,2.5,3\n4,5.5,6\n")
    return scratch + "/text"

def partial():
    tf.saved_model.save(module(v=tf.Variable(1.0), w=tf.Variable(2.0)), scratch + "/saved")
    tf.train.Checkpoint(v=tf.Variable(3.0)).write(scratch + "/saved/variables/variables")
    options = tf.saved_model.LoadOptions(allow_partial_checkpoint=True)
    return tf.saved_model.load(scratch + "/saved", options=options).v

def counting():
    lines = tf.data.TextLineDataset([text_file()])
    made = module(lines=lines)
    made.count = tf.function(lambda: made.lines.reduce(0, lambda n, _: n + 1), input_signature=[])
    tf.saved_model.save(made, scratch + "/saved")
    return [files("/saved/assets"), tf.saved_model.load(scratch + "/saved").count()]

def damaged(name, at, byte):
    tf.train.Checkpoint(a=tf.Variable([1.0, 2.0])).write(scratch + "/c")
    content = bytearray(open(scratch + "/c" + name, "rb").read())
    content[at] ^= byte
    open(scratch + "/c" + name, "wb").write(bytes(content))
    return tf.train.load_checkpoint(scratch + "/c").get_tensor("a/.ATTRIBUTES/VARIABLE_VALUE")

def written(**options):
    seen = []
    options = tf.train.CheckpointOptions(experimental_write_callbacks=[
        lambda: seen.append(1), lambda path: seen.append(os.path.basename(path))])
    tf.train.Checkpoint(v=tf.Variable(1.0)).write(scratch + "/w", options=options)
    return seen

def stateful_options(policy):
    options = tf.data.Options()
    options.experimental_external_state_policy = getattr(tf.data.experimental.ExternalStatePolicy, policy)
    random = tf.data.Dataset.range(3).map(lambda n: n + tf.random.uniform([], 0, 9, tf.int64)).with_options(options)
    return os.path.basename(tf.train.Checkpoint(i=iter(random)).write(scratch + "/i"))

def continued(dataset, symbolic):
    options = tf.data.Options()
    if symbolic:
        options.experimental_symbolic_checkpoint = True
    iterator = iter(dataset.with_options(options))
    first = [int(next(iterator)) for _ in range(2)]
    path = tf.train.Checkpoint(i=iterator).write(scratch + "/i")
    ahead = [int(one) for one in iterator]
    fresh = iter(dataset.with_options(options))
    tf.train.Checkpoint(i=fresh).read(path)
    return [first, ahead, [int(one) for one in fresh], len(tf.train.list_variables(path))]

def saved_operations(**options):
    from tensorflow.core.protobuf import saved_model_pb2
    tf.saved_model.save(module(v=tf.Variable(1.0)), scratch + "/kept", options=tf.saved_model.SaveOptions(**options))
    proto = saved_model_pb2.SavedModel.FromString(open(scratch + "/kept/saved_model.pb", "rb").read())
    graph = proto.meta_graphs[0].graph_def
    nodes = list(graph.node) + [node for function in graph.library.function for node in function.node_def]
    return sorted({node.op for node in nodes})

def over_service(mode):
    service = tf.data.experimental.service
    dispatcher = service.DispatchServer()
    worker = service.WorkerServer(service.WorkerConfig(dispatcher_address=dispatcher.target.split("://")[1]))
    made = numbers.apply(service.distribute(processing_mode=mode, service=dispatcher.target))
    return sorted(int(one) for one in made)

)py";

constexpr Use uses[] = {
    {"tf.saved_model.save: list of functions",
     "reloaded(module(f=tf.function(lambda i: tf.switch_case(i, [lambda: 1.0, lambda: 2.0]), "
     "input_signature=[tf.TensorSpec([], tf.int32)]))).f(1)"},
    {"tf.saved_model.save: dataset of a file", "counting()"},
    {"tf.saved_model.load: part of a checkpoint", "partial()"},
    {"tf.saved_model.SaveOptions: plain", "saved_operations()"},
    {"tf.saved_model.SaveOptions: experimental_skip_saver", "saved_operations(experimental_skip_saver=True)"},
    {"tf.data.experimental.service.distribute: parallel epochs", "over_service('parallel_epochs')"},
    {"tf.data.experimental.service.distribute: one epoch", "over_service('distributed_epoch')"},
    {"tf.data.experimental.service.distribute: nonsense", "over_service('nonsense')"},
    {"tf.saved_model.save: metric", "reloaded(tf.keras.metrics.Mean()) is not None"},
    {"tf.train.load_checkpoint: damaged data", "damaged('.data-00000-of-00001', 0, 255)"},
    {"tf.train.load_checkpoint: damaged index", "damaged('.index', 20, 255)"},
    {"tf.train.load_checkpoint: damaged end", "damaged('.index', -1, 255)"},
    {"tf.train.load_checkpoint: damaged footer", "damaged('.index', -48, 255)"},
    {"tf.train.CheckpointOptions: callbacks", "written()"},
    {"tf.train.CheckpointOptions: callback of two",
     "tf.train.Checkpoint().write(scratch + '/w', options=tf.train.CheckpointOptions(experimental_write_callbacks="
     "[lambda a, b: None])) and True"},
    {"tf.data.experimental.ExternalStatePolicy: FAIL", "stateful_options('FAIL')"},
    {"tf.data.experimental.ExternalStatePolicy: WARN", "stateful_options('WARN')"},
    {"tf.data.experimental.ExternalStatePolicy: IGNORE", "stateful_options('IGNORE')"},
    {"tf.data.Options: symbolic checkpoint",
     "continued(numbers.map(lambda n: n + 1).batch(1).unbatch().prefetch(2), True)"},
    {"tf.data.Options: plain checkpoint",
     "continued(numbers.map(lambda n: n + 1).batch(1).unbatch().prefetch(2), False)"},
    {"tf.data.experimental.CsvDataset: exclude_cols",
     "list(tf.data.experimental.CsvDataset(text_file(), [tf.int32, tf.int32], header=True, exclude_cols=[1]))"},
    {"tf.data.experimental.CsvDataset: exclude_cols and select_cols",
     "list(tf.data.experimental.CsvDataset(text_file(), [tf.int32], header=True, exclude_cols=[1], select_cols=[0]))"},
    {"tf.data.experimental.dense_to_ragged_batch: matrices",
     "[b.to_list() for b in tf.data.Dataset.range(1, 3).map(lambda n: tf.ones([n, n])).apply("
     "tf.data.experimental.dense_to_ragged_batch(2))]"},
    {"tf.data.experimental.at: map", "tf.data.experimental.at(numbers.map(lambda n: n + 1), 1)"},
    {"tf.data.experimental.at: batch", "tf.data.experimental.at(numbers.batch(2), 1)"},
    {"tf.data.experimental.at: shard", "tf.data.experimental.at(numbers.shard(2, 1), 1)"},
    {"tf.data.experimental.at: filter", "tf.data.experimental.at(numbers.filter(lambda n: n > 1), 1)"},
    {"tf.data.experimental.at: zip", "tf.data.experimental.at(tf.data.Dataset.zip((numbers, numbers)), 1)"},
    {"tf.data.experimental.at: prefetch", "tf.data.experimental.at(numbers.prefetch(1), 1)"},
    {"tf.data.experimental.at: take", "tf.data.experimental.at(numbers.take(2), 5)"},
    {"tf.data.Dataset.random: the same again",
     "(lambda d: list(d.as_numpy_iterator()) == list(d.as_numpy_iterator()))(tf.data.Dataset.random(seed=1, "
     "rerandomize_each_iteration=True).take(3))"},
    {"tf.data.Dataset.random: not the same again",
     "(lambda d: list(d.as_numpy_iterator()) == list(d.as_numpy_iterator()))(tf.data.Dataset.random(seed=1, "
     "rerandomize_each_iteration=False).take(3))"},
    {"tf.debugging.experimental.enable_dump_debug_info: files",
     "[tf.debugging.experimental.enable_dump_debug_info(scratch + '/d', tensor_debug_mode='FULL_HEALTH'), "
     "tf.add(1.0, 2.0), tf.debugging.experimental.disable_dump_debug_info(), sorted(name.rsplit('.', 1)[-1] for name "
     "in "
     "files('/d'))][3]"},
    {"tf.debugging.experimental.enable_dump_debug_info: nonsense",
     "tf.debugging.experimental.enable_dump_debug_info(scratch + '/d', tensor_debug_mode='nonsense')"},
};

}  // namespace

std::vector<Check> documented_file_checks() {
  return {check_of({.name = "documented_files",
                    .module = "tf",
                    .setup = std::string(documented_parts) + setup,
                    .blocks = {{uses}}})};
}

}  // namespace tfh::testsuites::modules
