#include "graph/identity/decisions.hpp"

#include <algorithm>
#include <set>

namespace talentflow::graph {
namespace {

constexpr std::string_view kAdapter = "decision", kUndone = "undo";

bool about_identity(std::string_view relation) {
  return relation == "SAME_AS" || relation == "DIFFERENT_FROM" || relation == "POSSIBLY_SAME_AS";
}

/// One load of claims by one author.
class Ruling {
 public:
  static Result<Ruling> begin(Store& store, std::string_view adapter, const std::string& author) {
    if (author.empty())
      return make_error(ErrorCode::usage, "", "a decision needs an author; name one with --author");
    const auto loads = store.loads();
    if (!loads.ok()) return loads.error();
    auto writer = store.begin_load(std::string(adapter) + " by " + author);
    if (!writer.ok()) return writer.error();
    Ruling ruling(loads->size() + 1, author, writer.take());
    ruling.writer_->begin_input(std::string(adapter), adapter, 1);
    SourceRecord source;
    source.id = ruling.source_;
    source.properties = {{"publisher", author}, {"source_class", "reviewer"}};
    TALENTFLOW_TRY(ruling.add(source));
    return ruling;
  }

  /// Returns the id of the claim.
  Result<std::string> say(const std::string& subject, std::string_view relation, const std::string& object,
                          const std::string& note) {
    ClaimRecord claim = blank();
    claim.subject = Reference::to_id(subject);
    claim.relation = relation;
    claim.object = Reference::to_id(object);
    claim.confidence = "0.99";
    claim.note = note;
    TALENTFLOW_TRY(add(claim));
    return claim.id;
  }
  Result<std::string> withdraw(const std::string& target) {
    ClaimRecord claim = blank();
    claim.stance = "withdraws";
    claim.target = target;
    TALENTFLOW_TRY(add(claim));
    return claim.id;
  }
  Result<void> finish() {
    const auto summary = writer_->finish();
    if (!summary.ok()) return summary.error();
    if (!summary->refused.empty())
      return make_error(ErrorCode::conflict, "", "not written: " + summary->refused.front().reason);
    return {};
  }

 private:
  Ruling(std::size_t load, const std::string& author, std::unique_ptr<LoadWriter> writer)
      : load_(load), source_("reviewer/" + author), writer_(std::move(writer)) {}

  ClaimRecord blank() {
    ClaimRecord claim;
    claim.id = "decision/" + std::to_string(load_) + "-" + std::to_string(++claims_);
    claim.source = Reference::to_id(source_);
    return claim;
  }
  Result<void> add(RecordContent content) {
    const auto taken = writer_->add({std::move(content), 0, {}});
    return taken.ok() ? Result<void>() : Result<void>(taken.error());
  }

