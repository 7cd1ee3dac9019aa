// Dates that are counted from the day of publication: "三年前", "上月", "昨日", "本周三", "近日".
#include <algorithm>
#include <array>

#include "ingest/text/chinese/date_reader.hpp"

namespace talentflow::ingest::text {
namespace {

/// "近日", "日前": within this many days before the publication.
constexpr Day kLately = 14;

struct Shift {
  std::u32string_view word;
  int by;
};
constexpr std::array kMonths = {Shift{U"上个月", -1}, Shift{U"上月", -1}, Shift{U"本月", 0},
                                Shift{U"这个月", 0},  Shift{U"当月", 0},  Shift{U"下个月", 1},
                                Shift{U"下月", 1}};
constexpr std::array kDays = {Shift{U"今天", 0},  Shift{U"今日", 0},  Shift{U"今晨", 0},  Shift{U"今早", 0},
                              Shift{U"今晚", 0},  Shift{U"昨天", -1}, Shift{U"昨日", -1}, Shift{U"昨晚", -1},
                              Shift{U"前天", -2}, Shift{U"前日", -2}, Shift{U"明天", 1},  Shift{U"明日", 1},
                              Shift{U"后天", 2},  Shift{U"当日", 0},  Shift{U"当天", 0},  Shift{U"即日", 0}};
constexpr std::array<std::u32string_view, 9> kLatelyWords = {
    U"近日", U"日前", U"近期", U"最近", U"近来", U"前不久", U"不久前", U"这几天", U"近几日"};
constexpr std::array<std::u32string_view, 6> kPartsOfYear = {U"早些时候", U"年初", U"年底",
                                                             U"年末",     U"年中", U"初"};
template <class Table>
const auto* entry_at(const Table& table, const Characters& text, std::size_t at) {
  for (const auto& entry : table)
    if (text.starts_with(at, entry.word)) return &entry;
  return static_cast<const typename Table::value_type*>(nullptr);
}

}  // namespace

std::optional<ChineseDate> ChineseDateReader::ago(std::size_t at) const {
  const auto number = chinese_integer_at(text_, at);
  if (!number || !today_ || number->first < 1) return std::nullopt;
  const CivilDate day_of_page = now();
  const auto behind = [&](std::u32string_view word) {
    return text_.starts_with(number->second, word) ? std::optional(number->second + word.size())
                                                   : std::nullopt;
  };
  if (const auto end = behind(U"年前"); end && number->first < 100) {
    Date date = Date::in_year(day_of_page.year - number->first);
    date.qualifier = '~';
    return ChineseDate{date, {}, false, *end};
  }
  if (const auto end = behind(U"年后"); end && number->first < 60 && last_.known())  // "2021年毕业，两年后.."
    return ChineseDate{Date::in_year(to_civil(first_day(last_)).year + number->first), {}, false, *end};
  if (const auto end = behind(U"个月前"); end && number->first < 1200) {
    const int months = day_of_page.year * 12 + day_of_page.month - 1 - number->first;
    Date date = Date::in_month(months / 12, months % 12 + 1);
    date.qualifier = '~';
    return ChineseDate{date, {}, false, *end};
  }
  if (const auto end = behind(U"天前"); end && exact())
    return ChineseDate{Date::on(*today_ - number->first), {}, false, *end};
  return std::nullopt;
}

std::optional<ChineseDate> ChineseDateReader::relative(std::size_t at) const {
  if (!today_) return std::nullopt;
  for (const auto word : kLatelyWords)
    if (text_.starts_with(at, word)) {
      if (!exact()) return ChineseDate{published_, {}, true, at + word.size()};
      return ChineseDate{Date::between({*today_ - kLately, *today_ + 1}), {}, true, at + word.size()};
    }
  if (const auto* const found = entry_at(kMonths, text_, at)) {
    const bool same = found->word == U"当月" && last_.known();
    const CivilDate base = same ? to_civil(first_day(last_)) : now();
    const int months = base.year * 12 + base.month - 1 + found->by;
    std::size_t end = at + found->word.size();
    if (const auto day = counted(end, 1, 31, U"日号"))
      return made(months / 12, months % 12 + 1, day->first, day->second);
    return made(months / 12, months % 12 + 1, 0, skip_parts(end));
  }
  if (const auto* const found = entry_at(kDays, text_, at)) {
    const std::size_t end = at + found->word.size();
    if (!exact()) return ChineseDate{published_, {}, false, end};
    return ChineseDate{Date::on(*today_ + found->by), {}, false, end};
  }
  for (const auto word : kPartsOfYear)
    if (word.starts_with(U"年") && text_.starts_with(at, word) && text_.is_one_word(at, at + word.size()))
      return ChineseDate{Date::in_year(now().year), {}, false, at + word.size()};
  return week(at);
}

std::optional<ChineseDate> ChineseDateReader::week(std::size_t at) const {
  if (!exact()) return std::nullopt;
  int shift = 0;
  bool named = false;  ///< which week is said
  std::size_t next = at;
  for (const auto& [word, by] :
       {std::pair{U"上个", -1}, {U"上", -1}, {U"本", 0}, {U"这", 0}, {U"下个", 1}, {U"下", 1}})
    if (!named && text_.starts_with(at, word))
      shift = by, named = true, next = at + std::u32string_view(word).size();
  std::size_t unit = 0;
  for (const std::u32string_view word : {U"星期", U"礼拜", U"周"})
    if (unit == 0 && text_.starts_with(next, word)) unit = word.size();
  if (unit == 0) return std::nullopt;
  next += unit;
  const Day monday = *today_ - ((*today_ + 3) % 7 + 7) % 7 + 7 * shift;
  constexpr std::u32string_view kWeekdays = U"一二三四五六日";
  auto weekday = kWeekdays.find(text_[next]);
  if (text_[next] == U'天') weekday = 6;
  const bool counted_on =
      next < text_.size() && weekday != std::u32string_view::npos && text_[next + 1] != U'年';
  if (counted_on && !(text_[next + 1] == U'个')) {
    Day day = monday + static_cast<Day>(weekday);
    if (!named && day > *today_) day -= 7;  // "周五" in a page of Wednesday: the last Friday
    return ChineseDate{Date::on(day), {}, false, next + 1};
  }
  if (!named) return std::nullopt;
  if (text_[next] == U'末') return ChineseDate{Date::between({monday + 5, monday + 7}), {}, false, next + 1};
  const Day high = shift == 0 ? std::max(monday + 1, *today_ + 1) : monday + 7;
  return ChineseDate{Date::between({monday, high}), {}, false, next};
}

}  // namespace talentflow::ingest::text
