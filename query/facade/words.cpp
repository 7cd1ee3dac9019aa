#include "query/facade/words.hpp"

#include <algorithm>
#include <array>

#include "query/language/aggregates.hpp"
#include "query/language/functions.hpp"

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

bool is_keyword(std::string_view word) {
  const auto stands_in = [word](std::string_view phrase) {
    for (std::size_t at = 0; at < phrase.size();) {
      const std::size_t end = std::min(phrase.find(' ', at), phrase.size());
      const std::string_view part = phrase.substr(at, end - at);
      if (part.size() == word.size() && begins(part, word)) return true;
      at = end + 1;
    }
    return false;
  };
  return word.size() > 1 && std::any_of(kKeywords.begin(), kKeywords.end(), stands_in);
}

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

SideTable function_name_table(std::string_view prefix, std::size_t limit) {
  SideTable table{"functions", {"word"}, {}};
  const auto add = [&](std::string_view name) {
    if (begins(name, prefix)) table.rows.push_back({std::string(name) + "("});
  };
  for (const Function& function : all_functions()) add(function.name);
  for (const Aggregator& aggregator : all_aggregators()) add(aggregator.name);
  sort_and_cut(table, limit);
  return table;
}

SideTable name_table(const graph::View& view, std::string_view prefix, std::size_t limit) {
  SideTable table{"names", {"word"}, {}};
  for (const std::string& name : view.names_beginning(prefix, limit)) table.rows.push_back({name});
  return table;
}

}  // namespace talentflow::query
