#include "query/language/comparison.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

#include "query/temporal/temporal.hpp"

namespace talentflow::query {
namespace {

template <class T>
int sign(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

/// Exact: a 64-bit integer against a float, without rounding the integer. The float is no NaN.
int compare_mixed(std::int64_t a, double b) {
  constexpr double kTwo63 = 9223372036854775808.0;
  if (b >= kTwo63) return -1;
  if (b < -kTwo63) return 1;
  const double whole = std::trunc(b);
  const auto integral = static_cast<std::int64_t>(whole);
  if (a != integral) return sign(a, integral);
  return sign(0.0, b - whole);
}

bool is_nan(const Value& value) { return value.floating() != nullptr && std::isnan(*value.floating()); }

/// Neither is NaN.
int compare_numbers(const Value& a, const Value& b) {
  if (const auto* x = a.integer()) {
    if (const auto* y = b.integer()) return sign(*x, *y);
    return compare_mixed(*x, *b.floating());
  }
  if (const auto* y = b.integer()) return -compare_mixed(*y, *a.floating());
  return sign(*a.floating(), *b.floating());
}

Ternary equal_lists(const ValueList& a, const ValueList& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    const Ternary item = equals(a[i], b[i]);
    if (!item)
      unknown = true;
    else if (!*item)
      return false;
  }
  return unknown ? Ternary() : Ternary(true);
}

Ternary equal_maps(const ValueMap& a, const ValueMap& b) {
  if (a.size() != b.size()) return false;
  bool unknown = false;
  for (std::size_t i = 0; i < a.size(); ++i) {
    if (a[i].first != b[i].first) return false;
    const Ternary item = equals(a[i].second, b[i].second);
    if (!item)
      unknown = true;
    else if (!*item)
      return false;
  }
  return unknown ? Ternary() : Ternary(true);
}

std::optional<Relation> relation(int by) {
  return by < 0 ? Relation::less : (by > 0 ? Relation::greater : Relation::equal);
}

std::optional<Relation> compare_lists(const ValueList& a, const ValueList& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    const Ternary same = equals(a[i], b[i]);
    if (!same) return std::nullopt;
    if (!*same) return compare(a[i], b[i]);
  }
  return relation(sign(a.size(), b.size()));
}

/// Place in the order of types.
int rank(const Value& value) {
  static constexpr std::array<int, 16> kRanks = {/*null*/ 99,
                                                 /*boolean*/ 20,
                                                 /*integer*/ 21,
                                                 /*float*/ 21,
                                                 /*string*/ 19,
                                                 /*list*/ 4,
                                                 /*map*/ 1,
                                                 /*node*/ 2,
                                                 /*edge*/ 3,
                                                 /*path*/ 5,
                                                 /*date*/ 12,
                                                 /*local time*/ 14,
                                                 /*time*/ 13,
                                                 /*local date time*/ 11,
                                                 /*date time*/ 10,
                                                 /*duration*/ 15};
  return kRanks[value.data().index()];
}

int order_lists(const ValueList& a, const ValueList& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i)
    if (const int by = order(a[i], b[i]); by != 0) return by;
  return sign(a.size(), b.size());
}

int order_maps(const ValueMap& a, const ValueMap& b) {
  for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
    if (const int by = sign(a[i].first, b[i].first); by != 0) return by;
    if (const int by = order(a[i].second, b[i].second); by != 0) return by;
  }
  return sign(a.size(), b.size());
}

int order_paths(const Path& a, const Path& b) {
  if (const int by = sign(a.nodes.front(), b.nodes.front()); by != 0) return by;
  for (std::size_t i = 0; i < std::min(a.edges.size(), b.edges.size()); ++i) {
    if (const int by = sign(a.edges[i], b.edges[i]); by != 0) return by;
    if (const int by = sign(a.nodes[i + 1], b.nodes[i + 1]); by != 0) return by;
  }
  return sign(a.edges.size(), b.edges.size());
}

int order_numbers(const Value& a, const Value& b) {
  const bool x = is_nan(a);
  const bool y = is_nan(b);
  if (x || y) return sign(x, y);
  return compare_numbers(a, b);
}

void mix(std::size_t& seed, std::size_t value) {
  seed ^= value + 0x9E3779B97F4A7C15ULL + (seed << 6) + (seed >> 2);
}

