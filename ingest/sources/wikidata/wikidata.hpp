// Wikidata entities: lines of a dump, and the answers of the interface ("entities": {..}).
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kWikidataVersion = 1;

int sniff_wikidata(std::string_view name, std::string_view head);
int order_wikidata(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_wikidata(AdapterInput input);

}  // namespace talentflow::ingest
