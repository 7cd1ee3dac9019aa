// One load: records in, claims out. Reading and checking a record is draft.cpp's, what exists is
// load_identities.cpp's, names are load_names.cpp's, writing is claim_batch.cpp's; here is the order in which
// they act.
#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <utility>

#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/deferred.hpp"
#include "graph/store/description.hpp"
#include "graph/store/keys.hpp"
#include "graph/store/load_identities.hpp"
#include "graph/store/load_names.hpp"

namespace talentflow::graph {
namespace {

/// Shares of StoreOptions::memory_bytes; the rest is the key-value store's.
constexpr std::uint64_t kBatchShare = 8;  // each of two: one fills while the other is written
constexpr std::uint64_t kTablesShare = 2;
constexpr std::uint64_t kDeferredShare = 16;
constexpr std::uint64_t kLeastBytes = 1ULL << 20;
constexpr std::size_t kRememberedSources = 200'000;

std::uint64_t share(std::uint64_t memory, std::uint64_t part) { return std::max(memory / part, kLeastBytes); }

/// What acceptance of a draft came to.
enum class Outcome { added, known, waits };

class ClaimLoad final : public LoadWriter {
 public:
  ClaimLoad(ClaimStore& store, const std::string& input)
      : store_(store),
        meta_(store.meta()),
        number_(meta_.loads + 1),
        batch_(std::make_unique<ClaimBatch>(meta_.claims + 1)),
        identities_(store, share(store.options().memory_bytes, kTablesShare)),
        names_(store, vocabulary_),
        deferred_(share(store.options().memory_bytes, kDeferredShare)) {
    row_.started = store.options().clock();
    row_.input = input;
    row_.first_claim = meta_.claims + 1;
  }
  ~ClaimLoad() override {
    if (flight_.valid()) flight_.wait();
    release();
  }

  void begin_input(const std::string& name, std::string_view adapter, std::uint32_t adapter_version) override;
  Result<Taken> add(const Record& record) override;
  Result<Summary> finish() override;

 private:
  /// Lets the next load begin.
  void release() {
    if (!std::exchange(released_, true)) store_.end_load();
  }
  std::string place(std::uint32_t input, std::uint64_t line) const;
  Result<Outcome> accept(Draft& draft);
  Result<bool> is_known(const Draft& draft) const;
  Result<bool> find_or_wait(const Reference& reference, EntityNumber& number);
  Result<bool> find_ids(Draft& draft);
  static bool same_series(std::string_view id, std::string_view target);
  Result<bool> copy_target(Draft& draft);
  Result<void> resolve_names(Draft& draft);
  static void name_becomes_alias(Properties& properties);
  Result<void> resolve_name(const Draft& draft, const Reference& mention, EntityNumber& number);
  Result<EntityNumber> make_named(const Draft& draft, const Reference& mention, bool describe);
  EntityNumber make_entity(std::string_view id);
  Result<void> declare(Draft& draft);
  void add_claim(Draft& draft);
  Result<void> index_description(const Draft& draft);
  Result<void> index_external_id(const Draft& draft, const std::string& key, const std::string& value);
  void add_names(const Claim& claim);
  Result<Instant> published(EntityNumber source);
  Result<Instant> recorded(const Claim& claim);
  TermNumber term(const std::string& text);
  void review(const Draft& draft, const std::string& mention, const std::string& kind, EntityNumber assigned,
              std::vector<EntityNumber> candidates, std::string reason);
  Result<void> settle(std::vector<Refusal>& refused);
  Result<std::string> missing(const Draft& draft);
  Result<void> commit();
  Result<void> land();
  Result<void> commit_when_full();

