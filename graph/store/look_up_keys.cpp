#include "graph/store/look_up_keys.hpp"

#include "graph/names/acronyms.hpp"
#include "graph/names/given_names.hpp"
#include "graph/names/kinds.hpp"
#include "graph/names/normalise.hpp"
#include "graph/store/description.hpp"

namespace talentflow::graph {
namespace {

/// Keys of a name's other forms: with an initial or a short form for the given name, and without middle
/// names.
std::vector<std::string> shorter_keys(const std::string& name) {
  const auto words = name_words(name, true);
  std::vector<std::string> keys;
  if (words.size() < 2 || words.front().empty() || words.back().empty()) return keys;
  for (const std::string& short_name :
       {words.front().substr(0, 1) + " " + words.back(), words.back().substr(0, 1) + " " + words.front()})
    for (std::string& key : name_keys(short_name, true)) keys.push_back(std::move(key));
  for (const std::string_view given : other_forms(words.front()))
    for (std::string& key : name_keys(std::string(given) + " " + words.back(), true))
      keys.push_back(std::move(key));
  if (words.size() > 2)
    for (std::string& key : name_keys(words.front() + " " + words.back(), true))
      keys.push_back(std::move(key));
  return keys;
}

}  // namespace

std::set<std::string> look_up_keys(const std::vector<std::string>& names, const std::string& kind,
                                   const Vocabulary& vocabulary) {
  std::set<std::string> keys;
  const bool person = may_be_person(kind, vocabulary);
  for (const std::string& name : names) {
    if (person)
      for (const auto& found : {name_keys(name, true), shorter_keys(name)})
        keys.insert(found.begin(), found.end());
    if (!person || kind.empty())
      for (const auto& found : {name_keys(name, false), bracket_keys(name)})
        for (const std::string& key : found) {
          keys.insert(key);
          keys.insert(kBracketMark + key);
        }
  }
  return keys;
}

std::set<std::string> acronym_keys(const std::vector<std::string>& names, const std::string& kind,
                                   const Vocabulary& vocabulary) {
  std::set<std::string> keys;
  if (may_be_person(kind, vocabulary) && !kind.empty()) return keys;
  for (const std::string& name : names) {
    if (written_as_acronym(name)) keys.insert(kAcronymMark + whole_key(name));
    const auto acronyms = acronyms_of(name);
    keys.insert(acronyms.begin(), acronyms.end());
  }
  return keys;
}

std::pair<std::string, char> abbreviation_of(const std::string& name) {
  const auto words = name_words(name, true);
  if (words.size() < 2) return {};
  if (words.front().size() == 1 && words.back().size() > 1) return {words.back(), words.front()[0]};
  if (words.back().size() == 1 && words.front().size() > 1 && words.size() == 2)
    return {words.front(), words.back()[0]};
  return {};
}

}  // namespace talentflow::graph
