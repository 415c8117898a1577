// Reading datasets from Python: iterators, sizes, single elements, texts.
#include "testsuites/data/topics.h"
#include "testsuites/joined.h"

namespace tfh::testsuites::data {
namespace {

std::vector<Check> iterators() {
  return {
      {.id = "data.as_numpy_iterator", .api = {"tf.data.Dataset.as_numpy_iterator"}, .source = R"(
def elements(dataset):
    return list(dataset.as_numpy_iterator())

attempt("types", lambda: [type(e).__name__ for e in elements(tf.data.Dataset.range(2))], kind="structure")
attempt("strings", lambda: elements(tf.data.Dataset.from_tensor_slices(["a"])))
attempt("nested dataset", lambda: elements(tf.data.Dataset.range(2).window(2)))
attempt("sparse", lambda: type(elements(tf.data.Dataset.from_tensors(
    tf.SparseTensor([[0]], [1], [2])))[0]).__name__, kind="structure")
attempt("repr", lambda: repr(tf.data.Dataset.range(2).as_numpy_iterator()), kind="text")
)"},
      {.id = "data.as_numpy_iterator_of_ragged", .api = {"tf.data.Dataset.as_numpy_iterator"}, .source = R"(
ragged = tf.data.Dataset.from_tensors(tf.ragged.constant([[1]]))
attempt("ragged", lambda: ragged.as_numpy_iterator().next())
)"},
      {.id = "data.iterator_end", .api = {"tf.data.Iterator"}, .source = R"(
iterator = iter(tf.data.Dataset.range(1))
observe("first", next(iterator))
attempt("next", lambda: next(iterator))
attempt("get_next", lambda: iterator.get_next())
attempt("optional", lambda: bool(iterator.get_next_as_optional().has_value()))
observe("element_spec", repr(iterator.element_spec), kind="text")
attempt("type", lambda: type(iterator).__name__, kind="structure")
)"},
      {.id = "data.iterator_checkpoint", .api = {"tf.data.Iterator", "tf.train.Checkpoint"}, .source = R"(
iterator = iter(tf.data.Dataset.range(6).batch(2))
checkpoint = tf.train.Checkpoint(iterator=iterator)
next(iterator)

def saved():
    path = checkpoint.write(scratch + "/ckpt")
    second = next(iterator).numpy()
    checkpoint.read(path)
    return second, next(iterator).numpy()

attempt("restored", saved)
)"},
      {.id = "data.get_single_element", .api = {"tf.data.Dataset.get_single_element"}, .source = R"(
attempt("one", lambda: tf.data.Dataset.range(1).get_single_element())
attempt("none", lambda: tf.data.Dataset.range(0).get_single_element())
attempt("two", lambda: tf.data.Dataset.range(2).get_single_element())
attempt("experimental", lambda: tf.data.experimental.get_single_element(tf.data.Dataset.range(1)))
)"},
  };
}

std::vector<Check> cardinalities() {
  return {
      {.id = "data.cardinalities",
       .api = {"tf.data.experimental.cardinality"},
       .independent = true,
       .source = R"py(
for text in ("take(-1)", "take(0)", "take(3)", "skip(-1)", "skip(2)", "skip(9)", "repeat(-1)", "repeat(0)", "repeat(3)",
             "batch(2)", "batch(2, drop_remainder=True)", "batch(2).unbatch()", "window(2)", "window(2, shift=1)",
             "window(2, drop_remainder=True)", "padded_batch(2, [])", "shuffle(2)", "prefetch(1)", "enumerate()",
             "map(lambda x: x)", "map(lambda x: x, 2)", "interleave(lambda x: numbers)", "flat_map(lambda x: numbers)",
             "filter(lambda x: True)", "concatenate(numbers)", "concatenate(numbers.repeat())", "repeat().take(3)",
             "repeat().take(-1)", "repeat().skip(3)", "repeat().batch(2)", "repeat().filter(lambda x: True)",
             "filter(lambda x: True).take(3)", "filter(lambda x: True).take(0)", "filter(lambda x: True).repeat()",
             "filter(lambda x: True).repeat(0)", "shard(2, 1)", "cache()", "scan(0, lambda s, x: (s, x))", "unique()",
             "take_while(lambda x: True)", "rebatch(2)", "snapshot(scratch)", "ragged_batch(2)", "take(0).repeat()",
             "apply(ex.ignore_errors())", "apply(ex.dense_to_ragged_batch(2))", "apply(ex.assert_cardinality(5))",
             "group_by_window(lambda x: x, lambda k, w: w, 2)", "apply(ex.shuffle_and_repeat(2, 2))", "with_options(o)"):
    evaluate(text, "int(ex.cardinality(numbers.%s))" % text)
for text in ("zip((numbers, numbers.repeat()))", "zip((numbers, numbers.take(2)))", "range(5, 0)", "range(0, 10, 3)",
             "zip((numbers, numbers.filter(lambda x: True)))", "from_generator(lambda: [1], tf.int32)",
             "from_tensors([1, 2])", "from_tensor_slices([1, 2])", "list_files(scratch + '/*', shuffle=False)",
             "random(seed=1)", "counter()", "choose_from_datasets([numbers, numbers], numbers)",
             "sample_from_datasets([numbers, numbers])", "sample_from_datasets([numbers, numbers.repeat()])"):
    evaluate(text, "int(ex.cardinality(tf.data.Dataset.%s))" % text)
)py",
       .setup = R"(
numbers, ex, o = tf.data.Dataset.range(5), tf.data.experimental, tf.data.Options()
)"},
  };
}

std::vector<Check> sizes() {
  return {
      {.id = "data.cardinality", .api = {"tf.data.Dataset.cardinality"}, .source = R"(
numbers = tf.data.Dataset.range(5)
for name, dataset in (("range", numbers), ("batch", numbers.batch(2)), ("filter", numbers.filter(lambda x: x > 1)),
                      ("repeat", numbers.repeat()), ("take", numbers.take(9)), ("shard", numbers.shard(2, 0)),
                      ("flat_map", numbers.flat_map(tf.data.Dataset.range)), ("cache", numbers.cache())):
    attempt(name, lambda: int(dataset.cardinality()))
attempt("assert_cardinality", lambda: len(list(numbers.apply(tf.data.experimental.assert_cardinality(4)))))
)"},
      {.id = "data.len_and_bool", .api = {"tf.data.Dataset"}, .source = R"(
attempt("len", lambda: len(tf.data.Dataset.range(3)))
attempt("len infinite", lambda: len(tf.data.Dataset.range(3).repeat()))
attempt("len unknown", lambda: len(tf.data.Dataset.range(3).filter(lambda x: True)))
attempt("bool of empty", lambda: bool(tf.data.Dataset.range(0)))
attempt("index", lambda: tf.data.Dataset.range(3)[1])
attempt("at", lambda: tf.data.experimental.at(tf.data.Dataset.range(3), 1))
)"},
      {.id = "data.texts", .api = {"tf.data.Dataset"}, .policy = Policy::not_covered, .source = R"(
numbers = tf.data.Dataset.range(2)
for name, dataset in (("range", numbers), ("map", numbers.map(lambda x: (x, {"y": x}))), ("batch", numbers.batch(2)),
                      ("slices", tf.data.Dataset.from_tensor_slices(["a"]))):
    observe(name, repr(dataset), kind="text")
    observe(name + " type", type(dataset).__name__, kind="structure")
)"},
      {.id = "data.in_a_function", .api = {"tf.data.Dataset", "tf.function"}, .source = R"(
@tf.function
def total(dataset):
    result = tf.constant(0, tf.int64)
    for x in dataset:
        result += x
    return result

@tf.function
def made_inside(n):
    return tf.data.Dataset.range(n).reduce(np.int64(0), lambda s, x: s + x)

attempt("argument", lambda: total(tf.data.Dataset.range(4)))
attempt("made inside", lambda: made_inside(tf.constant(4, tf.int64)))
attempt("iter", lambda: total(iter(tf.data.Dataset.range(4))))
)"},
  };
}

}  // namespace

std::vector<Check> iteration_checks() {
  return joined({iterators(), cardinalities(), sizes()});
}

}  // namespace tfh::testsuites::data
