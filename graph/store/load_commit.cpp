// Batches, and the end of a load: what waited is settled, whom names mean is decided, everything is durable.
#include "graph/store/load.hpp"

namespace talentflow::graph {

Result<void> ClaimLoad::commit_when_full() {
  if (batch_->bytes() < share(store_.options().memory_bytes, kBatchShare)) return {};
  return commit();
}

/// Hands the batch to another thread; the one before must have landed.
Result<void> ClaimLoad::commit() {
  TALENTFLOW_TRY(land());
  meta_.loads = std::max(meta_.loads, number_);
  ++meta_.sequence;
  flying_ = std::move(batch_);
  flying_meta_ = meta_;
  flying_terms_ = std::exchange(new_terms_, {});
  batch_ = std::move(spare_);
  if (batch_ == nullptr) batch_ = std::make_unique<ClaimBatch>(0);
  batch_->reset(meta_.claims + 1, flying_.get());
  names_.committed(*flying_);
  flight_ = std::async(std::launch::async, [&pairs = store_.pairs(), batch = flying_.get(), meta = meta_,
                                            load = number_, row = row_] {
    auto done = batch->commit(pairs, meta, load, row);
    return done.ok() ? pairs.note_commit(meta.sequence) : done;
  });
  const bool full = identities_.is_full() || sources_.size() > kRememberedSources;
  if (!full) return {};
  TALENTFLOW_TRY(land());
  identities_.clear();
  sources_.clear();
  sources_dropped_ = true;
  return {};
}

/// Waits for the batch that is being written.
Result<void> ClaimLoad::land() {
  if (!flight_.valid()) return {};
  TALENTFLOW_TRY(flight_.get());
  store_.committed(flying_meta_, flying_terms_);
  batch_->forget_before();
  spare_ = std::move(flying_);
  return {};
}

/// Why a draft that waited cannot be taken.
Result<std::string> ClaimLoad::missing(const Draft& draft) {
  const auto absent = [&](const Reference& reference) -> Result<bool> {
    EntityNumber number = 0;
    const auto found = find_or_wait(reference, number);
    if (!found.ok()) return found.error();
    return !*found;
  };
  const auto subject = draft.describes ? Result<bool>(false) : absent(draft.subject);
  if (!subject.ok()) return subject.error();
  if (*subject) return "claim about '" + draft.subject.id + "', which no entity row declares";
  const auto object = absent(draft.object);
  if (!object.ok()) return object.error();
  if (*object) return "claim that names '" + draft.object.id + "', which no entity row declares";
  const auto source = absent(draft.source);
  if (!source.ok()) return source.error();
  if (*source) return "claim from source '" + draft.source.id + "', which no source row declares";
  return "withdraws claim '" + draft.claim.target + "', which is not in the store";
}

/// Deferred drafts may wait for one another (a withdrawal for its target), so they are tried until nothing
/// moves.
Result<void> ClaimLoad::settle(std::vector<Refusal>& refused) {
  const auto refuse = [&](const Draft& draft, std::string reason) {
    ++row_.rejected;
    const std::string input = draft.input < inputs_.size() ? inputs_[draft.input] : row_.input;
    refused.push_back({input, draft.claim.line, std::move(reason), draft.raw});
  };
  for (std::uint64_t before = 0; deferred_.count() != 0 && deferred_.count() != before;) {
    before = deferred_.count();
    DeferredDrafts waiting(share(store_.options().memory_bytes, kDeferredShare));
    TALENTFLOW_TRY(deferred_.drain([&](Draft& draft) -> Result<void> {
      const auto outcome = accept(draft);
      if (!outcome.ok() && outcome.error().code == ErrorCode::conflict) {
        refuse(draft, outcome.error().message);
        return {};
      }
      if (!outcome.ok()) return outcome.error();
      if (*outcome == Outcome::waits) return waiting.add(draft);
      return commit_when_full();
    }));
    deferred_ = std::move(waiting);
  }
  return deferred_.drain([&](Draft& draft) -> Result<void> {
    auto reason = missing(draft);
    if (!reason.ok()) return reason.error();
    refuse(draft, reason.take());
    return {};
  });
}

Result<LoadWriter::Summary> ClaimLoad::finish() {
  if (ended_) return make_error(ErrorCode::usage, row_.input, "the load has ended");
  ended_ = true;
  Summary summary;
  TALENTFLOW_TRY(settle(summary.refused));
  TALENTFLOW_TRY(resolve_identities());
  row_.finished = store_.options().clock();
  TALENTFLOW_TRY(commit());
  TALENTFLOW_TRY(land());
  TALENTFLOW_TRY(store_.pairs().flush());
  release();
  LoadInfo& load = summary.load;
  load.number = number_;
  load.started = row_.started;
  load.finished = row_.finished;
  load.input = row_.input;
  load.adapter = row_.adapter;
  load.adapter_version = row_.adapter_version;
  load.first_claim = row_.first_claim;
  load.claims = row_.claims;
  load.known = row_.known;
  load.rejected = row_.rejected;
  summary.reviews = reviews_;
  summary.links = links_;
  summary.added_entities = added_entities_;
  return summary;
}

}  // namespace talentflow::graph
