// Walks the public modules. One observation a symbol: "tf.math.add" is a callable, called so. Members that a class
// shares with a public base are told there; `bases` says where to look (harness/record/README.md).
#include <string>

#include "testsuites/api_surface/topics.h"

namespace tfh::testsuites::api_surface {
namespace {

// What a symbol is, without what depends on the run or on the Python: annotations, addresses, private names.
constexpr const char* description = R"py(
import inspect, types

def default_text(value):
    if inspect.isclass(value) or inspect.isroutine(value):
        return getattr(value, "__name__", "...")
    text = repr(value)
    return type(value).__name__ if " at 0x" in text or len(text) > 200 else text

def signature_of(function, bound):
    try:
        parameters = list(inspect.signature(function).parameters.values())
    except Exception:  # compiled code says nothing about its parameters
        return None
    if bound and parameters and parameters[0].kind < inspect.Parameter.VAR_POSITIONAL:
        del parameters[0]
    words, starred = [], False
    for one in parameters:
        if one.kind is one.KEYWORD_ONLY and not starred:
            words.append("*")
        starred = starred or one.kind in (one.VAR_POSITIONAL, one.KEYWORD_ONLY)
        stars = {one.VAR_POSITIONAL: "*", one.VAR_KEYWORD: "**"}.get(one.kind, "")
        words.append(stars + one.name + ("" if one.default is one.empty else "=" + default_text(one.default)))
    return "(" + ", ".join(words) + ")"

def constructor_of(a_class):
    for name in ("__init__", "__new__"):
        function = getattr(a_class, name)
        if inspect.isfunction(inspect.unwrap(function)):
            return signature_of(function, True)
    return None

def describe(symbol, bound=False):
    if isinstance(symbol, types.ModuleType):
        return dict(type="module")
    if inspect.isclass(symbol):
        kind, signature = "class", constructor_of(symbol)
    elif callable(symbol):
        kind, signature = "callable", signature_of(symbol, bound)
    else:
        kind, signature = "property" if inspect.isdatadescriptor(symbol) else "value", None
    described = dict(type=kind)
    if signature is not None:
        described["signature"] = signature
    if kind != "value" and "IS DEPRECATED" in str(symbol.__doc__):
        described["deprecated"] = True
    return described
)py";

constexpr const char* walk = R"py(
import dis, enum, sys

def is_public(name):
    return not name.startswith("_") or name == "__call__"

# What an import leaves behind in a public module, tf.tools, is not part of the API. A module may go by another name than
# that of its file, and the first Keras 3 lends tf.keras modules of its own, keras.metrics: where Keras has a place for
# its inner ones, keras.src, the others are public.
def is_api(module):
    name, file = module.__name__ + ".", str(getattr(module, "__file__", ""))
    if name.startswith("keras.") and "keras.src" in sys.modules:
        return not name.startswith("keras.src.")
    return "/_api/" in file or any(part in name for part in ("._api.", ".api.", "tensorflow.keras.", "tensorflow.compat.",
                                                             "_tf_keras.", "tensorboard.summary."))

def symbols_below(path, module, skipped):
    for name in filter(is_public, sorted(dir(module))):
        below = path + "." + name
        if below in skipped:
            continue
        is_module = in_api = False
        try:
            symbol = getattr(module, name)
            # Without a name it stands for a module of Keras 2 that is not there.
            is_module = isinstance(symbol, types.ModuleType) and hasattr(symbol, "__name__")
            in_api = is_module and is_api(symbol)
        except Exception as error:  # also of what is imported only when it is used
            symbol, is_module = error, False
        if in_api or not is_module:
            yield below, symbol
        if in_api:
            yield from symbols_below(below, symbol, skipped)

# Instances may be of another class, or answer for names that the class does not have.
def is_open(a_class):
    if issubclass(a_class, enum.Enum):
        return False
    return type(a_class).__call__ is not type.__call__ or hasattr(a_class, "__getattr__")

# What instances get in constructors: not public by itself, but what a property of another release may have become.
def instance_names(a_class, bases):
    for holder in a_class.__mro__:
        code = getattr(inspect.unwrap(vars(holder).get("__init__", None)), "__code__", None)
        if code is not None and not any(issubclass(base, holder) for base in bases):
            yield from (step.argval for step in dis.get_instructions(code) if step.opname == "STORE_ATTR")

def field_names(a_class):
    return [field.name for field in getattr(getattr(a_class, "DESCRIPTOR", None), "fields", ())]

def observe_members(path, a_class, bases):
    names = set(dir(a_class))
    for name in sorted(filter(is_public, names)):
        member = inspect.getattr_static(a_class, name)
        if any(inspect.getattr_static(base, name, None) is member for base in bases):
            continue
        bound = not isinstance(member, staticmethod)
        if isinstance(member, (staticmethod, classmethod)):
            member = member.__func__
        observe(path + "." + name, describe(member, bound), kind="symbol")
    fields = {name: "property" for name in field_names(a_class)}
    for name, kind in sorted(dict(dict.fromkeys(instance_names(a_class, bases), "attribute"), **fields).items()):
        if is_public(name) and name not in names:
            observe(path + "." + name, dict(type=kind), kind="symbol")

def observe_surface(path, skipped=(), members=True):
    module = tf
    for name in path.split(".")[1:]:
        module = getattr(module, name)
    symbols = dict(symbols_below(path, module, skipped))
    names = {id(symbol): name for name, symbol in reversed(list(symbols.items()))}
    for name, symbol in symbols.items():
        if isinstance(symbol, Exception):
            observe(name, symbol)
        elif members and inspect.isclass(symbol):
            bases = [base for base in symbol.__mro__[1:] if id(base) in names]
            described = dict(describe(symbol), bases=[names[id(base)] for base in bases])
            if is_open(symbol):
                described["open"] = True
            observe(name, described, kind="symbol")
            observe_members(name, symbol, bases)
        else:
            observe(name, describe(symbol), kind="symbol")
)py";

