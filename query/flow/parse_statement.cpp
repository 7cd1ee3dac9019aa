#include "query/flow/parse.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

using flow_syntax::Flow;
using flow_syntax::Kind;
using flow_syntax::Statement;
using flow_syntax::Variant;

namespace {

constexpr std::int64_t kAll = -1;

const std::vector<std::string>& option_words() {
  static const std::vector<std::string> words = {"DURING",   "BY",        "LOCATED",  "COUNTING", "WITH",
                                                 "INTERVAL", "FOR",       "MIN",      "COMPARE",  "SHOW",
                                                 "YIELD",    "ACCORDING", "CONTESTED"};
  return words;
}

}  // namespace

std::int64_t FlowParser::row_count() {
  if (tokens_.peek().kind != TokenKind::integer) return kAll;
  return static_cast<std::int64_t>(tokens_.take().magnitude);
}

/// FLOW [OF population] ends | [NET | GROSS] population FLOW ends
void FlowParser::flow_head(Flow& flow) {
  const std::uint32_t begin = here();
  if (tokens_.accept_word("FLOW")) {
    if (tokens_.accept_word("OF")) flow.population = population(false);
  } else {
    flow.net_only = tokens_.accept_word("NET");
    flow.gross_only = !flow.net_only && tokens_.accept_word("GROSS");
    if (!tokens_.at_word("FLOW")) flow.population = population(true);
    tokens_.expect_word("FLOW");
  }
  flow.ends = ends();
  flow.place = since(begin);
}

void FlowParser::during(Flow& flow) {
  const std::uint32_t begin = here();
  flow.during_from = parse_expression(tokens_);
  if (tokens_.expect_word("TO")) flow.during_to = parse_expression(tokens_);
  flow.during_place = since(begin);
}

bool FlowParser::time_unit(Flow& flow) {
  static constexpr std::pair<std::string_view, graph::TimeUnit> kUnits[] = {
      {"YEAR", graph::TimeUnit::year},
      {"QUARTER", graph::TimeUnit::quarter},
      {"MONTH", graph::TimeUnit::month},
      {"WEEK", graph::TimeUnit::week},
      {"TOTAL", graph::TimeUnit::total}};
  for (const auto& [word, unit] : kUnits) {
    if (!tokens_.at_word(word)) continue;
    const Place place = tokens_.take().place;
    if (flow.unit && *flow.unit != unit)
      tokens_.fail(place, "TwoTimeUnits",
                   "an answer has one unit of time, and BY names another one before this");
    flow.unit = unit;
    return true;
  }
  return false;
}

void FlowParser::dimensions(Flow& flow) {
  do {
    if (time_unit(flow)) continue;
    if (tokens_.accept_words({"ORIGIN", "ORG"}))
      flow.dimensions.push_back(graph::Dimension::origin_organisation);
    else if (tokens_.accept_words({"DESTINATION", "ORG"}))
      flow.dimensions.push_back(graph::Dimension::destination_organisation);
    else if (tokens_.accept_words({"ORIGIN", "COUNTRY"}))
      flow.dimensions.push_back(graph::Dimension::origin_country);
    else if (tokens_.accept_words({"DESTINATION", "COUNTRY"}))
      flow.dimensions.push_back(graph::Dimension::destination_country);
    else if (tokens_.accept_word("ROLE"))
      flow.dimensions.push_back(graph::Dimension::role);
    else
      tokens_.fail_expected(
          "YEAR, QUARTER, MONTH, WEEK, TOTAL, ORIGIN or DESTINATION ORG or COUNTRY, or ROLE",
          {"YEAR", "QUARTER", "MONTH", "WEEK", "TOTAL", "ORIGIN", "DESTINATION", "ROLE"});
  } while (!tokens_.failed() && tokens_.accept(","));
}

graph::Location FlowParser::located_by() {
  if (tokens_.accept_word("SITE")) return graph::Location::site;
  if (tokens_.accept_word("HQ")) return graph::Location::headquarters;
  if (tokens_.accept_word("OWNER")) return graph::Location::owner;
  tokens_.fail_expected("SITE, HQ or OWNER", {"SITE", "HQ", "OWNER"});
  return graph::Location::site;
}

void FlowParser::show(Flow& flow) {
  if (tokens_.accept_word("MOVES"))
    flow.show_moves = row_count();
  else if (tokens_.accept_word("EVIDENCE"))
    flow.show_evidence = row_count();
  else if (tokens_.at_word("INFLUENCE")) {
    flow.influence_place = tokens_.take().place;
    flow.show_influence = row_count();
  } else
    tokens_.fail_expected("MOVES, EVIDENCE or INFLUENCE", {"MOVES", "EVIDENCE", "INFLUENCE"});
}

Variant FlowParser::variant() {
  Variant made;
  const std::uint32_t begin = here();
  if (tokens_.accept_words({"LOCATED", "BY"})) {
    made.location = located_by();
  } else if (tokens_.accept_word("COUNTING")) {
    made.counting.emplace();
    const bool bracket = tokens_.accept("(");
    do rule(*made.counting);
    while (!tokens_.failed() && bracket && tokens_.accept(","));
    if (bracket) tokens_.expect(")");
  } else if (at_ends()) {
    made.ends = ends();
  } else if (at_reading()) {
    reading(made.reading);
  } else if (at_source_set()) {
    made.reading.according_to = source_set();
  } else {
    tokens_.fail_expected("a variant: a reading, a source set, LOCATED BY .., COUNTING .. or other ends",
                          {"LOCATED", "COUNTING", "BETWEEN", "FROM", "INTO", "OUT", "FOR", "ACCORDING",
                           "BLOC", "PUBLISHER", "CLASS", "SOURCE", "MIN", "CONTESTED"});
  }
  made.place = since(begin);
  if (tokens_.expect_word("AS")) made.name = tokens_.expect_name("a name for the variant's columns");
  return made;
}

