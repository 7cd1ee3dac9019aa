// What stands at the end of a company's name and is left out in speech: Inc., GmbH, Group, 有限公司.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace talentflow::graph {

/// How many of a name's words (lower case, ASCII) are left without the legal forms at the end, at least one;
/// "S.A." and "B.V." are words of one letter each.
std::size_t without_legal_forms(const std::vector<std::string>& words);
/// Without what says that it is a group either: 1 for "alibaba group holding limited".
std::size_t without_group_words(const std::vector<std::string>& words);

/// 腾讯控股 for 腾讯控股有限公司.
std::string_view without_han_legal_form(std::string_view name);
/// 阿里巴巴 for 阿里巴巴集团控股.
std::string_view without_han_group_words(std::string_view name);

}  // namespace talentflow::graph
