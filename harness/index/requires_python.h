// Requires-Python (PEP 345, PEP 440's version specifiers), asked for a minor version of Python.
#pragma once

#include <string>

#include "harness/plan/version.h"

namespace tfh {

// Whether some patch release of `python` fulfils `specifiers` (">=3.7, !=3.9.0"). Empty or unreadable: yes, as pip
// does.
bool allows_python(const std::string& specifiers, PythonMinor python);

}  // namespace tfh
