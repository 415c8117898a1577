// Files, serialized tensors, summaries, printing.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

std::vector<Check> file_system() {
  return {
      {.id = "runtime.read_file", .api = {"tf.io.read_file", "tf.io.write_file"}, .source = R"(
attempt("write", lambda: tf.io.write_file(scratch + "/deep/text", "content"))
attempt("read", lambda: tf.io.read_file(scratch + "/deep/text"))
attempt("read nothing", lambda: tf.io.read_file(scratch + "/nothing"))
attempt("read folder", lambda: tf.io.read_file(scratch))
attempt("matching", lambda: len(tf.io.matching_files(scratch + "/*/text")))
attempt("join", lambda: tf.io.gfile.join("a", "b"))
)"},
      {.id = "runtime.gfile", .api = {"tf.io.gfile"}, .source = R"(
gfile = tf.io.gfile
gfile.makedirs(scratch + "/a/b")
with gfile.GFile(scratch + "/a/text", "w") as writer:
    writer.write("one\ntwo\n")
attempt("lines", lambda: list(gfile.GFile(scratch + "/a/text")))
attempt("bytes", lambda: gfile.GFile(scratch + "/a/text", "rb").read(3))
attempt("exists", lambda: [gfile.exists(scratch + "/a"), gfile.exists(scratch + "/z"), gfile.isdir(scratch + "/a")])
attempt("listdir", lambda: sorted(gfile.listdir(scratch + "/a")))
attempt("walk", lambda: [[len(folders), sorted(files)] for _, folders, files in gfile.walk(scratch + "/a")])
attempt("mkdir again", lambda: gfile.mkdir(scratch + "/a"))
attempt("copy", lambda: gfile.copy(scratch + "/a/text", scratch + "/copy"))
attempt("copy over", lambda: gfile.copy(scratch + "/a/text", scratch + "/copy"))
attempt("stat", lambda: gfile.stat(scratch + "/copy").length)
attempt("remove nothing", lambda: gfile.remove(scratch + "/nothing"))
attempt("read nothing", lambda: gfile.GFile(scratch + "/nothing").read())
attempt("wrong mode", lambda: gfile.GFile(scratch + "/copy", "q").read())
attempt("unknown scheme", lambda: gfile.exists("nonsense://x"))
)"},
      {.id = "runtime.summary_events", .api = {"tf.summary.scalar", "tf.summary.create_file_writer"}, .source = R"(
import os
from tensorflow.core.util import event_pb2

writer = tf.summary.create_file_writer(scratch + "/logs")
with writer.as_default():
    attempt("no step", lambda: bool(tf.summary.scalar("loss", 1.0)))
    tf.summary.scalar("loss", 0.5, step=3)
    attempt("text", lambda: bool(tf.summary.text("note", "hello", step=4)))
    attempt("not a scalar", lambda: bool(tf.summary.scalar("loss", [1.0, 2.0], step=5)))
writer.close()
name, = os.listdir(scratch + "/logs")
events = [event_pb2.Event.FromString(r.numpy()) for r in tf.data.TFRecordDataset(scratch + "/logs/" + name)]
observe("events", [[e.step, [v.tag for v in e.summary.value]] for e in events], kind="structure")
observe("plugins", [v.metadata.plugin_data.plugin_name for e in events for v in e.summary.value], kind="structure")
)"},
  };
}

std::vector<Check> serialized() {
  return {
      {.id = "runtime.serialize_tensor", .api = {"tf.io.serialize_tensor", "tf.io.parse_tensor"}, .source = R"(
text = tf.io.serialize_tensor(tf.constant([[1, 2]]))
observe("bytes", text)
attempt("parse", lambda: tf.io.parse_tensor(text, tf.int32))
attempt("wrong dtype", lambda: tf.io.parse_tensor(text, tf.float32))
attempt("not a tensor", lambda: tf.io.parse_tensor("nonsense", tf.int32))
attempt("strings", lambda: tf.io.parse_tensor(tf.io.serialize_tensor(["a", ""]), tf.string))
)"},
      {.id = "runtime.parse_example", .api = {"tf.io.parse_example", "tf.io.parse_single_example"}, .source = R"(
def feature(**values):
    return tf.train.Feature(**values)

features = {"ints": feature(int64_list=tf.train.Int64List(value=[1, 2])),
            "text": feature(bytes_list=tf.train.BytesList(value=[b"word"]))}
example = tf.train.Example(features=tf.train.Features(feature=features)).SerializeToString()
observe("size", len(example))
attempt("fixed", lambda: tf.io.parse_single_example(example, {"ints": tf.io.FixedLenFeature([2], tf.int64)}))
attempt("ragged", lambda: tf.io.parse_example([example], {"ints": tf.io.RaggedFeature(tf.int64)})["ints"].to_list())
attempt("sparse", lambda: tf.io.parse_single_example(example, {"ints": tf.io.VarLenFeature(tf.int64)})["ints"].values)
attempt("default", lambda: tf.io.parse_single_example(example, {"no": tf.io.FixedLenFeature([], tf.int64, 7)}))
attempt("missing", lambda: tf.io.parse_single_example(example, {"no": tf.io.FixedLenFeature([], tf.int64)}))
attempt("wrong shape", lambda: tf.io.parse_single_example(example, {"ints": tf.io.FixedLenFeature([3], tf.int64)}))
attempt("wrong dtype", lambda: tf.io.parse_single_example(example, {"ints": tf.io.FixedLenFeature([2], tf.float32)}))
attempt("damaged", lambda: tf.io.parse_single_example(b"nonsense", {"a": tf.io.FixedLenFeature([], tf.int64)}))
)"},
      {.id = "runtime.print", .api = {"tf.print"}, .source = R"(
import collections

def printed(*values, **options):
    tf.print(*values, output_stream="file://" + scratch + "/out", **options)
    with open(scratch + "/out", encoding="utf-8") as lines:
        text = lines.read()
    open(scratch + "/out", "w").close()
    return text

attempt("tensors", lambda: printed(tf.constant([1.5, np.nan]), tf.constant("é"), tf.constant([True])))
attempt("python", lambda: printed([1, "x"], {"a": 2}, "é", 0.1, None))
attempt("numpy scalars", lambda: printed(np.float32(0.1), np.int64(3)))
attempt("summarized", lambda: printed(tf.range(20), summarize=2))
attempt("separator", lambda: printed(1, 2, sep="-", end="."))
attempt("ragged", lambda: printed(tf.ragged.constant([[1], [2, 3]])))
attempt("sparse", lambda: printed(tf.SparseTensor([[0]], [1], [2])))
attempt("variable", lambda: printed(tf.Variable([1, 2])))
attempt("bfloat16", lambda: printed(tf.constant([1.5, 1e30], tf.bfloat16)))
attempt("keys not in order", lambda: printed(collections.OrderedDict([("b", 1), ("a", 2)])))
)"},
  };
}

}  // namespace

std::vector<Check> file_checks() {
  return joined({file_system(), serialized()});
}

}  // namespace tfh::testsuites::runtime
