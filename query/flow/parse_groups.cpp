#include "query/flow/parse.hpp"
#include "query/language/core.hpp"

namespace talentflow::query {

using flow_syntax::Ends;
using flow_syntax::EndsForm;
using flow_syntax::Group;
using flow_syntax::Name;
using flow_syntax::Population;
using flow_syntax::Term;

/// A string, one identifier, or words in back-quotes.
Name FlowParser::name(std::string_view what) {
  const Token& token = tokens_.peek();
  const bool named = token.kind == TokenKind::string || token.kind == TokenKind::identifier ||
                     token.kind == TokenKind::quoted_identifier;
  if (!named) {
    tokens_.fail_expected(what);
    return {};
  }
  tokens_.take();
  return {token.text, token.place};
}

Population FlowParser::population(bool before_flow) {
  Population who;
  const std::uint32_t begin = here();
  if (tokens_.at("("))
    who.pattern = parse_node_pattern(tokens_);
  else
    who.word = tokens_.expect_name(before_flow ? "FLOW, or who is counted (researcher FLOW ..)"
                                               : "who is counted: a role, a label or (p:Person WHERE ..)");
  who.place = since(begin);
  return who;
}

bool FlowParser::at_ends() const {
  return tokens_.at_any_word({"BETWEEN", "FROM", "INTO"}) || tokens_.at_words({"OUT", "OF"});
}

Ends FlowParser::ends() {
  Ends ends;
  const std::uint32_t begin = here();
  if (tokens_.accept_word("BETWEEN")) {
    ends.first = group();
    if (tokens_.expect_word("AND")) ends.second = group();
  } else if (tokens_.accept_word("FROM")) {
    ends.form = EndsForm::from_to;
    ends.first = group();
    if (tokens_.expect_word("TO")) ends.second = group();
  } else if (tokens_.accept_word("INTO")) {
    ends.form = EndsForm::into;
    ends.first = group();
  } else if (tokens_.accept_words({"OUT", "OF"})) {
    ends.form = EndsForm::out_of;
    ends.first = group();
  } else {
    tokens_.fail_expected("BETWEEN .. AND .., FROM .. TO .., INTO .. or OUT OF ..",
                          {"BETWEEN", "FROM", "INTO", "OUT"});
  }
  ends.place = since(begin);
  return ends;
}

Group FlowParser::group() {
  Group terms;
  terms.push_back(term());
  while (tokens_.at_any_word({"OR", "EXCEPT"})) {
    const bool except = tokens_.at_word("EXCEPT");
    tokens_.take();
    terms.push_back(term());
    terms.back().except = except;
  }
  return terms;
}

void FlowParser::names_in_brackets(Term& term) {
  tokens_.expect("[");
  do term.names.push_back(name("a name in quotes"));
  while (!tokens_.failed() && tokens_.accept(","));
  tokens_.expect("]");
}

/// `:Lab`, or a kind's plural: "overseas labs".
void FlowParser::labels(Term& term) {
  while (tokens_.accept(":")) {
    const Place place = tokens_.peek().place;
    term.labels.push_back({tokens_.expect_name("a label"), place});
  }
  if (tokens_.peek().kind != TokenKind::identifier) return;
  const KindMeaning* kind = vocabulary_.kind(tokens_.peek().text);
  if (kind == nullptr || !kind->organisation || !same_word(kind->plural, tokens_.peek().text)) return;
  term.labels.push_back({kind->name, tokens_.take().place});
}

Term FlowParser::term() {
  Term made;
  const std::uint32_t begin = here();
  const auto word_then_name = [&](std::string_view word) {
    const TokenKind next = tokens_.peek(1).kind;
    return tokens_.at_word(word) && (next == TokenKind::string || next == TokenKind::identifier ||
                                     next == TokenKind::quoted_identifier);
  };
  if (tokens_.at("(")) {
    made.kind = Term::Kind::pattern;
    made.pattern = parse_node_pattern(tokens_);
  } else if (tokens_.at_word("COUNTRIES") && tokens_.at("[", 1)) {
    tokens_.take();
    made.kind = Term::Kind::countries;
    names_in_brackets(made);
  } else if (tokens_.at_word("ORGS") && tokens_.at("[", 1)) {
    tokens_.take();
    made.kind = Term::Kind::organisations;
    names_in_brackets(made);
  } else if (word_then_name("COUNTRY")) {
    tokens_.take();
    made.kind = Term::Kind::countries;
    made.names.push_back(name("a country"));
  } else if (word_then_name("REGION")) {
    tokens_.take();
    made.kind = Term::Kind::region;
    made.names.push_back(name("a region"));
  } else if (word_then_name("ORG")) {
    tokens_.take();
    made.kind = Term::Kind::organisations;
    made.names.push_back(name("an organisation"));
  } else if (tokens_.accept_word("OVERSEAS")) {
    made.kind = Term::Kind::overseas;
  } else if (tokens_.accept_word("ANYWHERE")) {
    made.kind = Term::Kind::anywhere;
  } else {
    made.names.push_back(
        name("a group: COUNTRY, COUNTRIES, REGION, ORG, ORGS, OVERSEAS, ANYWHERE, a name or a pattern"));
  }
  if (tokens_.accept_word("TREE")) made.tree = true;
  labels(made);
  made.place = since(begin);
  return made;
}

}  // namespace talentflow::query
