// The subject of a verb: to its left, over auxiliaries, asides and prepositional phrases; what a relative
// pronoun stands for; what verbs joined by "and" share.
#include <algorithm>

#include "ingest/text/clauses.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr int kDeepest = 6;

bool is_preposition(const Piece& piece) {
  return piece.kind == Piece::Kind::word &&
         one_of("of|from|at|in|with|by|for|to|on|into|under|behind|within|about|against|around", piece.lower);
}

}  // namespace

std::vector<std::size_t> Clauses::subject(const Verb& verb) const {
  return named_instead(subject_from(verb.piece, 0));
}

/// "the exit of X", "a deputy of Y in London": the noun that the prepositional phrases before a verb belong
/// to.
std::size_t Clauses::head_of(std::size_t noun) const {
  std::size_t at = noun;
  for (int step = 0; step < 3; ++step) {
    const auto group = group_to(at);
    const std::size_t first = group.front();
    if (first < 2 || !is_preposition(pieces_[first - 1])) break;
    std::size_t before = first - 2;
    if (pieces_[before].is(")"))  // "the University (UX) in Abu Dhabi"
      if (const auto begin = aside_begin(before); begin && *begin > 0) before = *begin - 1;
    if (!pieces_[before].is_noun()) break;
    at = before;
  }
  return at;
}

/// "Ann Example is a lawyer and author who ..": Ann, where nothing but what she is stands before "who".
std::optional<std::size_t> Clauses::subject_of_copula(std::size_t description) const {
  std::size_t first = description;
  while (first >= 2 && word_at(first - 1, "and|,") && pieces_[first - 2].is_noun() &&
         !pieces_[first - 2].noun.named())
    first -= 2;
  const bool described = !pieces_[description].noun.named() && pieces_[first].noun.indefinite &&
                         pieces_[description].noun.type != NounType::pronoun;
  if (!described || first < 2 || !word_at(first - 1, "is|was")) return std::nullopt;
  const std::size_t before = first - 2;
  if (!pieces_[before].is_person() &&
      !(pieces_[before].is_noun() && one_of("he|she", pieces_[before].noun.head)))
    return std::nullopt;
  return before;
}

/// The person whose aside ends at a piece: "Ann Example, a leading figure of Acme".
std::optional<std::size_t> Clauses::person_before_aside(std::size_t last) const {
  constexpr std::size_t kLongest = 9;
  for (std::size_t i = last; i-- > 0 && i + kLongest > last;) {
    if (pieces_[i].is(".") || pieces_[i].is(";")) return std::nullopt;
    if (pieces_[i].is(",") && i > 0 && pieces_[i - 1].is_person()) return i - 1;
    if (pieces_[i].is(",") || word_at(i, "who|which|is|was|has|had|and")) return std::nullopt;
  }
  return std::nullopt;
}

/// The noun that "who" or "which" stands for.
std::optional<std::size_t> Clauses::antecedent(std::size_t pronoun) const {
  std::size_t at = pronoun;
  while (at > 0 &&
         (pieces_[at - 1].is(",") || pieces_[at - 1].kind == Piece::Kind::date || pieces_[at - 1].is("-")))
    --at;
  if (at > 0 && pieces_[at - 1].is(")"))
    if (const auto begin = aside_begin(at - 1)) at = *begin;
  // "for whom", "of whom"
  if (at > 0 && is_preposition(pieces_[at - 1])) --at;
  if (at == 0 || !pieces_[at - 1].is_noun()) return std::nullopt;
  std::size_t noun = at - 1;
  // "a group of companies based in Wales that was founded in": not Wales
  if (pieces_[pronoun].is("that") && pieces_[noun].noun.type == NounType::place && pieces_[0].is_noun() &&
      pieces_[0].noun.type == NounType::organisation && word_at(1, "is|was"))
    return 0;
  if (pieces_[pronoun].is("who"))
    if (const auto named = subject_of_copula(noun)) return named;
  if (pieces_[pronoun].is("who") && !pieces_[noun].is_person()) {
    const std::size_t head = head_of(noun);
    if (pieces_[head].is_person() || pieces_[head].noun.type == NounType::role) noun = head;
    // "Ann Example, chief of Acme, who ..": the person before the job
    if (at >= 2 && pieces_[noun].is_noun() && pieces_[noun].noun.type == NounType::role)
      if (const auto holder = holder_of(noun)) noun = *holder;
    // "Ann Example, a leading figure of Acme, who ..": no house is a "who"
    if (!pieces_[noun].is_person() && pieces_[noun].noun.named())
      if (const auto person = person_before_aside(noun)) noun = *person;
  }
  return noun;
}

