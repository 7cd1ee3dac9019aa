// From the slow reference's stints to a View that flow() reads: group C is organisation 3 in country CN, and
// so on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "graph/flow/flow.hpp"
#include "tests/reference/careers_view.hpp"
#include "tests/reference/slow_flow.hpp"

namespace talentflow::graph {

/// Groups in alphabetical order, then the two sides: ties of equal dates fall as in the reference.
inline const std::vector<std::pair<std::string, const char*>>& places() {
  static const std::vector<std::pair<std::string, const char*>> all = {
      {"C", "CN"}, {"E", "GB"}, {"U", "US"}, {"X", "JP"}};
  return all;
}
inline EntityNumber organisation_of(const std::string& group) {
  for (std::size_t i = 0; i < places().size(); ++i)
    if (places()[i].first == group) return static_cast<EntityNumber>(i + 1);
  return 0;
}
inline CountryCode code(const char* text) { return {text[0], text[1]}; }

inline BoundChoice choice(const std::optional<reference::Range>& range, double share) {
  BoundChoice out;
  out.known = range.has_value();
  if (range) out.range = {static_cast<Day>(range->first), static_cast<Day>(range->second)};
  out.share = share;
  return out;
}

/// Every stint stands alone; alternatives are not translated (tests of rivals build their rows themselves).
inline reference::CareersView view_of(const std::vector<reference::Stint>& stints) {
  reference::CareersView view;
  Organisations& organisations = view.organisations_of_view;
  organisations.country.resize(places().size() + 1);
  for (std::size_t i = 0; i < places().size(); ++i) organisations.country[i + 1] = code(places()[i].second);
  organisations.hq_country = organisations.country;
  std::map<int, std::vector<Stint>> persons;
  for (const auto& stint : stints) {
    Stint row;
    row.person = static_cast<EntityNumber>(100 + stint.person);
    row.organisation = organisation_of(stint.group);
    row.belief = stint.p;
    row.contested = stint.contested;
    row.held = static_cast<Day>(stint.held);
    row.origins = 1;
    row.starts = {choice(stint.start, 1.0)};
    row.ends = {choice(stint.end, 1.0)};
    persons[stint.person].push_back(row);
  }
  for (const auto& [person, rows] : persons)
    view.careers_of_view.append(static_cast<EntityNumber>(100 + person), rows);
  return view;
}

inline Side countries(std::initializer_list<const char*> codes) {
  Term term;
  term.kind = Term::Kind::countries;
  for (const char* text : codes) term.countries.push_back(code(text));
  return {{term}};
}

inline Budget no_limits() { return Budget(Limits{}, nullptr); }

}  // namespace talentflow::graph
