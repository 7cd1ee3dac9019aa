#include "query/flow/side_text.hpp"

#include <algorithm>

#include "graph/flow/sides.hpp"
#include "query/flow/flow_context.hpp"
#include "query/format/instant_text.hpp"
#include "schema/country.hpp"

namespace talentflow::query {
namespace {

constexpr std::string_view kGreaterChina[] = {"HK", "MO", "TW"};
/// More names than this are counted, not listed.
constexpr std::size_t kListed = 12;

std::string joined(const std::vector<std::string>& parts, const std::string& comma = ", ") {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : comma) + part;
  return text;
}

std::string codes_text(const std::vector<graph::CountryCode>& codes) {
  std::vector<std::string> texts;
  for (const graph::CountryCode code : codes) texts.push_back(country_text(code));
  return joined(texts);
}

std::string organisations_text(const graph::View& view, const graph::Term& term) {
  if (term.organisations.size() > kListed)
    return std::to_string(term.organisations.size()) + " organisations";
  std::vector<std::string> texts;
  for (const EntityNumber organisation : term.organisations) {
    const graph::NodeNumber node = view.node_of(organisation);
    if (node != graph::kNoNode) texts.push_back(display_name(view, node) + " = " + view.node_id(node));
  }
  return texts.empty() ? "no organisation" : joined(texts);
}

std::string names_text(const flow_syntax::Term& syntax) {
  std::vector<std::string> names;
  for (const flow_syntax::Name& name : syntax.names) names.push_back(name.text);
  return joined(names);
}

std::string term_text(const graph::View& view, const flow_syntax::Term& syntax, const graph::Term& term) {
  std::string text;
  switch (term.kind) {
    case graph::Term::Kind::countries:
      text = names_text(syntax) + " = " + codes_text(term.countries);
      break;
    case graph::Term::Kind::organisations:
      text = organisations_text(view, term);
      break;
    case graph::Term::Kind::trees:
      text = organisations_text(view, term) + " with all parts as of the date";
      break;
    case graph::Term::Kind::overseas:
      text = "overseas = everywhere located outside the other group's countries";
      break;
    case graph::Term::Kind::anywhere:
      text = "anywhere else";
      break;
  }
  for (const flow_syntax::Name& label : syntax.labels) text += ", only organisations labelled " + label.text;
  return text;
}

bool names_country(const graph::Side& side, std::string_view alpha2) {
  const auto codes = graph::named_countries(side);
  return std::find(codes.begin(), codes.end(), graph::CountryCode{alpha2[0], alpha2[1]}) != codes.end();
}

bool is_relative(const graph::Side& side) {
  return std::any_of(side.terms.begin(), side.terms.end(), [](const graph::Term& term) {
    return term.kind == graph::Term::Kind::overseas || term.kind == graph::Term::Kind::anywhere;
  });
}

bool names_organisations(const graph::Side& side) {
  return std::any_of(side.terms.begin(), side.terms.end(), [](const graph::Term& term) {
    return term.kind == graph::Term::Kind::organisations || term.kind == graph::Term::Kind::trees;
  });
}

bool excepts_country(const graph::Side& side, std::string_view alpha2) {
  return std::any_of(side.terms.begin(), side.terms.end(), [&](const graph::Term& term) {
    return term.except && !term.only &&
           std::find(term.countries.begin(), term.countries.end(),
                     graph::CountryCode{alpha2[0], alpha2[1]}) != term.countries.end();
  });
}

void add_note(const graph::Side& side, const graph::Side& other, std::string& text) {
  if (!names_country(side, "CN")) return;
  std::vector<std::string> overseas, elsewhere;
  for (const std::string_view code : kGreaterChina) {
    if (names_country(side, code)) continue;
    const bool opposite = is_relative(other) ? !excepts_country(other, code) : names_country(other, code);
    (opposite ? overseas : elsewhere).emplace_back(code);
  }
  if (!overseas.empty())
    text += "; " + joined(overseas) + " counted " + (is_relative(other) ? "overseas" : "on the other side");
  if (!elsewhere.empty()) text += "; " + joined(elsewhere) + " counted on neither side";
}

std::string days_text(std::int32_t days) { return counted(days, "day", "days"); }

std::string source_set_text(const graph::View& view, const graph::SourceSet& set) {
  using Op = graph::SourceSet::Op;
  switch (set.op) {
    case Op::bloc:
      return "BLOC '" + set.text + "'";
    case Op::publisher:
      return "PUBLISHER '" + set.text + "'";
    case Op::source_class:
      return "CLASS '" + set.text + "'";
    case Op::source:
      return "SOURCE '" + set.text + "'";
    case Op::listed:
      return counted(static_cast<std::int64_t>(set.sources.size()), "source", "sources") + " by a pattern";
    case Op::any_of:
    case Op::all_of:
    case Op::except: {
      std::vector<std::string> parts;
      for (const graph::SourceSet& part : set.parts) parts.push_back(source_set_text(view, part));
      return "(" +
             joined(parts, set.op == Op::any_of   ? " OR "
                           : set.op == Op::all_of ? " AND "
                                                  : " EXCEPT ") +
             ")";
    }
  }
  return "";
}

}  // namespace

