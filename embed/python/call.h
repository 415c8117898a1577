// Attributes, calls and conversions on Python objects, in Outcomes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "embed/python/raised.h"

namespace tfh::embed {

Outcome attribute(const Object& object, const char* name);
std::optional<Object> attribute_if_any(const Object& object, const char* name);
Outcome import_module(const std::string& name);

// `keywords` is a dict or empty.
Outcome call(const Object& callable, const std::vector<Object>& positional, const Object& keywords = {});
Outcome call_method(const Object& object, const char* name, const std::vector<Object>& positional = {});

Object python_text(std::string_view utf8);
Object python_bytes(std::string_view bytes);
Object python_integer(std::int64_t value);
Object python_list(const std::vector<Object>& items);

// The UTF-8 of a str; lone surrogates are escaped. Empty when there is none: `text` is an error or not a str.
std::string text_of(const Outcome& text);
std::string bytes_of(const Object& bytes);
std::string base64_of(const Object& bytes);
std::optional<std::int64_t> integer_of(const Object& integer);  // nothing: not an int, or wider than 64 bits

// Every item of an iterable.
std::expected<std::vector<Object>, Raised> items_of(const Object& iterable);

std::string class_name(const Object& a_class);  // "Tensor"
std::string type_name(const Object& object);    // class_name of its type
bool is_instance(const Object& object, const Object& a_class);

}  // namespace tfh::embed
