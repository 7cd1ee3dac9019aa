#include "query/flow/bind_names.hpp"

#include <algorithm>

#include "schema/country.hpp"

namespace talentflow::query {
namespace {

using flow_syntax::Name;
using graph::CountryCode;

CountryCode code_of(std::string_view alpha2) { return {alpha2[0], alpha2[1]}; }

std::vector<std::string> country_names() {
  std::vector<std::string> names;
  for (const Country& country : countries()) {
    names.push_back(country.name);
    names.insert(names.end(), country.aliases.begin(), country.aliases.end());
  }
  return names;
}

std::vector<CountryCode> region_codes(std::string_view text) {
  std::vector<CountryCode> codes;
  for (const std::string& alpha2 : region_members(text)) codes.push_back(code_of(alpha2));
  std::sort(codes.begin(), codes.end());
  return codes;
}

bool is_organisation(const graph::View& view, graph::NodeNumber node) {
  const auto label = view.find_name("Org");
  return label && view.has_label(node, *label);
}

std::vector<graph::NodeNumber> only_organisations(const graph::View& view,
                                                  std::vector<graph::NodeNumber> nodes) {
  std::erase_if(nodes, [&](graph::NodeNumber node) { return !is_organisation(view, node); });
  return nodes;
}

/// By id, else by the exact name, else by a name that reads the same.
std::vector<graph::NodeNumber> organisations_named(const graph::View& view, std::string_view text) {
  if (const auto node = view.find_node(text); node && is_organisation(view, *node)) return {*node};
  auto found = only_organisations(view, view.find_nodes_named(text));
  return found.empty() ? only_organisations(view, view.find_nodes_like(text)) : found;
}

std::vector<std::string> organisation_names(const graph::View& view) {
  std::vector<std::string> names;
  const auto label = view.find_name("Org");
  if (!label) return names;
  for (const graph::NodeNumber node : view.nodes_with_label(*label)) {
    names.push_back(display_name(view, node));
    names.push_back(view.node_id(node));
  }
  return names;
}

std::string listed(const graph::View& view, const std::vector<graph::NodeNumber>& nodes) {
  std::string text;
  for (const graph::NodeNumber node : nodes)
    text += (text.empty() ? "" : ", ") + display_name(view, node) + " ('" + view.node_id(node) + "')";
  return text;
}

Error ambiguous(const FlowContext& context, const graph::View& view, const Name& name,
                const std::vector<graph::NodeNumber>& nodes) {
  return context.semantic(name.place, "AmbiguousOrganisation",
                          "'" + name.text + "' is the name of several organisations: " + listed(view, nodes) +
                              "; write the id of the one meant");
}

}  // namespace

Result<CountryCode> bind_country(const FlowContext& context, const Name& name) {
  if (const Country* country = find_country(name.text)) return code_of(country->alpha2);
  std::string hint = did_you_mean(name.text, country_names());
  if (hint.empty() && !region_members(name.text).empty())
    hint = "'" + name.text + "' is a region: REGION '" + name.text + "'";
  return context.semantic(name.place, "UnknownCountry", "no country is called '" + name.text + "'", hint);
}

Result<std::vector<CountryCode>> bind_region(const FlowContext& context, const Name& name) {
  auto codes = region_codes(name.text);
  if (!codes.empty()) return codes;
  return context.semantic(name.place, "UnknownRegion", "no region is called '" + name.text + "'",
                          did_you_mean(name.text, region_names()));
}

Result<EntityNumber> bind_organisation(const FlowContext& context, const graph::View& view,
                                       const Name& name) {
  const auto found = organisations_named(view, name.text);
  if (found.size() == 1) return view.entity_of(found.front());
  if (found.size() > 1) return ambiguous(context, view, name, found);
  return context.semantic(name.place, "UnknownOrganisation", "no organisation is called '" + name.text + "'",
                          did_you_mean(name.text, organisation_names(view)));
}

Result<Meaning> bind_bare_name(const FlowContext& context, const graph::View& view, const Name& name) {
  Meaning meaning;
  const auto organisations = organisations_named(view, name.text);
  const Country* country = find_country(name.text);
  const auto region = region_codes(name.text);
  std::string meanings;
  const auto mean = [&](const std::string& text) { meanings += (meanings.empty() ? "" : ", ") + text; };
  if (country != nullptr) mean("COUNTRY '" + country->name + "'");
  if (!region.empty()) mean("REGION '" + name.text + "'");
  for (const graph::NodeNumber node : organisations) mean("ORG '" + view.node_id(node) + "'");
  const std::size_t count =
      (country != nullptr ? 1U : 0U) + (region.empty() ? 0U : 1U) + organisations.size();
  if (count > 1)
    return context.semantic(name.place, "AmbiguousName",
                            "'" + name.text + "' can mean " + meanings + "; write the one meant");
  if (count == 0) {
    auto names = country_names();
    for (auto& other : {region_names(), organisation_names(view)})
      names.insert(names.end(), other.begin(), other.end());
    return context.semantic(name.place, "UnknownName",
                            "no country, region or organisation is called '" + name.text + "'",
                            did_you_mean(name.text, names));
  }
  if (country != nullptr) meaning.countries = {code_of(country->alpha2)};
  if (!region.empty()) {
    meaning.countries = region;
    meaning.region = true;
  }
  if (!organisations.empty()) meaning.organisation = view.entity_of(organisations.front());
  return meaning;
}

std::optional<graph::NameCode> find_label(const graph::View& view, const Vocabulary& vocabulary,
                                          std::string_view text) {
  const auto used = view.labels_in_use();
  const auto in_use = [&](std::string_view word) -> std::optional<graph::NameCode> {
    for (const graph::NameCode code : used)
      if (same_word(view.name(code), word)) return code;
    return std::nullopt;
  };
  if (const auto code = in_use(text)) return code;
  const KindMeaning* kind = vocabulary.kind(text);
  return kind == nullptr ? std::nullopt : in_use(kind->name);
}

std::vector<std::string> label_names(const graph::View& view) {
  std::vector<std::string> names;
  for (const graph::NameCode code : view.labels_in_use()) names.push_back(view.name(code));
  return names;
}

Result<std::vector<EntityNumber>> bind_labels(const FlowContext& context, const graph::View& view,
                                              std::vector<Name>& labels) {
  std::vector<graph::NodeNumber> nodes;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const auto code = find_label(view, *context.execution->vocabulary, labels[i].text);
    if (!code) {
      if (context.execution->vocabulary->kind(labels[i].text) != nullptr) return std::vector<EntityNumber>{};
      return context.semantic(labels[i].place, "UnknownLabel",
                              "nothing in the graph has the label '" + labels[i].text + "'",
                              did_you_mean(labels[i].text, label_names(view)));
    }
    labels[i].text = view.name(*code);
    if (i == 0) {
      const auto all = view.nodes_with_label(*code);
      nodes.assign(all.begin(), all.end());
    } else {
      std::erase_if(nodes, [&](graph::NodeNumber node) { return !view.has_label(node, *code); });
    }
  }
  std::vector<EntityNumber> entities;
  for (const graph::NodeNumber node : nodes) entities.push_back(view.entity_of(node));
  std::sort(entities.begin(), entities.end());
  return entities;
}

}  // namespace talentflow::query
