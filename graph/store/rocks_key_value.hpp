// The key-value interface on RocksDB. Only rocks_*.cpp include its headers.
//
// Recovery. RocksDB's default drops the tail of a damaged log without a word. Here a store is opened with
// absolute consistency first. That also refuses the torn tail that a power cut leaves behind, so on failure
// the log is read up to the damage, and taken when it still holds the last commit that was acknowledged
// (note_commit keeps its sequence number in a file of its own, StoreDirectory). Otherwise acknowledged work
// is missing: refuse, unless told to recover.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "graph/store/key_value.hpp"
#include "graph/store/store_directory.hpp"

namespace rocksdb {
class Env;
}

namespace talentflow::graph {

struct RocksOptions {
  std::uint64_t memory_bytes = 256ULL << 20;  ///< block cache and write buffers
  bool recover = false;                       ///< accept the loss of acknowledged commits
  /// The sequence number in a value of Family::meta. Required.
  std::function<Result<std::uint64_t>(std::string_view)> sequence_of;
  rocksdb::Env* env = nullptr;  ///< tests: a file system with faults; not owned
};

/// Fills an empty directory `rocks` with a database that holds `initial`.
Result<void> create_rocks(const std::string& rocks, const WriteBatch& initial, const RocksOptions& options);

/// For the one writer: takes the directory's lock for its lifetime. Errors: locked, damaged, io.
Result<std::unique_ptr<KeyValue>> open_rocks_writer(StoreDirectory directory, const RocksOptions& options);

/// Beside a writer, as a RocksDB secondary. Errors: damaged, io.
Result<std::unique_ptr<KeyValue>> open_rocks_reader(StoreDirectory directory, const RocksOptions& options);

}  // namespace talentflow::graph
