// What a verb governs to its right, where its clause ends, and which date is its own.
#include "ingest/text/clauses.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {

std::vector<std::size_t> Clauses::object(std::size_t piece, std::string_view prepositions) const {
  bool free = prepositions.empty() || one_of(prepositions, "");
  std::size_t at = piece + 1;
  while (at < pieces_.size()) {
    const Piece& next = pieces_[at];
    if (next.is_noun()) {
      if (!free) return {};
      return named_instead(group_from(at));
    }
    if (next.kind == Piece::Kind::date) {  // "joined in 2020 from Acme"
      ++at;
      continue;
    }
    if (next.kind != Piece::Kind::word) return {};
    if (!prepositions.empty() && one_of(prepositions, next.lower)) {
      free = true;
      ++at;
      continue;
    }
    if (is_adverb(next.lower) || next.is("both") || next.is("fellow")) {
      ++at;
      continue;
    }
    return {};
  }
  return {};
}

std::vector<std::size_t> Clauses::relative_object(const Verb& verb) const {
  const auto subjects = subject(verb);
  if (subjects.empty() || subjects.front() >= verb.piece || subjects.front() == 0) return {};
  const std::size_t pronoun = subjects.front() - 1;
  if (!word_at(pronoun, "whom|that|who|which")) return {};
  std::size_t at = pronoun;
  while (at > 0 && (pieces_[at - 1].is(",") || pieces_[at - 1].is(")"))) --at;
  if (at == 0 || !pieces_[at - 1].is_noun()) return {};
  if (pieces_[pronoun].is("that") && pieces_[at - 1].noun.type != NounType::person) return {};
  std::size_t noun = at - 1;
  if (const auto holder = holder_of(noun)) noun = *holder;
  return named_instead({noun});
}

std::vector<std::size_t> Clauses::companions(const Verb& verb) const {
  std::size_t end = verb.piece + 1;
  while (end < pieces_.size() && !pieces_[end].is(".") && !pieces_[end].is(";")) ++end;
  for (std::size_t i = verb.piece + 1; i + 2 < end; ++i) {
    if (verb_before(i) != nullptr && verb_before(i)->piece != verb.piece) return {};
    const bool with = word_at(i, "along|together") && word_at(i + 1, "with");
    const bool well = word_at(i, "as") && word_at(i + 1, "well") && word_at(i + 2, "as");
    const bool alone = word_at(i, "alongside");
    if (!with && !well && !alone) continue;
    std::size_t first = i + (with ? 2 : well ? 3 : 1);
    if (first < end && pieces_[first].is_noun() && !pieces_[first].noun.named())
      if (const auto* names = names_of(first)) return *names;
    if (first < end && pieces_[first].is_noun() && pieces_[first].noun.named() &&
        pieces_[first].noun.type == NounType::person)
      return named_instead(group_from(first));
  }
  return {};
}

std::vector<std::size_t> Clauses::behind(const Verb& verb, std::string_view prepositions) const {
  const std::size_t end = clause_end(verb);
  for (std::size_t i = verb.piece + 1; i < end && i + 1 < pieces_.size(); ++i) {
    if (!word_at(i, prepositions) || pieces_[i].kind != Piece::Kind::word) continue;
    if (word_at(i, "to") && word_at(i - 1, "according")) continue;
    std::size_t noun = i + 1;
    while (noun < end && pieces_[noun].kind == Piece::Kind::word &&
           (is_adverb(pieces_[noun].lower) || pieces_[noun].is("both")))
      ++noun;
    if (noun < pieces_.size() && pieces_[noun].is_noun()) return named_instead(group_from(noun));
  }
  return {};
}

std::size_t Clauses::clause_end(const Verb& verb) const {
  for (std::size_t i = verb.piece + 1; i < pieces_.size(); ++i) {
    const Piece& piece = pieces_[i];
    if (piece.is(".") || piece.is(";") || piece.is("?") || piece.is("!")) return i;
    if (word_at(i, "who|which|whose|where|while|when|because|although|though|but|that|if|whether|since"))
      return i;
    if (piece.is("after") || piece.is("before")) return i;
    std::size_t next = i + 1;
    while (next < pieces_.size() && pieces_[next].kind == Piece::Kind::word && is_adverb(pieces_[next].lower))
      ++next;
    if (word_at(i, "and|,") && word_at(next, "is|was|were|are|has|had|will")) return i;
    // ", and A (did ..)", ", A did ..": a noun whose verb follows begins a clause of its own
    for (const auto& other : verbs_) {
      if (other.piece == i && i > verb.piece) return i;
      if (other.piece <= i || other.piece > i + 4) continue;
      if (piece.is_noun() && i > verb.piece + 1 && word_at(i - 1, "and|,|;|:")) {
        bool auxiliaries = true;
        for (std::size_t k = i + 1; k < other.piece; ++k)
          auxiliaries = auxiliaries && pieces_[k].kind == Piece::Kind::word &&
                        (is_auxiliary(pieces_[k].lower) || is_adverb(pieces_[k].lower)) &&
                        !pieces_[k].is("to");
        if (auxiliaries && !is_ing_form(pieces_[other.piece].lower)) return i;
      }
    }
  }
  return pieces_.size();
}

std::optional<std::size_t> Clauses::date_of(const Verb& verb) const {
  const std::size_t end = clause_end(verb);
  for (std::size_t i = verb.piece + 1; i < end; ++i)
    if (pieces_[i].kind == Piece::Kind::date && !pieces_[i].is("until")) return i;
  for (std::size_t i = verb.piece; i-- > 0;) {
    if (pieces_[i].kind == Piece::Kind::date) return i;
    if (pieces_[i].kind == Piece::Kind::word && !is_auxiliary(pieces_[i].lower) &&
        !is_adverb(pieces_[i].lower))
      break;
    if (pieces_[i].is_noun() || pieces_[i].kind == Piece::Kind::punctuation) break;
  }
  const auto nouns = subject(verb);
  if (nouns.empty()) return std::nullopt;
  for (std::size_t i = nouns.front(); i-- > 0;) {
    if (pieces_[i].kind == Piece::Kind::date) return i;
    if (!pieces_[i].is(",")) break;
  }
  // "started Acme, a firm that tests robots, in 2023.": at the end, behind an aside to the object
  if (pieces_.size() > 3 && verb_before(verb.piece) == nullptr) {
    const std::size_t last = pieces_.size() - (word_at(pieces_.size() - 1, ".") ? 2 : 1);
    std::size_t dates = 0;
    for (const Piece& piece : pieces_) dates += piece.kind == Piece::Kind::date ? 1 : 0;
    if (dates == 1 && pieces_[last].kind == Piece::Kind::date && last > verb.piece &&
        word_at(last - 1, ",") && word_at(verb.piece + 2, ","))
      return last;
  }
  // "In January two colleagues of hers, A and B, left": the first verb's, where the sentence begins with it
  if (!pieces_.empty() && pieces_[0].kind == Piece::Kind::date && verb_before(verb.piece) == nullptr)
    return 0;
  return std::nullopt;
}

}  // namespace talentflow::ingest::text
