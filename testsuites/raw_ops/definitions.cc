#include "testsuites/raw_ops/definitions.h"

#include <string>

namespace tfh::testsuites::raw_ops {
namespace {

// From an op's definition to the text of a call. All inputs of a call have one form; a type that may be chosen is the
// first one of PREFERRED that the definition allows, or in a sweep of dtypes each of DTYPES, allowed or not.
constexpr const char* sweeps = R"py(
from tensorflow.python.framework import op_def_registry

DTYPES = ["float16", "bfloat16", "float32", "float64", "int8", "uint8", "int16", "uint16", "int32", "uint32", "int64",
          "uint64", "bool", "complex64", "complex128", "string"]
FORMS = {"scalars": [], "vectors": [3], "matrices": [2, 2], "images": [1, 3, 3, 1], "empty vectors": [0],
         "matrices without rows": [0, 2], "negative vectors": [3], "zeros": [2, 2]}
PREFERRED = ["float32", "int32", "complex64", "string", "bool", "quint8", "int64"]
# Abort is meant to end the process, FractionalMaxPoolGrad does not end in some releases, Batch and Unbatch wait for others.
# The others return memory that nothing has written, or read outside of their inputs, in every release.
LEFT_OUT = {"Abort", "Batch", "FractionalMaxPoolGrad", "Unbatch", "DynamicStitch", "Empty", "FakeParam",
            "FusedPadConv2D", "GRUBlockCell", "GRUBlockCellGrad", "LSTMBlockCell", "LSTMBlockCellGrad",
            "ParallelDynamicStitch"}

class CannotMake(Exception):
    pass

def definition_of(name):
    if hasattr(op_def_registry, "get"):
        return op_def_registry.get(name)
    return op_def_registry.get_registered_ops().get(name)

def dtype_name(number):
    return tf.as_dtype(number).name

def chosen(attribute):
    allowed = [dtype_name(one) for one in attribute.allowed_values.list.type]
    return next((one for one in PREFERRED if not allowed or one in allowed), None) or allowed[0]

def tensor_text(dtype, form):
    if dtype in ("variant", "resource") or dtype.endswith("_ref"):
        raise CannotMake()
    shape = FORMS[form]
    size = int(np.prod(shape))
    numbers = [0 if form == "zeros" else -index - 1 if form == "negative vectors" else index % 3 + 1
               for index in range(size)]
    if dtype == "string":
        content = np.reshape([str(one).encode() for one in numbers], shape).tolist() if size else []
        return "tf.constant({!r}, tf.string, {!r})".format(content, shape)
    plain = dtype if dtype[0] != "q" else dtype[1:]
    is_complex = dtype.startswith("complex")
    content = "tf.constant({!r}, tf.{}, {!r})".format(
        [one != 0 for one in numbers] if dtype == "bool" else numbers, "float32" if is_complex else plain, shape)
    return content if plain == dtype and not is_complex else "tf.cast({}, tf.{})".format(content, dtype)

def input_text(argument, types, form):
    if argument.type_list_attr:
        return "[" + tensor_text("float32", form) + "]"
    dtype = types[argument.type_attr] if argument.type_attr else dtype_name(argument.type)
    text = tensor_text(dtype, form)
    return "[" + text + ", " + text + "]" if argument.number_attr else text

def attribute_text(attribute):
    choices = attribute.allowed_values.list
    least = max(int(attribute.minimum), 1)
    if attribute.name in ("ksize", "strides", "dilations", "rates"):
        return repr([1] * max(least, 4))
    made = {"int": str(least), "float": "1.0", "bool": "False", "shape": "[2]", "list(int)": repr([1] * least),
            "list(float)": repr([1.0] * least), "list(bool)": repr([False] * least), "list(string)": repr([""] * least),
            "list(type)": "[tf.float32]", "list(shape)": "[[2]]",
            "string": repr(choices.s[0].decode() if choices.s else "")}
    if attribute.type not in made:
        raise CannotMake()
    return made[attribute.type]

def types_of(op):
    return {one.name: chosen(one) for one in op.attr if one.type == "type"}

def call_text(op, form, **varied):
    types = dict(types_of(op), **varied)
    words = [one.name + "=" + input_text(one, types, form) for one in op.input_arg]
    inferred = {name for one in op.input_arg for name in (one.type_attr, one.number_attr, one.type_list_attr)}
    stated = [one for one in op.attr
              if one.name not in inferred and (one.name in varied or not one.HasField("default_value"))]
    words += [one.name + "=" + ("tf." + types[one.name] if one.type == "type" else attribute_text(one))
              for one in stated]
    return "tf.raw_ops." + op.name + "(" + ", ".join(words) + ")"

def plain_ops(letter):
    for name in sorted(dir(tf.raw_ops)):
        op = definition_of(name) if name.startswith(letter) and name not in LEFT_OUT else None
        if op is not None and not op.is_stateful and not any(one.is_ref for one in op.input_arg):
            yield name, op

def sweep_dtypes(letter):
    for name, op in plain_ops(letter):
        for attribute, usual in types_of(op).items():
            for dtype in DTYPES:
                try:
                    text = call_text(op, "matrices", **{attribute: dtype})
                except CannotMake:
                    break
                if dtype != usual:
                    evaluate("tf.raw_ops." + name + ": " + attribute + " " + dtype, text)

def sweep_forms(letter):
    for name, op in plain_ops(letter):
        for form in FORMS if op.input_arg else ["scalars"]:
            try:
                text = call_text(op, form)
            except CannotMake:
                break
            evaluate("tf.raw_ops." + name + ": " + form, text)
)py";

// `sweep` is a function of the text above.
Check check_of(const std::string& name, const std::string& sweep, char letter) {
  const std::string text(1, letter);
  return {.id = "raw_ops." + name + text,
          .api = {"tf.raw_ops"},
          .tolerance = {.ulps = 32, .absolute = 1e-5},
          .policy = Policy::unknown,
          .alone = true,
          .independent = true,
          .hostile = true,
          .source = std::string(sweeps) + "\n" + sweep + "('" + text + "')\n"};
}

}  // namespace

std::vector<Check> checks_of_definitions() {
  std::vector<Check> checks;
  for (char letter = 'A'; letter <= 'Z'; ++letter) {
    checks.push_back(check_of("forms_of_", "sweep_forms", letter));
    checks.push_back(check_of("dtypes_of_", "sweep_dtypes", letter));
  }
  return checks;
}

}  // namespace tfh::testsuites::raw_ops
