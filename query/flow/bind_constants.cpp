#include <algorithm>
#include <cmath>

#include "query/flow/bind.hpp"

namespace talentflow::query {
namespace {

constexpr std::int64_t kDaysPerYear = 365, kMonthsPerYear = 12;
constexpr std::int64_t kMicrosecondsPerDay = 86'400'000'000;

std::int64_t months_to_days(std::int64_t months) { return months * kDaysPerYear / kMonthsPerYear; }

Error not_a_date(const FlowContext& context, Place place) {
  return context.semantic(place, "InvalidDate", "this is no date; write date('2023-01-01') or '2023-01'");
}

std::optional<Day> day_of(const Value& value) {
  if (const auto* date = value.date()) return static_cast<Day>(date->days);
  if (const auto* time = value.local_date_time()) return static_cast<Day>(time->days);
  if (const auto* time = value.date_time()) return static_cast<Day>(time->days);
  if (const auto* year = value.integer(); year != nullptr && *year >= 1000 && *year <= 9999)
    return to_day({static_cast<int>(*year), 1, 1});
  if (const auto* text = value.string())
    if (const auto date = parse_date(*text); date.ok() && date->known() && date->range.low > kMinDay)
      return date->range.low;
  return std::nullopt;
}

/// Microseconds; a bare date stands for the whole day.
std::optional<Instant> instant_of(const Value& value) {
  if (const auto* time = value.date_time())
    return time->days * kMicrosecondsPerDay + time->nanoseconds / 1000 -
           static_cast<std::int64_t>(time->offset) * 1'000'000;
  if (const auto* time = value.local_date_time())
    return time->days * kMicrosecondsPerDay + time->nanoseconds / 1000;
  if (const auto day = day_of(value)) return (static_cast<Instant>(*day) + 1) * kMicrosecondsPerDay - 1;
  return std::nullopt;
}

std::optional<std::int64_t> days_of(const Value& value, const flow_syntax::Length& length) {
  if (const auto* number = value.integer())
    return length.months ? months_to_days(*number * length.days_per_unit) : *number * length.days_per_unit;
  if (const auto* duration = value.duration())
    return months_to_days(duration->months) + duration->days + duration->seconds / 86'400;
  if (const auto* text = value.string()) {  // ISO 8601: P1Y, P6M, P30D, P2W
    std::int64_t days = 0, number = 0;
    bool digits = false;
    if (text->size() < 3 || text->front() != 'P') return std::nullopt;
    for (const char c : std::string_view(*text).substr(1)) {
      if (c >= '0' && c <= '9') {
        number = number * 10 + (c - '0');
        digits = true;
        if (number > 10'000'000) return std::nullopt;
        continue;
      }
      if (!digits) return std::nullopt;
      if (c == 'Y')
        days += number * kDaysPerYear;
      else if (c == 'M')
        days += months_to_days(number);
      else if (c == 'W')
        days += number * 7;
      else if (c == 'D')
        days += number;
      else
        return std::nullopt;
      number = 0;
      digits = false;
    }
    return digits ? std::nullopt : std::optional(days);
  }
  return std::nullopt;
}

}  // namespace

Result<Day> bind_day(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                     ast::ExpressionPtr expression, Place place) {
  auto value = evaluate_constant(std::move(expression), context.core(view));
  if (!value) return value.error();
  const auto day = day_of(*value);
  if (!day) return not_a_date(context, place);
  return *day;
}

Result<double> bind_number(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                           ast::ExpressionPtr expression, double low, double high, const std::string& what) {
  const Place place = expression->place;
  auto value = evaluate_constant(std::move(expression), context.core(view));
  if (!value) return value.error();
  double number = std::nan("");
  if (value->integer() != nullptr) number = static_cast<double>(*value->integer());
  if (value->floating() != nullptr) number = *value->floating();
  if (number >= low && number <= high) return number;
  return context.semantic(place, "InvalidArgument", what);
}

Result<void> bind_counting(const FlowContext& context, const std::shared_ptr<const graph::View>& view,
                           flow_syntax::Counting& syntax, graph::Rules& rules) {
  for (flow_syntax::Length& length : syntax.lengths) {
    auto value = evaluate_constant(std::move(length.value), context.core(view));
    if (!value) return value.error();
    const auto days = days_of(*value, length);
    if (!days || *days < 0 || *days > 1'000'000)
      return context.semantic(
          length.place, "InvalidDuration",
          "this is no length of time; write 365 DAYS, 1 YEAR, 'P1Y' or duration({years: 1})");
    const auto short_days = static_cast<std::int32_t>(*days);
    switch (length.which) {
      case flow_syntax::Length::Which::gap:
        rules.gap = short_days;
        break;
      case flow_syntax::Length::Which::overlap:
        rules.overlap = short_days;
        break;
      case flow_syntax::Length::Which::min_stay:
        rules.min_stay = short_days;
        break;
      case flow_syntax::Length::Which::carry:
        rules.carry = short_days;
        break;
    }
  }
  if (syntax.concurrent) rules.concurrent = *syntax.concurrent;
  if (syntax.dates) rules.dates = *syntax.dates;
  if (syntax.role_at) rules.role_at = *syntax.role_at;
  if (syntax.no_founding) rules.founding = false;
  rules.study = rules.study || syntax.study;
  rules.first_only = rules.first_only || syntax.first_only;
  return {};
}

namespace {

Result<void> bind_valid_time(const FlowContext& context, flow_syntax::Reading& syntax,
                             const std::shared_ptr<const graph::View>& view, graph::Reading& reading) {
  const auto from = bind_day(context, view, std::move(syntax.valid_from), syntax.valid_place);
  if (!from) return from.error();
  reading.valid = DayRange{*from, *from};
  if (!syntax.valid_to) return {};
  const auto to = bind_day(context, view, std::move(syntax.valid_to), syntax.valid_place);
  if (!to) return to.error();
  if (*to < *from)
    return context.semantic(
        syntax.valid_place, "InvalidPeriod",
        "the period ends on " + day_text(*to) + ", before it starts on " + day_text(*from));
  reading.valid->high = *to;
  return {};
}

}  // namespace

Result<graph::Reading> bind_reading(const FlowContext& context, const graph::Reading& base,
                                    flow_syntax::Reading syntax,
                                    const std::shared_ptr<const graph::View>& view) {
  graph::Reading reading = base;
  if (syntax.as_of) {
    const Place place = syntax.as_of->place;
    auto value = evaluate_constant(std::move(syntax.as_of), context.core(view));
    if (!value) return value.error();
    reading.as_of = instant_of(*value);
    if (!reading.as_of) return not_a_date(context, place);
  }
  if (syntax.valid_from) TALENTFLOW_TRY(bind_valid_time(context, syntax, view, reading));
  if (syntax.according_to) {
    auto set = bind_sources(context, *syntax.according_to, view);
    if (!set) return set.error();
    reading.according_to = set.take();
  }
  if (syntax.min_confidence) {
    const auto least = bind_number(context, view, std::move(syntax.min_confidence), 0.0, 1.0,
                                   "MIN CONFIDENCE is a number from 0 to 1");
    if (!least) return least.error();
    reading.min_confidence = *least;
  }
  if (syntax.contested) reading.contested = *syntax.contested;
  return reading;
}

Result<void> refuse_valid_time(const FlowContext& context, const flow_syntax::Reading& syntax) {
  if (!syntax.valid_from) return {};
  return context.semantic(
      syntax.valid_place, "ValidTimeOfFlow",
      "a flow counts moves in a period, not facts on a day; write DURING date TO date after its ends");
}

}  // namespace talentflow::query
