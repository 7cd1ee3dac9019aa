#include "query/export/attributes.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "query/format/display_text.hpp"
#include "query/format/json_text.hpp"
#include "query/format/scalar_text.hpp"

namespace talentflow::query {
namespace {

constexpr std::array<std::string_view, 4> kNodeNames{"label", "name", "kind", "labels"};
struct FixedAttribute {
  std::string_view name;
  AttributeType type;
};
constexpr std::array<FixedAttribute, 19> kEdgeNames{{{"label", AttributeType::text},
                                                     {"weight", AttributeType::floating},
                                                     {"belief", AttributeType::floating},
                                                     {"plausibility", AttributeType::floating},
                                                     {"origins", AttributeType::integer},
                                                     {"sources", AttributeType::integer},
                                                     {"contested", AttributeType::text},
                                                     {"status", AttributeType::text},
                                                     {"role", AttributeType::text},
                                                     {"start", AttributeType::text},
                                                     {"end", AttributeType::text},
                                                     {"person", AttributeType::text},
                                                     {"assumed", AttributeType::text},
                                                     {"publishers", AttributeType::text},
                                                     {"first_reported", AttributeType::text},
                                                     {"last_reported", AttributeType::text},
                                                     {"licence", AttributeType::text},
                                                     {"citation", AttributeType::text},
                                                     {"claims", AttributeType::text}}};

bool is_fixed_edge_name(std::string_view name) {
  return std::any_of(kEdgeNames.begin(), kEdgeNames.end(),
                     [&](const auto& fixed) { return fixed.name == name; });
}

AttributeType type_of(const Scalar& value) {
  if (std::holds_alternative<std::int64_t>(value)) return AttributeType::integer;
  return std::holds_alternative<double>(value) ? AttributeType::floating : AttributeType::text;
}

Scalar scalar_of(const talentflow::Value& stored) {
  const Value value = from_stored(stored);
  if (const auto* integer = value.integer()) {
    if (*integer >= std::numeric_limits<std::int32_t>::min() &&
        *integer <= std::numeric_limits<std::int32_t>::max())
      return *integer;
    return std::to_string(*integer);
  }
  if (const auto* number = value.floating())
    return std::isfinite(*number) ? Scalar(*number) : number_text(*number);
  return data_text(value, nullptr);
}

std::string node_attribute_name(const std::string& key) {
  const bool fixed =
      key != "name" && std::find(kNodeNames.begin(), kNodeNames.end(), key) != kNodeNames.end();
  return fixed ? "data_" + key : key;
}

std::string edge_attribute_name(const std::string& key) {
  return is_fixed_edge_name(key) ? "data_" + key : key;
}

std::string join(const std::set<std::string>& texts) {
  std::string out;
  for (const auto& text : texts) out += (out.empty() ? "" : "; ") + text;
  return out;
}

/// True, with the number, when the property is one that GraphML can hold.
bool has_number(const Properties& properties, std::string_view key, double& number) {
  const auto* value = find_property(properties, key);
  if (value == nullptr) return false;
  if (const auto* floating = value->get_if<double>())
    number = *floating;
  else if (const auto* integer = value->get_if<std::int64_t>())
    number = static_cast<double>(*integer);
  else
    return false;
  return std::isfinite(number);
}

/// Beliefs are computed in single precision: digits past the sixth say nothing.
double rounded(double belief) { return std::round(belief * 1e6) / 1e6; }

void add_text(std::vector<Attribute>& out, std::string name, std::string text) {
  if (!text.empty()) out.push_back({std::move(name), std::move(text)});
}

}  // namespace

void AttributeTable::add(const std::string& name, AttributeType type) {
  const auto [found, added] = positions_.try_emplace(name, entries_.size());
  if (added)
    entries_.push_back({name, type});
  else
    entries_[found->second].type = std::max(entries_[found->second].type, type);
}

std::string scalar_text(const Scalar& value) {
  if (const auto* integer = std::get_if<std::int64_t>(&value)) return std::to_string(*integer);
  if (const auto* number = std::get_if<double>(&value)) return number_text(*number);
  return std::get<std::string>(value);
}

AttributeTable AttributeReader::node_table(const std::vector<graph::NodeNumber>& nodes) const {
  std::map<std::string, AttributeType> found;
  for (const auto node : nodes)
    for (const auto& [key, value] : view_.node_properties(node)) {
      if (value.is_null() || key == "name") continue;
      const auto type = type_of(scalar_of(value));
      const auto entry = found.try_emplace(node_attribute_name(key), type).first;
      entry->second = std::max(entry->second, type);
    }
  AttributeTable table;
  for (const auto name : kNodeNames) table.add(std::string(name), AttributeType::text);
  for (const auto& [name, type] : found) table.add(name, type);
  return table;
}

AttributeTable AttributeReader::edge_table(const std::vector<graph::EdgeNumber>& edges) const {
  std::map<std::string, AttributeType> found;
  for (const auto edge : edges)
    for (const auto& [key, value] : view_.edge_properties(edge)) {
      double number = 0.0;
      if (value.is_null() || (key == "weight" && has_number({{key, value}}, key, number))) continue;
      const auto type = type_of(scalar_of(value));
      const auto entry = found.try_emplace(edge_attribute_name(key), type).first;
      entry->second = std::max(entry->second, type);
    }
  AttributeTable table;
  for (const auto& fixed : kEdgeNames)
    if (claims_ || fixed.name != "claims") table.add(std::string(fixed.name), fixed.type);
  for (const auto& [name, type] : found) table.add(name, type);
  return table;
}

std::string AttributeReader::node_name(graph::NodeNumber node) const {
  for (const char* property : {"name", "title"}) {
    const auto key = view_.find_name(property);
    if (!key) continue;
    const auto value = view_.node_property(node, *key);
    if (value.is_null()) continue;
    auto text = scalar_text(scalar_of(value));
    if (!text.empty()) return text;
  }
  return view_.node_id(node);
}

std::vector<Attribute> AttributeReader::node(graph::NodeNumber node) const {
  const std::string name = node_name(node);
  std::vector<Attribute> out{{"label", name}, {"name", name}};
  std::string labels;
  for (const auto label : view_.labels(node)) {
    if (labels.empty()) out.push_back({"kind", view_.name(label)});
    labels += (labels.empty() ? "" : ";") + view_.name(label);
  }
  add_text(out, "labels", labels);
  for (const auto& [key, value] : view_.node_properties(node))
    if (!value.is_null() && key != "name") out.push_back({node_attribute_name(key), scalar_of(value)});
  return out;
}

void AttributeReader::add_evidence(std::vector<Attribute>& out, const graph::EdgeEvidence& evidence) const {
  out.push_back({"belief", rounded(evidence.belief)});
  out.push_back({"plausibility", rounded(evidence.plausibility)});
  out.push_back({"origins", static_cast<std::int64_t>(evidence.origins)});
  out.push_back({"sources", static_cast<std::int64_t>(evidence.sources)});
  out.push_back({"contested", std::string(evidence.contested ? "true" : "false")});
  add_text(out, "status", std::string(Vocabulary::status_word(evidence.status)));
  add_text(out, "role", evidence.role);
  add_text(out, "start", to_string(evidence.start_date));
  add_text(out, "end", to_string(evidence.end_date));
  if (evidence.person == graph::kNoNode) return;
  out.push_back({"person", view_.node_id(evidence.person)});
  out.push_back({"assumed", std::string(evidence.assumed ? "true" : "false")});
}

const AttributeReader::SourceTerms& AttributeReader::terms_of(graph::NodeNumber source) {
  const auto [found, added] = sources_.try_emplace(source);
  if (!added || source == graph::kNoNode) return found->second;
  const auto text = [&](std::string_view key) -> std::string {
    const auto code = view_.find_name(key);
    if (!code) return {};
    const auto value = view_.node_property(source, *code);
    return value.is_null() ? std::string() : scalar_text(scalar_of(value));
  };
  found->second.licence = text("licence").empty() ? text("license") : text("licence");
  found->second.citation = text("citation");
  return found->second;
}

void AttributeReader::add_provenance(std::vector<Attribute>& out,
                                     const std::vector<graph::ClaimView>& claims) {
  std::set<std::string> publishers, licences, citations, reported;
  for (const auto& claim : claims) {
    if (!claim.publisher.empty()) publishers.insert(claim.publisher);
    if (!claim.published.empty()) reported.insert(claim.published);
    const auto& terms = terms_of(claim.source);
    if (!terms.licence.empty()) licences.insert(terms.licence);
    if (!terms.citation.empty()) citations.insert(terms.citation);
  }
  add_text(out, "publishers", join(publishers));
  if (!reported.empty()) {
    out.push_back({"first_reported", *reported.begin()});
    out.push_back({"last_reported", *reported.rbegin()});
  }
  add_text(out, "licence", join(licences));
  add_text(out, "citation", join(citations));
  if (claims_) out.push_back({"claims", claims_json(claims)});
}

std::vector<Attribute> AttributeReader::edge(graph::EdgeNumber edge) {
  const auto evidence = view_.evidence(edge);
  const auto properties = view_.edge_properties(edge);
  double given = 0.0;
  const bool weighted = has_number(properties, "weight", given);
  const double weight = weighted ? given : rounded(evidence.belief);
  std::vector<Attribute> out{{"label", view_.name(view_.edge(edge).type)}, {"weight", weight}};
  if (!evidence.plain) {
    const auto claims = view_.claims(edge);
    claims_read_ += claims.size();
    add_evidence(out, evidence);
    add_provenance(out, claims);
  }
  for (const auto& [key, value] : properties)
    if (!value.is_null() && !(weighted && key == "weight"))
      out.push_back({edge_attribute_name(key), scalar_of(value)});
  return out;
}

namespace {

void append_field(std::string& out, std::string_view key, const std::string& text) {
  if (text.empty()) return;
  if (out.back() != '{') out += ',';
  append_json_string(out, key);
  out += ':';
  append_json_string(out, text);
}

std::string_view stance_word(Stance stance) {
  switch (stance) {
    case Stance::asserts:
      return "asserts";
    case Stance::denies:
      return "denies";
    case Stance::withdraws:
      return "withdraws";
  }
  return "asserts";
}

}  // namespace

std::string claims_json(const std::vector<graph::ClaimView>& claims) {
  std::string out = "[";
  for (const auto& claim : claims) {
    if (out.size() > 1) out += ',';
    out += '{';
    append_field(out, "id", claim.claim.id);
    append_field(out, "relation", claim.relation);
    append_field(out, "stance", std::string(stance_word(claim.claim.stance)));
    append_field(out, "status", std::string(Vocabulary::status_word(claim.claim.status)));
    append_field(out, "source", claim.source_id);
    append_field(out, "publisher", claim.publisher);
    append_field(out, "url", claim.url);
    append_field(out, "locator", claim.claim.locator);
    append_field(out, "published", claim.published);
    out += '}';
  }
  return out + "]";
}

}  // namespace talentflow::query
