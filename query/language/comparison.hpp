// Equality, comparison and order of values, each as openCypher defines it; the three differ on null, NaN and
// types.
//
//   equals       x = y       three-valued: null inside makes unknown; 1 = 1.0; NaN = NaN is false
//   compare      x < y ..    three-valued; only values of one type (numbers together) compare; lists element
//   by element order        ORDER BY    total: map, node, relationship, list, path, temporal, string,
//   boolean, number, NaN, null equivalent   DISTINCT    two-valued: null is null, NaN is NaN, 1 is 1.0;
//   hash() agrees with it
#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "query/engine.hpp"
#include "query/value.hpp"

namespace talentflow::query {

/// true, false, or nullopt for unknown.
using Ternary = std::optional<bool>;

Ternary equals(const Value& a, const Value& b);

enum class Relation { less, equal, greater, neither };  ///< neither: NaN is involved
/// nullopt when the values do not compare.
std::optional<Relation> compare(const Value& a, const Value& b);

/// Negative, zero or positive.
int order(const Value& a, const Value& b);

bool equivalent(const Value& a, const Value& b);
std::size_t hash(const Value& value);

/// Rough size in bytes, for the memory budget; shared parts count each time.
std::size_t footprint(const Value& value);

inline Value to_value(Ternary ternary) { return ternary ? Value(*ternary) : Value(); }

}  // namespace talentflow::query
