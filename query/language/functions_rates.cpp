// Rates over counts, most of all over FLOW's rows: FLOW .. YIELD inflow, outflow RETURN effectiveness(inflow,
// outflow). What they mean is in graph/indices.
#include <cmath>

#include "graph/indices/rates.hpp"
#include "graph/indices/spread.hpp"
#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"

namespace talentflow::query::functions {
namespace {

constexpr double kUsualLevel = 0.95;

std::optional<double> number(const Value& value) {
  if (const auto* whole = value.integer()) return static_cast<double>(*whole);
  if (const auto* real = value.floating()) return *real;
  return std::nullopt;
}

/// A count of persons or moves that is not negative.
std::optional<double> amount(const Arguments& a, std::size_t i) {
  const auto found = number(a[i]);
  if (!found) {
    a.type_error("needs numbers, not " + type_name(a[i]));
    return std::nullopt;
  }
  if (!std::isfinite(*found) || *found < 0.0) {
    a.argument_error("NumberOutOfRange", "needs counts, which are 0 or more");
    return std::nullopt;
  }
  return found;
}

/// Exact intervals are of whole counts.
std::optional<std::uint64_t> count(const Arguments& a, std::size_t i) {
  const auto* whole = a[i].integer();
  if (whole != nullptr && *whole >= 0) return static_cast<std::uint64_t>(*whole);
  a.argument_error("NumberOutOfRange", "needs whole counts, which are 0 or more");
  return std::nullopt;
}

std::optional<double> level(const Arguments& a, std::size_t i) {
  if (a.size() <= i) return kUsualLevel;
  const auto found = number(a[i]);
  if (found && *found > 0.0 && *found < 1.0) return found;
  a.argument_error("NumberOutOfRange", "needs a level between 0 and 1, such as 0.95");
  return std::nullopt;
}

Value value_of(const std::optional<double>& found) { return found ? Value(*found) : Value(); }

Value of_two(const Arguments& a, std::optional<double> (*measure)(double, double)) {
  const auto first = amount(a, 0), second = amount(a, 1);
  return first && second ? value_of(measure(*first, *second)) : Value();
}

Value of_list(const Arguments& a, std::optional<double> (*measure)(std::span<const double>)) {
  const ValueList* list = a[0].list();
  if (list == nullptr) return a.type_error("needs a list of counts, not " + type_name(a[0]));
  std::vector<double> counts;
  for (const Value& value : *list) {
    if (value.is_null()) continue;  // as aggregates do
    const auto found = number(value);
    if (!found) return a.type_error("needs a list of numbers, not of " + type_name(value));
    if (!std::isfinite(*found) || *found < 0.0)
      return a.argument_error("NumberOutOfRange", "needs counts, which are 0 or more");
    counts.push_back(*found);
  }
  return value_of(measure(counts));
}

Value estimate_map(const std::optional<graph::Estimate>& estimate, double at_level) {
  if (!estimate) return {};
  return map_of(
      {{"ratio", estimate->value}, {"lo", estimate->low}, {"hi", estimate->high}, {"level", at_level}});
}

}  // namespace

Value net_migration_rate(const Arguments& a) {
  const auto inflow = amount(a, 0), outflow = amount(a, 1);
  if (!inflow || !outflow) return {};
  const ValueMap* named = a[2].map();
  if (named == nullptr || named->size() != 1)
    return a.argument_error("InvalidArgumentValue",
                            "needs its denominator by name, such as {stock: stock}: a rate without one says "
                            "nothing");
  const auto& [name, value] = named->front();
  if (value.is_null()) return {};
  const auto persons = number(value);
  if (!persons) return a.type_error("needs a number of persons, not " + type_name(value));
  return map_of({{"rate", value_of(graph::net_migration_rate(*inflow, *outflow, *persons))},
                 {"denominator", name},
                 {"persons", value}});
}

Value effectiveness(const Arguments& a) { return of_two(a, graph::effectiveness); }
Value pair_asymmetry(const Arguments& a) { return of_two(a, graph::pair_asymmetry); }
Value circulation(const Arguments& a) { return of_two(a, graph::circulation); }

Value flow_ratio(const Arguments& a) {
  const auto inflow = count(a, 0), outflow = count(a, 1);
  const auto at_level = level(a, 2);
  if (!inflow || !outflow || !at_level) return {};
  return estimate_map(graph::flow_ratio(*inflow, *outflow, *at_level), *at_level);
}

Value risk_ratio(const Arguments& a) {
  const auto moves = count(a, 0), persons = count(a, 1), other_moves = count(a, 2),
             other_persons = count(a, 3);
  const auto at_level = level(a, 4);
  if (!moves || !persons || !other_moves || !other_persons || !at_level) return {};
  if (*moves > *persons || *other_moves > *other_persons)
    return a.argument_error("NumberOutOfRange",
                            "needs at least as many persons as moves: risk is of one move per head");
  return estimate_map(graph::risk_ratio(*moves, *persons, *other_moves, *other_persons, *at_level),
                      *at_level);
}

Value gini(const Arguments& a) { return of_list(a, graph::gini); }
Value coefficient_of_variation(const Arguments& a) { return of_list(a, graph::coefficient_of_variation); }
Value effective_number(const Arguments& a) { return of_list(a, graph::effective_number); }

}  // namespace talentflow::query::functions
