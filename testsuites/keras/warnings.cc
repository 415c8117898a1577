// What Keras warns of, an expression each.
#include "testsuites/keras/small_parts.h"
#include "testsuites/keras/topics.h"

namespace tfh::testsuites::keras {
namespace {

constexpr const char* setup = R"py(
import os, warnings

v, weights = tf.Variable(1.0), os.path.join(scratch, "w.weights.h5")
stopping, set_policy = tf.keras.callbacks.EarlyStopping("nowhere"), tf.keras.mixed_precision.set_global_policy

def frozen(made):
    made.trainable = False
    return made

def with_saved_weights(made):
    made.save_weights(weights)
    return made

def warned(function):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        fresh(function)
    return [[one.category.__name__, str(one.message).split(". ")[0]] for one in caught
            if one.category.__name__ not in ("ImportWarning", "ResourceWarning")]

)py";

constexpr const char* uses = R"py(
warnings_of = {
    "layers.Dense: input_shape": "layers.Dense(1, input_shape=(2,))",
    "layers.Dense: input_dim": "layers.Dense(1, input_dim=2)",
    "layers.LayerNormalization: rms_scaling": "layers.LayerNormalization(rms_scaling=True)",
    "layers.Embedding: input_length": "layers.Embedding(2, 1, input_length=3)",
    "layers.Softmax: axis of one": "layers.Softmax()(x[:, :1])",
    "layers.BatchNormalization: fused": "layers.BatchNormalization(fused=True)",
    "layers.LSTM: implementation": "layers.LSTM(1, implementation=1)",
    "layers.LSTM: time_major": "layers.LSTM(1, time_major=True)",
    "layers.LSTM: relu": "layers.LSTM(1, activation='relu')",
    "layers.Dropout: noise_shape": "layers.Dropout(0.5, noise_shape=(1,))",
    "layers.LeakyReLU: alpha": "layers.LeakyReLU(alpha=0.1)",
    "layers.LeakyReLU: negative": "layers.LeakyReLU(-0.1)",
    "layers.Lambda: variable": "(lambda v: layers.Lambda(lambda a: a * v)(x))(tf.Variable(2.0))",
    "layers.Flatten: of a scalar": "layers.Flatten()(1.0)",
    "layers.Layer: dynamic": "layers.Layer(dynamic=True)",
    "layers.Layer: autocast": "layers.Layer(autocast=False)",
    "losses.categorical_crossentropy: one class": "tf.keras.losses.categorical_crossentropy(x[:, :1], x[:, :1])",
    "losses.BinaryCrossentropy: sigmoid": "tf.keras.losses.BinaryCrossentropy(True)(x, tf.nn.sigmoid(x))",
    "losses.Huber: delta": "tf.keras.losses.Huber(delta=-1.0)(x, x)",
    "metrics.MeanIoU: weights of floats": "tf.keras.metrics.MeanIoU(2).update_state([0, 1], [0, 1], [0.5, 0.5])",
    "metrics.AUC: one threshold": "tf.keras.metrics.AUC(num_thresholds=2)",
    "metrics.Mean: of text": "tf.keras.metrics.Mean().update_state('a')",
    "metrics.Precision: result before": "tf.keras.metrics.Precision().result()",
    "optimizers.SGD: lr": "tf.keras.optimizers.SGD(lr=0.1)",
    "optimizers.SGD: decay": "tf.keras.optimizers.SGD(decay=0.1)",
    "optimizers.Adam: no gradients": "tf.keras.optimizers.Adam().apply_gradients([(None, v), (x, tf.Variable(x))])",
    "optimizers.Adam: get_weights": "tf.keras.optimizers.Adam().get_weights()",
    "initializers.GlorotUniform: used twice": "[i((2,)) for i in [tf.keras.initializers.GlorotUniform()] * 2]",
    "Model.save: h5": "model().save(scratch + '/a.h5')",
    "Model.save: keras": "model().save(scratch + '/a.keras')",
    "Model.save: not compiled": "model().save(scratch + '/b')",
    "Model.save: twice": "[model().save(scratch + '/t.keras') for _ in (0, 1)]",
    "Model.fit: runs out": "compiled().fit(x, x[:, :1], steps_per_epoch=5, epochs=2, verbose=0)",
    "Model.fit: generator": "compiled().fit(((x, x[:, :1]) for _ in range(2)), epochs=2, verbose=0)",
    "Model.predict: other shape": "model().predict(np.ones([1, 1, 2]), verbose=0)",
    "Model.predict: in a loop": "[model().predict(x, verbose=0) for _ in range(6)]",
    "Model.evaluate: not compiled": "model().evaluate(x, x, verbose=0)",
    "Model.compile: run_eagerly and jit": "model().compile('sgd', 'mse', run_eagerly=True, jit_compile=True)",
    "Model: frozen after compiling": "frozen(compiled()).fit(x, x[:, :1], verbose=0)",
    "Model.load_weights: by_name": "with_saved_weights(model()).load_weights(weights, by_name=True)",
    "Model.summary: not built": "tf.keras.Sequential([dense()]).summary(print_fn=lambda *a, **o: None)",
    "Model: list of inputs": "tf.keras.Model([tf.keras.Input((2,))], dense()(tf.keras.Input((2,))))",
    "Model: call with a list": "(lambda i: tf.keras.Model([i], dense()(i))([x]))(tf.keras.Input((2,), name='a'))",
    "callbacks.ModelCheckpoint: period": "tf.keras.callbacks.ModelCheckpoint(scratch + '/a.keras', period=1)",
    "callbacks.ModelCheckpoint: mode": "tf.keras.callbacks.ModelCheckpoint(scratch + '/a.keras', mode='nonsense')",
    "callbacks.EarlyStopping: mode": "tf.keras.callbacks.EarlyStopping(mode='nonsense')",
    "callbacks.EarlyStopping: not there": "compiled().fit(x, x[:, :1], verbose=0, callbacks=[stopping])",
    "callbacks.ReduceLROnPlateau: epsilon": "tf.keras.callbacks.ReduceLROnPlateau(epsilon=0.1)",
    "callbacks.ReduceLROnPlateau: factor": "tf.keras.callbacks.ReduceLROnPlateau(factor=2.0)",
    "backend.learning_phase: asked": "tf.keras.backend.learning_phase()",
    "backend.set_learning_phase: set": "tf.keras.backend.set_learning_phase(0)",
    "backend.set_epsilon: text": "tf.keras.backend.set_epsilon('a')",
    "utils.to_categorical: few": "tf.keras.utils.to_categorical([3], 2)",
    "mixed_precision.set_global_policy: float16": "[set_policy(p) for p in ('float16', 'float32')]",
}
for key, text in warnings_of.items():
    evaluate("tf.keras.%s, warnings" % key, "warned(lambda: %s)" % text, kind="warnings")
)py";

}  // namespace

std::vector<Check> warning_checks() {
  return {check_of_uses("warnings", "tf.keras", setup, uses)};
}

}  // namespace tfh::testsuites::keras
