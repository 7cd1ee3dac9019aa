// The last resort for sums: money that no other rule has given to anybody, in a sentence that speaks of a
// round, a flotation or money put in. "has brought in $5 million with its flotation", "announced both hires
// along with a funding round of $5 million", "A and B put $5 million into X", "now has $5 million to spend".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

std::string_view word_of(const Piece& piece) {
  if (!piece.is_noun()) return piece.lower;
  return piece.noun.named() ? std::string_view() : std::string_view(piece.noun.head);
}

bool is_flotation(std::string_view word) {
  return one_of("flotation|float|ipo|listing|offering|placement|debut", word);
}

/// Hopes, denials and other people's money before or behind the sum, up to a semicolon.
bool is_told_otherwise(const RuleEngine& engine, std::size_t sum, bool clause_only) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const auto& pieces = engine.pieces();
  std::size_t from = sum;
  while (from > 0 && !pieces[from - 1].is(";") && !(clause_only && pieces[from - 1].is(","))) --from;
  std::size_t to = sum;
  while (to + 1 < pieces.size() && !pieces[to + 1].is(";")) ++to;
  for (std::size_t i = pieces[from].begin; i < pieces[to].end; ++i)
    if (one_of(
            "not|never|no|nor|neither|without|may|might|could|would|should|if|whether|talks|hope|hopes|hoped|"
            "hoping|want|wants|wanted|plan|plans|planned|planning|seek|seeks|seeking|sought|consider|"
            "considering|weighing|mulling|exploring|rumoured|rumored|reportedly|expected|expects|likely|"
            "possible|potential|target|targets|aims|aiming|declined|denied|denies|rejected|failed|offered|"
            "offer|bid|will|n't|revenue|revenues|sales|profit|loss|losses|salary|bonus|pay|paying|fine|"
            "damages|acquisition|acquired|bought|buy|buys|licence|license|fee|fees|contract|contracts|"
            "order|orders|prize|grant|grants|cost|costs|spends|spent|debts|debt|loan|loans|deal|"
            "purchase|takeover|data|centre|centres|center|centers|month|talking|used|threshold",
            tokens[i].lower))
      return true;
  return false;
}

/// "values the company at $5 million": what it is worth.
bool is_value(const RuleEngine& engine, std::size_t sum) {
  for (std::size_t i = sum; i-- > 0 && i + 7 > sum;) {
    if (engine.pieces()[i].kind == Piece::Kind::amount) return false;
    if (one_of("values|valued|valuing|valuation|value|worth|price", word_of(engine.pieces()[i]))) return true;
  }
  return false;
}

bool is_claimed(const RuleEngine& engine, std::size_t sum) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.amount && claim.relation == "RAISED" && claim.sentence == engine.sentence_index() &&
           claim.amount->money.low == engine.pieces()[sum].amount.money.low;
  });
}

/// Whether somebody of that name puts money in elsewhere and gets none here.
bool is_investor(const RuleEngine& engine, const Actor& actor) {
  if (actor.kind == "Fund" || actor.kind == "University" || is_fund_name(actor.name)) return true;
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "INVESTED_IN" && claim.subject.name == actor.name;
  });
}

/// The firm that a piece names, or describes as "the start-up".
std::optional<Actor> firm_at(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (noun.type == NounType::place || noun.type == NounType::person) return std::nullopt;
  auto organisation = noun.named() || noun.owner.empty() ? engine.organisation(noun) : std::nullopt;
  return organisation && !is_investor(engine, *organisation) ? organisation : std::nullopt;
}

bool gets_money(const RuleEngine& engine, const Verb& verb) {
  if (verb.passive || verb.negated || verb.possible || verb.planned || !engine.told(verb)) return false;
  return one_of(
      "raise|close|collect|take|bring|get|announce|receive|secure|attract|complete|unveil|land|win|pull|"
      "emerge|come|have|net|gather|reveal|disclose|confirm|float|list|launch|start|say|report",
      verb.lemma);
}

/// Who is said to get a sum: the subject of a verb of getting or announcing before it.
std::optional<Actor> getter_before(const RuleEngine& engine, std::size_t sum) {
  // "Acme nets $5 million in its flotation": a word that is as often a noun
  if (sum >= 2 &&
      one_of("nets|grosses|banks|pockets|bags|lands|scoops|snags|grabs", word_of(engine.pieces()[sum - 1])) &&
      engine.pieces()[sum - 2].is_noun())
    if (auto firm = firm_at(engine, sum - 2)) return firm;
  for (auto verb = engine.clauses().verbs().rbegin(); verb != engine.clauses().verbs().rend(); ++verb) {
    if (verb->piece >= sum || !gets_money(engine, *verb)) continue;
    const auto subjects = engine.clauses().subject(*verb);
    if (subjects.size() != 1) continue;
    if (auto firm = firm_at(engine, subjects.front())) return firm;
  }
  return std::nullopt;
}

