// Variables in containers of every kind: what a checkpoint calls them, and what a saved module has when it is loaded.
#include "testsuites/saved_model/topics.h"

namespace tfh::testsuites::saved_model {
namespace {

constexpr const char* containers = R"py(
import collections

Point = collections.namedtuple("Point", "x y")
v = tf.Variable

def changed(container, change):
    module = tf.Module()
    module.held = container
    change(module.held)
    return module.held

containers = {
    "list": lambda: [v(1.0), 2], "tuple": lambda: (v(1.0), 2), "tuple of numbers": lambda: (1, 2.0),
    "tuple in a tuple": lambda: (v(1.0), (v(2.0), [v(3.0)])), "list of tuples": lambda: [(v(1.0),), ()],
    "dict": lambda: {"a": v(1.0), "b": 2}, "dict of tuples": lambda: {"a": (v(1.0), v(2.0))},
    "dict, numbers as keys": lambda: {1: v(1.0)}, "dict, tuples as keys": lambda: {(1, 2): v(1.0)},
    "dict, a slash in a key": lambda: {"a/b": v(1.0)}, "dict, an empty key": lambda: {"": v(1.0)},
    "ordered": lambda: collections.OrderedDict(b=v(1.0), a=v(2.0)),
    "default": lambda: collections.defaultdict(list, a=[v(1.0)]), "named tuple": lambda: Point(v(1.0), 2),
    "named tuple in a list": lambda: [Point(v(1.0), v(2.0))], "deque": lambda: collections.deque([v(1.0)]),
    "set": lambda: {1, 2}, "nothing in a list": lambda: [], "nothing in a dict": lambda: {}, "None": lambda: None,
    "text": lambda: "a", "tensor": lambda: tf.constant(1.0), "array": lambda: np.ones(1), "number": lambda: 1.5,
    "module": lambda: tf.Module("inner"), "list of functions": lambda: [tf.function(lambda x: x + 1)],
    "list of modules": lambda: [tf.Module("inner")], "one variable twice": lambda: [v(1.0)] * 2,
    "list, appended": lambda: changed([v(1.0)], lambda held: held.append(v(2.0))),
    "list, inserted": lambda: changed([v(1.0)], lambda held: held.insert(0, v(2.0))),
    "list, sorted": lambda: changed([2, 1], lambda held: held.sort()),
    "dict, added": lambda: changed({"a": v(1.0)}, lambda held: held.update(b=v(2.0))),
    "dict, taken": lambda: changed({"a": v(1.0), "b": v(2.0)}, lambda held: held.pop("a")),
}

def told(x):
    if isinstance(x, dict):
        return {str(key): told(value) for key, value in x.items()}
    if isinstance(x, (list, tuple)):
        return [type(x).__name__] + [told(one) for one in x]
    return x.numpy().tolist() if hasattr(x, "numpy") else x if isinstance(x, (int, float, str)) else type(x).__name__

for kind, make in containers.items():
    module, place = tf.Module("module"), scratch + "/" + kind.replace(" ", "_")

    def loaded():
        tf.saved_model.save(module, place)
        return tf.saved_model.load(place)

    attempt(kind + ": held", lambda: setattr(module, "held", make()) or told(module.held), kind="structure")
    attempt(kind + ": type", lambda: type(module.held).__name__, kind="structure")
    attempt(kind + ": variables", lambda: len(module.trainable_variables))
    attempt(kind + ": keys", lambda: [[name, list(shape)] for name, shape in tf.train.list_variables(
        tf.train.Checkpoint(module=module).write(place + "_checkpoint"))], kind="structure")
    attempt(kind + ": loaded", lambda: told(loaded().held), kind="structure")
)py";

}  // namespace

std::vector<Check> container_checks() {
  return {
      {.id = "saved_model.containers",
       .api = {"tf.train.Checkpoint", "tf.Module", "tf.saved_model.save", "tf.saved_model.load"},
       .policy = Policy::unknown,
       .source = containers},
  };
}

}  // namespace tfh::testsuites::saved_model
