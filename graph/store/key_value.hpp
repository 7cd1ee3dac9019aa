// The small ordered key-value interface below the store. Two implementations: RocksDB (rocks_key_value.cpp)
// and an ordered map in memory (memory_key_value.cpp); one test suite runs over both (tests/unit/store).
//
// Keys are byte strings, ordered as unsigned bytes, apart for each Family. Calls that read are safe from any
// thread; calls that write are for one thread at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/result.hpp"

namespace talentflow::graph {

/// The column families. Frozen codes and names; key grammar, values and invariants are in graph/README.md. If
/// you add one, update kFamilyNames, that table and check().
enum class Family : std::uint8_t {
  meta = 0,
  entities = 1,
  ids = 2,
  terms = 3,
  claims = 4,
  claim_keys = 5,
  claim_ids = 6,
  by_subject = 7,
  by_object = 8,
  by_source = 9,
  names = 10,
  loads = 11,
  reviews = 12,
  withdrawn = 13,
  derived = 14,
  forgotten = 15,
};

inline constexpr std::array<std::string_view, 16> kFamilyNames = {
    "meta",      "entities",  "ids",   "terms", "claims",  "claim_keys", "claim_ids", "by_subject",
    "by_object", "by_source", "names", "loads", "reviews", "withdrawn",  "derived",   "forgotten"};

constexpr std::size_t index_of(Family family) { return static_cast<std::size_t>(family); }
constexpr std::string_view family_name(Family family) { return kFamilyNames[index_of(family)]; }

/// Changes that are applied together, in the order given, or not at all.
class WriteBatch {
 public:
  struct Change {
    Family family;
    bool erase;
    std::string key;
    std::string value;
  };
  void put(Family family, std::string key, std::string value) {
    bytes_ += key.size() + value.size();
    changes_.push_back({family, false, std::move(key), std::move(value)});
  }
  void erase(Family family, std::string key) {
    bytes_ += key.size();
    changes_.push_back({family, true, std::move(key), {}});
  }
  const std::vector<Change>& changes() const { return changes_; }
  bool empty() const { return changes_.empty(); }
  std::size_t bytes() const { return bytes_; }

 private:
  std::vector<Change> changes_;
  std::size_t bytes_ = 0;
};

/// A large write of sorted keys. Nothing of it is seen before commit(), everything after; destroying it
/// without commit() leaves no trace. Different families may be fed from different threads at the same time.
class SortedWriter {
 public:
  virtual ~SortedWriter() = default;
  /// Keys of one family come strictly ascending; a key that is stored already gets the new value.
  virtual Result<void> put(Family family, std::string_view key, std::string_view value) = 0;
  /// No more keys will come for this family. Optional; may be called from the thread that fed it.
  virtual Result<void> close(Family family) = 0;
  /// All families at once, durable when it returns.
  virtual Result<void> commit() = 0;
};

enum class Durability {
  buffered,  ///< survives the end of the process after the next durable write
  durable,   ///< survives power loss when the call returns
};

/// Reads prefixes of one family again and again, cheaper than scan_prefix() does. Shows what was stored when
/// it was made, or more. Not thread-safe; to be destroyed before the store is, and not kept longer than
/// needed: files that it reads are not removed.
class PrefixReader {
 public:
  virtual ~PrefixReader() = default;
  /// As KeyValue::scan_prefix().
  virtual Result<void> scan(std::string_view prefix,
                            const std::function<bool(std::string_view, std::string_view)>& visit) = 0;
};

class KeyValue {
 public:
  virtual ~KeyValue() = default;

  /// True and the value, or false when there is no such key. `value` is overwritten.
  virtual Result<bool> get(Family family, std::string_view key, std::string& value) const = 0;
  /// One answer a key, in the order of the keys.
  virtual Result<std::vector<std::optional<std::string>>> multi_get(
      Family family, const std::vector<std::string_view>& keys) const = 0;
  /// Every pair with from <= key, and key < until unless `until` is empty, ascending, of one state of the
  /// family; the views live until the callback returns; it returns false to stop.
  using Visitor = std::function<bool(std::string_view key, std::string_view value)>;
  virtual Result<void> scan(Family family, std::string_view from, std::string_view until,
                            const Visitor& visit) const = 0;
  /// Every pair whose key begins with `prefix`.
  virtual Result<void> scan_prefix(Family family, std::string_view prefix, const Visitor& visit) const;
  /// For prefixes that end where a part of the family's keys ends: an entity, a text with its zero byte.
  virtual std::unique_ptr<PrefixReader> prefix_reader(Family family) const;

  virtual Result<void> write(const WriteBatch& batch, Durability durability) = 0;
  virtual Result<std::unique_ptr<SortedWriter>> begin_sorted() = 0;
  /// Everything written so far is durable, and out of the log, when it returns.
  virtual Result<void> flush() = 0;
  /// Brings a family's keys into one order, where that was left undone, so that many reads of single keys and
  /// prefixes are quick. Changes nothing that is read.
  virtual Result<void> put_in_order(Family family) = 0;
  /// Rewrites every family, so that erased and overwritten values are gone from the disk.
  virtual Result<void> compact() = 0;
  /// A consistent copy, as of now, in a directory that does not exist yet. In memory: not_found, there is no
  /// disk.
  virtual Result<void> checkpoint(const std::string& directory) = 0;
  /// Read access: see what the writer has committed meanwhile.
  virtual Result<void> catch_up() = 0;
  /// Keeps, apart from the log, that every write up to this commit was durable. Opening compares it with what
  /// the log gives back, and refuses a store that lost acknowledged work. In memory: nothing to do.
  virtual Result<void> note_commit(std::uint64_t sequence) = 0;
  /// Bytes on disk (in memory: of keys and values).
  virtual Result<std::uint64_t> bytes() const = 0;
};

/// The first key after every key with this prefix; empty when there is none (a prefix of 0xFF bytes).
std::string after_prefix(std::string_view prefix);

}  // namespace talentflow::graph
