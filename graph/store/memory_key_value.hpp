// The in-memory twin of the key-value interface: what `:memory:` stands on, and the slow obvious reference
// beside RocksDB in the tests.
#pragma once

#include <memory>

#include "graph/store/key_value.hpp"

namespace talentflow::graph {

std::unique_ptr<KeyValue> make_memory_key_value();

}  // namespace talentflow::graph
