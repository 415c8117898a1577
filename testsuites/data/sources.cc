// Where datasets come from: tensors, generators, ranges, files.
#include "testsuites/data/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites::data {
namespace {

std::vector<Check> from_memory() {
  return {
      {.id = "data.from_tensor_slices", .api = {"tf.data.Dataset.from_tensor_slices"}, .source = R"(
def elements(value):
    return list(tf.data.Dataset.from_tensor_slices(value).as_numpy_iterator())

attempt("vector", lambda: elements([1, 2]))
attempt("structure", lambda: elements({"a": [1, 2], "b": ([3.0, 4.0], ["x", "y"])}))
attempt("lengths differ", lambda: elements(([1, 2], [1, 2, 3])))
attempt("scalar", lambda: elements(3))
attempt("empty list", lambda: elements([]))
attempt("ragged list", lambda: elements([[1], [2, 3]]))
attempt("None", lambda: elements(None))
attempt("element_spec", lambda: repr(tf.data.Dataset.from_tensor_slices({"a": [1]}).element_spec), kind="text")
)"},
      {.id = "data.from_generator", .api = {"tf.data.Dataset.from_generator"}, .source = R"(
def numbers(limit=2):
    for i in range(limit):
        yield i, [float(i)] * i

def elements(**options):
    return list(tf.data.Dataset.from_generator(numbers, **options).as_numpy_iterator())

signature = (tf.TensorSpec([], tf.int32), tf.TensorSpec([None], tf.float32))
attempt("output_signature", lambda: elements(output_signature=signature))
attempt("output_types", lambda: elements(output_types=(tf.int32, tf.float32)))
attempt("nothing", lambda: elements())
attempt("args", lambda: elements(output_signature=signature, args=(1,)))
attempt("wrong shape", lambda: elements(output_signature=(signature[0], tf.TensorSpec([1], tf.float32))))
attempt("wrong structure", lambda: elements(output_signature=signature[0]))
)"},
      {.id = "data.range", .api = {"tf.data.Dataset.range"}, .source = R"(
def elements(*arguments, **options):
    return list(tf.data.Dataset.range(*arguments, **options).as_numpy_iterator())

attempt("limit", lambda: elements(3))
attempt("step", lambda: elements(5, 0, -2))
attempt("dtype", lambda: elements(2, output_type=tf.int32))
attempt("no step", lambda: elements(1, 5, 0))
attempt("float", lambda: elements(2.5))
attempt("nothing", lambda: elements())
attempt("negative", lambda: elements(-3))
)"},
      {.id = "data.ragged_and_sparse_elements",
       .api = {"tf.data.Dataset.from_tensor_slices", "tf.RaggedTensor"},
       .source = R"(
ragged = tf.ragged.constant([[1], [2, 3]])
sparse = tf.SparseTensor([[0, 0], [1, 1]], [1, 2], [2, 2])
attempt("ragged", lambda: [row.numpy() for row in tf.data.Dataset.from_tensor_slices(ragged)])
attempt("sparse", lambda: [tf.sparse.to_dense(row) for row in tf.data.Dataset.from_tensor_slices(sparse)])
attempt("whole ragged", lambda: [row.to_list() for row in tf.data.Dataset.from_tensors(ragged)])
attempt("batched ragged", lambda: [type(b).__name__ for b in tf.data.Dataset.from_tensor_slices(ragged).batch(2)])
)"},
  };
}

std::vector<Check> from_files() {
  return {
      {.id = "data.text_lines", .api = {"tf.data.TextLineDataset"}, .source = R"(
for name, text in (("a.txt", "one\ntwo\r\n\nfour"), ("b.txt", "")):
    with open(scratch + "/" + name, "w", newline="") as lines:
        lines.write(text)
attempt("lines", lambda: list(tf.data.TextLineDataset([scratch + "/a.txt", scratch + "/b.txt"]).as_numpy_iterator()))
attempt("no such file", lambda: list(tf.data.TextLineDataset(scratch + "/nothing.txt").as_numpy_iterator()))
)"},
      {.id = "data.tfrecords", .api = {"tf.data.TFRecordDataset", "tf.io.TFRecordWriter"}, .source = R"(
import os

for compression in ("", "GZIP", "ZLIB"):
    path = scratch + "/records" + compression
    with tf.io.TFRecordWriter(path, tf.io.TFRecordOptions(compression_type=compression)) as writer:
        writer.write(b"first")
        writer.write(b"")
    attempt("read " + compression,
            lambda: list(tf.data.TFRecordDataset(path, compression_type=compression).as_numpy_iterator()))
observe("size", os.path.getsize(scratch + "/records"))
with open(scratch + "/records", "ab") as damaged:
    damaged.write(b"damaged")
attempt("damaged", lambda: list(tf.data.TFRecordDataset(scratch + "/records").as_numpy_iterator()))
)"},
      {.id = "data.list_files", .api = {"tf.data.Dataset.list_files"}, .source = R"(
import os

for name in ("b.txt", "a.txt", "c.bin"):
    open(scratch + "/" + name, "w").close()

def found(pattern, **options):
    return [os.path.basename(p.decode()) for p in tf.data.Dataset.list_files(pattern, **options).as_numpy_iterator()]

attempt("sorted", lambda: found(scratch + "/*.txt", shuffle=False))
attempt("list", lambda: found([scratch + "/c.*", scratch + "/a.*"], shuffle=False))
attempt("nothing", lambda: found(scratch + "/*.nothing"))
)"},
      {.id = "data.csv",
       .api = {"tf.data.experimental.make_csv_dataset", "tf.data.experimental.CsvDataset"},
       .source = R"(
with open(scratch + "/table.csv", "w") as table:
    table.write("a,b,c\n1,x,0.5\n2,,1.5\n")
path = scratch + "/table.csv"
attempt("make_csv_dataset", lambda: [{key: value.tolist() for key, value in row.items()} for row in
        tf.data.experimental.make_csv_dataset(path, 2, num_epochs=1, shuffle=False).as_numpy_iterator()])
attempt("CsvDataset", lambda: list(tf.data.experimental.CsvDataset(
    path, [tf.int32, tf.constant(["none"], tf.string), tf.float32], header=True).as_numpy_iterator()))
attempt("wrong type", lambda: list(tf.data.experimental.CsvDataset(
    path, [tf.int32, tf.int32, tf.float32], header=True).as_numpy_iterator()))
)"},
  };
}

}  // namespace

std::vector<Check> source_checks() {
  return joined({from_memory(), from_files()});
}

}  // namespace tfh::testsuites::data
