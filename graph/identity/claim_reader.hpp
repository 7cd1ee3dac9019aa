// The claims as a load sees them: those of the store and its own. What the resolver reads.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/result.hpp"

namespace talentflow::graph {

/// A claim as an index lists it.
struct ClaimLink {
  ClaimNumber claim = 0;
  TermNumber relation = 0;
  EntityNumber other = 0;  ///< the entity at the other end, 0 = none
};

/// Lists are ascending. Not thread-safe.
class ClaimReader {
 public:
  virtual ~ClaimReader() = default;
  virtual Result<Claim> claim(ClaimNumber number) = 0;
  /// At most `most` claims that have the entity as subject, object, source.
  virtual Result<std::vector<ClaimLink>> claims_about(EntityNumber entity, std::size_t most) = 0;
  virtual Result<std::vector<ClaimLink>> claims_naming(EntityNumber entity, std::size_t most) = 0;
  virtual Result<std::vector<ClaimLink>> claims_of_source(EntityNumber entity, std::size_t most) = 0;
  virtual Result<std::string> entity_id(EntityNumber entity) = 0;
  virtual Result<std::string> term(TermNumber number) = 0;
  /// Entities with a name key, each once.
  virtual Result<std::vector<EntityNumber>> named(const std::string& key) = 0;
  /// Every name key with its entity, in any order.
  virtual Result<void> scan_names(const std::function<void(std::string_view key, EntityNumber)>& each) = 0;
  virtual bool load_withdrawn(LoadNumber load) = 0;
  /// Taken back, alone or with its load.
  virtual Result<bool> withdrawn(const Claim& claim) = 0;
};

}  // namespace talentflow::graph
