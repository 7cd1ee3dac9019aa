// A copy of a store, pair by pair: for backups of what has no files to link (a reader's view, a store in
// memory).
#pragma once

#include <string>

#include "graph/store/rocks_key_value.hpp"

namespace talentflow::graph {

/// Makes a store at `directory`, which must not exist or be empty. Errors: conflict (there is something), io.
Result<void> copy_store(const KeyValue& from, const std::string& directory, const RocksOptions& options);

}  // namespace talentflow::graph
