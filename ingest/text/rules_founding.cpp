// Who founded what: by verbs, by "X's founders, A and B", "fellow co-founders", "the brainchild of".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_founding(std::string_view lemma) {
  return one_of("found|start|launch|establish|set|form|create|build|begin|unveil|incorporate|register|spin",
                lemma);
}

bool noun_is_house(const Noun& noun) { return noun.named() && noun.type == NounType::organisation; }

/// "is chief executive of Acme, which he co-founded": what stands before "which" is the house of a post
/// there.
std::optional<Actor> house_before_which(const RuleEngine& engine, std::size_t which) {
  const auto& pieces = engine.pieces();
  if (which == 0 || !engine.clauses().word_at(which, "which|that")) return std::nullopt;
  std::size_t before = which - 1;
  if (before > 0 && engine.clauses().word_at(before, ",|-")) --before;
  if (!pieces[before].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(before);
  if (noun_is_house(noun)) return engine.organisation(noun);
  if (!noun.employer.empty()) return engine.organisation(noun.employer.front());
  return std::nullopt;
}

/// The thing founded: by its name, by the name that follows ("a company called X"), or described.
std::optional<Actor> founded_thing(RuleEngine& engine, std::size_t index, const Actor& founder,
                                   const Verb& verb) {
  const auto& pieces = engine.pieces();
  const Noun& noun = pieces[index].noun;
  const bool found_verb = verb.lemma == "found";
  if (noun.named()) {
    if (!noun.can_be_organisation() || !noun.group.empty()) return std::nullopt;
    // "launched Red": a product, unless what follows calls it a company
    const bool called = engine.clauses().word_at(index + 1, ",") && index + 2 < pieces.size() &&
                        pieces[index + 2].is_noun() && pieces[index + 2].noun.type == NounType::common &&
                        is_organisation_noun(pieces[index + 2].noun.head);
    const bool together = verb.lemma == "start" || verb.lemma == "establish" || verb.lemma == "set" ||
                          called || engine.document().called_organisation(noun.name);
    if (!found_verb && !verb.passive && !noun.sure && noun.id.empty() && !together) return std::nullopt;
    if (verb.lemma == "build" || verb.lemma == "form" || verb.lemma == "create" || verb.lemma == "unveil" ||
        verb.lemma == "launch" || verb.lemma == "begin")
      if (!called && !noun.sure && noun.id.empty() && !engine.document().called_organisation(noun.name) &&
          !engine.clauses().word_at(index + 1, "together"))
        return std::nullopt;
    return engine.organisation(noun);
  }
  if (noun.type == NounType::pronoun && noun.head == "it") {
    // "Acme grew out of a Tsinghua laboratory led by A, who founded it": what the sentence is about
    if (engine.clauses().word_at(verb.piece - 1, "who") && pieces[0].is_noun() &&
        noun_is_house(pieces[0].noun))
      return engine.organisation(pieces[0].noun);
    // "sold Acme three years after starting it"
    for (const Verb& before : engine.clauses().verbs())
      if (before.piece < verb.piece && one_of("sell|leave|quit|lead|run|join", before.lemma))
        for (const std::size_t object : engine.clauses().object(before.piece, ""))
          if (object < index && engine.noun(object).named() &&
              engine.noun(object).type == NounType::organisation)
            return engine.organisation(engine.noun(object));
    // "the chief scientist of Acme and one of those who set it up"
    for (std::size_t k = index; k-- > 1;)  // "His start-up is called Blue; records show that he founded it"
      if (pieces[k].is_noun() && noun_is_house(engine.noun(k)) &&
          engine.clauses().word_at(k - 1, "called|named"))
        return engine.organisation(engine.noun(k));
    for (std::size_t k = engine.last_organisation() || verb.passive ? 0 : index; k-- > 0;) {
      if (!pieces[k].is_noun()) continue;
      if (noun_is_house(engine.noun(k))) return engine.organisation(engine.noun(k));
      if (!engine.noun(k).employer.empty() && engine.noun(k).type == NounType::role)
        return engine.organisation(engine.noun(k).employer.front());
    }
    return engine.last_organisation();
  }
  if (const auto described = described_organisation(engine, index); described && index > 1) return described;
  if (noun.type != NounType::common || !is_organisation_noun(noun.head)) return std::nullopt;
  if (index + 2 < pieces.size() && engine.clauses().word_at(index + 1, "called|named|dubbed|,|:") &&
      pieces[index + 2].is_noun() && pieces[index + 2].noun.can_be_organisation() &&
      pieces[index + 2].noun.named())
    return engine.organisation(pieces[index + 2].noun);
  // "The founders started the company in 2017": what they are founders of
  if (noun.determiner == "the" && !noun.indefinite)
    for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
      if (claim->relation == "FOUNDED" && claim->subject.name == founder.name && !claim->denied &&
          claim->object)
        return claim->object;
  // "the company that A founded": points back
  if (one_of("his|her|their", noun.determiner)) return std::nullopt;
  // "A and B set up the company in 2022"
  const bool set_up = one_of("set|start|establish|incorporate", verb.lemma) && noun.determiner == "the" &&
                      one_of("company|firm|start-up|startup|venture|lab|business|nonprofit", noun.head);
  // "built up a group of 1,300 people": a part of where he works
  if (one_of("group|team|division|unit|department", noun.head)) return std::nullopt;
  if (!noun.indefinite)
    return verb.passive || found_verb || set_up ? engine.organisation(noun) : std::nullopt;
  return engine.describe("org", noun, "", "founded by", founder);
}

}  // namespace