/// "Prior to joining Acme in 2006, A was ..", "After leaving Acme, A ..": A is said to have joined, or left.
std::vector<std::size_t> Clauses::subject_behind_comma(std::size_t verb) const {
  if (verb > 3 || !is_ing_form(pieces_[verb].lower)) return {};
  for (std::size_t i = 0; i < verb; ++i)
    if (pieces_[i].kind != Piece::Kind::word && pieces_[i].kind != Piece::Kind::date &&
        !(pieces_[i].is_noun() &&
          one_of("prior|day|days|week|weeks|month|months|year|years|decade|decades", pieces_[i].noun.head)))
      return {};
  if (verb == 0 || !word_at(verb - 1, "to|before|after|since|on|upon|by|when|while")) return {};
  for (std::size_t i = verb; i + 1 < pieces_.size(); ++i) {
    if (!pieces_[i].is(",")) continue;
    std::size_t next = i + 1;
    while (next < pieces_.size() && (pieces_[next].kind == Piece::Kind::date || pieces_[next].is(",")))
      ++next;
    if (next < pieces_.size() && pieces_[next].is_noun()) return group_from(next);
  }
  return {};
}

/// "Founded in 1966 by A, Acme is ..": what a participle that begins the sentence is said of stands behind
/// the comma, where the sentence goes on with its verb.
std::vector<std::size_t> Clauses::subject_behind_participle(std::size_t verb) const {
  std::size_t first = 0;
  while (first < pieces_.size() && pieces_[first].kind == Piece::Kind::word &&
         is_adverb(pieces_[first].lower))
    ++first;
  if (verb != first || !is_past_form(pieces_[verb].lower)) return {};
  if (verb + 1 >= pieces_.size() ||
      !(word_at(verb + 1, "by|in|at|from|as") || pieces_[verb + 1].kind == Piece::Kind::date))
    return {};
  for (std::size_t i = verb + 1; i + 2 < pieces_.size(); ++i) {
    if (!pieces_[i].is(",") || !pieces_[i + 1].is_noun()) continue;
    const Piece& next = pieces_[i + 2];
    const bool goes_on =
        next.kind == Piece::Kind::word &&
        (is_auxiliary(next.lower) || is_adverb(next.lower) || !verb_lemma(next.lower).empty());
    if (goes_on || (next.is(",") && i + 3 < pieces_.size() && pieces_[i + 3].is_noun() &&
                    pieces_[i + 3].noun.indefinite))
      return {i + 1};
  }
  return {};
}

/// "at one time", "for years", "before that", "until then": the phrases of time between a subject and its
/// verb.
std::optional<std::size_t> Clauses::adverbial_begin(std::size_t last) const {
  if (last == 0) return std::nullopt;
  if (word_at(last, "that|then|this") && word_at(last - 1, "before|after|until|since|by")) return last - 1;
  const Piece& piece = pieces_[last];
  const bool time =
      piece.is_noun() && !piece.noun.named() && piece.noun.owner.empty() && piece.noun.employer.empty() &&
      one_of("time|times|point|years|year|months|weeks|days|while|moment|turn|decade|decades|spell|first",
             piece.noun.head);
  if (!time || !word_at(last - 1, "at|for|in|by|until|over|after|during")) return std::nullopt;
  return last - 1;
}

/// "The man who led the team has gone": the object of a relative clause is no subject; what the clause is
/// about is.
std::optional<std::size_t> Clauses::behind_relative_clause(std::size_t object) const {
  if (object < 3 || pieces_[object].is_person() || pieces_[object].kind != Piece::Kind::noun)
    return std::nullopt;
  std::size_t verb = object - 1;
  if (pieces_[verb].kind != Piece::Kind::word || verb_lemma(pieces_[verb].lower).empty() ||
      is_ing_form(pieces_[verb].lower))
    return std::nullopt;
  std::size_t pronoun = verb - 1;
  while (pronoun > 0 && pieces_[pronoun].kind == Piece::Kind::word &&
         (is_auxiliary(pieces_[pronoun].lower) || is_adverb(pieces_[pronoun].lower)) &&
         !word_at(pronoun, "to"))
    --pronoun;
  if (!word_at(pronoun, "who|that") || pronoun == 0 || !pieces_[pronoun - 1].is_noun()) return std::nullopt;
  return pronoun - 1;
}

