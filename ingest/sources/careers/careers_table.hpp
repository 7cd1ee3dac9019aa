// Careers table: any CSV whose rows are positions (person, organisation, title, start, end, address of the
// page).
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kCareersTableVersion = 1;

/// The fields that a map of columns may name (column_map.hpp).
std::vector<std::string> careers_fields();

int sniff_careers_table(std::string_view name, std::string_view head);
int order_careers_table(std::string_view name, std::string_view head);
/// Errors: invalid_input when the header has no column for the person or none for the organisation.
Result<std::unique_ptr<Adapter>> open_careers_table(AdapterInput input);

}  // namespace talentflow::ingest
