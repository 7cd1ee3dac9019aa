// Arrivals read loosely: a word of coming and one person, whose house is named by it or goes unsaid: "is back
// at A after five years with B", "arrives as finance chief", "came in 2017 from B", "comes with him", "hired
// away in June by A".
#include <algorithm>

#include "ingest/text/loose_moves.hpp"
#include "ingest/text/phrase_pattern.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// "arrives as finance chief", "came in 2017 from B", "started this month as head of research", "signed up
/// last year": no house is said.
void find_bare_arrival(RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("arrive|come|start|sign|join", verb.lemma) || verb.passive || verb.infinitive) return;
  bool as_job = false;
  bool from_house = false;
  bool dated = false;
  bool signed_up = verb.lemma != "sign";
  std::size_t last = verb.piece;
  for (std::size_t i = verb.piece + 1; i < stretch.end && i < verb.piece + 9; ++i) {
    const Piece& piece = engine.pieces()[i];
    if (clauses.word_at(i, ",|.|and|who|which|where|but|after|before")) break;
    // "came in July to run the team"
    if (clauses.word_at(i, "to") && i + 1 < stretch.end && !engine.pieces()[i + 1].is_noun()) break;
    if (i == verb.piece + 1 && clauses.word_at(i, "up|on") && verb.lemma == "sign") signed_up = true;
    dated = dated || piece.kind == Piece::Kind::date || means(engine, i, "time|moment|summer|spring|autumn");
    if (clauses.word_at(i, "as") && i + 1 < stretch.end && engine.pieces()[i + 1].is_noun() &&
        engine.noun(i + 1).type == NounType::role && engine.noun(i + 1).employer.empty())
      as_job = true;
    if (clauses.word_at(i, "from") && house_at(engine, i + 1)) {
      from_house = true;
      last = ++i;
      continue;
    }
    // a house, a place or a thing that is come to
    if (clauses.word_at(i, "to|at|with|for|under|into|by|up|down|out|across") &&
        !(signed_up && i == verb.piece + 1))
      return;
    if (piece.is_noun() && piece.noun.named()) return;
    last = i;
  }
  const bool enough = verb.lemma == "arrive"  ? as_job || from_house || dated
                      : verb.lemma == "sign"  ? signed_up && dated
                      : verb.lemma == "join"  ? as_job || from_house || (dated && last <= verb.piece + 2)
                      : verb.lemma == "start" ? as_job
                                              : as_job || (from_house && dated);
  const auto subjects = clauses.subject(verb);
  if (!enough || (!subjects.empty() && has_bare_job(engine, subjects.front()))) return;
  for (const Actor& person : people_named(engine, subjects))
    if (const auto house = house_of_arrivals(engine, person); house && !belongs_to(engine, person, *house))
      claim_arrival(engine, "loose-arrival", person, *house, verb, last);
}

/// "comes with him", "go with her", "followed him": to where he was said to go.
void find_companion(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("come|go|move|follow|join", verb.lemma) || verb.passive) return;
  for (std::size_t i = verb.piece + 1; i + 1 < engine.pieces().size() && i < verb.piece + 4; ++i) {
    if (!clauses.word_at(i, "with")) continue;
    const bool pronoun = clauses.word_at(i + 1, "him|her") ||
                         (engine.pieces()[i + 1].is_noun() && one_of("him|her", engine.noun(i + 1).head));
    if (!pronoun) return;
    for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
      if (claim->relation != "JOINED" || !claim->object || claim->denied) continue;
      if (claim->sentence + 1 < engine.sentence_index()) return;
      const Actor house = *claim->object;
      for (const Actor& person : doers_of(engine, verb))
        claim_arrival(engine, "loose-companion", person, house, verb, i + 1);
      return;
    }
  }
}

/// "Ann has left to set up A. Two others, Bob and Eva, are coming along": to what she went to or set up.
void find_coming_along(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("come|go|move|follow", verb.lemma) || verb.passive ||
      !clauses.word_at(verb.piece + 1, "along|too"))
    return;
  if (clauses.word_at(verb.piece + 2, "to|from|with|for|as")) return;
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + 1 < engine.sentence_index()) return;
    if (!one_of("JOINED|FOUNDED", claim->relation) || claim->denied || !claim->object ||
        claim->object->described)
      continue;
    const Actor house = *claim->object;
    // "Two of those he worked with, Bob and Eva, are coming along": the names before the verb
    std::size_t before = verb.piece;
    while (before > 0 && engine.pieces()[before - 1].kind == Piece::Kind::word) --before;
    const bool listed = before >= 3 && engine.pieces()[before - 1].is(",") && engine.is_person_at(before - 2);
    const auto people = listed ? engine.people(clauses.group_to(before - 2)) : doers_of(engine, verb);
    for (const Actor& person : people)
      if (!belongs_to(engine, person, house))
        claim_arrival(engine, "loose-along", person, house, verb, verb.piece + 1);
    return;
  }
}

