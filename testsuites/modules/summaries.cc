// What tf.summary writes, read back from the files.
#include <string>

#include "testsuites/joined.h"
#include "testsuites/modules/contexts.h"
#include "testsuites/modules/expressions.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

constexpr const char* setup = R"py(
import glob, tempfile
from tensorflow.core.util import event_pb2

def content(value):
    if value.WhichOneof("value") != "tensor":
        return value.WhichOneof("value")
    array = tf.make_ndarray(value.tensor)
    if array.dtype != object:
        return array
    return [tf.io.decode_png(one) if one[:4] == b"\x89PNG" else one for one in array.ravel()]

def written(write, **options):  # of each value in the file: step, tag, plugin, what it holds
    folder = tempfile.mkdtemp(dir=scratch)
    writer = tf.summary.create_file_writer(folder, **options)
    with writer.as_default():
        write()
    writer.close()
    events = [event_pb2.Event.FromString(one.numpy())
              for one in tf.data.TFRecordDataset(sorted(glob.glob(folder + "/*")))]
    return [[event.step, value.tag, value.metadata.plugin_data.plugin_name, content(value)]
            for event in events for value in event.summary.value]

)py";

constexpr Use scalars[] = {
    {"tf.summary.scalar: float", "written(lambda: tf.summary.scalar('s', 0.5, 1))"},
    {"tf.summary.scalar: int", "written(lambda: tf.summary.scalar('s', 3, 1))"},
    {"tf.summary.scalar: bool", "written(lambda: tf.summary.scalar('s', True, 1))"},
    {"tf.summary.scalar: array of one", "written(lambda: tf.summary.scalar('s', np.float64([0.1]), 1))"},
    {"tf.summary.scalar: float64", "written(lambda: tf.summary.scalar('s', np.float64(0.1), 1))"},
    {"tf.summary.scalar: NaN", "written(lambda: tf.summary.scalar('s', float('nan'), 1))"},
    {"tf.summary.scalar: large int", "written(lambda: tf.summary.scalar('s', 2**60, 1))"},
    {"tf.summary.scalar: vector", "written(lambda: tf.summary.scalar('s', [1.0, 2.0], 1))"},
    {"tf.summary.scalar: text", "written(lambda: tf.summary.scalar('s', 'words', 1))"},
    {"tf.summary.scalar: None", "written(lambda: tf.summary.scalar('s', None, 1))"},
    {"tf.summary.scalar: complex", "written(lambda: tf.summary.scalar('s', tf.complex(1.0, 2.0), 1))"},
    {"tf.summary.scalar: variable", "written(lambda: tf.summary.scalar('s', tf.Variable(1.5), 1))"},
    {"tf.summary.scalar: name with parts", "written(lambda: tf.summary.scalar('a/b', 0.5, 1))"},
    {"tf.summary.scalar: name with spaces", "written(lambda: tf.summary.scalar('a b', 0.5, 1))"},
    {"tf.summary.scalar: empty name", "written(lambda: tf.summary.scalar('', 0.5, 1))"},
    {"tf.summary.scalar: name of a number", "written(lambda: tf.summary.scalar(1, 0.5, 1))"},
    {"tf.summary.scalar: no step", "written(lambda: tf.summary.scalar('s', 0.5))"},
    {"tf.summary.scalar: step of a variable",
     "written(lambda: tf.summary.scalar('s', 0.5, tf.Variable(3, dtype=tf.int64)))"},
    {"tf.summary.scalar: large step", "written(lambda: tf.summary.scalar('s', 0.5, 2**40))"},
    {"tf.summary.scalar: step -1", "written(lambda: tf.summary.scalar('s', 0.5, -1))"},
    {"tf.summary.scalar: step 1.5", "written(lambda: tf.summary.scalar('s', 0.5, 1.5))"},
    {"tf.summary.scalar: step of text", "written(lambda: tf.summary.scalar('s', 0.5, 'a'))"},
    {"tf.summary.scalar: description", "written(lambda: tf.summary.scalar('s', 0.5, 1, description='words'))"},
    {"tf.summary.scalar: step of int32", "written(lambda: tf.summary.scalar('s', 0.5, tf.constant(2)))"},
    {"tf.summary.scalar: ragged", "written(lambda: tf.summary.scalar('s', tf.ragged.constant([[1.0]]), 1))"},
    {"tf.summary.scalar: in a function", "written(tf.function(lambda: tf.summary.scalar('s', 0.5, 1)))"},
    {"tf.summary.scalar: in a scope",
     "written(lambda: inside(tf.name_scope('outer'), lambda _: tf.summary.scalar('s', 0.5, 1)))"},
    {"tf.summary.scalar: in a scope of a function",
     "written(tf.function(lambda: inside(tf.name_scope('outer'), lambda _: tf.summary.scalar('s', 0.5, 1)) and None))"},
    {"tf.summary.scalar: twice", "written(lambda: [tf.summary.scalar('s', n, 1) for n in (0.5, 1.5)])"},
    {"tf.summary.scalar: result",
     "inside(tf.summary.create_file_writer(tempfile.mkdtemp(dir=scratch)).as_default(), "
     "lambda _: tf.summary.scalar('s', 0.5, 1))"},
};

