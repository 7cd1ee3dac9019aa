// What a sentence leaves out because the one before, or the clause before, has said it: "and so is B", "B to
// Acme", "C was next", "D did".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// The claims that an elliptic clause repeats: those of the last event in this sentence, else in the one
/// before.
std::vector<TextClaim> repeated(const RuleEngine& engine, bool any_stance) {
  std::vector<TextClaim> out;
  const auto& claims = engine.claims();
  for (std::size_t back = 0; back < 2 && out.empty(); ++back)
    for (const auto& claim : claims) {
      if (claim.sentence + back != engine.sentence_index() || (claim.denied && !any_stance)) continue;
      if (!one_of("JOINED|LEFT|INVESTED_IN", claim.relation) || claim.rule == "hired-from") continue;
      out.push_back(claim);
    }
  // one example of each relation and object
  std::vector<TextClaim> unique;
  for (auto& claim : out)
    if (std::none_of(unique.begin(), unique.end(), [&](const TextClaim& other) {
          return other.relation == claim.relation && other.object && claim.object &&
                 other.object->name == claim.object->name;
        }))
      unique.push_back(std::move(claim));
  return unique;
}

void repeat_for(RuleEngine& engine, const std::vector<std::size_t>& nouns, bool denied, bool any_stance,
                std::string_view rule) {
  const auto examples = repeated(engine, any_stance);
  for (const auto& example : examples) {
    std::vector<Actor> subjects;
    if (example.relation == "INVESTED_IN") {
      for (const std::size_t index : nouns)
        if (auto actor = engine.anyone(engine.noun(index))) subjects.push_back(std::move(*actor));
    } else {
      subjects = engine.people(nouns);
    }
    for (auto& subject : subjects) {
      TextClaim claim = example;
      claim.rule = rule;
      claim.subject = subject;
      claim.denied = denied;
      claim.sentence = engine.sentence_index();
      if (claim.object && claim.object->name == subject.name) continue;
      const auto& tokens = engine.sentence().sentence.tokens;
      claim.begin = tokens[engine.pieces()[nouns.front()].begin].offset;
      claim.end_offset = tokens[engine.pieces()[nouns.back()].end - 1].end();
      if (example.relation == "JOINED" && !denied) engine.remember_employer(subject, *claim.object);
      engine.claims().push_back(std::move(claim));
    }
  }
}

/// "A studied at Y, as did B", "A was a founder of X, as were B and C": the state that the clause before
/// tells.
void repeat_state(RuleEngine& engine, const std::vector<std::size_t>& nouns) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t at = tokens[engine.pieces()[nouns.front()].begin].offset;
  std::optional<TextClaim> last;
  for (const auto& claim : engine.claims())
    if (claim.sentence == engine.sentence_index() && claim.end_offset <= at && !claim.denied &&
        one_of("STUDIED_AT|FOUNDED|WORKS_AT|BOARD_MEMBER_OF", claim.relation) && claim.object)
      last = claim;
  if (!last) return;
  for (const Actor& person : engine.people(nouns)) {
    if (engine.said(last->relation, person.name, last->object->name)) continue;
    TextClaim claim = *last;
    claim.rule = "so-were";
    claim.subject = person;
    claim.begin = at;
    claim.end_offset = tokens[engine.pieces()[nouns.back()].end - 1].end();
    engine.claims().push_back(std::move(claim));
  }
}

/// "A is a graduate of Y; so is B", "A, a co-founder as are B and C": what somebody is, and no event. Whether
/// it was one.
bool repeat_role(RuleEngine& engine, std::size_t at, const std::vector<std::size_t>& nouns) {
  const auto& pieces = engine.pieces();
  std::size_t role = at;
  while (role > 0 && !pieces[role - 1].is_noun()) --role;
  if (role == 0) return false;
  const Noun& job = pieces[role - 1].noun;
  if (job.type != NounType::role || job.plural || at - role > 1) return false;
  const std::size_t offset = engine.sentence().sentence.tokens[pieces[role - 1].begin].offset;
  std::vector<TextClaim> states;
  for (const auto& claim : engine.claims())
    if (claim.sentence == engine.sentence_index() && !claim.denied && claim.begin <= offset &&
        offset < claim.end_offset && one_of("STUDIED_AT|FOUNDED", claim.relation))
      states.push_back(claim);
  if (states.size() == 1)
    for (const Actor& person : engine.people(nouns))
      engine.claim("so-is", states.front().relation, person, states.front().object, nullptr, nouns.front(),
                   nouns.back(), {});
  return true;
}

