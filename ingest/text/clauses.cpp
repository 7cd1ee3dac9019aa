#include "ingest/text/clauses.hpp"

#include <algorithm>

#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr int kDeepest = 6;

constexpr std::string_view kPrepositions =
    "of|from|at|in|with|by|for|to|on|into|over|under|behind|between|among|within|as|about|against|after|"
    "before|around";

bool is_preposition(const Piece& piece) {
  return piece.kind == Piece::Kind::word && one_of(kPrepositions, piece.lower);
}

/// A job or a description that a name can stand beside: "the chief executive", "a former Acme engineer".
bool is_description(const Piece& piece) {
  return piece.is_noun() && !piece.noun.named() &&
         (piece.noun.type == NounType::role ||
          (piece.noun.type == NounType::common && is_organisation_noun(piece.noun.head)));
}

/// What can end an aside to a name: a job, a thing.
bool can_end_aside(const Noun& noun) { return noun.type == NounType::role || noun.type == NounType::common; }

}  // namespace

Clauses::Clauses(const ParsedSentence& sentence) : sentence_(sentence), pieces_(sentence.pieces) {
  find_verbs();
  find_appositions();
}

void Clauses::find_verbs() {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].kind != Piece::Kind::word) continue;
    const std::string_view lemma = verb_lemma(pieces_[i].lower);
    if (lemma.empty() || !stands_as_verb(i)) continue;
    Verb verb;
    verb.piece = i;
    verb.lemma = lemma;
    read_mood(verb);
    verbs_.push_back(verb);
  }
  for (auto& verb : verbs_) read_context(verb);
}

/// "going back to" has one verb; "drug design" none.
bool Clauses::stands_as_verb(std::size_t i) const {
  const std::string& form = pieces_[i].lower;
  const bool before_verb = i > 0 && pieces_[i - 1].kind == Piece::Kind::word;
  if (form == "back")
    return before_verb && word_at(i - 1, "to|will|would|who|that|and|also") && i + 1 < pieces_.size() &&
           pieces_[i + 1].is_noun();
  if (form == "part" || form == "lead" || form == "head" || form == "call" || form == "post")
    return i == 0 || !pieces_[i - 1].is_noun() || !is_preposition(pieces_[i - 1]);
  // "giving him leave": a finite form of one person would end in s
  const bool base = verb_lemma(form) == form && !one_of("quit|put|set|let|run|come|become|cut", form);
  if (base && i > 0 && pieces_[i - 1].is_noun()) {
    const Noun& before = pieces_[i - 1].noun;
    const bool object = before.type == NounType::pronoun && one_of("him|them|it|he|she", before.head);
    if (object || (pieces_[i - 1].is_person() &&
                   !(i > 1 && word_at(i - 2, "and|or|nor|did|does|will|would|can|could|may|might|let"))))
      return false;
  }
  if (form == "leave" && word_at(i - (i > 0 ? 1 : 0),
                                 "take|takes|took|taken|taking|on|of|from|paid|medical|parental|"
                                 "sick|annual|unpaid"))
    return false;  // "has taken leave"
  // "went on partial leave": behind a thing told in the singular, the verb would end in s
  if (form == "leave" && i > 1 && pieces_[i - 1].is_noun() && !pieces_[i - 1].noun.plural &&
      pieces_[i - 1].noun.type == NounType::common && word_at(i - 2, "on|from|of|a"))
    return false;
  if (form == "own") return before_verb && word_at(i - 1, "to|will|would|who|that|and|they|we");
  return true;
}

const Verb* Clauses::verb_before(std::size_t piece) const {
  const Verb* found = nullptr;
  for (const auto& verb : verbs_)
    if (verb.piece < piece) found = &verb;
  return found;
}

const std::vector<std::size_t>* Clauses::names_of(std::size_t piece) const {
  const auto found = names_.find(piece);
  return found == names_.end() ? nullptr : &found->second;
}

