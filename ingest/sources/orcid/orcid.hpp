// ORCID records: v3.0 and v2 JSON, v3.0 XML.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kOrcidVersion = 1;

int sniff_orcid_json(std::string_view name, std::string_view head);
int sniff_orcid_xml(std::string_view name, std::string_view head);
int order_orcid(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_orcid_json(AdapterInput input);
Result<std::unique_ptr<Adapter>> open_orcid_xml(AdapterInput input);

}  // namespace talentflow::ingest
