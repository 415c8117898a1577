// Recurrent layers: states, masks, cells, wrappers.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> layers() {
  return {
      {.id = "keras.recurrent_arguments", .api = {"tf.keras.layers.LSTM", "tf.keras.layers.GRU"}, .source = R"(
def made(kind, **options):
    layer = getattr(tf.keras.layers, kind)(2, kernel_initializer="ones", recurrent_initializer="zeros", name="r",
                                           **options)
    return [np.round(v, 5) for v in tf.nest.flatten(layer(tf.ones([1, 3, 1])))]

for option, value in (("time_major", True), ("unroll", True), ("go_backwards", True), ("stateful", True),
                      ("implementation", 1), ("implementation", 3), ("reset_after", False), ("return_runs", True),
                      ("zero_output_for_mask", True), ("use_cudnn", False), ("unit_forget_bias", False),
                      ("recurrent_activation", "hard_sigmoid"), ("dropout", 1.5), ("return_state", True)):
    for kind in ("LSTM", "GRU"):
        attempt("%s: %s=%r" % (kind, option, value), lambda: made(kind, **{option: value}))
)"},
      {.id = "keras.recurrent_states", .api = {"tf.keras.layers.RNN.reset_states", "tf.keras.layers.RNN"}, .source = R"(
layer = tf.keras.layers.SimpleRNN(2, stateful=True, kernel_initializer="ones", recurrent_initializer="ones", name="r")
attempt("first", lambda: layer(tf.ones([1, 2, 1])))
attempt("goes on", lambda: layer(tf.ones([1, 2, 1])))
attempt("states", lambda: [np.shape(s) for s in layer.states], kind="structure")
attempt("reset_states", lambda: layer.reset_states())
attempt("reset_state", lambda: layer.reset_state())
attempt("after reset", lambda: layer(tf.ones([1, 2, 1])))
attempt("another batch size", lambda: layer(tf.ones([2, 2, 1])))
attempt("reset not stateful", lambda: tf.keras.layers.SimpleRNN(2, name="s").reset_states())
attempt("initial_state", lambda: tf.keras.layers.SimpleRNN(1, kernel_initializer="ones", recurrent_initializer="ones",
        name="i")(tf.zeros([1, 1, 1]), initial_state=tf.ones([1, 1])))
attempt("get_initial_state of batch", lambda: tf.nest.map_structure(np.shape,
        tf.keras.layers.LSTMCell(2, name="c").get_initial_state(batch_size=3)), kind="structure")
attempt("get_initial_state with dtype", lambda: tf.nest.map_structure(np.shape,
        tf.keras.layers.LSTMCell(2, name="c").get_initial_state(batch_size=3, dtype="float32")), kind="structure")
)"},
      {.id = "keras.recurrent_masks", .api = {"tf.keras.layers.Masking", "tf.keras.layers.LSTM"}, .source = R"(
tf.keras.backend.clear_session()  # messages name the inner cell by number
x = tf.constant([[[1.0], [0.0], [2.0], [0.0]]])
layer = tf.keras.layers.SimpleRNN(1, kernel_initializer="ones", recurrent_initializer="ones", activation="linear",
                                  return_sequences=True, name="r")
attempt("mask argument", lambda: layer(x, mask=tf.constant([[True, False, True, False]])))
attempt("masking layer", lambda: layer(tf.keras.layers.Masking(name="m")(x)))
attempt("mask attribute", lambda: tf.keras.layers.Masking(name="m")(x)._keras_mask)
attempt("integer mask", lambda: layer(x, mask=tf.constant([[1, 0, 1, 0]])))
attempt("wrong mask shape", lambda: layer(x, mask=tf.constant([True])))
)"},
      {.id = "keras.recurrent_inputs", .api = {"tf.keras.layers.LSTM"}, .source = R"(
def run(x):
    tf.keras.backend.clear_session()  # messages name the inner cell by number
    return np.shape(tf.keras.layers.LSTM(2, name="l")(x))

attempt("matrix", lambda: run(tf.ones([2, 3])))
attempt("four dimensions", lambda: run(tf.ones([1, 2, 3, 4])))
attempt("no steps", lambda: run(tf.ones([1, 0, 2])))
attempt("integers", lambda: run(tf.ones([1, 2, 2], tf.int32)))
attempt("float64", lambda: tf.keras.layers.LSTM(2, name="l")(tf.ones([1, 2, 2], tf.float64)).dtype.name)
attempt("ragged", lambda: run(tf.RaggedTensor.from_tensor(tf.ones([1, 2, 2]))))
attempt("units 0", lambda: type(tf.keras.layers.LSTM(0, name="l")).__name__)
attempt("units -1", lambda: type(tf.keras.layers.GRU(-1, name="l")).__name__)
attempt("units float", lambda: tf.keras.layers.GRU(2.0, name="l").units)
)"},
  };
}

