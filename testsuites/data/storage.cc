// Datasets on disk: save and load, snapshots, caches.
#include "testsuites/data/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites::data {
namespace {

std::vector<Check> saving() {
  return {
      {.id = "data.save_and_load", .api = {"tf.data.Dataset.save", "tf.data.Dataset.load"}, .source = R"(
import os

attempt("save", lambda: tf.data.Dataset.range(3).save(scratch + "/saved"))
attempt("load", lambda: list(tf.data.Dataset.load(scratch + "/saved").as_numpy_iterator()))
observe("files", sorted(name for _, _, names in os.walk(scratch) for name in names), kind="structure")
attempt("load nothing", lambda: list(tf.data.Dataset.load(scratch + "/nothing")))
)"},
      {.id = "data.experimental_save", .api = {"tf.data.experimental.save", "tf.data.experimental.load"}, .source = R"(
import os

attempt("save", lambda: tf.data.experimental.save(tf.data.Dataset.range(3), scratch + "/saved"))
observe("files", sorted(name for _, _, names in os.walk(scratch) for name in names), kind="structure")
attempt("load with spec", lambda: list(
    tf.data.experimental.load(scratch + "/saved", tf.TensorSpec([], tf.int64)).as_numpy_iterator()))
attempt("load without spec", lambda: list(tf.data.experimental.load(scratch + "/saved").as_numpy_iterator()))
)"},
      {.id = "data.save_structures", .api = {"tf.data.Dataset.save"}, .source = R"(
data = tf.data.Dataset.range(2).map(lambda x: {"x": x, "ragged": tf.ragged.range(tf.stack([x, x + 1]))})

def saved():
    data.save(scratch + "/saved")
    loaded = tf.data.Dataset.load(scratch + "/saved")
    return [[int(e["x"]), e["ragged"].to_list()] for e in loaded]

attempt("elements", saved)
attempt("compressed", lambda: tf.data.Dataset.range(2).save(scratch + "/gzip", compression="GZIP"))
attempt("read compressed", lambda: len(list(tf.data.Dataset.load(scratch + "/gzip", compression="GZIP"))))
)"},
  };
}

std::vector<Check> caching() {
  return {
      {.id = "data.snapshot", .api = {"tf.data.Dataset.snapshot"}, .source = R"(
attempt("method", lambda: list(tf.data.Dataset.range(3).snapshot(scratch + "/method").as_numpy_iterator()))
)"},
      {.id = "data.experimental_snapshot", .api = {"tf.data.experimental.snapshot"}, .source = R"(
import os

attempt("elements", lambda: list(tf.data.Dataset.range(3).apply(
    tf.data.experimental.snapshot(scratch + "/snapshot")).as_numpy_iterator()))
observe("files", sorted({name.lstrip("0123456789") for _, _, names in os.walk(scratch) for name in names}),
        kind="structure")
)"},
      {.id = "data.cache_in_a_file", .api = {"tf.data.Dataset.cache"}, .source = R"(
import os

calls = []
data = tf.data.Dataset.range(3).map(lambda x: tf.py_function(lambda t: calls.append(int(t)) or t, [x], tf.int64))
cached = data.cache(scratch + "/cache")
observe("passes", [[int(x) for x in cached] for _ in range(2)])
observe("calls", calls)
observe("files", sorted(os.listdir(scratch)), kind="structure")
)"},
      {.id = "data.graph_ops", .api = {"tf.data.Dataset"}, .policy = Policy::not_covered, .source = R"(
attempt("ops", lambda: sorted({node.op for node in tf.compat.v1.GraphDef.FromString(
    tf.data.Dataset.range(4).map(lambda x: x + 1).batch(2)._as_serialized_graph().numpy()).node}), kind="structure")
)"},
  };
}

}  // namespace

std::vector<Check> storage_checks() {
  return joined({saving(), caching()});
}

}  // namespace tfh::testsuites::data
