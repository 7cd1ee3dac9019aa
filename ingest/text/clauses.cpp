#include "ingest/text/clauses.hpp"

#include <algorithm>

#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr int kDeepest = 6;

bool one_of(std::string_view options, std::string_view word) {
  while (true) {
    const auto end = options.find('|');
    if (options.substr(0, end) == word) return true;
    if (end == std::string_view::npos) return false;
    options.remove_prefix(end + 1);
  }
}

bool is_be(std::string_view word) { return one_of("is|are|was|were|be|been|being|'s|am|get|gets|got", word); }

/// Verbs whose infinitive says what is meant to be done, not what is.
bool is_intending(std::string_view word) {
  return one_of(
      "plan|plans|planned|planning|set|agreed|agrees|expected|expects|intends|wants|wanted|decided|due|"
      "prepares|gets|going|ready",
      word);
}

}  // namespace

Clauses::Clauses(const ParsedSentence& sentence) : sentence_(sentence), pieces_(sentence.pieces) {
  find_verbs();
}

void Clauses::find_verbs() {
  for (std::size_t i = 0; i < pieces_.size(); ++i) {
    if (pieces_[i].kind != Piece::Kind::word) continue;
    const std::string_view lemma = verb_lemma(pieces_[i].lower);
    if (lemma.empty()) continue;
    Verb verb;
    verb.piece = i;
    verb.lemma = lemma;
    read_mood(verb);
    verbs_.push_back(verb);
  }
}

void Clauses::read_mood(Verb& verb) const {
  const std::string& form = pieces_[verb.piece].lower;
  const bool past = is_past_form(form);
  std::size_t at = verb.piece;
  while (at > 0) {
    const Piece& piece = pieces_[--at];
    if (piece.kind == Piece::Kind::date) continue;
    if (piece.kind != Piece::Kind::word) break;
    const std::string& word = piece.lower;
    if (is_be(word))
      (past ? verb.passive : verb.progressive) = true;
    else if (one_of("will|'ll|shall", word))
      verb.planned = true;
    else if (one_of("may|might|could|would|can|should|whether|if", word))
      verb.possible = true;
    else if (one_of("not|never|n't|nobody|neither|without", word))
      verb.negated = true;
    else if (word == "to")
      verb.infinitive = true;
    else if (verb.infinitive && is_intending(word))
      verb.planned = true;
    else if (verb.infinitive && one_of("declined|refused|declines", word))
      verb.negated = true;
    else if (verb.infinitive && verb_lemma(word) == "try")
      verb.possible = true;
    else if (!is_auxiliary(word) && !is_adverb(word))
      break;
  }
  if (past && !verb.passive && verb.piece + 1 < pieces_.size() && pieces_[verb.piece + 1].is("by"))
    verb.passive = true;
  // a condition or a question that governs the clause: "whether it can attract .."
  for (std::size_t i = 0; i < verb.piece; ++i)
    if (pieces_[i].is("whether") || pieces_[i].is("if")) verb.possible = true;
}

