// Lists of investors: "led by A", "with B and C taking part", "also in are D and E", "F and G wrote cheques",
// "H are strategic backers", "half of the money came from I".
#include <algorithm>

#include "ingest/text/rounds.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_backer_noun(std::string_view head) {
  return one_of(
      "backer|backers|investor|investors|shareholder|shareholders|supporter|supporters|funder|funders|"
      "financier|"
      "financiers",
      head);
}

void claim_list(RuleEngine& engine, std::size_t from, const Actor& target, bool lead) {
  for (const std::size_t index : listed_names(engine, from))
    claim_investor(engine, nullptr, index, target, lead);
}

bool sentence_denies(const RuleEngine& engine, std::size_t piece) {
  for (std::size_t i = piece; i-- > 0 && i + 6 > piece;) {
    if (engine.clauses().word_at(i, ".|;|,|but")) return false;
    if (engine.clauses().word_at(i, "not|never|no|nor|neither|may|might|could|would")) return true;
  }
  return false;
}

bool raised_here(const RuleEngine& engine) {
  return std::any_of(engine.claims().begin(), engine.claims().end(), [&](const TextClaim& claim) {
    return claim.relation == "RAISED" && claim.sentence == engine.sentence_index() && !claim.denied;
  });
}

/// What leads to a list of investors at a piece, and whether they lead the round.
struct Lead {
  bool found = false;
  bool leads = false;
};

/// "led by", "supplied jointly by": a participle and "by".
Lead participle_by(const RuleEngine& engine, std::size_t by) {
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(by, "by") || by == 0) return {};
  std::size_t at = by - 1;
  while (at > 0 && engine.pieces()[at].kind == Piece::Kind::word && is_adverb(engine.pieces()[at].lower))
    --at;
  if (at > 0 && clauses.word_at(at, "up")) --at;
  const bool leads = clauses.word_at(at, "led|co-led|headed|anchored|fronted|spearheaded");
  const bool gives = clauses.word_at(at, "supplied|provided|contributed|joined|underwritten|put|committed");
  if (sentence_denies(engine, at)) return {};
  return {leads || gives, leads};
}

/// "from A", where the sentence has a sum raised, or says where money came from.
bool is_source(const RuleEngine& engine, std::size_t from) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(from, "from")) return false;
  const bool comes = from > 0 && (clauses.word_at(from - 1, "came|comes|coming|come|and") ||
                                  (from > 1 && clauses.word_at(from - 2, "came|comes|coming|come")));
  const bool money = engine.mentions("money") || engine.mentions("funding") || engine.mentions("capital") ||
                     engine.mentions("cash") || engine.mentions("backing") || engine.mentions("rest") ||
                     engine.mentions("remainder") || engine.mentions("equity");
  // "whose founders came from Acme": people, no money
  if (const Verb* verb = clauses.verb_before(from); verb != nullptr && verb->lemma == "come")
    for (const std::size_t index : clauses.subject(*verb))
      if (comes && (engine.noun(index).type == NounType::person || engine.noun(index).type == NounType::role))
        return false;
  if (comes && (money || raised_here(engine))) return !sentence_denies(engine, from);
  if (from > 0 && pieces[from - 1].is_noun() && names_round(engine) &&
      one_of(
          "participation|backing|support|contributions|money|investment|investments|capital|cheques|checks",
          pieces[from - 1].noun.head))
    return !sentence_denies(engine, from);
  if (!raised_here(engine)) return false;
  // "up from A's $5 million", "lured from A", "moved from Oslo": not money
  const Verb* verb = clauses.verb_before(from);
  const bool money_verb =
      verb == nullptr ||
      one_of(
          "raise|close|secure|land|come|emerge|get|collect|bag|pull|announce|receive|take|unveil|"
          "complete|win|attract|lift|bank|pocket|amass|gather|haul|rake|net|score|snag|scoop|"
          "draw|bring|obtain|grab|nab|pick|say|report|confirm|start|seed",
          verb->lemma);
  return money_verb && !clauses.word_at(from - 1, "up|down|away");
}

