// Founders told without the verb's own subject: "one of its founders", "behind it are A and B", "his drug
// start-up, Acme", "another of the people who started Acme", "a company of their own".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_founder_noun(std::string_view head) {
  return one_of("founder|founders|co-founder|co-founders|cofounder|cofounders", head);
}

bool is_young_firm(std::string_view head) {
  return one_of("start-up|startup|start-ups|startups|venture|ventures", head);
}

bool is_founding_verb(std::string_view lemma) {
  return one_of("found|start|launch|establish|set|form|create|build", lemma);
}

void claim_founder(RuleEngine& engine, std::string_view rule, const Actor& person, const Actor& organisation,
                   std::size_t from, std::size_t to, const Verb* verb = nullptr) {
  if (person.name == organisation.name || engine.said("FOUNDED", person.name, organisation.name)) return;
  ClaimDraft draft;
  if (verb != nullptr) draft.start = engine.event_date(*verb);
  engine.claim(rule, "FOUNDED", person, organisation, verb, from, to, std::move(draft));
}

/// The organisation that "its founders" means: of the job beside it in the same aside, else the one that was
/// founded or spoken of last.
std::optional<Actor> owner_of_founders(const RuleEngine& engine, std::size_t founders) {
  const Noun& job = engine.noun(founders);
  if (!job.employer.empty()) return engine.organisation(job.employer.front());
  if (!job.owner.empty()) return engine.organisation(job.owner.front());
  const auto holder = engine.clauses().holder_of(founders);
  for (std::size_t k = founders; holder && k-- > *holder;)
    if (engine.pieces()[k].is_noun() && !engine.noun(k).employer.empty() && k != founders)
      return engine.organisation(engine.noun(k).employer.front());
  // "one of his co-founders": of what he founded
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t k = engine.pieces()[founders].begin; k < engine.pieces()[founders].end; ++k)
    if (one_of("his|her|their", tokens[k].lower)) {
      for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
        if (claim->relation == "FOUNDED") return claim->object;
      return std::nullopt;
    }
  if (!engine.sentence().item_date.known() && !job.indefinite)
    if (auto founded = engine.organisation_of_founders()) return founded;
  return engine.last_organisation();
}

/// The person of whom a noun of founders is said: in apposition, "A was among ..", "also a co-founder is A".
std::optional<Actor> told_founder(const RuleEngine& engine, std::size_t founders) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const Noun& job = engine.noun(founders);
  const bool one = job.determiner == "one of" || !job.plural || job.determiner == "a";
  // "A, the third of its founders", "A, an engineer and another of the founders"
  std::size_t at = founders;
  bool picked = one;
  if (at > 1 && clauses.word_at(at - 1, "of|among")) {
    picked = picked || clauses.word_at(at - 1, "among") ||
             clauses.word_at(at - 2,
                             "another|one|third|second|fourth|fifth|last|first|other|youngest|oldest|only");
    --at;
    while (at > 0 &&
           clauses.word_at(at - 1,
                           "another|one|third|second|fourth|fifth|last|first|other|youngest|the|an|a|also"))
      --at;
  }
  if (!picked) return std::nullopt;
  if (const auto holder = clauses.holder_of(founders)) return engine.person(engine.noun(*holder));
  if (at == 0) return std::nullopt;
  // "Ann, Acme's president and another of the founders, .."
  if (clauses.word_at(at - 1, "and") && at > 1 && pieces[at - 2].is_noun() &&
      engine.noun(at - 2).type == NounType::role)
    if (const auto holder = clauses.holder_of(at - 2)) return engine.person(engine.noun(*holder));
  if (clauses.word_at(at - 1, ",") && at > 1 && pieces[at - 2].is_noun())
    return engine.person(engine.noun(at - 2));
  std::size_t copula = at - 1;
  while (copula > 0 && pieces[copula].kind == Piece::Kind::word && is_adverb(pieces[copula].lower)) --copula;
  if (!clauses.word_at(copula, "is|was|are|were")) return std::nullopt;
  if (clauses.word_at(copula + 1, "not|never") || clauses.word_at(copula, "not")) return std::nullopt;
  Verb verb;
  verb.piece = copula;
  const auto people = engine.people(clauses.subject(verb));
  if (people.size() != 1) return std::nullopt;
  return people.front();
}

