// The grammar of keys (the table is in graph/README.md). Numbers are big-endian, so that byte order is number
// order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "schema/claim.hpp"

namespace talentflow::graph::keys {

inline void append32(std::string& out, std::uint32_t number) {
  for (int shift = 24; shift >= 0; shift -= 8) out.push_back(static_cast<char>((number >> shift) & 0xFFU));
}
inline void append64(std::string& out, std::uint64_t number) {
  for (int shift = 56; shift >= 0; shift -= 8) out.push_back(static_cast<char>((number >> shift) & 0xFFU));
}
inline std::string number32(std::uint32_t number) {
  std::string out;
  append32(out, number);
  return out;
}
inline std::string number64(std::uint64_t number) {
  std::string out;
  append64(out, number);
  return out;
}
/// A number as key bytes, without a heap allocation: for loops over millions.
template <class Number>
class KeyBytes {
 public:
  explicit KeyBytes(Number number) {
    for (std::size_t i = sizeof(Number); i-- > 0; number = static_cast<Number>(number >> 8U))
      bytes_[i] = static_cast<char>(number & 0xFFU);
  }
  std::string_view view() const { return {bytes_, sizeof(Number)}; }

 private:
  char bytes_[sizeof(Number)];
};

/// nullopt when the text is not exactly as long as the number.
inline std::optional<std::uint64_t> read_number(std::string_view text, std::size_t size) {
  if (text.size() != size) return std::nullopt;
  std::uint64_t number = 0;
  for (const char byte : text) number = number << 8 | static_cast<unsigned char>(byte);
  return number;
}
inline std::optional<std::uint32_t> read32(std::string_view text) {
  const auto number = read_number(text, 4);
  return number ? std::optional(static_cast<std::uint32_t>(*number)) : std::nullopt;
}
inline std::optional<std::uint64_t> read64(std::string_view text) { return read_number(text, 8); }

/// by_subject, by_object, by_source: entity, then the first claim of the chunk.
inline std::string posting(EntityNumber entity, ClaimNumber first) {
  std::string out = number32(entity);
  append64(out, first);
  return out;
}
/// names, withdrawn: a text, a zero byte, a number. The text holds no zero byte.
inline std::string text_and_entity(std::string_view text, EntityNumber entity) {
  std::string out(text);
  out.push_back('\0');
  append32(out, entity);
  return out;
}
inline std::string text_and_claim(std::string_view text, ClaimNumber claim) {
  std::string out(text);
  out.push_back('\0');
  append64(out, claim);
  return out;
}
inline std::string term_text(std::string_view term) { return "t" + std::string(term); }
inline std::string term_number(TermNumber number) { return "n" + number32(number); }
/// reviews: load, then the review's place in it.
inline std::string review(LoadNumber load, std::uint32_t place) {
  std::string out = number32(load);
  append32(out, place);
  return out;
}

inline constexpr std::string_view kMeta = "meta";

}  // namespace talentflow::graph::keys