/// "and so is Jun Arai", "as did A and B", "neither will C", "nor did D".
void find_so_did(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool same = clauses.word_at(i, "so|as");
    const bool none = clauses.word_at(i, "neither|nor");
    if ((!same && !none) || !clauses.word_at(i + 1, "is|are|did|has|have|will|was|were|does|do|had"))
      continue;
    if (!pieces[i + 2].is_noun() || i == 0) continue;
    auto group = clauses.group_from(i + 2);
    // "as had two colleagues of his, A and B": they are named behind
    if (pieces[i + 2].noun.type == NounType::role && pieces[i + 2].noun.plural)
      for (std::size_t k = i + 3; k + 1 < pieces.size() && k < i + 7; ++k)
        if (clauses.word_at(k, ",|:") && pieces[k + 1].is_person()) {
          group = clauses.group_from(k + 1);
          break;
        }
    if (clauses.word_at(i + 1, "is|are|was|were") && repeat_role(engine, i, group)) continue;
    const std::size_t after = group.back() + 1;
    const bool complete = after >= pieces.size() || pieces[after].kind == Piece::Kind::punctuation ||
                          pieces[after].kind == Piece::Kind::date || clauses.word_at(after, "who|and|but");
    const bool event =
        std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
          return claim.sentence == engine.sentence_index() &&
                 one_of("JOINED|LEFT|INVESTED_IN", claim.relation);
        });
    if (complete && !event && !none && pieces[group.front()].is_person()) {
      repeat_state(engine, group);
      continue;
    }
    if (complete) repeat_for(engine, group, none, none, none ? "neither-did" : "so-did");
  }
}

/// "A made the same move in June and B, a scientist there, in May": the event of the clause before, at
/// another date.
void find_gapped_subjects(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 2; i + 1 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::person || !pieces[i].noun.named() ||
        !clauses.word_at(i - 1, "and|,|;"))
      continue;
    std::size_t date = clauses.skip_aside(i + 1);
    if (clauses.word_at(date, ",")) ++date;
    if (date >= pieces.size() || pieces[date].kind != Piece::Kind::date) continue;
    if (date + 1 < pieces.size() && !clauses.word_at(date + 1, ".|;|,")) continue;
    bool dated = false;  // the clause before has a date of its own
    for (std::size_t k = 0; k < i; ++k) dated = dated || pieces[k].kind == Piece::Kind::date;
    if (!dated) continue;
    std::vector<TextClaim> examples;
    for (const TextClaim& claim : repeated(engine, false))
      if (claim.sentence == engine.sentence_index() && claim.relation != "INVESTED_IN")
        examples.push_back(claim);
    const auto person = engine.person(pieces[i].noun);
    if (!person) continue;
    for (const TextClaim& example : examples) {
      if (!example.object || engine.said(example.relation, person->name, example.object->name)) continue;
      ClaimDraft draft;
      draft.start = pieces[date].date;
      engine.claim("gapped-subject", example.relation, *person, example.object, nullptr, i, date,
                   std::move(draft));
    }
  }
}

