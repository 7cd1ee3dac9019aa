// WHY FLOW .. SHOW INFLUENCE: what signal desks ask first, which single claim the answer hangs on.
#include "graph/flow/influence.hpp"
#include "query/flow/counted.hpp"
#include "query/flow/run.hpp"
#include "query/flow/yielded.hpp"

namespace talentflow::query {
namespace {

Value text_value(const std::string& text) { return text.empty() ? Value() : Value(text); }

std::string claim_text(const graph::View& view, const graph::ClaimView& claim, bool of_organisation) {
  static constexpr std::string_view kStances[] = {"", "not ", "withdrawn: "};
  const auto id = [&](graph::NodeNumber node) {
    return node == graph::kNoNode ? std::string("?") : view.node_id(node);
  };
  std::string text(kStances[static_cast<std::size_t>(claim.claim.stance)]);
  if (of_organisation) text += id(claim.subject) + " ";
  text += claim.relation + " " + id(claim.object);
  if (claim.claim.start.known()) text += ", " + to_string(claim.claim.start);
  if (claim.claim.end.known()) text += " to " + to_string(claim.claim.end);
  return text;
}

/// What is counted: the net, or what the statement's form counts instead.
std::int64_t number(const graph::Question& question, std::int64_t inflow, std::int64_t outflow) {
  return question.directed || question.gross ? inflow + outflow : inflow - outflow;
}

Row influence_row(const graph::View& view, const graph::Question& question,
                  const graph::InfluenceAnswer& answer, const graph::ClaimInfluence& one, std::int64_t rank) {
  const graph::ClaimView claim = view.claim(one.claim);
  const std::int64_t before = number(question, answer.inflow, answer.outflow);
  const std::int64_t after = number(question, answer.inflow + one.inflow, answer.outflow + one.outflow);
  return {Value(rank),
          Value(claim.claim.id),
          one.person == 0 ? Value() : text_value(entity_id(view, one.person)),
          Value(claim_text(view, claim, one.person == 0)),
          Value(before),
          Value(after),
          Value(graph::turns_sign(before, after)),
          Value(one.inflow),
          Value(one.outflow),
          text_value(claim.source_id),
          text_value(claim.publisher),
          text_value(claim.origin),
          text_value(claim.url)};
}

}  // namespace

CursorResult run_influence(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                           flow_syntax::Flow& flow) {
  auto bound = bind_flow(context, view, flow);
  if (!bound) return bound.error();
  const Place place = bound->ends_place;
  const auto found = graph::influence(*view, bound->question, *context.execution->budget);
  if (!found) return placed(context, place, found.error());
  bound->question.uncertainty = false;
  const auto answered = count_flow(context, view, reading, bound.take(), std::nullopt);
  if (!answered) return answered.error();
  const graph::Question& question = answered->bound.question;
  const char* what = question.directed ? "moves" : question.gross ? "gross" : "net";
  Table table;
  table.columns = {
      "rank",       "claim",         "person",         "says",   what,        std::string(what) + "_without",
      "turns_sign", "inflow_change", "outflow_change", "source", "publisher", "origin",
      "url"};
  const std::int64_t limit = *flow.show_influence;
  for (const graph::ClaimInfluence& one : found->claims) {
    const auto rank = static_cast<std::int64_t>(table.rows.size()) + 1;
    if (limit >= 0 && rank > limit) break;
    table.rows.push_back(influence_row(*view, question, *found, one, rank));
  }
  TALENTFLOW_TRY(context.execution->budget->rows(table.rows.size()));
  table.meta = answered->meta;
  table.meta.emplace_back(
      "tried", Value(counted(static_cast<std::int64_t>(found->tried), "claim", "claims") + " of " +
                     counted(static_cast<std::int64_t>(found->persons), "person", "persons") + " and " +
                     counted(static_cast<std::int64_t>(found->tried_of_organisations), "claim", "claims") +
                     " that place organisations, each taken away alone; what tables say of "
                     "organisations (country, hq_country, parent) is taken as it is"));
  table.meta.emplace_back("influential", Value(static_cast<std::int64_t>(found->claims.size())));
  TALENTFLOW_TRY(choose_columns(context, flow, table.columns.size(), table));
  return finish(context, view, flow, std::move(table));
}

}  // namespace talentflow::query
