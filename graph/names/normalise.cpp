#include "graph/names/normalise.hpp"

#include <algorithm>
#include <array>

#include "graph/names/han_terms.hpp"
#include "graph/names/legal_forms.hpp"
#include "graph/names/transliterate.hpp"

namespace talentflow::graph {
namespace {

using Words = std::vector<std::string>;

bool is_word_byte(char byte) { return (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9'); }
char lower(char byte) { return byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : byte; }
/// Marks inside a word that spellings differ in: Jun-yang, O'Brien.
bool joins(char byte) { return byte == '-' || byte == '\'' || byte == '`'; }

/// Lower-case words of ASCII text.
Words words_of(std::string_view text) {
  Words words;
  std::string word;
  for (const char byte : text) {
    const char letter = lower(byte);
    if (is_word_byte(letter)) {
      word.push_back(letter);
    } else if (!joins(byte) && !word.empty()) {
      words.push_back(std::move(word));
      word.clear();
    }
  }
  if (!word.empty()) words.push_back(std::move(word));
  return words;
}

std::string join(const Words& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += words[i];
  return out;
}

/// One key for two parts in either order.
std::string pair_key(const std::string& one, const std::string& other) {
  return std::min(one + other, other + one);
}

/// "Ann B. Example": the words between are initials, which other pages leave out.
bool middle_initials(const Words& words) {
  return words.size() >= 3 && words.front().size() > 1 && words.back().size() > 1 &&
         std::all_of(words.begin() + 1, words.end() - 1,
                     [](const std::string& word) { return word.size() == 1; });
}

void person_keys(const Words& words, std::vector<std::string>& keys) {
  const std::size_t count = words.size();
  if (count == 1) keys.push_back(words[0]);
  if (count >= 2) keys.push_back(pair_key(words[0], join(words, 1, count)));
  if (count >= 3) keys.push_back(pair_key(join(words, 0, count - 1), words[count - 1]));
  if (middle_initials(words)) keys.push_back(pair_key(words.front(), words.back()));
}

/// The key of all words, one without the legal form at the end and the article in front, and one without
/// "Group" either.
void organisation_keys(const Words& words, std::vector<std::string>& keys) {
  if (words.empty()) return;
  keys.push_back(join(words, 0, words.size()));
  std::size_t first = 0;
  const std::size_t last = without_legal_forms(words);
  if (last > 1 && words[0] == "the") first = 1;
  if (last - first < words.size()) keys.push_back(join(words, first, last));
  const std::size_t of_group = without_group_words(words);
  if (of_group > first && of_group < last) keys.push_back(join(words, first, of_group));
}

std::string replace_all(std::string_view text, std::string_view old, std::string_view fresh) {
  std::string out;
  for (std::size_t at = text.find(old); at != std::string_view::npos; at = text.find(old)) {
    out.append(text.substr(0, at)).append(fresh);
    text.remove_prefix(at + old.size());
  }
  return out.append(text);
}

/// "lüe" -> "lue", "lve", "lyue".
std::vector<std::string> umlaut_spellings(const std::string& text) {
  constexpr std::string_view kUmlaut = "ü";
  if (text.find(kUmlaut) == std::string::npos) return {text};
  return {replace_all(text, kUmlaut, "u"), replace_all(text, kUmlaut, "v"), replace_all(text, kUmlaut, "yu")};
}

constexpr std::size_t kLongestHanName = 4;

struct SurnameReading {
  std::string_view surname;
  std::string_view reading;
};
/// Surnames that some of their bearers read otherwise than the rules do.
constexpr std::array<SurnameReading, 10> kOtherReadings = {{{"薄", "bo"},
                                                            {"盖", "gai"},
                                                            {"盖", "ge"},
                                                            {"乐", "le"},
                                                            {"乐", "yue"},
                                                            {"覃", "qin"},
                                                            {"覃", "tan"},
                                                            {"翟", "di"},
                                                            {"区", "qu"},
                                                            {"尉", "yu"}}};

/// All readings of a surname, each spelling of ü included.
std::vector<std::string> surname_spellings(std::string_view name, const std::string& reading) {
  std::vector<std::string> spellings = umlaut_spellings(reading);
  const std::string simplified = to_simplified(name);
  for (const SurnameReading& other : kOtherReadings)
    if (simplified.starts_with(other.surname)) spellings.emplace_back(other.reading);
  return spellings;
}

/// {surname, given} of a Chinese name written without a gap; empty when the text is something else.
Words han_name(std::string_view text) {
  const Words syllables = han_syllables(text, true);
  if (syllables.size() < 2 || syllables.size() > kLongestHanName) return {};
  const std::size_t surname = han_surname_length(text);
  return {join(syllables, 0, surname), join(syllables, surname, syllables.size())};
}

std::string without_blanks(std::string_view text) {
  constexpr std::string_view kWideBlank = "\u3000";
  return replace_all(replace_all(text, kWideBlank, ""), " ", "");
}

/// Parts of a foreign name in Chinese characters: 亚历山大·王.
std::string dots_to_blanks(std::string_view text) {
  std::string out(text);
  for (const std::string_view dot : {"·", "・", "•", "‧"}) out = replace_all(out, dot, " ");
  return out;
}

/// Words of a text with Chinese characters: each run between blanks is one word.
Words han_words(std::string_view text) {
  Words words;
  std::string run;
  const std::string spaced = dots_to_blanks(text) + " ";
  for (const char byte : spaced) {
    if (byte != ' ') {
      run.push_back(byte);
      continue;
    }
    Words read = words_of(to_latin(run));
    if (!read.empty()) words.push_back(join(read, 0, read.size()));
    run.clear();
  }
  return words;
}

void han_organisation_keys(std::string_view name, std::vector<std::string>& keys) {
  organisation_keys(han_words(name), keys);
  const std::string_view stem = without_han_legal_form(name);
  if (stem.size() < name.size()) organisation_keys(han_words(stem), keys);
  const std::string_view alone = without_han_group_words(stem);
  if (alone.size() < stem.size()) organisation_keys(han_words(alone), keys);
  for (std::string& key : english_keys(name)) keys.push_back(std::move(key));
}

void foreign_keys(std::string_view name, bool person, std::vector<std::string>& keys) {
  if (!has_han(name)) {
    const Words words = words_of(to_latin(name));
    person ? person_keys(words, keys) : organisation_keys(words, keys);
    return;
  }
  if (!person) {
    han_organisation_keys(name, keys);
    return;
  }
  const Words words = han_words(name);
  const Words parts = han_name(without_blanks(name));
  if (parts.empty()) {
    person_keys(words, keys);
    return;
  }
  for (const std::string& surname : surname_spellings(without_blanks(name), parts[0]))
    for (const std::string& given : umlaut_spellings(parts[1])) keys.push_back(pair_key(surname, given));
}

/// "Junyang Lin (林俊旸)" is two names when one of them is in Chinese characters.
std::pair<std::string_view, std::string_view> split_brackets(std::string_view name) {
  for (const auto& [open, close] : {std::pair<std::string_view, std::string_view>{"(", ")"}, {"（", "）"}}) {
    const std::size_t first = name.find(open);
    const std::size_t last = name.rfind(close);
    if (first == std::string_view::npos || last == std::string_view::npos || last < first || first == 0)
      continue;
    const std::string_view outside = name.substr(0, first);
    const std::string_view inside = name.substr(first + open.size(), last - first - open.size());
    if (has_han(inside) != has_han(outside)) return {outside, inside};
  }
  return {name, {}};
}

void add_keys(std::string_view name, bool person, std::vector<std::string>& keys) {
  if (!is_ascii(name)) {
    foreign_keys(name, person, keys);
    return;
  }
  const Words words = words_of(name);
  person ? person_keys(words, keys) : organisation_keys(words, keys);
}

/// "Acme (Singapore)" -> "Acme"; empty when no bracket ends the name.
std::string_view before_bracket(std::string_view name) {
  while (name.ends_with(' ')) name.remove_suffix(1);
  const std::size_t open = name.rfind('(');
  if (!name.ends_with(')') || open == std::string_view::npos || open == 0) return {};
  return name.substr(0, open);
}

}  // namespace

std::vector<std::string> name_keys(std::string_view name, bool person) {
  std::vector<std::string> keys;
  if (is_ascii(name)) {
    add_keys(name, person, keys);
  } else {
    const auto [outside, inside] = split_brackets(name);
    add_keys(outside, person, keys);
    if (!inside.empty()) add_keys(inside, person, keys);
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::vector<std::string> bracket_keys(std::string_view name) {
  const std::string_view stem = before_bracket(name);
  return stem.empty() ? std::vector<std::string>() : name_keys(stem, false);
}

std::vector<std::string> name_words(std::string_view name, bool person) {
  if (is_ascii(name)) return words_of(name);
  if (!has_han(name)) return words_of(to_latin(name));
  const Words parts = person ? han_name(without_blanks(name)) : Words{};
  return parts.empty() ? han_words(name)
                       : Words{umlaut_spellings(parts[1])[0], umlaut_spellings(parts[0])[0]};
}

std::string whole_key(std::string_view name) {
  const Words words = name_words(name, false);
  return join(words, 0, words.size());
}

std::string stem_key(std::string_view name) {
  Words words = has_han(name) ? han_words(without_han_legal_form(name)) : name_words(name, false);
  words.resize(without_legal_forms(words));
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return join(words, 0, words.size());
}

std::string group_key(std::string_view name) {
  Words words;
  if (has_han(name))
    words = han_words(without_han_group_words(without_han_legal_form(name)));
  else
    words = name_words(name, false);
  words.resize(without_group_words(words));
  if (words.size() > 1 && words.front() == "the") words.erase(words.begin());
  return join(words, 0, words.size());
}

std::vector<std::string> english_keys(std::string_view name) {
  std::vector<std::string> keys;
  if (!has_han(name)) return keys;
  const std::string english = english_of_han(to_simplified(without_han_legal_form(name)));
  if (!english.empty()) organisation_keys(words_of(to_latin(english)), keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool weak_name(std::string_view name, bool person) {
  if (has_han(name)) return false;
  const Words words = words_of(is_ascii(name) ? std::string(name) : to_latin(name));
  std::size_t letters = 0;
  for (const std::string& word : words) letters += word.size();
  if (letters < 3) return true;
  if (!person) return false;
  const auto whole =
      std::count_if(words.begin(), words.end(), [](const std::string& word) { return word.size() > 1; });
  return whole < 2;
}

std::string name_slug(std::string_view name, bool person) {
  std::string slug;
  for (const std::string& word : name_words(name, person)) {
    if (!slug.empty()) slug.push_back('-');
    slug.append(word);
  }
  return slug.empty() ? "unnamed" : slug;
}

}  // namespace talentflow::graph
