// What is said of all of a list at once: "A, B and C, all former Acme engineers,", "A and B, both of them
// Acme alumni,", "A and B, both formerly of Acme".
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// Behind "all", "both", "all three", "all of them", "each of whom": the piece that says what they are.
std::size_t behind_all(const RuleEngine& engine, std::size_t at) {
  const auto& pieces = engine.pieces();
  std::size_t next = at;
  while (next < pieces.size() && next < at + 6) {
    const bool quantity =
        engine.clauses().word_at(next, "all|both|each|of|them|whom|two|three|four|five|six");
    const bool pronoun = pieces[next].is_noun() && pieces[next].noun.type == NounType::pronoun &&
                         one_of("they|them", pieces[next].noun.head);
    if (!quantity && !pronoun) break;
    ++next;
  }
  return next;
}

/// The job that all of them are said to hold or to have held; none where nothing of the kind is said.
std::optional<Noun> job_of_all(const RuleEngine& engine, std::size_t at) {
  const auto& pieces = engine.pieces();
  bool former = false;
  while (at < pieces.size() && pieces[at].kind == Piece::Kind::word &&
         (is_former_word(pieces[at].lower) || is_adverb(pieces[at].lower))) {
    former = former || is_former_word(pieces[at].lower);
    ++at;
  }
  if (at >= pieces.size()) return std::nullopt;
  if (pieces[at].is_noun()) {
    Noun job = pieces[at].noun;
    job.former = job.former || former;
    if (job.type == NounType::role && job.plural && !job.employer.empty()) return job;
    if (job.type == NounType::role && job.former && !job.employer.empty()) return job;
    // "both ex-Googlers"
    if (job.named() && job.name.ends_with('s'))
      if (const auto firm = firm_of_person_noun(job.name.substr(0, job.name.size() - 1))) {
        Noun employer;
        employer.type = NounType::organisation;
        employer.name = firm->name;
        employer.kind = firm->kind;
        employer.sure = true;
        Noun out;
        out.former = true;
        out.employer = {employer};
        return out;
      }
    return std::nullopt;
  }
  // "all formerly of Acme", "both from Acme"
  if (!engine.clauses().word_at(at, "of|at|from|with") || at + 1 >= pieces.size() ||
      !pieces[at + 1].is_noun() || pieces[at + 1].noun.type != NounType::organisation ||
      !pieces[at + 1].noun.named())
    return std::nullopt;
  if (!former && !engine.clauses().word_at(at, "from")) return std::nullopt;
  Noun out;
  out.former = true;
  out.employer = {pieces[at + 1].noun};
  return out;
}

}  // namespace

void find_shared_jobs(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t i = 2; i + 1 < pieces.size(); ++i) {
    const bool determined = pieces[i].is_noun() && pieces[i].noun.determiner == "both";
    const bool pronoun = pieces[i].is_noun() && pieces[i].noun.type == NounType::pronoun &&
                         one_of("all|both", pieces[i].lower);  // "all formerly of Acme"
    if (!clauses.word_at(i, "all|both|each") && !determined && !pronoun) continue;
    if (!clauses.word_at(i - 1, ",|(|-") || !engine.is_person_at(i - 2)) continue;
    auto people = engine.people(clauses.group_to(i - 2));
    if (people.size() < 2) continue;
    // "A, who was at X, and B and C, both formerly at Y": the two named last
    const bool two = determined || clauses.word_at(i, "both") || pieces[i].lower == "both";
    if (two && people.size() > 2) people.erase(people.begin(), people.end() - 2);
    const auto job = job_of_all(engine, determined ? i : pronoun ? i + 1 : behind_all(engine, i));
    if (!job) continue;
    for (const Actor& person : people) claim_job(engine, person, *job, "job-of-all", i - 2, i);
  }
}

}  // namespace talentflow::ingest::text