/// "A went to Acme in 2023, B to Blue": the verb is that of the clause before.
void find_gapped_arrivals(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    const bool gap = pieces[i].is_noun() && pieces[i].noun.type == NounType::person &&
                     pieces[i].noun.named() && clauses.word_at(i + 1, "to|for|at|with") &&
                     pieces[i + 2].is_noun() && clauses.word_at(i - 1, ",|;|and|while");
    if (!gap || (pieces[i + 2].noun.type == NounType::person && pieces[i + 2].noun.sure)) continue;
    const auto organisation = engine.organisation(pieces[i + 2].noun);
    const auto person = engine.person(pieces[i].noun);
    const TextClaim* example = nullptr;
    for (const auto& claim : engine.claims())
      if (claim.sentence == engine.sentence_index() && !claim.denied &&
          (claim.relation == "JOINED" || (claim.relation == "WORKS_AT" && claim.rule == "worked-at")))
        example = &claim;
    if (!organisation || !person || example == nullptr ||
        engine.said("JOINED", person->name, organisation->name))
      continue;
    const std::size_t last_example = example->end_offset;
    if (engine.sentence().sentence.tokens[pieces[i].begin].offset < last_example &&
        example->rule != "gapped-arrival")
      continue;
    const std::string relation = example->relation;  // the claims may move in memory below
    const bool joins = relation == "JOINED";
    ClaimDraft draft;
    draft.start = i + 3 < pieces.size() && pieces[i + 3].kind == Piece::Kind::date ? pieces[i + 3].date
                                                                                   : example->start;
    draft.status = example->status;
    for (const auto& property : example->properties)
      if (property.first == "planned") draft.properties.push_back(property);
    engine.remember_employer(*person, *organisation);
    if (!joins) {
      draft.start.reset();
      draft.end = example->end;
    }
    if (joins && engine.in_exodus() && !engine.said("LEFT", person->name, engine.losing()->name)) {
      ClaimDraft left;
      left.start = draft.start;
      left.properties.emplace_back("inferred", Value(true));
      engine.claim("exodus", "LEFT", *person, engine.losing(), nullptr, i, i + 2, std::move(left));
    }

    engine.claim("gapped-arrival", relation, *person, organisation, nullptr, i, i + 2, std::move(draft));
  }
}

/// "The first was A, ..", "B was next, in May", "C followed on Monday", "D was the last to go": in a tale of
/// exits.
void find_next_in_line(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!engine.losing()) return;
  const auto date_near = [&](std::size_t from) -> std::optional<Date> {
    for (std::size_t k = from; k < pieces.size() && k < from + 4; ++k) {
      if (pieces[k].kind == Piece::Kind::date) return pieces[k].date;
      if (!pieces[k].is(",") && !pieces[k].is("too") && !pieces[k].is_noun() &&
          pieces[k].kind != Piece::Kind::word)
        break;
    }
    return std::nullopt;
  };
  const auto leave = [&](const std::vector<std::size_t>& nouns, const std::optional<Date>& date,
                         std::size_t at, bool too) {
    for (const auto& person : engine.people(nouns)) {
      if (engine.said("LEFT", person.name, engine.losing()->name)) continue;
      ClaimDraft draft;
      draft.start = date ? *date : engine.published().known() ? until(engine.published()) : Date();
      engine.claim("next-to-leave", "LEFT", person, engine.losing(), nullptr, nouns.front(), at, draft);
      // "their manager followed": to the same place
      if (too && engine.gaining() && engine.gaining()->name != engine.losing()->name)
        engine.claim("next-to-join", "JOINED", person, engine.gaining(), nullptr, nouns.front(), at, draft);
    }
  };
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    // "X was next", "X is the latest"
    if (clauses.word_at(i, "was|were|is|are|came") && i + 1 < pieces.size() && i > 0) {
      const bool next =
          clauses.word_at(i + 1, "next|first|last|latest") ||
          (clauses.word_at(i + 1, "the") && clauses.word_at(i + 2, "next|first|last|latest|second|third"));
      // "is the third man": one of those who are something else
      const std::size_t kind = clauses.word_at(i + 1, "the") ? i + 3 : i + 2;
      const bool other = kind < pieces.size() && pieces[kind].is_noun() && !pieces[kind].noun.named() &&
                         pieces[kind].noun.type == NounType::common &&
                         !one_of("departure|exit|casualty|defector|defection|loss|turn|person|one|week|month",
                                 pieces[kind].noun.head);
      if (next && !other) {
        Verb verb;
        verb.piece = i;
        const auto subjects = clauses.subject(verb);
        if (!subjects.empty()) leave(subjects, date_near(i + 2), i, false);
      }
      // "First to go public on Wednesday was X"
      if (clauses.word_at(0, "first|next|last|latest") && clauses.word_at(1, "to") &&
          pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::person)
        leave({i + 1}, date_near(0), i + 1, false);
      // "The first was X, head of infrastructure, who went to ..", "next came X"
      const bool first =
          clauses.word_at(i - 1, "first|next|last|latest|second|then") ||
          (pieces[i - 1].is_noun() && one_of("first|latest|last|second", pieces[i - 1].noun.head));
      const bool opens = i <= 3;
      if (first && opens && pieces[i + 1].is_noun() && pieces[i + 1].noun.type == NounType::person) {
        std::optional<Date> date;
        for (const Piece& piece : pieces)
          if (piece.is(";"))
            break;
          else if (piece.kind == Piece::Kind::date && piece.date.known())
            date = piece.date;
        leave({i + 1}, date, i + 1, false);
      }
    }
  }
  for (const Verb& verb : clauses.verbs()) {
    if (verb.lemma != "follow" || verb.passive || verb.possible || verb.negated || verb.infinitive) continue;
    const std::size_t next = verb.piece + 1;
    const bool bare = next >= pieces.size() || pieces[next].kind == Piece::Kind::date ||
                      clauses.word_at(next, ".|,|;|suit|too") ||
                      (pieces[next].is_noun() && pieces[next].noun.type == NounType::pronoun) ||
                      (pieces[next].is_noun() && pieces[next].noun.head == "suit");
    if (!bare) continue;
    const auto to = clauses.behind(verb, "to");
    if (!to.empty()) continue;
    const auto subjects = clauses.subject(verb);
    if (subjects.empty()) continue;
    const auto date = clauses.date_of(verb);
    const bool joins = !engine.claims().empty() && engine.claims().back().relation == "JOINED" &&
                       engine.gaining() && engine.claims().back().object &&
                       engine.claims().back().object->name == engine.gaining()->name;
    const bool leaves =
        std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
          return claim.relation == "LEFT" && claim.sentence + 2 > engine.sentence_index();
        });
    if (leaves || !joins)
      leave(subjects, date ? std::optional<Date>(pieces[*date].date) : std::nullopt, verb.piece, joins);
  }
}

