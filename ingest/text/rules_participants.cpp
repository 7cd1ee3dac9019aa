// Who else was in a round: "A bought in, as did B", "C was among them too", "so had D and E", "those who paid
// in are F and G"; and rounds that their nouns tell of: "X has $70 million from A", "that round brought in
// $9 million".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_firm_or_person(const Noun& noun) { return noun.named() && noun.type != NounType::place; }

/// Whether every one of the nouns is named, and one is surely an organisation.
bool are_investors(const RuleEngine& engine, const std::vector<std::size_t>& names) {
  const auto sure_firm = [&](std::size_t index) {
    return engine.noun(index).type == NounType::organisation && engine.noun(index).named();
  };
  return !names.empty() && std::all_of(names.begin(), names.end(), [&](std::size_t index) {
    return is_firm_or_person(engine.noun(index));
  }) && std::any_of(names.begin(), names.end(), sure_firm);
}

/// Whose round is told of: the one that raised last, else what the text is about.
std::optional<Actor> receiver(const RuleEngine& engine, const std::vector<std::size_t>& investors) {
  const auto free = [&](const std::optional<Actor>& actor) {
    return actor && !actor->name.empty() && actor->kind != "Fund" && actor->kind != "University" &&
           std::none_of(investors.begin(), investors.end(),
                        [&](std::size_t index) { return engine.noun(index).name == actor->name; });
  };
  if (free(engine.raiser())) return engine.raiser();
  if (free(engine.last_organisation())) return engine.last_organisation();
  if (engine.document().main_organisation_count() >= 2 && free(engine.main_organisation()))
    return engine.main_organisation();
  return std::nullopt;
}

/// The investment told last, in this sentence or right before it.
std::optional<TextClaim> last_investment(const RuleEngine& engine) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + 1 < engine.sentence_index()) break;
    if (claim->relation == "INVESTED_IN" && claim->object && !claim->denied) return *claim;
  }
  return std::nullopt;
}

bool is_person_subject(const RuleEngine& engine, const Verb& verb) {
  const auto subjects = engine.clauses().subject(verb);
  return std::any_of(subjects.begin(), subjects.end(), [&](std::size_t index) {
    return engine.noun(index).type == NounType::person || engine.noun(index).type == NounType::role;
  });
}

bool told_as_investor(const RuleEngine& engine, const std::string& name) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "INVESTED_IN" && claim.subject.name == name && !claim.denied;
  });
}

void claim_names(RuleEngine& engine, const std::vector<std::size_t>& names, const Actor& target) {
  for (const std::size_t index : names)
    if (!told_as_investor(engine, engine.noun(index).name))
      claim_investor(engine, nullptr, index, target, false);
}

/// The verbs of this sentence that say who put money in end before a piece with a comma, or stand in the one
/// before: only then do "did" and "so did" mean that they invested.
bool repeats_investment(const RuleEngine& engine, const TextClaim& told, std::size_t piece) {
  for (const Verb& verb : engine.clauses().verbs())
    if (verb.piece < piece && engine.pieces()[piece].begin > 0 && verb.lemma != "do" &&
        told.sentence != engine.sentence_index())
      return false;
  return true;
}

/// "as did B", "so had C and D", "as is, for a small cheque, E": those named behind.
void find_inverted_repetition(RuleEngine& engine, std::size_t i) {
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(i, "as|so") || !clauses.word_at(i + 1, "did|do|does|had|has|have|is|are|was|were"))
    return;
  const auto told = last_investment(engine);
  if (!told || !repeats_investment(engine, *told, i)) return;
  std::size_t first = clauses.skip_aside(i + 2);
  const auto& pieces = engine.pieces();
  if (clauses.word_at(first, ",")) {  // ", for a small cheque,"
    ++first;
    while (first < pieces.size() && !clauses.word_at(first, ",|.|;")) ++first;
    ++first;
  }
  if (first >= pieces.size() || !pieces[first].is_noun() || !is_firm_or_person(pieces[first].noun)) return;
  claim_names(engine, listed_names(engine, first), *told->object);
}

