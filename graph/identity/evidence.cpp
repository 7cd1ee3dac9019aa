#include "graph/identity/evidence.hpp"

#include <algorithm>
#include <limits>

#include "graph/names/normalise.hpp"
#include "graph/store/description.hpp"
#include "schema/table.hpp"

namespace talentflow::graph {
namespace {

/// Bounds on what one profile reads: enough to tell people apart, and no more for the best known.
constexpr std::size_t kClaims = 400, kNaming = 200, kDocuments = 12, kClaimsOfDocument = 60, kMembers = 40;
constexpr std::size_t kRemembered = 20'000;  // of each kind: some megabytes
constexpr int kLongestChain = 16;

void add_once(std::vector<std::string>& texts, const std::string& text) {
  if (!text.empty() && std::find(texts.begin(), texts.end(), text) == texts.end()) texts.push_back(text);
}

/// The earlier of two recorded times, of which kAlways is none.
void note_earlier(Instant& known, Instant recorded) {
  if (recorded != kAlways && (known == kAlways || recorded < known)) known = recorded;
}

void note_days(const Claim& claim, Profile& profile) {
  for (const Date& date : {claim.start, claim.end}) {
    if (!date.known()) continue;
    profile.seen_low = std::min(profile.seen_low, date.range.low);
    profile.seen_high =
        std::max(profile.seen_high, date.range.exact() ? date.range.low : date.range.high - 1);
  }
}

/// "https://www.example.org/en/" -> "example.org"; "" where there is none.
std::string host_of_page(std::string_view address) {
  if (const auto scheme = address.find("://"); scheme != std::string_view::npos)
    address.remove_prefix(scheme + 3);
  address = address.substr(0, address.find_first_of("/?#:"));
  std::string host = ascii_lower(address);
  if (host.starts_with("www.")) host.erase(0, 4);
  return host.find('.') == std::string::npos || host.find(' ') != std::string::npos ? std::string() : host;
}

/// One key for both orders of a person's name.
std::string person_key(const std::string& name) {
  const auto keys = name_keys(name, true);
  return keys.empty() ? std::string() : keys.front();
}

/// Days that the claim's dates leave possible for a post, by what the relation says.
void set_days(const Claim& claim, CareerMeaning meaning, Tie& tie) {
  const auto last = [](const Date& date) {
    return date.range.exact() ? date.range.low : date.range.high - 1;
  };
  switch (meaning) {
    case CareerMeaning::begins:
    case CareerMeaning::founds:
      if (claim.start.known()) tie.low = claim.start.range.low;
      break;
    case CareerMeaning::ends:
      if (claim.start.known()) tie.high = last(claim.start);
      break;
    default:
      if (claim.start.known()) tie.low = claim.start.range.low;
      if (claim.end.known()) tie.high = last(claim.end);
  }
}

}  // namespace

void IdentityEvidence::forget() {
  names_.clear();
  next_.clear();
  beside_.clear();
  people_beside_ = 0;
}

void IdentityEvidence::linked(EntityNumber entity) {
  names_.erase(entity);
  next_.erase(entity);
}

Result<std::string> IdentityEvidence::relation(TermNumber number) {
  const auto known = terms_.find(number);
  if (known != terms_.end()) return known->second;
  auto text = reader_.term(number);
  if (text.ok()) terms_.emplace(number, *text);
  return text;
}

/// The other ends of an entity's claims of one relation that stand.
Result<std::vector<EntityNumber>> IdentityEvidence::others(EntityNumber entity, std::string_view wanted) {
  constexpr std::size_t kAll = std::numeric_limits<std::size_t>::max();
  const auto about = reader_.claims_about(entity, kAll);
  if (!about.ok()) return about.error();
  std::vector<EntityNumber> found;
  for (const ClaimLink& link : *about) {
    if (link.other == 0 || link.other == entity) continue;
    const auto word = relation(link.relation);
    if (!word.ok()) return word.error();
    if (*word != wanted) continue;
    const auto claim = reader_.claim(link.claim);
    if (!claim.ok()) return claim.error();
    if (claim->stance != Stance::asserts) continue;
    const auto gone = reader_.withdrawn(*claim);
    if (!gone.ok()) return gone.error();
    if (!*gone) found.push_back(link.other);
  }
  return found;
}

/// The entity that this one was linked to, itself when to none.
Result<EntityNumber> IdentityEvidence::next(EntityNumber entity) {
  if (const auto known = next_.find(entity); known != next_.end()) return known->second;
  const auto linked = others(entity, "SAME_AS");
  if (!linked.ok()) return linked.error();
  const EntityNumber found = linked->empty() ? entity : linked->back();
  if (next_.size() >= kRemembered) next_.clear();
  next_.emplace(entity, found);
  return found;
}

Result<EntityNumber> IdentityEvidence::root(EntityNumber entity) {
  for (int step = 0; step < kLongestChain; ++step) {
    const auto linked = next(entity);
    if (!linked.ok() || *linked == entity) return linked;
    entity = *linked;
  }
  return entity;
}

Result<bool> IdentityEvidence::taken_back(EntityNumber entity, EntityNumber other) {
  const auto about = reader_.claims_about(entity, kClaims);
  if (!about.ok()) return about.error();
  for (const ClaimLink& link : *about) {
    if (link.other != other) continue;
    const auto word = relation(link.relation);
    if (!word.ok()) return word.error();
    if (*word != "SAME_AS") continue;
    const auto claim = reader_.claim(link.claim);
    if (!claim.ok()) return claim.error();
    if (claim->stance != Stance::asserts || reader_.load_withdrawn(claim->load)) continue;
    const auto gone = reader_.withdrawn(*claim);
    if (!gone.ok()) return gone.error();
    if (*gone) return true;
  }
  return false;
}

Result<std::vector<std::string>> IdentityEvidence::name_keys_of(EntityNumber entity) {
  const auto about = reader_.claims_about(entity, kClaims);
  if (!about.ok()) return about.error();
  std::vector<std::string> keys;
  for (const ClaimLink& link : *about) {
    const auto word = relation(link.relation);
    if (!word.ok()) return word.error();
    if (*word != Vocabulary::kDescribed) continue;
    const auto claim = reader_.claim(link.claim);
    if (!claim.ok()) return claim.error();
    for (std::string& key : description_keys(*claim, vocabulary_)) keys.push_back(std::move(key));
  }
  return keys;
}

Result<bool> IdentityEvidence::asked_before(EntityNumber entity, EntityNumber other) {
  const auto asked = others(entity, "POSSIBLY_SAME_AS");
  if (!asked.ok()) return asked.error();
  return std::find(asked->begin(), asked->end(), other) != asked->end();
}

Result<const IdentityEvidence::OrganisationNames*> IdentityEvidence::names_of(EntityNumber entity) {
  const auto known = names_.find(entity);
  if (known != names_.end()) return &known->second;
  if (names_.size() >= kRemembered) names_.clear();
  OrganisationNames names;
  const auto stands = root(entity);
  if (!stands.ok()) return stands.error();
  names.root = *stands;
  Profile described;
  for (const EntityNumber one : {entity, *stands}) {
    const auto about = reader_.claims_about(one, kClaims);
    if (!about.ok()) return about.error();
    for (const ClaimLink& link : *about) {
      const auto word = relation(link.relation);
      if (!word.ok()) return word.error();
      if (*word != Vocabulary::kDescribed) continue;
      const auto claim = reader_.claim(link.claim);
      if (!claim.ok()) return claim.error();
      read_description(*claim, described);
    }
    if (entity == *stands) break;
  }
  const KindMeaning* kind = described.kind.empty() ? nullptr : vocabulary_.kind(described.kind);
  names.organisation = kind != nullptr && kind->organisation;
  names.person = kind != nullptr && kind->name == "Person";
  names.school = described.kind == "University";
  if (!described.countries.empty()) names.country = *described.countries.begin();
  if (!described.names.empty()) names.name = described.names.front();
  for (const std::string& name : described.names) {
    if (names.person) add_once(names.keys, person_key(name));
    if (!names.person)
      for (const std::string& key : name_keys(name, false)) add_once(names.keys, key);
  }
  return &names_.emplace(entity, std::move(names)).first->second;
}

void IdentityEvidence::read_description(const Claim& claim, Profile& profile) const {
  if (const std::string* kind = text_property(claim, "kind"))
    profile.kind = vocabulary_.canonical_kind(*kind);
  if (const std::string* name = text_property(claim, "name")) add_once(profile.names, *name);
  if (const std::string* country = text_property(claim, "country")) profile.countries.insert(*country);
  if (const std::string* city = text_property(claim, "city"))
    if (const auto keys = name_keys(*city, false); !keys.empty())
      profile.cities.insert(keys.begin(), keys.end());
  for (const std::string_view page : {"website", "domain"})
    if (const std::string* address = text_property(claim, page))
      if (auto host = host_of_page(*address); !host.empty()) profile.hosts.insert(std::move(host));
  const auto add_all = [&](std::string_view key, std::vector<std::string>& texts) {
    const Value* value = find_property(claim.properties, key);
    const List* list = value == nullptr ? nullptr : value->get_if<List>();
    if (list == nullptr) return;
    for (const Value& item : *list)
      if (const auto* text = item.get_if<std::string>()) add_once(texts, *text);
  };
  add_all("aliases", profile.names);
  add_all("labels", profile.labels);
  for (const auto& [key, value] : claim.properties)
    if (vocabulary_.identifies(key))
      if (const auto* text = value.get_if<std::string>(); text != nullptr && !text->empty())
        profile.external_ids.emplace(key, external_id(key, *text));
}

Result<void> IdentityEvidence::note_person(EntityNumber person, Instant known, bool wrote, Profile& profile) {
  const auto names = names_of(person);
  if (!names.ok()) return names.error();
  if (!(*names)->person) return {};
  for (const std::string& key : (*names)->keys)
    (wrote ? profile.colleagues : profile.company).emplace(key, known);
  return {};
}

Result<void> IdentityEvidence::read_statement(const Claim& claim, Profile& profile,
                                              std::vector<EntityNumber>& documents) {
  const auto word = relation(claim.relation);
  if (!word.ok()) return word.error();
  if (*word == "DIFFERENT_FROM" && claim.stance == Stance::asserts) profile.different.push_back(claim.object);
  if (*word == "DIFFERENT_FROM" || *word == "SAME_AS" || *word == "POSSIBLY_SAME_AS") return {};
  note_earlier(profile.known, claim.recorded);
  note_days(claim, profile);
  if (claim.source != 0) documents.push_back(claim.source);
  if (claim.stance != Stance::asserts) return {};
  if (!claim.place.empty()) profile.countries.insert(claim.place);
  if (claim.object == 0 || claim.status == Status::rumoured || *word == "APPROACHED") return {};
  if (*word == "PART_OF") profile.wholes.push_back(claim.object);
  if (*word == "RENAMED_TO")
    profile.renamings.push_back({claim.object, claim.start.known() ? claim.start.range.low : kMinDay});
  const auto names = names_of(claim.object);
  if (!names.ok()) return names.error();
  if (!(*names)->organisation) return {};
  const RelationMeaning* meaning = vocabulary_.relation(*word);
  const CareerMeaning career = meaning == nullptr ? CareerMeaning::none : meaning->career;
  Tie tie;
  tie.organisation = (*names)->root;
  tie.keys = (*names)->keys;
  tie.name = (*names)->name;
  tie.school = (*names)->school;
  tie.study = career == CareerMeaning::studies;
  tie.role = claim.role;
  tie.recorded = claim.recorded;
  set_days(claim, career, tie);
  profile.ties.push_back(std::move(tie));
  if (!(*names)->country.empty() && claim.place.empty() && profile.kind == "Person")
    profile.countries.insert((*names)->country);
  return {};
}

/// Claims that name the entity: linked entities, and people at an organisation.
Result<void> IdentityEvidence::read_naming(const Claim& claim, Profile& profile,
                                           std::vector<EntityNumber>& members) {
  if (claim.stance != Stance::asserts || claim.subject == 0) return {};
  const auto word = relation(claim.relation);
  if (!word.ok()) return word.error();
  if (*word == "POSSIBLY_SAME_AS") return {};
  const auto gone = reader_.withdrawn(claim);
  if (!gone.ok()) return gone.error();
  if (*gone) return {};
  if (*word == "DIFFERENT_FROM") profile.different.push_back(claim.subject);
  if (*word == "SAME_AS" && members.size() < kMembers &&
      std::find(members.begin(), members.end(), claim.subject) == members.end())
    members.push_back(claim.subject);
  if (*word == "SAME_AS" || *word == "DIFFERENT_FROM") return {};
  note_earlier(profile.known, claim.recorded);
  note_days(claim, profile);
  return note_person(claim.subject, claim.recorded, false, profile);
}

/// Whom the statements of a document are about. A document of very many claims (a table) says nothing:
/// nobody.
Result<const IdentityEvidence::Beside*> IdentityEvidence::people_of(EntityNumber document) {
  if (const auto known = beside_.find(document); known != beside_.end()) return &known->second;
  const auto claims = reader_.claims_of_source(document, kClaimsOfDocument + 1);
  if (!claims.ok()) return claims.error();
  Beside people;
  for (const ClaimLink& link : *claims) {
    if (claims->size() > kClaimsOfDocument) break;
    const auto word = relation(link.relation);
    if (!word.ok()) return word.error();
    if (*word == Vocabulary::kDescribed) continue;
    const auto said = reader_.claim(link.claim);
    if (!said.ok()) return said.error();
    people.push_back({said->subject, said->recorded, *word == "AUTHORED"});
  }
  people_beside_ += people.size() + 1;
  if (people_beside_ > kRemembered) {
    beside_.clear();
    people_beside_ = people.size() + 1;
  }
  return &beside_.emplace(document, std::move(people)).first->second;
}

/// Who else stands in the documents that speak of the entity.
Result<void> IdentityEvidence::read_documents(EntityNumber entity, const std::vector<EntityNumber>& documents,
                                              Profile& profile) {
  std::set<EntityNumber> read;
  for (const EntityNumber document : documents) {
    if (read.size() >= kDocuments) break;
    if (!read.insert(document).second) continue;
    profile.documents.insert(document);
    const auto people = people_of(document);
    if (!people.ok()) return people.error();
    for (const Person& person : **people)
      if (person.entity != entity)
        TALENTFLOW_TRY(note_person(person.entity, person.recorded, person.wrote, profile));
  }
  return {};
}

Result<void> IdentityEvidence::read_member(EntityNumber entity, Profile& profile,
                                           std::vector<EntityNumber>& members) {
  const auto own_id = reader_.entity_id(entity);
  if (!own_id.ok()) return own_id.error();
  const std::string scheme = own_id->substr(0, own_id->find(':'));
  if (scheme.size() < own_id->size() && vocabulary_.identifies(scheme))
    profile.external_ids.emplace(scheme, *own_id);
  const auto about = reader_.claims_about(entity, kClaims);
  if (!about.ok()) return about.error();
  std::vector<Claim> statements;
  for (const ClaimLink& link : *about) {
    auto claim = reader_.claim(link.claim);
    if (!claim.ok()) return claim.error();
    const auto gone = reader_.withdrawn(*claim);
    if (!gone.ok()) return gone.error();
    const auto word = relation(claim->relation);
    if (!word.ok()) return word.error();
    if (*gone || claim->stance == Stance::withdraws) continue;
    if (*word == Vocabulary::kDescribed)
      read_description(*claim, profile);
    else
      statements.push_back(claim.take());
  }
  std::vector<EntityNumber> documents;
  for (const Claim& claim : statements) TALENTFLOW_TRY(read_statement(claim, profile, documents));
  const auto naming = reader_.claims_naming(entity, kNaming);
  if (!naming.ok()) return naming.error();
  for (const ClaimLink& link : *naming) {
    const auto claim = reader_.claim(link.claim);
    if (!claim.ok()) return claim.error();
    TALENTFLOW_TRY(read_naming(*claim, profile, members));
  }
  return profile.kind == "Person" ? read_documents(entity, documents, profile) : Result<void>();
}

Result<Profile> IdentityEvidence::profile(EntityNumber entity) {
  Profile profile;
  profile.entity = entity;
  auto id = reader_.entity_id(entity);
  if (!id.ok()) return id.error();
  profile.id = id.take();
  std::vector<EntityNumber> members{entity};
  for (std::size_t next = 0; next < members.size(); ++next)
    TALENTFLOW_TRY(read_member(members[next], profile, members));
  for (const std::string& name : profile.names) {  // nobody is his own company
    profile.company.erase(person_key(name));
    profile.colleagues.erase(person_key(name));
  }
  return profile;
}

}  // namespace talentflow::graph
