// One load: records in, claims out. What its parts share; included by load_*.cpp alone.
//
//   load_writer.cpp    the steps of one record
//   load_mentions.cpp  names become entities
//   load_exact.cpp     an organisation's very name
//   load_identified.cpp  two ids of one person
//   load_unfinished.cpp  names that a killed process left
//   load_resolver.cpp  after the last record: whom the names mean
//   load_candidates.cpp  whom a name could mean
//   load_commit.cpp    batches, and the end of the load
#pragma once

#include <algorithm>
#include <future>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "graph/identity/choose.hpp"
#include "graph/identity/evidence.hpp"
#include "graph/store/abbreviations.hpp"
#include "graph/store/claim_batch.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/deferred.hpp"
#include "graph/store/load_evidence.hpp"
#include "graph/store/load_identities.hpp"
#include "graph/store/load_names.hpp"
#include "graph/store/mention_list.hpp"
#include "graph/store/name_filter.hpp"
#include "graph/store/reopened_names.hpp"
#include "graph/store/spilled_records.hpp"

namespace talentflow::graph {

/// Shares of StoreOptions::memory_bytes; the rest is the key-value store's.
inline constexpr std::uint64_t kBatchShare = 8;  // each of two: one fills while the other is written
inline constexpr std::uint64_t kTablesShare = 2;
inline constexpr std::uint64_t kDeferredShare = 16;
inline constexpr std::uint64_t kMentionsShare = 64;  ///< each of two lists
inline constexpr std::uint64_t kNamesShare = 32;     ///< of the filter of all names
inline constexpr std::uint64_t kAbbreviationsShare = 16;
inline constexpr std::uint64_t kLeastBytes = 1ULL << 20;
inline constexpr std::size_t kRememberedSources = 50'000;

inline std::uint64_t share(std::uint64_t memory, std::uint64_t part) {
  return std::max(memory / part, kLeastBytes);
}

/// Ids of names in documents begin so.
inline constexpr std::string_view kMention = "mention/";

/// What acceptance of a draft came to.
enum class Outcome { added, known, waits };

class ClaimLoad final : public LoadWriter {
 public:
  ClaimLoad(ClaimStore& store, const std::string& input)
      : store_(store),
        meta_(store.meta()),
        number_(meta_.loads + 1),
        last_before_(meta_.entities),
        batch_(std::make_unique<ClaimBatch>(meta_.claims + 1)),
        identities_(store, share(store.options().memory_bytes, kTablesShare)),
        names_(store, vocabulary_, share(store.options().memory_bytes, kNamesShare)),
        evidence_(store, names_, new_terms_),
        identity_(evidence_, vocabulary_),
        deferred_(share(store.options().memory_bytes, kDeferredShare)),
        shared_ids_(share(store.options().memory_bytes, kMentionsShare), "ids that several have"),
        organisations_(share(store.options().memory_bytes, kMentionsShare), meta_.entities),
        persons_(share(store.options().memory_bytes, kMentionsShare), meta_.entities),
        abbreviations_(share(store.options().memory_bytes, kAbbreviationsShare)) {
    row_.started = store.options().clock();
    row_.input = input;
    row_.first_claim = meta_.claims + 1;
    static_cast<void>(
        store.pairs().scan_prefix(Family::ids, kMention, [this](std::string_view, std::string_view) {
          name_marks_.emplace(share(store_.options().memory_bytes, kNamesShare));
          return false;
        }));
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
  Result<std::string> mention_id(const Draft& draft, const Reference& mention);
  /// Whose very name a mention is.
  struct Exact {
    EntityNumber entity = 0;  ///< that stands for all that have the name; 0: none, or several
    std::vector<EntityNumber> have_it;
  };
  Result<Exact> find_exact(const Reference& mention);
  Result<void> resolve_exact(const Draft& draft, const Reference& mention, bool describe,
                             EntityNumber& number);
  std::string shared_place(const Reference& mention) const;
  Result<void> share_name(const Reference& mention, EntityNumber number);
  Result<void> link_exact(const Draft& draft, EntityNumber name, EntityNumber meant);
  /// `waits`: where it waits for the end of the load; null when it is known whom the name means.
  Result<EntityNumber> make_named(const Draft& draft, const Reference& mention, const std::string& place,
                                  bool describe, MentionList* waits);
  void describe_named(const Draft& draft, const Reference& mention, EntityNumber number,
                      const std::string& id);
  Result<void> reopen(const Draft& draft, const Reference& mention, EntityNumber number);
  Result<std::string> unused_id(const std::string& base, const std::string& place);
  EntityNumber make_entity(std::string_view id);
  Result<void> declare(Draft& draft);
  void add_claim(Draft& draft);
  Result<void> index_description(const Draft& draft);
  Result<void> index_external_id(const Draft& draft, const std::string& key, const std::string& value);
  void note_source(const Draft& draft);
  void add_names(const Claim& claim);
  void note_forms(MentionList& list, const Claim& claim, const std::vector<std::string>& own);
  /// What loads need to know of a source.
  struct SourceNote {
    Instant published = kAlways;
    bool of_table = false;  ///< a table of positions cites it: names are the table's, not the page's
  };
  static void read_source(const Claim& description, SourceNote& note);
  Result<SourceNote> source_note(EntityNumber source);
  Result<Instant> recorded(const Claim& claim);
  TermNumber term(const std::string& text);

  // after the last record: who is meant by names, and which ids are one's (load_resolver.cpp)
  struct SharedId {
    EntityNumber entity = 0, other = 0;
    std::string id;
    std::uint64_t line = 0;
  };
  struct Link {
    EntityNumber entity = 0, other = 0;
    std::string_view relation;
    double confidence = 0.0;
    std::string reason;
    Instant known = kAlways;
    std::uint64_t line = 0;
  };
  Result<void> resolve_identities();
  Result<void> find_abbreviated();
  Result<void> reopen_by_names();
  Result<void> resolve_all(bool persons);
  Result<void> note_shared(const SharedId& shared);
  Result<void> join_by_ids();
  Result<void> join_by_id(const SharedId& shared);
  Result<void> find_namesakes();
  bool may_be_another(const Mention& mention) const;
  Result<void> resolve_mention(EntityNumber entity, std::uint64_t line);
  Result<std::vector<EntityNumber>> candidates_of(const Profile& subject);
  Result<std::set<EntityNumber>> named(const std::set<std::string>& keys);
  Result<std::vector<Profile>> profiles_of(const Profile& subject, const std::vector<EntityNumber>& numbers);
  Result<void> write_verdict(const Profile& subject, Verdict verdict, std::uint64_t line);
  // load_identified.cpp
  void note_identified(std::string_view id, const std::string* kind, EntityNumber entity);
  Result<bool> several_registers(bool persons);
  Result<void> resolve_identified_persons();
  Result<void> resolve_identified_organisations();
  struct Namesakes {
    std::vector<EntityNumber> elsewhere;  ///< of other registers, as those that stand for them
    std::set<EntityNumber> here;          ///< of the same one
  };
  Result<Namesakes> namesakes_of(EntityNumber entity, std::string_view scheme, bool persons);
  Result<void> compare_identified_person(EntityNumber entity);
  Result<void> compare_identified_organisation(EntityNumber entity);
  bool stands_for_a_name(EntityNumber entity) const;
  Result<bool> has_a_double(const Profile& subject, const std::set<EntityNumber>& namesakes);
  // load_unfinished.cpp
  Result<std::vector<std::pair<ClaimNumber, ClaimNumber>>> unfinished_claims() const;
  Result<EntityBits> older_names() const;
  Result<void> recall_unfinished();
  Result<void> recall(const Claim& description, const std::string& id);
  Result<void> write_link(const Link& link);
  Result<void> write_link_claim(const Link& link);
  Result<void> write_resolver();
  Result<void> write_review(const Profile& subject, const Verdict& verdict, std::uint64_t line);
  Result<void> accept_own(const Record& record, Instant recorded);
  bool waits_for_decision(EntityNumber entity) const;
  Result<void> settle(std::vector<Refusal>& refused);
  Result<std::string> missing(const Draft& draft);
  Result<void> commit();
  Result<void> land();
  Result<void> commit_when_full();

  ClaimStore& store_;
  const Vocabulary& vocabulary_ = Vocabulary::standard();
  codec::MetaRow meta_;  ///< as it will be after the next commit
  LoadNumber number_;
  EntityNumber last_before_;  ///< entities up to here were there before the load
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
  std::vector<std::pair<std::string, TermNumber>> new_terms_;
  LoadEvidence evidence_;
  IdentityEvidence identity_;
  DeferredDrafts deferred_;
  std::vector<std::string> inputs_;
  Draft draft_;
  std::unordered_map<std::string, TermNumber> terms_;
  std::unordered_map<EntityNumber, SourceNote> sources_;
  bool sources_dropped_ = false;  ///< notes of this load's sources were given up
  std::uint32_t reviews_ = 0;
  std::uint64_t links_ = 0;
  std::unordered_map<std::string, EntityNumber>
      exact_;                  ///< by mention_id(): names that are an organisation's own
  SpilledRecords shared_ids_;  ///< ids that two descriptions have: entity, other, line, the id
  MentionList organisations_,
      persons_;  ///< new entities that names stand for; what may be either is the former
  std::optional<NameFilter> all_names_;  ///< keys of all names, once they were read
  ReopenedNames reopened_;
  Abbreviations abbreviations_;
  std::optional<NameFilter> name_marks_;  ///< name keys of this load, where the store had names before
  using Schemes = std::set<std::string, std::less<>>;
  Schemes person_schemes_, organisation_schemes_;  ///< registers that this load has persons, organisations of
  /// New organisations with ids, as long as they are few enough to be listed; else all new entities are
  /// looked at.
  std::vector<EntityNumber> identified_organisations_;
  bool too_many_organisations_ = false;
  std::vector<EntityNumber> names_alone_;  ///< organisations that names alone stand for, sorted
  EntityBits recalled_;                    ///< persons with ids, of unfinished loads
  EntityBits recalled_names_;              ///< names, of unfinished loads
  EntityNumber resolving_ = 0;             ///< the mention whose turn it is
  std::uint64_t added_entities_ = 0;
  bool ended_ = false;
  bool released_ = false;
};

}  // namespace talentflow::graph
