// A file system for RocksDB that fails on demand, and that can lose what was never synced.
#pragma once

#include <rocksdb/env.h>
#include <rocksdb/file_system.h>

#include <atomic>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace talentflow::graph::testing {

/// Shared by the file system and its open files.
struct Faults {
  std::atomic<long> writes_left{-1};  ///< writes until the disk is full; -1: never
  std::atomic<long> writes{0};        ///< so far
  std::mutex mutex;
  std::map<std::string, std::uint64_t> synced;  ///< bytes of each file that a power cut leaves

  rocksdb::IOStatus write() {
    ++writes;
    if (writes_left < 0) return rocksdb::IOStatus::OK();
    if (writes_left == 0) return rocksdb::IOStatus::NoSpace("No space left on device");
    --writes_left;
    return rocksdb::IOStatus::OK();
  }
  void note_synced(const std::string& path, std::uint64_t bytes) {
    const std::lock_guard lock(mutex);
    synced[path] = bytes;
  }
};

class FaultyFile final : public rocksdb::FSWritableFileOwnerWrapper {
 public:
  FaultyFile(std::unique_ptr<rocksdb::FSWritableFile> file, std::shared_ptr<Faults> faults, std::string path)
      : FSWritableFileOwnerWrapper(std::move(file)), faults_(std::move(faults)), path_(std::move(path)) {
    faults_->note_synced(path_, 0);
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           rocksdb::IODebugContext* debug) override {
    const auto status = faults_->write();
    return status.ok() ? FSWritableFileOwnerWrapper::Append(data, options, debug) : status;
  }
  rocksdb::IOStatus Append(const rocksdb::Slice& data, const rocksdb::IOOptions& options,
                           const rocksdb::DataVerificationInfo&, rocksdb::IODebugContext* debug) override {
    return Append(data, options, debug);
  }
  rocksdb::IOStatus Sync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    return sync([&] { return FSWritableFileOwnerWrapper::Sync(options, debug); });
  }
  rocksdb::IOStatus Fsync(const rocksdb::IOOptions& options, rocksdb::IODebugContext* debug) override {
    return sync([&] { return FSWritableFileOwnerWrapper::Fsync(options, debug); });
  }

 private:
  template <class Call>
  rocksdb::IOStatus sync(Call call) {
    auto status = faults_->write();
    if (status.ok()) status = call();
    if (status.ok()) faults_->note_synced(path_, std::filesystem::file_size(path_));
    return status;
  }
  std::shared_ptr<Faults> faults_;
  std::string path_;
};

class FaultyFileSystem final : public rocksdb::FileSystemWrapper {
 public:
  explicit FaultyFileSystem(std::shared_ptr<Faults> faults)
      : FileSystemWrapper(rocksdb::FileSystem::Default()), faults_(std::move(faults)) {}
  static const char* kClassName() { return "FaultyFileSystem"; }
  const char* Name() const override { return kClassName(); }

  rocksdb::IOStatus NewWritableFile(const std::string& path, const rocksdb::FileOptions& options,
                                    std::unique_ptr<rocksdb::FSWritableFile>* result,
                                    rocksdb::IODebugContext* debug) override {
    auto status = faults_->write();
    if (status.ok()) status = FileSystemWrapper::NewWritableFile(path, options, result, debug);
    if (status.ok()) *result = std::make_unique<FaultyFile>(std::move(*result), faults_, path);
    return status;
  }
  rocksdb::IOStatus RenameFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                               rocksdb::IODebugContext* debug) override {
    auto status = faults_->write();
    if (status.ok()) status = FileSystemWrapper::RenameFile(from, to, options, debug);
    if (status.ok()) move(from, to);
    return status;
  }
  rocksdb::IOStatus LinkFile(const std::string& from, const std::string& to, const rocksdb::IOOptions& options,
                             rocksdb::IODebugContext* debug) override {
    auto status = faults_->write();
    if (status.ok()) status = FileSystemWrapper::LinkFile(from, to, options, debug);
    if (status.ok()) move(from, to);
    return status;
  }

  /// What a power cut leaves: of each file what was synced. Precondition: the database is closed.
  void cut_power() {
    const std::lock_guard lock(faults_->mutex);
    for (const auto& [path, bytes] : faults_->synced) {
      std::error_code gone;
      if (std::filesystem::file_size(path, gone) > bytes && !gone) std::filesystem::resize_file(path, bytes, gone);
    }
  }

 private:
  void move(const std::string& from, const std::string& to) {
    const std::lock_guard lock(faults_->mutex);
    if (const auto found = faults_->synced.find(from); found != faults_->synced.end()) faults_->synced[to] = found->second;
  }
  std::shared_ptr<Faults> faults_;
};

}  // namespace talentflow::graph::testing
