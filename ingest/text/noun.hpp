// Noun phrases: who and what a sentence speaks of.
//
//   "Acme's Blue AI models"              organisation Blue, owner Acme
//   "Acme researcher Ann Example"          person, with the job "researcher" at Acme
//   "former lead researcher of X"           no name: a job (role), former, at X
//   "a new AI lab"                          no name: an organisation described by its phrase
//   "they", "the company"                   to be resolved by the document (coreference.hpp)
//
// There is no part-of-speech tagger and no model behind this: a phrase ends at a function word, a known verb
// form or a punctuation mark, and names are runs of capitalised words. What kind of thing a name names comes,
// in this order, from the lexicon, from the words in the name ("Labs", "University"), and from its shape;
// where that leaves it open
// (`sure` is false) the slot of the rule decides.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "ingest/adapter.hpp"
#include "ingest/text/date_phrase.hpp"
#include "ingest/text/token.hpp"

namespace talentflow::ingest::text {

enum class NounType { person, organisation, place, role, common, pronoun };

struct Noun {
  std::size_t begin = 0;  ///< tokens of the whole phrase
  std::size_t end = 0;
  NounType type = NounType::common;
  bool sure = false;  ///< the type comes from the lexicon or the words, not from the shape alone
  bool plural = false;
  bool indefinite = false;   ///< "a", "an", "at least one"
  std::string name;          ///< the proper name; empty for roles, common phrases and pronouns
  std::string id;            ///< of the lexicon, where exactly one entity has the name
  std::string kind;          ///< of the lexicon, or guessed: Person, Company, Lab, University, Team, Place
  std::string determiner;    ///< "its", "his", "the", "a", "two": what stands before the phrase; empty when
                             ///< nothing does
  int count = 0;             ///< "three researchers": 3; 0 where no small number is given
  bool plural_role = false;  ///< "researchers Ann and Bob": the job is also that of the names that follow
  bool named_to = false;     ///< "Ada Winter Chief Financial Officer": the role is one she is named to
  bool titled = false;       ///< "Mr", "Dr", "Dame" stands before the name
  std::string head;          ///< last word of a common phrase, lower case; the pronoun itself
  std::string described;     ///< the phrase without article, lower case: "new ai lab"
  std::string group;         ///< "team", "models": the group noun behind a name
  // the job that stands with it
  std::string role;
  bool former = false;
  Date role_start;
  Date role_end;
  std::vector<Noun> owner;     ///< at most one: "Acme's"
  std::vector<Noun> employer;  ///< at most one: the organisation of the role

  bool named() const { return !name.empty(); }
  /// May stand where a rule needs a person (or an organisation).
  bool can_be_person() const;
  bool can_be_organisation() const;
};

/// What the phrases of one document are read with.
struct NounContext {
  const Lexicon& lexicon;
  Date published;
  std::set<std::string> seen_capitals;  ///< words that stand with a capital inside sentences, in lower case
  std::set<std::string> seen_lower;     ///< words that stand without one
};

/// The noun phrase that begins at token `at`, if one does.
std::optional<Noun> noun_at(const std::vector<Token>& tokens, std::size_t at, const NounContext& context);

/// "paris-based", "acme-backed": a name and a participle that describe what follows.
bool is_compound_modifier(std::string_view lower);

/// Words that stand capitalised inside sentences: names, whatever their place in a sentence.
std::set<std::string> capitals_inside(const std::vector<Sentence>& sentences);
/// Words that stand without a capital: no names, even where a sentence begins with them.
std::set<std::string> lower_case_words(const std::vector<Sentence>& sentences);

/// In a headline, takes the capitals off words that are no names: verbs, jobs, prepositions, "round",
/// "company".
void lower_headline(Sentence& sentence);

/// Whether most words of a sentence begin with a capital: a headline, in which capitals say nothing.
bool is_title_case(const Sentence& sentence);

}  // namespace talentflow::ingest::text