/// Where a sentence names no firm but investors: what the text goes on about.
std::optional<Actor> spoken_of(const RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    // "A in front": who pays
    const bool leads = engine.clauses().word_at(i + 1, "in") && i + 2 < engine.pieces().size() &&
                       one_of("front|lead", word_of(engine.pieces()[i + 2]));
    if (!leads && noun.named() && noun.type == NounType::organisation && firm_at(engine, i))
      return std::nullopt;
    for (const Noun& owner : noun.owner)
      if (owner.type == NounType::organisation) return std::nullopt;
  }
  const auto& actor = engine.raiser() ? engine.raiser() : engine.last_organisation();
  return actor && !is_investor(engine, *actor) ? actor : std::nullopt;
}

/// "fresh funds", "new money", "investors": nouns that make a sum beside them one of a round.
bool is_new_money(const Piece& piece) {
  if (!piece.is_noun() || piece.noun.named()) return piece.is("richer");
  if (one_of("injection|fundraising|fundraise|investors|backers|richer|fresh", piece.noun.head)) return true;
  const std::string& described = piece.noun.described;
  return one_of("funds|capital|money|cash|equity", piece.noun.head) &&
         one_of("fresh|new|seed|venture|growth|extra|further|additional",
                std::string_view(described).substr(0, described.find(' ')));
}

/// "a round of $5 million", "$5 million in seed money", "$5 million, one of the largest rounds ever".
bool is_of_round(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  const auto tells = [&](std::size_t i) {
    return one_of("seed|series|round|rounds|funding|financing|flotation|float|ipo", word_of(pieces[i])) ||
           is_new_money(pieces[i]) ||
           (pieces[i].is_noun() && !pieces[i].noun.named() &&
            pieces[i].noun.described.starts_with("series "));
  };
  for (std::size_t i = sum; i-- > 0 && i + 4 > sum;)
    if (tells(i)) return true;
  // "Acme: fresh $5 million", "Acme pockets $5 million" in a headline
  if (sum >= 1 && engine.sentence().item_date.known() &&
      (engine.clauses().word_at(sum - 1, "fresh|new|extra") ||
       one_of("fresh|pockets|bags|nets|banks|lands|scoops|snags|grabs", word_of(pieces[sum - 1]))))
    return true;
  // "pulled together $5 million", "drummed up $5 million", "Investors have given Acme $5 million"
  if (sum >= 2 && ((engine.clauses().word_at(sum - 1, "together") &&
                    engine.clauses().word_at(sum - 2, "pulled|scraped|put|got|scrapes|pulls|gets|puts")) ||
                   (engine.clauses().word_at(sum - 1, "up") &&
                    engine.clauses().word_at(sum - 2, "drummed|rustled|rounded|drums|rustles|rounds"))))
    return true;
  for (std::size_t i = sum; i-- > 0 && i + 6 > sum;)
    if (one_of("investors|backers", word_of(pieces[i])) && engine.mentions("given")) return true;
  for (std::size_t i = sum + 1; i < pieces.size() && i < sum + 7; ++i) {
    if (pieces[i].is(";") || pieces[i].kind == Piece::Kind::amount) return false;
    if (tells(i)) return true;
  }
  return false;
}

/// "brought in $5 million", where the sentence speaks of a flotation.
bool is_of_flotation(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  // "sold shares for $5 million" in an offering
  const bool sold = sum > 1 && engine.clauses().word_at(sum - 1, "for|worth") && engine.mentions("sold") &&
                    engine.mentions("shares");
  const bool got = sum > 0 && (sold || engine.clauses().word_at(sum - 1, "in|up") ||
                               one_of("nets|netted|raised|raises|fetched|fetches|reaped|grossed|yielded|of|"
                                      "brought|collected",
                                      word_of(pieces[sum - 1])));
  return got && std::any_of(pieces.begin(), pieces.end(),
                            [](const Piece& piece) { return is_flotation(word_of(piece)); });
}

/// "A and B put $5 million into X", where that is all the money told of.
std::optional<Actor> put_into(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  std::size_t sums = 0;
  for (const Piece& piece : pieces)
    if (piece.kind == Piece::Kind::amount || piece.kind == Piece::Kind::percentage) ++sums;
  if (sums != 1 || sum == 0 || sum + 2 >= pieces.size()) return std::nullopt;
  const std::string_view lemma = verb_lemma(pieces[sum - 1].lower);
  if (!one_of("put|pump|pour|inject|plough|sink", lemma) || !engine.clauses().word_at(sum + 1, "in|into") ||
      !pieces[sum + 2].is_noun())
    return std::nullopt;
  // one firm alone buys a part of the other, which is no round
  const Verb* const verb = engine.clauses().verb_before(sum);
  if (verb == nullptr || engine.clauses().subject(*verb).size() < 2) return std::nullopt;
  return firm_at(engine, sum + 2);
}

