// Graphs, parameters and rows as JSON, for tests of the language.
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "query/engine.hpp"
#include "tests/unit/language/plain_view.hpp"

namespace talentflow::query::test {

/// One JSON object a line: nodes {"id","labels","properties"}, edges {"id","type","from","to","properties"}.
std::shared_ptr<PlainView> read_graph(std::string_view json_lines);
Value read_value(std::string_view json);
/// As the program's jsonl format prints it.
std::string print_value(const Value& value, const graph::View& view);
std::string print_row(const Cursor& cursor, const Row& row);

/// Runs a query; the rows one a line, each as the JSON list of its values, or the error's text.
std::string rows_of(const std::shared_ptr<PlainView>& view, const std::string& query,
                    ValueMap parameters = {});

}  // namespace talentflow::query::test
