#include "graph/store/store_copy.hpp"

#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

Result<void> copy_family(const KeyValue& from, Family family, SortedWriter& to) {
  Result<void> copied;
  TALENTFLOW_TRY(from.scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
    copied = to.put(family, key, value);
    return copied.ok();
  }));
  return copied.ok() ? to.close(family) : copied;
}

}  // namespace

Result<void> copy_store(const KeyValue& from, const std::string& directory, const RocksOptions& options) {
  std::string meta;
  const auto found = from.get(Family::meta, keys::kMeta, meta);
  if (!found.ok()) return found.error();
  const auto sequence = options.sequence_of(meta);
  if (!sequence.ok()) return sequence.error();
  const StoreDirectory target(directory);
  TALENTFLOW_TRY(target.create([&](const std::string& rocks) { return create_rocks(rocks, {}, options); }));
  auto opened = open_rocks_writer(target, options);
  if (!opened.ok()) return opened.error();
  auto writer = (*opened)->begin_sorted();
  if (!writer.ok()) return writer.error();
  for (std::size_t family = 0; family < kFamilyNames.size(); ++family)
    TALENTFLOW_TRY(copy_family(from, static_cast<Family>(family), **writer));
  TALENTFLOW_TRY((*writer)->commit());
  return (*opened)->note_commit(*sequence);
}

}  // namespace talentflow::graph
