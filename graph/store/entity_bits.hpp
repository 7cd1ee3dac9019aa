// A set of entities, one bit for each number: what a load remembers about names that may be millions.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

#include "schema/claim.hpp"

namespace talentflow::graph {

/// Not thread-safe. `base`: only entities behind it are asked for and set.
class EntityBits {
 public:
  explicit EntityBits(EntityNumber base = 0) : base_(base) {}

  void set(EntityNumber entity) {
    const std::size_t at = entity - base_;
    if (at / 64 >= words_.size()) words_.resize(at / 64 + 1);
    words_[at / 64] |= std::uint64_t{1} << (at % 64);
  }
  bool test(EntityNumber entity) const {
    if (entity <= base_) return false;
    const std::size_t at = entity - base_;
    return at / 64 < words_.size() && (words_[at / 64] >> (at % 64) & 1U) != 0;
  }
  bool empty() const { return words_.empty(); }
  std::size_t bytes() const { return words_.size() * sizeof(std::uint64_t); }

  /// The first entity of the set behind this one; 0: there is none. What is set meanwhile is seen.
  EntityNumber after(EntityNumber entity) const {
    std::size_t at = entity < base_ ? 1 : entity - base_ + 1;
    for (; at / 64 < words_.size(); at = (at / 64 + 1) * 64)
      if (const std::uint64_t rest = words_[at / 64] >> (at % 64); rest != 0)
        return static_cast<EntityNumber>(base_ + at + static_cast<std::size_t>(std::countr_zero(rest)));
    return 0;
  }

 private:
  EntityNumber base_;
  std::vector<std::uint64_t> words_;
};

}  // namespace talentflow::graph
