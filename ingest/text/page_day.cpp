#include "ingest/text/page_day.hpp"

#include <algorithm>
#include <array>
#include <string>

#include "ingest/text/chinese/chinese.hpp"
#include "ingest/text/chinese/number.hpp"
#include "ingest/text/date_phrase.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::array<std::string_view, 12> kBoilerplate = {"not investment advice",
                                                           "not stock advice",
                                                           "not financial advice",
                                                           "sign in",
                                                           "sign up",
                                                           "log in",
                                                           "subscribe to",
                                                           "recommendation to buy",
                                                           "all rights reserved",
                                                           "cookie",
                                                           "terms of use",
                                                           "privacy policy"};

bool is_boilerplate(std::string_view line) {
  const std::string lower = ascii_lower(line);
  const auto address = lower.find("http");
  if (address != std::string::npos && address < 5 && lower.find("://") != std::string::npos) return true;
  return std::any_of(kBoilerplate.begin(), kBoilerplate.end(),
                     [&](std::string_view words) { return lower.find(words) != std::string::npos; });
}

void take_day(const Date& date, Date& latest) {
  if (date.precision != DatePrecision::day) return;
  if (!latest.known() || last_day(date) > last_day(latest)) latest = date;
}

void take_chinese_days(std::string_view sentence, Date& latest) {
  const Characters text(sentence);
  for (std::size_t at = 0; at < text.size(); ++at)
    if (const auto found = chinese_date_at(text, at, {}, {})) {
      take_day(found->date, latest);
      at = found->end - 1;
    }
}

}  // namespace

Date latest_day(std::string_view prose) {
  Date latest;
  for (const auto& sentence : split_sentences(prose)) {
    if (is_chinese(sentence.text)) {
      take_chinese_days(sentence.text, latest);
      continue;
    }
    for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
      if (sentence.tokens[i].kind == Token::Kind::url) continue;
      const auto phrase = date_at(sentence.tokens, i, {});
      if (!phrase) continue;
      take_day(phrase->date, latest);
      i = phrase->end - 1;
    }
  }
  return latest;
}

std::string without_boilerplate(std::string_view text) {
  std::string out(text);
  for (std::size_t begin = 0; begin < out.size();) {
    const std::size_t end = std::min(out.find('\n', begin), out.size());
    if (is_boilerplate(std::string_view(out).substr(begin, end - begin)))
      std::fill(out.begin() + static_cast<std::ptrdiff_t>(begin),
                out.begin() + static_cast<std::ptrdiff_t>(end), ' ');
    begin = end + 1;
  }
  return out;
}

}  // namespace talentflow::ingest::text
