// Python's other statements and built-in functions on tensors, a function each.
#include "testsuites/tf_function/function_table.h"
#include "testsuites/tf_function/topics.h"

namespace tfh::testsuites::tf_function {
namespace {

constexpr const char* statements = R"py(
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

}  // namespace

std::vector<Check> statement_checks() {
  return {check_of_functions("statements_of_every_kind", statements)};
}

}  // namespace tfh::testsuites::tf_function
