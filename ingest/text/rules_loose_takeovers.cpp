// Who bought whom, read last: two firms and a word of selling between which nothing else has been read. "The
// weekend ended with a sale to B", "sold his first company, A, to B", "A is going to B for $5 million", "A
// becomes B's for $5 million", "A, which B acquired in May".
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Hopes, failures and denials up to the buyer's name.
bool fell_through(const RuleEngine& engine, std::size_t to) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t end = engine.pieces()[std::min(to, engine.pieces().size() - 1)].end;
  for (std::size_t i = 0; i < end; ++i)
    if (one_of(
            "talks|talk|blocked|failed|fails|collapsed|abandoned|rumoured|rumored|possible|potential|"
            "proposed|"
            "attempted|rejected|mulling|considering|weighing|could|might|would|no|not|never|hopes|bid|bids|"
            "offer|offers|scrapped|consider|explore|exploring|vain|wanted|wants|tried|may|if|whether|about|"
            "stake|shares|share|stakes|product|products|chips|machines|licence|licences|license|denied|"
            "denies",
            tokens[i].lower))
      return true;
  return false;
}

/// A firm by name: no school, fund, newspaper or product.
std::optional<Actor> firm_at(const RuleEngine& engine, std::size_t piece) {
  if (piece >= engine.pieces().size() || !engine.pieces()[piece].is_noun()) return std::nullopt;
  const Noun& noun = engine.noun(piece);
  if (!noun.named() || noun.type != NounType::organisation || !noun.group.empty() || !noun.role.empty() ||
      one_of("University|Product|Outlet", noun.kind))
    return std::nullopt;
  return engine.organisation(noun);
}

bool is_told_of(const RuleEngine& engine, const Actor& firm) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.sentence == engine.sentence_index() &&
           one_of("ACQUIRED|PART_OF|INVESTED_IN", claim.relation) &&
           (claim.subject.name == firm.name || (claim.object && claim.object->name == firm.name));
  });
}

void claim_sale(RuleEngine& engine, std::string_view rule, const std::optional<Actor>& buyer,
                const std::optional<Actor>& bought, const Verb* verb, std::size_t from, std::size_t to) {
  if (!buyer || !bought || buyer->name == bought->name || bought->described || is_told_of(engine, *bought) ||
      engine.said("ACQUIRED", buyer->name, bought->name))
    return;
  ClaimDraft draft;
  if (verb != nullptr)
    draft.start = engine.event_date(*verb);
  else if (engine.sentence().item_date.known())
    draft.start = engine.sentence().item_date;
  engine.claim(rule, "ACQUIRED", *buyer, bought, verb, from, to, std::move(draft));
}

const Verb* verb_at(const RuleEngine& engine, std::size_t piece) {
  for (const Verb& verb : engine.clauses().verbs())
    if (verb.piece == piece) return &verb;
  return nullptr;
}

/// Whether a sum for which something is sold stands behind a piece: "for $5 million".
bool has_price(const RuleEngine& engine, std::size_t piece) {
  const auto& pieces = engine.pieces();
  return engine.clauses().word_at(piece + 1, "for") && piece + 2 < pieces.size() &&
         pieces[piece + 2].kind == Piece::Kind::amount;
}

/// The firm named last before a piece, not before another piece.
std::optional<Actor> firm_between(const RuleEngine& engine, std::size_t from, std::size_t to) {
  for (std::size_t i = to; i-- > from;)
    if (auto firm = firm_at(engine, i)) return firm;
  return std::nullopt;
}

/// What is sold: named between the word and "to", else the subject, else what the sentence named before.
std::optional<Actor> sold_firm(const RuleEngine& engine, std::size_t word, std::size_t to) {
  if (auto between = firm_between(engine, word + 1, to)) return between;
  // "the unit that Acme sold to Blue": the seller stands before the verb, what is sold before "that"
  if (const Verb* verb = verb_at(engine, word); verb != nullptr && !verb->passive) {
    if (word < 3 || !engine.clauses().word_at(word - 2, "that|which")) return std::nullopt;
    return firm_between(engine, 0, word - 2);
  }
  if (auto before = firm_between(engine, 0, word)) return before;
  return std::nullopt;
}