void find_founder_nouns(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role ||
        !is_founder_noun(pieces[i].noun.head))
      continue;
    const auto organisation = owner_of_founders(engine, i);
    if (!organisation) continue;
    if (auto person = told_founder(engine, i)) {
      claim_founder(engine, "told-founder", *person, *organisation, i, i);
      continue;
    }
    // "Also a co-founder is A"
    if (clauses.word_at(i + 1, "is|was|are|were") && i + 2 < pieces.size() && pieces[i + 2].is_noun() &&
        pieces[i + 2].noun.type == NounType::person &&
        (i == 0 || clauses.word_at(i - 1, "also|another|and|,")))
      for (const auto& person : engine.people(clauses.group_from(i + 2)))
        claim_founder(engine, "told-founder", person, *organisation, i, i + 2);
  }
}

/// "the two are co-founders": of what one of them is said to have founded, else of what the text is about.
void find_they_are_founders(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "are|were") || !pieces[i - 1].is_noun()) continue;
    std::size_t job = i + 1;
    while (job < pieces.size() && pieces[job].kind == Piece::Kind::word && is_adverb(pieces[job].lower))
      ++job;
    if (job >= pieces.size() || !pieces[job].is_noun() || !is_founder_noun(pieces[job].noun.head) ||
        !pieces[job].noun.plural)
      continue;
    auto people = engine.people(clauses.group_to(i - 1));
    // "With them comes C; the three are ..": C too
    if (clauses.word_at(0, "with"))
      for (std::size_t k = 0; k + 1 < i; ++k)
        if (pieces[k].is_noun() && pieces[k].noun.type == NounType::person && pieces[k].noun.named())
          add_unless_named(people, engine.person(engine.noun(k)));
    if (people.size() < 2) continue;
    std::optional<Actor> organisation;
    if (!engine.noun(job).employer.empty())
      organisation = engine.organisation(engine.noun(job).employer.front());
    for (const auto& claim : engine.claims())
      for (const auto& person : people)
        if (!organisation && claim.relation == "FOUNDED" && claim.subject.name == person.name)
          organisation = claim.object;
    if (!organisation) organisation = engine.last_organisation();
    if (!organisation) continue;
    for (const auto& person : people)
      claim_founder(engine, "they-founders", person, *organisation, i - 1, job);
  }
}

/// "Behind it are A and B", "Behind Acme stands C".
void find_behind(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (pieces.size() < 4 || !clauses.word_at(0, "behind") || !pieces[1].is_noun() ||
      !clauses.word_at(2, "is|are|was|were|stands|stand|sits|sit") || !pieces[3].is_noun())
    return;
  const Noun& what = pieces[1].noun;
  const bool firm = what.named() || what.type == NounType::pronoun || is_organisation_noun(what.head);
  const auto organisation = firm ? engine.organisation(what) : std::nullopt;
  if (!organisation) return;
  for (const auto& person : engine.people(listed_names(engine, 3)))
    claim_founder(engine, "behind", person, *organisation, 1, 3);
}

/// Whose a possessive is: the person named last before it in the sentence, else the one spoken of.
std::optional<Actor> possessor(const RuleEngine& engine, std::size_t at) {
  for (std::size_t i = at; i-- > 0;)
    if (engine.pieces()[i].is_noun() && engine.noun(i).type == NounType::person && engine.noun(i).named())
      return engine.person(engine.noun(i));
  return engine.last_person();
}

/// "whose own chip company": nobody calls an employer's so.
bool has_own(const RuleEngine& engine, std::size_t piece) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = engine.pieces()[piece].begin; i < engine.pieces()[piece].end; ++i)
    if (tokens[i].is("own")) return true;
  return false;
}

/// "A has a company as well, Acme", "A has a new start-up, Acme".
void find_has_company(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 3 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "has|have|had") || !pieces[i + 1].is_noun() || !engine.noun(i + 1).indefinite ||
        engine.noun(i + 1).named() ||
        !one_of("company|start-up|startup|venture|lab|firm|business", engine.noun(i + 1).head))
      continue;
    std::size_t mark = i + 2;
    while (mark < pieces.size() && mark < i + 6 && !clauses.word_at(mark, ",|:|-|.")) ++mark;
    if (!clauses.word_at(mark, ",|:|-") || mark + 1 >= pieces.size() || !pieces[mark + 1].is_noun()) continue;
    const Noun& name = engine.noun(mark + 1);
    if (!name.named() || name.type != NounType::organisation) continue;
    Verb verb;
    verb.piece = i;
    const auto organisation = engine.organisation(name);
    if (!organisation) continue;
    for (const Actor& person : engine.people(clauses.subject(verb)))
      claim_founder(engine, "has-company", person, *organisation, i, mark + 1);
  }
}

