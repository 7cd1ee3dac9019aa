// The last resort where a sentence speaks of money put in: lists of names that no other rule has read, with
// shares, stakes, cheques, rounds or backers said of them. "A, B and C hold shares in X", "A and B were its
// main backers", "closed a Series C, with A and B putting in money", "supplied by those on board before: A,
// B". Whose round it is: whom the sentence says it of, else whom the text is about.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/loose_money.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {

namespace {

bool is_fund(const Noun& noun) { return noun.kind == "Fund" || is_fund_name(noun.name); }

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
    if (!engine.clauses().word_at(i, "in|into|of|behind|for|to|at|on") || !engine.pieces()[i + 1].is_noun())
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

/// The end of what is said behind a word: the part's, or where other names and their verbs begin.
std::size_t reach(const RuleEngine& engine, std::size_t from, std::size_t end) {
  constexpr std::size_t kWords = 10;
  for (std::size_t i = from; i < end && i < from + kWords; ++i) {
    if (engine.clauses().word_at(i, ".|who|which|while|but|where|whose")) return i;
    if (engine.pieces()[i].is_noun() && engine.noun(i).named() && i > 0 &&
        !engine.clauses().word_at(i - 1, "in|into|of|behind|for|to|on"))
      return i;
  }
  return std::min(end, from + kWords);
}

bool any_in(const RuleEngine& engine, std::size_t from, std::size_t end, bool (*is)(const Piece&)) {
  for (std::size_t i = from; i < end && i < engine.pieces().size(); ++i)
    if (is(engine.pieces()[i])) return true;
  return false;
}

bool has_share(const Piece& piece) { return is_share_word(plain_word(piece)); }
/// "a fifth of it", "8 per cent", "most of it".
bool has_fraction(const Piece& piece) {
  return piece.kind == Piece::Kind::percentage ||
         one_of("fifth|third|quarter|half|tenth|most|majority|minority|eighth|sixth", plain_word(piece));
}
/// "it", "the round", "the rest": what those who are in a round do something with.
bool has_round_object(const Piece& piece) {
  return is_round_piece(piece) || one_of("it|rest|remainder|lead|buyers|takers", plain_word(piece));
}
bool has_money(const Piece& piece) {
  return is_money_word(plain_word(piece)) || piece.kind == Piece::Kind::amount;
}

bool is_lead(const Piece& piece) { return one_of("lead|front|head", plain_word(piece)); }

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
  // "was the first to invest in X"
  if (one_of("is|are|was|were", word) && clauses.word_at(from, "the|among") && from + 3 < end &&
      clauses.word_at(from + 1, "first|earliest|last|only") && clauses.word_at(from + 2, "to") &&
      one_of("invest|back|fund|finance|bankroll|seed", verb_lemma(engine.pieces()[from + 3].lower)))
    return true;
  if (one_of("is|are|was|were|become|became|remain|remained|remains", word) || lemma == "become")
    return any_in(engine, from, to, is_giver) || (clauses.word_at(from, "in") && round_just_told(engine) &&
                                                  any_in(engine, from, from + 3, is_lead));
  // "A bets $5 million on X"
  if (one_of("bets|bet|stakes|staked|wagers|wagered|splashes|splashed", word))
    return from < end && engine.pieces()[from].kind == Piece::Kind::amount &&
           clauses.word_at(from + 1, "on|in");
  // "A, B back X with $5 million" in a headline
  if (one_of("back|backs", word) && engine.sentence().item_date.known() && from < end &&
      engine.pieces()[from].is_noun())
    return engine.noun(from).named() && engine.noun(from).type == NounType::organisation;
  // "X: $5 million, A and B on board"
  if (word == "on" && from < end && engine.pieces()[from].is_noun() && engine.noun(from).head == "board")
    return engine.noun(from).owner.empty() && engine.said_here_as("RAISED");
  // "X gets $5 million; A leads"
  if (one_of("lead|co-lead|anchor", lemma))
    return (from >= end || clauses.word_at(from, ".|,|too|again")) && engine.said_here_as("RAISED");
  if (lemma == "invest") return invests(engine, from, end) && round_just_told(engine, 4);
  if (one_of("own|hold", lemma) && any_in(engine, from, to, has_fraction)) return true;
  if (one_of("own|hold|have|take|buy|acquire|get|keep|build|retain|sell|amass|pick", lemma) ||
      one_of("has|had|have|holds|hold|held", word))
    return any_in(engine, from, to, has_share) ||
           (one_of("take|have|play", lemma) && any_in(engine, from, to, is_round_piece) &&
            engine.mentions("part"));
  if (one_of("put|supply|provide|contribute|give|pour|pump|add|commit|inject|plough|sink|stump|write|sign",
             lemma))
    return any_in(engine, from, to, has_money);
  if (lemma == "help" && clauses.word_at(from, "to|pay|fund|finance|bankroll|launch|seed")) {
    const std::size_t what = clauses.word_at(from, "to") ? from + 1 : from;
    return clauses.word_at(what, "fund|finance|bankroll|seed") ||
           (clauses.word_at(what, "pay") && clauses.word_at(what + 1, "for"));
  }
  if (one_of("come|climb|hop|jump", lemma))
    return from < end && one_of("aboard", plain_word(engine.pieces()[from]));
  if (one_of("return|come", lemma) && clauses.word_at(from, "for|to") && from + 1 < end &&
      is_round_piece(engine.pieces()[from + 1]))
    return true;
  if (one_of("return|join|follow|contribute", lemma))
    return (engine.said_here_as("RAISED") || engine.said_here_as("INVESTED_IN")) &&
           (from >= end || clauses.word_at(from, ".|,|too|as|along"));
  return false;
}

