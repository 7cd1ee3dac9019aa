// From when to when: the dates that a sentence puts before its subject, behind its verb, or into the job
// itself.
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

void take_date(const RuleEngine& engine, std::size_t i, Period& period) {
  const auto& pieces = engine.pieces();
  const Piece& piece = pieces[i];
  const bool between = i > 2 && pieces[i - 1].is("and") && pieces[i - 2].kind == Piece::Kind::date &&
                       (pieces[i - 3].is("between") || pieces[i - 2].lower == "between");
  const bool starts = piece.lower == "from" || piece.lower == "since" || piece.lower == "between" ||
                      (i > 0 && pieces[i - 1].is("between"));
  const bool ends = between || piece.lower == "through" || piece.lower == "until" || piece.lower == "to" ||
                    (i > 0 && (pieces[i - 1].is("to") || pieces[i - 1].is("until") ||
                               pieces[i - 1].is("through") || pieces[i - 1].is("-")));
  if (starts && !period.start) period.start = piece.date;
  if (ends && !period.end) period.end = piece.date;
}

}  // namespace

Period period_within(const RuleEngine& engine, std::size_t from, std::size_t to) {
  Period out;
  const auto& pieces = engine.pieces();
  for (std::size_t i = from; i < to && i < pieces.size(); ++i) {
    if (pieces[i].kind == Piece::Kind::date) take_date(engine, i, out);
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role) continue;
    if (pieces[i].noun.role_start.known() && !out.start) out.start = pieces[i].noun.role_start;
    if (pieces[i].noun.role_end.known() && !out.end) out.end = pieces[i].noun.role_end;
  }
  return out;
}

Period period_before_subject(const RuleEngine& engine, std::size_t verb) {
  const auto& pieces = engine.pieces();
  std::size_t behind = 0;
  while (behind < pieces.size() &&
         (pieces[behind].kind == Piece::Kind::date || engine.clauses().word_at(behind, "to|and|-")))
    ++behind;
  if (behind == 0 || behind >= verb) return {};
  if (engine.clauses().word_at(behind, ",")) ++behind;
  // the first verb behind the dates is the one they belong to
  for (std::size_t i = behind; i < verb && i < pieces.size(); ++i)
    if (engine.clauses().word_at(i, ";|where|who|which|and|but|he|she") ||
        (pieces[i].kind == Piece::Kind::word && !verb_lemma(pieces[i].lower).empty() &&
         !is_auxiliary(pieces[i].lower)))
      return {};
  return period_within(engine, 0, behind);
}

}  // namespace talentflow::ingest::text
