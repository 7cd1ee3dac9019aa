// A finished table as a Cursor.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/engine.hpp"

namespace talentflow::query {

using MetaPairs = std::vector<std::pair<std::string, Value>>;

/// One answer of a flow statement before it is handed out.
struct Table {
  std::vector<std::string> columns;
  std::vector<Row> rows;
  MetaPairs meta;
  std::vector<SideTable> side_tables;
  std::vector<std::string> warnings;
};

/// Holds the View that the values refer to.
std::unique_ptr<Cursor> table_cursor(Table table, std::shared_ptr<const graph::View> view);
/// The rows of `inner` with the footer and the side tables of `table` (FLOW .. YIELD .. RETURN ..).
std::unique_ptr<Cursor> footed_cursor(std::unique_ptr<Cursor> inner, Table table);

}  // namespace talentflow::query