  ClaimStore& store_;
  const Vocabulary& vocabulary_ = Vocabulary::standard();
  codec::MetaRow meta_;  ///< as it will be after the next commit
  LoadNumber number_;
  codec::LoadRow row_;
  std::unique_ptr<ClaimBatch> batch_;
  // The batch before, while another thread writes it: reading goes on meanwhile.
  std::unique_ptr<ClaimBatch> flying_;
  std::unique_ptr<ClaimBatch> spare_;  ///< written; its memory is used again
  codec::MetaRow flying_meta_;
  std::vector<std::pair<std::string, TermNumber>> flying_terms_;
  std::future<Result<void>> flight_;
  LoadIdentities identities_;
  LoadNames names_;
  DeferredDrafts deferred_;
  std::vector<std::string> inputs_;
  Draft draft_;
  std::unordered_map<std::string, TermNumber> terms_;
  std::vector<std::pair<std::string, TermNumber>> new_terms_;
  std::unordered_map<EntityNumber, Instant> published_;
  std::uint32_t reviews_ = 0;
  std::map<std::string, EntityNumber> undecided_;  ///< document, kind and name -> the entity made for it
  std::uint64_t added_entities_ = 0;
  bool ended_ = false;
  bool released_ = false;
};

void ClaimLoad::begin_input(const std::string& name, std::string_view adapter,
                            std::uint32_t adapter_version) {
  inputs_.push_back(name);
  const std::string word(adapter);
  if (row_.adapter.empty())
    row_.adapter = word;
  else if (("+" + row_.adapter + "+").find("+" + word + "+") == std::string::npos)
    row_.adapter += "+" + word;
  row_.adapter_version = std::max(row_.adapter_version, adapter_version);
}

std::string ClaimLoad::place(std::uint32_t input, std::uint64_t line) const {
  const std::string name = input < inputs_.size() ? inputs_[input] : row_.input;
  return line == 0 ? name : name + ":" + std::to_string(line);
}

Result<Taken> ClaimLoad::add(const Record& record) {
  if (ended_) return make_error(ErrorCode::usage, row_.input, "the load has ended");
  const std::uint32_t input = inputs_.empty() ? 0 : static_cast<std::uint32_t>(inputs_.size() - 1);
  const auto failed = [&](Error error) {
    const bool of_record = error.code == ErrorCode::invalid_input || error.code == ErrorCode::conflict;
    if (of_record) error.where = place(input, record.line);
    if (of_record) ++row_.rejected;
    ended_ = !of_record;
    return error;
  };
  if (auto read = read_draft(record, vocabulary_, draft_); !read.ok()) return failed(read.error());
  draft_.input = input;
  const auto outcome = accept(draft_);
  if (!outcome.ok()) return failed(outcome.error());
  if (*outcome == Outcome::waits) {
    draft_.raw = record.raw;
    if (auto kept = deferred_.add(draft_); !kept.ok()) return failed(kept.error());
    return Taken::deferred;
  }
  if (*outcome == Outcome::known) return Taken::known;
  if (auto done = commit_when_full(); !done.ok()) return failed(done.error());
  return Taken::added;
}

/// The load's list of steps for one record.
Result<Outcome> ClaimLoad::accept(Draft& draft) {
  const auto known = is_known(draft);
  if (!known.ok()) return known.error();
  if (*known) {
    ++row_.known;
    return Outcome::known;
  }
  const auto found = find_ids(draft);
  if (!found.ok()) return found.error();
  if (!*found) return Outcome::waits;
  TALENTFLOW_TRY(declare(draft));
  TALENTFLOW_TRY(resolve_names(draft));
  const auto when = recorded(draft.claim);
  if (!when.ok()) return when.error();
  if (!draft.describes) draft.claim.recorded = *when;
  add_claim(draft);
  if (draft.describes) TALENTFLOW_TRY(index_description(draft));
  return Outcome::added;
}

Result<bool> ClaimLoad::is_known(const Draft& draft) const {
  const auto same = identities_.find_key(draft.key, *batch_);
  if (!same.ok()) return same.error();
  if (*same) return true;
  if (draft.claim.id.empty()) return false;
  if (!key_prefix_of(draft.claim.id).empty()) {
    // An export names claims by their derived ids: reading it back finds them here.
    const auto derived = store_.find_claim(draft.claim.id);
    if (!derived.ok()) return derived.error();
    if (*derived) return true;
  }
  const auto other = identities_.find_claim_id(draft.claim.id, *batch_);
  if (!other.ok()) return other.error();
  if (*other)
    return make_error(ErrorCode::conflict, "",
                      "claim id '" + draft.claim.id +
                          "' is in the store with other content; withdraw the old claim, and give the new "
                          "one an id of its own");
  return false;
}

/// False when the id is not there (yet). An empty reference, or one by name, is left at 0.
Result<bool> ClaimLoad::find_or_wait(const Reference& reference, EntityNumber& number) {
  number = 0;
  if (reference.id.empty()) return true;
  const auto found = identities_.find_entity(reference.id);
  if (!found.ok()) return found.error();
  number = found->value_or(0);
  return number != 0;
}

Result<bool> ClaimLoad::find_ids(Draft& draft) {
  if (!draft.describes) {
    auto subject = find_or_wait(draft.subject, draft.claim.subject);
    if (!subject.ok() || !*subject) return subject;
    auto object = find_or_wait(draft.object, draft.claim.object);
    if (!object.ok() || !*object) return object;
  }
  auto source = find_or_wait(draft.source, draft.claim.source);
  if (!source.ok() || !*source || draft.claim.stance != Stance::withdraws) return source;
  if (!draft.subject.empty() && same_series(draft.claim.id, draft.claim.target)) return true;
  return copy_target(draft);
}

/// Ids of versions of one statement, "NAME@VERSION". A newer version withdraws the one it replaces by its id
/// alone: that one may come later in the load, or never, when it was never read.
bool ClaimLoad::same_series(std::string_view id, std::string_view target) {
  const auto at = target.rfind('@');
  return at != std::string_view::npos && id != target && id.starts_with(target.substr(0, at + 1));
}

/// A withdrawal that names only its target is about what the target is about.
Result<bool> ClaimLoad::copy_target(Draft& draft) {
  auto target = identities_.find_claim_id(draft.claim.target, *batch_);
  if (target.ok() && !*target) target = store_.find_claim(draft.claim.target);
  if (!target.ok()) return target.error();
  if (!*target) return false;
  Claim claim;
  if (batch_->holds(**target)) {
    TALENTFLOW_TRY(codec::decode(batch_->claim_bytes(**target), claim));
  } else {
    auto stored = store_.claim(**target);
    if (!stored.ok()) return stored.error();
    claim = stored.take();
  }
  if (draft.subject.empty()) draft.claim.subject = claim.subject;
  if (draft.object.empty()) draft.claim.object = claim.object;
  if (draft.relation.empty()) draft.claim.relation = claim.relation;
  return true;
}

EntityNumber ClaimLoad::make_entity(std::string_view id) {
  const EntityNumber number = ++meta_.entities;
  batch_->add_entity(number, id, number_);
  identities_.add_entity(id, number);
  ++added_entities_;
  return number;
}

/// An entity or source row: its subject exists from here on.
Result<void> ClaimLoad::declare(Draft& draft) {
  if (!draft.describes || draft.subject.id.empty()) return {};
  const auto found = identities_.find_entity(draft.subject.id);
  if (!found.ok()) return found.error();
  draft.claim.subject = *found ? **found : make_entity(draft.subject.id);
  return {};
}

Result<void> ClaimLoad::resolve_names(Draft& draft) {
  const auto by_name = [](const Reference& reference) {
    return reference.id.empty() && !reference.name.empty();
  };
  if (by_name(draft.source)) TALENTFLOW_TRY(resolve_name(draft, draft.source, draft.claim.source));
  if (by_name(draft.subject)) {
    const EntityNumber before = meta_.entities;
    TALENTFLOW_TRY(resolve_name(draft, draft.subject, draft.claim.subject));
    if (draft.describes && draft.claim.subject <= before) name_becomes_alias(draft.claim.properties);
  }
  if (by_name(draft.object)) TALENTFLOW_TRY(resolve_name(draft, draft.object, draft.claim.object));
  return {};
}

/// A mention by name of an entity that has a name already is another name of it, not its new name.
void ClaimLoad::name_becomes_alias(Properties& properties) {
  const auto at = [&](std::string_view key) {
    return std::find_if(properties.begin(), properties.end(),
                        [&](const Property& property) { return property.first == key; });
  };
  const auto name = at("name");
  if (name == properties.end()) return;
  List aliases{name->second};
  properties.erase(name);
  const auto further = at("aliases");
  if (further == properties.end()) {
    properties.emplace_back("aliases", std::move(aliases));
    return;
  }
  if (const List* more = further->second.get_if<List>())
    aliases.insert(aliases.end(), more->begin(), more->end());
  further->second = Value(std::move(aliases));
}

Result<void> ClaimLoad::resolve_name(const Draft& draft, const Reference& mention, EntityNumber& number) {
  // Within one document one name is one entity, also where nobody can tell which: "page/1" and "page/1#citing-x"
  // are the same document.
  const std::string document = draft.source.id.substr(0, draft.source.id.find('#'));
  const std::string place = document + '\n' + mention.kind + '\n' + mention.name;
  if (const auto made = undecided_.find(place); made != undecided_.end()) {
    number = made->second;
    return {};
  }
  TALENTFLOW_TRY(land());  // its names are looked up in the store
  auto decision = names_.resolve(mention, *batch_);
  if (!decision.ok()) return decision.error();
  number = decision->linked;
  if (number != 0) return {};
  const bool describes_itself = draft.describes && &mention == &draft.subject;
  const auto made = make_named(draft, mention, !describes_itself);
  if (!made.ok()) return made.error();
  number = *made;
  if (!decision->candidates.empty()) undecided_.emplace(place, number);
  if (!decision->candidates.empty())
    review(draft, mention.name, mention.kind, number, std::move(decision->candidates),
           std::move(decision->reason));
  return {};
}

/// A new entity for a name: a readable id, and a description that gives its name and kind.
Result<EntityNumber> ClaimLoad::make_named(const Draft& draft, const Reference& mention, bool describe) {
  const std::string base = id_for_name(mention.name, mention.kind, vocabulary_);
  std::string id = base;
  for (int next = 2;; ++next) {
    const auto taken = identities_.find_entity(id);
    if (!taken.ok()) return taken.error();
    if (!*taken) break;
    id = base + "-" + std::to_string(next);
  }
  const EntityNumber number = make_entity(id);
  if (!describe) return number;
  Draft description;
  description.describes = true;
  description.relation = Vocabulary::kDescribed;
  description.subject = Reference::to_id(id);
  description.source = draft.source;
  description.claim.subject = number;
  description.claim.source = draft.claim.source;
  description.claim.line = draft.claim.line;
  if (!mention.kind.empty())
    description.claim.properties.emplace_back("kind", vocabulary_.canonical_kind(mention.kind));
  description.claim.properties.emplace_back("name", mention.name);
  description.key = claim_key(description);
  add_claim(description);
  add_names(description.claim);
  return number;
}

void ClaimLoad::add_claim(Draft& draft) {
  Claim& claim = draft.claim;
  claim.number = ++meta_.claims;
  claim.load = number_;
  if (!draft.relation.empty()) claim.relation = term(draft.relation);
  const bool given = !claim.id.empty();
  if (!given) claim.id = derived_claim_id(draft.key);
  identities_.add_claim(draft.key, given ? std::string_view(claim.id) : std::string_view(), claim.number);
  batch_->add_claim(claim, draft.key, given);
  ++row_.claims;
}

TermNumber ClaimLoad::term(const std::string& text) {
  if (const auto found = terms_.find(text); found != terms_.end()) return found->second;
  const auto stored = store_.find_term(text);
  TermNumber number = stored.ok() ? stored->value_or(0) : 0;
  if (number == 0) {
    number = ++meta_.terms;
    batch_->add_term(number, text);
    new_terms_.emplace_back(text, number);
  }
  terms_.emplace(text, number);
  return number;
}

Result<Instant> ClaimLoad::published(EntityNumber source) {
  if (const auto found = published_.find(source); found != published_.end()) return found->second;
  Instant when = kAlways;
  const auto about = store_.claims_about(source);
  if (!about.ok()) return about.error();
  for (const ClaimNumber number : *about) {
    const auto claim = store_.claim(number);
    if (!claim.ok()) return claim.error();
    const Instant said = published_of(*claim);
    if (said != kAlways) when = said;
  }
  published_.emplace(source, when);
  return when;
}

/// The claim's own column, else its page's publication, else the load. (Descriptions keep what their column
/// says.)
Result<Instant> ClaimLoad::recorded(const Claim& claim) {
  if (claim.recorded != kAlways) return claim.recorded;
  if (claim.source != 0) {
    const auto page = published(claim.source);
    if (!page.ok() || *page != kAlways) return page;
  }
  return row_.started;
}

void ClaimLoad::add_names(const Claim& claim) {
  for (std::string& key : description_keys(claim, vocabulary_))
    batch_->add_name(std::move(key), claim.subject, claim.number);
}

Result<void> ClaimLoad::index_external_id(const Draft& draft, const std::string& key,
                                          const std::string& value) {
  const std::string id = external_id(key, value);
  const auto found = identities_.find_entity(id);
  if (!found.ok()) return found.error();
  if (*found && **found != draft.claim.subject)
    review(draft, id, "", draft.claim.subject, {**found}, id + " identifies another entity already");
  if (*found) return {};
  batch_->add_id(id, draft.claim.subject);
  identities_.add_entity(id, draft.claim.subject);
  return {};
}

Result<void> ClaimLoad::index_description(const Draft& draft) {
  add_names(draft.claim);
  if (draft.describes_source) {
    const Instant when = published_of(draft.claim);
    if (when != kAlways) published_[draft.claim.subject] = when;
  }
  for (const auto& [key, value] : draft.claim.properties) {
    const std::string* text = value.get_if<std::string>();
    if (text != nullptr && !text->empty() && vocabulary_.identifies(key))
      TALENTFLOW_TRY(index_external_id(draft, key, *text));
  }
  return {};
}

void ClaimLoad::review(const Draft& draft, const std::string& mention, const std::string& kind,
                       EntityNumber assigned, std::vector<EntityNumber> candidates, std::string reason) {
  codec::ReviewRow row;
  row.mention = mention;
  row.kind = kind;
  row.assigned = assigned;
  row.candidates = std::move(candidates);
  row.reason = std::move(reason);
  row.load = number_;
  row.line = draft.claim.line;
  batch_->add_review(row, ++reviews_);
}

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
  names_.committed();
  flight_ = std::async(std::launch::async, [&pairs = store_.pairs(), batch = flying_.get(), meta = meta_,
                                            load = number_, row = row_] {
    auto done = batch->commit(pairs, meta, load, row);
    return done.ok() ? pairs.note_commit(meta.sequence) : done;
  });
  const bool full = identities_.is_full() || published_.size() > kRememberedSources;
  if (!full) return {};
  TALENTFLOW_TRY(land());
  identities_.clear();
  published_.clear();
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
  summary.added_entities = added_entities_;
  return summary;
}

}  // namespace

Result<std::unique_ptr<LoadWriter>> make_load_writer(ClaimStore& store, const std::string& input) {
  return std::unique_ptr<LoadWriter>(std::make_unique<ClaimLoad>(store, input));
}

}  // namespace talentflow::graph
