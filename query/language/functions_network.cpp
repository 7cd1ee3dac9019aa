// Functions that answer with a table, a list of maps to UNWIND: ranks in the network of moves, what becomes
// of a cohort, which claims came when. They look at the whole graph of the reading, once for each call.
#include <algorithm>

#include "graph/algorithms/algorithms.hpp"
#include "graph/algorithms/spring_rank.hpp"
#include "graph/indices/retention.hpp"
#include "graph/indices/returns.hpp"
#include "query/language/arithmetic.hpp"
#include "query/language/function_list.hpp"
#include "query/language/text.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query::functions {
namespace {

constexpr double kLevel = 0.95;
constexpr Instant kMicrosecondsADay = 86'400'000'000;

/// In UTC; null for what has no time of its own.
Value moment_value(Instant instant) {
  if (instant == kAlways) return {};
  const Instant days = (instant - (instant < 0 ? kMicrosecondsADay - 1 : 0)) / kMicrosecondsADay;
  return DateTimeValue{days, (instant - days * kMicrosecondsADay) * 1000, 0, nullptr};
}

Value whole(std::uint64_t number) { return Value(static_cast<std::int64_t>(number)); }

/// One row a vertex, the highest score first, then by id.
class RankTable {
 public:
  RankTable(const graph::View& view, const graph::Network& network) : view_(view), network_(network) {}

  Value rows(const std::vector<double>& scores, const std::vector<std::pair<std::string, Value>>& same,
             const std::vector<std::uint32_t>* components) const {
    std::vector<graph::Vertex> order(scores.size());
    for (graph::Vertex i = 0; i < order.size(); ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(),
                     [&](graph::Vertex a, graph::Vertex b) { return scores[a] > scores[b]; });
    ValueList list;
    for (const graph::Vertex vertex : order) {
      const graph::NodeNumber node = network_.node(vertex);
      auto entries = same;
      entries.emplace_back("organisation", Value(view_.node_id(node)));
      entries.emplace_back("node", Value(NodeReference{node}));
      entries.emplace_back("score", Value(scores[vertex]));
      if (components != nullptr)
        entries.emplace_back("component", Value(static_cast<std::int64_t>((*components)[vertex])));
      list.emplace_back(map_of(std::move(entries)));
    }
    return list;
  }

