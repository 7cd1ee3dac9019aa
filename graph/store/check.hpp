// Verifies every invariant of the table in graph/README.md. One scan a family; memory is two bits an entity
// and a claim. Adding a family or an invariant: a method here, a row there, a damaged store in
// tests/unit/store/check_test.cpp.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/claim_store.hpp"
#include "graph/store/key_value.hpp"
#include "graph/store/store.hpp"
#include "schema/codec/codec.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// One use. Not thread-safe.
class Checker {
 public:
  explicit Checker(const ClaimStore& store)
      : store_(store), pairs_(store.pairs()), vocabulary_(Vocabulary::standard()), meta_(store.meta()) {}
  /// Findings in the order of the families; empty when all is well. Past kMostFindings the rest is only
  /// counted.
  Result<std::vector<Finding>> run();

 private:
  static constexpr std::size_t kMostFindings = 100;

  void find(Family family, std::string_view key, std::string problem);
  /// Scans a family; `each` decodes and judges one pair.
  template <class Each>
  Result<void> scan(Family family, Each each);
  template <class Row>
  bool decode(Family family, std::string_view key, std::string_view value, Row& row);
  Result<bool> number_is(Family family, std::string_view key, std::string_view number) const;
  bool has_entity(EntityNumber number) const { return number < entities_.size() && entities_[number]; }
  bool has_claim(ClaimNumber number) const { return number < claims_.size() && claims_[number]; }

  // check_identities.cpp
  Result<void> check_meta();
  Result<void> check_forgotten();
  Result<void> check_entities();
  Result<void> check_ids();
  Result<void> check_terms();
  Result<void> check_names();
  Result<void> check_loads();
  Result<void> check_reviews();
  Result<void> check_derived();
  // check_claims.cpp
  Result<void> check_claims();
  Result<void> check_claim(std::string_view key, const Claim& claim);
  Result<void> check_claim_names(std::string_view key, const Claim& claim);
  void check_references(std::string_view key, const Claim& claim);
  void check_values(std::string_view key, const Claim& claim);
  Result<void> check_claim_keys();
  Result<void> check_claim_ids();
  Result<void> check_withdrawn();
  Result<void> check_postings(Family family);
  void check_chunk(Family family, std::string_view key, const codec::PostingsRow& row);
  Result<void> name_missing_postings(Family family);

  const ClaimStore& store_;
  const KeyValue& pairs_;
  const Vocabulary& vocabulary_;
  codec::MetaRow meta_;
  TermNumber described_ = 0;
  std::vector<bool> entities_, claims_;
  std::uint64_t claims_forgotten_ = 0, entities_forgotten_ = 0;
  std::vector<LoadInfo> loads_;
  /// Sums over what each claim says of its ends, and over what the postings say: equal when both are
  /// complete.
  std::array<std::uint64_t, kFamilyNames.size()> said_{}, posted_{};
  std::vector<Finding> findings_;
  std::uint64_t unlisted_ = 0;
};

}  // namespace talentflow::graph
