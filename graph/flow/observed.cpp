#include "graph/flow/observed.hpp"

#include <algorithm>
#include <optional>
#include <set>
#include <unordered_map>

#include "graph/flow/cells.hpp"
#include "graph/flow/location.hpp"
#include "graph/flow/sides.hpp"

namespace talentflow::graph {
namespace {

/// One published number.
struct Observation {
  CountryCode origin{}, destination{};
  NodeNumber from = kNoNode, to = kNoNode;
  DayRange period{};
  std::int64_t count = 0;
};

Error query_error(const std::string& text) {
  return make_error(ErrorCode::query, "", "SemanticError: " + text);
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (const std::string& name : names) text += (text.empty() ? "'" : ", '") + name + "'";
  return text.empty() ? "none" : text;
}

bool holds(const std::vector<CountryCode>& codes, CountryCode code) {
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

/// Which side a place is on: told by its country, or by being no place of the other side.
class PlaceSides {
 public:
  explicit PlaceSides(const Question& question) : question_(question) {}

  Result<void> check() const {
    for (const Side* side : {&question_.first, &question_.second})
      for (const Term& term : side->terms)
        if (term.kind == Term::Kind::organisations || term.kind == Term::Kind::trees || term.only)
          return query_error(
              "ObservedByCountry: published counts are from place to place; they know no organisations");
    if (question_.population.role != RoleClass::none || question_.population.persons)
      return query_error(
          "ObservedPopulation: published counts are of everybody the data set counts; leave the population "
          "out");
    for (const Dimension dimension : question_.dimensions)
      if (dimension != Dimension::origin_country && dimension != Dimension::destination_country)
        return query_error(
            "ObservedByCountry: published counts can be split by time, ORIGIN COUNTRY and DESTINATION "
            "COUNTRY");
    return {};
  }

  bool in(const Side& side, const Side& other, CountryCode country) const {
    bool inside = false;
    for (const Term& term : side.terms) {
      bool matches = false;
      if (term.kind == Term::Kind::countries) matches = known(country) && holds(term.countries, country);
      if (term.kind == Term::Kind::overseas)
        matches = known(country) && !holds(named_countries(other), country);
      if (term.kind == Term::Kind::anywhere) matches = !in(other, side, country);
      if (matches) inside = !term.except;
    }
    return inside;
  }

  /// +1 inflow, -1 outflow, 0 neither.
  int direction(const Observation& seen) const {
    const auto first = [&](CountryCode country) { return in(question_.first, question_.second, country); };
    const auto second = [&](CountryCode country) { return in(question_.second, question_.first, country); };
    if (seen.from == seen.to) return 0;
    if (first(seen.origin) && second(seen.destination)) return -1;
    return second(seen.origin) && first(seen.destination) ? 1 : 0;
  }

 private:
  const Question& question_;
};

CountryCode country_of(const View& view, NodeNumber node) {
  const auto key = view.find_name("country");
  if (!key) return {};
  const Value value = view.node_property(node, *key);
  const auto* text = value.get_if<std::string>();
  return text != nullptr && text->size() == 2 ? CountryCode{(*text)[0], (*text)[1]} : CountryCode{};
}

std::optional<NameCode> observed_type(const View& view) { return view.find_name("OBSERVED_FLOW"); }

/// What the claim says; nothing when it states no count for a period.
std::optional<Observation> observation(const ClaimView& seen, Observation between) {
  const Value* count = find_property(seen.claim.properties, "count");
  const auto* number = count == nullptr ? nullptr : count->get_if<std::int64_t>();
  if (number == nullptr || !seen.claim.start.known() || seen.claim.stance != Stance::asserts)
    return std::nullopt;
  between.period = seen.claim.start.range;
  if (seen.claim.end.known()) between.period.high = seen.claim.end.range.high;
  between.count = *number;
  return between;
}

/// Countries of places, each looked up once.
class Places {
 public:
  explicit Places(const View& view) : view_(view) {}
  Observation between(const EdgeEnds& ends) {
    Observation made;
    made.from = ends.from;
    made.to = ends.to;
    made.origin = country(ends.from);
    made.destination = country(ends.to);
    return made;
  }

 private:
  CountryCode country(NodeNumber node) {
    const auto [place, added] = known_.try_emplace(node);
    if (added) place->second = country_of(view_, node);
    return place->second;
  }
  const View& view_;
  std::unordered_map<NodeNumber, CountryCode> known_;
};

std::uint32_t country_number(CountryCode country) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(country[0]) << 8U) |
         static_cast<unsigned char>(country[1]);
}

class ObservedCounter {
 public:
  ObservedCounter(const Question& question, Answer& answer)
      : question_(question), sides_(question), cells_(question), answer_(answer) {}