 private:
  const graph::View& view_;
  const graph::Network& network_;
};

Value spring_ranks(const Arguments& a, const RankTable& table, const graph::Network& network) {
  const auto scores = graph::spring_rank(network, a.runtime.budget());
  if (!scores) return a.runtime.stop(scores.error()), Value();
  const auto components = graph::weak_components(network, a.runtime.budget());
  if (!components) return a.runtime.stop(components.error()), Value();
  return table.rows(*scores, {}, &components->of);
}

Value page_ranks(const Arguments& a, const RankTable& table, const graph::Network& network) {
  const auto scores = graph::page_rank(network, {}, a.runtime.budget());
  if (!scores) return a.runtime.stop(scores.error()), Value();
  return table.rows(*scores, {}, nullptr);
}

Value betweenness_ranks(const Arguments& a, const RankTable& table, const graph::Network& network) {
  const auto found = graph::betweenness(network, {}, a.runtime.budget());
  if (!found) return a.runtime.stop(found.error()), Value();
  return table.rows(found->value, {{"exact", Value(!found->sampled)}, {"error", Value(found->error)}},
                    nullptr);
}

std::string node_list(const graph::View& view, const std::vector<graph::NodeNumber>& nodes) {
  std::string text;
  for (const graph::NodeNumber node : nodes) text += (text.empty() ? "" : ", ") + view.node_id(node);
  return text;
}

/// The node that an id or a name stands for.
std::optional<graph::NodeNumber> named(const Arguments& a, const std::string& text) {
  const graph::View& view = a.runtime.read();
  if (const auto node = view.find_node(text)) return node;
  auto nodes = view.find_nodes_named(text);
  const auto organisation = view.find_name("Org");
  std::erase_if(nodes,
                [&](graph::NodeNumber node) { return organisation && !view.has_label(node, *organisation); });
  if (nodes.size() == 1) return nodes[0];
  if (nodes.empty()) {
    auto like = view.find_nodes_like(text);
    a.argument_error("UnknownOrganisation", "knows no organisation '" + text + "'" +
                                                (like.empty() ? "" : "; like it: " + node_list(view, like)));
  } else {
    a.argument_error("AmbiguousOrganisation",
                     "finds several called '" + text + "': " + node_list(view, nodes) + "; name one by id");
  }
  return std::nullopt;
}

/// The group that the first argument names: a node, an id or name, or a list of them; ascending.
std::optional<std::vector<EntityNumber>> group(const Arguments& a) {
  const ValueList alone = {a[0]};
  const ValueList& items = a[0].list() != nullptr ? *a[0].list() : alone;
  std::vector<EntityNumber> found;
  for (const Value& item : items) {
    std::optional<graph::NodeNumber> node;
    if (item.node() != nullptr)
      node = item.node()->number;
    else if (item.string() != nullptr)
      node = named(a, *item.string());
    else
      a.type_error("needs organisations, ids or names, not " + type_name(item));
    if (!node) return std::nullopt;
    found.push_back(a.runtime.view().entity_of(*node));
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::optional<Day> day(const Arguments& a, std::size_t i) {
  if (const auto* date = a[i].date())
    return static_cast<Day>(std::clamp<std::int64_t>(date->days, kMinDay + 1, kMaxDay - 1));
  a.type_error("needs dates, such as date('2023-01-01'), not " + type_name(a[i]));
  return std::nullopt;
}

std::optional<Instant> instant(const Arguments& a, std::size_t i) {
  const auto start_of = [](std::int64_t days) {
    return std::clamp<std::int64_t>(days, -100'000'000, 100'000'000) * kMicrosecondsADay;
  };
  if (const auto* date = a[i].date()) return start_of(date->days);
  if (const auto* moment = a[i].date_time())
    return start_of(moment->days) + moment->nanoseconds / 1000 - moment->offset * Instant{1'000'000};
  a.type_error("needs a date or datetime, not " + type_name(a[i]));
  return std::nullopt;
}

Value step_map(const graph::RetentionStep& step, std::size_t cohort) {
  return map_of({{"days", Value(step.days)},
                 {"cohort", whole(cohort)},
                 {"at_risk", whole(step.at_risk)},
                 {"left", whole(step.left)},
                 {"censored", whole(step.censored)},
                 {"kaplan_meier", Value(step.retained)},
                 {"lo", Value(step.low)},
                 {"hi", Value(step.high)},
                 {"naive", Value(step.naive)}});
}

}  // namespace

Value move_ranks(const Arguments& a) {
  const std::string* measure = a[0].string();
  if (measure == nullptr) return a.type_error("needs the name of a measure, not " + type_name(a[0]));
  const graph::View& view = a.runtime.read();
  const auto type = view.find_name("MOVED");
  const graph::Network network =
      type ? graph::Network::of(view, *type, true) : graph::Network::of(0, {}, true);
  const RankTable table(view, network);
  if (same_word(*measure, "springrank")) return spring_ranks(a, table, network);
  if (same_word(*measure, "pagerank")) return page_ranks(a, table, network);
  if (same_word(*measure, "betweenness")) return betweenness_ranks(a, table, network);
  return a.argument_error("InvalidArgumentValue",
                          "knows 'springrank', 'pagerank' and 'betweenness', not '" + *measure + "'");
}

Value retention(const Arguments& a) {
  const auto organisations = group(a);
  if (!organisations) return {};
  std::optional<DayRange> during;
  if (a.size() == 2)
    return a.argument_error("InvalidArgumentValue", "needs both ends of the cohort's period, or none");
  if (a.size() == 3) {
    const auto from = day(a, 1), to = day(a, 2);
    if (!from || !to) return {};
    if (*to <= *from)
      return a.argument_error("InvalidArgumentValue", "has a period that ends before it starts");
    during = DayRange{*from, *to};
  }
  const auto spells = graph::spells_at(a.runtime.read(), *organisations, a.runtime.budget());
  if (!spells) return a.runtime.stop(spells.error()), Value();
  const auto stays = graph::cohort(*spells, during);
  ValueList list;
  for (const graph::RetentionStep& step : graph::retention(stays, kLevel))
    list.emplace_back(step_map(step, stays.size()));
  return list;
}

Value returns(const Arguments& a) {
  const auto organisations = group(a);
  if (!organisations) return {};
  const auto spells = graph::spells_at(a.runtime.read(), *organisations, a.runtime.budget());
  if (!spells) return a.runtime.stop(spells.error()), Value();
  const graph::Returns counts = graph::returns(a.runtime.view(), *spells);
  const auto share = [&](std::uint64_t part) {
    return counts.left == 0 ? Value() : Value(static_cast<double>(part) / static_cast<double>(counts.left));
  };
  return ValueList{map_of({{"left", whole(counts.left)},
                           {"returned", whole(counts.returned)},
                           {"return_share", share(counts.returned)},
                           {"boomerangs", whole(counts.boomerangs)},
                           {"boomerang_share", share(counts.boomerangs)}})};
}

Value claims_recorded(const Arguments& a) {
  const auto from = instant(a, 0), to = instant(a, 1);
  if (!from || !to) return {};
  if (*to <= *from)
    return a.argument_error("InvalidArgumentValue", "has a period that ends before it starts");
  const graph::View& view = a.runtime.read();
  std::vector<ClaimNumber> numbers;
  for (graph::NodeNumber node = 0; node < view.node_count(); ++node) {
    if (!a.runtime.tick()) return {};
    const auto about = view.claims_about(node);
    numbers.insert(numbers.end(), about.begin(), about.end());
  }
  std::sort(numbers.begin(), numbers.end());
  std::vector<std::pair<Instant, ValueMap>> found;
  for (const ClaimNumber number : numbers) {
    if (!a.runtime.tick()) return {};
    const graph::ClaimView claim = view.claim(number);
    if (claim.claim.recorded < *from || claim.claim.recorded >= *to) continue;
    ValueMap map = claim_map(claim);
    const auto id = [&](graph::NodeNumber node) {
      return node == graph::kNoNode ? Value() : Value(view.node_id(node));
    };
    map.emplace_back("subject", id(claim.subject));
    map.emplace_back("object", id(claim.object));
    map.emplace_back("recorded", moment_value(claim.claim.recorded));
    found.emplace_back(claim.claim.recorded, map_of(std::move(map)));
    if (!a.runtime.fits(found.size() * sizeof(ValueMap) * 24)) return {};
  }
  std::stable_sort(found.begin(), found.end(),
                   [](const auto& x, const auto& y) { return x.first < y.first; });
  ValueList list;
  for (auto& entry : found) list.emplace_back(std::move(entry.second));
  return list;
}

}  // namespace talentflow::query::functions