std::optional<Actor> described_organisation(const RuleEngine& engine, std::size_t description) {
  const auto& pieces = engine.pieces();
  if (description < 2 || !engine.clauses().word_at(description - 1, ",|is|was|-") ||
      !pieces[description - 2].is_noun())
    return std::nullopt;
  const Noun& before = pieces[description - 2].noun;
  if (before.type == NounType::role && !before.employer.empty())
    return engine.organisation(before.employer.front());
  if (!before.named() || (before.type == NounType::person && before.sure)) return std::nullopt;
  return engine.organisation(before);
}

namespace {

/// "with two colleagues who had followed him out of the door, A and B": the names that close the clause.
std::vector<Actor> named_behind_description(const RuleEngine& engine, std::size_t description) {
  constexpr std::size_t kWords = 14;
  const auto& pieces = engine.pieces();
  for (std::size_t i = description + 1; i + 1 < pieces.size() && i < description + kWords; ++i) {
    if (engine.clauses().word_at(i, ".|;")) break;
    if (!engine.clauses().word_at(i, ",|:|-") || !engine.is_person_at(i + 1)) continue;
    const auto group = engine.clauses().group_from(i + 1);
    if (group.size() >= 2) return engine.people(group);
  }
  return {};
}

/// ", with A, a former engineer of C, and D": who founded it too.
std::vector<Actor> companions(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  // "C, with whom A founded it": who stands before "whom"
  for (std::size_t i = verb.piece; i-- > 2 && i + 5 > verb.piece;)
    if (clauses.word_at(i, "whom") && clauses.word_at(i - 1, "with|alongside")) {
      const std::size_t before = clauses.word_at(i - 2, ",") && i > 2 ? i - 3 : i - 2;
      if (engine.is_person_at(before)) return engine.people({before});
    }
  for (std::size_t i = verb.piece + 1; i + 1 < pieces.size() && i < verb.piece + 14; ++i) {
    // "the month after, together with B": no clause begins there
    const bool closed = clauses.word_at(i, "after|before") && clauses.word_at(i + 1, ",|with|together");
    if (clauses.word_at(i, ".|;|who|which|that|but|while|after|before") && !closed) break;
    if (!clauses.word_at(i, "with|alongside")) continue;
    std::size_t first = i + 1;
    while (first < pieces.size() && clauses.word_at(first, "fellow|both|the")) ++first;
    if (first >= pieces.size() || !pieces[first].is_noun()) break;
    const Noun& noun = pieces[first].noun;
    if (noun.type == NounType::person) return engine.people(listed_names(engine, first));
    if (const auto* names = clauses.names_of(first)) return engine.people(*names);
    if (noun.plural) return named_behind_description(engine, first);
    break;
  }
  return {};
}

/// "With A and B he started ..", "A, with whom and B he set up ..": who is named before those who found.
std::vector<Actor> companions_before(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  std::vector<Actor> out;
  const auto subjects = clauses.subject(verb);
  if (subjects.empty()) return out;
  const std::size_t subject = subjects.front();
  for (std::size_t i = 0; i + 1 < subject && i < pieces.size(); ++i) {
    if (!clauses.word_at(i, "with")) continue;
    const bool whom = clauses.word_at(i + 1, "whom");
    const Verb* between = clauses.verb_before(subject);
    if (between != nullptr && between->piece > i) continue;
    const bool begins = i == 0 || clauses.word_at(i - 1, ",|together|along|and|.");
    if (!whom && !begins) continue;
    if (whom && i > 1 && pieces[i - 1].is(",") && pieces[i - 2].is_person())
      for (auto& person : engine.people(clauses.group_to(i - 2))) out.push_back(std::move(person));
    std::size_t first = i + 1;
    while (first < subject && !pieces[first].is_noun()) ++first;
    if (first < subject && pieces[first].is_person())
      for (auto& person : engine.people(clauses.group_from(first))) out.push_back(std::move(person));
    break;
  }
  return out;
}

std::vector<std::size_t> people_in(const RuleEngine& engine, const std::vector<std::size_t>& nouns) {
  std::vector<std::size_t> out;
  for (const std::size_t index : nouns)
    if (engine.is_person_at(index)) out.push_back(index);
  return out;
}

/// "before he and Samuel Sample started it": the pronoun joined to the subject.
void add_pronoun_before(const RuleEngine& engine, const Verb& verb, std::vector<Actor>& founders) {
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty() || subjects.front() < 2) return;
  const std::size_t and_word = subjects.front() - 1;
  if (!engine.clauses().word_at(and_word, "and|&")) return;
  const Piece& before = engine.pieces()[and_word - 1];
  if (before.is_noun() && before.noun.type == NounType::pronoun)
    add_unless_named(founders, engine.person(before.noun));
}

