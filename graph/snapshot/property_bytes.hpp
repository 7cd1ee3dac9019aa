// Properties of a claim as bytes: property names by number, values with a tag. Private to the snapshot; what
// is stored and exchanged is records.capnp.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "graph/snapshot/text_table.hpp"
#include "schema/value.hpp"

namespace talentflow::graph {

/// Adds the names of the properties to `names`.
std::string encode_properties(const Properties& properties, TextTable& names);

/// Walks encoded properties without decoding the values. Lives as long as the bytes.
class PropertyReader {
 public:
  explicit PropertyReader(std::string_view bytes) : rest_(bytes) {}
  /// Goes to the next property; false at the end.
  bool next();
  std::uint32_t key() const { return key_; }
  Value value() const;
  /// The text when the value is one, without a copy.
  std::optional<std::string_view> text() const;
  bool is_null() const;

 private:
  std::string_view rest_;
  std::string_view value_;
  std::uint32_t key_ = 0;
};

}  // namespace talentflow::graph
