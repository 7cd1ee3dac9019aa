// A row is one position and becomes one claim, said by the page whose address the row gives (or by the table
// itself).
//
// Dates claim no more than the table's precision column allows: a day written down with the precision "month"
// is that month. "multi-year" tells only that the day is a late sighting, so the true date lies at that year
// or before it. An empty end is unknown, since tables leave it empty for "still there" and for "nobody noted
// it" alike.
#include "ingest/sources/careers/careers_table.hpp"

#include <algorithm>
#include <array>

#include "ingest/column_map.hpp"
#include "ingest/csv/csv_reader.hpp"
#include "ingest/sources/common/columns.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"

namespace talentflow::ingest {
namespace {

const std::vector<ColumnMeaning>& meanings() {
  static const std::vector<ColumnMeaning> table = {
      {"person_id", {"person_id", "orcid", "orcid_id", "author_id"}},
      {"person",
       {"person", "person_name", "full_name", "employee", "employee_name", "researcher", "author", "name"}},
      {"organization_id", {"organization_id", "organisation_id", "org_id", "ror", "ror_id"}},
      {"organization",
       {"organization", "organisation", "organization_name", "organisation_name", "org", "company",
        "company_name", "employer", "employer_name", "institution", "affiliation", "lab"}},
      {"title", {"title", "job_title", "position", "position_title", "role", "role_title"}},
      {"start_precision", {"start_date_precision", "start_precision"}},
      {"start", {"start", "start_date", "from", "date_from", "begin", "started", "joined", "start_year"}},
      {"end_precision", {"end_date_precision", "end_precision"}},
      {"end", {"end", "end_date", "to", "date_to", "until", "ended", "left", "end_year"}},
      {"urls", {"urls", "url", "source_url", "source", "link", "links", "reference"}},
      {"place", {"place", "work_country", "country", "location_country"}},
      {"notes", {"notes", "note", "comment", "comments"}},
      {"employment_type", {"employment_type", "type"}},
      {"status", {"status"}},
      {"confidence", {"confidence"}},
      {"credibility", {"credibility"}},
      {"publisher", {"publisher"}},
      {"source_class", {"source_class"}},
      {"published", {"published", "retrieved"}},
      {"licence", {"licence", "license"}},
  };
  return table;
}

/// The field's own name, which lives for ever.
std::string_view field_name(std::string_view field) {
  for (const auto& meaning : meanings())
    if (meaning.meaning == field) return meaning.meaning;
  return {};
}

/// The columns of a table, by the map where it speaks of a field. Error: a column that the table has not.
Result<Columns> columns_of(const std::vector<std::string_view>& header, const ColumnMap* map,
                           const std::string& where) {
  if (map == nullptr) return Columns(header, meanings());
  std::vector<std::string> names;
  for (const auto cell : header) names.push_back(normal_header(cell));
  std::vector<std::string> mapped;  // what `given` points into
  mapped.reserve(map->entries().size());
  std::vector<ColumnMeaning> given;
  for (const auto& entry : map->entries()) {
    mapped.push_back(normal_header(entry.column));
    if (!entry.column.empty() && std::find(names.begin(), names.end(), mapped.back()) == names.end())
      return make_error(
          ErrorCode::invalid_input, where,
          "the table has no column \"" + entry.column + "\", which " + map->name() + " gives to \"" +
              entry.field + "\"" +
              nearest_hint(entry.column, std::vector<std::string>(header.begin(), header.end())));
    if (!entry.column.empty()) given.push_back({field_name(entry.field), {mapped.back()}});
  }
  for (const auto& meaning : meanings())
    if (map->column_of(meaning.meaning) == nullptr) given.push_back(meaning);
  return Columns(header, given);
}

bool fits(const Columns& columns) {
  const bool dated = columns.has("start") || columns.has("end");
  return columns.has("organization") && columns.has("person") && (columns.has("title") || dated);
}

/// Cuts a stated date down to what the precision word allows. nullopt when it is no date.
std::optional<std::string> date_with_precision(std::string_view text, std::string_view precision) {
  auto date = loose_date(text);
  if (!date || date->size() < 4 || *date == ".." || date->front() == '[') return date;
  const std::string word = lower(precision);
  if (word.empty() || word == "day") return date;
  if (word == "month") return date->substr(0, 7);
  if (word == "multi-year") return "[.." + date->substr(0, 4) + "]";
  return date->substr(0, 4);  // "year", and any word that is not known: the coarsest that is still a date
}

std::string_view relation_of(std::string_view employment_type, std::string_view title) {
  const auto either = [&](std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return employment_type == word || title == word; });
  };
  if (either({"board member", "member of the board", "board of directors", "trustee", "board"}))
    return "BOARD_MEMBER_OF";
  if (either({"advisor", "adviser", "advisory board", "advisory board member"})) return "ADVISES";
  if (employment_type == "affiliate" || employment_type == "associate") return "AFFILIATED_WITH";
  if (employment_type == "volunteer") return "VOLUNTEERS_AT";
  return "WORKS_AT";
}

