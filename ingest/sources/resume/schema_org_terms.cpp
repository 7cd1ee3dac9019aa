#include "ingest/sources/resume/schema_org_terms.hpp"

#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest::schema_org {
namespace {

std::string_view local(std::string_view type) {
  return last_segment(type.substr(type.find(':') == 6 ? 7 : 0));
}

/// {"@type": "PropertyValue", "propertyID": "ORCID", "value": "0000-.."}
bool is_orcid_property(const JsonView& value) {
  return value.is_object() && contains_word(first_text(field(value, "propertyID")), "orcid");
}

}  // namespace

JsonView field(const JsonView& object, std::string_view key) {
  for (const std::string_view prefix : {"", "schema:", "http://schema.org/", "https://schema.org/"})
    if (auto value = prefix.empty() ? object[key] : object[std::string(prefix) + std::string(key)];
        !value.is_null())
      return value;
  return {};
}

bool is_type(const JsonView& object, std::initializer_list<std::string_view> types) {
  for (const auto& type : object["@type"].one_or_many())
    if (std::find(types.begin(), types.end(), local(type.text())) != types.end()) return true;
  return false;
}

bool is_person(const JsonView& object) { return is_type(object, {"Person"}); }
bool is_role(const JsonView& object) {
  return is_type(object, {"Role", "OrganizationRole", "EmployeeRole", "PerformanceRole", "LinkRole"});
}
bool is_school(const JsonView& object) {
  return is_type(object, {"CollegeOrUniversity", "EducationalOrganization", "School", "HighSchool",
                          "MiddleSchool", "ElementarySchool", "Preschool"});
}
bool is_organisation(const JsonView& object) {
  if (is_school(object) || is_type(object, {"Organization",
                                            "Corporation",
                                            "ResearchOrganization",
                                            "NGO",
                                            "GovernmentOrganization",
                                            "Project",
                                            "ResearchProject",
                                            "FundingAgency",
                                            "Consortium",
                                            "LocalBusiness",
                                            "ProfessionalService",
                                            "FinancialService",
                                            "OnlineBusiness",
                                            "NewsMediaOrganization",
                                            "MedicalOrganization",
                                            "Hospital",
                                            "Airline",
                                            "WorkersUnion",
                                            "PoliticalParty",
                                            "SportsOrganization",
                                            "PerformingGroup",
                                            "LibrarySystem"}))
    return true;
  if (!object.is_object() || is_type(object, {"Person"}) || is_role(object) ||
      field(object, "name").is_null())
    return false;
  constexpr std::array<std::string_view, 8> kOnly = {"employee",  "employees",          "founder",
                                                     "founders",  "parentOrganization", "subOrganization",
                                                     "legalName", "foundingDate"};
  return std::any_of(kOnly.begin(), kOnly.end(),
                     [&](std::string_view key) { return !field(object, key).is_null(); });
}

std::string first_text(const JsonView& value) {
  for (const auto& each : value.one_or_many()) {
    if (each.is_string()) return std::string(trimmed(each.text()));
    for (const std::string_view key : {"@value", "name", "@id"})
      if (const auto text = field(each, key).text(); !text.empty()) return std::string(trimmed(text));
  }
  return {};
}

std::vector<std::string> known_ids(const JsonView& object) {
  std::vector<std::string> out;
  for (const std::string_view key : {"@id", "sameAs", "identifier", "url"})
    for (const auto& each : field(object, key).one_or_many()) {
      const auto text = each.is_object()
                            ? first_text(field(each, "value").is_null() ? each["@id"] : field(each, "value"))
                            : std::string(each.text());
      std::string id;
      if (const auto orcid = orcid_of(text);
          !orcid.empty() && (text.find("orcid.org/") != std::string::npos || is_orcid_property(each)))
        id = "orcid:" + orcid;
      else if (text.find("ror.org/") != std::string::npos)
        id = "ror:" + std::string(last_segment(text));
      else if (text.find("wikidata.org/") != std::string::npos && last_segment(text).starts_with('Q'))
        id = "wikidata:" + std::string(last_segment(text));
      if (!id.empty() && std::find(out.begin(), out.end(), id) == out.end()) out.push_back(std::move(id));
    }
  return out;
}

}  // namespace talentflow::ingest::schema_org
