// From claims to profiles: what is known of an entity and of those linked to it.
#pragma once

#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "graph/identity/claim_reader.hpp"
#include "graph/identity/profile.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// Reads through a ClaimReader and remembers what it read, a bounded amount. Not thread-safe.
class IdentityEvidence {
 public:
  /// Both must outlive this.
  IdentityEvidence(ClaimReader& reader, const Vocabulary& vocabulary)
      : reader_(reader), vocabulary_(vocabulary) {}

  /// The entity that stands for this one: the end of its chain of SAME_AS claims that were not withdrawn.
  Result<EntityNumber> root(EntityNumber entity);
  /// Of the entity and those linked to it.
  Result<Profile> profile(EntityNumber entity);
  /// Name keys of the names and aliases that descriptions give this very entity.
  Result<std::vector<std::string>> name_keys_of(EntityNumber entity);
  /// Has this very entity an open POSSIBLY_SAME_AS towards the other?
  Result<bool> asked_before(EntityNumber entity, EntityNumber other);
  /// Was the entity linked to the other, and the link taken back? Then it is not made again.
  Result<bool> taken_back(EntityNumber entity, EntityNumber other);
  /// Claims came: forget what was read.
  void forget();
  /// The entity was linked to another.
  void linked(EntityNumber entity);

 private:
  /// What ties need to know of an organisation.
  struct OrganisationNames {
    EntityNumber root = 0;
    std::vector<std::string> keys;
    std::string name;
    bool organisation = false;
    bool person = false;
    bool school = false;
    std::string country;
  };
  /// Somebody of whom a document says something.
  struct Person {
    EntityNumber entity = 0;
    Instant recorded = kAlways;
    bool wrote = false;  ///< as an author
  };
  using Beside = std::vector<Person>;
  Result<EntityNumber> next(EntityNumber entity);
  Result<const Beside*> people_of(EntityNumber document);
  Result<void> read_member(EntityNumber entity, Profile& profile, std::vector<EntityNumber>& members);
  Result<void> read_statement(const Claim& claim, Profile& profile, std::vector<EntityNumber>& documents);
  Result<void> read_naming(const Claim& claim, Profile& profile, std::vector<EntityNumber>& members);
  Result<void> read_documents(EntityNumber entity, const std::vector<EntityNumber>& documents,
                              Profile& profile);
  void read_description(const Claim& claim, Profile& profile) const;
  Result<const OrganisationNames*> names_of(EntityNumber entity);
  Result<std::string> relation(TermNumber number);
  Result<std::vector<EntityNumber>> others(EntityNumber entity, std::string_view wanted);
  Result<void> note_person(EntityNumber person, Instant known, bool wrote, Profile& profile);

  ClaimReader& reader_;
  const Vocabulary& vocabulary_;
  std::unordered_map<EntityNumber, OrganisationNames> names_;
  std::unordered_map<EntityNumber, EntityNumber> next_;
  std::unordered_map<EntityNumber, Beside> beside_;  ///< by document
  std::size_t people_beside_ = 0;                    ///< in all of beside_
  std::map<TermNumber, std::string> terms_;
};

}  // namespace talentflow::graph
