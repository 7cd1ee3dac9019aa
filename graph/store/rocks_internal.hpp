// Shared by rocks_*.cpp alone: the one header of ours that includes RocksDB's.
#pragma once

#include <array>
#include <memory>
#include <string>
#include <vector>

#include <rocksdb/db.h>
#include <rocksdb/options.h>
#include <rocksdb/slice.h>
#include <rocksdb/status.h>

#include "graph/store/key_value.hpp"
#include "graph/store/rocks_key_value.hpp"

namespace talentflow::graph::rocks {

inline rocksdb::Slice slice(std::string_view text) { return {text.data(), text.size()}; }
inline std::string_view view(const rocksdb::Slice& text) { return {text.data(), text.size()}; }

/// Says what happened to which store and what to do. Precondition: !status.ok().
Error error_of(const rocksdb::Status& status, const std::string& path, const std::string& doing);

rocksdb::DBOptions database_options(const RocksOptions& options);
/// Default family first, then one for each Family in order.
std::vector<rocksdb::ColumnFamilyDescriptor> families(const RocksOptions& options);

/// An open database with its families; closes in order.
class Database {
 public:
  Database(rocksdb::DB* database, std::vector<rocksdb::ColumnFamilyHandle*> handles)
      : database_(database), handles_(std::move(handles)) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database();
  rocksdb::DB& operator*() const { return *database_; }
  rocksdb::DB* operator->() const { return database_.get(); }
  rocksdb::ColumnFamilyHandle* family(Family family) const { return handles_[index_of(family) + 1]; }
  const std::vector<rocksdb::ColumnFamilyHandle*>& handles() const { return handles_; }

 private:
  std::unique_ptr<rocksdb::DB> database_;
  std::vector<rocksdb::ColumnFamilyHandle*> handles_;
};

class KeepingFileSystem;
std::unique_ptr<SortedWriter> make_sorted_writer(Database& database, const StoreDirectory& directory,
                                                 KeepingFileSystem& files, const std::string& name);

}  // namespace talentflow::graph::rocks