/// "now has $5 million to spend", where the next sentence tells of the round.
bool is_told_of_next(const RuleEngine& engine, std::size_t sum) {
  if (sum == 0 || !engine.clauses().word_at(sum - 1, "has|have|had") ||
      !engine.clauses().word_at(sum + 1, "to|for|in"))
    return false;
  const std::size_t next = engine.sentence_index() + 1;
  if (next >= engine.document().sentences().size()) return false;
  const auto& tokens = engine.document().sentences()[next].sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of("round|investors|investor|backers|backer|financing|series", token.lower);
  });
}

/// "it now has $5 million": who has it; "it" of a first sentence is whom that begins with.
std::optional<Actor> holder_of_sum(const RuleEngine& engine, std::size_t sum) {
  Verb has;
  has.piece = sum - 1;
  const auto subjects = engine.clauses().subject(has);
  if (subjects.empty()) return std::nullopt;
  if (auto firm = firm_at(engine, subjects.back())) return firm;
  const Noun& noun = engine.noun(subjects.back());
  const bool it = noun.type == NounType::pronoun && noun.head == "it";
  return it && engine.pieces()[0].is_noun() ? firm_at(engine, 0) : std::nullopt;
}

/// Verbs whose subject gives money to others.
bool gives_money(std::string_view lemma) {
  return one_of(
      "lead|co-lead|back|fund|finance|invest|put|give|provide|split|share|join|participate|pour|pump|inject|"
      "contribute|write|supply|commit|anchor|spearhead|buy|acquire|pay|spend|own|hold",
      lemma);
}

/// The one firm that a part of the sentence names and that gives nothing: "Investors have given Acme another
/// $5 million".
std::optional<Actor> only_firm(const RuleEngine& engine, std::size_t sum) {
  const auto& pieces = engine.pieces();
  std::size_t from = sum;
  while (from > 0 && !pieces[from - 1].is(";")) --from;
  // "Acme: fresh $5 million, A and B on board"
  if (engine.clauses().word_at(from + 1, ":") && pieces[from].is_noun()) return firm_at(engine, from);
  std::optional<Actor> out;
  std::size_t at = 0;
  for (std::size_t i = from; i < pieces.size() && !pieces[i].is(";"); ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = engine.noun(i);
    if (noun.type == NounType::role && !noun.employer.empty()) return std::nullopt;
    if (!noun.named() || noun.type != NounType::organisation) continue;
    const auto firm = firm_at(engine, i);
    const bool leads = engine.clauses().word_at(i + 1, "in") && i + 2 < pieces.size() &&
                       one_of("front|lead", word_of(pieces[i + 2]));
    if (!firm || leads) continue;
    if (out && out->name != firm->name) return std::nullopt;
    if (i > from && engine.clauses().word_at(i - 1, "by|from|with|at|than|like|on|against"))
      return std::nullopt;
    out = firm;
    at = i;
  }
  if (!out) return std::nullopt;
  for (const Verb& verb : engine.clauses().verbs()) {
    if (!gives_money(verb.lemma) || verb.passive) continue;
    if (verb.lemma == "join" && verb.piece + 1 < pieces.size() &&
        !is_round_noun(word_of(pieces[verb.piece + 1])))
      continue;  // "joins the unicorns"
    for (const std::size_t subject : engine.clauses().subject(verb))
      if (subject == at) return std::nullopt;
  }
  return out;
}

void find_sum(RuleEngine& engine, std::size_t sum) {
  const bool next = is_told_of_next(engine, sum);
  if (is_told_otherwise(engine, sum, next)) return;
  if (const auto receiver = put_into(engine, sum)) {
    claim_raise(engine, "sum-put-in", nullptr, *receiver, sum);
    return;
  }
  // "is putting $5 million into X's Series C": an investor's part of it
  const bool part = sum > 0 && one_of("put|invest|pump|pour|inject|plough|sink|contribute|add|supply|commit",
                                      verb_lemma(engine.pieces()[sum - 1].lower));
  if (part) return;
  const bool round = is_of_round(engine, sum);
  const bool flotation = !round && is_of_flotation(engine, sum);
  if (!round && !flotation && !next) return;
  auto receiver = getter_before(engine, sum);
  if (!receiver && next) receiver = holder_of_sum(engine, sum);
  if (!receiver && next) return;
  if (!receiver && (round || flotation)) receiver = only_firm(engine, sum);
  if (!receiver) receiver = spoken_of(engine);
  if (receiver)
    claim_raise(engine,
                flotation ? "sum-of-flotation"
                : next    ? "sum-at-hand"
                          : "sum-of-round",
                nullptr, *receiver, sum);
}

}  // namespace

void find_loose_sums(RuleEngine& engine) {
  const auto value = valuation_piece(engine);
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (engine.pieces()[i].kind != Piece::Kind::amount || (value && *value == i) ||
        is_other_money(engine, i) || is_value(engine, i) || is_claimed(engine, i))
      continue;
    find_sum(engine, i);
  }
}

}  // namespace talentflow::ingest::text
