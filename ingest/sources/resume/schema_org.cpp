// Person and Organization of schema.org. A dated relation is a Role between the two whose own property
// repeats the parent's: alumniOf: {@type: OrganizationRole, alumniOf: {..}, startDate}. Any value may be a
// text, an object or an array of either; objects may stand in "@graph", nest, or refer to one another by
// "@id".
#include "ingest/sources/resume/schema_org.hpp"

#include <algorithm>
#include <map>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"
#include "ingest/sources/resume/resume.hpp"

namespace talentflow::ingest {
namespace {

struct Meaning {
  std::string_view property;
  std::string_view relation;
  bool reversed;  ///< the object named is the subject
  bool lasts;     ///< present tense: without an end it goes on
};

/// Under these a page names who made it and shows it: no statement about them, unless they relate to
/// somebody.
constexpr std::string_view kCredits[] = {"author",
                                         "publisher",
                                         "creator",
                                         "provider",
                                         "editor",
                                         "contributor",
                                         "copyrightHolder",
                                         "sourceOrganization",
                                         "accountablePerson",
                                         "reviewedBy",
                                         "isPartOf",
                                         "brand",
                                         "sponsor",
                                         "reviews",
                                         "review",
                                         "comment"};

constexpr Meaning kOfPerson[] = {{"worksFor", "WORKS_AT", false, true},
                                 {"affiliation", "AFFILIATED_WITH", false, true},
                                 {"alumniOf", "STUDIED_AT", false, false},
                                 {"memberOf", "MEMBER_OF", false, true}};
constexpr Meaning kOfOrganisation[] = {{"employee", "WORKS_AT", true, true},
                                       {"employees", "WORKS_AT", true, true},
                                       {"founder", "FOUNDED", true, false},
                                       {"founders", "FOUNDED", true, false},
                                       {"alumni", "STUDIED_AT", true, false},
                                       {"member", "MEMBER_OF", true, true},
                                       {"parentOrganization", "PART_OF", false, false},
                                       {"subOrganization", "PART_OF", true, false},
                                       {"department", "PART_OF", true, false}};

std::string_view local(std::string_view type) {
  return last_segment(type.substr(type.find(':') == 6 ? 7 : 0));
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
  return is_type(object, {"CollegeOrUniversity", "EducationalOrganization", "School", "HighSchool"});
}
bool is_organisation(const JsonView& object) {
  return is_school(object) || is_type(object, {"Organization", "Corporation", "ResearchOrganization", "NGO",
                                               "GovernmentOrganization", "Project"});
}

std::string first_text(const JsonView& value) {
  for (const auto& each : value.one_or_many()) {
    if (each.is_string()) return std::string(trimmed(each.text()));
    for (const std::string_view key : {"@value", "name", "@id"})
      if (!each[key].text().empty()) return std::string(each[key].text());
  }
  return {};
}

/// The page that holds a script, a source already.
struct EmbeddedIn {
  std::string source;
};

class Document {
 public:
  Document(const JsonView& root, std::string_view file, Sink& sink) : root_(root), file_(file), sink_(sink) {}
  Document(const JsonView& root, EmbeddedIn page, Sink& sink)
      : root_(root), sink_(sink), source_(std::move(page.source)), embedded_(true) {}

  void read() {
    index(root_, 0, false);
    for (const auto& object : found_) {
      if (is_person(object))
        read_person(object);
      else
        read_organisation(object);
    }
    if (found_.empty() && !embedded_) sink_.reject("the document describes no person and no organisation");
  }

 private:
  static constexpr int kDeepest = 32;

  /// Finds persons and organisations that say something, wherever they nest.
  void index(const JsonView& value, int depth, bool credit) {
    if (depth > kDeepest) return;
    if (value.is_array())
      for (const auto& each : value.items()) index(each, depth + 1, credit);
    if (!value.is_object()) return;
    if (const auto id = value["@id"].text(); !id.empty() && value["@type"].exists())
      by_id_.emplace(id, value);
    const bool named = is_person(value) || is_organisation(value);
    if (named && (!(credit && embedded_) || relates(value))) found_.push_back(value);
    for (const auto& [key, child] : value.fields())
      if (key != "@context")
        index(child, depth + 1,
              (credit && !named) ||
                  std::find(std::begin(kCredits), std::end(kCredits), key) != std::end(kCredits));
  }

  static bool relates(const JsonView& object) {
    const auto has = [&](const Meaning& meaning) { return !object[meaning.property].is_null(); };
    return is_person(object) ? std::any_of(std::begin(kOfPerson), std::end(kOfPerson), has)
                             : std::any_of(std::begin(kOfOrganisation), std::end(kOfOrganisation), has);
  }

  /// An object that is only "@id" stands for the one with that id.
  JsonView followed(const JsonView& value) const {
    const auto found = by_id_.find(std::string(value["@id"].text()));
    return value.is_object() && !value["@type"].exists() && found != by_id_.end() ? found->second : value;
  }

  static std::string known_id(const JsonView& object) {
    for (const std::string_view key : {"@id", "sameAs", "identifier", "url"})
      for (const auto& each : object[key].one_or_many()) {
        const auto text = each.is_object() ? each["value"].text() : each.text();
        if (text.find("orcid.org/") != std::string_view::npos && !orcid_of(text).empty())
          return "orcid:" + orcid_of(text);
        if (text.find("ror.org/") != std::string_view::npos) return "ror:" + std::string(last_segment(text));
        if (text.find("wikidata.org/") != std::string_view::npos)
          return "wikidata:" + std::string(last_segment(text));
      }
    return {};
  }

