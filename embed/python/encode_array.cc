// The part of Encoder that knows arrays, tensors and the framework's own small values.
#include "embed/python/call.h"
#include "embed/python/encode.h"

namespace tfh::embed {
namespace {

using nlohmann::json;

// A check reduces anything larger itself (harness/record/README.md).
constexpr std::int64_t largest_array_bytes = 64 << 10;

json shape_of(const Object& numpy_array) {
  json shape = json::array();
  const auto dimensions = attribute_if_any(numpy_array, "shape");
  if (!dimensions) return shape;
  for (Py_ssize_t index = 0; index < PyTuple_Size(dimensions->get()); ++index)
    shape.push_back(integer_of(Object::share(PyTuple_GetItem(dimensions->get(), index))).value_or(-1));
  return shape;
}

// "float32", for NumPy's, the framework's and Keras' (a plain str) idea of a dtype.
std::string dtype_name(const Object& value) {
  const auto dtype = attribute_if_any(value, "dtype");
  if (!dtype) return {};
  return PyUnicode_Check(dtype->get()) ? text_of(*dtype) : text_of(attribute(*dtype, "name"));
}

std::string attribute_text(const Object& value, const char* of, const char* name) {
  const auto part = attribute_if_any(value, of);
  return part ? text_of(attribute(*part, name)) : std::string();
}

bool valid_utf8(const Object& bytes) {
  return call_method(bytes, "decode").has_value();
}

json string_item(const Object& item) {
  if (PyUnicode_Check(item.get())) return {{"utf8", text_of(item)}};
  if (valid_utf8(item)) return {{"utf8", bytes_of(item)}};
  return {{"base64", base64_of(item)}};
}

json too_large(std::int64_t bytes) {
  return {{"kind", "exception"},
          {"type", "ValueTooLarge"},
          {"bases", {"Exception"}},
          {"message", "an array of " + std::to_string(bytes) + " bytes; the check must reduce it"}};
}

}  // namespace

std::string Encoder::container_name(const Object& value) const {
  const std::string name = type_name(value);
  if (is_instance(value, numpy_scalar_)) return "np." + name;
  if (Py_TYPE(value.get()) == reinterpret_cast<PyTypeObject*>(ndarray_.get())) return "np.ndarray";
  if (is(value, "Variable")) return "tf.Variable";
  if (is(value, "Tensor") && (name == "EagerTensor" || name == "Tensor")) return "tf.Tensor";
  return text_of(attribute(Object::share(reinterpret_cast<PyObject*>(Py_TYPE(value.get()))), "__module__")) + "." +
         name;
}

json Encoder::parts(const Object& value, const std::vector<const char*>& names, int depth) const {
  json structure = {{"type", type_name(value)}};
  for (const char* name : names) {
    const Outcome part = attribute(value, name);
    structure[name] = part ? plain(*part, depth + 1) : exception(part.error());
  }
  return structure;
}

// Tensors, arrays and what is made of them; nothing for everything else.
std::optional<json> Encoder::framework_value(const Object& value, int depth) const {
  const auto structure = [](json parts) { return json{{"kind", "structure"}, {"value", std::move(parts)}}; };
  if (is(value, "RaggedTensor")) return structure(parts(value, {"values", "row_splits"}, depth));
  if (is(value, "SparseTensor")) return structure(parts(value, {"indices", "values", "dense_shape"}, depth));
  if (is(value, "IndexedSlices")) return structure(parts(value, {"indices", "values", "dense_shape"}, depth));
  if (is(value, "DType")) return json{{"DType", text_of(attribute(value, "name"))}};
  if (is(value, "TensorSpec")) return json{{"TensorSpec", parts(value, {"shape", "dtype", "name"}, depth)}};
  if (is(value, "TensorShape")) {
    const Outcome rank = attribute(value, "rank");
    if (rank && rank->none()) return json{{"TensorShape", nullptr}};
    const Outcome dimensions = call_method(value, "as_list");
    return json{{"TensorShape", dimensions ? plain(*dimensions, depth + 1) : exception(dimensions.error())}};
  }
  return array(value);
}

std::optional<json> Encoder::array(const Object& value) const {
  if (is_instance(value, ndarray_) || is_instance(value, numpy_scalar_)) {
    if (PyUnicode_Check(value.get()) || PyBytes_Check(value.get())) return std::nullopt;
    return array_of(value, dtype_name(value), container_name(value));
  }
  if (!attribute_if_any(value, "dtype")) return std::nullopt;
  Outcome numpy_value = call_method(value, "numpy");
  if (!numpy_value) numpy_value = call_method(value, "__array__");
  if (!numpy_value) return std::nullopt;
  const std::string dtype = dtype_name(value);
  if (PyBytes_Check(numpy_value->get()))
    return json{{"kind", "array"},
                {"dtype", dtype},
                {"shape", json::array()},
                {"container", container_name(value)},
                {"items", {string_item(*numpy_value)}}};
  if (!is_instance(*numpy_value, ndarray_) && !is_instance(*numpy_value, numpy_scalar_)) return std::nullopt;
  return array_of(*numpy_value, dtype, container_name(value));
}

json Encoder::array_of(const Object& numpy_array, const std::string& dtype, const std::string& container) const {
  const auto size = attribute_if_any(numpy_array, "nbytes");
  const std::int64_t bytes = size ? integer_of(*size).value_or(0) : 0;
  if (bytes > largest_array_bytes) return too_large(bytes);
  json encoded = {{"kind", "array"}, {"dtype", dtype}, {"shape", shape_of(numpy_array)}, {"container", container}};
  const std::string kind = attribute_text(numpy_array, "dtype", "kind");
  if (kind == "O" || kind == "U" || kind == "S") {
    const Outcome flat = call_method(numpy_array, "ravel");
    const Outcome list = flat ? call_method(*flat, "tolist") : flat;
    const auto items = list ? items_of(*list) : std::unexpected(list.error());
    if (!items) return exception(items.error());
    encoded["items"] = json::array();
    for (const Object& item : *items) {
      const bool text = PyUnicode_Check(item.get()) || PyBytes_Check(item.get());
      encoded["items"].push_back(text ? string_item(item) : plain(item, 1));
    }
    return encoded;
  }
  const bool swapped = attribute_text(numpy_array, "dtype", "byteorder") == ">";
  const Outcome ordered = swapped ? call_method(numpy_array, "byteswap") : Outcome(numpy_array);
  const Outcome data = ordered ? call_method(*ordered, "tobytes") : ordered;
  if (!data) return exception(data.error());
  encoded["data"] = base64_of(*data);
  return encoded;
}

}  // namespace tfh::embed
