// Who gives up a post and stays: "stepped down as chief executive but will stay on as an adviser", "remains
// with the company".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// Where the person is said to have given up a post, in this sentence or the two before it.
std::optional<Actor> post_given_up(const RuleEngine& engine, const Actor& person) {
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "LEFT" && !claim->denied && claim->subject.name == person.name && claim->object &&
        claim->sentence + 2 >= engine.sentence_index())
      return claim->object;
  return std::nullopt;
}

/// The adviser's post behind "stay on as", "remain": a noun of a job.
std::optional<std::size_t> post_behind(const RuleEngine& engine, const Verb& verb) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 5; ++i) {
    if (pieces[i].is_noun())
      return pieces[i].noun.type == NounType::role ? std::optional<std::size_t>(i) : std::nullopt;
    if (!engine.clauses().word_at(i, "on|as|with|an|a|its|in|at|there|work|working")) return std::nullopt;
  }
  return std::nullopt;
}

void find_stayer(RuleEngine& engine, const Verb& verb) {
  const bool advises = verb.lemma == "advise";
  if (!one_of("stay|remain|continue|serve|act|advise", verb.lemma) || verb.negated || verb.passive ||
      verb.possible)
    return;
  const auto post = post_behind(engine, verb);
  if (!post && !advises) return;
  for (const Actor& person : engine.people(engine.clauses().subject(verb))) {
    auto organisation = post_given_up(engine, person);
    if (post && !engine.noun(*post).employer.empty())
      organisation = engine.organisation(engine.noun(*post).employer.front());
    if (!organisation || !post_given_up(engine, person)) continue;
    const std::string role = post ? engine.noun(*post).role : "adviser";
    const bool adviser = is_adviser_role(role) || is_board_role(role) || role.find("chairman") != role.npos;
    if (advises) {
      const auto objects = engine.clauses().object(verb.piece, "");
      if (!objects.empty() && engine.noun(objects.front()).named()) continue;  // "now advises Blue"
      if (objects.empty()) continue;
      if (const auto advised = engine.organisation_at(objects.front())) organisation = advised;
    }
    if (engine.said("ADVISES", person.name, organisation->name)) continue;
    ClaimDraft draft;
    draft.role = role;
    engine.claim("stays-as",
                 adviser && is_board_role(role) ? "BOARD_MEMBER_OF"
                 : adviser                      ? "ADVISES"
                                                : "WORKS_AT",
                 person, organisation, &verb, verb.piece, post.value_or(verb.piece), std::move(draft));
  }
}

}  // namespace

void find_stayers(RuleEngine& engine) {
  for (const Verb& verb : engine.clauses().verbs()) find_stayer(engine, verb);
}

}  // namespace talentflow::ingest::text
