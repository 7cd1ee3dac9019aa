// The syntax tree of the statements around the read core: readings, FLOW, WHY, BLIND SPOTS.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/flow/question.hpp"
#include "graph/reading.hpp"
#include "query/language/ast.hpp"

namespace talentflow::query::flow_syntax {

/// A word or string with where it stands.
struct Name {
  std::string text;
  Place place;
};

/// BLOC 'x' | PUBLISHER 'x' | CLASS 'x' | SOURCE 'x' | (s:Source WHERE ..), joined.
struct SourceSet {
  graph::SourceSet::Op op = graph::SourceSet::Op::bloc;
  Name name;
  std::optional<ast::NodePattern> pattern;  ///< op == listed
  std::vector<SourceSet> parts;
};

/// What stands in front of a statement, inside FLOW or in a COMPARE variant. Later ones add to earlier ones.
struct Reading {
  ast::ExpressionPtr as_of;
  ast::ExpressionPtr valid_from, valid_to;  ///< AS OF date: valid_to is null
  Place valid_place;
  std::optional<SourceSet> according_to;
  ast::ExpressionPtr min_confidence;
  std::optional<graph::Contested> contested;

  bool empty() const { return !as_of && !valid_from && !according_to && !min_confidence && !contested; }
};

struct Term {
  enum class Kind : std::uint8_t { countries, region, organisations, pattern, overseas, anywhere, name };
  Kind kind = Kind::name;
  Place place;
  bool except = false;
  bool tree = false;
  std::vector<Name> names;
  std::optional<ast::NodePattern> pattern;
  std::vector<Name> labels;  ///< :Lab, or the kind of a plural word
};
using Group = std::vector<Term>;

struct Population {
  Place place;
  std::string word;  ///< a role or a label; empty: none
  std::optional<ast::NodePattern> pattern;
};

enum class EndsForm : std::uint8_t { between, from_to, into, out_of };
struct Ends {
  EndsForm form = EndsForm::between;
  Place place;
  Group first, second;  ///< INTO and OUT OF: the group named is `first`
};

/// A length of time that binds to days.
struct Length {
  enum class Which : std::uint8_t { gap, overlap, min_stay, carry };
  Which which = Which::gap;
  Place place;
  ast::ExpressionPtr value;
  std::int64_t days_per_unit = 1;  ///< of a plain number followed by DAYS, WEEKS, MONTHS or YEARS
  bool months = false;
};

/// COUNTING's rules: those with a value are bound later, the others are settled here.
struct Counting {
  std::vector<Length> lengths;
  std::optional<graph::Concurrent> concurrent;
  std::optional<graph::DateSpread> dates;
  std::optional<graph::RoleAt> role_at;
  bool no_founding = false, study = false, first_only = false;
  std::optional<Name> observed;
};

struct Variant {
  Place place;
  std::string name;
  Reading reading;
  std::optional<graph::Location> location;
  std::optional<Counting> counting;
  std::optional<Ends> ends;
};

struct YieldItem {
  Name column;
  std::string alias;
};

struct Flow {
  Place place;
  Population population;
  bool net_only = false, gross_only = false;
  Ends ends;
  ast::ExpressionPtr during_from, during_to;
  Place during_place;
  std::optional<graph::TimeUnit> unit;
  std::vector<graph::Dimension> dimensions;
  std::optional<graph::Location> location;
  Counting counting;
  ast::ExpressionPtr with_confidence, interval;
  Reading reading;
  std::vector<Variant> compare;
  std::optional<std::int64_t> show_moves, show_evidence;  ///< -1: all
  std::optional<std::int64_t> show_influence;             ///< of WHY alone; -1: all
  Place influence_place;
  std::vector<YieldItem> yield;
  std::optional<ast::Query> core;
};

enum class Kind : std::uint8_t { flow, why_flow, why_match, blind_spots_flow, blind_spots_match, core };

struct Statement {
  Kind kind = Kind::core;
  Place place;
  Reading reading;
  std::optional<Flow> flow;
  std::optional<ast::Query> query;  ///< core, or what WHY and BLIND SPOTS match
  bool returns = false;             ///< their query has a RETURN: its relationships are meant
  ast::Mode mode = ast::Mode::run;
  std::optional<std::int64_t> show_evidence;
};

}  // namespace talentflow::query::flow_syntax
