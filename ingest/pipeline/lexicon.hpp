// Names known to the adapters that read prose: those of the store, and those that came earlier in the same
// load.
#pragma once

#include <map>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/store/store.hpp"
#include "ingest/adapter.hpp"

namespace talentflow::ingest {

/// Keys under which a name is looked up: the store's own, so that a name means the same whether its entity
/// was stored before or comes in the same load.
std::set<std::string> lexicon_keys(std::string_view name);

/// Names of one load, kept in memory: at most `limit_bytes` of them, about. Also what tests use.
class MemoryLexicon final : public Lexicon {
 public:
  static constexpr std::size_t kLimitBytes = 16U << 20U;
  explicit MemoryLexicon(std::size_t limit_bytes = kLimitBytes) : limit_bytes_(limit_bytes) {}
  /// Adds the entity under its name and aliases, and its external ids as "ticker:BABA". Past the limit
  /// nothing is added.
  void add(const EntityRecord& entity);
  std::vector<Entry> find(std::string_view name) const override;
  std::optional<Entry> find_id(std::string_view id) const override;
  /// Is there something that was not added?
  bool full() const { return full_; }
  /// About how much memory it takes.
  std::size_t bytes() const { return bytes_; }

 private:
  std::size_t limit_bytes_;
  std::size_t bytes_ = 0;
  bool full_ = false;
  std::vector<Entry> entries_;
  std::multimap<std::string, std::size_t, std::less<>> names_;
  std::map<std::string, std::size_t, std::less<>> ids_;
};

/// What an open store knew before the load, with what the load itself declared in front. Names that documents
/// of the load merely use are not known: whom they mean is decided when the load has been read, and what a
/// page says must not depend on how much of the load was committed before it. Where the load declares more
/// than the MemoryLexicon holds, what it has committed is asked as well.
///
/// Answers are remembered, a bounded amount: the same few names stand in many pages. Neither the store nor
/// the load's names are owned; both outlive it. Not thread-safe.
class StoreLexicon final : public Lexicon {
 public:
  /// To be made before the load begins.
  StoreLexicon(const graph::Store& store, const MemoryLexicon& load)
      : store_(store), load_(load), last_before_(store.info().last_entity) {}
  std::vector<Entry> find(std::string_view name) const override;
  std::optional<Entry> find_id(std::string_view id) const override;

 private:
  static constexpr std::size_t kRememberedBytes = 4U << 20U;
  static constexpr std::size_t kRememberedOfLoad = 10'000;  ///< names, where the load's own count
  static constexpr std::size_t kMostOfName = 200;  ///< of those that share a name, these say what it can name
  /// Entities that the store had before the load, and where asked for the committed ones.
  bool counts(EntityNumber number) const { return number <= last_before_ || load_.full(); }
  bool nothing_stored() const { return last_before_ == 0 && !load_.full(); }
  const std::vector<Entry>& stored(std::string_view name) const;
  std::vector<Entry> look_up(std::string_view name) const;
  std::optional<Entry> describe(EntityNumber number) const;

  const graph::Store& store_;
  const MemoryLexicon& load_;
  EntityNumber last_before_;
  mutable std::unordered_map<std::string, std::vector<Entry>> remembered_;  ///< by name
  mutable std::size_t remembered_bytes_ = 0;
};

}  // namespace talentflow::ingest
