// People's own pages: JSON Resume, schema.org JSON-LD, Markdown tables of personnel.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kJsonResumeVersion = 1;
inline constexpr std::uint32_t kSchemaOrgVersion = 1;
inline constexpr std::uint32_t kPersonnelTableVersion = 1;

int order_resume(std::string_view name, std::string_view head);

int sniff_json_resume(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_json_resume(AdapterInput input);

int sniff_schema_org(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_schema_org(AdapterInput input);

int sniff_personnel_table(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_personnel_table(AdapterInput input);

}  // namespace talentflow::ingest
