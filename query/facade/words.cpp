#include "query/facade/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace talentflow::query {
namespace {

// Words that stand in LANGUAGE's grammar; a new clause adds its words here.
constexpr std::array kKeywords{"ACCORDING TO",
                               "ALL",
                               "ALLSHORTESTPATHS",
                               "AND",
                               "ANY",
                               "ANYWHERE",
                               "AS",
                               "AS OF",
                               "ASC",
                               "BETWEEN",
                               "BLIND SPOTS OF",
                               "BLOC",
                               "BY",
                               "CARRY",
                               "CASE",
                               "CLASS",
                               "COMPARE",
                               "CONCURRENT",
                               "CONTAINS",
                               "CONTESTED",
                               "COUNT",
                               "COUNTING",
                               "COUNTRIES",
                               "COUNTRY",
                               "DATES",
                               "DESC",
                               "DESTINATION",
                               "DISTINCT",
                               "DURING",
                               "ELSE",
                               "END",
                               "ENDS WITH",
                               "EXCEPT",
                               "EXCLUDE",
                               "EXISTS",
                               "EXPECTED",
                               "EXPLAIN",
                               "FALSE",
                               "FIRST ONLY",
                               "FLOW",
                               "FOR",
                               "FROM",
                               "GAP",
                               "GROSS",
                               "HQ",
                               "IN",
                               "INFLUENCE",
                               "INTERVAL",
                               "INTO",
                               "IS",
                               "LIMIT",
                               "LOCATED BY",
                               "MATCH",
                               "MIN CONFIDENCE",
                               "MIN STAY",
                               "MONTH",
                               "MOVES",
                               "NET",
                               "NO FOUNDING",
                               "NONE",
                               "NOT",
                               "NULL",
                               "OBSERVED",
                               "OF",
                               "OFFSET",
                               "OPTIONAL MATCH",
                               "OR",
                               "ORDER BY",
                               "ORG",
                               "ORGS",
                               "ORIGIN",
                               "OUT OF",
                               "OVERLAP",
                               "OVERSEAS",
                               "OWNER",
                               "PROFILE",
                               "PUBLISHER",
                               "QUARTER",
                               "RECORDED_TIME",
                               "REGION",
                               "RETURN",
                               "ROLE",
                               "SHORTESTPATH",
                               "SHOW EVIDENCE",
                               "SHOW MOVES",
                               "SINGLE",
                               "SITE",
                               "SKIP",
                               "SOURCE",
                               "STARTS WITH",
                               "STUDY",
                               "THEN",
                               "TO",
                               "TOTAL",
                               "TREE",
                               "TRUE",
                               "UNION",
                               "UNWIND",
                               "VALID_TIME",
                               "WEEK",
                               "WHEN",
                               "WHERE",
                               "WHY",
                               "WITH",
                               "WITH CONFIDENCE",
                               "XOR",
                               "YEAR",
                               "YIELD"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool begins(std::string_view word, std::string_view prefix) {
  return word.size() >= prefix.size() && std::equal(prefix.begin(), prefix.end(), word.begin(),
                                                    [](char a, char b) { return lower(a) == lower(b); });
}

void sort_and_cut(SideTable& table, std::size_t limit) {
  std::sort(table.rows.begin(), table.rows.end(),
            [](const Row& a, const Row& b) { return *a[0].string() < *b[0].string(); });
  if (table.rows.size() > limit) table.rows.resize(limit);
}

}  // namespace

SideTable keyword_table(std::string_view prefix, std::size_t limit) {
  SideTable table{"keywords", {"word"}, {}};
  for (const std::string_view word : kKeywords)
    if (begins(word, prefix)) table.rows.push_back({std::string(word)});
  sort_and_cut(table, limit);
  return table;
}

SideTable label_table(const graph::View& view, const Vocabulary& vocabulary, std::string_view prefix,
                      std::size_t limit) {
  SideTable table{"labels", {"word", "count", "gloss"}, {}};
  for (const auto label : view.labels_in_use()) {
    const auto& name = view.name(label);
    if (!begins(name, prefix)) continue;
    const auto* meaning = vocabulary.kind(name);
    const std::string gloss = meaning == nullptr         ? ""
                              : !meaning->parent.empty() ? "a kind of " + meaning->parent
                              : meaning->organisation    ? "an organisation"
                                                         : "";
    table.rows.push_back({name, static_cast<std::int64_t>(view.nodes_with_label(label).size()), gloss});
  }
  sort_and_cut(table, limit);
  return table;
}

SideTable relation_table(const graph::View& view, const Vocabulary& vocabulary, std::string_view prefix,
                         std::size_t limit) {
  SideTable table{"relations", {"word", "count", "gloss"}, {}};
  for (const auto type : view.types_in_use()) {
    const auto& name = view.name(type);
    if (!begins(name, prefix)) continue;
    const auto* meaning = vocabulary.relation(name);
    table.rows.push_back({name, static_cast<std::int64_t>(view.edges_of_type(type).size()),
                          meaning == nullptr ? std::string() : meaning->gloss});
  }
  sort_and_cut(table, limit);
  return table;
}

SideTable key_table(const graph::View& view, std::string_view prefix, std::size_t limit) {
  SideTable table{"keys", {"word"}, {}};
  for (const auto key : view.keys_in_use())
    if (begins(view.name(key), prefix)) table.rows.push_back({view.name(key)});
  sort_and_cut(table, limit);
  return table;
}

SideTable name_table(const graph::View& view, std::string_view prefix, std::size_t limit) {
  constexpr std::size_t kMost = 1'000'000;
  SideTable table{"names", {"word"}, {}};
  const auto key = view.find_name("name");
  if (!key) return table;
  std::set<std::string> names;
  const auto count = static_cast<graph::NodeNumber>(std::min(view.node_count(), kMost));
  for (graph::NodeNumber node = 0; node < count; ++node) {
    const auto value = view.node_property(node, *key);
    const auto* name = value.get_if<std::string>();
    if (name == nullptr || !begins(*name, prefix)) continue;
    names.insert(*name);
    // Keeps the first `limit` in order.
    if (names.size() > limit) names.erase(std::prev(names.end()));
  }
  for (const auto& name : names) table.rows.push_back({name});
  return table;
}

}  // namespace talentflow::query