bool Clauses::begins_participle_aside(std::size_t verb) const {
  if (verb < 2 || verb + 1 >= pieces_.size() || !pieces_[verb - 1].is(",")) return false;
  const bool itself =
      verb > 2 && word_at(verb - 2, "itself|himself|herself|themselves") && pieces_[verb - 3].is_noun();
  if (!pieces_[verb - 2].is_noun() && !itself) return false;
  // "Acme, based in Oslo, is ..", "Acme, founded in 2020, has ..": a participle without a doer
  const bool thing = pieces_[verb - 2].is_noun() && !pieces_[verb - 2].is_person();
  if (thing &&
      word_at(verb, "based|headquartered|located|founded|started|established|launched|formed|valued") &&
      (word_at(verb + 1, "in|at|near|outside|on") || pieces_[verb + 1].kind == Piece::Kind::date))
    return true;
  return std::any_of(verbs_.begin(), verbs_.end(),
                     [&](const Verb& other) { return other.piece == verb && other.passive; });
}

/// "Ann, who reports to Bob, its chief, founded ..": Ann, where the noun stands in a clause that tells of
/// her.
std::optional<std::size_t> Clauses::before_relative_clause(std::size_t noun) const {
  if (noun < 4 || !is_preposition(pieces_[noun - 1])) return std::nullopt;
  for (std::size_t comma = noun - 1; comma > 0; --comma) {
    if (!pieces_[comma].is(",")) continue;
    const bool tells = word_at(comma + 1, "who") && pieces_[comma - 1].is_person();
    return tells ? std::optional<std::size_t>(comma - 1) : std::nullopt;
  }
  return std::nullopt;
}

