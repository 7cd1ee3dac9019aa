#include "ingest/text/rounds.hpp"

#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_value_noun(std::string_view head) {
  return one_of("valuation|value|post-money|pre-money|worth|price", head);
}

/// Ends an enumeration: the name right before a verb is that verb's subject, and no part of the list.
void drop_subject(const Clauses& clauses, std::size_t verb, std::vector<std::size_t>& names) {
  if (names.size() < 2 || verb == 0) return;
  // "from A, and Ann Example, a partner at the firm, has ..": over what is said of her
  const bool aside = names.back() > 1 && clauses.word_at(names.back() - 1, "and") &&
                     clauses.word_at(names.back() - 2, ",") && clauses.skip_aside(names.back() + 1) == verb;
  if (names.back() + 1 != verb && !aside) return;
  if (clauses.word_at(verb, "participating|joining|investing|contributing")) return;
  names.pop_back();
}

}  // namespace

bool is_round_noun(std::string_view head) {
  return one_of(
      "round|funding|financing|deal|investment|rounds|series|seed|raise|tranche|pre-seed|extension|fundraise|"
      "fundraising",
      head);
}

bool is_fund_name(const std::string& name) {
  if (Gazetteer::standard().knows_as(name, "Fund")) return true;
  const std::string lower = ascii_lower(name);
  const auto blank = lower.rfind(' ');
  return blank != std::string::npos &&
         one_of("capital|ventures|venture|partners|fund|investments|investment|equity|angels",
                std::string_view(lower).substr(blank + 1));
}

bool names_fund_before(const RuleEngine& engine, std::size_t piece) {
  for (std::size_t i = 0; i < piece && i < engine.pieces().size(); ++i)
    if (engine.pieces()[i].is_noun() && engine.noun(i).type == NounType::organisation &&
        is_fund_name(engine.noun(i).name))
      return true;
  return false;
}

bool is_round_phrase(const Noun& noun) {
  return !noun.named() &&
         (is_round_noun(noun.head) || (noun.described.starts_with("series ") && noun.head.size() == 1));
}

/// "was valued at $2 billion", "values X at $2 billion": whose round the sentence speaks of.
std::optional<Actor> valued_organisation(const RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.lemma != "value" || verb.possible || verb.negated) continue;
    const auto valued =
        verb.passive ? engine.clauses().subject(verb) : engine.clauses().object(verb.piece, "");
    if (!valued.empty() && engine.noun(valued.back()).type != NounType::person)
      if (auto organisation = engine.organisation_at(valued.back())) return organisation;
  }
  return std::nullopt;
}

std::string round_name(const RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (tokens[i].is("series") && i + 1 < tokens.size() && tokens[i + 1].text.size() == 1) {
      const bool plus = i + 2 < tokens.size() && tokens[i + 2].is("+");
      return "Series " + std::string(tokens[i + 1].text) + (plus ? "+" : "");
    }
    if (tokens[i].is("seed") || tokens[i].is("pre-seed")) return tokens[i].lower;
  }
  return {};
}

std::optional<std::size_t> valuation_piece(const RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (pieces[i].kind != Piece::Kind::amount) continue;
    if (i + 1 < pieces.size() && pieces[i + 1].is_noun() && is_value_noun(pieces[i + 1].noun.head)) return i;
    if (i >= 2 && pieces[i - 1].is("of") && pieces[i - 2].is_noun() && is_value_noun(pieces[i - 2].noun.head))
      return i;
    if (i >= 2 && pieces[i - 1].is("at") && pieces[i - 2].is_noun() && pieces[i - 2].noun.head == "valued")
      return i;
    if (i >= 1 && engine.clauses().word_at(i - 1, "valued|worth")) return i;
  }
  return std::nullopt;
}

bool is_other_money(const RuleEngine& engine, std::size_t amount) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const Piece& piece = engine.pieces()[amount];
  const std::size_t from = piece.begin > 4 ? piece.begin - 4 : 0;
  for (std::size_t i = from; i < tokens.size() && i < piece.end + 3; ++i)
    if (one_of("revenue|sales|profit|profits|turnover|pay|salary|package|worth|valued|valuation|spending|"
               "costs|fine|bonus|"
               "loss|losses|deal|contract|run-rate|annualized|total|value|debt",
               tokens[i].lower) &&
        !(tokens[i].is("total") && i > piece.begin) && !tokens[i].is("deal"))
      return i < piece.begin ? !(i + 3 < piece.begin) || tokens[i].is("valued") : i <= piece.end + 1;
  return false;
}