/// "Acme, which he co-founded in 2010", "at Acme, which he helped to found".
void find_before_which(RuleEngine& engine, const Verb& verb) {
  const bool open = one_of("found|start|establish|create|launch|set|build", verb.lemma);
  if (!open || verb.passive || verb.possible || verb.negated || verb.piece < 2) return;
  const auto& clauses = engine.clauses();
  if (!clauses.object(verb.piece, "|up|together").empty()) return;
  const auto subjects = clauses.subject(verb);
  if (subjects.empty() || subjects.front() == 0) return;
  const auto house = house_before_which(engine, subjects.front() - 1);
  if (!house || house->kind == "University") return;
  for (const auto& person : engine.people(subjects)) {
    if (engine.said("FOUNDED", person.name, house->name)) continue;
    ClaimDraft draft;
    if (clauses.date_of(verb)) draft.start = engine.event_date(verb);
    engine.claim("founded-which", "FOUNDED", person, house, &verb, subjects.front() - 1, verb.piece,
                 std::move(draft));
  }
}

void find_by_verb(RuleEngine& engine, const Verb& verb) {
  const Clauses& clauses = engine.clauses();
  const Verb* const governor = verb.infinitive ? clauses.verb_before(verb.piece) : nullptr;
  // "helped to found A", "teamed up with B to launch A"
  const bool joint = governor != nullptr && !governor->possible && !governor->negated &&
                     one_of("help|team|partner|combine|reunite", governor->lemma) &&
                     verb.piece - governor->piece < 8;
  if (!is_founding(verb.lemma) || !(engine.told(verb) || joint)) return;
  // "has found a new employer", "was found": another verb
  if (engine.pieces()[verb.piece].lower == "found" && !verb.infinitive && (verb.perfect || verb.passive))
    return;
  if (verb.lemma == "spin" && !clauses.word_at(verb.piece + 1, "out|off")) return;
  const auto& pieces = engine.pieces();
  std::vector<Actor> founders;
  std::vector<std::size_t> things;
  if (verb.passive) {
    auto by = clauses.object(verb.piece, "by|up");
    if (by.empty()) by = clauses.behind(verb, "by");
    founders = engine.people(by);
    // "started by two ex-Googlers: A, who .., and B"
    const bool named_behind = !by.empty() && engine.is_person_at(by.back() + 2) &&
                              (clauses.word_at(by.back() + 1, ":") ||
                               (clauses.word_at(by.back() + 1, ",|-") && !engine.noun(by.back()).named()));
    if (founders.empty() && named_behind)
      founders = engine.people(people_in(engine, listed_names(engine, by.back() + 2)));
    if (!founders.empty() && (engine.mentions("together") || engine.mentions("along")))
      for (const auto& other : companions(engine, verb)) add_unless_named(founders, other);
    things = clauses.subject(verb);
    if (things.empty() && verb.piece > 0 && pieces[verb.piece - 1].is_noun()) things = {verb.piece - 1};
    // "Acme (founded by A and B) has raised"
    if (things.empty() && verb.piece > 1 && clauses.word_at(verb.piece - 1, "(|,") &&
        pieces[verb.piece - 2].is_noun())
      things = {verb.piece - 2};
  } else {
    founders = engine.people(clauses.subject(verb));
    add_pronoun_before(engine, verb, founders);
    things = clauses.object(verb.piece, "|up|together");
    // "the start-up the two founded": the object stands before
    if (things.empty()) {
      const auto subjects = clauses.subject(verb);
      const bool open = verb.lemma == "found" || verb.lemma == "start";
      if (open && !subjects.empty() && subjects.front() > 0 && pieces[subjects.front() - 1].is_noun()) {
        things = {subjects.front() - 1};
      } else if (open && !subjects.empty() && subjects.front() > 1 &&
                 clauses.word_at(subjects.front() - 1, "that|which|,")) {
        std::size_t thing = subjects.front() - 2;
        if (thing > 0 && clauses.word_at(thing, ",")) --thing;
        if (pieces[thing].is_noun()) things = {thing};
      }
    }
    if (things.empty()) return;
    for (const auto& other : companions(engine, verb)) founders.push_back(other);
    for (const auto& other : companions_before(engine, verb)) founders.push_back(other);
    if (joint)
      for (const auto& other : engine.people(clauses.behind(*governor, "with"))) founders.push_back(other);
  }
  if (founders.empty() || things.empty()) return;
  // "co-founded A, a service for .., and the venture firm B"
  if (!verb.passive && verb.lemma == "found")
    for (const std::size_t other : listed_names(engine, things.front()))
      if (other != things.front() && engine.noun(other).type == NounType::organisation &&
          engine.noun(other).group.empty() && engine.noun(other).owner.empty() &&
          other < clauses.clause_end(verb))
        if (const auto also = engine.organisation(engine.noun(other)))
          for (const auto& founder : founders)
            engine.claim("founded", "FOUNDED", founder, also, &verb, verb.piece, other, {});
  const auto thing = founded_thing(engine, things.front(), founders.front(), verb);
  if (!thing) return;
  for (const auto& founder : founders) {
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    if (!verb.negated) engine.remember_employer(founder, *thing);
    engine.claim(verb.passive ? "founded-passive" : "founded", "FOUNDED", founder, thing, &verb, verb.piece,
                 things.front(), std::move(draft));
  }
}

