// What a publication year says, and what it does not.
//
// An author's years at an institution are the years of publications that name it: evidence of the affiliation
// in that year, no interval, and a gap is ignorance, not absence. So the first year becomes the start, marked
// as approximate
// ("2015~": publication lags the move), every further year is a claim that the post began by then
// ("[..2018]"), which shows the post as held so long, and no end is ever claimed. A work says that its author
// was there when it came out: begun by that day, still so on that day.
#include "ingest/sources/openalex/openalex.hpp"

#include <algorithm>
#include <set>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/json/json_adapter.hpp"

namespace talentflow::ingest {
namespace {

std::string openalex_id(const JsonView& from) {
  const auto id = last_segment(from.text());
  return id.empty() ? std::string() : "openalex:" + std::string(id);
}

/// `type` is no sure kind: some universities are listed as funders.
std::string kind_of(std::string_view type) {
  if (type == "education") return "University";
  if (type == "company") return "Company";
  if (type == "government") return "Government";
  return "Org";
}

/// Who publishes from an institution does research there; the vocabulary says so of this role.
constexpr std::string_view kAuthorRole = "publishing author";

constexpr std::size_t kMostAliases = 64;

/// OpenAlex's own records and the ways its claims name them.
class Reader {
 public:
  void read(const JsonView& item, Sink& sink) {
    const auto id = last_segment(item["id"].text());
    if (id.starts_with('A'))
      author(item, sink);
    else if (id.starts_with('I'))
      institution(item, sink);
    else if (id.starts_with('W'))
      work(item, sink);
    else if (!of_another_kind(item["id"].text()))
      sink.reject("\"id\" is no OpenAlex author, institution or work");
  }

 private:
  /// Topics, publishers, funders and what else a snapshot holds: nothing about who works where.
  static bool of_another_kind(std::string_view id) {
    constexpr std::string_view kHost = "https://openalex.org/";
    const auto name = id.starts_with(kHost) ? id.substr(kHost.size()) : std::string_view();
    if (name.find('/') != std::string_view::npos) return true;  // "fields/17"
    return name.size() > 1 && std::string_view("CFGPST").find(name[0]) != std::string_view::npos;
  }

  static std::string add_source(const JsonView& item, Sink& sink) {
    SourceRecord out;
    const std::string updated = day_of_time(item["updated_date"].text());
    out.id = "s/" + openalex_id(item["id"]) + (updated.empty() ? "" : "@" + updated);
    add_property(out.properties, "url", item["id"].text());
    add_property(out.properties, "publisher", "OpenAlex");
    add_property(out.properties, "source_class", "data");
    add_property(out.properties, "published", updated);
    add_property(out.properties, "licence", "CC0-1.0");
    std::string id = out.id;
    sink.add(std::move(out));
    return id;
  }

  /// An institution as authors and works carry it along.
  Reference named_institution(const JsonView& from, const std::string& source, Sink& sink) {
    const std::string id = openalex_id(from["id"]);
    if (!described_.first(id)) return {id, {}, "Org"};
    EntityRecord out;
    out.entity = Reference::to_id(id);
    out.kind = kind_of(from["type"].text());
    out.name = from["display_name"].text();
    identify(from, out);
    add_property(out.properties, "country", country_code(from["country_code"].text()));
    out.source = Reference::to_id(source);
    sink.add(std::move(out));
    return {id, {}, "Org"};
  }

  static void identify(const JsonView& from, EntityRecord& out) {
    add_property(out.properties, "openalex", last_segment(from["id"].text()));
    const auto ror = from["ror"].is_null() ? from["ids"]["ror"].text() : from["ror"].text();
    add_property(out.properties, "ror", last_segment(ror));
    const auto orcid = from["orcid"].is_null() ? from["ids"]["orcid"].text() : from["orcid"].text();
    add_property(out.properties, "orcid", orcid_of(orcid));
    add_property(out.properties, "grid", from["ids"]["grid"].text());
    add_property(out.properties, "wikidata", last_segment(from["ids"]["wikidata"].text()));
  }

  static void add_alias(std::string_view name, EntityRecord& out) {
    const bool known = std::find(out.aliases.begin(), out.aliases.end(), name) != out.aliases.end();
    if (!name.empty() && name != out.name && !known) out.aliases.emplace_back(name);
  }

  static void add_aliases(const JsonView& from, EntityRecord& out) {
    for (const std::string_view list : {"display_name_alternatives", "display_name_acronyms"})
      for (const auto& name : from[list].items()) add_alias(name.text(), out);
    // Names in other languages: well over a hundred of a large university, of which the languages of the
    // sources at hand come first.
    const auto names = from["international"]["display_name"];
    for (const std::string_view language : {"zh", "zh-hans", "zh-cn", "zh-hant", "zh-tw", "zh-hk", "en", "ja",
                                            "ko", "de", "fr", "es", "pt", "it", "ru"})
      add_alias(names[language].text(), out);
    for (const auto& [language, name] : names.fields())
      if (out.aliases.size() < kMostAliases) add_alias(name.text(), out);
  }

