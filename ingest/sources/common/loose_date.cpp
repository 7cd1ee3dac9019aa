// Dates as people write them. A reading is given only where there is one: of a day and a month that could be
// either, the year is kept; of "early 2018" the year, of "Q1 2018" its three months.
#include <algorithm>
#include <array>
#include <charconv>

#include "ingest/sources/common/reading.hpp"
#include "schema/edtf.hpp"

namespace talentflow::ingest {
namespace {

using Written = std::optional<std::string>;

bool digit(char c) { return c >= '0' && c <= '9'; }

bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), digit);
}

int number_of(std::string_view digits) {
  int out = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), out);
  return out;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

/// Hyphens, blanks and commas in one form: what an editor put for them says nothing.
std::string plain_marks(std::string_view text) {
  std::string out(text);
  for (const std::string_view hyphen : {"\xE2\x80\x90", "\xE2\x80\x91", "\xE2\x80\x92", "\xE2\x80\x93"})
    replace_all(out, hyphen, "-");
  for (const std::string_view blank : {"\xC2\xA0", "\xE2\x80\xAF", "\xE3\x80\x80", "\t", "\n"})
    replace_all(out, blank, " ");
  return out;
}

std::string two_digits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

std::optional<int> month_number(std::string_view word) {
  static constexpr std::array<std::string_view, 12> kMonths = {
      "january", "february", "march",     "april",   "may",      "june",
      "july",    "august",   "september", "october", "november", "december"};
  std::string name = lower(word);
  if (name.ends_with('.')) name.pop_back();
  if (name == "sept") name = "september";
  if (name.size() < 3) return std::nullopt;
  for (std::size_t i = 0; i < kMonths.size(); ++i)
    if (kMonths[i] == name || (name.size() == 3 && kMonths[i].starts_with(name)))
      return static_cast<int>(i) + 1;
  return std::nullopt;
}

/// "12", "12th" -> "12".
std::string_view without_ordinal(std::string_view word) {
  for (const std::string_view ending : {"st", "nd", "rd", "th"})
    if (word.size() > 2 && word.ends_with(ending) && digit(word[0])) word.remove_suffix(2);
  return word;
}

/// Words with a month's name among them: "Feb 2018", "12 March 2024", "March 4, 2024", "4-Mar-2024".
Written worded_date(std::string_view text) {
  std::string year, month, day;
  std::string spaced(text);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == ',' || c == '-' || c == '/'; }, ' ');
  for (const auto part : split(spaced, ' ')) {
    if (part.empty() || lower(part) == "of") continue;
    const auto number = without_ordinal(part);
    if (const auto named = month_number(part); named && month.empty())
      month = two_digits(*named);
    else if (number.size() == 4 && all_digits(number) && year.empty())
      year = number;
    else if (number.size() <= 2 && all_digits(number) && day.empty())
      day = number;
    else
      return std::nullopt;
  }
  if (year.empty() || month.empty()) return std::nullopt;
  return edtf_of(year, month, day);
}

/// Two or three numbers between the same marks: the year first, or last behind a month ("03/2018") or behind
/// two numbers of which one can only be the day. With dots the day comes first.
Written numbers_date(std::string_view text) {
  const auto mark = text.find_first_not_of("0123456789");
  if (mark == std::string_view::npos) return text.size() == 4 ? edtf_of(text, "", "") : std::nullopt;
  if (text[mark] != '-' && text[mark] != '/' && text[mark] != '.') return std::nullopt;
  const auto parts = split(text, text[mark]);
  if (parts.size() > 3 || !std::all_of(parts.begin(), parts.end(), all_digits)) return std::nullopt;
  const auto part = [&](std::size_t i) { return i < parts.size() ? parts[i] : std::string_view(); };
  if (part(0).size() == 4) return edtf_of(part(0), part(1), part(2));
  if (parts.back().size() != 4 || part(0).size() > 2 || (parts.size() == 3 && part(1).size() > 2))
    return std::nullopt;
  if (parts.size() == 2) return edtf_of(part(1), part(0), "");
  const int first = number_of(part(0)), second = number_of(part(1));
  if (text[mark] == '.' || first > 12) return edtf_of(part(2), part(1), part(0));
  if (second > 12 || first == second) return edtf_of(part(2), part(0), part(1));
  return edtf_of(part(2), "", "");
}

/// "2018年2月1日", "2018年2月", "2018年".
Written han_date(std::string text) {
  if (text.find("\xE5\xB9\xB4") == std::string::npos) return std::nullopt;
  std::erase(text, ' ');
  for (const std::string_view mark : {"\xE5\xB9\xB4", "\xE6\x9C\x88"}) replace_all(text, mark, "-");
  for (const std::string_view mark : {"\xE6\x97\xA5", "\xE5\x8F\xB7"}) replace_all(text, mark, "");
  while (text.ends_with('-')) text.pop_back();
  return numbers_date(text);
}

/// "20240305" and "202403", of this century and the last.
Written joined_digits(std::string_view text) {
  if (!all_digits(text) || (text.size() != 8 && text.size() != 6)) return std::nullopt;
  if (!text.starts_with("19") && !text.starts_with("20")) return std::nullopt;
  return edtf_of(text.substr(0, 4), text.substr(4, 2), text.substr(6));
}

