// Studies told otherwise than by "took a degree at": "her doctorate is from Y", "were at Y together", "went
// from Y to Z for a master's", "and before that a bachelor's degree at Y"; fellowships and first posts told
// as nouns.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::string_view kDegrees =
    "degree|degrees|doctorate|phd|ph.d.|mba|m.b.a.|bachelor|bachelor's|master|master's|msc|bsc|dphil|diploma|"
    "mphil|m.s.|b.s.|b.a.|m.a.|m.sc.|b.sc.";

bool is_degree(const Piece& piece) {
  if (!piece.is_noun()) return one_of(kDegrees, piece.lower);
  return !piece.noun.named() && one_of(kDegrees, piece.noun.head);
}

std::optional<Actor> school_at(const RuleEngine& engine, std::size_t piece) {
  if (piece >= engine.pieces().size() || !engine.pieces()[piece].is_noun()) return std::nullopt;
  Noun noun = engine.noun(piece);
  if (!noun.named() || noun.type == NounType::place || (noun.type == NounType::person && noun.sure))
    return std::nullopt;
  noun.type = NounType::organisation;
  auto actor = engine.organisation(noun);
  if (actor && actor->kind == "Company") actor->kind = "University";
  return actor;
}

void claim_study(RuleEngine& engine, const Actor& person, const std::optional<Actor>& school,
                 std::size_t from, std::size_t to) {
  if (!school || engine.said("STUDIED_AT", person.name, school->name)) return;
  engine.claim("schooling", "STUDIED_AT", person, school, nullptr, from, to, {});
}

/// Whose a degree is: its owner's, or his of whom the text speaks.
std::optional<Actor> holder_of_degree(const RuleEngine& engine, const Noun& degree) {
  if (!degree.owner.empty()) return engine.person(degree.owner.front());
  if (!one_of("his|her", degree.determiner)) return std::nullopt;
  for (const Piece& piece : engine.pieces())
    if (piece.is_person() && piece.begin < degree.begin) return engine.person(piece.noun);
  return engine.last_person();
}

/// "her doctorate is from Y", "Ann's master's degree came from Y".
void find_degree_from(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !is_degree(pieces[i])) continue;
    std::size_t at = i + 1;
    while (at < pieces.size() &&
           (pieces[at].is("'s") || is_degree(pieces[at]) ||
            (clauses.word_at(at, "in") && at + 1 < pieces.size() && pieces[at + 1].is_noun())))
      at += clauses.word_at(at, "in") ? 2 : 1;
    if (!clauses.word_at(at, "is|was|are|were|come|comes|came")) continue;
    while (at < pieces.size() && !pieces[at].is_noun() && !clauses.word_at(at, "from|of|.|,|;")) ++at;
    if (!clauses.word_at(at, "from|of")) continue;
    if (const auto person = holder_of_degree(engine, engine.noun(i)))
      for (const std::size_t school : clauses.group_from(at + 1))
        claim_study(engine, *person, school_at(engine, school), i, school);
  }
}

/// "A and B were at Y together", "had been at Y as students": schoolfellows, no colleagues.
void find_together(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "were|been|was|met") || !clauses.word_at(i + 1, "at")) continue;
    const auto school = school_at(engine, i + 2);
    const bool fellows =
        clauses.word_at(i + 3, "together") ||
        (clauses.word_at(i + 3, "as") && i + 4 < pieces.size() && pieces[i + 4].is_noun() &&
         one_of("student|students|undergraduate|undergraduates|freshmen", pieces[i + 4].noun.head));
    if (!school || !fellows || !is_school_name(school->name)) continue;
    Verb verb;
    verb.piece = i;
    for (const Actor& person : engine.people(clauses.subject(verb))) {
      std::erase_if(engine.claims(), [&](const TextClaim& claim) {
        return claim.sentence == engine.sentence_index() && claim.rule == "was-at" &&
               claim.subject.name == person.name && claim.object && claim.object->name == school->name;
      });
      claim_study(engine, person, school, i, i + 2);
    }
  }
}

