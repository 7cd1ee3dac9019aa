// New posts inside an organisation: "moves up to president", "steps into the role of CTO", "is given a new
// division", "takes the lab over", "research goes to Ann Example", "is in charge of models at Acme".
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::string_view kUnits =
    "lab|team|teams|unit|division|group|department|business|effort|efforts|organisation|organization|"
    "research|arm|"
    "operation|operations|work|project|programme|program|portfolio|side";
constexpr std::string_view kPosts =
    "role|post|job|position|reins|helm|leadership|responsibility|control|charge|title|duties|"
    "brief|command|presidency|chairmanship|top";

/// Where somebody who rises does so: in the job's own organisation, where he is known to work, else in what
/// the text is about.
std::optional<Actor> house_of(const RuleEngine& engine, const Actor& person, const Noun* job) {
  if (job != nullptr && (!job->employer.empty() || !job->owner.empty())) {
    if (!job->employer.empty()) return engine.organisation(job->employer.front());
    return engine.organisation(job->owner.front());
  }
  if (auto known = engine.employer_of(person)) return known;
  if (auto left = engine.house_of_succession(person.name)) return left;
  if (job != nullptr) return engine.employer_of_job(*job);
  return engine.last_organisation();
}

void claim_post(RuleEngine& engine, std::string_view rule, const Verb& verb, const std::vector<Actor>& people,
                const Noun* job, std::string role, std::size_t to) {
  for (const Actor& person : people) {
    const auto organisation = house_of(engine, person, job);
    if (!organisation || (engine.said_here(person.name) &&
                          engine.said("WORKS_AT", person.name, organisation->name) && role.empty()))
      continue;
    ClaimDraft draft;
    draft.start = engine.event_date(verb);
    draft.role = role;
    if (verb.planned && !draft.start->known()) draft.start = engine.announced_or_unknown(verb);
    const bool board = is_board_role(role);
    if (!board && !verb.planned && !verb.negated) engine.remember_employer(person, *organisation);
    engine.claim(rule, board ? "BOARD_MEMBER_OF" : "WORKS_AT", person, organisation, &verb, verb.piece, to,
                 std::move(draft));
  }
}

/// The job behind "to", "into", "as", "into the role of", in the next pieces; 0 when there is none.
std::size_t job_behind(const RuleEngine& engine, std::size_t verb) {
  const auto& pieces = engine.pieces();
  bool led = false;
  for (std::size_t i = verb + 1; i < pieces.size() && i < verb + 9; ++i) {
    if (engine.clauses().word_at(i, "to|into|as")) {
      led = true;
      continue;
    }
    if (pieces[i].is_noun()) {
      if (pieces[i].noun.type == NounType::role && led) return i;
      if (!one_of(kPosts, pieces[i].noun.head) && !pieces[i].noun.named()) return 0;
      if (pieces[i].noun.named() && pieces[i].noun.type != NounType::organisation) return 0;
      continue;
    }
    const bool between =
        engine.clauses().word_at(i, "up|on|over|of|from|down|back|the|at|in|interim|acting|both") ||
        pieces[i].kind == Piece::Kind::date ||
        (pieces[i].kind == Piece::Kind::word && is_adverb(pieces[i].lower));
    if (!between) return 0;
  }
  return 0;
}

/// "moves up to president", "stepped into the role of CTO", "rises to chief scientist", "graduates to CEO".
void find_rise(RuleEngine& engine, const Verb& verb) {
  if (!one_of("move|step|rise|climb|ascend|graduate|shift|go|advance|progress", verb.lemma) || verb.passive ||
      verb.negated)
    return;
  const bool plain = one_of("step|go|move|shift", verb.lemma);
  const auto up = engine.clauses().word_at(verb.piece + 1, "up|into|to");
  if (plain && !up) return;
  if (verb.lemma == "go" && !engine.clauses().word_at(verb.piece + 1, "up")) return;
  const std::size_t job = job_behind(engine, verb.piece);
  if (job == 0) return;
  const Noun& noun = engine.noun(job);
  claim_post(engine, "rose-to", verb, engine.people(engine.clauses().subject(verb)), &noun, noun.role, job);
}

