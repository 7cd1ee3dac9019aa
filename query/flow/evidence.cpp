#include "query/flow/evidence.hpp"

#include <algorithm>
#include <map>

#include "graph/flow/possible_worlds.hpp"
#include "query/flow/columns.hpp"
#include "query/format/instant_text.hpp"

namespace talentflow::query {
namespace {

Value text_value(const std::string& text) { return text.empty() ? Value() : Value(text); }

std::string organisation_name(const graph::View& view, EntityNumber organisation) {
  const graph::NodeNumber node = view.node_of(organisation);
  return node == graph::kNoNode ? "?" : display_name(view, node);
}

std::string range_text(const std::optional<DayRange>& range, const char* otherwise) {
  if (!range) return otherwise;
  const Value value = date_range_value(*range);
  return value.string() == nullptr ? otherwise : *value.string();
}

/// "WORKS_AT org/meta 2026-01 to 2026-06"
std::string post_text(const graph::View& view, const graph::StintRow& row) {
  using Flag = graph::StintRow;
  std::optional<DayRange> start, end;
  if (row.has(Flag::start_known)) start = DayRange{row.start_low, row.start_high};
  if (row.has(Flag::end_known)) end = DayRange{row.end_low, row.end_high};
  std::string text = row.has(Flag::study) ? "STUDIED_AT " : "WORKS_AT ";
  text += entity_id(view, row.organisation);
  text += ", from " + range_text(start, "unknown");
  text += " to " + range_text(end, row.has(Flag::end_open) ? "now" : "unknown");
  return text;
}

Row claim_row(const Value& move, const Value& person, const std::string& fact, double belief,
              const graph::ClaimView& seen) {
  static constexpr std::string_view kStances[] = {"asserts", "denies", "withdraws"};
  const Claim& claim = seen.claim;
  const auto status = std::string(Vocabulary::status_word(claim.status));
  return {move,
          person,
          Value(fact),
          rounded(belief),
          Value(claim.id),
          Value(std::string(kStances[static_cast<std::size_t>(claim.stance)])),
          claim.status == Status::none ? Value() : Value(status),
          text_value(seen.source_id),
          text_value(seen.publisher),
          text_value(seen.origin),
          text_value(seen.url),
          text_value(claim.locator),
          text_value(seen.published),
          claim.recorded == kAlways ? Value() : Value(instant_text(claim.recorded))};
}

/// Copies under their origin: the claims of one publisher at the root together, in the order in which the
/// roots first speak, and in each the root's own page before those that follow it.
std::vector<graph::ClaimView> by_root(std::vector<graph::ClaimView> claims) {
  std::map<std::string, std::size_t> turn;
  for (const graph::ClaimView& claim : claims) turn.emplace(claim.root_publisher, turn.size());
  std::stable_sort(claims.begin(), claims.end(), [&](const graph::ClaimView& a, const graph::ClaimView& b) {
    return std::pair(turn[a.root_publisher], !a.origin.empty()) <
           std::pair(turn[b.root_publisher], !b.origin.empty());
  });
  return claims;
}

void add_post(const graph::View& view, const graph::CountedMove& move, std::uint32_t index,
              std::vector<Row>& rows) {
  const graph::StintRow& row = view.careers().rows[index];
  const Value text(move_text(view, move)), person(entity_id(view, move.person));
  std::vector<graph::ClaimView> claims;
  for (const ClaimNumber claim : view.careers().claims_of(row)) claims.push_back(view.claim(claim));
  for (const graph::ClaimView& claim : by_root(std::move(claims)))
    rows.push_back(claim_row(text, person, post_text(view, row), graph::belief_of(row), claim));
}

Value person_of(const graph::View& view, const graph::EdgeEnds& ends, const graph::EdgeEvidence& evidence) {
  if (evidence.person != graph::kNoNode) return Value(view.node_id(evidence.person));
  const auto label = view.find_name("Person");
  if (label && view.has_label(ends.from, *label)) return Value(view.node_id(ends.from));
  return {};
}

}  // namespace

const std::vector<std::string>& evidence_columns() {
  static const std::vector<std::string> columns = {"move",   "person",  "fact",      "belief",    "claim",
                                                   "stance", "status",  "source",    "publisher", "origin",
                                                   "url",    "locator", "published", "recorded"};
  return columns;
}

std::string move_text(const graph::View& view, const graph::CountedMove& move) {
  const auto& rows = view.careers().rows;
  return organisation_name(view, rows[move.origin_row].organisation) + " -> " +
         organisation_name(view, rows[move.destination_row].organisation) + ", " +
         range_text(move.date, "undated");
}

void add_evidence(const graph::View& view, const graph::CountedMove& move, std::vector<Row>& rows) {
  add_post(view, move, move.origin_row, rows);
  add_post(view, move, move.destination_row, rows);
}

void add_evidence(const graph::View& view, graph::EdgeNumber edge, std::vector<Row>& rows) {
  const graph::EdgeEnds ends = view.edge(edge);
  const graph::EdgeEvidence evidence = view.evidence(edge);
  const std::string& type = view.name(ends.type);
  const bool moved = type == "MOVED";
  const std::string from = display_name(view, ends.from), to = display_name(view, ends.to);
  const Value move =
      moved ? Value(from + " -> " + to + ", " + range_text(evidence.start, "undated")) : Value();
  const std::string fact = view.node_id(ends.from) + " " + type + " " + view.node_id(ends.to);
  for (const graph::ClaimView& claim : by_root(view.claims(edge)))
    rows.push_back(claim_row(move, person_of(view, ends, evidence), fact, evidence.belief, claim));
}

const std::vector<std::string>& move_columns() {
  static const std::vector<std::string> columns = {"person", "name",          "from",     "to",
                                                   "date",   "direction",     "belief",   "assumed",
                                                   "dual",   "single_origin", "contested"};
  return columns;
}

Row move_row(const graph::View& view, const graph::CountedMove& move) {
  const auto& rows = view.careers().rows;
  const graph::NodeNumber person = view.node_of(move.person);
  return {text_value(entity_id(view, move.person)),
          person == graph::kNoNode ? Value() : Value(display_name(view, person)),
          text_value(entity_id(view, rows[move.origin_row].organisation)),
          text_value(entity_id(view, rows[move.destination_row].organisation)),
          date_range_value(move.date),
          Value(move.inflow ? "in" : "out"),
          rounded(move.belief),
          Value(move.assumed),
          Value(move.dual),
          Value(move.single_origin),
          Value(move.contested)};
}

}  // namespace talentflow::query
