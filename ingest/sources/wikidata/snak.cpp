#include "ingest/sources/wikidata/snak.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/sources/common/reading.hpp"
#include "schema/day.hpp"

namespace talentflow::ingest::wikidata {
namespace {

constexpr std::string_view kJulian = "Q1985786";
enum Precision : std::int64_t { millennium = 6, century = 7, decade = 8, year = 9, month = 10, day = 11 };

std::string padded(int number, std::size_t width) {
  std::string out = std::to_string(number);
  return out.size() < width ? std::string(width - out.size(), '0') + out : out;
}

std::string years(int first, int last) {
  if (first < 0 || last > 9999) return {};
  return "[" + padded(first, 4) + ".." + padded(last, 4) + "]";
}

/// A Julian calendar date's day number. Method: the usual conversion by Julian day numbers (E. G. Richards,
/// "Mapping Time", chapter 25), with 2440588 the Julian day of 1970-01-01.
Day julian_day(int y, int m, int d) {
  const int a = (14 - m) / 12;
  const int shifted_year = y + 4800 - a;
  const int shifted_month = m + 12 * a - 3;
  return d + (153 * shifted_month + 2) / 5 + 365 * shifted_year + shifted_year / 4 - 32083 - 2440588;
}

struct Digits {
  int year = 0, month = 0, day = 0;
};

/// "+1971-00-00T00:00:00Z"; nullopt for years before 0 or beyond 9999.
std::optional<Digits> digits_of(std::string_view time) {
  if (time.starts_with('-')) return std::nullopt;
  if (time.starts_with('+')) time.remove_prefix(1);
  const auto parts = split(time.substr(0, time.find('T')), '-');
  if (parts.size() != 3) return std::nullopt;
  Digits out;
  const auto read = [](std::string_view text, int& number) {
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc() && end == text.data() + text.size();
  };
  if (!read(parts[0], out.year) || !read(parts[1], out.month) || !read(parts[2], out.day))
    return std::nullopt;
  return out.year > 9999 ? std::nullopt : std::optional(out);
}

}  // namespace

SnakType snak_type(const JsonView& snak) {
  const auto type = snak["snaktype"].text();
  if (type == "value") return SnakType::value;
  if (type == "somevalue") return SnakType::some_value;
  if (type == "novalue") return SnakType::no_value;
  return SnakType::absent;
}

std::string item_id(const JsonView& snak) {
  const auto value = snak["datavalue"]["value"];
  if (const auto id = value["id"].text(); !id.empty()) return std::string(id);
  if (value["entity-type"].text() != "item") return {};
  const auto number = value["numeric-id"].scalar();  // files before 2017 have nothing else
  return number.empty() ? std::string() : "Q" + number;
}

std::string string_value(const JsonView& snak) {
  const auto value = snak["datavalue"]["value"];
  return std::string(value.is_object() ? value["text"].text() : value.text());
}

std::string time_value(const JsonView& snak) {
  const auto value = snak["datavalue"]["value"];
  const auto parts = digits_of(value["time"].text());
  const auto precision = value["precision"].integer();
  if (!parts || !precision) return {};
  const auto [y, m, d] = *parts;
  switch (*precision) {
    case century:
      return years((y - 1) / 100 * 100 + 1, (y - 1) / 100 * 100 + 100);
    case decade:
      return years(y / 10 * 10, y / 10 * 10 + 9);
    case year:
      return padded(y, 4);
    case month:
      return m >= 1 && m <= 12 ? padded(y, 4) + "-" + padded(m, 2) : padded(y, 4);
    case millennium:
      return years((y - 1) / 1000 * 1000 + 1, std::min((y - 1) / 1000 * 1000 + 1000, 9999));
    default:
      break;
  }
  if (*precision < day) return {};
  if (value["calendarmodel"].text().ends_with(kJulian) && m >= 1 && m <= 12 && d >= 1 && d <= 31)
    return day_text(julian_day(y, m, d));
  return valid(CivilDate{y, m, d}) ? padded(y, 4) + "-" + padded(m, 2) + "-" + padded(d, 2) : padded(y, 4);
}

JsonView qualifier(const JsonView& statement, std::string_view property) {
  const auto all = statement["qualifiers"][property].items();
  return all.empty() ? JsonView() : all.front();
}

std::string_view country_of_item(std::string_view item) {
  struct Entry {
    std::string_view item, code;
  };
  static constexpr std::array kCountries = std::to_array<Entry>({
      {"Q30", "US"},   {"Q148", "CN"}, {"Q8646", "HK"}, {"Q14773", "MO"}, {"Q865", "TW"},  {"Q145", "GB"},
      {"Q183", "DE"},  {"Q142", "FR"}, {"Q17", "JP"},   {"Q884", "KR"},   {"Q423", "KP"},  {"Q334", "SG"},
      {"Q16", "CA"},   {"Q408", "AU"}, {"Q664", "NZ"},  {"Q39", "CH"},    {"Q668", "IN"},  {"Q801", "IL"},
      {"Q159", "RU"},  {"Q38", "IT"},  {"Q29", "ES"},   {"Q45", "PT"},    {"Q55", "NL"},   {"Q29999", "NL"},
      {"Q31", "BE"},   {"Q32", "LU"},  {"Q34", "SE"},   {"Q20", "NO"},    {"Q35", "DK"},   {"Q756617", "DK"},
      {"Q33", "FI"},   {"Q189", "IS"}, {"Q27", "IE"},   {"Q40", "AT"},    {"Q36", "PL"},   {"Q213", "CZ"},
      {"Q214", "SK"},  {"Q28", "HU"},  {"Q218", "RO"},  {"Q219", "BG"},   {"Q41", "GR"},   {"Q43", "TR"},
      {"Q212", "UA"},  {"Q184", "BY"}, {"Q191", "EE"},  {"Q211", "LV"},   {"Q37", "LT"},   {"Q215", "SI"},
      {"Q224", "HR"},  {"Q403", "RS"}, {"Q225", "BA"},  {"Q222", "AL"},   {"Q221", "MK"},  {"Q236", "ME"},
      {"Q217", "MD"},  {"Q229", "CY"}, {"Q233", "MT"},  {"Q347", "LI"},   {"Q235", "MC"},  {"Q155", "BR"},
      {"Q96", "MX"},   {"Q414", "AR"}, {"Q298", "CL"},  {"Q739", "CO"},   {"Q419", "PE"},  {"Q736", "EC"},
      {"Q717", "VE"},  {"Q77", "UY"},  {"Q733", "PY"},  {"Q750", "BO"},   {"Q241", "CU"},  {"Q800", "CR"},
      {"Q258", "ZA"},  {"Q79", "EG"},  {"Q1033", "NG"}, {"Q114", "KE"},   {"Q115", "ET"},  {"Q117", "GH"},
      {"Q1028", "MA"}, {"Q262", "DZ"}, {"Q948", "TN"},  {"Q1037", "RW"},  {"Q1036", "UG"}, {"Q924", "TZ"},
      {"Q851", "SA"},  {"Q878", "AE"}, {"Q846", "QA"},  {"Q817", "KW"},   {"Q398", "BH"},  {"Q842", "OM"},
      {"Q794", "IR"},  {"Q796", "IQ"}, {"Q810", "JO"},  {"Q822", "LB"},   {"Q858", "SY"},  {"Q805", "YE"},
      {"Q843", "PK"},  {"Q902", "BD"}, {"Q854", "LK"},  {"Q837", "NP"},   {"Q881", "VN"},  {"Q869", "TH"},
      {"Q833", "MY"},  {"Q252", "ID"}, {"Q928", "PH"},  {"Q836", "MM"},   {"Q424", "KH"},  {"Q819", "LA"},
      {"Q711", "MN"},  {"Q232", "KZ"}, {"Q265", "UZ"},  {"Q227", "AZ"},   {"Q399", "AM"},  {"Q230", "GE"},
      {"Q889", "AF"},  {"Q21", "GB"},  {"Q22", "GB"},   {"Q25", "GB"},    {"Q26", "GB"},
  });
  const auto* const found = std::find_if(kCountries.begin(), kCountries.end(),
                                         [&](const Entry& entry) { return entry.item == item; });
  return found == kCountries.end() ? std::string_view() : found->code;
}

}  // namespace talentflow::ingest::wikidata
