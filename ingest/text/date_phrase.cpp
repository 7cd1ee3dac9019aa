#include "ingest/text/date_phrase.hpp"

#include <algorithm>
#include <array>

#include "ingest/text/amount.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"january",   "february", "march",    "april",
                                                      "may",       "june",     "july",     "august",
                                                      "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> kWeekdays = {"monday", "tuesday",  "wednesday", "thursday",
                                                       "friday", "saturday", "sunday"};
/// "days before": how far back that can be.
constexpr Day kFewDays = 14;

int month_of(const Token& token) {
  if (!token.capital) return 0;  // "may", "march" are words
  std::string word = token.lower;
  if (word.ends_with('.')) word.pop_back();
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i] == word || (word.size() >= 3 && word.size() <= 4 && kMonths[i].starts_with(word)))
      return static_cast<int>(i) + 1;
  return 0;
}

int year_of(const Token& token) {
  if (token.lower.size() != 4 || token.kind != Token::Kind::number) return 0;
  const auto value = small_number(token);
  return value && *value >= 1900 && *value <= 2100 ? *value : 0;
}

int day_of_month(const Token& token) {
  std::string digits = token.lower;
  while (!digits.empty() && digits.back() > '9') digits.pop_back();  // "17th"
  Token plain;
  plain.lower = digits;
  const auto value = small_number(plain);
  return token.kind == Token::Kind::number && value && *value >= 1 && *value <= 31 ? *value : 0;
}

class Reader {
 public:
  Reader(const std::vector<Token>& tokens, const Date& published) : tokens_(tokens), published_(published) {}

  std::optional<DatePhrase> absolute(std::size_t at) const {
    if (auto iso = iso_date(at)) return iso;
    if (const int month = month_at(at)) return after_month(at, month);
    const int day = at < tokens_.size() ? day_of_month(tokens_[at]) : 0;
    const int month = month_at(at + 1);
    if (day > 0 && month > 0) {  // "17 June 2026"
      const int year = year_at(at + 2);
      if (year > 0) return make(year, month, day, at + 3);
      return recent(month, day, at + 2);
    }
    if (const int year = year_at(at)) return DatePhrase{Date::in_year(year), at + 1};
    if (at < tokens_.size())
      for (const std::string_view part : {"mid-", "early-", "late-"})
        if (tokens_[at].lower.starts_with(part)) {
          Token year = tokens_[at];
          year.lower = year.lower.substr(part.size());
          year.kind = Token::Kind::number;
          year.capital = true;
          if (const int number = year_of(year)) return DatePhrase{Date::in_year(number), at + 1};
          if (const int part_of = month_of(year)) return after_month(at, part_of);  // "mid-February"
        }
    return std::nullopt;
  }

  std::optional<DatePhrase> relative(std::size_t at) const {
    if (!published_.known() || at >= tokens_.size()) return std::nullopt;
    const Day day = last_day(published_);
    const CivilDate now = to_civil(day);
    const Token& token = tokens_[at];
    if (token.is("today")) return DatePhrase{day_date(day), at + 1};
    if (token.is("yesterday")) return DatePhrase{day_date(day - 1), at + 1};
    for (std::size_t i = 0; i < kWeekdays.size(); ++i)
      if (token.is(kWeekdays[i]) && token.capital && exact())
        return DatePhrase{Date::on(last_weekday(day, static_cast<int>(i))), at + 1};
    if (token.is("next")) return unit_to_come(at + 1, now);
    if (auto phrase = ago(at, now)) return phrase;
    const bool last = token.is("last");
    const bool now_word = token.is("this") || ((token.is("earlier") || token.is("later")) &&
                                               at + 1 < tokens_.size() && tokens_[at + 1].is("this"));
    if (last || now_word) return unit_after(token.is("this") || last ? at + 1 : at + 2, last, now);
    return std::nullopt;
  }

