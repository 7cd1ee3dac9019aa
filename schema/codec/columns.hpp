// Columns: pieces of derived arrays as messages. Thread-safe.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace talentflow::codec {

/// Fields as in schema/records.capnp. Views into the caller's memory when encoding, into the message when
/// decoding.
struct ColumnsView {
  std::uint32_t layout = 0;
  std::uint64_t count = 0;
  std::string_view entries, ends, bytes;
};

/// A blob of a message holds less than 512 MiB. Errors: invalid_input when one is larger.
Result<std::string> encode(const ColumnsView& columns);
/// Calls `read` with views that are valid during the call alone. Errors: damaged, and those of `read`.
Result<void> decode(std::string_view message, const std::function<Result<void>(const ColumnsView&)>& read);

}  // namespace talentflow::codec