/// "is the brainchild of A and B".
void find_brainchild(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !one_of("brainchild|creation", pieces[i].noun.head) ||
        !engine.clauses().word_at(i + 1, "of"))
      continue;
    Verb verb;
    verb.piece = i;
    std::size_t subject = i;
    while (subject-- > 0)
      if (pieces[subject].is_noun()) break;
    if (subject >= pieces.size()) return;
    const auto thing = engine.organisation(pieces[subject].noun);
    if (!thing) return;
    for (const auto& founder : engine.people(engine.clauses().group_from(i + 2)))
      engine.claim("brainchild", "FOUNDED", founder, thing, nullptr, subject, i + 2, {});
  }
}

/// "has hired the founders of Blue": the organisation that the text has told of founders of, last so far.
std::optional<Actor> house_of_founders(const RuleEngine& engine) {
  for (std::size_t k = engine.sentence_index() + 1; k-- > 0;)
    for (const Piece& piece : engine.document().sentences()[k].pieces)
      if (piece.is_noun() && piece.noun.type == NounType::role && !piece.noun.employer.empty() &&
          one_of("founder|founders|co-founder|co-founders|cofounders", piece.noun.head))
        return engine.organisation(piece.noun.employer.front());
  return std::nullopt;
}

/// "its founders were researchers at Acme. One of them, A, ..": a founder of what was spoken of.
void find_one_of_them(RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  if (tokens.size() < 5 || !tokens[0].is("one") || !tokens[1].is("of") || !tokens[2].is("them") ||
      engine.sentence_index() == 0)
    return;
  const auto& before = engine.document().sentences()[engine.sentence_index() - 1];
  const auto& pieces = engine.pieces();
  std::optional<Actor> person;
  for (const Piece& piece : pieces)
    if (piece.is_noun() && piece.noun.type == NounType::person && !person) person = engine.person(piece.noun);
  if (!person) return;
  for (std::size_t i = 0; i < before.pieces.size(); ++i) {
    const Piece& piece = before.pieces[i];
    if (!piece.is_noun() || piece.noun.type != NounType::role || !piece.noun.plural) continue;
    Noun job = piece.noun;
    if (one_of("founders|co-founders", job.head) && engine.last_organisation()) {
      engine.claim("one-of-the-founders", "FOUNDED", *person, engine.last_organisation(), nullptr, 0, 1, {});
    } else if (!job.employer.empty()) {
      job.former = true;
      claim_job(engine, *person, job, "one-of-them", 0, 1);
    }
  }
}