/// "is given a new organisation", "was handed responsibility for models", "has been put in charge of
/// research".
void find_given(RuleEngine& engine, const Verb& verb) {
  const bool given = one_of("give|hand|entrust|assign|charge|task", verb.lemma) && verb.passive;
  if (!given || verb.negated) return;
  const auto& pieces = engine.pieces();
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 5; ++i) {
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    if (noun.named()) return;
    const bool post = one_of(kUnits, noun.head) || one_of(kPosts, noun.head);
    if (!post && noun.type != NounType::role) return;
    claim_post(engine, "given-post", verb, engine.people(engine.clauses().subject(verb)), nullptr,
               noun.type == NounType::role ? noun.role : "", i);
    return;
  }
}

/// "artificial intelligence", "search", "hardware": what somebody may be in charge of, told without an
/// article.
bool is_field(const Noun& noun) {
  return noun.determiner.empty() && noun.owner.empty() && noun.employer.empty() &&
         (is_field_word(noun.head) || one_of("intelligence|learning|vision|chips|autopilot", noun.head));
}

/// "takes the lab over", "took over research", "inherits the team", "assumes the role", "takes on the job".
void find_taken_over(RuleEngine& engine, const Verb& verb) {
  if (!one_of("take|inherit|assume|look", verb.lemma) || verb.passive || verb.negated) return;
  const auto& pieces = engine.pieces();
  const bool after = verb.lemma == "look" && engine.clauses().word_at(verb.piece + 1, "after");
  if (verb.lemma == "look" && (!after || is_past_form(pieces[verb.piece].lower)))
    return;  // "looked after": over
  const auto people = engine.people(engine.clauses().subject(verb));
  if (people.empty()) return;
  bool over = verb.lemma != "take";
  std::size_t unit = 0;
  for (std::size_t i = verb.piece + 1; i < pieces.size() && i < verb.piece + 6; ++i) {
    if (engine.clauses().word_at(i, "over|on|up|charge|after")) over = true;
    if (pieces[i].kind == Piece::Kind::punctuation || engine.clauses().word_at(i, "from|for|in|at")) break;
    if (!pieces[i].is_noun()) continue;
    const Noun& noun = pieces[i].noun;
    if (unit == 0 && noun.type == NounType::common &&
        (one_of(kUnits, noun.head) || one_of(kPosts, noun.head) || is_field(noun)) && !noun.indefinite)
      unit = i;
    else if (unit == 0)
      return;
  }
  if (!over || unit == 0 || engine.said_here_as("WORKS_AT")) return;
  const Noun& noun = engine.noun(unit);
  const bool owned = !noun.owner.empty() && noun.owner.front().type == NounType::organisation;
  claim_post(engine, "took-over", verb, people, owned ? &noun : nullptr, role_after(engine, verb), unit);
}

/// "Research goes to Ann Example", "the job passes to her", "leadership falls to Bob Sample".
void find_handed_on(RuleEngine& engine, const Verb& verb) {
  if (!one_of("go|pass|fall", verb.lemma) || verb.passive || verb.negated || verb.piece == 0) return;
  const auto to = engine.clauses().object(verb.piece, "to");
  if (to.empty() || engine.noun(to.front()).type != NounType::person) return;
  const auto subjects = engine.clauses().subject(verb);
  if (subjects.empty()) return;
  const Noun& what = engine.noun(subjects.front());
  const bool work = !what.named() && what.type == NounType::common && !what.head.ends_with('s') &&
                    (one_of(kUnits, what.head) || one_of(kPosts, what.head));
  if (!work) return;
  claim_post(engine, "handed-to", verb, engine.people(to), nullptr, "", to.front());
}

