// Older names of which a load says more, and which are therefore asked about again at its end.
#pragma once

#include <unordered_map>

#include "graph/store/entity_bits.hpp"

namespace talentflow::graph {

/// There may be as many as the store has names: a bit of each stays in memory, and the lines of some. Not
/// thread-safe.
class ReopenedNames {
 public:
  static constexpr std::size_t kMostLines = 50'000;

  /// `line`: where more is said. False when the name was there already.
  bool add(EntityNumber entity, std::uint64_t line) {
    if (names_.test(entity)) return false;
    names_.set(entity);
    if (line != 0 && lines_.size() < kMostLines) lines_.emplace(entity, line);
    return true;
  }
  bool empty() const { return names_.empty(); }
  /// The first name behind this entity; 0: there is none.
  EntityNumber after(EntityNumber entity) const { return names_.after(entity); }
  /// 0: no line is known.
  std::uint64_t line(EntityNumber entity) const {
    const auto found = lines_.find(entity);
    return found == lines_.end() ? 0 : found->second;
  }

 private:
  EntityBits names_;
  std::unordered_map<EntityNumber, std::uint64_t> lines_;
};

}  // namespace talentflow::graph
