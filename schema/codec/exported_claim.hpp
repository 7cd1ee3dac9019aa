// ExportedClaim: the interchange form of a claim, flat and in text ids. Thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/result.hpp"

namespace talentflow::codec {

/// Fields as in schema/records.capnp; an empty text is "not stated".
struct ExportedClaimRow {
  std::string id, subject, relation, object, role, start, end, place, stance, status;
  std::uint8_t credibility = 0;
  float confidence = -1.0F;
  std::string source, publisher, url, locator, note;
  std::int64_t amount_low = 0, amount_high = 0;
  std::string currency, recorded, properties;
  bool operator==(const ExportedClaimRow&) const = default;
};

/// One message in the packed stream form; messages are simply put one behind the other.
std::string encode_packed(const ExportedClaimRow& row);
/// All messages of a packed stream. Errors: damaged.
Result<std::vector<ExportedClaimRow>> decode_packed(std::string_view bytes);

}  // namespace talentflow::codec
