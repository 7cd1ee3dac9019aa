// What the rules share while they walk through a document: who was spoken of last, who the sentence cites,
// and how a claim is put down.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/clauses.hpp"
#include "ingest/text/extractor.hpp"

namespace talentflow::ingest::text {

/// The claim in the making: everything but subject, relation and object has a default.
struct ClaimDraft {
  std::string role;
  std::optional<Date> start;
  std::optional<Date> end;
  std::string place;
  std::string status;
  std::optional<Amount> amount;
  Properties properties;
};

/// Adds somebody, if there is anybody, unless one of that name is among them already.
void add_unless_named(std::vector<Actor>& actors, std::optional<Actor> actor);

/// The claim that a rule makes of a draft; mood, source and place in the text are the engine's to add.
TextClaim drafted_claim(std::string_view rule, std::string_view relation, const Actor& subject,
                        const std::optional<Actor>& object, ClaimDraft draft);

/// People without names came or went; their names may follow.
struct GroupEvent {
  std::string relation;
  Actor object;
  Date start;
  std::string status;
  bool planned = false;
  bool founders = false;         ///< "the founders of Blue Labs"
  std::size_t count = 0;         ///< "two researchers"; 0 where no number is given
  std::optional<Actor> founded;  ///< "the founders of Blue Labs": Blue Labs
  std::size_t piece = 0;         ///< of the verb
  std::size_t sentence = 0;
};

class RuleEngine {
 public:
  explicit RuleEngine(const Document& document) : document_(document) {}
  std::vector<TextClaim> run();

  const Document& document() const { return document_; }
  /// The day that the sentence was published on: of its item, else of the page.
  const Date& published() const {
    return sentence().item_date.known() ? sentence().item_date : document_.published();
  }
  const Clauses& clauses() const { return *clauses_; }
  const ParsedSentence& sentence() const { return document_.sentences()[index_]; }
  const std::vector<Piece>& pieces() const { return sentence().pieces; }
  const Noun& noun(std::size_t piece) const { return pieces()[piece].noun; }
  /// Whether the sentence has the word, in any case.
  bool mentions(std::string_view word) const;
  /// Whether a piece, if there is one, names a person.
  bool is_person_at(std::size_t piece) const {
    return piece < pieces().size() && pieces()[piece].is_person();
  }

