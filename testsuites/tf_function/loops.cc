// Loops over tensors, a function each: what AutoGraph makes of what changes in them, or why it does not.
#include "testsuites/tf_function/function_table.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

constexpr const char* loops = R"py(
import collections

Pair = collections.namedtuple("Pair", "first second")

def while_else(x):
    while x < 3:
        x += 1
    else:
        x = x * 10
    return x

def while_else_and_break(x):
    while x < 3:
        x += 1
        if x > 1:
            break
    else:
        x = x * 10
    return x

def for_else(x):
    for _ in tf.range(3):
        x += 1
    else:
        x = x * 10
    return x

def dictionary_as_state(x):
    state = {"a": x, "b": [x, x]}
    for _ in tf.range(3):
        state["a"] = state["a"] + 1
    return state["a"]

def new_entry_of_a_dictionary(x):
    state = {}
    for i in tf.range(3):
        state["a"] = i + x
    return state["a"]

def list_as_state(x):
    state = [x, x]
    for _ in tf.range(3):
        state[0] = state[0] + state[1]
    return state

def tuple_as_state(x):
    state = (x, x)
    for _ in tf.range(3):
        state = (state[1], state[0] + 1)
    return state

def named_tuple_as_state(x):
    state = Pair(x, x)
    for _ in tf.range(3):
        state = Pair(state.second, state.first + 1)
    return state

def attribute_as_state(x):
    class Holder:
        value = x
    holder = Holder()
    for _ in tf.range(3):
        holder.value = holder.value + 1
    return holder.value

def none_as_state(x):
    state = None
    for _ in tf.range(3):
        state = x
    return state

def number_as_state(x):
    state = 0
    for _ in tf.range(3):
        state = state + 1
    return state + x

def number_becomes_float(x):
    state = 0
    for _ in tf.range(3):
        state = state + 0.5
    return state

def text_as_state(x):
    state = "a"
    for _ in tf.range(3):
        state = state + "b"
    return state

def variable_of_the_loop_afterwards(x):
    for i in tf.range(3):
        x += i
    return x, i

def nested_loops(x):
    for i in tf.range(3):
        for j in tf.range(3):
            if j > i:
                break
            x += j
    return x

def continue_and_return(x):
    for i in tf.range(5):
        if i == 1:
            continue
        if i == 3:
            return x
        x += i
    return x

def return_of_another_dtype(x):
    for i in tf.range(5):
        if i == 3:
            return 1.5
    return x

def endless_with_break(x):
    while True:
        x += 1
        if x > 5:
            break
    return x

def mixed_condition(x):
    n = 0
    while x < 5 and n < 3:
        x += 1
        n += 1
    return x

def enumerated(x):
    for i, v in enumerate(tf.range(3)):
        x += tf.cast(i, tf.int32) * v
    return x

def zipped(x):
    for a, b in zip(tf.range(3), tf.range(3, 6)):
        x += a * b
    return x

def over_rows(x):
    for row in tf.constant([[1, 2], [3, 4]]):
        x += row[0]
    return x

def over_unknown_rows(x):
    for row in tf.reshape(tf.range(4), [x + 1, -1]):
        x += row[0]
    return x

def over_a_scalar(x):
    for v in x:
        x += v
    return x

def over_a_dictionary(x):
    for name in {"a": x, "b": x}:
        x += 1
    return x

def over_a_list_of_tensors(x):
    for v in [x, x + 1]:
        x += v
    return x

def python_range_of_a_tensor(x):
    for i in range(x):
        x += i
    return x

def reversed_range(x):
    for i in tf.range(3, 0, -1):
        x = x * 10 + i
    return x

def over_an_array(x):
    total = tf.TensorArray(tf.int32, 0, dynamic_size=True)
    for i in tf.range(3):
        total = total.write(i, i * x)
    return total.stack()

def over_a_data_set(x):
    for i, v in tf.data.Dataset.range(3).enumerate():
        x += tf.cast(i * v, tf.int32)
    return x

def over_an_iterator(x):
    for v in iter(tf.data.Dataset.range(3)):
        x += tf.cast(v, tf.int32)
    return x

def with_shape_invariants(x):
    rows = tf.zeros([0], tf.int32)
    for i in tf.range(3):
        tf.autograph.experimental.set_loop_options(shape_invariants=[(rows, tf.TensorShape([None]))])
        rows = tf.concat([rows, [i]], 0)
    return rows

def growing(x):
    rows = tf.zeros([0], tf.int32)
    for i in tf.range(3):
        rows = tf.concat([rows, [i]], 0)
    return rows
)py";

}  // namespace

std::vector<Check> loop_checks() {
  return {check_of_functions("loops_of_every_kind", loops)};
}

}  // namespace tfh::testsuites::tf_function
