#include "query/facade/reports.hpp"

#include <cmath>

#include "ingest/adapter.hpp"
#include "query/format/instant_text.hpp"

namespace talentflow::query {
namespace {

Value number(std::uint64_t count) { return static_cast<std::int64_t>(count); }

Value text_or_null(const std::string& text) { return text.empty() ? Value() : Value(text); }

/// To hundredths: a score is no measurement.
Value rounded(double score) { return Value(std::round(score * 100.0) / 100.0); }

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

SideTable reviews_table(const graph::View& view, const std::vector<graph::OpenReview>& reviews) {
  SideTable table{
      "reviews", {"mention", "kind", "assigned", "candidate", "score", "reason", "load", "line"}, {}};
  for (const auto& review : reviews)
    for (const auto& candidate : review.candidates)
      table.rows.push_back({review.item.mention, text_or_null(review.item.kind), view.node_id(review.node),
                            view.node_id(candidate.node), rounded(candidate.score), candidate.reason,
                            number(review.item.load), number(review.item.line)});
  return table;
}

SideTable decided_table(const graph::Decided& decided, const std::string& author) {
  std::string summary = decided.relation == "SAME_AS"          ? " is the same as "
                        : decided.relation == "DIFFERENT_FROM" ? " is another than "
                                                               : " and ";
  summary = decided.subject + summary + decided.object;
  if (decided.relation == "WITHDRAWN") summary = "taken back what was said of " + summary;
  summary += ": claim " + decided.claim + " of " + author;
  std::string withdrawn;
  for (const std::string& id : decided.withdrawn) withdrawn += (withdrawn.empty() ? "" : ", ") + id;
  if (!withdrawn.empty()) summary += ", which withdraws " + withdrawn;
  if (decided.joined.size() == 2)
    summary += "; with it " + decided.joined[0] + " and " + decided.joined[1] + " are one";
  return {"decision",
          {"claim", "relation", "subject", "object", "author", "withdrawn", "summary"},
          {{decided.claim, decided.relation, decided.subject, decided.object, author, text_or_null(withdrawn),
            summary + "\n"}}};
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
