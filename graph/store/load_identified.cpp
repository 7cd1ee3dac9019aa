// Two that each have an id of their own, of different registers, and one name: an ORCID record and an
// OpenAlex author without ORCID, a ROR record and an item of Wikidata without ROR id. Ids do not join them,
// so what else is said of both does, scored as for names; where it is not enough, and yet something, the
// question is listed.
//
// Entities with ids of one register are never compared: the register knows them apart.
#include <algorithm>
#include <array>

#include "graph/names/acronyms.hpp"
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load.hpp"

namespace talentflow::graph {
namespace {

/// A name that more than this many have says nothing.
constexpr std::size_t kMostNamesakes = 64;
/// Points beside the name from which on a question is worth asking: of persons one school or firm in common,
/// of organisations the country, be it in another city.
constexpr double kWorthAskingOfPersons = 2.0, kWorthAskingOfOrganisations = 0.5;
/// New organisations that are listed by number: some megabytes.
constexpr std::size_t kMostListed = 1 << 20;
/// Registers looked at in the store; there are about as many as formats.
constexpr int kMostSchemes = 64;
/// Registers of a load; where a document's ids look like more, those of the others are not compared.
constexpr std::size_t kMostRegisters = 1'000;

/// "orcid" of orcid:0000-0002-1825-0097, "person" of person/ann-example; of a document's own "p17" nothing:
/// all such ids are of one register.
std::string_view scheme_of(std::string_view id) {
  const auto end = id.find_first_of(":/");
  return end == std::string_view::npos ? std::string_view() : id.substr(0, end);
}

/// What neither persons nor organisations have ids of.
bool of_no_register(std::string_view scheme) {
  constexpr auto kOthers =
      std::to_array<std::string_view>({"mention", "name", "place", "source", "s", "bloc", "http", "https",
                                       "doi", "resolver", "reviewer", "table", "page"});
  return std::find(kOthers.begin(), kOthers.end(), scheme) != kOthers.end();
}

/// What no person has an id of.
bool of_no_person(std::string_view scheme) {
  constexpr auto kOthers = std::to_array<std::string_view>(
      {"entity", "org", "ror", "grid", "ringgold", "fundref", "lei", "cik", "isni", "ticker"});
  return of_no_register(scheme) || std::find(kOthers.begin(), kOthers.end(), scheme) != kOthers.end();
}

/// What no organisation has an id of.
bool of_no_organisation(std::string_view scheme) {
  return of_no_register(scheme) || scheme == "orcid" || scheme == "person" || scheme == "entity";
}

/// Under which keys others of the name stand: "Acme (Germany)" meets "Acme, Inc.". Acronyms join nobody.
std::vector<std::string> forms_of(const std::string& key) {
  if (key.front() == kAcronymMark) return {};
  if (key.front() == kBracketMark) return {key, key.substr(1)};
  return {key, kBracketMark + key};
}

}  // namespace

void ClaimLoad::note_identified(std::string_view id, const std::string* kind, EntityNumber entity) {
  if (kind == nullptr) return;
  const std::string_view scheme = scheme_of(id);
  const KindMeaning* const meaning = vocabulary_.kind(vocabulary_.canonical_kind(*kind));
  if (meaning == nullptr) return;
  if (meaning->name == "Person" && !of_no_person(scheme) && !person_schemes_.contains(scheme) &&
      person_schemes_.size() < kMostRegisters)
    person_schemes_.emplace(scheme);
  if (!meaning->organisation || of_no_organisation(scheme)) return;
  if (!organisation_schemes_.contains(scheme) && organisation_schemes_.size() < kMostRegisters)
    organisation_schemes_.emplace(scheme);
  if (identified_organisations_.size() < kMostListed)
    identified_organisations_.push_back(entity);
  else
    too_many_organisations_ = true;
}

/// May persons, or organisations, of this load meet those of another register, in the load or in the store?
Result<bool> ClaimLoad::several_registers(bool persons) {
  const Schemes& own = persons ? person_schemes_ : organisation_schemes_;
  if (own.empty()) return false;
  if (own.size() > 1) return true;
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
    const bool other_kind = persons ? of_no_person(scheme) : of_no_organisation(scheme);
    if (!other_kind && !own.contains(scheme)) return true;
    from = scheme + '\x7f';  // behind "scheme:.." and "scheme/.."
    if (scheme.empty() || from <= id) from = id + '\x7f';
  }
  return true;
}

Result<void> ClaimLoad::resolve_identified_persons() {
  const auto several = several_registers(true);
  if (!several.ok()) return several.error();
  if (!*several) return {};
  for (EntityNumber entity = recalled_.after(0); entity != 0; entity = recalled_.after(entity))
    TALENTFLOW_TRY(compare_identified_person(entity));
  const EntityNumber last = meta_.entities;
  for (EntityNumber entity = last_before_ + 1; entity <= last; ++entity)
    TALENTFLOW_TRY(compare_identified_person(entity));
  return {};
}

Result<void> ClaimLoad::resolve_identified_organisations() {
  const auto several = several_registers(false);
  if (!several.ok()) return several.error();
  if (!*several) return {};
  TALENTFLOW_TRY(
      store_.pairs().scan_prefix(Family::ids, kMention, [&](std::string_view, std::string_view value) {
        if (const auto entity = keys::read32(value)) names_alone_.push_back(*entity);
        return true;
      }));
  std::sort(names_alone_.begin(), names_alone_.end());
  for (const EntityNumber entity : identified_organisations_)
    TALENTFLOW_TRY(compare_identified_organisation(entity));
  if (!too_many_organisations_) return {};
  const EntityNumber last = meta_.entities;
  for (EntityNumber entity = identified_organisations_.back() + 1; entity <= last; ++entity)
    TALENTFLOW_TRY(compare_identified_organisation(entity));
  return {};
}

