// JSON text to values of the language: parameters of a query.
#pragma once

#include <string_view>

#include "query/value.hpp"
#include "schema/result.hpp"

namespace talentflow::query {

/// One JSON value. Integers beyond 64 bits are an error; {"float":"NaN"}, {"float":"Infinity"} and
/// {"float":"-Infinity"} are floats. Errors have ErrorCode::usage.
Result<Value> read_json(std::string_view text);
/// An object of parameters; the empty text is no parameters.
Result<ValueMap> read_json_object(std::string_view text);

}  // namespace talentflow::query
