#include "ingest/pipeline/lexicon.hpp"
#include "schema/table.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::ingest {
namespace {

/// Case and runs of blanks do not matter here; the store's own look-up knows scripts and name orders.
std::string name_key(std::string_view name) {
  std::string out;
  for (const char c : ascii_lower(name)) {
    if (c == ' ' && (out.empty() || out.back() == ' ')) continue;
    out += c;
  }
  while (out.ends_with(' ')) out.pop_back();
  return out;
}

}  // namespace

void MemoryLexicon::add(const EntityRecord& entity) {
  if (entity.entity.id.empty() || entries_.size() >= kMost) return;
  const auto& vocabulary = Vocabulary::standard();
  const std::size_t index = entries_.size();
  Entry entry{entity.entity.id, vocabulary.canonical_kind(entity.kind), entity.labels};
  entries_.push_back(std::move(entry));
  ids_.emplace(entity.entity.id, index);
  if (!entity.name.empty()) names_.emplace(name_key(entity.name), index);
  for (const auto& alias : entity.aliases) names_.emplace(name_key(alias), index);
  for (const auto& [key, value] : entity.properties)
    if (const auto* text = value.get_if<std::string>(); text != nullptr && vocabulary.identifies(key))
      for (const auto& part : split_list(*text, ',')) ids_.emplace(key + ":" + part, index);
}

std::vector<Lexicon::Entry> MemoryLexicon::find(std::string_view name) const {
  std::vector<Entry> out;
  const auto [begin, end] = names_.equal_range(name_key(name));
  for (auto at = begin; at != end; ++at) out.push_back(entries_[at->second]);
  return out;
}

std::optional<Lexicon::Entry> MemoryLexicon::find_id(std::string_view id) const {
  const auto found = ids_.find(id);
  if (found == ids_.end()) return std::nullopt;
  return entries_[found->second];
}

}  // namespace talentflow::ingest
