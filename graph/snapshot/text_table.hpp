// Texts that many claims share (labels, property names, roles, publishers), each stored once under a small
// number.
#pragma once

#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace talentflow::graph {

/// Codes are given in order of first use and never change. A table that is no longer added to may be read
/// from any thread; references stay valid as long as the table.
class TextTable {
 public:
  TextTable() = default;
  TextTable(const TextTable& other) {
    for (const std::string& text : other.texts_) add(text);
  }
  TextTable(TextTable&&) = default;
  TextTable& operator=(const TextTable&) = delete;

  std::uint32_t add(std::string_view text) {
    if (const auto known = codes_.find(text); known != codes_.end()) return known->second;
    texts_.emplace_back(text);
    const auto code = static_cast<std::uint32_t>(texts_.size() - 1);
    codes_.emplace(texts_.back(), code);
    return code;
  }
  std::optional<std::uint32_t> find(std::string_view text) const {
    const auto known = codes_.find(text);
    return known == codes_.end() ? std::nullopt : std::optional(known->second);
  }
  const std::string& operator[](std::uint32_t code) const { return texts_[code]; }
  std::size_t size() const { return texts_.size(); }

 private:
  std::deque<std::string> texts_;
  std::unordered_map<std::string_view, std::uint32_t> codes_;
};

}  // namespace talentflow::graph
