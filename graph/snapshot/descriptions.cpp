#include "graph/snapshot/descriptions.hpp"

#include <algorithm>

namespace talentflow::graph {

Descriptions::Descriptions(const Snapshot& snapshot, const std::vector<ClaimIndex>& read,
                           const std::vector<EntityNumber>& representative,
                           const std::vector<std::uint8_t>& linked)
    : snapshot_(&snapshot),
      name_key_(snapshot.names().find("name")),
      aliases_key_(snapshot.names().find("aliases")),
      linked_(linked) {
  const auto entity_of = [&](ClaimIndex claim) {
    const EntityNumber subject = snapshot.row(claim).subject;
    return representative.empty() ? subject : representative[subject];
  };
  first_.assign(snapshot.last_entity() + 2, 0);
  for (const ClaimIndex claim : read) ++first_[entity_of(claim) + 1];
  for (std::size_t i = 1; i < first_.size(); ++i) first_[i] += first_[i - 1];
  claims_.resize(read.size());
  std::vector<std::uint32_t> next(first_.begin(), first_.end() - 1);
  for (const ClaimIndex claim : read) claims_[next[entity_of(claim)]++] = claim;
  for (std::size_t entity = 0; entity + 1 < first_.size(); ++entity)
    if (first_[entity + 1] - first_[entity] > 1)
      std::stable_sort(claims_.begin() + first_[entity], claims_.begin() + first_[entity + 1],
                       [&](ClaimIndex a, ClaimIndex b) {
                         const ClaimRow &one = snapshot.row(a), &other = snapshot.row(b);
                         const bool of_name = is_linked(one.subject),
                                    other_of_name = is_linked(other.subject);
                         return of_name != other_of_name ? of_name : one.recorded < other.recorded;
                       });
}

std::optional<PropertyReader> Descriptions::find(EntityNumber entity, std::uint32_t key) const {
  const auto claims = of(entity);
  for (auto claim = claims.rbegin(); claim != claims.rend(); ++claim) {
    PropertyReader reader(snapshot_->property_bytes(snapshot_->row(*claim)));
    while (reader.next())
      if (reader.key() == key && !reader.is_null()) return reader;
  }
  return std::nullopt;
}

std::string_view Descriptions::text(EntityNumber entity, std::uint32_t key) const {
  const auto found = find(entity, key);
  return found ? found->text().value_or(std::string_view()) : std::string_view();
}

Properties Descriptions::all(EntityNumber entity) const {
  Properties properties;
  for (const ClaimIndex claim : of(entity)) {
    PropertyReader reader(snapshot_->property_bytes(snapshot_->row(claim)));
    while (reader.next()) {
      if (reader.is_null()) continue;
      const std::string& key = snapshot_->names()[reader.key()];
      auto known = std::find_if(properties.begin(), properties.end(),
                                [&](const auto& item) { return item.first == key; });
      if (known == properties.end())
        properties.emplace_back(key, reader.value());
      else
        known->second = reader.value();
    }
  }
  if (of(entity).size() <= 1) return properties;
  const auto names = aliases(entity);
  if (names.empty()) return properties;
  const auto known = std::find_if(properties.begin(), properties.end(),
                                  [](const auto& item) { return item.first == "aliases"; });
  Value list(List(names.begin(), names.end()));
  if (known == properties.end())
    properties.emplace_back("aliases", std::move(list));
  else
    known->second = std::move(list);
  return properties;
}

std::vector<std::string> Descriptions::aliases(EntityNumber entity) const {
  std::vector<std::string> names;
  const auto add = [&](std::string name) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
  };
  const std::string_view own = name_key_ && !linked_.empty() ? text(entity, *name_key_) : std::string_view();
  for (const ClaimIndex claim : of(entity)) {
    const ClaimRow& row = snapshot_->row(claim);
    PropertyReader reader(snapshot_->property_bytes(row));
    while (reader.next()) {
      if (aliases_key_ && reader.key() == *aliases_key_) {
        for (std::string& name : texts_of(reader.value())) add(std::move(name));
      } else if (name_key_ && reader.key() == *name_key_ && is_linked(row.subject)) {
        if (const auto name = reader.text(); name && *name != own) add(std::string(*name));
      }
    }
  }
  return names;
}

std::vector<std::string> texts_of(const Value& value) {
  std::vector<std::string> texts;
  if (const auto* list = value.get_if<List>()) {
    for (const Value& item : *list)
      if (const auto* text = item.get_if<std::string>()) texts.push_back(*text);
  } else if (const auto* joined = value.get_if<std::string>()) {
    std::size_t begin = 0;
    while (begin <= joined->size()) {
      const std::size_t end = std::min(joined->find(';', begin), joined->size());
      const std::size_t low = joined->find_first_not_of(' ', begin);
      if (low < end) texts.push_back(joined->substr(low, joined->find_last_not_of(' ', end - 1) + 1 - low));
      begin = end + 1;
    }
  }
  return texts;
}

}  // namespace talentflow::graph
