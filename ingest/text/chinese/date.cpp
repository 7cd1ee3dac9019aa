// Dates that are written in full or that leave out their year: they keep the precision that they are written
// with.
#include <algorithm>
#include <array>

#include "ingest/text/chinese/date_reader.hpp"

namespace talentflow::ingest::text {
namespace {

struct RelativeYear {
  std::u32string_view word;
  int shift;
  bool to_last;  ///< counted from the date named before
};
constexpr std::array kYears = {
    RelativeYear{U"今年", 0, false}, RelativeYear{U"去年", -1, false}, RelativeYear{U"前年", -2, false},
    RelativeYear{U"明年", 1, false}, RelativeYear{U"后年", 2, false},  RelativeYear{U"本年", 0, false},
    RelativeYear{U"同年", 0, true},  RelativeYear{U"当年", 0, true},   RelativeYear{U"次年", 1, true},
    RelativeYear{U"翌年", 1, true},  RelativeYear{U"隔年", 1, true}};

/// What may stand behind a year or a month without changing its precision.
constexpr std::array<std::u32string_view, 17> kParts = {
    U"早些时候", U"年初", U"年底", U"年末", U"年中", U"中旬", U"上旬", U"下旬", U"月底",
    U"初",       U"底",   U"末",   U"中",   U"春天", U"夏天", U"秋天", U"冬天"};

template <class Table>
const auto* entry_at(const Table& table, const Characters& text, std::size_t at) {
  for (const auto& entry : table)
    if (text.starts_with(at, entry.word)) return &entry;
  return static_cast<const typename Table::value_type*>(nullptr);
}

}  // namespace

std::optional<ChineseDate> ChineseDateReader::single(std::size_t at) const {
  if (auto found = numeric(at)) return found;
  if (auto found = year(at)) return found;
  if (auto found = month(at)) return found;
  if (auto found = ago(at)) return found;
  return relative(at);
}

std::size_t ChineseDateReader::skip_parts(std::size_t at) const {
  for (const auto part : kParts)
    if (text_.starts_with(at, part)) {
      // "底" of another word: "2024年中国"
      if (part == U"中" && text_.word_begins(at) && !text_.word_begins(at + 1)) return at;
      return at + part.size();
    }
  return at;
}

std::optional<ChineseDate> ChineseDateReader::made(int year, int month, int day, std::size_t end) {
  if (day == 0) return ChineseDate{Date::in_month(year, month), {}, false, end};
  const CivilDate civil{year, month, day};
  if (!valid(civil)) return std::nullopt;
  return ChineseDate{Date::on(to_day(civil)), {}, false, end};
}

std::optional<std::pair<int, std::size_t>> ChineseDateReader::counted(std::size_t at, int low, int high,
                                                                      std::u32string_view units) const {
  const auto number = chinese_integer_at(text_, at);
  if (!number || number->first < low || number->first > high) return std::nullopt;
  const std::size_t unit = skip_blanks(number->second);
  if (unit >= text_.size() || units.find(text_[unit]) == std::u32string_view::npos) return std::nullopt;
  return std::pair{number->first, unit + 1};
}

ChineseDate ChineseDateReader::within_year(int year, std::size_t at) const {
  const std::size_t next = skip_blanks(at);
  if (auto quarter = part_of_year(year, next)) return *quarter;
  if (const auto month = counted(next, 1, 12, U"月")) {
    const std::size_t behind = skip_blanks(month->second);
    if (const auto day = counted(behind, 1, 31, U"日号"))
      if (auto full = made(year, month->first, day->first, day->second)) return *full;
    return {Date::in_month(year, month->first), {}, false, skip_parts(month->second)};
  }
  return {Date::in_year(year), {}, false, skip_parts(at)};
}

std::optional<ChineseDate> ChineseDateReader::part_of_year(int year, std::size_t at) const {
  const auto months = [&](int first, int count, std::size_t end) {
    const Day low = to_day({year, first, 1});
    const Day high = first + count > 12 ? to_day({year + 1, 1, 1}) : to_day({year, first + count, 1});
    return ChineseDate{Date::between({low, high}), {}, false, end};
  };
  if (text_.starts_with(at, U"上半年")) return months(1, 6, at + 3);
  if (text_.starts_with(at, U"下半年")) return months(7, 6, at + 3);
  std::size_t number_at = at;
  if (text_[at] == U'第' || text_[at] == U'Q') ++number_at;
  const auto number = chinese_integer_at(text_, number_at);
  if (!number || number->first < 1 || number->first > 4) return std::nullopt;
  if (text_.starts_with(number->second, U"季度")) return months(number->first * 3 - 2, 3, number->second + 2);
  if (text_[at] == U'Q') return months(number->first * 3 - 2, 3, number->second);
  return std::nullopt;
}

std::optional<ChineseDate> ChineseDateReader::numeric(std::size_t at) const {
  const auto year = digits(at, 4);
  if (!year || !is_year(year->first)) return std::nullopt;
  const char32_t divider = text_[year->second];
  if (divider != U'-' && divider != U'/' && divider != U'.') return std::nullopt;
  const auto month = digits(year->second + 1, 2);
  if (!month || month->first < 1 || month->first > 12) return std::nullopt;
  if (text_[month->second] == divider)
    if (const auto day = digits(month->second + 1, 2); day && !is_digit(text_[day->second]))
      return made(year->first, month->first, day->first, day->second);
  if (is_digit(text_[month->second])) return std::nullopt;
  return made(year->first, month->first, 0, month->second);
}

std::optional<std::pair<int, std::size_t>> ChineseDateReader::digits(std::size_t at, std::size_t most) const {
  int value = 0;
  std::size_t end = at;
  while (end < at + most && is_digit(text_[end])) value = value * 10 + static_cast<int>(text_[end++] - U'0');
  if (end == at) return std::nullopt;
  return std::pair{value, end};
}

std::optional<ChineseDate> ChineseDateReader::year(std::size_t at) const {
  const auto number = chinese_integer_at(text_, at);
  if (number && is_year(number->first)) {
    const std::size_t unit = skip_blanks(number->second);
    if (text_[unit] == U'年' && text_[unit + 1] != U'度') return within_year(number->first, unit + 1);
    // "2019-2023年", "2019至2023年"
    if ((text_[unit] == U'-' || text_[unit] == U'至' || text_[unit] == U'到'))
      if (const auto second = counted(unit + 1, 1900, 2100, U"年"))
        return ChineseDate{Date::in_year(number->first), Date::in_year(second->first), false, second->second};
    // "2015-2018" alone
    const auto second = text_[unit] == U'-' ? digits(unit + 1, 4) : std::nullopt;
    if (second && is_year(second->first) && second->first >= number->first &&
        !is_digit(text_[second->second]))
      return ChineseDate{Date::in_year(number->first), Date::in_year(second->first), false, second->second};
    return std::nullopt;
  }
  // "24年3月"
  if (number && number->second - at == 2 && is_digit(text_[at]) && text_[number->second] == U'年')
    if (counted(number->second + 1, 1, 12, U"月"))
      return within_year(2000 + number->first, number->second + 1);
  const auto* const relative = entry_at(kYears, text_, at);
  if (relative == nullptr) return std::nullopt;
  const Date& base = relative->to_last ? last_ : published_;
  if (!base.known()) return std::nullopt;
  return within_year(to_civil(first_day(base)).year + relative->shift, at + relative->word.size());
}

std::optional<ChineseDate> ChineseDateReader::month(std::size_t at) const {
  if (!today_) return std::nullopt;
  const CivilDate day_of_page = now();
  const auto month = counted(at, 1, 12, U"月");
  if (!month) {
    const auto day = counted(at, 1, 31, U"日");
    if (!day || !exact()) return std::nullopt;
    const bool past = day->first <= day_of_page.day;
    const int before = day_of_page.month == 1 ? 12 : day_of_page.month - 1;
    const int year = past || before != 12 ? day_of_page.year : day_of_page.year - 1;
    return made(year, past ? day_of_page.month : before, day->first, day->second);
  }
  const auto day = counted(skip_blanks(month->second), 1, 31, U"日号");
  const bool past = month->first < day_of_page.month ||
                    (month->first == day_of_page.month && (!day || day->first <= day_of_page.day));
  const int year = past ? day_of_page.year : day_of_page.year - 1;
  if (day) return made(year, month->first, day->first, day->second);
  return made(year, month->first, 0, skip_parts(month->second));
}

std::optional<ChineseDate> chinese_date_at(const Characters& text, std::size_t at, const Date& published,
                                           const Date& last) {
  const ChineseDateReader reader(text, published, last);
  auto first = reader.single(at);
  if (!first || first->until) return first;
  // "即日起", "6月1日起"
  if (text[first->end] == U'起' &&
      std::u32string_view(U"诉草步初来").find(text[first->end + 1]) == std::u32string_view::npos)
    ++first->end;
  const char32_t divider = text[first->end];
  if (divider != U'至' && divider != U'到' && divider != U'-') return first;
  if (const auto second = ChineseDateReader(text, published, first->date).single(first->end + 1)) {
    first->until = second->date;
    first->end = second->end;
  } else if (text.starts_with(first->end, U"至今")) {
    first->until = Date::open_date();
    first->end += 2;
  }
  return first;
}

}  // namespace talentflow::ingest::text
