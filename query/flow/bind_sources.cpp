// ACCORDING TO: sets of sources, by what sources are described with.
#include <algorithm>
#include <set>

#include "query/flow/bind.hpp"
#include "query/language/token_stream.hpp"

namespace talentflow::query {
namespace {

using Op = graph::SourceSet::Op;

/// One way to name sources: the property that holds the name, and the words of the error.
struct Naming {
  Op op;
  const char* property;
  const char* detail;
  const char* word;
};
constexpr Naming kNamings[] = {{Op::bloc, "bloc", "UnknownBloc", "bloc"},
                               {Op::publisher, "publisher", "UnknownPublisher", "publisher"},
                               {Op::source_class, "source_class", "UnknownClass", "class"}};

/// The classes that DESIGN names: a store without a source of one of them is no slip of the pen.
constexpr std::string_view kClasses[] = {"filing",     "company", "self", "wire",    "outlet",
                                         "aggregator", "social",  "data", "academic"};

/// What the sources of the graph have at that key.
class SaidOfSources {
 public:
  SaidOfSources(const graph::View& view, const char* property) : view_(view) {
    const auto label = view.find_name("Source");
    const auto key = view.find_name(property);
    if (!label || !key) return;
    key_ = *key;
    sources_ = view.nodes_with_label(*label);
  }
  bool any(std::string_view wanted) const {
    return std::any_of(sources_.begin(), sources_.end(), [&](graph::NodeNumber source) {
      const auto text = view_.node_property(source, key_);
      const auto* said = text.get_if<std::string>();
      return said != nullptr && same_word(*said, wanted);
    });
  }
  std::vector<std::string> all() const {
    std::set<std::string> said;
    for (const graph::NodeNumber source : sources_)
      if (const auto text = view_.node_property(source, key_); text.get_if<std::string>() != nullptr)
        said.insert(*text.get_if<std::string>());
    return {said.begin(), said.end()};
  }

 private:
  const graph::View& view_;
  graph::NameCode key_ = graph::kNoName;
  std::span<const graph::NodeNumber> sources_;
};

/// " there are 'Chinese', 'Western'", where they are few enough to read.
std::string listing(const std::vector<std::string>& said) {
  constexpr std::size_t kReadable = 12;
  if (said.empty() || said.size() > kReadable) return "";
  std::string text = "; there are ";
  for (std::size_t i = 0; i < said.size(); ++i) text += (i == 0 ? "'" : ", '") + said[i] + "'";
  return text;
}

/// A name that no source has is a slip of the pen, and no empty answer.
Result<void> know_sources(const FlowContext& context, const graph::View& view,
                          const flow_syntax::SourceSet& syntax) {
  const std::string& text = syntax.name.text;
  if (syntax.op == Op::source) {
    if (view.find_node(text)) return {};
    std::vector<std::string> ids;
    if (const auto label = view.find_name("Source"))
      for (const graph::NodeNumber node : view.nodes_with_label(*label)) ids.push_back(view.node_id(node));
    return context.semantic(syntax.name.place, "UnknownSource", "no source has the id '" + text + "'",
                            did_you_mean(text, ids));
  }
  const auto naming = std::find_if(std::begin(kNamings), std::end(kNamings),
                                   [&](const Naming& one) { return one.op == syntax.op; });
  if (naming == std::end(kNamings)) return {};
  const bool declared = syntax.op == Op::source_class &&
                        std::any_of(std::begin(kClasses), std::end(kClasses),
                                    [&](std::string_view one) { return same_word(one, text); });
  const SaidOfSources said(view, naming->property);
  if (declared || said.any(text)) return {};
  auto all = said.all();
  const std::string message =
      "no source has the " + std::string(naming->word) + " '" + text + "'" + listing(all);
  if (syntax.op == Op::source_class) all.insert(all.end(), std::begin(kClasses), std::end(kClasses));
  return context.semantic(syntax.name.place, naming->detail, message, did_you_mean(text, all));
}

}  // namespace

Result<graph::SourceSet> bind_sources(const FlowContext& context, flow_syntax::SourceSet& syntax,
                                      const std::shared_ptr<const graph::View>& view) {
  graph::SourceSet set;
  set.op = syntax.op;
  set.text = syntax.name.text;
  if (syntax.parts.empty() && !syntax.pattern) TALENTFLOW_TRY(know_sources(context, *view, syntax));
  if (syntax.pattern) {
    auto nodes = match_nodes(std::move(*syntax.pattern), context.core(view));
    if (!nodes) return nodes.error();
    for (const graph::NodeNumber node : *nodes) set.sources.push_back(view->entity_of(node));
    std::sort(set.sources.begin(), set.sources.end());
  }
  for (flow_syntax::SourceSet& part : syntax.parts) {
    auto bound = bind_sources(context, part, view);
    if (!bound) return bound.error();
    set.parts.push_back(bound.take());
  }
  return set;
}

}  // namespace talentflow::query
