// Python objects as the JSON values of harness/record/README.md.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "embed/python/raised.h"
#include "embed/python/scrub.h"

namespace tfh::embed {

class Encoder {
 public:
  // Both modules imported. Classes that this release of the framework does not have are simply never met.
  Encoder(const Object& framework, const Object& numpy, Scrubber scrubber);

  // The value of one observation: an object with a `kind`. Never fails: what cannot be read is its repr, and what
  // raises while it is read is that exception.
  nlohmann::json observation(const Object& value) const;

  // The same under a kind that the check asked for: "structure", "text", "signature", "symbol", or
  // "warnings": a list of pairs, a category and a message.
  nlohmann::json observation(const Object& value, const std::string& kind) const;

  nlohmann::json exception(const Raised& raised) const;

 private:
  nlohmann::json plain(const Object& value, int depth) const;
  nlohmann::json number(const Object& value) const;
  nlohmann::json text(const Object& value) const;
  nlohmann::json sequence(const Object& value, int depth) const;
  nlohmann::json mapping(const Object& value, int depth) const;
  nlohmann::json parts(const Object& value, const std::vector<const char*>& names, int depth) const;
  std::optional<nlohmann::json> framework_value(const Object& value, int depth) const;
  std::optional<nlohmann::json> array(const Object& value) const;
  nlohmann::json array_of(const Object& numpy_array, const std::string& dtype, const std::string& container) const;
  std::string container_name(const Object& value) const;
  bool is(const Object& value, const char* name) const;  // an instance of the framework's class of that name

  std::vector<std::pair<std::string, Object>> classes_;  // "Tensor" and its class
  Object ndarray_, numpy_scalar_;
  Scrubber scrubber_;
};

}  // namespace tfh::embed
