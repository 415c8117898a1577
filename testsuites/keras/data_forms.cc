// What models are given: every form that data can have, to every method that takes some.
#include <string>

#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* forms = R"py(
x = np.float32([[1.0, 2.0], [3.0, 4.0], [5.0, 6.0], [7.0, 8.0]])
y = np.float32([[1.0], [0.0], [1.0], [0.0]])

def pairs(*arrays):
    return tf.data.Dataset.from_tensor_slices(arrays if len(arrays) > 1 else arrays[0])

def batches(*arrays):
    for at in range(0, 4, 2):
        yield tuple(array[at:at + 2] for array in arrays)

class Batches(tf.keras.utils.Sequence):
    def __len__(self):
        return 2

    def __getitem__(self, at):
        return x[at * 2:at * 2 + 2], y[at * 2:at * 2 + 2]

alone = {
    "an array": lambda: x, "of float64": lambda: np.float64(x), "of integers": lambda: np.int64(x), "of flags": lambda: x > 2,
    "of texts": lambda: x.astype(str), "of objects": lambda: x.astype(object), "a tensor": lambda: tf.constant(x),
    "a variable": lambda: tf.Variable(x), "lists": lambda: x.tolist(), "a list of rows": lambda: list(x),
    "a list of an array": lambda: [x], "a tuple of an array": lambda: (x,), "by name": lambda: {"input": x},
    "by another name": lambda: {"other": x}, "two arrays": lambda: [x, x], "a ragged one": lambda: tf.RaggedTensor.from_tensor(x),
    "a sparse one": lambda: tf.sparse.from_dense(x), "one row": lambda: x[0], "a number": lambda: 1.0, "None": lambda: None,
    "no rows": lambda: x[:0], "wide": lambda: np.ones([4, 3], np.float32), "deep": lambda: x[:, :, None],
    "a masked array": lambda: np.ma.masked_array(x, x > 2), "a matrix": lambda: np.matrix(x), "a view": lambda: x[::-1],
}
paired = {
    "a dataset": lambda: pairs(x, y).batch(2), "single elements": lambda: pairs(x, y), "inputs alone": lambda: pairs(x).batch(2),
    "a dataset with weights": lambda: pairs(x, y, y[:, 0]).batch(2), "an endless dataset": lambda: pairs(x, y).batch(2).repeat(),
    "an empty dataset": lambda: pairs(x, y).batch(2).take(0), "a dataset of names": lambda: pairs({"input": x}, y).batch(2),
    "a generator": lambda: batches(x, y), "a generator of inputs": lambda: batches(x), "a sequence": lambda: Batches(),
    "a generator of lists": lambda: ([x, y] for _ in range(2)), "an iterator": lambda: iter(pairs(x, y).batch(2)),
    "a generator of four": lambda: ((x, y, y[:, 0], 1) for _ in range(2)), "a range": lambda: range(2),
}

def model(**options):
    tf.keras.backend.clear_session()
    made = tf.keras.Sequential([tf.keras.Input((2,), name="input"),
                                tf.keras.layers.Dense(1, kernel_initializer="ones", name="out")], name="model")
    made.compile(tf.keras.optimizers.SGD(0.01), "mse", metrics=["mae"], run_eagerly=True, **options)
    return made

def told(made):
    return [[key, made.history[key]] for key in sorted(made.history)] if hasattr(made, "history") else made
)py";

Check of_forms(const char* what, const char* source) {
  return {.id = std::string("keras.forms_of_") + what,
          .api = {"tf.keras.Model"},
          .tolerance = {.ulps = 256, .absolute = 1e-5},
          .independent = true,
          .source = source,
          .setup = forms};
}

}  // namespace

std::vector<Check> data_form_checks() {
  return {
      of_forms("inputs", R"py(
for what in alone:
    for method, arguments in (("predict", "verbose=0"), ("predict", "verbose=0, steps=1"),
                              ("fit", "y, verbose=0, shuffle=False"), ("fit", "y, verbose=0, shuffle=False, steps_per_epoch=2"),
                              ("train_on_batch", "y"), ("__call__", "")):
        evaluate("tf.keras.Model.%s: %s, %s" % (method, what, arguments),
                 "told(model().%s(alone[%r](), %s))" % (method, what, arguments))
)py"),
      of_forms("targets", R"py(
for what in alone:
    evaluate("tf.keras.Model.fit: targets are %s" % what, "told(model().fit(x, alone[%r](), verbose=0, shuffle=False))" % what)
    evaluate("tf.keras.Model.fit: weights are %s" % what,
             "told(model().fit(x, y, verbose=0, shuffle=False, sample_weight=alone[%r]()))" % what)
for classes in "{0: 1.0}", "{0: 1.0, 1: 2.0}", "{'a': 1.0}", "[1.0, 2.0]", "'balanced'", "np.float32([1, 2])", "{0.0: 1, 1.0: 2}":
    evaluate("tf.keras.Model.fit: class_weight %s" % classes, "told(model().fit(x, y, verbose=0, shuffle=False, class_weight=%s))" % classes)
)py"),
      of_forms("datasets", R"py(
for what in paired:
    for method, arguments in (("predict", "steps=2"), ("evaluate", "steps=2"), ("fit", "shuffle=False, steps_per_epoch=5"),
                              ("fit", "shuffle=False, steps_per_epoch=2, batch_size=2"),
                              ("fit", "shuffle=False, steps_per_epoch=2, y=y"),
                              ("fit", "shuffle=False, steps_per_epoch=2, class_weight={0: 1.0, 1: 2.0}")):
        evaluate("tf.keras.Model.%s: %s, %s" % (method, what, arguments),
                 "told(model().%s(paired[%r](), verbose=0, %s))" % (method, what, arguments))
    if what not in ("an endless dataset", "an iterator"):  # without an end; its last batch is lost now and then in 2.4
        evaluate("tf.keras.Model.predict: %s" % what, "model().predict(paired[%r](), verbose=0)" % what)
        evaluate("tf.keras.Model.fit: %s" % what, "told(model().fit(paired[%r](), verbose=0, shuffle=False))" % what)
)py"),
  };
}

}  // namespace tfh::testsuites::keras
