// Who put money in: "led by A with B taking part", "backed by", "A led the round", "the backers were A and
// B".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// "A was one of X's founders and an investor in it", "A, an investor in X".
void find_investor_role(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role ||
        !one_of("investor|backer", pieces[i].noun.head) || pieces[i].noun.plural)
      continue;
    std::optional<Actor> target;
    if (!pieces[i].noun.employer.empty())
      target = engine.organisation(pieces[i].noun.employer.front());
    else if (!pieces[i].noun.owner.empty())
      target = engine.organisation(pieces[i].noun.owner.front());
    else if (clauses.word_at(i + 1, "in|of") && i + 2 < pieces.size() && pieces[i + 2].is_noun()) {
      const Noun& noun = pieces[i + 2].noun;
      if (noun.type == NounType::pronoun)
        for (std::size_t k = i; k-- > 0 && !target;) {
          if (!pieces[k].is_noun() && !clauses.word_at(k, "and|both|also|a|an")) break;
          if (!pieces[k].is_noun()) continue;
          if (!pieces[k].noun.owner.empty())
            target = engine.organisation(pieces[k].noun.owner.front());
          else if (!pieces[k].noun.employer.empty())
            target = engine.organisation(pieces[k].noun.employer.front());
        }
      if (!target) target = engine.organisation(noun);
    }
    if (!target && pieces[i].noun.determiner == "a" && !clauses.word_at(i + 1, "in|of|at"))
      target = engine.raiser() ? engine.raiser() : engine.last_organisation();  // "another early investor"
    if (!target) continue;
    // "Acme Capital, an early investor in Vireo, ..": firms too
    if (i >= 2 && clauses.word_at(i - 1, ",|an|a|another|early") && !clauses.word_at(i + 1, "and")) {
      std::size_t comma = i - 1;
      while (comma > 0 && clauses.word_at(comma, "an|a|another|early|its|one|first")) --comma;
      if (comma > 0 && pieces[comma].is(",") && pieces[comma - 1].is_noun() &&
          pieces[comma - 1].noun.type == NounType::organisation) {
        claim_investor(engine, nullptr, comma - 1, *target, false);
        continue;
      }
    }
    std::optional<Actor> person;
    if (const auto holder = clauses.holder_of(i)) person = engine.person(pieces[*holder].noun);
    for (std::size_t k = i; k-- > 0 && !person;)
      if (pieces[k].is_noun() && pieces[k].noun.type == NounType::person && pieces[k].noun.named())
        person = engine.person(pieces[k].noun);
    // "Ravenna Capital, an investor in Acme, led the round"
    if (i >= 2 && clauses.word_at(i - 1, ",|is|was") && pieces[i - 2].is_noun() &&
        engine.noun(i - 2).named() && engine.noun(i - 2).type == NounType::organisation)
      person = engine.organisation(engine.noun(i - 2));
    if (!person) continue;
    const Verb* verb = clauses.verb_before(i);
    if (verb != nullptr && verb->negated && i - verb->piece < 4) continue;
    if (i > 0 && clauses.word_at(i - 1, "not")) continue;
    engine.claim("investor-role", "INVESTED_IN", *person, target, nullptr, i, i, {});
  }
}

/// "another report names B as the lead", "one account says A led": sources that disagree on who led.
bool is_account_of_lead(const RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of("account|accounts|another|others|conflicting|differ|disagree", token.lower);
  });
}

