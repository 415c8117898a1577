// Images and kernels of tf.nn's checks.
#pragma once

namespace tfh::testsuites::modules {

inline constexpr const char* ramp = R"py(
def ramp(*shape):
    return tf.reshape(tf.constant(np.linspace(-1, 1, int(np.prod(shape))), tf.float32), shape)

)py";

}  // namespace tfh::testsuites::modules
