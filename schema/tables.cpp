#include "schema/tables.hpp"

namespace talentflow::tables {
namespace {
#include "schema/tables.inc"

template <std::size_t size>
constexpr std::string_view text(const char (&literal)[size]) {
  return {literal, size - 1};
}
}  // namespace

std::string_view chinese_names() { return text(k_chinese_names); }
std::string_view countries() { return text(k_countries); }
std::string_view frames() { return text(k_frames); }
std::string_view known_homes() { return text(k_known_homes); }
std::string_view known_names() { return text(k_known_names); }
std::string_view kinds() { return text(k_kinds); }
std::string_view organisation_names() { return text(k_organisation_names); }
std::string_view relations() { return text(k_relations); }
std::string_view roles() { return text(k_roles); }
std::string_view strengths() { return text(k_strengths); }

}  // namespace talentflow::tables