  static std::string name_of(const JsonView& object) {
    if (object.is_string()) return std::string(trimmed(object.text()));
    if (auto name = first_text(object["name"]); !name.empty()) return name;
    const std::string given = first_text(object["givenName"]), family = first_text(object["familyName"]);
    return given.empty() ? family : family.empty() ? given : given + " " + family;
  }

  Reference reference(const JsonView& object, std::string_view kind) const {
    const JsonView target = followed(object);
    return {known_id(target), name_of(target), std::string(kind)};
  }

  const std::string& source(const JsonView& object) {
    if (!source_.empty()) return source_;
    SourceRecord out;
    const std::string url = first_text(root_["url"].is_null() ? object["url"] : root_["url"]);
    out.id = source_ = "s/schema-org/" + std::string(file_);
    add_property(out.properties, "url", url);
    const std::string host = host_of(url);
    add_property(out.properties, "publisher", host.empty() ? name_of(object) : host);
    add_property(out.properties, "source_class", is_person(object) ? "self" : "company");
    add_property(out.properties, "published", day_of_time(first_text(root_["dateModified"])));
    sink_.add(std::move(out));
    return source_;
  }

  void describe(const JsonView& object, const Reference& reference) {
    EntityRecord out;
    out.entity = reference;
    out.kind = is_person(object)                  ? "Person"
               : is_school(object)                ? "University"
               : is_type(object, {"Corporation"}) ? "Company"
                                                  : "Org";
    out.name = reference.name;
    for (const auto& alias : object["alternateName"].one_or_many())
      if (!alias.text().empty()) out.aliases.emplace_back(alias.text());
    if (const auto cut = reference.id.find(':'); cut != std::string::npos)
      add_property(out.properties, reference.id.substr(0, cut), reference.id.substr(cut + 1));
    add_property(out.properties, "homepage", first_text(object["url"]));
    if (!is_person(object)) {
      add_property(out.properties, "country", country_code(first_text(object["address"]["addressCountry"])));
      add_property(out.properties, "inception", loose_date(first_text(object["foundingDate"])).value_or(""));
    }
    out.source = Reference::to_id(source(object));
    sink_.add(std::move(out));
  }

  void read_person(const JsonView& person) {
    const Reference subject = reference(person, "Person");
    if (subject.empty()) return sink_.reject("a Person without a name");
    describe(person, subject);
    for (const auto& meaning : kOfPerson) relate(person, subject, meaning, "Org");
  }

  void read_organisation(const JsonView& organisation) {
    const Reference subject = reference(organisation, "Org");
    if (subject.empty()) return sink_.reject("an Organization without a name");
    describe(organisation, subject);
    for (const auto& meaning : kOfOrganisation)
      relate(organisation, subject, meaning, meaning.relation == "PART_OF" ? "Org" : "Person");
  }

  void relate(const JsonView& from, const Reference& subject, const Meaning& meaning, std::string_view kind) {
    std::size_t index = 0;
    for (const auto& value : from[meaning.property].one_or_many()) {
      const JsonView role = is_role(value) ? value : JsonView();
      const std::string place = std::string(meaning.property) + "[" + std::to_string(index++) + "]";
      for (const auto& target : (role.exists() ? role[meaning.property] : value).one_or_many())
        add_claim(from, subject, meaning, followed(target), role, kind, place);
    }
  }

  void add_claim(const JsonView& from, const Reference& subject, const Meaning& meaning,
                 const JsonView& target, const JsonView& role, std::string_view kind,
                 const std::string& place) {
    const Reference other = reference(target, kind);
    const auto start = loose_date(first_text(role["startDate"])),
               end = loose_date(first_text(role["endDate"]));
    if (other.empty() || !start || !end)
      return sink_.reject(place + (other.empty() ? " names nobody" : " has a date that is none"));
    if (!other.id.empty()) mention(other, source(from), mentioned_, sink_);
    ClaimRecord claim;
    claim.subject = meaning.reversed ? other : subject;
    claim.object = meaning.reversed ? subject : other;
    claim.relation = meaning.relation;
    if (meaning.property == "alumniOf" && is_organisation(target) && !is_school(target))
      claim.relation = "ALUMNUS_OF";
    claim.role = first_text(role["roleName"]);
    const JsonView titled = meaning.reversed ? target : from;
    if (claim.role.empty() && meaning.relation == "WORKS_AT") claim.role = first_text(titled["jobTitle"]);
    claim.start = *start;
    claim.end = end->empty() && meaning.lasts ? ".." : *end;
    if (meaning.relation == "FOUNDED" && claim.start.empty())
      claim.start = loose_date(first_text(from["foundingDate"])).value_or("");
    claim.source = Reference::to_id(source(from));
    claim.locator = place;
    sink_.add(std::move(claim));
  }

  const JsonView& root_;
  std::string_view file_;
  Sink& sink_;
  std::vector<JsonView> found_;
  std::map<std::string, JsonView, std::less<>> by_id_;
  std::string source_;
  bool embedded_ = false;
  Seen mentioned_;
};

}  // namespace

void read_embedded_schema_org(const JsonView& root, const std::string& page, Sink& sink) {
  Document(root, EmbeddedIn{page}, sink).read();
}

int sniff_schema_org(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  return has_key(text, "@context") && text.find("schema.org") != std::string_view::npos ? 90 : 0;
}

Result<std::unique_ptr<Adapter>> open_schema_org(AdapterInput input) {
  const std::string file(last_segment(input.bytes.name()));
  return json_adapter(std::move(input), "",
                      [file](const JsonView& json, Sink& sink) { Document(json, file, sink).read(); });
}

}  // namespace talentflow::ingest
