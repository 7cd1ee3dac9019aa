// JSON values as the adapters see them: absence is a value, order of fields does not matter. simdjson is
// known to json_view.cpp alone.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/result.hpp"

namespace talentflow::ingest {

/// One value of a parsed document. Cheap to copy; valid until the parser's next parse().
/// A path that leads nowhere gives an absent view, whose own members are absent too, so that
/// `record["person"]["name"]` needs no check in between.
class JsonView {
 public:
  JsonView() = default;

  bool exists() const { return exists_; }
  bool is_null() const;  ///< absent or null
  bool is_object() const;
  bool is_array() const;
  bool is_string() const;

  JsonView operator[](std::string_view key) const;
  /// The string, or "" when it is none.
  std::string_view text() const;
  /// The string, or a number or boolean as JSON writes it, or "".
  std::string scalar() const;
  std::optional<std::int64_t> integer() const;  ///< also of "12" and 12.0
  std::optional<double> number() const;
  std::optional<bool> boolean() const;
  /// Elements of an array; none when it is no array.
  std::vector<JsonView> items() const;
  /// Fields of an object in their order; none when it is no object.
  std::vector<std::pair<std::string_view, JsonView>> fields() const;
  /// Elements of an array, or the value itself when it is something else that exists and is not null.
  std::vector<JsonView> one_or_many() const;

 private:
  friend class JsonParser;
  friend struct JsonAccess;
  alignas(8) std::array<std::byte, 16> element_{};
  bool exists_ = false;
};

/// Keeps its buffers from one document to the next. One thread at a time.
class JsonParser {
 public:
  JsonParser();
  ~JsonParser();
  JsonParser(const JsonParser&) = delete;
  JsonParser& operator=(const JsonParser&) = delete;

  /// The document's root. `text` is copied. Errors: invalid_input with what is wrong with the JSON; deeper
  /// nesting than kDeepest levels is one.
  Result<JsonView> parse(std::string_view text);
  static constexpr std::size_t kDeepest = 256;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace talentflow::ingest
