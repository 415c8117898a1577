// A model for each of Keras's parts, in a file of its own: what one release writes of it, and what another makes of
// that.
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {

std::vector<Check> exchange_part_checks() {
  return {
      {.id = "saved_model.exchange_keras_parts",
       .api = {"tf.keras.models.load_model"},
       .tolerance = {.ulps = 64, .absolute = 1e-6},
       .source = R"(
layers = tf.keras.layers

def twice(x):
    return x * 2.0

def adapted(layer, values):
    layer.adapt(values)
    return layer

def model(*parts, shape=(1,), dtype="float32"):
    return tf.keras.Sequential([tf.keras.Input(shape, dtype=dtype)] + list(parts))

def two_inputs():
    one, other = tf.keras.Input((1,), name="one"), tf.keras.Input((1,), name="other")
    return tf.keras.Model([one, other], layers.Concatenate()([one, other]))

made = {
    "lookup": lambda: model(layers.StringLookup(vocabulary=["a", "b"]), dtype="string"),
    "vectorization": lambda: model(layers.TextVectorization(vocabulary=["a", "b"]), dtype="string"),
    "buckets": lambda: model(layers.Discretization(bin_boundaries=[0.0, 1.0])),
    "adapted buckets": lambda: model(adapted(layers.Discretization(num_bins=2), [[0.0], [1.0], [2.0], [3.0]])),
    "normalization": lambda: model(adapted(layers.Normalization(), [[0.0], [2.0]])),
    "batches": lambda: model(layers.BatchNormalization()),
    "recurrent": lambda: model(layers.LSTM(1, kernel_initializer="ones", recurrent_initializer="ones"), shape=(3, 1)),
    "gated": lambda: model(layers.GRU(1, kernel_initializer="ones", recurrent_initializer="ones"), shape=(3, 1)),
    "both ways": lambda: model(layers.Bidirectional(layers.SimpleRNN(1, kernel_initializer="ones",
                                                                     recurrent_initializer="ones")), shape=(3, 1)),
    "own function": lambda: model(layers.Dense(1, kernel_initializer="ones", activation=twice)),
    "lambda": lambda: model(layers.Lambda(lambda x: x + 1.0)),
    "two inputs": two_inputs,
    "policy": lambda: model(layers.Dense(1, kernel_initializer="ones", dtype="mixed_float16")),
    "regularized": lambda: model(layers.Dense(1, kernel_initializer="ones", kernel_regularizer="l2")),
}
for name, make in made.items():
    attempt(name, lambda: make().save(directory + "/%s.keras" % name))
)",
       .load = R"(
def twice(x):
    return x * 2.0

def loaded(name):
    return tf.keras.models.load_model(directory + "/%s.keras" % name, custom_objects={"twice": twice})

words, numbers, sequence = tf.constant([["b"], ["c"]]), tf.constant([[0.5], [2.5]]), tf.ones([1, 3, 1])
given = {"lookup": words, "vectorization": words, "recurrent": sequence, "gated": sequence, "both ways": sequence,
         "two inputs": [numbers, numbers]}
for name in ("lookup", "vectorization", "buckets", "adapted buckets", "normalization", "batches", "recurrent", "gated",
             "both ways", "own function", "lambda", "two inputs", "policy", "regularized"):
    attempt(name, lambda: loaded(name)(given.get(name, numbers)))
)"},
  };
}

}  // namespace tfh::testsuites::saved_model
