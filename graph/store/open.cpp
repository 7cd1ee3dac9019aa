#include "graph/store/claim_store.hpp"
#include "graph/store/memory_key_value.hpp"

namespace talentflow::graph {

Result<std::unique_ptr<Store>> Store::open(const StoreOptions& options) {
  if (options.path == ":memory:") {
    auto store = ClaimStore::over(make_memory_key_value(), options);
    if (!store.ok()) return store.error();
    return std::unique_ptr<Store>(store.take());
  }
  return make_error(ErrorCode::internal, options.path, "no engine");
}

}  // namespace talentflow::graph