/// "Two engineers, Ann and Bob, have followed Eva from B": to where Eva went.
void find_follower(RuleEngine& engine, const Verb& verb) {
  const std::size_t at = verb.piece + 1;
  if (verb.lemma != "follow" || verb.passive || at >= engine.pieces().size()) return;
  const bool person = engine.is_person_at(at) || engine.clauses().word_at(at, "him|her") ||
                      (engine.pieces()[at].is_noun() && one_of("him|her", engine.noun(at).head));
  if (!person || !engine.clauses().word_at(at + 1, "from|there")) return;
  const auto led = engine.is_person_at(at) ? engine.person(engine.noun(at)) : engine.last_person();
  if (!led) return;
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->relation != "JOINED" || claim->denied || !claim->object || claim->subject.name != led->name)
      continue;
    const Actor house = *claim->object;
    for (const Actor& one : doers_of(engine, verb))
      if (one.name != led->name && !engine.said("LEFT", one.name, house.name))
        claim_arrival(engine, "loose-follower", one, house, verb, at);
    return;
  }
}

/// "leaves for A", "is leaving in May for A": where what is left goes unsaid.
void find_leave_for(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("leave|depart|quit|exit|decamp", verb.lemma) || verb.passive) return;
  std::size_t at = verb.piece + 1;
  while (at < engine.pieces().size() && engine.pieces()[at].kind == Piece::Kind::date) ++at;
  if (!clauses.word_at(at, "for") || at + 1 >= engine.pieces().size()) return;
  const auto house = house_at(engine, at + 1);
  if (!house || !engine.noun(at + 1).named()) return;
  for (const Actor& person : doers_of(engine, verb))
    claim_arrival(engine, "loose-leave-for", person, *house, verb, at + 1);
}

/// Items: "From A to B: Ann switches sides", "Former C engineer Ann now at B".
void find_item_move(RuleEngine& engine) {
  if (!engine.sentence().item_date.known()) return;
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  Verb verb;
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i)
    if (clauses.word_at(i, "now") && clauses.word_at(i + 1, "at|with") && engine.is_person_at(i - 1))
      if (const auto house = house_at(engine, i + 2)) {
        verb.piece = i;
        for (const Actor& person : engine.people({i - 1}))
          claim_arrival(engine, "loose-item-move", person, *house, verb, i + 2);
      }
  if (pieces.size() < 6 || !clauses.word_at(0, "from") || !clauses.word_at(2, "to") ||
      !clauses.word_at(4, ":"))
    return;
  const auto from = house_at(engine, 1);
  const auto to = house_at(engine, 3);
  std::vector<Actor> people;
  for (std::size_t i = 5; i < pieces.size(); ++i)
    if (engine.is_person_at(i)) add_unless_named(people, engine.person(engine.noun(i)));
  if (!from || !to || people.size() != 1) return;
  verb.piece = 0;
  claim_arrival(engine, "loose-item-move", people.front(), *to, verb, 3);
  ClaimDraft draft;
  draft.start = engine.published();
  if (!engine.said("LEFT", people.front().name, from->name))
    engine.claim("loose-item-move", "LEFT", people.front(), from, nullptr, 0, 1, std::move(draft));
}

/// "is back at A", ", back with A after five years at B", "is back as chief executive of A".
void find_return(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 1; i + 2 < stretch.end; ++i) {
    if (!means(engine, i, "back") || !clauses.word_at(i + 1, "at|with|as|in|to")) continue;
    std::optional<Actor> house;
    if (clauses.word_at(i + 1, "to") && engine.pieces()[i + 2].is_noun() &&
        !engine.noun(i + 2).employer.empty() && one_of("his|her", engine.noun(i + 2).determiner))
      house = house_of(engine, engine.noun(i + 2).employer.front());
    else if (clauses.word_at(i + 1, "to") &&
             means(engine, i + 2, "professorship|chair|post|job|desk|lab|laboratory") &&
             clauses.word_at(i + 3, "at"))
      house = house_at(engine, i + 4);
    else if (!clauses.word_at(i + 1, "as"))
      house = house_at(engine, i + 2);
    else if (engine.pieces()[i + 2].is_noun() && !engine.noun(i + 2).employer.empty())
      house = house_of(engine, engine.noun(i + 2).employer.front());
    if (!house) continue;
    Verb verb;
    verb.piece = i;
    std::vector<Actor> people = beside(engine, i);
    std::size_t copula = i;
    while (people.empty() && copula > stretch.begin &&
           engine.pieces()[copula - 1].kind == Piece::Kind::word &&
           is_adverb(engine.pieces()[copula - 1].lower))
      --copula;
    if (people.empty() && copula > stretch.begin && clauses.word_at(copula - 1, "is|are|was|were")) {
      verb = copula_at(engine, copula - 1);
      people = doers_of(engine, verb);
    }
    // "goes back to her chair at A"
    if (people.empty() && clauses.word_at(i + 1, "to"))
      if (const Verb* const goes = clauses.verb_before(i);
          goes != nullptr && goes->piece + 2 >= i && one_of("go|move|come|head|return", goes->lemma)) {
        verb = *goes;
        people = doers_of(engine, verb);
      }
    if (verb.negated || verb.possible) continue;
    for (const Actor& person : people) claim_arrival(engine, "loose-return", person, *house, verb, i + 2);
  }
}

