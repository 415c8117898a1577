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

# Nothing that is read from where nothing was written.
def shapes(made):
    return [list(one.shape) if hasattr(one, "shape") else one for one in tf.nest.flatten(made)]

def traced(function, *specs):
    return [[t.dtype.name, t.shape.as_list() if t.shape.rank is not None else None]
            for t in tf.nest.flatten(tf.function(function).get_concrete_function(*specs).structured_outputs)]

numbers = tf.data.Dataset.range(6)

)py";

}  // namespace tfh::testsuites::modules