/// "B did too", "C, of which D is a partner, did as well", "E was also among them".
void find_repetition(RuleEngine& engine, std::size_t i) {
  const auto& clauses = engine.clauses();
  const bool did = clauses.word_at(i, "did|does|has|had") &&
                   (clauses.word_at(i + 1, "too|so|likewise|also|as well") ||
                    (clauses.word_at(i + 1, "as") && i + 2 < engine.pieces().size() &&
                     engine.pieces()[i + 2].is_noun() && engine.pieces()[i + 2].noun.head == "well"));
  bool among = false;
  if (clauses.word_at(i, "was|were|is|are"))
    for (std::size_t k = i + 1; k < i + 4 && !among; ++k)
      among = clauses.word_at(k, "among") && k + 1 < engine.pieces().size() &&
              ((engine.pieces()[k + 1].is_noun() && engine.pieces()[k + 1].noun.head == "them") ||
               clauses.word_at(k + 1, "them|these|those"));
  if (!did && !among) return;
  const auto told = last_investment(engine);
  if (!told || !repeats_investment(engine, *told, i)) return;
  Verb verb;
  verb.piece = i;
  const auto names = clauses.subject(verb);
  if (!are_investors(engine, names) && !among) return;
  claim_names(engine, names, *told->object);
}

/// "A, B and C bought in", "D came aboard too", "E had a part in it", "F took a stake".
void find_buyers(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (verb.passive || verb.negated || verb.possible || verb.infinitive || !engine.told(verb)) return;
  const std::size_t next = verb.piece + 1;
  const bool in = clauses.word_at(next, "in") &&
                  (next + 1 >= pieces.size() || clauses.word_at(next + 1, ".|,|;|too|as|also|and|again") ||
                   pieces[next + 1].kind == Piece::Kind::date);
  const bool buys = one_of("buy|pay|come|chip|pitch", verb.lemma) && in;
  const bool aboard = one_of("come|climb|hop|get|jump", verb.lemma) &&
                      (clauses.word_at(next, "aboard") ||
                       (clauses.word_at(next, "on") && next + 1 < pieces.size() &&
                        pieces[next + 1].is_noun() && pieces[next + 1].noun.head == "board"));
  const bool stake = one_of("take|buy|acquire|get", verb.lemma) && next < pieces.size() &&
                     pieces[next].is_noun() && one_of("stake|shares", pieces[next].noun.head) &&
                     !clauses.word_at(next + 1, "in|of");
  const bool also = verb.lemma == "invest" &&
                    (next >= pieces.size() || clauses.word_at(next, ".|,|;|too|as|also|alongside"));
  if (!buys && !aboard && !stake && !also) return;
  const auto names = clauses.subject(verb);
  if (!are_investors(engine, names)) return;
  const bool round = engine.raiser() || last_investment(engine);
  if (!round && names.size() < 2) return;
  if (const auto target = receiver(engine, names)) claim_names(engine, names, *target);
}

/// "A, B and C had a part in it": without a verb that the clauses know.
void find_part_had(RuleEngine& engine, std::size_t i) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(i, "had|have|has") || i + 1 >= pieces.size() || !pieces[i + 1].is_noun()) return;
  const std::string_view head = pieces[i + 1].noun.head;
  if (!one_of("part|share|hand|stake|place", head) || !pieces[i + 1].noun.indefinite || i == 0 ||
      !clauses.word_at(i + 2, "in"))
    return;
  if (i + 3 >= pieces.size() || !pieces[i + 3].is_noun() ||
      !(pieces[i + 3].noun.head == "it" || is_round_noun(pieces[i + 3].noun.head)))
    return;
  const auto names = pieces[i - 1].is_noun() ? clauses.group_to(i - 1) : std::vector<std::size_t>();
  if (!are_investors(engine, names)) return;
  if (const auto target = receiver(engine, names)) claim_names(engine, names, *target);
}

