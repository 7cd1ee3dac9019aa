// The steps of Store::open that tests take apart.
#pragma once

#include <memory>

#include "graph/store/key_value.hpp"
#include "graph/store/rocks_key_value.hpp"
#include "graph/store/store.hpp"

namespace talentflow::graph {

/// How much of a store's memory is RocksDB's, and how commits are numbered.
RocksOptions rocks_options(const StoreOptions& options);

/// Opens or makes the store's files. Errors as Store::open.
Result<std::unique_ptr<KeyValue>> open_directory(const StoreOptions& options, const RocksOptions& rocks);

}  // namespace talentflow::graph
