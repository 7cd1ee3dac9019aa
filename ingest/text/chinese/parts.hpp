// A Chinese sentence cut into the parts that the rules read: people, organisations, places, dates, amounts,
// words of the table, and what is left between them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/text/amount.hpp"
#include "ingest/text/chinese/characters.hpp"
#include "ingest/text/chinese/names.hpp"
#include "ingest/text/chinese/words.hpp"
#include "schema/edtf.hpp"

namespace talentflow::ingest::text {

struct Part {
  enum class Kind { word, person, organisation, place, date, amount, latin, text, work, mark };
  Kind kind = Kind::text;
  std::size_t begin = 0;  ///< characters
  std::size_t end = 0;
  Word word = Word::none;            ///< of Kind::word
  std::string_view rule;             ///< of verbs
  std::u32string_view plain;         ///< the characters, Simplified
  std::string name;                  ///< as written, of names, texts and works
  std::string english;               ///< what English texts call it, where the gazetteer says so
  std::string entity_kind;           ///< Company, Lab, ..., Outlet, Person
  std::vector<std::string> aliases;  ///< other names that stand in brackets behind it
  bool sure = false;                 ///< the kind comes from a table, a title or the words in the name
  bool quoted = false;               ///< stands in quotation marks by itself
  bool recent = false;               ///< of dates: no more than "lately"
  Date date;
  std::optional<Date> until;  ///< end of a span of dates
  Amount amount;

  bool is(Word wanted) const { return kind == Kind::word && word == wanted; }
  bool is_mark(char32_t mark) const { return kind == Kind::mark && plain.front() == mark; }
};

/// Cuts a sentence. `text` must outlive the parts (they look into it).
std::vector<Part> cut_parts(const Characters& text, const Date& published, NameMemory& memory);

/// Joins what belongs to one name of an organisation: words before "公司", "研究院"; a unit behind its owner.
void join_organisations(const Characters& text, std::vector<Part>& parts);

/// Adds the organisations that a sentence names beyond doubt, with their short forms, to what the document
/// knows.
void learn_organisations(const std::vector<Part>& parts, NameMemory& memory);

/// Names in Latin letters are people's where a title stands before them or a verb of people behind.
void find_latin_people(std::vector<Part>& parts, NameMemory& memory);

/// Whether all words of the characters only describe ("人工智能初创"): no name.
bool only_describes(const Characters& text, std::size_t begin, std::size_t end);

}  // namespace talentflow::ingest::text
