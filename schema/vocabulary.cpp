#include "schema/vocabulary.hpp"

#include <algorithm>
#include <array>

#include "schema/table.hpp"

namespace talentflow {
namespace {

constexpr std::array<std::string_view, 7> kStatusWords = {"",          "rumoured",  "unconfirmed", "reported",
                                                          "announced", "confirmed", "filed"};

bool is_word_byte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

/// Does `word` stand in `text` with no letter on either side? Both lower case.
bool contains_word(std::string_view text, std::string_view word) {
  for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
    const bool left = at == 0 || !is_word_byte(text[at - 1]);
    std::size_t end = at + word.size();
    if (end < text.size() && text[end] == 's') ++end;  // "scientists"
    const bool right = end >= text.size() || !is_word_byte(text[end]);
    if (left && right) return true;
  }
  return false;
}

bool same_word(std::string_view a, std::string_view b) { return ascii_lower(a) == ascii_lower(b); }

}  // namespace

const RelationMeaning* Vocabulary::relation(std::string_view name) const {
  for (const RelationMeaning& meaning : relations_)
    if (same_word(meaning.name, name)) return &meaning;
  return nullptr;
}

const KindMeaning* Vocabulary::kind(std::string_view name_or_plural) const {
  for (const KindMeaning& meaning : kinds_)
    if (same_word(meaning.name, name_or_plural) || same_word(meaning.plural, name_or_plural)) return &meaning;
  return nullptr;
}

std::string Vocabulary::canonical_relation(std::string_view name) const {
  const RelationMeaning* meaning = relation(name);
  return meaning == nullptr ? std::string(name) : meaning->name;
}

std::string Vocabulary::canonical_kind(std::string_view name) const {
  for (const KindMeaning& meaning : kinds_)
    if (same_word(meaning.name, name)) return meaning.name;
  return std::string(name);
}

RoleClasses Vocabulary::role_classes(std::string_view role) const {
  const std::string lower = ascii_lower(role);
  RoleClasses classes = 0;
  for (const RoleWord& entry : role_words_) {
    const bool found =
        entry.substring ? lower.find(entry.word) != std::string::npos : contains_word(lower, entry.word);
    if (found) classes = static_cast<RoleClasses>(classes | entry.classes);
  }
  return classes;
}

std::optional<RoleClass> Vocabulary::role_class(std::string_view word) {
  std::string lower = ascii_lower(word);
  if (lower.size() > 1 && lower.back() == 's') lower.pop_back();
  if (lower == "researcher") return RoleClass::researcher;
  if (lower == "engineer") return RoleClass::engineer;
  if (lower == "executive") return RoleClass::executive;
  if (lower == "founder") return RoleClass::founder;
  if (lower == "student") return RoleClass::student;
  return std::nullopt;
}

std::optional<Status> Vocabulary::status(std::string_view word) {
  const std::string lower = ascii_lower(word);
  if (lower == "rumored") return Status::rumoured;
  for (std::size_t i = 0; i < kStatusWords.size(); ++i)
    if (kStatusWords[i] == lower) return static_cast<Status>(i);
  return std::nullopt;
}

std::string_view Vocabulary::status_word(Status status) {
  return kStatusWords[static_cast<std::size_t>(status)];
}

std::optional<double> Vocabulary::reliability_strength(char letter) const {
  const auto found = reliability_.find(letter);
  return found == reliability_.end() ? std::nullopt : std::optional(found->second);
}

std::optional<double> Vocabulary::credibility_strength(int grade) const {
  const auto found = credibility_.find(grade);
  return found == credibility_.end() ? std::nullopt : std::optional(found->second);
}

bool Vocabulary::identifies(std::string_view property) const {
  return std::find(identifying_.begin(), identifying_.end(), property) != identifying_.end();
}

}  // namespace talentflow
