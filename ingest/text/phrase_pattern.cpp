#include "ingest/text/phrase_pattern.hpp"

#include <algorithm>

#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::string_view kForms = "is|are|was|were|be|been|'s|being";

/// What may stand between two elements of a phrase without a meaning for it.
bool is_passed_over(const Piece& piece) {
  if (piece.kind == Piece::Kind::date) return true;
  return piece.kind == Piece::Kind::word &&
         (is_adverb(piece.lower) || one_of("the|a|an|his|her|their|its|this|too|own|new", piece.lower));
}

class PhraseMatcher {
 public:
  PhraseMatcher(const RuleEngine& engine, std::size_t at) : engine_(engine), at_(at) { out_.begin = at; }

  bool match(std::string_view pattern) {
    while (!pattern.empty()) {
      const auto blank = pattern.find(' ');
      if (!element(pattern.substr(0, blank))) return false;
      first_ = false;
      pattern.remove_prefix(blank == std::string_view::npos ? pattern.size() : blank + 1);
    }
    out_.end = at_;
    return true;
  }

  PhraseMatch take() { return std::move(out_); }

 private:
  const std::vector<Piece>& pieces() const { return engine_.pieces(); }

  bool element(std::string_view element) {
    // "her chair at Acme" is one piece: what follows the job is in it
    if (absorbed_) {
      absorbed_ = element != "ORG";
      return true;
    }
    if (element == "END")
      return at_ >= pieces().size() || pieces()[at_].kind == Piece::Kind::punctuation ||
             pieces()[at_].kind == Piece::Kind::date || one_of("and|but|after|since|as", pieces()[at_].lower);
    const bool optional = element.front() == '?';
    if (optional) element.remove_prefix(1);
    std::size_t next = at_;
    while (!first_ && next < pieces().size() && !here(element, next) && is_passed_over(pieces()[next]))
      ++next;
    if (next >= pieces().size() || !here(element, next)) return optional;
    take_piece(element, next);
    return true;
  }

  /// Whether an element stands at a piece.
  bool here(std::string_view element, std::size_t i) const {
    const Piece& piece = pieces()[i];
    if (element == "BE") return piece.kind == Piece::Kind::word && one_of(kForms, piece.lower);
    if (element.front() == '=')
      return piece.kind == Piece::Kind::word && one_of(element.substr(1), verb_lemma(piece.lower)) &&
             verb_at(i) != nullptr;
    if (element == "PEOPLE") return piece.is_person() && piece.noun.owner.empty();
    if (element == "ROLE") return piece.is_noun() && piece.noun.type == NounType::role;
    if (element == "ORG")
      return piece.is_noun() && piece.noun.type != NounType::role && piece.noun.type != NounType::pronoun &&
             engine_.organisation_at(i).has_value();
    if (element.ends_with('@'))
      return piece.is_noun() && !piece.noun.named() &&
             one_of(element.substr(0, element.size() - 1), piece.noun.head) && owner_of(i).has_value();
    if (piece.is_noun()) return !piece.noun.named() && one_of(element, piece.noun.head);
    return piece.kind == Piece::Kind::word && one_of(element, piece.lower);
  }

  std::optional<Actor> owner_of(std::size_t i) const {
    const Noun& noun = pieces()[i].noun;
    if (!noun.owner.empty())
      return noun.owner.front().type == NounType::organisation ? engine_.organisation(noun.owner.front())
                                                               : std::nullopt;
    if (i + 2 < pieces().size() && engine_.clauses().word_at(i + 1, "of|at") && pieces()[i + 2].is_noun() &&
        pieces()[i + 2].noun.named())
      return engine_.organisation_at(i + 2);
    return std::nullopt;
  }

  const Verb* verb_at(std::size_t i) const {
    for (const Verb& verb : engine_.clauses().verbs())
      if (verb.piece == i) return &verb;
    return nullptr;
  }

  void take_piece(std::string_view element, std::size_t i) {
    at_ = i + 1;
    if (element == "BE" && !verb_) {
      out_.verb = copula_at(engine_, i);
      verb_ = true;
    } else if (element.front() == '=' && !verb_) {
      out_.verb = *verb_at(i);
      verb_ = true;
    } else if (element == "ORG") {
      out_.organisation = engine_.organisation_at(i);
    } else if (element == "ROLE") {
      out_.role = i;
    } else if (element == "PEOPLE") {
      out_.people = engine_.clauses().group_from(i);
      at_ = out_.people.back() + 1;
    } else if (pieces()[i].is_noun() && !element.ends_with('@') && !pieces()[i].noun.employer.empty()) {
      out_.organisation = engine_.organisation(pieces()[i].noun.employer.front());
      absorbed_ = out_.organisation.has_value();
    } else if (element.ends_with('@')) {
      out_.organisation = owner_of(i);
      if (pieces()[i].noun.owner.empty()) at_ = i + 3;
    }
  }

  const RuleEngine& engine_;
  PhraseMatch out_;
  std::size_t at_;
  bool first_ = true;
  bool verb_ = false;
  bool absorbed_ = false;
};

}  // namespace

Verb copula_at(const RuleEngine& engine, std::size_t piece) {
  const auto& clauses = engine.clauses();
  Verb verb;
  verb.piece = piece;
  verb.lemma = "be";
  verb.negated = clauses.word_at(piece + 1, "not|no|never");
  for (std::size_t i = piece; i-- > 0 && i + 4 > piece;) {
    if (clauses.word_at(i, "not|never|nor|neither")) verb.negated = true;
    if (clauses.word_at(i, "may|might|could|would|if|whether|should|must")) verb.possible = true;
    if (clauses.word_at(i, "will|to")) verb.planned = true;
    if (clauses.word_at(i, "has|have") && clauses.word_at(piece, "been")) verb.perfect = true;
    if (engine.pieces()[i].is_noun() || engine.pieces()[i].kind == Piece::Kind::punctuation) break;
  }
  if (clauses.word_at(0, "if|whether")) verb.possible = true;
  return verb;
}

std::optional<PhraseMatch> match_phrase(const RuleEngine& engine, std::size_t at, std::string_view pattern) {
  PhraseMatcher matcher(engine, at);
  if (!matcher.match(pattern)) return std::nullopt;
  return matcher.take();
}

}  // namespace talentflow::ingest::text
