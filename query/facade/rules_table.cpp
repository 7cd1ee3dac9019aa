#include "query/facade/rules_table.hpp"

#include "graph/flow/question.hpp"

namespace talentflow::query {
namespace {

std::string days(std::int32_t count) {
  return count % 365 == 0 && count > 365 ? std::to_string(count / 365) + " years"
                                         : std::to_string(count) + " days";
}

std::string located(graph::Location location) {
  switch (location) {
    case graph::Location::site:
      return "SITE";
    case graph::Location::headquarters:
      return "HQ";
    case graph::Location::owner:
      return "OWNER";
  }
  return {};
}

std::string concurrent(graph::Concurrent rule) {
  switch (rule) {
    case graph::Concurrent::when_origin_ends:
      return "WHEN ORIGIN ENDS";
    case graph::Concurrent::on_arrival:
      return "ON ARRIVAL";
    case graph::Concurrent::exclude:
      return "EXCLUDE";
  }
  return {};
}

std::string role_at(graph::RoleAt rule) {
  switch (rule) {
    case graph::RoleAt::either:
      return "EITHER";
    case graph::RoleAt::origin:
      return "ORIGIN";
    case graph::RoleAt::destination:
      return "DESTINATION";
  }
  return {};
}

std::string number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  return text.back() == '.' ? text + "0" : text;
}

}  // namespace

SideTable rules_table() {
  const graph::Rules rules;
  const graph::Question question;
  const auto on_off = [](bool on) { return Value(on ? "on" : "off"); };
  return {"rules",
          {"rule", "default", "meaning"},
          {
              {"LOCATED BY", located(question.location),
               "a post's place: its site, its organisation's seat, or its owner's"},
              {"GAP <=", days(rules.gap),
               "a step over a hole of at most this is a move; a longer one is an exit and an entry"},
              {"OVERLAP <=", days(rules.overlap),
               "an overlap of at most this is a handover; a longer one is a dual post"},
              {"MIN STAY", days(rules.min_stay), "a stay known to have been shorter is a visit"},
              {"CARRY <=", days(rules.carry),
               "how long a post not known to have ended lasts past its last evidence"},
              {"CONCURRENT", concurrent(rules.concurrent), "when a dual post counts as a move"},
              {"DATES", rules.dates == graph::DateSpread::spread ? "SPREAD" : "MIDPOINT",
               "how a coarse date falls into buckets"},
              {"ROLE AT", role_at(rules.role_at), "the end at which the population's role must hold"},
              {"NO FOUNDING", on_off(!rules.founding),
               "do not count steps into a post that began with a founding"},
              {"STUDY", on_off(rules.study), "studying is a post"},
              {"FIRST ONLY", on_off(rules.first_only), "of each person only the first move"},
              {"CONTESTED", "EXPECTED", "contested facts weigh by their belief; EXCLUDE leaves them out"},
              {"MIN CONFIDENCE", number(0.0), "claims weaker than this are not read"},
              {"WITH CONFIDENCE >=", number(question.with_confidence),
               "moves believed less than this are not counted"},
              {"INTERVAL", number(question.interval), "share of probability between lo and hi"},
          }};
}

}  // namespace talentflow::query
