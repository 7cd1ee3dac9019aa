// One claim a statement: what Wikidata says, with its rank, and from whom it has it.
//
// - Rank: deprecated statements are known to be wrong and are left out; normal ones are kept beside preferred
// ones,
//   since the preferred one is the present and the normal ones are the history.
// - "Some value" as an end: it ended, nobody knows when, at the latest when the entity was last changed. "No
// value":
//   it has not ended.
// - A reference with an address makes a source of its own whose origin is that address: a page and the
// Wikidata
//   statement copied from it are one word, not two. "Imported from another Wikipedia" names no such page.
#include "ingest/sources/wikidata/wikidata.hpp"

#include <algorithm>
#include <set>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"
#include "ingest/sources/wikidata/properties.hpp"
#include "ingest/sources/wikidata/snak.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest {
namespace {

/// Ids as their own registers write them, so that they meet: ISNI without blanks, ten digits of a CIK.
std::string as_registered(std::string_view name, std::string id) {
  if (name == "isni") return isni_of(id);
  if (name != "cik") return id;
  const std::string padded = cik_of(id);
  return padded.empty() ? id : padded;
}

using namespace wikidata;

constexpr std::size_t kMostAliases = 64;

/// Statements of a property that are not known to be wrong.
std::vector<JsonView> held_statements(const JsonView& entity, std::string_view property) {
  auto out = entity["claims"][property].items();
  std::erase_if(out, [](const JsonView& each) { return each["rank"].text() == "deprecated"; });
  return out;
}

/// The best of them: the preferred ones where there are any.
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
                     [&](const auto& each) { return has(each.property); }) ||
         std::any_of(identifiers.begin(), identifiers.end(),
                     [&](const auto& each) { return has(each.property); });
}

class Entity {
 public:
  Entity(const JsonView& json, Seen& seen, Sink& sink)
      : json_(json),
        seen_(seen),
        sink_(sink),
        item_(json["id"].text()),
        id_("wikidata:" + item_),
        modified_(day_of_time(json["modified"].text())),
        kind_(kind_of(json)) {}

  void read() {
    if (kind_.empty() && !says_something(json_)) return;  // a galaxy, a protein
    add_record_source();
    describe();
    for (const auto& meaning : statement_properties())
      for (const auto& statement : held_statements(json_, meaning.property))
        add_statement(meaning, statement);
  }

 private:
  void add_record_source() {
    SourceRecord out;
    const std::string revision = json_["lastrevid"].scalar();
    out.id = record_source_ = "s/" + id_ + (revision.empty() ? "" : "@" + revision);
    add_property(out.properties, "url", "https://www.wikidata.org/wiki/" + item_);
    add_property(out.properties, "publisher", "Wikidata");
    add_property(out.properties, "source_class", "data");
    add_property(out.properties, "published", modified_);
    add_property(out.properties, "licence", "CC0-1.0");
    sink_.add(std::move(out));
  }

  std::string label() const {
    for (const std::string_view language : {"en", "mul", "zh", "zh-hans", "de", "fr", "es", "ja"})
      if (const auto text = json_["labels"][language]["value"].text(); !text.empty())
        return std::string(text);
    const auto all = json_["labels"].fields();
    return all.empty() ? std::string() : std::string(all.front().second["value"].text());
  }

  void describe() {
    EntityRecord out;
    out.entity = Reference::to_id(id_);
    out.kind = kind_;
    out.name = label();
    std::set<std::string> aliases;
    for (const auto& [language, text] : json_["labels"].fields())
      aliases.insert(std::string(text["value"].text()));
    for (const auto& [language, list] : json_["aliases"].fields())
      for (const auto& text : list.items()) aliases.insert(std::string(text["value"].text()));
    aliases.erase(out.name);
    aliases.erase("");
    for (const auto& alias : aliases)
      if (out.aliases.size() < kMostAliases) out.aliases.push_back(alias);
    add_property(out.properties, "wikidata", item_);
    for (const auto& [property, name] : identifier_properties())
      add_property(out.properties, name, as_registered(name, first_string(json_, property)));
    add_places(out);
    add_property(out.properties, "inception", inception());
    out.source = Reference::to_id(record_source_);
    sink_.add(std::move(out));
  }

