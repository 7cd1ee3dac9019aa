// Who does what in a sentence: subjects and objects of verbs, over the pieces of a sentence.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "ingest/text/document.hpp"

namespace talentflow::ingest::text {

/// A verb in a sentence, and how it is meant.
struct Verb {
  std::size_t piece = 0;  ///< index of the verb's piece
  std::string_view lemma;
  bool passive = false;
  bool negated = false;      ///< "did not", "will not", "declined to"
  bool planned = false;      ///< "will", "plans to", "is to"
  bool possible = false;     ///< "may", "could", "whether": no claim
  bool progressive = false;  ///< "is joining"
  bool infinitive = false;   ///< "to join"
};

class Clauses {
 public:
  explicit Clauses(const ParsedSentence& sentence);

  const std::vector<Verb>& verbs() const { return verbs_; }
  const std::vector<Piece>& pieces() const { return pieces_; }

  /// The nouns (one, or several joined by "and") that do what the verb says; empty when none is found.
  std::vector<std::size_t> subject(const Verb& verb) const;
  /// The nouns behind a piece, after one of the prepositions if any are given ("to|at"); an empty string
  /// among them allows none. Adverbs and dates in between are passed over.
  std::vector<std::size_t> object(std::size_t piece, std::string_view prepositions) const;
  /// The nouns of one enumeration that begins (or ends) at a noun piece.
  std::vector<std::size_t> group_from(std::size_t piece) const;
  std::vector<std::size_t> group_to(std::size_t piece) const;
  /// The date that belongs to a verb: behind it in its clause, else right before its subject.
  std::optional<std::size_t> date_of(const Verb& verb) const;
  /// Where the verb's clause ends: the next verb with a subject of its own, or the end.
  std::size_t clause_end(const Verb& verb) const;
  /// The piece behind an apposition or bracket that begins at `piece` (a comma or "("), or `piece` itself.
  std::size_t skip_aside(std::size_t piece) const;

 private:
  void find_verbs();
  void read_mood(Verb& verb) const;
  std::vector<std::size_t> subject_from(std::size_t piece, int depth) const;
  std::optional<std::size_t> aside_begin(std::size_t comma) const;
  const Verb* verb_before(std::size_t piece) const;

  const ParsedSentence& sentence_;
  const std::vector<Piece>& pieces_;
  std::vector<Verb> verbs_;
};

}  // namespace talentflow::ingest::text
