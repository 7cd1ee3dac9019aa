// Word lists of English that the rules share: words of the language, no names.
#pragma once

#include <string>
#include <string_view>

namespace talentflow::ingest::text {

/// Articles, prepositions, pronouns, conjunctions, auxiliaries: never part of a noun phrase's core.
bool is_function_word(std::string_view lower);
/// Forms of be, have, do, will and the modal verbs.
bool is_auxiliary(std::string_view lower);
/// "already", "also", "publicly": may stand between subject and verb.
bool is_adverb(std::string_view lower);
/// Head words of jobs: "researcher", "chief", "ceo", "founder"; singular and plural.
bool is_role_noun(std::string_view lower);
/// Words before a role noun that belong to the job: "senior", "vice", "research", "machine".
bool is_role_modifier(std::string_view lower);
/// "team", "division", "unit", "models": what follows an organisation's name without changing whom it names.
bool is_group_noun(std::string_view lower);
/// "company", "lab", "startup", "firm", "fund": unnamed organisations.
bool is_organisation_noun(std::string_view lower);
/// "Labs", "Inc", "University", "Holdings": the last (or first) word of an organisation's name.
bool is_organisation_name_word(std::string_view lower);
/// Trailing words that a short form leaves out: "Holdings", "Group", "Inc", "Lab".
bool is_legal_suffix(std::string_view lower);
/// "former", "ex", "formerly", "once", "previously".
bool is_former_word(std::string_view lower);
/// "Chinese", "American": an adjective though written with a capital.
bool is_demonym(std::string_view lower);
/// Larger cities: places that are no country.
bool is_city(std::string_view lower);
/// A state, province or continent; `is_city` is true of it too.
bool is_region(std::string_view lower);
/// Capital-letter abbreviations that are no names: "AI", "CEO", "IPO".
bool is_common_acronym(std::string_view text);
/// "Ph.D.", "B.Sc.", "M.B.A.": degrees, which are no names.
bool is_degree_abbreviation(std::string_view lower);
/// "research", "applications", "partnerships": what a chief or a head is chief or head of.
bool is_field_word(std::string_view lower);
/// "institute", "agency", "council": the last word of a public body's name.
bool is_institution_word(std::string_view lower);
/// "report", "say", "write": verbs whose subject is a source. Any form.
bool is_report_verb(std::string_view lower);
/// The verb of which `lower` is a form, if the rules know it ("left" -> "leave"); empty otherwise.
std::string_view verb_lemma(std::string_view lower);
/// "Zhang Jianzhong", "Jianzhong Zhang": two words of pinyin, of which one is a common surname.
bool is_pinyin_name(std::string_view name);
/// "Anna", "Wei": common given names; firms have them too ("Jane Street"), so they weigh and do not decide.
bool is_given_name(std::string_view lower);
/// "founded", "led": forms that are past tense or past participle.
bool is_past_form(std::string_view lower);
/// "founding": forms in -ing.
bool is_ing_form(std::string_view lower);

}  // namespace talentflow::ingest::text