/// "Acme, his drug start-up", "his first venture, Acme", "A's start-up Acme".
void find_own_startup(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    const bool possessive = one_of("his|her|their", noun.determiner);
    const bool owned = !noun.owner.empty() && noun.owner.front().type == NounType::person;
    const bool whose = noun.determiner == "whose" && i > 1 && clauses.word_at(i - 1, ",") &&
                       engine.is_person_at(i - 2) && has_own(engine, i);
    if (!possessive && !owned && !whose) continue;
    std::optional<Actor> person = owned   ? engine.person(noun.owner.front())
                                  : whose ? engine.person(engine.noun(i - 2))
                                          : possessor(engine, i);
    const bool theirs = noun.determiner == "their";  // "their previous start-up, Acme"
    if (theirs && engine.last_people().size() >= 2) person = engine.last_people().front();
    if (!person || (theirs && engine.last_people().size() < 2)) continue;
    std::optional<Actor> organisation;
    if (noun.named() && noun.type == NounType::organisation) {  // "his start-up Acme"
      for (std::size_t k = pieces[i].begin; k < pieces[i].end; ++k)
        if (is_young_firm(tokens[k].lower)) organisation = engine.organisation(noun);
    } else if (noun.type == NounType::common && is_organisation_noun(noun.head)) {
      const bool young = is_young_firm(noun.head) || noun.determiner == "own" || whose;
      const auto firm = [&](std::size_t k) {
        return k < pieces.size() && pieces[k].is_noun() && pieces[k].noun.named() &&
               pieces[k].noun.type == NounType::organisation && pieces[k].noun.group.empty();
      };
      if (young && i > 1 && clauses.word_at(i - 1, ",") && pieces[i - 2].is_noun() &&
          !engine.noun(i - 2).employer.empty() &&
          engine.noun(i - 2).type == NounType::role)  // "the founders of Acme, his start-up"
        organisation = engine.organisation(engine.noun(i - 2).employer.front());
      else if (young && i > 1 && clauses.word_at(i - 1, ",|(") && firm(i - 2))
        organisation = engine.organisation(engine.noun(i - 2));
      else if ((young || noun.head == "company") && clauses.word_at(i + 1, ",|:") && firm(i + 2) &&
               (clauses.word_at(i + 3, ",|.|;") || i + 3 >= pieces.size()))
        organisation = engine.organisation(engine.noun(i + 2));
      else if (young && firm(i + 1))
        organisation = engine.organisation(engine.noun(i + 1));
    }
    if (!organisation) continue;
    claim_founder(engine, "own-startup", *person, *organisation, i, i);
    for (std::size_t other = 1; theirs && other < engine.last_people().size(); ++other)
      claim_founder(engine, "own-startup", engine.last_people()[other], *organisation, i, i);
  }
}

/// "A and B are talking about a company of their own, called Acme", "has a company of his own, Acme".
void find_company_of_own(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 4 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !is_organisation_noun(pieces[i].noun.head) || !clauses.word_at(i + 1, "of") ||
        !clauses.word_at(i + 2, "their|his|her") || !clauses.word_at(i + 3, "own"))
      continue;
    std::size_t name = i + 4;
    while (name < pieces.size() && name < i + 8 &&
           clauses.word_at(name, ",|called|named|dubbed|provisionally|:|-"))
      ++name;
    // "a company of his own, Globes reports": who says so
    if (name + 1 < pieces.size() && is_report_verb(pieces[name + 1].lower)) continue;
    if (name >= pieces.size() || name == i + 4 || !pieces[name].is_noun() ||
        !pieces[name].noun.can_be_organisation())
      continue;
    std::vector<Actor> people;
    for (std::size_t k = 0; k < i && people.empty(); ++k)
      if (pieces[k].is_noun() &&
          (pieces[k].noun.type == NounType::person || pieces[k].noun.type == NounType::pronoun))
        people = engine.people(clauses.group_from(k));
    const auto organisation = engine.organisation(engine.noun(name));
    if (!organisation) continue;
    Verb verb;  // told as what they mean to do
    verb.piece = i;
    verb.planned = engine.mentions("talking") || engine.mentions("talks") || engine.mentions("plan") ||
                   engine.mentions("planning") || engine.mentions("about");
    for (const auto& person : people) {
      ClaimDraft draft;
      if (verb.planned) draft.properties.emplace_back("planned", Value(true));
      engine.claim("company-of-own", "FOUNDED", person, organisation, nullptr, i, name, std::move(draft));
    }
  }
}

bool tells_of_leaving(const ParsedSentence& sentence) {
  return std::any_of(sentence.pieces.begin(), sentence.pieces.end(), [](const Piece& piece) {
    return piece.kind == Piece::Kind::word &&
           one_of("gone|left|leaves|leaving|quit|departed|departs|exits", piece.lower);
  });
}

