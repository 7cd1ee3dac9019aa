// Values as JSON, by the rules of the program's json and jsonl formats: nodes {"id","labels","properties"},
// edges
// {"id","type","from","to","properties"}, paths {"nodes","edges"}, NaN and infinities {"float":"NaN"}, dates
// and durations as strings; integers exact, a float keeps its point (1.0).
#pragma once

#include <string>
#include <string_view>

#include "query/format/row_stream.hpp"

namespace talentflow::query {

/// Appends `text` in quotes. Control characters are escaped; bytes that are no UTF-8 become U+FFFD.
void append_json_string(std::string& out, std::string_view text);
/// Appends a number so that it reads back exactly and is a float for every reader.
void append_json_float(std::string& out, double number);
/// `view` may be nullptr when the value holds no node or edge.
void append_json(std::string& out, const Value& value, const graph::View* view);
/// An object with keys in column order.
void append_json_row(std::string& out, const std::vector<std::string>& columns, const Row& row,
                     const graph::View* view);
/// An object; keys in the order given.
std::string meta_json(const MetaEntries& meta, const graph::View* view);

}  // namespace talentflow::query
