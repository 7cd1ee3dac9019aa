#include "graph/snapshot/kept.hpp"

#include <algorithm>
#include <string>
#include <thread>

#include "graph/snapshot/kept_pieces.hpp"
#include "graph/snapshot/snapshot_parts.hpp"

namespace talentflow::graph {
namespace {

using namespace kept;

struct Counts {
  std::uint64_t claims = 0, properties = 0, edge_ids = 0, entities = 0, withdrawals = 0, descriptions = 0,
                names = 0, texts = 0, shapes = 0, terms = 0, replaced = 0;
};
static_assert(sizeof(Counts) == 11 * sizeof(std::uint64_t));

Counts kept_counts(const Store& store) {
  std::vector<Counts> head;
  const bool found = get(store, "columns/head", kHead, [&](const codec::ColumnsView& columns) {
    return columns.count == 1 && copy_entries(columns, head, 0, 1);
  });
  return found ? head[0] : Counts();
}

}  // namespace

/// Reads and writes the private columns of a Snapshot.
class SnapshotKeeper {
 public:
  static Counts counts(const Snapshot& of) {
    return {of.rows_.size(),         of.properties_.size(), of.edge_ids_.size(), of.entity_ids_.size(),
            of.withdrawals_.size(),  of.descriptions_,      of.names_->size(),   of.texts_->size(),
            of.shape_texts_->size(), of.terms_.size(),      of.replaced_.size()};
  }

  static Result<void> write(Store& store, const Snapshot& from, const Counts& kept) {
    TALENTFLOW_TRY(put_column(store, "claims", kClaimRows, from.rows_, kept.claims));
    TALENTFLOW_TRY(put_column(store, "properties", from.properties_, kept.properties));
    TALENTFLOW_TRY(put_column(store, "edge_ids", from.edge_ids_, kept.edge_ids));
    TALENTFLOW_TRY(put_column(store, "entities", from.entity_ids_, kept.entities));
    TALENTFLOW_TRY(put_entries(store, "columns/withdrawals", kNumbers, from.withdrawals_));
    TALENTFLOW_TRY(put_entries(store, "columns/replaced", kNumbers, from.replaced_));
    TALENTFLOW_TRY(put_table(store, "columns/names", *from.names_));
    TALENTFLOW_TRY(put_table(store, "columns/texts", *from.texts_));
    TALENTFLOW_TRY(put_table(store, "columns/shapes", *from.shape_texts_));
    std::vector<std::uint32_t> terms;
    for (const TermInfo& term : from.terms_) terms.push_back(term.known ? term.name : kUnknownTerm);
    TALENTFLOW_TRY(put_entries(store, "columns/terms", kNumbers, terms));
    return put_entries(store, "columns/head", kHead, std::vector<Counts>{counts(from)});
  }

  static Found read(const Store& store, Snapshot& to) {
    const Counts kept = kept_counts(store);
    if (kept.claims == 0) return false;
    to.names_ = std::make_shared<TextTable>();
    to.texts_ = std::make_shared<TextTable>();
    to.shape_texts_ = std::make_shared<TextTable>();
    to.descriptions_ = kept.descriptions;
    std::vector<std::uint32_t> terms;
    return get_column(store, "claims", kClaimRows, kept.claims, to.rows_) &&
           get_column(store, "properties", kept.properties, to.properties_) &&
           get_column(store, "edge_ids", kept.edge_ids, to.edge_ids_) &&
           get_column(store, "entities", kept.entities, to.entity_ids_) &&
           get_entries(store, "columns/withdrawals", kNumbers, kept.withdrawals, to.withdrawals_) &&
           get_entries(store, "columns/replaced", kNumbers, kept.replaced, to.replaced_) &&
           get_table(store, "columns/names", kept.names, *to.names_) &&
           get_table(store, "columns/texts", kept.texts, *to.texts_) &&
           get_table(store, "columns/shapes", kept.shapes, *to.shape_texts_) &&
           get_entries(store, "columns/terms", kNumbers, kept.terms, terms) && read_meanings(to, terms);
  }

 private:
  static constexpr std::uint32_t kUnknownTerm = 0xFFFFFFFF;

  /// What the vocabulary says of the texts is looked up again: it may have changed.
  static bool read_meanings(Snapshot& to, const std::vector<std::uint32_t>& terms) {
    for (const std::uint32_t name : terms) {
      if (name != kUnknownTerm && name >= to.names_->size()) return false;
      to.terms_.push_back(name == kUnknownTerm ? TermInfo()
                                               : term_info(name, (*to.names_)[name], *to.vocabulary_));
    }
    if (!to.terms_.empty()) to.terms_[0] = TermInfo();
    for (std::uint32_t code = 0; code < to.texts_->size(); ++code)
      to.role_classes_.push_back(to.vocabulary_->role_classes((*to.texts_)[code]));
    const std::size_t names = to.names_->size();
    for (std::uint32_t code = 0; code < to.shape_texts_->size(); ++code)
      to.shapes_.push_back(description_shape((*to.shape_texts_)[code], *to.names_));
    return to.names_->size() == names;
  }
};

bool read_kept(const Store& store, Snapshot& to) {
  if (kept_counts(store).claims == 0) return false;
  KnownCareers careers;  // as many bytes as the claims: read beside them
  std::thread reader([&] { careers = kept_careers(store); });
  const bool found = SnapshotKeeper::read(store, to);
  reader.join();
  if (!found) return false;
  if (careers.careers != nullptr) to.set_kept();  // else both are written anew
  to.remember(std::move(careers));
  return true;
}

Result<bool> keep_snapshot(Store& store, const Snapshot& snapshot) {
  const Counts kept = snapshot.kept() ? kept_counts(store) : Counts();
  const std::uint64_t claims = snapshot.claim_count();
  if (claims < kept.claims + std::max<std::uint64_t>(20'000, kept.claims / 20)) return false;
  TALENTFLOW_TRY(SnapshotKeeper::write(store, snapshot, kept));
  return true;
}

}  // namespace talentflow::graph
