// An organisation's very name means the one organisation that has it. That is a link like any other, with a
// claim and a reason, so that it can be taken back; but one for the name, not one for each document: "Google"
// is one entity for all documents, and one SAME_AS claim says whom it means.
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

/// A description says no day from which on something has its name, so its name means it on any day.
constexpr std::string_view kAnyDay = "0001-01-01";
constexpr double kVeryName = 0.9;

}  // namespace

/// Under this id the entity is found that stands for the name in all documents. Kinds of organisations stand
/// for each other, so they share it.
std::string ClaimLoad::shared_place(const Reference& mention) const {
  std::string id = derived_claim_id(text_fingerprint("name\norg\n" + whole_key(mention.name)));
  return std::string(kMention) + id.substr(id.find('/') + 1);
}

/// A document's name that nobody had before: later documents mean the same by it.
Result<void> ClaimLoad::share_name(const Reference& mention, EntityNumber number) {
  const KindMeaning* kind = vocabulary_.kind(mention.kind);
  if (kind == nullptr || !kind->organisation) return {};
  const std::string place = shared_place(mention);
  const auto taken = identities_.find_entity(place);
  if (!taken.ok()) return taken.error();
  if (*taken) return {};
  batch_->add_id(place, number);
  identities_.add_entity(place, number);
  return {};
}

/// Names that were taken back, alone or with their load, are none.
Result<ClaimLoad::Exact> ClaimLoad::find_exact(const Reference& mention) {
  Exact exact;
  if (weak_name(mention.name, false)) return exact;
  TALENTFLOW_TRY(land());  // its names are looked up in the store
  evidence_.use(*batch_);
  const auto named = names_.exact(mention, *batch_);
  if (!named.ok()) return named.error();
  bool several = false;
  for (const LoadNames::Found& found : *named) {
    const auto described = evidence_.claim(found.claim);
    if (!described.ok()) return described.error();
    const auto gone = evidence_.withdrawn(*described);
    if (!gone.ok()) return gone.error();
    if (*gone) continue;
    exact.have_it.push_back(found.entity);
    const auto root = identity_.root(found.entity);
    if (!root.ok()) return root.error();
    several = several || (exact.entity != 0 && *root != exact.entity);
    exact.entity = *root;
  }
  if (several) exact.entity = 0;
  return exact;
}

/// Leaves `number` at 0 where nobody has the name, or several do: the document's name is then its own.
Result<void> ClaimLoad::resolve_exact(const Draft& draft, const Reference& mention, bool describe,
                                      EntityNumber& number) {
  const auto exact = find_exact(mention);
  if (!exact.ok()) return exact.error();
  number = exact->entity;
  const KindMeaning* kind = vocabulary_.kind(mention.kind);
  if (number == 0 || kind == nullptr || !kind->organisation) return {};
  const std::string place = shared_place(mention);
  const auto shared = identities_.find_entity(place);
  if (!shared.ok()) return shared.error();
  if (*shared) {
    const EntityNumber name = **shared;
    const auto root = identity_.root(name);
    if (!root.ok()) return root.error();
    if (*root != number) {  // what gave it its name and its meaning was taken back
      const auto id = evidence_.entity_id(name);
      if (!id.ok()) return id.error();
      if (describe) describe_named(draft, mention, name, *id);
      TALENTFLOW_TRY(link_exact(draft, name, number));
    }
    number = name;
    return {};
  }
  const auto made = make_named(draft, mention, place, describe, nullptr);
  if (!made.ok()) return made.error();
  TALENTFLOW_TRY(link_exact(draft, *made, number));
  number = *made;
  return {};
}

Result<void> ClaimLoad::link_exact(const Draft& draft, EntityNumber name, EntityNumber meant) {
  const auto any_day = parse_instant(kAnyDay);
  if (!any_day.ok()) return any_day.error();
  return write_link_claim(
      {name, meant, "SAME_AS", kVeryName, "its very name, which no other has", *any_day, draft.claim.line});
}

}  // namespace talentflow::graph
