// Names in Latin letters inside Chinese sentences: whose they are.
#include <algorithm>

#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/chinese/parts.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// What may stand between a name and its verb.
bool is_passed(const Part& part) {
  return part.is(Word::adverb) || part.is(Word::plan) || part.is(Word::past) || part.is(Word::now) ||
         part.kind == Part::Kind::date || part.is(Word::from) || part.is(Word::negation) ||
         part.is(Word::announce) || part.is(Word::confirm) || part.is(Word::at) ||
         part.kind == Part::Kind::organisation;
}

/// "Jason Wei": two or three words with capitals, and none that ends names of organisations.
bool shaped_like_person(const Part& part) {
  static constexpr std::string_view kOrganisationWords[] = {
      "ai",         "lab",          "labs",    "research", "institute",
      "university", "inc",          "capital", "ventures", "partners",
      "group",      "technologies", "college", "school",   "team",
      "cloud",      "robotics",     "systems", "news",     "times",
      "street",     "journal",      "post",    "deepmind", "superintelligence"};
  std::size_t words = 0;
  for (std::size_t begin = 0; begin < part.name.size();) {
    const std::size_t end = std::min(part.name.find(' ', begin), part.name.size());
    const std::string word = part.name.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    ++words;
    const bool capital = is_capital(to_utf32(word).front());
    const bool shouted = word.size() > 1 && word[1] >= 'A' && word[1] <= 'Z';
    const bool digits = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    const std::string lower = ascii_lower(word);
    if (!capital || shouted || digits ||
        std::find(std::begin(kOrganisationWords), std::end(kOrganisationWords), lower) !=
            std::end(kOrganisationWords))
      return false;
  }
  return words == 2 || words == 3;
}

bool done_by_people(const Part& part) {
  return part.is(Word::join) || part.is(Word::leave) || part.is(Word::step_down) || part.is(Word::found) ||
         part.is(Word::hold) || part.is(Word::work) || part.is(Word::graduate) || part.is(Word::study) ||
         part.is(Word::mentor) || part.is(Word::lead);
}

}  // namespace

void find_latin_people(std::vector<Part>& parts, NameMemory& memory) {
  for (std::size_t i = 0; i < parts.size(); ++i) {
    Part& part = parts[i];
    if (part.kind != Part::Kind::latin) continue;
    const bool known = memory.kind_of(part.name) == "Person" || memory.is_person(part.plain);
    if (!known && (!shaped_like_person(part) || memory.in_lexicon(part.name))) continue;
    std::size_t next = i + 1;
    while (next < parts.size() &&
           (is_passed(parts[next]) || parts[next].is(Word::conjunction) ||
            parts[next].kind == Part::Kind::latin || parts[next].kind == Part::Kind::person))
      ++next;
    const bool titled =
        i > 0 && (parts[i - 1].is(Word::role) || parts[i - 1].is(Word::including) ||
                  (parts[i - 1].is(Word::conjunction) && i > 1 && parts[i - 2].kind == Part::Kind::person));
    const bool acts = next < parts.size() && (done_by_people(parts[next]) || parts[next].is(Word::title));
    if (!known && !titled && !acts) continue;
    part.kind = Part::Kind::person;
    part.entity_kind = "Person";
    part.sure = titled || known;
  }
}

}  // namespace talentflow::ingest::text
