#include "ingest/sources/wikidata/description.hpp"

#include <algorithm>
#include <set>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/wikidata/period.hpp"
#include "ingest/sources/wikidata/snak.hpp"

namespace talentflow::ingest::wikidata {
namespace {

constexpr std::size_t kMostAliases = 64;

/// Ids as their own registers write them, so that they meet: ISNI without blanks, ten digits of a CIK.
std::string as_registered(std::string_view name, std::string id) {
  if (name == "isni") return isni_of(id);
  if (name != "cik") return id;
  const std::string padded = cik_of(id);
  return padded.empty() ? id : padded;
}

/// The best statements of a property: the preferred ones where there are any.
std::vector<JsonView> best_statements(const JsonView& entity, std::string_view property) {
  auto out = held_statements(entity, property);
  const auto preferred = [](const JsonView& each) { return each["rank"].text() == "preferred"; };
  if (std::any_of(out.begin(), out.end(), preferred))
    std::erase_if(out, [&](const JsonView& each) { return !preferred(each); });
  return out;
}

std::string first_string(const JsonView& entity, std::string_view property) {
  for (const auto& statement : best_statements(entity, property))
    if (auto text = string_value(statement["mainsnak"]); !text.empty()) return text;
  return {};
}

std::string label_of(const JsonView& entity) {
  for (const std::string_view language : {"en", "mul", "zh", "zh-hans", "de", "fr", "es", "ja"})
    if (const auto text = entity["labels"][language]["value"].text(); !text.empty()) return std::string(text);
  const auto all = entity["labels"].fields();
  return all.empty() ? std::string() : std::string(all.front().second["value"].text());
}

/// Its other names. A well-known one has hundreds: those stated of it, Chinese and English ones come first.
void add_aliases(const JsonView& entity, EntityRecord& out) {
  std::set<std::string> known = {out.name, ""};
  const auto add = [&](std::string_view name) {
    if (out.aliases.size() < kMostAliases && known.insert(std::string(name)).second)
      out.aliases.emplace_back(name);
  };
  for (const std::string_view property : {"P1448", "P1813", "P1559", "P1477", "P742"})
    for (const auto& statement : held_statements(entity, property)) add(string_value(statement["mainsnak"]));
  for (const bool first : {true, false}) {
    const auto turn = [&](std::string_view language) {
      return (language.starts_with("zh") || language.starts_with("en")) == first;
    };
    for (const auto& [language, text] : entity["labels"].fields())
      if (turn(language)) add(text["value"].text());
    for (const auto& [language, list] : entity["aliases"].fields())
      if (turn(language))
        for (const auto& text : list.items()) add(text["value"].text());
  }
}

/// A country that is one, and undisputed: several are kept as LOCATED_IN claims with their dates.
void add_places(const JsonView& entity, EntityRecord& out) {
  std::set<std::string_view> countries;
  for (const auto& statement : best_statements(entity, "P17"))
    if (qualifier(statement, "P582").is_null())
      countries.insert(country_of_item(item_id(statement["mainsnak"])));
  if (countries.size() == 1 && find_property(out.properties, "country") == nullptr)
    add_property(out.properties, "country", *countries.begin());
  std::set<std::string_view> seats;
  for (const auto& statement : best_statements(entity, "P159"))
    if (qualifier(statement, "P582").is_null())
      seats.insert(country_of_item(item_id(qualifier(statement, "P17"))));
  if (seats.size() == 1) add_property(out.properties, "hq_country", *seats.begin());
}

}  // namespace

std::vector<JsonView> held_statements(const JsonView& entity, std::string_view property) {
  auto out = entity["claims"][property].items();
  std::erase_if(out, [](const JsonView& each) { return each["rank"].text() == "deprecated"; });
  return out;
}

std::string kind_of(const JsonView& entity) {
  for (const auto& statement : held_statements(entity, "P31"))
    if (const auto kind = kind_of_class(item_id(statement["mainsnak"])); !kind.empty())
      return std::string(kind);
  if (!held_statements(entity, "P108").empty() || !held_statements(entity, "P69").empty()) return "Person";
  for (const std::string_view property : {"P112", "P169", "P749", "P355"})
    if (!held_statements(entity, property).empty()) return "Org";
  return {};
}

bool says_something(const JsonView& entity) {
  const auto has = [&](std::string_view property) { return !held_statements(entity, property).empty(); };
  const auto statements = statement_properties();
  const auto identifiers = identifier_properties();
  return std::any_of(statements.begin(), statements.end(),
                     [&](const auto& each) { return holds_for(each, "") && has(each.property); }) ||
         std::any_of(identifiers.begin(), identifiers.end(),
                     [&](const auto& each) { return has(each.property); });
}

bool holds_for(const StatementProperty& meaning, std::string_view kind) {
  return meaning.relation != "RENAMED_TO" || (!kind.empty() && kind != "Person" && kind != "Place");
}

EntityRecord description_of(const JsonView& entity, const std::string& kind) {
  EntityRecord out;
  const std::string item(entity["id"].text());
  out.entity = Reference::to_id("wikidata:" + item);
  out.kind = kind;
  out.name = label_of(entity);
  add_aliases(entity, out);
  add_property(out.properties, "wikidata", item);
  for (const auto& [property, name] : identifier_properties())
    add_property(out.properties, name, as_registered(name, first_string(entity, property)));
  if (kind != "Person") add_places(entity, out);
  add_property(out.properties, "inception", inception_of(entity));
  if (const auto ended = best_statements(entity, "P576"); ended.size() == 1)
    add_property(out.properties, "dissolved", time_value(ended.front()["mainsnak"]));
  add_property(out.properties, kind == "Person" ? "homepage" : "website", first_string(entity, "P856"));
  return out;
}

std::string inception_of(const JsonView& entity) {
  const auto all = best_statements(entity, "P571");
  if (all.size() != 1) return {};
  std::string day = time_value(all.front()["mainsnak"]);
  return is_circa(all.front()) ? about(std::move(day)) : day;
}

}  // namespace talentflow::ingest::wikidata