/// "a sale to B", "sold his first company, A, to B", "sold out to B for $5 million".
void find_sale_to(RuleEngine& engine, std::size_t word) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const bool noun = pieces[word].is_noun() && !engine.noun(word).named() && engine.noun(word).head == "sale";
  const Verb* verb = verb_at(engine, word);
  const bool sells = verb != nullptr && verb->lemma == "sell";
  if (!noun && !sells) return;
  if (verb != nullptr && (verb->negated || verb->possible || verb->planned || !engine.told(*verb))) return;
  constexpr std::size_t kWords = 9;
  for (std::size_t to = word + 1; to + 1 < pieces.size() && to < word + kWords; ++to) {
    if (clauses.word_at(to, ".|;")) return;
    if (!clauses.word_at(to, "to")) continue;
    const auto buyer = firm_at(engine, to + 1);
    if (!buyer || fell_through(engine, to + 1)) return;
    auto bought = sold_firm(engine, word, to);
    // "the founder sold out to B": what he has founded is what the text is about
    if (!bought && sells && clauses.word_at(word + 1, "out|up") &&
        engine.document().main_organisation_count() >= 2)
      bought = engine.main_organisation();
    claim_sale(engine, "sale-to", buyer, bought, verb, word, to + 1);
    return;
  }
}

/// "A is going to B for $5 million", "A now belongs to B", "A goes to B" in a list.
void find_goes_to(RuleEngine& engine, std::size_t word) {
  const auto& clauses = engine.clauses();
  const bool goes = clauses.word_at(word, "goes|going|went|passes|passed");
  const bool belongs = clauses.word_at(word, "belongs");
  if ((!goes && !belongs) || !clauses.word_at(word + 1, "to")) return;
  const auto buyer = firm_at(engine, word + 2);
  if (!buyer || fell_through(engine, word + 2)) return;
  const bool sold = belongs ? engine.mentions("now") : has_price(engine, word + 2);
  if (!sold) return;
  Verb verb;
  verb.piece = word;
  const auto subjects = clauses.subject(verb);
  std::optional<Actor> bought;
  if (subjects.size() == 1) bought = firm_at(engine, subjects.front());
  // "Acme, the start-up that built it, is going to B": who begins the sentence
  if (!bought) bought = firm_at(engine, 0);
  claim_sale(engine, "goes-to", buyer, bought, verb_at(engine, word), word, word + 2);
}

/// "A becomes B's for $5 million".
void find_becomes_of(RuleEngine& engine, std::size_t word) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const auto& pieces = engine.pieces();
  if (!engine.clauses().word_at(word, "becomes|became") || word == 0 || word + 1 >= pieces.size()) return;
  const auto buyer = firm_at(engine, word + 1);
  const bool owner = buyer && tokens[pieces[word + 1].end - 1].is("'s");
  if (!owner || !has_price(engine, word + 1) || fell_through(engine, word + 1)) return;
  claim_sale(engine, "becomes-of", buyer, firm_at(engine, word - 1), nullptr, word, word + 1);
}

/// "A, a company which he co-founded and which B acquired", "A, which it acquired": the firm named before.
void find_which_bought(RuleEngine& engine, const Verb& verb) {
  if (!one_of("acquire|buy|purchase", verb.lemma) || verb.passive || verb.negated || verb.possible ||
      verb.planned || !engine.told(verb))
    return;
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  std::size_t which = verb.piece;
  while (which > 0 && which + 5 > verb.piece && !clauses.word_at(which, "which|that")) --which;
  if (!clauses.word_at(which, "which|that") || which == 0) return;
  std::optional<Actor> buyer;
  for (std::size_t i = which + 1; i < verb.piece && !buyer; ++i)
    if (pieces[i].is_noun() && engine.noun(i).type != NounType::person)
      buyer = engine.organisation(engine.noun(i));
  std::optional<Actor> bought;
  std::string head;
  for (std::size_t i = which; i-- > 0 && !bought;) {
    if (!pieces[i].is_noun()) continue;
    bought = firm_at(engine, i);
    const Noun& noun = engine.noun(i);
    if (!bought && noun.type == NounType::role && noun.employer.size() == 1 && noun.employer.front().named())
      bought = engine.organisation(noun.employer.front());
  }
  // "for Blue, which it acquired": who does what the sentence begins with
  if (!buyer || (bought && buyer->name == bought->name)) buyer = firm_at(engine, 0);
  // "a report that Acme was buying Blue was wrong"
  const bool hearsay = std::any_of(
      pieces.begin(), pieces.begin() + static_cast<std::ptrdiff_t>(which), [](const Piece& piece) {
        return piece.is_noun() && one_of(
                                      "report|reports|rumour|rumours|rumor|rumors|claim|"
                                      "claims|story|suggestion|speculation|talk",
                                      piece.noun.head);
      });
  if (!fell_through(engine, verb.piece) && !hearsay)
    claim_sale(engine, "which-bought", buyer, bought, &verb, which, verb.piece);
}

