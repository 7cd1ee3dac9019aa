#include "query/facade/reports.hpp"

#include "ingest/adapter.hpp"
#include "query/format/instant_text.hpp"

namespace talentflow::query {
namespace {

Value number(std::uint64_t count) { return static_cast<std::int64_t>(count); }

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

Value instant_value(Instant instant) { return text_or_null(instant_text(instant)); }

}  // namespace

SideTable info_table(const std::string& path, const graph::StoreInfo& info, const graph::View& view) {
  return {"info",
          {"path", "format_version", "entities", "claims", "terms", "loads", "reviews", "disk_bytes", "nodes",
           "edges"},
          {{path, number(info.format_version), number(info.entities), number(info.claims), number(info.terms),
            number(info.loads), number(info.reviews), number(info.disk_bytes), number(view.node_count()),
            number(view.edge_count())}}};
}

SideTable findings_table(const std::vector<graph::Finding>& findings) {
  SideTable table{"findings", {"family", "key", "problem"}, {}};
  for (const auto& finding : findings) table.rows.push_back({finding.family, finding.key, finding.problem});
  return table;
}

SideTable loads_table(const std::vector<graph::LoadInfo>& loads) {
  SideTable table{"loads",
                  {"load", "started", "finished", "input", "adapter", "version", "claims", "known",
                   "rejected", "withdrawn"},
                  {}};
  for (const auto& load : loads)
    table.rows.push_back({number(load.number), instant_value(load.started), instant_value(load.finished),
                          load.input, load.adapter, number(load.adapter_version), number(load.claims),
                          number(load.known), number(load.rejected),
                          load.withdrawn ? instant_value(load.withdrawn_at) : Value()});
  return table;
}

Result<SideTable> reviews_table(const graph::Store& store) {
  SideTable table{"reviews", {"mention", "kind", "assigned", "candidates", "reason", "load", "line"}, {}};
  auto reviews = store.reviews();
  if (!reviews.ok()) return reviews.error();
  const auto id_of = [&store](EntityNumber entity) -> Result<Value> {
    if (entity == 0) return Value();
    auto info = store.entity(entity);
    if (!info.ok()) return info.error();
    return Value(info->id);
  };
  for (const auto& review : *reviews) {
    auto assigned = id_of(review.assigned);
    if (!assigned.ok()) return assigned.error();
    ValueList candidates;
    for (const auto candidate : review.candidates) {
      auto id = id_of(candidate);
      if (!id.ok()) return id.error();
      candidates.push_back(*id);
    }
    table.rows.push_back({review.mention, text_or_null(review.kind), *assigned, candidates, review.reason,
                          number(review.load), number(review.line)});
  }
  return table;
}

SideTable report_table(const ingest::Report& report) {
  return {"report",
          {"load", "records", "added", "known", "rejected", "entities", "reviews", "rejects", "summary"},
          {{number(report.load), number(report.records), number(report.added), number(report.known),
            number(report.rejected), number(report.new_entities), number(report.reviews),
            text_or_null(report.rejects_path), report.text()}}};
}

SideTable rejects_table(const ingest::Report& report) {
  SideTable table{"rejects", {"input", "line", "reason"}, {}};
  for (const auto& reject : report.first_rejects)
    table.rows.push_back({reject.input, number(reject.line), reject.reason});
  return table;
}

SideTable notes_table(const ingest::Report& report) {
  SideTable table{"notes", {"note"}, {}};
  for (const auto& note : report.notes) table.rows.push_back({note});
  return table;
}

SideTable adapters_table() {
  SideTable table{"adapters", {"name", "version", "suffixes", "summary"}, {}};
  for (const auto& entry : ingest::adapter_table()) {
    std::string suffixes;
    for (const auto suffix : entry.suffixes) suffixes += (suffixes.empty() ? "" : " ") + std::string(suffix);
    table.rows.push_back({std::string(entry.name), static_cast<std::int64_t>(entry.version), suffixes,
                          std::string(entry.summary)});
  }
  return table;
}

}  // namespace talentflow::query