 private:
  bool exact() const { return published_.precision == DatePrecision::day; }
  Date day_date(Day day) const {
    if (exact()) return Date::on(day);
    return published_;
  }
  /// The month named at a token. Short forms and months that are also given names ("Jun", "April", "May")
  /// need a number beside them, a preposition before them, or no name behind them.
  int month_at(std::size_t at) const {
    if (at >= tokens_.size()) return 0;
    const int month = month_of(tokens_[at]);
    if (month == 0) return 0;
    const auto numeric = [&](std::size_t i) {
      return i < tokens_.size() && tokens_[i].kind == Token::Kind::number;
    };
    if (numeric(at + 1) || (at > 0 && numeric(at - 1))) return month;
    const bool short_form =
        tokens_[at].lower.size() <= 4 && kMonths[static_cast<std::size_t>(month) - 1] != tokens_[at].lower;
    if (short_form) return 0;
    const bool name_follows =
        at + 1 < tokens_.size() && tokens_[at + 1].capital && month_of(tokens_[at + 1]) == 0;
    const bool may = tokens_[at].is("may") || tokens_[at].is("march");
    const bool introduced =
        at > 0 && (tokens_[at - 1].is("in") || tokens_[at - 1].is("since") || tokens_[at - 1].is("last") ||
                   tokens_[at - 1].is("this") || tokens_[at - 1].is("until") || tokens_[at - 1].is("by") ||
                   tokens_[at - 1].is("of") || tokens_[at - 1].is("next") || tokens_[at - 1].is("from") ||
                   tokens_[at - 1].is("early") || tokens_[at - 1].is("late") || tokens_[at - 1].is("mid") ||
                   tokens_[at - 1].is("during") || tokens_[at - 1].is("through"));
    if (may && !introduced) return 0;
    return name_follows && !introduced ? 0 : month;
  }
  int year_at(std::size_t at) const { return at < tokens_.size() ? year_of(tokens_[at]) : 0; }

  std::optional<DatePhrase> iso_date(std::size_t at) const {
    if (at >= tokens_.size() || tokens_[at].lower.size() < 7 || tokens_[at].kind != Token::Kind::number)
      return std::nullopt;
    if (tokens_[at].lower.find('-') == std::string::npos) return std::nullopt;
    auto date = parse_date(tokens_[at].lower);
    if (!date || !date->known()) return std::nullopt;
    return DatePhrase{*date, at + 1};
  }

  static std::optional<DatePhrase> make(int year, int month, int day, std::size_t end) {
    const CivilDate date{year, month, day};
    if (!valid(date)) return std::nullopt;
    return DatePhrase{Date::on(to_day(date)), end};
  }

  /// "June 17, 2026", "June 2026", "June 17", "June".
  std::optional<DatePhrase> after_month(std::size_t at, int month) const {
    if (const int year = year_at(at + 1)) return DatePhrase{Date::in_month(year, month), at + 2};
    const int day = at + 1 < tokens_.size() ? day_of_month(tokens_[at + 1]) : 0;
    if (day > 0) {
      std::size_t next = at + 2;
      if (next < tokens_.size() && tokens_[next].is(",")) ++next;
      if (const int year = year_at(next)) return make(year, month, day, next + 1);
      return recent(month, day, at + 2);
    }
    std::size_t next = at + 1;
    if (next < tokens_.size() && (tokens_[next].is(",") || tokens_[next].is("of"))) ++next;
    if (const int year = year_at(next)) return DatePhrase{Date::in_month(year, month), next + 1};
    return recent(month, 0, at + 1);
  }

  /// A month, or a day of one, without its year: the last one up to the publication.
  std::optional<DatePhrase> recent(int month, int day, std::size_t end) const {
    if (!published_.known()) return std::nullopt;
    const CivilDate now = to_civil(last_day(published_));
    const bool past = month < now.month || (month == now.month && (day == 0 || day <= now.day));
    const int year = past ? now.year : now.year - 1;
    if (day > 0) return make(year, month, day, end);
    return DatePhrase{Date::in_month(year, month), end};
  }

  static bool is_season(const Token& token) {
    return token.is("summer") || token.is("spring") || token.is("fall") || token.is("autumn") ||
           token.is("winter");
  }

  /// Behind "next": the year, month, week's end or weekday to come.
  std::optional<DatePhrase> unit_to_come(std::size_t at, CivilDate now) const {
    if (at >= tokens_.size()) return std::nullopt;
    const Token& token = tokens_[at];
    if (token.is("year") || is_season(token))
      return DatePhrase{Date::in_year(now.year + (token.is("year") ? 1 : 0)), at + 1};
    if (token.is("month"))
      return DatePhrase{
          now.month == 12 ? Date::in_month(now.year + 1, 1) : Date::in_month(now.year, now.month + 1),
          at + 1};
    if (const int month = month_of(token))
      return DatePhrase{Date::in_month(month > now.month ? now.year : now.year + 1, month), at + 1};
    if (token.is("week") && exact()) {
      const Day monday = last_weekday(last_day(published_), 0) + 7;
      return DatePhrase{Date::between({monday, monday + 7}), at + 1};
    }
    return std::nullopt;
  }

