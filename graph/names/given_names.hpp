// Given names that stand for each other: Tom for Thomas.
#pragma once

#include <string_view>
#include <vector>

namespace talentflow::graph {

/// The longer or shorter forms of a given name, lower case; empty for one that has none. Static texts.
std::vector<std::string_view> other_forms(std::string_view given);

}  // namespace talentflow::graph
