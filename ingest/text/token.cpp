#include "ingest/text/token.hpp"

#include <algorithm>
#include <array>

#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}
bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r'; }

/// Multi-byte punctuation, each taken as its plain form. Longest first is not needed: none is a prefix of
/// another.
struct Plain {
  std::string_view written;
  std::string_view plain;
};
constexpr std::array kPunctuation = {Plain{"\xE2\x80\x99", "'"},
                                     Plain{"\xE2\x80\x98", "'"},
                                     Plain{"\xE2\x80\x9C", "\""},
                                     Plain{"\xE2\x80\x9D", "\""},
                                     Plain{"\xE2\x80\x93", "-"},
                                     Plain{"\xE2\x80\x94", "-"},
                                     Plain{"\xE2\x80\xA6", "..."},
                                     Plain{"\xE3\x80\x82", "."},
                                     Plain{"\xEF\xBC\x8C", ","},
                                     Plain{"\xE3\x80\x81", ","},
                                     Plain{"\xEF\xBC\x81", "!"},
                                     Plain{"\xEF\xBC\x9F", "?"},
                                     Plain{"\xEF\xBC\x9A", ":"},
                                     Plain{"\xEF\xBC\x9B", ";"},
                                     Plain{"\xC2\xA0", " "},
                                     Plain{"\xE2\x80\x8B", " "},
                                     Plain{"\xE2\x82\xAC", "\xE2\x82\xAC"},
                                     Plain{"\xC2\xA3", "\xC2\xA3"},
                                     Plain{"\xC2\xA5", "\xC2\xA5"},
                                     Plain{"\xE2\x80\x91", "-"},
                                     Plain{"\xE2\x80\x90", "-"}};

const Plain* far_punctuation_at(std::string_view text, std::size_t at) {
  for (const auto& entry : kPunctuation)
    if (text.substr(at).starts_with(entry.written)) return &entry;
  return nullptr;
}

const Plain* punctuation_at(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]) < 0x80 ? nullptr : far_punctuation_at(text, at);
}

/// The hyphens that join a word: "co-founder", also written with the non-breaking one.
std::size_t joining_hyphen(std::string_view text, std::size_t at) {
  if (text[at] == '-') return 1;
  const auto* const entry = punctuation_at(text, at);
  return entry != nullptr && (entry->written == "\xE2\x80\x91" || entry->written == "\xE2\x80\x90") ? 3 : 0;
}

bool word_byte(std::string_view text, std::size_t at) {
  return (is_letter(text[at]) || is_digit(text[at])) && punctuation_at(text, at) == nullptr;
}

bool starts_address(std::string_view text) {
  return text.starts_with("http://") || text.starts_with("https://");
}

std::size_t address_end(std::string_view text, std::size_t at) {
  while (at < text.size() && !is_blank(text[at]) && text[at] != ')' && text[at] != '"' && text[at] != '\n')
    ++at;
  return at;
}

/// "Ph" of "Ph.D.", "M.Sc" of "M.Sc.": parts of degrees, whose dots end nothing.
bool is_degree_part(std::string_view text) {
  static constexpr std::array<std::string_view, 11> kParts = {
      "ph", "sc", "ed", "psy", "ll", "b.sc", "m.sc", "m.phil", "d.phil", "b.eng", "m.eng"};
  return std::find(kParts.begin(), kParts.end(), ascii_lower(text)) != kParts.end();
}

/// "Xiao'ou", "Chang'an", "Jun'ichi": an apostrophe between syllables, where "he's", "don't" and "O'Brien"
/// have other letters behind it. Its length, 0 where none such stands at `end`.
std::size_t apostrophe_in_name(std::string_view text, std::size_t at, std::size_t end) {
  if (end == at || text[at] < 'A' || text[at] > 'Z') return 0;
  const std::size_t length = text[end] == '\'' ? 1 : text.substr(end).starts_with("\xE2\x80\x99") ? 3 : 0;
  if (length == 0 || end + length >= text.size()) return 0;
  std::size_t behind = end + length;
  while (behind < text.size() && word_byte(text, behind)) ++behind;
  const std::string_view rest = text.substr(end + length, behind - end - length);
  const bool vowel = !rest.empty() && std::string_view("aeiou").find(rest[0]) != std::string_view::npos;
  return vowel && rest.size() >= 2 && text[end - 1] >= 'a' && text[end - 1] <= 'z' ? length : 0;
}