/// "hired away in June 2017 by A": what a sentence without a subject tells of the one it is about.
void find_hired_fragment(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (const Verb& verb : clauses.verbs()) {
    if (verb.piece != stretch.begin || !is_past_form(engine.pieces()[verb.piece].lower)) continue;
    if (!one_of("hire|poach|recruit|lure|take|fetch", verb.lemma)) continue;
    for (std::size_t i = verb.piece + 1; i + 1 < stretch.end && i < verb.piece + 5; ++i) {
      if (!clauses.word_at(i, "by")) continue;
      const auto house = house_at(engine, i + 1);
      bool others = false;
      for (std::size_t k = 0; k < stretch.begin; ++k) others = others || engine.is_person_at(k);
      if (house && !others && engine.last_person())
        claim_arrival(engine, "loose-hired", *engine.last_person(), *house, verb, i + 1);
      break;
    }
  }
}

/// "will run a new division at A", "now works for A", "would be working on search at A": who comes from
/// elsewhere arrives there.
void find_work_ahead(RuleEngine& engine, const Stretch& stretch, Verb verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("work|run|lead|head|oversee|manage|direct|take", verb.lemma) || verb.passive) return;
  const bool now = verb.piece > 0 && clauses.word_at(verb.piece - 1, "now") && verb.lemma == "work";
  const bool would =
      clauses.word_at_any_before(verb.piece, "would") && is_ing_form(engine.pieces()[verb.piece].lower);
  if (!verb.planned && !now && !would) return;
  verb.planned = !now;
  verb.possible = false;
  const std::size_t end = std::min(stretch.end, clauses.clause_end(verb));
  for (std::size_t i = verb.piece + 1; i + 1 < end + 1 && i + 1 < stretch.end && i < verb.piece + 8; ++i) {
    if (clauses.word_at(i, ",|with|from|who|under")) return;
    if (!clauses.word_at(i, "at|for|of")) continue;
    if (clauses.word_at(i, "of") && verb.lemma != "take") continue;
    const auto house = house_at(engine, i + 1);
    if (!house) continue;
    for (const Actor& person : doers_of(engine, verb))
      if (is_known_elsewhere(engine, person, *house) && !engine.said("LEFT", person.name, house->name))
        claim_arrival(engine, "loose-work-ahead", person, *house, verb, i + 1);
    return;
  }
}

/// "left A to be president of B", "turns his back on A to rejoin B": left for it.
void find_purpose(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 2; i + 2 < stretch.end; ++i) {
    if (!clauses.word_at(i, "to") || !clauses.word_at(i + 1, "be|become|join|rejoin")) continue;
    const Verb* const governor = clauses.verb_before(i + 1);
    if (governor == nullptr || governor->piece < stretch.begin || governor->possible || governor->negated)
      continue;
    const bool turns_back =
        governor->lemma == "turn" && clauses.word_at_any_before(governor->piece + 3, "back");
    if (!one_of("leave|quit|resign|depart|exit|abandon|ditch|desert", governor->lemma) && !turns_back)
      continue;
    const Piece& next = engine.pieces()[i + 2];
    std::optional<Actor> house;
    if (clauses.word_at(i + 1, "join|rejoin"))
      house = house_at(engine, i + 2);
    else if (next.is_noun() && next.noun.type == NounType::role && !next.noun.employer.empty())
      house = house_of(engine, next.noun.employer.front());
    if (!house) continue;
    for (const Actor& person : doers_of(engine, *governor))
      claim_arrival(engine, "loose-purpose", person, *house, *governor, i + 2);
  }
}

