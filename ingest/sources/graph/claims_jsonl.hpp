// Claims as JSON lines: for programs that make claims (a user's own language model, for one). The form is
// documented in ingest/README.md.
#pragma once

#include <memory>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kClaimsJsonlVersion = 1;

int sniff_claims_jsonl(std::string_view name, std::string_view head);
int order_claims_jsonl(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_claims_jsonl(AdapterInput input);

}  // namespace talentflow::ingest
