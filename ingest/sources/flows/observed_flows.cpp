// Row by row, one OBSERVED_FLOW claim between two places, with the count as a property and the year as its
// period.
//
// A row without a country is no flow between two places: taking "blank" for a place moves a country's net by
// orders of magnitude (China's in 2018 from 1,638 to 174 thousand). Such rows go to the rejects, where they
// are counted and kept. A code that no country has ("nan" in one published table, beside "NA" for Namibia;
// "EUE" in another) is counted by the data set's own country table, so it stays a place of its own, which
// lies in no country.
#include "ingest/sources/flows/observed_flows.hpp"

#include <algorithm>
#include <cctype>
#include <charconv>
#include <map>

#include "ingest/csv/csv_reader.hpp"
#include "ingest/sources/common/columns.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest {
namespace {

const std::vector<ColumnMeaning>& meanings() {
  static const std::vector<ColumnMeaning> table = {
      {"origin",
       {"migrationfrom", "origin", "origin_country", "country_from", "from_country", "source_country", "from",
        "orig"}},
      {"destination",
       {"migrationto", "destination", "destination_country", "country_to", "to_country", "target_country",
        "to", "dest"}},
      {"year", {"year", "period"}},
      {"count", {"n_migrations", "count", "flow", "migrations", "moves", "number", "n"}},
  };
  return table;
}

bool fits(const Columns& columns) {
  return columns.has("origin") && columns.has("destination") && columns.has("year") && columns.has("count");
}

/// "2003", "2003.0" -> "2003"; "" when it is no year.
std::string year_of(std::string_view text) {
  const auto cut = text.find('.');
  if (cut != std::string_view::npos && text.substr(cut + 1).find_first_not_of('0') != std::string_view::npos)
    return {};
  const auto whole = text.substr(0, cut);
  return whole.size() == 4 ? edtf_of(whole, "", "").value_or("") : std::string();
}

std::optional<std::int64_t> count_of(std::string_view text) {
  if (text.ends_with(".0")) text.remove_suffix(2);
  std::int64_t out = 0;
  const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), out);
  if (text.empty() || problem != std::errc() || end != text.data() + text.size() || out < 0)
    return std::nullopt;
  return out;
}

class ObservedFlows final : public ItemAdapter {
 public:
  ObservedFlows(AdapterInput input, std::unique_ptr<CsvReader> reader, Columns columns, bool scholarly)
      : ItemAdapter(std::move(input)),
        reader_(std::move(reader)),
        columns_(std::move(columns)),
        data_set_(data_set_name(this->input().bytes.name())),
        scholarly_(scholarly) {}

 protected:
  Result<bool> read_item() override {
    if (!begun_) {
      begun_ = true;
      add_source();
      return true;
    }
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

  void add_source() {
    SourceRecord out;
    out.id = data_set_;
    add_property(out.properties, "source_class", "data");
    if (scholarly_) {  // what other tables are, a table of sources beside them may say
      add_property(out.properties, "title", data_set_);
      add_property(out.properties, "publisher", "Scholarly Migration Database, " + data_set_);
      add_property(out.properties, "url", "https://www.scholarlymigration.org");
      add_property(out.properties, "licence", "CC-BY-4.0");
    }
    if (const auto dash = data_set_.rfind('-'); dash != std::string::npos)
      add_property(out.properties, "published", year_of(std::string_view(data_set_).substr(dash + 1)));
    sink().add(std::move(out));
  }

  std::string take_row() {
    const auto origin = cell("origin"), destination = cell("destination");
    if (origin.empty() || destination.empty())
      return origin.empty() ? "no country of origin: kept apart, not counted as a place"
                            : "no country of destination: kept apart, not counted as a place";
    const std::string year = year_of(cell("year"));
    if (year.empty()) return "year \"" + std::string(cell("year")) + "\" is no year; write 2003";
    const auto count = count_of(cell("count"));
    if (!count) return "count \"" + std::string(cell("count")) + "\" is not a whole number of moves";
    ClaimRecord claim;
    claim.subject = place(origin);
    claim.object = place(destination);
    claim.relation = "OBSERVED_FLOW";
    claim.id = data_set_ + "/" + claim.subject.id.substr(6) + "/" + claim.object.id.substr(6) + "/" + year;
    claim.start = claim.end = year;
    claim.source = Reference::to_id(data_set_);
    claim.locator = std::string(origin) + "," + std::string(destination) + "," + std::string(cell("year"));
    claim.properties.emplace_back("count", Value(*count));
    sink().add(std::move(claim));
    return {};
  }

  /// The country's place, described the first time. A code that the country table lacks stays a place of its
  /// own.
  Reference place(std::string_view code) {
    const auto known = places_.find(code);
    if (known != places_.end()) return Reference::to_id(known->second);
    const Country* country = find_country(code);
    const std::string id = "place/" + lower(country != nullptr ? std::string_view(country->alpha2) : code);
    if (places_.size() < kMostPlaces) places_.emplace(code, id);
    EntityRecord out;
    out.entity = Reference::to_id(id);
    out.kind = "Place";
    out.name = country != nullptr ? country->name : std::string(code);
    if (country != nullptr) add_property(out.properties, "country", country->alpha2);
    out.source = Reference::to_id(data_set_);
    sink().add(std::move(out));
    return Reference::to_id(id);
  }

  static constexpr std::size_t kMostPlaces = 10'000;
  std::unique_ptr<CsvReader> reader_;
  Columns columns_;
  CsvReader::Row row_;
  std::string data_set_;
  std::map<std::string, std::string, std::less<>> places_;  ///< ids of the places described, by code
  bool scholarly_ = false;
  bool begun_ = false;
};

}  // namespace

std::string data_set_name(std::string_view path) {
  const std::string stem = slug(last_segment(path).substr(0, last_segment(path).find('.')));
  const auto words = split(stem, '-');
  for (const auto word : words)
    if (word.size() == 4 && (word.starts_with("19") || word.starts_with("20")) &&
        std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; }))
      return word == words[0] ? stem : std::string(words[0]) + "-" + std::string(word);
  return stem;
}

int sniff_observed_flows(std::string_view, std::string_view head) {
  const auto cells = first_line_cells(head);
  const std::vector<std::string_view> header(cells.begin(), cells.end());
  return fits(Columns(header, meanings())) ? 85 : 0;
}

int order_observed_flows(std::string_view, std::string_view) { return 2; }

Result<std::unique_ptr<Adapter>> open_observed_flows(AdapterInput input) {
  CsvLimits limits;
  limits.record_bytes = input.options.item_limit(limits.record_bytes);
  auto reader = std::make_unique<CsvReader>(input.bytes, limits);
  CsvReader::Row row;
  auto outcome = reader->next(row);
  if (!outcome) return outcome.error();
  Columns columns;
  bool scholarly = false;
  if (*outcome == CsvReader::Outcome::record) {
    columns = Columns(row.fields, meanings());
    scholarly = std::find(row.fields.begin(), row.fields.end(), "migrationfrom") != row.fields.end();
  }
  if (!fits(columns))
    return make_error(ErrorCode::invalid_input, input.bytes.name() + ":1",
                      "a table of flows needs the columns origin, destination, year and count");
  return std::unique_ptr<Adapter>(
      std::make_unique<ObservedFlows>(std::move(input), std::move(reader), std::move(columns), scholarly));
}

}  // namespace talentflow::ingest
