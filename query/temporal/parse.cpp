// ISO 8601 instants. A date without separators is told apart by its number of digits: 4 year, 6 year and
// month, 7 year and day of the year, 8 year, month and day.
#include "query/temporal/calendar.hpp"
#include "query/temporal/reader.hpp"
#include "query/temporal/text.hpp"

namespace talentflow::query::temporal {
namespace {

using Number = std::optional<std::int64_t>;

/// "W30", "W30-2", "W302" after the year; `separated` when a dash stood before the W.
Number week_day(Reader& reader, std::int64_t year, bool separated) {
  const Number week = reader.digits(2);
  if (!week) return std::nullopt;
  Number day = 1;
  if (separated ? reader.take('-') : reader.digits_ahead() > 0) day = reader.digits(1);
  if (!day) return std::nullopt;
  return day_of(WeekDate{year, *week, *day});
}

/// "Q3", "Q3-45", "Q345"
Number quarter_day(Reader& reader, std::int64_t year, bool separated) {
  const Number quarter = reader.digits(1);
  if (!quarter) return std::nullopt;
  Number day = 1;
  if (separated ? reader.take('-') : reader.digits_ahead() > 0) day = reader.digits(2);
  if (!day) return std::nullopt;
  return day_of(QuarterDate{year, *quarter, *day});
}

/// What follows "YYYY-".
Number separated_date(Reader& reader, std::int64_t year) {
  if (reader.take('W')) return week_day(reader, year, true);
  if (reader.take('Q')) return quarter_day(reader, year, true);
  if (reader.digits_ahead() == 3) return day_of(OrdinalDate{year, *reader.digits(3)});
  const Number month = reader.digits(2);
  if (!month) return std::nullopt;
  Number day = 1;
  if (reader.take('-')) day = reader.digits(2);
  if (!day) return std::nullopt;
  return day_of(CalendarDate{year, *month, *day});
}

/// "YYYY" or "YYYY", a separator or W or Q, and more.
Number date_after_year(Reader& reader, std::int64_t year) {
  if (reader.take('-')) return separated_date(reader, year);
  if (reader.take('W')) return week_day(reader, year, false);
  if (reader.take('Q')) return quarter_day(reader, year, false);
  return day_of(CalendarDate{year, 1, 1});
}

Number date(Reader& reader) {
  const bool negative = reader.take('-');
  if (negative || reader.take('+')) {
    const std::size_t count = reader.digits_ahead();
    if (count > 9) return std::nullopt;
    const Number year = reader.digits(count);
    if (!year) return std::nullopt;
    return date_after_year(reader, negative ? -*year : *year);
  }
  const std::size_t count = reader.digits_ahead();
  const Number year = reader.digits(4);
  if (!year) return std::nullopt;
  switch (count) {
    case 4:
      return date_after_year(reader, *year);
    case 6:
      return day_of(CalendarDate{*year, *reader.digits(2), 1});
    case 7:
      return day_of(OrdinalDate{*year, *reader.digits(3)});
    case 8: {
      const std::int64_t month = *reader.digits(2);
      return day_of(CalendarDate{*year, month, *reader.digits(2)});
    }
    default:
      return std::nullopt;
  }
}

/// Nanoseconds since midnight.
Number time(Reader& reader) {
  const std::size_t count = reader.digits_ahead();
  if (count != 2 && count != 4 && count != 6) return std::nullopt;
  const std::int64_t hour = *reader.digits(2);
  std::int64_t minute = 0;
  std::int64_t second = 0;
  bool with_second = false;
  if (count > 2) {
    minute = *reader.digits(2);
    with_second = count == 6;
    if (with_second) second = *reader.digits(2);
  } else if (reader.take(':')) {
    const Number digits = reader.digits(2);
    if (!digits) return std::nullopt;
    minute = *digits;
    with_second = reader.take(':');
    if (with_second) {
      const Number more = reader.digits(2);
      if (!more) return std::nullopt;
      second = *more;
    }
  }
  if (hour > 23 || minute > 59 || second > 59) return std::nullopt;
  const std::int64_t fraction = with_second ? reader.fraction().value_or(0) : 0;
  return ((hour * 60 + minute) * 60 + second) * kNanosecondsPerSecond + fraction;
}

std::string_view forms(Kind kind) {
  switch (kind) {
    case Kind::date:
      return "write it as 2015-07-21, 20150721, 2015-07, 2015, 2015-W30-2, 2015-Q3-21 or 2015-202";
    case Kind::local_time:
      return "write it as 21:40:32.142, 214032.142, 21:40 or 21";
    case Kind::time:
      return "write it as 21:40:32.142+01:00, 214032+0100, 21:40Z or 21";
    case Kind::local_date_time:
      return "write it as 2015-07-21T21:40:32.142 or 20150721T214032";
    default:
      return "write it as 2015-07-21T21:40:32.142+02:00 or 2015-07-21T21:40:32[Europe/Stockholm]";
  }
}

Error no_such(Kind kind, std::string_view text) {
  const std::string name(kind_name(kind));
  return argument_error("'" + std::string(text) + "' is no " + name + ": " + std::string(forms(kind)));
}

/// "[Europe/Stockholm]" or "" for none; nullopt for an open bracket or an empty name.
std::optional<std::string_view> zone_name(Reader& reader) {
  if (!reader.take('[')) return std::string_view();
  const std::string_view rest = reader.rest();
  const std::size_t end = rest.find(']');
  if (end == std::string_view::npos || end == 0) return std::nullopt;
  reader.back_to(reader.position() + end + 1);
  return rest.substr(0, end);
}

/// The zone of a datetime: by name (the offset beside it must be one the zone has then), by offset, or
/// `otherwise`.
Result<Parts> with_zone(Parts parts, std::optional<std::int32_t> offset, std::string_view name,
                        const Zone& otherwise) {
  if (name.empty()) {
    put_in_zone(parts, offset ? Zone{nullptr, *offset} : otherwise, std::nullopt);
    return parts;
  }
  const auto zone = find_zone(name);
  if (!zone.ok()) return zone.error();
  if (offset && !offset_fits(parts, *zone, *offset))
    return argument_error("the offset " + offset_text(*offset) + " is not one that " + std::string(name) +
                          " has at that date and time: leave the offset or the zone out");
  put_in_zone(parts, *zone, offset);
  return parts;
}

}  // namespace

Result<Parts> parse_instant(Kind kind, std::string_view text, const Zone& otherwise, std::int64_t now) {
  Reader reader(text);
  Parts parts;
  parts.kind = kind;
  if (has_date(kind)) {
    const Number days = date(reader);
    if (!days) return no_such(kind, text);
    parts.days = *days;
  }
  const bool marked = kind != Kind::date && reader.take('T');
  bool with_time = false;
  if (has_time(kind) && (marked || !has_date(kind))) {
    const Number nanoseconds = time(reader);
    if (!nanoseconds) return no_such(kind, text);
    parts.nanoseconds = *nanoseconds;
    with_time = true;
  }
  std::optional<std::int32_t> offset;
  if (has_zone(kind) && with_time) offset = reader.offset();
  std::string_view name;
  if (kind == Kind::date_time) {
    const auto read = zone_name(reader);
    if (!read) return no_such(kind, text);
    name = *read;
  }
  if (!reader.at_end()) return no_such(kind, text);
  if (kind == Kind::time) parts.offset = offset ? *offset : offset_at(otherwise, now);
  if (kind == Kind::date_time) return with_zone(std::move(parts), offset, name, otherwise);
  return parts;
}

}  // namespace talentflow::query::temporal