const Verb* Clauses::verb_before(std::size_t piece) const {
  const Verb* found = nullptr;
  for (const auto& verb : verbs_)
    if (verb.piece < piece) found = &verb;
  return found;
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
  for (std::size_t i = comma; i-- > 1;) {
    if (!(pieces_[i].is(",") || pieces_[i].is("-")) || !pieces_[i - 1].is_noun() || i + 1 >= pieces_.size())
      continue;
    const Piece& first = pieces_[i + 1];
    const bool role =
        first.is_noun() && (first.noun.type == NounType::role || first.noun.type == NounType::common ||
                            (first.noun.named() && !first.noun.employer.empty()));
    const bool relative = first.is("who") || first.is("which") || first.is("whose") || first.is("where") ||
                          first.is("as") || first.is("formerly") || first.is("once") || first.is("by") ||
                          first.is("previously") || first.is("now");
    if (role || relative) return i;
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

std::vector<std::size_t> Clauses::group_to(std::size_t piece) const {
  std::vector<std::size_t> out{piece};
  std::size_t at = piece;
  bool joined = false;
  while (at > 0) {
    std::size_t before = at - 1;
    const bool conjunction = pieces_[before].is("and") || pieces_[before].is("&");
    const bool comma = pieces_[before].is(",") && (joined || false);
    if (!conjunction && !comma) break;
    if (before == 0) break;
    --before;
    if (conjunction && pieces_[before].is(",") && before > 0) --before;
    if (pieces_[before].is(",") && before > 0) --before;
    if (!pieces_[before].is_noun()) {
      // "A, formerly x at Y, and B": the aside belongs to A
      const std::size_t end = before + 1;
      std::optional<std::size_t> begin;
      if (end < pieces_.size() && pieces_[end].is(",")) begin = aside_begin(end);
      if (!begin || *begin == 0 || !pieces_[*begin - 1].is_noun()) break;
      before = *begin - 1;
    } else if (pieces_[before].noun.type == NounType::role && before + 1 < pieces_.size() &&
               pieces_[before + 1].is(",")) {
      const auto begin = aside_begin(before + 1);
      if (begin && *begin > 0 && pieces_[*begin - 1].is_noun()) before = *begin - 1;
    }
    if (!pieces_[before].is_noun() || !pieces_[before].noun.named()) break;
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
    std::size_t next = skip_aside(at);
    if (next < pieces_.size() && pieces_[next].is(",")) ++next;
    if (next < pieces_.size() && (pieces_[next].is("and") || pieces_[next].is("or"))) ++next;
    if (next < pieces_.size() && (pieces_[next].is("also") || pieces_[next].is("then"))) ++next;
    if (next == at || next >= pieces_.size() || !pieces_[next].is_noun() || !pieces_[next].noun.named())
      break;
    // "A joined B, and C left D": C is a subject of its own
    std::size_t after = next + 1;
    while (after < pieces_.size() && pieces_[after].kind == Piece::Kind::word &&
           (is_auxiliary(pieces_[after].lower) || is_adverb(pieces_[after].lower)))
      ++after;
    if (after < pieces_.size() && pieces_[after].kind == Piece::Kind::word &&
        !verb_lemma(pieces_[after].lower).empty() && !is_ing_form(pieces_[after].lower))
      break;
    out.push_back(next);
    at = next + 1;
  }
  return out;
}

std::vector<std::size_t> Clauses::subject(const Verb& verb) const { return subject_from(verb.piece, 0); }

std::vector<std::size_t> Clauses::subject_from(std::size_t piece, int depth) const {
  if (depth > kDeepest) return {};
  std::size_t at = piece;
  while (at > 0) {
    --at;
    const Piece& before = pieces_[at];
    if (before.kind == Piece::Kind::date) continue;
    if (before.is_noun()) {
      if (before.noun.type == NounType::role && at > 0 && pieces_[at - 1].is("as")) continue;
      return group_to(at);
    }
    if (before.is(",") || before.is(")") || before.is("-")) {
      if (const auto begin = aside_begin(at); begin && *begin > 0) {
        if (pieces_[*begin - 1].is_noun()) return group_to(*begin - 1);
        at = *begin;
        continue;
      }
      if (before.is(",")) {
        // "Two founders of Y, A and B, are ..": the names stand in apposition to their job
        const bool named =
            at > 0 && pieces_[at - 1].is_noun() && pieces_[at - 1].noun.type == NounType::person;
        if (named && verb_before(at) == nullptr) return group_to(at - 1);
        if (const Verb* previous = verb_before(at)) return subject_from(previous->piece, depth + 1);
      }
      return {};
    }
    if (before.is(":") && at > 0 && pieces_[at - 1].is_noun()) return group_to(at - 1);  // a list item
    if (before.kind != Piece::Kind::word) return {};
    if (before.is("who") || before.is("that") || before.is("which")) {
      std::size_t noun = at;
      while (noun > 0 && (pieces_[noun - 1].is(",") || pieces_[noun - 1].kind == Piece::Kind::date)) --noun;
      if (noun > 0 && pieces_[noun - 1].is_noun()) return {noun - 1};
      return {};
    }
    if (before.is("and") || before.is("then") || before.is("but") || before.is("before") ||
        before.is("after") || before.is("to")) {
      if (const Verb* previous = verb_before(at)) return subject_from(previous->piece, depth + 1);
      return {};
    }
    if (is_auxiliary(before.lower) || is_adverb(before.lower)) continue;
    if (verb_lemma(before.lower).empty()) return {};
    return subject_from(at, depth + 1);  // "went on to join", "is set to leave"
  }
  return {};
}

std::vector<std::size_t> Clauses::object(std::size_t piece, std::string_view prepositions) const {
  bool free = prepositions.empty() || one_of(prepositions, "");
  std::size_t at = piece + 1;
  while (at < pieces_.size()) {
    const Piece& next = pieces_[at];
    if (next.is_noun()) {
      if (!free) return {};
      return group_from(at);
    }
    if (next.kind == Piece::Kind::date) {
      // "joined in 2020 from Acme": the date is passed over
      ++at;
      continue;
    }
    if (next.kind != Piece::Kind::word) return {};
    if (!prepositions.empty() && one_of(prepositions, next.lower)) {
      free = true;
      ++at;
      continue;
    }
    if (is_adverb(next.lower)) {
      ++at;
      continue;
    }
    return {};
  }
  return {};
}

std::size_t Clauses::clause_end(const Verb& verb) const {
  for (const auto& other : verbs_) {
    if (other.piece <= verb.piece) continue;
    const auto nouns = subject(other);
    if (!nouns.empty() && nouns.front() > verb.piece) return nouns.front();
    if (other.piece > verb.piece + 1) return other.piece;
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
  return std::nullopt;
}

}  // namespace talentflow::ingest::text
