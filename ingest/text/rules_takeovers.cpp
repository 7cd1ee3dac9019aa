// Who bought whom, told as nouns and by the seller: "its acquisition by A", "A's purchase of B", "sold B to
// A", "B went to A", "B has a new owner: A".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_purchase_noun(std::string_view head) {
  return one_of("acquisition|takeover|purchase|buyout|buy-out", head);
}

std::optional<Actor> firm(const RuleEngine& engine, std::size_t index) {
  if (index >= engine.pieces().size() || !engine.pieces()[index].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(index);
  const bool named = noun.named() && noun.type == NounType::organisation && noun.group.empty();
  // two plain words where only a firm can stand
  const bool unsure = noun.named() && noun.type == NounType::person && !noun.sure && noun.role.empty();
  if (!named && !unsure) return std::nullopt;
  return engine.organisation(noun);
}

/// Hopes and failures before or behind a noun: "the takeover of B by A was blocked".
bool fell_through(const RuleEngine& engine) {
  const auto& tokens = engine.sentence().sentence.tokens;
  return std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of(
        "talks|blocked|blocks|failed|fails|collapsed|abandoned|abandons|rumoured|rumored|possible|potential|"
        "proposed|attempted|rejected|rejects|mulling|considering|weighing|could|might|would|no|not|never|"
        "hopes|bid|bids|offer|offers|scrapped|through|consider|explore|exploring|vain",
        token.lower);
  });
}

void claim_purchase(RuleEngine& engine, std::string_view rule, const std::optional<Actor>& buyer,
                    const std::optional<Actor>& bought, const Verb* verb, std::optional<Date> date,
                    std::size_t from, std::size_t to) {
  if (!buyer || !bought || buyer->name == bought->name) return;
  if (engine.said("ACQUIRED", buyer->name, bought->name)) return;
  ClaimDraft draft;
  if (date)
    draft.start = *date;
  else if (verb != nullptr)
    draft.start = engine.event_date(*verb);
  else if (engine.sentence().item_date.known())
    draft.start = engine.sentence().item_date;
  engine.claim(rule, "ACQUIRED", *buyer, bought, verb, from, to, std::move(draft));
}

/// The date right behind a piece.
std::optional<Date> date_behind(const RuleEngine& engine, std::size_t piece) {
  for (std::size_t i = piece + 1; i < engine.pieces().size() && i < piece + 3; ++i)
    if (engine.pieces()[i].kind == Piece::Kind::date) return engine.pieces()[i].date;
  return std::nullopt;
}

