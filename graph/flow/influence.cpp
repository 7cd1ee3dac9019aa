#include "graph/flow/influence.hpp"

#include <algorithm>
#include <tuple>

#include "graph/flow/person_flow.hpp"
#include "graph/flow/sides.hpp"
#include "graph/snapshot/career_trial.hpp"
#include "graph/snapshot/organisation_trial.hpp"

namespace talentflow::graph {
namespace {

struct Counts {
  std::int64_t inflow = 0, outflow = 0;
};

/// Counts the moves of some persons.
class Recount {
 public:
  Recount(const View& view, const Question& question, Sides& sides)
      : view_(view), question_(question), sides_(sides) {}

  /// Of the persons that `wanted` takes, by their place in the careers.
  template <class Wanted>
  Counts of(const Careers& careers, Wanted wanted) {
    Answer answer;
    Cells cells(question_);
    PersonFlow reader(view_, careers, question_, sides_, cells, answer);
    for (std::size_t person = 0; person < careers.persons.size(); ++person)
      if (wanted(careers.persons[person])) reader.read(person);
    std::vector<std::uint32_t> renumbered;
    Counts counts;
    for (const Cell& cell : cells.finish(renumbered, answer.coverage)) {
      counts.inflow += cell.inflow;
      counts.outflow += cell.outflow;
    }
    return counts;
  }

 private:
  const View& view_;
  const Question& question_;
  Sides& sides_;
};

int sign(std::int64_t number) { return (number > 0 ? 1 : 0) - (number < 0 ? 1 : 0); }

bool in_population(const Population& population, EntityNumber person) {
  return !population.persons ||
         std::binary_search(population.persons->begin(), population.persons->end(), person);
}

/// Persons with a post on either side, by entity: nobody else can have a move between them.
std::vector<std::uint8_t> concerned(const View& view, const Question& question, Sides& sides) {
  const Careers& careers = view.careers();
  std::vector<std::uint8_t> marked(careers.persons.empty() ? 1 : careers.persons.back() + std::size_t{1}, 0);
  for (std::size_t i = 0; i < careers.persons.size(); ++i) {
    if (!in_population(question.population, careers.persons[i])) continue;
    bool first = false, second = false;
    for (const StintRow& row : careers.of(i)) {
      const GroupCode group = sides.group(row);
      first = first || group == kFirstSide;
      second = second || group == kSecondSide;
    }
    marked[careers.persons[i]] = first && second ? 1 : 0;
  }
  return marked;
}

/// A claim that moves an organisation moves everybody who has a post there.
Result<void> try_organisations(const View& view, const Question& question, Budget& budget,
                               InfluenceAnswer& answer) {
  auto trial = OrganisationTrial::make(view);
  if (!trial) return trial.error();
  const auto claims = trial->claims();
  const auto wanted = [&](EntityNumber person) { return in_population(question.population, person); };
  for (std::size_t i = 0; i < claims.size(); ++i) {
    TALENTFLOW_TRY(budget.check());
    ++answer.tried_of_organisations;
    auto organisations = trial->without(i);
    if (!organisations) return organisations.error();
    if (*organisations == view.organisations()) continue;
    ++answer.recounts;
    const Ownership ownership(*organisations);
    auto sides = Sides::make(view, question, ownership);
    if (!sides) continue;  // without the claim the sides are one: there is no count to compare
    const Counts left = Recount(view, question, *sides).of(view.careers(), wanted);
    const ClaimInfluence found{claims[i], 0, left.inflow - answer.inflow, left.outflow - answer.outflow};
    if (found.inflow != 0 || found.outflow != 0) answer.claims.push_back(found);
  }
  return {};
}

void rank(InfluenceAnswer& answer) {
  const std::int64_t net = answer.inflow - answer.outflow;
  const auto key = [&](const ClaimInfluence& one) {
    const std::int64_t change = one.inflow - one.outflow;
    return std::tuple(!turns_sign(net, net + change), -std::abs(change),
                      -(std::abs(one.inflow) + std::abs(one.outflow)), one.claim);
  };
  std::sort(answer.claims.begin(), answer.claims.end(),
            [&](const ClaimInfluence& a, const ClaimInfluence& b) { return key(a) < key(b); });
}

}  // namespace

bool turns_sign(std::int64_t before, std::int64_t after) { return sign(before) != sign(after); }

Result<InfluenceAnswer> influence(const View& view, const Question& question, Budget& budget) {
  Question counted = question;
  counted.uncertainty = counted.extras = counted.keep_moves = false;
  const Ownership ownership(view.organisations());
  auto sides = Sides::make(view, counted, ownership);
  if (!sides) return sides.error();
  const auto marked = concerned(view, counted, *sides);
  auto trial = CareerTrial::make(view, marked);
  if (!trial) return trial.error();
  Recount recount(view, counted, *sides);
  const auto everybody = [](EntityNumber) { return true; };
  InfluenceAnswer answer;
  for (std::size_t i = 0; i < trial->person_count(); ++i) {
    const Counts whole = recount.of(trial->without(i, 0), everybody);
    answer.inflow += whole.inflow;
    answer.outflow += whole.outflow;
    ++answer.persons;
    for (const ClaimNumber claim : trial->claims(i)) {
      TALENTFLOW_TRY(budget.check());
      ++answer.tried;
      const Counts left = recount.of(trial->without(i, claim), everybody);
      const ClaimInfluence found{claim, trial->person(i), left.inflow - whole.inflow,
                                 left.outflow - whole.outflow};
      if (found.inflow != 0 || found.outflow != 0) answer.claims.push_back(found);
    }
  }
  TALENTFLOW_TRY(try_organisations(view, counted, budget, answer));
  rank(answer);
  return answer;
}

}  // namespace talentflow::graph
