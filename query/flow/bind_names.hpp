// Names of countries, regions and organisations -> what they stand for, with suggestions and ambiguities.
#pragma once

#include <vector>

#include "query/flow/flow_context.hpp"
#include "query/flow/syntax.hpp"

namespace talentflow::query {

/// A country by code, name or alias. Error: SemanticError UnknownCountry with the nearest name.
Result<graph::CountryCode> bind_country(const FlowContext& context, const flow_syntax::Name& name);
/// A region's countries. Error: SemanticError UnknownRegion.
Result<std::vector<graph::CountryCode>> bind_region(const FlowContext& context,
                                                    const flow_syntax::Name& name);
/// An organisation by id or name. Errors: SemanticError UnknownOrganisation, AmbiguousOrganisation (listing
/// ids).
Result<EntityNumber> bind_organisation(const FlowContext& context, const graph::View& view,
                                       const flow_syntax::Name& name);

/// What a bare name can be; at most one is set, else it is an error that lists the meanings.
struct Meaning {
  std::vector<graph::CountryCode> countries;
  bool region = false;
  EntityNumber organisation = 0;
};
Result<Meaning> bind_bare_name(const FlowContext& context, const graph::View& view,
                               const flow_syntax::Name& name);

/// Organisations that carry all the labels. Error: SemanticError UnknownLabel.
Result<std::vector<EntityNumber>> bind_labels(const FlowContext& context, const graph::View& view,
                                              std::vector<flow_syntax::Name>& labels);
/// A label of the View by its name in any case; nothing when no node has it.
std::optional<graph::NameCode> find_label(const graph::View& view, const Vocabulary& vocabulary,
                                          std::string_view text);
std::vector<std::string> label_names(const graph::View& view);

}  // namespace talentflow::query