/// "Q3 2022", "2022Q3", "H1 2021": the months from the first to the last.
Written part_of_year(std::string_view text) {
  std::string year, part;
  std::string spaced(text);
  for (const char mark : {'Q', 'q', 'H', 'h'})
    replace_all(spaced, std::string(1, mark), std::string(" ") + mark);
  std::replace_if(
      spaced.begin(), spaced.end(), [](char c) { return c == ',' || c == '-' || c == '/'; }, ' ');
  for (const auto word : split(spaced, ' ')) {
    if (word.empty()) continue;
    if (word.size() == 4 && all_digits(word) && year.empty())
      year = word;
    else if (word.size() == 2 && digit(word[1]) && part.empty())
      part = lower(word);
    else
      return std::nullopt;
  }
  if (year.empty() || part.size() != 2) return std::nullopt;
  const int number = part[1] - '0', length = part[0] == 'q' ? 3 : 6;
  if ((part[0] != 'q' && part[0] != 'h') || number < 1 || number > 12 / length) return std::nullopt;
  return "[" + year + "-" + two_digits((number - 1) * length + 1) + ".." + year + "-" +
         two_digits(number * length) + "]";
}

/// What stands before a date and makes it wider.
struct Before {
  std::string_view words;
  enum class Makes { same, about, up_to, from, year } makes;
};

constexpr auto kBefore = std::to_array<Before>({
    {"~", Before::Makes::about},
    {"c.", Before::Makes::about},
    {"ca.", Before::Makes::about},
    {"circa ", Before::Makes::about},
    {"approximately ", Before::Makes::about},
    {"approx. ", Before::Makes::about},
    {"approx ", Before::Makes::about},
    {"around ", Before::Makes::about},
    {"about ", Before::Makes::about},
    {"before ", Before::Makes::up_to},
    {"by ", Before::Makes::up_to},
    {"after ", Before::Makes::from},
    {"since ", Before::Makes::same},
    {"in ", Before::Makes::same},
    {"on ", Before::Makes::same},
    {"early ", Before::Makes::year},
    {"early-", Before::Makes::year},
    {"mid ", Before::Makes::year},
    {"mid-", Before::Makes::year},
    {"late ", Before::Makes::year},
    {"late-", Before::Makes::year},
    {"spring ", Before::Makes::year},
    {"summer ", Before::Makes::year},
    {"autumn ", Before::Makes::year},
    {"fall ", Before::Makes::year},
    {"end of ", Before::Makes::year},
    {"beginning of ", Before::Makes::year},
});

Written plain_date(std::string_view text) {
  if (auto date = parse_date(text)) return to_string(*date);
  if (text.ends_with(".0")) text.remove_suffix(2);
  // The time of day says nothing here: "2024-03-04T10:00:00Z", "2024-03-04 10:00".
  if (const auto cut = text.find_first_of("T "); cut == 10 && text.find(':') != std::string_view::npos)
    text = text.substr(0, cut);
  while (text.ends_with('-') || text.ends_with('/')) text.remove_suffix(1);
  for (const auto reading : {joined_digits, numbers_date, worded_date, part_of_year})
    if (auto date = reading(text)) return date;
  return han_date(std::string(text));
}

/// The same, with less known: `date` is plain.
std::string made_wider(const std::string& date, Before::Makes makes) {
  if (date.empty() || date.front() == '[') return date;
  switch (makes) {
    case Before::Makes::about:
      return date.ends_with('~') ? date : date + "~";
    case Before::Makes::up_to:
      return "[.." + date + "]";
    case Before::Makes::from:
      return "[" + date + "..]";
    case Before::Makes::same:
    case Before::Makes::year:
      break;
  }
  return date;
}

}  // namespace

std::optional<std::string> loose_date(std::string_view given) {
  const std::string marks = plain_marks(given);
  const std::string_view text = trimmed(marks);
  if (text.empty()) return "";
  const std::string word = lower(text);
  for (const std::string_view open :
       {"..", "present", "now", "current", "currently", "today", "ongoing", "to date", "till date",
        "until now", "\xE8\x87\xB3\xE4\xBB\x8A", "\xE7\x8E\xB0\xE5\x9C\xA8", "\xE7\x9B\xAE\xE5\x89\x8D"})
    if (word == open) return "..";
  for (const std::string_view none : {"-", "--", "\xE2\x80\x94", "?", "unknown", "n/a", "na", "null", "none",
                                      "tbd", "tba", "unclear", "undisclosed"})
    if (word == none) return "";
  for (const auto& before : kBefore)
    if (word.starts_with(before.words)) {
      const auto rest = trimmed(text.substr(before.words.size()));
      // A season or a part is told of a year, not of a day.
      const bool fits = before.makes != Before::Makes::year || (rest.size() == 4 && all_digits(rest));
      if (const auto date = plain_date(rest); date && fits) return made_wider(*date, before.makes);
      if (before.makes == Before::Makes::year)
        if (auto date = worded_date(rest)) return date;  // "late March 2018"
    }
  return plain_date(text);
}

}  // namespace talentflow::ingest
