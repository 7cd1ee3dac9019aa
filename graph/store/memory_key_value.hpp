// The in-memory twin of the key-value interface: what `:memory:` stands on, and the slow obvious reference
// beside RocksDB in the tests.
#pragma once

#include <memory>

#include "graph/store/key_value.hpp"
#include "graph/store/rocks_key_value.hpp"

namespace talentflow::graph {

/// `copies` is how checkpoint() writes a store to disk.
Result<std::unique_ptr<KeyValue>> make_memory_key_value(RocksOptions copies);

}  // namespace talentflow::graph
