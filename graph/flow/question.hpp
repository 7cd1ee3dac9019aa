// What a flow is asked for, with every name resolved: the language's FLOW statement ends up as one Question.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "graph/career/rules.hpp"
#include "schema/claim.hpp"
#include "schema/day.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// Two capital letters (ISO 3166 alpha-2), or zeros for unknown.
using CountryCode = std::array<char, 2>;

/// By which place a stint belongs to a country.
enum class Location : std::uint8_t {
  site,          ///< where the person sat by the claim, else the organisation's country
  headquarters,  ///< the organisation's hq_country
  owner,         ///< the hq_country of its ultimate owner as of the stint's time
};

/// One term of a side. The organisations that a filter (a label after the term) leaves are in `only`.
struct Term {
  enum class Kind : std::uint8_t {
    countries,      ///< stints located in one of `countries`
    organisations,  ///< stints at one of `organisations`
    trees,          ///< stints at one of `organisations` or at a part of it as of the stint's time
    overseas,       ///< located outside every country of the other side
    anywhere,       ///< whatever the other side is not
  };
  Kind kind = Kind::anywhere;
  bool except = false;  ///< takes away from the terms before it
  std::vector<CountryCode> countries;
  std::vector<EntityNumber> organisations;        ///< ascending
  std::optional<std::vector<EntityNumber>> only;  ///< ascending; a label filter, for this term alone
};

/// A group of stints: terms in order, each adding or (except) taking away.
struct Side {
  std::vector<Term> terms;
};

/// Who is counted. Empty: everybody.
struct Population {
  RoleClass role = RoleClass::none;
  std::optional<std::vector<EntityNumber>> persons;  ///< ascending
};

enum class TimeUnit : std::uint8_t { total, year, quarter, month, week };

enum class Dimension : std::uint8_t {
  origin_organisation,
  destination_organisation,
  origin_country,
  destination_country,
  role
};

struct Question {
  /// BETWEEN first AND second: inflow is second to first. Directed (FROM first TO second): only first to
  /// second.
  Side first, second;
  bool directed = false;
  /// expected, lo..hi and the bounds are of inflow + outflow instead of the net.
  bool gross = false;
  /// Whose entries, exits and stock are counted: the first side's, or (INTO) the second's.
  bool subject_is_second = false;
  Population population;
  std::optional<DayRange> during;  ///< [low, high)
  TimeUnit unit = TimeUnit::total;
  std::vector<Dimension> dimensions;
  Location location = Location::site;
  Rules rules;
  double with_confidence = 0.0;  ///< moves believed less than this are not counted
  double interval = 0.9;         ///< share of probability between lo and hi
  bool uncertainty = true;       ///< false: counts alone, one pass, no possible worlds
  bool extras = false;           ///< count entries, exits, unlocated and stock too: looks at every person
  bool keep_moves = true;        ///< fill Answer::moves
};

}  // namespace talentflow::graph