  void author(const JsonView& item, Sink& sink) {
    const std::string source = add_source(item, sink);
    EntityRecord out;
    out.entity = Reference::to_id(openalex_id(item["id"]));
    out.kind = "Person";
    out.name = item["display_name"].text();
    add_aliases(item, out);
    identify(item, out);
    out.source = Reference::to_id(source);
    const std::string person = out.entity.id;
    sink.add(std::move(out));
    std::size_t index = 0;
    for (const auto& affiliation : item["affiliations"].items())
      author_years(person, affiliation, index++, source, sink);
    if (index == 0) last_known(person, item, source, sink);
  }

  void author_years(const std::string& person, const JsonView& affiliation, std::size_t index,
                    const std::string& source, Sink& sink) {
    std::set<std::int64_t> years;
    for (const auto& year : affiliation["years"].items())
      if (const auto number = year.integer(); number && *number >= 1000 && *number <= 9999)
        years.insert(*number);
    if (openalex_id(affiliation["institution"]["id"]).empty())
      return sink.reject("affiliations[" + std::to_string(index) + "] of " + person + " has no institution");
    const Reference institution = named_institution(affiliation["institution"], source, sink);
    if (years.empty()) {  // the affiliation is known, and no day of it
      ClaimRecord claim;
      claim.subject = Reference::to_id(person);
      claim.object = institution;
      claim.relation = "WORKS_AT";
      claim.role = kAuthorRole;
      claim.source = Reference::to_id(source);
      claim.locator = "affiliations[" + std::to_string(index) + "]";
      sink.add(std::move(claim));
    }
    for (const auto year : years) {
      ClaimRecord claim;
      claim.subject = Reference::to_id(person);
      claim.object = institution;
      claim.relation = "WORKS_AT";
      claim.role = kAuthorRole;
      claim.start = year == *years.begin() ? std::to_string(year) + "~" : "[.." + std::to_string(year) + "]";
      claim.source = Reference::to_id(source);
      claim.locator = "affiliations[" + std::to_string(index) + "].years: " + std::to_string(year);
      add_property(claim.properties, "evidence_year", std::optional(year));
      sink.add(std::move(claim));
    }
  }

  /// Older answers of the interface have no years, only the institution of the latest work.
  void last_known(const std::string& person, const JsonView& item, const std::string& source, Sink& sink) {
    const auto list = item["last_known_institutions"].is_array()
                          ? item["last_known_institutions"].items()
                          : item["last_known_institution"].one_or_many();
    for (const auto& from : list) {
      if (openalex_id(from["id"]).empty()) continue;
      ClaimRecord claim;
      claim.subject = Reference::to_id(person);
      claim.object = named_institution(from, source, sink);
      claim.relation = "WORKS_AT";
      claim.role = kAuthorRole;
      if (const auto updated = day_of_time(item["updated_date"].text()); !updated.empty())
        claim.start = "[.." + updated.substr(0, 4) + "]";
      claim.source = Reference::to_id(source);
      claim.locator = "last_known_institution";
      sink.add(std::move(claim));
    }
  }

  void institution(const JsonView& item, Sink& sink) {
    const std::string source = add_source(item, sink);
    EntityRecord out;
    out.entity = Reference::to_id(openalex_id(item["id"]));
    out.kind = kind_of(item["type"].text());
    out.name = item["display_name"].text();
    add_aliases(item, out);
    identify(item, out);
    const auto code = country_code(item["country_code"].text());
    add_property(out.properties, "country",
                 code.empty() ? country_code(item["geo"]["country_code"].text()) : code);
    add_property(out.properties, "city", item["geo"]["city"].text());
    add_property(out.properties, "website", item["homepage_url"].text());
    out.source = Reference::to_id(source);
    const std::string here = out.entity.id;
    described_.first(here);
    sink.add(std::move(out));
    std::size_t index = 0;
    for (const auto& other : item["associated_institutions"].items()) {
      ClaimRecord claim;
      claim.locator = "associated_institutions[" + std::to_string(index++) + "]";
      const auto relationship = other["relationship"].text();
      Reference there = named_institution(other, source, sink);
      claim.relation = relationship == "related" ? "RELATED_TO" : "PART_OF";
      claim.subject = relationship == "child" ? there : Reference::to_id(here);
      claim.object = relationship == "child" ? Reference::to_id(here) : there;
      claim.source = Reference::to_id(source);
      sink.add(std::move(claim));
    }
  }

