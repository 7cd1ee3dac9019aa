// The native form: entities.csv, sources.csv and claims.csv, told apart by their header row.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kClaimTablesVersion = 1;

/// 95 for a header that names one of the three tables, else 0.
int sniff_claim_tables(std::string_view name, std::string_view head);
/// Entities 0, sources 1, claims 2.
int order_claim_tables(std::string_view name, std::string_view head);
/// Error: the header names no table; the message says which columns each table needs.
Result<std::unique_ptr<Adapter>> open_claim_tables(AdapterInput input);

}  // namespace talentflow::ingest