/// The person whose aside or predicate begins before a piece: ", in charge of", "is responsible for".
std::optional<Actor> described_by(const RuleEngine& engine, std::size_t at, bool& over, bool& denied) {
  const auto& pieces = engine.pieces();
  std::size_t i = at;
  while (i > 0) {
    --i;
    const Piece& piece = pieces[i];
    if (engine.clauses().word_at(i, "is|was|are|were|been")) {
      over = over || engine.clauses().word_at(i, "was|were");
      denied = engine.clauses().word_at_any_before(i, "not|may|might|could|would|will|never");
      Verb verb;
      verb.piece = i;
      const auto people = engine.people(engine.clauses().subject(verb));
      return people.size() == 1 ? std::optional(people.front()) : std::nullopt;
    }
    if (piece.is(",") || piece.is("(")) {
      if (i > 0 && pieces[i - 1].is_noun() && pieces[i - 1].noun.type == NounType::person)
        return engine.person(pieces[i - 1].noun);
      return std::nullopt;
    }
    if (piece.kind == Piece::Kind::word && is_former_word(piece.lower)) over = true;
    const bool time =
        piece.kind == Piece::Kind::date || engine.clauses().word_at(i, "for|the|in|a|until") ||
        (piece.kind == Piece::Kind::word && (is_adverb(piece.lower) || is_former_word(piece.lower))) ||
        (piece.is_noun() && one_of("years|months|time|decade|while", piece.noun.head));
    if (!time) return std::nullopt;
  }
  return std::nullopt;
}

/// "X, for years in charge of AI products at Acme", "who was responsible for Y at Acme", "at the helm of
/// Acme".
void find_in_charge(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool charge = clauses.word_at(i, "in|at") && pieces[i + 1].is_noun() &&
                        one_of("charge|helm|head|control|top", pieces[i + 1].noun.head) &&
                        clauses.word_at(i + 2, "of");
    const bool responsible = (clauses.word_at(i, "responsible") ||
                              (pieces[i].is_noun() && pieces[i].noun.head == "responsible")) &&
                             clauses.word_at(i + 1, "for");
    if (!charge && !responsible) continue;
    const std::size_t from = i + (charge ? 3 : 2);
    std::optional<Actor> organisation;
    std::size_t to = from;
    for (std::size_t k = from; k < pieces.size() && k < from + 6 && !organisation; ++k) {
      if (pieces[k].kind == Piece::Kind::punctuation || clauses.word_at(k, "who|which|that|and")) break;
      if (!pieces[k].is_noun()) continue;
      const Noun& noun = pieces[k].noun;
      const bool place = clauses.word_at(k - 1, "at") || (charge && k == from && noun.sure);
      if (place && noun.named() && noun.type == NounType::organisation)
        organisation = engine.organisation(noun);
      if (!organisation && !noun.owner.empty() && noun.owner.front().type == NounType::organisation)
        organisation = engine.organisation(noun.owner.front());
      to = k;
    }
    if (!organisation) continue;
    bool over = false;
    bool denied = false;
    const auto person = described_by(engine, i, over, denied);
    if (!person || denied) continue;
    ClaimDraft draft;
    draft.role = "head";
    if (over && engine.published().known())
      draft.end = until(engine.published());
    else if (!over)
      draft.end = Date::open_date();
    if (!over) engine.remember_employer(*person, *organisation);
    engine.claim("in-charge", "WORKS_AT", *person, organisation, nullptr, i, to, std::move(draft));
  }
}

}  // namespace

void find_promotions(RuleEngine& engine) {
  find_in_charge(engine);
  for (const Verb& verb : engine.clauses().verbs()) {
    if (verb.possible || !engine.told(verb)) continue;
    find_rise(engine, verb);
    find_given(engine, verb);
    find_taken_over(engine, verb);
    find_handed_on(engine, verb);
  }
}

}  // namespace talentflow::ingest::text