/// What an item of a list has told of that can have founders: what was bought or founded there, else whom it
/// names first.
std::optional<Actor> house_of_item(const RuleEngine& engine, std::size_t piece) {
  const std::size_t line = engine.sentence().sentence.line;
  std::optional<Actor> organisation;
  for (const auto& claim : engine.claims())
    if (engine.document().sentences()[claim.sentence].sentence.line == line && claim.object &&
        one_of("FOUNDED|ACQUIRED", claim.relation))
      organisation = claim.object;
  for (std::size_t k = 0; k < piece && !organisation; ++k)
    if (engine.pieces()[k].is_noun() && noun_is_house(engine.noun(k)))
      organisation = engine.organisation(engine.noun(k));
  return organisation;
}

/// "Acme has bought Blue. All of its staff go along, among them the founders A and B": of Blue.
std::optional<Actor> bought_of_late(const RuleEngine& engine) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + 1 < engine.sentence_index()) break;
    if (claim->relation == "ACQUIRED" && !claim->denied) return claim->object;
    if (claim->relation == "FOUNDED") break;
  }
  return std::nullopt;
}

/// The organisation that founders without one are of: the one founded or named before as such, else the
/// topic.
std::optional<Actor> house_of_bare_founders(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (noun.determiner == "whose") return engine.employer_of_job(noun);
  if (engine.sentence().item_date.known()) return house_of_item(engine, piece);
  if (noun.determiner == "our" && engine.last_organisation()) return engine.last_organisation();
  // "hired Ann Example, the chief executive of Acme, co-founder Bob Sample and ..": of Acme
  if (noun.determiner.empty())
    for (std::size_t k = piece; k-- > 0;)
      if (engine.pieces()[k].is_noun() && engine.noun(k).type == NounType::role &&
          !engine.noun(k).employer.empty() && !engine.noun(k).former)
        return engine.organisation(engine.noun(k).employer.front());
  std::optional<Actor> organisation = bought_of_late(engine);
  for (const auto& claim : engine.claims())
    if (!organisation && claim.relation == "FOUNDED" && claim.object) organisation = claim.object;
  if (!organisation) organisation = house_of_founders(engine);
  if (!organisation) organisation = engine.losing() ? engine.losing() : engine.last_organisation();
  return organisation;
}

/// "fellow co-founders A, B and C", "co-founders A and B" with no organisation beside them: of the one spoken
/// of.
void find_bare_founders(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    const std::string role = ascii_lower(noun.role);
    const bool founders =
        noun.type == NounType::person && role.find("founder") != std::string::npos && noun.employer.empty();
    if (!founders) continue;
    const auto organisation = house_of_bare_founders(engine, i);
    if (!organisation) continue;
    const auto group = noun.plural_role ? engine.clauses().group_from(i) : std::vector<std::size_t>{i};
    for (const auto& person : engine.people(group))
      if (person.name != organisation->name)
        engine.claim("bare-founders", "FOUNDED", person, organisation, nullptr, i, group.back(), {});
  }
}

/// "Two of xAI's co-founders left: A .., B ..": "lost two co-founders", and the sentence that names the
/// leavers.
void find_leaving_founders(RuleEngine& engine) {
  if (engine.sentence_index() == 0) return;
  const auto& before = engine.document().sentences()[engine.sentence_index() - 1];
  bool founders = false;
  for (std::size_t i = 0; i + 1 < before.pieces.size();
       ++i)  // "another of the founders": the one told of there
    if (before.pieces[i].is("another") && before.pieces[i + 1].is("of")) return;
  for (const Piece& piece : before.pieces)
    founders =
        founders || (piece.is_noun() && piece.noun.type == NounType::role && piece.noun.plural &&
                     one_of("founders|co-founders|cofounders", piece.noun.head) &&
                     (!piece.noun.employer.empty() || !piece.noun.owner.empty() || piece.noun.count > 0 ||
                      !piece.noun.determiner.empty()));  // not "a school for founders"
  if (!founders || !engine.losing()) return;
  const std::size_t count = engine.claims().size();
  for (std::size_t i = 0; i < count; ++i) {
    const TextClaim claim = engine.claims()[i];
    if (claim.sentence != engine.sentence_index() || claim.relation != "LEFT" || claim.denied ||
        !claim.object || claim.object->name != engine.losing()->name)
      continue;
    TextClaim founded = claim;
    founded.relation = "FOUNDED";
    founded.rule = "leaving-founder";
    founded.start = Date();
    founded.status.clear();
    founded.properties.clear();
    founded.properties.emplace_back("inferred", Value(true));
    engine.claims().push_back(std::move(founded));
  }
}

}  // namespace

void find_foundings(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!verb.possible) find_by_verb(engine, verb);
    find_before_which(engine, verb);
  }
  find_brainchild(engine);
  find_one_of_them(engine);
  find_bare_founders(engine);
  find_leaving_founders(engine);
}

}  // namespace talentflow::ingest::text
