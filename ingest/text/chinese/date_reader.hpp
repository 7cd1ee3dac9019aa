// Reads one Chinese date: date.cpp what is written in full, date_relative.cpp what is counted from another
// day.
#pragma once

#include <optional>
#include <utility>

#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/number.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {

class ChineseDateReader {
 public:
  ChineseDateReader(const Characters& text, const Date& published, const Date& last)
      : text_(text), published_(published), last_(last) {
    if (published.known()) today_ = last_day(published);
  }
  std::optional<ChineseDate> single(std::size_t at) const;

 private:
  bool exact() const { return published_.precision == DatePrecision::day; }
  CivilDate now() const { return to_civil(*today_); }
  std::size_t skip_blanks(std::size_t at) const {
    while (text_[at] == U' ') ++at;
    return at;
  }
  std::size_t skip_parts(std::size_t at) const;
  static std::optional<ChineseDate> made(int year, int month, int day, std::size_t end);
  /// An integer within bounds, followed by one of the characters.
  std::optional<std::pair<int, std::size_t>> counted(std::size_t at, int low, int high,
                                                     std::u32string_view units) const;
  /// "3月5日", "3月" behind a year.
  ChineseDate within_year(int year, std::size_t at) const;
  /// "上半年", "第三季度", "Q3".
  std::optional<ChineseDate> part_of_year(int year, std::size_t at) const;
  /// "2026-03-04", "2026/3/4", "2026.3", without words.
  std::optional<ChineseDate> numeric(std::size_t at) const;
  std::optional<std::pair<int, std::size_t>> digits(std::size_t at, std::size_t most) const;
  static bool is_year(int number) { return number >= 1900 && number <= 2100; }
  std::optional<ChineseDate> year(std::size_t at) const;
  /// A month or a day without its year: the last one up to the publication.
  std::optional<ChineseDate> month(std::size_t at) const;
  /// "三年前", "两个月前", "10天前".
  std::optional<ChineseDate> ago(std::size_t at) const;
  std::optional<ChineseDate> relative(std::size_t at) const;
  /// "周三", "本周三", "上周", "星期五".
  std::optional<ChineseDate> week(std::size_t at) const;

  const Characters& text_;
  const Date& published_;
  const Date& last_;
  std::optional<Day> today_;
};

}  // namespace talentflow::ingest::text
