#include "embed/python/call.h"

namespace tfh::embed {

Outcome attribute(const Object& object, const char* name) {
  return owned(PyObject_GetAttrString(object.get(), name));
}

std::optional<Object> attribute_if_any(const Object& object, const char* name) {
  Outcome found = attribute(object, name);
  if (!found) return std::nullopt;
  return *std::move(found);
}

Outcome import_module(const std::string& name) {
  return owned(PyImport_ImportModule(name.c_str()));
}

Outcome call(const Object& callable, const std::vector<Object>& positional, const Object& keywords) {
  const Object arguments = Object::take(PyTuple_New(static_cast<Py_ssize_t>(positional.size())));
  for (std::size_t index = 0; index < positional.size(); ++index)
    PyTuple_SetItem(arguments.get(), static_cast<Py_ssize_t>(index), Object(positional[index]).release());
  return owned(PyObject_Call(callable.get(), arguments.get(), keywords.get()));
}

Outcome call_method(const Object& object, const char* name, const std::vector<Object>& positional) {
  const Outcome method = attribute(object, name);
  if (!method) return method;
  return call(*method, positional);
}

Object python_text(std::string_view utf8) {
  return Object::take(PyUnicode_DecodeUTF8(utf8.data(), static_cast<Py_ssize_t>(utf8.size()), "replace"));
}

Object python_bytes(std::string_view bytes) {
  return Object::take(PyBytes_FromStringAndSize(bytes.data(), static_cast<Py_ssize_t>(bytes.size())));
}

Object python_integer(std::int64_t value) {
  return Object::take(PyLong_FromLongLong(value));
}

Object python_list(const std::vector<Object>& items) {
  Object list = Object::take(PyList_New(static_cast<Py_ssize_t>(items.size())));
  for (std::size_t index = 0; index < items.size(); ++index)
    PyList_SetItem(list.get(), static_cast<Py_ssize_t>(index), Object(items[index]).release());
  return list;
}

std::string text_of(const Outcome& text) {
  if (!text || !PyUnicode_Check(text->get())) return {};
  const Outcome encoded = owned(PyUnicode_AsEncodedString(text->get(), "utf-8", "backslashreplace"));
  return encoded ? bytes_of(*encoded) : std::string();
}

std::string bytes_of(const Object& bytes) {
  char* data = nullptr;
  Py_ssize_t size = 0;
  if (PyBytes_AsStringAndSize(bytes.get(), &data, &size) != 0) {
    PyErr_Clear();
    return {};
  }
  return {data, static_cast<std::size_t>(size)};
}

std::string base64_of(const Object& bytes) {
  const Outcome binascii = import_module("binascii");
  const Outcome encoded = binascii ? call_method(*binascii, "b2a_base64", {bytes}) : binascii;
  std::string text = encoded ? bytes_of(*encoded) : std::string();
  if (text.ends_with('\n')) text.pop_back();
  return text;
}

std::optional<std::int64_t> integer_of(const Object& integer) {
  const long long value = PyLong_AsLongLong(integer.get());
  if (value == -1 && PyErr_Occurred() != nullptr) {
    PyErr_Clear();
    return std::nullopt;
  }
  return value;
}

std::expected<std::vector<Object>, Raised> items_of(const Object& iterable) {
  const Outcome iterator = owned(PyObject_GetIter(iterable.get()));
  if (!iterator) return std::unexpected(iterator.error());
  std::vector<Object> items;
  while (Object item = Object::take(PyIter_Next(iterator->get()))) items.push_back(std::move(item));
  if (PyErr_Occurred() != nullptr) return std::unexpected(fetch_raised());
  return items;
}

std::string class_name(const Object& a_class) {
  return text_of(attribute(a_class, "__name__"));
}

std::string type_name(const Object& object) {
  return class_name(Object::share(reinterpret_cast<PyObject*>(Py_TYPE(object.get()))));
}

bool is_instance(const Object& object, const Object& a_class) {
  const int answer = PyObject_IsInstance(object.get(), a_class.get());
  if (answer < 0) PyErr_Clear();
  return answer == 1;
}

}  // namespace tfh::embed
