// Strings by code points.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace talentflow::query {

std::size_t code_points(std::string_view text);
/// Byte offset of the n-th code point; the size beyond the last.
std::size_t offset_of(std::string_view text, std::size_t n);
std::string reversed(std::string_view text);
/// Full Unicode case mapping, without a locale's own rules.
std::string upper_case(std::string_view text);
std::string lower_case(std::string_view text);
/// Blanks of any script taken off.
std::string_view trim_left(std::string_view text);
std::string_view trim_right(std::string_view text);

}  // namespace talentflow::query
