// talentflow_database, and small helpers that every file of the C interface uses.
#pragma once

#include <memory>
#include <string>

#include "query/facade/c_answer.hpp"
#include "query/facade/c_error.hpp"
#include "query/facade/database.hpp"

struct talentflow_database {
  std::unique_ptr<talentflow::query::Database> database;
};

namespace talentflow::query {

inline std::string text_or_empty(const char* text) {
  return text == nullptr ? std::string() : std::string(text);
}

/// The budgets that a caller asked for; 0 stands for the default.
graph::Limits limits_of(const talentflow_query_options* options);

/// Hands `table` out through `answer` when the caller wants it.
inline void give_table(talentflow_answer** answer, SideTable table, std::vector<SideTable> beside = {}) {
  if (answer != nullptr) *answer = table_answer(std::move(table), std::move(beside));
}

}  // namespace talentflow::query
