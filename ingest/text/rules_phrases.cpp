// Moves and posts told by set phrases, one row of a table each: "is bound for Acme", "took up a post at
// Acme", "turned her back on Acme", "cut his teeth at Acme", "wrote her thesis at Acme".
#include <algorithm>

#include "ingest/text/phrase_pattern.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// What a phrase says of its subject.
enum class Said { joined, left, works, worked, sits, studied };

struct Phrase {
  Said said;
  std::string_view pattern;
};

constexpr Phrase kPhrases[] = {
    {Said::joined, "BE bound|headed|heading|destined for|to ORG"},
    {Said::joined, "BE on way to ORG"},
    {Said::joined, "BE now ?with|at|of ORG ?now END"},
    {Said::joined, "=resurface|reappear|emerge|surface at|with ORG"},
    {Said::joined, "=turn|pop|show|wash|fetch up at ORG"},
    {Said::joined, "=report for|to work|duty at|to|for ORG"},
    {Said::joined,
     "=start|begin|take|accept|get|land|find|win|secure ?up "
     "work|job|role|post|position|place|appointment|chair "
     "at|with|from|in ORG"},
    {Said::joined, "=find|get|land another|one at|with ORG"},
    {Said::joined, "=accept|take ?up offer|offers from|of ORG"},
    {Said::joined, "=go|come to work|teach|lecture at|with|for ORG"},
    {Said::joined, "=sign up on|with|for|to|at ORG"},
    {Said::joined, "=say yes to ORG"},
    {Said::joined, "=cast lot with ORG"},
    {Said::joined, "=make|find way to|into ORG"},
    {Said::joined, "=take|bring talents|expertise|skills|know-how|experience to ORG"},
    {Said::joined, "=become part|employee|member of ORG"},
    {Said::joined, "=enter employ|service of ORG"},
    {Said::left, "BE gone from ORG"},
    {Said::left, "BE out|gone END"},
    {Said::left, "BE done|finished|through at|with ORG"},
    {Said::left, "BE no longer at|with ORG"},
    {Said::left, "BE gone by"},
    {Said::left, "=head|make|be for exit|exits|door"},
    {Said::left, "=take|enter|begin ?early retirement from|at ORG"},
    {Said::left, "=go ?into retirement from|at ORG"},
    {Said::left, "=turn back on ORG"},
    {Said::left, "=hand|give|serve|turn ?in notice|resignation|badge ?at|to ORG"},
    {Said::left, "=hand|give|serve|turn notice|resignation|badge in ?at|to ORG"},
    {Said::left, "=part company|ways with ORG"},
    {Said::left, "=call it ?quits|day at|with|on ORG"},
    {Said::left, "=wave goodbye|farewell to ORG"},
    {Said::left, "=vacate|relinquish|surrender|resign|quit post|job|role|seat|position|chair at|with|of ORG"},
    {Said::left, "=give up post|job|role|position|chair|professorship|tenure at|with ORG"},
    {Said::left, "=slip|walk out of|from ORG"},
    {Said::works,
     "=keep|retain|hold ?on ?to post|job|role|chair|position|professorship|title at|with|of ORG"},
    {Said::works, "BE on payroll|staff|faculty|books of|at ORG"},
    {Said::works, "=divide|split time between ORG"},
    {Said::works, "=draw salary from ORG"},
    {Said::worked, "=cut|earn|win teeth|spurs|stripes at|with ORG"},
    {Said::worked, "=make name|reputation at|with ORG"},
    {Said::worked, "=learn trade|craft|business at|with|under ORG"},
    {Said::worked, "=begin|start career|life at|with|in ORG"},
    {Said::worked, "=put|clock|rack|notch in|up years|decade|decades|year|months|stint at|with ORG"},
    {Said::worked, "=do|have|complete stint|stints|spell|spells|tour|internship|residency at|with ORG"},
    {Said::worked, "=rise|come up|through ?up ?through ranks at|of ORG"},
    {Said::worked, "=see service|time at|with ORG"},
    {Said::worked, "=come up through ORG"},
    {Said::sits,
     "=take|have|hold|get|gain|win|accept|keep|occupy|fill|receive seat|place|chair|position|spot on|in|at "
     "board|boards|committee|trust@"},
    {Said::studied, "=write thesis|dissertation at ORG"},
    {Said::studied, "=defend thesis|dissertation|doctorate|phd at ORG"},
    {Said::studied,
     "=go|come|move to ORG for|to master|mphil|doctorate|phd|degree|doctoral|studies|study|mba"},
};

void claim_said(RuleEngine& engine, const Phrase& phrase, const PhraseMatch& match, const Actor& person) {
  std::optional<Actor> organisation = match.organisation;
  if (!organisation && phrase.said == Said::left) {
    organisation = engine.employer_of(person);
    if (!organisation) organisation = engine.losing() ? engine.losing() : engine.last_organisation();
  }
  if (!organisation || organisation->name == person.name) return;
  ClaimDraft draft;
  std::string_view relation = "WORKS_AT";
  switch (phrase.said) {
    case Said::joined:
      relation = "JOINED";
      draft.role = role_after(engine, match.verb);
      if (!match.verb.planned) engine.remember_employer(person, *organisation);
      break;
    case Said::left:
      relation = "LEFT";
      break;
    case Said::sits:
      relation = "BOARD_MEMBER_OF";
      break;
    case Said::studied:
      relation = "STUDIED_AT";
      break;
    case Said::works:
      draft.end = Date::open_date();
      engine.remember_employer(person, *organisation);
      break;
    case Said::worked:
      if (engine.published().known()) draft.end = until(engine.published());
      break;
  }
  const bool event = phrase.said == Said::joined || phrase.said == Said::left || phrase.said == Said::sits;
  if (event) draft.start = engine.event_date(match.verb);
  if (event && engine.said(relation, person.name, organisation->name)) return;
  if (phrase.said == Said::left && !engine.losing()) engine.remember_losing(*organisation);
  engine.claim("phrase", relation, person, organisation, &match.verb, match.begin, match.end - 1,
               std::move(draft));
}

}  // namespace

void find_phrases(RuleEngine& engine) {
  for (std::size_t i = 0; i < engine.pieces().size(); ++i) {
    if (engine.pieces()[i].kind != Piece::Kind::word) continue;
    for (const Phrase& phrase : kPhrases) {
      const auto match = match_phrase(engine, i, phrase.pattern);
      if (!match) continue;
      const Verb& verb = match->verb;
      if (verb.possible || verb.negated || (verb.lemma != "be" && (verb.passive || !engine.told(verb))))
        break;
      for (const Actor& person : engine.people(engine.clauses().subject(verb)))
        claim_said(engine, phrase, *match, person);
      break;
    }
  }
}

}  // namespace talentflow::ingest::text