/// "after B had bought his earlier venture, A, in 2015": the name behind what describes it.
void find_described_bought(RuleEngine& engine, const Verb& verb) {
  if (!one_of("acquire|buy|purchase", verb.lemma) || verb.passive || verb.negated || verb.possible ||
      verb.planned || !engine.told(verb))
    return;
  const auto& pieces = engine.pieces();
  const std::size_t what = verb.piece + 1;
  if (what + 2 >= pieces.size() || !pieces[what].is_noun() || engine.noun(what).named() ||
      !engine.clauses().word_at(what + 1, ",") || fell_through(engine, verb.piece))
    return;
  const Noun& noun = engine.noun(what);
  if (!is_organisation_noun(noun.head)) return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.size() != 1) return;
  claim_sale(engine, "bought-described", firm_at(engine, subjects.front()), firm_at(engine, what + 2), &verb,
             verb.piece, what + 2);
}

/// "when Ann Example bought Acme": people buy firms too.
void find_bought_by_person(RuleEngine& engine, const Verb& verb) {
  if (!one_of("acquire|buy|purchase", verb.lemma) || verb.passive || verb.negated || verb.possible ||
      verb.planned || !engine.told(verb) || verb.piece == 0 || !engine.is_person_at(verb.piece - 1))
    return;
  const auto bought = firm_at(engine, verb.piece + 1);
  if (!bought || fell_through(engine, verb.piece + 1)) return;
  claim_sale(engine, "bought-by-person", engine.person(engine.noun(verb.piece - 1)), bought, &verb,
             verb.piece, verb.piece + 1);
}

/// "A is acquired" in a list about one house: by that house.
void find_bought_by_house(RuleEngine& engine, const Verb& verb) {
  if (!one_of("acquire|buy|purchase", verb.lemma) || !verb.passive || verb.negated || verb.possible ||
      verb.planned || !engine.sentence().item_date.known() ||
      engine.document().main_organisation_count() * 3 < engine.document().sentences().size() ||
      engine.clauses().word_at(verb.piece + 1, "by"))
    return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.size() == 1)
    claim_sale(engine, "bought-by-house", engine.main_organisation(), firm_at(engine, subjects.front()),
               &verb, verb.piece, verb.piece);
}

/// "A has been swallowed by B", "B gobbles up A", "A passed into the hands of B": words for buying that are
/// pictures.
void find_swallowed(RuleEngine& engine, std::size_t word) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  if (clauses.word_at(word, "swallowed|absorbed|gobbled|hoovered|scooped|snapped|picked|swept|taken")) {
    std::size_t by = word + 1;
    while (clauses.word_at(by, "up|over|whole")) ++by;
    const bool plain = by == word + 1 && !clauses.word_at(word, "swallowed|absorbed");
    const bool passive = word > 0 && clauses.word_at(word - 1, "been|was|were|is|being|got|and|,");
    if (clauses.word_at(by, "by") && passive && !plain && !fell_through(engine, by + 1)) {
      claim_sale(engine, "swallowed", firm_at(engine, by + 1), firm_between(engine, 0, word), nullptr, word,
                 std::min(by + 1, pieces.size() - 1));
      return;
    }
  }
  if (clauses.word_at(word,
                      "swallowed|swallows|swallow|absorbed|absorbs|gobbled|gobbles|scooped|scoops|picked|"
                      "picks|hoovered|swept") &&
      word > 0) {
    const std::size_t what = clauses.word_at(word + 1, "up") ? word + 2 : word + 1;
    const bool up = what == word + 2 || clauses.word_at(word, "swallowed|swallows|swallow|absorbed|absorbs");
    Verb verb;
    verb.piece = word;
    const auto subjects = clauses.subject(verb);
    if (up && subjects.size() == 1 && !fell_through(engine, what))
      claim_sale(engine, "swallowed", firm_at(engine, subjects.front()), firm_at(engine, what), nullptr, word,
                 std::min(what, pieces.size() - 1));
    return;
  }
  // "passed into the hands of B", "ended up at B"
  const bool hands = clauses.word_at(word, "into") && word + 3 < pieces.size() &&
                     pieces[word + 1].is_noun() && engine.noun(word + 1).head == "hands" &&
                     clauses.word_at(word + 2, "of");
  if (!hands || word == 0) return;
  Verb verb;
  verb.piece = word - 1;
  const auto subjects = clauses.subject(verb);
  if (subjects.size() == 1 && !fell_through(engine, word + 3))
    claim_sale(engine, "into-hands-of", firm_at(engine, word + 3), firm_at(engine, subjects.front()), nullptr,
               word, word + 3);
}

