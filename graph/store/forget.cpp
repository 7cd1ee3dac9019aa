#include "graph/store/claim_store.hpp"

namespace talentflow::graph {
Result<std::uint64_t> ClaimStore::forget(EntityNumber) { return make_error(ErrorCode::internal, "", ""); }
Result<std::vector<Finding>> ClaimStore::check() const { return std::vector<Finding>(); }
}  // namespace talentflow::graph
