#include <algorithm>
#include <numeric>

#include "query/flow/columns.hpp"
#include "query/flow/counted.hpp"

namespace talentflow::query {

/// graph::flow knows no places: its complaints are about the ends.
Error placed(const FlowContext& context, Place place, const Error& error) {
  const std::size_t kind = error.message.find(": ");
  const std::size_t detail = kind == std::string::npos ? kind : error.message.find(": ", kind + 2);
  if (error.code != ErrorCode::query || detail == std::string::npos) return error;
  return query_error(context.source, place,
                     {error.message.substr(0, kind), error.message.substr(kind + 2, detail - kind - 2),
                      error.message.substr(detail + 2)});
}

/// Rows by bucket, then by the text ids of their dimensions, null last.
void order_by_ids(const graph::View& view, const graph::Question& question, graph::Answer& answer) {
  if (question.dimensions.empty()) return;
  std::vector<std::vector<std::string>> keys;
  for (const graph::Cell& cell : answer.cells) {
    std::vector<std::string> key;
    const Row values = key_values(view, question, cell);
    for (std::size_t i = 1; i < values.size(); ++i)
      key.push_back(values[i].string() == nullptr ? "\xFF" : *values[i].string());
    keys.push_back(std::move(key));
  }
  std::vector<std::uint32_t> order(answer.cells.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto low = [&](std::uint32_t i) {
    return answer.cells[i].period ? answer.cells[i].period->low : kMaxDay;
  };
  std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
    return low(a) != low(b) ? low(a) < low(b) : keys[a] < keys[b];
  });
  std::vector<std::uint32_t> place(order.size());
  std::vector<graph::Cell> cells;
  for (const std::uint32_t index : order) {
    place[index] = static_cast<std::uint32_t>(cells.size());
    cells.push_back(std::move(answer.cells[index]));
  }
  answer.cells = std::move(cells);
  for (graph::CountedMove& move : answer.moves) move.cell = place[move.cell];
  std::stable_sort(answer.moves.begin(), answer.moves.end(),
                   [](const auto& a, const auto& b) { return a.cell < b.cell; });
}

}  // namespace talentflow::query