  void work(const JsonView& item, Sink& sink) {
    const std::string work_id = openalex_id(item["id"]);
    const std::string source = add_work_source(item, sink);
    EntityRecord out;
    out.entity = Reference::to_id(work_id);
    out.kind = "Work";
    out.name = title_of(item);
    add_property(out.properties, "doi", item["doi"].text());
    if (item["is_retracted"].boolean().value_or(false)) add_flag(out.properties, "retracted");
    out.source = Reference::to_id(source);
    sink.add(std::move(out));
    std::size_t index = 0;
    for (const auto& authorship : item["authorships"].items())
      add_authorship(item, authorship, index++, source, sink);
  }

  /// The work is the document: its authors say where they are.
  static std::string add_work_source(const JsonView& item, Sink& sink) {
    SourceRecord out;
    out.id = "s/" + openalex_id(item["id"]);
    const auto doi = item["doi"].text();
    add_property(out.properties, "url", doi.empty() ? item["id"].text() : doi);
    const auto venue = item["primary_location"]["source"]["display_name"].text();
    add_property(out.properties, "publisher", venue.empty() ? std::string_view("OpenAlex") : venue);
    add_property(out.properties, "source_class", "academic");
    add_property(out.properties, "published", published(item));
    add_property(out.properties, "title", title_of(item));
    add_property(out.properties, "licence", "CC0-1.0");
    std::string id = out.id;
    sink.add(std::move(out));
    return id;
  }

  static std::string_view title_of(const JsonView& work) {
    return work["display_name"].is_null() ? work["title"].text() : work["display_name"].text();
  }

  static std::string published(const JsonView& item) {
    const auto day = day_of_time(item["publication_date"].text());
    return day.empty() ? edtf_of(item["publication_year"].scalar(), "", "").value_or("") : day;
  }

  void add_authorship(const JsonView& item, const JsonView& authorship, std::size_t index,
                      const std::string& source, Sink& sink) {
    const std::string place = "authorships[" + std::to_string(index) + "]";
    const std::string id = openalex_id(authorship["author"]["id"]);
    Reference person{id, std::string(authorship["author"]["display_name"].text()), "Person"};
    if (person.name.empty()) person.name = authorship["raw_author_name"].text();
    if (person.empty()) return sink.reject(place + " names no author");
    if (!id.empty() && described_.first(id)) describe_author(authorship, source, sink);
    ClaimRecord wrote;
    wrote.subject = person;
    wrote.relation = "AUTHORED";
    wrote.object = Reference::to_id(openalex_id(item["id"]));
    wrote.start = published(item);
    wrote.source = Reference::to_id(source);
    wrote.locator = place;
    add_property(wrote.properties, "author_position", authorship["author_position"].text());
    const auto raw = authorship["raw_affiliation_strings"].items();
    // Where no register knows the place, what the paper says of it is kept beside the authorship.
    if (authorship["institutions"].items().empty())
      wrote.note = raw.empty() ? authorship["raw_affiliation_string"].text() : raw.front().text();
    sink.add(std::move(wrote));
    std::size_t number = 0;
    for (const auto& from : authorship["institutions"].items()) {
      const std::string locator = place + ".institutions[" + std::to_string(number++) + "]";
      if (openalex_id(from["id"]).empty()) continue;
      ClaimRecord claim;
      claim.subject = person;
      claim.object = named_institution(from, source, sink);
      claim.relation = "WORKS_AT";
      claim.role = kAuthorRole;
      if (const auto day = published(item); !day.empty()) claim.start = "[.." + day + "]";
      claim.end = "..";
      claim.source = Reference::to_id(source);
      claim.locator = locator;
      if (!raw.empty()) claim.note = raw[std::min(number, raw.size()) - 1].text();
      sink.add(std::move(claim));
    }
  }

  static void describe_author(const JsonView& authorship, const std::string& source, Sink& sink) {
    EntityRecord out;
    out.entity = Reference::to_id(openalex_id(authorship["author"]["id"]));
    out.kind = "Person";
    out.name = authorship["author"]["display_name"].text();
    if (const auto raw = authorship["raw_author_name"].text(); !raw.empty() && raw != out.name)
      out.aliases.emplace_back(raw);
    identify(authorship["author"], out);
    out.source = Reference::to_id(source);
    sink.add(std::move(out));
  }

  Seen described_;
};

}  // namespace

int sniff_openalex(std::string_view, std::string_view head) {
  const auto text = json_begin(head);
  return has_key(text, "display_name") && text.find("https://openalex.org/") != std::string_view::npos ? 92
                                                                                                       : 0;
}

int order_openalex(std::string_view, std::string_view head) {
  return head.find("https://openalex.org/I") < head.find("https://openalex.org/A") ? 0 : 1;
}

Result<std::unique_ptr<Adapter>> open_openalex(AdapterInput input) {
  return json_adapter(
      std::move(input), "results",
      [reader = Reader()](const JsonView& item, Sink& sink) mutable { reader.read(item, sink); });
}

}  // namespace talentflow::ingest
