#include "graph/snapshot/name_index.hpp"

#include <algorithm>
#include <functional>

namespace talentflow::graph {
namespace {

std::size_t hash_of(std::string_view text) { return std::hash<std::string_view>()(text); }

}  // namespace

NameIndex::NameIndex(const Snapshot& snapshot, const Descriptions& descriptions, const NodeTable& nodes)
    : snapshot_(snapshot), descriptions_(descriptions), nodes_(nodes) {
  name_key_ = snapshot.names().find("name");
  aliases_key_ = snapshot.names().find("aliases");
  std::vector<std::uint8_t> identifies(snapshot.names().size(), 0);
  for (std::uint32_t key = 0; key < identifies.size(); ++key)
    if (snapshot.vocabulary().identifies(snapshot.names()[key])) {
      identifies[key] = 1;
      identifying_.push_back(key);
    }
  names_.reserve(nodes.count());
  for (NodeNumber node = 0; node < nodes.count(); ++node)
    for (const ClaimIndex claim : descriptions.of(nodes.entity(node))) {
      PropertyReader reader(snapshot.property_bytes(snapshot.row(claim)));
      while (reader.next()) {
        if (reader.key() == name_key_) {
          if (const auto text = reader.text()) names_.emplace_back(hash_of(*text), node);
        } else if (reader.key() == aliases_key_) {
          for (const std::string& alias : texts_of(reader.value())) names_.emplace_back(hash_of(alias), node);
        } else if (identifies[reader.key()] != 0) {
          if (const auto text = reader.text())
            ids_.emplace_back(hash_of(snapshot.names()[reader.key()] + ":" + std::string(*text)), node);
        }
      }
    }
  std::sort(names_.begin(), names_.end());
  std::sort(ids_.begin(), ids_.end());
}

std::vector<NodeNumber> NameIndex::named(std::string_view text) const {
  std::vector<NodeNumber> found;
  const std::size_t hash = hash_of(text);
  for (auto entry = std::lower_bound(names_.begin(), names_.end(), Entry{hash, 0});
       entry != names_.end() && entry->first == hash; ++entry)
    if ((found.empty() || found.back() != entry->second) && is_named(entry->second, text))
      found.push_back(entry->second);
  return found;
}

std::optional<NodeNumber> NameIndex::identified(std::string_view id) const {
  const std::size_t hash = hash_of(id);
  for (auto entry = std::lower_bound(ids_.begin(), ids_.end(), Entry{hash, 0});
       entry != ids_.end() && entry->first == hash; ++entry)
    if (is_identified(entry->second, id)) return entry->second;
  return std::nullopt;
}

bool NameIndex::is_named(NodeNumber node, std::string_view text) const {
  const EntityNumber entity = nodes_.entity(node);
  if (name_key_ && descriptions_.text(entity, *name_key_) == text) return true;
  const auto aliases = descriptions_.aliases(entity);
  return std::find(aliases.begin(), aliases.end(), text) != aliases.end();
}

bool NameIndex::is_identified(NodeNumber node, std::string_view id) const {
  return std::any_of(identifying_.begin(), identifying_.end(), [&](std::uint32_t key) {
    const std::string& name = snapshot_.names()[key];
    return id.size() > name.size() && id.substr(0, name.size()) == name && id[name.size()] == ':' &&
           descriptions_.text(nodes_.entity(node), key) == id.substr(name.size() + 1);
  });
}

}  // namespace talentflow::graph