std::vector<Check> cells() {
  return {
      {.id = "keras.recurrent_cells",
       .api = {"tf.keras.layers.LSTMCell", "tf.keras.layers.GRUCell", "tf.keras.layers.SimpleRNNCell"},
       .tolerance = {.ulps = 64},
       .source = R"(
def step(cell, states):
    return tf.nest.map_structure(np.array, cell(tf.ones([1, 1]), states))

tf.keras.backend.clear_session()  # messages name cells by number
one = tf.ones([1, 2])
for kind, states in (("SimpleRNNCell", [one]), ("GRUCell", [one]), ("LSTMCell", [one, one])):
    cell = getattr(tf.keras.layers, kind)
    attempt(kind + " config", lambda: cell(2, name="cell").get_config(), kind="structure")
    attempt(kind + " step", lambda: step(cell(2, kernel_initializer="ones", recurrent_initializer="ones"), states))
    attempt(kind + " state size", lambda: cell(2).state_size, kind="structure")
    attempt(kind + " output size", lambda: cell(2).output_size, kind="structure")
    attempt(kind + " bare state", lambda: step(
        cell(2, kernel_initializer="ones", recurrent_initializer="ones", name="cell"), one))
)"},
      {.id = "keras.recurrent_own_cell",
       .api = {"tf.keras.layers.RNN", "tf.keras.layers.StackedRNNCells"},
       .source = R"(
class Sum(tf.keras.layers.Layer):
    state_size = 1
    output_size = 1

    def call(self, x, states):
        total = states[0] + x
        return total, [total]

x = tf.constant([[[1.0], [2.0], [3.0]]])
attempt("own cell", lambda: tf.keras.layers.RNN(Sum(name="sum"), return_sequences=True, name="r")(x))
attempt("list of cells", lambda: tf.keras.layers.RNN([Sum(name="a"), Sum(name="b")], name="r")(x))
attempt("state", lambda: [np.array(v) for v in tf.keras.layers.RNN(Sum(name="s"), return_state=True, name="r")(x)])
attempt("not a cell", lambda: type(tf.keras.layers.RNN(tf.keras.layers.Dense(1, name="d"), name="r")).__name__)
attempt("no output_size", lambda: type(tf.keras.layers.RNN(type("Bare", (tf.keras.layers.Layer,), {})(), name="r")))
)"},
      {.id = "keras.bidirectional", .api = {"tf.keras.layers.Bidirectional"}, .source = R"(
def run(merge_mode, **options):
    inner = tf.keras.layers.SimpleRNN(1, kernel_initializer="ones", recurrent_initializer="ones", activation="linear",
                                      name="inner", **options)
    return tf.nest.map_structure(np.array, tf.keras.layers.Bidirectional(inner, merge_mode=merge_mode, name="both")(
        tf.constant([[[1.0], [2.0]]])))

for mode in ("concat", "sum", "mul", "ave", None, "nonsense"):
    attempt(repr(mode), lambda: run(mode))
attempt("sequences", lambda: run("concat", return_sequences=True))
attempt("states", lambda: run("concat", return_state=True))
attempt("of a dense layer", lambda: type(tf.keras.layers.Bidirectional(tf.keras.layers.Dense(1, name="d"))).__name__)
)"},
  };
}

}  // namespace

std::vector<Check> recurrent_checks() {
  return joined({layers(), cells()});
}

}  // namespace tfh::testsuites::keras
