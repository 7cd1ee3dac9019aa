// What a Snapshot looks up once about its terms and descriptions. Private to this folder.
#pragma once

#include "graph/snapshot/snapshot.hpp"

namespace talentflow::graph {

TermInfo term_info(std::uint32_t name, std::string_view text, const Vocabulary& vocabulary);

/// The labels that an encoded shape stands for: "k" and the kind, "l" and a label, each ended by a zero byte.
/// Adds them to `names`.
DescriptionShape description_shape(std::string_view text, TextTable& names);

/// Fills an empty Snapshot from the columns kept in its store; false (and the Snapshot is to be thrown away)
/// when there are none that can be used.
bool read_kept(const Store& store, Snapshot& to);

}  // namespace talentflow::graph
