#include "graph/snapshot/graph_view.hpp"

#include <algorithm>
#include <cmath>

#include "graph/names/normalise.hpp"
#include "graph/snapshot/property_bytes.hpp"

namespace talentflow::graph {
namespace {

/// Name keys of a text that may be a person's or an organisation's.
std::vector<std::string> both_keys(std::string_view text) {
  std::vector<std::string> keys = name_keys(text, true);
  for (std::string& key : name_keys(text, false))
    if (std::find(keys.begin(), keys.end(), key) == keys.end()) keys.push_back(std::move(key));
  return keys;
}

}  // namespace

DerivedNames::DerivedNames(TextTable& names)
    : id(names.add("id")),
      name(names.add("name")),
      aliases(names.add("aliases")),
      works_at(names.add("WORKS_AT")),
      moved(names.add("MOVED")),
      start(names.add("start")),
      end(names.add("end")),
      role(names.add("role")),
      confidence(names.add("confidence")),
      plausibility(names.add("plausibility")),
      origins(names.add("origins")),
      sources(names.add("sources")),
      contested(names.add("contested")),
      status(names.add("status")),
      person(names.add("person")),
      date(names.add("date")),
      assumed(names.add("assumed")),
      url(names.add("url")),
      title(names.add("title")),
      published(names.add("published")) {}

bool DerivedNames::of_edges(NameCode key) const {
  for (const NameCode own : {start, end, role, confidence, plausibility, origins, sources, contested, status,
                             person, date, assumed})
    if (key == own) return true;
  return false;
}

std::vector<NameCode> GraphView::keys_in_use() const {
  std::call_once(keys_once_, [&] { keys_ = find_keys(); });
  return keys_;
}

/// The derived `id` of every node is no key: where the data has none of that name, an id condition is a seek.
std::vector<NameCode> GraphView::find_keys() const {
  std::vector<std::uint8_t> used(parts_.names.size(), 0);
  const auto mark = [&](ClaimIndex claim) {
    PropertyReader reader(snapshot().property_bytes(snapshot().row(claim)));
    while (reader.next()) used[reader.key()] = 1;
  };
  for (const ClaimIndex claim : parts_.selection.descriptions) mark(claim);
  bool talent = false;
  for (const ClaimIndex claim : parts_.selection.statements) {
    mark(claim);
    talent = talent || snapshot().row(claim).edge_id == 0;
  }
  const DerivedNames& own = parts_.derived;
  if (talent)
    for (NameCode code = 0; code < used.size(); ++code)
      if (own.of_edges(code)) used[code] = 1;
  std::vector<NameCode> keys;
  for (NameCode code = 0; code < used.size(); ++code)
    if (used[code] != 0) keys.push_back(code);
  return keys;
}

std::string GraphView::node_id(NodeNumber node) const {
  return std::string(snapshot().entity_id(parts_.nodes.entity(node)));
}

std::optional<NodeNumber> GraphView::find_node(std::string_view id) const {
  const auto entity = snapshot().store().find_entity(id);
  if (entity.ok() && *entity)
    if (const NodeNumber node = parts_.nodes.of(**entity); node != kNoNode) return node;
  if (id.find(':') == std::string_view::npos) return std::nullopt;
  return name_index().identified(id);
}

std::vector<NodeNumber> GraphView::find_nodes_named(std::string_view text) const {
  return name_index().named(text);
}

std::vector<NodeNumber> GraphView::find_nodes_like(std::string_view text) const {
  std::vector<NodeNumber> found;
  for (const std::string& key : both_keys(text)) {
    const auto candidates = snapshot().store().find_by_name(key);
    if (!candidates.ok()) continue;
    for (const EntityNumber entity : *candidates) {
      const NodeNumber node = parts_.nodes.of(entity);
      if (node != kNoNode && has_name_key(node, key)) found.push_back(node);
    }
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

std::vector<std::string> GraphView::names_beginning(std::string_view text, std::size_t limit) const {
  std::call_once(name_order_once_, [&] {
    name_order_ =
        std::make_unique<const NameOrder>(parts_.descriptions, parts_.nodes, snapshot().names().find("name"));
  });
  return name_order_->beginning(text, limit);
}

/// The store's index knows all names ever given; the reading may not.
bool GraphView::has_name_key(NodeNumber node, const std::string& key) const {
  const EntityNumber entity = parts_.nodes.entity(node);
  std::vector<std::string> names = parts_.descriptions.aliases(entity);
  names.emplace_back(parts_.descriptions.text(entity, parts_.derived.name));
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    const auto keys = both_keys(name);
    return std::find(keys.begin(), keys.end(), key) != keys.end();
  });
}

Value GraphView::node_property(NodeNumber node, NameCode key) const {
  const EntityNumber entity = parts_.nodes.entity(node);
  if (key == parts_.derived.aliases && parts_.descriptions.of(entity).size() > 1) {
    const auto names = parts_.descriptions.aliases(entity);
    return names.empty() ? Value() : Value(List(names.begin(), names.end()));
  }
  if (const auto found = parts_.descriptions.find(entity, key)) return found->value();
  return key == parts_.derived.id && !plain(entity) ? Value(node_id(node)) : Value();
}

/// A plain graph's node has the properties that the graph gives it and no others.
bool GraphView::plain(EntityNumber entity) const {
  const auto claims = parts_.descriptions.of(entity);
  return !claims.empty() && std::none_of(claims.begin(), claims.end(), [&](ClaimIndex claim) {
    return snapshot().shape(snapshot().row(claim).role).has_kind;
  });
}

Properties GraphView::node_properties(NodeNumber node) const {
  return parts_.descriptions.all(parts_.nodes.entity(node));
}

std::vector<EntityNumber> GraphView::members(NodeNumber node) const {
  const EntityNumber entity = parts_.nodes.entity(node);
  std::vector<EntityNumber> members{entity};
  for (EntityNumber other = 0; other < parts_.representative.size(); ++other)
    if (other != entity && parts_.representative[other] == entity) members.push_back(other);
  return members;
}

std::vector<ClaimNumber> GraphView::read_claims(const std::vector<ClaimNumber>& candidates) const {
  std::vector<ClaimNumber> numbers;
  for (const ClaimNumber number : candidates) {
    const ClaimIndex claim = snapshot().find(number);
    if (claim != kNoClaim && parts_.selection.read(claim) && !snapshot().row(claim).has(ClaimRow::describes))
      numbers.push_back(number);
  }
  return numbers;
}

std::vector<ClaimNumber> GraphView::claims_about(NodeNumber subject) const {
  std::vector<ClaimNumber> numbers;
  for (const EntityNumber entity : members(subject))
    if (const auto found = snapshot().store().claims_about(entity); found.ok())
      numbers.insert(numbers.end(), found->begin(), found->end());
  std::sort(numbers.begin(), numbers.end());
  return read_claims(numbers);
}

std::vector<ClaimNumber> GraphView::claims_naming(NodeNumber object) const {
  std::vector<ClaimNumber> numbers;
  for (const EntityNumber entity : members(object))
    if (const auto found = snapshot().store().claims_naming(entity); found.ok())
      numbers.insert(numbers.end(), found->begin(), found->end());
  std::sort(numbers.begin(), numbers.end());
  return read_claims(numbers);
}

ClaimView GraphView::claim(ClaimNumber number) const {
  ClaimView view;
  auto stored = snapshot().store().claim(number);
  if (!stored.ok()) return view;
  view.claim = stored.take();
  const EntityNumber source = view.claim.source;
  view.subject = parts_.nodes.of(view.claim.subject);
  if (view.claim.object != 0) view.object = parts_.nodes.of(view.claim.object);
  const ClaimIndex index = snapshot().find(number);
  if (index == kNoClaim) return view;
  const ClaimRow& row = snapshot().row(index);
  view.relation = snapshot().names()[snapshot().term(row.relation).name];
  if (row.edge_id == 0 && !row.has(ClaimRow::describes))
    view.strength = std::round(static_cast<double>(parts_.sources.strength(row)) * 1e6) / 1e6;
  if (source == 0) return view;
  view.source = parts_.nodes.of(source);
  const SourceRow& from = parts_.sources.of(source);
  const auto text = [&](NameCode key) { return std::string(parts_.descriptions.text(source, key)); };
  view.source_id = snapshot().entity_id(source);
  view.publisher = parts_.sources.text(from.publisher);
  view.bloc = parts_.sources.text(from.bloc);
  view.source_class = parts_.sources.text(from.source_class);
  view.origin = from.origin != 0 ? std::string(snapshot().entity_id(from.origin))
                                 : parts_.sources.text(from.origin_text);
  view.root_publisher = parts_.sources.root_publisher_name(source);
  view.url = text(parts_.derived.url);
  view.title = text(parts_.derived.title);
  if (const auto published = parts_.descriptions.find(source, parts_.derived.published)) {
    const Value value = published->value();
    if (const auto* date = value.get_if<Date>())
      view.published = to_string(*date);
    else if (const auto* written = value.get_if<std::string>())
      view.published = *written;
  }
  return view;
}

const EdgeTable& GraphView::edges() const {
  std::call_once(edges_once_, [&] {
    const EdgeInput input{snapshot(),           parts_.selection, parts_.facts,         *parts_.careers,
                          parts_.organisations, parts_.nodes,     parts_.reading.valid, parts_.uncounted};
    edges_ = std::make_unique<const EdgeTable>(input, parts_.derived.works_at, parts_.derived.moved);
    edges_made_ = true;
  });
  return *edges_;
}

const NameIndex& GraphView::name_index() const {
  std::call_once(names_once_, [&] {
    name_index_ = std::make_unique<const NameIndex>(snapshot(), parts_.descriptions, parts_.nodes);
  });
  return *name_index_;
}

}  // namespace talentflow::graph
