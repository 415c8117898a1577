// Types of one's own, dispatch, type specifications.
#include "testsuites/joined.h"
#include "testsuites/modules/topics.h"

namespace tfh::testsuites::modules {
namespace {

std::vector<Check> own_types() {
  return {
      {.id = "modules.nested_dataclass", .api = {"tf.nest"}, .source = R"(
import dataclasses

@dataclasses.dataclass
class Pair:
    first: object
    second: object

@dataclasses.dataclass
class Known(Pair):
    def __tf_flatten__(self):
        return (self.second,), (self.first,)

    @classmethod
    def __tf_unflatten__(cls, metadata, leaves):
        return cls(leaves[0], metadata[0])

for kind in (Pair, Known):
    pair, name = kind(1.0, "note"), kind.__name__
    attempt("tf.nest.flatten: " + name, lambda: [type(leaf).__name__ for leaf in tf.nest.flatten(pair)])
    attempt("tf.nest.map_structure: " + name, lambda: type(tf.nest.map_structure(lambda v: [v], pair)).__name__)
    attempt("tf.nest.is_nested: " + name, lambda: tf.nest.is_nested(pair))
    attempt("tf.function: " + name, lambda: type(tf.function(lambda p: p)(pair)).__name__)
    attempt("tf.data.Dataset.from_tensors: " + name, lambda: repr(tf.data.Dataset.from_tensors(pair).element_spec), kind="text")
    attempt("tf.function: first of " + name, lambda: tf.function(lambda p: tf.add_n(tf.nest.flatten(p)[:1]))(pair))
)"},
      {.id = "modules.extension_type", .api = {"tf.experimental.ExtensionType"}, .source = R"(
import typing

def masked():
    class Masked(tf.experimental.ExtensionType):
        values: tf.Tensor
        mask: tf.Tensor
        note: str = "none"

        def __validate__(self):
            tf.debugging.assert_equal(self.values.shape, self.mask.shape)

    return Masked

attempt("made", lambda: repr(masked()([1, 2], [True, False])), kind="text")
attempt("equal", lambda: masked()([1], [True]) == masked()([1], [True]))
attempt("assignment", lambda: setattr(masked()([1], [True]), "note", "x"))
attempt("validated", lambda: masked()([1, 2], [True]))
attempt("wrong type", lambda: masked()([1], [True], note=3))
attempt("in a function", lambda: tf.function(lambda m: m.values + 1)(masked()([1], [True])))
attempt("spec", lambda: repr(tf.type_spec_from_value(masked()([1], [True]))), kind="text")
attempt("as_dict", lambda: sorted(tf.experimental.extension_type.as_dict(masked()([1], [True]))))
attempt("reserved name", lambda: type("Bad", (tf.experimental.ExtensionType,), {"__annotations__": {"_tf_x": tf.Tensor}}))
attempt("no annotation", lambda: type("Bad", (tf.experimental.ExtensionType,), {"__annotations__": {"x": typing.Any}}))
attempt("batchable", lambda: tf.experimental.BatchableExtensionType.__name__)
attempt("nested in data", lambda: len(list(tf.data.Dataset.from_tensors(masked()([1], [True])))))
)"},
  };
}

std::vector<Check> dispatch() {
  return {
      {.id = "modules.dispatch", .api = {"tf.experimental.dispatch_for_api"}, .alone = true, .source = R"(
import typing

class Own:
    def __init__(self, value):
        self.value = value

attempt("register", lambda: tf.experimental.dispatch_for_api(tf.concat, {"values": typing.List[Own]})(
    lambda values, axis, name="concat": "own") and None)
attempt("dispatched", lambda: tf.concat([Own(1), Own(2)], 0))
attempt("unary", lambda: tf.experimental.dispatch_for_unary_elementwise_apis(Own)(lambda api, x: api(x.value)) and None)
attempt("unary dispatched", lambda: tf.abs(Own(tf.constant(-1))))
attempt("binary", lambda: tf.experimental.dispatch_for_binary_elementwise_apis(Own, Own)(
    lambda api, x, y: api(x.value, y.value)) and None)
attempt("binary dispatched", lambda: tf.add(Own(tf.constant(1)), Own(tf.constant(2))))
attempt("unregister", lambda: tf.experimental.unregister_dispatch_for(3))
attempt("not a tensor", lambda: tf.abs(object()))
)"},
  };
}

std::vector<Check> specifications() {
  return {
      {.id = "modules.type_specs", .api = {"tf.TypeSpec"}, .source = R"(
specs = {"ragged": tf.RaggedTensorSpec([None, None], tf.int32), "sparse": tf.SparseTensorSpec([2, None], tf.float32),
         "tensor": tf.TensorSpec([None], tf.int32, "x"), "slices": tf.IndexedSlicesSpec([None, 2]),
         "array": tf.TensorArraySpec([2], tf.float32), "optional": tf.OptionalSpec(tf.TensorSpec([]))}
for name, spec in specs.items():
    attempt(name + " repr", lambda: repr(spec), kind="text")
    attempt(name + " hash", lambda: hash(spec) == hash(spec))
    attempt(name + " equal", lambda: spec == spec)
    attempt(name + " value_type", lambda: spec.value_type.__name__)
    attempt(name + " subtype", lambda: spec.is_subtype_of(spec))
    attempt(name + " compatible", lambda: spec.is_compatible_with(spec))
    attempt(name + " supertype", lambda: repr(spec.most_specific_common_supertype([spec])), kind="text")
    attempt(name + " old supertype", lambda: repr(spec.most_specific_compatible_type(spec)), kind="text")
    attempt(name + " placeholder", lambda: type(spec.experimental_as_proto()).__name__)
    attempt(name + " bases", lambda: [b.__name__ for b in type(spec).__mro__], kind="structure")
    attempt(name + " pickled", lambda: __import__("pickle").loads(__import__("pickle").dumps(spec)) == spec)
attempt("unlike", lambda: specs["tensor"].most_specific_compatible_type(tf.TensorSpec([None], tf.float32)))
attempt("from a number", lambda: repr(tf.type_spec_from_value(3)), kind="text")
attempt("from text", lambda: tf.type_spec_from_value("a"))
attempt("from None", lambda: tf.type_spec_from_value(None))
attempt("from an array", lambda: repr(tf.type_spec_from_value(np.ones([1]))), kind="text")
attempt("from a dataset", lambda: repr(tf.type_spec_from_value(tf.data.Dataset.range(1))), kind="text")
attempt("from a variable", lambda: repr(tf.type_spec_from_value(tf.Variable(1))), kind="text")
attempt("from spec", lambda: repr(tf.TensorSpec.from_spec(tf.TensorSpec([1], name="a"), "b")), kind="text")
attempt("bounded", lambda: repr(tf.TensorSpec([]).shape), kind="text")
attempt("trace type", lambda: tf.types.experimental.TraceType.__name__)
)"},
      {.id = "modules.dynamic_ragged_shape", .api = {"tf.experimental.DynamicRaggedShape"}, .source = R"(
ragged = tf.ragged.constant([[1, 2], []])
attempt("from tensor", lambda: repr(tf.experimental.DynamicRaggedShape.from_tensor(ragged)), kind="text")
attempt("shape of ragged", lambda: type(tf.shape(ragged)).__name__)
attempt("row partition", lambda: tf.experimental.RowPartition.from_row_lengths([2, 0]).row_splits())
attempt("structured", lambda: tf.experimental.StructuredTensor.from_pyval([{"a": 1}]).to_pyval())
)"},
  };
}

}  // namespace

std::vector<Check> extension_type_checks() {
  return joined({own_types(), dispatch(), specifications()});
}

}  // namespace tfh::testsuites::modules
