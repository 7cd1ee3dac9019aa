// The columns of a flow's answer: one table of names and how each is read off a row.
#pragma once

#include <string>
#include <vector>

#include "graph/flow/flow.hpp"
#include "query/flow/flow_context.hpp"

namespace talentflow::query {

/// One column of counts. `extras`: needs Question::extras; `uncertain`: needs Question::uncertainty.
struct FlowColumn {
  std::string_view name;
  bool extras;
  bool uncertain;
  bool counts_facts;  ///< says something of the facts behind: nothing that published counts have
  Value (*read)(const graph::Cell& cell);

  /// Null for published counts.
  bool of_careers() const { return extras || uncertain || counts_facts; }
};

/// All of them: BETWEEN's, the directed forms' `moves`, and those that only YIELD names.
const std::vector<FlowColumn>& flow_columns();
const FlowColumn* find_column(std::string_view name);

/// Names of the columns that tell rows apart: bucket, then the dimensions.
std::vector<std::string> key_columns(const graph::Question& question);
Row key_values(const graph::View& view, const graph::Question& question, const graph::Cell& cell);
/// Names of the count columns shown without YIELD.
std::vector<std::string> default_columns(const graph::Question& question, bool observed = false);

/// "2026", "2026-Q1", "2026-03", "2026-W10", "total"; null for the bucket of undatable moves.
Value bucket_value(const graph::Question& question, const graph::Cell& cell);
/// "2026-03-04", "2026-03", "2026", "[2025-11..2026-03]"; null when nothing is known.
Value date_range_value(DayRange range);

}  // namespace talentflow::query