/// "A, now owned by B, ..": whose it is.
void find_owned_by(RuleEngine& engine, std::size_t word) {
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(word, "owned|controlled") || !clauses.word_at(word + 1, "by") || word < 2) return;
  std::size_t comma = word - 1;
  while (comma > 0 && clauses.word_at(comma, "now|currently|wholly|majority|partly|since")) --comma;
  if (!clauses.word_at(comma, ",") || comma == 0) return;
  const auto unit = firm_at(engine, comma - 1);
  const auto whole = firm_at(engine, word + 2);
  if (!unit || !whole || unit->name == whole->name || is_told_of(engine, *unit) || fell_through(engine, word))
    return;
  engine.claim("owned-by", "PART_OF", *unit, whole, nullptr, comma - 1, word + 2, {});
}

/// "B's latest purchase is A": told as a noun.
void find_purchase_is(RuleEngine& engine, std::size_t piece) {
  const auto& clauses = engine.clauses();
  if (!engine.pieces()[piece].is_noun() || engine.noun(piece).named() || engine.noun(piece).plural ||
      !one_of("purchase|acquisition|catch|buy|conquest|takeover|target", engine.noun(piece).head) ||
      engine.noun(piece).head == "target" || engine.noun(piece).owner.empty() ||
      engine.noun(piece).owner.front().type != NounType::organisation ||
      !clauses.word_at(piece + 1, "is|was|:") || fell_through(engine, piece + 2))
    return;
  claim_sale(engine, "purchase-is", engine.organisation(engine.noun(piece).owner.front()),
             firm_at(engine, piece + 2), nullptr, piece, std::min(piece + 2, engine.pieces().size() - 1));
}

/// "A has been part of B since May": what was bought, or founded there.
void find_been_part(RuleEngine& engine, std::size_t word) {
  const auto& clauses = engine.clauses();
  const auto& pieces = engine.pieces();
  const bool part = word < pieces.size() && (clauses.word_at(word, "part") ||
                                             (pieces[word].is_noun() && engine.noun(word).head == "part"));
  if (!part || word < 2 || !clauses.word_at(word - 1, "been|now|officially|formally") ||
      !clauses.word_at(word + 1, "of"))
    return;
  const auto whole = firm_at(engine, word + 2);
  const auto unit = firm_between(engine, 0, word);
  if (!whole || !unit || whole->name == unit->name || is_told_of(engine, *unit) ||
      fell_through(engine, word + 2))
    return;
  engine.claim("been-part", "PART_OF", *unit, whole, nullptr, word, word + 2, {});
}

}  // namespace

void find_loose_takeovers(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    find_sale_to(engine, i);
    find_goes_to(engine, i);
    find_becomes_of(engine, i);
    find_swallowed(engine, i);
    find_been_part(engine, i);
    find_purchase_is(engine, i);
    find_owned_by(engine, i);
  }
  for (const Verb& verb : engine.clauses().verbs()) {
    find_which_bought(engine, verb);
    find_described_bought(engine, verb);
    find_bought_by_person(engine, verb);
    find_bought_by_house(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
