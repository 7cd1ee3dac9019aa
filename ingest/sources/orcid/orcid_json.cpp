// v3.0 groups affiliations ("affiliation-group[].summaries[].employment-summary"); v2 lists them flat
// ("employment-summary[]"). Both are read by walking to whatever "<section>-summary" a section holds.
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"
#include "ingest/sources/orcid/orcid.hpp"
#include "ingest/sources/orcid/record.hpp"

namespace talentflow::ingest {
namespace {

using orcid::Affiliation;
using orcid::DateParts;
using orcid::Person;

std::string value(const JsonView& from) { return std::string(trimmed(from["value"].text())); }

DateParts date(const JsonView& from) {
  return {value(from["year"]), value(from["month"]), value(from["day"])};
}

orcid::Organisation organisation(const JsonView& from) {
  const auto address = from["address"], register_entry = from["disambiguated-organization"];
  return {std::string(trimmed(from["name"].text())),
          std::string(address["city"].text()),
          std::string(address["region"].text()),
          std::string(address["country"].text()),
          std::string(trimmed(register_entry["disambiguated-organization-identifier"].text())),
          std::string(trimmed(register_entry["disambiguation-source"].text()))};
}

Affiliation affiliation(std::string_view section, const JsonView& from) {
  Affiliation out;
  out.section = section;
  out.put_code = from["put-code"].scalar();
  out.department = trimmed(from["department-name"].text());
  out.role = trimmed(from["role-title"].text());
  out.start = date(from["start-date"]);
  if (!from["end-date"].is_null()) out.end = date(from["end-date"]);
  out.organisation = organisation(from["organization"]);
  out.visibility = lower(from["visibility"].text());
  out.created = from["created-date"]["value"].integer().value_or(0);
  out.modified = from["last-modified-date"]["value"].integer().value_or(0);
  const auto source = from["source"];
  out.entered_by = value(source["source-name"]);
  out.said_by = out.entered_by;
  out.by_member = !source["source-client-id"].is_null();
  if (const auto origin = value(source["assertion-origin-name"]); !origin.empty()) {
    out.said_by = origin;
    out.by_member = source["assertion-origin-orcid"].is_null();
  }
  return out;
}

void add_section(std::string_view section, const JsonView& from, Person& person) {
  const std::string key = std::string(section) + "-summary";
  for (const auto& each : from[key].items()) person.affiliations.push_back(affiliation(section, each));
  for (const auto& group : from["affiliation-group"].items())
    for (const auto& summary : group["summaries"].items())
      if (const auto each = summary[key]; !each.is_null())
        person.affiliations.push_back(affiliation(section, each));
}

void add_names(const JsonView& from, Person& person) {
  const auto name = from["name"];
  person.given = value(name["given-names"]);
  person.family = value(name["family-name"]);
  person.credit = value(name["credit-name"]);
  for (const auto& other : from["other-names"]["other-name"].items())
    person.other_names.emplace_back(trimmed(other["content"].text()));
  for (const auto& address : from["addresses"]["address"].items())
    person.countries.push_back(value(address["country"]));
  for (const auto& id : from["external-identifiers"]["external-identifier"].items())
    person.external_ids.emplace_back(id["external-id-type"].text(), id["external-id-value"].text());
  for (const auto& url : from["researcher-urls"]["researcher-url"].items())
    person.urls.push_back(value(url["url"]));
}

void read_record(const JsonView& record, Seen& described, Sink& sink) {
  Person person;
  person.id = orcid_of(record["orcid-identifier"]["path"].text());
  person.modified = record["history"]["last-modified-date"]["value"].integer().value_or(0);
  add_names(record["person"], person);
  for (const auto& [key, section] : record["activities-summary"].fields())
    if (key.ends_with('s') && key != "works" && key != "fundings")
      add_section(key.substr(0, key.size() - 1), section, person);
  orcid::add_record(person, described, sink);
}

}  // namespace

int sniff_orcid_json(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  return has_key(text, "orcid-identifier") ? 95 : 0;
}

int order_orcid(std::string_view, std::string_view) { return 1; }

Result<std::unique_ptr<Adapter>> open_orcid_json(AdapterInput input) {
  return json_adapter(std::move(input), "", [described = Seen()](const JsonView& record, Sink& sink) mutable {
    read_record(record, described, sink);
  });
}

}  // namespace talentflow::ingest
