// One resume a file, said by the person. A post without an end date goes on as of the resume.
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"
#include "ingest/sources/resume/resume.hpp"

namespace talentflow::ingest {
namespace {

class Resume {
 public:
  Resume(const JsonView& json, std::string_view file, Sink& sink) : json_(json), file_(file), sink_(sink) {}

  void read() {
    person_ = Reference::to_name(std::string(trimmed(json_["basics"]["name"].text())), "Person");
    if (person_.name.empty()) return sink_.reject("the resume names no person (basics.name)");
    add_source();
    add_person();
    add_list("work", "WORKS_AT", {"name", "company", "organization"}, "position");
    add_list("volunteer", "VOLUNTEERS_AT", {"organization", "name"}, "position");
    add_list("education", "STUDIED_AT", {"institution"}, "studyType");
  }

 private:
  void add_source() {
    SourceRecord out;
    out.id = source_ = "s/resume/" + slug(person_.name) + "/" + std::string(file_);
    add_property(out.properties, "url", json_["meta"]["canonical"].text());
    add_property(out.properties, "publisher", person_.name);
    add_property(out.properties, "source_class", "self");
    add_property(out.properties, "title", "Resume of " + person_.name);
    add_property(out.properties, "published", day_of_time(json_["meta"]["lastModified"].text()));
    sink_.add(std::move(out));
  }

  void add_person() {
    EntityRecord out;
    out.entity = person_;
    out.kind = "Person";
    out.name = person_.name;
    add_property(out.properties, "homepage", json_["basics"]["url"].text());
    add_property(out.properties, "declared_country",
                 country_code(json_["basics"]["location"]["countryCode"].text()));
    if (const auto orcid = orcid_of_profiles(); !orcid.empty()) {
      out.entity.id = person_.id = "orcid:" + orcid;
      add_property(out.properties, "orcid", orcid);
    }
    out.source = Reference::to_id(source_);
    sink_.add(std::move(out));
  }

  /// By the profile's address, or its user name where the network is ORCID.
  std::string orcid_of_profiles() const {
    for (const auto& profile : json_["basics"]["profiles"].items()) {
      if (auto orcid = orcid_of(profile["url"].text()); !orcid.empty()) return orcid;
      if (lower(profile["network"].text()) != "orcid") continue;
      if (auto orcid = orcid_of(profile["username"].text()); !orcid.empty()) return orcid;
    }
    return {};
  }

  void add_list(std::string_view list, std::string_view relation,
                std::initializer_list<std::string_view> names, std::string_view role) {
    std::size_t index = 0;
    for (const auto& item : json_[list].items()) {
      const std::string place = std::string(list) + "[" + std::to_string(index++) + "]";
      std::string_view organisation;
      for (const auto name : names)
        if (organisation.empty()) organisation = trimmed(item[name].text());
      const auto start = loose_date(item["startDate"].text()), end = loose_date(item["endDate"].text());
      if (organisation.empty() || !start || !end) {
        sink_.reject(place + (organisation.empty() ? " names no organisation" : " has a date that is none"));
        continue;
      }
      ClaimRecord claim;
      claim.subject = person_;
      claim.object =
          Reference::to_name(std::string(organisation), list == "education" ? "University" : "Org");
      claim.relation = relation;
      claim.role = item[role].text();
      claim.start = *start;
      claim.end = end->empty() && !start->empty() ? ".." : *end;
      claim.source = Reference::to_id(source_);
      claim.locator = place;
      claim.place = country_of(item["location"]);
      add_property(claim.properties, "area", item["area"].text());
      for (const std::string_view key : {"url", "website"})  // "website" until schema 0.1
        if (const auto url = item[key].text(); !host_of(url).empty()) {
          add_property(claim.properties, "organisation_url", url);
          break;
        }
      sink_.add(std::move(claim));
    }
  }

  /// Of "Berlin, Germany", also of {"countryCode": "DE"}.
  static std::string country_of(const JsonView& location) {
    if (location.is_object()) return country_code(location["countryCode"].text());
    return country_of_location(location.text());
  }

  const JsonView& json_;
  std::string_view file_;
  Sink& sink_;
  Reference person_;
  std::string source_;
};

}  // namespace

int order_resume(std::string_view, std::string_view) { return 2; }

int sniff_json_resume(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  return has_key(text, "basics") &&
                 (has_key(text, "work") || has_key(text, "education") || has_key(text, "volunteer"))
             ? 90
             : 0;
}

Result<std::unique_ptr<Adapter>> open_json_resume(AdapterInput input) {
  const std::string file(last_segment(input.bytes.name()));
  return json_adapter(std::move(input), "",
                      [file](const JsonView& json, Sink& sink) { Resume(json, file, sink).read(); });
}

}  // namespace talentflow::ingest
