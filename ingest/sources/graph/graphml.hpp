// GraphML in: what `export --format graphml` writes, and what other programs write.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kGraphmlVersion = 1;

int sniff_graphml(std::string_view name, std::string_view head);
int order_graphml(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_graphml(AdapterInput input);

}  // namespace talentflow::ingest