void find_named_lead(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!one_of("name|call|describe|list", verb.lemma) || verb.passive) continue;
    const auto objects = engine.clauses().object(verb.piece, "");
    if (objects.empty() || !engine.noun(objects.front()).named()) continue;
    bool lead = false;
    // "had named A as a likely investor": nobody's word that it is one
    bool likely = false;
    for (std::size_t k = objects.back() + 1; k < pieces.size() && k < objects.back() + 5; ++k) {
      likely =
          likely || engine.clauses().word_at(k, "likely|possible|potential|prospective|would-be|probable");
      lead = lead ||
             (pieces[k].is_noun() && (one_of("lead|leader|investor", pieces[k].noun.head) ||
                                      pieces[k].noun.role.find("lead") != std::string::npos)) ||
             engine.clauses().word_at(k, "lead");
    }
    const auto target = round_target(engine, verb.piece);
    if (lead && !likely && target)
      for (const std::size_t index : objects) claim_investor(engine, nullptr, index, *target, true);
  }
  if (!is_account_of_lead(engine)) return;
  // more than one leader in one tale: the accounts conflict
  std::vector<TextClaim*> leads;
  for (auto& claim : engine.claims())
    if (claim.rule == "led-round" && claim.sentence + 1 >= engine.sentence_index()) leads.push_back(&claim);
  if (leads.size() < 2) return;
  for (TextClaim* claim : leads) {
    if (std::any_of(claim->properties.begin(), claim->properties.end(),
                    [](const auto& p) { return p.first == "conflicting"; }))
      continue;
    claim->properties.emplace_back("conflicting", Value(true));
    claim->status = "unconfirmed";
  }
}

