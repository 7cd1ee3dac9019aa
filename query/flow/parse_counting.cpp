#include "query/flow/parse.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

using flow_syntax::Counting;
using flow_syntax::Length;

/// 30 DAYS, 5 YEARS, 'P30D', duration({months: 6}); a plain number is days.
Length FlowParser::length(Length::Which which, bool compared) {
  Length made;
  made.which = which;
  const std::uint32_t begin = here();
  if (compared)
    tokens_.expect("<=");
  else
    tokens_.accept("<=");
  made.value = parse_expression(tokens_);
  if (tokens_.at_any_word({"DAY", "DAYS"})) {
    tokens_.take();
  } else if (tokens_.at_any_word({"WEEK", "WEEKS"})) {
    made.days_per_unit = 7;
    tokens_.take();
  } else if (tokens_.at_any_word({"MONTH", "MONTHS"})) {
    made.months = true;
    tokens_.take();
  } else if (tokens_.at_any_word({"YEAR", "YEARS"})) {
    made.days_per_unit = 12;
    made.months = true;
    tokens_.take();
  }
  made.place = since(begin);
  return made;
}

void FlowParser::rule(Counting& counting) {
  if (tokens_.accept_word("GAP")) return counting.lengths.push_back(length(Length::Which::gap, true));
  if (tokens_.accept_word("OVERLAP")) return counting.lengths.push_back(length(Length::Which::overlap, true));
  if (tokens_.accept_word("CARRY")) return counting.lengths.push_back(length(Length::Which::carry, true));
  if (tokens_.accept_words({"MIN", "STAY"}))
    return counting.lengths.push_back(length(Length::Which::min_stay, false));
  if (tokens_.accept_word("CONCURRENT")) {
    if (tokens_.accept_words({"WHEN", "ORIGIN", "ENDS"}))
      counting.concurrent = graph::Concurrent::when_origin_ends;
    else if (tokens_.accept_words({"ON", "ARRIVAL"}))
      counting.concurrent = graph::Concurrent::on_arrival;
    else if (tokens_.accept_word("EXCLUDE"))
      counting.concurrent = graph::Concurrent::exclude;
    else
      tokens_.fail_expected("WHEN ORIGIN ENDS, ON ARRIVAL or EXCLUDE", {"WHEN", "ON", "EXCLUDE"});
    return;
  }
  if (tokens_.accept_word("DATES")) {
    if (tokens_.accept_word("SPREAD"))
      counting.dates = graph::DateSpread::spread;
    else if (tokens_.accept_word("MIDPOINT"))
      counting.dates = graph::DateSpread::midpoint;
    else
      tokens_.fail_expected("SPREAD or MIDPOINT", {"SPREAD", "MIDPOINT"});
    return;
  }
  if (tokens_.accept_words({"ROLE", "AT"})) {
    if (tokens_.accept_word("ORIGIN"))
      counting.role_at = graph::RoleAt::origin;
    else if (tokens_.accept_word("DESTINATION"))
      counting.role_at = graph::RoleAt::destination;
    else if (tokens_.accept_word("EITHER"))
      counting.role_at = graph::RoleAt::either;
    else
      tokens_.fail_expected("ORIGIN, DESTINATION or EITHER", {"ORIGIN", "DESTINATION", "EITHER"});
    return;
  }
  if (tokens_.accept_words({"NO", "FOUNDING"})) {
    counting.no_founding = true;
  } else if (tokens_.accept_word("STUDY")) {
    counting.study = true;
  } else if (tokens_.accept_words({"FIRST", "ONLY"})) {
    counting.first_only = true;
  } else if (tokens_.accept_word("OBSERVED")) {
    counting.observed = name("the name of a data set");
  } else {
    tokens_.fail_expected(
        "a rule (GAP <=, OVERLAP <=, MIN STAY, CARRY <=, CONCURRENT .., NO FOUNDING, STUDY, DATES .., ROLE "
        "AT .., "
        "FIRST ONLY or OBSERVED)",
        {"GAP", "OVERLAP", "MIN", "CARRY", "CONCURRENT", "NO", "STUDY", "DATES", "ROLE", "FIRST",
         "OBSERVED"});
  }
}

}  // namespace talentflow::query
