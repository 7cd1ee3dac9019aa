// The rules, one file a subject. Each looks at the engine's current sentence. Only the table in extractor.cpp
// reads this list, so that a new rule builds nothing but itself and the table.
#pragma once

namespace talentflow::ingest::text {

class RuleEngine;

void find_jobs(RuleEngine& engine);        ///< rules_jobs.cpp: jobs beside names, copulas
void find_posts(RuleEngine& engine);       ///< rules_posts.cpp: leads, works at, spent years at, new posts
void find_promotions(RuleEngine& engine);  ///< rules_promotions.cpp: new posts inside an organisation
void find_careers(RuleEngine& engine);     ///< rules_careers.cpp: years, spells and ways, and their places
void find_moves(RuleEngine& engine);       ///< rules_moves.cpp: arrivals and departures by their verbs
void find_hires(RuleEngine& engine);   ///< rules_hires.cpp: hires, appointments, seats on boards, approaches
void find_losses(RuleEngine& engine);  ///< rules_losses.cpp: dismissals, losses, departures told as nouns
void find_idioms(RuleEngine& engine);  ///< rules_idioms.cpp: moves told by several words
void find_schooling(RuleEngine& engine);       ///< rules_schooling.cpp: studies told by nouns and ways
void find_phrases(RuleEngine& engine);         ///< rules_phrases.cpp: moves and posts told by set phrases
void find_newcomer_nouns(RuleEngine& engine);  ///< rules_newcomers.cpp: moves told by nouns, inversions
void find_ellipses(RuleEngine& engine);        ///< rules_ellipsis.cpp: "so did A", "B to Acme", "C was next"
void find_groups(RuleEngine& engine);          ///< rules_groups.cpp: people without names, then their names
void find_list_items(RuleEngine& engine);      ///< rules_lists.cpp: "The new hires:" and its items
void find_studies(RuleEngine& engine);         ///< rules_education.cpp: degrees
void find_founders(RuleEngine& engine);        ///< rules_founders.cpp: founders told as nouns
void find_foundings(RuleEngine& engine);       ///< rules_founding.cpp: foundings
void find_beginnings(RuleEngine& engine);      ///< rules_beginnings.cpp: founders told by lists and clauses
void find_turns(RuleEngine& engine);  ///< rules_turns.cpp: posts and departures told by turns of phrase
void find_organisations(RuleEngine& engine);  ///< rules_organisation.cpp: units, takeovers, places, names
void find_takeovers(RuleEngine& engine);      ///< rules_takeovers.cpp: purchases told as nouns, sales
void find_boards(RuleEngine& engine);         ///< rules_boards.cpp: seats told by other words
void find_places(RuleEngine& engine);         ///< rules_places.cpp: where organisations sit
void find_seats(RuleEngine& engine);  ///< rules_seats.cpp: where they sit, told at a distance from the name
void find_shared_jobs(RuleEngine& engine);  ///< rules_shared_jobs.cpp: "A, B and C, all former D engineers"
void find_founder_groups(RuleEngine& engine);  ///< rules_founder_groups.cpp: "three of the founders of X"
void find_named_founders(RuleEngine& engine);  ///< rules_named_founders.cpp: "A and B among its founders"
void find_directors(RuleEngine& engine);       ///< rules_directors.cpp: lists of those who sit on a board
void find_offices(RuleEngine& engine);         ///< rules_offices.cpp: ministers, secretaries, advisers
void find_gapped_posts(RuleEngine& engine);    ///< rules_gapped_posts.cpp: "A became chief and B president"
void find_round_leaders(RuleEngine& engine);  ///< rules_round_leaders.cpp: "A leads a $5 million round for B"
void find_stayers(RuleEngine& engine);        ///< rules_staying.cpp: who gives up a post and stays
void find_further_posts(RuleEngine& engine);  ///< rules_further_posts.cpp: posts told beside others
void find_filed_changes(RuleEngine& engine);  ///< rules_filings.cpp: the language of filings
void find_headlines(RuleEngine& engine);  ///< rules_headline.cpp: items of dated lists, which have few verbs
void find_house_items(RuleEngine& engine);      ///< rules_house_items.cpp: items of a list about one house
void find_money(RuleEngine& engine);            ///< rules_money.cpp: rounds, investors, price changes
void find_investors(RuleEngine& engine);        ///< rules_investors.cpp: who put money in
void find_loose_investors(RuleEngine& engine);  ///< rules_loose_investors.cpp: lists that nothing else reads
void find_loose_boards(RuleEngine& engine);     ///< rules_loose_boards.cpp: one person beside a board
void find_loose_takeovers(RuleEngine& engine);  ///< rules_loose_takeovers.cpp: two firms and a sale
void find_loose_seats(RuleEngine& engine);      ///< rules_loose_seats.cpp: places of descriptions
void find_loose_sums(RuleEngine& engine);       ///< rules_loose_sums.cpp: sums that nothing else reads

}  // namespace talentflow::ingest::text
