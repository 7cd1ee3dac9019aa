// The store of claims: what is written, and how it is found again. Everything derived is elsewhere.
//
// One process writes; others read beside it. A Store opened for reading sees what was committed when it was
// opened, and later commits after catch_up().
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/record.hpp"
#include "schema/result.hpp"

namespace spdlog {
class logger;
}

namespace talentflow::graph {

/// Raised when an older program would misread the store.
inline constexpr std::uint32_t kFormatVersion = 1;

enum class Access { read, write };

struct StoreOptions {
  std::string path;  ///< a directory, or ":memory:"
  Access access = Access::write;
  bool create = true;                         ///< write access only: make a store where there is none
  bool recover = false;                       ///< accept the loss of a damaged log's tail
  std::uint64_t memory_bytes = 512ULL << 20;  ///< caches, write buffers and look-up tables together
  std::function<Instant()> clock;             ///< required
  std::shared_ptr<spdlog::logger> logger;     ///< required; may be a null-sink logger
};

struct StoreInfo {
  std::uint32_t format_version = 0;
  std::uint64_t entities = 0, claims = 0, terms = 0, loads = 0, reviews = 0, disk_bytes = 0;
  EntityNumber last_entity = 0;  ///< the highest number so far, forgotten ones included
};

struct LoadInfo {
  LoadNumber number = 0;
  Instant started = 0, finished = 0;
  std::string input, adapter;
  std::uint32_t adapter_version = 0;
  ClaimNumber first_claim = 0;
  std::uint64_t claims = 0, known = 0, rejected = 0;
  bool withdrawn = false;
  Instant withdrawn_at = 0;
};

struct EntityInfo {
  EntityNumber number = 0;
  std::string id;
  bool declared = false;  ///< false while it was only mentioned
};

struct ReviewItem {
  std::string mention, kind, reason;
  EntityNumber assigned = 0;
  std::vector<EntityNumber> candidates;
  LoadNumber load = 0;
  std::uint64_t line = 0;
};

/// What became of one record.
enum class Taken { added, known, deferred };

/// Why a deferred record was refused in the end.
struct Refusal {
  std::string input;
  std::uint64_t line = 0;
  std::string reason;
  std::string raw;
};

/// One load being written. Destroying it without finish() drops what was not committed.
class LoadWriter {
 public:
  virtual ~LoadWriter() = default;
  /// Starts another input file of the same load (several files of one command are one load, so that claims
  /// may refer to ids that come in a later file).
  virtual void begin_input(const std::string& name, std::string_view adapter,
                           std::uint32_t adapter_version) = 0;
  /// Resolves and keeps one record. An Error with ErrorCode::invalid_input or conflict is about this record
  /// alone (reject it and go on); any other error ends the load.
  virtual Result<Taken> add(const Record& record) = 0;
  /// Commits everything, refuses deferred claims whose ids never came, makes it durable.
  struct Summary {
    LoadInfo load;
    std::vector<Refusal> refused;
    std::uint64_t reviews = 0;  ///< names that need a decision
    std::uint64_t links = 0;    ///< names and ids that were clear
    std::uint64_t added_entities = 0;
  };
  virtual Result<Summary> finish() = 0;
};

/// A finding of check().
struct Finding {
  std::string family;
  std::string key;
  std::string problem;
};

class Store {
 public:
  virtual ~Store() = default;

  /// Errors: locked, damaged, format (no store, foreign directory, newer version), io.
  static Result<std::unique_ptr<Store>> open(const StoreOptions& options);

  virtual StoreInfo info() const = 0;
  virtual Result<void> catch_up() = 0;  ///< read access: see later commits
  /// Number of the last commit that this object sees: while it stays, nothing has changed.
  virtual std::uint64_t sequence() const = 0;

  // identities
  virtual Result<std::optional<EntityNumber>> find_entity(std::string_view id) const = 0;
  virtual Result<EntityInfo> entity(EntityNumber number) const = 0;
  virtual Result<std::optional<TermNumber>> find_term(std::string_view term) const = 0;
  virtual Result<std::string> term(TermNumber number) const = 0;
  /// In ascending number; the callback returns false to stop.
  virtual Result<void> scan_entities(EntityNumber first,
                                     const std::function<bool(const EntityInfo&)>& each) const = 0;
  /// Entities with this normalised name key (names/normalise.hpp).
  virtual Result<std::vector<EntityNumber>> find_by_name(std::string_view key) const = 0;

  /// The entity that an entity was linked to, at the end of the chain; itself when it was linked to none.
  /// What a reading merges can differ: it weighs the claims (snapshot/identity.hpp).
  virtual Result<EntityNumber> stands_for(EntityNumber entity) const = 0;

  // claims
  virtual Result<Claim> claim(ClaimNumber number) const = 0;
  virtual Result<std::optional<ClaimNumber>> find_claim(std::string_view id) const = 0;
  /// Claims that withdraw the claim with this id, which need not be stored; in ascending number.
  virtual Result<std::vector<ClaimNumber>> withdrawals_of(std::string_view target) const = 0;
  virtual Result<std::vector<ClaimNumber>> claims_about(EntityNumber subject) const = 0;
  virtual Result<std::vector<ClaimNumber>> claims_naming(EntityNumber object) const = 0;
  virtual Result<std::vector<ClaimNumber>> claims_of_source(EntityNumber source) const = 0;
  /// Was the claim taken back, alone or with its load? A withdrawal may itself have been withdrawn.
  virtual Result<bool> is_withdrawn(const Claim& claim) const = 0;
  /// In ascending number from `first`; the callback returns false to stop. The Claim is reused between calls.
  virtual Result<void> scan_claims(ClaimNumber first,
                                   const std::function<bool(const Claim&)>& each) const = 0;

  // loads and house-keeping
  virtual Result<std::vector<LoadInfo>> loads() const = 0;
  virtual Result<std::unique_ptr<LoadWriter>> begin_load(const std::string& input) = 0;
  virtual Result<std::uint64_t> withdraw_load(LoadNumber load) = 0;
  virtual Result<std::vector<ReviewItem>> reviews() const = 0;
  virtual Result<std::uint64_t> forget(EntityNumber entity) = 0;  ///< number of claims erased
  virtual Result<void> backup(const std::string& directory) = 0;
  virtual Result<std::vector<Finding>> check() const = 0;

  /// Derived columns kept beside the claims so that opening is quick. Opaque bytes, which say themselves of
  /// which state of the claims they are: later commits leave them as they are, forget() drops them all.
  virtual Result<std::optional<std::string>> derived(std::string_view name) const = 0;
  virtual Result<void> put_derived(std::string_view name, std::string_view bytes) = 0;
};

}  // namespace talentflow::graph