  /// A country that is one, and undisputed: several are kept as LOCATED_IN claims with their dates.
  void add_places(EntityRecord& out) const {
    if (kind_ == "Person") return;
    std::set<std::string_view> countries;
    for (const auto& statement : best_statements(json_, "P17"))
      if (qualifier(statement, "P582").is_null())
        countries.insert(country_of_item(item_id(statement["mainsnak"])));
    if (countries.size() == 1 && find_property(out.properties, "country") == nullptr)
      add_property(out.properties, "country", *countries.begin());
    std::set<std::string_view> seats;
    for (const auto& statement : best_statements(json_, "P159"))
      if (qualifier(statement, "P582").is_null())
        seats.insert(country_of_item(item_id(qualifier(statement, "P17"))));
    if (seats.size() == 1) add_property(out.properties, "hq_country", *seats.begin());
  }

  std::string inception() const {
    const auto all = best_statements(json_, "P571");
    return all.size() == 1 ? time_value(all.front()["mainsnak"]) : std::string();
  }

  void add_statement(const StatementProperty& meaning, const JsonView& statement) {
    const auto main = statement["mainsnak"];
    if (snak_type(main) != SnakType::value) return;  // "some employer" and "no employer" name nobody
    const std::string item = item_id(main);
    if (item.empty()) return sink_.reject(std::string(meaning.property) + " of " + item_ + " names no item");
    ClaimRecord claim;
    const Reference other = named(item, meaning.kind);
    claim.subject = meaning.reversed ? other : Reference::to_id(id_);
    claim.object = meaning.reversed ? Reference::to_id(id_) : other;
    claim.relation = meaning.relation;
    claim.role = meaning.role;
    add_period(meaning, statement, claim);
    add_position(meaning, item, statement, claim);
    claim.locator = std::string(meaning.property) + " " + std::string(statement["id"].text());
    add_property(claim.properties, "rank", statement["rank"].text());
    for (const auto& [property, name] : {std::pair{"P794", "role_item"},
                                         {"P3831", "role_item"},
                                         {"P512", "degree"},
                                         {"P1534", "end_cause"},
                                         {"P1480", "circumstances"}})
      if (const auto value = item_id(qualifier(statement, property)); !value.empty())
        add_property(claim.properties, name, "wikidata:" + value);
    claim.id = "wikidata:" + std::string(statement["id"].text()) + "#" +
               short_hash(claim.subject.id + "|" + claim.object.id + "|" + claim.relation + "|" +
                          claim.start + "|" + claim.end + "|" + record_source_);
    claim.source = source_of(statement);
    sink_.add(std::move(claim));
  }

  /// The item that a statement names. A country is the place that other sources name, too.
  Reference named(const std::string& item, std::string_view kind) {
    const Country* country = kind == "Place" ? find_country(country_of_item(item)) : nullptr;
    if (country == nullptr) {
      const Reference out{"wikidata:" + item, {}, std::string(kind)};
      mention(out, record_source_, seen_, sink_);
      return out;
    }
    const Reference place{"place/" + lower(country->alpha2), country->name, "Place"};
    if (!seen_.first(place.id)) return place;
    EntityRecord out;
    out.entity = Reference::to_id(place.id);
    out.kind = "Place";
    out.name = country->name;
    add_property(out.properties, "country", country->alpha2);
    out.source = Reference::to_id(record_source_);
    sink_.add(std::move(out));
    return place;
  }

  void add_period(const StatementProperty& meaning, const JsonView& statement, ClaimRecord& claim) const {
    claim.start = time_value(qualifier(statement, "P580"));
    const auto end = qualifier(statement, "P582");
    switch (snak_type(end)) {
      case SnakType::value:
        claim.end = time_value(end);
        break;
      case SnakType::some_value:
        claim.end = modified_.empty() ? "" : "[.." + modified_ + "]";
        break;
      case SnakType::no_value:
        claim.end = "..";
        break;
      case SnakType::absent:
        break;
    }
    const std::string point = time_value(qualifier(statement, "P585"));
    if (!point.empty() && claim.start.empty() &&
        claim.end.empty()) {  // held at that time, which begins and ends nothing
      add_property(claim.properties, "point_in_time", point);
      const bool plain = point.find_first_of("[.") == std::string::npos;
      if (plain) claim.start = "[.." + point + "]";
    }
    if (meaning.relation == "FOUNDED" && claim.start.empty()) claim.start = inception();
  }

