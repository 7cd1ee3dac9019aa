#include "graph/names/acronyms.hpp"

#include <algorithm>
#include <array>

#include "graph/names/normalise.hpp"
#include "graph/names/transliterate.hpp"

namespace talentflow::graph {
namespace {

constexpr std::size_t kShortest = 3, kLongest = 8;  ///< letters of an acronym
constexpr std::size_t kMostWords = 14;              ///< longer texts are no names
constexpr std::size_t kMostLeft = 2;                ///< words that stay as they are: UC San Diego

bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_small_word(const std::string& word) {
  constexpr std::array<std::string_view, 10> kSmall = {"of", "the", "and", "for", "in",
                                                       "at", "on",  "de",  "et",  "fur"};
  return std::find(kSmall.begin(), kSmall.end(), word) != kSmall.end();
}

/// Words in ASCII, with their case.
std::vector<std::string> cased_words(std::string_view name, bool split_hyphens) {
  std::vector<std::string> words;
  std::string word;
  const auto end = [&] {
    if (!word.empty()) words.push_back(std::move(word));
    word.clear();
  };
  for (const char byte : name) {
    if (is_upper(byte) || is_lower(byte) || is_digit(byte))
      word.push_back(byte);
    else if (byte == '-' ? split_hyphens : byte != '\'')
      end();
  }
  end();
  return words;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& byte : out)
    if (is_upper(byte)) byte = static_cast<char>(byte - 'A' + 'a');
  return out;
}

/// AI, NLP: two capitals at least, and nothing else.
bool in_capitals(const std::string& word) {
  return word.size() >= 2 && std::all_of(word.begin(), word.end(), is_upper);
}

std::vector<std::string> without_small_words(const std::vector<std::string>& words) {
  std::vector<std::string> kept;
  for (const std::string& word : words)
    if (!is_small_word(lower(word))) kept.push_back(word);
  return kept;
}

/// The acronym of the first `count` words, and the others as they are.
std::string shortened(const std::vector<std::string>& words, std::size_t count, bool capitals_whole) {
  std::string letters, rest;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (i >= count)
      rest += lower(words[i]);
    else if (capitals_whole && in_capitals(words[i]))
      letters += lower(words[i]);
    else
      letters += lower(words[i].substr(0, 1));
  }
  return letters + rest;
}

void add_forms(const std::vector<std::string>& words, std::vector<std::string>& acronyms) {
  if (words.size() < 2 || words.size() > kMostWords) return;
  for (const bool capitals_whole : {false, true}) {
    std::string whole = shortened(words, words.size(), capitals_whole);
    if (whole.size() >= kShortest && whole.size() <= kLongest) acronyms.push_back(std::move(whole));
  }
  for (std::size_t left = 1; left <= kMostLeft && left + 2 <= words.size(); ++left)
    acronyms.push_back(shortened(words, words.size() - left, false));
}

/// Capitals prevail, and there are no more than an acronym has.
bool acronym_word(const std::string& word) {
  const auto upper = static_cast<std::size_t>(std::count_if(word.begin(), word.end(), is_upper));
  return word.size() <= kLongest && upper >= 2 && !is_lower(word.front());
}

}  // namespace

std::vector<std::string> acronyms_of(std::string_view name) {
  std::vector<std::string> acronyms;
  if (has_han(name)) return acronyms;
  if (name.find_last_not_of(' ') != std::string_view::npos && name[name.find_last_not_of(' ')] == ')')
    name = name.substr(0, name.rfind('('));
  // Letters with accents at the head of a word (École) count by what they are read as.
  std::string plain(name);
  if (!is_ascii(name)) plain = to_latin(name);
  for (const bool split_hyphens : {false, true})
    add_forms(without_small_words(cased_words(plain, split_hyphens)), acronyms);
  std::sort(acronyms.begin(), acronyms.end());
  acronyms.erase(std::unique(acronyms.begin(), acronyms.end()), acronyms.end());
  return acronyms;
}

bool written_as_acronym(std::string_view name) {
  if (!is_ascii(name)) return false;
  const auto words = cased_words(name, false);
  constexpr std::size_t kMost = 1 + kMostLeft;
  return !words.empty() && words.size() <= kMost && acronym_word(words.front());
}

bool is_acronym_of(std::string_view name, std::string_view full) {
  if (!written_as_acronym(name)) return false;
  const auto acronyms = acronyms_of(full);
  return std::binary_search(acronyms.begin(), acronyms.end(), whole_key(name));
}

}  // namespace talentflow::graph
