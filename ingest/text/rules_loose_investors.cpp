// The last resort where a sentence speaks of money put in: lists of names that no other rule has read, with
// shares, stakes, cheques, rounds or backers said of them. "A, B and C hold shares in X", "A and B were its
// main backers", "closed a Series C, with A and B putting in money", "supplied by those on board before: A,
// B". Whose round it is: whom the sentence says it of, else whom the text is about.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// What stands between semicolons: what is said there is said of its own names.
struct Part {
  std::size_t begin = 0;
  std::size_t end = 0;
};

std::vector<Part> parts_of(const RuleEngine& engine) {
  std::vector<Part> out{{0, 0}};
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (!engine.pieces()[i].is(";")) continue;
    out.back().end = i;
    out.push_back({i + 1, 0});
  }
  out.back().end = engine.pieces().size();
  return out;
}

/// The word that a piece stands for: the head of a phrase without a name, the word itself.
std::string_view word_of(const Piece& piece) {
  if (!piece.is_noun()) return piece.lower;
  return piece.noun.named() ? std::string_view() : std::string_view(piece.noun.head);
}

bool is_giver_word(std::string_view word) {
  return one_of(
      "investor|investors|backer|backers|shareholder|shareholders|stakeholder|stakeholders|funder|funders|"
      "financier|financiers|contributor|contributors|donor|donors|patron|patrons|co-investor|co-investors|"
      "bankroller|bankrollers",
      word);
}

bool is_giver(const Piece& piece) {
  const std::string_view word = word_of(piece);
  return is_giver_word(word) || (one_of("buyers|subscribers|participants|names", word) &&
                                 piece.noun.described.starts_with("cornerstone"));
}

bool is_share(std::string_view word) {
  return one_of("stake|stakes|share|shares|shareholding|shareholdings|holding|holdings|equity", word);
}

bool is_money(std::string_view word) {
  return one_of(
      "money|cash|capital|funds|funding|finance|financing|cheque|cheques|check|checks|rest|remainder|"
      "balance|half|bulk|sum|sums|more",
      word);
}

bool is_round(const Piece& piece) {
  if (!piece.is_noun()) return one_of("round|series|financing|funding|flotation|float|ipo", piece.lower);
  return (is_round_phrase(piece.noun) && piece.noun.head != "deal") ||
         (!piece.noun.named() && one_of("flotation|float|ipo|placement", piece.noun.head));
}

/// Hopes, talks, denials: nothing in the part is told as done.
bool is_mere_talk(const RuleEngine& engine, const Part& part) {
  const auto& tokens = engine.sentence().sentence.tokens;
  if (part.begin >= part.end) return true;
  const std::size_t end = engine.pieces()[part.end - 1].end;
  for (std::size_t i = engine.pieces()[part.begin].begin; i < end; ++i)
    if (one_of(
            "not|never|no|nor|neither|without|may|might|could|would|should|if|whether|talks|talk|hope|hopes|"
            "hoped|hoping|want|wants|wanted|plan|plans|planned|planning|seek|seeks|seeking|sought|consider|"
            "considers|considering|weighing|mulling|exploring|rumoured|rumored|reportedly|rumour|rumours|"
            "speculation|declined|refused|denied|denies|rejected|failed|offer|offered|offers|bid|bids|"
            "expected|expects|likely|possible|potential|prospective|approached|will|discussing|negotiating|"
            "invited|asked|urged|n't|hardly|sued|suing|against|rival|rivals|compete|competes|competing|"
            "customers|customer|clients|like",
            tokens[i].lower))
      return true;
  return false;
}

bool is_fund(const Noun& noun) { return noun.kind == "Fund" || is_fund_name(noun.name); }

/// A firm, fund or person, no place, product, school or newspaper.
bool can_invest(const RuleEngine& engine, std::size_t piece) {
  const Noun& noun = engine.noun(piece);
  if (!noun.named() || (noun.type != NounType::organisation && noun.type != NounType::person)) return false;
  if (noun.kind == "University" || noun.kind == "Outlet" || noun.kind == "Product") return false;
  if (Gazetteer::standard().knows_as(noun.name, "Outlet")) return false;
  const auto who = engine.anyone(noun);
  return who.has_value() && who->kind != "University";
}

/// What the claims of this sentence say of a name.
enum class Use { none, invested, other };

Use use_of(const RuleEngine& engine, const std::string& name) {
  Use out = Use::none;
  for (auto claim = engine.claims().rbegin();
       claim != engine.claims().rend() && claim->sentence == engine.sentence_index(); ++claim) {
    if (one_of("LOCATED_IN|PART_OF|FOUNDED|WORKS_AT", claim->relation) && claim->subject.name == name)
      continue;
    if (claim->relation == "LOCATED_IN" || claim->relation == "PART_OF") continue;
    if (claim->relation == "INVESTED_IN" && claim->subject.name == name)
      out = Use::invested;
    else if (claim->subject.name == name || (claim->object && claim->object->name == name))
      return Use::other;
  }
  return out;
}

