// What the rules share while they walk through a document: who was spoken of last, who the sentence cites,
// and how a claim is put down.
#pragma once

#include <map>
#include <optional>
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

  // who is meant
  std::optional<Actor> person(const Noun& noun) const;
  std::vector<Actor> people(const std::vector<std::size_t>& nouns) const;
  std::optional<Actor> organisation(const Noun& noun) const;
  std::vector<Actor> organisations(const std::vector<std::size_t>& nouns) const;
  /// A person or an organisation: investors, approached teams.
  std::optional<Actor> anyone(const Noun& noun) const;
  /// The organisation a person was last said to work at, or to lead.
  std::optional<Actor> employer_of(const Actor& person) const;
  void remember_employer(const Actor& person, const Actor& organisation) {
    employers_[person.name] = organisation;
  }
  /// The organisation that last raised money, for "the round".
  const std::optional<Actor>& raiser() const { return raiser_; }
  void remember_raiser(const Actor& organisation) { raiser_ = organisation; }
  /// Whether a claim of this sentence has the name as its subject already.
  bool said_here(const std::string& name) const;
  const std::optional<Actor>& last_organisation() const { return last_organisation_; }
  void remember_organisation(const Actor& organisation) { last_organisation_ = organisation; }

  /// An organisation or person without a name: a stable id from its description and whom it belongs to, so
  /// that the same page read again names the same thing, and a later SAME_AS can give it its name.
  Actor describe(std::string_view prefix, const Noun& noun, std::string_view kind, std::string_view link,
                 const Actor& whose);

  /// When the verb's event happened: its date, else what its tense and the day of publication say.
  Date event_date(const Verb& verb) const;

  /// Puts a claim down; `verb` may be null (appositions). `from`, `to`: pieces whose words carry it.
  void claim(std::string_view rule, std::string_view relation, const Actor& subject,
             const std::optional<Actor>& object, const Verb* verb, std::size_t from, std::size_t to,
             ClaimDraft draft);

 private:
  void find_citation();
  void remember_subjects();
  void infer_departures();

  const Document& document_;
  std::size_t index_ = 0;
  const Clauses* clauses_ = nullptr;
  std::vector<TextClaim> out_;

  std::optional<Actor> last_person_;
  std::vector<Actor> last_people_;
  std::optional<Actor> last_organisation_;
  std::optional<Actor> raiser_;
  std::map<std::string, Actor> employers_;
  std::map<std::string, Actor> described_;  ///< by head word: "lab" -> the unnamed lab

  std::string cited_;
  Date cited_date_;
  std::size_t cited_from_ = 0;
  std::size_t cited_to_ = 0;
};

// The rules, one file a subject. Each looks at the engine's current sentence.
void find_careers(RuleEngine& engine);    ///< rules_career.cpp: jobs, arrivals, departures, hires, approaches
void find_foundings(RuleEngine& engine);  ///< rules_organisation.cpp: foundings, units, takeovers
void find_headlines(RuleEngine& engine);  ///< rules_headline.cpp: items of dated lists, which have few verbs
void find_money(RuleEngine& engine);      ///< rules_money.cpp: rounds, investors, price changes

}  // namespace talentflow::ingest::text
