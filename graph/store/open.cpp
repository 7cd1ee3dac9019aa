// Store::open: which directory is a store, who may write, which engine.
#include "graph/store/open.hpp"

#include "graph/store/claim_store.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/memory_key_value.hpp"

namespace talentflow::graph {
namespace {

constexpr std::string_view kInMemory = ":memory:";

Error no_store(const std::string& path) {
  return make_error(ErrorCode::format, path,
                    "there is no store here; `talentflow ingest " + path + " FILE` makes one");
}

Result<void> make_store(const StoreDirectory& directory, const StoreOptions& options,
                        const RocksOptions& rocks) {
  WriteBatch initial;
  initial.put(Family::meta, std::string(keys::kMeta), codec::encode(ClaimStore::initial_meta(options)));
  return directory.create([&](const std::string& path) { return create_rocks(path, initial, rocks); });
}

}  // namespace

RocksOptions rocks_options(const StoreOptions& options) {
  RocksOptions out;
  // The rest is a load's: its batch and its tables (load_writer.cpp).
  out.memory_bytes = options.memory_bytes / 16 * 3;
  out.recover = options.recover;
  out.sequence_of = [](std::string_view bytes) -> Result<std::uint64_t> {
    codec::MetaRow meta;
    TALENTFLOW_TRY(codec::decode(bytes, meta));
    return meta.sequence;
  };
  return out;
}

Result<std::unique_ptr<KeyValue>> open_directory(const StoreOptions& options, const RocksOptions& rocks) {
  StoreDirectory directory(options.path);
  const auto state = directory.state();
  if (!state.ok()) return state.error();
  const bool write = options.access == Access::write;
  if (*state != StoreDirectory::State::store) {
    if (!write || !options.create) return no_store(options.path);
    TALENTFLOW_TRY(make_store(directory, options, rocks));
  }
  return write ? open_rocks_writer(std::move(directory), rocks)
               : open_rocks_reader(std::move(directory), rocks);
}

Result<std::unique_ptr<Store>> Store::open(const StoreOptions& options) {
  auto pairs = options.path == kInMemory ? make_memory_key_value(rocks_options(options))
                                         : open_directory(options, rocks_options(options));
  if (!pairs.ok()) return pairs.error();
  auto store = ClaimStore::over(pairs.take(), options);
  if (!store.ok()) return store.error();
  return std::unique_ptr<Store>(store.take());
}

}  // namespace talentflow::graph
