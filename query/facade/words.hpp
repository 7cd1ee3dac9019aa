// Words that a line editor can complete: keywords of the language, and the vocabulary of an open graph.
#pragma once

#include <string_view>

#include "graph/view.hpp"
#include "query/engine.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::query {

/// Each: a table with the column `word`, sorted, of words that begin with `prefix` in any case; at most
/// `limit`.
SideTable keyword_table(std::string_view prefix, std::size_t limit);
/// With the columns `count` and `gloss` as well.
SideTable label_table(const graph::View& view, const Vocabulary& vocabulary, std::string_view prefix,
                      std::size_t limit);
SideTable relation_table(const graph::View& view, const Vocabulary& vocabulary, std::string_view prefix,
                         std::size_t limit);
SideTable key_table(const graph::View& view, std::string_view prefix, std::size_t limit);
/// Names of nodes. Looks at the first million nodes only: completion must not keep anybody waiting.
SideTable name_table(const graph::View& view, std::string_view prefix, std::size_t limit);

}  // namespace talentflow::query
