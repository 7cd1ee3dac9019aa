// A set of hashes in a fixed amount of memory, which may take a stranger for a member but never a member for
// a stranger.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace talentflow::graph {

/// Not thread-safe. At 10 bits a member one stranger in a hundred passes.
class NameFilter {
 public:
  explicit NameFilter(std::size_t memory_bytes)
      : blocks_(std::bit_floor(memory_bytes / sizeof(Block) | 1U)) {}

  bool empty() const { return empty_; }
  void add(std::uint64_t hash) {
    empty_ = false;
    Block& block = blocks_[home(hash)];
    for_bits(hash, [&](std::size_t word, std::uint64_t bit) { block.words[word] |= bit; });
  }
  bool may_hold(std::uint64_t hash) const {
    const Block& block = blocks_[home(hash)];
    bool all = true;
    for_bits(hash, [&](std::size_t word, std::uint64_t bit) { all = all && (block.words[word] & bit) != 0; });
    return all;
  }

 private:
  static constexpr int kBits = 6;
  /// One line of the processor's cache: a question reads one place of the memory.
  struct Block {
    std::uint64_t words[8] = {};
  };
  std::size_t home(std::uint64_t hash) const { return (hash >> 40) & (blocks_.size() - 1); }
  template <class Each>
  static void for_bits(std::uint64_t hash, Each each) {
    std::uint64_t rest = hash * 0x9E3779B97F4A7C15U;
    for (int i = 0; i < kBits; ++i, rest >>= 9U) each(rest >> 6U & 7U, std::uint64_t{1} << (rest & 63U));
  }

  std::vector<Block> blocks_;
  bool empty_ = true;
};

}  // namespace talentflow::graph
