#include "graph/store/rocks_key_value.hpp"

#include <atomic>
#include <filesystem>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <utility>

#include <rocksdb/utilities/checkpoint.h>
#include <rocksdb/write_batch.h>
#include <stdlib.h>

#include "graph/store/keys.hpp"
#include "graph/store/rocks_internal.hpp"
#include "graph/store/rocks_keeping_files.hpp"
#include "graph/store/rocks_prefixes.hpp"
#include "graph/store/store_copy.hpp"

namespace talentflow::graph {
namespace {

using rocks::Database;
using rocks::error_of;
using rocks::slice;
using rocks::view;

struct Opened {
  rocksdb::Status status;
  std::unique_ptr<Database> database;
};

enum class Mode { write, inspect };

Opened open_database(const std::string& path, const RocksOptions& options, rocksdb::WALRecoveryMode recovery,
                     Mode mode) {
  rocksdb::DBOptions database_options = rocks::database_options(options);
  database_options.wal_recovery_mode = recovery;
  rocksdb::DB* raw = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  Opened opened;
  const auto families = rocks::families(options);
  opened.status = mode == Mode::write
                      ? rocksdb::DB::Open(database_options, path, families, &handles, &raw)
                      : rocksdb::DB::OpenForReadOnly(database_options, path, families, &handles, &raw);
  if (opened.status.ok()) opened.database = std::make_unique<Database>(raw, std::move(handles));
  return opened;
}

/// The sequence number of the last commit that the database holds; 0 when it holds none.
Result<std::uint64_t> sequence_in(const Database& database, const RocksOptions& options,
                                  const std::string& path) {
  std::string meta;
  const rocksdb::Status status = database->Get({}, database.family(Family::meta), slice(keys::kMeta), &meta);
  if (status.IsNotFound()) return std::uint64_t{0};
  if (!status.ok()) return error_of(status, path, "reading the meta record");
  return options.sequence_of(meta);
}

Error lost_commits(const std::string& path, std::uint64_t held, std::uint64_t acknowledged) {
  return make_error(
      ErrorCode::damaged, path,
      "the log is damaged: commits " + std::to_string(held + 1) + " to " + std::to_string(acknowledged) +
          " were acknowledged and are lost; restore a backup, or open with --recover to go on without them");
}

/// Opens for writing by the rule at the head of rocks_key_value.hpp.
Result<std::unique_ptr<Database>> open_recovering(const StoreDirectory& directory,
                                                  const RocksOptions& options) {
  const auto acknowledged = directory.last_commit();
  if (!acknowledged.ok() && !options.recover) return acknowledged.error();
  const std::uint64_t wanted = options.recover ? 0 : *acknowledged;
  auto opened =
      open_database(directory.rocks(), options, rocksdb::WALRecoveryMode::kAbsoluteConsistency, Mode::write);
  if (!opened.status.ok()) {
    const rocksdb::Status first = opened.status;
    auto inspected = open_database(directory.rocks(), options, rocksdb::WALRecoveryMode::kPointInTimeRecovery,
                                   Mode::inspect);
    if (!inspected.status.ok()) return error_of(first, directory.path(), "opening");
    const auto held = sequence_in(*inspected.database, options, directory.path());
    if (!held.ok()) return held.error();
    if (*held < wanted) return lost_commits(directory.path(), *held, wanted);
    inspected.database.reset();
    opened = open_database(directory.rocks(), options, rocksdb::WALRecoveryMode::kPointInTimeRecovery,
                           Mode::write);
    if (!opened.status.ok()) return error_of(opened.status, directory.path(), "opening");
  }
  const auto held = sequence_in(*opened.database, options, directory.path());
  if (!held.ok()) return held.error();
  if (*held < wanted) return lost_commits(directory.path(), *held, wanted);
  if (options.recover) TALENTFLOW_TRY(directory.write_last_commit(*held));
  return std::move(opened.database);
}

/// One iterator for all prefixes: making one costs several times as much as moving it.
class RocksPrefixReader final : public PrefixReader {
 public:
  RocksPrefixReader(std::unique_ptr<rocksdb::Iterator> at, std::string path)
      : at_(std::move(at)), path_(std::move(path)) {}
  Result<void> scan(std::string_view prefix, const KeyValue::Visitor& visit) override {
    for (at_->Seek(slice(prefix)); at_->Valid() && at_->key().starts_with(slice(prefix)); at_->Next())
      if (!visit(view(at_->key()), view(at_->value()))) break;
    const rocksdb::Status status = at_->status();
    return status.ok() ? Result<void>() : error_of(status, path_, "reading");
  }

