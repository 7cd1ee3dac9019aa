// Claims out of prose: rules over sentences, each with a name, so that every claim can say why it was made.
//
// A rule looks for a verb (or an apposition), finds who does it and to whom, and says what that means. It
// does so in clauses.hpp's terms: the subject before a verb, over auxiliaries, appositions and relative
// clauses; the object behind it, with its conjuncts. What the sentence says only may happen is no claim; what
// it says will not, or did not, happen is a claim with the stance "denies".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/document.hpp"
#include "schema/record.hpp"

namespace talentflow::ingest::text {

/// Someone or something in a claim: by name, or described where it has none.
struct Actor {
  std::string name;
  std::string kind;        ///< Person, Company, Lab, Team, ...
  std::string id;          ///< of the lexicon, or of a described identity; empty: to be resolved by name
  bool described = false;  ///< has no name: `name` is its description
  std::vector<std::string> aliases = {};  ///< other names that the text or a table gives for it
};

struct TextClaim {
  std::string_view rule;  ///< "founded", "joined-passive": where to look in the rules
  std::string relation;
  Actor subject;
  std::optional<Actor> object;
  std::string role;
  Date start;
  Date end;
  std::string place;
  bool denied = false;
  std::string status;  ///< a status word, or empty
  std::optional<Amount> amount;
  Properties properties;
  std::string cited;         ///< the publisher that the sentence names as having said so
  Date cited_date;           ///< when it did
  std::size_t sentence = 0;  ///< index into Document::sentences()
  std::size_t begin = 0;     ///< offsets of the words that carry the claim, in the document
  std::size_t end_offset = 0;
};

/// All claims of a document, in the order of its sentences; one claim said twice is given once, with its
/// first complete sentence.
std::vector<TextClaim> extract_claims(const Document& document);

/// "person/junyang-lin": lower case, words joined by hyphens.
std::string slug(std::string_view name);

}  // namespace talentflow::ingest::text
