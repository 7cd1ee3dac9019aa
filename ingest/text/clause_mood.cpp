// How a verb is meant: done, planned, possible, denied, hearsay.
#include "ingest/text/clauses.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_be(std::string_view word) {
  return one_of("is|are|was|were|be|been|being|'s|am|get|gets|got|'re", word);
}

/// Words whose infinitive says what is meant to be done, not what is.
bool is_intending(std::string_view word) {
  return one_of(
      "decision|intention|agreement|deal|contract|pact|plan|plans|planned|planning|set|agreed|agrees|"
      "expected|expects|intends|"
      "decided|due|prepares|"
      "going|ready|poised|scheduled|slated|about|preparing|committed|promised|agreeing",
      word);
}

/// Words whose infinitive says nothing of what was done.
bool is_wishing(std::string_view word) {
  return one_of(
      "try|tries|tried|trying|talks|hopes|hoped|hoping|considering|considers|considered|wanted|wants|mulling|"
      "offered|"
      "invited|asked|tempted|persuade|rumours|rumors|reports|approached|likely|seeking|seeks|sought|"
      "attempted|failed|"
      "bid|efforts|effort|attempt|attempts|discussions|negotiations|weighing|thinking|courted|urged|wooed|"
      "offer|offers|"
      "chance|plea|contemplating|unlikely|invitation",
      word);
}

}  // namespace

/// "told staff that A would replace B": what was said will be, seen from then.
bool Clauses::said_before(std::size_t piece) const {
  for (std::size_t i = piece; i-- > 0;)
    if (pieces_[i].kind == Piece::Kind::word &&
        one_of("said|announced|told|wrote|confirmed|added", pieces_[i].lower))
      return true;
  return false;
}

bool Clauses::word_at_any_before(std::size_t piece, std::string_view words) const {
  for (std::size_t i = piece; i-- > 0 && pieces_[i].kind == Piece::Kind::word;)
    if (word_at(i, words)) return true;
  return false;
}

/// "led by Ann", ", started in Tokyo last year by Ann": a doer, with nothing but place and time before it.
bool Clauses::by_follows(std::size_t verb) const {
  if (word_at(verb + 1, "by")) return true;
  if (verb == 0 || !pieces_[verb - 1].is(",")) return false;
  for (std::size_t i = verb + 1; i < pieces_.size() && i < verb + 6; ++i) {
    if (word_at(i, "by")) return true;
    const bool place = pieces_[i].is_noun() && pieces_[i].noun.type == NounType::place;
    if (!place && pieces_[i].kind != Piece::Kind::date && !word_at(i, "in|up")) return false;
  }
  return false;
}

