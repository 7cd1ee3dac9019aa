// Phrases as rows of a table: "is bound for Acme", "took up a post at Acme". A pattern is a sequence of
// elements, matched against the pieces of a sentence; adverbs and dates between them are passed over.
//
//   BE            a form of "be"            ORG     an organisation, named or "the company"
//   =take|accept  a verb, by its lemma      PEOPLE  names of people, an enumeration
//   a|b           these words, or nouns without a name whose head they are
//   ?a|b          the same, or nothing      a|b@    such a noun that belongs to an organisation
//   ROLE          a job                     END     nothing more, or a comma, "and", a full stop
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/text/rule_engine.hpp"

namespace talentflow::ingest::text {

struct PhraseMatch {
  Verb verb;                          ///< of the first verb or form of "be"; its mood is the phrase's
  std::vector<std::size_t> people;    ///< PEOPLE
  std::optional<Actor> organisation;  ///< of ORG, or the owner of "a|b@"
  std::optional<std::size_t> role;    ///< piece of ROLE
  std::size_t begin = 0;              ///< pieces
  std::size_t end = 0;
};

/// The phrase that begins at a piece, if one does.
std::optional<PhraseMatch> match_phrase(const RuleEngine& engine, std::size_t at, std::string_view pattern);

/// The mood of "is", "will be", "is not", which are no verbs of the list.
Verb copula_at(const RuleEngine& engine, std::size_t piece);

}  // namespace talentflow::ingest::text
