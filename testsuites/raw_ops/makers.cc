#include "testsuites/raw_ops/variations.h"

namespace tfh::testsuites::raw_ops {

const char* const makers = R"py(
def made(shape, dtype):
    return tf.constant(np.reshape(np.arange(np.prod(shape, dtype=int)) % 5 + 1, shape), dtype)

def F(*shape): return made(shape, tf.float32)
def U8(*shape): return made(shape, tf.uint8)
def Q(*shape): return tf.bitcast(made(shape, tf.uint8), tf.quint8)
def Q32(*shape): return tf.bitcast(made(shape, tf.int32), tf.qint32)
def I(*items): return tf.constant(items, tf.int32, [len(items)])
def L(*items): return tf.constant(items, tf.int64, [len(items)])
def S(*items): return tf.constant(items, tf.string, [len(items)])
def I2(*rows): return tf.constant(rows, tf.int32) if rows else tf.zeros([0, 2], tf.int32)
def L2(*rows): return tf.constant(rows, tf.int64) if rows else tf.zeros([0, 2], tf.int64)
def S2(*rows): return tf.constant(rows, tf.string) if rows else tf.constant([], tf.string, [0, 2])
def i(number): return tf.constant(number, tf.int32)
def l(number): return tf.constant(number, tf.int64)
def f(number): return tf.constant(number, tf.float32)
def s(text): return tf.constant(text, tf.string)

alive = []

def kept(made):
    alive.append(made)
    return made

def another_resource():
    return tf.raw_ops.MutableHashTableV2(key_dtype=tf.string, value_dtype=tf.int64, shared_name="another")

def outline(made):
    return [[one.dtype.name, None if one.shape.rank is None else list(one.shape)] if hasattr(one, "dtype")
            else type(one).__name__ for one in tf.nest.flatten(kept(made))]

def in_a_graph(call):
    with tf.Graph().as_default():
        told = call()
    del alive[:]
    return told

)py";

}  // namespace tfh::testsuites::raw_ops
