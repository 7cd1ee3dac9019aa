// Loads, reviews, backups and derived columns of a ClaimStore.
#include <algorithm>
#include <mutex>

#include "graph/store/claim_store.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// Derived columns are cut into values of this size: RocksDB is not made for values of hundreds of megabytes.
constexpr std::size_t kDerivedChunk = 4ULL << 20;
constexpr std::size_t kDerivedHeader = 16;

std::string derived_key(std::string_view name, std::uint32_t chunk) {
  return keys::text_and_entity(name, chunk);
}

std::string derived_prefix(std::string_view name) {
  std::string prefix(name);
  prefix.push_back('\0');
  return prefix;
}

LoadInfo load_info(LoadNumber number, const codec::LoadRow& row) {
  LoadInfo info;
  info.number = number;
  info.started = row.started;
  info.finished = row.finished;
  info.input = row.input;
  info.adapter = row.adapter;
  info.adapter_version = row.adapter_version;
  info.first_claim = row.first_claim;
  info.claims = row.claims;
  info.known = row.known;
  info.rejected = row.rejected;
  info.withdrawn = row.withdrawn;
  info.withdrawn_at = row.withdrawn_at;
  return info;
}

}  // namespace

Result<std::vector<LoadInfo>> ClaimStore::loads() const {
  std::vector<LoadInfo> loads;
  Result<void> decoded;
  TALENTFLOW_TRY(pairs_->scan(Family::loads, {}, {}, [&](std::string_view key, std::string_view value) {
    codec::LoadRow row;
    decoded = codec::decode(value, row);
    if (!decoded.ok()) return false;
    loads.push_back(load_info(keys::read32(key).value_or(0), row));
    return true;
  }));
  if (!decoded.ok()) return decoded.error();
  return loads;
}

Result<std::uint64_t> ClaimStore::withdraw_load(LoadNumber load) {
  TALENTFLOW_TRY(require_writer("withdrawing a load"));
  std::string bytes;
  const auto found = pairs_->get(Family::loads, keys::number32(load), bytes);
  if (!found.ok()) return found.error();
  if (!*found)
    return make_error(ErrorCode::not_found, "",
                      "there is no load " + std::to_string(load) + "; `talentflow loads` lists them");
  codec::LoadRow row;
  TALENTFLOW_TRY(codec::decode(bytes, row));
  if (row.withdrawn)
    return make_error(ErrorCode::conflict, "", "load " + std::to_string(load) + " is withdrawn already");
  row.withdrawn = true;
  row.withdrawn_at = options_.clock();
  WriteBatch batch;
  batch.put(Family::loads, keys::number32(load), codec::encode(row));
  TALENTFLOW_TRY(commit(batch, meta()));
  std::unique_lock lock(mutex_);
  withdrawn_loads_.insert(load);
  return row.claims;
}

Result<std::vector<ReviewItem>> ClaimStore::reviews() const {
  std::vector<ReviewItem> items;
  Result<void> decoded;
  TALENTFLOW_TRY(pairs_->scan(Family::reviews, {}, {}, [&](std::string_view, std::string_view value) {
    codec::ReviewRow row;
    decoded = codec::decode(value, row);
    if (!decoded.ok()) return false;
    items.push_back({std::move(row.mention), std::move(row.kind), std::move(row.reason), row.assigned,
                     std::move(row.candidates), row.load, row.line});
    return true;
  }));
  if (!decoded.ok()) return decoded.error();
  return items;
}

Result<void> ClaimStore::backup(const std::string& directory) { return pairs_->checkpoint(directory); }

Result<std::optional<std::string>> ClaimStore::derived(std::string_view name) const {
  std::string header;
  const auto found = pairs_->get(Family::derived, derived_key(name, 0), header);
  if (!found.ok()) return found.error();
  if (!*found || header.size() != kDerivedHeader ||
      keys::read64(header.substr(0, 8)).value_or(~0ULL) > meta().sequence)
    return std::optional<std::string>();
  const std::uint64_t size = keys::read64(header.substr(8)).value_or(0);
  std::string bytes;
  bytes.reserve(std::min<std::uint64_t>(size, 1ULL << 30));  // a damaged size must not take the memory
  TALENTFLOW_TRY(pairs_->scan(Family::derived, derived_key(name, 1), after_prefix(derived_prefix(name)),
                              [&](std::string_view, std::string_view value) {
                                if (bytes.size() < size) bytes.append(value);
                                return bytes.size() < size;
                              }));
  if (bytes.size() != size)
    return make_error(ErrorCode::damaged, options_.path,
                      "derived columns '" + std::string(name) + "' are incomplete");
  return std::optional(std::move(bytes));
}

Result<void> ClaimStore::put_derived(std::string_view name, std::string_view bytes) {
  TALENTFLOW_TRY(require_writer("keeping derived columns"));
  // Chunk 0 says of which state of the claims the columns are (later commits only add to the claims, and
  // forget() drops the columns) and their size (chunks past it are of an older, longer version).
  std::string header = keys::number64(meta().sequence);
  keys::append64(header, bytes.size());
  auto writer = pairs_->begin_sorted();
  if (!writer.ok()) return writer.error();
  TALENTFLOW_TRY((*writer)->put(Family::derived, derived_key(name, 0), header));
  std::uint32_t chunk = 1;
  for (std::size_t at = 0; at < bytes.size(); at += kDerivedChunk)
    TALENTFLOW_TRY(
        (*writer)->put(Family::derived, derived_key(name, chunk++), bytes.substr(at, kDerivedChunk)));
  return (*writer)->commit();
}

}  // namespace talentflow::graph
