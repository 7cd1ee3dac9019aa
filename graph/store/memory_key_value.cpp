#include "graph/store/memory_key_value.hpp"

#include <map>
#include <mutex>
#include <shared_mutex>

#include "graph/store/store_copy.hpp"

namespace talentflow::graph {
namespace {

using Table = std::map<std::string, std::string, std::less<>>;

class MemoryKeyValue;

/// Keeps the pairs beside the tables until commit().
class MemorySortedWriter final : public SortedWriter {
 public:
  explicit MemorySortedWriter(MemoryKeyValue& target) : target_(target) {}

  Result<void> put(Family family, std::string_view key, std::string_view value) override {
    auto& pairs = pairs_[index_of(family)];
    if (!pairs.empty() && pairs.back().first >= key)
      return make_error(ErrorCode::internal, std::string(family_name(family)), "sorted keys out of order");
    pairs.emplace_back(key, value);
    return {};
  }
  Result<void> close(Family) override { return {}; }
  Result<void> commit() override;

 private:
  MemoryKeyValue& target_;
  std::array<std::vector<std::pair<std::string, std::string>>, kFamilyNames.size()> pairs_;
};

class MemoryKeyValue final : public KeyValue {
 public:
  explicit MemoryKeyValue(RocksOptions copies) : copies_(std::move(copies)) {}

  Result<bool> get(Family family, std::string_view key, std::string& value) const override {
    std::shared_lock lock(mutex_);
    const Table& table = tables_[index_of(family)];
    const auto found = table.find(key);
    if (found == table.end()) return false;
    value = found->second;
    return true;
  }

  Result<std::vector<std::optional<std::string>>> multi_get(
      Family family, const std::vector<std::string_view>& keys) const override {
    std::shared_lock lock(mutex_);
    const Table& table = tables_[index_of(family)];
    std::vector<std::optional<std::string>> values;
    values.reserve(keys.size());
    for (const std::string_view key : keys) {
      const auto found = table.find(key);
      values.push_back(found == table.end() ? std::nullopt : std::optional(found->second));
    }
    return values;
  }

  Result<void> scan(Family family, std::string_view from, std::string_view until,
                    const Visitor& visit) const override {
    std::shared_lock lock(mutex_);
    const Table& table = tables_[index_of(family)];
    for (auto at = table.lower_bound(from); at != table.end(); ++at) {
      if (!until.empty() && at->first >= until) break;
      if (!visit(at->first, at->second)) break;
    }
    return {};
  }

  Result<void> write(const WriteBatch& batch, Durability) override {
    std::unique_lock lock(mutex_);
    for (const WriteBatch::Change& change : batch.changes()) {
      Table& table = tables_[index_of(change.family)];
      if (change.erase)
        table.erase(change.key);
      else
        table.insert_or_assign(change.key, change.value);
    }
    return {};
  }

  Result<std::unique_ptr<SortedWriter>> begin_sorted() override {
    return std::unique_ptr<SortedWriter>(std::make_unique<MemorySortedWriter>(*this));
  }
  Result<void> flush() override { return {}; }
  Result<void> put_in_order(Family) override { return {}; }
  Result<void> compact() override { return {}; }
  Result<void> checkpoint(const std::string& directory) override {
    return copy_store(*this, directory, copies_);
  }
  Result<void> catch_up() override { return {}; }
  Result<void> note_commit(std::uint64_t) override { return {}; }
  Result<std::uint64_t> bytes() const override {
    std::shared_lock lock(mutex_);
    std::uint64_t bytes = 0;
    for (const Table& table : tables_)
      for (const auto& [key, value] : table) bytes += key.size() + value.size();
    return bytes;
  }

  void take(std::size_t family, std::vector<std::pair<std::string, std::string>>& pairs) {
    Table& table = tables_[family];
    // Bulk keys mostly extend the table: the end is the right hint.
    for (auto& [key, value] : pairs) table.insert_or_assign(table.end(), std::move(key), std::move(value));
  }
  std::shared_mutex& mutex() { return mutex_; }

 private:
  RocksOptions copies_;
  mutable std::shared_mutex mutex_;
  std::array<Table, kFamilyNames.size()> tables_;
};

Result<void> MemorySortedWriter::commit() {
  std::unique_lock lock(target_.mutex());
  for (std::size_t family = 0; family < pairs_.size(); ++family) target_.take(family, pairs_[family]);
  return {};
}

}  // namespace

Result<std::unique_ptr<KeyValue>> make_memory_key_value(RocksOptions copies) {
  return std::unique_ptr<KeyValue>(std::make_unique<MemoryKeyValue>(std::move(copies)));
}

}  // namespace talentflow::graph
