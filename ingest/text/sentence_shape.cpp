// How capitals are used in a text: which words are names wherever they stand, which lines are headlines.
#include <algorithm>

#include "ingest/text/noun.hpp"
#include "ingest/text/options.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {

std::set<std::string> capitals_inside(const std::vector<Sentence>& sentences) {
  std::set<std::string> out;
  for (const auto& sentence : sentences) {
    if (is_title_case(sentence)) continue;
    // "Human Sample Inc. has ..": the name is known from its legal form
    std::size_t run = 0;
    while (run < sentence.tokens.size() && sentence.tokens[run].capital && run < 6) ++run;
    for (std::size_t i = 1; i < run; ++i)
      if (one_of("inc|inc.|ltd|ltd.|corp|corp.|llc|gmbh|plc|incorporated|corporation|limited",
                 sentence.tokens[i].lower))
        for (std::size_t k = 0; k < i; ++k) out.insert(sentence.tokens[k].lower);
    const bool dated = !sentence.tokens.empty() && sentence.tokens[0].kind == Token::Kind::number;
    for (std::size_t i = dated ? 2 : 1; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      if (token.capital && !is_function_word(token.lower) && !is_common_acronym(token.text) &&
          !sentence.tokens[i - 1].is("\""))
        out.insert(token.lower);
    }
  }
  return out;
}

std::set<std::string> lower_case_words(const std::vector<Sentence>& sentences) {
  std::set<std::string> out;
  for (const auto& sentence : sentences)
    for (const Token& token : sentence.tokens)
      if (token.kind == Token::Kind::word && !token.capital &&
          std::none_of(token.text.begin(), token.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
        out.insert(token.lower);
  return out;
}

void lower_headline(Sentence& sentence) {
  for (std::size_t i = 1; i < sentence.tokens.size(); ++i) {
    Token& token = sentence.tokens[i];
    if (token.kind != Token::Kind::word || !token.capital) continue;
    const bool name = is_given_name(token.lower) || is_common_acronym(token.text);
    const bool plain = is_function_word(token.lower) || !verb_lemma(token.lower).empty() ||
                       is_adverb(token.lower) || is_organisation_noun(token.lower) || token.is("round") ||
                       token.is("funding") || token.is("board") || token.is("office") || token.is("deal") ||
                       token.is("valuation");
    // "Tsinghua University" among capitals: still one name
    const bool part = is_organisation_noun(token.lower) && is_organisation_name_word(token.lower) &&
                      sentence.tokens[i - 1].capital && !token.is("company");
    token.lowered = plain && !name && !part;
    if (token.lowered) token.capital = false;
  }
}

bool is_title_case(const Sentence& sentence) {
  if (sentence.text.ends_with('.')) return false;  // headlines have no full stop; lists of names may have one
  std::size_t capitals = 0;
  std::size_t words = 0;
  for (const auto& token : sentence.tokens) {
    if (token.kind != Token::Kind::word || is_function_word(token.lower) || token.is("'s")) continue;
    ++words;
    if (token.capital) ++capitals;
  }
  return words >= 6 && capitals * 10 >= words * 8;
}

}  // namespace talentflow::ingest::text
