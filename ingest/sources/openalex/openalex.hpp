// OpenAlex: authors, institutions and works (JSON lines of a snapshot, one object, a page of the interface),
// and the snapshot's tables of merged ids.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kOpenAlexVersion = 1;

int sniff_openalex(std::string_view name, std::string_view head);
int order_openalex(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_openalex(AdapterInput input);

int sniff_openalex_merged(std::string_view name, std::string_view head);
int order_openalex_merged(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_openalex_merged(AdapterInput input);

}  // namespace talentflow::ingest
