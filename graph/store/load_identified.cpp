// Two that each have an id of their own, of different registers, and one name: an ORCID record and an
// OpenAlex author without ORCID. Ids do not join them, so what else is said of both does, scored as for
// names; where it is not enough, and yet something, the question is listed.
//
// Entities with ids of one register are never compared: the register knows them apart.
#include <array>

#include "graph/names/kinds.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

/// A name that more than this many have says nothing.
constexpr std::size_t kMostNamesakes = 64;
/// Points beside the name from which on a question is worth asking: one school or firm in common.
constexpr double kWorthAsking = 2.0;
/// Registers looked at in the store; there are about as many as formats.
constexpr int kMostSchemes = 64;

/// "orcid" of orcid:0000-0002-1825-0097, "person" of person/ann-example.
std::string_view scheme_of(std::string_view id) { return id.substr(0, id.find_first_of(":/")); }

/// What no person has an id of.
bool of_no_person(std::string_view scheme) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"mention", "name",  "entity",   "org",      "place",    "source", "s",    "bloc",
       "ror",     "grid",  "ringgold", "fundref",  "lei",      "cik",    "isni", "ticker",
       "http",    "https", "doi",      "resolver", "reviewer", "table"});
  return std::find(kOthers.begin(), kOthers.end(), scheme) != kOthers.end();
}

}  // namespace

void ClaimLoad::note_identified(std::string_view id, const std::string* kind) {
  if (kind == nullptr || vocabulary_.canonical_kind(*kind) != "Person") return;
  const std::string_view scheme = scheme_of(id);
  if (of_no_person(scheme) || identified_schemes_.contains(scheme)) return;
  identified_schemes_.emplace(scheme);
}

/// May persons of this load meet persons of another register, in the load or in the store?
Result<bool> ClaimLoad::several_registers() {
  if (identified_schemes_.empty()) return false;
  if (identified_schemes_.size() > 1) return true;
  if (last_before_ == 0) return false;
  std::string from;
  for (int looked = 0; looked < kMostSchemes; ++looked) {
    std::string id;
    TALENTFLOW_TRY(store_.pairs().scan(Family::ids, from, {}, [&](std::string_view key, std::string_view) {
      id = key;
      return false;
    }));
    if (id.empty()) return false;
    const std::string scheme(scheme_of(id));
    if (!of_no_person(scheme) && !identified_schemes_.contains(scheme)) return true;
    from = scheme + '\x7f';  // behind "scheme:.." and "scheme/.."
    if (from <= id) from = id + '\x7f';
  }
  return true;
}

Result<void> ClaimLoad::resolve_identified() {
  const auto several = several_registers();
  if (!several.ok()) return several.error();
  if (!*several) return {};
  for (const EntityNumber entity : recalled_) TALENTFLOW_TRY(compare_identified(entity));
  const EntityNumber last = meta_.entities;
  for (EntityNumber entity = last_before_ + 1; entity <= last; ++entity)
    TALENTFLOW_TRY(compare_identified(entity));
  return {};
}

/// Persons of other registers that share a name with the entity and came before it, as those that stand for
/// them.
Result<std::vector<EntityNumber>> ClaimLoad::namesakes_elsewhere(EntityNumber entity,
                                                                 std::string_view scheme) {
  const auto keys = identity_.name_keys_of(entity);
  if (!keys.ok()) return keys.error();
  std::set<EntityNumber> found, roots;
  for (const std::string& key : *keys) {
    const auto named = evidence_.named(key);
    if (!named.ok()) return named.error();
    if (named->size() > kMostNamesakes) continue;
    for (const EntityNumber other : *named)
      if (other < entity) found.insert(other);
  }
  for (const EntityNumber other : found) {
    const auto id = evidence_.entity_id(other);
    if (!id.ok()) return id.error();
    if (of_no_person(scheme_of(*id)) || scheme_of(*id) == scheme) continue;
    const auto root = identity_.root(other);
    if (!root.ok()) return root.error();
    if (*root != entity) roots.insert(*root);
  }
  return std::vector<EntityNumber>(roots.begin(), roots.end());
}

Result<void> ClaimLoad::compare_identified(EntityNumber entity) {
  const auto id = evidence_.entity_id(entity);
  if (!id.ok()) return id.error();
  const std::string_view scheme = scheme_of(*id);
  if (!identified_schemes_.contains(scheme)) return {};
  const auto root = identity_.root(entity);
  if (!root.ok()) return root.error();
  if (*root != entity) return {};
  const auto numbers = namesakes_elsewhere(entity, scheme);
  if (!numbers.ok()) return numbers.error();
  if (numbers->empty()) return {};
  const auto subject = identity_.profile(entity);
  if (!subject.ok()) return subject.error();
  if (subject->kind != "Person") return {};
  const auto profiles = profiles_of(*subject, *numbers);
  if (!profiles.ok()) return profiles.error();
  std::vector<const Profile*> candidates;
  for (const Profile& profile : *profiles) candidates.push_back(&profile);
  Verdict verdict = choose(*subject, candidates, true, Asked::identified);
  if (verdict.winner == nullptr)
    std::erase_if(verdict.ranked, [](const Ranked& one) { return one.judgement.points < kWorthAsking; });
  return write_verdict(*subject, std::move(verdict), 0);
}

}  // namespace talentflow::graph