/// "its acquisition by A in 2023", "the takeover of B by A", "A's purchase of B", "A announced the
/// acquisition of B".
void find_purchase_noun(RuleEngine& engine, std::size_t i) {
  const auto& clauses = engine.clauses();
  const Noun& noun = engine.noun(i);
  std::optional<Actor> bought;
  std::optional<Actor> buyer;
  std::size_t last = i;
  std::size_t by = i + 1;
  if (clauses.word_at(i + 1, "of")) {
    bought = firm(engine, i + 2);
    last = i + 2;
    by = i + 3;
  } else if (clauses.word_at(i + 1, ",|:") && i + 2 < engine.pieces().size() &&
             engine.pieces()[i + 2].is_noun() && engine.noun(i + 2).named()) {
    // "makes its first purchase, B, a cloud start-up"
    const Verb* makes = clauses.verb_before(i);
    if (makes == nullptr || !one_of("make|announce|complete|close|reveal", makes->lemma) || makes->passive ||
        makes->negated || makes->possible || !engine.told(*makes))
      return;
    const auto subjects = clauses.subject(*makes);
    if (subjects.size() != 1) return;
    claim_purchase(engine, "purchase-named", firm(engine, subjects.front()), firm(engine, i + 2), makes,
                   engine.event_date(*makes), i, i + 2);
    return;
  } else if (noun.determiner == "its") {
    // "chief executive of B until its acquisition": the organisation named last in the sentence
    for (std::size_t k = i; k-- > 0 && !bought;) {
      if (!engine.pieces()[k].is_noun()) continue;
      if (!engine.noun(k).employer.empty())
        bought = engine.organisation(engine.noun(k).employer.front());
      else
        bought = firm(engine, k);
    }
    if (!bought) bought = engine.last_organisation();
  } else if (!noun.owner.empty()) {
    bought = engine.organisation(noun.owner.front());
  }
  if (clauses.word_at(by, "by")) {
    buyer = firm(engine, by + 1);
    last = by + 1;
  } else if (clauses.word_at(i + 1, "of")) {
    if (!noun.owner.empty() && noun.owner.front().type == NounType::organisation)
      buyer = engine.organisation(noun.owner.front());
    else if (const Verb* verb = clauses.verb_before(i);
             verb != nullptr &&
             one_of("announce|complete|close|confirm|finalise|finalize|agree|make", verb->lemma) &&
             !verb->passive && !verb->negated && engine.told(*verb)) {
      const auto subjects = clauses.subject(*verb);
      if (subjects.size() == 1) buyer = firm(engine, subjects.front());
    } else if (noun.determiner == "its" && i > 0 &&
               clauses.word_at(i - 1, "following|after|before|upon|since|with|through|by|until")) {
      // "held posts at A, following its acquisition of B": the organisation named last
      for (std::size_t k = i; k-- > 0 && !buyer;)
        if (engine.pieces()[k].is_noun()) buyer = firm(engine, k);
      if (!buyer) buyer = engine.last_organisation();
    } else if (noun.determiner == "its" && engine.last_organisation()) {
      buyer = engine.last_organisation();
    }
  }
  const Verb* verb = clauses.verb_before(i);
  if (verb != nullptr && (verb->possible || verb->negated)) return;
  std::optional<Date> date = date_behind(engine, last);
  // "was completed on Monday"
  for (const Verb& other : clauses.verbs())
    if (!date && other.piece > last && one_of("complete|close|announce|finalise|finalize|agree", other.lemma))
      date = engine.event_date(other);
  if (!date && verb != nullptr && one_of("announce|complete|close|confirm|agree", verb->lemma))
    date = engine.event_date(*verb);
  claim_purchase(engine, "purchase-noun", buyer, bought, nullptr, date, i, last);
}

/// Sums and dates between what was sold and "to".
std::size_t skip_details(const RuleEngine& engine, std::size_t at) {
  const auto& pieces = engine.pieces();
  while (at < pieces.size() &&
         (pieces[at].kind == Piece::Kind::date || pieces[at].kind == Piece::Kind::amount ||
          engine.clauses().word_at(at, "for|off|on")))
    ++at;
  return at;
}

/// "B he sold to A in 2016, and D seven years later to C": further sales without a verb.
void find_further_sales(RuleEngine& engine, std::size_t behind) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = behind; i + 3 < pieces.size(); ++i) {
    if (!engine.clauses().word_at(i, "and") || !pieces[i + 1].is_noun()) continue;
    const auto bought = firm(engine, i + 1);
    for (std::size_t k = i + 2; bought && k + 1 < pieces.size() && k < i + 7; ++k) {
      if (pieces[k].is_noun() && pieces[k].noun.named()) break;
      if (!engine.clauses().word_at(k, "to")) continue;
      claim_purchase(engine, "sold-further", firm(engine, k + 1), bought, nullptr, std::nullopt, i, k + 1);
      return;
    }
  }
}

