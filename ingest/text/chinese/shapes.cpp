#include "ingest/text/chinese/shapes.hpp"

#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/number.hpp"
#include "ingest/text/chinese/words.hpp"

namespace talentflow::ingest::text {

std::size_t end_of_counted_people(const Characters& text, std::size_t at) {
  const auto number = chinese_integer_at(text, at);
  std::size_t end = number ? number->second : at;
  if (!number && text[at] == U'两') ++end;
  if (end == at || (number && number->first == 1) || (at > 0 && text[at - 1] == U'第')) return at;
  while (text[end] == U' ' || text[end] == U'多' || text[end] == U'余') ++end;
  return text[end] == U'名' || text[end] == U'位' ? end + 1 : at;
}

bool has_verb(const Characters& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end; ++i) {
    const auto word = word_at(text.plain(), i);
    if (word.text.size() >= 2 &&
        (!word.rule.empty() || word.word == Word::third_person || word.word == Word::plan))
      return true;
    if (word.word == Word::self || word.word == Word::of) return true;
  }
  return false;
}

bool name_mark(char32_t letter) {
  return letter == U'&' || letter == U'.' || letter == U'-' || letter == U'\'' || letter == U'+';
}

bool is_name_link(const Characters& text, std::size_t at) {
  return text.starts_with(at, U"of ") || text.starts_with(at, U"the ") || text.starts_with(at, U"de ") ||
         text.starts_with(at, U"van ") || text.starts_with(at, U"for ");
}

std::size_t role_at_end(const Characters& text, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin + 1; i < end; ++i)
    if (text[i - 1] == U' ' && word_at(text.plain(), i).word == Word::role) return i - 1;
  return begin;
}

}  // namespace talentflow::ingest::text
