// A file system that deletes nothing of the database while sorted files are taken over.
//
// Taking over is one record in RocksDB's list of files (MANIFEST). When writing that record fails (the disk
// is full), RocksDB deletes the new files; but the record may have reached the disk all the same, and then
// the next open finds a list that names files that are gone, and refuses the store. So deletions wait until
// the outcome is known. After a failure they do not happen at all: whichever list the next open reads, its
// files are there, and it removes the rest.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include <rocksdb/file_system.h>

namespace talentflow::graph::rocks {

/// Thread-safe.
class KeepingFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  explicit KeepingFileSystem(const std::shared_ptr<rocksdb::FileSystem>& base) : FileSystemWrapper(base) {}
  static const char* kClassName() { return "KeepingFileSystem"; }
  const char* Name() const override { return kClassName(); }

  rocksdb::IOStatus DeleteFile(const std::string& path, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    {
      const std::lock_guard lock(mutex_);
      if (keeping_) {
        waiting_.push_back(path);
        return rocksdb::IOStatus::OK();
      }
    }
    return FileSystemWrapper::DeleteFile(path, options, debug);
  }

  void keep() {
    const std::lock_guard lock(mutex_);
    keeping_ = true;
  }
  /// Deletions that waited are done now, or forgotten.
  void release(bool taken_over) {
    std::vector<std::string> paths;
    {
      const std::lock_guard lock(mutex_);
      keeping_ = false;
      paths.swap(waiting_);
    }
    if (!taken_over) return;
    for (const std::string& path : paths)
      FileSystemWrapper::DeleteFile(path, {}, nullptr).PermitUncheckedError();
  }

 private:
  std::mutex mutex_;
  bool keeping_ = false;
  std::vector<std::string> waiting_;
};

}  // namespace talentflow::graph::rocks
