// Names with an initial for the given name, and the full names that they may be short for.
//
// A full name's key does not begin with what an abbreviated one shows of it ("linjunyang" and "junyanglin"
// are both of a J. Lin), so all keys are looked at once, for all abbreviated names of a load, in a bounded
// amount of memory.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/fingerprint_table.hpp"
#include "schema/claim.hpp"

namespace talentflow::graph {

/// Not thread-safe.
class Abbreviations {
 public:
  /// Of more names than this nothing can be learnt, and no more are kept.
  static constexpr std::size_t kMostNames = 64;

  explicit Abbreviations(std::size_t limit_bytes)
      : most_heads_(limit_bytes / 2 / kHeadBytes), most_found_(limit_bytes / 2 / (2 * sizeof(Found))) {}

  /// Notes the name if it is abbreviated. Past the limit it is only counted: such names find nobody by their
  /// initials.
  void note(const std::string& name);
  /// A name key of an entity. To be called for every key, once all names are noted.
  void offer(std::string_view key, EntityNumber entity);
  /// Entities whose keys begin or end as the abbreviated name does, in the order offered. None where memory
  /// did not suffice for all: a part of them could make one of several look like the only one.
  std::vector<EntityNumber> find(const std::string& name) const;

  bool empty() const { return heads_.empty(); }
  /// How many names found no place, or lost what was found.
  std::uint64_t passed_over() const { return passed_over_; }
  std::size_t bytes() const {
    return places_.bytes() + heads_.capacity() * sizeof(Head) + found_.capacity() * sizeof(Found);
  }

 private:
  struct Head {
    std::uint32_t first = 0, last = 0;  ///< places in found_, plus one
    std::uint32_t count = 0;
    bool dropped = false;
  };
  struct Found {
    EntityNumber entity = 0;
    std::uint32_t next = 0;
  };
  /// With what the tables hold free when they have just grown.
  static constexpr std::size_t kHeadBytes = 36 + 2 * sizeof(Head);
  static std::uint64_t mark(std::string_view surname, char initial);
  void offer_to(std::string_view surname, char initial, EntityNumber entity);

  std::size_t most_heads_, most_found_;
  FingerprintTable places_;  ///< surname and initial -> head
  std::vector<Head> heads_;
  std::vector<Found> found_;
  std::uint64_t passed_over_ = 0;
};

}  // namespace talentflow::graph
