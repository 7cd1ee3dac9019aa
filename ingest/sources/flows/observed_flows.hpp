// Observed flows: published counts of moves from country to country by year, as CSV.
#pragma once

#include <memory>
#include <string>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kObservedFlowsVersion = 1;

int sniff_observed_flows(std::string_view name, std::string_view head);
int order_observed_flows(std::string_view name, std::string_view head);
/// Errors: invalid_input when the header has no column for origin, destination, year or count.
Result<std::unique_ptr<Adapter>> open_observed_flows(AdapterInput input);

/// The name of the data set that a file holds, by its own name: the first word and the first year in it
/// ("scopus_2024_V1_flows.csv.gz" -> "scopus-2024"), or the whole stem when it has no year.
std::string data_set_name(std::string_view path);

}  // namespace talentflow::ingest
