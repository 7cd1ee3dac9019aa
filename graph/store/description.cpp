#include "graph/store/description.hpp"

#include <algorithm>

#include "graph/names/acronyms.hpp"
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/draft.hpp"

namespace talentflow::graph {
namespace {

constexpr std::string_view kAnyName = "entity/";

std::string id_prefix(std::string_view kind, const Vocabulary& vocabulary) {
  const KindMeaning* meaning = kind.empty() ? nullptr : vocabulary.kind(kind);
  if (meaning == nullptr) return std::string(kAnyName);
  if (meaning->organisation) return "org/";
  // Tables call people person/..: a name in a document must not become one of theirs for being spelt so.
  if (meaning->name == "Person") return std::string(kPersonName);
  std::string prefix = meaning->name + "/";
  for (char& letter : prefix)
    if (letter >= 'A' && letter <= 'Z') letter = static_cast<char>(letter - 'A' + 'a');
  return prefix;
}

void add_keys(std::string_view name, bool person, bool other, std::vector<std::string>& keys) {
  if (name.empty()) return;
  if (person)
    for (std::string& key : name_keys(name, true)) keys.push_back(std::move(key));
  if (!other) return;
  for (std::string& key : name_keys(name, false)) keys.push_back(std::move(key));
  for (const std::string& key : bracket_keys(name)) keys.push_back(kBracketMark + key);
  for (const std::string& key : acronyms_of(name)) keys.push_back(kAcronymMark + key);
}

}  // namespace

const std::string* text_property(const Claim& claim, std::string_view key) {
  const Value* value = find_property(claim.properties, key);
  const std::string* text = value == nullptr ? nullptr : value->get_if<std::string>();
  return text == nullptr || text->empty() ? nullptr : text;
}

std::vector<std::string> description_names(const Claim& claim) {
  std::vector<std::string> names;
  if (const std::string* name = text_property(claim, "name")) names.push_back(*name);
  const Value* aliases = find_property(claim.properties, "aliases");
  if (const List* list = aliases == nullptr ? nullptr : aliases->get_if<List>())
    for (const Value& alias : *list)
      if (const auto* text = alias.get_if<std::string>(); text != nullptr && !text->empty())
        names.push_back(*text);
  return names;
}

std::vector<std::string> description_keys(const Claim& claim, const Vocabulary& vocabulary) {
  const std::string* kind = text_property(claim, "kind");
  const bool person = kind == nullptr || may_be_person(*kind, vocabulary);
  const bool other = kind == nullptr || !person;
  std::vector<std::string> keys;
  for (const std::string& name : description_names(claim)) add_keys(name, person, other, keys);
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

std::string_view without_mark(std::string_view key) {
  if (!key.empty() && (key.front() == kBracketMark || key.front() == kAcronymMark)) key.remove_prefix(1);
  return key;
}

bool is_name_alone(std::string_view id) { return id.starts_with(kPersonName) || id.starts_with(kAnyName); }

Instant published_of(const Claim& claim) {
  const Value* value = find_property(claim.properties, "published");
  if (value == nullptr) return kAlways;
  const Date* date = value->get_if<Date>();
  const std::string* text = text_property(claim, "published");
  if (date == nullptr && text == nullptr) return kAlways;
  const auto instant = parse_instant(date != nullptr ? to_string(*date) : *text);
  return instant.ok() ? *instant : kAlways;
}

std::string external_id(std::string_view property, std::string_view value) {
  const std::string head = std::string(property) + ":";
  if (value.starts_with("http://") || value.starts_with("https://")) {
    while (value.ends_with('/')) value.remove_suffix(1);
    value.remove_prefix(value.rfind('/') + 1);
  }
  if (value.starts_with(head)) value.remove_prefix(head.size());
  return head + std::string(value);
}

std::string id_for_name(std::string_view name, std::string_view kind, const Vocabulary& vocabulary) {
  return id_prefix(kind, vocabulary) + name_slug(name, may_be_person(kind, vocabulary));
}

}  // namespace talentflow::graph
