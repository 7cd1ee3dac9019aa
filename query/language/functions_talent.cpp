// What only a graph of claims can say about an edge; all of it comes from View::evidence() and
// View::claims().
#include <algorithm>

#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query::functions {
namespace {

std::optional<graph::EdgeEvidence> evidence(const Arguments& a, std::size_t i = 0) {
  const auto* edge = a[i].edge();
  if (edge != nullptr) return a.runtime.read().evidence(edge->number);
  a.type_error("needs a relationship, not " + type_name(a[i]));
  return std::nullopt;
}

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value date_text(const Date& date) {
  if (date.open()) return "..";
  return date.known() ? Value(to_string(date)) : Value();
}

const char* precision_word(const Date& date) {
  switch (date.precision) {
    case DatePrecision::year:
      return "year";
    case DatePrecision::month:
      return "month";
    case DatePrecision::day:
      return "day";
    case DatePrecision::between:
      return "between";
    case DatePrecision::none:
      break;
  }
  return date.open() ? "open" : "unknown";
}

Value day_value(Day day) {
  if (day <= kMinDay || day >= kMaxDay) return {};
  return DateValue{day};
}

/// {earliest, latest}, both inclusive; null for no bound.
Value range_value(const std::optional<DayRange>& range, bool open) {
  if (open) return "..";
  if (!range) return {};
  return map_of({{"earliest", day_value(range->low)},
                 {"latest", day_value(range->exact() ? range->low : range->high - 1)}});
}

const char* stance_word(Stance stance) {
  switch (stance) {
    case Stance::denies:
      return "denies";
    case Stance::withdraws:
      return "withdraws";
    case Stance::asserts:
      break;
  }
  return "asserts";
}

const char* status_word(Status status) {
  switch (status) {
    case Status::rumoured:
      return "rumoured";
    case Status::unconfirmed:
      return "unconfirmed";
    case Status::reported:
      return "reported";
    case Status::announced:
      return "announced";
    case Status::confirmed:
      return "confirmed";
    case Status::filed:
      return "filed";
    case Status::none:
      break;
  }
  return "";
}

/// The earliest and latest day that an edge's interval [start, end) can begin and end.
struct Reach {
  std::int64_t start_low, start_high, end_low, end_high;
};

Reach reach(const graph::EdgeEvidence& e) {
  const auto last = [](const DayRange& range) { return range.exact() ? range.low : range.high - 1; };
  Reach out{};
  out.start_low = e.start ? e.start->low : kMinDay;
  out.start_high = e.start ? last(*e.start) : kMaxDay;
  out.end_low = e.end_open ? kMaxDay : (e.end ? e.end->low : kMinDay);
  out.end_high = e.end && !e.end_open ? last(*e.end) : kMaxDay;
  // What began holds for a day at least, and nothing ends before it begins.
  out.end_low = std::max(out.end_low, out.start_low);
  out.start_high = std::min(out.start_high, out.end_high);
  return out;
}

}  // namespace

ValueMap map_of(std::vector<std::pair<std::string, Value>> entries) {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return entries;
}

ValueMap claim_map(const graph::ClaimView& view) {
  const Claim& claim = view.claim;
  return map_of({{"claim", text_or_null(claim.id)},
                 {"relation", text_or_null(view.relation)},
                 {"stance", stance_word(claim.stance)},
                 {"status", text_or_null(status_word(claim.status))},
                 {"strength", view.strength},
                 {"start", date_text(claim.start)},
                 {"end", date_text(claim.end)},
                 {"role", text_or_null(claim.role)},
                 {"place", text_or_null(claim.place)},
                 {"note", text_or_null(claim.note)},
                 {"locator", text_or_null(claim.locator)},
                 {"source", text_or_null(view.source_id)},
                 {"publisher", text_or_null(view.publisher)},
                 {"origin", text_or_null(view.origin)},
                 {"root", text_or_null(view.root_publisher)},
                 {"url", text_or_null(view.url)},
                 {"title", text_or_null(view.title)},
                 {"bloc", text_or_null(view.bloc)},
                 {"class", text_or_null(view.source_class)},
                 {"published", text_or_null(view.published)}});
}

Value belief(const Arguments& a) {
  const auto e = evidence(a);
  return e ? Value(e->belief) : Value();
}

Value plausibility(const Arguments& a) {
  const auto e = evidence(a);
  return e && !e->plain ? Value(e->plausibility) : Value();
}

Value origins(const Arguments& a) {
  const auto e = evidence(a);
  return e && !e->plain ? Value(static_cast<std::int64_t>(e->origins)) : Value();
}

Value sources(const Arguments& a) {
  const auto e = evidence(a);
  return e && !e->plain ? Value(static_cast<std::int64_t>(e->sources)) : Value();
}

Value contested(const Arguments& a) {
  const auto e = evidence(a);
  return e && !e->plain ? Value(e->contested) : Value();
}

Value claims(const Arguments& a) {
  const auto e = evidence(a);
  if (!e || e->plain) return {};
  ValueList list;
  for (const graph::ClaimView& claim : a.runtime.read().claims(a[0].edge()->number))
    list.emplace_back(claim_map(claim));
  return list;
}

Value precision(const Arguments& a) {
  const auto e = evidence(a);
  if (!e || e->plain) return {};
  const Value end = e->end_open ? Value("open") : Value(precision_word(e->end_date));
  return map_of({{"start", precision_word(e->start_date)}, {"end", end}});
}

Value valid(const Arguments& a) {
  const auto e = evidence(a);
  if (!e || e->plain) return {};
  return map_of({{"start", range_value(e->start, false)}, {"end", range_value(e->end, e->end_open)}});
}

Value overlaps(const Arguments& a) {
  const auto first = evidence(a, 0);
  const auto second = evidence(a, 1);
  if (!first || !second || first->plain || second->plain) return {};
  const Reach e = reach(*first);
  const Reach f = reach(*second);
  if (e.end_high <= f.start_low || f.end_high <= e.start_low) return false;
  if (e.start_high < f.end_low && f.start_high < e.end_low) return true;
  return {};
}

}  // namespace talentflow::query::functions
