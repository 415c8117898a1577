// What is in a saved model: files, ops, the object graph, assets, the fingerprint.
#include "testsuites/joined.h"
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

std::vector<Check> files() {
  return {
      {.id = "saved_model.files_of_a_module", .api = {"tf.saved_model.save"}, .source = R"(
import os

model = tf.Module()
model.v = tf.Variable([1.0, 2.0])
model.f = tf.function(lambda x: x + model.v, input_signature=[tf.TensorSpec([2], tf.float32)])
tf.saved_model.save(model, scratch + "/model")
os.chdir(scratch + "/model")
observe("folders", sorted(folder for folder, _, _ in os.walk(".")), kind="structure")
observe("files", sorted(os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names),
        kind="structure")
)"},
      {.id = "saved_model.files_without_variables", .api = {"tf.saved_model.save"}, .source = R"(
import os

model = tf.Module()
model.f = tf.function(lambda x: x + 1, input_signature=[tf.TensorSpec([], tf.int32)])
tf.saved_model.save(model, scratch + "/model")
os.chdir(scratch + "/model")
observe("files", sorted(os.path.join(folder, name) for folder, _, names in os.walk(".") for name in names),
        kind="structure")
)"},
      {.id = "saved_model.assets", .api = {"tf.saved_model.Asset"}, .source = R"(
import os

with open(scratch + "/words.txt", "w") as words:
    words.write("alpha\nbeta\n")

class Model(tf.Module):
    def __init__(self):
        super().__init__()
        self.asset = tf.saved_model.Asset(scratch + "/words.txt")

    @tf.function(input_signature=[])
    def read(self):
        return tf.io.read_file(self.asset.asset_path)

tf.saved_model.save(Model(), scratch + "/model")
observe("files", sorted(os.listdir(scratch + "/model/assets")), kind="structure")
os.rename(scratch + "/model", scratch + "/moved")
loaded = tf.saved_model.load(scratch + "/moved")
observe("content after moving", loaded.read())
observe("asset name", os.path.basename(loaded.asset.asset_path.numpy().decode()))
)"},
  };
}

std::vector<Check> resources() {
  return {
      {.id = "saved_model.lookup_table", .api = {"tf.lookup.StaticHashTable", "tf.saved_model.save"}, .source = R"(
class Model(tf.Module):
    def __init__(self):
        super().__init__()
        pairs = tf.lookup.KeyValueTensorInitializer(["a", "b"], tf.constant([1, 2], tf.int64))
        self.table = tf.lookup.StaticHashTable(pairs, -1)

    @tf.function(input_signature=[tf.TensorSpec([None], tf.string)])
    def find(self, words):
        return self.table.lookup(words)

tf.saved_model.save(Model(), scratch + "/model")
loaded = tf.saved_model.load(scratch + "/model")
observe("found", loaded.find(tf.constant(["b", "z"])))
observe("type", type(loaded.table).__name__, kind="structure")
)"},
  };
}

