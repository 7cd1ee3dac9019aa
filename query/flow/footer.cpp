#include "query/flow/footer.hpp"

#include <algorithm>

#include "query/flow/side_text.hpp"

namespace talentflow::query {
namespace {

Value number(std::uint64_t count) { return Value(static_cast<std::int64_t>(count)); }

std::string unit_text(graph::TimeUnit unit) {
  switch (unit) {
    case graph::TimeUnit::total:
      return "TOTAL";
    case graph::TimeUnit::year:
      return "YEAR";
    case graph::TimeUnit::quarter:
      return "QUARTER";
    case graph::TimeUnit::month:
      return "MONTH";
    case graph::TimeUnit::week:
      return "WEEK";
  }
  return "";
}

std::string dates_text(const graph::Question& question, const graph::Answer& answer) {
  std::int64_t moves = 0;
  for (const graph::Cell& cell : answer.cells) moves += cell.gross();
  const char* counts = question.directed ? "moves counts" : "inflow and outflow count";
  return std::to_string(answer.coverage.coarse) + " of " + counted(moves, "move", "moves") +
         " dated more coarsely than a " + unit_text(question.unit) + ": " + counts +
         " each in the bucket of its middle day, expected spreads it over all that it can belong to";
}

bool speaks_of_labs(const std::string& text) { return text.find("labelled Lab") != std::string::npos; }

std::string interval_text(const graph::Question& question, const graph::Answer& answer) {
  std::string level = std::to_string(question.interval);
  while (level.back() == '0') level.pop_back();
  std::string text = "lo..hi: central interval of probability " + level;
  text += answer.coverage.interval_approximated
              ? ", by the normal approximation where more than " + std::to_string(graph::kExactPersons) +
                    " persons are uncertain"
              : ", exact";
  if (answer.coverage.sampled_persons > 0) {
    text += "; " + counted(static_cast<std::int64_t>(answer.coverage.sampled_persons), "person", "persons") +
            " with more than " + std::to_string(graph::kExactWorlds) +
            " possible worlds sampled with a fixed seed, standard error of expected " +
            std::to_string(answer.coverage.sampling_error);
  }
  return text;
}

std::string review_text(const graph::FlowCoverage& coverage) {
  const bool one = coverage.reviewed_persons == 1;
  return counted(static_cast<std::int64_t>(coverage.reviewed_persons), "name", "names") + " with " +
         counted(static_cast<std::int64_t>(coverage.reviewed_moves), "move", "moves") +
         " left out: nobody has decided " + (one ? "whom it means" : "whom they mean") +
         "; .review or `talentflow review` lists " + (one ? "it" : "them");
}

}  // namespace

Value map_value(ValueMap entries) {
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return Value(std::move(entries));
}

Value coverage_value(const graph::FlowCoverage& coverage, const graph::Answer& answer) {
  std::int64_t undatable = 0;
  for (const graph::Cell& cell : answer.cells) undatable += cell.undated;
  return map_value({{"persons", number(coverage.persons)},
                    {"stints", number(coverage.stints)},
                    {"stints_first", number(coverage.first)},
                    {"stints_second", number(coverage.second)},
                    {"unlocated_stints", number(coverage.unlocated)},
                    {"undated_stints", number(coverage.undated)},
                    {"unordered_persons", number(coverage.unordered)},
                    {"undated_moves", Value(undatable)}});
}

std::vector<std::string> flow_warnings(const BoundFlow& bound, const graph::Answer& answer) {
  std::vector<std::string> warnings;
  const graph::FlowCoverage& coverage = answer.coverage;
  std::string lost;
  if (coverage.unlocated > 0)
    lost = "; " + counted(static_cast<std::int64_t>(coverage.unlocated), "post has", "posts have") +
           " no known place by " + location_text(bound.question.location);
  const auto empty = [&](const std::string& side) {
    warnings.push_back("no post that was read lies in the group \"" + side +
                       "\": its counts are zero for that reason" + lost);
  };
  if (coverage.first == 0) empty(bound.first_text);
  if (coverage.second == 0) empty(bound.second_text);
  if (bound.question.population.role == RoleClass::student && !bound.question.rules.study)
    warnings.emplace_back(
        "studying is no post: students are counted where they hold one; COUNTING STUDY counts studies");
  return warnings;
}

MetaPairs footer(const graph::View& view, const graph::Reading& reading, const BoundFlow& bound,
                 const graph::Answer& answer) {
  const graph::Question& question = bound.question;
  MetaPairs meta;
  meta.emplace_back("reading", Value(reading_text(view, reading)));
  meta.emplace_back("population", Value(bound.population_text));
  meta.emplace_back(question.directed ? "from" : "first", Value(bound.first_text));
  meta.emplace_back(question.directed ? "to" : "second", Value(bound.second_text));
  if (!question.directed)
    meta.emplace_back("direction",
                      Value("inflow: second to first; outflow: first to second; net = inflow - outflow"));
  meta.emplace_back("located_by", Value(location_text(question.location)));
  if (question.during)
    meta.emplace_back("during", Value(day_text(question.during->low) + " to " +
                                      day_text(question.during->high) + ", the end not included"));
  meta.emplace_back("by", Value(unit_text(question.unit)));
  if (answer.coverage.coarse > 0) meta.emplace_back("dates", Value(dates_text(question, answer)));
  meta.emplace_back("rules", Value(rules_text(question)));
  if (question.with_confidence > 0.0) meta.emplace_back("with_confidence", Value(question.with_confidence));
  if (question.uncertainty) meta.emplace_back("interval", Value(interval_text(question, answer)));
  if (speaks_of_labs(bound.first_text) || speaks_of_labs(bound.second_text))
    meta.emplace_back(
        "labels",
        Value("Lab is a label that any organisation with an AI laboratory may carry beside its kind"));
  meta.emplace_back("coverage", coverage_value(answer.coverage, answer));
  if (answer.coverage.reviewed_persons > 0)
    meta.emplace_back("under_review", Value(review_text(answer.coverage)));
  return meta;
}

}  // namespace talentflow::query