/// "went from Y to Z for a master's degree and then to W, where he wrote a thesis": each of them.
void find_way_of_study(RuleEngine& engine, const Verb& verb) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  if (!one_of("go|come|move|head|transfer", verb.lemma) || verb.negated || verb.planned) return;
  const std::size_t end = std::min(pieces.size(), verb.piece + 20);
  bool studies = false;
  std::vector<std::size_t> schools;
  for (std::size_t i = verb.piece + 1; i < end && !clauses.word_at(i, ".|;"); ++i) {
    if (is_degree(pieces[i]) && clauses.word_at_any_before(i, "for|do|take|read")) studies = true;
    if (pieces[i].is_noun() && one_of("thesis|dissertation|studies", pieces[i].noun.head)) studies = true;
    if (clauses.word_at(i, "from|to") && i + 1 < end && school_at(engine, i + 1)) schools.push_back(i + 1);
    if (clauses.word_at(i, "who|but|while")) break;
  }
  if (!studies || schools.empty()) return;
  for (const Actor& person : engine.people(clauses.subject(verb)))
    for (const std::size_t index : schools) {
      const auto school = school_at(engine, index);
      std::erase_if(engine.claims(), [&](const TextClaim& claim) {
        return claim.sentence == engine.sentence_index() && claim.subject.name == person.name &&
               claim.object && claim.object->name == school->name && claim.relation != "STUDIED_AT";
      });
      claim_study(engine, person, school, verb.piece, index);
    }
}

/// "took his Ph.D. at Y, and before that a bachelor's degree at Z": the verb is said once.
void find_further_degree(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "at|from") || !is_degree(pieces[i - 1])) continue;
    const auto school = school_at(engine, i + 1);
    if (!school) continue;
    const std::size_t at = engine.sentence().sentence.tokens[pieces[i].begin].offset;
    std::optional<Actor> student;
    for (const auto& claim : engine.claims())
      if (claim.sentence == engine.sentence_index() && claim.relation == "STUDIED_AT" && claim.begin < at)
        student = claim.subject;
    bool other = false;  // "took a degree at Y; B has a degree from Z"
    for (std::size_t k = i; k-- > 0 && !clauses.word_at(k, "and|;|,");)
      other = other || pieces[k].is_person();
    if (student && !other) claim_study(engine, *student, school, i - 1, i + 1);
  }
}

/// "straight from a postdoctoral fellowship at Y", "after an internship at X"; "her first employer was X".
void find_post_nouns(RuleEngine& engine) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const auto worked = [&](const std::optional<Actor>& person, std::size_t from, std::size_t place) {
    const auto organisation = engine.organisation_at(place);
    if (!person || !organisation || !engine.noun(place).named() || organisation->name == person->name) return;
    ClaimDraft draft;
    if (engine.published().known()) draft.end = until(engine.published());
    engine.claim("post-noun", "WORKS_AT", *person, organisation, nullptr, from, place, std::move(draft));
  };
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.named()) continue;
    const Noun& noun = engine.noun(i);
    const bool post =
        one_of("fellowship|postdoc|internship|residency|apprenticeship|traineeship|lectureship", noun.head) &&
        clauses.word_at(i - 1, "from|after|following|since|finished|completed");
    if (post && clauses.word_at(i + 1, "at|with"))
      if (const Verb* verb = clauses.verb_before(i); verb != nullptr && !verb->possible && !verb->negated)
        for (const Actor& person : engine.people(clauses.subject(*verb))) worked(person, i, i + 2);
  }
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.named() || !clauses.word_at(i + 1, "was|had")) continue;
    const Noun& noun = engine.noun(i);
    const bool first = one_of("employer|job|post|stop|workplace", noun.head) &&
                       (one_of("his|her", noun.determiner) || !noun.owner.empty());
    if (!first) continue;
    std::size_t place = i + 2;
    while (place < pieces.size() && clauses.word_at(place, "been|at|with")) ++place;
    if (place >= pieces.size() || !pieces[place].is_noun()) continue;
    worked(!noun.owner.empty() ? engine.person(noun.owner.front()) : engine.last_person(), i, place);
  }
}

}  // namespace

bool is_school_name(std::string_view name) {
  const std::string lower = ascii_lower(name);
  for (const std::string_view word : {"universi",
                                      "college",
                                      "school",
                                      "institute of technology",
                                      "academy",
                                      "polytech",
                                      "\xC3\xA9"
                                      "cole ",
                                      "ecole ",
                                      "eth z",
                                      "mit",
                                      "oxford",
                                      "cambridge",
                                      "harvard",
                                      "stanford",
                                      "yale",
                                      "princeton",
                                      "caltech",
                                      "berkeley",
                                      "carnegie mellon",
                                      "tsinghua",
                                      "peking",
                                      "\xC3\x89"
                                      "cole "})
    if (lower.find(word) != std::string::npos) return true;
  return false;
}

void find_schooling(RuleEngine& engine) {
  find_degree_from(engine);
  find_together(engine);
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible && engine.told(verb)) find_way_of_study(engine, verb);
  find_further_degree(engine);
  find_post_nouns(engine);
}

}  // namespace talentflow::ingest::text
