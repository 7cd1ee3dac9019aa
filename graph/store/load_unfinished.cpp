// A process that is killed leaves the batches that were committed, and of their names nobody has decided whom
// they mean. The next load that ends does it along with its own: a load that ended has told all names before
// it.
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {

/// The claims of loads that never ended, and after which none has.
Result<std::vector<std::pair<ClaimNumber, ClaimNumber>>> ClaimLoad::unfinished_claims() const {
  const auto loads = store_.loads();
  if (!loads.ok()) return loads.error();
  std::vector<std::pair<ClaimNumber, ClaimNumber>> ranges;
  for (auto load = loads->rbegin(); load != loads->rend(); ++load) {
    if (load->number == number_) continue;
    if (load->finished != 0) break;
    if (!load->withdrawn) ranges.emplace_back(load->first_claim, load->first_claim + load->claims);
  }
  return ranges;
}

/// Entities of earlier loads that names stand for.
Result<EntityBits> ClaimLoad::older_names() const {
  EntityBits named;
  TALENTFLOW_TRY(
      store_.pairs().scan_prefix(Family::ids, kMention, [&](std::string_view, std::string_view value) {
        if (const auto entity = keys::read32(value); entity && *entity <= last_before_) named.set(*entity);
        return true;
      }));
  return named;
}

Result<void> ClaimLoad::recall_unfinished() {
  const auto ranges = unfinished_claims();
  if (!ranges.ok()) return ranges.error();
  if (ranges->empty()) return {};
  const auto named = older_names();
  if (!named.ok()) return named.error();
  for (const auto& [first, end] : *ranges)
    for (ClaimNumber number = first; number < end; ++number) {
      const auto claim = store_.claim(number);
      if (!claim.ok()) return claim.error();
      const auto relation = store_.term(claim->relation);
      if (!relation.ok()) return relation.error();
      if (*relation != Vocabulary::kDescribed) continue;
      const auto id = store_.entity(claim->subject);
      if (!id.ok()) return id.error();
      TALENTFLOW_TRY(recall(*claim, id->id));
      if (!named->test(claim->subject)) continue;
      reopened_.add(claim->subject, 0);
      recalled_names_.set(claim->subject);
      if (!id->id.starts_with(kPersonName)) continue;
      if (const std::string* name = text_property(*claim, "name")) abbreviations_.note(*name);
    }
  return {};
}

/// What a description of an unfinished load leaves to be done at the load's end.
Result<void> ClaimLoad::recall(const Claim& description, const std::string& id) {
  for (const std::string& key : description_keys(description, vocabulary_))
    if (name_marks_) name_marks_->add(text_fingerprint(without_mark(key)).low);
  const std::string* kind = text_property(description, "kind");
  note_identified(id, kind, description.subject);
  if (kind != nullptr && vocabulary_.canonical_kind(*kind) == "Person" && !is_name_alone(id))
    recalled_.set(description.subject);
  for (const auto& [key, value] : description.properties) {
    const std::string* text = value.get_if<std::string>();
    if (text == nullptr || text->empty() || !vocabulary_.identifies(key)) continue;
    const std::string external = external_id(key, *text);
    const auto found = identities_.find_entity(external);
    if (!found.ok()) return found.error();
    if (*found && **found != description.subject)
      TALENTFLOW_TRY(note_shared({description.subject, **found, external, 0}));
  }
  return {};
}

}  // namespace talentflow::graph