 private:
  std::unique_ptr<rocksdb::Iterator> at_;
  std::string path_;
};

/// What reader and writer share: everything that reads.
class RocksReads : public KeyValue {
 public:
  /// `surroundings` is what the database needs around it until it is closed.
  RocksReads(StoreDirectory directory, std::shared_ptr<void> surroundings, std::unique_ptr<Database> database)
      : directory_(std::move(directory)),
        surroundings_(std::move(surroundings)),
        database_(std::move(database)) {}

  Result<bool> get(Family family, std::string_view key, std::string& value) const override {
    const std::shared_lock lock(opening_);
    if (!database_) return closed();
    rocksdb::PinnableSlice pinned;
    const rocksdb::Status status = (*database_)->Get({}, database_->family(family), slice(key), &pinned);
    if (status.IsNotFound()) return false;
    if (!status.ok()) return failure(status, "reading");
    value.assign(pinned.data(), pinned.size());
    return true;
  }

  Result<std::vector<std::optional<std::string>>> multi_get(
      Family family, const std::vector<std::string_view>& keys) const override {
    const std::shared_lock lock(opening_);
    if (!database_) return closed();
    std::vector<rocksdb::Slice> slices;
    slices.reserve(keys.size());
    for (const std::string_view key : keys) slices.push_back(slice(key));
    std::vector<rocksdb::PinnableSlice> found(keys.size());
    std::vector<rocksdb::Status> statuses(keys.size());
    (*database_)
        ->MultiGet({}, database_->family(family), keys.size(), slices.data(), found.data(), statuses.data());
    std::vector<std::optional<std::string>> values(keys.size());
    for (std::size_t i = 0; i < keys.size(); ++i) {
      if (statuses[i].ok())
        values[i].emplace(found[i].data(), found[i].size());
      else if (!statuses[i].IsNotFound())
        return failure(statuses[i], "reading");
    }
    return values;
  }

  Result<void> scan(Family family, std::string_view from, std::string_view until,
                    const Visitor& visit) const override {
    rocksdb::ReadOptions options;
    options.total_order_seek = true;
    return scan(family, from, until, options, visit);
  }

  Result<void> scan_prefix(Family family, std::string_view prefix, const Visitor& visit) const override {
    if (!rocks::is_whole_prefix(family, prefix)) return KeyValue::scan_prefix(family, prefix, visit);
    rocksdb::ReadOptions options;
    options.prefix_same_as_start = true;  // files whose filter has not this prefix are passed over
    return scan(family, prefix, {}, options, visit);
  }

  std::unique_ptr<PrefixReader> prefix_reader(Family family) const override {
    const std::shared_lock lock(opening_);
    if (!database_ || rocks::prefixes_of(family) == nullptr) return KeyValue::prefix_reader(family);
    rocksdb::ReadOptions options;
    options.prefix_same_as_start = true;
    return std::make_unique<RocksPrefixReader>(
        std::unique_ptr<rocksdb::Iterator>((*database_)->NewIterator(options, database_->family(family))),
        directory_.path());
  }

  Result<std::uint64_t> bytes() const override { return directory_.bytes(); }

 protected:
  Error closed() const {
    return make_error(ErrorCode::io, directory_.path(), "the store could not be opened again; open it anew");
  }
  Error failure(const rocksdb::Status& status, const std::string& doing) const {
    return error_of(status, directory_.path(), doing);
  }
  Result<void> scan(Family family, std::string_view from, std::string_view until,
                    rocksdb::ReadOptions options, const Visitor& visit) const {
    const std::shared_lock lock(opening_);
    if (!database_) return closed();
    const rocksdb::Slice bound = slice(until);
    if (!until.empty()) options.iterate_upper_bound = &bound;
    const std::unique_ptr<rocksdb::Iterator> at(
        (*database_)->NewIterator(options, database_->family(family)));
    for (at->Seek(slice(from)); at->Valid(); at->Next())
      if (!visit(view(at->key()), view(at->value()))) break;
    const rocksdb::Status status = at->status();
    return status.ok() ? Result<void>() : failure(status, "reading");
  }
  const StoreDirectory& directory() const { return directory_; }
  Database& database() const { return *database_; }
  bool is_open() const { return database_ != nullptr; }
  /// Closes the database and takes the one that `open` gives; reads wait meanwhile.
  Result<void> reopen(const std::function<Result<std::unique_ptr<Database>>()>& open) {
    const std::unique_lock lock(opening_);
    database_.reset();
    auto opened = open();
    if (!opened.ok()) return opened.error();
    database_ = opened.take();
    return {};
  }

 private:
  StoreDirectory directory_;
  std::shared_ptr<void> surroundings_;
  mutable std::shared_mutex opening_;
  std::unique_ptr<Database> database_;
};

/// Released in the opposite order, after the database is closed.
struct WriterSurroundings {
  DirectoryLock lock;
  std::shared_ptr<rocks::KeepingFileSystem> files;
  std::unique_ptr<rocksdb::Env> env;
};

class RocksWriter final : public RocksReads {
 public:
  RocksWriter(StoreDirectory directory, std::shared_ptr<WriterSurroundings> around, RocksOptions options,
              std::unique_ptr<Database> database)
      : RocksReads(std::move(directory), around, std::move(database)),
        files_(around->files),
        options_(std::move(options)) {}