bool ClaimLoad::stands_for_a_name(EntityNumber entity) const {
  return organisations_.holds(entity) || std::binary_search(names_alone_.begin(), names_alone_.end(), entity);
}

/// Those that share a name with the entity: of other registers those that came before it, of its own all.
Result<ClaimLoad::Namesakes> ClaimLoad::namesakes_of(EntityNumber entity, std::string_view scheme,
                                                     bool persons) {
  const auto keys = identity_.name_keys_of(entity);
  if (!keys.ok()) return keys.error();
  std::set<EntityNumber> found, roots;
  for (const std::string& key : *keys)
    for (const std::string& form : forms_of(key)) {
      const auto named = evidence_.named(form);
      if (!named.ok()) return named.error();
      if (named->size() > kMostNamesakes) continue;
      found.insert(named->begin(), named->end());
    }
  Namesakes out;
  for (const EntityNumber other : found) {
    const auto id = evidence_.entity_id(other);
    if (!id.ok()) return id.error();
    const std::string_view others = scheme_of(*id);
    if (!persons && stands_for_a_name(other)) continue;  // asks for itself, as names do
    if (others == scheme && other != entity) out.here.insert(other);
    if (other >= entity || others == scheme || (persons ? of_no_person(others) : of_no_organisation(others)))
      continue;
    const auto root = identity_.root(other);
    if (!root.ok()) return root.error();
    if (*root != entity) roots.insert(*root);
  }
  out.elsewhere.assign(roots.begin(), roots.end());
  return out;
}

Result<void> ClaimLoad::compare_identified_person(EntityNumber entity) {
  const auto id = evidence_.entity_id(entity);
  if (!id.ok()) return id.error();
  const std::string_view scheme = scheme_of(*id);
  if (!person_schemes_.contains(scheme)) return {};
  const auto root = identity_.root(entity);
  if (!root.ok()) return root.error();
  if (*root != entity) return {};
  const auto namesakes = namesakes_of(entity, scheme, true);
  if (!namesakes.ok()) return namesakes.error();
  if (namesakes->elsewhere.empty()) return {};
  const auto subject = identity_.profile(entity);
  if (!subject.ok()) return subject.error();
  if (subject->kind != "Person") return {};
  const auto profiles = profiles_of(*subject, namesakes->elsewhere);
  if (!profiles.ok()) return profiles.error();
  std::vector<const Profile*> candidates;
  for (const Profile& profile : *profiles) candidates.push_back(&profile);
  Verdict verdict = choose(*subject, candidates, true, Asked::identified);
  if (verdict.winner == nullptr)
    std::erase_if(verdict.ranked,
                  [](const Ranked& one) { return one.judgement.points < kWorthAskingOfPersons; });
  return write_verdict(*subject, std::move(verdict), 0);
}

/// By the name and the place or the pages. A register that has the name twice in a country cannot be told
/// from outside which of the two is meant.
Result<void> ClaimLoad::compare_identified_organisation(EntityNumber entity) {
  const auto id = evidence_.entity_id(entity);
  if (!id.ok()) return id.error();
  const std::string_view scheme = scheme_of(*id);
  if (!organisation_schemes_.contains(scheme)) return {};
  const auto root = identity_.root(entity);
  if (!root.ok()) return root.error();
  if (*root != entity) return {};
  const auto namesakes = namesakes_of(entity, scheme, false);
  if (!namesakes.ok()) return namesakes.error();
  if (namesakes->elsewhere.empty()) return {};
  const auto subject = identity_.profile(entity);
  if (!subject.ok()) return subject.error();
  const KindMeaning* const kind = vocabulary_.kind(subject->kind);
  if (kind == nullptr || !kind->organisation) return {};
  const auto profiles = profiles_of(*subject, namesakes->elsewhere);
  if (!profiles.ok()) return profiles.error();
  std::vector<const Profile*> candidates;
  for (const Profile& profile : *profiles) candidates.push_back(&profile);
  Verdict verdict = choose(*subject, candidates, false, Asked::identified);
  if (verdict.winner != nullptr) {
    const auto twice = has_a_double(*subject, namesakes->here);
    if (!twice.ok()) return twice.error();
    if (*twice) {
      verdict.winner = nullptr;
      verdict.reason = "its own register has another of this name: " + verdict.reason;
      verdict.ranked.front().confidence = 0.45;
    }
  }
  if (verdict.winner == nullptr)
    std::erase_if(verdict.ranked, [](const Ranked& one) {
      return one.judgement.points < kWorthAskingOfOrganisations || one.judgement.name == Agreement::acronym;
    });
  return write_verdict(*subject, std::move(verdict), 0);
}

Result<bool> ClaimLoad::has_a_double(const Profile& subject, const std::set<EntityNumber>& namesakes) {
  const auto others = profiles_of(subject, {namesakes.begin(), namesakes.end()});
  if (!others.ok()) return others.error();
  return std::any_of(others->begin(), others->end(), [&](const Profile& other) {
    const bool elsewhere =
        !other.countries.empty() && !subject.countries.empty() &&
        std::none_of(other.countries.begin(), other.countries.end(),
                     [&](const std::string& code) { return subject.countries.contains(code); });
    return !elsewhere && names_agree(subject.names, other.names, false) >= Agreement::legal_form;
  });
}

}  // namespace talentflow::graph
