// A hash table from 64-bit fingerprints to 32-bit numbers, 12 bytes a slot: what a load remembers about
// millions of ids and claims without keeping their texts.
//
// A fingerprint may stand for several texts (about one chance in ten million at a million texts), so find()
// hands each match to the caller, who compares it with what is stored.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace talentflow::graph {

/// Not thread-safe.
class FingerprintTable {
 public:
  /// The first number under this fingerprint for which `same(number)` holds.
  template <class Same>
  std::optional<std::uint32_t> find(std::uint64_t fingerprint, Same same) const {
    if (marks_.empty()) return std::nullopt;
    const std::uint64_t wanted = fingerprint | 1U;
    for (std::size_t slot = home(wanted); marks_[slot] != 0; slot = (slot + 1) & mask())
      if (marks_[slot] == wanted && same(numbers_[slot])) return numbers_[slot];
    return std::nullopt;
  }

  void insert(std::uint64_t fingerprint, std::uint32_t number) {
    if ((used_ + 1) * 3 > marks_.size() * 2) grow();
    place(fingerprint | 1U, number);
    ++used_;
  }

  /// Hands over every fingerprint, as stable() gives it.
  template <class Each>
  void each(Each each) const {
    for (const std::uint64_t mark : marks_)
      if (mark != 0) each(mark);
  }
  /// What is kept of a fingerprint.
  static std::uint64_t stable(std::uint64_t fingerprint) { return fingerprint | 1U; }
  void clear() {
    marks_ = {};
    numbers_ = {};
    used_ = 0;
  }
  std::size_t size() const { return used_; }
  std::size_t bytes() const { return marks_.size() * (sizeof(std::uint64_t) + sizeof(std::uint32_t)); }

 private:
  std::size_t mask() const { return marks_.size() - 1; }
  std::size_t home(std::uint64_t mark) const { return static_cast<std::size_t>(mark >> 20) & mask(); }
  void place(std::uint64_t mark, std::uint32_t number) {
    std::size_t slot = home(mark);
    while (marks_[slot] != 0) slot = (slot + 1) & mask();
    marks_[slot] = mark;
    numbers_[slot] = number;
  }
  void grow() {
    const std::vector<std::uint64_t> marks = std::move(marks_);
    const std::vector<std::uint32_t> numbers = std::move(numbers_);
    const std::size_t size = marks.empty() ? 1024 : marks.size() * 2;
    marks_.assign(size, 0);
    numbers_.assign(size, 0);
    for (std::size_t slot = 0; slot < marks.size(); ++slot)
      if (marks[slot] != 0) place(marks[slot], numbers[slot]);
  }

  std::vector<std::uint64_t> marks_;  ///< 0 = free
  std::vector<std::uint32_t> numbers_;
  std::size_t used_ = 0;
};

/// From 128-bit fingerprints, 20 bytes a slot, where there is nothing cheap to compare with: two texts share
/// one with a chance of 1e-26 at a million texts.
class WideTable {
 public:
  std::uint32_t* find(std::uint64_t high, std::uint64_t low) {
    if (marks_.empty()) return nullptr;
    low |= 1U;
    for (std::size_t slot = home(high); marks_[slot].low != 0; slot = (slot + 1) & mask())
      if (marks_[slot].low == low && marks_[slot].high == high) return &numbers_[slot];
    return nullptr;
  }
  void insert(std::uint64_t high, std::uint64_t low, std::uint32_t number) {
    if ((used_ + 1) * 3 > marks_.size() * 2) grow();
    place({high, low | 1U}, number);
    ++used_;
  }
  /// Hands over the high half of every fingerprint.
  template <class Each>
  void each(Each each) const {
    for (const Mark& mark : marks_)
      if (mark.low != 0) each(mark.high);
  }
  void clear() {
    marks_ = {};
    numbers_ = {};
    used_ = 0;
  }
  std::size_t size() const { return used_; }
  std::size_t bytes() const { return marks_.size() * (sizeof(Mark) + sizeof(std::uint32_t)); }

 private:
  struct Mark {
    std::uint64_t high = 0;
    std::uint64_t low = 0;  ///< 0 = free
  };
  std::size_t mask() const { return marks_.size() - 1; }
  std::size_t home(std::uint64_t high) const { return static_cast<std::size_t>(high >> 20) & mask(); }
  void place(Mark mark, std::uint32_t number) {
    std::size_t slot = home(mark.high);
    while (marks_[slot].low != 0) slot = (slot + 1) & mask();
    marks_[slot] = mark;
    numbers_[slot] = number;
  }
  void grow() {
    const std::vector<Mark> marks = std::move(marks_);
    const std::vector<std::uint32_t> numbers = std::move(numbers_);
    const std::size_t size = marks.empty() ? 1024 : marks.size() * 2;
    marks_.assign(size, Mark{});
    numbers_.assign(size, 0);
    for (std::size_t slot = 0; slot < marks.size(); ++slot)
      if (marks[slot].low != 0) place(marks[slot], numbers[slot]);
  }

  std::vector<Mark> marks_;
  std::vector<std::uint32_t> numbers_;
  std::size_t used_ = 0;
};

}  // namespace talentflow::graph
