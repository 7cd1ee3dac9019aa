// BLIND SPOTS: what the answer does not know, kind by kind, each with how many moves (or facts), their share
// of all, and an example.
#include <algorithm>
#include <map>
#include <set>

#include "query/flow/counted.hpp"
#include "query/flow/evidence.hpp"
#include "query/flow/run.hpp"
#include "query/flow/side_text.hpp"

namespace talentflow::query {
namespace {

/// One kind of blind spot while it is being counted.
struct Spot {
  std::int64_t count = 0;
  std::string example;  ///< the first one's

  template <class Text>
  void add(const Text& text) {
    if (count++ == 0) example = text();
  }
};

Row spot_row(const std::string& kind, const Spot& spot, std::int64_t all) {
  return {Value(kind), Value(spot.count),
          all > 0 ? Value(static_cast<double>(spot.count) / static_cast<double>(all)) : Value(),
          spot.example.empty() ? Value() : Value(spot.example)};
}

Table spot_table() {
  Table table;
  table.columns = {"kind", "moves", "share", "example"};
  return table;
}

std::string person_name(const graph::View& view, EntityNumber person) {
  const graph::NodeNumber node = view.node_of(person);
  return node == graph::kNoNode ? "?" : display_name(view, node);
}

/// The blocs that speak of a post; sources without a bloc do not count.
void add_blocs(const graph::View& view, std::uint32_t row, std::set<std::string>& blocs) {
  for (const ClaimNumber claim : view.careers().claims_of(view.careers().rows[row]))
    if (std::string bloc = view.claim(claim).bloc; !bloc.empty()) blocs.insert(std::move(bloc));
}

std::string example_of(const graph::View& view, const graph::CountedMove& move) {
  return person_name(view, move.person) + ": " + move_text(view, move);
}

std::string post_of(const graph::View& view, const graph::NearMiss& miss) {
  return person_name(view, miss.person) + " at " +
         entity_id(view, view.careers().rows[miss.row].organisation);
}

/// Firms founded by someone, of which nobody says that they raised money.
Spot unfunded_foundings(const graph::View& view, const graph::Answer& answer) {
  Spot spot;
  const auto raised = view.find_name("RAISED"), invested = view.find_name("INVESTED_IN");
  for (const graph::CountedMove& move : answer.moves) {
    const graph::StintRow& row = view.careers().rows[move.destination_row];
    const graph::NodeNumber firm = view.node_of(row.organisation);
    if (!row.has(graph::StintRow::founded) || firm == graph::kNoNode) continue;
    const bool funded = (raised && !view.outgoing(firm, *raised).empty()) ||
                        (invested && !view.incoming(firm, *invested).empty());
    if (!funded) spot.add([&] { return person_name(view, move.person) + " founded " + view.node_id(firm); });
  }
  return spot;
}

}  // namespace

CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             flow_syntax::Flow& flow) {
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  bound->question.uncertainty = false;
  bound->question.extras = true;
  const auto answered = count_flow(context, view, reading, bound.take(), std::nullopt);
  if (!answered) return answered.error();
  const graph::Answer& answer = answered->answer;
  Spot single, undated, contested, one_bloc, assumed;
  for (const graph::CountedMove& move : answer.moves) {
    TALENTFLOW_TRY(context.execution->budget->tick());
    const auto text = [&] { return example_of(*view, move); };
    if (move.single_origin) single.add(text);
    if (!move.date.exact() && move.date.low <= kMinDay) undated.add(text);
    if (move.contested) contested.add(text);
    if (move.assumed) assumed.add(text);
    std::set<std::string> blocs;
    add_blocs(*view, move.origin_row, blocs);
    add_blocs(*view, move.destination_row, blocs);
    if (blocs.size() == 1)
      one_bloc.add([&] { return example_of(*view, move) + " (" + *blocs.begin() + ")"; });
  }
  std::map<graph::NearMiss::Kind, Spot> misses;
  for (const graph::NearMiss& miss : answer.near_misses)
    misses[miss.kind].add([&] { return post_of(*view, miss); });
  const auto all = static_cast<std::int64_t>(answer.moves.size());
  Table table = spot_table();
  table.rows.push_back(spot_row("single-origin", single, all));
  table.rows.push_back(spot_row("undated", undated, all));
  table.rows.push_back(spot_row("unordered", misses[graph::NearMiss::Kind::unordered], all));
  table.rows.push_back(spot_row("contested", contested, all));
  table.rows.push_back(spot_row("unlocated", misses[graph::NearMiss::Kind::unlocated], all));
  table.rows.push_back(spot_row("told by one bloc only", one_bloc, all));
  table.rows.push_back(spot_row("end assumed", assumed, all));
  table.rows.push_back(
      spot_row("departure without a destination", misses[graph::NearMiss::Kind::no_destination], all));
  table.rows.push_back(spot_row("founding without funding", unfunded_foundings(*view, answer), all));
  table.meta = answered->meta;
  table.meta.emplace_back("moves", Value(all));
  return table_cursor(std::move(table), view);
}

CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             ast::Query matches) {
  const auto edges = match_edges(std::move(matches), context.core(view));
  if (!edges) return edges.error();
  Spot single, undated, contested, one_bloc;
  for (const graph::EdgeNumber edge : *edges) {
    TALENTFLOW_TRY(context.execution->budget->tick());
    const graph::EdgeEvidence evidence = view->evidence(edge);
    const graph::EdgeEnds ends = view->edge(edge);
    const auto text = [&] {
      return view->node_id(ends.from) + " " + view->name(ends.type) + " " + view->node_id(ends.to);
    };
    if (evidence.origins == 1) single.add(text);
    if (!evidence.start && !evidence.end) undated.add(text);
    if (evidence.contested) contested.add(text);
    std::set<std::string> blocs;
    for (const graph::ClaimView& claim : view->claims(edge))
      if (!claim.bloc.empty()) blocs.insert(claim.bloc);
    if (blocs.size() == 1) one_bloc.add([&] { return text() + " (" + *blocs.begin() + ")"; });
  }
  const auto all = static_cast<std::int64_t>(edges->size());
  Table table = spot_table();
  table.columns[1] = "facts";
  table.rows.push_back(spot_row("single-origin", single, all));
  table.rows.push_back(spot_row("undated", undated, all));
  table.rows.push_back(spot_row("contested", contested, all));
  table.rows.push_back(spot_row("told by one bloc only", one_bloc, all));
  table.meta.emplace_back("reading", Value(reading_text(*view, reading)));
  table.meta.emplace_back("facts", Value(all));
  return table_cursor(std::move(table), view);
}

}  // namespace talentflow::query