/// "her co-author B followed her in February": to the place she joined, where nothing is said of what she
/// left.
void find_follow_arrival(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.lemma != "follow" || verb.passive || verb.possible || verb.negated || verb.infinitive ||
        !engine.gaining())
      continue;
    const auto people = engine.people(engine.clauses().subject(verb));
    for (const auto& person : people) {
      if (engine.said("JOINED", person.name, engine.gaining()->name) || engine.mentions("out")) continue;
      const bool joins =
          std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
            return claim.relation == "JOINED" && claim.sentence + 1 == engine.sentence_index() &&
                   claim.object && claim.object->name == engine.gaining()->name;
          });
      if (!joins) continue;
      ClaimDraft draft;
      draft.start = engine.event_date(verb);
      engine.claim("followed", "JOINED", person, engine.gaining(), &verb, verb.piece, verb.piece,
                   std::move(draft));
    }
  }
}

/// "A did not invest. B, C and D did.": what was denied of A is said of the others.
void find_bare_do(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!clauses.word_at(i, "did|has|have|will|are|is") || !pieces[i - 1].is_noun()) continue;
    const bool not_too =
        clauses.word_at(i + 1, "not") && (i + 2 >= pieces.size() || clauses.word_at(i + 2, ".|;|,"));
    const bool bare = i + 1 >= pieces.size() || clauses.word_at(i + 1, ".|;|too") || not_too;
    if (!bare) continue;
    Verb verb;
    verb.piece = i;
    const auto group = clauses.group_to(i - 1);
    const auto examples = repeated(engine, true);
    if (examples.empty()) continue;
    const bool contrast = examples.front().denied;
    if (!not_too && contrast) repeat_for(engine, group, false, true, "bare-do");
  }
}

}  // namespace

void find_ellipses(RuleEngine& engine) {
  find_so_did(engine);
  find_gapped_arrivals(engine);
  find_gapped_subjects(engine);
  find_next_in_line(engine);
  find_follow_arrival(engine);
  find_bare_do(engine);
}

}  // namespace talentflow::ingest::text