/// End of a word that begins at `at`: letters, digits, joining hyphens, dots inside "U.S." and numbers, "&"
/// in "AT&T".
std::size_t word_end(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size()) {
    if (word_byte(text, end)) {
      ++end;
      continue;
    }
    if (const std::size_t length = apostrophe_in_name(text, at, end); length > 0) {
      end += length;
      continue;
    }
    const std::size_t hyphen = joining_hyphen(text, end);
    const std::size_t step = hyphen > 0 ? hyphen : 1;
    const bool inside = end > at && end + step < text.size() && word_byte(text, end + step);
    const char c = text[end];
    // "Humans& raised": a name that ends in the sign
    if (c == '&' && !inside && end > at + 1 && text[at] >= 'A' && text[at] <= 'Z') {
      ++end;
      break;
    }
    if (!inside) break;
    // "Run:ai"
    const bool joined = c == ':' && is_letter(text[end - 1]) && is_letter(text[end + 1]) && text[at] >= 'A' &&
                        text[at] <= 'Z' && text[end + 1] >= 'a';
    if (hyphen > 0 || c == '&' || joined) {
      end += step;
      continue;
    }
    const bool digits = is_digit(text[end - 1]) && is_digit(text[end + 1]);
    if ((c == ',' || c == '.') && digits)
      ++end;
    else if (c == '.' && is_letter(text[end + 1]) &&
             (end < 2 || !is_letter(text[end - 2]) || text[end - 2] == '.'))
      ++end;
    else if (c == '.' && is_letter(text[end + 1]) && text[end + 1] >= 'a' && is_letter(text[at]))
      ++end;  // x.ai, x3.ai
    else if (c == '.' && is_degree_part(text.substr(at, end - at)))
      ++end;  // Ph.D.
    else if (c == '.' && text.substr(end + 1).starts_with("AI") &&
             (end + 3 >= text.size() || !word_byte(text, end + 3)))
      ++end;  // Robust.AI
    else
      break;
  }
  // "U.S." keeps its last dot.
  const bool dotted = end < text.size() && text[end] == '.' && end >= at + 3;
  if (dotted && (text[end - 2] == '.' || is_degree_part(text.substr(at, end - at)))) ++end;
  return end;
}

std::string plain_lower(std::string_view text) {
  if (std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; }))
    return ascii_lower(text);
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    if (const auto* entry = punctuation_at(text, at)) {
      out += entry->plain;
      at += entry->written.size();
    } else {
      out += text[at++];
    }
  }
  return ascii_lower(out);
}

bool begins_upper(std::string_view text) {
  if (text.empty()) return false;
  if (text[0] >= 'A' && text[0] <= 'Z') return true;
  // Latin-1 capitals with accents: C3 80 .. C3 9E.
  return text.size() > 1 && text[0] == '\xC3' && static_cast<unsigned char>(text[1]) >= 0x80 &&
         static_cast<unsigned char>(text[1]) <= 0x9E;
}

/// "ex-" before a name or a job is a word of its own; its length with the hyphen, else 0.
std::size_t former_prefix(std::string_view text, std::size_t at) {
  const bool starts = (text[at] == 'e' || text[at] == 'E') && text.substr(at + 1).starts_with('x');
  const bool inside = at > 0 && word_byte(text, at - 1);
  if (!starts || inside || at + 2 >= text.size()) return 0;
  const std::size_t hyphen = joining_hyphen(text, at + 2);
  const std::size_t length = 2 + hyphen;
  return hyphen > 0 && at + length < text.size() && is_letter(text[at + length]) ? length : 0;
}

constexpr std::array<std::string_view, 34> kAbbreviations = {
    "mr",  "mrs", "ms",   "dr",   "prof", "st",  "vs",  "inc", "corp", "co",  "ltd", "jr",
    "sr",  "no",  "dept", "univ", "gen",  "sen", "rep", "gov", "jan",  "feb", "mar", "apr",
    "jun", "jul", "aug",  "sep",  "sept", "oct", "nov", "dec", "e.g",  "i.e"};

/// Whether the dot at `at` belongs to an abbreviation or an initial.
bool abbreviation_before(std::string_view text, std::size_t at) {
  std::size_t begin = at;
  while (begin > 0 && (is_letter(text[begin - 1]) || text[begin - 1] == '.')) --begin;
  const std::string word = ascii_lower(text.substr(begin, at - begin));
  // "a Series C. Ann Example": the letter is no initial there
  const bool series = begin >= 7 && ascii_lower(text.substr(begin - 7, 7)) == "series ";
  if (word.size() == 1 && text[begin] >= 'A' && text[begin] <= 'Z') return !series;
  if (word.size() >= 3 && word[word.size() - 2] == '.') return true;  // "U.S"
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), word) != kAbbreviations.end();
}

/// Bytes of the quotes and brackets that close behind the end of a Chinese sentence.
std::size_t closing_marks(std::string_view line, std::size_t at) {
  static constexpr std::string_view kClosing[] = {"”", "’", "」", "』", "）", "！", "？"};
  std::size_t end = at;
  for (bool more = true; more;) {
    more = false;
    for (const auto mark : kClosing)
      if (line.substr(end).starts_with(mark)) {
        end += mark.size();
        more = true;
      }
  }
  return end - at;
}

