// Where a layer is: some lived in layers.experimental.preprocessing before they became layers of their own.
#pragma once

namespace tfh::testsuites::keras {

// Python before a check that calls it.
inline constexpr const char* former_names = R"(
def home_of(kind):
    home = tf.keras.layers
    return home if hasattr(home, kind) else home.experimental.preprocessing

def is_there(kind):
    try:
        return hasattr(home_of(kind), kind)
    except AttributeError:  # Keras 3 has no place for what is experimental
        return False
)";

}  // namespace tfh::testsuites::keras
