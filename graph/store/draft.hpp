// A record read as a claim, before any name in it is resolved: the first stage of a load.
//
// Reading checks everything that the record alone can show (dates, words, amounts); what depends on the store
// (ids that must exist, names, conflicts) is the load's (load_writer.cpp).
#pragma once

#include <cstdint>
#include <string>

#include "schema/claim.hpp"
#include "schema/record.hpp"
#include "schema/result.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// 128 bits that identify a claim by its content (claim_key.hpp) or a text by itself.
struct Fingerprint {
  std::uint64_t high = 0;
  std::uint64_t low = 0;
  bool operator==(const Fingerprint&) const = default;
  auto operator<=>(const Fingerprint&) const = default;
};

struct Draft {
  Claim claim;                                       ///< numbers are 0, `id` empty when the record gave none
  std::string relation;                              ///< canonical
  std::string relation_written, relation_canonical;  ///< the last word seen: most rows repeat it
  Reference subject;
  Reference object;
  Reference source;
  bool describes = false;  ///< an entity or source row: it declares its subject
  bool describes_source = false;
  Fingerprint key;
  std::uint32_t input = 0;  ///< index of the load's input file
  std::string raw;
};

/// Fills `draft`, reusing its memory. Errors: invalid_input, with a message that names the field and what to
/// write instead; `where` is empty.
Result<void> read_draft(const Record& record, const Vocabulary& vocabulary, Draft& draft);

/// "2026-03-04", "2026-03-04T10:00:00Z", "2026-03-04 10:00:00.25+08:00", or a coarse date, which is its last
/// day: only then was it certainly there. A date is its midnight, UTC. Errors: invalid_input.
Result<Instant> parse_instant(std::string_view text);

}  // namespace talentflow::graph
