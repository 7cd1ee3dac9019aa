// Questions about who is who that a store answers outside a load.
#include "graph/identity/evidence.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/load_evidence.hpp"

namespace talentflow::graph {
namespace {

/// The store's claims alone, read as a load reads them that has brought nothing.
struct StoredEvidence {
  explicit StoredEvidence(const ClaimStore& store)
      : names(store, Vocabulary::standard(), 0),
        batch(store.meta().claims + 1),
        evidence(store, names, no_terms),
        identity(evidence, Vocabulary::standard()) {
    evidence.use(batch);
  }
  LoadNames names;
  ClaimBatch batch;
  std::vector<std::pair<std::string, TermNumber>> no_terms;
  LoadEvidence evidence;
  IdentityEvidence identity;
};

}  // namespace

Result<bool> ClaimStore::is_withdrawn(const Claim& claim) const {
  return StoredEvidence(*this).evidence.withdrawn(claim);
}

Result<EntityNumber> ClaimStore::stands_for(EntityNumber entity) const {
  return StoredEvidence(*this).identity.root(entity);
}

}  // namespace talentflow::graph
