// What datasets can be turned into.
#include "testsuites/data/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites::data {
namespace {

std::vector<Check> element_by_element() {
  return {
      {.id = "data.map", .api = {"tf.data.Dataset.map"}, .source = R"(
numbers = tf.data.Dataset.range(3)

def mapped(function, **options):
    return list(numbers.map(function, **options).as_numpy_iterator())

attempt("parallel", lambda: mapped(lambda x: x * 2, num_parallel_calls=2))
attempt("autotune", lambda: mapped(lambda x: x * 2, num_parallel_calls=tf.data.experimental.AUTOTUNE))
attempt("structure", lambda: mapped(lambda x: {"x": x, "text": tf.strings.as_string(x)}))
attempt("constant", lambda: mapped(lambda x: 7))
attempt("list becomes tensor", lambda: mapped(lambda x: [x, x]))
attempt("raises", lambda: mapped(lambda x: 1 // 0))
attempt("fails while running", lambda: mapped(lambda x: tf.debugging.assert_less(x, tf.constant(1, tf.int64)) or x))
)"},
      {.id = "data.map_name", .api = {"tf.data.Dataset.map"}, .source = R"(
attempt("name", lambda: list(tf.data.Dataset.range(2).map(lambda x: x, name="copy").as_numpy_iterator()))
attempt("synchronous", lambda: list(tf.data.Dataset.range(2).map(lambda x: x, synchronous=True).as_numpy_iterator()))
)"},
      {.id = "data.names", .api = {"tf.data.Dataset"}, .source = R"(
numbers = tf.data.Dataset.range(2)
for method, arguments in (("batch", (2,)), ("filter", (lambda x: x > 0,)), ("take", (1,)), ("skip", (1,)),
                          ("repeat", (2,)), ("prefetch", (1,)), ("cache", ()), ("shuffle", (1,))):
    attempt(method, lambda: list(getattr(numbers, method)(*arguments, name="named").as_numpy_iterator()))
)"},
      {.id = "data.scan", .api = {"tf.data.Dataset.scan"}, .source = R"(
def sums():
    numbers = tf.data.Dataset.range(3)
    return list(numbers.scan(tf.constant(0, tf.int64), lambda s, x: (s + x, s + x)).as_numpy_iterator())

attempt("running sum", sums)
)"},
      {.id = "data.reduce", .api = {"tf.data.Dataset.reduce"}, .source = R"(
numbers = tf.data.Dataset.range(4)
attempt("sum", lambda: numbers.reduce(np.int64(0), lambda s, x: s + x))
attempt("structure", lambda: numbers.reduce((np.int64(0), 0), lambda s, x: (s[0] + x, s[1] + 1)))
attempt("dtype changes", lambda: numbers.reduce(0, lambda s, x: s + x))
attempt("empty", lambda: tf.data.Dataset.range(0).reduce(np.int64(5), lambda s, x: s + x))
)"},
  };
}

std::vector<Check> grouping() {
  return {
      {.id = "data.batch", .api = {"tf.data.Dataset.batch"}, .source = R"(
numbers = tf.data.Dataset.range(5)

def batched(size, **options):
    return list(numbers.batch(size, **options).as_numpy_iterator())

attempt("remainder", lambda: batched(2))
attempt("drop_remainder", lambda: batched(2, drop_remainder=True))
attempt("parallel", lambda: batched(3, num_parallel_calls=2))
attempt("zero", lambda: batched(0))
attempt("negative", lambda: batched(-1))
attempt("float", lambda: batched(2.5))
attempt("spec", lambda: repr(numbers.batch(2, drop_remainder=True).element_spec), kind="text")
# Elements are copied side by side, and the error names the one that came first.
def error_of_unlike_shapes():
    try:
        list(tf.data.Dataset.range(1, 3).map(lambda n: tf.ones([n])).batch(2))
    except Exception as error:
        return type(error).__name__
attempt("error of unlike shapes", error_of_unlike_shapes)
)"},
      {.id = "data.padded_batch", .api = {"tf.data.Dataset.padded_batch"}, .source = R"(
rows = tf.data.Dataset.range(1, 4).map(lambda n: tf.fill([n], n))

def padded(*arguments, **options):
    return list(rows.padded_batch(*arguments, **options).as_numpy_iterator())

attempt("default shapes", lambda: padded(3))
attempt("fixed", lambda: padded(3, padded_shapes=[4], padding_values=tf.constant(-1, tf.int64)))
attempt("python padding", lambda: padded(3, padding_values=-1))
attempt("too small", lambda: padded(3, padded_shapes=[2]))

def padded_pairs(**options):
    return list(rows.map(lambda x: (x, x[0])).padded_batch(3, **options).as_numpy_iterator())

attempt("pairs", lambda: padded_pairs())
attempt("pairs, one padding", lambda: padded_pairs(padded_shapes=([None], []), padding_values=tf.constant(-1, tf.int64)))
attempt("pairs, one number", lambda: padded_pairs(padding_values=-1))
attempt("pairs, two paddings", lambda: padded_pairs(padding_values=(np.int64(-1), np.int64(-2))))
attempt("pairs, one shape", lambda: padded_pairs(padded_shapes=[4]))
attempt("pairs, no padding of one", lambda: padded_pairs(padding_values=(np.int64(-1), None)))
)"},
  };
}

std::vector<Check> windows() {
  return {
      {.id = "data.window", .api = {"tf.data.Dataset.window"}, .source = R"(
def windows(*arguments, **options):
    return [list(w.as_numpy_iterator()) for w in tf.data.Dataset.range(5).window(*arguments, **options)]

attempt("plain", lambda: windows(2))
attempt("shift", lambda: windows(3, shift=1, drop_remainder=True))
attempt("stride", lambda: windows(2, shift=1, stride=2))
attempt("zero", lambda: windows(0))
)"},
      {.id = "data.group_by_window", .api = {"tf.data.Dataset.group_by_window"}, .source = R"(
def grouped():
    numbers = tf.data.Dataset.range(6)
    return list(numbers.group_by_window(lambda x: x % 2, lambda key, w: w.batch(2), window_size=2).as_numpy_iterator())

attempt("parity", grouped)
)"},
  };
}

std::vector<Check> newer() {
  return {
      {.id = "data.newer_methods", .api = {"tf.data.Dataset"}, .source = R"(
numbers = tf.data.Dataset.range(4)
ragged = tf.data.Dataset.from_tensor_slices([2, 2, 1, 2])
attempt("unique", lambda: list(ragged.unique().as_numpy_iterator()))
attempt("take_while", lambda: list(numbers.take_while(lambda x: x < 2).as_numpy_iterator()))
attempt("rebatch", lambda: [len(b) for b in numbers.batch(3).rebatch(2).as_numpy_iterator()])
attempt("ragged_batch", lambda: [b.to_list() for b in numbers.map(lambda n: tf.range(n)).ragged_batch(4)])
attempt("counter", lambda: list(tf.data.Dataset.counter(start=3).take(2).as_numpy_iterator()))
attempt("rejection_resample", lambda: type(numbers.rejection_resample(lambda x: 0, [1.0])).__name__)
attempt("sparse_batch", lambda: len(list(numbers.map(lambda n: tf.range(n)).sparse_batch(4, [4]))))
)"},
  };
}

std::vector<Check> combining() {
  return {
      {.id = "data.zip_and_concatenate", .api = {"tf.data.Dataset.zip", "tf.data.Dataset.concatenate"}, .source = R"(
a, b = tf.data.Dataset.range(3), tf.data.Dataset.range(10, 12)
attempt("tuple", lambda: list(tf.data.Dataset.zip((a, b)).as_numpy_iterator()))
attempt("arguments", lambda: list(tf.data.Dataset.zip(a, b).as_numpy_iterator()))
attempt("dict", lambda: list(tf.data.Dataset.zip({"a": a, "b": b}).as_numpy_iterator()))
attempt("list", lambda: list(tf.data.Dataset.zip([a, b]).as_numpy_iterator()))
attempt("concatenate", lambda: list(a.concatenate(b).as_numpy_iterator()))
attempt("unlike types", lambda: list(a.concatenate(b.map(lambda x: tf.cast(x, tf.float32))).as_numpy_iterator()))
)"},
      {.id = "data.interleave", .api = {"tf.data.Dataset.interleave", "tf.data.Dataset.flat_map"}, .source = R"(
starts = tf.data.Dataset.from_tensor_slices(np.int64([0, 10, 20]))

def three(start):
    return tf.data.Dataset.range(start, start + 3)

attempt("flat_map", lambda: list(starts.flat_map(three).as_numpy_iterator()))
attempt("interleave", lambda: list(starts.interleave(three, cycle_length=2, block_length=2).as_numpy_iterator()))
attempt("parallel", lambda: list(starts.interleave(three, cycle_length=2, num_parallel_calls=2,
                                                   deterministic=True).as_numpy_iterator()))
attempt("not a dataset", lambda: list(starts.flat_map(lambda x: x).as_numpy_iterator()))
)"},
      {.id = "data.choose_and_sample",
       .api = {"tf.data.Dataset.choose_from_datasets", "tf.data.Dataset.sample_from_datasets"},
       .source = R"(
parts = [tf.data.Dataset.range(2), tf.data.Dataset.range(10, 12)]
attempt("choose", lambda: list(tf.data.Dataset.choose_from_datasets(
    parts, tf.data.Dataset.from_tensor_slices(np.int64([0, 1, 1, 0]))).as_numpy_iterator()))
attempt("sample", lambda: sorted(tf.data.Dataset.sample_from_datasets(parts, seed=1).as_numpy_iterator()))
attempt("experimental", lambda: sorted(
    tf.data.experimental.sample_from_datasets(parts, seed=1).as_numpy_iterator()))
)"},
      {.id = "data.shuffle",
       .api = {"tf.data.Dataset.shuffle"},
       .policy = Policy::not_covered,
       .alone = true,
       .source = R"(
tf.random.set_seed(3)
numbers = tf.data.Dataset.range(6).shuffle(6, seed=5)
observe("first pass", list(numbers.as_numpy_iterator()))
observe("second pass", list(numbers.as_numpy_iterator()))
fixed = tf.data.Dataset.range(6).shuffle(6, seed=5, reshuffle_each_iteration=False)
observe("not reshuffled", list(fixed.as_numpy_iterator()) == list(fixed.as_numpy_iterator()))
attempt("no buffer", lambda: list(tf.data.Dataset.range(2).shuffle(0).as_numpy_iterator()))
)"},
  };
}

}  // namespace

std::vector<Check> transformation_checks() {
  return joined({element_by_element(), grouping(), windows(), newer(), combining()});
}

}  // namespace tfh::testsuites::data
