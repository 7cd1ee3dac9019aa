// What a GraphView says of one edge: its id, its properties, its evidence and its claims.
#include <algorithm>
#include <cmath>
#include <cstdio>

#include "graph/snapshot/graph_view.hpp"
#include "graph/snapshot/property_bytes.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {
namespace {

/// Columns keep beliefs in single precision: six decimals are what they carry, and what is shown.
double six_decimals(double value) { return std::round(value * 1e6) / 1e6; }
double printed(float value) { return six_decimals(static_cast<double>(value)); }

/// FNV-1a, 64 bits: the same on every machine and in every version, which edge ids must be.
class StableHash {
 public:
  StableHash& add(std::string_view text) {
    for (const char byte : text) mix(static_cast<unsigned char>(byte));
    mix(0xFF);  // no UTF-8 text holds this byte: ("ab","c") is not ("a","bc")
    return *this;
  }
  StableHash& add(std::uint64_t number) { return add(std::to_string(number)); }
  std::string text() const {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(value_));
    return digits;
  }

 private:
  void mix(unsigned char byte) { value_ = (value_ ^ byte) * 0x100000001B3ULL; }
  std::uint64_t value_ = 0xCBF29CE484222325ULL;
};

/// How a range of days was most likely written.
Date stated(const DayRange& range) {
  if (range.exact()) return Date::on(range.low);
  if (range.low <= kMinDay || range.high >= kMaxDay) return Date::between(range);
  const CivilDate first = to_civil(range.low);
  if (const Date month = Date::in_month(first.year, first.month); month.range == range) return month;
  if (const Date year = Date::in_year(first.year); year.range == range) return year;
  return Date::between(range);
}

/// The earliest day, or null.
Value earliest(const std::optional<DayRange>& range) {
  return range && range->low > kMinDay ? Value(Date::on(range->low)) : Value();
}

Value text_or_null(std::string_view text) { return text.empty() ? Value() : Value(std::string(text)); }

EntityNumber person_of(const Careers& careers, std::uint32_t row) {
  const auto next = std::upper_bound(careers.first.begin(), careers.first.end(), row);
  return careers.persons[static_cast<std::size_t>(next - careers.first.begin()) - 1];
}

}  // namespace

std::string GraphView::edge_id(EdgeNumber edge) const {
  const auto id = [&](EntityNumber entity) { return snapshot().entity_id(entity); };
  switch (edges().kind(edge)) {
    case EdgeKind::plain:
      return std::string(snapshot().edge_id(snapshot().row(edges().plain(edge))));
    case EdgeKind::fact: {
      const FactRow& fact = parts_.facts.facts[edges().fact(edge)];
      StableHash hash;
      hash.add(id(fact.subject))
          .add(parts_.names[edges().ends(edge).type])
          .add(id(fact.object))
          .add(fact.episode);
      return "fact/" + hash.text();
    }
    case EdgeKind::stint: {
      const StintRow& row = parts_.careers->rows[edges().stint(edge)];
      StableHash hash;
      hash.add(id(person_of(*parts_.careers, edges().stint(edge))))
          .add(id(row.organisation))
          .add(row.episode);
      return "stint/" + hash.text();
    }
    case EdgeKind::move:
      break;
  }
  const MoveRow& move = edges().move(edge);
  const StintRow& from = parts_.careers->rows[move.origin_row];
  const StintRow& to = parts_.careers->rows[move.destination_row];
  StableHash hash;
  hash.add(id(move.person))
      .add(id(from.organisation))
      .add(from.episode)
      .add(id(to.organisation))
      .add(to.episode);
  return "move/" + hash.text();
}

std::vector<ClaimIndex> GraphView::claims_behind(const StintRow& row) const {
  std::vector<ClaimIndex> claims;
  for (const ClaimNumber number : parts_.careers->claims_of(row)) claims.push_back(snapshot().find(number));
  return claims;
}

