// Departures read loosely: "whose eight years at A ended in May", "goodbye to A at the end of the year",
// "told colleagues at A that he is off to B", "was a vice-president of A, another listed company, until May".
#include <algorithm>

#include "ingest/text/loose_moves.hpp"
#include "ingest/text/phrase_pattern.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// Whose years they are: "Ann's eight years at A", "his time at A", ", whose eight years at A ended".
std::optional<Actor> owner_of_time(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (!noun.owner.empty()) return engine.person(noun.owner.front());
  if (noun.determiner == "whose" && piece >= 2 && engine.pieces()[piece - 1].is(",")) {
    for (std::size_t i = piece - 1; i-- > 0;)
      if (engine.is_person_at(i)) return engine.person(engine.noun(i));
    return std::nullopt;
  }
  if (one_of("his|her", noun.determiner)) {
    for (std::size_t i = 0; i < piece; ++i)
      if (engine.is_person_at(i)) return engine.person(engine.noun(i));
    return engine.last_person();
  }
  return std::nullopt;
}

/// "whose eight years at A ended in May", "Ann's time at A is over", "his decade with A came to an end".
void find_ended_time(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin; i + 3 < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun() ||
        !means(engine, i, "years|months|decade|decades|time|spell|stint|career|tenure|days|reign|weeks"))
      continue;
    // "a lawsuit over his time at A has ended": that is over, not the time
    if (i > stretch.begin &&
        clauses.word_at(i - 1, "over|about|of|during|for|from|on|in|after|with|by|since|to"))
      continue;
    std::size_t at = i + 1;
    std::optional<Actor> house;
    if (clauses.word_at(at, "at|with|in")) {
      house = house_at(engine, at + 1);
      at += 2;
    }
    // "at the head of A's AI effort"
    if (!house && clauses.word_at(i + 1, "at") && i + 2 < stretch.end && engine.pieces()[i + 2].is_noun() &&
        !engine.noun(i + 2).employer.empty()) {
      house = house_of(engine, engine.noun(i + 2).employer.front());
      at = i + 3;
    }
    const bool over = clauses.word_at(at, "is|are|were|was") && clauses.word_at(at + 1, "over|up|done");
    const bool ended = clauses.word_at(at, "ended|ends|end|has|have|had|came|come|comes|will") &&
                       (clauses.word_at(at, "ended|ends|end") || clauses.word_at(at + 1, "ended|end") ||
                        (clauses.word_at(at + 1, "come") && means(engine, at + 3, "end|close")) ||
                        (clauses.word_at(at + 1, "to") && means(engine, at + 2, "end|close")));
    const auto person = owner_of_time(engine, i);
    if (!person || !house || !(over || ended) || engine.said("LEFT", person->name, house->name)) continue;
    Verb verb = over ? copula_at(engine, at) : Verb{};
    if (!over) {
      verb.piece = at;
      verb.lemma = "end";
      verb.planned = clauses.word_at(at, "will");
      for (const Verb& other : clauses.verbs())
        if (other.piece == at || other.piece == at + 1) verb = other;
    }
    if (verb.possible || verb.negated) continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    if (!verb.planned) engine.remember_losing(*house);
    engine.claim("loose-time-ended", "LEFT", *person, house, &verb, i, at, std::move(draft));
  }
}

/// "told colleagues at A that he is off to B": A is left.
void find_told_colleagues(RuleEngine& engine, const Stretch& stretch) {
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun() || !means(engine, i, "colleagues|employees|staff|coworkers|team"))
      continue;
    const Verb* const verb = engine.clauses().verb_before(i);
    if (verb == nullptr || !one_of("tell|write|inform", verb->lemma)) continue;
    std::optional<Actor> house;
    if (!engine.noun(i).employer.empty())
      house = house_of(engine, engine.noun(i).employer.front());
    else if (engine.clauses().word_at(i + 1, "at|of"))
      house = house_at(engine, i + 2);
    if (!house) continue;
    for (const Actor& person : people_named(engine, engine.clauses().subject(*verb))) {
      const bool goes =
          std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
            return claim.sentence == engine.sentence_index() && claim.relation == "JOINED" &&
                   claim.subject.name == person.name && claim.object && claim.object->name != house->name;
          });
      if (!goes || engine.said("LEFT", person.name, house->name)) continue;
      ClaimDraft draft;
      draft.start = engine.event_date(*verb);
      engine.claim("loose-told-colleagues", "LEFT", person, house, verb, verb->piece, i, std::move(draft));
    }
  }
}