/// ".. has gone to Acme", ".. has ended up at Acme": where the one who is named next went.
void claim_new_house(RuleEngine& engine, const std::vector<Piece>& told, std::size_t behind,
                     const Actor& person, const Actor& left, std::size_t piece) {
  for (std::size_t i = behind + 1; i + 1 < told.size(); ++i) {
    if (told[i].is_noun() || !one_of("to|at|joined|joins|for", told[i].lower) || !told[i + 1].is_noun() ||
        !told[i + 1].noun.named() || told[i + 1].noun.type != NounType::organisation)
      continue;
    const auto house = engine.organisation(told[i + 1].noun);
    if (!house || house->name == left.name || engine.said("JOINED", person.name, house->name)) return;
    ClaimDraft draft;
    draft.start = engine.about_now();
    engine.remember_employer(person, *house);
    engine.claim("one-who-went", "JOINED", person, house, nullptr, piece, piece, draft);
    if (!engine.said("LEFT", person.name, left.name))
      engine.claim("one-who-left", "LEFT", person, left, nullptr, piece, piece, std::move(draft));
    return;
  }
}

/// The sentence before: "Another of the people who started Acme has gone." Who is named next is one.
void find_named_next(RuleEngine& engine) {
  if (engine.sentence_index() == 0 || engine.pieces().empty()) return;
  const ParsedSentence& before = engine.document().sentences()[engine.sentence_index() - 1];
  const auto& told = before.pieces;
  for (std::size_t i = 0; i + 3 < told.size() && i < 4; ++i) {
    if (!told[i].is_noun() ||
        !one_of("people|men|women|scientists|researchers|engineers|entrepreneurs|group|trio|quartet|team|"
                "friends",
                told[i].noun.head))
      continue;
    const bool one = told[i].noun.determiner == "one of" ||
                     (i >= 2 && told[i - 1].is("of") && (told[i - 2].is("another") || told[i - 2].is("one")));
    const auto lemma = told[i + 1].is("who") || told[i + 1].is("that") ? verb_lemma(told[i + 2].lower) : "";
    std::size_t thing = i + 3;
    if (thing < told.size() && told[thing].is("up")) ++thing;
    if (!one || !is_founding_verb(lemma) || thing >= told.size() || !told[thing].is_noun() ||
        !told[thing].noun.named())
      continue;
    const auto organisation = engine.organisation(told[thing].noun);
    for (std::size_t k = 0; k < 3 && k < engine.pieces().size() && organisation; ++k)
      if (engine.pieces()[k].is_noun() && engine.noun(k).type == NounType::person && engine.noun(k).named()) {
        if (auto person = engine.person(engine.noun(k))) {
          claim_founder(engine, "one-who-founded", *person, *organisation, k, k);
          if (tells_of_leaving(before) && !engine.said("LEFT", person->name, organisation->name)) {
            ClaimDraft draft;
            draft.start = engine.about_now();
            engine.claim("one-who-left", "LEFT", *person, organisation, nullptr, k, k, std::move(draft));
          }
          claim_new_house(engine, told, thing, *person, *organisation, k);
        }
        return;
      }
  }
}

/// "A left B; his new company has money." The next sentence begins with the company's name.
void find_new_company_next(RuleEngine& engine) {
  if (engine.sentence_index() == 0 || engine.pieces().empty() || !engine.last_person()) return;
  const ParsedSentence& before = engine.document().sentences()[engine.sentence_index() - 1];
  const auto& tokens = before.sentence.tokens;
  bool own = false;
  for (std::size_t i = 0; i + 2 < tokens.size(); ++i)
    own = own || (one_of("his|her", tokens[i].lower) && one_of("new|own|young|next", tokens[i + 1].lower) &&
                  one_of("company|start-up|startup|venture|firm|lab|business", tokens[i + 2].lower));
  const Noun& first = engine.noun(0);
  if (!own || !engine.pieces()[0].is_noun() || !first.named() || first.type != NounType::organisation) return;
  for (const Piece& piece : before.pieces)  // it has its name already
    if (piece.is_noun() && piece.noun.name == first.name) return;
  if (auto organisation = engine.organisation(first))
    claim_founder(engine, "new-company", *engine.last_person(), *organisation, 0, 0);
}

}  // namespace

void find_founders(RuleEngine& engine) {
  find_named_next(engine);
  find_new_company_next(engine);
  find_founder_nouns(engine);
  find_behind(engine);
  find_they_are_founders(engine);
  find_own_startup(engine);
  find_has_company(engine);
  find_company_of_own(engine);
}

}  // namespace talentflow::ingest::text
