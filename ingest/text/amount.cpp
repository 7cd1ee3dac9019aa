#include "ingest/text/amount.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace talentflow::ingest::text {
namespace {

struct Currency {
  std::string_view written;
  std::string_view code;
};
constexpr std::array kSymbols = {
    Currency{"$", "USD"},        Currency{"\xE2\x82\xAC", "EUR"}, Currency{"\xC2\xA3", "GBP"},
    Currency{"\xC2\xA5", "CNY"}, Currency{"us", "USD"},           Currency{"hk", "HKD"},
    Currency{"rmb", "CNY"},      Currency{"usd", "USD"},          Currency{"eur", "EUR"},
    Currency{"gbp", "GBP"},      Currency{"cny", "CNY"},          Currency{"hkd", "HKD"}};
constexpr std::array kWords = {
    Currency{"dollars", "USD"},  Currency{"dollar", "USD"}, Currency{"yuan", "CNY"},
    Currency{"renminbi", "CNY"}, Currency{"rmb", "CNY"},    Currency{"euros", "EUR"},
    Currency{"euro", "EUR"},     Currency{"pounds", "GBP"}, Currency{"yen", "JPY"},
    Currency{"won", "KRW"},      Currency{"rupees", "INR"}, Currency{"usd", "USD"}};

struct Scale {
  std::string_view word;
  double factor;
};
constexpr std::array kScales = {Scale{"thousand", 1e3}, Scale{"million", 1e6},  Scale{"millions", 1e6},
                                Scale{"billion", 1e9},  Scale{"billions", 1e9}, Scale{"trillion", 1e12},
                                Scale{"bn", 1e9},       Scale{"mn", 1e6},       Scale{"m", 1e6},
                                Scale{"b", 1e9},        Scale{"k", 1e3},        Scale{"tn", 1e12}};

constexpr std::array<std::string_view, 13> kAbout = {
    "about", "around", "roughly", "nearly", "almost", "approximately", "~", "over",
    "some",  "up",     "to",      "least",  "at"};

template <class Table>
std::string_view code_of(const Table& table, const Token& token) {
  for (const auto& entry : table)
    if (token.is(entry.written)) return entry.code;
  return {};
}

double scale_of(std::string_view word) {
  for (const auto& entry : kScales)
    if (entry.word == word) return entry.factor;
  return 0;
}

struct Range {
  double low = 0;
  double high = 0;
};

/// "1,234.5", "2B", "300m": the number and, if written with it, the scale.
std::optional<Range> number_of(const Token& token) {
  if (token.kind != Token::Kind::number) return std::nullopt;
  std::string digits;
  std::size_t at = 0;
  for (; at < token.lower.size(); ++at) {
    const char c = token.lower[at];
    if (c == ',') continue;
    if ((c < '0' || c > '9') && c != '.' && !(at == 0 && (c == '-' || c == '+'))) break;
    if (c != '+') digits += c;
  }
  double value = 0;
  const auto result = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (result.ec != std::errc() || result.ptr != digits.data() + digits.size()) return std::nullopt;
  const std::string_view rest = std::string_view(token.lower).substr(at);
  if (rest.empty()) return Range{value, value};
  const double factor = scale_of(rest);
  if (factor == 0) return std::nullopt;
  return Range{value * factor, value * factor};
}

/// "several hundred", "a few", "tens of", "half a": how many of the scale that follows. Moves `at` behind it.
std::optional<Range> vague_quantity(const std::vector<Token>& tokens, std::size_t& at) {
  const auto word = [&](std::size_t i) {
    return i < tokens.size() ? std::string_view(tokens[i].lower) : std::string_view();
  };
  std::size_t i = at;
  if (word(i) == "a" && (word(i + 1) == "few" || word(i + 1) == "couple")) ++i;
  Range out;
  if (word(i) == "several")
    out = {2, 9};
  else if (word(i) == "few")
    out = {2, 5};
  else if (word(i) == "couple")
    out = {2, 2};
  else if (word(i) == "tens")
    out = {20, 90};
  else if (word(i) == "dozens")
    out = {24, 99};
  else if (word(i) == "hundreds")
    out = {200, 900};
  else if (word(i) == "half" && word(i + 1) == "a")
    out = {0.5, 0.5}, ++i;
  else
    return std::nullopt;
  ++i;
  if (word(i) == "hundred") {
    out.low *= 100;
    out.high *= 100;
    ++i;
  }
  if (word(i) == "of") ++i;
  at = i;
  return out;
}

std::int64_t whole(double value) {
  return static_cast<std::int64_t>(std::llround(std::clamp(value, -9e18, 9e18)));
}

}  // namespace

