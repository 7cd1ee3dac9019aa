// Ids: how a later version of a record closes what an earlier one left open.
//
// An affiliation keeps its put-code through all versions and carries the time of its last change, so its
// claim is called "orcid:<iD>/<section>/<put-code>@<last change>": the same version gives the same claim out
// of JSON and XML, and an untouched affiliation is known when the record is read again. A changed one (an end
// date was added, mostly) is a new claim, and it withdraws the version as first entered, whose id follows
// from the creation time. No store need be asked, and the versions may be read in any order.
#include "ingest/sources/orcid/record.hpp"

#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest::orcid {
namespace {

struct Section {
  std::string_view name;
  std::string_view relation;
  bool lasts;  ///< without an end date it is said to go on
};

constexpr std::array<Section, 7> kSections = {{
    {"employment", "WORKS_AT", true},
    {"education", "STUDIED_AT", true},
    {"qualification", "QUALIFIED_AT", false},
    {"invited-position", "VISITS", true},
    {"distinction", "HONOURED_BY", false},
    {"membership", "MEMBER_OF", true},
    {"service", "SERVES", true},
}};

std::string display_name(const Person& person) {
  if (!person.credit.empty()) return person.credit;
  if (person.family.empty()) return person.given;
  return person.given.empty() ? person.family : person.given + " " + person.family;
}

/// "grid:grid.10388.32" for an organisation that a register knows, or "".
std::string organisation_id(const Organisation& organisation) {
  const std::string by = lower(organisation.id_source);
  const auto last = last_segment(organisation.id);
  if (organisation.id.empty()) return {};
  if (by == "ror" || by == "grid" || by == "ringgold" || by == "fundref" || by == "lei" || by == "wikidata")
    return by + ":" + std::string(last);
  return {};
}

void add_organisation(const Organisation& organisation, const std::string& source, Sink& sink) {
  EntityRecord out;
  const std::string id = organisation_id(organisation);
  out.entity = Reference::to_id(id);
  out.kind = "Org";
  out.name = organisation.name;
  const auto cut = id.find(':');
  add_property(out.properties, id.substr(0, cut), id.substr(cut + 1));
  add_property(out.properties, "country", country_code(organisation.country));
  add_property(out.properties, "city", organisation.city);
  out.source = Reference::to_id(source);
  sink.add(std::move(out));
}

std::string base_id(const Person& person, const Affiliation& affiliation) {
  return "orcid:" + person.id + "/" + affiliation.section + "/" + affiliation.put_code;
}

std::string version(const Affiliation& affiliation, std::int64_t time) {
  return affiliation.put_code.empty() ? std::string() : "@" + std::to_string(time);
}

/// The affiliation as a document: who said it is its publisher, whoever entered it.
std::string add_source(const Person& person, const Affiliation& affiliation, Sink& sink) {
  SourceRecord out;
  out.id = "s/" + base_id(person, affiliation) + version(affiliation, affiliation.modified);
  const bool named = affiliation.by_member && !affiliation.said_by.empty();
  add_property(out.properties, "url", "https://orcid.org/" + person.id);
  add_property(out.properties, "publisher", named ? affiliation.said_by : display_name(person));
  add_property(out.properties, "source_class", affiliation.by_member ? "academic" : "self");
  add_property(out.properties, "asserted_by", affiliation.by_member ? "member" : "person");
  add_property(out.properties, "entered_by", affiliation.entered_by);
  const std::int64_t time = affiliation.modified != 0 ? affiliation.modified : person.modified;
  if (time != 0) add_property(out.properties, "published", day_of_milliseconds(time));
  add_property(out.properties, "licence", "CC0-1.0");
  std::string id = out.id;
  sink.add(std::move(out));
  return id;
}

/// Says itself what it is about, so that it may come before the version it withdraws, or without it.
void withdraw_first_version(const Person& person, const Affiliation& affiliation, const ClaimRecord& claim,
                            Sink& sink) {
  if (affiliation.put_code.empty() || affiliation.created == 0 || affiliation.created >= affiliation.modified)
    return;
  ClaimRecord out;
  out.stance = "withdraws";
  out.target = base_id(person, affiliation) + version(affiliation, affiliation.created);
  out.id = base_id(person, affiliation) + version(affiliation, affiliation.modified) + "/replaces";
  out.subject = claim.subject;
  out.relation = claim.relation;
  out.object = claim.object;
  out.source = claim.source;
  out.locator = claim.locator;
  sink.add(std::move(out));
}

/// Old records write "00" for a month or a day that nobody knows.
std::optional<std::string> date_of(const DateParts& parts) {
  const auto stated = [](std::string_view part) {
    return part.find_first_not_of('0') == std::string_view::npos ? std::string_view() : part;
  };
  const auto month = stated(parts.month);
  return edtf_of(stated(parts.year), month, month.empty() ? month : stated(parts.day));
}

void add_affiliation(const Person& person, const Affiliation& affiliation, Seen& described, Sink& sink) {
  const auto* const section = std::find_if(kSections.begin(), kSections.end(), [&](const Section& each) {
    return each.name == affiliation.section;
  });
  if (section == kSections.end()) return;
  const std::string place = affiliation.section + " " + affiliation.put_code;
  const auto start = date_of(affiliation.start);
  const auto end = date_of(affiliation.end.value_or(DateParts()));
  if (!start || !end)
    return sink.reject(place + " of " + person.id + ": its " + (start ? "end" : "start") + " is no date");
  if (affiliation.organisation.name.empty() && affiliation.organisation.id.empty())
    return sink.reject(place + " of " + person.id + ": it names no organisation");
  const std::string source = add_source(person, affiliation, sink);
  ClaimRecord claim;
  if (!affiliation.put_code.empty())
    claim.id = base_id(person, affiliation) + version(affiliation, affiliation.modified);
  claim.subject = Reference::to_id("orcid:" + person.id);
  claim.object = {organisation_id(affiliation.organisation), affiliation.organisation.name, "Org"};
  claim.relation = section->relation;
  claim.role = affiliation.role;
  claim.start = *start;
  claim.end = *end;
  if (section->lasts && end->empty() && !start->empty()) claim.end = "..";
  claim.source = Reference::to_id(source);
  claim.locator = affiliation.section + "/" + affiliation.put_code;
  // The address of an organisation that a register knows is the register's; one that was typed in says where
  // it is.
  if (claim.object.id.empty())
    claim.place = country_code(affiliation.organisation.country);
  else if (described.first(claim.object.id))
    add_organisation(affiliation.organisation, source, sink);
  add_property(claim.properties, "department", affiliation.department);
  add_property(claim.properties, "organisation_name", affiliation.organisation.name);
  add_property(claim.properties, "organisation_city", affiliation.organisation.city);
  if (!affiliation.visibility.empty() && affiliation.visibility != "public")
    add_property(claim.properties, "visibility", affiliation.visibility);
  sink.add(claim);
  withdraw_first_version(person, affiliation, claim, sink);
}

std::string add_record_source(const Person& person, Sink& sink) {
  SourceRecord out;
  out.id = "s/orcid:" + person.id + "@" + std::to_string(person.modified);
  add_property(out.properties, "url", "https://orcid.org/" + person.id);
  add_property(out.properties, "publisher", display_name(person));
  add_property(out.properties, "source_class", "self");
  if (person.modified != 0) add_property(out.properties, "published", day_of_milliseconds(person.modified));
  add_property(out.properties, "licence", "CC0-1.0");
  std::string id = out.id;
  sink.add(std::move(out));
  return id;
}

}  // namespace

void add_record(const Person& person, Seen& described, Sink& sink) {
  if (orcid_of(person.id).empty()) return sink.reject("the record has no ORCID iD");
  EntityRecord out;
  out.source = Reference::to_id(add_record_source(person, sink));
  out.entity = Reference::to_id("orcid:" + person.id);
  out.kind = "Person";
  out.name = display_name(person);
  for (const auto& name : person.other_names)
    if (!name.empty() && name != out.name) out.aliases.push_back(name);
  const std::string plain =
      person.family.empty() || person.given.empty() ? "" : person.given + " " + person.family;
  if (!plain.empty() && plain != out.name) out.aliases.push_back(plain);
  add_property(out.properties, "orcid", person.id);
  for (const auto& [type, value] : person.external_ids)
    add_property(out.properties, slug(type), slug(type) == "isni" ? isni_of(value) : value);
  if (!person.countries.empty())
    add_property(out.properties, "declared_country", country_code(person.countries[0]));
  if (!person.urls.empty()) add_property(out.properties, "homepage", person.urls[0]);
  sink.add(std::move(out));
  for (const auto& affiliation : person.affiliations) add_affiliation(person, affiliation, described, sink);
}

}  // namespace talentflow::ingest::orcid
