// A function converted to tf.lite and run: what the tables of single operations begin with.
#pragma once

namespace tfh::testsuites::modules {

constexpr const char* lite_parts = R"py(
f, i, u = np.float32([1.0, -2.0, 3.5]), np.int32([1, -2, 3]), np.uint8([1, 2, 3])

def content(function, *values, specs=None, **settings):
    holder = tf.Module()
    specs = specs or [tf.TensorSpec(np.shape(v), np.asarray(v).dtype) for v in values]
    specs = [tf.TensorSpec(spec.shape, spec.dtype, name) for spec, name in zip(specs, "ab")]
    made = tf.function(function, input_signature=specs).get_concrete_function()
    try:
        converter = tf.lite.TFLiteConverter.from_concrete_functions([made], holder)
    except TypeError:
        converter = tf.lite.TFLiteConverter.from_concrete_functions([made])
    for name, value in settings.items():
        setattr(converter, name, value)
    return converter.convert()

def run(function, *values, **settings):
    interpreter = tf.lite.Interpreter(model_content=content(function, *values, **settings))
    inputs = sorted(interpreter.get_input_details(), key=lambda given: given["name"])
    for given, value in zip(inputs, values):
        if settings.get("specs"):
            interpreter.resize_tensor_input(given["index"], np.shape(value))
    interpreter.allocate_tensors()
    for given, value in zip(inputs, values):
        interpreter.set_tensor(given["index"], np.asarray(value, given["dtype"]))
    interpreter.invoke()
    return [np.array(interpreter.get_tensor(one["index"])) for one in interpreter.get_output_details()]

)py";

}  // namespace tfh::testsuites::modules
