// Variables and modules.
#include "testsuites/joined.h"
#include "testsuites/runtime/topics.h"

namespace tfh::testsuites::runtime {
namespace {

std::vector<Check> variables() {
  return {
      {.id = "runtime.variable_assign", .api = {"tf.Variable.assign"}, .source = R"(
v = tf.Variable([1.0, 2.0])
attempt("list", lambda: v.assign([3, 4]).numpy())
attempt("wrong shape", lambda: v.assign([1.0]))
attempt("wrong dtype", lambda: v.assign(tf.constant([1, 2])))
attempt("add", lambda: v.assign_add([1.0, 1.0]).numpy())
attempt("no read", lambda: v.assign([0.0, 0.0], read_value=False))
attempt("slice", lambda: v[0].assign(9.0).numpy())
attempt("scatter", lambda: v.scatter_nd_update([[1]], [7.0]).numpy())
attempt("in place operator", lambda: type(v.__iadd__(1.0)).__name__)
attempt("item", lambda: v.__setitem__(0, 1.0))
attempt("slices", lambda: v.scatter_add(tf.IndexedSlices(tf.constant([1.0]), tf.constant([0]))).numpy())
)"},
      {.id = "runtime.variable_creation", .api = {"tf.Variable"}, .source = R"(
attempt("callable", lambda: tf.Variable(lambda: tf.ones([2])).numpy())
attempt("unknown shape", lambda: str(tf.Variable([1.0], shape=tf.TensorShape(None)).shape))
attempt("assign another shape", lambda: tf.Variable([1.0], shape=tf.TensorShape(None)).assign([1.0, 2.0]).numpy())
attempt("shape mismatch", lambda: tf.Variable([1.0], shape=[2]))
attempt("dtype", lambda: tf.Variable(1, dtype=tf.float64).dtype.name)
attempt("None", lambda: tf.Variable(None))
attempt("text", lambda: tf.Variable("text").numpy())
attempt("of a variable", lambda: tf.Variable(tf.Variable(3)).numpy())
attempt("name", lambda: [tf.Variable(1, name="v").name, tf.Variable(1, name="v").name])
attempt("constraint", lambda: callable(tf.Variable(1.0, constraint=lambda x: x).constraint))
attempt("aggregation", lambda: str(tf.Variable(1).aggregation))
observe("repr", repr(tf.Variable([1, 2], name="v")), kind="text")
)"},
      {.id = "runtime.variable_operators", .api = {"tf.Variable"}, .source = R"(
v = tf.Variable([1.0, 2.0])
attempt("arithmetic", lambda: v * 2 + v)
attempt("equal", lambda: v == tf.Variable([1.0, 3.0]))
attempt("hash", lambda: hash(v) and None)
attempt("ref", lambda: v.ref() == v.ref())
attempt("numpy", lambda: np.sum(v))
attempt("array", lambda: np.array(v))
attempt("len", lambda: len(v))
attempt("iterate", lambda: [float(x) for x in v])
attempt("bool", lambda: bool(tf.Variable(True)))
attempt("index", lambda: [10, 20][tf.Variable(1)])
attempt("int", lambda: int(tf.Variable(3)))
attempt("text", lambda: str(tf.Variable(1, name="v")), kind="text")
)"},
  };
}

std::vector<Check> modules() {
  return {
      {.id = "runtime.module", .api = {"tf.Module"}, .source = R"(
class Part(tf.Module):
    def __init__(self, name=None):
        super().__init__(name=name)
        self.b = tf.Variable(1.0, name="b")
        self.a = tf.Variable(2.0, trainable=False, name="a")

    @tf.Module.with_name_scope
    def scoped(self):
        return tf.Variable(1.0, name="inner").name

class Whole(tf.Module):
    def __init__(self):
        super().__init__()
        self.parts = [Part("first"), {"k": Part()}]
        self.same = self.parts[0]

whole = Whole()
observe("name", [whole.name, whole.parts[1]["k"].name])
observe("variables", [v.name for v in whole.variables], kind="structure")
observe("trainable", len(whole.trainable_variables))
observe("submodules", [m.name for m in whole.submodules], kind="structure")
attempt("scoped", lambda: whole.parts[0].scoped())
attempt("invalid name", lambda: tf.Module(name="not valid"))
attempt("no super", lambda: type("Forgetful", (tf.Module,), {"__init__": lambda self: None})().variables)
)"},
      {.id = "runtime.nest", .api = {"tf.nest"}, .source = R"(
attempt("flatten", lambda: tf.nest.flatten({"b": 1, "a": [2, (3, None)]}))
attempt("map", lambda: tf.nest.map_structure(lambda x, y: x + y, {"a": [1, 2]}, {"a": [3, 4]}))
attempt("mismatch", lambda: tf.nest.map_structure(lambda x, y: x, [1, 2], [1]))
attempt("types", lambda: tf.nest.assert_same_structure([1], (1,)))
attempt("unlike types allowed", lambda: tf.nest.assert_same_structure([1], (1,), check_types=False))
attempt("pack", lambda: tf.nest.pack_sequence_as({"b": 0, "a": [0]}, [1, 2]))
attempt("pack too few", lambda: tf.nest.pack_sequence_as([0, 0], [1]))
attempt("unsortable keys", lambda: tf.nest.flatten({1: 1, "a": 2}))
attempt("expand composites", lambda: len(tf.nest.flatten(tf.ragged.constant([[1]]), expand_composites=True)))
attempt("is_nested", lambda: [tf.nest.is_nested(v) for v in (1, [1], {"a": 1}, "a", np.ones(1))])
)"},
  };
}

}  // namespace

std::vector<Check> variable_checks() {
  return joined({variables(), modules()});
}

}  // namespace tfh::testsuites::runtime
