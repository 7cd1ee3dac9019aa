#include "ingest/text/loose_reading.hpp"

#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// What may stand between a name's comma and what is said of it: "until recently", "both", "of late".
bool stands_between(const Piece& piece) {
  if (piece.kind == Piece::Kind::date) return true;
  if (piece.kind != Piece::Kind::word) return false;
  return is_adverb(piece.lower) || is_former_word(piece.lower) ||
         one_of(
             "both|all|each|himself|herself|themselves|until|till|of|them|a|an|the|at|then|now|still|yet|"
             "lately|latterly|by|last|first|as|who",
             piece.lower);
}

bool is_closing(const Piece& piece) { return piece.is(";") || piece.is(":"); }

/// Everybody that a range of pieces names or means by "he" and "she".
std::vector<Actor> named_within(const RuleEngine& engine, std::size_t begin, std::size_t end) {
  std::vector<Actor> named;
  for (std::size_t i = begin; i < end; ++i) {
    const Piece& piece = engine.pieces()[i];
    const bool meant =
        piece.is_noun() && piece.noun.type == NounType::pronoun && one_of("he|she|him", piece.noun.head);
    const bool aside = i > begin && engine.clauses().word_at(i - 1, "under|by|of|with|like|alongside");
    if ((piece.is_person() && !aside) || meant) add_unless_named(named, engine.person(piece.noun));
  }
  return named;
}

/// Who is named in the stretch, where nobody else is; else who does what is told before it in the sentence,
/// or whom the text speaks of.
std::vector<Actor> only_one(const RuleEngine& engine, const Stretch& stretch) {
  const auto named = named_within(engine, stretch.begin, stretch.end);
  if (named.size() == 1) return named;
  if (!named.empty()) return {};
  if (const auto before = named_within(engine, 0, stretch.begin); !before.empty()) {
    const Piece& first = engine.pieces().front();
    if (before.size() == 1) return before;
    // "He took a degree under Bob; his first is from Y"
    if (first.is_noun() && first.noun.type == NounType::pronoun) return engine.people({0});
    return {};
  }
  if (engine.last_person()) return {*engine.last_person()};
  return {};
}

/// "Ann and Bob, who were students ..": of more than one, so all that the list names.
std::vector<std::size_t> whole_list(const RuleEngine& engine, std::size_t verb,
                                    const std::vector<std::size_t>& subjects) {
  const auto& clauses = engine.clauses();
  if (subjects.size() != 1 || verb == 0 || !clauses.word_at(verb - 1, "who") ||
      !clauses.word_at(verb, "were|are|have") || !engine.is_person_at(subjects.front()))
    return subjects;
  return clauses.group_to(subjects.front());
}

/// Who does what a verb (or a copula) says; for "A and B, friends since school, met again" the list that
/// begins the stretch, where nothing else is found.
std::vector<Actor> doers(const RuleEngine& engine, const Stretch& stretch, const Verb& verb) {
  auto subjects = whole_list(engine, verb.piece, engine.clauses().subject(verb));
  if (subjects.empty() && engine.is_person_at(stretch.begin))
    subjects = engine.clauses().group_from(stretch.begin);
  if (!subjects.empty() && subjects.front() < stretch.begin) return {};
  return people_named(engine, std::move(subjects));
}

/// "With him are Ann, till May a researcher at Acme": those who stand nearer than who does what the verb
/// says.
std::vector<std::size_t> people_between(const RuleEngine& engine, std::size_t verb, std::size_t piece) {
  std::vector<std::size_t> out;
  for (std::size_t i = verb + 1; i < piece; ++i)
    if (engine.is_person_at(i) && (engine.noun(i).sure || engine.noun(i).name.find(' ') != std::string::npos))
      out.push_back(i);
  return out;
}

