// Nodes become entities and edges claims with their edge ids, as in a plain graph of JSON lines, so that a
// graph that was exported and read again has the same nodes, edges, labels and properties. Values get the
// type their key declares.
//
// The export names some attributes itself: `label` repeats the name of a node and is an edge's relation,
// `kind` and `labels` are a node's labels, `weight` repeats the belief, and a property of the data with such
// a name is written as data_<name>.
#include "ingest/sources/graph/graphml.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/xml/xml_items.hpp"

namespace talentflow::ingest {
namespace {

struct Key {
  std::string id, name, type, element;
  std::string default_text;
  bool has_default = false;
};

template <class Number>
std::optional<Value> number_value(std::string_view text) {
  Number number{};
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (problem != std::errc() || end != text.data() + text.size()) return std::nullopt;
  if constexpr (std::is_integral_v<Number>)
    return Value(static_cast<std::int64_t>(number));
  else
    return Value(number);
}

/// nullopt when the text is not of the type.
std::optional<Value> typed(std::string_view text, std::string_view type) {
  if (type == "int" || type == "long") return number_value<std::int64_t>(trimmed(text));
  if (type == "double" || type == "float") return number_value<double>(trimmed(text));
  if (type != "boolean") return Value(std::string(text));
  const std::string word = lower(trimmed(text));
  if (word == "true" || word == "1") return Value(true);
  if (word == "false" || word == "0") return Value(false);
  return std::nullopt;
}

class Graphml final : public ItemAdapter {
 public:
  explicit Graphml(AdapterInput input)
      : ItemAdapter(std::move(input)),
        items_(this->input().bytes, {{"key", "node", "edge", "hyperedge"},
                                     {"port"},
                                     this->input().options.item_limit(kXmlItemBytes)}) {}

 protected:
  Result<bool> read_item() override {
    XmlItems::Item item;
    auto more = items_.next(item);
    if (!more || !*more) return more;
    sink().begin_item(item.node.line, item.node.attribute("id"));
    if (!item.problem.empty())
      sink().reject(std::move(item.problem));
    else if (item.node.name == "key")
      add_key(item.node);
    else if (item.node.name == "node")
      add_node(item.node);
    else if (item.node.name == "edge")
      add_edge(item.node);
    else
      sink().reject("a hyperedge joins more than two nodes and cannot be kept");
    return true;
  }

 private:
  void add_key(const XmlNode& node) {
    Key key;
    key.id = node.attribute("id");
    key.name = node.attribute("attr.name").empty() ? node.attribute("id") : node.attribute("attr.name");
    key.type = node.attribute("attr.type");
    key.element = node.attribute("for");
    key.has_default = node.has("default");
    key.default_text = node["default"].text;
    if (keys_.size() < kMostKeys)
      keys_.push_back(std::move(key));
    else
      sink().reject("more than " + std::to_string(kMostKeys) + " keys");
  }

  const Key* key_of(std::string_view id) const {
    const auto found = std::find_if(keys_.begin(), keys_.end(), [&](const Key& key) { return key.id == id; });
    return found == keys_.end() ? nullptr : &*found;
  }

  /// The data of a node or edge by name, defaults included.
  Properties data_of(const XmlNode& node) {
    Properties out;
    for (const auto* data : node.all("data")) {
      const Key* key = key_of(data->attribute("key"));
      const std::string name = key != nullptr ? key->name : std::string(data->attribute("key"));
      auto value = typed(data->text, key != nullptr ? key->type : "string");
      if (name.empty() || find_property(out, name) != nullptr) continue;
      if (!value) {
        sink().reject("\"" + name + "\" of " + std::string(node.attribute("id")) + " is no " + key->type +
                      "; kept as text: " + data->text.substr(0, 100));
        value = Value(data->text);
      }
      out.emplace_back(name, std::move(*value));
    }
    for (const auto& key : keys_)
      if (key.has_default && (key.element == node.name || key.element == "all") &&
          find_property(out, key.name) == nullptr)
        if (auto value = typed(key.default_text, key.type)) out.emplace_back(key.name, std::move(*value));
    return out;
  }

  static std::string take_text(Properties& properties, std::string_view name) {
    const auto found = std::find_if(properties.begin(), properties.end(),
                                    [&](const Property& each) { return each.first == name; });
    if (found == properties.end() || found->second.get_if<std::string>() == nullptr) return {};
    std::string out = *found->second.get_if<std::string>();
    properties.erase(found);
    return out;
  }

  bool ours(char prefix, std::string_view name) const {
    const Key* key = key_of(std::string(1, prefix) + "_" + std::string(name));
    return key != nullptr && key->name == name;
  }

  static void restore_names(Properties& properties) {
    for (auto& [name, value] : properties)
      if (name.starts_with("data_")) name.erase(0, 5);
  }

  void add_node(const XmlNode& node) {
    EntityRecord out;
    out.entity = Reference::to_id(std::string(node.attribute("id")));
    if (out.entity.id.empty()) return sink().reject("a node without an id");
    Properties properties = data_of(node);
    if (ours('n', "labels")) {
      const std::string labels = take_text(properties, "labels");
      for (const auto label : split(labels, ';'))
        if (!label.empty()) out.labels.emplace_back(label);
      take_text(properties, "kind");
      const std::string label = take_text(properties, "label");
      // A node without a name is called by its id in an export; that is no name of its own.
      const Value* const name = find_property(properties, "name");
      const auto* const text = name != nullptr ? name->get_if<std::string>() : nullptr;
      if (text != nullptr && *text == out.entity.id && label == out.entity.id) take_text(properties, "name");
      restore_names(properties);
    }
    if (!out.labels.empty()) out.kind = out.labels.front();
    out.properties = std::move(properties);
    sink().add(std::move(out));
  }

  void add_edge(const XmlNode& node) {
    ClaimRecord out;
    Properties properties = data_of(node);
    out.subject = Reference::to_id(std::string(node.attribute("source")));
    out.object = Reference::to_id(std::string(node.attribute("target")));
    if (out.subject.id.empty() || out.object.id.empty())
      return sink().reject("an edge needs source and target");
    out.edge_id = node.attribute("id");
    if (out.edge_id.empty()) out.edge_id = "edge/" + std::to_string(++unnamed_);
    out.relation = take_text(properties, "label");
    if (out.relation.empty()) out.relation = take_text(properties, "type");
    if (out.relation.empty()) out.relation = "RELATED_TO";
    if (ours('e', "weight")) {
      std::erase_if(properties, [](const Property& each) { return each.first == "weight"; });
      restore_names(properties);
    }
    out.properties = std::move(properties);
    sink().add(std::move(out));
  }

  static constexpr std::size_t kMostKeys = 4096;
  XmlItems items_;
  std::vector<Key> keys_;
  std::uint64_t unnamed_ = 0;
};

}  // namespace

int sniff_graphml(std::string_view, std::string_view head) {
  return head.find("<graphml") != std::string_view::npos ? 95 : 0;
}

int order_graphml(std::string_view, std::string_view) { return 0; }

Result<std::unique_ptr<Adapter>> open_graphml(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<Graphml>(std::move(input)));
}

}  // namespace talentflow::ingest
