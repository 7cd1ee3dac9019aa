// A claim as stored: what one source says, once, in internal numbers. The atom of the whole system; never
// changed.
#pragma once

#include <cstdint>
#include <limits>
#include <string>

#include "schema/value.hpp"

namespace talentflow {

/// Dense numbers, assigned in order of first mention, starting at 1; 0 means "none". Sources are entities
/// too.
using EntityNumber = std::uint32_t;
using ClaimNumber = std::uint64_t;
using LoadNumber = std::uint32_t;
/// A number of the store's dictionary of terms (relations, labels, property names); 0 means "none".
using TermNumber = std::uint32_t;

/// Frozen codes. If you add one, update records.capnp and the vocabulary's words.
enum class Stance : std::uint8_t { asserts = 0, denies = 1, withdraws = 2 };

/// Status words, weakest first; `none` when the source gave no word. Frozen codes.
enum class Status : std::uint8_t {
  none = 0,
  rumoured = 1,
  unconfirmed = 2,
  reported = 3,
  announced = 4,
  confirmed = 5,
  filed = 6
};

/// Microseconds since 1970-01-01T00:00:00Z.
using Instant = std::int64_t;
/// "Has no time of its own": read under every as-of.
inline constexpr Instant kAlways = std::numeric_limits<Instant>::min();

/// A claim with the relation DESCRIBED (Vocabulary::kDescribed) has no object: its properties describe the
/// subject (kind, labels, name, aliases, country, ... or, for a source, publisher, origin, ...). Every other
/// claim is an edge from subject to object, or, without an object, a statement about the subject (RAISED).
struct Claim {
  ClaimNumber number = 0;
  EntityNumber subject = 0;
  TermNumber relation = 0;
  EntityNumber object = 0;
  EntityNumber source = 0;  ///< 0 only for description claims of a load without a document
  Stance stance = Stance::asserts;
  Status status = Status::none;
  std::uint8_t credibility = 0;  ///< 1..6 of the Admiralty code, 0 when the source was not graded
  float confidence = -1.0F;      ///< explicit strength 0..1, or -1
  Date start;
  Date end;
  Instant recorded = kAlways;  ///< the claim's own column, else its page's publication, else the load
  LoadNumber load = 0;
  std::uint64_t line = 0;  ///< where in the load's input it stood
  std::string id;          ///< public id; "claim/<hash>" when the input gave none
  std::string edge_id;     ///< plain graphs: the edge's id, else empty
  std::string target;      ///< withdraws: the id of the claim withdrawn
  std::string role;
  std::string place;  ///< ISO 3166 alpha-2 of where the person sits, or empty
  std::string locator;
  std::string note;
  Value amount;  ///< a MoneyRange, or null
  Properties properties;
};

}  // namespace talentflow
