#include "query/flow/columns.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

#include "query/flow/side_text.hpp"

namespace talentflow::query {
namespace {

using graph::Cell;

template <auto member>
Value count_of(const Cell& cell) {
  return Value(static_cast<std::int64_t>(cell.*member));
}

std::string two_parts(int year, const char* middle, int part, int width) {
  std::array<char, 40> buffer{};
  const int length = std::snprintf(buffer.data(), buffer.size(), "%04d%s%0*d", year, middle, width, part);
  return {buffer.data(), static_cast<std::size_t>(length)};
}

/// The ISO week of a Monday: the year is that of its Thursday.
std::string week_text(Day monday) {
  const CivilDate thursday = to_civil(monday + 3);
  const int day_of_year = monday + 3 - to_day({thursday.year, 1, 1});
  return two_parts(thursday.year, "-W", day_of_year / 7 + 1, 2);
}

Day week_start(Day day) {
  const Day shifted = day + 3;
  return day - (shifted % 7 + 7) % 7;
}

std::string year_text(int year) { return to_string(Date::in_year(year)); }

}  // namespace

const std::vector<FlowColumn>& flow_columns() {
  static const std::vector<FlowColumn> columns = {
      {"inflow", false, false, false, count_of<&Cell::inflow>},
      {"outflow", false, false, false, count_of<&Cell::outflow>},
      {"net", false, false, false, [](const Cell& cell) { return Value(cell.net()); }},
      {"moves", false, false, false, [](const Cell& cell) { return Value(cell.gross()); }},
      {"gross", false, false, false, [](const Cell& cell) { return Value(cell.gross()); }},
      {"expected", false, true, false, [](const Cell& cell) { return rounded(cell.expected); }},
      {"lo", false, true, false, count_of<&Cell::low>},
      {"hi", false, true, false, count_of<&Cell::high>},
      {"bound_lo", false, true, false, count_of<&Cell::bound_low>},
      {"bound_hi", false, true, false, count_of<&Cell::bound_high>},
      {"single_origin", false, false, true, count_of<&Cell::single_origin>},
      {"contested", false, false, true, count_of<&Cell::contested>},
      {"undated", false, false, true, count_of<&Cell::undated>},
      {"entries", true, false, false, count_of<&Cell::entries>},
      {"exits", true, false, false, count_of<&Cell::exits>},
      {"dual", false, false, true, count_of<&Cell::dual>},
      {"assumed", false, false, true, count_of<&Cell::assumed>},
      {"unordered", true, false, false, count_of<&Cell::unordered>},
      {"unlocated", true, false, false, count_of<&Cell::unlocated>},
      {"stock", true, false, false, count_of<&Cell::stock>},
  };
  return columns;
}

const FlowColumn* find_column(std::string_view name) {
  for (const FlowColumn& column : flow_columns())
    if (same_word(column.name, name)) return &column;
  return nullptr;
}

std::vector<std::string> key_columns(const graph::Question& question) {
  std::vector<std::string> names = {"bucket"};
  for (const graph::Dimension dimension : question.dimensions) {
    switch (dimension) {
      case graph::Dimension::origin_organisation:
        names.emplace_back("origin_org");
        break;
      case graph::Dimension::destination_organisation:
        names.emplace_back("destination_org");
        break;
      case graph::Dimension::origin_country:
        names.emplace_back("origin_country");
        break;
      case graph::Dimension::destination_country:
        names.emplace_back("destination_country");
        break;
      case graph::Dimension::role:
        names.emplace_back("role");
        break;
    }
  }
  return names;
}

Row key_values(const graph::View& view, const graph::Question& question, const Cell& cell) {
  Row row = {bucket_value(question, cell)};
  const auto text_or_null = [](const std::string& text) { return text.empty() ? Value() : Value(text); };
  for (const graph::DimensionValue& value : cell.dimensions) {
    switch (value.dimension) {
      case graph::Dimension::origin_organisation:
      case graph::Dimension::destination_organisation:
        row.push_back(value.organisation == 0 ? Value() : text_or_null(entity_id(view, value.organisation)));
        break;
      case graph::Dimension::origin_country:
      case graph::Dimension::destination_country:
        row.push_back(text_or_null(country_text(value.country)));
        break;
      case graph::Dimension::role:
        row.push_back(text_or_null(role_name(value.role)));
        break;
    }
  }
  return row;
}

std::vector<std::string> default_columns(const graph::Question& question, bool observed) {
  if (observed && question.directed) return {"moves"};
  if (observed) return {"inflow", "outflow", question.gross ? "gross" : "net"};
  if (question.directed)
    return {"moves", "expected", "lo", "hi", "bound_lo", "bound_hi", "single_origin", "contested", "undated"};
  return {"inflow",    "outflow",  question.gross ? "gross" : "net",
          "expected",  "lo",       "hi",
          "bound_lo",  "bound_hi", "single_origin",
          "contested", "undated"};
}

Value bucket_value(const graph::Question& question, const Cell& cell) {
  if (!cell.period) return {};
  const Day low = cell.period->low;
  switch (question.unit) {
    case graph::TimeUnit::total:
      return Value("total");
    case graph::TimeUnit::year:
      return Value(year_text(to_civil(low).year));
    case graph::TimeUnit::quarter:
      return Value(two_parts(to_civil(low).year, "-Q", (to_civil(low).month - 1) / 3 + 1, 1));
    case graph::TimeUnit::month:
      return Value(two_parts(to_civil(low).year, "-", to_civil(low).month, 2));
    case graph::TimeUnit::week:
      return Value(week_text(week_start(low)));
  }
  return {};
}

Value date_range_value(DayRange range) {
  if (range.low <= kMinDay && (range.high >= kMaxDay || range.high <= kMinDay)) return {};
  if (range.exact()) return Value(day_text(range.low));
  if (range.low > kMinDay && range.high < kMaxDay) {
    const CivilDate date = to_civil(range.low);
    for (const Date& whole : {Date::in_year(date.year), Date::in_month(date.year, date.month)})
      if (whole.range == range) return Value(to_string(whole));
  }
  return Value(to_string(Date::between(range)));
}

}  // namespace talentflow::query