std::optional<std::size_t> Clauses::holder_of(std::size_t job) const {
  const auto found = holders_.find(job);
  if (found == holders_.end()) return std::nullopt;
  return found->second;
}

/// "its chairman, Ann Example, ..", "two of the founders, A and B, ..", "four researchers: A, B and C", and
/// "Ann Example, chief of X and once its spokeswoman, ..".
void Clauses::find_appositions() {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (!pieces_[i].is_person() || !word_at(i + 1, ",|(|-")) continue;
    // ", a familiar figure in the city as head of X and ..": the whole aside is about the name
    const bool described = i + 2 < pieces_.size() && pieces_[i + 2].is_noun() &&
                           pieces_[i + 2].noun.type == NounType::common && pieces_[i + 2].noun.indefinite &&
                           !is_organisation_noun(pieces_[i + 2].noun.head);
    for (std::size_t k = i + 2; k < pieces_.size(); ++k) {
      const Piece& piece = pieces_[k];
      if (is_description(piece)) {
        // ".., a former Acme engineer, Bob Sample": the next name's job, not this one's
        const bool next_name = word_at(k + 1, ",") && k + 2 < pieces_.size() && pieces_[k + 2].is_person() &&
                               word_at(k - 1, "and");
        if (next_name) break;
        holders_[k] = i;
        continue;
      }
      const bool between =
          word_at(k,
                  ",|and|now|also|currently|formerly|previously|once|then|later|earlier|before|that|"
                  "after|most|recently|until|most recently|as|ex-|a") ||
          piece.kind == Piece::Kind::date ||
          (piece.is("for") && k + 1 < pieces_.size() && adverbial_begin(k + 1)) ||
          (piece.is_noun() && adverbial_begin(k)) ||
          (piece.kind == Piece::Kind::word && (is_adverb(piece.lower) || is_former_word(piece.lower))) ||
          // ", the third of its founders and a director of X"
          (word_at(k, "the|one|another|first|second|third|fourth|fifth|last|of") &&
           word_at(k - 1, ",|the|one|another|first|second|third|fourth|fifth|last"));
      const bool inside = described && !piece.is_person() && !piece.is(",") && !piece.is(".") &&
                          !piece.is(";") && !piece.is(")") &&
                          (piece.is_noun() || verb_lemma(piece.lower).empty());
      if (!between && !inside) break;
    }
  }
  for (std::size_t i = 0; i + 2 < pieces_.size(); ++i) {
    if (is_named_firm_behind(i)) {
      names_[i] = {i + 2};
      continue;
    }
    if (is_description(pieces_[i]) && !holders_.contains(i)) name_at_distance(i);
    if (!is_description(pieces_[i]) || holders_.contains(i) || !word_at(i + 1, ",|:|-") ||
        !pieces_[i + 2].is_person())
      continue;
    // "A is now chief executive, B chief scientist": B has a post of his own
    if (pieces_[i + 2].noun.named_to) continue;
    if (pieces_[i].noun.type == NounType::common && !word_at(i + 1, ":")) continue;
    // "becomes head of biology, Ek returns": a clause of its own
    if (i > 0 && word_at(i - 1, "as|become|becomes|became") && i + 3 < pieces_.size() &&
        pieces_[i + 3].kind == Piece::Kind::word && !word_at(i + 3, "and|or"))
      continue;
    auto group = group_from(i + 2);
    // "an engineer with Acme, Blue Machines and Cobalt Bank": a list of firms
    if (!pieces_[i].noun.employer.empty() && !pieces_[i + 2].noun.sure && group.size() > 1 &&
        word_at(i + 1, ",") && pieces_[group[1]].noun.type == NounType::organisation)
      continue;
    // a single job has a single holder: "its chairman, Ann Example and Bob Sample left" has no comma behind
    // Ann
    if (!pieces_[i].noun.plural && group.size() > 1) group.resize(1);
    // "has taken some Acme engineers, Ann Example writes": several are not one
    if (pieces_[i].noun.plural && group.size() == 1 && word_at(i + 1, ",") &&
        pieces_[i].noun.determiner != "one of")
      continue;
    names_[i] = std::move(group);
  }
}

