// Recursive descent for the statements around the read core, on the language's token stream.
#pragma once

#include "query/flow/syntax.hpp"
#include "query/language/token_stream.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::query {

class FlowParser {
 public:
  /// `vocabulary` gives the plural kinds that may follow a group ("labs").
  FlowParser(TokenStream& tokens, const Vocabulary& vocabulary) : tokens_(tokens), vocabulary_(vocabulary) {}

  /// A whole statement up to the end of the text. Ask tokens.failed() afterwards.
  flow_syntax::Statement statement();

 private:
  // parse_statement.cpp
  flow_syntax::Flow flow();
  void flow_head(flow_syntax::Flow& flow);
  void flow_option(flow_syntax::Flow& flow);
  void during(flow_syntax::Flow& flow);
  void dimensions(flow_syntax::Flow& flow);
  bool time_unit(flow_syntax::Flow& flow);
  graph::Location located_by();
  void show(flow_syntax::Flow& flow);
  void yield(flow_syntax::Flow& flow);
  void compare(flow_syntax::Flow& flow);
  flow_syntax::Variant variant();
  std::int64_t row_count();
  flow_syntax::Statement why();
  void matched(flow_syntax::Statement& statement);
  flow_syntax::Statement blind_spots();

  // parse_groups.cpp
  flow_syntax::Population population(bool before_flow);
  flow_syntax::Ends ends();
  bool at_ends() const;
  flow_syntax::Group group();
  flow_syntax::Term term();
  void names_in_brackets(flow_syntax::Term& term);
  void labels(flow_syntax::Term& term);
  flow_syntax::Name name(std::string_view what);

  // parse_counting.cpp
  void rule(flow_syntax::Counting& counting);
  flow_syntax::Length length(flow_syntax::Length::Which which, bool compared);

  // parse_reading.cpp
  bool at_reading() const;
  void reading(flow_syntax::Reading& reading);
  void as_of_or_valid(flow_syntax::Reading& reading);
  bool at_source_set() const;
  flow_syntax::SourceSet source_set();
  flow_syntax::SourceSet source_set_and();
  flow_syntax::SourceSet source_atom();

  Place since(std::uint32_t begin) const { return {begin, tokens_.last_end()}; }
  std::uint32_t here() const { return tokens_.peek().place.begin; }

  TokenStream& tokens_;
  const Vocabulary& vocabulary_;
};

}  // namespace talentflow::query
