#include "query/facade/database.hpp"

#include <algorithm>
#include <chrono>
#include <optional>

#include "graph/snapshot/kept.hpp"
#include "graph/snapshot/make_view.hpp"
#include "graph/snapshot/snapshot.hpp"

namespace talentflow::query {
namespace {

constexpr std::size_t kKeptViews = 6;

std::int64_t system_nanoseconds() {
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(now).count();
}

bool same(const graph::SourceSet& a, const graph::SourceSet& b) {
  return a.op == b.op && a.text == b.text && a.sources == b.sources &&
         std::equal(a.parts.begin(), a.parts.end(), b.parts.begin(), b.parts.end(), same);
}

bool same(const graph::Reading& a, const graph::Reading& b) {
  if (a.as_of != b.as_of || a.valid != b.valid || a.min_confidence != b.min_confidence ||
      a.contested != b.contested)
    return false;
  if (a.according_to.has_value() != b.according_to.has_value()) return false;
  return !a.according_to || same(*a.according_to, *b.according_to);
}

}  // namespace

Database::Database(const DatabaseOptions& options, std::shared_ptr<graph::Store> store)
    : path_(options.path),
      access_(options.access),
      derived_bytes_(options.derived_bytes),
      store_(std::move(store)) {}

Database::~Database() = default;

Result<std::unique_ptr<Database>> Database::open(const DatabaseOptions& options) {
  if (options.path == ":memory:" && options.access == graph::Access::read)
    return make_error(ErrorCode::usage, "", "a database in memory begins empty; open it for writing");
  graph::StoreOptions store;
  store.path = options.path;
  store.access = options.access;
  store.create = options.create;
  store.recover = options.recover;
  store.memory_bytes = options.memory_bytes;
  store.clock = [] { return system_nanoseconds() / 1000; };
  store.logger = make_logger(options.log);
  auto opened = graph::Store::open(store);
  if (!opened.ok()) return opened.error();
  return std::unique_ptr<Database>(new Database(options, opened.take()));
}

Result<void> Database::catch_up() {
  if (access_ == graph::Access::write) return {};
  return store_->catch_up();
}

Result<std::shared_ptr<const graph::Store>> Database::fresh_store() {
  TALENTFLOW_TRY(catch_up());
  return std::shared_ptr<const graph::Store>(store_);
}

void Database::drop_views() {
  const std::lock_guard lock(views_mutex_);
  kept_.clear();
  snapshot_.reset();
}

// advance() follows claims that were added. A load withdrawn by another process shows only in the list of
// loads.
Result<void> Database::refresh_snapshot() {
  const std::uint64_t sequence = store_->sequence();
  if (snapshot_ != nullptr && sequence == sequence_seen_) return {};
  std::uint64_t withdrawn = 0;
  if (access_ == graph::Access::read) {
    auto loads = store_->loads();
    if (!loads.ok()) return loads.error();
    for (const auto& load : *loads) withdrawn += load.withdrawn ? 1 : 0;
  }
  const bool rebuild = snapshot_ == nullptr || withdrawn != withdrawn_seen_;
  auto next = rebuild ? graph::Snapshot::build(store_, Vocabulary::standard()) : snapshot_->advance();
  if (!next.ok()) return next.error();
  withdrawn_seen_ = withdrawn;
  if (*next != snapshot_) kept_.clear();
  snapshot_ = next.take();
  sequence_seen_ = sequence;
  return {};
}

Result<std::shared_ptr<const graph::View>> Database::make_and_keep(const graph::Reading& reading) {
  auto made = graph::make_view(snapshot_, reading);
  if (!made.ok()) return made.error();
  kept_.push_front({reading, *made});
  if (kept_.size() > kKeptViews) kept_.pop_back();
  return *made;
}

Result<std::shared_ptr<const graph::View>> Database::view(const graph::Reading& reading) {
  const std::lock_guard lock(views_mutex_);
  TALENTFLOW_TRY(catch_up());
  TALENTFLOW_TRY(refresh_snapshot());
  const auto kept =
      std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return same(one.reading, reading); });
  if (kept == kept_.end()) return make_and_keep(reading);
  kept_.splice(kept_.begin(), kept_, kept);
  return kept_.front().view;
}

std::shared_ptr<const graph::View> Database::kept_view(const graph::Reading& reading) {
  const std::unique_lock lock(views_mutex_, std::try_to_lock);
  if (!lock.owns_lock() || snapshot_ == nullptr) return nullptr;
  if (!catch_up().ok() || store_->sequence() != sequence_seen_) return nullptr;
  const auto kept =
      std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return same(one.reading, reading); });
  if (kept == kept_.end()) return nullptr;
  kept_.splice(kept_.begin(), kept_, kept);
  return kept_.front().view;
}

