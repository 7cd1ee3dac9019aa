// Studies read loosely: a university and a word of studying in one stretch of a sentence, whatever the verb,
// and nobody who teaches in between: "met again as students at Y", "still Ann's doctoral student at Y",
// "fresh from Y with a doctorate", "two fellow students of Y, A and B".
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/loose_reading.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Those who study, and what they get by it.
constexpr std::string_view kStudents =
    "student|students|undergraduate|undergraduates|classmate|classmates|graduate|graduates|alumnus|alumna|"
    "alumni|alum|alums|freshman|freshmen|dropout|schoolfellow|schoolfellows";
constexpr std::string_view kDegrees =
    "phd|phds|ph.d|ph.d.|doctorate|doctorates|dphil|degree|degrees|bachelor|bachelors|bachelor's|master|"
    "masters|master's|mba|m.b.a.|bsc|msc|b.sc.|m.sc.|b.s.|m.s.|b.a.|m.a.|mphil|diploma|thesis|dissertation|"
    "studies|doctoral";
constexpr std::string_view kStudying =
    "studied|studying|study|trained|graduated|graduating|read|enrolled|admitted|matriculated|majored|"
    "educated";
/// Those who teach or work at a university, and what is no study there.
constexpr std::string_view kTeaching =
    "professor|professors|professorship|lecturer|lecturers|teach|teaches|taught|teaching|teacher|faculty|"
    "chair|postdoc|postdoctoral|fellow|fellowship|dean|provost|rector|chancellor|president|hired|appointed|"
    "joined|spin-off|spin-out|spun|lab|labs|laboratory|adjunct|visiting|researcher|researchers|scientist|"
    "honorary|lectures|lectured|trustee|donated|tutor|supervisor|supervised|supervises|adviser|advisor|"
    "instructor|tenure|works|worked|working|post|job|employed|interned|intern|advised|mentor|mentored|"
    "recruited|recruits|programme|program|course|courses|founded|moved|met|left|colleague|colleagues";

bool is_study_word(std::string_view word) {
  return one_of(kStudents, word) || one_of(kDegrees, word) || one_of(kStudying, word);
}

/// Verbs that go with a degree; any other between it and the university tells of something else.
bool goes_with_degree(std::string_view lemma) {
  return one_of(
      "write|take|do|earn|get|receive|complete|finish|begin|hold|win|obtain|study|graduate|read|gain|defend|"
      "be|have|award|educate|start|train",
      lemma);
}

struct School {
  std::size_t piece = 0;
  Actor actor;
  std::size_t from = 0;  ///< tokens of its name
  std::size_t to = 0;
};

std::optional<Actor> school_named(const RuleEngine& engine, Noun noun) {
  if (!noun.named() || (noun.type == NounType::person && noun.sure)) return std::nullopt;
  const bool known = noun.kind == "University" || Gazetteer::standard().knows_as(noun.name, "University");
  if (!known && !is_school_name(noun.name)) return std::nullopt;
  const std::string name = noun.name;
  noun.type = NounType::organisation;
  auto actor = engine.organisation(noun);
  if (!actor) actor = Actor{name, "University", noun.id, false};
  actor->kind = "University";
  return actor;
}

/// The universities of a stretch: named, or as owners ("a Cambridge PhD", "two students of Y's first class").
std::vector<School> schools_of(const RuleEngine& engine, const Stretch& stretch) {
  std::vector<School> out;
  for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    std::vector<const Noun*> all{&noun};
    for (const Noun& owner : noun.owner) all.push_back(&owner);
    for (const Noun& employer : noun.employer) all.push_back(&employer);
    for (const Noun& employer : noun.employer)
      for (const Noun& owner : employer.owner) all.push_back(&owner);
    for (const Noun* one : all)
      if (auto actor = school_named(engine, *one)) {
        out.push_back({i, *actor, one->begin, one->end});
        break;
      }
    if (noun.named() || !out.empty()) continue;
    // "at the same university": the one so called
    if (noun.head == "university" && noun.determiner == "the")
      if (auto actor = engine.organisation(noun); actor && actor->kind == "University")
        out.push_back({i, *actor, noun.begin, noun.end});
  }
  return out;
}

/// Whether only what belongs to a degree stands between two tokens.
bool is_clear_between(const RuleEngine& engine, std::size_t from, std::size_t to) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t t = from; t < to && t < tokens.size(); ++t) {
    const std::string_view word = tokens[t].lower;
    if (one_of(kTeaching, word) || one_of("who|which|whose|but|while", word)) return false;
    const std::string_view lemma = verb_lemma(word);
    if (!lemma.empty() && !goes_with_degree(lemma) && !is_study_word(word)) return false;
  }
  return true;
}