std::vector<std::size_t> Clauses::subject_from(std::size_t piece, int depth) const {
  if (depth > kDeepest) return {};
  // "Acme, founded by A and financed by B, ..": what was founded stands before the comma
  if (begins_participle_aside(piece)) {
    // "Acme is a brand of high-end wear, founded by A": said of what the sentence is about
    const Noun& near = pieces_[piece - 2].noun;
    if (pieces_[piece - 2].is_noun() && near.type == NounType::common && !near.indefinite &&
        near.determiner.empty() && pieces_[0].is_noun() && pieces_[0].noun.named() && word_at(1, "is|was"))
      return {0};
    return {pieces_[piece - 2].is_noun() ? piece - 2 : piece - 3};
  }
  if (auto later = subject_behind_comma(piece); !later.empty()) return later;
  if (auto later = subject_behind_participle(piece); !later.empty()) return later;
  std::size_t at = piece;
  while (at > 0) {
    --at;
    const Piece& before = pieces_[at];
    if (before.kind == Piece::Kind::date) continue;
    if (const auto begin = adverbial_begin(at)) {
      at = *begin;
      continue;
    }
    if (before.is_noun()) {
      // "his co-founders A, B and C all come from ..": they, and nobody else of the sentence
      const std::size_t told = at > 1 && pieces_[at - 1].is(",") ? at - 2 : at - 1;
      if (before.noun.type == NounType::pronoun && one_of("all|both", before.lower) && at > 0 &&
          pieces_[told].is_person())
        return group_to(told);
      if (at > 0 && word_at(at - 1, "as") && before.noun.type == NounType::role) continue;
      const std::size_t head = head_of(at);
      if (const auto whole = behind_relative_clause(head)) return group_to(*whole);
      return group_to(head);
    }
    // "Ann Example, however, is going": an adverb between commas
    if (before.is(",") && at >= 2 && word_at(at - 1, "however|meanwhile|instead|though|too|reportedly") &&
        pieces_[at - 2].is(",")) {
      at -= 2;
      continue;
    }
    if (before.is(",") || before.is(")") || before.is("-")) {
      if (const auto begin = aside_begin(at); begin && *begin > 0) {
        if (pieces_[*begin - 1].is_noun()) {
          const auto outer = before_relative_clause(*begin - 1);
          return group_to(outer ? *outer : *begin - 1);
        }
        at = *begin;
        continue;
      }
      if (before.is(",")) {
        // "Two founders of Y, A and B, are ..": the names stand in apposition to their job
        const bool named = at > 0 && pieces_[at - 1].is_person();
        if (named && verb_before(at) == nullptr) return group_to(at - 1);
        // "The nearest thing to it, Acme, raised ..": a name in apposition to what begins the sentence
        if (at > 1 && pieces_[at - 1].is_noun() && pieces_[at - 1].noun.named() && pieces_[at - 2].is(",") &&
            pieces_[at - 1].noun.type == NounType::organisation && verb_before(at) == nullptr &&
            pieces_[0].is_noun() && !pieces_[0].noun.named())
          return {at - 1};
        if (named)
          for (const auto& [job, names] : names_)
            if (names.back() == at - 1) return names;
        if (const Verb* previous = verb_before(at)) return subject_from(previous->piece, depth + 1);
        // "Ann, the third of its founders and a physicist, becomes": whatever the aside is
        std::size_t first = 0;
        while (first < at && pieces_[first].kind == Piece::Kind::date) ++first;
        const bool pronoun = pieces_[first].is_noun() && one_of("he|she", pieces_[first].noun.head);
        if (first + 1 < at && pieces_[first].is_person() && word_at(first + 1, ",|is|was")) return {first};
        if (first + 1 < at && pronoun && word_at(first + 1, "is|was|has")) return {first};
      }
      return {};
    }
    if (before.is(":") && at > 0 && pieces_[at - 1].is_noun()) return group_to(at - 1);  // a list item
    if (before.kind != Piece::Kind::word) return {};
    // "Ann was among those who founded Acme": Ann did
    if (before.is("who") && at >= 3 && word_at(at - 1, "those") && word_at(at - 2, "among|of")) {
      std::size_t copula = at - 3;
      while (copula > 0 && word_at(copula, "one")) --copula;
      if (word_at(copula, "is|was|were|are")) return subject_from(copula, depth + 1);
      // "Ann, chief of Acme and one of those who set it up, said ..": Ann
      if (word_at(copula, "and|,"))
        for (std::size_t k = copula; k-- > 0;)
          if (pieces_[k].is_person() && pieces_[k + 1].is(",")) return {k};
    }
    if (before.is("who") || before.is("that") || before.is("which")) {
      if (const auto noun = antecedent(at)) {
        // "A and B, who left Acme, ..": both
        const bool comma = at > 0 && pieces_[at - 1].is(",");
        const auto group = group_to(*noun);
        // whose names stand side by side at the beginning; else only the last is meant
        const bool first = group.front() == 0 || word_at(group.front() - 1, ":");
        bool plain = comma && first && group.size() == 2 && *noun == group.front() + 2;
        const bool together = comma && group.size() >= 2 && pieces_[*noun].is_person() &&
                              (word_at(at + 1, "both|all|together|had|met") &&
                               (word_at(at + 1, "both|all|together|met") || word_at(at + 2, "both|all|met") ||
                                word_at(piece + 1, "together")));
        if (together) return group;
        const bool titled = comma && group.size() == 2 && pieces_[group.front()].noun.plural_role;
        for (const std::size_t one : group)
          plain = plain && pieces_[one].noun.role.empty() && pieces_[one].noun.employer.empty();
        return plain || titled ? group : std::vector<std::size_t>{*noun};
      }
      return {};
    }
    // "She then joined Acme": an adverb behind its subject
    if (before.is("then") && at > 0 && pieces_[at - 1].is_noun() &&
        (pieces_[at - 1].is_person() || pieces_[at - 1].noun.type == NounType::pronoun || at == 1))
      continue;
    // ", and Acme then made him chief"
    if (before.is("then") && at > 1 && pieces_[at - 1].is_noun() && pieces_[at - 1].noun.named() &&
        word_at(at - 2, "and") && at > 2 && pieces_[at - 3].is(","))
      return {at - 1};
    if (before.is("and") || before.is("then") || before.is("but") || before.is("before") ||
        before.is("after") || before.is("to") || before.is("while") || before.is("or") || before.is("from") ||
        (is_ing_form(pieces_[piece].lower) && word_at(at, "on|upon|since|by|without|in"))) {
      // "who was at A until 2022 and teaches at B": a copula is a verb too
      const Verb* previous = verb_before(at);
      for (std::size_t k = at; k-- > (previous == nullptr ? 0 : previous->piece + 1);)
        if ((word_at(k, "is|was|were|are|been") ||
             (word_at(k, "has|had|have") && k + 1 < pieces_.size() && pieces_[k + 1].is_noun())) &&
            (previous == nullptr || k > previous->piece))
          return subject_from(k, depth + 1);
      if (previous != nullptr) return subject_from(previous->piece, depth + 1);
      // headlines: "Ann Example to join Acme", "A and its president, B, to join"
      if (before.is("to") && sentence_.item_date.known() && at > 0) {
        const std::size_t end = pieces_[at - 1].is(",") && at > 1 ? at - 2 : at - 1;
        if (pieces_[end].is_noun()) return group_to(end);
      }
      return {};
    }
    if (word_at(at, "himself|herself|itself|themselves|all|too")) continue;
    if (is_auxiliary(before.lower) || is_adverb(before.lower) || before.is("not") || before.is("both") ||
        before.is("all") || before.is("together"))
      continue;
    if (verb_lemma(before.lower).empty()) return {};
    return subject_from(at, depth + 1);  // "went on to join", "is set to leave"
  }
  return {};
}

}  // namespace talentflow::ingest::text
