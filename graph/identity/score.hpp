// Are two profiles one? Points for what agrees, with the reason in words. Pure functions.
//
// A name suggests, and everything else decides: organisations in common (a small one says more than a
// university, and one held at the same time more than years apart), people in common, places. What cannot be
// (other ids of one register, a claim that they differ, posts in two places at once for years) is a veto or
// counts against.
#pragma once

#include <string>

#include "graph/identity/name_agreement.hpp"
#include "graph/identity/profile.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

struct Judgement {
  bool possible = false;  ///< false: another one for certain, or no name agrees
  Agreement name = Agreement::none;
  double points = 0.0;      ///< of everything beside the name
  double needed = 0.0;      ///< points from which on the name with them is enough
  std::string reason;       ///< what agrees and what does not
  Instant known = kAlways;  ///< when the latest of what agrees was known
};

Judgement judge_persons(const Profile& one, const Profile& other);
Judgement judge_organisations(const Profile& one, const Profile& other);
/// What two records of organisations, each with an id of its own register, need beside their names to be one:
/// many firms of a country have one name of a word or two, and few universities.
double needed_of_records(const Profile& one, const Profile& other, Agreement name);

}  // namespace talentflow::graph
