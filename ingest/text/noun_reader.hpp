// How a noun phrase is read, shared by the noun_*.cpp files; what noun.hpp offers is built on it.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/noun.hpp"

namespace talentflow::ingest::text {

using Tokens = std::vector<Token>;

bool has_upper(std::string_view text);
bool is_cjk(std::string_view text);
/// A month's or weekday's name.
bool is_date_word(const Token& token);
/// "Mr", "Dr", "Sir": before a name, and no part of it.
bool is_personal_title(std::string_view lower);

/// A name, its tokens, and what is known of it.
struct NameChunk {
  std::string text;
  std::size_t end = 0;
};

class NounReader {
 public:
  NounReader(const Tokens& tokens, const NounContext& context) : tokens_(tokens), context_(context) {}

  std::optional<Noun> read(std::size_t at) const;

 private:
  /// One step of a phrase: a name, or a lower-case word.
  struct Element {
    bool is_name = false;
    NameChunk name;
    std::size_t token = 0;
  };

  const Token* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
  bool is(std::size_t at, std::string_view word) const { return at < tokens_.size() && tokens_[at].is(word); }
  bool begins_name(std::size_t at) const;
  bool begins_firm_name(std::size_t at) const;
  std::size_t known_name_end(std::size_t at) const;
  bool is_currency_prefix(std::size_t at) const;
  bool first_word_is_name(std::size_t at) const;
  bool begins_institution(std::size_t at) const;
  bool is_field_of_study(std::size_t at) const;
  std::size_t common_owner_end(Noun& noun, std::vector<Element>& elements, std::size_t at) const;
  bool take_field(Noun& noun) const;
  bool take_second_field(Noun& noun) const;
  bool take_comma_field(Noun& noun) const;
  bool begins_job(std::size_t at) const;
  bool is_letter_name(std::size_t at) const;
  std::optional<NameChunk> name_at(std::size_t at) const;
  std::size_t extend_name(std::size_t at) const;
  bool is_surname_before(std::size_t at) const;
  bool is_surname_at(std::size_t at, std::size_t end) const;
  bool stands_in_place(std::size_t at, std::size_t of) const;
  bool phrase_word(std::size_t at) const;
  bool stands_as_noun(std::size_t at) const;
  bool stands_as_participle(std::size_t at) const;
  bool behind_person(const Element& name, std::size_t at) const;
  std::optional<std::size_t> plural_pronoun_end(std::size_t at) const;
  std::optional<Noun> pronoun_at(std::size_t at) const;
  std::size_t skip_estimate(std::size_t at) const;
  std::size_t skip_determiner(std::size_t at, Noun& noun) const;
  std::size_t skip_title(std::size_t at) const;
  std::size_t skip_compound(std::size_t at) const;
  void classify(Noun& noun) const;
  void read_as_university(Noun& noun) const;
  void read_as_town(Noun& noun) const;
  void guess_kind(Noun& noun) const;
  Noun simple_name(const NameChunk& chunk, std::size_t begin) const;
  bool assemble(std::vector<Element>& elements, Noun& noun) const;
  void end_with_words(const std::vector<Element>& elements, std::size_t last_name, Noun& noun) const;
  void take_role_words(const std::vector<Element>& elements, std::size_t from, std::size_t to,
                       Noun& noun) const;
  void attach_employer(Noun& noun) const;
  bool begins_other_house(std::size_t at) const;
  std::size_t end_of_known(std::size_t at, std::size_t end) const;
  bool take_bracketed_years(Noun& noun) const;
  void attach_dates(Noun& noun) const;

  const Tokens& tokens_;
  const NounContext& context_;
};

}  // namespace talentflow::ingest::text