  /// "two years ago", "a month ago".
  std::optional<DatePhrase> ago(std::size_t at, CivilDate now) const {
    int count = 0;
    if (const auto number = small_number(tokens_[at]))
      count = *number;
    else if (tokens_[at].is("a") || tokens_[at].is("an"))
      count = 1;
    if (count == 0 || at + 2 >= tokens_.size() || !tokens_[at + 2].is("ago")) return std::nullopt;
    const Token& unit = tokens_[at + 1];
    if (unit.lower.starts_with("year")) return DatePhrase{Date::in_year(now.year - count), at + 3};
    if (unit.lower.starts_with("decade")) return DatePhrase{Date::in_year(now.year - 10 * count), at + 3};
    if (unit.lower.starts_with("month")) {
      const int months = now.year * 12 + now.month - 1 - count;
      return DatePhrase{Date::in_month(months / 12, months % 12 + 1), at + 3};
    }
    if (unit.lower.starts_with("week") && exact()) {
      const Day monday = last_weekday(last_day(published_), 0) - 7 * count;
      return DatePhrase{Date::between({monday, monday + 7}), at + 3};
    }
    if (unit.lower.starts_with("day") && exact())
      return DatePhrase{Date::on(last_day(published_) - count), at + 3};
    return std::nullopt;
  }

  static Day last_weekday(Day day, int weekday) {
    const int of_day = ((day + 3) % 7 + 7) % 7;  // 1970-01-01 was a Thursday; Monday is 0
    return day - ((of_day - weekday) % 7 + 7) % 7;
  }

  /// Behind "last" or "this": year, month, week, a month's name, a weekday.
  std::optional<DatePhrase> unit_after(std::size_t at, bool last, CivilDate now) const {
    if (at >= tokens_.size()) return std::nullopt;
    const Token& token = tokens_[at];
    if (token.is("year")) return DatePhrase{Date::in_year(now.year - (last ? 1 : 0)), at + 1};
    if (token.is("month")) {
      const int month = now.month - (last ? 1 : 0);
      return DatePhrase{month == 0 ? Date::in_month(now.year - 1, 12) : Date::in_month(now.year, month),
                        at + 1};
    }
    if (token.is("week") && exact()) {
      const Day monday = last_weekday(last_day(published_), 0) - (last ? 7 : 0);
      return DatePhrase{
          Date::between({monday, last ? monday + 7 : std::max(monday + 1, last_day(published_) + 1)}),
          at + 1};
    }
    if (is_season(token))
      return DatePhrase{Date::in_year(last && now.month < 6 ? now.year - 1 : now.year), at + 1};
    if (token.is("quarter"))
      return DatePhrase{Date::in_year(last && now.month < 4 ? now.year - 1 : now.year), at + 1};
    if (const int month = month_of(token)) {
      const bool before = month < now.month;
      return DatePhrase{Date::in_month(before ? now.year : now.year - (last ? 1 : 0), month), at + 1};
    }
    for (std::size_t i = 0; i < kWeekdays.size(); ++i)
      if (token.is(kWeekdays[i]) && exact()) {
        Day day = last_weekday(last_day(published_), static_cast<int>(i));
        if (last && day == last_day(published_)) day -= 7;
        return DatePhrase{Date::on(day), at + 1};
      }
    return std::nullopt;
  }

  const std::vector<Token>& tokens_;
  const Date& published_;
};

}  // namespace

std::optional<DatePhrase> date_at(const std::vector<Token>& tokens, std::size_t at, const Date& published) {
  const Reader reader(tokens, published);
  std::size_t from = at;
  constexpr std::array<std::string_view, 20> kLeading = {
      "on",   "in",      "since", "by",     "during", "early", "late", "mid", "effective", "until",
      "from", "through", "the",   "months", "first",  "days",  "of",   "end", "beginning", "early"};
  const auto with_time = [&](DatePhrase phrase) {  // "on Monday night"
    while (phrase.end < tokens.size() &&
           (tokens[phrase.end].is("night") || tokens[phrase.end].is("afternoon") ||
            tokens[phrase.end].is("morning") || tokens[phrase.end].is("evening")))
      ++phrase.end;
    return phrase;
  };
  if (auto phrase = reader.relative(from)) return with_time(*phrase);
  while (from < tokens.size() && from < at + 6 &&
         std::find(kLeading.begin(), kLeading.end(), tokens[from].lower) != kLeading.end())
    ++from;
  if (from < tokens.size() && from > at && tokens[from].is("last") && from + 2 < tokens.size() &&
      tokens[from + 1].is("months"))
    from += 3;  // "in the last months of 2023"
  if (auto phrase = reader.absolute(from)) return phrase;
  if (from > at)
    if (auto phrase = reader.relative(from)) return with_time(*phrase);
  return std::nullopt;
}

Day last_day(const Date& date) { return date.range.exact() ? date.range.low : date.range.high - 1; }
Day first_day(const Date& date) { return date.range.low; }

Date days_before(const Date& date) { return Date::between({first_day(date) - kFewDays, first_day(date)}); }
Date days_after(const Date& date) {
  return Date::between({last_day(date) + 1, last_day(date) + 1 + kFewDays});
}
Date until(const Date& date) { return Date::between({kMinDay, last_day(date) + 1}); }

}  // namespace talentflow::ingest::text
