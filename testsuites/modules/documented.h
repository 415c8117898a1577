// What the tables of documented changes begin with.
#pragma once

namespace tfh::testsuites::modules {

constexpr const char* documented_parts = R"py(
def module(**parts):
    made = tf.Module()
    for name, part in parts.items():
        setattr(made, name, part)
    return made

def reloaded(made, **options):
    tf.saved_model.save(made, scratch + "/saved")
    return tf.saved_model.load(scratch + "/saved", **options)

def compiled(function):
    try:
        made = tf.function(function, jit_compile=True)
    except TypeError:
        made = tf.function(function, experimental_compile=True)
    return made()

numbers = tf.data.Dataset.range(6)

)py";

}  // namespace tfh::testsuites::modules