constexpr Use histograms[] = {
    {"tf.summary.histogram: floats", "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1))"},
    {"tf.summary.histogram: integers", "written(lambda: tf.summary.histogram('h', [1, 2, 4], 1))"},
    {"tf.summary.histogram: float64", "written(lambda: tf.summary.histogram('h', np.array([0.5, 1.5]), 1))"},
    {"tf.summary.histogram: bools", "written(lambda: tf.summary.histogram('h', [True, False], 1))"},
    {"tf.summary.histogram: nothing", "written(lambda: tf.summary.histogram('h', tf.zeros([0]), 1))"},
    {"tf.summary.histogram: one value", "written(lambda: tf.summary.histogram('h', [3.0], 1))"},
    {"tf.summary.histogram: the same values", "written(lambda: tf.summary.histogram('h', [3.0, 3.0], 1))"},
    {"tf.summary.histogram: scalar", "written(lambda: tf.summary.histogram('h', 3.0, 1))"},
    {"tf.summary.histogram: matrix", "written(lambda: tf.summary.histogram('h', [[1.0, 2.0], [3.0, 5.0]], 1))"},
    {"tf.summary.histogram: NaN", "written(lambda: tf.summary.histogram('h', [1.0, float('nan')], 1))"},
    {"tf.summary.histogram: infinity", "written(lambda: tf.summary.histogram('h', [1.0, float('inf')], 1))"},
    {"tf.summary.histogram: text", "written(lambda: tf.summary.histogram('h', ['a'], 1))"},
    {"tf.summary.histogram: ragged",
     "written(lambda: tf.summary.histogram('h', tf.ragged.constant([[1.0], [2.0, 3.0]]), 1))"},
    {"tf.summary.histogram: 0 buckets", "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets=0))"},
    {"tf.summary.histogram: 1 buckets", "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets=1))"},
    {"tf.summary.histogram: 2 buckets", "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets=2))"},
    {"tf.summary.histogram: -1 buckets", "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets=-1))"},
    {"tf.summary.histogram: None buckets",
     "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets=None))"},
    {"tf.summary.histogram: 2.5 buckets",
     "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets=2.5))"},
    {"tf.summary.histogram: 'a' buckets",
     "written(lambda: tf.summary.histogram('h', [1.0, 2.0, 4.0], 1, buckets='a'))"},
    {"tf.summary.histogram: 0 buckets of nothing",
     "written(lambda: tf.summary.histogram('h', tf.zeros([0]), 1, buckets=0))"},
    {"tf.summary.histogram: 2 buckets of nothing",
     "written(lambda: tf.summary.histogram('h', tf.zeros([0]), 1, buckets=2))"},
    {"tf.summary.histogram: 0 buckets of one value",
     "written(lambda: tf.summary.histogram('h', [3.0, 3.0], 1, buckets=0))"},
    {"tf.summary.histogram: 1 buckets of one value",
     "written(lambda: tf.summary.histogram('h', [3.0, 3.0], 1, buckets=1))"},
    {"tf.summary.histogram: 2 buckets of one value",
     "written(lambda: tf.summary.histogram('h', [3.0, 3.0], 1, buckets=2))"},
    {"tf.summary.histogram: in a function",
     "written(tf.function(lambda: tf.summary.histogram('h', [1.0, 2.0], 1, buckets=2)))"},
    {"tf.summary.histogram: of unknown shape in a function",
     "written(lambda: tf.function(lambda x: tf.summary.histogram('h', x, 1, buckets=2), "
     "input_signature=[tf.TensorSpec(None)])(tf.constant([1.0, 2.0])))"},
};