// An op's attributes: dtypes and other choices, defaults.
constexpr const char* raw_ops = R"py(
from tensorflow.python.framework import op_def_registry

def op_definition(name):
    if hasattr(op_def_registry, "get"):
        return op_def_registry.get(name)
    return op_def_registry.get_registered_ops().get(name)

def value_text(value):
    form = value.WhichOneof("value")
    content = getattr(value, form)
    if form == "type":
        return tf.as_dtype(content).name
    return repr(content) if form in ("s", "i", "f", "b") else " ".join(str(content).split())

def attribute_text(attribute):
    text = attribute.name + ": " + attribute.type
    if attribute.HasField("allowed_values"):
        choices = attribute.allowed_values.list
        names = sorted([tf.as_dtype(one).name for one in choices.type] + [one.decode() for one in choices.s])
        text += " of [" + ", ".join(names) + "]"
    if attribute.has_minimum:
        text += " >= " + str(attribute.minimum)
    if attribute.HasField("default_value"):
        text += " = " + value_text(attribute.default_value)
    return text

for name in filter(is_public, sorted(dir(tf.raw_ops))):
    described = describe(getattr(tf.raw_ops, name))
    op = op_definition(name)
    if op is not None:
        described["definition"] = "; ".join(map(attribute_text, op.attr)) + ("; stateful" if op.is_stateful else "")
        described["deprecated"] = bool(op.deprecation.version)
    observe("tf.raw_ops." + name, described, kind="symbol")
)py";

Check surface_check(const char* name, const char* api, const std::string& text) {
  return {.id = std::string("api_surface.") + name,
          .api = {api},
          .alone = true,
          .source = std::string(description) + walk + text};
}

}  // namespace

std::vector<Check> symbol_checks() {
  return {surface_check("framework", "tf", R"py(
observe_surface("tf", ("tf.raw_ops", "tf.compat.v1", "tf.compat.v2"))
)py"),
          surface_check("compat_v1", "tf.compat.v1", R"py(
# Loading tf.estimator writes its deprecation into the classes that it takes from elsewhere: last.
last = "tf.compat.v1.estimator"
observe_surface("tf.compat.v1", ("tf.compat.v1.compat", "tf.compat.v1.raw_ops", last), members=False)
if "estimator" in dir(tf.compat.v1):
    observe(last, describe(tf.compat.v1.estimator), kind="symbol")
    observe_surface(last, members=False)
)py"),
          surface_check("raw_ops", "tf.raw_ops", raw_ops)};
}

}  // namespace tfh::testsuites::api_surface
