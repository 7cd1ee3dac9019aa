// To which group a stint belongs: the first side, the second, or some other place of its own.
#pragma once

#include <vector>

#include "graph/career/spells.hpp"
#include "graph/flow/location.hpp"
#include "graph/view.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

inline constexpr GroupCode kFirstSide = 1;
inline constexpr GroupCode kSecondSide = 2;
/// Codes from here on: organisations whose place nobody stated, each on its own.
inline constexpr GroupCode kUnlocatedBase = 0x80000000;

inline bool is_unlocated(GroupCode group) { return group >= kUnlocatedBase && group != kNoGroup; }

/// Sorts stints into groups. Remembers the answer for each organisation, so one thread at a time.
class Sides {
 public:
  /// Where organisations lie is as the ownership's organisations say it. Errors: query, when the sides overlap (it names what is in both), when OVERSEAS has no country opposite,
  /// or when ANYWHERE or OVERSEAS stands on both sides.
  static Result<Sides> make(const View& view, const Question& question, const Ownership& ownership);

  /// kFirstSide, kSecondSide, or another code; equal codes are one group. A stint that belongs to both sides
  /// (by its own place) counts to neither; see overlap().
  GroupCode group(const StintRow& row);
  /// Set when some stint belonged to both sides: its organisation.
  EntityNumber overlap() const { return overlap_; }
  CountryCode country(const StintRow& row) const { return locator_.country(row); }
  /// Is that side named by organisations (not by countries, nor as what is left)?
  bool names_organisations(GroupCode group) const;
  /// False when neither side is.
  bool names_organisations() const { return by_organisation_; }
  /// Do the two posts belong to one ultimate owner?
  bool one_owner(const StintRow& a, const StintRow& b) const {
    return ownership_.root(a.organisation, ownership_day(a)) ==
           ownership_.root(b.organisation, ownership_day(b));
  }

 private:
  /// What the terms are tested against.
  struct Place {
    EntityNumber organisation;
    CountryCode country;
    Day day;
  };
  Sides(const Question& question, const Ownership& ownership, Locator locator);

  Result<void> check(const View& view) const;
  Result<void> check_countries() const;
  GroupCode classify(const Place& place);
  bool contains(const Side& side, const Side& other, const Place& place) const;
  bool matches(const Term& term, const Side& other, const Place& place) const;

  const Question& question_;
  const Ownership& ownership_;
  Locator locator_;
  bool by_country_ = false;       ///< some side is told by countries: an unknown place matters
  bool by_organisation_ = false;  ///< some side is told by organisations: other places are organisations too
  bool by_tree_ = false;
  std::vector<GroupCode> remembered_;  ///< per organisation; 0: not asked yet
  EntityNumber overlap_ = 0;
};

/// Countries that a side's country terms name, ascending.
std::vector<CountryCode> named_countries(const Side& side);

}  // namespace talentflow::graph
