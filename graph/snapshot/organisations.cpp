#include "graph/snapshot/organisations.hpp"

#include <algorithm>
#include <map>

#include "schema/country.hpp"

namespace talentflow::graph {
namespace {

using CountryCode = std::array<char, 2>;

class OrganisationMaker {
 public:
  OrganisationMaker(const Snapshot& snapshot, const Descriptions& descriptions,
                    const std::vector<EntityNumber>& representative)
      : snapshot_(snapshot), descriptions_(descriptions), representative_(representative) {
    result_.country.resize(snapshot.last_entity() + std::size_t{1});
    result_.hq_country.resize(snapshot.last_entity() + std::size_t{1});
  }

  Result<void> read_attributes(const Selection& selection) {
    const auto country = snapshot_.names().find("country"), seat = snapshot_.names().find("hq_country"),
               parent = snapshot_.names().find("parent");
    if (!country && !seat && !parent) return {};
    const std::vector<std::uint8_t> persons = shapes_of_persons();
    for (const ClaimIndex claim : selection.descriptions) {
      if (persons[snapshot_.row(claim).role] != 0) continue;
      const EntityNumber entity = merged(snapshot_.row(claim).subject);
      bool said_country = false, said_seat = false, said_parent = false;
      PropertyReader reader(snapshot_.property_bytes(snapshot_.row(claim)));
      while (reader.next()) {
        said_country = said_country || reader.key() == country;
        said_seat = said_seat || reader.key() == seat;
        said_parent = said_parent || reader.key() == parent;
      }
      if (said_country) result_.country[entity] = code_of(descriptions_.text(entity, *country));
      if (said_seat) result_.hq_country[entity] = code_of(descriptions_.text(entity, *seat));
      if (said_parent) TALENTFLOW_TRY(add_parent(entity, descriptions_.text(entity, *parent)));
    }
    return {};
  }

  void read_fact(const FactRow& fact) {
    if (fact.belief < 0.5F) return;
    const OrgMeaning meaning = snapshot_.term(fact.relation).org;
    if (meaning == OrgMeaning::none || fact.subject == fact.object) return;
    const DayRange valid = validity(fact);
    switch (meaning) {
      case OrgMeaning::part_of:
        add({fact.subject, fact.object, valid, false});
        break;
      case OrgMeaning::owner_of:
        add({fact.object, fact.subject, {valid.low, kMaxDay}, true});
        break;
      case OrgMeaning::renamed:
        add({fact.subject, fact.object, {}, false});
        break;
      case OrgMeaning::located:
        fill(result_.country[fact.subject], fact.object);
        break;
      case OrgMeaning::headquartered:
        fill(result_.hq_country[fact.subject], fact.object);
        break;
      case OrgMeaning::none:
        break;
    }
  }

  Organisations finish() {
    auto& all = result_.memberships;
    const auto key = [](const Organisations::Membership& item) {
      return std::make_tuple(item.part, item.valid.low, item.whole, item.valid.high, item.owner_only);
    };
    std::sort(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) < key(b); });
    all.erase(
        std::unique(all.begin(), all.end(), [&](const auto& a, const auto& b) { return key(a) == key(b); }),
        all.end());
    if (!representative_.empty())
      for (std::size_t entity = 0; entity < representative_.size(); ++entity) {
        result_.country[entity] = result_.country[representative_[entity]];
        result_.hq_country[entity] = result_.hq_country[representative_[entity]];
      }
    return std::move(result_);
  }

 private:
  /// Descriptions of this shape are of persons, who are many and sit nowhere.
  std::vector<std::uint8_t> shapes_of_persons() const {
    std::vector<std::uint8_t> persons(snapshot_.shape_count(), 0);
    for (std::uint32_t code = 0; code < persons.size(); ++code) {
      const DescriptionShape& shape = snapshot_.shape(code);
      persons[code] = shape.has_kind && snapshot_.names()[shape.kind] == "Person" ? 1 : 0;
    }
    return persons;
  }

  EntityNumber merged(EntityNumber entity) const {
    return representative_.empty() ? entity : representative_[entity];
  }

  CountryCode code_of(std::string_view text) {
    if (text.empty()) return {};
    const auto [entry, added] = codes_.emplace(std::string(text), CountryCode{});
    if (added)
      if (const Country* country = find_country(text))
        entry->second = {country->alpha2[0], country->alpha2[1]};
    return entry->second;
  }

  Result<void> add_parent(EntityNumber part, std::string_view id) {
    if (id.empty()) return {};
    const auto whole = snapshot_.store().find_entity(id);
    if (!whole.ok()) return whole.error();
    if (*whole && **whole <= snapshot_.last_entity()) add({part, merged(**whole), {}, false});
    return {};
  }

  void add(const Organisations::Membership& membership) {
    if (membership.part != membership.whole) result_.memberships.push_back(membership);
  }

  DayRange validity(const FactRow& fact) const {
    DayRange valid{kMinDay, kMaxDay};
    if (fact.start_claim != kNoClaim) valid.low = snapshot_.row(fact.start_claim).start_low;
    if (fact.end_claim != kNoClaim) valid.high = snapshot_.row(fact.end_claim).end_high;
    return valid;
  }

  /// The country a place is in: its attribute, or its own name.
  void fill(CountryCode& code, EntityNumber place) {
    if (code != CountryCode{}) return;
    if (const auto key = snapshot_.names().find("country")) code = code_of(descriptions_.text(place, *key));
    if (code != CountryCode{}) return;
    if (const auto key = snapshot_.names().find("name")) code = code_of(descriptions_.text(place, *key));
    const std::string_view id = snapshot_.entity_id(place);
    if (code == CountryCode{}) code = code_of(id.substr(id.rfind('/') + 1));
  }

  const Snapshot& snapshot_;
  const Descriptions& descriptions_;
  const std::vector<EntityNumber>& representative_;
  Organisations result_;
  std::map<std::string, CountryCode, std::less<>> codes_;
};

}  // namespace

Result<Organisations> make_organisations(const Snapshot& snapshot, const Selection& selection,
                                         const Descriptions& descriptions, const FactTable& facts,
                                         const std::vector<EntityNumber>& representative) {
  OrganisationMaker maker(snapshot, descriptions, representative);
  TALENTFLOW_TRY(maker.read_attributes(selection));
  for (const FactRow& fact : facts.facts) maker.read_fact(fact);
  return maker.finish();
}

}  // namespace talentflow::graph
