// BLIND SPOTS: what the answer does not know, kind by kind, each with how many moves (or facts), their share
// of all, and an example.
#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "query/flow/counted.hpp"
#include "query/flow/evidence.hpp"
#include "query/flow/frames.hpp"
#include "query/flow/run.hpp"
#include "query/flow/shown_moves.hpp"
#include "query/flow/side_text.hpp"
#include "query/flow/yielded.hpp"

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

/// Several pages, one publisher at the root of all of them.
bool echoed(const graph::View& view, std::uint32_t row) {
  const graph::StintRow& post = view.careers().rows[row];
  return post.sources > 1 && post.origins == 1;
}

/// The day a reading is of: its own, else today.
Day day_of(const FlowContext& context, const graph::Reading& reading) {
  constexpr std::int64_t kDay = 86'400;
  if (reading.as_of) return static_cast<Day>(*reading.as_of / (kDay * 1'000'000));
  const auto& clock = context.execution->clock;
  const std::int64_t now = clock ? clock()
                                 : std::chrono::duration_cast<std::chrono::nanoseconds>(
                                       std::chrono::system_clock::now().time_since_epoch())
                                       .count();
  return static_cast<Day>(now / (kDay * 1'000'000'000));
}

/// Questions that pages leave open about persons and organisations of the moves: all, and those whose own
/// date is past.
struct OpenQuestions {
  Spot all, past;
};
OpenQuestions open_questions(const graph::View& view, const graph::Answer& answer, Day today) {
  OpenQuestions found;
  const auto type = view.find_name("OPEN_QUESTION");
  if (!type) return found;
  std::set<graph::NodeNumber> concerned;
  for (const graph::CountedMove& move : answer.moves) {
    concerned.insert(view.node_of(move.person));
    for (const std::uint32_t row : {move.origin_row, move.destination_row})
      concerned.insert(view.node_of(view.careers().rows[row].organisation));
  }
  for (const graph::EdgeNumber edge : view.edges_of_type(*type)) {
    const graph::EdgeEnds ends = view.edge(edge);
    if (!concerned.contains(ends.from) && !concerned.contains(ends.to)) continue;
    for (const graph::ClaimView& claim : view.claims(edge)) {
      const auto text = [&] { return view.node_id(ends.from) + ": " + claim.claim.locator; };
      found.all.add(text);
      const Date& date = claim.claim.end.known() ? claim.claim.end : claim.claim.start;
      if (date.known() && date.range.high <= today) found.past.add(text);
    }
  }
  return found;
}

/// What blocs say of the flow's direction, and whether the count says so too.
void add_frames(const graph::View& view, const graph::Question& question, const graph::Answer& answer,
                Table& table) {
  std::int64_t net = 0, readable = 0;
  for (const graph::Cell& cell : answer.cells) net += cell.net();
  Spot agrees, contradicts;
  for (const Frame& frame : frames(view, question)) {
    if (frame.says == 0) continue;
    ++readable;
    const int counted_sign = (net > 0 ? 1 : 0) - (net < 0 ? 1 : 0);
    (frame.says == counted_sign ? agrees : contradicts).add([&] {
      return frame.bloc + ": \"" + frame.text + "\" (net " + std::to_string(net) + ")";
    });
  }
  table.rows.push_back(spot_row("frame that the count contradicts", contradicts, readable));
  table.rows.push_back(spot_row("frame that the count bears out", agrees, readable));
}

}  // namespace

CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             flow_syntax::Flow& flow) {
  TALENTFLOW_TRY(refuse_without_moves(context, flow, "BLIND SPOTS"));
  if (flow.show_influence)
    return context.semantic(flow.influence_place, "InfluenceOfWhy",
                            "the influence of claims is a reason for the answer; write WHY in front of FLOW");
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  bound->question.uncertainty = false;
  bound->question.extras = true;
  const auto answered = count_flow(context, view, reading, bound.take(), std::nullopt);
  if (!answered) return answered.error();
  const graph::Answer& answer = answered->answer;
  Spot single, repeated, undated, contested, one_bloc, assumed;
  for (const graph::CountedMove& move : answer.moves) {
    TALENTFLOW_TRY(context.execution->budget->tick());
    const auto text = [&] { return example_of(*view, move); };
    if (move.single_origin) single.add(text);
    if (echoed(*view, move.origin_row) || echoed(*view, move.destination_row)) repeated.add(text);
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
  table.rows.push_back(spot_row("several pages, one origin", repeated, all));
  table.rows.push_back(spot_row("undated", undated, all));
  table.rows.push_back(spot_row("unordered", misses[graph::NearMiss::Kind::unordered], all));
  table.rows.push_back(spot_row("contested", contested, all));
  table.rows.push_back(spot_row("unlocated", misses[graph::NearMiss::Kind::unlocated], all));
  table.rows.push_back(spot_row("told by one bloc only", one_bloc, all));
  table.rows.push_back(spot_row("end assumed", assumed, all));
  Spot reviewed;
  for (const graph::CountedMove& move : answer.under_review)
    reviewed.add([&] { return example_of(*view, move); });
  table.rows.push_back(spot_row("under review, left out", reviewed, all));
  table.rows.push_back(
      spot_row("departure without a destination", misses[graph::NearMiss::Kind::no_destination], all));
  table.rows.push_back(spot_row("founding without funding", unfunded_foundings(*view, answer), all));
  const OpenQuestions questions = open_questions(*view, answer, day_of(context, reading));
  table.rows.push_back(spot_row("open question", questions.all, all));
  table.rows.push_back(spot_row("open question past its date", questions.past, all));
  if (!answered->bound.question.directed) add_frames(*view, answered->bound.question, answer, table);
  table.meta = answered->meta;
  table.meta.emplace_back("moves", Value(all));
  add_side_tables(*view, flow, answered->bound.question, answer, table);
  TALENTFLOW_TRY(choose_columns(context, flow, table.columns.size(), table));
  return finish(context, view, flow, std::move(table));
}

CursorResult run_blind_spots(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                             flow_syntax::Statement& statement) {
  const auto edges = edges_meant(context, view, statement);
  if (!edges) return edges.error();
  Spot single, repeated, undated, contested, one_bloc;
  for (const graph::EdgeNumber edge : *edges) {
    TALENTFLOW_TRY(context.execution->budget->tick());
    const graph::EdgeEvidence evidence = view->evidence(edge);
    const graph::EdgeEnds ends = view->edge(edge);
    const auto text = [&] {
      return view->node_id(ends.from) + " " + view->name(ends.type) + " " + view->node_id(ends.to);
    };
    if (evidence.origins == 1) single.add(text);
    if (evidence.origins == 1 && evidence.sources > 1) repeated.add(text);
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
  table.rows.push_back(spot_row("several pages, one origin", repeated, all));
  table.rows.push_back(spot_row("undated", undated, all));
  table.rows.push_back(spot_row("contested", contested, all));
  table.rows.push_back(spot_row("told by one bloc only", one_bloc, all));
  table.meta.emplace_back("reading", Value(reading_text(*view, reading)));
  table.meta.emplace_back("facts", Value(all));
  return table_cursor(std::move(table), view);
}

}  // namespace talentflow::query
