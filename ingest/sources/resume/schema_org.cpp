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
#include "ingest/sources/resume/schema_org_terms.hpp"

namespace talentflow::ingest {
namespace {

using namespace schema_org;

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
    const auto has = [&](const Meaning& meaning) { return !field(object, meaning.property).is_null(); };
    return is_person(object) ? std::any_of(std::begin(kOfPerson), std::end(kOfPerson), has)
                             : std::any_of(std::begin(kOfOrganisation), std::end(kOfOrganisation), has);
  }

  /// An object that is only "@id" stands for the one with that id.
  JsonView followed(const JsonView& value) const {
    const auto found = by_id_.find(std::string(value["@id"].text()));
    return value.is_object() && !value["@type"].exists() && found != by_id_.end() ? found->second : value;
  }

  static std::string known_id(const JsonView& object) {
    const auto all = known_ids(object);
    return all.empty() ? std::string() : all.front();
  }

  static std::string name_of(const JsonView& object) {
    if (object.is_string()) return std::string(trimmed(object.text()));
    if (auto name = first_text(field(object, "name")); !name.empty()) return name;
    const std::string given = first_text(field(object, "givenName")),
                      family = first_text(field(object, "familyName"));
    if (!given.empty() && !family.empty()) return given + " " + family;
    if (!given.empty() || !family.empty()) return given + family;
    return first_text(field(object, "legalName"));
  }

  Reference reference(const JsonView& object, std::string_view kind) const {
    const JsonView target = followed(object);
    return {known_id(target), name_of(target), std::string(kind)};
  }

  const std::string& source(const JsonView& object) {
    if (!source_.empty()) return source_;
    SourceRecord out;
    const std::string url = first_text(field(field(root_, "url").is_null() ? object : root_, "url"));
    const std::string about = slug(name_of(object));
    out.id = source_ = "s/schema-org/" + (about.empty() ? "" : about + "/") + std::string(file_);
    add_property(out.properties, "url", url);
    const std::string host = host_of(url);
    add_property(out.properties, "publisher", host.empty() ? name_of(object) : host);
    add_property(out.properties, "source_class", is_person(object) ? "self" : "company");
    add_property(out.properties, "published", day_of_time(first_text(field(root_, "dateModified"))));
    sink_.add(std::move(out));
    return source_;
  }

  void describe(const JsonView& object, const Reference& reference) {
    EntityRecord out;
    out.entity = reference;
    out.kind = is_person(object)                          ? "Person"
               : is_type(object, {"CollegeOrUniversity"}) ? "University"
               : is_type(object, {"Corporation"})         ? "Company"
                                                          : "Org";
    out.name = reference.name;
    for (const std::string_view key : {"alternateName", "legalName"})
      for (const auto& alias : field(object, key).one_or_many())
        if (auto name = first_text(alias); !name.empty() && name != out.name)
          out.aliases.push_back(std::move(name));
    for (const auto& id : known_ids(object))
      if (const auto cut = id.find(':'); find_property(out.properties, id.substr(0, cut)) == nullptr)
        add_property(out.properties, id.substr(0, cut), id.substr(cut + 1));
    add_property(out.properties, is_person(object) ? "homepage" : "website",
                 first_text(field(object, "url")));
    if (!is_person(object)) {
      const auto addresses = field(object, "address").one_or_many();
      if (addresses.size() == 1)  // of several, which one is the seat is not said
        add_property(out.properties, "country",
                     country_code(first_text(field(addresses[0], "addressCountry"))));
      add_property(out.properties, "inception",
                   loose_date(first_text(field(object, "foundingDate"))).value_or(""));
      add_property(out.properties, "dissolved",
                   loose_date(first_text(field(object, "dissolutionDate"))).value_or(""));
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
    for (const auto& value : field(from, meaning.property).one_or_many()) {
      const JsonView role = is_role(value) ? value : JsonView();
      const std::string place = std::string(meaning.property) + "[" + std::to_string(index++) + "]";
      for (const auto& target : (role.exists() ? field(role, meaning.property) : value).one_or_many())
        add_claim(from, subject, meaning, member_organisation(followed(target)), role, kind, place);
    }
  }

  /// A programme is joined at whoever runs it.
  JsonView member_organisation(const JsonView& target) const {
    if (!is_type(target, {"ProgramMembership"})) return target;
    const auto host = field(target, "hostingOrganization");
    return host.is_null() ? target : followed(host);
  }

  void add_claim(const JsonView& from, const Reference& subject, const Meaning& meaning,
                 const JsonView& target, const JsonView& role, std::string_view kind,
                 const std::string& place) {
    const bool known_as_organisation = kind == "Person" && is_organisation(target);
    const Reference other = reference(target, known_as_organisation ? "Org" : kind);
    const auto start = loose_date(first_text(field(role, "startDate"))),
               end = loose_date(first_text(field(role, "endDate")));
    if (other.empty() || !start || !end)
      return sink_.reject(place + (other.empty() ? " names nobody" : " has a date that is none"));
    if (!other.id.empty()) mention(other, source(from), mentioned_, sink_);
    ClaimRecord claim;
    claim.subject = meaning.reversed ? other : subject;
    claim.object = meaning.reversed ? subject : other;
    claim.relation = meaning.relation;
    const JsonView& school = meaning.reversed ? from : target;
    if (meaning.relation == "STUDIED_AT" && is_organisation(school) && !is_school(school))
      claim.relation = "ALUMNUS_OF";
    claim.role = first_text(field(role, "roleName"));
    const JsonView titled = meaning.reversed ? target : from;
    if (claim.role.empty() && meaning.relation == "WORKS_AT")
      claim.role = first_text(field(titled, "jobTitle"));
    claim.start = *start;
    claim.end = end->empty() && meaning.lasts ? ".." : *end;
    if (meaning.relation == "FOUNDED" && claim.start.empty())
      claim.start = loose_date(first_text(field(from, "foundingDate"))).value_or("");
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