/// "A sold B to C", "B was sold to C", "B went to C in 2014".
void find_sale(RuleEngine& engine, const Verb& verb) {
  const bool sells = verb.lemma == "sell";
  const bool goes = one_of("go|fall|pass", verb.lemma) && !verb.progressive;
  if ((!sells && !goes) || !engine.told(verb) || verb.negated || verb.planned) return;
  const auto& pieces = engine.pieces();
  const auto subjects = engine.clauses().subject(verb);
  std::optional<Actor> bought;
  std::size_t to = verb.piece + 1;
  // "B sold to A" in a headline: what was sold
  const bool short_form =
      sells && engine.sentence().item_date.known() && engine.clauses().word_at(to, "to|for");
  if (sells && !verb.passive && !short_form) {
    if (to < pieces.size() && pieces[to].is_noun() && engine.noun(to).type == NounType::pronoun &&
        engine.noun(to).head == "it")
      bought = engine.organisation(engine.noun(to));
    else
      bought = firm(engine, to);
    // "Blue Systems he sold to Acme"
    const bool before = engine.clauses().word_at(to, "to") && subjects.size() == 1 && subjects.front() > 0;
    if (before)
      bought = firm(engine, subjects.front() - 1);
    else
      ++to;
  } else if (!subjects.empty()) {
    const Noun& what = engine.noun(subjects.back());
    bought = what.type == NounType::organisation ? firm(engine, subjects.back()) : std::nullopt;
    // "went to a rival for money": no sale of people, contracts
    if (goes && verb.perfect) bought = std::nullopt;
  }
  to = skip_details(engine, to);
  if (!bought || !engine.clauses().word_at(to, "to") || fell_through(engine)) return;
  const auto buyer =
      to + 1 < pieces.size() && pieces[to + 1].is_noun() && engine.noun(to + 1).type == NounType::organisation
          ? firm(engine, to + 1)
          : std::nullopt;
  // "Acme goes to Blue for help", "went to court": a date, a stop or a clause follows
  const bool ends = to + 2 >= pieces.size() || pieces[to + 2].kind == Piece::Kind::date ||
                    engine.clauses().word_at(to + 2, ",|.|;|in|last|for|two|three|a");
  if (goes && !(ends && !engine.clauses().word_at(to + 2, "for"))) return;
  claim_purchase(engine, sells ? "sold" : "went-to", buyer, bought, &verb, std::nullopt, verb.piece, to + 1);
  if (sells && buyer && bought) find_further_sales(engine, to + 1);
  // what a person sells is what he has founded
  if (sells && !verb.passive && buyer && bought && subjects.size() == 1)
    if (const auto seller = engine.person(engine.noun(subjects.front()));
        seller && !engine.said("FOUNDED", seller->name, bought->name)) {
      ClaimDraft draft;
      draft.properties.emplace_back("inferred", Value(true));
      engine.claim("sold-own", "FOUNDED", *seller, bought, nullptr, subjects.front(), to + 1,
                   std::move(draft));
    }
}

/// "A has agreed to pay $1 billion, most of it in stock, for B": what is paid for is bought, where a firm is.
void find_paid_for(RuleEngine& engine, const Verb& verb) {
  if (verb.lemma != "pay" || verb.passive || verb.negated || verb.possible || fell_through(engine)) return;
  const auto& pieces = engine.pieces();
  const std::size_t amount = verb.piece + 1;
  if (amount >= pieces.size() || pieces[amount].kind != Piece::Kind::amount) return;
  for (std::size_t i = amount + 1; i + 1 < pieces.size() && i < amount + 9; ++i) {
    if (engine.clauses().word_at(i, ".|;|who|which|to|and")) return;
    if (!engine.clauses().word_at(i, "for")) continue;
    const bool whole = pieces[i + 1].is_noun() && engine.noun(i + 1).named() &&
                       engine.noun(i + 1).group.empty() && engine.noun(i + 1).type == NounType::organisation;
    if (!whole) return;
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.size() != 1) return;
    claim_purchase(engine, "paid-for", firm(engine, subjects.front()), firm(engine, i + 1), &verb,
                   std::nullopt, verb.piece, i + 1);
    return;
  }
}

