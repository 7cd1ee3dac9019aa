// Who does what in a sentence: subjects and objects of verbs, over the pieces of a sentence.
#pragma once

#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "ingest/text/document.hpp"
#include "ingest/text/options.hpp"

namespace talentflow::ingest::text {

/// A verb in a sentence, and how it is meant.
struct Verb {
  std::size_t piece = 0;  ///< index of the verb's piece
  std::string_view lemma;
  bool passive = false;
  bool negated = false;      ///< "did not", "will not", "declined to", "denied that"
  bool planned = false;      ///< "will", "plans to", "is to"
  bool possible = false;     ///< "may", "could", "whether", "in talks to": no claim
  bool progressive = false;  ///< "is joining"
  bool perfect = false;      ///< "has joined"
  bool pluperfect = false;   ///< "had joined"
  bool infinitive = false;   ///< "to join"
  bool rumoured = false;     ///< "reportedly", "is said to"
};

class Clauses {
 public:
  explicit Clauses(const ParsedSentence& sentence);

  const std::vector<Verb>& verbs() const { return verbs_; }
  const std::vector<Piece>& pieces() const { return pieces_; }

  /// The nouns (one, or several joined by "and") that do what the verb says; empty when none is found. A job
  /// that stands in apposition to a name ("its chairman, Ann Example") is given as the name.
  std::vector<std::size_t> subject(const Verb& verb) const;
  /// The nouns right behind a piece, after one of the prepositions if any are given ("to|at"); an empty
  /// string among them allows none. Adverbs, dates and particles in between are passed over.
  std::vector<std::size_t> object(std::size_t piece, std::string_view prepositions) const;
  /// Whom a relative clause speaks of: "Ann Example, whom Acme hired". Empty when it has no such pronoun.
  std::vector<std::size_t> relative_object(const Verb& verb) const;
  /// Those who do the same with them: "along with Ann Example", "together with Bob Sample".
  std::vector<std::size_t> companions(const Verb& verb) const;
  /// The nouns behind the first of these prepositions, anywhere in the verb's clause.
  std::vector<std::size_t> behind(const Verb& verb, std::string_view prepositions) const;
  /// The nouns of one enumeration that begins (or ends) at a noun piece.
  std::vector<std::size_t> group_from(std::size_t piece) const;
  std::vector<std::size_t> group_to(std::size_t piece) const;
  /// The date that belongs to a verb: behind it in its clause, else right before its subject.
  std::optional<std::size_t> date_of(const Verb& verb) const;
  /// Where the verb's clause ends: at the next verb that is not part of it, a full stop, a relative pronoun.
  std::size_t clause_end(const Verb& verb) const;
  /// The piece behind an apposition or bracket that begins at `piece` (a comma or "("), or `piece` itself.
  std::size_t skip_aside(std::size_t piece) const;
  /// Whether the piece is a job or description that a name stands in apposition to, and the names.
  const std::vector<std::size_t>* names_of(std::size_t piece) const;
  /// The names that a job in apposition behind them belongs to: "Ann Example, chief of X".
  std::optional<std::size_t> holder_of(std::size_t job) const;
  /// The verb at or before a piece that governs it, if any.
  const Verb* verb_before(std::size_t piece) const;
  /// Whether a word stands at a piece, or one of several ("a|b").
  bool word_at(std::size_t piece, const Options& words) const {
    return piece < pieces_.size() && !pieces_[piece].is_noun() && one_of(words, pieces_[piece].lower);
  }

  /// Whether one of the words stands among the words right before a piece.
  bool word_at_any_before(std::size_t piece, std::string_view words) const;

 private:
  void find_verbs();
  void find_appositions();
  void name_at_distance(std::size_t description);
  bool is_named_firm_behind(std::size_t description) const;
  bool stands_as_verb(std::size_t piece) const;
  bool said_before(std::size_t piece) const;
  void read_mood(Verb& verb) const;
  bool by_follows(std::size_t verb) const;
  void read_context(Verb& verb) const;
  std::vector<std::size_t> subject_from(std::size_t piece, int depth) const;
  std::vector<std::size_t> subject_behind_comma(std::size_t verb) const;
  std::vector<std::size_t> subject_behind_participle(std::size_t verb) const;
  std::optional<std::size_t> subject_of_copula(std::size_t description) const;
  std::optional<std::size_t> person_before_aside(std::size_t last) const;
  std::optional<std::size_t> before_relative_clause(std::size_t noun) const;
  std::optional<std::size_t> antecedent(std::size_t pronoun) const;
  std::optional<std::size_t> aside_begin(std::size_t comma) const;
  std::size_t skip_house(std::size_t behind) const;
  bool begins_aside(std::size_t comma) const;
  bool begins_participle_aside(std::size_t verb) const;
  std::optional<std::size_t> behind_relative_clause(std::size_t object) const;
  std::size_t head_of(std::size_t noun) const;
  std::optional<std::size_t> adverbial_begin(std::size_t last) const;
  std::vector<std::size_t> named_instead(const std::vector<std::size_t>& nouns) const;

  const ParsedSentence& sentence_;
  const std::vector<Piece>& pieces_;
  std::vector<Verb> verbs_;
  std::map<std::size_t, std::vector<std::size_t>> names_;  ///< job piece -> names behind it
  std::map<std::size_t, std::size_t> holders_;             ///< job piece -> name before it
};

}  // namespace talentflow::ingest::text
