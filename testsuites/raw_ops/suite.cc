#include "testsuites/raw_ops/suite.h"

#include <string>

#include "testsuites/raw_ops/calls.h"

namespace tfh::testsuites {
namespace {

using namespace raw_ops;

// What the texts of calls may use. Part of each witness.
constexpr const char* makers = R"py(
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

// From the text of one argument to others, each with a name. A place is far away where it would lie outside of any
// memory; what may be a size is a thousand, since a release that makes room for more takes seconds.
constexpr const char* variations = R"py(
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

def others(name, text):
    maker, resource = MAKER.search(text), RESOURCE.search(text)
    if resource:
        yield "another resource", text.replace(resource.group(), "another_resource()", 1)
    elif maker:
        for what, other in tensors(name, *maker.groups()):
            yield what, text[:maker.start()] + other + text[maker.end():]
    if text[0] == "[":
        yield from lists(split(text[1:-1]))
    elif not maker and not resource and name not in ("seed", "seed2", "hash_key"):
        yield from attributes(name, text)

# What never ends, or takes many seconds, in one release or another; what tells of memory outside, or of earlier calls.
LEFT_OUT = re.compile(r"BoostedTrees\w+: (node_id_range|feature_shape|feature_indices|stats_summary_shape) |"
                     r"Fractional\w+PoolGrad: (row|col)_pooling_sequence|RaggedCross: ragged_row_splits to far|"
                     r"RaggedTensorToVariant: rt_nested_splits to far|Pad(V2)?: paddings from far|"
                     r"FixedUnigramCandidateSampler: num_reserved_ids|Segment\w+: segment_ids to far|RandomBinomial: counts NaN|"
                     r"DynamicPartition: in a graph, num_partitions 2|(LSTM|GRU)BlockCell\w*: \w+ scalar|"
                     r"BlockLSTMGradV2: \w+ (scalar|of fewer)|FractionalMaxPoolGrad: orig_input longer|"
                     r"SparseCountSparseOutput: in a graph, indices a vector|DynamicStitch: data (\[|a )|"
                     r"SparseCross\w*: shapes (\[|a )|QuantizedConcat: input_m\w+ (\[|a )")

def calls_of(op, text):
    arguments = [tuple(argument.split("=", 1)) for argument in text.split("; ")]
    yield "as it should be", arguments
    for at, (name, value) in enumerate(arguments):
        tried = {value}
        for what, other in others(name, value):
            if other not in tried:
                tried.add(other)
                yield name + " " + what, arguments[:at] + [(name, other)] + arguments[at + 1:]

def sweep(op, text, key="tf.raw_ops.%s: %s", call="outline(tf.raw_ops.%s(%s))"):
    if hasattr(tf.raw_ops, op):
        for what, arguments in calls_of(op, text):
            if not LEFT_OUT.search(key % (op, what)):
                evaluate(key % (op, what), call % (op, ", ".join("%s=%s" % argument for argument in arguments)))

def sweep_in_a_graph(op, text):
    sweep(op, text, "tf.raw_ops.%s: in a graph, %s", "in_a_graph(lambda: outline(tf.raw_ops.%s(%s)))")

)py";

// A kernel that writes outside of its memory harms no other op's calls: each op has a fork of its own. What a call
// makes is told as dtypes and shapes, since a release that reads outside of its memory makes something else each time.
Check check_of(const RawCall& call, const char* setup) {
  const std::string op = call.op;
  return {.id = "raw_ops." + op,
          .api = {"tf.raw_ops." + op},
          .policy = Policy::unknown,
          .alone = true,
          .independent = true,
          .source = std::string(variations) + "sweep(\"" + op + "\", \"" + call.arguments + "\")\n",
          .setup = std::string(makers) + setup};
}

// The shapes that each op promises while a graph is built: nothing is computed, and nothing written.
Check check_in_a_graph(const RawCalls& topic) {
  std::string source = variations;
  for (const RawCall& call : topic.calls)
    source += std::string("sweep_in_a_graph(\"") + call.op + "\", \"" + call.arguments + "\")\n";
  return {.id = std::string("raw_ops.graphs_of_") + topic.name,
          .api = {"tf.raw_ops"},
          .policy = Policy::unknown,
          .alone = true,
          .independent = true,
          .source = source,
          .setup = std::string(makers) + topic.setup};
}

}  // namespace

std::vector<Check> raw_ops_checks() {
  std::vector<RawCalls> topics = {sparse_calls(), ragged_calls(),         convolution_calls(),
                                  neural_calls(), quantized_calls(),      image_calls(),
                                  array_calls(),  linear_algebra_calls(), text_calls()};
  std::vector<Check> checks;
  for (const RawCalls& stateless : topics) checks.push_back(check_in_a_graph(stateless));
  for (const RawCalls& stateful :
       {random_calls(), list_calls(), table_calls(), variable_calls(), tree_calls(), dataset_calls()})
    topics.push_back(stateful);
  for (const RawCalls& topic : topics)
    for (const RawCall& call : topic.calls) checks.push_back(check_of(call, topic.setup));
  return checks;
}

}  // namespace tfh::testsuites
