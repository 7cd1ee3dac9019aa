// A flow in one pass: persons ascending, each person's stints sorted into groups, and only who has posts in
// both groups is looked at more closely. So a move is touched once, whatever the buckets.
#include "graph/flow/flow.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

#include "graph/flow/cells.hpp"
#include "graph/flow/person_flow.hpp"
#include "graph/flow/sides.hpp"

namespace talentflow::graph {
namespace {

/// Persons and possible worlds between two looks at the clock: a few milliseconds.
constexpr std::uint64_t kWorkPerCheck = 4096;

bool in_population(const Population& population, EntityNumber person) {
  return !population.persons ||
         std::binary_search(population.persons->begin(), population.persons->end(), person);
}

Error both_sides_at(const View& view, EntityNumber organisation) {
  const NodeNumber node = view.node_of(organisation);
  const std::string name = node == kNoNode ? "an organisation" : view.node_id(node);
  return make_error(
      ErrorCode::query, "",
      "SemanticError: OverlappingGroups: a post at " + name +
          " is in both groups by the place where the person sits; take the organisation or the country "
          "out of one of them with EXCEPT");
}

void sort_moves(Answer& answer, const std::vector<std::uint32_t>& renumbered) {
  for (CountedMove& move : answer.moves) move.cell = renumbered[move.cell];
  std::sort(answer.moves.begin(), answer.moves.end(), [](const CountedMove& a, const CountedMove& b) {
    const auto key = [](const CountedMove& move) {
      return std::tuple(move.cell, move.date.low, move.date.high, move.person, move.destination_row);
    };
    return key(a) < key(b);
  });
}

/// The moves of names under review: counted beside the answer, so that they are seen and not added.
void count_left_out(const View& view, const Question& question, Sides& sides, Answer& answer) {
  if (view.uncounted().empty()) return;
  Question moves_alone = question;
  moves_alone.uncertainty = moves_alone.extras = false;
  moves_alone.keep_moves = true;
  Answer left_out;
  Cells cells(moves_alone);
  PersonFlow reader(view, moves_alone, sides, cells, left_out);
  for (const EntityNumber person : view.uncounted()) {
    const std::size_t index = view.careers().find(person);
    if (index < view.careers().persons.size() && in_population(question.population, person))
      reader.read(index);
  }
  for (CountedMove& move : left_out.moves) {
    if (answer.under_review.empty() || answer.under_review.back().person != move.person)
      ++answer.coverage.reviewed_persons;
    answer.under_review.push_back(move);
  }
  answer.coverage.reviewed_moves = left_out.moves.size();
}

}  // namespace

Result<Answer> flow(const View& view, const Question& question, Budget& budget) {
  const Ownership ownership(view.organisations());
  auto sides = Sides::make(view, question, ownership);
  if (!sides) return sides.error();
  Answer answer;
  Cells cells(question);
  PersonFlow reader(view, question, *sides, cells, answer);
  const Careers& careers = view.careers();
  std::uint64_t work = 0;
  std::size_t moves_held = 0;
  const auto uncounted = view.uncounted();
  for (std::size_t person = 0; person < careers.persons.size(); ++person) {
    if (!in_population(question.population, careers.persons[person])) continue;
    if (is_uncounted(uncounted, careers.persons[person])) continue;
    work += 1 + reader.read(person);
    if (work < kWorkPerCheck) continue;
    work = 0;
    TALENTFLOW_TRY(budget.check());
    TALENTFLOW_TRY(
        budget.hold(static_cast<std::int64_t>((answer.moves.size() - moves_held) * sizeof(CountedMove))));
    moves_held = answer.moves.size();
  }
  if (sides->overlap() != 0) return both_sides_at(view, sides->overlap());
  count_left_out(view, question, *sides, answer);
  std::vector<std::uint32_t> renumbered;
  answer.cells = cells.finish(renumbered, answer.coverage);
  answer.coverage.sampling_error = std::sqrt(answer.coverage.sampling_error);
  sort_moves(answer, renumbered);
  return answer;
}

}  // namespace talentflow::graph