/// "A, B and C were its main backers", "A and B hold shares in X", "with A, B and C putting in money".
void find_said_behind(RuleEngine& engine, const MoneyPart& part) {
  for (std::size_t i = part.begin + 1; i < part.end; ++i) {
    const Piece& piece = engine.pieces()[i];
    const bool bets = one_of("bets|stakes|wagers|backs", plain_word(piece));  // as often nouns
    if ((piece.kind != Piece::Kind::word && !bets) || !says_invested(engine, i, part.end)) continue;
    Verb verb;
    verb.piece = i;
    auto names = engine.clauses().subject(verb);
    if (names.empty() || names.front() < part.begin || names.back() >= i) continue;
    auto told = receiver_behind(engine, i + 1, reach(engine, i + 1, part.end));
    // one name, or people, where the round is told of
    const bool of_round =
        any_in(engine, i + 1, reach(engine, i + 1, part.end), is_round_piece) ||
        (one_of("invest|be", verb_lemma(piece.lower)) || engine.clauses().word_at(i, "is|are"));
    if (!looks_like_investors(engine, names) && !told && !(of_round && round_just_told(engine, 4))) continue;
    if (one_of("back|backs", piece.lower)) {
      told = engine.organisation_at(i + 1);
      // "A, B back X": without "and"
      while (names.front() >= part.begin + 2 && engine.pieces()[names.front() - 1].is(",") &&
             engine.pieces()[names.front() - 2].is_noun())
        names.insert(names.begin(), names.front() - 2);
    }
    if (!told) told = receiver_before(engine, part.begin, names.front());
    claim_investors(engine, "said-to-invest", names, told);
  }
}

/// Verbs that may have a round for their object without any money in it.
bool talks_of_round(std::string_view lemma) {
  return one_of(
      "say|tell|announce|report|write|value|call|criticise|criticize|deny|reject|confirm|describe|know|"
      "expect|"
      "spend|use|need|read|see|leave|join|hire|run|found|start|build|make|sell|sue|want|study|head|help|"
      "compete|advise|arrange|organise|organize|broker|manage|handle|oversee|cover",
      lemma);
}

