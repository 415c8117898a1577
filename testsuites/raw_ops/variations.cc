#include "testsuites/raw_ops/variations.h"

namespace tfh::testsuites::raw_ops {

// From the text of one argument to others, each with a name. A place is far away where it would lie outside of any
// memory; what may be a size is a thousand, since a release that makes room for more takes seconds.
const char* const variations = R"py(
import re

PLACES = re.compile("ind|ids|splits|argmax|axis|perm|begin|end|start|sequence|labels|targets|key|partitions|window|seq_|"
                    "batch_dim|shift|handles|row_|col_|paddings|crops|candidates|classes")
MAKER = re.compile(r"\b(F|U8|Q|Q32|I|L|S|I2|L2|S2|i|l|f|s|csr|variable)\(([^()]*)\)")
RESOURCE = re.compile(r"\b[a-z_]+\(\)")

def far(name, word):
    return 1000 if not PLACES.search(name) else 2 ** 40 if word[0] in "Ll" else 2 ** 31 - 1

def split(text):  # at commas that nothing encloses
    parts, depth, quoted = [""], 0, False
    for c in text:
        quoted ^= c == "'"
        depth += not quoted and (c in "([") - (c in ")]")
        if c == "," and not quoted and depth == 0:
            parts.append("")
        else:
            parts[-1] += c
    return [part.strip() for part in parts] if text.strip() else []

def call_of(word, items):
    return "%s(%s)" % (word, ", ".join(map(str, items)))

def shapes(word, shape):
    yield "empty", call_of(word, [0])
    if shape:
        yield "scalar", call_of(word, [])
        yield "longer", call_of(word, [shape[0] + 1] + shape[1:])
    if len(shape) > 1:
        yield "without rows", call_of(word, [0] + shape[1:])
        yield "without columns", call_of(word, shape[:-1] + [0])
        yield "wider", call_of(word, shape[:-1] + [shape[-1] + 1])
        yield "of fewer dimensions", call_of(word, shape[1:])
    yield "of more dimensions", call_of(word, [1] + shape)

def vectors(word, items, large):
    yield "empty", call_of(word, [])
    if items:
        yield "scalar", call_of(word.lower(), items[:1])
        yield "shorter", call_of(word, items[:-1])
        yield "longer", call_of(word, items + items[-1:])
        yield "a matrix", call_of(word + "2", ["[%s]" % ", ".join(items)])
    if items and word != "S":
        for name, number in ("-1", "-1"), ("far away", str(large)):
            yield "from " + name, call_of(word, [number] + items[1:])
            yield "to " + name, call_of(word, items[:-1] + [number])
        yield "zeros", call_of(word, ["0"] * len(items))

def matrices(word, rows, large):
    first = split(rows[0].strip("[]"))
    yield "empty", call_of(word, [])
    yield "a vector", call_of(word[0], first)
    yield "shorter", call_of(word, rows[:-1])
    yield "longer", call_of(word, rows + rows[-1:])
    if word != "S2":
        yield "wider", call_of(word, [row[:-1] + ", 0]" for row in rows])
        for name, number in ("-1", "-1"), ("far away", str(large)):
            yield "from " + name, call_of(word, ["[%s]" % ", ".join([number] + first[1:])] + rows[1:])

def scalars(word, item, large):
    yield "a vector", "F(2)" if word == "f" else call_of(word.upper(), [item])
    yield "empty", "F(0)" if word == "f" else call_of(word.upper(), [])
    if word == "f":
        yield from (("-1", "f(-1.0)"), ("0", "f(0.0)"), ("NaN", "f(float('nan'))"))
    elif word != "s":
        far_below = [-large - 1] if large > 1000 else []
        yield from ((str(number), call_of(word, [number])) for number in [-1, 0, large] + far_below)

def tensors(name, word, inside):
    items, large = split(inside), far(name, word)
    if word in ("csr", "variable"):
        return [("longer", call_of(word, [int(items[0]) + 1] + items[1:]))]
    if word in ("F", "U8", "Q", "Q32"):
        return shapes(word, [int(item) for item in items])
    return (vectors if word in "ILS" else scalars if len(word) == 1 else matrices)(
        word, inside if word in "ilfs" else items, large)

def lists(items):
    yield "[]", "[]"
    if items:
        yield "a shorter list", "[%s]" % ", ".join(items[:-1])
        yield "a longer list", "[%s]" % ", ".join(items + items[-1:])
    if items and re.match(r"[-\d.]+$", items[0]):
        for number in ("-1", "0"):
            yield "from " + number, "[%s]" % ", ".join([number] + items[1:])
            yield "with " + number, "[%s]" % ", ".join(items[:1] + [number] + items[2:])

def attributes(name, text):
    if re.match(r"-?\d+$", text):
        far_below = [str(-2 ** 31)] if PLACES.search(name) else []
        return [(number, number) for number in ["-1", "0", str(far(name, "i"))] + far_below]
    if re.match(r"tf\.\w+$", text):
        return [(dtype, dtype) for dtype in ("tf.int8", "tf.complex128", "tf.string", "tf.resource")]
    if re.match(r"-?\d+\.\d+$", text):
        return [(number, number) for number in ("-1.0", "0.0", "float('nan')")]
    if text in ("True", "False"):
        return [(str(text == "False"), str(text == "False"))]
    return [(other, other) for other in ("''", "'other'")] if text[0] == "'" else ()

def others(name, text, length_is_fixed):
    maker, resource = MAKER.search(text), RESOURCE.search(text)
    if resource:
        yield "another resource", text.replace(resource.group(), "another_resource()", 1)
    elif maker:
        for what, other in tensors(name, *maker.groups()):
            yield what, text[:maker.start()] + other + text[maker.end():]
    if text[0] == "[" and not length_is_fixed:
        yield from lists(split(text[1:-1]))
    elif not maker and not resource and name not in ("seed", "seed2", "hash_key"):
        yield from attributes(name, text)

def is_list_of_tensors(text):
    return text[0] == "[" and MAKER.search(text)

# Lists of tensors that must be equally long are not made longer or shorter but in graphs: what is told of them elsewhere
# depends on the kernels that earlier calls left behind.
def calls_of(op, text, in_graph):
    arguments = [tuple(argument.split("=", 1)) for argument in text.split("; ")]
    several = sum(bool(is_list_of_tensors(value)) for _, value in arguments) > 1
    yield "as it should be", arguments
    for at, (name, value) in enumerate(arguments):
        tried = {value}
        for what, other in others(name, value, several and not in_graph and is_list_of_tensors(value)):
            if other not in tried:
                tried.add(other)
                yield name + " " + what, arguments[:at] + [(name, other)] + arguments[at + 1:]

def sweep(op, text, in_graph=False):
    if not hasattr(tf.raw_ops, op):
        return
    for what, arguments in calls_of(op, text, in_graph):
        key = "tf.raw_ops.%s: %s%s" % (op, "in a graph, " * in_graph, what)
        call = "outline(tf.raw_ops.%s(%s))" % (op, ", ".join("%s=%s" % argument for argument in arguments))
        if not LEFT_OUT.search(key):
            evaluate(key, "in_a_graph(lambda: %s)" % call if in_graph else call)

)py";

}  // namespace tfh::testsuites::raw_ops