std::vector<Check> graphs() {
  return {
      {.id = "saved_model.ops", .api = {"tf.saved_model.save"}, .policy = Policy::not_covered, .source = R"(
import collections
from tensorflow.core.protobuf import saved_model_pb2

model = tf.Module()
model.v = tf.Variable([1.0, 2.0])
model.f = tf.function(lambda x: x * model.v, input_signature=[tf.TensorSpec([2], tf.float32)])
tf.saved_model.save(model, scratch + "/model", signatures=model.f)
proto = saved_model_pb2.SavedModel()
with open(scratch + "/model/saved_model.pb", "rb") as written:
    proto.ParseFromString(written.read())
graph = proto.meta_graphs[0].graph_def
observe("ops", dict(sorted(collections.Counter(node.op for node in graph.node).items())), kind="structure")
observe("function ops", dict(sorted(collections.Counter(
    node.op for function in graph.library.function for node in function.node_def).items())), kind="structure")
observe("functions", len(graph.library.function), kind="structure")
)"},
      {.id = "saved_model.object_graph_nodes", .api = {"tf.saved_model.save"}, .source = R"(
import collections
from tensorflow.core.protobuf import saved_model_pb2

model = tf.Module()
model.v = tf.Variable([1.0, 2.0])
model.f = tf.function(lambda x: x * model.v, input_signature=[tf.TensorSpec([2], tf.float32)])
tf.saved_model.save(model, scratch + "/model")
proto = saved_model_pb2.SavedModel()
with open(scratch + "/model/saved_model.pb", "rb") as written:
    proto.ParseFromString(written.read())
nodes = proto.meta_graphs[0].object_graph_def.nodes
observe("count", len(nodes), kind="structure")
observe("kinds", dict(sorted(collections.Counter(str(node.WhichOneof("kind")) for node in nodes).items())),
        kind="structure")
observe("children of the root", sorted(child.local_name for child in nodes[0].children), kind="structure")
)"},
      {.id = "saved_model.meta_graph", .api = {"tf.saved_model.save"}, .policy = Policy::not_covered, .source = R"(
from tensorflow.core.protobuf import saved_model_pb2

model = tf.Module()
model.f = tf.function(lambda x: x + 1, input_signature=[tf.TensorSpec([], tf.int32, name="x")])
tf.saved_model.save(model, scratch + "/model", signatures=model.f)
proto = saved_model_pb2.SavedModel()
with open(scratch + "/model/saved_model.pb", "rb") as written:
    proto.ParseFromString(written.read())
meta = proto.meta_graphs[0]
observe("tags", list(meta.meta_info_def.tags), kind="structure")
observe("schema version", proto.saved_model_schema_version)
observe("signatures", {key: [{name: info.name for name, info in sorted(signature.inputs.items())},
                             {name: info.name for name, info in sorted(signature.outputs.items())},
                             signature.method_name] for key, signature in sorted(meta.signature_def.items())},
        kind="structure")
observe("producer is the framework", meta.meta_info_def.tensorflow_version == tf.__version__)
observe("saver version", meta.saver_def.version)
)"},
  };
}

std::vector<Check> fingerprints() {
  return {
      {.id = "saved_model.read_fingerprint",
       .api = {"tf.saved_model.experimental.read_fingerprint"},
       .policy = Policy::not_covered,
       .source = R"(
model = tf.Module()
model.f = tf.function(lambda x: x + 1, input_signature=[tf.TensorSpec([], tf.int32)])
tf.saved_model.save(model, scratch + "/model")

def members():
    fingerprint = tf.saved_model.experimental.read_fingerprint(scratch + "/model")
    return sorted(name for name in dir(fingerprint) if not name.startswith("_"))

attempt("members", members, kind="structure")
attempt("graph_def_program_hash",
        lambda: tf.saved_model.experimental.read_fingerprint(scratch + "/model").graph_def_program_hash)
attempt("of nothing", lambda: tf.saved_model.experimental.read_fingerprint(scratch + "/nothing"))
)"},
      {.id = "saved_model.fingerprint_of_a_variable",
       .api = {"tf.saved_model.experimental.read_fingerprint"},
       .policy = Policy::not_covered,
       .source = R"(
class Scaled(tf.Module):
    def __init__(self):
        self.factor = tf.Variable(2.0, name="factor")

    @tf.function(input_signature=[tf.TensorSpec([None], tf.float32, name="x")])
    def __call__(self, x):
        return x * self.factor

tf.saved_model.save(Scaled(), scratch + "/model")
for name in ("graph_def_program_hash", "signature_def_hash", "saved_object_graph_hash"):
    attempt(name, lambda: getattr(tf.saved_model.experimental.read_fingerprint(scratch + "/model"), name))
)"},
      {.id = "saved_model.fingerprint_class",
       .api = {"tf.saved_model.experimental.Fingerprint"},
       .policy = Policy::not_covered,
       .source = R"(
attempt("type", lambda: type(tf.saved_model.experimental.Fingerprint).__name__)
attempt("empty", lambda: tf.saved_model.experimental.Fingerprint().saved_model_checksum)
)"},
      {.id = "saved_model.fingerprint_file", .api = {"tf.saved_model.save"}, .source = R"(
import os

model = tf.Module()
tf.saved_model.save(model, scratch + "/model")
observe("written", os.path.exists(scratch + "/model/fingerprint.pb"), kind="structure")
)"},
  };
}

}  // namespace

std::vector<Check> contents_checks() {
  return joined({files(), resources(), graphs(), fingerprints()});
}

}  // namespace tfh::testsuites::saved_model
