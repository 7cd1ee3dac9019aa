// ROR, the register of research organisations: schema v2 and v1, a JSON array of records.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kRorVersion = 1;

int sniff_ror(std::string_view name, std::string_view head);
int order_ror(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_ror(AdapterInput input);

}  // namespace talentflow::ingest