/// "Among those with money in the deal are A and B", "Those who paid in include C".
void find_those_who_paid(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  std::size_t at = clauses.word_at(0, "among") ? 1 : 0;
  if (!clauses.word_at(at, "those|others")) return;
  bool money = false;
  for (++at; at + 1 < pieces.size() && at < 14; ++at) {
    if (clauses.word_at(at, ".|;")) return;
    const std::string_view word =
        pieces[at].is_noun() ? std::string_view(pieces[at].noun.head) : std::string_view(pieces[at].lower);
    if (one_of("is|are|were|was|include|included", word)) break;
    money = money || is_round_noun(word) ||
            one_of("money|paid|invested|cheque|cheques|checks|backed|capital|backing|investing", word);
  }
  if (!money || at + 1 >= pieces.size()) return;
  const auto names = listed_names(engine, at + 1);
  if (!are_investors(engine, names)) return;
  if (const auto target = receiver(engine, names)) claim_names(engine, names, *target);
}

/// "X has $70 million from A, the lead, as well as from B": a sum that somebody has from others.
void find_sum_from(RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (sum == 0 || !clauses.word_at(sum - 1, "has|have|had|got|received|obtained|gets")) return;
  std::size_t from = sum + 1;
  while (from < pieces.size() && from < sum + 5 && !clauses.word_at(from, "from|.|;|,")) ++from;
  if (!clauses.word_at(from, "from") || from + 1 >= pieces.size()) return;
  const auto names = listed_names(engine, from + 1);
  if (!are_investors(engine, names)) return;
  Verb verb;
  verb.piece = sum - 1;
  const auto subjects = clauses.subject(verb);
  if (subjects.empty() || engine.noun(subjects.back()).type == NounType::person) return;
  const auto organisation = engine.organisation(engine.noun(subjects.back()));
  if (!organisation) return;
  claim_raise(engine, "sum-from", nullptr, *organisation, sum);
  for (const std::size_t index : names) claim_investor(engine, nullptr, index, *organisation, false);
}

/// "A fifth of that comes from A": the money told of before.
void find_share_from(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!one_of("come|stem", verb.lemma) || verb.negated || verb.possible || !engine.raiser() ||
      !clauses.word_at(verb.piece + 1, "from") || verb.piece < 2)
    return;
  const auto is_share = [&](std::size_t piece) {
    return pieces[piece].is_noun() &&
           one_of(
               "half|third|quarter|fifth|tenth|most|part|share|bulk|rest|remainder|money|cash|much|lot|sum",
               pieces[piece].noun.head);
  };
  const bool share =
      is_share(0) || (is_share(verb.piece - 1)) || clauses.word_at(0, "half|most|much|some|part");
  if (!share || is_person_subject(engine, verb)) return;
  for (const std::size_t index : listed_names(engine, verb.piece + 2))
    claim_investor(engine, nullptr, index, *engine.raiser(), false);
}

/// "That round, in September, brought in $750 million", "the round was worth $5 million".
void find_round_told(RuleEngine& engine, const Verb& verb) {
  if (!one_of("bring|raise|fetch|yield|net|total|come", verb.lemma) || verb.negated || verb.possible ||
      verb.planned || !engine.told(verb))
    return;
  const auto& pieces = engine.pieces();
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty()) return;
  const Noun& round = engine.noun(subjects.back());
  if (round.named() || round.indefinite || !is_round_noun(round.head) || round.head == "deal") return;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 4; ++i) {
    if (pieces[i].kind != Piece::Kind::amount) continue;
    auto target = round.owner.empty() ? std::nullopt : engine.organisation(round.owner.front());
    if (!target && last_investment(engine)) target = last_investment(engine)->object;
    if (!target) target = receiver(engine, {});
    if (target) claim_raise(engine, "round-brought", &verb, *target, i);
    return;
  }
}