/// The names of a list that nothing has been said of; none where the list is one of something else.
std::vector<std::size_t> unread(const RuleEngine& engine, const std::vector<std::size_t>& names) {
  std::vector<std::size_t> out;
  for (const std::size_t index : names) {
    if (!engine.pieces()[index].is_noun() || !can_invest(engine, index)) return {};
    const Use use = use_of(engine, engine.anyone(engine.noun(index))->name);
    if (use == Use::other) return {};
    if (use == Use::none) out.push_back(index);
  }
  return out;
}

/// Whether a list may be one of investors by its names alone: more than one, a firm among them; or a fund.
bool looks_like_investors(const RuleEngine& engine, const std::vector<std::size_t>& names) {
  const bool firm = std::any_of(names.begin(), names.end(), [&](std::size_t index) {
    return engine.noun(index).type == NounType::organisation;
  });
  return firm && (names.size() > 1 || is_fund(engine.noun(names.front())));
}

/// The organisation behind "in", "into", "of", "behind" or "for": "hold shares in X".
std::optional<Actor> receiver_behind(const RuleEngine& engine, std::size_t from, std::size_t end) {
  for (std::size_t i = from; i + 1 < end && i < from + 9; ++i) {
    if (!engine.clauses().word_at(i, "in|into|of|behind|for|to|at") || !engine.pieces()[i + 1].is_noun())
      continue;
    const Noun& noun = engine.noun(i + 1);
    if (noun.named() && noun.type == NounType::organisation && noun.group.empty())
      return engine.organisation(noun);
    if (!noun.named() && !noun.owner.empty() && noun.owner.front().type == NounType::organisation)
      return engine.organisation(noun.owner.front());
  }
  return std::nullopt;
}

/// The firm that the words before a list say has raised: "X has closed a Series C, with ..".
std::optional<Actor> receiver_before(const RuleEngine& engine, std::size_t begin, std::size_t list) {
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.piece < begin || verb.piece >= list || verb.passive) continue;
    if (!one_of("close|complete|raise|secure|announce|finish|take|get|land|win|collect|float|list|have|bring",
                verb.lemma))
      continue;
    const auto subjects = engine.clauses().subject(verb);
    if (subjects.size() != 1 || subjects.front() >= list) continue;
    const Noun& noun = engine.noun(subjects.front());
    if (noun.type == NounType::organisation || noun.type == NounType::common)
      if (auto organisation = engine.organisation(noun)) return organisation;
  }
  return std::nullopt;
}

/// Whether money was said to go to a firm not long ago.
bool raised_lately(const RuleEngine& engine, const std::string& name) {
  constexpr std::size_t kBack = 3;
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.sentence + kBack >= engine.sentence_index() &&
           ((claim.relation == "RAISED" && claim.subject.name == name) ||
            (claim.relation == "INVESTED_IN" && claim.object && claim.object->name == name));
  });
}

/// Whom the text has raise money: told here, told before, or what the text goes on about.
std::optional<Actor> receiver_of_text(const RuleEngine& engine, const std::vector<std::size_t>& names) {
  const auto free = [&](const std::optional<Actor>& actor) {
    return actor && !actor->name.empty() && actor->kind != "Fund" && actor->kind != "University" &&
           !is_fund_name(actor->name) && std::none_of(names.begin(), names.end(), [&](std::size_t index) {
             return engine.noun(index).name == actor->name;
           });
  };
  for (auto claim = engine.claims().rbegin();
       claim != engine.claims().rend() && claim->sentence == engine.sentence_index(); ++claim) {
    if (claim->relation == "RAISED" && free(claim->subject)) return claim->subject;
    if (claim->relation == "INVESTED_IN" && free(claim->object)) return claim->object;
  }
  if (free(engine.raiser()) && raised_lately(engine, engine.raiser()->name)) return engine.raiser();
  if (engine.document().main_organisation_count() >= 3 && free(engine.main_organisation()))
    return engine.main_organisation();
  if (free(engine.last_organisation())) return engine.last_organisation();
  return std::nullopt;
}

void claim_list(RuleEngine& engine, std::string_view rule, const std::vector<std::size_t>& names,
                const std::optional<Actor>& told) {
  const auto fresh = unread(engine, names);
  if (fresh.empty()) return;
  const auto receiver = told ? told : receiver_of_text(engine, names);
  if (!receiver) return;
  for (const std::size_t index : fresh) {
    const auto who = engine.anyone(engine.noun(index));
    if (who->name == receiver->name || engine.said("INVESTED_IN", who->name, receiver->name)) continue;
    claim_investor(engine, nullptr, index, *receiver, false);
    if (engine.claims().back().relation == "INVESTED_IN") engine.claims().back().rule = rule;
  }
}

