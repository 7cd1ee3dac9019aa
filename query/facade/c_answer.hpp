// talentflow_answer: rows with the values of the current one.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "query/facade/c_value.hpp"
#include "query/format/row_stream.hpp"
#include "talentflow/talentflow.h"

struct talentflow_answer {
  explicit talentflow_answer(std::unique_ptr<talentflow::query::RowStream> rows_) : rows(std::move(rows_)) {}

  std::unique_ptr<talentflow::query::RowStream> rows;
  talentflow::query::Row row;
  talentflow::query::ValueArena row_arena, table_arena;
  std::vector<talentflow_value*> values;  ///< of the current row
  std::vector<std::vector<std::vector<talentflow_value*>>>
      tables;  ///< [table][row][column], filled row by row
  std::string meta;
};

namespace talentflow::query {

/// A new answer handle over a table of ours.
inline talentflow_answer* table_answer(SideTable table, std::vector<SideTable> beside = {}) {
  return new talentflow_answer(std::make_unique<TableRows>(std::move(table), std::move(beside)));
}

}  // namespace talentflow::query
