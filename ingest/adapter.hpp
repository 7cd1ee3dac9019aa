// An adapter turns bytes into records and knows no store. Adapters stand in one table
// (ingest/adapter_table.cpp).
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

/// A forward-only source of bytes: a file, a decompressed stream, a buffer.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  /// Fills up to `size` bytes; 0 at the end.
  virtual Result<std::size_t> read(char* buffer, std::size_t size) = 0;
  /// Name for messages ("claims.csv").
  virtual const std::string& name() const = 0;
  /// Bytes consumed of the underlying file and its size, for progress; size 0 when unknown.
  virtual std::uint64_t consumed() const = 0;
  virtual std::uint64_t size() const = 0;
};

/// Names already known, for adapters that read prose. Read-only; lives as long as the load.
class Lexicon {
 public:
  struct Entry {
    std::string id;
    std::string kind;
    std::vector<std::string> labels;
  };
  virtual ~Lexicon() = default;
  /// Entities with exactly this name or alias, after normalisation.
  virtual std::vector<Entry> find(std::string_view name) const = 0;
  /// The entity with this id or external id ("ticker:BABA"); nullopt when there is none.
  virtual std::optional<Entry> find_id(std::string_view id) const = 0;
};

/// Where a record could not be taken: goes to the rejects file; reading goes on.
struct Reject {
  std::uint64_t line = 0;
  std::string reason;
  std::string raw;
};

class ColumnMap;

/// What the user of a load may set.
struct AdapterOptions {
  /// The largest item that is taken: a JSON object, an element of XML, a page, a record of a table. 0: each
  /// format's own limit (JSON 8 MiB, XML 16 MiB, pages 8 MiB, tables 4 MiB). Memory follows it.
  std::size_t item_bytes = 0;
  /// Columns of careers tables (column_map.hpp); null: by their headers. Outlives the adapter.
  const ColumnMap* columns = nullptr;

  std::size_t item_limit(std::size_t own) const { return item_bytes == 0 ? own : item_bytes; }
};

struct AdapterInput {
  ByteSource& bytes;
  const Lexicon& lexicon;
  std::function<void(Reject)> reject;  ///< call for each item that cannot be taken
  AdapterOptions options = {};
};

/// One open document.
class Adapter {
 public:
  virtual ~Adapter() = default;
  /// Fills `record` and returns true; false at the end of the input. An Error ends the input (it is
  /// unreadable from here on): records delivered before stay. Single bad items go to AdapterInput::reject
  /// instead.
  virtual Result<bool> next(Record& record) = 0;
};

/// One line of the adapter table.
struct AdapterEntry {
  std::string_view name;                   ///< for --as
  std::uint32_t version;                   ///< of the adapter's reading; stored with each load
  std::string_view summary;                ///< one line for --help
  std::vector<std::string_view> suffixes;  ///< ".csv"
  /// How sure it is that the first bytes (up to 64 KiB) are its format: 0 no .. 100 certain.
  int (*sniff)(std::string_view name, std::string_view head);
  /// Lower is read first when several inputs are loaded together (entities before sources before claims).
  int (*order)(std::string_view name, std::string_view head);
  Result<std::unique_ptr<Adapter>> (*open)(AdapterInput input);
  bool prose = false;  ///< looks names up in the lexicon
};

const std::vector<AdapterEntry>& adapter_table();

}  // namespace talentflow::ingest
