// A key-value store that counts how often it is asked: tests assert work, not time.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "graph/store/memory_key_value.hpp"

namespace talentflow::graph::testing {

/// What was asked of a store, by any thread. Owned by the test, so that it outlives the store.
struct Asked {
  std::uint64_t gets = 0, scans = 0;
  std::uint64_t total() const { return gets + scans; }
};

/// Forwards to a store in memory. Reads are counted; a test that reads from several threads at once must not use it.
class CountingKeyValue final : public KeyValue {
 public:
  explicit CountingKeyValue(Asked& asked) : inner_(make_memory_key_value({}).take()), asked_(asked) {}

  Result<bool> get(Family family, std::string_view key, std::string& value) const override {
    ++asked_.gets;
    return inner_->get(family, key, value);
  }
  Result<std::vector<std::optional<std::string>>> multi_get(
      Family family, const std::vector<std::string_view>& keys) const override {
    asked_.gets += keys.size();
    return inner_->multi_get(family, keys);
  }
  Result<void> scan(Family family, std::string_view from, std::string_view until,
                    const Visitor& visit) const override {
    ++asked_.scans;
    return inner_->scan(family, from, until, visit);
  }
  Result<void> write(const WriteBatch& batch, Durability durability) override {
    return inner_->write(batch, durability);
  }
  Result<std::unique_ptr<SortedWriter>> begin_sorted() override { return inner_->begin_sorted(); }
  Result<void> flush() override { return inner_->flush(); }
  Result<void> put_in_order(Family family) override { return inner_->put_in_order(family); }
  Result<void> compact() override { return inner_->compact(); }
  Result<void> checkpoint(const std::string& directory) override { return inner_->checkpoint(directory); }
  Result<void> catch_up() override { return inner_->catch_up(); }
  Result<void> note_commit(std::uint64_t sequence) override { return inner_->note_commit(sequence); }
  Result<std::uint64_t> bytes() const override { return inner_->bytes(); }

 private:
  std::unique_ptr<KeyValue> inner_;
  Asked& asked_;
};

}  // namespace talentflow::graph::testing