/// "B finds a buyer: A", "B has found a buyer in A".
void find_buyer_found(RuleEngine& engine, std::size_t i) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const bool buyer = pieces[i].is_noun() && pieces[i].noun.head == "buyer" && pieces[i].noun.indefinite &&
                     i >= 2 && clauses.word_at(i - 1, "finds|found") && clauses.word_at(i + 1, ":|,|in");
  if (!buyer || fell_through(engine)) return;
  Verb finds;
  finds.piece = i - 1;
  const auto subjects = clauses.subject(finds);
  if (subjects.size() == 1)
    claim_purchase(engine, "buyer-found", firm(engine, i + 2), firm(engine, subjects.front()), nullptr,
                   std::nullopt, i, i + 2);
}

/// "By Monday what was left of B had a new owner: A", "B has found a new owner in A".
void find_new_owner(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i) {
    find_buyer_found(engine, i);
    if (!pieces[i].is_noun() || !one_of("owner|parent|owners", pieces[i].noun.head) ||
        !pieces[i].noun.indefinite || !(clauses.word_at(i + 1, ":|,|in|-")))
      continue;
    const auto& tokens = engine.sentence().sentence.tokens;
    bool fresh = false;
    for (std::size_t t = pieces[i].begin; t < pieces[i].end; ++t) fresh = fresh || tokens[t].is("new");
    const auto buyer = firm(engine, i + 2);
    std::optional<Actor> bought;
    for (std::size_t k = i; k-- > 0 && !bought;)
      if (pieces[k].is_noun()) bought = firm(engine, k);
    if (fresh && !fell_through(engine))
      claim_purchase(engine, "new-owner", buyer, bought, nullptr,
                     pieces[0].kind == Piece::Kind::date ? std::optional<Date>(pieces[0].date) : std::nullopt,
                     i, i + 2);
  }
}

/// In headlines: "B now officially part of A", "B joins A" said of firms.
void find_headline_purchase(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!engine.sentence().item_date.known()) return;
  for (std::size_t i = 1; i + 2 < pieces.size(); ++i)
    if ((clauses.word_at(i, "part") || (pieces[i].is_noun() && pieces[i].noun.head == "part")) &&
        clauses.word_at(i + 1, "of") && engine.mentions("now")) {
      std::optional<Actor> bought;
      for (std::size_t k = i; k-- > 0 && !bought;)
        if (pieces[k].is_noun()) bought = firm(engine, k);
      claim_purchase(engine, "headline-part-of", firm(engine, i + 2), bought, nullptr, std::nullopt, i,
                     i + 2);
    }
}

}  // namespace

namespace {

/// "pays $665 million for Acme": a price and what it buys.
void find_price_paid(RuleEngine& engine, const Verb& verb) {
  if (!one_of("pay|spend", verb.lemma) || verb.passive || verb.negated || verb.possible || !engine.told(verb))
    return;
  const auto& pieces = engine.pieces();
  if (verb.piece + 3 >= pieces.size() || pieces[verb.piece + 1].kind != Piece::Kind::amount ||
      !engine.clauses().word_at(verb.piece + 2, "for|on"))
    return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.size() != 1) return;
  const Noun& thing = engine.noun(verb.piece + 3);
  if (!pieces[verb.piece + 3].is_noun() || !thing.owner.empty() || !thing.role.empty() ||
      thing.type != NounType::organisation || fell_through(engine))
    return;
  claim_purchase(engine, "price-paid", firm(engine, subjects.front()), firm(engine, verb.piece + 3), &verb,
                 std::nullopt, verb.piece, verb.piece + 3);
}

}  // namespace

void find_takeovers(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) find_price_paid(engine, verb);
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible) {
      find_sale(engine, verb);
      find_paid_for(engine, verb);
    }
  find_new_owner(engine);
  find_headline_purchase(engine);
  if (fell_through(engine)) return;
  for (std::size_t i = 0; i < engine.pieces().size(); ++i)
    if (engine.pieces()[i].is_noun() && !engine.noun(i).named() && is_purchase_noun(engine.noun(i).head))
      find_purchase_noun(engine, i);
}

}  // namespace talentflow::ingest::text
