// A subject as a person writes it.
#include "harness/plan/subject.h"

#include "tests/fuzz/property.h"

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text = tfh::text_of(data, size);
  const auto subject = tfh::Subject::parse(text);
  if (!subject) {
    tfh::require(!subject.error().what.empty() && !subject.error().hint.empty(), "a refusal says what and what to do");
    return 0;
  }
  if (!subject->environment.empty() || !subject->wheel.empty()) return 0;
  const auto again = tfh::Subject::parse(tfh::subject_id(*subject, subject->python.value_or(tfh::PythonMinor{3, 8})));
  tfh::require(again && again->name == subject->name && again->version == subject->version,
               "an id is read as the subject it is of");
  return 0;
}