constexpr Use pictures[] = {
    {"tf.summary.image: floats",
     "written(lambda: tf.summary.image('i', tf.reshape(tf.range(8.0) / 8, [1, 2, 4, 1]), 1))"},
    {"tf.summary.image: above one", "written(lambda: tf.summary.image('i', tf.fill([1, 1, 2, 1], 1.5), 1))"},
    {"tf.summary.image: negative", "written(lambda: tf.summary.image('i', tf.fill([1, 1, 2, 1], -0.5), 1))"},
    {"tf.summary.image: NaN", "written(lambda: tf.summary.image('i', tf.fill([1, 1, 2, 1], float('nan')), 1))"},
    {"tf.summary.image: bytes", "written(lambda: tf.summary.image('i', tf.reshape(tf.range(8), [1, 2, 4, 1]) < 4, 1))"},
    {"tf.summary.image: uint8",
     "written(lambda: tf.summary.image('i', tf.fill([1, 1, 2, 3], tf.constant(200, tf.uint8)), 1))"},
    {"tf.summary.image: uint16",
     "written(lambda: tf.summary.image('i', tf.fill([1, 1, 2, 1], tf.constant(40000, tf.uint16)), 1))"},
    {"tf.summary.image: int32", "written(lambda: tf.summary.image('i', tf.fill([1, 1, 2, 1], 100), 1))"},
    {"tf.summary.image: float64", "written(lambda: tf.summary.image('i', np.full([1, 1, 2, 1], 0.5), 1))"},
    {"tf.summary.image: two channels", "written(lambda: tf.summary.image('i', tf.ones([1, 1, 2, 2]), 1))"},
    {"tf.summary.image: four channels", "written(lambda: tf.summary.image('i', tf.ones([1, 1, 2, 4]), 1))"},
    {"tf.summary.image: five channels", "written(lambda: tf.summary.image('i', tf.ones([1, 1, 2, 5]), 1))"},
    {"tf.summary.image: no images", "written(lambda: tf.summary.image('i', tf.ones([0, 1, 2, 1]), 1))"},
    {"tf.summary.image: no rows", "written(lambda: tf.summary.image('i', tf.ones([1, 0, 2, 1]), 1))"},
    {"tf.summary.image: of rank 3", "written(lambda: tf.summary.image('i', tf.ones([1, 2, 1]), 1))"},
    {"tf.summary.image: more than max_outputs", "written(lambda: tf.summary.image('i', tf.ones([5, 1, 1, 1]), 1))"},
    {"tf.summary.image: max_outputs 0",
     "written(lambda: tf.summary.image('i', tf.ones([2, 1, 1, 1]), 1, max_outputs=0))"},
    {"tf.summary.image: max_outputs 1",
     "written(lambda: tf.summary.image('i', tf.ones([2, 1, 1, 1]), 1, max_outputs=1))"},
    {"tf.summary.image: max_outputs -1",
     "written(lambda: tf.summary.image('i', tf.ones([2, 1, 1, 1]), 1, max_outputs=-1))"},
    {"tf.summary.image: text", "written(lambda: tf.summary.image('i', [[[['a']]]], 1))"},
    {"tf.summary.audio: floats", "written(lambda: tf.summary.audio('a', tf.fill([1, 4, 1], 0.5), 8000, 1))"},
    {"tf.summary.audio: above one", "written(lambda: tf.summary.audio('a', tf.fill([1, 4, 1], 1.5), 8000, 1))"},
    {"tf.summary.audio: integers", "written(lambda: tf.summary.audio('a', tf.fill([1, 4, 1], 1), 8000, 1))"},
    {"tf.summary.audio: float64", "written(lambda: tf.summary.audio('a', np.full([1, 4, 1], 0.5), 8000, 1))"},
    {"tf.summary.audio: two channels", "written(lambda: tf.summary.audio('a', tf.zeros([1, 4, 2]), 8000, 1))"},
    {"tf.summary.audio: no samples", "written(lambda: tf.summary.audio('a', tf.zeros([1, 0, 1]), 8000, 1))"},
    {"tf.summary.audio: of rank 2", "written(lambda: tf.summary.audio('a', tf.zeros([4, 1]), 8000, 1))"},
    {"tf.summary.audio: rate 0", "written(lambda: tf.summary.audio('a', tf.zeros([1, 4, 1]), 0, 1))"},
    {"tf.summary.audio: rate -1", "written(lambda: tf.summary.audio('a', tf.zeros([1, 4, 1]), -1, 1))"},
    {"tf.summary.audio: rate 1.5", "written(lambda: tf.summary.audio('a', tf.zeros([1, 4, 1]), 1.5, 1))"},
    {"tf.summary.audio: max_outputs 0",
     "written(lambda: tf.summary.audio('a', tf.zeros([2, 4, 1]), 8000, 1, max_outputs=0))"},
    {"tf.summary.audio: encoding",
     "written(lambda: tf.summary.audio('a', tf.zeros([1, 4, 1]), 8000, 1, encoding='wav'))"},
    {"tf.summary.audio: encoding that is not there",
     "written(lambda: tf.summary.audio('a', tf.zeros([1, 4, 1]), 8000, 1, encoding='ogg'))"},
};

