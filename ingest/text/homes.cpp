#include "ingest/text/homes.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "ingest/text/words.hpp"
#include "schema/table.hpp"
#include "schema/tables.hpp"

namespace talentflow::ingest::text {
namespace {

struct Home {
  bool giant = false;
  std::vector<std::string> places;
  std::vector<std::string> trades;
};

struct Homes {
  std::map<std::string, Home> by_name;            ///< in lower case
  std::set<std::string> places;                   ///< of all rows
  std::set<std::string> trades;                   ///< of all rows
  std::map<std::string, std::string> by_product;  ///< "chatgpt": "OpenAI"; "" where several make it
};

std::vector<std::string> lower_list(std::string_view cell) {
  std::vector<std::string> out;
  for (const std::string& one : split_list(cell, '|')) out.push_back(ascii_lower(one));
  return out;
}

/// What is written with a capital in the table is a product; the rest are lines of business.
void add_products(Homes& homes, std::string_view cell, const std::string& name) {
  for (const std::string& trade : split_list(cell, '|')) {
    if (trade.front() < 'A' || trade.front() > 'Z' || trade == "EV" || trade == "GPU") continue;
    const auto [entry, added] = homes.by_product.emplace(ascii_lower(trade), name);
    if (!added) entry->second.clear();
  }
}

Homes read_homes() {
  Homes out;
  const auto table = parse_table(tables::known_homes(), "known_homes.csv");
  if (!table) return out;  // the compiled-in table is checked by a test
  for (const TableRow& row : table->rows) {
    const Home home{table->cell(row, "size") == "giant", lower_list(table->cell(row, "places")),
                    lower_list(table->cell(row, "trades"))};
    out.places.insert(home.places.begin(), home.places.end());
    out.trades.insert(home.trades.begin(), home.trades.end());
    const auto names = split_list(table->cell(row, "names"), '|');
    for (const std::string& name : names) out.by_name.emplace(ascii_lower(name), home);
    add_products(out, table->cell(row, "trades"), names.front());
  }
  return out;
}

const Homes& homes() {
  static const Homes table = read_homes();
  return table;
}

/// Words between blanks, so that whole words are compared: " paris based start-up ".
std::string spaced(std::string_view described) {
  std::string out = " " + std::string(described) + " ";
  for (std::size_t at = out.find("-based"); at != std::string::npos; at = out.find("-based")) out[at] = ' ';
  return out;
}

bool has(const std::string& text, const std::string& words) {
  return text.find(" " + words + " ") != std::string::npos;
}

bool has_any(const std::string& text, const std::vector<std::string>& words) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& one) { return has(text, one); });
}

/// Places that the description names, of those that the table or the lists of cities and peoples know.
bool names_place(const std::string& text) {
  if (std::any_of(homes().places.begin(), homes().places.end(),
                  [&](const std::string& place) { return has(text, place); }))
    return true;
  std::size_t begin = 1;
  while (begin < text.size()) {
    const std::size_t end = text.find(' ', begin);
    const std::string word = text.substr(begin, end - begin);
    if (is_city(word) || is_demonym(word)) return true;
    if (end == std::string::npos) break;
    begin = end + 1;
  }
  return false;
}

}  // namespace

Fit description_fits(std::string_view organisation, std::string_view described) {
  const auto found = homes().by_name.find(ascii_lower(organisation));
  const std::string text = spaced(described);
  if (found == homes().by_name.end()) return Fit::unknown;
  if (has_any(text, found->second.places)) return Fit::yes;
  if (names_place(text)) return Fit::no;
  if (has_any(text, found->second.trades)) return Fit::yes;
  return describes_home(described) ? Fit::no : Fit::unknown;
}

bool describes_home(std::string_view described) {
  const std::string text = spaced(described);
  return names_place(text) || std::any_of(homes().trades.begin(), homes().trades.end(),
                                          [&](const std::string& trade) { return has(text, trade); });
}

bool is_giant(std::string_view organisation) {
  const auto found = homes().by_name.find(ascii_lower(organisation));
  return found != homes().by_name.end() && found->second.giant;
}

std::string maker_of_product(std::string_view described) {
  const std::string text = spaced(described);
  for (const auto& [product, maker] : homes().by_product)
    if (has(text, product)) return maker;
  return {};
}

}  // namespace talentflow::ingest::text
