// The vocabulary: which words carry meaning, and what they mean for a career. The vocabulary is open: any
// other label, relation and property is stored and queried as well; the words here are the ones that rules
// know.
//
// The tables are data: datasets/vocabulary/*.csv, compiled in, and replaceable by a folder of the same files.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/claim.hpp"
#include "schema/result.hpp"

namespace talentflow {

/// What a relation says about the subject's career.
enum class CareerMeaning : std::uint8_t {
  none,
  post,     ///< held a post over the claim's interval (WORKS_AT, LEADS)
  begins,   ///< a post began at `start` (JOINED)
  ends,     ///< a post ended at `start` (LEFT)
  founds,   ///< a post began with the founding (FOUNDED)
  studies,  ///< studied: a stint only under the rule STUDY
};

/// What a relation says about an organisation.
enum class OrgMeaning : std::uint8_t { none, part_of, owner_of, renamed, located, headquartered };

struct RelationMeaning {
  std::string name;  ///< canonical, upper case
  CareerMeaning career = CareerMeaning::none;
  OrgMeaning org = OrgMeaning::none;
  std::string gloss;  ///< one line for .schema and the README
};

/// Classes of roles a FLOW population can name.
enum class RoleClass : std::uint8_t {
  none = 0,
  researcher = 1,
  engineer = 2,
  executive = 4,
  founder = 8,
  student = 16
};

/// A set of RoleClass bits: "founder and chief scientist" is several.
using RoleClasses = std::uint8_t;

struct KindMeaning {
  std::string name;    ///< canonical, "University"
  std::string plural;  ///< "universities": usable after a group in FLOW
  bool organisation = false;
  std::string parent;  ///< "Org" for its sub-kinds, else empty
};

class Vocabulary {
 public:
  /// The relation of description claims; printed nowhere.
  static constexpr std::string_view kDescribed = "DESCRIBED";

  /// The tables compiled in.
  static const Vocabulary& standard();
  /// Reads kinds.csv, relations.csv, roles.csv and strengths.csv from a folder; files that are absent
  /// are taken from the standard tables. Errors carry file and line.
  static Result<Vocabulary> from_folder(const std::string& folder);

  /// Matched without regard to case; nullptr for a word that carries no meaning.
  const RelationMeaning* relation(std::string_view name) const;
  const KindMeaning* kind(std::string_view name_or_plural) const;
  const std::vector<RelationMeaning>& relations() const { return relations_; }
  const std::vector<KindMeaning>& kinds() const { return kinds_; }

  /// Canonical spelling of a relation or kind: the vocabulary's where it knows the word, else the word
  /// itself.
  std::string canonical_relation(std::string_view name) const;
  std::string canonical_kind(std::string_view name) const;

  /// Classes of a role text ("co-founder and chief scientist" -> founder | executive | researcher), English
  /// or Chinese. Matching is by whole words (or substrings, for Chinese), without regard to case.
  RoleClasses role_classes(std::string_view role) const;
  /// "researcher" or "researchers" -> RoleClass::researcher; nullopt when it names no class.
  static std::optional<RoleClass> role_class(std::string_view word);

  /// "reported" -> Status::reported; nullopt for an unknown word.
  static std::optional<Status> status(std::string_view word);
  static std::string_view status_word(Status status);

  /// Strengths of the Admiralty code; nullopt for F, 6 or absent ("cannot judge").
  std::optional<double> reliability_strength(char letter) const;
  std::optional<double> credibility_strength(int grade) const;
  /// Cap on the strength of a rumoured claim.
  double rumour_cap() const { return rumour_cap_; }
  double unjudged_strength() const { return unjudged_; }

  /// Property names that identify an entity ("wikidata", "orcid", "ror", "ticker", "cik").
  bool identifies(std::string_view property) const;

 private:
  friend class VocabularyReader;
  std::vector<RelationMeaning> relations_;
  std::vector<KindMeaning> kinds_;
  struct RoleWord {
    std::string word;
    RoleClasses classes;
    bool substring;  ///< scripts without spaces match inside words
  };
  std::vector<RoleWord> role_words_;
  std::map<char, double> reliability_;
  std::map<int, double> credibility_;
  double rumour_cap_ = 0.3;
  double unjudged_ = 0.5;
  std::vector<std::string> identifying_;
};

}  // namespace talentflow
