// What judging persons and judging organisations share.
#pragma once

#include <string>
#include <string_view>

#include "graph/identity/profile.hpp"

namespace talentflow::graph {

/// Other ids of one register, or a claim that says they are two.
bool differ_for_certain(const Profile& one, const Profile& other);
/// Appends with a comma.
void add_reason(std::string& reasons, std::string_view reason);

}  // namespace talentflow::graph
