// The snapshot: all claims of a store as columns of small numbers, made for passing over millions of them.
//
// A Store finds one claim; a reading needs all of them, filtered and grouped, in a second. A Snapshot is made
// by one scan and never changes; advance() makes the next one by reading only the claims that came since,
// sharing the rest (chunked.hpp). It judges nothing: what counts, what is fused and what a source is worth is
// the reading's (make_view).
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string_view>
#include <vector>

#include "graph/snapshot/chunked.hpp"
#include "graph/snapshot/known_careers.hpp"
#include "graph/snapshot/text_table.hpp"
#include "graph/store/store.hpp"
#include "schema/claim.hpp"
#include "schema/result.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// Position of a claim in its Snapshot: dense, ascending with the claim's number.
using ClaimIndex = std::uint32_t;
inline constexpr ClaimIndex kNoClaim = 0xFFFFFFFF;

/// An EDTF date in nine bytes.
struct PackedDate {
  static std::uint8_t pack(const Date& date);
  static Date unpack(std::uint8_t code, Day low, Day high);
};

/// What of a claim takes part in fusing and filtering. Texts stay in the store, or are codes.
struct ClaimRow {
  enum Flag : std::uint8_t { describes = 1, has_amount = 2, former = 4 };

  Instant recorded = kAlways;
  std::uint32_t number = 0;  ///< ClaimNumber
  EntityNumber subject = 0;
  EntityNumber object = 0;  ///< of a withdrawal: ClaimNumber of its target, 0 when there is no such claim
  EntityNumber source = 0;
  TermNumber relation = 0;
  LoadNumber load = 0;
  std::uint32_t role = 0;        ///< Snapshot::text(); of a description: its shape, Snapshot::shape()
  std::uint32_t properties = 0;  ///< 1 + index into Snapshot's property bytes, 0 = none
  std::uint32_t edge_id = 0;     ///< 1 + index into Snapshot's edge ids, 0 = none
  Day start_low = 0, start_high = 0, end_low = 0, end_high = 0;
  float confidence = -1.0F;
  std::array<char, 2> place{};
  std::uint8_t start = 0, end = 0;  ///< PackedDate codes
  Stance stance = Stance::asserts;
  Status status = Status::none;
  std::uint8_t credibility = 0;
  std::uint8_t flags = 0;

  bool has(Flag flag) const { return (flags & flag) != 0; }
  Date start_date() const { return PackedDate::unpack(start, start_low, start_high); }
  Date end_date() const { return PackedDate::unpack(end, end_low, end_high); }
};
static_assert(sizeof(ClaimRow) == 72);

/// What a relation term means, looked up once.
struct TermInfo {
  std::uint32_t name = 0;  ///< Snapshot::names(), canonical spelling
  CareerMeaning career = CareerMeaning::none;
  OrgMeaning org = OrgMeaning::none;
  bool known = false;
  bool describes = false;
};

/// The labels that one description states.
struct DescriptionShape {
  bool has_kind = false, has_labels = false;
  std::uint32_t kind = 0;  ///< Snapshot::names()
  std::vector<std::uint32_t> labels;
};

/// How much work making a snapshot was: asserted by tests.
struct SnapshotWork {
  std::uint64_t claims_read = 0;
  std::uint64_t entities_read = 0;
};

/// Immutable; any thread may read. Holds the store for the texts that it does not keep.
class Snapshot : public std::enable_shared_from_this<Snapshot> {
 public:
  /// Reads the columns kept in the store (kept.hpp), where there are any, and the claims that came since.
  /// `vocabulary` must outlive the snapshot and all made from it. Errors: those of the store.
  static Result<std::shared_ptr<const Snapshot>> build(std::shared_ptr<const Store> store,
                                                       const Vocabulary& vocabulary);
  /// The snapshot with the claims that were stored since; this one when there are none.
  Result<std::shared_ptr<const Snapshot>> advance() const;

  const Store& store() const { return *store_; }
  const Vocabulary& vocabulary() const { return *vocabulary_; }

  std::size_t claim_count() const { return rows_.size(); }
  const ClaimRow& row(ClaimIndex index) const { return rows_[index]; }
  /// Position of a claim, or kNoClaim.
  ClaimIndex find(ClaimNumber number) const;
  std::string_view property_bytes(const ClaimRow& row) const {
    return row.properties == 0 ? std::string_view() : properties_[row.properties - 1];
  }
  std::string_view edge_id(const ClaimRow& row) const {
    return row.edge_id == 0 ? std::string_view() : edge_ids_[row.edge_id - 1];
  }
  /// Positions of claims with stance `withdraws`.
  const std::vector<ClaimIndex>& withdrawals() const { return withdrawals_; }
  /// What withdrawals take back beside their own targets (versions.hpp): pairs of claim numbers, the withdrawal
  /// and the claim.
  const std::vector<std::uint32_t>& replaced() const { return replaced_; }
  std::size_t description_count() const { return descriptions_; }

  /// Highest entity number.
  EntityNumber last_entity() const { return static_cast<EntityNumber>(entity_ids_.size() - 1); }
  /// Empty for a number that was erased.
  std::string_view entity_id(EntityNumber entity) const { return entity_ids_[entity]; }

  const TermInfo& term(TermNumber number) const { return terms_[number]; }
  const TextTable& names() const { return *names_; }  ///< property names, labels, relations
  const TextTable& texts() const { return *texts_; }  ///< roles; code 0 is the empty text
  RoleClasses role_classes(std::uint32_t text) const { return role_classes_[text]; }
  const DescriptionShape& shape(std::uint32_t code) const { return shapes_[code]; }
  std::size_t shape_count() const { return shapes_.size(); }

  /// Careers of the default reading, of this snapshot or of an earlier one, that new ones can be made from.
  KnownCareers known_careers() const;
  void remember(KnownCareers known) const;

  /// The store keeps columns that this snapshot began with (kept.hpp): only what is beyond them need be
  /// written.
  bool kept() const { return kept_; }
  void set_kept() const { kept_ = true; }

  const SnapshotWork& work() const { return work_; }

 private:
  friend class SnapshotBuilder;
  friend class SnapshotKeeper;

  std::shared_ptr<const Store> store_;
  const Vocabulary* vocabulary_ = nullptr;
  ChunkedVector<ClaimRow> rows_;
  ChunkedText properties_, edge_ids_, entity_ids_;
  std::vector<ClaimIndex> withdrawals_;
  std::vector<std::uint32_t> replaced_;
  std::size_t descriptions_ = 0;
  std::vector<TermInfo> terms_;
  std::shared_ptr<TextTable> names_, texts_, shape_texts_;
  std::vector<RoleClasses> role_classes_;
  std::vector<DescriptionShape> shapes_;
  SnapshotWork work_;
  mutable std::mutex known_mutex_;
  mutable KnownCareers known_;
  mutable std::atomic<bool> kept_{false};
};

}  // namespace talentflow::graph
