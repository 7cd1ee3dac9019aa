#include "graph/store/claim_batch.hpp"

#include <algorithm>
#include <cstring>

#include "graph/store/claim_key.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

/// From this many claims on, sorted files are cheaper than the log.
constexpr std::size_t kSortedFrom = 20'000;

/// The order of items by their text, then by themselves. Comparing the first eight bytes as one number
/// settles nearly every pair without touching the texts, and moving eight bytes and an index is cheaper than
/// moving the items.
template <class Items, class Text>
std::vector<std::uint32_t> text_order(const Items& items, Text text) {
  struct Head {
    std::uint64_t bytes;
    std::uint32_t index;
  };
  std::vector<Head> heads(items.size());
  std::string_view common = items.empty() ? std::string_view() : std::string_view(text(items[0]));
  for (const auto& item : items) {
    const std::string& other = text(item);
    std::size_t same = 0;
    while (same < common.size() && same < other.size() && common[same] == other[same]) ++same;
    common = common.substr(0, same);
  }
  for (std::uint32_t i = 0; i < heads.size(); ++i) {
    const std::string& whole = text(items[i]);
    std::uint64_t head = 0;
    for (std::size_t at = 0; at < 8; ++at) {
      const std::size_t from = common.size() + at;
      head = head << 8U | (from < whole.size() ? static_cast<unsigned char>(whole[from]) : 0U);
    }
    heads[i] = {head, i};
  }
  std::sort(heads.begin(), heads.end(), [&](const Head& a, const Head& b) {
    if (a.bytes != b.bytes) return a.bytes < b.bytes;
    const int order = text(items[a.index]).compare(text(items[b.index]));
    return order != 0 ? order < 0 : items[a.index] < items[b.index];
  });
  std::vector<std::uint32_t> order;
  order.reserve(heads.size());
  for (const Head& head : heads) order.push_back(head.index);
  return order;
}

}  // namespace

/// Where a commit writes: the log for few pairs, sorted files for many.
class ClaimBatch::Output {
 public:
  Output(KeyValue& store, bool sorted) : store_(store), sorted_(sorted) {}
  Result<void> begin() {
    if (!sorted_) return {};
    auto writer = store_.begin_sorted();
    if (!writer.ok()) return writer.error();
    writer_ = writer.take();
    return {};
  }
  Result<void> put(Family family, std::string_view key, std::string_view value) {
    if (writer_) return writer_->put(family, key, value);
    batch_.put(family, std::string(key), std::string(value));
    return {};
  }
  Result<void> commit() {
    if (writer_) return writer_->commit();
    return store_.write(batch_, Durability::durable);
  }

 private:
  KeyValue& store_;
  bool sorted_;
  WriteBatch batch_;
  std::unique_ptr<SortedWriter> writer_;
};

void ClaimBatch::reset(ClaimNumber first, const ClaimBatch* before) {
  first_ = first;
  before_ = before;
  claim_keys_.clear();
  claim_bytes_.clear();
  claim_ends_.clear();
  claim_ids_.clear();
  withdrawn_.clear();
  by_subject_.clear();
  by_object_.clear();
  by_source_.clear();
  entities_.clear();
  ids_.clear();
  names_.clear();
  terms_.clear();
  reviews_.clear();
  text_bytes_ = 0;
}

void ClaimBatch::add_entity(EntityNumber number, std::string_view id, LoadNumber load) {
  entities_.emplace_back(number, codec::encode(codec::EntityRow{std::string(id), true, load}));
  text_bytes_ += entities_.back().second.size();
  add_id(id, number);
}

void ClaimBatch::add_name(std::string key, EntityNumber number, ClaimNumber claim) {
  text_bytes_ += key.size();
  names_.push_back({std::move(key), number, claim});
}

void ClaimBatch::add_claim(const Claim& claim, const Fingerprint& key, bool given_id) {
  const auto offset = static_cast<std::uint32_t>(claim_keys_.size());
  claim_keys_.push_back(key);
  claim_bytes_ += codec::encode(claim);
  claim_ends_.push_back(claim_bytes_.size());
  by_subject_.push_back({claim.subject, offset, claim.relation, claim.object});
  if (claim.object != 0) by_object_.push_back({claim.object, offset, claim.relation, claim.subject});
  if (claim.source != 0) by_source_.push_back({claim.source, offset, claim.relation, claim.subject});
  if (given_id) {
    claim_ids_.emplace_back(claim.id, claim.number);
    text_bytes_ += claim.id.size();
  }
  if (claim.stance == Stance::withdraws) withdrawn_.emplace_back(claim.target, claim.number);
}

void ClaimBatch::add_review(const codec::ReviewRow& row, std::uint32_t place) {
  reviews_.emplace_back(keys::review(row.load, place), codec::encode(row));
  text_bytes_ += reviews_.back().second.size();
}

std::optional<std::string> ClaimBatch::entity_id(EntityNumber number) const {
  if (entities_.empty() || number < entities_.front().first) return std::nullopt;
  const std::size_t index = number - entities_.front().first;  // numbers are dense
  codec::EntityRow row;
  if (index >= entities_.size() || !codec::decode(entities_[index].second, row).ok()) return std::nullopt;
  return row.id;
}

std::size_t ClaimBatch::bytes() const {
  constexpr std::size_t kTextOverhead = 48;
  return claim_bytes_.size() + text_bytes_ + claims() * (sizeof(Fingerprint) + sizeof(std::size_t)) +
         (by_subject_.size() + by_object_.size() + by_source_.size()) * sizeof(Posting) +
         (claim_ids_.size() + entities_.size() + ids_.size() + names_.size()) * kTextOverhead;
}

