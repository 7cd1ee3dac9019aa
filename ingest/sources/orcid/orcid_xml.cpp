// The yearly public data file: one XML a record. An affiliation's summary sits directly in its group, values
// may be padded with line ends, times are ISO 8601.
#include <algorithm>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/orcid/orcid.hpp"
#include "ingest/sources/orcid/record.hpp"
#include "ingest/sources/xml/xml_items.hpp"

namespace talentflow::ingest {
namespace {

using orcid::Affiliation;
using orcid::DateParts;
using orcid::Person;

DateParts date(const XmlNode& from) { return {from["year"].text, from["month"].text, from["day"].text}; }

std::int64_t time_of(const XmlNode& from) { return milliseconds_of(from.text).value_or(0); }

orcid::Organisation organisation(const XmlNode& from) {
  const auto& address = from["address"];
  const auto& register_entry = from["disambiguated-organization"];
  return {from["name"].text,
          address["city"].text,
          address["region"].text,
          address["country"].text,
          register_entry["disambiguated-organization-identifier"].text,
          register_entry["disambiguation-source"].text};
}

Affiliation affiliation(std::string_view section, const XmlNode& from) {
  Affiliation out;
  out.section = section;
  out.put_code = from.attribute("put-code");
  out.department = from["department-name"].text;
  out.role = from["role-title"].text;
  out.start = date(from["start-date"]);
  if (from.has("end-date")) out.end = date(from["end-date"]);
  out.organisation = organisation(from["organization"]);
  out.visibility = lower(from.attribute("visibility"));
  out.created = time_of(from["created-date"]);
  out.modified = time_of(from["last-modified-date"]);
  const auto& source = from["source"];
  out.entered_by = source["source-name"].text;
  out.said_by = out.entered_by;
  out.by_member = source.has("source-client-id");
  if (const auto& origin = source["assertion-origin-name"].text; !origin.empty()) {
    out.said_by = origin;
    out.by_member = !source.has("assertion-origin-orcid");
  }
  return out;
}

/// Every "<section>-summary" below an activity section, in groups or not.
void add_section(const XmlNode& from, Person& person) {
  for (const auto& child : from.children) {
    constexpr std::string_view kEnding = "-summary";
    if (child.name.ends_with(kEnding))
      person.affiliations.push_back(
          affiliation(std::string_view(child.name).substr(0, child.name.size() - kEnding.size()), child));
    else
      add_section(child, person);
  }
}

void read_record(const XmlNode& record, Seen& described, Sink& sink) {
  Person person;
  person.id = orcid_of(record["orcid-identifier"]["path"].text);
  person.modified = time_of(record["history"]["last-modified-date"]);
  const auto& about = record["person"];
  person.given = about["name"]["given-names"].text;
  person.family = about["name"]["family-name"].text;
  person.credit = about["name"]["credit-name"].text;
  for (const auto* other : about["other-names"].all("other-name"))
    person.other_names.push_back((*other)["content"].text);
  for (const auto* address : about["addresses"].all("address"))
    person.countries.push_back((*address)["country"].text);
  for (const auto* id : about["external-identifiers"].all("external-identifier"))
    person.external_ids.emplace_back((*id)["external-id-type"].text, (*id)["external-id-value"].text);
  for (const auto* url : about["researcher-urls"].all("researcher-url"))
    person.urls.push_back((*url)["url"].text);
  add_section(record["activities-summary"], person);
  orcid::add_record(person, described, sink);
}

class OrcidXml final : public ItemAdapter {
 public:
  explicit OrcidXml(AdapterInput input)
      : ItemAdapter(std::move(input)),
        items_(this->input().bytes, {{"record"},
                                     {"works", "fundings", "peer-reviews", "research-resources", "biography",
                                      "keywords", "emails"},
                                     this->input().options.item_limit(kXmlItemBytes)}) {}

 protected:
  Result<bool> read_item() override {
    XmlItems::Item item;
    auto more = items_.next(item);
    if (!more || !*more) return more;
    sink().begin_item(item.node.line, item.node.attribute("path"));
    if (item.problem.empty())
      read_record(item.node, described_, sink());
    else
      sink().reject(std::move(item.problem));
    return true;
  }

 private:
  XmlItems items_;
  Seen described_;
};

}  // namespace

int sniff_orcid_xml(std::string_view, std::string_view head) {
  return head.find('<') != std::string_view::npos &&
                 head.find("www.orcid.org/ns/record") != std::string_view::npos &&
                 (head.find(":record") != std::string_view::npos ||
                  head.find("<record") != std::string_view::npos)
             ? 95
             : 0;
}

Result<std::unique_ptr<Adapter>> open_orcid_xml(AdapterInput input) {
  return std::unique_ptr<Adapter>(std::make_unique<OrcidXml>(std::move(input)));
}

}  // namespace talentflow::ingest
