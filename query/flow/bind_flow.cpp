#include <algorithm>

#include "query/flow/bind.hpp"
#include "query/flow/bind_names.hpp"
#include "query/flow/side_text.hpp"

namespace talentflow::query {
namespace {

using flow_syntax::EndsForm;
using graph::Side;
using graph::Term;
using ViewPtr = std::shared_ptr<const graph::View>;

Result<void> bind_term_names(const FlowContext& context, const ViewPtr& view, const flow_syntax::Term& syntax,
                             Term& term) {
  using Kind = flow_syntax::Term::Kind;
  for (const flow_syntax::Name& name : syntax.names) {
    if (syntax.kind == Kind::countries) {
      const auto code = bind_country(context, name);
      if (!code) return code.error();
      term.countries.push_back(*code);
    } else if (syntax.kind == Kind::region) {
      const auto codes = bind_region(context, name);
      if (!codes) return codes.error();
      term.countries.insert(term.countries.end(), codes->begin(), codes->end());
    } else if (syntax.kind == Kind::organisations) {
      const auto organisation = bind_organisation(context, *view, name);
      if (!organisation) return organisation.error();
      term.organisations.push_back(*organisation);
    } else {
      const auto meaning = bind_bare_name(context, *view, name);
      if (!meaning) return meaning.error();
      term.countries = meaning->countries;
      if (meaning->organisation != 0) term.organisations = {meaning->organisation};
    }
  }
  return {};
}

Term::Kind kind_of(const flow_syntax::Term& syntax, const Term& bound) {
  using Kind = flow_syntax::Term::Kind;
  if (syntax.kind == Kind::overseas) return Term::Kind::overseas;
  if (syntax.kind == Kind::anywhere) return Term::Kind::anywhere;
  if (!bound.countries.empty()) return Term::Kind::countries;
  return syntax.tree ? Term::Kind::trees : Term::Kind::organisations;
}

Result<Term> bind_term(const FlowContext& context, const ViewPtr& view, flow_syntax::Term& syntax) {
  Term term;
  term.except = syntax.except;
  TALENTFLOW_TRY(bind_term_names(context, view, syntax, term));
  if (syntax.pattern) {
    auto nodes = match_nodes(std::move(*syntax.pattern), context.core(view));
    if (!nodes) return nodes.error();
    for (const graph::NodeNumber node : *nodes) term.organisations.push_back(view->entity_of(node));
  }
  std::sort(term.organisations.begin(), term.organisations.end());
  std::sort(term.countries.begin(), term.countries.end());
  term.kind = kind_of(syntax, term);
  if (syntax.tree && term.kind != Term::Kind::trees)
    return context.semantic(syntax.place, "TreeOfNoOrganisation",
                            "TREE takes an organisation with its parts; it does not follow countries");
  if (!syntax.labels.empty()) {
    auto only = bind_labels(context, *view, syntax.labels);
    if (!only) return only.error();
    term.only = only.take();
  }
  return term;
}

Result<Side> bind_group(const FlowContext& context, const ViewPtr& view, flow_syntax::Group& syntax,
                        std::string& text) {
  Side side;
  for (flow_syntax::Term& term : syntax) {
    auto bound = bind_term(context, view, term);
    if (!bound) return bound.error();
    side.terms.push_back(bound.take());
  }
  text = side_text(*view, syntax, side);
  return side;
}

Side anywhere() {
  Side side;
  side.terms.emplace_back();
  return side;
}

Result<void> bind_population(const FlowContext& context, const ViewPtr& view, flow_syntax::Population& syntax,
                             BoundFlow& bound) {
  graph::Population& population = bound.question.population;
  bound.population_text = "everybody";
  std::vector<graph::NodeNumber> nodes;
  if (syntax.pattern) {
    auto matched = match_nodes(std::move(*syntax.pattern), context.core(view));
    if (!matched) return matched.error();
    nodes = matched.take();
    bound.population_text =
        std::string(context.source.substr(syntax.place.begin, syntax.place.end - syntax.place.begin));
  } else if (syntax.word.empty()) {
    return {};
  } else if (const auto role = Vocabulary::role_class(syntax.word)) {
    population.role = *role;
    bound.population_text = role_name(*role) + "s";
    return {};
  } else {
    const auto label = find_label(*view, *context.execution->vocabulary, syntax.word);
    const KindMeaning* kind = context.execution->vocabulary->kind(syntax.word);
    if ((!label && kind == nullptr) || (kind != nullptr && kind->organisation)) {
      auto words = label_names(*view);
      words.insert(words.begin(), {"researcher", "engineer", "executive", "founder", "student"});
      return context.semantic(
          syntax.place, "UnknownPopulation",
          "'" + syntax.word +
              "' is neither a role (researcher, engineer, executive, founder, student) nor a label "
              "that a person has",
          did_you_mean(syntax.word, words));
    }
    if (label) {
      const auto all = view->nodes_with_label(*label);
      nodes.assign(all.begin(), all.end());
      bound.population_text = "persons labelled " + view->name(*label);
    }
  }
  population.persons.emplace();
  for (const graph::NodeNumber node : nodes) population.persons->push_back(view->entity_of(node));
  std::sort(population.persons->begin(), population.persons->end());
  return {};
}

Result<void> bind_during(const FlowContext& context, const ViewPtr& view, flow_syntax::Flow& syntax,
                         graph::Question& question) {
  const auto from = bind_day(context, view, std::move(syntax.during_from), syntax.during_place);
  if (!from) return from.error();
  const auto to = bind_day(context, view, std::move(syntax.during_to), syntax.during_place);
  if (!to) return to.error();
  if (*to <= *from)
    return context.semantic(
        syntax.during_place, "InvalidPeriod",
        *to < *from ? "the period ends on " + day_text(*to) + ", before it starts on " + day_text(*from)
                    : "the period is empty: its end, " + day_text(*to) + ", is not part of it");
  question.during = DayRange{*from, *to};
  return {};
}

}  // namespace

Result<void> bind_ends(const FlowContext& context, const ViewPtr& view, flow_syntax::Ends& syntax,
                       BoundFlow& bound) {
  bound.ends_place = syntax.place;
  graph::Question& question = bound.question;
  auto first = bind_group(context, view, syntax.first, bound.first_text);
  if (!first) return first.error();
  question.first = first.take();
  question.directed = syntax.form != EndsForm::between;
  question.subject_is_second = syntax.form == EndsForm::into;
  if (syntax.form == EndsForm::between || syntax.form == EndsForm::from_to) {
    auto second = bind_group(context, view, syntax.second, bound.second_text);
    if (!second) return second.error();
    question.second = second.take();
  } else {
    question.second = anywhere();
    bound.second_text = "anywhere else";
  }
  if (syntax.form == EndsForm::into) {
    std::swap(question.first, question.second);
    std::swap(bound.first_text, bound.second_text);
  }
  add_side_notes(question, bound.first_text, bound.second_text);
  return {};
}

Result<BoundFlow> bind_flow(const FlowContext& context, const ViewPtr& view, flow_syntax::Flow& syntax) {
  BoundFlow bound;
  graph::Question& question = bound.question;
  TALENTFLOW_TRY(bind_population(context, view, syntax.population, bound));
  TALENTFLOW_TRY(bind_ends(context, view, syntax.ends, bound));
  if (syntax.during_from) TALENTFLOW_TRY(bind_during(context, view, syntax, question));
  TALENTFLOW_TRY(bind_counting(context, view, syntax.counting, question.rules));
  question.unit = syntax.unit.value_or(graph::TimeUnit::total);
  question.dimensions = syntax.dimensions;
  question.location = syntax.location.value_or(graph::Location::site);
  question.gross = syntax.gross_only;
  if (syntax.with_confidence) {
    const auto least = bind_number(context, view, std::move(syntax.with_confidence), 0.0, 1.0,
                                   "WITH CONFIDENCE takes a number from 0 to 1");
    if (!least) return least.error();
    question.with_confidence = *least;
  }
  if (syntax.interval) {
    const auto level = bind_number(context, view, std::move(syntax.interval), 0.0, 0.999999,
                                   "INTERVAL is a share of probability, from 0 to below 1: INTERVAL 0.9");
    if (!level) return level.error();
    question.interval = *level;
  }
  return bound;
}

}  // namespace talentflow::query
