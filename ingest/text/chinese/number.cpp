#include "ingest/text/chinese/number.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "ingest/text/chinese/letters.hpp"

namespace talentflow::ingest::text {
namespace {

int digit_of(char32_t letter) {
  constexpr std::u32string_view kDigits = U"零一二三四五六七八九";
  const auto at = kDigits.find(letter);
  if (at != std::u32string_view::npos) return static_cast<int>(at);
  if (letter == U'〇') return 0;
  if (letter == U'两') return 2;
  return -1;
}

double small_unit(char32_t letter) {
  return letter == U'十' ? 10 : letter == U'百' ? 100 : letter == U'千' ? 1000 : 0;
}

/// "3.5", "1,200"; the value and the character behind it.
std::optional<std::pair<double, std::size_t>> arabic_at(const Characters& text, std::size_t at) {
  if (!is_digit(text[at])) return std::nullopt;
  std::string digits;
  std::size_t end = at;
  bool point = false;
  while (end < text.size()) {
    const char32_t letter = text[end];
    const bool before_digit = is_digit(text[end + 1]);
    if (is_digit(letter))
      digits += static_cast<char>(letter);
    else if (letter == U'.' && !point && before_digit)
      digits += '.', point = true;
    else if (letter != U',' || !before_digit)
      break;
    ++end;
  }
  if (digits.size() > 15) return std::nullopt;
  return std::pair{std::stod(digits), end};
}

/// "三千五百", "十二", "二〇二四": below ten thousand.
std::optional<std::pair<double, std::size_t>> han_below_ten_thousand(const Characters& text, std::size_t at) {
  double total = 0;
  double digits = 0;
  bool any = false;
  bool positional = false;  ///< "二〇二四"
  std::size_t end = at;
  for (; end < text.size(); ++end) {
    const int digit = digit_of(text[end]);
    const double unit = small_unit(text[end]);
    if (digit >= 0) {
      positional = any && end > at && digit_of(text[end - 1]) >= 0;
      digits = positional ? digits * 10 + digit : digit;
    } else if (unit > 0) {
      total += (digits == 0 && (end == at || digit_of(text[end - 1]) < 0) ? 1 : digits) * unit;
      digits = 0;
    } else {
      break;
    }
    any = true;
  }
  if (!any || total + digits >= 1e5) return std::nullopt;
  return std::pair{total + digits, end};
}

std::optional<std::pair<double, std::size_t>> plain_at(const Characters& text, std::size_t at) {
  if (auto arabic = arabic_at(text, at)) return arabic;
  return han_below_ten_thousand(text, at);
}

double large_unit(const Characters& text, std::size_t& at) {
  double factor = 1;
  for (; at < text.size(); ++at) {
    if (text[at] == U'万')
      factor *= 1e4;
    else if (text[at] == U'亿')
      factor *= 1e8;
    else if (text[at] == U'兆')
      factor *= 1e12;
    else if (small_unit(text[at]) > 0 && (text[at + 1] == U'万' || text[at + 1] == U'亿'))
      factor *= small_unit(text[at]);  // "5千万"
    else
      break;
  }
  return factor;
}

/// "数", "几", "上" before units alone: "数千万", "上亿".
std::optional<ChineseNumber> vague_at(const Characters& text, std::size_t at) {
  const bool several = text[at] == U'数' || text[at] == U'几';
  if (!several && text[at] != U'上') return std::nullopt;
  double factor = 1;
  std::size_t end = at + 1;
  for (; small_unit(text[end]) > 0; ++end) factor *= small_unit(text[end]);
  const std::size_t before = end;
  factor *= large_unit(text, end);
  if (end == at + 1) return std::nullopt;
  ChineseNumber out;
  out.low = (several ? 2 : 1) * factor;
  out.high = (several ? 9 : 1) * factor;
  out.vague = true;
  out.has_unit = end > before;
  out.end = end;
  return out;
}

struct Currency {
  std::u32string_view word;
  std::string_view code;
};
constexpr std::array kSuffixes = {
    Currency{U"美元", "USD"},   Currency{U"美金", "USD"},     Currency{U"元人民币", "CNY"},
    Currency{U"人民币", "CNY"}, Currency{U"港元", "HKD"},     Currency{U"港币", "HKD"},
    Currency{U"欧元", "EUR"},   Currency{U"英镑", "GBP"},     Currency{U"日元", "JPY"},
    Currency{U"日圆", "JPY"},   Currency{U"韩元", "KRW"},     Currency{U"新元", "SGD"},
    Currency{U"新台币", "TWD"}, Currency{U"台币", "TWD"},     Currency{U"加元", "CAD"},
    Currency{U"澳元", "AUD"},   Currency{U"瑞士法郎", "CHF"}, Currency{U"卢比", "INR"},
    Currency{U"元", "CNY"},     Currency{U"块钱", "CNY"}};
constexpr std::array kPrefixes = {
    Currency{U"人民币", "CNY"}, Currency{U"US$", "USD"}, Currency{U"HK$", "HKD"},
    Currency{U"$", "USD"},      Currency{U"¥", "CNY"},   Currency{U"￥", "CNY"},
    Currency{U"€", "EUR"},      Currency{U"£", "GBP"},   Currency{U"新台币", "TWD"}};

template <class Table>
const Currency* currency_at(const Table& table, const Characters& text, std::size_t at) {
  for (const auto& currency : table)
    if (text.starts_with(at, currency.word)) return &currency;
  return nullptr;
}

/// Words before an amount that say it is not exact.
std::size_t skip_qualifiers(const Characters& text, std::size_t at, bool& approximate) {
  static constexpr std::u32string_view kWords[] = {U"大约",   U"将近", U"接近",   U"超过", U"不低于",
                                                   U"不少于", U"至少", U"不超过", U"至多", U"最多",
                                                   U"逾",     U"约",   U"近",     U"超"};
  static constexpr std::u32string_view kExact[] = {U"总额", U"高达", U"共计", U"合计", U"达"};
  for (bool more = true; more;) {
    more = false;
    for (const auto word : kWords)
      if (text.starts_with(at, word)) at += word.size(), approximate = more = true;
    for (const auto word : kExact)
      if (text.starts_with(at, word)) at += word.size(), more = true;
  }
  return at;
}

std::size_t skip_blanks(const Characters& text, std::size_t at) {
  while (text[at] == U' ') ++at;
  return at;
}

}  // namespace

std::optional<ChineseNumber> chinese_number_at(const Characters& text, std::size_t at) {
  if (auto vague = vague_at(text, at)) return vague;
  const auto first = plain_at(text, at);
  ChineseNumber out;
  std::size_t end = at;
  if (first) {
    out.low = first->first;
    end = first->second;
  } else if (text[at] == U'亿') {
    out.low = 1;
  } else {
    return std::nullopt;
  }
  const bool several = text[end] == U'几' || text[end] == U'余' || text[end] == U'多';
  if (several) out.vague = true, ++end;
  std::size_t behind = skip_blanks(text, end);
  const std::size_t before = behind;
  const double unit = large_unit(text, behind);
  if (behind > before) {
    out.has_unit = true;
    out.low *= unit;
    end = behind;
    if (!several && unit >= 1e8) {  // "两亿五千万"
      if (const auto rest = han_below_ten_thousand(text, end); rest && text[rest->second] == U'万') {
        out.low += rest->first * 1e4;
        end = rest->second + 1;
      }
    }
    if (text[end] == U'多' || text[end] == U'余') out.vague = true, ++end;
  }
  out.high = out.low;
  out.end = end;
  return out;
}

std::optional<std::pair<int, std::size_t>> chinese_integer_at(const Characters& text, std::size_t at) {
  const auto found = plain_at(text, at);
  if (!found || found->first != std::floor(found->first) || found->first > 9999) return std::nullopt;
  return std::pair{static_cast<int>(found->first), found->second};
}

std::optional<Amount> chinese_amount_at(const Characters& text, std::size_t at) {
  Amount out;
  std::size_t begin = skip_qualifiers(text, at, out.approximate);
  const Currency* currency = currency_at(kPrefixes, text, begin);
  if (currency != nullptr)
    begin = skip_blanks(text, skip_qualifiers(text, begin + currency->word.size(), out.approximate));
  auto number = chinese_number_at(text, begin);
  if (!number || number->low <= 0) return std::nullopt;
  // "3亿至5亿美元"
  auto high = *number;
  if (text[number->end] == U'至' || text[number->end] == U'到' || text[number->end] == U'-')
    if (const auto second = chinese_number_at(text, number->end + 1); second && second->high >= number->low) {
      if (!number->has_unit && second->has_unit && number->low < 1e4) {  // "3至5亿": both in 亿
        std::size_t unit_at = number->end + 1;
        if (const auto plain = plain_at(text, unit_at)) number->low *= second->high / plain->first;
      }
      high = *second;
    }
  std::size_t end = skip_blanks(text, high.end);
  const Currency* suffix = currency_at(kSuffixes, text, end);
  if (suffix != nullptr) {
    end += suffix->word.size();
    if (currency == nullptr) currency = suffix;
  }
  if (currency == nullptr || high.high > 9e17) return std::nullopt;
  if (suffix == nullptr) end = high.end;
  out.approximate = out.approximate || high.vague;
  out.money.low = std::llround(number->low);
  out.money.high = std::llround(high.high);
  out.money.currency = currency->code;
  out.end = end;
  return out;
}

}  // namespace talentflow::ingest::text
