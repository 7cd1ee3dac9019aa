// The names of a load that stand for an entity of their own, until its end says whom they mean.
//
// There may be millions of them: what is kept of each waits in a temporary file, past a limit, and two bits
// an entity stay in memory.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "graph/store/entity_bits.hpp"
#include "graph/store/spilled_records.hpp"
#include "schema/claim.hpp"

namespace talentflow::graph {

struct Mention {
  EntityNumber entity = 0;
  std::uint64_t line = 0;
  bool look_up = true;               ///< somebody else may have its name
  std::vector<std::uint64_t> forms;  ///< hashes of the keys of its name's other forms
};

/// Not thread-safe.
class MentionList {
 public:
  /// `last_before`: entities up to here are no mentions of this load.
  MentionList(std::size_t memory_bytes, EntityNumber last_before)
      : records_(memory_bytes, "names that wait for the end of the load"),
        is_mention_(last_before),
        look_up_(last_before) {}

  /// The entity is a mention. Entities come in ascending number.
  Result<void> add(EntityNumber entity, std::uint64_t line);
  /// A description names it. `forms`: hashes of the keys under which it looks for others, but for those under
  /// which it is found itself. `always`: these keys are not all there is to look for.
  void name(EntityNumber entity, std::vector<std::uint64_t> forms, bool always);
  bool holds(EntityNumber entity) const { return is_mention_.test(entity); }
  std::uint64_t count() const { return count_; }
  /// Somebody else has its name.
  void look_up(EntityNumber entity) { look_up_.set(entity); }

  /// Hands over every mention, in ascending number of its entity, once; holds() stays as it is. Stops at the
  /// first error.
  Result<void> drain(const std::function<Result<void>(const Mention&)>& each);

 private:
  Result<void> keep_last();

  SpilledRecords records_;
  EntityBits is_mention_, look_up_;
  Mention last_;  ///< not in records_ yet; entity 0: none
  bool named_ = false;
  std::uint64_t count_ = 0;
};

}  // namespace talentflow::graph