/// "X led the round", "X invested in Y", "backed by X and Y", "X put $1B into Y", "X took part".
void find_by_verb(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const Clauses& clauses = engine.clauses();
  if (!engine.told(verb)) return;
  if (clauses.word_at(verb.piece, "back") && (clauses.word_at(verb.piece + 1, "to|from|on|in|at") ||
                                              (verb.piece > 0 && !pieces[verb.piece - 1].is_noun() &&
                                               !clauses.word_at(verb.piece - 1, "to|will|would"))))
    return;  // "going back to", "stepping back from", "lured back"
  const bool backs = one_of("back|fund|finance|bankroll|seed", verb.lemma);
  // "has put itself at the head of a round"
  const bool heads = one_of("put|place", verb.lemma) &&
                     clauses.word_at(verb.piece + 1, "itself|themselves") && verb.piece + 3 < pieces.size() &&
                     pieces[verb.piece + 3].is_noun() && pieces[verb.piece + 3].noun.head == "head";
  const bool leads = one_of("lead|co-lead|anchor|spearhead", verb.lemma) || heads;
  const bool part = verb.lemma == "take" && verb.piece + 1 < pieces.size() &&
                    (clauses.word_at(verb.piece + 1, "part") ||
                     (pieces[verb.piece + 1].is_noun() && pieces[verb.piece + 1].noun.head == "part"));
  const bool takes_part = verb.lemma == "participate" || verb.lemma == "join" || part;
  const bool invests = !heads && (verb.lemma == "invest" || verb.lemma == "put");
  if (!backs && !leads && !takes_part && !invests) return;
  if (verb.passive) {
    if (!backs && !leads) return;
    const auto targets = clauses.subject(verb);
    auto investors = clauses.object(verb.piece, "by");
    if (investors.empty()) investors = clauses.behind(verb, "by");
    if (targets.empty() || investors.empty()) return;
    const Noun& what = pieces[targets.back()].noun;
    const bool owned = !what.owner.empty() && what.owner.front().type == NounType::organisation;
    const auto described = what.named() ? std::nullopt : described_organisation(engine, targets.back());
    const auto target = described && backs          ? described
                        : !is_round_noun(what.head) ? engine.organisation(what)
                        : owned                     ? engine.organisation(what.owner.front())
                                                    : round_target(engine, verb.piece);
    if (!target || (leads && !is_round_noun(what.head))) return;
    for (const std::size_t index : investors) claim_investor(engine, &verb, index, *target, leads);
    return;
  }
  const auto investors = clauses.subject(verb);
  if (investors.empty()) return;
  std::optional<Actor> target;
  for (std::size_t i = verb.piece + (heads ? 4 : 1); i < pieces.size() && i < verb.piece + 9 && !target;
       ++i) {
    if (pieces[i].is(".") || pieces[i].is(";")) break;
    if (!pieces[i].is_noun()) continue;
    const Noun& what = pieces[i].noun;
    const bool it = what.type == NounType::pronoun && what.head == "it";
    if (is_round_phrase(what) || (it && (takes_part || leads) && (names_round(engine) || engine.raiser())))
      target =
          what.owner.empty() ? round_target(engine, verb.piece) : engine.organisation(what.owner.front());
    else if (invests && engine.clauses().word_at(i - 1, "in|into") && what.type != NounType::person)
      target = engine.organisation_at(i);
    else if (backs && what.type != NounType::person)
      target = engine.organisation(what);
    else if (!invests)
      break;
  }
  // "a round that A led and in which B took part"
  if (!target && (part || (leads && verb.piece + 1 >= pieces.size()) ||
                  (leads && clauses.word_at(verb.piece + 1, ",|.|;|and"))))
    target = round_target(engine, verb.piece);
  // "A and B also joined."
  const bool ends = verb.piece + 1 >= pieces.size() || clauses.word_at(verb.piece + 1, ",|.|;|too|in|as");
  const bool firms = std::any_of(investors.begin(), investors.end(), [&](std::size_t index) {
    return engine.noun(index).type == NounType::organisation;
  });
  if (!target && one_of("join|participate|invest", verb.lemma) && ends && firms && !verb.progressive)
    target = round_target(engine, verb.piece);
  if (!target && verb.lemma == "invest" && verb.negated && engine.raiser()) target = engine.raiser();
  bool amount = false;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 5; ++i)
    amount = amount || pieces[i].kind == Piece::Kind::amount;
  if (!target && verb.lemma == "put" && amount && clauses.word_at(verb.piece + 1, "in"))
    target = round_target(engine, verb.piece);
  if (!target) return;
  if (verb.lemma == "join" && engine.people(investors).size() == investors.size() && !names_round(engine))
    return;
  for (const std::size_t index : investors) claim_investor(engine, &verb, index, *target, leads);
  // "A led a $60m Series B": the round itself
  for (std::size_t i = verb.piece + 1; leads && i + 1 < pieces.size() && i < verb.piece + 4; ++i)
    if (pieces[i].kind == Piece::Kind::amount && pieces[i + 1].is_noun() &&
        is_round_phrase(pieces[i + 1].noun) && !verb.negated && !verb.planned)
      claim_raise(engine, "round-led", &verb, *target, i);
  // "along with three Japanese groups, A, B and C"
  for (std::size_t i = verb.piece + 1; i + 2 < pieces.size() && i < verb.piece + 6; ++i) {
    const bool with = clauses.word_at(i, "along|together") && clauses.word_at(i + 1, "with");
    if (!with && !clauses.word_at(i, "alongside")) continue;
    for (const std::size_t index : listed_names(engine, with ? i + 2 : i + 1))
      claim_investor(engine, &verb, index, *target, false);
    break;
  }
}

}  // namespace

void find_investors(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible) find_by_verb(engine, verb);
  find_backers(engine);
  find_stakes(engine);
  find_investor_role(engine);
  find_named_lead(engine);
  find_participants(engine);
  // "A did not invest. B did.": said again once the denied claim stands
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i)
    if (engine.clauses().word_at(i, "did") &&
        (i + 1 >= pieces.size() || engine.clauses().word_at(i + 1, ".|;")) && pieces[i - 1].is_noun()) {
      for (const auto& claim : std::vector<TextClaim>(engine.claims()))
        if (claim.relation == "INVESTED_IN" && claim.denied && claim.sentence == engine.sentence_index() &&
            claim.object)
          for (const std::size_t index : engine.clauses().group_to(i - 1))
            claim_investor(engine, nullptr, index, *claim.object, false);
    }
}

}  // namespace talentflow::ingest::text