  std::size_t load_;
  std::string source_;
  std::size_t claims_ = 0;
  std::unique_ptr<LoadWriter> writer_;
};

Result<EntityNumber> entity_of(const Store& store, const View& view, std::string_view id) {
  const auto found = store.find_entity(id);
  if (!found.ok()) return found.error();
  if (*found) return **found;
  std::string hint;
  for (const NodeNumber node : view.find_nodes_like(id))
    hint += (hint.empty() ? "; did you mean " : ", ") + view.node_id(node);
  return make_error(ErrorCode::not_found, "",
                    "there is nothing with the id '" + std::string(id) + "'" + hint);
}

/// Claims of one relation between two nodes (or two entities of one node), either way round.
std::vector<ClaimView> claims_between(const View& view, EntityNumber one, EntityNumber other,
                                      std::string_view relation) {
  std::vector<ClaimView> found;
  const NodeNumber first = view.node_of(one), second = view.node_of(other);
  if (first == kNoNode || second == kNoNode) return found;
  for (const ClaimNumber number : view.claims_about(first)) {
    ClaimView claim = view.claim(number);
    if (claim.relation != relation || claim.claim.stance != Stance::asserts) continue;
    const bool across = first != second && claim.object == second;
    const bool within =
        first == second && std::minmax(claim.claim.subject, claim.claim.object) == std::minmax(one, other);
    if (across || within) found.push_back(std::move(claim));
  }
  if (first == second) return found;
  for (const ClaimNumber number : view.claims_about(second)) {
    ClaimView claim = view.claim(number);
    if (claim.relation == relation && claim.claim.stance == Stance::asserts && claim.object == first)
      found.push_back(std::move(claim));
  }
  return found;
}

bool by_us(const ClaimView& claim) {
  return claim.source_class == "resolver" || claim.source_class == "reviewer";
}

std::string told_by(const ClaimView& claim) {
  return "claim " + claim.claim.id + " of " + (claim.source_id.empty() ? "a load" : claim.source_id);
}

/// What must be taken back first, when it is ours; an error when a document says so.
Result<std::vector<std::string>> contrary(const View& view, EntityNumber one, EntityNumber other, Who who) {
  std::vector<std::string> ids;
  for (const ClaimView& claim :
       claims_between(view, one, other, who == Who::same ? "DIFFERENT_FROM" : "SAME_AS")) {
    if (by_us(claim))
      ids.push_back(claim.claim.id);
    else if (who == Who::same)
      return make_error(ErrorCode::conflict, "",
                        told_by(claim) +
                            " says that they are two; take that back first, if it is wrong: undo " +
                            claim.claim.id);
  }
  return ids;
}

/// The ids that stand for the two, where they are not the two themselves.
std::vector<std::string> joined_by(const View& view, EntityNumber first, EntityNumber second,
                                   std::string_view one, std::string_view other) {
  const NodeNumber left = view.node_of(first), right = view.node_of(second);
  if (left == kNoNode || right == kNoNode) return {};
  std::string standing = std::string(view.node_id(left)), counterpart = std::string(view.node_id(right));
  if (standing == one && counterpart == other) return {};
  return {std::move(standing), std::move(counterpart)};
}

/// One line a candidate: names that stand for one by now were asked about one by one.
void drop_repeated(std::vector<OpenCandidate>& candidates) {
  std::set<NodeNumber> seen;
  std::erase_if(candidates, [&](const OpenCandidate& one) { return !seen.insert(one.node).second; });
}

}  // namespace

Result<std::vector<OpenReview>> open_reviews(const Store& store, const View& view) {
  auto items = store.reviews();
  if (!items.ok()) return items.error();
  const auto reviewed = view.under_review();
  std::vector<OpenReview> open;
  for (ReviewItem& item : *items) {
    const NodeNumber node = view.node_of(item.assigned);
    if (node == kNoNode || !std::binary_search(reviewed.begin(), reviewed.end(), view.entity_of(node)))
      continue;
    OpenReview review;
    review.node = node;
    for (const ClaimNumber number : view.claims_about(node)) {
      const ClaimView claim = view.claim(number);
      if (claim.relation != "POSSIBLY_SAME_AS" || claim.claim.subject != item.assigned ||
          claim.object == node)
        continue;
      if (std::find(item.candidates.begin(), item.candidates.end(), claim.claim.object) ==
          item.candidates.end())
        continue;
      if (claims_between(view, item.assigned, claim.claim.object, "DIFFERENT_FROM").empty())
        review.candidates.push_back({claim.object, claim.strength, claim.claim.note});
    }
    if (review.candidates.empty()) continue;
    std::stable_sort(review.candidates.begin(), review.candidates.end(),
                     [](const OpenCandidate& a, const OpenCandidate& b) { return a.score > b.score; });
    drop_repeated(review.candidates);
    review.item = std::move(item);
    open.push_back(std::move(review));
  }
  std::stable_sort(open.begin(), open.end(), [](const OpenReview& a, const OpenReview& b) {
    return a.candidates.front().score > b.candidates.front().score;
  });
  return open;
}

Result<Decided> decide(Store& store, const View& view, std::string_view one, std::string_view other, Who who,
                       const std::string& author, const std::string& note) {
  const auto first = entity_of(store, view, one), second = entity_of(store, view, other);
  if (!first.ok()) return first.error();
  if (!second.ok()) return second.error();
  if (*first == *second)
    return make_error(ErrorCode::usage, "",
                      "'" + std::string(one) + "' and '" + std::string(other) + "' are one id; name two");
  const bool merged = view.node_of(*first) == view.node_of(*second) && view.node_of(*first) != kNoNode;
  const std::string_view relation = who == Who::same ? "SAME_AS" : "DIFFERENT_FROM";
  const auto said = claims_between(view, *first, *second, relation);
  if (who == Who::same ? merged : !said.empty())
    return make_error(ErrorCode::conflict, "",
                      std::string(who == Who::same ? "they are one already" : "they are two already") +
                          (said.empty() ? std::string() : ": " + told_by(said.front())));
  const auto before = contrary(view, *first, *second, who);
  if (!before.ok()) return before.error();
  auto ruling = Ruling::begin(store, kAdapter, author);
  if (!ruling.ok()) return ruling.error();
  // The name points to whom it means: the later entity to the earlier one.
  const auto subject = store.entity(std::max(*first, *second)),
             object = store.entity(std::min(*first, *second));
  if (!subject.ok()) return subject.error();
  if (!object.ok()) return object.error();
  auto claim = ruling->say(subject->id, relation, object->id, note);
  if (!claim.ok()) return claim.error();
  for (const std::string& target : *before) {
    const auto withdrawn = ruling->withdraw(target);
    if (!withdrawn.ok()) return withdrawn.error();
  }
  TALENTFLOW_TRY(ruling->finish());
  Decided out{claim.take(), std::string(relation), subject->id, object->id, *before};
  if (who == Who::same) out.joined = joined_by(view, *first, *second, one, other);
  return out;
}

namespace {

/// The claims that an undoing withdraws: all of a decision, or one of another load.
Result<std::vector<Claim>> claims_of_load(const Store& store, const LoadInfo& load) {
  std::vector<Claim> claims;
  TALENTFLOW_TRY(store.scan_claims(load.first_claim, [&](const Claim& claim) {
    if (claim.number >= load.first_claim + load.claims) return false;
    if (claim.id.starts_with("decision/")) claims.push_back(claim);
    return true;
  }));
  return claims;
}

Result<std::vector<Claim>> last_decision(const Store& store) {
  const auto loads = store.loads();
  if (!loads.ok()) return loads.error();
  for (auto load = loads->rbegin(); load != loads->rend(); ++load) {
    if (load->adapter != kAdapter || load->withdrawn) continue;
    auto claims = claims_of_load(store, *load);
    if (!claims.ok()) return claims.error();
    if (claims->empty()) continue;
    const auto gone = store.is_withdrawn(claims->front());
    if (!gone.ok()) return gone.error();
    if (!*gone) return claims;
  }
  return make_error(ErrorCode::not_found, "", "no decision is left to take back");
}

Result<std::vector<Claim>> decision_of(const Store& store, std::string_view id) {
  const auto number = store.find_claim(id);
  if (!number.ok()) return number.error();
  if (!*number)
    return make_error(ErrorCode::not_found, "", "there is no claim with the id '" + std::string(id) + "'");
  const auto claim = store.claim(**number);
  if (!claim.ok()) return claim.error();
  const auto relation =
      claim->relation == 0 ? Result<std::string>(std::string()) : store.term(claim->relation);
  if (!relation.ok()) return relation.error();
  if (!about_identity(*relation) || claim->stance == Stance::withdraws)
    return make_error(ErrorCode::conflict, "",
                      "'" + std::string(id) + "' says nothing of who is who, so it is not taken back here");
  const auto gone = store.is_withdrawn(*claim);
  if (!gone.ok()) return gone.error();
  if (*gone) return make_error(ErrorCode::conflict, "", "'" + std::string(id) + "' is taken back already");
  const auto loads = store.loads();
  if (!loads.ok()) return loads.error();
  for (const LoadInfo& load : *loads)
    if (load.number == claim->load && load.adapter == kAdapter) return claims_of_load(store, load);
  return std::vector<Claim>{*claim};
}

}  // namespace

Result<Decided> undo(Store& store, std::string_view claim, const std::string& author) {
  const auto claims = claim.empty() ? last_decision(store) : decision_of(store, claim);
  if (!claims.ok()) return claims.error();
  const Claim& main = claims->front();
  const auto subject = store.entity(main.subject), object = store.entity(main.object);
  if (!subject.ok()) return subject.error();
  if (!object.ok()) return object.error();
  auto ruling = Ruling::begin(store, kUndone, author);
  if (!ruling.ok()) return ruling.error();
  Decided decided{"", "WITHDRAWN", subject->id, object->id, {}};
  for (const Claim& target : *claims) {
    auto written = ruling->withdraw(target.id);
    if (!written.ok()) return written.error();
    if (decided.claim.empty()) decided.claim = written.take();
    decided.withdrawn.push_back(target.id);
  }
  TALENTFLOW_TRY(ruling->finish());
  return decided;
}

}  // namespace talentflow::graph