/// "a new company, Acme, ..", "their previous start-up, Acme, for $2 billion": a firm described and then
/// named.
bool Clauses::is_named_firm_behind(std::size_t i) const {
  const Piece& what = pieces_[i];
  const Piece& name = pieces_[i + 2];
  if (!what.is_noun() || what.noun.named() || what.noun.type != NounType::common || what.noun.plural ||
      !is_organisation_noun(what.noun.head) || !word_at(i + 1, ",") || !name.is_noun() ||
      !name.noun.named() || name.noun.type != NounType::organisation || !name.noun.group.empty() ||
      !name.noun.owner.empty())
    return false;
  // ", a company, Acme": the description belongs to what stands before it
  if (i >= 2 && word_at(i - 1, ",|(|is|was") && pieces_[i - 2].is_noun() && pieces_[i - 2].noun.named())
    return false;
  if (i + 3 >= pieces_.size()) return true;
  if (word_at(i + 3, ",") && i + 5 < pieces_.size() && pieces_[i + 4].is_noun() && word_at(i + 5, ",|and"))
    return false;  // "left the company, Acme, Blue and .."
  return word_at(i + 3, ",|.|;|for|in|at|with|last|by|which|who|(|)|to") ||
         pieces_[i + 3].kind == Piece::Kind::date;
}

/// "two researchers from Acme, A and B", "One of those researchers who left Acme is A": the names of a
/// description that do not stand right behind it.
void Clauses::name_at_distance(std::size_t i) {
  const Noun& noun = pieces_[i].noun;
  if (word_at(i + 1, "from|at") && i + 4 < pieces_.size() && pieces_[i + 2].is_noun() &&
      pieces_[i + 2].noun.type == NounType::organisation && word_at(i + 3, ",|:|-") &&
      pieces_[i + 4].is_person() && noun.plural) {
    names_[i] = group_from(i + 4);
    return;
  }
  const bool some = noun.determiner == "one of" || noun.plural;
  if (!some || !word_at(i + 1, "who|that|to")) return;
  for (std::size_t k = i + 2; k + 1 < pieces_.size(); ++k) {
    if (pieces_[k].is(",") || pieces_[k].is(".") || pieces_[k].is_person()) return;
    if (word_at(k, "is|are|was|were") && pieces_[k + 1].is_person()) {
      names_[i] = group_from(k + 1);
      return;
    }
  }
}