std::vector<ClaimIndex> GraphView::claims_behind(EdgeNumber edge) const {
  switch (edges().kind(edge)) {
    case EdgeKind::plain:
      return {edges().plain(edge)};
    case EdgeKind::fact: {
      const FactRow& fact = parts_.facts.facts[edges().fact(edge)];
      const auto claims = parts_.facts.claims_of(fact);
      return {claims.begin(), claims.end()};
    }
    case EdgeKind::stint:
      return claims_behind(parts_.careers->rows[edges().stint(edge)]);
    case EdgeKind::move:
      break;
  }
  const MoveRow& move = edges().move(edge);
  auto claims = claims_behind(parts_.careers->rows[move.origin_row]);
  const auto more = claims_behind(parts_.careers->rows[move.destination_row]);
  claims.insert(claims.end(), more.begin(), more.end());
  std::sort(claims.begin(), claims.end());
  claims.erase(std::unique(claims.begin(), claims.end()), claims.end());
  return claims;
}

std::vector<ClaimView> GraphView::claims(EdgeNumber edge) const {
  std::vector<ClaimView> views;
  for (const ClaimIndex index : claims_behind(edge)) views.push_back(claim(snapshot().row(index).number));
  return views;
}

std::optional<Value> GraphView::data_property(ClaimIndex claim, NameCode key) const {
  PropertyReader reader(snapshot().property_bytes(snapshot().row(claim)));
  while (reader.next())
    if (reader.key() == key && !reader.is_null()) return reader.value();
  return std::nullopt;
}

Properties GraphView::edge_properties(EdgeNumber edge) const {
  Properties properties;
  if (edges().kind(edge) == EdgeKind::move) return properties;
  std::vector<ClaimIndex> claims = claims_behind(edge);
  if (edges().kind(edge) == EdgeKind::fact) {
    const auto lead = std::find(claims.begin(), claims.end(), parts_.facts.facts[edges().fact(edge)].lead);
    std::rotate(claims.begin(), lead, lead + 1);
  }
  for (const ClaimIndex claim : claims) {
    if (snapshot().row(claim).stance != Stance::asserts) continue;
    PropertyReader reader(snapshot().property_bytes(snapshot().row(claim)));
    while (reader.next()) {
      const std::string& key = parts_.names[reader.key()];
      if (!reader.is_null() && find_property(properties, key) == nullptr)
        properties.emplace_back(key, reader.value());
    }
  }
  return properties;
}

Value GraphView::edge_property(EdgeNumber edge, NameCode key) const {
  const EdgeKind kind = edges().kind(edge);
  if (kind == EdgeKind::plain) return data_property(edges().plain(edge), key).value_or(Value());
  if (kind == EdgeKind::fact)
    if (const auto value = data_property(parts_.facts.facts[edges().fact(edge)].lead, key)) return *value;
  if (kind != EdgeKind::move && key < snapshot().names().size())
    for (const ClaimIndex claim : claims_behind(edge))
      if (snapshot().row(claim).stance == Stance::asserts)
        if (const auto value = data_property(claim, key)) return *value;
  const DerivedNames& own = parts_.derived;
  if (!own.of_edges(key)) return {};
  const EdgeEvidence known = evidence(edge);
  if (key == own.start) return earliest(known.start);
  if (key == own.end) return earliest(known.end);
  if (key == own.role) return text_or_null(known.role);
  if (key == own.confidence) return known.belief;
  if (key == own.plausibility) return known.plausibility;
  if (key == own.origins) return static_cast<std::int64_t>(known.origins);
  if (key == own.sources) return static_cast<std::int64_t>(known.sources);
  if (key == own.contested) return known.contested;
  if (key == own.status && known.status != Status::none)
    return std::string(Vocabulary::status_word(known.status));
  if (kind != EdgeKind::move) return {};
  if (key == own.person) return node_id(known.person);
  if (key == own.date) return earliest(known.start);
  if (key == own.assumed) return known.assumed;
  return {};
}

