// Which sentences are Chinese.
#include "ingest/text/chinese/chinese.hpp"
#include "ingest/text/chinese/letters.hpp"

namespace talentflow::ingest::text {
namespace {

struct Shares {
  std::size_t han = 0;
  std::size_t kana = 0;
  std::size_t latin_words = 0;
  std::size_t plain_words = 0;  ///< without a capital or digit: words of a language, no names
};

Shares shares_of(std::string_view sentence) {
  Shares out;
  bool in_word = false;
  bool plain = false;
  for (std::size_t at = 0; at < sentence.size();) {
    const char32_t letter = next_code_point(sentence, at);
    if (is_latin(letter)) {
      if (!in_word) ++out.latin_words;
      plain = in_word ? plain && !is_capital(letter) : !is_capital(letter);
      in_word = true;
      continue;
    }
    if (in_word && (is_digit(letter) || letter == U'-' || letter == U'.')) {
      plain = plain && !is_digit(letter);
      continue;
    }
    if (in_word && plain) ++out.plain_words;
    in_word = false;
    if (is_han(letter)) ++out.han;
    if (is_kana(letter)) ++out.kana;
  }
  if (in_word && plain) ++out.plain_words;
  return out;
}

}  // namespace

bool is_chinese(std::string_view sentence) {
  constexpr std::size_t kHanForPlainWord = 4;  // "林俊旸 has left Acme" is English
  const Shares shares = shares_of(sentence);
  if (shares.han < 2 || shares.kana * 4 > shares.han) return false;
  return shares.han >= kHanForPlainWord * shares.plain_words && shares.han * 3 >= shares.latin_words;
}

}  // namespace talentflow::ingest::text