/// Whether what stands behind a comma is an aside to the noun before it.
bool Clauses::begins_aside(std::size_t comma) const {
  if (comma == 0 || comma + 1 >= pieces_.size() || !pieces_[comma - 1].is_noun()) return false;
  const Piece& first = pieces_[comma + 1];
  if (first.is_noun() && first.noun.determiner == "whose") return true;
  const bool role =
      first.is_noun() &&
      (first.noun.type == NounType::role ||
       (first.noun.type == NounType::common && (!first.noun.plural || first.noun.determiner == "one of")) ||
       (first.noun.named() && !first.noun.employer.empty() && first.noun.type != NounType::person));
  if (role)
    return !(is_description(first) && word_at(comma + 2, ",") && comma + 3 < pieces_.size() &&
             pieces_[comma + 3].is_person() && !pieces_[comma - 1].is_person());
  if (first.kind == Piece::Kind::word && !first.lower.empty() && first.lower[0] >= '0' &&
      first.lower[0] <= '9' && first.lower.size() <= 2)
    return true;  // ", 58,"
  if (word_at(comma + 1,
              "who|which|whose|where|whom|like|unlike|as|also|himself|herself|formerly|once|by|previously|"
              "now|then|"
              "currently|ex-|together|"
              "along|both|until|of|at|with|including|among|for|upon|following|pursuant|according"))
    return true;
  if (word_at(comma + 1, "responsible|known|aged|born|best|most|long|still|so|up|under|because")) return true;
  if (word_at(comma + 1, "in") && comma + 2 < pieces_.size() && pieces_[comma + 2].is_noun() &&
      pieces_[comma + 2].noun.head == "charge")
    return true;
  // ", The Ledger reported on Tuesday,": who says so
  if (first.is_noun() && comma + 2 < pieces_.size() && pieces_[comma + 2].kind == Piece::Kind::word &&
      is_report_verb(pieces_[comma + 2].lower)) {
    std::size_t end = comma + 3;
    while (end < pieces_.size() &&
           (pieces_[end].kind == Piece::Kind::date || word_at(end, "on|in|last|this")))
      ++end;
    return word_at(end, ",");
  }
  // ", backed by A and B,", ", founded in 2020,", ", based in Paris,"
  const bool participle = first.kind == Piece::Kind::word && !verb_lemma(first.lower).empty() &&
                          (is_past_form(first.lower) || is_ing_form(first.lower));
  return participle && (word_at(comma + 2, "by|in|at|from|for|as|to|on") || comma + 2 < pieces_.size()) &&
         (word_at(comma + 2, "by|in|at|for|as") || pieces_[comma + 2].kind == Piece::Kind::date ||
          is_ing_form(first.lower) || pieces_[comma + 2].kind == Piece::Kind::amount);
}

/// Where the aside that ends at this comma (or bracket) begins: ", formerly vice president of research at
/// X,".
std::optional<std::size_t> Clauses::aside_begin(std::size_t comma) const {
  if (pieces_[comma].is(")")) {
    for (std::size_t i = comma; i-- > 0;)
      if (pieces_[i].is("(")) return i;
    return std::nullopt;
  }
  if (!pieces_[comma].is(",") && !pieces_[comma].is("-")) return std::nullopt;
  for (std::size_t i = comma; i-- > 1;)
    if ((pieces_[i].is(",") || pieces_[i].is("-")) && begins_aside(i)) {
      // ", x at A, previously y at B," is one aside
      while (i > 1) {
        std::size_t earlier = i;
        while (earlier > 1)
          if (pieces_[--earlier].is(",")) break;
        if (earlier < 1 || !pieces_[earlier].is(",") || !begins_aside(earlier) ||
            !pieces_[earlier - 1].is_person() || pieces_[i - 1].is_person())
          break;
        i = earlier;
      }
      return i;
    }
  return std::nullopt;
}

std::size_t Clauses::skip_aside(std::size_t piece) const {
  if (piece >= pieces_.size()) return piece;
  if (pieces_[piece].is("(")) {
    for (std::size_t i = piece; i < pieces_.size(); ++i)
      if (pieces_[i].is(")")) return i + 1;
    return piece;
  }
  if (!pieces_[piece].is(",")) return piece;
  for (std::size_t i = piece + 1; i < pieces_.size(); ++i)
    if (pieces_[i].is(",") && aside_begin(i) == piece) return i + 1;
  return piece;
}

std::vector<std::size_t> Clauses::named_instead(const std::vector<std::size_t>& nouns) const {
  std::vector<std::size_t> out;
  const auto add = [&](std::size_t noun) {
    if (std::find(out.begin(), out.end(), noun) == out.end()) out.push_back(noun);
  };
  for (const std::size_t noun : nouns) {
    if (const auto* names = names_of(noun))
      for (const std::size_t name : *names) add(name);
    else if (const auto holder = holder_of(noun))
      add(*holder);
    else
      add(noun);
  }
  return out;
}