  Result<void> write(const WriteBatch& batch, Durability durability) override {
    if (!is_open()) return closed();
    rocksdb::WriteBatch changes;
    for (const WriteBatch::Change& change : batch.changes()) {
      auto* family = database().family(change.family);
      const rocksdb::Status status =
          change.erase ? changes.Delete(family, change.key) : changes.Put(family, change.key, change.value);
      if (!status.ok()) return failure(status, "writing");
    }
    rocksdb::WriteOptions options;
    options.sync = durability == Durability::durable;
    const rocksdb::Status status = database()->Write(options, &changes);
    return status.ok() ? Result<void>() : failure(status, "writing");
  }

  Result<std::unique_ptr<SortedWriter>> begin_sorted() override {
    if (!is_open()) return closed();
    return rocks::make_sorted_writer(database(), directory(), *files_, std::to_string(++sorted_writes_));
  }

  Result<void> flush() override {
    if (!is_open()) return closed();
    const rocksdb::Status status = database()->Flush(rocksdb::FlushOptions(), database().handles());
    return status.ok() ? Result<void>() : failure(status, "flushing");
  }

  Result<void> put_in_order(Family family) override {
    if (!is_open()) return closed();
    const rocksdb::Status status =
        database()->CompactRange(rocksdb::CompactRangeOptions(), database().family(family), nullptr, nullptr);
    return status.ok() ? Result<void>() : failure(status, "compacting");
  }

  Result<void> compact() override {
    TALENTFLOW_TRY(flush());
    rocksdb::CompactRangeOptions options;
    options.bottommost_level_compaction = rocksdb::BottommostLevelCompaction::kForceOptimized;
    for (auto* handle : database().handles()) {
      const rocksdb::Status status = database()->CompactRange(options, handle, nullptr, nullptr);
      if (!status.ok()) return failure(status, "compacting");
    }
    // The list of files (MANIFEST) still names the first and last keys of files that are gone; opening writes
    // it anew.
    return reopen([this] { return open_recovering(directory(), options_); });
  }

  Result<void> checkpoint(const std::string& target) override {
    if (!is_open()) return closed();
    const StoreDirectory copy(target);
    const auto last = directory().last_commit();
    if (!last.ok()) return last.error();
    TALENTFLOW_TRY(copy.create([&](const std::string& path) -> Result<void> {
      std::filesystem::remove(path);  // a checkpoint makes its directory itself
      rocksdb::Checkpoint* raw = nullptr;
      rocksdb::Status status = rocksdb::Checkpoint::Create(database().operator->(), &raw);
      const std::unique_ptr<rocksdb::Checkpoint> maker(raw);
      if (status.ok()) status = maker->CreateCheckpoint(path);
      return status.ok() ? Result<void>() : error_of(status, target, "the backup");
    }));
    return copy.write_last_commit(*last);
  }

  Result<void> catch_up() override { return {}; }
  Result<void> note_commit(std::uint64_t sequence) override {
    return directory().write_last_commit(sequence);
  }

 private:
  std::shared_ptr<rocks::KeepingFileSystem> files_;
  RocksOptions options_;
  std::atomic<std::uint64_t> sorted_writes_ = 0;
};

/// A directory of its own for a secondary's notes; removed with the object.
class ScratchDirectory {
 public:
  static std::optional<ScratchDirectory> make() {
    std::string path = (std::filesystem::temp_directory_path() / "talentflow-reader-XXXXXX").string();
    if (::mkdtemp(path.data()) == nullptr) return std::nullopt;
    return ScratchDirectory(std::move(path));
  }
  ScratchDirectory(ScratchDirectory&& other) noexcept : path_(std::exchange(other.path_, {})) {}
  ScratchDirectory& operator=(ScratchDirectory&&) = delete;
  ~ScratchDirectory() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  const std::string& path() const { return path_; }

 private:
  explicit ScratchDirectory(std::string path) : path_(std::move(path)) {}
  std::string path_;
};

class RocksReader final : public RocksReads {
 public:
  /// `last_commit`: noted by the primary before the database was opened.
  RocksReader(StoreDirectory directory, std::shared_ptr<ScratchDirectory> scratch, RocksOptions options,
              std::unique_ptr<Database> database, std::uint64_t last_commit)
      : RocksReads(std::move(directory), std::move(scratch), std::move(database)),
        options_(std::move(options)),
        seen_(last_commit) {}

