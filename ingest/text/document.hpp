// A document as the rules see it: sentences cut into pieces (noun phrases, dates, amounts, single words),
// names resolved to their full form within the document.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/amount.hpp"
#include "ingest/text/noun.hpp"

namespace talentflow::ingest::text {

struct Piece {
  enum class Kind { noun, date, amount, percentage, word, punctuation };
  Kind kind = Kind::word;
  std::size_t begin = 0;  ///< tokens
  std::size_t end = 0;
  std::string lower;  ///< of the first token
  Noun noun;
  Date date;
  Amount amount;
  double percentage = 0;

  bool is(std::string_view word) const {
    return (kind == Kind::word || kind == Kind::punctuation) && lower == word;
  }
  bool is_noun() const { return kind == Kind::noun; }
  /// Names a person.
  bool is_person() const { return is_noun() && noun.named() && noun.type == NounType::person; }
};

struct ParsedSentence {
  Sentence sentence;
  Date item_date;        ///< "2026-05-18  Blue bought by ..": the day of an item in a list of news; else
                         ///< unknown
  bool chinese = false;  ///< read by the Chinese rules, which cut it themselves: `pieces` is empty
  std::vector<Piece> pieces;

  /// The text of a range of tokens.
  std::string text(std::size_t begin_token, std::size_t end_token) const;
};

/// A read-only document. `text` must outlive it.
class Document {
 public:
  Document(std::string_view text, const Date& published, const Lexicon& lexicon);

  const std::vector<ParsedSentence>& sentences() const { return sentences_; }
  const Date& published() const { return context_.published; }
  const Lexicon& lexicon() const { return context_.lexicon; }

  /// Other forms under which the document names the same thing: "Acme Holdings" for "Acme".
  const std::map<std::string, std::string>& short_forms() const { return short_forms_; }
  /// Whether the text calls the name a company, lab or the like somewhere, or gives it a chief, a round or
  /// staff.
  /// Whether the text says that the name is a product: "Cobalt 5", "Cobalt, a model for code".
  bool is_product(const std::string& name) const { return products_.contains(name); }
  /// How often an organisation is named in the text.
  std::size_t mentions_of(const std::string& name) const {
    const auto found = mentions_.find(name);
    return found == mentions_.end() ? 0 : found->second;
  }
  /// What the text has defined "the Company" to mean, as filings do; empty where it has not.
  const std::string& defined_company() const { return defined_company_; }
  /// How many sentences stand in items with a day of their own.
  std::size_t dated_sentences() const { return dated_sentences_; }
  std::size_t main_organisation_count() const { return main_organisation_count_; }
  bool called_organisation(const std::string& name) const { return called_organisations_.contains(name); }
  /// The organisation that the text as a whole is about; empty when there is none.
  const std::string& main_organisation() const { return main_organisation_; }

 private:
  void cut(ParsedSentence& parsed) const;
  void share_surnames();
  void share_employers();
  void resolve_names();
  void decide_types();  ///< name_types.cpp
  void unify_kinds();
  void find_defined_company();
  void count_organisations();
  void find_main_organisation(const std::vector<std::string>& order);  ///< main_organisation.cpp
  void resolve(Noun& noun) const;

  NounContext context_;
  std::vector<ParsedSentence> sentences_;
  std::map<std::string, Noun> people_;                  ///< full names
  std::map<std::string, std::string> persons_by_part_;  ///< "example" -> "Ann Example"; "" when ambiguous
  std::map<std::string, std::string> short_forms_;      ///< form -> the form used
  std::set<std::string> called_organisations_;
  std::set<std::string> products_;
  std::map<std::string, std::size_t> mentions_;  ///< of organisations
  std::string main_organisation_;
  std::string defined_company_;
  std::size_t main_organisation_count_ = 0;
  std::size_t dated_sentences_ = 0;
};

}  // namespace talentflow::ingest::text