std::vector<std::size_t> Clauses::group_to(std::size_t piece) const {
  std::vector<std::size_t> out{piece};
  std::size_t at = piece;
  bool joined = false;
  while (at > 0) {
    std::size_t before = at - 1;
    const bool conjunction = pieces_[before].is("and") || pieces_[before].is("&") ||
                             pieces_[before].is("or") || pieces_[before].is("nor");
    const bool comma = pieces_[before].is(",") && joined;
    if (!conjunction && !comma) break;
    if (before == 0) break;
    --before;
    if (conjunction && pieces_[before].is(",") && before > 0) --before;
    if (!pieces_[before].is_noun() ||
        (can_end_aside(pieces_[before].noun) && before + 1 < pieces_.size() && pieces_[before + 1].is(","))) {
      // "A, formerly x at Y, and B": the aside belongs to A
      const std::size_t end = before + 1;
      std::optional<std::size_t> begin;
      if (end < pieces_.size() && (pieces_[end].is(",") || pieces_[end].is(")"))) begin = aside_begin(end);
      if (pieces_[before].is(")")) begin = aside_begin(before);
      // "A stays, but its chief, B, and C have quit": A does something else
      bool other_clause = false;
      for (std::size_t k = begin ? *begin : end; k < end; ++k)
        other_clause = other_clause || word_at(k, "but|while|whereas|;");
      if (other_clause) break;
      if (!begin || *begin == 0 || !pieces_[*begin - 1].is_noun()) {
        if (!pieces_[before].is_noun()) break;
      } else {
        before = *begin - 1;
      }
    }
    if (!pieces_[before].is_noun() || !(pieces_[before].noun.named() || is_description(pieces_[before])))
      break;
    // "joined Acme, and B left": Acme is an object
    // "put money into Acme, and B left": so is this one, whatever its kind
    const bool comma_and = conjunction && before + 1 < pieces_.size() && pieces_[before + 1].is(",");
    if (before > 0 && pieces_[before - 1].kind == Piece::Kind::word && !joined &&
        (!verb_lemma(pieces_[before - 1].lower).empty() || is_preposition(pieces_[before - 1])) &&
        !(word_at(0, "when|once|after|as|if") &&
          is_description(pieces_[before])) &&  // "When it closes the founders and .."
        (comma_and || pieces_[before].noun.type != pieces_[piece].noun.type))
      break;
    out.push_back(before);
    joined = true;
    at = before;
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<std::size_t> Clauses::group_from(std::size_t piece) const {
  std::vector<std::size_t> out{piece};
  std::size_t at = piece + 1;
  for (;;) {
    at = skip_house(at);
    std::size_t next = skip_aside(at);
    if (next < pieces_.size() && pieces_[next].is(",")) ++next;
    if (word_at(next, "and|or|nor|plus|&")) ++next;
    if (next != at && word_at(next, "also|then|finally|both|fellow")) ++next;
    if (next == at || next >= pieces_.size() || !pieces_[next].is_noun() || !pieces_[next].noun.named())
      break;
    // "A joined B, and C left D": C is a subject of its own
    std::size_t after = next + 1;
    while (after < pieces_.size() && pieces_[after].kind == Piece::Kind::word &&
           (is_auxiliary(pieces_[after].lower) || is_adverb(pieces_[after].lower)) &&
           !pieces_[after].is("to"))
      ++after;
    if (after < pieces_.size() && pieces_[after].kind == Piece::Kind::word &&
        !verb_lemma(pieces_[after].lower).empty() && !is_ing_form(pieces_[after].lower) &&
        !(after == next + 1 && word_at(after + 1, "by|in")))
      break;
    out.push_back(next);
    at = next + 1;
  }
  return out;
}

/// "A of Acme": the piece behind the person's house, or behind the person.
std::size_t Clauses::skip_house(std::size_t behind) const {
  const bool house = behind > 0 && pieces_[behind - 1].is_person() && word_at(behind, "of") &&
                     behind + 1 < pieces_.size() && pieces_[behind + 1].is_noun() &&
                     pieces_[behind + 1].noun.named() &&
                     pieces_[behind + 1].noun.type == NounType::organisation && word_at(behind + 2, ",|and");
  return house ? behind + 2 : behind;
}

}  // namespace talentflow::ingest::text