void claim_raise(RuleEngine& engine, std::string_view rule, const Verb* verb, const Actor& organisation,
                 std::size_t amount) {
  for (const auto& claim : engine.claims())
    if (claim.relation == "RAISED" && claim.sentence == engine.sentence_index() &&
        claim.subject.name == organisation.name && claim.amount &&
        claim.amount->money.low == engine.pieces()[amount].amount.money.low)
      return;
  ClaimDraft draft;
  if (verb != nullptr)
    draft.start = engine.event_date(*verb);
  else
    draft.start = engine.sentence().item_date.known() ? engine.sentence().item_date : engine.about_now();
  draft.amount = engine.pieces()[amount].amount;
  if (const auto value = valuation_piece(engine); value && *value != amount) {
    const Amount& stated = engine.pieces()[*value].amount;
    draft.properties.emplace_back("valuation", Value(stated.money));
    if (stated.approximate) draft.properties.emplace_back("valuation_approximate", Value(true));
  }
  if (auto round = round_name(engine); !round.empty())
    draft.properties.emplace_back("round", Value(std::move(round)));
  engine.remember_raiser(organisation);
  engine.claim(rule, "RAISED", organisation, std::nullopt, verb, verb != nullptr ? verb->piece : amount,
               amount, std::move(draft));
}

std::optional<Actor> round_target(const RuleEngine& engine, std::size_t piece) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t at = tokens[engine.pieces()[piece].begin].offset;
  const TextClaim* before = nullptr;
  const TextClaim* behind = nullptr;
  for (const auto& claim : engine.claims()) {
    if (claim.relation != "RAISED" || claim.sentence != engine.sentence_index()) continue;
    if (claim.begin <= at && (before == nullptr || claim.begin >= before->begin)) before = &claim;
    if (claim.begin > at && (behind == nullptr || claim.begin < behind->begin)) behind = &claim;
  }
  if (before != nullptr) return before->subject;
  if (behind != nullptr) return behind->subject;
  if (auto valued = valued_organisation(engine)) return valued;
  return engine.raiser();
}

/// When the organisation was last said to raise money, in this sentence or one of the two before it.
static std::optional<Date> day_of_round(const RuleEngine& engine, const Actor& target) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "RAISED" && claim->subject.name == target.name && !claim->denied)
      return claim->sentence + 2 >= engine.sentence_index() && claim->start.known() &&
                     (claim->start.precision == DatePrecision::day ||
                      claim->start.precision == DatePrecision::month)
                 ? std::optional<Date>(claim->start)
                 : std::nullopt;
  return std::nullopt;
}

void claim_investor(RuleEngine& engine, const Verb* verb, std::size_t index, const Actor& target, bool lead) {
  const Noun& investor = engine.noun(index);
  if (!investor.named()) return;
  auto actor = engine.anyone(investor);
  if (!actor || actor->name == target.name) return;
  // "Cathay Innovation": two plain words among firms, of which the first is nobody's given name
  const std::string first = ascii_lower(investor.name.substr(0, investor.name.find(' ')));
  if (actor->kind == "Person" && !investor.sure && investor.role.empty() && !is_given_name(first))
    actor->kind = "Company";
  ClaimDraft draft;
  if (verb != nullptr)
    draft.start = engine.event_date(*verb);
  else if (engine.sentence().item_date.known())
    draft.start = engine.sentence().item_date;
  if (verb == nullptr || !engine.clauses().date_of(*verb))
    if (const auto day = day_of_round(engine, target)) draft.start = day;
  if (lead) draft.properties.emplace_back("lead", Value(true));
  if (lead && !engine.raiser()) engine.remember_raiser(target);
  engine.claim(lead ? "led-round" : "backed", "INVESTED_IN", *actor, target, verb, index,
               verb != nullptr ? verb->piece : index, std::move(draft));
}