  // who is meant (engine_actors.cpp)
  std::optional<Actor> person(const Noun& noun) const;
  /// The people of one enumeration, pronouns resolved. A single word of unknown kind among names of people is
  /// one.
  std::vector<Actor> people(const std::vector<std::size_t>& nouns) const;
  std::optional<Actor> organisation(const Noun& noun) const;
  std::vector<Actor> organisations(const std::vector<std::size_t>& nouns) const;
  /// The organisation that a piece names, or that owns what it describes ("Acme's team"); none for places and
  /// people.
  std::optional<Actor> organisation_at(std::size_t piece) const;
  /// The one named most often in the text, which must name one.
  Actor main_organisation() const { return {document_.main_organisation(), "Company", "", false}; }
  /// A person or an organisation: investors, approached teams.
  std::optional<Actor> anyone(const Noun& noun) const;
  /// The organisation a person was last said to work at, or to lead.
  std::optional<Actor> employer_of(const Actor& person) const;
  /// The organisation of a job: the one it names, else the one that "its", "the" or nothing before it points
  /// to.
  std::optional<Actor> employer_of_job(const Noun& job) const;
  /// What a filing defines "the Company" to mean.
  std::optional<Actor> defined_company() const;
  /// The organisation that somebody was last said to leave, in this sentence or one of the two before it:
  /// where those rise who come next.
  std::optional<Actor> house_of_succession(std::string_view riser = {}) const;
  /// What the text was last said to have founders of (rules_founder_groups.cpp).
  std::optional<Actor> organisation_of_founders() const;
  /// Whether a noun is named aside, in a list or as a partner, and not what the sentence is about. `job`: a
  /// token that stands in the same aside as the noun makes no passing of it.
  bool told_in_passing(std::size_t piece, std::size_t job) const;
  /// Whether the document gives the person a job elsewhere.
  bool employer_of_former(const Actor& person) const;
  void remember_employer(const Actor& person, const Actor& organisation) {
    employers_[person.name] = organisation;
  }
  /// The organisation that last raised money, for "the round".
  const std::optional<Actor>& raiser() const { return raiser_; }
  void remember_raiser(const Actor& organisation) { raiser_ = organisation; }
  /// The organisation that people were last said to leave, and the one they were said to go to.
  const std::optional<Actor>& losing() const { return losing_; }
  const std::optional<Actor>& gaining() const { return gaining_; }
  void remember_losing(const Actor& organisation) { losing_ = organisation; }
  /// People without names were said to leave: those named next left too.
  void remember_exodus() { exodus_ = index_ + 1; }
  bool in_exodus() const {
    return exodus_ != 0 && index_ <= exodus_ + 1 && index_ + 1 != exodus_ && losing_.has_value();
  }
  void remember_gaining(const Actor& organisation) { gaining_ = organisation; }
  /// "Seven researchers left Acme": kept until other people without names are told of.
  void remember_group(std::string_view relation, const Actor& organisation, const Verb& verb,
                      const Noun* group = nullptr);
  const std::vector<GroupEvent>& group_events() const { return groups_; }
  /// What the group told of last has founded.
  void remember_founded(const std::optional<Actor>& founded) {
    if (!groups_.empty()) groups_.back().founded = founded;
  }
  /// Whether a claim of this sentence has the name as its subject already.
  bool said_here(const std::string& name) const;
  /// Whether this sentence has made a claim of the relation.
  bool said_here_as(std::string_view relation) const;
  /// Whether this document says so outright: a departure told twice is one.
  bool said(std::string_view relation, const std::string& subject, const std::string& object) const;
  /// A seat on the organisation's board, which is no job, for each of them, from the day of the verb on.
  void claim_seats(const std::vector<Actor>& people, const std::optional<Actor>& organisation,
                   const Verb& verb, std::size_t to);
  const std::optional<Actor>& last_organisation() const { return last_organisation_; }
  void remember_organisation(const Actor& organisation) { last_organisation_ = organisation; }
  const std::optional<Actor>& last_person() const { return last_person_; }
  const std::vector<Actor>& last_people() const { return last_people_; }
  /// The claims made so far, in order.
  std::vector<TextClaim>& claims() { return out_; }
  const std::vector<TextClaim>& claims() const { return out_; }
  std::size_t sentence_index() const { return index_; }

  /// An organisation or person without a name: a stable id from its description and whom it belongs to, so
  /// that the same page read again names the same thing, and a later SAME_AS can give it its name.
  Actor describe(std::string_view prefix, const Noun& noun, std::string_view kind, std::string_view link,
                 const Actor& whose);

  /// When the verb's event happened: its date, the day it was announced, else what its tense and the day of
  /// publication say (engine_dates.cpp).
  Date event_date(const Verb& verb) const;
  /// The day on which what the verb says was announced; unknown when the sentence does not give it.
  Date announced_or_unknown(const Verb& verb) const { return announced_date(verb).value_or(Date()); }
  /// About now: the month of publication.
  Date about_now() const;
  /// A date piece as the verb means it: what is planned lies ahead.
  Date date_of_piece(std::size_t piece, const Verb& verb) const;
  /// Whether a verb says that something is, was or is to be done: not "may join", "tried to hire".
  bool told(const Verb& verb) const;

  /// Puts a claim down; `verb` may be null (appositions). `from`, `to`: pieces whose words carry it.
  void claim(std::string_view rule, std::string_view relation, const Actor& subject,
             const std::optional<Actor>& object, const Verb* verb, std::size_t from, std::size_t to,
             ClaimDraft draft);

