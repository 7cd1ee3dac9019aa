// Names that the shape of a word does not give away: companies of one letter ("H"), and towns told by the
// state behind them ("Emeryville, California").
#include "ingest/text/clauses.hpp"
#include "ingest/text/noun_reader.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest::text {

/// "the founders of H", "H raised", "left H": a letter that stands where only a name can. Not "Series B",
/// "plan A", "vitamin C", nor an initial ("J. Sample", "B Sample"), nor "on X", where people write.
bool NounReader::is_letter_name(std::size_t at) const {
  const Token& word = tokens_[at];
  if (!word.capital || word.is("a") || word.is("i")) return false;
  if (is(at + 1, ".") && token(at + 2) != nullptr && tokens_[at + 2].capital) return false;
  if (const Token* const next = token(at + 1); next != nullptr) {
    if (next->kind == Token::Kind::word && next->capital && !next->is("'s")) return false;
    if (next->is("-") || next->is("+") || next->is("&")) return false;
  }
  // "In May H raised": the month is written large, and no part of the name
  const bool behind_name = at > 0 && tokens_[at - 1].capital && !is_function_word(tokens_[at - 1].lower) &&
                           !is_date_word(tokens_[at - 1]);
  if (behind_name) return false;
  if (at > 0 && one_of("of|at|from|left|joined|leave|join|leaving|joining|quit|quits|leaves|joins|behind",
                       tokens_[at - 1].lower)) {
    if (at < 2) return true;
    return !one_of("type|point|class|kind|version|grade|instead|out|copies|hepatitis", tokens_[at - 2].lower);
  }
  // "who founded H, ..", "H made itself a name" where the letter stands inside another sentence
  if (at > 0 && one_of("founded|started|launched|created", tokens_[at - 1].lower)) return true;
  if (at == 0 && token(1) != nullptr && !verb_lemma(tokens_[1].lower).empty() &&
      context_.seen_capitals.contains(word.lower))
    return true;
  // ", H, a Paris company that .."
  if ((at == 0 || tokens_[at - 1].is(",")) && is(at + 1, ",") &&
      (is(at + 2, "a") || is(at + 2, "an") || is(at + 2, "the")))
    return true;
  return is(at + 1, "'s") || is(at + 1, "calls") || is(at + 1, "raised") || is(at + 1, "raises") ||
         is(at + 1, "hired") || is(at + 1, "hires") || is(at + 1, "announced") || is(at + 1, "said");
}

/// "based in Emeryville, California", "of Woodside, Calif.": a name behind a preposition and before its state
/// or country is a town.
void NounReader::read_as_town(Noun& noun) const {
  if (!noun.named() || noun.sure || noun.type == NounType::place || noun.begin == 0) return;
  if (!noun.role.empty() || !noun.owner.empty() || !noun.employer.empty() || !noun.group.empty()) return;
  const Token& before = tokens_[noun.begin - 1];
  if (!before.is("in") && !before.is("of") && !before.is("near") && !before.is("outside")) return;
  if (!is(noun.end, ",") || token(noun.end + 1) == nullptr || !tokens_[noun.end + 1].capital) return;
  const Token& state = tokens_[noun.end + 1];
  const bool two = token(noun.end + 2) != nullptr && tokens_[noun.end + 2].capital &&
                   is_region(state.lower + " " + tokens_[noun.end + 2].lower);
  if (!two && !is_region(state.lower) && find_country(state.text) == nullptr) return;
  noun.type = NounType::place;
  noun.kind = "Place";
  noun.sure = true;
}

}  // namespace talentflow::ingest::text
