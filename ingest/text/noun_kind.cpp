// What a name names: a person, an organisation, a place.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/clauses.hpp"
#include "ingest/text/noun_reader.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {

/// What a name names. The lexicon is asked first; a name with several entities of one kind keeps that kind.
void NounReader::classify(Noun& noun) const {
  const auto found = context_.lexicon.find(noun.name);
  if (const KnownName* known = found.empty() ? Gazetteer::standard().find(noun.name) : nullptr) {
    noun.type = known->kind == "Person"  ? NounType::person
                : known->kind == "Place" ? NounType::place
                                         : NounType::organisation;
    noun.kind = known->kind == "Outlet" ? "Company" : known->kind;
    noun.sure = true;
    return;
  }
  if (!found.empty()) {
    bool person = false;
    bool other = false;
    for (const auto& entry : found) (entry.kind == "Person" ? person : other) = true;
    if (person != other) {
      noun.type = person                          ? NounType::person
                  : found.front().kind == "Place" ? NounType::place
                                                  : NounType::organisation;
      noun.sure = true;
      noun.kind = found.front().kind;
      if (found.size() == 1) noun.id = found.front().id;
      return;
    }
  }
  const std::string lower = ascii_lower(noun.name);
  // "PAN" is a country's code, "Pan" a surname
  const bool code_as_word = noun.name.size() <= 3 && noun.name.size() >= 2 &&
                            (noun.name[1] >= 'a' || !one_of("US|UK|UAE|USA|EU", noun.name));
  if ((find_country(noun.name) != nullptr && !code_as_word) || is_city(lower)) {
    noun.type = NounType::place;
    noun.sure = true;
    noun.kind = "Place";
    return;
  }
  guess_kind(noun);
}

/// "GPT-4o", "o1", "Claude-3.5": a model and its version, nobody's employer.
bool is_versioned(std::string_view name) {
  const auto digit = name.find_first_of("0123456789");
  if (digit == std::string_view::npos || digit == 0 || name.find(' ') != std::string_view::npos) return false;
  if (name[digit - 1] == '-') return true;
  if (digit >= 2 && name[digit - 2] == '-' && (name[digit - 1] == 'V' || name[digit - 1] == 'R')) return true;
  if (digit == 1 && name.size() <= 3 && (name[0] == 'V' || name[0] == 'R')) return true;  // "the V2 model"
  return digit == 1 && name[0] >= 'a' && name[0] <= 'z' && name.size() <= 3;
}

/// Whether the capital inside a word stands behind what begins surnames: "LeBrun", "DeSantis", "McCauley",
/// "MacDonald".
bool is_surname_joint(std::string_view word, std::size_t capital) {
  return one_of("Le|La|De|Di|Du|Da|Mc|Mac|Van|Von|Fitz|St", word.substr(0, capital)) &&
         capital + 2 < word.size() && word[capital + 1] >= 'a' && word[capital + 1] <= 'z';
}

/// By the words of the name, then by its shape: two or three plain words are a person, one word or an odd
/// spelling an organisation.
void NounReader::guess_kind(Noun& noun) const {
  std::size_t words = 0;
  bool odd = is_cjk(noun.name);
  if (is_versioned(noun.name)) {
    noun.type = NounType::organisation;
    noun.sure = true;
    noun.kind = "Product";
    return;
  }
  const Tokens parts = tokenize(noun.name, 0);
  // "Samsung Thales": what begins with the name of a known company
  const bool behind = noun.begin > 0 && noun.begin <= tokens_.size() &&
                      one_of("for|at|joined|left|into|joins|leaves", tokens_[noun.begin - 1].lower);
  if (parts.size() == 2 && behind && !is_given_name(parts.front().lower))
    if (const KnownName* first = Gazetteer::standard().find(parts.front().text);
        first != nullptr && first->kind == "Company") {
      noun.type = NounType::organisation;
      noun.kind = "Company";
      return;
    }
  for (const Token& part : parts) {
    if (part.kind == Token::Kind::punctuation) continue;
    // "Gerard Williams III", "John Sample Jr"
    if (words >= 2 && (part.is("ii") || part.is("iii") || part.is("iv") || part.is("jr") || part.is("sr")))
      continue;
    ++words;
    const bool suffix =
        is_organisation_name_word(part.lower) && (words > 1 || is_organisation_name_word(parts.back().lower));
    if (suffix && (parts.size() > 1)) {
      noun.type = NounType::organisation;
      noun.sure = true;
      noun.kind = part.is("university") || part.is("college") || part.is("school") ? "University"
                  : part.is("lab") || part.is("labs")                              ? "Lab"
                                                                                   : noun.kind;
      if (noun.kind == "University") return;
      continue;
    }
    for (std::size_t i = 1; i < part.text.size(); ++i) {
      const bool upper = part.text[i] >= 'A' && part.text[i] <= 'Z';
      const bool after_joint =
          upper && (part.text[i - 1] == '-' || part.text[i - 1] == '.' || is_surname_joint(part.text, i));
      // "KiYoung Choi": only the first of several words; a firm is as likely as a person
      const bool capitals =
          std::none_of(part.text.begin(), part.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
      const bool initials = part.text.size() == 2 && (part.text[0] == 'J' || part.text[1] == 'J' ||
                                                      part.text[1] == 'C' || part.text[1] == 'D');
      if (upper && !after_joint && words == 1 && parts.size() > 1 && i <= 3 && (!capitals || initials))
        continue;
      if ((upper && !after_joint) || (part.text[i] >= '0' && part.text[i] <= '9')) odd = true;
    }
  }
  if (noun.type == NounType::organisation) {
    if (noun.kind.empty()) noun.kind = "Company";
    return;
  }
  noun.sure = odd;
  noun.type = !odd && words >= 2 && words <= 4 && !noun.name.starts_with("The ") ? NounType::person
                                                                                 : NounType::organisation;
  noun.kind = noun.type == NounType::person ? "Person" : "Company";
}

Noun NounReader::simple_name(const NameChunk& chunk, std::size_t begin) const {
  Noun noun;
  noun.begin = begin;
  noun.end = chunk.end;
  noun.name = chunk.text;
  classify(noun);
  return noun;
}

}  // namespace talentflow::ingest::text