  bool wanted(const Observation& between) const {
    const int direction = sides_.direction(between);
    return direction < 0 || (direction > 0 && !question_.directed);
  }

  /// Precondition: wanted.
  Result<void> add(const Observation& seen) {
    const int direction = sides_.direction(seen);
    const Day day = static_cast<Day>((static_cast<std::int64_t>(seen.period.low) + seen.period.high) / 2);
    const BucketNumber bucket = cells_.buckets().of(day);
    if (bucket == kNoBucket) return {};
    const DayRange whole = cells_.buckets().period(bucket);
    if (question_.unit != TimeUnit::total && !question_.during &&
        (seen.period.low < whole.low || seen.period.high > whole.high))
      return query_error("BucketTooFine: the data set counts by " +
                         std::to_string(seen.period.high - seen.period.low) +
                         " days at a time, so it cannot be split further; use BY YEAR or BY TOTAL");
    CellKey key{bucket, {}};
    for (std::size_t i = 0; i < question_.dimensions.size(); ++i)
      key.dimensions[i] = country_number(
          question_.dimensions[i] == Dimension::origin_country ? seen.origin : seen.destination);
    Cell& cell = cells_[cells_.at(key)].cell;
    (direction > 0 ? cell.inflow : cell.outflow) += seen.count;
    return {};
  }

  void finish() {
    std::vector<std::uint32_t> renumbered;
    answer_.cells = cells_.finish(renumbered, answer_.coverage);
  }

 private:
  const Question& question_;
  PlaceSides sides_;
  Cells cells_;
  Answer& answer_;
};

}  // namespace

std::vector<std::string> observed_data_sets(const View& view) {
  std::set<std::string> found;
  const auto type = observed_type(view);
  if (!type) return {};
  for (const EdgeNumber edge : view.edges_of_type(*type))
    for (const ClaimView& seen : view.claims(edge)) found.insert(seen.source_id);
  return {found.begin(), found.end()};
}

Result<Answer> observed_flow(const View& view, const Question& question, const std::string& data_set,
                             Budget& budget) {
  Answer answer;
  Question counted = question;
  counted.uncertainty = false;
  ObservedCounter counter(counted, answer);
  TALENTFLOW_TRY(PlaceSides(counted).check());
  const auto type = observed_type(view);
  const auto source = view.find_node(data_set);
  Places places(view);
  bool any = false;
  if (type && source)
    for (const EdgeNumber edge : view.edges_of_type(*type)) {
      TALENTFLOW_TRY(budget.tick());
      const Observation between = places.between(view.edge(edge));
      if (!counter.wanted(between)) continue;  // claims lie in the store: only those that count are read
      for (const ClaimView& seen : view.claims(edge)) {
        if (seen.source != *source) continue;
        any = true;
        const auto made = observation(seen, between);
        if (made) TALENTFLOW_TRY(counter.add(*made));
      }
    }
  if (!any) {
    const auto names = observed_data_sets(view);
    if (std::find(names.begin(), names.end(), data_set) == names.end())
      return query_error("UnknownDataSet: no published counts are named '" + data_set + "'; there are " +
                         listed(names));
  }
  counter.finish();
  return answer;
}

}  // namespace talentflow::graph
