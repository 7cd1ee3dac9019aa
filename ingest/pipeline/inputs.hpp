// Which files a load reads, with which adapter, in which order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "ingest/adapter.hpp"
#include "ingest/bytes/byte_source.hpp"

namespace talentflow::ingest {

struct Input {
  std::string path;
  const AdapterEntry* adapter = nullptr;
  int order = 0;
  std::uint64_t bytes = 0;  ///< on disk
};

struct Inputs {
  std::vector<Input> files;        ///< in the order of reading
  std::vector<std::string> notes;  ///< files that were passed over
};

/// The adapter for an input: `as` by name, else the surest by content and suffix.
/// Errors: usage (no adapter of that name), invalid_input (nobody recognises it); both list the adapters.
Result<const AdapterEntry*> choose_adapter(std::string_view name, std::string_view head, std::string_view as);

/// Opens up directories, recognises every file. A file named by the user must be recognised; a file found in
/// a directory is passed over with a note when nobody does, and so is a .jsonl file without a line, wherever
/// it was named. Hidden files are passed over without one. With a map of columns, a table that has them all
/// is a careers table, and so is a file named by the user that nobody recognises. `columns` may be null.
Result<Inputs> find_inputs(const std::vector<std::string>& paths, std::string_view as,
                           const ByteLimits& limits, const ColumnMap* columns = nullptr);

}  // namespace talentflow::ingest