std::optional<Amount> amount_at(const std::vector<Token>& tokens, std::size_t at) {
  Amount out;
  while (at < tokens.size() && std::find(kAbout.begin(), kAbout.end(), tokens[at].lower) != kAbout.end()) {
    out.approximate = true;
    ++at;
  }
  if (at + 1 < tokens.size() && (tokens[at].is("more") || tokens[at].is("less")) &&
      tokens[at + 1].is("than")) {
    out.approximate = true;
    at += 2;
  }
  if (at + 1 < tokens.size() && (tokens[at].is("a") || tokens[at].is("an")) &&
      (tokens[at + 1].is("$") || tokens[at + 1].is("~"))) {
    ++at;
    if (tokens[at].is("~")) {
      out.approximate = true;
      ++at;
    }
  }
  std::string_view code;
  while (at < tokens.size()) {
    const std::string_view found = code_of(kSymbols, tokens[at]);
    if (found.empty()) break;
    if (code.empty()) code = found;
    ++at;
    if (tokens[at - 1].is("$") || at >= tokens.size() || !tokens[at].is("$")) break;
  }
  if (at >= tokens.size()) return std::nullopt;
  std::optional<Range> range = vague_quantity(tokens, at);
  if (!range) {
    range = number_of(tokens[at]);
    if (!range) return std::nullopt;
    ++at;
  }
  bool scaled = std::max(std::abs(range->low), std::abs(range->high)) >= 1000;
  while (at < tokens.size()) {
    const double factor = scale_of(tokens[at].lower);
    if (factor == 0) break;
    range->low *= factor;
    range->high *= factor;
    scaled = true;
    ++at;
  }
  if (at < tokens.size()) {
    std::size_t next = at;
    if (tokens[next].is("us") || tokens[next].is("u.s.")) ++next;
    if (next < tokens.size()) {
      const std::string_view found = code_of(kWords, tokens[next]);
      if (!found.empty()) {
        if (code.empty()) code = found;
        at = next + 1;
      }
    }
  }
  if (code.empty() || (!scaled && range->low < 1)) return std::nullopt;
  out.money = {whole(range->low), whole(range->high), std::string(code)};
  out.end = at;
  return out;
}

std::optional<Percentage> percentage_at(const std::vector<Token>& tokens, std::size_t at) {
  if (at + 1 >= tokens.size()) return std::nullopt;
  const auto value = number_of(tokens[at]);
  if (!value || !(tokens[at + 1].is("%") || tokens[at + 1].is("percent") || tokens[at + 1].is("pc")))
    return std::nullopt;
  return Percentage{value->low, at + 2};
}

std::optional<int> small_number(const Token& token) {
  constexpr std::array<std::string_view, 13> kNumbers = {"zero", "one",    "two",   "three", "four",
                                                         "five", "six",    "seven", "eight", "nine",
                                                         "ten",  "eleven", "twelve"};
  for (std::size_t i = 0; i < kNumbers.size(); ++i)
    if (token.is(kNumbers[i])) return static_cast<int>(i);
  int value = 0;
  const char* const end = token.lower.data() + token.lower.size();
  const auto result = std::from_chars(token.lower.data(), end, value);
  if (result.ec != std::errc() || result.ptr != end) return std::nullopt;
  return value;
}

std::optional<DayWindow> window_at(const std::vector<Token>& tokens, std::size_t at) {
  if (at >= tokens.size()) return std::nullopt;
  DayWindow out;
  std::string text = tokens[at].lower;
  std::string unit;
  std::size_t next = at + 1;
  if (const auto dash = text.rfind('-');
      dash != std::string::npos && dash + 1 < text.size() && text[dash + 1] > '9') {
    unit = text.substr(dash + 1);  // "90-day"
    text.resize(dash);
  } else if (next < tokens.size()) {
    unit = tokens[next++].lower;
  }
  const auto dash = text.find('-');
  Token low;
  Token high;
  low.lower = text.substr(0, dash);
  high.lower = dash == std::string::npos ? low.lower : text.substr(dash + 1);
  const auto from = small_number(low);
  const auto to = small_number(high);
  if (!from || !to) return std::nullopt;
  const int days = unit.starts_with("day")     ? 1
                   : unit.starts_with("week")  ? 7
                   : unit.starts_with("month") ? 30
                                               : 0;
  if (days == 0) return std::nullopt;
  out.low = *from * days;
  out.high = *to * days;
  out.end = next;
  return out;
}

}  // namespace talentflow::ingest::text
