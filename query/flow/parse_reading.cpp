#include "query/flow/parse.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

using flow_syntax::SourceSet;
using Op = graph::SourceSet::Op;

bool FlowParser::at_reading() const {
  return tokens_.at_words({"FOR", "RECORDED_TIME"}) || tokens_.at_words({"FOR", "VALID_TIME"}) ||
         tokens_.at_words({"ACCORDING", "TO"}) || tokens_.at_words({"MIN", "CONFIDENCE"}) ||
         tokens_.at_words({"CONTESTED", "EXPECTED"}) || tokens_.at_words({"CONTESTED", "EXCLUDE"}) ||
         (tokens_.at_word("FOR") && !tokens_.at_end());
}

void FlowParser::as_of_or_valid(flow_syntax::Reading& reading) {
  const std::uint32_t begin = here();
  tokens_.expect_word("FOR");
  if (tokens_.accept_word("RECORDED_TIME")) {
    if (tokens_.expect_word("AS") && tokens_.expect_word("OF")) reading.as_of = parse_expression(tokens_);
    return;
  }
  if (!tokens_.accept_word("VALID_TIME"))
    return tokens_.fail_expected("RECORDED_TIME or VALID_TIME", {"RECORDED_TIME", "VALID_TIME"});
  if (tokens_.accept_words({"AS", "OF"})) {
    reading.valid_from = parse_expression(tokens_);
  } else if (tokens_.accept_word("FROM")) {
    reading.valid_from = parse_expression(tokens_);
    if (tokens_.expect_word("TO")) reading.valid_to = parse_expression(tokens_);
  } else {
    tokens_.fail_expected("AS OF or FROM", {"AS", "FROM"});
  }
  reading.valid_place = since(begin);
}

void FlowParser::reading(flow_syntax::Reading& reading) {
  if (tokens_.at_word("FOR")) return as_of_or_valid(reading);
  if (tokens_.accept_words({"ACCORDING", "TO"})) {
    reading.according_to = source_set();
  } else if (tokens_.accept_words({"MIN", "CONFIDENCE"})) {
    reading.min_confidence = parse_expression(tokens_);
  } else if (tokens_.accept_word("CONTESTED")) {
    reading.contested =
        tokens_.accept_word("EXCLUDE") ? graph::Contested::exclude : graph::Contested::expected;
    if (reading.contested == graph::Contested::expected) tokens_.expect_word("EXPECTED");
  }
}

bool FlowParser::at_source_set() const {
  return tokens_.at_any_word({"BLOC", "PUBLISHER", "CLASS", "SOURCE"}) || tokens_.at("(");
}

SourceSet FlowParser::source_atom() {
  SourceSet set;
  if (tokens_.at("(")) {
    // (s:Source WHERE ..) is a pattern, (BLOC 'a' OR BLOC 'b') a bracket
    if (tokens_.at_any_word({"BLOC", "PUBLISHER", "CLASS", "SOURCE"}, 1) && !tokens_.at(":", 2)) {
      tokens_.take();
      set = source_set();
      tokens_.expect(")");
      return set;
    }
    set.op = Op::listed;
    const std::uint32_t begin = here();
    set.pattern = parse_node_pattern(tokens_);
    set.name.place = since(begin);
    return set;
  }
  if (tokens_.accept_word("BLOC"))
    set.op = Op::bloc;
  else if (tokens_.accept_word("PUBLISHER"))
    set.op = Op::publisher;
  else if (tokens_.accept_word("CLASS"))
    set.op = Op::source_class;
  else if (tokens_.accept_word("SOURCE"))
    set.op = Op::source;
  else
    tokens_.fail_expected("BLOC, PUBLISHER, CLASS, SOURCE or (s:Source WHERE ..)",
                          {"BLOC", "PUBLISHER", "CLASS", "SOURCE"});
  set.name = name("the name in quotes");
  return set;
}

SourceSet FlowParser::source_set_and() {
  SourceSet set = source_atom();
  while (tokens_.accept_word("AND")) {
    SourceSet both;
    both.op = Op::all_of;
    both.parts.push_back(std::move(set));
    both.parts.push_back(source_atom());
    set = std::move(both);
  }
  return set;
}

SourceSet FlowParser::source_set() {
  SourceSet set = source_set_and();
  while (tokens_.at_any_word({"OR", "EXCEPT"})) {
    SourceSet joined;
    joined.op = tokens_.at_word("OR") ? Op::any_of : Op::except;
    tokens_.take();
    joined.parts.push_back(std::move(set));
    joined.parts.push_back(source_set_and());
    set = std::move(joined);
  }
  return set;
}

}  // namespace talentflow::query
