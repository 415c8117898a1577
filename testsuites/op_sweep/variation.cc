#include "testsuites/op_sweep/variation.h"

#include <utility>

#include "testsuites/op_sweep/other_arrays.h"

namespace tfh::testsuites::op_sweep {
namespace {

// Where an argument stands: "0" for the first one, "axis" for a keyword's.
using Place = std::pair<std::string, Argument*>;

std::vector<Place> places_of(Inputs& inputs) {
  std::vector<Place> places;
  for (std::size_t index = 0; index < inputs.positional.size(); ++index)
    places.emplace_back(std::to_string(index), &inputs.positional[index]);
  for (auto& [name, argument] : inputs.keywords) places.emplace_back(name, &argument);
  return places;
}

template <class Value>
Value* held(const Place& place) {
  return std::get_if<Value>(&place.second->value);
}

// Each array replaced, one at a time, by what `others` makes of it: a list of names and arguments.
template <class Others>
void vary_each(const Inputs& call, std::vector<Inputs>& result, Others others) {
  Inputs original = call;
  const std::size_t count = places_of(original).size();
  for (std::size_t index = 0; index < count; ++index) {
    const Place place = places_of(original)[index];
    for (auto& [name, argument] : others(*place.second)) {
      Inputs varied = call;
      *places_of(varied)[index].second = std::move(argument);
      varied.name = place.first + " " + name;
      result.push_back(std::move(varied));
    }
  }
}

// What one array becomes while the others stay: a float, and what holds indices or sizes another integer, too.
std::vector<std::string> alone_dtypes(const Array& array, const std::string& own) {
  std::vector<std::string> dtypes = {array.dtype == "float64" ? "float32" : "float64"};
  if (array.dtype == own || (array.dtype != "int32" && array.dtype != "int64")) return dtypes;
  for (const char* dtype : {"int16", "uint16", "uint32", "int32", "int64"})
    if (array.dtype != dtype) dtypes.push_back(dtype);
  return dtypes;
}

std::vector<Inputs> dtype_variations(const Inputs& call) {
  std::vector<Inputs> result;
  Inputs original = call;
  std::string own;
  for (const Place& place : places_of(original))
    if (const auto* array = held<Array>(place); array != nullptr && own.empty()) own = array->dtype;
  if (own.empty()) return result;
  for (const std::string& dtype : all_dtypes()) {
    if (dtype == own) continue;
    Inputs varied = call;
    varied.name = dtype;
    for (const Place& place : places_of(varied))
      if (auto* array = held<Array>(place); array != nullptr && array->dtype == own) *array = converted(*array, dtype);
    result.push_back(std::move(varied));
  }
  vary_each(call, result, [&own](const Argument& argument) {
    NamedArguments others;
    const auto* array = std::get_if<Array>(&argument.value);
    if (array == nullptr) return others;
    for (const std::string& dtype : alone_dtypes(*array, own))
      others.emplace_back(dtype + " alone", converted(*array, dtype));
    return others;
  });
  return result;
}

}  // namespace

std::string name_of(Aspect aspect) {
  switch (aspect) {
    case Aspect::dtypes:
      return "dtypes";
    case Aspect::values:
      return "values";
    case Aspect::shapes:
      return "shapes";
    case Aspect::arguments:
      return "arguments";
  }
  return "";
}

std::vector<Inputs> variations(const Inputs& call, Aspect aspect) {
  std::vector<Inputs> result;
  if (aspect == Aspect::dtypes) return dtype_variations(call);
  if (aspect == Aspect::values) vary_each(call, result, other_values);
  if (aspect == Aspect::shapes) vary_each(call, result, other_shapes);
  if (aspect == Aspect::arguments) vary_each(call, result, other_arguments);
  return result;
}

}  // namespace tfh::testsuites::op_sweep