EdgeEvidence GraphView::evidence(EdgeNumber edge) const {
  switch (edges().kind(edge)) {
    case EdgeKind::plain:
      break;
    case EdgeKind::fact:
      return fact_evidence(parts_.facts.facts[edges().fact(edge)]);
    case EdgeKind::stint:
      return stint_evidence(parts_.careers->rows[edges().stint(edge)]);
    case EdgeKind::move:
      return move_evidence(edge);
  }
  EdgeEvidence evidence;
  evidence.plain = true;
  return evidence;
}

EdgeEvidence GraphView::fact_evidence(const FactRow& fact) const {
  EdgeEvidence evidence;
  evidence.belief = printed(fact.belief);
  evidence.plausibility = printed(fact.plausibility);
  evidence.origins = fact.origins;
  evidence.sources = fact.sources;
  evidence.contested = fact.contested;
  evidence.status = fact.status;
  evidence.end_open = fact.end_open;
  if (fact.start_claim != kNoClaim) {
    evidence.start_date = snapshot().row(fact.start_claim).start_date();
    evidence.start = evidence.start_date.range;
  }
  if (fact.end_claim != kNoClaim) {
    evidence.end_date = snapshot().row(fact.end_claim).end_date();
    evidence.end = evidence.end_date.range;
  }
  evidence.role = role_text(snapshot().row(fact.lead).role);
  for (const ClaimIndex claim : parts_.facts.claims_of(fact))
    if (evidence.role.empty() && snapshot().row(claim).stance == Stance::asserts)
      evidence.role = role_text(snapshot().row(claim).role);
  return evidence;
}

EdgeEvidence GraphView::stint_evidence(const StintRow& row) const {
  EdgeEvidence evidence;
  evidence.belief = printed(row.belief);
  evidence.plausibility = printed(row.plausibility);
  evidence.origins = row.origins;
  evidence.sources = row.sources;
  evidence.contested = row.has(StintRow::contested);
  evidence.status = static_cast<Status>(row.status);
  evidence.end_open = row.has(StintRow::end_open);
  evidence.role = role_text(row.role_text);
  if (row.has(StintRow::start_known)) {
    evidence.start = DayRange{row.start_low, row.start_high};
    evidence.start_date = stated(*evidence.start);
  }
  if (row.has(StintRow::end_known)) {
    evidence.end = DayRange{row.end_low, row.end_high};
    evidence.end_date = stated(*evidence.end);
  } else if (evidence.end_open) {
    evidence.end_date = Date::open_date();
  }
  return evidence;
}

/// A move holds when both its stints do; it rests on the publishers and pages of both.
EdgeEvidence GraphView::move_evidence(EdgeNumber edge) const {
  const MoveRow& move = edges().move(edge);
  const EdgeEvidence from = stint_evidence(parts_.careers->rows[move.origin_row]);
  EdgeEvidence evidence = stint_evidence(parts_.careers->rows[move.destination_row]);
  evidence.belief = six_decimals(evidence.belief * from.belief);
  evidence.plausibility = six_decimals(evidence.plausibility * from.plausibility);
  evidence.contested = evidence.contested || from.contested;
  evidence.status = std::min(evidence.status, from.status);
  if (evidence.role.empty()) evidence.role = from.role;
  std::vector<std::uint32_t> publishers;
  std::vector<EntityNumber> pages;
  for (const ClaimIndex claim : claims_behind(edge)) {
    const ClaimRow& row = snapshot().row(claim);
    if (row.stance != Stance::asserts) continue;
    publishers.push_back(parts_.sources.root_publisher(row));
    pages.push_back(row.source);
  }
  const auto distinct = [](auto& items) {
    std::sort(items.begin(), items.end());
    return static_cast<std::uint32_t>(std::unique(items.begin(), items.end()) - items.begin());
  };
  evidence.origins = distinct(publishers);
  evidence.sources = distinct(pages);
  evidence.person = parts_.nodes.of(move.person);
  evidence.assumed = move.assumed;
  evidence.start.reset();
  evidence.start_date = Date();
  if (move.date.low > kMinDay) {
    evidence.start = move.date;
    evidence.start_date = stated(move.date);
  }
  evidence.end.reset();
  evidence.end_date = Date();
  evidence.end_open = false;
  return evidence;
}

}  // namespace talentflow::graph
