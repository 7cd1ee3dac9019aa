// Plain graphs as JSON lines: nodes {"id","labels","properties"}, edges
// {"id","type","from","to","properties"}.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kGraphJsonlVersion = 1;

/// 90 when the first line is an object with "id" and either "labels" or "type", "from" and "to".
int sniff_graph_jsonl(std::string_view name, std::string_view head);
int order_graph_jsonl(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_graph_jsonl(AdapterInput input);

}  // namespace talentflow::ingest
