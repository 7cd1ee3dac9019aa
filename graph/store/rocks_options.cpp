// How RocksDB is set up, and how its failures are told.
#include <rocksdb/cache.h>
#include <rocksdb/env.h>
#include <rocksdb/filter_policy.h>
#include <rocksdb/table.h>

#include "graph/store/rocks_internal.hpp"
#include "graph/store/rocks_prefixes.hpp"

namespace talentflow::graph::rocks {
namespace {

constexpr int kBloomBits = 10;
constexpr std::size_t kBlockBytes = 16 << 10;
constexpr std::size_t kSmallBlockBytes = 4 << 10;

bool looked_up(Family family) {
  return family == Family::ids || family == Family::claim_keys || family == Family::claim_ids;
}

/// Whose pairs are read one here and one there: a read unpacks a whole block.
std::size_t block_bytes(Family family) {
  switch (family) {
    case Family::claims:
    case Family::entities:
    case Family::by_subject:
    case Family::by_object:
    case Family::by_source:
    case Family::names:
      return kSmallBlockBytes;
    default:
      return kBlockBytes;
  }
}

}  // namespace

Error error_of(const rocksdb::Status& status, const std::string& path, const std::string& doing) {
  const std::string detail = status.ToString();
  if (status.IsNoSpace() || detail.find("No space left") != std::string::npos)
    return make_error(
        ErrorCode::io, path,
        "the disk is full: " + doing +
            " was not completed, and nothing of it is in the store; free space and do it again");
  if (status.IsCorruption())
    return make_error(ErrorCode::damaged, path,
                      doing + " met damaged data (" + detail + "); restore a backup, or open with --recover");
  return make_error(ErrorCode::io, path, doing + " failed: " + detail);
}

rocksdb::DBOptions database_options(const RocksOptions& options) {
  rocksdb::DBOptions out;
  if (options.env != nullptr) out.env = options.env;
  out.wal_recovery_mode = rocksdb::WALRecoveryMode::kAbsoluteConsistency;
  out.max_background_jobs = 2;
  out.db_write_buffer_size = options.memory_bytes / 4;
  out.max_total_wal_size = options.memory_bytes / 2;
  out.max_open_files = 512;
  out.keep_log_file_num = 2;
  out.info_log_level = rocksdb::InfoLogLevel::WARN_LEVEL;
  out.max_manifest_file_size = 16 << 20;
  out.bytes_per_sync = 1 << 20;
  out.max_bgerror_resume_count = 0;  // a full disk ends the load; nothing waits for space
  return out;
}

std::vector<rocksdb::ColumnFamilyDescriptor> families(const RocksOptions& options) {
  const auto cache = rocksdb::NewLRUCache(options.memory_bytes / 2);
  const auto make = [&](bool bloom, bool compressed, std::size_t block,
                        std::shared_ptr<const rocksdb::SliceTransform> prefixes) {
    rocksdb::BlockBasedTableOptions table;
    table.block_cache = cache;
    table.block_size = block;
    table.format_version = 5;
    table.cache_index_and_filter_blocks = true;
    // A look-up reads the part of a filter that it asks, not the whole of it: many files' filters do not fit
    // in the cache.
    table.index_type = rocksdb::BlockBasedTableOptions::kTwoLevelIndexSearch;
    table.partition_filters = true;
    if (bloom || prefixes) table.filter_policy.reset(rocksdb::NewBloomFilterPolicy(kBloomBits));
    table.whole_key_filtering = bloom;
    rocksdb::ColumnFamilyOptions family;
    family.prefix_extractor = std::move(prefixes);
    family.table_factory.reset(rocksdb::NewBlockBasedTableFactory(table));
    family.compression = compressed ? rocksdb::kLZ4Compression : rocksdb::kNoCompression;
    family.write_buffer_size = std::max<std::size_t>(options.memory_bytes / 16, 1 << 20);
    family.level0_file_num_compaction_trigger = 32;  // a large load is not compacted while it runs
    family.level0_slowdown_writes_trigger = 64;
    family.level0_stop_writes_trigger = 128;
    return family;
  };
  std::vector<rocksdb::ColumnFamilyDescriptor> out;
  out.emplace_back(rocksdb::kDefaultColumnFamilyName, make(false, true, kBlockBytes, nullptr));
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i)
    out.emplace_back(std::string(kFamilyNames[i]),
                     make(looked_up(static_cast<Family>(i)),
                          static_cast<Family>(i) != Family::claim_keys,  // hashes do not compress
                          block_bytes(static_cast<Family>(i)), prefixes_of(static_cast<Family>(i))));
  return out;
}

Database::~Database() {
  for (rocksdb::ColumnFamilyHandle* handle : handles_) database_->DestroyColumnFamilyHandle(handle);
  if (database_) database_->Close().PermitUncheckedError();
}

}  // namespace talentflow::graph::rocks
