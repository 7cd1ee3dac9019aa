// Deletions of an OpenAlex snapshot: "merge_date,id,merge_into_id", one merged id a line.
#include "ingest/csv/csv_reader.hpp"
#include "ingest/sources/common/columns.hpp"
#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/common/sink.hpp"
#include "ingest/sources/openalex/openalex.hpp"

namespace talentflow::ingest {
namespace {

const std::vector<ColumnMeaning>& meanings() {
  static const std::vector<ColumnMeaning> table = {
      {"date", {"merge_date"}}, {"id", {"id"}}, {"into", {"merge_into_id"}}};
  return table;
}

class MergedIds final : public ItemAdapter {
 public:
  MergedIds(AdapterInput input, std::unique_ptr<CsvReader> reader, Columns columns)
      : ItemAdapter(std::move(input)), reader_(std::move(reader)), columns_(std::move(columns)) {}

 protected:
  Result<bool> read_item() override {
    auto outcome = reader_->next(row_);
    if (!outcome) return outcome.error();
    if (*outcome == CsvReader::Outcome::end) return false;
    sink().begin_item(row_.line, row_.raw);
    if (*outcome == CsvReader::Outcome::bad)
      sink().reject(row_.reason);
    else
      take_row();
    return true;
  }

 private:
  void take_row() {
    const auto id = last_segment(columns_.cell(row_.fields, "id"));
    const auto into = last_segment(columns_.cell(row_.fields, "into"));
    if (id.empty() || into.empty()) return sink().reject("a merged id needs id and merge_into_id");
    const std::string date = day_of_time(columns_.cell(row_.fields, "date"));
    const std::string source = "s/openalex/merged_ids" + (date.empty() ? "" : "@" + date);
    if (described_.first(source)) add_source(source, date);
    ClaimRecord claim;
    claim.subject = Reference::to_id("openalex:" + std::string(id));
    claim.relation = "SAME_AS";
    claim.object = Reference::to_id("openalex:" + std::string(into));
    claim.source = Reference::to_id(source);
    mention(claim.subject, source, described_, sink());
    mention(claim.object, source, described_, sink());
    sink().add(std::move(claim));
  }

  void add_source(const std::string& id, const std::string& date) {
    SourceRecord out;
    out.id = id;
    add_property(out.properties, "publisher", "OpenAlex");
    add_property(out.properties, "source_class", "data");
    add_property(out.properties, "published", date);
    add_property(out.properties, "licence", "CC0-1.0");
    sink().add(std::move(out));
  }

  std::unique_ptr<CsvReader> reader_;
  Columns columns_;
  CsvReader::Row row_;
  Seen described_;
};

}  // namespace

int sniff_openalex_merged(std::string_view, std::string_view head) {
  return head.substr(0, head.find('\n')).find("merge_into_id") != std::string_view::npos ? 95 : 0;
}

int order_openalex_merged(std::string_view, std::string_view) { return 2; }

Result<std::unique_ptr<Adapter>> open_openalex_merged(AdapterInput input) {
  CsvLimits limits;
  limits.record_bytes = input.options.item_limit(limits.record_bytes);
  auto reader = std::make_unique<CsvReader>(input.bytes, limits);
  CsvReader::Row row;
  auto outcome = reader->next(row);
  if (!outcome) return outcome.error();
  Columns columns;
  if (*outcome == CsvReader::Outcome::record) columns = Columns(row.fields, meanings());
  if (!columns.has("id") || !columns.has("into"))
    return make_error(ErrorCode::invalid_input, input.bytes.name() + ":1",
                      "a table of merged ids needs the columns id and merge_into_id");
  return std::unique_ptr<Adapter>(
      std::make_unique<MergedIds>(std::move(input), std::move(reader), std::move(columns)));
}

}  // namespace talentflow::ingest