std::vector<std::size_t> listed_names(const RuleEngine& engine, std::size_t from) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto is_verb = [&](std::size_t at) {
    return std::any_of(clauses.verbs().begin(), clauses.verbs().end(),
                       [&](const Verb& verb) { return verb.piece == at; });
  };
  const auto skip_to = [&](std::size_t at, std::string_view marks) {
    while (at < pieces.size() && !clauses.word_at(at, marks) && !clauses.word_at(at, ".|;")) ++at;
    return at;
  };
  const auto is_well = [&](std::size_t at) {
    return at < pieces.size() && pieces[at].is_noun() && pieces[at].noun.head == "well";
  };
  std::vector<std::size_t> out;
  for (std::size_t at = from; at < pieces.size(); ++at) {
    const Piece& piece = pieces[at];
    if (piece.is_noun()) {
      const bool name = piece.noun.named() && piece.noun.type != NounType::place;
      if (!name && piece.noun.type == NounType::pronoun) break;
      // "whose partner C is involved": told of the one before
      if (piece.noun.determiner == "whose") {
        at = skip_to(at, ",");
        // "whose chief, Ann Example, will advise": she is not of the list
        const bool named = !piece.noun.named() && at + 2 < pieces.size() && pieces[at + 1].is_person() &&
                           clauses.word_at(at + 2, ",");
        if (named) at += 2;
        continue;
      }
      if (!name) continue;
      // "the state fund A", "the A brothers B and C": the name behind is meant
      if (!out.empty() && out.back() + 1 == at) out.pop_back();
      out.push_back(at);
    } else if (clauses.word_at(at, "who|whose|which|where|whom")) {
      at = skip_to(at, ",");
    } else if (clauses.word_at(at, "(")) {
      at = skip_to(at, ")");
    } else if (clauses.word_at(at, "as") && at > 0 && clauses.word_at(at - 1, ",") &&
               at + 2 < pieces.size() && pieces[at + 1].is_noun() && !pieces[at + 1].noun.named() &&
               clauses.word_at(at + 2, ",")) {
      at += 2;  // "A and, as an individual, B"
    } else if (clauses.word_at(at, "returning|again|too") && clauses.word_at(at - 1, ",|and") &&
               clauses.word_at(at + 1, ",")) {
      ++at;  // "A and, returning, B"
    } else if (is_verb(at) || (piece.kind == Piece::Kind::word && is_auxiliary(piece.lower))) {
      // "the state fund A": no verb
      if (clauses.word_at(at, "fund|trust|group") && at + 1 < pieces.size() && pieces[at + 1].is_noun())
        continue;
      drop_subject(clauses, at, out);
      break;
    } else if (clauses.word_at(at, "of|at|from|in|for|by")) {
      const bool listed = at > 0 && clauses.word_at(at - 1, ",|and|&|as");
      if (!listed && at + 1 < pieces.size() && pieces[at + 1].is_noun()) ++at;  // "B of C"
    } else {
      const bool between =
          clauses.word_at(at,
                          ",|and|&|or|plus|both|alongside|with|as|well|including|like|such|namely|"
                          ":|the|brothers|sisters|fellow|also|two|three|former|-|itself|themselves");
      const bool stop = clauses.word_at(at, "with|as|-") && !out.empty() && at > 0 &&
                        !clauses.word_at(at - 1, "along|together|well|such|as") &&
                        !clauses.word_at(at + 1, "well") && !is_well(at + 1) && !is_well(at - 1);
      const bool passed =
          piece.kind == Piece::Kind::date || piece.kind == Piece::Kind::amount ||
          piece.kind == Piece::Kind::percentage ||
          (piece.kind == Piece::Kind::word && (is_adverb(piece.lower) || is_former_word(piece.lower)));
      if (stop || (!between && !passed)) break;
    }
  }
  return out;
}

bool names_round(const RuleEngine& engine) {
  return std::any_of(engine.pieces().begin(), engine.pieces().end(), [](const Piece& piece) {
    return (piece.is_noun() && is_round_noun(piece.noun.head)) || piece.kind == Piece::Kind::amount;
  });
}

}  // namespace talentflow::ingest::text
