// One organisation a record. A parent of the record's is a PART_OF claim; so is a child, the other way round,
// since files that hold only a part of the register may hold only one of the two. A successor is RENAMED_TO.
//
// Companies have one record for each country they sit in, under a parent: the record's country is where that
// part sits, and the tree leads to the owner. A record with places in several countries gets no country,
// never a guess.
#include "ingest/sources/ror/ror.hpp"

#include <algorithm>
#include <set>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"

namespace talentflow::ingest {
namespace {

std::string ror_id(const JsonView& from) { return "ror:" + std::string(last_segment(from.text())); }

bool lists(const JsonView& array, std::string_view word) {
  const auto items = array.items();
  return std::any_of(items.begin(), items.end(),
                     [&](const JsonView& item) { return lower(item.text()) == word; });
}

/// A record's types are a list, and "funder" stands beside "education" for many universities.
std::string kind_of(const JsonView& types) {
  if (lists(types, "education")) return "University";
  if (lists(types, "company")) return "Company";
  if (lists(types, "government")) return "Government";
  return "Org";
}

void add_alias(EntityRecord& out, std::string_view name) {
  if (!name.empty() && name != out.name &&
      std::find(out.aliases.begin(), out.aliases.end(), name) == out.aliases.end())
    out.aliases.emplace_back(name);
}

void add_names(const JsonView& record, EntityRecord& out) {
  out.name = record["name"].text();  // v1
  const auto names = record["names"].items();
  for (const auto& name : names)
    if (lists(name["types"], "ror_display")) out.name = name["value"].text();
  for (const auto& name : names) {
    if (out.name.empty()) out.name = name["value"].text();
    add_alias(out, name["value"].text());
  }
  for (const std::string_view list : {"aliases", "acronyms"})
    for (const auto& name : record[list].items()) add_alias(out, name.text());
  for (const auto& label : record["labels"].items()) add_alias(out, label["label"].text());
}

void add_places(const JsonView& record, EntityRecord& out) {
  std::set<std::string> countries;
  std::string city;
  for (const auto& location : record["locations"].items()) {
    const auto details = location["geonames_details"];
    if (const auto code = country_code(details["country_code"].text()); !code.empty()) countries.insert(code);
    if (city.empty()) city = details["name"].text();
  }
  if (const auto code = country_code(record["country"]["country_code"].text()); !code.empty())
    countries.insert(code);
  for (const auto& address : record["addresses"].items())
    if (city.empty()) city = address["city"].text();
  if (countries.size() == 1) add_property(out.properties, "country", *countries.begin());
  if (countries.size() > 1)
    out.properties.emplace_back("countries", Value(List(countries.begin(), countries.end())));
  add_property(out.properties, "city", city);
}

std::string_view first_of(const JsonView& all) {
  const auto items = all.items();
  return items.empty() ? all.text() : items.front().text();
}

void add_external_ids(const JsonView& record, EntityRecord& out) {
  const auto add = [&](std::string_view type, const JsonView& entry) {
    const auto preferred = entry["preferred"].text();
    const std::string id(preferred.empty() ? first_of(entry["all"]) : preferred);
    add_property(out.properties, lower(type), lower(type) == "isni" ? isni_of(id) : id);
  };
  for (const auto& entry : record["external_ids"].items()) add(entry["type"].text(), entry);  // v2
  for (const auto& [type, entry] : record["external_ids"].fields()) add(type, entry);         // v1
}

/// v1 lists addresses; in v2 one may be the article of an encyclopaedia.
std::string_view website_of(const JsonView& links) {
  for (const auto& link : links.items())
    if (link.is_string() || link["type"].text() == "website")
      return link.is_string() ? link.text() : link["value"].text();
  return {};
}

std::string add_source(const JsonView& record, std::string_view id, Sink& sink) {
  SourceRecord out;
  const std::string modified(record["admin"]["last_modified"]["date"].text());
  out.id = "s/ror/" + std::string(id) + (modified.empty() ? "" : "@" + modified);
  add_property(out.properties, "url", "https://ror.org/" + std::string(id));
  add_property(out.properties, "publisher", "Research Organization Registry");
  add_property(out.properties, "source_class", "data");
  add_property(out.properties, "published", day_of_time(modified));
  add_property(out.properties, "licence", "CC0-1.0");
  std::string source = out.id;
  sink.add(std::move(out));
  return source;
}

void add_relationships(const JsonView& record, const std::string& id, const std::string& source, Seen& seen,
                       Sink& sink) {
  std::size_t index = 0;
  for (const auto& relationship : record["relationships"].items()) {
    const std::string type = lower(relationship["type"].text());
    Reference here = Reference::to_id(id);
    Reference there{ror_id(relationship["id"]), std::string(relationship["label"].text()), ""};
    ClaimRecord claim;
    claim.locator = "relationships[" + std::to_string(index++) + "]";
    const bool outward = type == "parent" || type == "successor" || type == "related";
    claim.subject = outward ? here : there;
    claim.object = outward ? there : here;
    if (type == "parent" || type == "child")
      claim.relation = "PART_OF";
    else if (type == "successor" || type == "predecessor")
      claim.relation = "RENAMED_TO";
    else if (type == "related")
      claim.relation = "RELATED_TO";
    else {
      sink.reject(claim.locator + " of " + id + ": the type \"" + type + "\" is not known");
      continue;
    }
    claim.source = Reference::to_id(source);
    mention(there, source, seen, sink);
    sink.add(std::move(claim));
  }
}

void read_record(const JsonView& record, Seen& seen, Sink& sink) {
  const std::string_view address = record["id"].text();
  if (address.find("ror.org/") == std::string_view::npos) return sink.reject("the record has no ROR id");
  const std::string id = ror_id(record["id"]);
  const std::string source = add_source(record, last_segment(address), sink);
  EntityRecord out;
  out.entity = Reference::to_id(id);
  out.kind = kind_of(record["types"]);
  add_names(record, out);
  add_property(out.properties, "ror", last_segment(address));
  add_places(record, out);
  add_external_ids(record, out);
  add_property(out.properties, "status", record["status"].text());
  add_property(out.properties, "established", record["established"].integer());
  add_property(out.properties, "website", website_of(record["links"]));
  add_property(out.properties, "domain", first_of(record["domains"]));
  out.source = Reference::to_id(source);
  sink.add(std::move(out));
  seen.first(id);
  add_relationships(record, id, source, seen, sink);
}

}  // namespace

int sniff_ror(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  const bool ror = text.find("https://ror.org/") != std::string_view::npos;
  const bool v2 = has_key(text, "names") && (has_key(text, "locations") || has_key(text, "external_ids"));
  const bool v1 = has_key(text, "acronyms") && has_key(text, "aliases") && has_key(text, "country");
  return ror && !has_key(text, "display_name") && (v2 || v1) ? 90 : 0;
}

int order_ror(std::string_view, std::string_view) { return 0; }

Result<std::unique_ptr<Adapter>> open_ror(AdapterInput input) {
  return json_adapter(std::move(input), "items", [seen = Seen()](const JsonView& record, Sink& sink) mutable {
    read_record(record, seen, sink);
  });
}

}  // namespace talentflow::ingest
