// Names known to the adapters that read prose: those of the store, and those that came earlier in the same
// load.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "graph/store/store.hpp"
#include "ingest/adapter.hpp"

namespace talentflow::ingest {

/// Keys under which a name is looked up: the store's own, so that a name means the same whether its entity was stored
/// before or comes in the same load.
std::set<std::string> lexicon_keys(std::string_view name);

/// Names of one load, kept in memory. Also what tests use.
class MemoryLexicon final : public Lexicon {
 public:
  /// Adds the entity under its name and aliases, and its external ids as "ticker:BABA". At most `most`
  /// entities.
  void add(const EntityRecord& entity);
  std::vector<Entry> find(std::string_view name) const override;
  std::optional<Entry> find_id(std::string_view id) const override;

 private:
  static constexpr std::size_t kMost = 500'000;
  std::vector<Entry> entries_;
  std::multimap<std::string, std::size_t, std::less<>> names_;
  std::map<std::string, std::size_t, std::less<>> ids_;
};

/// What an open store knows, with the load's own names in front. Neither is owned; both outlive it.
class StoreLexicon final : public Lexicon {
 public:
  StoreLexicon(const graph::Store& store, const MemoryLexicon& load) : store_(store), load_(load) {}
  std::vector<Entry> find(std::string_view name) const override;
  std::optional<Entry> find_id(std::string_view id) const override;

 private:
  std::optional<Entry> describe(EntityNumber number) const;
  const graph::Store& store_;
  const MemoryLexicon& load_;
};

}  // namespace talentflow::ingest