std::string role_name(RoleClass role) {
  switch (role) {
    case RoleClass::researcher:
      return "researcher";
    case RoleClass::engineer:
      return "engineer";
    case RoleClass::executive:
      return "executive";
    case RoleClass::founder:
      return "founder";
    case RoleClass::student:
      return "student";
    case RoleClass::none:
      break;
  }
  return "";
}

std::string side_text(const graph::View& view, const flow_syntax::Group& syntax, const graph::Side& side) {
  std::string text;
  for (std::size_t i = 0; i < side.terms.size(); ++i) {
    if (i > 0) text += side.terms[i].except ? " except " : " or ";
    text += term_text(view, syntax[i], side.terms[i]);
  }
  return text;
}

void add_side_notes(const graph::Question& question, std::string& first, std::string& second) {
  add_note(question.first, question.second, first);
  add_note(question.second, question.first, second);
}

std::string rules_text(const graph::Question& question) {
  const graph::Rules& rules = question.rules;
  std::vector<std::string> parts = {
      "GAP <= " + days_text(rules.gap), "OVERLAP <= " + days_text(rules.overlap),
      "MIN STAY " + days_text(rules.min_stay), "CARRY <= " + days_text(rules.carry)};
  switch (rules.concurrent) {
    case graph::Concurrent::when_origin_ends:
      parts.emplace_back("CONCURRENT WHEN ORIGIN ENDS");
      break;
    case graph::Concurrent::on_arrival:
      parts.emplace_back("CONCURRENT ON ARRIVAL");
      break;
    case graph::Concurrent::exclude:
      parts.emplace_back("CONCURRENT EXCLUDE");
      break;
  }
  parts.emplace_back(rules.dates == graph::DateSpread::spread ? "DATES SPREAD" : "DATES MIDPOINT");
  if (question.population.role != RoleClass::none)
    parts.emplace_back(rules.role_at == graph::RoleAt::either   ? "ROLE AT EITHER"
                       : rules.role_at == graph::RoleAt::origin ? "ROLE AT ORIGIN"
                                                                : "ROLE AT DESTINATION");
  parts.emplace_back(rules.founding ? "founding is joining" : "NO FOUNDING");
  parts.emplace_back(rules.study ? "STUDY" : "studying is no post");
  if (rules.first_only) parts.emplace_back("FIRST ONLY");
  if (names_organisations(question.first) || names_organisations(question.second))
    parts.emplace_back("posts side by side under one owner are one employment");
  return joined(parts);
}

std::string location_text(graph::Location location) {
  switch (location) {
    case graph::Location::site:
      return "SITE: where the person sits by the claim, else the organisation's country";
    case graph::Location::headquarters:
      return "HQ: the organisation's headquarters (hq_country)";
    case graph::Location::owner:
      return "OWNER: the headquarters of the ultimate owner as of the date";
  }
  return "";
}

std::string reading_text(const graph::View& view, const graph::Reading& reading) {
  if (reading.is_default()) return std::string(kEverythingKnown);
  std::vector<std::string> parts;
  if (reading.as_of) parts.push_back("recorded up to " + instant_text(*reading.as_of));
  if (reading.valid)
    parts.push_back("facts that hold " +
                    (reading.valid->exact()
                         ? "on " + day_text(reading.valid->low)
                         : "from " + day_text(reading.valid->low) + " to " + day_text(reading.valid->high)));
  if (reading.according_to) parts.push_back("according to " + source_set_text(view, *reading.according_to));
  if (reading.min_confidence > 0.0) {
    std::string number = std::to_string(reading.min_confidence);
    while (number.back() == '0') number.pop_back();
    parts.push_back("claims of at least " + number);
  }
  if (reading.contested == graph::Contested::exclude) parts.emplace_back("contested facts left out");
  return joined(parts, "; ");
}

}  // namespace talentflow::query
