// Numbers, amounts of money and dates in Chinese sentences: "3.5亿美元", "数千万元", "2024年3月5日",
// "上周三".
#pragma once

#include <optional>

#include "ingest/text/amount.hpp"
#include "ingest/text/chinese/characters.hpp"
#include "schema/edtf.hpp"

namespace talentflow::ingest::text {

struct ChineseNumber {
  double low = 0;
  double high = 0;        ///< equal to low unless vague: "数亿" is 2 to 9 of its unit
  bool vague = false;     ///< "数", "几", "上", "余", "多"
  bool has_unit = false;  ///< 万, 亿 or 万亿 was written
  std::size_t end = 0;    ///< the character behind it
};
/// A number that begins at `at`: Arabic digits or Chinese ones, with 十, 百, 千, 万, 亿.
std::optional<ChineseNumber> chinese_number_at(const Characters& text, std::size_t at);

/// A whole number below ten thousand, without 万 or 亿: years, months, counts.
std::optional<std::pair<int, std::size_t>> chinese_integer_at(const Characters& text, std::size_t at);

/// An amount of money that begins at `at`, qualifying words ("约", "超过") included; its `end` counts
/// characters. Without a currency it is none.
std::optional<Amount> chinese_amount_at(const Characters& text, std::size_t at);

struct ChineseDate {
  Date date;
  std::optional<Date> until;  ///< the end of a span: "2019年至2023年"
  bool recent = false;        ///< "近日": no more than that it was lately
  std::size_t end = 0;        ///< the character behind it
};
/// A date that begins at `at`. `published` resolves what is relative and may be unknown; `last` is the date
/// named before, for "同年", "次年" and "当月".
std::optional<ChineseDate> chinese_date_at(const Characters& text, std::size_t at, const Date& published,
                                           const Date& last);

}  // namespace talentflow::ingest::text