/// "was a vice-president of A, another company with a listing, until May": over by then.
void find_until(RuleEngine& engine, const Stretch& stretch) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = stretch.begin + 2; i < stretch.end; ++i) {
    if (engine.pieces()[i].kind != Piece::Kind::date || engine.pieces()[i].lower != "until") continue;
    std::size_t was = i;
    while (was > stretch.begin && !engine.clauses().word_at(was, "was|were|had|led|ran|headed|served|worked"))
      --was;
    bool other = was == stretch.begin;
    for (const Verb& verb : engine.clauses().verbs()) other = other || (verb.piece > was && verb.piece < i);
    if (other) continue;
    const std::size_t from = tokens[engine.pieces()[was].begin].offset;
    const std::size_t to = tokens[engine.pieces()[i].begin].offset;
    for (std::size_t k = 0; k < engine.claims().size(); ++k) {
      const TextClaim post = engine.claims()[k];
      if (post.sentence != engine.sentence_index() || post.relation != "WORKS_AT" || post.begin < from ||
          post.begin >= to || post.denied || !post.object || post.end.open() ||
          engine.said("LEFT", post.subject.name, post.object->name))
        continue;
      engine.claims()[k].end = engine.pieces()[i].date;
      ClaimDraft draft;
      draft.start = engine.pieces()[i].date;
      draft.role = post.role;
      engine.claim("loose-until", "LEFT", post.subject, post.object, nullptr, was, i, std::move(draft));
    }
  }
}

/// "confirms it: goodbye to A at the end of the year".
void find_goodbye(RuleEngine& engine, const Stretch& stretch) {
  for (std::size_t i = stretch.begin; i + 2 < stretch.end; ++i) {
    if (!means(engine, i, "goodbye|farewell|adieu|good-bye") || !engine.clauses().word_at(i + 1, "to"))
      continue;
    const auto house = house_at(engine, i + 2);
    if (!house || is_denied_before(engine, i)) continue;
    for (const Actor& person : told_of(engine, stretch, i)) {
      if (engine.said("LEFT", person.name, house->name)) continue;
      ClaimDraft draft;
      if (engine.sentence().item_date.known()) draft.start = engine.published();
      engine.claim("loose-goodbye", "LEFT", person, house, nullptr, i, i + 2, std::move(draft));
    }
  }
}

/// Items: "A: Ann out as head of research, Bob in", "Ann (CTO) out after four years": one goes, another
/// comes.
void find_in_and_out(RuleEngine& engine) {
  if (!engine.sentence().item_date.known()) return;
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const auto item = clauses.word_at(1, ":") ? house_at(engine, 0) : std::nullopt;
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!engine.is_person_at(i)) continue;
    std::size_t at = i + 1;
    if (clauses.word_at(at, "("))
      while (at < pieces.size() && !pieces[at - 1].is(")")) ++at;
    const bool ends = at + 1 >= pieces.size() || clauses.word_at(at + 1, "as|after|at|.|,|;|for");
    const bool out = clauses.word_at(at, "out") && ends;
    const bool in = clauses.word_at(at, "in") && ends && !clauses.word_at(at + 1, "at|for");
    if (!out && !in) continue;
    const auto house = clauses.word_at(at + 1, "at") ? house_at(engine, at + 2) : item;
    const auto person = engine.person(engine.noun(i));
    if (!house || !person || engine.said(out ? "LEFT" : "JOINED", person->name, house->name)) continue;
    ClaimDraft draft;
    draft.start = engine.published();
    if (at + 2 < pieces.size() && clauses.word_at(at + 1, "as") && pieces[at + 2].is_noun())
      draft.role = engine.noun(at + 2).role;
    engine.claim("loose-in-and-out", out ? "LEFT" : "WORKS_AT", *person, house, nullptr, i, at,
                 std::move(draft));
  }
}

}  // namespace

void find_loose_departures(RuleEngine& engine) {
  for (const Stretch& stretch : stretches_of(engine)) {
    find_until(engine, stretch);
    find_goodbye(engine, stretch);
    find_told_colleagues(engine, stretch);
    find_ended_time(engine, stretch);
  }
  find_in_and_out(engine);
}

}  // namespace talentflow::ingest::text
