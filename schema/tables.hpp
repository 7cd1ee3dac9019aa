// The tables of datasets/ as compiled in: CSV texts.
#pragma once

#include <string_view>

namespace talentflow::tables {

std::string_view chinese_names();
std::string_view countries();
std::string_view frames();
std::string_view kinds();
std::string_view known_homes();
std::string_view known_names();
std::string_view organisation_names();
std::string_view relations();
std::string_view roles();
std::string_view strengths();

}  // namespace talentflow::tables
