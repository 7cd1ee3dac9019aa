#include <set>

#include "graph/names/normalise.hpp"
#include "ingest/pipeline/lexicon.hpp"
#include "schema/table.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::ingest {
namespace {

/// What an entry of the tables takes beside its text: a node of a tree, its key and the allocator's own.
constexpr std::size_t kNode = 96;

}  // namespace

void MemoryLexicon::add(const EntityRecord& entity) {
  if (entity.entity.id.empty()) return;
  full_ = full_ || bytes_ >= limit_bytes_;
  if (full_) return;
  const auto& vocabulary = Vocabulary::standard();
  const std::size_t index = entries_.size();
  Entry entry{entity.entity.id, vocabulary.canonical_kind(entity.kind), entity.labels};
  bytes_ += 2 * sizeof entry + entry.id.capacity() + kNode + entry.id.capacity();
  for (const auto& label : entry.labels) bytes_ += sizeof label + label.capacity();
  entries_.push_back(std::move(entry));
  ids_.emplace(entity.entity.id, index);
  std::set<std::string> keys;
  const auto add_keys = [&keys](std::string_view name) { keys.merge(lexicon_keys(name)); };
  add_keys(entity.name);
  for (const auto& alias : entity.aliases) add_keys(alias);
  for (const auto& key : keys) {
    names_.emplace(key, index);
    bytes_ += kNode + key.capacity();
  }
  for (const auto& [key, value] : entity.properties)
    if (const auto* text = value.get_if<std::string>(); text != nullptr && vocabulary.identifies(key))
      for (const auto& part : split_list(*text, ',')) {
        bytes_ += kNode + key.size() + part.size();
        ids_.emplace(key + ":" + part, index);
      }
}

std::set<std::string> lexicon_keys(std::string_view name) {
  std::set<std::string> keys;
  for (const bool person : {false, true}) {
    if (person && graph::weak_name(name, true)) continue;
    for (auto& key : graph::name_keys(name, person)) keys.insert(std::move(key));
  }
  return keys;
}

std::vector<Lexicon::Entry> MemoryLexicon::find(std::string_view name) const {
  if (names_.empty()) return {};
  std::set<std::size_t> found;
  for (const auto& key : lexicon_keys(name)) {
    const auto [begin, end] = names_.equal_range(key);
    for (auto at = begin; at != end; ++at) found.insert(at->second);
  }
  std::vector<Entry> out;
  for (const std::size_t index : found) out.push_back(entries_[index]);
  return out;
}

std::optional<Lexicon::Entry> MemoryLexicon::find_id(std::string_view id) const {
  const auto found = ids_.find(id);
  if (found == ids_.end()) return std::nullopt;
  return entries_[found->second];
}

}  // namespace talentflow::ingest
