#include "ingest/text/chinese/gazetteer.hpp"

#include <algorithm>

#include "ingest/text/chinese/letters.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"
#include "schema/tables.hpp"

namespace talentflow::ingest::text {

const Gazetteer& Gazetteer::standard() {
  static const Gazetteer built;
  return built;
}

Gazetteer::Gazetteer() {
  const auto table = parse_table(tables::chinese_names(), "chinese_names.csv");
  if (!table) return;  // the compiled-in table is checked by a test
  for (const TableRow& row : table->rows) {
    const KnownName name{std::string(table->cell(row, "kind")), std::string(table->cell(row, "name"))};
    by_text_.emplace(ascii_lower(name.english), name);
    for (const std::string& written : split_list(table->cell(row, "chinese"), ';')) add(written, name);
  }
  if (const auto known = parse_table(tables::known_names(), "known_names.csv"))
    for (const TableRow& row : known->rows) {
      const std::string english(known->cell(row, "name"));
      by_text_.emplace(ascii_lower(english), KnownName{std::string(known->cell(row, "kind")), english});
    }
  for (const Country& country : countries())
    for (const std::string& written : country.aliases)
      if (is_han(to_utf32(written).front())) add(written, {"Place", country.name});
}

void Gazetteer::add(const std::string& written, const KnownName& name) {
  if (written.starts_with('?')) {
    in_slot_.emplace(to_utf32(written.substr(1)), name);
    return;
  }
  const std::u32string characters = to_utf32(written);
  auto& longest = longest_by_first_[characters.front()];
  longest = std::max(longest, characters.size());
  names_.emplace(characters, name);
  by_text_.emplace(ascii_lower(written), name);
}

Gazetteer::Match Gazetteer::longest(std::u32string_view text, std::size_t at) const {
  if (at >= text.size()) return {};
  const auto first = longest_by_first_.find(text[at]);
  if (first == longest_by_first_.end()) return {};
  for (std::size_t length = std::min(first->second, text.size() - at); length > 0; --length) {
    const auto found = names_.find(std::u32string(text.substr(at, length)));
    if (found != names_.end()) return {length, &found->second};
  }
  return {};
}

const KnownName* Gazetteer::find_in_slot(std::u32string_view name) const {
  const auto found = in_slot_.find(std::u32string(name));
  return found == in_slot_.end() ? nullptr : &found->second;
}

bool Gazetteer::knows_as(std::string_view name, std::string_view kind) const {
  const KnownName* const known = find(name);
  return known != nullptr && known->kind == kind;
}

const KnownName* Gazetteer::find(std::string_view name) const {
  const auto found = by_text_.find(ascii_lower(name));
  return found == by_text_.end() ? nullptr : &found->second;
}

}  // namespace talentflow::ingest::text
