#include "query/flow/compare_columns.hpp"

#include <algorithm>

#include "query/flow/columns.hpp"

namespace talentflow::query {
namespace {

using flow_syntax::Variant;

bool is_key(const graph::Question& question, std::string_view name) {
  const auto keys = key_columns(question);
  return same_word(name, "disagree") ||
         std::any_of(keys.begin(), keys.end(), [&](const std::string& key) { return same_word(key, name); });
}

/// The count that a column of one variant shows: `net` of `chinese_net`.
const FlowColumn* column_of_variant(const flow_syntax::Flow& flow, std::string_view name) {
  for (const Variant& variant : flow.compare) {
    const std::size_t length = variant.name.size();
    if (name.size() <= length + 1 || !same_word(name.substr(0, length), variant.name)) continue;
    if (name[length] != '_') continue;
    if (const FlowColumn* column = find_column(name.substr(length + 1))) return column;
  }
  return nullptr;
}

std::vector<std::string> default_counts(const flow_syntax::Flow& flow, const graph::Question& question) {
  const bool observed = std::all_of(flow.compare.begin(), flow.compare.end(), [&](const Variant& variant) {
    return (variant.counting && variant.counting->observed) || flow.counting.observed;
  });
  if (observed) return default_columns(question, true);
  if (question.directed) return {"moves", "expected", "lo", "hi"};
  return {"inflow", "outflow", question.gross ? "gross" : "net", "expected", "lo", "hi"};
}

Error unknown_column(const FlowContext& context, const flow_syntax::Flow& flow,
                     const graph::Question& question, const flow_syntax::Name& name) {
  std::vector<std::string> known = key_columns(question);
  known.emplace_back("disagree");
  for (const FlowColumn& one : flow_columns()) {
    known.emplace_back(one.name);
    for (const Variant& variant : flow.compare) known.push_back(variant.name + "_" + std::string(one.name));
  }
  return context.semantic(name.place, "UnknownColumn", "COMPARE has no column '" + name.text + "' here",
                          did_you_mean(name.text, known));
}

}  // namespace

Result<ComparedColumns> compared_columns(const FlowContext& context, const flow_syntax::Flow& flow,
                                         const graph::Question& question) {
  ComparedColumns chosen;
  for (const auto& item : flow.yield) {
    const std::string& name = item.column.text;
    const bool key = is_key(question, name);
    const FlowColumn* count = find_column(name);
    chosen.exactly = chosen.exactly || key || count == nullptr;
    if (count == nullptr && !key) count = column_of_variant(flow, name);
    if (count == nullptr && !key) return unknown_column(context, flow, question, item.column);
    if (count != nullptr &&
        std::find(chosen.counts.begin(), chosen.counts.end(), count->name) == chosen.counts.end())
      chosen.counts.emplace_back(count->name);
  }
  if (flow.yield.empty()) chosen.counts = default_counts(flow, question);
  return chosen;
}

void expand_yield(flow_syntax::Flow& flow, const graph::Question& question, bool exactly) {
  if (flow.yield.empty()) return;
  std::vector<flow_syntax::YieldItem> items;
  const auto add_count = [&](const Variant& variant, const flow_syntax::YieldItem& item) {
    items.push_back(
        {{variant.name + "_" + item.column.text, item.column.place}, variant.name + "_" + item.alias});
  };
  const auto add = [&](const std::string& column) { items.push_back({{column, {}}, column}); };
  if (exactly) {
    for (flow_syntax::YieldItem& item : flow.yield)
      if (is_key(question, item.column.text) || find_column(item.column.text) == nullptr)
        items.push_back(std::move(item));
      else
        for (const Variant& variant : flow.compare) add_count(variant, item);
  } else {
    for (const std::string& key : key_columns(question)) add(key);
    for (const Variant& variant : flow.compare)
      for (const flow_syntax::YieldItem& item : flow.yield) add_count(variant, item);
    add("disagree");
  }
  flow.yield = std::move(items);
}

}  // namespace talentflow::query