 private:
  void begin_item();
  void find_citation();
  void find_announcement();
  void remember_subjects();
  bool goes_on_about_one() const;
  void remember_kinds(const Noun& noun);
  std::optional<Date> ago_after(const Verb& verb) const;
  bool is_news(const Verb& verb) const;
  std::optional<Date> date_before_when(const Verb& verb) const;
  std::optional<Date> effective_date(const Verb& verb) const;
  std::optional<Date> same_day(const Verb& verb) const;
  void refine_dates();
  void infer_departures();
  void infer_return();
  std::optional<Date> announced_date(const Verb& verb) const;
  std::optional<Date> years_later(const Verb& verb) const;
  std::optional<Actor> antecedent(const Noun& pronoun) const;
  std::optional<Actor> definite_person(const Noun& noun) const;
  std::vector<Actor> founders_meant(const Noun& noun) const;
  std::optional<Actor> employer_of_next_job(const Noun& job) const;
  std::optional<Actor> house_of_report(const Noun& job) const;
  bool is_subject_of_organisation(std::size_t piece) const;
  std::optional<Actor> organisation_within(const Noun& noun, const Noun& job) const;
  std::optional<Actor> told_as_it(const Noun& pronoun) const;
  bool last_is_a_school() const;
  std::optional<Actor> firm_of_text() const;
  std::optional<Actor> named_before(const Noun& noun) const;
  std::optional<Actor> organisation_described(const Noun& noun) const;  ///< engine_descriptions.cpp
  bool names_here(const std::string& name) const;
  std::optional<Actor> young_firm(const Actor& meant, bool bought_by_any, bool named_last) const;
  void move_to_young_firm(TextClaim& claim) const;
  bool headquartered(const Actor& actor, std::string_view described) const;
  std::set<std::string> passing_organisations() const;

  const Document& document_;
  std::size_t index_ = 0;
  const Clauses* clauses_ = nullptr;
  std::vector<TextClaim> out_;

  std::optional<Actor> last_person_;
  std::vector<Actor> last_people_;
  std::optional<Actor> last_organisation_;
  std::optional<Actor> raiser_;
  std::optional<Actor> losing_;
  std::optional<Actor> gaining_;
  std::map<std::string, Actor>
      last_of_kind_;                ///< "lab", "university", "institute": the one so called, named last
  std::optional<Actor> young_;      ///< what "the start-up" means: last founded, bought, or given money
  std::vector<GroupEvent> groups_;  ///< all of one sentence
  std::size_t exodus_ = 0;  ///< number of the sentence behind which people without a name were said to leave
  std::map<std::string, Actor> employers_;
  std::map<std::string, Actor> described_;  ///< by head word: "lab" -> the unnamed lab

  std::string cited_;
  Date cited_date_;
  std::size_t cited_from_ = 0;
  std::size_t cited_to_ = 0;
  std::string status_;  ///< of claims of this sentence: "reported", "announced", "confirmed"
};

/// From when to when, as far as the words say so; see rules_periods.cpp.
struct Period {
  std::optional<Date> start;
  std::optional<Date> end;
  bool known() const { return start || end; }
};
/// What the pieces of a range say, jobs with dates of their own included.
Period period_within(const RuleEngine& engine, std::size_t from, std::size_t to);
/// "From 2017 to 2019, Ann was ..", "Since May, Ann has ..": the dates before the subject of the verb (or
/// copula).
Period period_before_subject(const RuleEngine& engine, std::size_t verb);
/// A job that a noun carries, as a claim: WORKS_AT with its dates, FOUNDED for founders, seats on boards,
/// advisers.
void claim_job(RuleEngine& engine, const Actor& person, const Noun& job, std::string_view rule,
               std::size_t from, std::size_t to);
/// ".. as chief scientist", ".. as its CFO" behind a verb; empty when there is none.
std::string role_after(const RuleEngine& engine, const Verb& verb);
/// The organisation that a description stands in apposition to: "Tessera, a San Diego company", "the COO of
/// Tessera, the Tokyo start-up"; what "the company" means otherwise.
std::optional<Actor> described_organisation(const RuleEngine& engine, std::size_t description);
/// "Googler", "Amazonian": the firm whose people are called so, where it is known.
std::optional<Actor> firm_of_person_noun(std::string_view name);
/// "seven researchers", "several employees": people of whom no name is given.
bool is_unnamed_group(const Noun& noun);
/// Whether a role is a seat on a board, or advice, and no employment.
bool is_board_role(std::string_view role);
bool is_adviser_role(std::string_view role);
/// Whether a name is a university's, by its words, or one known without them.
bool is_school_name(std::string_view name);

}  // namespace talentflow::ingest::text
