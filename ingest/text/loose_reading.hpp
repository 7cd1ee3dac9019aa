// What the loose readings share (rules_loose_studies.cpp, rules_loose_posts.cpp, rules_loose_moves.cpp): the
// last resort of a sentence, tried where the stricter rules have found nothing for the pair. They ask for few
// words in no fixed order, and are the stricter about who is meant and what stands in between.
#pragma once

#include <optional>
#include <vector>

#include "ingest/text/rule_engine.hpp"

namespace talentflow::ingest::text {

/// The pieces between two semicolons or colons: what is told of one person in one breath.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};
std::vector<Stretch> stretches_of(const RuleEngine& engine);

/// Whom a phrase at a piece is said of: whom it stands beside, else who does what the verb before it says,
/// else the only one spoken of. Empty where the verb denies or only supposes.
std::vector<Actor> told_of(const RuleEngine& engine, const Stretch& stretch, std::size_t piece);
/// Those whom the nouns name or mean; "the employees" are not whom the text named last.
std::vector<Actor> people_named(const RuleEngine& engine, std::vector<std::size_t> nouns);
/// Who does what a verb says; "Two earlier hires, Ann and Bob, have gone": the list before it.
std::vector<Actor> doers_of(const RuleEngine& engine, const Verb& verb);
/// The people that a piece stands in apposition to: "Ann Example, late of Acme", "A and B, both of Acme".
std::vector<Actor> beside(const RuleEngine& engine, std::size_t piece);
/// Whether the text has said anything of the two, whatever it was.
bool is_told_of_both(const RuleEngine& engine, const Actor& person, const Actor& organisation);
/// The organisation that a piece names, or owns what it names; none where it may be anything else, a paper
/// that reports, or a thing.
std::optional<Actor> house_at(const RuleEngine& engine, std::size_t piece);
std::optional<Actor> house_of(const RuleEngine& engine, const Noun& noun);
/// Whether a piece is a word of the list, or a noun with one as its head.
bool means(const RuleEngine& engine, std::size_t piece, const Options& words);
/// Whether one of the words right before a piece denies it: "not", "never", "no".
bool is_denied_before(const RuleEngine& engine, std::size_t piece);

/// The readings, tried last.
void find_loose_studies(RuleEngine& engine);       ///< rules_loose_studies.cpp
void find_loose_posts(RuleEngine& engine);         ///< rules_loose_posts.cpp
void find_loose_moves(RuleEngine& engine);         ///< rules_loose_moves.cpp
void find_loose_departures(RuleEngine& engine);    ///< rules_loose_departures.cpp
void find_loose_appointments(RuleEngine& engine);  ///< rules_loose_appointments.cpp
/// Whether the sentence gives a post to somebody of whom the text has said nothing.
bool names_orphan(const RuleEngine& engine);
/// When the whole text is read: those of whom nothing is said (rules_loose_orphans.cpp).
void find_orphans(RuleEngine& engine);

}  // namespace talentflow::ingest::text
