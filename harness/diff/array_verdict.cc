#include "harness/diff/array_verdict.h"

#include <fmt/format.h>

#include <algorithm>

#include "harness/diff/ulp.h"
#include "harness/record/array_value.h"
#include "harness/record/observation.h"

namespace tfh {

namespace {

// What an element-wise comparison found.
struct Elements {
  std::size_t differing = 0, outside = 0;
  std::size_t first = 0;  // index of the first one outside tolerance, else of the first differing one
  double most_ulps = 0;   // among finite pairs

  void add(std::size_t index, bool is_outside) {
    if (differing == 0 || (is_outside && outside == 0)) first = index;
    ++differing;
    outside += is_outside ? 1 : 0;
  }
};

Elements compare_floats(const ArrayValue& before, const ArrayValue& after, const CheckDeclaration& declaration) {
  Elements elements;
  const std::size_t components = before.components();
  for (std::size_t i = 0; i < before.size(); ++i) {
    bool same = true;
    bool inside = true;
    for (std::size_t part = i * components; part < (i + 1) * components; ++part) {
      const auto distance =
          float_distance(before.float_bits(part), after.float_bits(part), before.float_format().value());
      same = same && distance.same;
      inside = inside && distance.inside(declaration);
      elements.most_ulps = std::max(elements.most_ulps, distance.ulps);
    }
    if (!same) elements.add(i, !inside);
  }
  return elements;
}

Elements compare_exactly(const ArrayValue& before, const ArrayValue& after) {
  Elements elements;
  for (std::size_t i = 0; i < before.size(); ++i) {
    if (!before.same_element(after, i)) elements.add(i, true);
  }
  return elements;
}

std::string detail_of(const Elements& elements, const ArrayValue& before, const ArrayValue& after) {
  std::string detail = before.size() == 1
                           ? before.element_text(0) + " -> " + after.element_text(0)
                           : fmt::format("{} of {} elements differ, at {}: {} -> {}", elements.differing, before.size(),
                                         before.index_text(elements.first), before.element_text(elements.first),
                                         after.element_text(elements.first));
  if (before.float_format() && elements.most_ulps > 0) {
    detail += fmt::format("; by up to {:.6g} ULP", elements.most_ulps);
  }
  return detail;
}

// nullopt when the two hold the same elements.
std::optional<Verdict> elements_verdict(const nlohmann::json& before_value, const nlohmann::json& after_value,
                                        const CheckDeclaration& declaration) {
  const auto before = ArrayValue::decode(before_value);
  const auto after = ArrayValue::decode(after_value);
  if (!before || !after) {
    nlohmann::json a = before_value;
    nlohmann::json b = after_value;
    a.erase("container");
    b.erase("container");
    if (a == b) return std::nullopt;
    return Verdict{Kind::value, Severity::behaviour, "the recorded contents differ"};
  }
  const Elements elements =
      before->float_format() ? compare_floats(*before, *after, declaration) : compare_exactly(*before, *after);
  if (elements.differing == 0) return std::nullopt;
  return Verdict{Kind::value, elements.outside > 0 ? Severity::behaviour : Severity::drift,
                 detail_of(elements, *before, *after)};
}

std::string member_text(const nlohmann::json& value, const char* name) {
  return value.contains(name) ? value[name].dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) : "?";
}

}  // namespace

std::optional<Verdict> array_verdict(const nlohmann::json& before, const nlohmann::json& after,
                                     const CheckDeclaration& declaration) {
  const std::string before_dtype = text_member(before, "dtype");
  const std::string after_dtype = text_member(after, "dtype");
  const std::string before_shape = member_text(before, "shape");
  const std::string after_shape = member_text(after, "shape");
  const std::string shapes = "shape " + before_shape + " -> " + after_shape;
  if (before_dtype != after_dtype) {
    return Verdict{Kind::dtype, Severity::breaking,
                   before_dtype + " -> " + after_dtype + (before_shape != after_shape ? ", " + shapes : "")};
  }
  if (before_shape != after_shape) return Verdict{Kind::shape, Severity::breaking, shapes};
  auto elements = elements_verdict(before, after, declaration);
  const std::string before_container = text_member(before, "container");
  const std::string after_container = text_member(after, "container");
  if (before_container == after_container) return elements;
  const std::string containers = before_container + " -> " + after_container;
  if (elements && elements->severity > Severity::drift) {
    elements->detail += "; " + containers;
    return elements;
  }
  return Verdict{Kind::structure, Severity::behaviour, containers};
}

}  // namespace tfh
