// Python's statements on tensors, one function each: what AutoGraph makes of it, or why it does not.
#include <string>

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

constexpr const char* others = R"py(
def chained_comparison(x):
    return 1 if 0 < x < 5 else 2

def conditional_expression(x):
    return x if x > 0 else -x

def conditional_of_other_dtypes(x):
    return x if x > 0 else 1.5

def conditional_of_none(x):
    if x > 0:
        y = x
    else:
        y = None
    return y

def not_of_a_tensor(x):
    return not x

def and_of_tensors(x):
    return x and x + 1

def or_of_numbers(x):
    return x or 3

def in_a_list(x):
    return x in [1, 2]

def in_a_tensor(x):
    return x in tf.constant([1, 2])

def is_none(x):
    return 1 if x is None else 2

def equal_to_none(x):
    return x == None

def asserted(x):
    assert x > 0, "not positive"
    return x

def asserted_wrong(x):
    assert x < 0, "not negative"
    return x

def tried(x):
    try:
        return x + 1
    except ValueError:
        return x

def tried_in_a_branch(x):
    if x > 0:
        try:
            y = x + 1
        finally:
            y = x + 2
    else:
        y = x
    return y

def raised_in_a_branch(x):
    if x < 0:
        raise ValueError("negative")
    return x

def with_block(x):
    with tf.name_scope("scope"):
        y = x + 1
    return y

def comprehension(x):
    return [v * 2 for v in [x, x + 1]]

def comprehension_over_a_tensor(x):
    return [v * 2 for v in tf.range(3) + x]

def generator(x):
    def each():
        yield x
        yield x + 1
    return sum(each())

def lambda_with_a_condition(x):
    return (lambda v: v if v > 0 else -v)(x)

def nonlocal_state(x):
    total = x
    def add():
        nonlocal total
        total = total + 1
    add()
    return total

def nonlocal_in_a_branch(x):
    total = x
    def add():
        nonlocal total
        if x > 0:
            total = total + 1
    add()
    return total

def starred(x):
    first, *others = [x, x + 1, x + 2]
    return others

def star_arguments(x):
    return (lambda *a, **k: a[0] + k["k"])(*[x], **{"k": x})

def deleted(x):
    y = x + 1
    del y
    return y

def deleted_in_a_branch(x):
    y = x + 1
    if x > 0:
        del y
    return x

def augmented_element(x):
    y = [x]
    y[0] += 1
    return y

def sliced_assignment(x):
    y = tf.range(3)
    y[0] = x
    return y

def printed(x):
    print("traced")
    return x

def converted_to_int(x):
    return int(x)

def converted_to_float(x):
    return float(x)

def converted_to_bool(x):
    return bool(x)

def length(x):
    return len(tf.range(x)), len(tf.range(3))

def minimum_and_sum(x):
    return min(x, x + 1), sum([x, x]), abs(x), max([x, x + 1])

def any_and_all(x):
    return any([x > 0]), all(tf.constant([True, False]))

def mapped(x):
    return list(map(lambda v: v + 1, [x, x]))

def filtered(x):
    return list(filter(lambda v: v > 0, [x, -x]))

def sorted_tensors(x):
    return sorted([x + 1, x])

def formatted(x):
    return f"{x}"

def undefined_in_one_branch(x):
    if x > 0:
        y = x
    return y

def returned_in_one_branch(x):
    if x > 5:
        return x

def class_in_a_function(x):
    class Adder:
        def __call__(self, v):
            return v + 1 if v > 0 else v
    return Adder()(x)

def global_name(x):
    return x + missing_name

def default_of_a_tensor(x, y=tf.constant(3)):
    return x + y

def super_method(x):
    class Base:
        def run(self, v):
            return v if v > 0 else -v
    class Derived(Base):
        def run(self, v):
            return super().run(v) + 1
    return Derived().run(x)
)py";

// Each function as it is, and as a function of a tensor whose value is not known while it is converted.
constexpr const char* calls = R"py(
for name, function in sorted(globals().items()):
    if type(function).__name__ == "function" and getattr(function, "__module__", None) == __name__ and name not in before:
        attempt(name, lambda: tf.function(function)(tf.constant(1)))
)py";

Check check_of(const std::string& name, const std::string& functions) {
  return {.id = "tf_function." + name,
          .api = {"tf.function", "tf.autograph"},
          .alone = true,
          .source = "\nbefore = set(globals())\n" + functions + calls};
}

}  // namespace

std::vector<Check> statement_checks() {
  return {check_of("loops_of_every_kind", loops), check_of("statements_of_every_kind", others)};
}

}  // namespace tfh::testsuites::tf_function
