// Database: a store with all that makes it answer. The one class where ingest and query meet.
//
//   Store (claims) -> Snapshot (columns, brought up to date) -> Views (one a reading, cached) -> engine ->
//   rows
//
// Queries may run on any number of threads at once. Writing calls (ingest, withdraw, forget, decide) run one
// at a time and beside queries: a query keeps the View it started with.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "graph/budget.hpp"
#include "graph/identity/decisions.hpp"
#include "graph/store/store.hpp"
#include "graph/view.hpp"
#include "ingest/pipeline/pipeline.hpp"
#include "query/facade/background.hpp"
#include "query/facade/interrupt.hpp"
#include "query/facade/logger.hpp"
#include "query/facade/statement.hpp"

namespace talentflow::graph {
class Snapshot;
}

namespace talentflow::query {

struct DatabaseOptions {
  std::string path;  ///< a directory, or ":memory:"
  graph::Access access = graph::Access::write;
  bool create = true;
  bool recover = false;
  std::uint64_t memory_bytes = 512ULL << 20;
  /// At the end of a load what a first query needs is made and kept in the store, if that takes no more than
  /// this: a query's own default, or memory_bytes where somebody asked for that.
  std::uint64_t derived_bytes = 2ULL << 30;
  LogFunction log;  ///< may be empty
};

class Database {
 public:
  /// Errors: locked, damaged, format, io; usage for ":memory:" opened for reading.
  static Result<std::unique_ptr<Database>> open(const DatabaseOptions& options);
  ~Database();

  const std::string& path() const { return path_; }
  Interrupt& interrupt() { return interrupt_; }
  /// For what only looks: info, loads, reviews, check. Up to date with other processes' commits.
  Result<std::shared_ptr<const graph::Store>> fresh_store();

  /// The graph under a reading, up to date with all commits. The default reading's View and those of the last
  /// few others are kept until the store changes.
  Result<std::shared_ptr<const graph::View>> view(const graph::Reading& reading);
  /// The same, ended by the budget: its time, or an interrupt. What was begun is finished for the next one
  /// who asks.
  Result<std::shared_ptr<const graph::View>> view(const graph::Reading& reading, const graph::Budget& budget);

  /// Starts one statement.
  Result<std::unique_ptr<Statement>> query(std::string_view text, ValueMap parameters,
                                           const graph::Limits& limits);

  /// One load. `options.stop` is set here. Errors: usage when opened for reading.
  Result<ingest::Report> ingest(const std::vector<std::string>& paths, ingest::Options options,
                                const ingest::Progress* progress);
  Result<std::uint64_t> withdraw(LoadNumber load);
  /// Errors: not_found, with the nearest known ids.
  Result<std::uint64_t> forget(std::string_view id);
  /// Who is who, decided by a person (graph/identity/decisions.hpp). Errors: usage when opened for reading.
  Result<graph::Decided> decide(std::string_view one, std::string_view other, graph::Who who,
                                const std::string& author, const std::string& note);
  Result<graph::Decided> undo(std::string_view claim, const std::string& author);
  Result<void> backup(const std::string& directory);

 private:
  Database(const DatabaseOptions& options, std::shared_ptr<graph::Store> store);
  Result<void> catch_up();
  Result<void> refresh_snapshot();
  using ViewResult = Result<std::shared_ptr<const graph::View>>;
  /// The kept View when nothing has changed since it was made; nullptr when there is work to do.
  std::shared_ptr<const graph::View> kept_view(const graph::Reading& reading);
  ViewResult make_and_keep(const graph::Reading& reading);
  Result<void> require_write() const;
  void drop_views();
  void keep_derived();

  std::string path_;
  graph::Access access_;
  std::uint64_t derived_bytes_;
  std::shared_ptr<graph::Store> store_;
  Interrupt interrupt_;

  std::mutex writing_;  ///< held over a whole write
  std::mutex views_mutex_;
  std::shared_ptr<const graph::Snapshot> snapshot_;
  std::uint64_t sequence_seen_ = 0;   ///< of the store, when the snapshot was brought up to date
  std::uint64_t withdrawn_seen_ = 0;  ///< loads withdrawn, forgotten: what advance() cannot follow
  struct KeptView {
    graph::Reading reading;
    std::shared_ptr<const graph::View> view;
  };
  std::list<KeptView> kept_;  ///< the last used first

  Background background_;  ///< the last member: its work uses the others
};

}  // namespace talentflow::query
