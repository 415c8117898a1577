#include "embed/python/encode.h"

#include <algorithm>
#include <cmath>

#include "embed/python/call.h"

namespace tfh::embed {
namespace {

using nlohmann::json;

constexpr int deepest = 40;

json text_value(std::string text) {
  return {{"kind", "text"}, {"text", std::move(text)}};
}

json float_value(double value) {
  if (std::isnan(value)) return {{"float", "nan"}};
  if (std::isinf(value)) return {{"float", value < 0 ? "-inf" : "inf"}};
  return value;
}

// Of a list of pairs of texts, a category and a message.
json warnings_of(const json& pairs) {
  json items = json::array();
  if (!pairs.is_array()) return items;
  for (const json& pair : pairs)
    if (pair.is_array() && pair.size() == 2) items.push_back({{"category", pair[0]}, {"message", pair[1]}});
  return items;
}

bool is_text_kind(const std::string& kind) {
  return kind == "text" || kind == "signature";
}

}  // namespace

Encoder::Encoder(const Object& framework, const Object& numpy, Scrubber scrubber) : scrubber_(std::move(scrubber)) {
  for (const char* name :
       {"Tensor", "Variable", "RaggedTensor", "SparseTensor", "IndexedSlices", "TensorShape", "DType", "TensorSpec"})
    if (auto found = attribute_if_any(framework, name)) classes_.emplace_back(name, *std::move(found));
  ndarray_ = attribute_if_any(numpy, "ndarray").value_or(Object());
  numpy_scalar_ = attribute_if_any(numpy, "generic").value_or(Object());
}

bool Encoder::is(const Object& value, const char* name) const {
  const auto found = std::ranges::find(classes_, name, &std::pair<std::string, Object>::first);
  return found != classes_.end() && is_instance(value, found->second);
}

json Encoder::exception(const Raised& raised) const {
  return {{"kind", "exception"},
          {"type", raised.type},
          {"bases", raised.bases},
          {"message", scrubber_.scrub(raised.message)}};
}

json Encoder::observation(const Object& value) const {
  json encoded = plain(value, 0);
  if (encoded.is_object() && encoded.contains("kind")) return encoded;
  return {{"kind", "value"}, {"value", std::move(encoded)}};
}

json Encoder::observation(const Object& value, const std::string& kind) const {
  if (PyExceptionInstance_Check(value.get())) return exception(describe(value));
  if (kind == "warnings") return {{"kind", kind}, {"items", warnings_of(plain(value, 0))}};
  if (is_text_kind(kind)) {
    const bool already_text = PyUnicode_Check(value.get());
    const Outcome text = already_text ? Outcome(value) : owned(PyObject_Repr(value.get()));
    if (!text) return exception(text.error());
    return {{"kind", kind}, {"text", scrubber_.scrub(text_of(text))}};
  }
  json encoded = plain(value, 0);
  if (kind != "symbol" || !encoded.is_object()) return {{"kind", kind}, {"value", std::move(encoded)}};
  encoded["kind"] = kind;
  return encoded;
}

json Encoder::plain(const Object& value, int depth) const {
  PyObject* object = value.get();
  if (depth > deepest) return text_value("nested too deeply");
  if (value.none()) return nullptr;
  if (PyBool_Check(object)) return object == Py_True;
  if (PyExceptionInstance_Check(object)) return exception(describe(value));
  if (PyUnicode_Check(object)) return scrubber_.scrub(text_of(value));
  if (PyBytes_Check(object)) return {{"base64", base64_of(value)}};
  if (!PyType_Check(object))
    if (auto encoded = framework_value(value, depth)) return *std::move(encoded);
  if (PyLong_Check(object) || PyFloat_Check(object) || PyComplex_Check(object)) return number(value);
  if (is_instance(value, Object::share(reinterpret_cast<PyObject*>(&PyDict_Type)))) return mapping(value, depth);
  if (PyTuple_Check(object) || PyList_Check(object) || PyAnySet_Check(object)) return sequence(value, depth);
  return text(value);
}

json Encoder::text(const Object& value) const {
  const Outcome repr = owned(PyObject_Repr(value.get()));
  return repr ? text_value(scrubber_.scrub(text_of(repr))) : exception(repr.error());
}

json Encoder::number(const Object& value) const {
  if (PyFloat_Check(value.get())) return float_value(PyFloat_AsDouble(value.get()));
  if (PyComplex_Check(value.get()))
    return {{"complex",
             {float_value(PyComplex_RealAsDouble(value.get())), float_value(PyComplex_ImagAsDouble(value.get()))}}};
  if (const auto integer = integer_of(value)) return *integer;
  return {{"int", text_of(owned(PyObject_Str(value.get())))}};
}

json Encoder::sequence(const Object& value, int depth) const {
  auto items = items_of(value);
  if (!items) return exception(items.error());
  json list = json::array();
  for (const Object& item : *items) list.push_back(plain(item, depth + 1));
  if (PyAnySet_Check(value.get())) {
    std::sort(list.begin(), list.end(), [](const json& one, const json& other) { return one.dump() < other.dump(); });
    return {{"set", std::move(list)}};
  }
  const auto fields = PyTuple_Check(value.get()) ? attribute_if_any(value, "_fields") : std::nullopt;
  if (!fields) return list;
  auto names = items_of(*fields);
  if (!names || names->size() != list.size()) return list;
  json record = {{"namedtuple", type_name(value)}};
  for (std::size_t index = 0; index < names->size(); ++index) record[text_of((*names)[index])] = std::move(list[index]);
  return record;
}

json Encoder::mapping(const Object& value, int depth) const {
  const Outcome pairs = call_method(value, "items");
  if (!pairs) return exception(pairs.error());
  auto items = items_of(*pairs);
  if (!items) return exception(items.error());
  json object = json::object();
  json list = json::array();
  for (const Object& item : *items) {
    const Object key = Object::share(PyTuple_GetItem(item.get(), 0));
    json entry = plain(Object::share(PyTuple_GetItem(item.get(), 1)), depth + 1);
    const bool text_key = PyUnicode_Check(key.get());
    const std::string name = text_key ? text_of(key) : text_of(owned(PyObject_Repr(key.get())));
    list.push_back({name, entry});
    object[scrubber_.scrub(name)] = std::move(entry);
  }
  // A key "kind" would read as an observation of its own.
  if (object.contains("kind")) return {{"dict", std::move(list)}};
  return object;
}

}  // namespace tfh::embed
