// Words that a line editor can complete: keywords of the language, and the vocabulary of an open graph.
#pragma once

#include <string_view>

#include "graph/view.hpp"
#include "query/engine.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::query {

/// Does the word stand in a keyword, in any case? Words of one letter never do.
bool is_keyword(std::string_view word);

/// Each: a table with the column `word`, sorted, of words that begin with `prefix` in any case; at most
/// `limit`.
SideTable keyword_table(std::string_view prefix, std::size_t limit);
/// With the columns `count` and `gloss` as well.
SideTable label_table(const graph::View& view, const Vocabulary& vocabulary, std::string_view prefix,
                      std::size_t limit);
SideTable relation_table(const graph::View& view, const Vocabulary& vocabulary, std::string_view prefix,
                         std::size_t limit);
SideTable key_table(const graph::View& view, std::string_view prefix, std::size_t limit);
/// Functions and aggregates, each with its opening bracket: `count(`.
SideTable function_name_table(std::string_view prefix, std::size_t limit);
/// Names of nodes, by a look-up: the graph's size does not matter.
SideTable name_table(const graph::View& view, std::string_view prefix, std::size_t limit);

}  // namespace talentflow::query