std::string_view ClaimBatch::claim_bytes(ClaimNumber number) const {
  if (number < first_) return before_->claim_bytes(number);
  const std::size_t offset = number - first_;
  const std::size_t begin = offset == 0 ? 0 : claim_ends_[offset - 1];
  return std::string_view(claim_bytes_).substr(begin, claim_ends_[offset] - begin);
}

Result<void> ClaimBatch::write_claims(Output& out) {
  for (std::size_t i = 0; i < claims(); ++i)
    TALENTFLOW_TRY(out.put(Family::claims, keys::KeyBytes(first_ + i).view(), claim_bytes(first_ + i)));
  return {};
}

Result<void> ClaimBatch::write_claim_keys(Output& out) {
  std::vector<std::pair<Fingerprint, std::uint32_t>> order;
  order.reserve(claims());
  for (std::uint32_t i = 0; i < claims(); ++i) order.emplace_back(claim_keys_[i], i);
  std::sort(order.begin(), order.end());
  for (const auto& [key, i] : order) {
    char bytes[16];
    std::memcpy(bytes, keys::KeyBytes(key.high).view().data(), 8);
    std::memcpy(bytes + 8, keys::KeyBytes(key.low).view().data(), 8);
    TALENTFLOW_TRY(out.put(Family::claim_keys, {bytes, sizeof bytes}, keys::KeyBytes(first_ + i).view()));
  }
  return {};
}

Result<void> ClaimBatch::write_postings(Output& out, Family family, std::vector<Posting>& postings) {
  const auto before = [](const Posting& a, const Posting& b) {
    return a.entity != b.entity ? a.entity < b.entity : a.claim < b.claim;
  };
  // Claims mostly come subject by subject: then there is nothing to sort.
  if (!std::is_sorted(postings.begin(), postings.end(), before))
    std::sort(postings.begin(), postings.end(), before);
  codec::PostingsRow row;
  std::string key;
  for (std::size_t i = 0; i < postings.size();) {
    const EntityNumber entity = postings[i].entity;
    row.claims.clear();
    row.relations.clear();
    row.others.clear();
    for (; i < postings.size() && postings[i].entity == entity; ++i) {
      row.claims.push_back(first_ + postings[i].claim);
      row.relations.push_back(postings[i].relation);
      row.others.push_back(postings[i].other);
    }
    key.clear();
    keys::append32(key, entity);
    keys::append64(key, row.claims.front());
    TALENTFLOW_TRY(out.put(family, key, codec::encode(row)));
  }
  return {};
}

Result<void> ClaimBatch::write_names(Output& out) {
  const Name* last = nullptr;
  std::string key;
  for (const std::uint32_t i :
       text_order(names_, [](const Name& name) -> const std::string& { return name.key; })) {
    const Name& name = names_[i];
    if (last != nullptr && last->key == name.key && last->entity == name.entity) continue;
    last = &name;
    key.assign(name.key);
    key.push_back('\0');
    keys::append32(key, name.entity);
    TALENTFLOW_TRY(out.put(Family::names, key, keys::KeyBytes(name.claim).view()));
  }
  return {};
}

Result<void> ClaimBatch::write_texts(Output& out) {
  for (const std::uint32_t i :
       text_order(ids_, [](const auto& pair) -> const std::string& { return pair.first; }))
    TALENTFLOW_TRY(out.put(Family::ids, ids_[i].first, keys::KeyBytes(ids_[i].second).view()));
  for (const std::uint32_t i :
       text_order(claim_ids_, [](const auto& pair) -> const std::string& { return pair.first; }))
    TALENTFLOW_TRY(
        out.put(Family::claim_ids, claim_ids_[i].first, keys::KeyBytes(claim_ids_[i].second).view()));
  TALENTFLOW_TRY(write_names(out));
  std::sort(withdrawn_.begin(), withdrawn_.end());
  for (const auto& [target, number] : withdrawn_)
    TALENTFLOW_TRY(out.put(Family::withdrawn, keys::text_and_claim(target, number), {}));
  for (const auto& [term, number] : terms_)
    TALENTFLOW_TRY(out.put(Family::terms, keys::term_number(number), term));
  std::sort(terms_.begin(), terms_.end());
  for (const auto& [term, number] : terms_)
    TALENTFLOW_TRY(out.put(Family::terms, keys::term_text(term), keys::number32(number)));
  for (const auto& [key, row] : reviews_) TALENTFLOW_TRY(out.put(Family::reviews, key, row));
  return {};
}

Result<void> ClaimBatch::write_all(Output& out) {
  for (const auto& [number, row] : entities_)
    TALENTFLOW_TRY(out.put(Family::entities, keys::number32(number), row));
  TALENTFLOW_TRY(write_claims(out));
  TALENTFLOW_TRY(write_claim_keys(out));
  TALENTFLOW_TRY(write_postings(out, Family::by_subject, by_subject_));
  TALENTFLOW_TRY(write_postings(out, Family::by_object, by_object_));
  TALENTFLOW_TRY(write_postings(out, Family::by_source, by_source_));
  return write_texts(out);
}

Result<void> ClaimBatch::commit(KeyValue& store, const codec::MetaRow& meta, LoadNumber number,
                                const codec::LoadRow& load) {
  Output out(store, claims() >= kSortedFrom);
  TALENTFLOW_TRY(out.begin());
  TALENTFLOW_TRY(write_all(out));
  TALENTFLOW_TRY(out.put(Family::loads, keys::number32(number), codec::encode(load)));
  TALENTFLOW_TRY(out.put(Family::meta, keys::kMeta, codec::encode(meta)));
  return out.commit();
}

}  // namespace talentflow::graph