/// "with A and B taking part": the participle stands behind the list; "with A as the main investor".
Lead participants(const RuleEngine& engine, std::size_t with) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(with, "with") || !names_round(engine)) return {};
  const bool led_before = [&] {
    for (std::size_t k = with; k-- > 0;)
      if (clauses.word_at(k, "led|co-led")) return true;
    return false;
  }();
  for (std::size_t k = with + 1; k < pieces.size() && !pieces[k].is(".") && !pieces[k].is(";"); ++k) {
    if (clauses.word_at(k, "participating|joining|investing|contributing|taking|chipping") ||
        (pieces[k].is_noun() && one_of("participation|part|support|backing", pieces[k].noun.head)))
      return {true, false};
    if (clauses.word_at(k, "leading")) return {true, true};
    // "with A among the newcomers"
    if (clauses.word_at(k, "among") && k + 1 < pieces.size() && pieces[k + 1].is_noun() &&
        (is_backer_noun(pieces[k + 1].noun.head) ||
         one_of("newcomers|participants|others|entrants", pieces[k + 1].noun.head)))
      return {true, false};
    if (clauses.word_at(k, "as") && k + 1 < pieces.size() && pieces[k + 1].is_noun() &&
        (is_backer_noun(pieces[k + 1].noun.head) || pieces[k + 1].noun.head == "lead"))
      return {true, one_of("lead|main|largest|biggest",
                           pieces[k + 1].noun.role.substr(0, pieces[k + 1].noun.role.find(' ')))};
  }
  // ", led by A with B and C."
  return {led_before && with + 1 < pieces.size() && pieces[with + 1].is_noun() &&
              pieces[with + 1].noun.named() && raised_here(engine),
          false};
}

void find_listed(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "by|from|with")) continue;
    const Lead by = names_round(engine) || raised_here(engine) ? participle_by(engine, i) : Lead{};
    const Lead with = participants(engine, i);
    if (!by.found && !with.found && !is_source(engine, i)) continue;
    const auto target = round_target(engine, i);
    if (!target) continue;
    // "with participation from A": the list stands behind "from"
    if (pieces[i + 1].is_noun() && !pieces[i + 1].noun.named() &&
        one_of("participation|part|support|backing|contributions", pieces[i + 1].noun.head))
      continue;
    claim_list(engine, i + 1, *target, by.leads || with.leads);
  }
}

/// "The backers were A, B and C", "Among the investors are A and B", "investors include A".
void find_named_backers(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.named() || !is_backer_noun(pieces[i].noun.head)) continue;
    std::optional<Actor> target;
    if (!pieces[i].noun.owner.empty())
      target = engine.organisation(pieces[i].noun.owner.front());
    else if (!pieces[i].noun.employer.empty())
      target = engine.organisation(pieces[i].noun.employer.front());
    if (!target) target = round_target(engine, i) ? round_target(engine, i) : engine.last_organisation();
    if (!target) return;
    const std::size_t behind = clauses.skip_aside(i + 1);  // ", valued at $32 billion,"
    for (std::size_t k = behind; k + 1 < pieces.size() && k < behind + 3; ++k) {
      const bool verb = clauses.word_at(k, "were|are|include|included|including|:|-|is|was|like");
      if (!verb) continue;
      if (clauses.word_at(k + 1, "not")) return;
      claim_list(engine, k + 1, *target, false);
      return;
    }
  }
}

/// "Also in are A and B", "Also on board is C", "Taking part too were D and E": the list behind its verb.
void find_inverted(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto target = engine.raiser();
  if (!target || pieces.size() < 4) return;
  const bool also =
      clauses.word_at(0, "also|joining|participating|investing|taking|contributing|alongside|in");
  if (!also) return;
  bool in = false;
  for (std::size_t i = 0; i + 1 < pieces.size() && i < 7; ++i) {
    in = in || clauses.word_at(i, "in|aboard|participating|investing|contributing|joining") ||
         (pieces[i].is_noun() && one_of("board|part|round|deal", pieces[i].noun.head)) ||
         clauses.word_at(i, "board");
    if (!clauses.word_at(i, "is|are|was|were")) continue;
    if (in) claim_list(engine, i + 1, *target, false);
    return;
  }
}

