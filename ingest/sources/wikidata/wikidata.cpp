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

#include <utility>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"
#include "ingest/sources/wikidata/description.hpp"
#include "ingest/sources/wikidata/period.hpp"
#include "ingest/sources/wikidata/properties.hpp"
#include "ingest/sources/wikidata/snak.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest {
namespace {

using namespace wikidata;

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
    EntityRecord described = description_of(json_, kind_);
    described.source = Reference::to_id(record_source_);
    sink_.add(std::move(described));
    for (const auto& meaning : statement_properties())
      if (holds_for(meaning, kind_))
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

  void add_statement(const StatementProperty& meaning, const JsonView& statement) {
    for (const auto& period : periods_of(statement, modified_)) add_statement(meaning, statement, period);
  }

  void add_statement(const StatementProperty& meaning, const JsonView& statement, const Period& period) {
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
    add_period(meaning, period, claim);
    if (is_presumed(statement)) claim.status = "unconfirmed";
    add_position(meaning, item, statement, claim);
    claim.locator = std::string(meaning.property) + " " + std::string(statement["id"].text());
    add_property(claim.properties, "rank", statement["rank"].text());
    for (const auto& [property, name] :
         {std::pair{"P512", "degree"}, {"P1534", "end_cause"}, {"P1480", "circumstances"}})
      if (const auto value = item_id(qualifier(statement, property)); !value.empty())
        add_property(claim.properties, name, "wikidata:" + value);
    add_role(meaning, statement, claim);
    claim.id = "wikidata:" + std::string(statement["id"].text()) + "#" +
               short_hash(claim.subject.id + "|" + claim.object.id + "|" + claim.relation + "|" +
                          claim.start + "|" + claim.end + "|" + record_source_);
    claim.source = source_of(statement);
    sink_.add(std::move(claim));
  }

  /// What somebody was there: an item, of which the commonest have a name here.
  static void add_role(const StatementProperty& meaning, const JsonView& statement, ClaimRecord& claim) {
    for (const std::string_view property : {"P794", "P3831", "P39"}) {
      const auto item = item_id(qualifier(statement, property));
      if (item.empty()) continue;
      add_property(claim.properties, "role_item", "wikidata:" + item);
      if (meaning.role.empty() && claim.role.empty()) claim.role = role_of_item(item);
      return;
    }
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

  /// A point in time begins and ends nothing: it held by then. Of a founding or a new name it is the day.
  void add_period(const StatementProperty& meaning, const Period& period, ClaimRecord& claim) const {
    claim.start = period.start;
    claim.end = period.end;
    const bool founding = meaning.relation == "FOUNDED";
    const bool event = founding || meaning.relation == "RENAMED_TO";
    if (!period.point.empty() && event) claim.start = period.point;
    if (!period.point.empty() && !event) {
      add_property(claim.properties, "point_in_time", period.point);
      const bool plain = period.point.find_first_of("[.~") == std::string::npos;
      if (plain) claim.start = "[.." + period.point + "]";
    }
    if (founding && claim.start.empty()) claim.start = inception_of(json_);
  }

  /// A position at an organisation ("of" is a qualifier) is a post there; else the position itself is named.
  void add_position(const StatementProperty& meaning, const std::string& item, const JsonView& statement,
                    ClaimRecord& claim) {
    if (meaning.relation != "HOLDS_POSITION") return;
    for (const std::string_view property : {"P642", "P2389", "P108"})
      if (const auto at = item_id(qualifier(statement, property)); !at.empty()) {
        claim.relation = "WORKS_AT";
        claim.object = named(at, "Org");
        claim.role = role_of_item(item);
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