/// Length of a sentence end at `at` (with closing quotes and brackets), or 0.
std::size_t sentence_end(std::string_view line, std::size_t at) {
  const auto* const wide = punctuation_at(line, at);
  if (wide != nullptr) {
    const bool ends =
        wide->written == "。" || wide->written == "！" || wide->written == "？" || wide->written == "；";
    return ends ? wide->written.size() + closing_marks(line, at + wide->written.size()) : 0;
  }
  const char c = line[at];
  if (c != '.' && c != '!' && c != '?') return 0;
  std::size_t end = at + 1;
  while (end < line.size() && (line[end] == '.' || line[end] == '!' || line[end] == '?')) ++end;
  while (end < line.size()) {
    if (line[end] == '"' || line[end] == ')' || line[end] == '\'')
      ++end;
    else if (const auto* quote = punctuation_at(line, end);
             quote != nullptr && (quote->plain == "\"" || quote->plain == "'"))
      end += quote->written.size();
    else
      break;
  }
  if (end < line.size() && !is_blank(line[end])) return 0;
  if (c == '.' && end == at + 1 && end < line.size() && abbreviation_before(line, at)) return 0;
  // The next sentence begins with a capital, a digit, a quote or another script; "Inc. said" goes on.
  std::size_t next = end;
  while (next < line.size() && is_blank(line[next])) ++next;
  if (next < line.size() && line[next] >= 'a' && line[next] <= 'z' && end == at + 1) return 0;
  return end - at;
}

void add_sentence(std::string_view document, std::size_t begin, std::size_t end, std::size_t line,
                  std::vector<Sentence>& out) {
  while (begin < end && is_blank(document[begin])) ++begin;
  while (end > begin && is_blank(document[end - 1])) --end;
  if (begin == end) return;
  Sentence sentence;
  sentence.text = document.substr(begin, end - begin);
  sentence.offset = begin;
  sentence.line = line;
  sentence.tokens = tokenize(sentence.text, begin);
  sentence.truncated = sentence.text.ends_with("...") || sentence.text.ends_with("\xE2\x80\xA6");
  out.push_back(std::move(sentence));
}

}  // namespace

std::vector<Token> tokenize(std::string_view text, std::size_t offset) {
  std::vector<Token> out;
  const auto add = [&](std::size_t begin, std::size_t end, Token::Kind kind) {
    Token token;
    token.text = text.substr(begin, end - begin);
    token.lower = plain_lower(token.text);
    token.offset = offset + begin;
    token.kind = kind;
    token.capital = kind == Token::Kind::word && begins_upper(token.text);
    out.push_back(std::move(token));
    return end;
  };
  for (std::size_t at = 0; at < text.size();) {
    if (is_blank(text[at]) || text[at] == '\n') {
      ++at;
      continue;
    }
    if (starts_address(text.substr(at))) {
      at = add(at, address_end(text, at), Token::Kind::url);
      continue;
    }
    const bool sign = (text[at] == '-' || text[at] == '+') && at + 1 < text.size() &&
                      is_digit(text[at + 1]) && (at == 0 || is_blank(text[at - 1]) || text[at - 1] == '(');
    if (sign || word_byte(text, at)) {
      if (const std::size_t prefix = former_prefix(text, at)) {
        at = add(at, at + prefix, Token::Kind::word);
        continue;
      }
      const bool number = sign || is_digit(text[at]);
      at = add(at, word_end(text, at + (sign ? 1 : 0)), number ? Token::Kind::number : Token::Kind::word);
      continue;
    }
    const auto* const wide = punctuation_at(text, at);
    if (wide != nullptr && wide->plain == " ") {
      at += wide->written.size();
      continue;
    }
    const std::size_t length = wide != nullptr ? wide->written.size() : 1;
    const bool apostrophe = text[at] == '\'' || (wide != nullptr && wide->plain == "'");
    const std::size_t next = at + length;
    const bool genitive = apostrophe && at > 0 && !is_blank(text[at - 1]) && next < text.size() &&
                          text[next] == 's' && (next + 1 == text.size() || !word_byte(text, next + 1));
    at = add(at, genitive ? next + 1 : next, genitive ? Token::Kind::word : Token::Kind::punctuation);
  }
  return out;
}

std::vector<Sentence> split_sentences(std::string_view document) {
  std::vector<Sentence> out;
  std::size_t line_number = 0;
  for (std::size_t begin = 0; begin < document.size();) {
    ++line_number;
    std::size_t end = document.find('\n', begin);
    if (end == std::string_view::npos) end = document.size();
    const std::string_view line = document.substr(begin, end - begin);
    std::size_t from = 0;
    for (std::size_t at = 0; at < line.size();) {
      if (starts_address(line.substr(at))) {
        at = address_end(line, at);
        continue;
      }
      const std::size_t length = sentence_end(line, at);
      at += length > 0 ? length : 1;
      if (length == 0) continue;
      add_sentence(document, begin + from, begin + at, line_number, out);
      from = at;
    }
    add_sentence(document, begin + from, begin + line.size(), line_number, out);
    begin = end + 1;
  }
  return out;
}

}  // namespace talentflow::ingest::text