constexpr Use others[] = {
    {"tf.summary.text: words", "written(lambda: tf.summary.text('t', 'words', 1))"},
    {"tf.summary.text: bytes", "written(lambda: tf.summary.text('t', b'words', 1))"},
    {"tf.summary.text: vector", "written(lambda: tf.summary.text('t', ['a', 'b'], 1))"},
    {"tf.summary.text: matrix", "written(lambda: tf.summary.text('t', [['a', 'b']], 1))"},
    {"tf.summary.text: not ASCII", "written(lambda: tf.summary.text('t', u'\\u00e9', 1))"},
    {"tf.summary.text: nothing", "written(lambda: tf.summary.text('t', '', 1))"},
    {"tf.summary.text: number", "written(lambda: tf.summary.text('t', 3, 1))"},
    {"tf.summary.text: no step", "written(lambda: tf.summary.text('t', 'words'))"},
    {"tf.summary.text: ragged", "written(lambda: tf.summary.text('t', tf.ragged.constant([['a'], []]), 1))"},
    {"tf.summary.write: floats", "written(lambda: tf.summary.write('w', [1.0, 2.0], 1))"},
    {"tf.summary.write: text", "written(lambda: tf.summary.write('w', 'words', 1))"},
    {"tf.summary.write: bools", "written(lambda: tf.summary.write('w', [True], 1))"},
    {"tf.summary.write: bfloat16", "written(lambda: tf.summary.write('w', tf.constant([1.5], tf.bfloat16), 1))"},
    {"tf.summary.write: ragged", "written(lambda: tf.summary.write('w', tf.ragged.constant([[1], [2, 3]]), 1))"},
    {"tf.summary.write: None", "written(lambda: tf.summary.write('w', None, 1))"},
    {"tf.summary.write: no step", "written(lambda: tf.summary.write('w', 1.0))"},
    {"tf.summary.write: name", "written(lambda: tf.summary.write('w', 1.0, 1, name='n'))"},
    {"tf.summary.write: tag of a number", "written(lambda: tf.summary.write(3, 1.0, 1))"},
    {"tf.summary.write: metadata of text", "written(lambda: tf.summary.write('w', 1.0, 1, metadata='a'))"},
    {"tf.summary.write: result",
     "inside(tf.summary.create_noop_writer().as_default(), lambda _: tf.summary.write('w', 1.0, 1))"},
    {"tf.summary.record_if: False",
     "written(lambda: inside(tf.summary.record_if(False), lambda _: tf.summary.scalar('s', 0.5, 1)))"},
    {"tf.summary.record_if: function",
     "written(lambda: inside(tf.summary.record_if(lambda: tf.constant(True)), lambda _: tf.summary.scalar('s', 0.5, "
     "1)))"},
    {"tf.summary.record_if: tensor",
     "written(lambda: inside(tf.summary.record_if(tf.constant(False)), lambda _: tf.summary.scalar('s', 0.5, 1)))"},
    {"tf.summary.record_if: text",
     "written(lambda: inside(tf.summary.record_if('a'), lambda _: tf.summary.scalar('s', 0.5, 1)))"},
    {"tf.summary.record_if: in a function",
     "written(tf.function(lambda: inside(tf.summary.record_if(tf.constant(True)), lambda _: tf.summary.scalar('s', "
     "0.5, "
     "1))))"},
    {"tf.summary.experimental.set_step: used",
     "[written(lambda: [tf.summary.experimental.set_step(7), tf.summary.scalar('s', 0.5)]), "
     "tf.summary.experimental.set_step(None)][0]"},
    {"tf.summary.experimental.set_step: then get_step",
     "[tf.summary.experimental.set_step(7), tf.summary.experimental.get_step(), "
     "tf.summary.experimental.set_step(None)][1]"},
    {"tf.summary.experimental.summary_scope: used",
     "written(lambda: inside(tf.summary.experimental.summary_scope('a', values=[]), lambda _: tf.summary.scalar('s', "
     "0.5, 1)))"},
    {"tf.summary.experimental.write_raw_pb: empty", "written(lambda: tf.summary.experimental.write_raw_pb(b'', 1))"},
    {"tf.summary.experimental.write_raw_pb: no message",
     "written(lambda: tf.summary.experimental.write_raw_pb(b'x', 1))"},
    {"tf.summary.graph: graph", "written(lambda: tf.summary.graph(tf.Graph()))"},
    {"tf.summary.graph: definition", "written(lambda: tf.summary.graph(tf.Graph().as_graph_def()))"},
    {"tf.summary.create_file_writer: max_queue 1", "written(lambda: tf.summary.scalar('s', 0.5, 1), max_queue=1)"},
    {"tf.summary.create_file_writer: trackable",
     "written(lambda: tf.summary.scalar('s', 0.5, 1), experimental_trackable=True)"},
    {"tf.summary.create_file_writer: name", "written(lambda: tf.summary.scalar('s', 0.5, 1), name='n')"},
    {"tf.summary.create_file_writer: twice in a folder",
     "[written(lambda: tf.summary.scalar('s', 0.5, n)) for n in (1, 2)]"},
    {"tf.summary.create_file_writer: attributes",
     "sorted(n for n in dir(tf.summary.create_file_writer(scratch)) if n[0] != '_')"},
    {"tf.summary.create_noop_writer: attributes",
     "sorted(n for n in dir(tf.summary.create_noop_writer()) if n[0] != '_')"},
    {"tf.summary.should_record_summaries: no writer", "tf.summary.should_record_summaries()"},
    {"tf.summary.flush: no writer", "tf.summary.flush()"},
    {"tf.summary.trace_off: not on", "tf.summary.trace_off()"},
    {"tf.summary.trace_on: twice",
     "[tf.summary.trace_on(graph=True), tf.summary.trace_on(graph=True), tf.summary.trace_off()]"},
    {"tf.summary.trace_on: nothing", "[tf.summary.trace_on(graph=False, profiler=False), tf.summary.trace_off()]"},
};