  /// A position at an organisation ("of" is a qualifier) is a post there; else the position itself is named.
  void add_position(const StatementProperty& meaning, const std::string& item, const JsonView& statement,
                    ClaimRecord& claim) {
    if (meaning.relation != "HOLDS_POSITION") return;
    for (const std::string_view property : {"P642", "P2389"})
      if (const auto at = item_id(qualifier(statement, property)); !at.empty()) {
        claim.relation = "WORKS_AT";
        claim.object = named(at, "Org");
        add_property(claim.properties, "position", "wikidata:" + item);
        return;
      }
  }

  Reference source_of(const JsonView& statement) {
    for (const auto& reference : statement["references"].items()) {
      const auto snaks = reference["snaks"];
      const std::string url = first(snaks["P854"]);
      const std::string stated_in = item_id(first_snak(snaks["P248"]));
      if (!url.empty())
        return referenced(reference, url, host_of(url), first_snak(snaks["P577"]), first(snaks["P1476"]));
      if (!stated_in.empty())
        return referenced(reference, "wikidata:" + stated_in + "/stated", "wikidata:" + stated_in,
                          first_snak(snaks["P577"]), {});
    }
    return Reference::to_id(record_source_);
  }

  static JsonView first_snak(const JsonView& list) {
    const auto all = list.items();
    return all.empty() ? JsonView() : all.front();
  }
  static std::string first(const JsonView& list) { return string_value(first_snak(list)); }

  /// Two sources: the document that Wikidata cites, and Wikidata citing it.
  Reference referenced(const JsonView& reference, const std::string& document, const std::string& publisher,
                       const JsonView& published, const std::string& title) {
    SourceRecord cited;
    cited.id = document;
    if (document.find("://") != std::string::npos) add_property(cited.properties, "url", document);
    add_property(cited.properties, "publisher", publisher);
    add_property(cited.properties, "published", time_value(published));
    add_property(cited.properties, "title", title);
    sink_.add(std::move(cited));
    SourceRecord citing;
    citing.id = record_source_ + "#" + short_hash(std::string(reference["hash"].text()) + document);
    add_property(citing.properties, "url", "https://www.wikidata.org/wiki/" + item_);
    add_property(citing.properties, "publisher", "Wikidata");
    add_property(citing.properties, "source_class", "data");
    add_property(citing.properties, "published", modified_);
    add_property(citing.properties, "retrieved", time_value(first_snak(reference["snaks"]["P813"])));
    add_property(citing.properties, "origin", document);
    add_property(citing.properties, "licence", "CC0-1.0");
    Reference out = Reference::to_id(citing.id);
    sink_.add(std::move(citing));
    return out;
  }

  const JsonView& json_;
  Seen& seen_;
  Sink& sink_;
  std::string item_, id_, modified_, kind_, record_source_;
};

void read_entity(const JsonView& entity, Seen& seen, Sink& sink) {
  const auto id = entity["id"].text();
  if (entity["type"].text() == "property" || entity["type"].text() == "lexeme") return;
  if (entity["missing"].exists()) return sink.reject("the entity " + std::string(id) + " is missing");
  if (!id.starts_with('Q')) return sink.reject("the entity has no id of an item");
  Entity(entity, seen, sink).read();
}

}  // namespace

int sniff_wikidata(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  if (text.empty()) return 0;
  const bool entity = has_key(text, "type") && (has_key(text, "labels") || has_key(text, "aliases")) &&
                      (text.find("\"item\"") != std::string_view::npos ||
                       text.find("\"property\"") != std::string_view::npos);
  return entity && (has_key(text, "claims") || has_key(text, "descriptions") || has_key(text, "entities"))
             ? 92
             : 0;
}

int order_wikidata(std::string_view, std::string_view) { return 1; }

Result<std::unique_ptr<Adapter>> open_wikidata(AdapterInput input) {
  return json_adapter(
      std::move(input), "entities",
      [seen = Seen()](const JsonView& entity, Sink& sink) mutable { read_entity(entity, seen, sink); });
}

}  // namespace talentflow::ingest