/// The word of studying that belongs to a university: the nearest before it, over a preposition, else behind
/// it ("fresh from Y with a doctorate", "at Y he wrote his thesis").
std::optional<std::size_t> study_word_of(const RuleEngine& engine, const Stretch& stretch,
                                         const School& school) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t begin = engine.pieces()[stretch.begin].begin;
  const std::size_t end = engine.pieces()[stretch.end - 1].end;
  std::size_t before = school.from;
  while (before > begin &&
         one_of("the|same|a|an|his|her|their|of|at|from|in|that|to", tokens[before - 1].lower))
    --before;
  // "fresh out of HEC"
  std::size_t fresh = school.from;
  while (fresh > begin && one_of("the|of|from|out", tokens[fresh - 1].lower)) --fresh;
  if (fresh < school.from && fresh > begin && tokens[fresh - 1].is("fresh")) return fresh - 1;
  // "PhD, Stanford"
  if (before == school.from && before >= begin + 2 && tokens[before - 1].is(",") &&
      one_of(kDegrees, tokens[before - 2].lower))
    return before - 2;
  const bool introduced = before < school.from;
  for (std::size_t t = before; introduced && t-- > begin && t + 14 > school.from;)
    if (is_study_word(tokens[t].lower))
      return is_clear_between(engine, t, school.from) ? std::optional<std::size_t>(t) : std::nullopt;
  if (school.to < end && is_study_word(tokens[school.to].lower) &&
      !one_of(kStudying, tokens[school.to].lower))
    return school.to;  // "a Cambridge PhD"
  // behind: only where nothing else is told of the university
  if (before > begin && one_of(kTeaching, tokens[before - 1].lower)) return std::nullopt;
  if (!introduced || !one_of("at|from", tokens[before].lower)) return std::nullopt;
  for (std::size_t t = school.to; t < end && t < school.to + 9; ++t)
    if (is_study_word(tokens[t].lower) && !one_of(kStudents, tokens[t].lower))
      return is_clear_between(engine, school.to, t) ? std::optional<std::size_t>(t) : std::nullopt;
  return std::nullopt;
}

std::size_t piece_of(const RuleEngine& engine, std::size_t token) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i)
    if (engine.pieces()[i].end > token) return i;
  return 0;
}

/// "students with him at Y": him too; "two fellow students of Y, A and B": A and B.
void add_fellows(const RuleEngine& engine, std::size_t word, const School& school,
                 std::vector<Actor>& people) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = word; i < school.piece; ++i)
    if (clauses.word_at(i, "with") && i + 1 < pieces.size() && pieces[i + 1].is_noun() &&
        one_of("him|her", pieces[i + 1].noun.head))
      for (std::size_t k = i; k-- > 0;)
        if (pieces[k].is_person() && std::none_of(people.begin(), people.end(), [&](const Actor& other) {
              return other.name == pieces[k].noun.name;
            })) {
          add_unless_named(people, engine.person(pieces[k].noun));
          break;
        }
  if (means(engine, word, "students|classmates|graduates|alumni|schoolfellows") &&
      clauses.word_at(school.piece + 1, ",") && engine.is_person_at(school.piece + 2))
    for (const Actor& fellow : engine.people(clauses.group_from(school.piece + 2)))
      add_unless_named(people, fellow);
}

/// Students that somebody has, hires or teaches are others than he.
bool are_others(const RuleEngine& engine, std::size_t word) {
  if (!means(engine, word, kStudents)) return false;
  const Piece& told = engine.pieces()[word];
  if (told.is_noun() && one_of("his|her|their", told.noun.determiner)) return true;  // "two of his students"
  const auto& clauses = engine.clauses();
  std::size_t at = word;
  while (at > 0 && engine.pieces()[at - 1].kind == Piece::Kind::word &&
         is_adverb(engine.pieces()[at - 1].lower))
    --at;
  if (at == 0) return engine.pieces()[word].is_noun() && engine.noun(word).plural;
  return !clauses.word_at(at - 1,
                          ",|(|as|is|was|were|are|been|being|became|become|while|when|still|again|"
                          "once|formerly|of|with|a|both|all|also");
}

/// "His doctorate, supervised by Ann Example and Bob Sample": teachers.
bool teaches_here(const RuleEngine& engine, const Actor& person) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].is_person() || pieces[i].noun.name != person.name) continue;
    const std::size_t first = engine.clauses().group_to(i).front();
    if (first > 1 && engine.clauses().word_at(first - 1, "by|under|with") &&
        engine.clauses().word_at(first - 2, "supervised|advised|taught|mentored|guided|directed"))
      return true;
  }
  return false;
}

void claim_study(RuleEngine& engine, const Stretch& stretch, const School& school) {
  const auto token = study_word_of(engine, stretch, school);
  if (!token) return;
  const std::size_t word = piece_of(engine, *token);
  if (is_denied_before(engine, word) || are_others(engine, word)) return;
  std::vector<Actor> people = told_of(engine, stretch, word);
  add_fellows(engine, word, school, people);
  for (const Actor& person : people) {
    if (engine.said("STUDIED_AT", person.name, school.actor.name) || teaches_here(engine, person)) continue;
    // "fresh from Y with a doctorate": nobody was hired from a post there
    std::erase_if(engine.claims(), [&](const TextClaim& claim) {
      return claim.sentence == engine.sentence_index() && claim.subject.name == person.name && claim.object &&
             claim.object->name == school.actor.name &&
             one_of("hired-from|hired-from-post|came-from|joined-from", claim.rule);
    });
    if (is_told_of_both(engine, person, school.actor)) continue;
    engine.claim("loose-study", "STUDIED_AT", person, school.actor, nullptr, std::min(word, school.piece),
                 std::max(word, school.piece), {});
  }
}

}  // namespace

void find_loose_studies(RuleEngine& engine) {
  for (const Stretch& stretch : stretches_of(engine))
    for (const School& school : schools_of(engine, stretch)) claim_study(engine, stretch, school);
}

}  // namespace talentflow::ingest::text
