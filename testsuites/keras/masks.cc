// What masks, implied or given, and the weights of classes do to losses and layers.
#include "testsuites/joined.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

std::vector<Check> losses() {
  return {
      {.id = "keras.masked_losses", .api = {"tf.keras.Model.evaluate", "tf.keras.layers.Masking"}, .source = R"(
x = np.float32([[[1], [2], [0]], [[1], [0], [0]]])
y = np.float32([[[0], [0], [5]]] * 2)

def evaluated(loss="mse", weights=None, **options):
    model = tf.keras.Sequential([tf.keras.layers.Masking(0.0, input_shape=(3, 1), name="mask"),
                                 tf.keras.layers.Dense(1, kernel_initializer="ones", name="out")], name="model")
    model.compile("sgd", loss, run_eagerly=True, **options)
    return [float(v) for v in np.ravel(model.evaluate(x, y, sample_weight=weights, verbose=0))]

attempt("loss", lambda: evaluated())
attempt("huber", lambda: evaluated("huber"))
attempt("metric", lambda: evaluated(metrics=["mae"]))
attempt("weighted metric", lambda: evaluated(weighted_metrics=["mae"]))
attempt("sample weights", lambda: evaluated(weights=np.float32([1, 2])))
attempt("weights of steps", lambda: evaluated(weights=np.float32([[1, 2, 3]] * 2)))
attempt("own function", lambda: evaluated(lambda truth, guess: tf.abs(truth - guess)))
)"},
      {.id = "keras.losses_of_masked_tensors", .api = {"tf.keras.losses.MeanSquaredError"}, .source = R"(
def loss(mask, **options):
    guess = tf.constant([[[1.0], [2.0], [3.0]]])
    guess._keras_mask = tf.constant(mask)
    return tf.keras.losses.MeanSquaredError(**options)(tf.zeros([1, 3, 1]), guess)

attempt("mask", lambda: loss([[True, True, False]]))
attempt("nothing left", lambda: loss([[False, False, False]]))
attempt("summed", lambda: loss([[True, True, False]], reduction="sum"))
attempt("not reduced", lambda: loss([[True, True, False]], reduction="none"))
attempt("wrong length", lambda: loss([[True, True, False, False]]))
attempt("wrong rank", lambda: loss([True, True]))
attempt("ragged", lambda: tf.keras.losses.MeanSquaredError()(tf.ragged.constant([[1.0, 2.0], [3.0]]),
                                                             tf.ragged.constant([[0.0, 0.0], [0.0]])))
)"},
      {.id = "keras.class_weights", .api = {"tf.keras.Model.fit"}, .tolerance = {.ulps = 64}, .source = R"(
def loss(shape, y, weights, loss="mse"):
    model = tf.keras.Sequential([tf.keras.layers.Dense(2, input_shape=shape[1:], kernel_initializer="ones",
                                                       name="out")], name="model")
    model.compile("sgd", loss, run_eagerly=True)
    return float(model.fit(np.ones(shape, np.float32), np.array(y), class_weight=weights, verbose=0).history["loss"][0])

attempt("rows", lambda: loss([2, 2], np.float32([[1, 0], [0, 1]]), {0: 1.0, 1: 3.0}))
attempt("pixels", lambda: loss([1, 2, 2], np.float32([[[1, 0], [0, 1]]]), {0: 1.0, 1: 3.0}))
attempt("indices", lambda: loss([2, 2], [0, 1], {0: 1.0, 1: 3.0}, "sparse_categorical_crossentropy"))
attempt("indices of pixels", lambda: loss([1, 2, 2], [[0, 1]], {0: 1.0, 1: 3.0}, "sparse_categorical_crossentropy"))
attempt("gap", lambda: loss([2, 2], np.float32([[1, 0], [0, 1]]), {0: 1.0, 2: 3.0}))
)"},
  };
}

std::vector<Check> layers() {
  return {
      {.id = "keras.masked_attention",
       .api = {"tf.keras.layers.MultiHeadAttention"},
       .tolerance = {.ulps = 64, .absolute = 1e-5},
       .source = R"(
embedding = tf.keras.layers.Embedding(3, 2, mask_zero=True, name="embedding")
embedding(tf.constant([[0]]))
embedding.set_weights([np.float32([[1, 2], [3, -4], [0.5, 0.1]])])
x = embedding(tf.constant([[1, 2, 0]]))

def attended(*arguments, **options):
    layer = tf.keras.layers.MultiHeadAttention(1, 2, kernel_initializer="ones", name="attention")
    return layer(*arguments, **options)

attempt("implied mask", lambda: attended(x, x))
attempt("given mask and implied", lambda: attended(x, x, attention_mask=tf.ones([1, 3, 3], tf.bool)))
attempt("given mask", lambda: attended(x, x, attention_mask=tf.constant([[[True, False, True]] * 3])))
attempt("causal", lambda: attended(x, x, use_causal_mask=True))
attempt("no mask", lambda: attended(tf.identity(x), tf.identity(x)))
attempt("scores", lambda: attended(x, x, return_attention_scores=True)[1])
)"},
      {.id = "keras.masked_layers",
       .api = {"tf.keras.layers.Masking", "tf.keras.layers.BatchNormalization"},
       .tolerance = {.ulps = 64, .absolute = 1e-5},
       .source = R"(
x = tf.constant([[[1.0], [3.0], [0.0]]])

def after(layer, **options):
    return layer(tf.keras.layers.Masking(0.0, name="mask")(x), **options)

attempt("BatchNormalization", lambda: after(tf.keras.layers.BatchNormalization(name="l"), training=True))
attempt("BatchNormalization, given mask", lambda: tf.keras.layers.BatchNormalization(name="l")(
    x, training=True, mask=tf.constant([[True, True, False]])))
attempt("GlobalAveragePooling1D", lambda: after(tf.keras.layers.GlobalAveragePooling1D(name="l")))
attempt("GlobalMaxPooling1D", lambda: after(tf.keras.layers.GlobalMaxPooling1D(name="l")))
attempt("SimpleRNN", lambda: after(tf.keras.layers.SimpleRNN(1, kernel_initializer="ones",
                                                             recurrent_initializer="ones", name="l")))
attempt("Softmax", lambda: tf.keras.layers.Softmax(name="l")(tf.constant([[1.0, 2.0]]), tf.constant([[True, False]])))
attempt("Softmax of nothing", lambda: tf.keras.layers.Softmax(name="l")(
    tf.constant([[1.0, 2.0]]), tf.constant([[False, False]])))
attempt("Attention", lambda: tf.keras.layers.Attention(name="l")([x, x], mask=[None, tf.constant([[True, True, False]])]))
attempt("mask of Concatenate", lambda: tf.keras.layers.Concatenate(axis=1, name="l").compute_mask(
    [x, x], [tf.constant([[True, True, False]])] * 2))
attempt("Embedding of sparse", lambda: type(tf.keras.layers.Embedding(3, 2, name="l")(
    tf.sparse.from_dense([[1, 2]]))).__name__)
attempt("Embedding of ragged", lambda: tf.keras.layers.Embedding(3, 1, embeddings_initializer="ones", name="l")(
    tf.ragged.constant([[1], [2, 0]])))
)"},
  };
}

}  // namespace

std::vector<Check> mask_checks() {
  return joined({losses(), layers()});
}

}  // namespace tfh::testsuites::keras