std::size_t hash_float(double value) {
  if (std::isnan(value)) return 0x7FF8;
  // A float that is a whole number hashes as that integer: 1 and 1.0 are one group.
  if (value == std::trunc(value) && std::abs(value) < 9.2e18)
    return std::hash<std::int64_t>{}(static_cast<std::int64_t>(value));
  return std::hash<double>{}(value);
}

}  // namespace

Ternary equals(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) return !is_nan(a) && !is_nan(b) && compare_numbers(a, b) == 0;
  if (a.data().index() != b.data().index()) return false;
  if (const auto* x = a.string()) return *x == *b.string();
  if (const auto* x = a.list()) return equal_lists(*x, *b.list());
  if (const auto* x = a.map()) return equal_maps(*x, *b.map());
  if (const auto* x = a.path()) return *x == *b.path();
  if (is_temporal(a)) return temporal_equal(a, b);
  if (const auto* x = a.boolean()) return *x == *b.boolean();
  if (const auto* x = a.node()) return *x == *b.node();
  return *a.edge() == *b.edge();
}

std::optional<Relation> compare(const Value& a, const Value& b) {
  if (a.is_null() || b.is_null()) return std::nullopt;
  if (a.is_number() && b.is_number()) {
    if (is_nan(a) || is_nan(b)) return Relation::neither;
    return relation(compare_numbers(a, b));
  }
  if (a.data().index() != b.data().index()) return std::nullopt;
  if (const auto* x = a.string()) return relation(x->compare(*b.string()));
  if (const auto* x = a.boolean()) return relation(sign(*x, *b.boolean()));
  if (const auto* x = a.list()) return compare_lists(*x, *b.list());
  if (is_temporal(a)) {
    const auto by = temporal_compare(a, b);
    return by ? relation(*by < 0 ? -1 : (*by > 0 ? 1 : 0)) : std::nullopt;
  }
  return std::nullopt;
}

int order(const Value& a, const Value& b) {
  if (const int by = sign(rank(a), rank(b)); by != 0) return by;
  if (a.is_null()) return 0;
  if (a.is_number()) return order_numbers(a, b);
  if (const auto* x = a.string()) return x->compare(*b.string());
  if (const auto* x = a.boolean()) return sign(*x, *b.boolean());
  if (const auto* x = a.list()) return order_lists(*x, *b.list());
  if (const auto* x = a.map()) return order_maps(*x, *b.map());
  if (const auto* x = a.node()) return sign(x->number, b.node()->number);
  if (const auto* x = a.edge()) return sign(x->number, b.edge()->number);
  if (const auto* x = a.path()) return order_paths(*x, *b.path());
  const auto by = temporal_order(a, b);
  return by < 0 ? -1 : (by > 0 ? 1 : 0);
}

bool equivalent(const Value& a, const Value& b) { return order(a, b) == 0; }

std::size_t hash(const Value& value) {
  if (const auto* v = value.integer()) return std::hash<std::int64_t>{}(*v);
  if (const auto* v = value.floating()) return hash_float(*v);
  if (const auto* v = value.string()) return std::hash<std::string>{}(*v);
  std::size_t seed = value.data().index() * 0x51ED270B;
  if (const auto* v = value.boolean())
    mix(seed, *v ? 1 : 2);
  else if (const auto* node = value.node())
    mix(seed, node->number);
  else if (const auto* edge = value.edge())
    mix(seed, edge->number);
  else if (const auto* list = value.list()) {
    for (const Value& item : *list) mix(seed, hash(item));
  } else if (const auto* map = value.map()) {
    for (const auto& [key, item] : *map) {
      mix(seed, std::hash<std::string>{}(key));
      mix(seed, hash(item));
    }
  } else if (const auto* path = value.path()) {
    for (const auto number : path->nodes) mix(seed, number);
    for (const auto number : path->edges) mix(seed, number);
  } else if (!value.is_null()) {
    return temporal_hash(value);
  }
  return seed;
}

std::size_t footprint(const Value& value) {
  std::size_t bytes = sizeof(Value);
  if (const auto* text = value.string()) return bytes + 48 + text->size();
  if (const auto* list = value.list()) {
    for (const Value& item : *list) bytes += footprint(item);
  } else if (const auto* map = value.map()) {
    for (const auto& [key, item] : *map) bytes += 32 + key.size() + footprint(item);
  } else if (const auto* path = value.path()) {
    bytes += 64 + 4 * (path->nodes.size() + path->edges.size());
  }
  return bytes;
}

}  // namespace talentflow::query