void FlowParser::compare(Flow& flow) {
  const std::uint32_t begin = here();
  do flow.compare.push_back(variant());
  while (!tokens_.failed() && tokens_.accept(","));
  if (flow.compare.size() < 2 && !tokens_.failed())
    tokens_.fail(since(begin), "OneVariant", "COMPARE needs two variants or more, each with AS name");
}

void FlowParser::flow_option(Flow& flow) {
  if (tokens_.accept_word("DURING")) return during(flow);
  if (tokens_.accept_word("BY")) return dimensions(flow);
  if (tokens_.accept_words({"LOCATED", "BY"})) {
    flow.location = located_by();
  } else if (tokens_.accept_word("COUNTING")) {
    do rule(flow.counting);
    while (!tokens_.failed() && tokens_.accept(","));
  } else if (tokens_.accept_words({"WITH", "CONFIDENCE"})) {
    if (tokens_.expect(">=")) flow.with_confidence = parse_expression(tokens_);
  } else if (tokens_.accept_word("INTERVAL")) {
    flow.interval = parse_expression(tokens_);
  } else if (at_reading()) {
    reading(flow.reading);
  } else if (tokens_.accept_word("COMPARE")) {
    compare(flow);
  } else if (tokens_.accept_word("SHOW")) {
    show(flow);
  } else {
    tokens_.fail_expected(
        "DURING, BY, LOCATED BY, COUNTING, WITH CONFIDENCE, INTERVAL, COMPARE, SHOW, YIELD, a reading or the "
        "end",
        option_words());
  }
}

void FlowParser::yield(Flow& flow) {
  do {
    flow_syntax::YieldItem item;
    item.column = name("a column");
    item.alias = item.column.text;
    if (tokens_.accept_word("AS")) item.alias = tokens_.expect_name("a name");
    flow.yield.push_back(std::move(item));
  } while (!tokens_.failed() && tokens_.accept(","));
  const bool core = tokens_.at_any_word({"RETURN", "MATCH", "OPTIONAL", "UNWIND"}) ||
                    (tokens_.at_word("WITH") && !tokens_.at_words({"WITH", "CONFIDENCE"}));
  if (!tokens_.failed() && core) flow.core = parse_query(tokens_);
}

Flow FlowParser::flow() {
  Flow made;
  flow_head(made);
  while (!tokens_.failed() && !tokens_.at_end() && !tokens_.at(";")) {
    if (tokens_.accept_word("YIELD"))
      yield(made);
    else
      flow_option(made);
    if (made.core) break;
  }
  return made;
}

/// MATCH .. | MATCH .. RETURN .. | (pattern)
void FlowParser::matched(Statement& statement) {
  statement.place = tokens_.peek().place;
  if (tokens_.at("(")) {
    statement.query = parse_pattern_as_match(tokens_);
    return;
  }
  const std::size_t begin = tokens_.mark();
  statement.query = parse_match(tokens_);
  if (tokens_.failed() || !tokens_.at_any_word({"RETURN", "WITH", "UNWIND"})) return;
  tokens_.reset(begin);
  statement.query = parse_query(tokens_);
  statement.returns = true;
}

/// WHY FLOW .. | WHY MATCH .. | WHY (pattern)
Statement FlowParser::why() {
  Statement made;
  if (tokens_.at_any_word({"MATCH", "OPTIONAL"}) || tokens_.at("(")) {
    made.kind = Kind::why_match;
    matched(made);
    if (tokens_.accept_words({"SHOW", "EVIDENCE"})) made.show_evidence = row_count();
  } else {
    made.kind = Kind::why_flow;
    made.flow = flow();
  }
  return made;
}

Statement FlowParser::blind_spots() {
  Statement made;
  tokens_.expect_word("OF");
  if (tokens_.at_any_word({"MATCH", "OPTIONAL"}) || tokens_.at("(")) {
    made.kind = Kind::blind_spots_match;
    matched(made);
  } else {
    made.kind = Kind::blind_spots_flow;
    made.flow = flow();
  }
  return made;
}

Statement FlowParser::statement() {
  flow_syntax::Reading in_front;
  while (!tokens_.failed() && at_reading()) reading(in_front);
  Statement made;
  const bool core =
      tokens_.at_any_word({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN", "EXPLAIN", "PROFILE"}) &&
      !tokens_.at_word("FLOW", 1);
  if (tokens_.failed()) return made;
  if (core) {
    if (tokens_.accept_word("EXPLAIN"))
      made.mode = ast::Mode::explain;
    else if (tokens_.accept_word("PROFILE"))
      made.mode = ast::Mode::profile;
    made.query = parse_query(tokens_);
  } else if (tokens_.accept_word("WHY")) {
    made = why();
  } else if (tokens_.accept_words({"BLIND", "SPOTS"})) {
    made = blind_spots();
  } else {
    made.kind = Kind::flow;
    made.flow = flow();
  }
  expect_end(tokens_, "the end of the statement");
  made.reading = std::move(in_front);
  return made;
}

}  // namespace talentflow::query
