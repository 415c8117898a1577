// The layer, the model and the data that single uses of Keras begin with.
#pragma once

namespace tfh::testsuites::keras {

// `fresh(make)` makes something with names that count from the beginning.
constexpr const char* small_parts = R"py(
layers, x = tf.keras.layers, tf.constant([[1.0, -2.0], [0.5, 3.0]])

def fresh(make):
    tf.keras.backend.clear_session()
    return make()

def dense(units=1, **options):
    return layers.Dense(units, **dict({"kernel_initializer": "ones", "name": "dense"}, **options))

def model(*parts):
    return tf.keras.Sequential([tf.keras.Input((2,), name="in")] + list(parts or [dense()]), name="model")

def compiled(**options):
    made = model()
    made.compile("sgd", **dict({"loss": "mse"}, **options))
    return made

def quantized(layer, shape, mode, data):
    layer.build(shape)
    layer.quantize(mode)
    return layer(data)

)py";

}  // namespace tfh::testsuites::keras