std::vector<Check> written() {
  return {check_of({.name = "summaries_written",
                    .module = "tf.summary",
                    .setup = with_contexts(setup),
                    .blocks = {{scalars}, {histograms}, {pictures}, {others}}})};
}

std::vector<Check> traces() {
  return {
      {.id = "modules.summary_trace", .api = {"tf.summary.trace_on"}, .alone = true, .source = with_contexts(R"(
writer = tf.summary.create_file_writer(scratch + "/logs")

def exported(on, export):
    tf.summary.trace_on(graph=True, profiler=True, **on)
    tf.function(lambda: tf.constant(1.0))()
    return inside(writer.as_default(), lambda _: tf.summary.trace_export("trace", 0, **export))

attempt("folder when started", lambda: exported({"profiler_outdir": scratch + "/again"}, {}))
attempt("folder when exported", lambda: exported({}, {"profiler_outdir": scratch + "/profile"}))
)")},
  };
}

std::vector<Check> summaries() {
  return {
      {.id = "modules.summary_records", .api = {"tf.summary"}, .alone = true, .source = with_contexts(R"(
import os
from tensorflow.core.util import event_pb2

writer = tf.summary.create_file_writer(scratch + "/logs", filename_suffix=".end")
attempt("repr", lambda: type(writer).__name__)
attempt("no writer", lambda: tf.summary.scalar("loss", 1.0, step=1))
attempt("write without step", lambda: tf.summary.write("tag", 1.0))
with writer.as_default(step=7) if hasattr(writer, "as_default") else writer:
    for name, function in (("scalar", lambda: tf.summary.scalar("s", 0.5, step=1)),
                           ("description", lambda: tf.summary.scalar("d", 0.5, step=1, description="text")),
                           ("histogram", lambda: tf.summary.histogram("h", [1.0, 2.0], step=1)),
                           ("histogram buckets", lambda: tf.summary.histogram("hb", [1.0, 2.0], step=1, buckets=2)),
                           ("histogram of nothing", lambda: tf.summary.histogram("he", tf.zeros([0]), step=1)),
                           ("histogram of one", lambda: tf.summary.histogram("ho", [3.0, 3.0], step=1)),
                           ("image", lambda: tf.summary.image("i", tf.zeros([1, 2, 2, 1]), step=1)),
                           ("image of rank 3", lambda: tf.summary.image("i3", tf.zeros([2, 2, 1]), step=1)),
                           ("audio", lambda: tf.summary.audio("a", tf.zeros([1, 2, 1]), 8000, step=1)),
                           ("text", lambda: tf.summary.text("t", "words", step=1)),
                           ("default step", lambda: tf.summary.scalar("ds", 0.5)),
                           ("write", lambda: tf.summary.write("w", tf.constant([1, 2]), step=2)),
                           ("graph", lambda: tf.summary.graph(tf.Graph().as_graph_def())),
                           ("trace_export", lambda: tf.summary.trace_export("trace", step=0)),
                           ("trace_on", lambda: tf.summary.trace_on(graph=True) or tf.summary.trace_off()),
                           ("should_record", lambda: tf.summary.should_record_summaries()),
                           ("record_if", lambda: inside(tf.summary.record_if(False),
                                                        lambda _: tf.summary.scalar("r", 0.5, step=1))),
                           ("scope", lambda: inside(tf.summary.experimental.summary_scope("x"), lambda names: names)),
                           ("get_step", lambda: tf.summary.experimental.get_step()),
                           ("set_step text", lambda: tf.summary.experimental.set_step("a")),
                           ("flush", lambda: tf.summary.flush())):
        attempt(name, lambda: bool(function()))
attempt("close", lambda: writer.close())
attempt("after close", lambda: inside(writer.as_default(), lambda _: None))
attempt("init", lambda: writer.init() and None)
names = os.listdir(scratch + "/logs")
observe("suffix", [name.endswith(".end") for name in names], kind="structure")
for name in names:
    events = [event_pb2.Event.FromString(r.numpy()) for r in tf.data.TFRecordDataset(scratch + "/logs/" + name)]
    observe("file version", events[0].file_version, kind="structure")
    observe("first fields", [[f.name for f, _ in events[0].ListFields() if f.name != "wall_time"]], kind="structure")
    observe("values", [[e.step, v.tag, v.WhichOneof("value"), v.metadata.plugin_data.plugin_name,
                        v.metadata.summary_description] for e in events for v in e.summary.value], kind="structure")
attempt("noop writer", lambda: type(tf.summary.create_noop_writer()).__name__)
)")},
  };
}

}  // namespace

std::vector<Check> summary_checks() {
  return joined({written(), traces(), summaries()});
}

}  // namespace tfh::testsuites::modules