/// Addresses of a cell, which separates them by white space; slips before "http" are dropped.
std::vector<std::string> addresses(std::string_view cell) {
  std::vector<std::string> out;
  for (auto part : split(cell, ' ')) {
    part = trimmed(part);
    if (const auto at = part.find("http"); at != std::string_view::npos && at < 3) part.remove_prefix(at);
    if (part.find('.') != std::string_view::npos) out.emplace_back(part);
  }
  return out;
}

/// The page that shows the row's latest fact: with an end, the latest snapshot; else the first page named.
std::size_t telling_address(const std::vector<std::string>& urls, bool ended) {
  std::size_t best = 0;
  for (std::size_t i = 1; ended && i < urls.size(); ++i)
    if (archived_day(urls[i]) > archived_day(urls[best])) best = i;
  return best;
}

std::string_view class_of_host(std::string_view host) {
  for (const std::string_view social :
       {"linkedin.com", "twitter.com", "x.com", "facebook.com", "instagram.com"})
    if (host == social || host.ends_with("." + std::string(social))) return "social";
  return "";
}

class CareersTable final : public ItemAdapter {
 public:
  CareersTable(AdapterInput input, std::unique_ptr<CsvReader> reader, Columns columns)
      : ItemAdapter(std::move(input)), reader_(std::move(reader)), columns_(std::move(columns)) {}

 protected:
  Result<bool> read_item() override {
    auto outcome = reader_->next(row_);
    if (!outcome) return outcome.error();
    if (*outcome == CsvReader::Outcome::end) return false;
    sink().begin_item(row_.line, row_.raw);
    if (*outcome == CsvReader::Outcome::bad)
      sink().reject(row_.reason);
    else if (std::string problem = take_row(); !problem.empty())
      sink().reject(std::move(problem));
    return true;
  }

 private:
  std::string_view cell(std::string_view meaning) const { return columns_.cell(row_.fields, meaning); }

  static Reference reference(std::string_view id, std::string_view name, std::string_view kind) {
    Reference out = Reference::to_name(std::string(name), std::string(kind));
    if (const auto orcid = orcid_of(id); !orcid.empty())
      out.id = "orcid:" + orcid;
    else if (id.find("ror.org/") != std::string_view::npos)
      out.id = "ror:" + std::string(last_segment(id));
    else
      out.id = id;
    return out;
  }

  /// Returns what is wrong with the row, or "".
  std::string take_row() {
    ClaimRecord claim;
    claim.subject = reference(cell("person_id"), cell("person"), "Person");
    claim.object = reference(cell("organization_id"), cell("organization"), "Org");
    if (claim.subject.empty()) return "the row names no person";
    if (claim.object.empty()) return "the row names no organisation";
    const auto start = date_with_precision(cell("start"), cell("start_precision"));
    if (!start) return "start \"" + std::string(cell("start")) + "\" is no date; write 2024-05, for example";
    const auto end = date_with_precision(cell("end"), cell("end_precision"));
    if (!end) return "end \"" + std::string(cell("end")) + "\" is no date; write 2024-05, or present";
    claim.start = *start;
    claim.end = *end;
    const std::string employment = lower(cell("employment_type"));
    claim.relation = relation_of(employment, lower(cell("title")));
    claim.role = cell("title");
    claim.note = cell("notes");
    claim.place = country_code(cell("place"));
    claim.status = cell("status");
    claim.confidence = cell("confidence");
    claim.credibility = cell("credibility");
    add_property(claim.properties, "employment_type", employment);
    for (const auto& [index, name] : columns_.others())
      if (index < row_.fields.size()) add_property(claim.properties, name, trimmed(row_.fields[index]));
    claim.source = source(claim);
    sink().add(std::move(claim));
    return {};
  }