/// "A opened the round and B closed it", "A, B and C did", "B and C rounded it out": right behind a round.
void find_round_doers(RuleEngine& engine, const MoneyPart& part) {
  if (!round_just_told(engine, 1)) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = part.begin + 1; i < part.end; ++i) {
    if (pieces[i].kind != Piece::Kind::word || is_function_word(pieces[i].lower)) continue;
    const bool did = pieces[i].is("did") && (i + 1 >= part.end || engine.clauses().word_at(i + 1, ".|too"));
    const bool acts = i + 1 < part.end && !is_auxiliary(pieces[i].lower) && !is_adverb(pieces[i].lower) &&
                      has_round_object(pieces[i + 1]) && !talks_of_round(verb_lemma(pieces[i].lower));
    if (!did && !acts) continue;
    Verb verb;
    verb.piece = i;
    const auto names = engine.clauses().subject(verb);
    if (!names.empty() && names.front() >= part.begin && names.back() < i &&
        looks_like_investors(engine, names))
      claim_investors(engine, "does-something-in-round", names, std::nullopt);
  }
}

/// What leads to a list at a piece: "investors who were on board before: A", "provided by A", "next to the
/// venture funds A and B".
struct Lead {
  bool found = false;
  bool by = false;  ///< "a cheque was written by A": one name will do
};

Lead leads_to_list(const RuleEngine& engine, std::size_t list, const MoneyPart& part) {
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
    if (passive && clauses.word_at(last, "by") && (is_money_word(plain_word(piece)) || is_round_piece(piece)))
      return {true, true};
  }
  return {};
}

/// "next to", "along with", "besides": goes on with a list of investors read before.
bool goes_on_with_list(const RuleEngine& engine, std::size_t list, const MoneyPart& part) {
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
      return use_of(engine, engine.noun(i).name) == NameUse::invested;
  return false;
}

/// Lists behind what says of them that they put money in.
void find_said_before(RuleEngine& engine, const MoneyPart& part) {
  for (std::size_t i = part.begin + 1; i < part.end; ++i) {
    if (!engine.pieces()[i].is_noun() || !engine.noun(i).named()) continue;
    const Lead leads = leads_to_list(engine, i, part);
    if (!leads.found && !goes_on_with_list(engine, i, part)) continue;
    std::vector<std::size_t> names;
    for (const std::size_t index : listed_names(engine, i))
      if (index < part.end) names.push_back(index);
    if (names.empty() || (!leads.by && !looks_like_investors(engine, names))) continue;
    const auto told = leads.found ? receiver_before(engine, part.begin, i) : std::nullopt;
    claim_investors(engine, leads.found ? "list-of-investors" : "list-goes-on", names, told);
  }
}

/// Funds that a sentence names beside a round, and nothing else is said of.
void find_funds_beside_round(RuleEngine& engine, const MoneyPart& part) {
  if (!engine.said_here_as("RAISED")) return;
  for (std::size_t i = part.begin; i < part.end; ++i) {
    if (!engine.pieces()[i].is_noun() || engine.noun(i).type != NounType::organisation ||
        !engine.noun(i).named() || !is_fund(engine.noun(i)) || !engine.noun(i).group.empty())
      continue;
    if (i > 0 && engine.clauses().word_at(i - 1, "at|of|than")) continue;
    claim_investors(engine, "fund-beside-round", {i}, std::nullopt);
  }
}

}  // namespace

void find_loose_investors(RuleEngine& engine) {
  for (const MoneyPart& part : money_parts(engine)) {
    if (is_mere_talk(engine, part)) continue;
    find_said_behind(engine, part);
    find_round_doers(engine, part);
    find_said_before(engine, part);
    find_funds_beside_round(engine, part);
    find_money_parties(engine, part);
  }
}

}  // namespace talentflow::ingest::text