/// "A gave him a chair", "A then gave her a job"; "made him a research fellow".
void find_given_post(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  if (!one_of("give|make|hand", verb.lemma) || verb.passive || verb.planned || verb.infinitive) return;
  const auto subjects = clauses.subject(verb);
  const std::size_t at = verb.piece + 1;
  if (subjects.size() != 1 || at + 1 >= engine.pieces().size()) return;
  const auto house = house_at(engine, subjects.front());
  const Piece& whom = engine.pieces()[at];
  const bool person = whom.is_person() || (whom.is_noun() && one_of("him|her", whom.noun.head));
  if (!house || !person || !engine.pieces()[at + 1].is_noun()) return;
  const Noun& post = engine.noun(at + 1);
  const bool made = verb.lemma == "make" && post.type == NounType::role && post.employer.empty();
  const bool given =
      verb.lemma != "make" && one_of("job|post|chair|professorship|position|role|place|berth", post.head);
  if (!made && !given) return;
  for (const Actor& one : engine.people({at})) {
    if (made) {
      if (belongs_to(engine, one, *house)) continue;
      ClaimDraft draft;
      draft.role = post.role;
      draft.start = engine.event_date(verb);
      engine.claim("loose-given-post", "WORKS_AT", one, house, &verb, verb.piece, at + 1, std::move(draft));
    } else {
      claim_arrival(engine, "loose-given-post", one, *house, verb, at + 1);
    }
  }
}

/// "and, like Ann, chose A": a house that somebody decides for.
void find_choice(RuleEngine& engine, const Verb& verb) {
  if (!one_of("choose|pick|prefer", verb.lemma) || verb.passive || verb.infinitive) return;
  const std::size_t at = verb.piece + 1;
  const auto house = house_at(engine, at);
  if (!house || engine.noun(at).owner.size() + engine.noun(at).group.size() > 0) return;
  if (engine.clauses().word_at(at + 1, "as|for|over|to")) return;
  for (const Actor& person : doers_of(engine, verb))
    claim_arrival(engine, "loose-choice", person, *house, verb, at);
}

/// "After they walked out of A, Ann and Bob are back": at A.
void find_bare_return(RuleEngine& engine, const Stretch& stretch) {
  const auto& clauses = engine.clauses();
  for (std::size_t i = stretch.begin + 1; i < stretch.end; ++i) {
    if (!means(engine, i, "back") || !clauses.word_at(i - 1, "is|are")) continue;
    if (i + 1 < stretch.end && !clauses.word_at(i + 1, ".|,|and")) continue;
    const Verb verb = copula_at(engine, i - 1);
    if (verb.negated || verb.possible) continue;
    for (const Actor& person : doers_of(engine, verb))
      for (std::size_t k = engine.claims().size(); k-- > 0;) {
        const TextClaim& left = engine.claims()[k];
        if (left.sentence != engine.sentence_index() || left.relation != "LEFT" || !left.object ||
            left.subject.name != person.name)
          continue;
        const Actor house = *left.object;
        claim_arrival(engine, "loose-return", person, house, verb, i);
        break;
      }
  }
}

/// "Ann joined last year. So did Bob of B": where she came.
void find_so_did(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(0, "so") || !clauses.word_at(1, "did|has|have|will") || !engine.is_person_at(2))
    return;
  for (std::size_t k = engine.claims().size(); k-- > 0;) {
    const TextClaim before = engine.claims()[k];
    if (before.sentence + 1 != engine.sentence_index()) break;
    if (!before.rule.starts_with("loose-arrival") || !before.object) continue;
    for (const Actor& person : engine.people(clauses.group_from(2))) {
      if (engine.said("JOINED", person.name, before.object->name)) continue;
      ClaimDraft draft;
      draft.start = before.start;
      engine.claim("loose-so-did", "JOINED", person, before.object, nullptr, 0, 2, std::move(draft));
    }
    return;
  }
}

}  // namespace

void find_loose_moves(RuleEngine& engine) {
  for (const Stretch& stretch : stretches_of(engine)) {
    for (const Verb& verb : engine.clauses().verbs()) {
      if (verb.piece < stretch.begin || verb.piece >= stretch.end) continue;
      if (verb.possible || verb.negated || !engine.told(verb)) continue;
      find_companion(engine, verb);
      find_follower(engine, verb);
      find_coming_along(engine, verb);
      find_leave_for(engine, verb);
      find_bare_arrival(engine, stretch, verb);
      find_given_post(engine, verb);
      find_choice(engine, verb);
    }
    for (const Verb& verb : engine.clauses().verbs())
      if (verb.piece >= stretch.begin && verb.piece < stretch.end && !verb.negated)
        find_work_ahead(engine, stretch, verb);
    find_purpose(engine, stretch);
    find_return(engine, stretch);
    find_bare_return(engine, stretch);
    find_hired_fragment(engine, stretch);
  }
  find_so_did(engine);
  find_item_move(engine);
}

}  // namespace talentflow::ingest::text