  Reference source(ClaimRecord& claim) {
    const auto urls = addresses(cell("urls"));
    if (urls.empty()) return table_source();
    const std::size_t told = telling_address(urls, !claim.end.empty() && claim.end != "..");
    List others;
    for (std::size_t i = 0; i < urls.size(); ++i)
      if (i != told) others.emplace_back(urls[i]);
    if (!others.empty()) claim.properties.emplace_back("further_urls", Value(std::move(others)));
    const std::string& url = urls[told];
    if (seen_.first(url)) add_source(url);
    return Reference::to_id(url);
  }

  void add_source(const std::string& url) {
    SourceRecord out;
    out.id = url;
    const std::string host = host_of(url);
    const auto stated = loose_date(cell("published"));
    const std::string snapshot = archived_day(url);
    add_property(out.properties, "url", url);
    add_property(out.properties, "publisher",
                 cell("publisher").empty() ? std::string_view(host) : cell("publisher"));
    add_property(out.properties, "source_class",
                 cell("source_class").empty() ? class_of_host(host) : cell("source_class"));
    add_property(out.properties, "published", snapshot.empty() && stated ? *stated : snapshot);
    add_property(out.properties, "licence", cell("licence"));
    add_property(out.properties, "listed_in", file_name());
    sink().add(std::move(out));
  }

  Reference table_source() {
    const std::string id = "table:" + std::string(file_name());
    if (seen_.first(id)) {
      SourceRecord out;
      out.id = id;
      add_property(out.properties, "title", file_name());
      add_property(out.properties, "publisher", file_name());
      add_property(out.properties, "source_class", "data");
      sink().add(std::move(out));
    }
    return Reference::to_id(id);
  }

  std::string_view file_name() { return last_segment(input().bytes.name()); }

  std::unique_ptr<CsvReader> reader_;
  Columns columns_;
  CsvReader::Row row_;
  Seen seen_;
};

}  // namespace

std::vector<std::string> careers_fields() {
  std::vector<std::string> out;
  for (const auto& meaning : meanings()) out.emplace_back(meaning.meaning);
  return out;
}

int sniff_careers_table(std::string_view, std::string_view head) {
  const auto cells = first_line_cells(head);
  const std::vector<std::string_view> header(cells.begin(), cells.end());
  const Columns columns(header, meanings());
  return fits(columns) ? 80 : 0;
}

int order_careers_table(std::string_view, std::string_view) { return 2; }

Result<std::unique_ptr<Adapter>> open_careers_table(AdapterInput input) {
  CsvLimits limits;
  limits.record_bytes = input.options.item_limit(limits.record_bytes);
  auto reader = std::make_unique<CsvReader>(input.bytes, limits);
  CsvReader::Row row;
  auto outcome = reader->next(row);
  if (!outcome) return outcome.error();
  Columns columns;
  if (*outcome == CsvReader::Outcome::record) {
    auto found = columns_of(row.fields, input.options.columns, input.bytes.name() + ":1");
    if (!found) return found.error();
    columns = found.take();
  }
  if (!columns.has("person") || !columns.has("organization"))
    return make_error(
        ErrorCode::invalid_input, input.bytes.name() + ":1",
        "a table of positions needs a column for the person (person, name, employee, ..) and one for the "
        "organisation (organization, company, employer, institution, ..); name them in a map of columns");
  return std::unique_ptr<Adapter>(
      std::make_unique<CareersTable>(std::move(input), std::move(reader), std::move(columns)));
}

}  // namespace talentflow::ingest