/// "A led its $900 million Series C", "B had led last April's round of $75 million", "C and D took part in a
/// round of $130 million": the round of what the text is about, with its investors.
void find_round_led(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const bool leads = one_of("lead|co-lead|anchor", verb.lemma);
  const bool part = verb.lemma == "take" && verb.piece + 1 < pieces.size() &&
                    (clauses.word_at(verb.piece + 1, "part") ||
                     (pieces[verb.piece + 1].is_noun() && pieces[verb.piece + 1].noun.head == "part"));
  if ((!leads && !part) || verb.passive || verb.negated || verb.possible || verb.planned ||
      !engine.told(verb))
    return;
  const auto names = clauses.subject(verb);
  if (!are_investors(engine, names) || engine.said_here_as("INVESTED_IN")) return;
  bool round = false;
  std::optional<std::size_t> sum;
  std::optional<Actor> owner;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 14; ++i) {
    if (clauses.word_at(i, ".|;")) break;
    if (clauses.word_at(i, ",") && (round || sum)) break;
    if (pieces[i].kind == Piece::Kind::amount && !sum && !is_other_money(engine, i)) sum = i;
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    const bool named_round = !noun.named() && (is_round_phrase(noun) || is_round_noun(noun.head));
    round = round || named_round;
    const auto& tokens = engine.sentence().sentence.tokens;
    if (noun.named() && noun.type == NounType::organisation && tokens[pieces[i].end - 1].is("'s") && !owner)
      owner = engine.organisation(noun);  // "led Acme's last round"
    if (named_round && !noun.owner.empty() && noun.owner.front().type == NounType::organisation)
      owner = engine.organisation(noun.owner.front());
    if (round && noun.named() && clauses.word_at(i - 1, "in|of|for|at") && noun.can_be_organisation() &&
        !owner)
      owner = engine.organisation(noun);
  }
  if (!round) return;
  const auto target = owner ? owner : receiver(engine, names);
  if (!target) return;
  if (sum) claim_raise(engine, "round-led", &verb, *target, *sum);
  for (const std::size_t index : names) claim_investor(engine, &verb, index, *target, leads);
}

/// "The lead is shared by A and B", "A and B share the lead".
void find_lead_shared(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "share" || verb.negated || verb.possible) return;
  const auto& clauses = engine.clauses();
  const auto is_lead = [&](const std::vector<std::size_t>& nouns) {
    return std::any_of(nouns.begin(), nouns.end(),
                       [&](std::size_t index) { return engine.noun(index).head == "lead"; });
  };
  std::vector<std::size_t> names;
  bool lead = false;
  for (std::size_t i = 0; i < engine.pieces().size(); ++i)
    lead = lead || (engine.pieces()[i].is_noun() && !engine.noun(i).named() && engine.noun(i).head == "lead");
  if (verb.passive && lead && clauses.word_at(verb.piece + 1, "by"))
    names = listed_names(engine, verb.piece + 2);
  else if (!verb.passive && is_lead(clauses.object(verb.piece, "")))
    names = clauses.subject(verb);
  if (!are_investors(engine, names)) return;
  if (const auto target = receiver(engine, names))
    for (const std::size_t index : names) claim_investor(engine, &verb, index, *target, true);
}

}  // namespace

void find_participants(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (const Verb& verb : engine.clauses().verbs()) {
    find_round_told(engine, verb);
    find_round_led(engine, verb);
    find_lead_shared(engine, verb);
    find_share_from(engine, verb);
    find_buyers(engine, verb);
  }
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind == Piece::Kind::amount) find_sum_from(engine, i);
    find_part_had(engine, i);
  }
  find_those_who_paid(engine);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    find_inverted_repetition(engine, i);
    find_repetition(engine, i);
  }
}

}  // namespace talentflow::ingest::text
