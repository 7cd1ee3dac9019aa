// Chinese names in pinyin, "Zhang Jianzhong" and "Jianzhong Zhang": a common surname beside one or two
// syllables. Firms are seldom written so.
#include <algorithm>

#include "ingest/text/options.hpp"
#include "ingest/text/word_list.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_common_surname(std::string_view lower) {
  static const Words set = words(
      "wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie "
      "song tang xu deng han feng cao peng zeng xiao tian dong pan yuan cai jiang yu du ye cheng wei su lu "
      "ding ren yao shen zhong cui tan wan qiu hou xiong lei bai long duan hao shao meng qin jin yan gu mao "
      "wan kang shi niu hong xin qiao ji fu fang fan qian zou lai gong lv lyu tao qi mo zhuang ouyang yin "
      "wen ke kong bao nie geng ge yi xia jia an chang ni shu mu pang you rao miao tong ruan zuo");
  return in(set, lower);
}

/// What is left of a word behind one syllable; the word itself where it begins with none.
std::string_view behind_syllable(std::string_view word, std::size_t length) {
  static const Words initials = words("b p m f d t n l g k h j q x zh ch sh r z c s y w");
  static const Words finals = words(
      "a o e ai ei ao ou an en ang eng ong i ia ie iao iu ian in iang ing iong u ua uo uai ui uan un uang "
      "ue er");
  const std::string_view syllable = word.substr(0, length);
  for (const std::size_t split : {std::size_t{0}, std::size_t{1}, std::size_t{2}}) {
    if (split >= syllable.size()) continue;
    const bool begins = split == 0
                            ? one_of("a|ai|an|ang|ao|e|en|er|ou", syllable)
                            : in(initials, syllable.substr(0, split)) && in(finals, syllable.substr(split));
    if (begins) return word.substr(length);
  }
  return word;
}

bool is_syllables(std::string_view word, std::size_t most) {
  if (word.empty()) return true;
  if (most == 0) return false;
  for (std::size_t length = std::min<std::size_t>(word.size(), 6); length > 0; --length) {
    const std::string_view rest = behind_syllable(word, length);
    if (rest.size() == word.size() - length && is_syllables(rest, most - 1)) return true;
  }
  return false;
}

}  // namespace

bool is_pinyin_name(std::string_view name) {
  const auto blank = name.find(' ');
  if (blank == std::string_view::npos || name.find(' ', blank + 1) != std::string_view::npos) return false;
  std::string first = ascii_lower(name.substr(0, blank));
  std::string last = ascii_lower(name.substr(blank + 1));
  for (std::string* const part : {&first, &last}) {
    std::erase(*part, '-');
    std::erase(*part, '\'');
  }
  constexpr std::size_t kLongName = 4;  // "Jun" and "Yi" are words of other languages as well
  if (is_common_surname(first) && last.size() >= kLongName && is_syllables(last, 2)) return true;
  return is_common_surname(last) && first.size() >= kLongName && is_syllables(first, 2);
}

}  // namespace talentflow::ingest::text
