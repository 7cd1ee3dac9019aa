#include "graph/names/common_names.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "graph/names/normalise.hpp"
#include "graph/names/transliterate.hpp"

namespace talentflow::graph {
namespace {

/// Surnames, lower case and sorted: the most frequent of China (pinyin and other romanisations), Korea,
/// Vietnam, India, Japan, the English- and Spanish-speaking countries.
constexpr std::array kSurnames = std::to_array<std::string_view>(
    {"ahmed",   "ali",    "anderson", "brown",   "cai",    "cao",   "chan",      "chang",     "chen",
     "cheng",   "cho",    "choi",     "cui",     "das",    "davis", "deng",      "ding",      "dong",
     "du",      "duan",   "fan",      "fang",    "feng",   "fu",    "gao",       "garcia",    "gonzalez",
     "gu",      "guo",    "gupta",    "han",     "hao",    "he",    "hernandez", "ho",        "hou",
     "hsu",     "hu",     "huang",    "hussain", "jang",   "jeong", "jia",       "jiang",     "jin",
     "johnson", "jones",  "jung",     "kang",    "khan",   "kim",   "kong",      "kumar",     "lai",
     "le",      "lee",    "lei",      "li",      "liang",  "liao",  "lim",       "lin",       "liu",
     "long",    "lopez",  "lu",       "luo",     "lv",     "lyu",   "ma",        "martin",    "martinez",
     "meng",    "miller", "moore",    "nguyen",  "pan",    "park",  "patel",     "peng",      "perez",
     "pham",    "qian",   "qiao",     "qin",     "qiu",    "reddy", "ren",       "rodriguez", "sanchez",
     "sato",    "shah",   "shao",     "sharma",  "shen",   "shi",   "singh",     "smith",     "song",
     "su",      "sun",    "suzuki",   "tan",     "tanaka", "tang",  "tao",       "taylor",    "thomas",
     "tian",    "tran",   "tsai",     "wan",     "wang",   "wei",   "wen",       "white",     "williams",
     "wilson",  "wong",   "wu",       "xia",     "xiang",  "xiao",  "xie",       "xin",       "xiong",
     "xu",      "xue",    "yan",      "yang",    "yao",    "ye",    "yi",        "yin",       "yu",
     "yuan",    "zeng",   "zhang",    "zhao",    "zheng",  "zhong", "zhou",      "zhu",       "zou"});

static_assert(std::is_sorted(kSurnames.begin(), kSurnames.end()));

/// Given names of the English-speaking countries that every firm has several of; sorted.
constexpr std::array kGivenNames = std::to_array<std::string_view>(
    {"alex",   "andrew", "anna",    "ben",     "chris",   "christopher", "daniel", "david",
     "emily",  "eric",   "james",   "jason",   "jessica", "john",        "kevin",  "mark",
     "mary",   "matt",   "matthew", "michael", "mike",    "paul",        "peter",  "richard",
     "robert", "sarah",  "steven",  "thomas",  "tom",     "william"});

static_assert(std::is_sorted(kGivenNames.begin(), kGivenNames.end()));

template <std::size_t N>
bool among(const std::array<std::string_view, N>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

/// Short enough to be one syllable of pinyin: Wei, Jian, Zhang.
bool one_syllable(std::string_view word) {
  if (word.size() > 6) return false;
  const auto vowel = [](char letter) {
    return std::string_view("aeiou").find(letter) != std::string_view::npos;
  };
  int groups = 0;
  for (std::size_t i = 0; i < word.size(); ++i)
    if (vowel(word[i]) && (i == 0 || !vowel(word[i - 1]))) ++groups;
  return groups <= 1;
}

}  // namespace

NameFrequency name_frequency(std::string_view name) {
  const std::vector<std::string> words = name_words(name, true);
  if (words.size() < 2) return NameFrequency::very_common;
  const bool last = among(kSurnames, words.back()), first = among(kSurnames, words.front());
  if (!last && !first) return NameFrequency::rare;
  const std::string& given = last ? words.front() : words.back();
  const bool short_given = words.size() == 2 && one_syllable(given);
  return short_given || among(kGivenNames, given) ? NameFrequency::very_common : NameFrequency::common;
}

}  // namespace talentflow::graph
