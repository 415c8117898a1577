// The one type that owns a reference to a Python object. Everything in embed/ holds objects through it; the GIL is held
// by whoever calls. Limited API of 3.7: no other CPython header is included anywhere.
#pragma once

#define PY_SSIZE_T_CLEAN
#include <Python.h>

#include <utility>

namespace tfh::embed {

class Object {
 public:
  Object() = default;
  static Object take(PyObject* reference) { return Object(reference); }  // a new reference, ours from now on
  static Object share(PyObject* borrowed) {                              // somebody else's, ours as well
    Py_XINCREF(borrowed);
    return Object(borrowed);
  }
  Object(const Object& other) : Object(share(other.pointer_)) {}
  Object(Object&& other) noexcept : pointer_(std::exchange(other.pointer_, nullptr)) {}
  Object& operator=(Object other) noexcept {
    std::swap(pointer_, other.pointer_);
    return *this;
  }
  ~Object() { Py_XDECREF(pointer_); }

  PyObject* get() const { return pointer_; }
  PyObject* release() { return std::exchange(pointer_, nullptr); }  // for calls that steal, and for returning to Python
  explicit operator bool() const { return pointer_ != nullptr; }
  bool none() const { return pointer_ == Py_None; }

 private:
  explicit Object(PyObject* pointer) : pointer_(pointer) {}
  PyObject* pointer_ = nullptr;
};

}  // namespace tfh::embed