/// "A and B wrote cheques", "C chipped in", "D came in too", "E also took part": who is named before.
void find_contributors(RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  if (verb.passive || verb.infinitive || !engine.told(verb)) return;
  const auto noun_behind = [&](std::string_view heads) {
    for (std::size_t k = verb.piece + 1; k < pieces.size() && k < verb.piece + 4; ++k)
      if (pieces[k].is_noun()) return one_of(heads, pieces[k].noun.head);
    return false;
  };
  const bool cheques = verb.lemma == "write" && noun_behind("cheques|checks|cheque|check");
  const bool chips = one_of("chip|pitch|pile|come|club", verb.lemma) &&
                     clauses.word_at(verb.piece + 1, "in") &&
                     pieces[verb.piece + 1].kind == Piece::Kind::word &&
                     (verb.lemma != "come" || verb.piece + 2 >= pieces.size() ||
                      clauses.word_at(verb.piece + 2, ".|,|;|too|as|as well|again"));
  const bool money = one_of("put|contribute|add", verb.lemma) && noun_behind("money|capital|funds|cash");
  // "have topped up", "followed on", "doubled down", where the text speaks of a round
  // "topped up its Series A": its own
  bool own_round = false;
  for (std::size_t k = verb.piece + 1; k < pieces.size() && k < verb.piece + 4; ++k)
    own_round = own_round || (pieces[k].is_noun() && pieces[k].noun.determiner == "its");
  const bool again = own_round ? false
                               : (verb.lemma == "top" && clauses.word_at(verb.piece + 1, "up")) ||
                                     (verb.lemma == "follow" && clauses.word_at(verb.piece + 1, "on")) ||
                                     (verb.lemma == "double" && clauses.word_at(verb.piece + 1, "down")) ||
                                     (one_of("come|return", verb.lemma) && noun_behind("more|seconds"));
  if (!cheques && !chips && !money && !again) return;
  auto target = round_target(engine, verb.piece);
  if (!target && money) target = engine.last_organisation();
  if (cheques)
    for (const std::size_t index : clauses.behind(verb, "for|to"))
      if (auto named = engine.organisation_at(index)) target = named;
  if (!target) return;
  for (const std::size_t index : clauses.subject(verb)) claim_investor(engine, &verb, index, *target, false);
}

/// "A and B are strategic backers", "C was an early investor": of the round told before.
void find_copula(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "is|are|was|were|became|become") || clauses.word_at(i + 1, "not|no|among"))
      continue;
    std::size_t k = i + 1;
    while (k < pieces.size() && !pieces[k].is_noun() && pieces[k].kind == Piece::Kind::word) ++k;
    if (k >= pieces.size() || !pieces[k].is_noun() || pieces[k].noun.named() ||
        !is_backer_noun(pieces[k].noun.head))
      continue;
    const Noun& job = pieces[k].noun;
    const bool bare = job.owner.empty() && job.employer.empty() && !clauses.word_at(k + 1, "in|of|at");
    std::optional<Actor> target;
    if (!job.employer.empty()) target = engine.organisation(job.employer.front());
    if (!target && bare) target = engine.raiser();
    if (!target || !pieces[i - 1].is_noun()) continue;
    for (const std::size_t index : clauses.group_to(i - 1))
      claim_investor(engine, nullptr, index, *target, false);
  }
}

/// "A and B are in it, as are C and D", "A is in on the round": part of the round told before.
void find_in_it(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  const auto target = engine.raiser();
  if (!target) return;
  for (std::size_t i = 1; i + 1 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "is|are|was|were") || !pieces[i - 1].is_noun()) continue;
    std::size_t in = i + 1;
    while (in < pieces.size() && pieces[in].kind == Piece::Kind::word && is_adverb(pieces[in].lower) &&
           !clauses.word_at(in, "not"))
      ++in;
    if (!clauses.word_at(in, "in|aboard")) continue;
    const std::size_t what = clauses.word_at(in + 1, "on") ? in + 2 : in + 1;
    const bool round = what < pieces.size() && pieces[what].is_noun() &&
                       (pieces[what].noun.head == "it" ||
                        (is_round_noun(pieces[what].noun.head) && !pieces[what].noun.named()));
    const bool bare = clauses.word_at(in + 1, ".|,|;|too|as");
    if (!round && !bare) continue;
    for (const std::size_t index : clauses.group_to(i - 1))
      claim_investor(engine, nullptr, index, *target, false);
  }
}

/// "X counts A and B among its investors".
void find_counted(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 1; i + 3 < pieces.size(); ++i) {
    if (!clauses.word_at(i, "counts|count|numbers|lists|has|boasts") || !pieces[i - 1].is_noun()) continue;
    const auto names = listed_names(engine, i + 1);
    if (names.empty() || names.front() > i + 2) continue;
    bool among = false;
    for (std::size_t k = names.back() + 1; k + 1 < pieces.size() && k < names.back() + 3; ++k)
      among = among || (clauses.word_at(k, "among|as") && pieces[k + 1].is_noun() &&
                        is_backer_noun(pieces[k + 1].noun.head));
    const auto target = engine.organisation(pieces[i - 1].noun);
    if (!among || !target || pieces[i - 1].noun.type == NounType::person) continue;
    for (const std::size_t index : names) claim_investor(engine, nullptr, index, *target, false);
  }
}

}  // namespace

void find_backers(RuleEngine& engine) {
  find_listed(engine);
  find_named_backers(engine);
  find_inverted(engine);
  find_copula(engine);
  find_in_it(engine);
  find_counted(engine);
  for (const Verb& verb : engine.clauses().verbs())
    if (!verb.possible) find_contributors(engine, verb);
}

}  // namespace talentflow::ingest::text