void Clauses::read_mood(Verb& verb) const {
  const std::string& form = pieces_[verb.piece].lower;
  const bool past = is_past_form(form);
  std::size_t at = verb.piece;
  while (at > 0) {
    const Piece& piece = pieces_[--at];
    if (piece.kind == Piece::Kind::date) continue;
    if (piece.is_noun() && verb.infinitive) {
      const std::string& head = piece.noun.head;
      if (is_wishing(head)) verb.possible = true;
      if (is_intending(head)) verb.planned = true;
      break;
    }
    if (piece.kind != Piece::Kind::word) break;
    const std::string& word = piece.lower;
    const bool run_by = one_of("run|put|set", form) && word_at(verb.piece + 1, "by");  // "be run by"
    if (is_be(word))
      ((past && !is_ing_form(form)) || run_by ? verb.passive : verb.progressive) = true;
    else if (one_of("has|have|had|'ve", word)) {
      verb.perfect = true;
      verb.pluperfect = word == "had";
    } else if (one_of("will|'ll|shall", word) || (word == "would" && said_before(at)))
      verb.planned = true;
    else if (one_of("may|might|could|would|can|should|whether|if", word))
      verb.possible = true;
    else if (one_of("not|never|n't|nobody|neither|without|no", word))
      verb.negated = true;
    else if (one_of("reportedly|apparently|allegedly|supposedly", word))
      verb.rumoured = true;
    else if (one_of("said|rumoured|rumored|understood|believed|thought|reported|known", word) &&
             verb.infinitive)
      verb.rumoured = word != "known";
    else if (word == "to")
      verb.infinitive = true;
    else if (verb.infinitive && is_intending(word))  // "had agreed to buy": it did not come to that
      (at > 0 && word_at(at - 1, "had") && word != "decided" ? verb.possible : verb.planned) = true;
    else if (one_of("declined|refused|declines|refuses|refusing|declining", word))
      verb.negated = true;
    else if (is_wishing(word) || (verb.infinitive && verb_lemma(word) == "try"))
      verb.possible = true;
    else if (!is_auxiliary(word) && !is_adverb(word))
      break;
  }
  if (past && !verb.passive &&
      !verb.perfect) {  // "led by", "set up by", "founded in 2020 by", "led jointly by"
    std::size_t by = verb.piece + 1;
    while (by < pieces_.size() && by < verb.piece + 3 &&
           (word_at(by, "up|over|out|off") || pieces_[by].kind == Piece::Kind::date ||
            (pieces_[by].kind == Piece::Kind::word && is_adverb(pieces_[by].lower))))
      ++by;
    verb.passive = (by < pieces_.size() && pieces_[by].is("by")) || by_follows(verb.piece);
  }
  if (is_ing_form(form)) verb.infinitive = false;  // "prior to joining"
  if (verb.planned && verb.progressive && is_ing_form(form))
    verb.planned = word_at_any_before(verb.piece, "will|'ll");
  if (verb.infinitive && verb.progressive && !is_ing_form(form)) verb.planned = true;  // "is to become"
  // headlines: "Ann Example to join Acme"
  if (verb.infinitive && sentence_.item_date.known() && verb.piece >= 2 && pieces_[verb.piece - 1].is("to") &&
      verb_before(verb.piece) == nullptr &&
      (pieces_[verb.piece - 2].is_noun() || pieces_[verb.piece - 2].is(",")))
    verb.planned = true;
}

/// Conditions, questions and denials that govern the clause from further left.
void Clauses::read_context(Verb& verb) const {
  // "has hired A and lured B": the auxiliary is said once
  if (!verb.perfect && verb.piece > 0 && word_at(verb.piece - 1, "and|also|then") &&
      is_past_form(pieces_[verb.piece].lower))
    for (const Verb& other : verbs_)
      if (other.piece < verb.piece && other.perfect && !other.pluperfect && verb_before(verb.piece) == &other)
        verb.perfect = true;
  // "There is no arrangement under which he was selected": nothing is told
  if (word_at(0, "there") && word_at(1, "is|are|was|were") && word_at(2, "no|not")) verb.possible = true;
  for (std::size_t i = 0; i < verb.piece; ++i) {
    const bool comma_between = [&] {
      for (std::size_t k = i + 1; k < verb.piece; ++k)
        if (pieces_[k].is(",")) return true;
      return false;
    }();
    if (word_at(i, "whether")) verb.possible = true;
    if (word_at(i, "if|unless|once") && (!comma_between || i == 0) && pieces_[i].kind == Piece::Kind::word &&
        !pieces_[i].is("once"))
      verb.possible = true;
    if (word_at(i, "denied|denies|deny|dismissed|untrue|wrong") && !comma_between &&
        word_at(i + 1, "that|it|he|she|they"))
      verb.negated = true;
    if (word_at(i, "denied|denies|denying") && !comma_between && i + 1 < verb.piece) verb.negated = true;
    if (word_at(i, "neither|nobody") && i == 0) verb.negated = true;
    if (word_at(i, "in") && i + 1 < pieces_.size() && pieces_[i + 1].is_noun() &&
        pieces_[i + 1].noun.head == "talks" && !comma_between)
      verb.possible = true;
  }
}

}  // namespace talentflow::ingest::text