/// The end of what is said behind a word: the part's, or where other names and their verbs begin.
std::size_t reach(const RuleEngine& engine, std::size_t from, std::size_t end) {
  constexpr std::size_t kWords = 10;
  for (std::size_t i = from; i < end && i < from + kWords; ++i) {
    if (engine.clauses().word_at(i, ".|who|which|while|but|where|whose")) return i;
    if (engine.pieces()[i].is_noun() && engine.noun(i).named() && i > 0 &&
        !engine.clauses().word_at(i - 1, "in|into|of|behind|for|to"))
      return i;
  }
  return std::min(end, from + kWords);
}

bool any_in(const RuleEngine& engine, std::size_t from, std::size_t end, bool (*is)(const Piece&)) {
  for (std::size_t i = from; i < end && i < engine.pieces().size(); ++i)
    if (is(engine.pieces()[i])) return true;
  return false;
}

bool has_share(const Piece& piece) { return is_share(word_of(piece)); }
bool has_money(const Piece& piece) { return is_money(word_of(piece)) || piece.kind == Piece::Kind::amount; }

/// Whether a round, or somebody in one, was told of in this sentence or some of those before it.
bool round_just_told(const RuleEngine& engine, std::size_t back = 2) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim) {
    if (claim->sentence + back < engine.sentence_index()) return false;
    if (one_of("RAISED|INVESTED_IN", claim->relation) && !claim->denied) return true;
  }
  return false;
}

bool is_lead(const Piece& piece) { return one_of("lead|front|head", word_of(piece)); }

/// "invested $5 million in 2023", "have also invested": the firm goes unsaid.
bool invests(const RuleEngine& engine, std::size_t from, std::size_t end) {
  return from >= end || engine.pieces()[from].kind == Piece::Kind::amount ||
         engine.pieces()[from].kind == Piece::Kind::date ||
         engine.clauses().word_at(from, ".|,|too|as|again|alongside");
}

/// Whether a word and what stands behind it say of its subject that it has put money in.
bool says_invested(const RuleEngine& engine, std::size_t pivot, std::size_t end) {
  const auto& clauses = engine.clauses();
  const std::string_view word = engine.pieces()[pivot].lower;
  const std::string_view lemma = verb_lemma(word);
  const std::size_t from = pivot + 1;
  const std::size_t to = reach(engine, from, end);
  if (one_of("is|are|was|were|become|became|remain|remained|remains", word) || lemma == "become")
    return any_in(engine, from, to, is_giver) || (clauses.word_at(from, "in") && round_just_told(engine) &&
                                                  any_in(engine, from, from + 3, is_lead));
  if (lemma == "invest") return invests(engine, from, end) && round_just_told(engine, 4);
  if (one_of("own|hold|have|take|buy|acquire|get|keep|build|retain|sell|amass|pick", lemma) ||
      one_of("has|had|have|holds|hold|held", word))
    return any_in(engine, from, to, has_share) ||
           (one_of("take|have|play", lemma) && any_in(engine, from, to, is_round) && engine.mentions("part"));
  if (one_of("put|supply|provide|contribute|give|pour|pump|add|commit|inject|plough|sink|stump|write|sign",
             lemma))
    return any_in(engine, from, to, has_money);
  if (lemma == "help" && clauses.word_at(from, "to|pay|fund|finance|bankroll|launch|seed")) {
    const std::size_t what = clauses.word_at(from, "to") ? from + 1 : from;
    return clauses.word_at(what, "fund|finance|bankroll|seed") ||
           (clauses.word_at(what, "pay") && clauses.word_at(what + 1, "for"));
  }
  if (one_of("come|climb|hop|jump", lemma))
    return from < end && one_of("aboard", word_of(engine.pieces()[from]));
  if (one_of("return|join|follow|contribute", lemma))
    return (engine.said_here_as("RAISED") || engine.said_here_as("INVESTED_IN")) &&
           (from >= end || clauses.word_at(from, ".|,|too|as|along"));
  return false;
}

