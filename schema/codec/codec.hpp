// Records to and from the bytes that are stored and exchanged: Cap'n Proto, known to this folder alone.
//
// encode() gives a self-contained single-segment message. decode() copies the bytes to aligned words first
// (values of the store are not aligned), sets traversal and nesting limits, and turns every malformation into
// ErrorCode::damaged. All calls are thread-safe.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/result.hpp"

namespace talentflow::codec {

struct EntityRow {
  std::string id;
  bool declared = false;
  LoadNumber first_load = 0;
  bool operator==(const EntityRow&) const = default;
};

struct LoadRow {
  Instant started = 0, finished = 0;
  std::string input, adapter;
  std::uint32_t adapter_version = 0;
  ClaimNumber first_claim = 0;
  std::uint64_t claims = 0, known = 0, rejected = 0;
  bool withdrawn = false;
  Instant withdrawn_at = 0;
  bool operator==(const LoadRow&) const = default;
};

struct PostingsRow {
  std::vector<ClaimNumber> claims;
  std::vector<TermNumber> relations;
  std::vector<EntityNumber> others;
  bool operator==(const PostingsRow&) const = default;
};

struct ReviewRow {
  std::string mention, kind, reason;
  EntityNumber assigned = 0;
  std::vector<EntityNumber> candidates;
  LoadNumber load = 0;
  std::uint64_t line = 0;
  bool operator==(const ReviewRow&) const = default;
};

struct ForgottenRow {
  Instant at = 0;
  std::uint64_t claims = 0;
  bool operator==(const ForgottenRow&) const = default;
};

struct MetaRow {
  std::uint32_t format_version = 0;
  Instant created = 0;
  EntityNumber entities = 0;
  ClaimNumber claims = 0;
  TermNumber terms = 0;
  LoadNumber loads = 0;
  std::uint64_t sequence = 0;
  bool operator==(const MetaRow&) const = default;
};

std::string encode(const Claim& claim);
std::string encode(const EntityRow& row);
std::string encode(const LoadRow& row);
std::string encode(const PostingsRow& row);
std::string encode(const ReviewRow& row);
std::string encode(const ForgottenRow& row);
std::string encode(const MetaRow& row);

/// `out` is overwritten; strings and lists keep their capacity. `number` is not stored in a Claim: the key
/// has it.
Result<void> decode(std::string_view bytes, Claim& out);
Result<void> decode(std::string_view bytes, EntityRow& out);
Result<void> decode(std::string_view bytes, LoadRow& out);
Result<void> decode(std::string_view bytes, PostingsRow& out);
Result<void> decode(std::string_view bytes, ReviewRow& out);
Result<void> decode(std::string_view bytes, ForgottenRow& out);
Result<void> decode(std::string_view bytes, MetaRow& out);

}  // namespace talentflow::codec
