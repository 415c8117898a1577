#include "embed/python/raised.h"

#include "embed/python/call.h"

namespace tfh::embed {

bool Raised::is(PyObject* exception_class) const {
  return PyErr_GivenExceptionMatches(exception.get(), exception_class) != 0;
}

PyObject* Raised::raise_again() const {
  PyErr_SetObject(reinterpret_cast<PyObject*>(Py_TYPE(exception.get())), exception.get());
  return nullptr;
}

Raised fetch_raised() {
  PyObject* type = nullptr;
  PyObject* value = nullptr;
  PyObject* traceback = nullptr;
  PyErr_Fetch(&type, &value, &traceback);
  PyErr_NormalizeException(&type, &value, &traceback);
  const Object owned_type = Object::take(type);
  const Object exception = Object::take(value);
  if (const Object frames = Object::take(traceback)) PyException_SetTraceback(exception.get(), frames.get());
  return describe(exception);
}

Raised describe(const Object& exception) {
  Raised raised{.exception = exception, .type = type_name(exception), .bases = {}, .message = {}};
  const Outcome mro = attribute(Object::share(reinterpret_cast<PyObject*>(Py_TYPE(exception.get()))), "__mro__");
  const Py_ssize_t count = mro ? PyTuple_Size(mro->get()) : 0;
  for (Py_ssize_t index = 1; index + 1 < count; ++index)
    raised.bases.push_back(class_name(Object::share(PyTuple_GetItem(mro->get(), index))));
  raised.message = text_of(owned(PyObject_Str(exception.get())));
  return raised;
}

Outcome owned(PyObject* reference) {
  if (reference == nullptr) return std::unexpected(fetch_raised());
  return Object::take(reference);
}

}  // namespace tfh::embed
