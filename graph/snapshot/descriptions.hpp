// What the reading's descriptions say of each entity: the claim later recorded, then later loaded, wins.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "graph/snapshot/property_bytes.hpp"
#include "graph/snapshot/selection.hpp"
#include "graph/snapshot/snapshot.hpp"

namespace talentflow::graph {

/// Descriptions grouped by entity. Holds references into the snapshot, which must outlive it. Any thread may
/// read.
class Descriptions {
 public:
  /// `representative` is empty, or names for each entity the one it was merged into. `linked` is empty, or
  /// marks the entities that stand for names and were linked to somebody: what is said of them wins over
  /// nothing else, and their names are further names.
  Descriptions(const Snapshot& snapshot, const std::vector<ClaimIndex>& read,
               const std::vector<EntityNumber>& representative, const std::vector<std::uint8_t>& linked = {});

  /// Ascending by precedence: the last one wins.
  std::span<const ClaimIndex> of(EntityNumber entity) const {
    return {claims_.data() + first_[entity], claims_.data() + first_[entity + 1]};
  }
  bool any(EntityNumber entity) const { return first_[entity] != first_[entity + 1]; }

  /// The winning value of a property, not decoded; nullopt when nobody said it. A null takes nothing back.
  std::optional<PropertyReader> find(EntityNumber entity, std::uint32_t key) const;
  /// The winning value when it is a text, else the empty text. Lives as long as the snapshot.
  std::string_view text(EntityNumber entity, std::uint32_t key) const;
  /// All properties, each once, in order of first mention; `aliases` are collected over all descriptions.
  Properties all(EntityNumber entity) const;
  /// Aliases of all descriptions, each once, in the order recorded.
  std::vector<std::string> aliases(EntityNumber entity) const;

 private:
  bool is_linked(EntityNumber entity) const { return !linked_.empty() && linked_[entity] != 0; }
  const Snapshot* snapshot_;
  std::optional<std::uint32_t> name_key_, aliases_key_;
  std::vector<std::uint8_t> linked_;  ///< by entity; empty: none
  std::vector<std::uint32_t> first_;
  std::vector<ClaimIndex> claims_;
};

/// Splits "a; b" and lists alike into texts.
std::vector<std::string> texts_of(const Value& value);

}  // namespace talentflow::graph
