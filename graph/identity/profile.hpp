// What the claims say of one entity that helps to tell whom a name means.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "schema/claim.hpp"
#include "schema/day.hpp"

namespace talentflow::graph {

/// A post, study or other bond of a person with an organisation.
struct Tie {
  EntityNumber organisation = 0;  ///< the one that stands for those linked to it
  std::vector<std::string> keys;  ///< its names, as keys: one organisation may still be two entities
  std::string name;               ///< for reasons
  bool school = false;            ///< a university: so many people have been there
  bool study = false;
  Day low = kMinDay, high = kMaxDay;  ///< possible days, as far as they are stated
  std::string role;
  Instant recorded = kAlways;  ///< when it was known first
};

/// Whom or what an organisation became under another name.
struct Renaming {
  EntityNumber successor = 0;
  Day day = kMinDay;  ///< kMinDay: nobody says when
};

struct Profile {
  EntityNumber entity = 0;
  std::string id;
  std::string kind;                                 ///< canonical; empty when no claim gives one
  std::vector<std::string> labels;                  ///< further labels
  std::vector<std::string> names;                   ///< names and aliases
  std::map<std::string, std::string> external_ids;  ///< "orcid" -> value
  std::vector<Tie> ties;                            ///< of a person
  std::map<std::string, Instant> colleagues;        ///< names (as keys) of those who wrote with a person
  std::map<std::string, Instant>
      company;                       ///< of those named in the same documents, or tied to an organisation
  std::set<EntityNumber> documents;  ///< that speak of a person, as far as they were read for company
  std::set<std::string> countries;   ///< ISO codes of posts, or of the organisation
  std::set<std::string> cities;      ///< of an organisation, as name keys
  std::set<std::string> hosts;       ///< of its pages: "example.org"
  std::vector<EntityNumber> wholes;  ///< organisations that it is part of
  std::vector<Renaming> renamings;
  std::vector<EntityNumber> different;          ///< that a claim says are others
  Day seen_low = kMaxDay, seen_high = kMinDay;  ///< days of what is said of it
  Instant known = kAlways;                      ///< recorded time of the first statement
};

}  // namespace talentflow::graph