  /// RocksDB's own way looks at every file again, in tens of milliseconds; the number of the last commit says
  /// in microseconds that there is nothing new.
  Result<void> catch_up() override {
    const auto last = directory().last_commit();
    const std::uint64_t noted = last.ok() ? *last : kNoCommit;
    if (noted != kNoCommit && noted == seen_) return {};
    const rocksdb::Status status = database()->TryCatchUpWithPrimary();
    if (!status.ok()) return failure(status, "catching up");
    seen_ = noted;
    return {};
  }
  /// A secondary cannot link the files of its primary: the copy is made pair by pair.
  Result<void> checkpoint(const std::string& target) override { return copy_store(*this, target, options_); }

  Result<void> write(const WriteBatch&, Durability) override { return read_only(); }
  Result<std::unique_ptr<SortedWriter>> begin_sorted() override { return read_only(); }
  Result<void> flush() override { return read_only(); }
  Result<void> put_in_order(Family) override { return read_only(); }
  Result<void> compact() override { return read_only(); }
  Result<void> note_commit(std::uint64_t) override { return read_only(); }

 private:
  Error read_only() const {
    return make_error(ErrorCode::usage, directory().path(),
                      "the store is open for reading; open it for writing");
  }
  static constexpr std::uint64_t kNoCommit = 0;
  RocksOptions options_;
  std::atomic<std::uint64_t> seen_;
};

}  // namespace

Result<void> create_rocks(const std::string& path, const WriteBatch& initial, const RocksOptions& options) {
  rocksdb::DBOptions database_options = rocks::database_options(options);
  database_options.create_if_missing = true;
  database_options.create_missing_column_families = true;
  rocksdb::DB* raw = nullptr;
  std::vector<rocksdb::ColumnFamilyHandle*> handles;
  rocksdb::Status status =
      rocksdb::DB::Open(database_options, path, rocks::families(options), &handles, &raw);
  if (!status.ok()) return error_of(status, path, "making the store");
  const Database database(raw, std::move(handles));
  rocksdb::WriteBatch changes;
  for (const WriteBatch::Change& change : initial.changes())
    if (status.ok()) status = changes.Put(database.family(change.family), change.key, change.value);
  rocksdb::WriteOptions durable;
  durable.sync = true;
  if (status.ok()) status = database->Write(durable, &changes);
  if (status.ok()) status = database->Flush(rocksdb::FlushOptions(), database.handles());
  return status.ok() ? Result<void>() : error_of(status, path, "making the store");
}

Result<std::unique_ptr<KeyValue>> open_rocks_writer(StoreDirectory directory, const RocksOptions& options) {
  auto lock = DirectoryLock::take(directory);
  if (!lock.ok()) return lock.error();
  TALENTFLOW_TRY(directory.clear_incoming());
  const auto base = options.env != nullptr ? options.env->GetFileSystem() : rocksdb::FileSystem::Default();
  auto files = std::make_shared<rocks::KeepingFileSystem>(base);
  auto around = std::make_shared<WriterSurroundings>(
      WriterSurroundings{lock.take(), files, rocksdb::NewCompositeEnv(files)});
  RocksOptions guarded = options;
  guarded.env = around->env.get();
  auto database = open_recovering(directory, guarded);
  if (!database.ok()) return database.error();
  return std::unique_ptr<KeyValue>(std::make_unique<RocksWriter>(std::move(directory), std::move(around),
                                                                 std::move(guarded), database.take()));
}

Result<std::unique_ptr<KeyValue>> open_rocks_reader(StoreDirectory directory, const RocksOptions& options) {
  auto scratch = ScratchDirectory::make();
  if (!scratch)
    return make_error(ErrorCode::io, directory.path(), "no temporary directory can be made for a reader");
  rocksdb::DBOptions database_options = rocks::database_options(options);
  database_options.max_open_files = -1;           // a secondary must keep files open that its primary removes
  database_options.max_file_opening_threads = 1;  // else sixteen new threads a family, to open one file
  rocksdb::Status status;
  constexpr int kAttempts = 5;  // the primary may remove a file between our reading its name and opening it
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    const auto last_commit = directory.last_commit();
    rocksdb::DB* raw = nullptr;
    std::vector<rocksdb::ColumnFamilyHandle*> handles;
    status = rocksdb::DB::OpenAsSecondary(database_options, directory.rocks(), scratch->path(),
                                          rocks::families(options), &handles, &raw);
    if (!status.ok()) continue;
    auto database = std::make_unique<Database>(raw, std::move(handles));
    return std::unique_ptr<KeyValue>(std::make_unique<RocksReader>(
        std::move(directory), std::make_shared<ScratchDirectory>(std::move(*scratch)), options,
        std::move(database), last_commit.ok() ? *last_commit : 0));
  }
  return error_of(status, directory.path(), "opening");
}

}  // namespace talentflow::graph