Result<std::shared_ptr<const graph::View>> Database::view(const graph::Reading& reading,
                                                          const graph::Budget& budget) {
  if (auto kept = kept_view(reading)) return kept;
  // Deep in their loops, the snapshot and the View know of no interrupt.
  const auto made = std::make_shared<std::optional<ViewResult>>();
  TALENTFLOW_TRY(background_.run([this, reading, made] { made->emplace(view(reading)); }, budget));
  return std::move(**made);
}

Result<std::unique_ptr<Statement>> Database::query(std::string_view text, ValueMap parameters,
                                                   const graph::Limits& limits) {
  auto statement = std::make_unique<Statement>(limits, interrupt_);
  Execution execution;
  execution.views = [this, running = statement.get()](const graph::Reading& reading) {
    auto made = view(reading, running->budget());
    if (made.ok()) running->hold(*made);
    return made;
  };
  execution.beside = [this, running = statement.get()](std::function<void()> work) {
    return background_.run(std::move(work), running->budget());
  };
  execution.vocabulary = &Vocabulary::standard();
  execution.parameters = std::move(parameters);
  execution.budget = &statement->budget();
  execution.clock = system_nanoseconds;
  auto cursor = execute(text, std::move(execution));
  if (!cursor.ok()) return cursor.error();
  statement->attach(cursor.take());
  return statement;
}

Result<void> Database::require_write() const {
  if (access_ == graph::Access::write) return {};
  return make_error(ErrorCode::usage, path_, "is open for reading only; open it for writing to change it");
}

Result<ingest::Report> Database::ingest(const std::vector<std::string>& paths, ingest::Options options,
                                        const ingest::Progress* progress) {
  if (!options.dry_run) TALENTFLOW_TRY(require_write());
  const std::lock_guard lock(writing_);
  const Interrupt::Work work(interrupt_);
  options.stop = [this, asked = std::move(options.stop)] {
    return interrupt_.raised() || (asked && asked());
  };
  const bool stored = !options.dry_run;
  auto report = ingest::ingest(*store_, paths, options, progress);
  if (report.ok() && stored) keep_derived();
  return report;
}

// Best effort: what cannot be kept is derived anew at the next opening. A small store is quick without, and
// of a large one all columns are in memory while they are made: a load that was told how much it may take
// does without.
void Database::keep_derived() {
  constexpr std::uint64_t kWorthKeeping = 20'000;
  constexpr std::uint64_t kBytesOfClaim = 300, kBytesOfEntity = 200;  // measured, with room to spare
  const graph::StoreInfo info = store_->info();
  const std::uint64_t needed = info.claims * kBytesOfClaim + info.entities * kBytesOfEntity;
  if (path_ == ":memory:" || info.claims < kWorthKeeping || needed > derived_bytes_ || !view({}).ok()) return;
  std::shared_ptr<const graph::Snapshot> snapshot;
  {
    const std::lock_guard lock(views_mutex_);
    snapshot = snapshot_;
  }
  if (snapshot != nullptr) static_cast<void>(graph::keep_derived(*store_, *snapshot));
}

Result<std::uint64_t> Database::withdraw(LoadNumber load) {
  TALENTFLOW_TRY(require_write());
  const std::lock_guard lock(writing_);
  auto count = store_->withdraw_load(load);
  drop_views();
  return count;
}

Result<std::uint64_t> Database::forget(std::string_view id) {
  TALENTFLOW_TRY(require_write());
  const std::lock_guard lock(writing_);
  auto found = store_->find_entity(id);
  if (!found.ok()) return found.error();
  if (!*found) {
    std::string hint;
    auto current = view({});
    if (current.ok())
      for (const auto node : (*current)->find_nodes_like(id))
        hint += (hint.empty() ? "; did you mean " : ", ") + (*current)->node_id(node);
    return make_error(ErrorCode::not_found, "",
                      "there is nothing with the id '" + std::string(id) + "'" + hint);
  }
  auto count = store_->forget(**found);
  drop_views();
  return count;
}

Result<graph::Decided> Database::decide(std::string_view one, std::string_view other, graph::Who who,
                                        const std::string& author, const std::string& note) {
  TALENTFLOW_TRY(require_write());
  const std::lock_guard lock(writing_);
  auto current = view({});
  if (!current.ok()) return current.error();
  return graph::decide(*store_, **current, one, other, who, author, note);
}

Result<graph::Decided> Database::undo(std::string_view claim, const std::string& author) {
  TALENTFLOW_TRY(require_write());
  const std::lock_guard lock(writing_);
  return graph::undo(*store_, claim, author);
}

Result<void> Database::backup(const std::string& directory) {
  if (directory.empty()) return make_error(ErrorCode::usage, "", "no directory for the backup was named");
  return store_->backup(directory);
}

}  // namespace talentflow::query
