#include "graph/flow/sides.hpp"

#include <algorithm>

#include "schema/country.hpp"

namespace talentflow::graph {
namespace {

bool holds(const std::vector<EntityNumber>& sorted, EntityNumber number) {
  return std::binary_search(sorted.begin(), sorted.end(), number);
}
bool holds(const std::vector<CountryCode>& codes, CountryCode code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

bool any_term(const Side& side, std::initializer_list<Term::Kind> kinds) {
  return std::any_of(side.terms.begin(), side.terms.end(), [&](const Term& term) {
    return std::find(kinds.begin(), kinds.end(), term.kind) != kinds.end();
  });
}

GroupCode country_group(CountryCode country) {
  return 0x10000U + static_cast<unsigned char>(country[0]) * 256U + static_cast<unsigned char>(country[1]);
}
GroupCode organisation_group(EntityNumber organisation) { return 0x100000U + organisation; }

Error overlapping(const std::string& what) {
  return make_error(ErrorCode::query, "",
                    "SemanticError: OverlappingGroups: " + what +
                        " is in both groups; take it out of one of them with EXCEPT");
}

std::string label_of(const View& view, EntityNumber organisation) {
  const NodeNumber node = view.node_of(organisation);
  if (node == kNoNode) return "an organisation";
  if (const auto key = view.find_name("name")) {
    const Value name = view.node_property(node, *key);
    if (const auto* text = name.get_if<std::string>()) return *text + " (" + view.node_id(node) + ")";
  }
  return view.node_id(node);
}

}  // namespace

std::vector<CountryCode> named_countries(const Side& side) {
  std::vector<CountryCode> codes;
  for (const Term& term : side.terms) {
    if (term.kind != Term::Kind::countries) continue;
    for (const CountryCode code : term.countries)
      if (!term.except)
        codes.push_back(code);
      else if (!term.only)
        std::erase(codes, code);
  }
  std::sort(codes.begin(), codes.end());
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Sides::Sides(const Question& question, const Ownership& ownership, Locator locator)
    : question_(question), ownership_(ownership), locator_(locator) {
  for (const Side* side : {&question.first, &question.second}) {
    by_country_ = by_country_ || any_term(*side, {Term::Kind::countries, Term::Kind::overseas});
    by_organisation_ = by_organisation_ || any_term(*side, {Term::Kind::organisations, Term::Kind::trees});
    by_tree_ = by_tree_ || any_term(*side, {Term::Kind::trees});
  }
}

Result<Sides> Sides::make(const View& view, const Question& question, const Ownership& ownership) {
  Sides sides(question, ownership, Locator(ownership.organisations(), ownership, question.location));
  sides.remembered_.assign(ownership.organisations().country.size(), 0);
  TALENTFLOW_TRY(sides.check(view));
  return sides;
}

Result<void> Sides::check(const View& view) const {
  const auto relative = {Term::Kind::overseas, Term::Kind::anywhere};
  if (any_term(question_.first, relative) && any_term(question_.second, relative))
    return make_error(
        ErrorCode::query, "",
        "SemanticError: OverlappingGroups: OVERSEAS and ANYWHERE are told by the other group; name a "
        "country or an organisation on one side");
  for (const auto& [side, other] :
       {std::pair(&question_.first, &question_.second), std::pair(&question_.second, &question_.first)})
    if (any_term(*side, {Term::Kind::overseas}) && named_countries(*other).empty())
      return make_error(
          ErrorCode::query, "",
          "SemanticError: NoCountryOpposite: OVERSEAS is everywhere outside the other group's countries, "
          "and that group names none; add COUNTRY '..' to it");
  TALENTFLOW_TRY(check_countries());
  const auto organisations = static_cast<EntityNumber>(ownership_.organisations().country.size());
  for (EntityNumber organisation = 1; organisation < organisations; ++organisation) {
    const Place place{organisation, locator_.country(organisation, kMaxDay - 1), kMaxDay - 1};
    if (contains(question_.first, question_.second, place) &&
        contains(question_.second, question_.first, place))
      return overlapping(label_of(view, organisation));
  }
  return {};
}

Result<void> Sides::check_countries() const {
  const auto first = named_countries(question_.first), second = named_countries(question_.second);
  const auto filtered = [](const Side& side) {
    return std::any_of(side.terms.begin(), side.terms.end(),
                       [](const Term& term) { return term.only.has_value(); });
  };
  if (filtered(question_.first) || filtered(question_.second))
    return {};  // told apart by what the filters leave
  for (const CountryCode code : first) {
    if (!holds(second, code)) continue;
    const std::string text(code.begin(), code.end());
    const Country* country = find_country(text);
    return overlapping(country == nullptr ? text : country->name + " (" + text + ")");
  }
  return {};
}

bool Sides::matches(const Term& term, const Side& other, const Place& place) const {
  if (term.only && !holds(*term.only, place.organisation)) return false;
  switch (term.kind) {
    case Term::Kind::countries:
      return known(place.country) && holds(term.countries, place.country);
    case Term::Kind::organisations:
      return holds(term.organisations, place.organisation);
    case Term::Kind::trees:
      return std::any_of(term.organisations.begin(), term.organisations.end(), [&](EntityNumber whole) {
        return ownership_.within(place.organisation, whole, place.day);
      });
    case Term::Kind::overseas:
      return known(place.country) && !holds(named_countries(other), place.country);
    case Term::Kind::anywhere:
      return (known(place.country) || !any_term(other, {Term::Kind::countries})) &&
             !contains(other, other, place);
  }
  return false;
}

bool Sides::contains(const Side& side, const Side& other, const Place& place) const {
  bool in = false;
  for (const Term& term : side.terms) {
    if (term.except ? !in : in) continue;
    if (matches(term, other, place)) in = !term.except;
  }
  return in;
}

bool Sides::names_organisations(GroupCode group) const {
  if (group != kFirstSide && group != kSecondSide) return false;
  const Side& side = group == kFirstSide ? question_.first : question_.second;
  return by_organisation_ && any_term(side, {Term::Kind::organisations, Term::Kind::trees});
}

GroupCode Sides::classify(const Place& place) {
  const bool first = contains(question_.first, question_.second, place);
  const bool second = contains(question_.second, question_.first, place);
  if (first && second) overlap_ = place.organisation;
  if (first != second) return first ? kFirstSide : kSecondSide;
  if (by_country_ && !known(place.country)) return kUnlocatedBase + place.organisation;
  if (!by_organisation_ && known(place.country)) return country_group(place.country);
  return organisation_group(ownership_.root(place.organisation, place.day));
}

GroupCode Sides::group(const StintRow& row) {
  const bool own_place = question_.location == Location::site && known(row.place);
  const bool changes = (by_tree_ || by_organisation_ || question_.location == Location::owner) &&
                       !ownership_.belongs_to_none(row.organisation);
  if (own_place || changes || row.organisation >= remembered_.size())
    return classify({row.organisation, locator_.country(row), ownership_day(row)});
  GroupCode& known_group = remembered_[row.organisation];
  if (known_group == 0) known_group = classify({row.organisation, locator_.country(row), kMaxDay - 1});
  return known_group;
}

}  // namespace talentflow::graph