/// Of them the one who is not only named aside, where there is one; empty where that is open.
std::optional<std::vector<Actor>> nearer_than_doer(const RuleEngine& engine, std::size_t verb,
                                                   std::size_t piece) {
  const auto between = people_between(engine, verb, piece);
  if (between.empty()) return std::nullopt;
  const bool aside =
      engine.clauses().word_at(between.front() - 1, "by|under|with|of|to|from|for|than|like|whom");
  if (between.size() > 1 || aside) return std::vector<Actor>{};
  return engine.people(between);
}

}  // namespace

std::vector<Actor> people_named(const RuleEngine& engine, std::vector<std::size_t> nouns) {
  std::erase_if(nouns, [&](std::size_t piece) {
    const Noun& noun = engine.noun(piece);
    return !noun.named() && noun.type != NounType::pronoun && (noun.plural || noun.determiner != "the");
  });
  return engine.people(nouns);
}

std::vector<Actor> doers_of(const RuleEngine& engine, const Verb& verb) {
  auto people = people_named(engine, engine.clauses().subject(verb));
  if (!people.empty()) return people;
  const auto& pieces = engine.pieces();
  std::size_t at = verb.piece;
  while (at > 0 && pieces[at - 1].kind == Piece::Kind::word &&
         (is_auxiliary(pieces[at - 1].lower) || is_adverb(pieces[at - 1].lower)))
    --at;
  if (at < 3 || !pieces[at - 1].is(",") || !engine.is_person_at(at - 2)) return {};
  const auto list = engine.clauses().group_to(at - 2);
  const bool apposed =
      list.front() >= 2 && pieces[list.front() - 1].is(",") && !pieces[list.front() - 2].is_person();
  return apposed ? engine.people(list) : std::vector<Actor>{};
}

std::vector<Stretch> stretches_of(const RuleEngine& engine) {
  std::vector<Stretch> out;
  const auto& pieces = engine.pieces();
  std::size_t begin = 0;
  bool bracket = false;
  for (std::size_t i = 0; i <= pieces.size(); ++i) {
    if (i < pieces.size()) {
      bracket = (bracket || pieces[i].is("(")) && !pieces[i].is(")");
      // "- Ann Example: engineer, doctorate from Y"
      const bool item = pieces[i].is(":") && i > 0 && i <= 2 && engine.is_person_at(i - 1);
      if (!is_closing(pieces[i]) || bracket || item) continue;
    }
    if (i > begin) out.push_back({begin, i});
    begin = i + 1;
  }
  return out;
}

bool means(const RuleEngine& engine, std::size_t piece, const Options& words) {
  if (piece >= engine.pieces().size()) return false;
  const Piece& found = engine.pieces()[piece];
  if (!found.is_noun()) return one_of(words, found.lower);
  return !found.noun.named() && one_of(words, found.noun.head);
}

bool is_denied_before(const RuleEngine& engine, std::size_t piece) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t at = engine.pieces()[piece].begin;
  for (std::size_t i = at > 4 ? at - 4 : 0; i < at; ++i)
    if (one_of("not|never|without|no|nor|neither|n't|refused|declined|almost|nearly|denied|if|whether",
               tokens[i].lower))
      return true;
  return false;
}

std::vector<Actor> beside(const RuleEngine& engine, std::size_t piece) {
  const auto& pieces = engine.pieces();
  std::size_t at = piece;
  bool several = false;
  while (at > 0 && stands_between(pieces[at - 1])) {
    --at;
    several = several || pieces[at].is("both") || pieces[at].is("all") || pieces[at].is("each");
  }
  if (at < 2 || !(pieces[at - 1].is(",") || pieces[at - 1].is("(")) || !pieces[at - 2].is_person()) return {};
  if (several) return engine.people(engine.clauses().group_to(at - 2));
  return engine.people({at - 2});
}

