// A program of somebody else that uses the installed library.
#include <cstdio>

#include "harness/plan/subject.h"

int main() {
  const auto subject = tfh::Subject::parse("2.4.0");
  if (subject) std::puts(subject->name.c_str());
  return subject ? 0 : 1;
}
