#include "graph/store/claim_store.hpp"

#include <mutex>
#include <utility>

#include "graph/store/claim_key.hpp"
#include "graph/store/keys.hpp"

namespace talentflow::graph {
namespace {

Error no_such(std::string_view what, std::uint64_t number) {
  return make_error(ErrorCode::not_found, "",
                    "there is no " + std::string(what) + " " + std::to_string(number));
}

Error bad_key(Family family) {
  return make_error(ErrorCode::damaged, std::string(family_name(family)),
                    "a key is malformed; run `talentflow check`");
}

}  // namespace

ClaimStore::ClaimStore(std::unique_ptr<KeyValue> pairs, StoreOptions options)
    : pairs_(std::move(pairs)), options_(std::move(options)) {}

Result<std::unique_ptr<ClaimStore>> ClaimStore::over(std::unique_ptr<KeyValue> pairs, StoreOptions options) {
  std::unique_ptr<ClaimStore> store(new ClaimStore(std::move(pairs), std::move(options)));
  std::string bytes;
  const auto found = store->pairs_->get(Family::meta, keys::kMeta, bytes);
  if (!found.ok()) return found.error();
  if (!*found && store->options_.access == Access::write) {
    WriteBatch batch;
    TALENTFLOW_TRY(store->commit(batch, initial_meta(store->options_)));
  }
  TALENTFLOW_TRY(store->read_state());
  return store;
}

codec::MetaRow ClaimStore::initial_meta(const StoreOptions& options) {
  codec::MetaRow meta;
  meta.format_version = kFormatVersion;
  meta.created = options.clock();
  return meta;
}

Result<void> ClaimStore::read_state() {
  codec::MetaRow meta;
  std::string bytes;
  const auto found = pairs_->get(Family::meta, keys::kMeta, bytes);
  if (!found.ok()) return found.error();
  if (!*found)
    return make_error(ErrorCode::damaged, options_.path, "the store has no meta record; restore a backup");
  TALENTFLOW_TRY(codec::decode(bytes, meta));
  if (meta.format_version > kFormatVersion)
    return make_error(ErrorCode::format, options_.path,
                      "the store has format " + std::to_string(meta.format_version) +
                          ", and this program reads up to " + std::to_string(kFormatVersion) +
                          "; use a newer program");
  std::unordered_map<std::string, TermNumber> numbers;
  std::map<TermNumber, std::string> texts;
  bool sound = true;
  TALENTFLOW_TRY(pairs_->scan_prefix(Family::terms, "n", [&](std::string_view key, std::string_view value) {
    const auto number = keys::read32(key.substr(1));
    sound = sound && number.has_value();
    if (!sound) return false;
    numbers.emplace(value, *number);
    texts.emplace(*number, value);
    return true;
  }));
  if (!sound) return bad_key(Family::terms);
  std::set<LoadNumber> withdrawn;
  Result<void> decoded;
  TALENTFLOW_TRY(pairs_->scan(Family::loads, {}, {}, [&](std::string_view key, std::string_view value) {
    codec::LoadRow row;
    decoded = codec::decode(value, row);
    if (!decoded.ok()) return false;
    if (row.withdrawn) withdrawn.insert(keys::read32(key).value_or(0));
    return true;
  }));
  if (!decoded.ok()) return decoded;
  std::unique_lock lock(mutex_);
  meta_ = meta;
  term_numbers_ = std::move(numbers);
  term_texts_ = std::move(texts);
  withdrawn_loads_ = std::move(withdrawn);
  return {};
}

StoreInfo ClaimStore::info() const {
  StoreInfo info;
  {
    std::shared_lock lock(mutex_);
    info.format_version = meta_.format_version;
    info.entities = info.last_entity = meta_.entities;
    info.claims = meta_.claims;
    info.terms = meta_.terms;
    info.loads = meta_.loads;
  }
  const auto counted = pairs_->scan(Family::reviews, {}, {}, [&](std::string_view, std::string_view) {
    ++info.reviews;
    return true;
  });
  codec::ForgottenRow row;
  const auto forgotten =
      pairs_->scan(Family::forgotten, {}, {}, [&](std::string_view, std::string_view value) {
        if (!codec::decode(value, row).ok()) return true;
        --info.entities;
        info.claims -= row.claims;
        return true;
      });
  const auto bytes = pairs_->bytes();
  if (counted.ok() && forgotten.ok() && bytes.ok()) info.disk_bytes = *bytes;
  return info;
}

Result<void> ClaimStore::catch_up() {
  TALENTFLOW_TRY(pairs_->catch_up());
  codec::MetaRow now;
  std::string bytes;
  const auto found = pairs_->get(Family::meta, keys::kMeta, bytes);
  const bool same = found.ok() && *found && codec::decode(bytes, now).ok() && now.sequence == meta().sequence;
  return same ? Result<void>() : read_state();
}

codec::MetaRow ClaimStore::meta() const {
  std::shared_lock lock(mutex_);
  return meta_;
}

bool ClaimStore::load_withdrawn(LoadNumber load) const {
  std::shared_lock lock(mutex_);
  return withdrawn_loads_.contains(load);
}

void ClaimStore::committed(const codec::MetaRow& meta,
                           const std::vector<std::pair<std::string, TermNumber>>& terms) {
  std::unique_lock lock(mutex_);
  meta_ = meta;
  for (const auto& [text, number] : terms) {
    term_numbers_.emplace(text, number);
    term_texts_.emplace(number, text);
  }
}

Result<void> ClaimStore::commit(WriteBatch& batch, codec::MetaRow meta) {
  ++meta.sequence;
  batch.put(Family::meta, std::string(keys::kMeta), codec::encode(meta));
  TALENTFLOW_TRY(pairs_->write(batch, Durability::durable));
  TALENTFLOW_TRY(pairs_->note_commit(meta.sequence));
  committed(meta, {});
  return {};
}

Result<void> ClaimStore::require_writer(std::string_view what) const {
  if (options_.access == Access::write) return {};
  return make_error(ErrorCode::usage, options_.path, std::string(what) + " needs a store opened for writing");
}

Result<std::optional<EntityNumber>> ClaimStore::find_entity(std::string_view id) const {
  std::string bytes;
  const auto found = pairs_->get(Family::ids, id, bytes);
  if (!found.ok()) return found.error();
  if (!*found) return std::optional<EntityNumber>();
  const auto number = keys::read32(bytes);
  if (!number) return bad_key(Family::ids);
  return std::optional(*number);
}

Result<EntityInfo> ClaimStore::entity(EntityNumber number) const {
  std::string bytes;
  const auto found = pairs_->get(Family::entities, keys::number32(number), bytes);
  if (!found.ok()) return found.error();
  if (!*found) return no_such("entity", number);
  codec::EntityRow row;
  TALENTFLOW_TRY(codec::decode(bytes, row));
  return EntityInfo{number, std::move(row.id), row.declared};
}

Result<std::optional<TermNumber>> ClaimStore::find_term(std::string_view term) const {
  std::shared_lock lock(mutex_);
  const auto found = term_numbers_.find(std::string(term));
  if (found == term_numbers_.end()) return std::optional<TermNumber>();
  return std::optional(found->second);
}

Result<std::string> ClaimStore::term(TermNumber number) const {
  std::shared_lock lock(mutex_);
  const auto found = term_texts_.find(number);
  if (found == term_texts_.end()) return no_such("term", number);
  return found->second;
}

Result<void> ClaimStore::scan_entities(EntityNumber first,
                                       const std::function<bool(const EntityInfo&)>& each) const {
  EntityInfo info;
  codec::EntityRow row;
  Result<void> decoded;
  TALENTFLOW_TRY(pairs_->scan(Family::entities, keys::number32(first), {},
                              [&](std::string_view key, std::string_view value) {
                                decoded = codec::decode(value, row);
                                if (!decoded.ok()) return false;
                                info.number = keys::read32(key).value_or(0);
                                info.id = row.id;
                                info.declared = row.declared;
                                return each(info);
                              }));
  return decoded;
}

Result<std::vector<EntityNumber>> ClaimStore::find_by_name(std::string_view key) const {
  std::vector<EntityNumber> numbers;
  std::string prefix(key);
  prefix.push_back('\0');
  TALENTFLOW_TRY(pairs_->scan_prefix(Family::names, prefix, [&](std::string_view found, std::string_view) {
    if (const auto number = keys::read32(found.substr(prefix.size()))) numbers.push_back(*number);
    return true;
  }));
  return numbers;
}

Result<Claim> ClaimStore::claim(ClaimNumber number) const {
  std::string bytes;
  const auto found = pairs_->get(Family::claims, keys::number64(number), bytes);
  if (!found.ok()) return found.error();
  if (!*found) return no_such("claim", number);
  Claim claim;
  TALENTFLOW_TRY(codec::decode(bytes, claim));
  claim.number = number;
  return claim;
}

Result<std::vector<ClaimNumber>> ClaimStore::withdrawals_of(std::string_view target) const {
  std::vector<ClaimNumber> out;
  bool broken = false;
  const std::string prefix = std::string(target) + '\0';
  TALENTFLOW_TRY(pairs_->scan_prefix(Family::withdrawn, prefix, [&](std::string_view key, std::string_view) {
    const auto number = keys::read64(key.substr(prefix.size()));
    broken = !number;
    if (number) out.push_back(*number);
    return !broken;
  }));
  if (broken) return bad_key(Family::withdrawn);
  return out;
}

Result<std::optional<ClaimNumber>> ClaimStore::find_claim(std::string_view id) const {
  std::string bytes;
  const auto given = pairs_->get(Family::claim_ids, id, bytes);
  if (!given.ok()) return given.error();
  std::optional<ClaimNumber> number;
  if (*given) {
    number = keys::read64(bytes);
    if (!number) return bad_key(Family::claim_ids);
    return number;
  }
  const std::string prefix = key_prefix_of(id);
  if (prefix.empty()) return number;
  TALENTFLOW_TRY(
      pairs_->scan_prefix(Family::claim_keys, prefix, [&](std::string_view, std::string_view value) {
        number = keys::read64(value);
        return false;
      }));
  return number;
}

Result<std::vector<ClaimNumber>> ClaimStore::postings(Family family, EntityNumber entity) const {
  std::vector<ClaimNumber> claims;
  codec::PostingsRow row;
  Result<void> decoded;
  TALENTFLOW_TRY(
      pairs_->scan_prefix(family, keys::number32(entity), [&](std::string_view, std::string_view value) {
        decoded = codec::decode(value, row);
        if (!decoded.ok()) return false;
        claims.insert(claims.end(), row.claims.begin(), row.claims.end());
        return true;
      }));
  if (!decoded.ok()) return decoded.error();
  return claims;
}

Result<std::vector<ClaimNumber>> ClaimStore::claims_about(EntityNumber subject) const {
  return postings(Family::by_subject, subject);
}
Result<std::vector<ClaimNumber>> ClaimStore::claims_naming(EntityNumber object) const {
  return postings(Family::by_object, object);
}
Result<std::vector<ClaimNumber>> ClaimStore::claims_of_source(EntityNumber source) const {
  return postings(Family::by_source, source);
}

Result<std::vector<ClaimNumber>> ClaimStore::withdrawing(std::string_view id) const {
  std::vector<ClaimNumber> claims;
  std::string prefix(id);
  prefix.push_back('\0');
  TALENTFLOW_TRY(pairs_->scan_prefix(Family::withdrawn, prefix, [&](std::string_view key, std::string_view) {
    if (const auto number = keys::read64(key.substr(prefix.size()))) claims.push_back(*number);
    return true;
  }));
  return claims;
}

Result<void> ClaimStore::scan_claims(ClaimNumber first, const std::function<bool(const Claim&)>& each) const {
  Claim claim;
  Result<void> decoded;
  TALENTFLOW_TRY(pairs_->scan(Family::claims, keys::number64(first), {},
                              [&](std::string_view key, std::string_view value) {
                                decoded = codec::decode(value, claim);
                                if (!decoded.ok()) return false;
                                claim.number = keys::read64(key).value_or(0);
                                return each(claim);
                              }));
  return decoded;
}

Result<std::unique_ptr<LoadWriter>> ClaimStore::begin_load(const std::string& input) {
  TALENTFLOW_TRY(require_writer("a load"));
  if (loading_)
    return make_error(ErrorCode::usage, options_.path, "a load is being written already; finish it first");
  auto writer = make_load_writer(*this, input);
  if (writer.ok()) loading_ = true;
  return writer;
}

}  // namespace talentflow::graph
