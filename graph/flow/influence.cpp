#include "graph/flow/influence.hpp"

#include <algorithm>
#include <tuple>

#include "graph/flow/person_flow.hpp"
#include "graph/flow/sides.hpp"
#include "graph/snapshot/career_trial.hpp"

namespace talentflow::graph {
namespace {

struct Counts {
  std::int64_t inflow = 0, outflow = 0;
};

/// Counts one person's moves, given the person's careers.
class Recount {
 public:
  Recount(const View& view, const Question& question, Sides& sides)
      : view_(view), question_(question), sides_(sides) {}

  Counts of(const Careers& careers) {
    Answer answer;
    Cells cells(question_);
    PersonFlow reader(view_, careers, question_, sides_, cells, answer);
    reader.read(0);
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
  InfluenceAnswer answer;
  for (std::size_t i = 0; i < trial->person_count(); ++i) {
    const Counts whole = recount.of(trial->without(i, 0));
    answer.inflow += whole.inflow;
    answer.outflow += whole.outflow;
    ++answer.persons;
    for (const ClaimNumber claim : trial->claims(i)) {
      TALENTFLOW_TRY(budget.check());
      ++answer.tried;
      const Counts left = recount.of(trial->without(i, claim));
      const ClaimInfluence found{claim, trial->person(i), left.inflow - whole.inflow,
                                 left.outflow - whole.outflow};
      if (found.inflow != 0 || found.outflow != 0) answer.claims.push_back(found);
    }
  }
  rank(answer);
  return answer;
}

}  // namespace talentflow::graph