/// "A, B and C were its main backers", "A and B hold shares in X", "with A, B and C putting in money".
void find_said_behind(RuleEngine& engine, const Part& part) {
  for (std::size_t i = part.begin + 1; i < part.end; ++i) {
    const Piece& piece = engine.pieces()[i];
    if (piece.kind != Piece::Kind::word || !says_invested(engine, i, part.end)) continue;
    Verb verb;
    verb.piece = i;
    auto names = engine.clauses().subject(verb);
    if (names.empty() || names.front() < part.begin || names.back() >= i) continue;
    auto told = receiver_behind(engine, i + 1, reach(engine, i + 1, part.end));
    // one name, or people, where the round is told of
    const bool of_round =
        any_in(engine, i + 1, reach(engine, i + 1, part.end), is_round) ||
        (one_of("invest|be", verb_lemma(piece.lower)) || engine.clauses().word_at(i, "is|are"));
    if (!looks_like_investors(engine, names) && !told && !(of_round && round_just_told(engine, 4))) continue;
    if (!told) told = receiver_before(engine, part.begin, names.front());
    claim_list(engine, "said-to-invest", names, told);
  }
}

/// What leads to a list at a piece: "investors who were on board before: A", "provided by A", "next to the
/// venture funds A and B".
struct Lead {
  bool found = false;
  bool by = false;  ///< "a cheque was written by A": one name will do
};

Lead leads_to_list(const RuleEngine& engine, std::size_t list, const Part& part) {
  const auto& clauses = engine.clauses();
  if (list <= part.begin + 1) return {};
  // "existing backers A and B": what they are stands in the phrase of the name
  const std::string& role = engine.noun(list).role;
  if (is_giver_word(std::string_view(role).substr(role.rfind(' ') + 1))) return {true, false};
  std::size_t last = list - 1;
  if (engine.pieces()[last].is_noun() && !engine.noun(last).named() && engine.noun(last).plural) --last;
  if (!clauses.word_at(last, "with|by|from|:|include|including|includes|included|are|were|to|alongside"))
    return {};
  constexpr std::size_t kWords = 9;
  bool passive = false;
  for (std::size_t i = last; i-- > part.begin && i + kWords > last;) {
    const Piece& piece = engine.pieces()[i];
    if (piece.is_noun() && piece.noun.named()) break;
    if (is_giver(piece)) return {true, false};
    passive = passive ||
              one_of("supplied|provided|written|put|contributed|given|paid|met|covered|signed", piece.lower);
    if (passive && clauses.word_at(last, "by") && (is_money(word_of(piece)) || is_round(piece)))
      return {true, true};
  }
  return {};
}

/// "next to", "along with", "besides": goes on with a list of investors read before.
bool goes_on_with_list(const RuleEngine& engine, std::size_t list, const Part& part) {
  const auto& clauses = engine.clauses();
  if (list < part.begin + 3) return false;
  std::size_t last = list - 1;
  if (engine.pieces()[last].is_noun() && !engine.noun(last).named() && engine.noun(last).plural) --last;
  const bool joins = clauses.word_at(last, "alongside|besides|beside|plus") ||
                     (clauses.word_at(last, "to|of|with|as") &&
                      clauses.word_at(last - 1, "next|addition|ahead|along|together|well|front"));
  if (!joins) return false;
  for (std::size_t i = last; i-- > part.begin;)
    if (engine.pieces()[i].is_noun() && engine.noun(i).named())
      return use_of(engine, engine.noun(i).name) == Use::invested;
  return false;
}

/// Lists behind what says of them that they put money in.
void find_said_before(RuleEngine& engine, const Part& part) {
  for (std::size_t i = part.begin + 1; i < part.end; ++i) {
    if (!engine.pieces()[i].is_noun() || !engine.noun(i).named()) continue;
    const Lead leads = leads_to_list(engine, i, part);
    if (!leads.found && !goes_on_with_list(engine, i, part)) continue;
    std::vector<std::size_t> names;
    for (const std::size_t index : listed_names(engine, i))
      if (index < part.end) names.push_back(index);
    if (names.empty() || (!leads.by && !looks_like_investors(engine, names))) continue;
    const auto told = leads.found ? receiver_before(engine, part.begin, i) : std::nullopt;
    claim_list(engine, leads.found ? "list-of-investors" : "list-goes-on", names, told);
  }
}

/// Funds that a sentence names beside a round, and nothing else is said of.
void find_funds_beside_round(RuleEngine& engine, const Part& part) {
  if (!engine.said_here_as("RAISED")) return;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    if (!engine.pieces()[i].is_noun() || engine.noun(i).type != NounType::organisation ||
        !engine.noun(i).named() || !is_fund(engine.noun(i)) || !engine.noun(i).group.empty())
      continue;
    if (i > 0 && engine.clauses().word_at(i - 1, "at|of|than")) continue;
    claim_list(engine, "fund-beside-round", {i}, std::nullopt);
  }
}

}  // namespace

void find_loose_investors(RuleEngine& engine) {
  for (const Part& part : parts_of(engine)) {
    if (is_mere_talk(engine, part)) continue;
    find_said_behind(engine, part);
    find_said_before(engine, part);
    find_funds_beside_round(engine, part);
  }
}

}  // namespace talentflow::ingest::text
