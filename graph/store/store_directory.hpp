// A store's directory: what lies in it besides RocksDB's files.
//
//   TALENTFLOW    "talentflow store, format 1": tells a store from any other directory
//   lock          held by the one writer (flock)
//   last_commit   number of the last acknowledged commit, apart from the log that holds it
//   rocks/        RocksDB
//   incoming/     sorted files of a load, until they are taken over; emptied when a writer opens
//
// A new store is made in a directory beside the wanted one and renamed when it is complete, so a kill during
// creation leaves no half store.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "schema/result.hpp"

namespace talentflow::graph {

class StoreDirectory {
 public:
  explicit StoreDirectory(std::string path) : path_(std::move(path)) {}

  enum class State { absent, empty, store };
  /// Errors: format (a file, a foreign directory, a newer format), io.
  Result<State> state() const;

  /// Makes the directory: `fill` gets the path of an empty directory and makes RocksDB's files there. An
  /// existing empty directory is replaced.
  Result<void> create(const std::function<Result<void>(const std::string& rocks)>& fill) const;

  /// Removes what a load that died left in incoming/.
  Result<void> clear_incoming() const;
  Result<void> write_last_commit(std::uint64_t sequence) const;
  /// 0 when nothing was acknowledged yet. Errors: damaged.
  Result<std::uint64_t> last_commit() const;

  const std::string& path() const { return path_; }
  std::string rocks() const { return path_ + "/rocks"; }
  std::string incoming() const { return path_ + "/incoming"; }
  std::string lock_file() const { return path_ + "/lock"; }
  /// Bytes of all files.
  std::uint64_t bytes() const;

 private:
  std::string path_;
};

/// The writer's lock, held while the object lives. Errors: locked, io.
class DirectoryLock {
 public:
  static Result<DirectoryLock> take(const StoreDirectory& directory);
  DirectoryLock(DirectoryLock&& other) noexcept;
  DirectoryLock& operator=(DirectoryLock&&) = delete;
  ~DirectoryLock();

 private:
  explicit DirectoryLock(int file) : file_(file) {}
  int file_;
};

}  // namespace talentflow::graph
