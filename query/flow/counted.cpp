#include "query/flow/counted.hpp"

#include <algorithm>

#include "graph/flow/observed.hpp"
#include "query/flow/columns.hpp"
#include "query/flow/footer.hpp"
#include "query/flow/side_text.hpp"

namespace talentflow::query {
namespace {

bool same_set(const graph::SourceSet& a, const graph::SourceSet& b) {
  return a.op == b.op && a.text == b.text && a.sources == b.sources &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same_set);
}

MetaPairs observed_footer(const graph::View& view, const Answered& answered, const std::string& data_set) {
  MetaPairs meta;
  meta.emplace_back("counting", Value("OBSERVED '" + data_set + "': published counts, not careers"));
  meta.emplace_back("reading", Value(reading_text(view, answered.reading)));
  meta.emplace_back(answered.bound.question.directed ? "from" : "first", Value(answered.bound.first_text));
  meta.emplace_back(answered.bound.question.directed ? "to" : "second", Value(answered.bound.second_text));
  if (const auto node = view.find_node(data_set))
    for (const char* key : {"title", "publisher", "url", "licence", "citation"})
      if (const auto code = view.find_name(key)) {
        const Value value = from_stored(view.node_property(*node, *code));
        if (!value.is_null()) meta.emplace_back(key, value);
      }
  return meta;
}

}  // namespace

bool same_reading(const graph::Reading& a, const graph::Reading& b) {
  return a.as_of == b.as_of && a.valid == b.valid && a.min_confidence == b.min_confidence &&
         a.contested == b.contested && a.according_to.has_value() == b.according_to.has_value() &&
         (!a.according_to || same_set(*a.according_to, *b.according_to));
}

ValueMap sorted_meta(const Answered& answered) {
  ValueMap entries(answered.meta.begin(), answered.meta.end());
  std::sort(entries.begin(), entries.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  return entries;
}

Result<Answered> count_flow(const FlowContext& context, const ViewPtr& view, const graph::Reading& reading,
                            BoundFlow bound, const std::optional<flow_syntax::Name>& observed) {
  Answered answered{view, reading, std::move(bound), {}, observed.has_value(), {}};
  const graph::Question& question = answered.bound.question;
  auto answer = observed ? graph::observed_flow(*view, question, observed->text, *context.execution->budget)
                         : graph::flow(*view, question, *context.execution->budget);
  if (!answer) return placed(context, observed ? observed->place : answered.bound.ends_place, answer.error());
  order_by_ids(*view, question, *answer);
  answered.answer = answer.take();
  answered.meta = observed ? observed_footer(*view, answered, observed->text)
                           : footer(*view, reading, answered.bound, answered.answer);
  return answered;
}

}  // namespace talentflow::query