std::vector<Actor> told_of(const RuleEngine& engine, const Stretch& stretch, std::size_t piece) {
  if (auto named = beside(engine, piece); !named.empty()) return named;
  const auto& clauses = engine.clauses();
  const Verb* before = nullptr;
  for (const Verb& verb : clauses.verbs())
    if (verb.piece >= stretch.begin && verb.piece <= piece &&
        !(is_ing_form(engine.pieces()[verb.piece].lower) && clauses.subject(verb).empty()))
      before = &verb;
  // "He was still ..": a copula is no verb of the rules
  for (std::size_t i = piece; i-- > stretch.begin && (before == nullptr || i > before->piece);)
    if (clauses.word_at(i, "is|was|are|were|has|had|have|been")) {
      if (clauses.word_at(i + 1, "to")) return {};  // "is to open a laboratory at Acme"
      Verb copula;
      copula.piece = i;
      if (const auto nearer = nearer_than_doer(engine, i, piece)) return *nearer;
      return doers(engine, stretch, copula);
    }
  if (before == nullptr) return only_one(engine, stretch);
  if (before->possible || before->negated || before->infinitive ||
      (before->planned && !one_of("keep|remain|stay|continue|hold|retain", before->lemma)))
    return {};
  if (const auto nearer = nearer_than_doer(engine, before->piece, piece)) return *nearer;
  // "Summers were spent as an intern": of whom the text speaks
  const auto subjects = clauses.subject(*before);
  if (!subjects.empty() && subjects.front() >= stretch.begin && !engine.noun(subjects.front()).named() &&
      engine.noun(subjects.front()).type == NounType::common && engine.noun(subjects.front()).owner.empty() &&
      !is_organisation_noun(engine.noun(subjects.front()).head) &&
      (before->passive || before->lemma == "follow"))
    return only_one(engine, stretch);
  auto people = doers(engine, stretch, *before);
  // "An Italian who wrote his thesis at Y, he ..": whom the pronoun means
  const bool described = !subjects.empty() && subjects.front() >= stretch.begin &&
                         engine.noun(subjects.front()).indefinite && !engine.noun(subjects.front()).named();
  if (people.empty() && described && subjects.front() <= stretch.begin + 1) return only_one(engine, stretch);
  return people;
}

bool is_told_of_both(const RuleEngine& engine, const Actor& person, const Actor& organisation) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.subject.name == person.name && claim.object &&
           (claim.object->name == organisation.name ||
            claim.object->name.starts_with(organisation.name + " ") ||
            organisation.name.starts_with(claim.object->name + " "));
  });
}

namespace {

/// "Google's search group", "Apple's hardware arm": to work there is to work for the owner.
bool is_part_of_a_house(const Noun& noun) {
  static constexpr std::string_view kParts =
      "team|teams|group|groups|division|unit|arm|department|office|business|project|institute|centre|center|"
      "branch|side|operation|operations|lab|laboratory|labs|staff|organisation|organization|wing|programme|"
      "program|effort|drive";
  return one_of(kParts, noun.named() ? noun.group : noun.head);
}

}  // namespace

std::optional<Actor> house_of(const RuleEngine& engine, const Noun& whole) {
  const Noun* noun = &whole;
  if (!noun->owner.empty() && noun->owner.front().type == NounType::organisation &&
      (is_part_of_a_house(*noun) || noun->kind == "Product"))
    noun = &noun->owner.front();
  if (!noun->named() || noun->type != NounType::organisation || noun->kind == "Product") return std::nullopt;
  if (noun->kind == "Team") return std::nullopt;  // "worked on Gemini": a thing as well
  const KnownName* const known = Gazetteer::standard().find(noun->name);
  if (known != nullptr && one_of("Product|Outlet|Place", known->kind)) return std::nullopt;
  auto organisation = engine.organisation(*noun);
  if (organisation && organisation->described) return std::nullopt;
  return organisation;
}

std::optional<Actor> house_at(const RuleEngine& engine, std::size_t piece) {
  if (piece >= engine.pieces().size() || !engine.pieces()[piece].is_noun()) return std::nullopt;
  return house_of(engine, engine.noun(piece));
}

}  // namespace talentflow::ingest::text
