// The steps of one record: read, known already?, ids, names, added. Reading and checking a record is
// draft.cpp's, what exists is load_identities.cpp's, writing is claim_batch.cpp's.
#include "graph/names/acronyms.hpp"
#include "graph/store/claim_key.hpp"
#include "graph/store/description.hpp"
#include "graph/store/load.hpp"
#include "graph/store/look_up_keys.hpp"

namespace talentflow::graph {

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
  if (!*found) note_identified(draft.subject.id, text_property(draft.claim, "kind"), draft.claim.subject);
  return {};
}

void ClaimLoad::add_claim(Draft& draft) {
  Claim& claim = draft.claim;
  claim.number = ++meta_.claims;
  claim.load = number_;
  if (!draft.relation.empty()) claim.relation = term(draft.relation);
  if (draft.relation == "SAME_AS" || claim.stance == Stance::withdraws) identity_.linked(claim.subject);
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

void ClaimLoad::read_source(const Claim& description, SourceNote& note) {
  const Instant said = published_of(description);
  if (said != kAlways) note.published = said;
  if (text_property(description, "listed_in") != nullptr) note.of_table = true;
}

Result<ClaimLoad::SourceNote> ClaimLoad::source_note(EntityNumber source) {
  if (const auto found = sources_.find(source); found != sources_.end()) return found->second;
  SourceNote note;
  // Of a source of this load, all that says something was noted.
  if (source > last_before_ && !sources_dropped_) return note;
  const auto about = store_.claims_about(source);
  if (!about.ok()) return about.error();
  for (const ClaimNumber number : *about) {
    const auto claim = store_.claim(number);
    if (!claim.ok()) return claim.error();
    read_source(*claim, note);
  }
  sources_.emplace(source, note);
  return note;
}

/// Keeps what the description says, where the load has met the source before or it says something.
void ClaimLoad::note_source(const Draft& draft) {
  SourceNote said;
  read_source(draft.claim, said);
  if (said.published == kAlways && !said.of_table) return;
  SourceNote& note = sources_[draft.claim.subject];
  if (said.published != kAlways) note.published = said.published;
  note.of_table = note.of_table || said.of_table;
}

/// The claim's own column, else its page's publication, else the load. (Descriptions keep what their column
/// says.)
Result<Instant> ClaimLoad::recorded(const Claim& claim) {
  if (claim.recorded != kAlways) return claim.recorded;
  if (claim.source != 0) {
    const auto page = source_note(claim.source);
    if (!page.ok()) return page.error();
    if (page->published != kAlways) return page->published;
  }
  return row_.started;
}

void ClaimLoad::add_names(const Claim& claim) {
  std::vector<std::string> keys = description_keys(claim, vocabulary_);
  for (MentionList* list : {&organisations_, &persons_})
    if (list->holds(claim.subject)) note_forms(*list, claim, keys);
  for (std::string& key : keys) {
    if (name_marks_) name_marks_->add(text_fingerprint(without_mark(key)).low);
    batch_->add_name(std::move(key), claim.subject, claim.number);
  }
}

/// What the resolver will look for, but for the mention's own keys: whether others have those, the list of
/// names says.
void ClaimLoad::note_forms(MentionList& list, const Claim& claim, const std::vector<std::string>& own) {
  const std::vector<std::string> names = description_names(claim);
  const std::string* kind = text_property(claim, "kind");
  const std::string canonical = kind == nullptr ? "" : vocabulary_.canonical_kind(*kind);
  std::vector<std::uint64_t> forms;
  for (const auto& keys :
       {look_up_keys(names, canonical, vocabulary_), acronym_keys(names, canonical, vocabulary_)})
    for (const std::string& key : keys)
      if (key.front() == kAcronymMark || !std::binary_search(own.begin(), own.end(), key))
        forms.push_back(text_fingerprint(key).low);
  const bool abbreviated = std::any_of(names.begin(), names.end(), [](const std::string& name) {
    return !abbreviation_of(name).first.empty();
  });
  list.name(claim.subject, std::move(forms), abbreviated);
}

Result<void> ClaimLoad::index_description(const Draft& draft) {
  add_names(draft.claim);
  if (draft.describes_source) note_source(draft);
  for (const auto& [key, value] : draft.claim.properties) {
    const std::string* text = value.get_if<std::string>();
    if (text != nullptr && !text->empty() && vocabulary_.identifies(key))
      TALENTFLOW_TRY(index_external_id(draft, key, *text));
  }
  return {};
}

Result<std::unique_ptr<LoadWriter>> make_load_writer(ClaimStore& store, const std::string& input) {
  return std::unique_ptr<LoadWriter>(std::make_unique<ClaimLoad>(store, input));
}

}  // namespace talentflow::graph
