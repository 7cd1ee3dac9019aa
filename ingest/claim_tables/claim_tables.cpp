#include "ingest/claim_tables/claim_tables.hpp"

#include "ingest/bytes/byte_source.hpp"
#include "ingest/claim_tables/columns.hpp"
#include "ingest/csv/csv_reader.hpp"

namespace talentflow::ingest {
namespace {

class ClaimTables final : public Adapter {
 public:
  ClaimTables(AdapterInput input, CsvReader reader, Header header)
      : input_(std::move(input)), reader_(std::move(reader)), header_(std::move(header)) {}

  Result<bool> next(Record& record) override {
    for (;;) {
      auto outcome = reader_.next(row_);
      if (!outcome) return outcome.error();
      if (*outcome == CsvReader::Outcome::end) return false;
      if (*outcome == CsvReader::Outcome::bad) {
        input_.reject({row_.line, row_.reason, std::string(row_.raw)});
        continue;
      }
      if (row_.fields.size() != header_.columns.size()) {
        input_.reject({row_.line,
                       "the row has " + std::to_string(row_.fields.size()) + " fields, the header " +
                           std::to_string(header_.columns.size()),
                       std::string(row_.raw)});
        continue;
      }
      if (!take(record)) continue;
      record.line = row_.line;
      record.raw.assign(row_.raw);
      return true;
    }
  }

 private:
  bool take(Record& record) {
    switch (header_.kind) {
      case TableKind::entities:
        return take_entity(fresh<EntityRecord>(record));
      case TableKind::sources:
        return take_source(fresh<SourceRecord>(record));
      case TableKind::claims:
        return take_claim(claim_to_fill(record));
    }
    return false;
  }

  template <class T>
  static T& fresh(Record& record) {
    return record.content.emplace<T>();
  }

  /// Claims come in millions: the record's strings are reused, every one is set or cleared.
  static ClaimRecord& claim_to_fill(Record& record) {
    if (!std::holds_alternative<ClaimRecord>(record.content)) return record.content.emplace<ClaimRecord>();
    auto& claim = std::get<ClaimRecord>(record.content);
    claim.edge_id.clear();
    claim.properties.clear();
    for (auto* reference : {&claim.subject, &claim.object, &claim.source}) {
      reference->id.clear();
      reference->name.clear();
      reference->kind.clear();
    }
    for (auto field : {&ClaimRecord::id, &ClaimRecord::relation, &ClaimRecord::role, &ClaimRecord::start,
                       &ClaimRecord::end, &ClaimRecord::place, &ClaimRecord::stance, &ClaimRecord::target,
                       &ClaimRecord::status, &ClaimRecord::credibility, &ClaimRecord::confidence,
                       &ClaimRecord::locator, &ClaimRecord::note, &ClaimRecord::amount_low,
                       &ClaimRecord::amount_high, &ClaimRecord::currency, &ClaimRecord::recorded})
      (claim.*field).clear();
    return claim;
  }

  /// Keeps a column that has no field of its own. An empty value is no value.
  bool add_property(Properties& properties, const Column& column, std::string_view text) {
    if (text.empty()) return true;
    auto value = typed_value(text, column.type);
    if (!value) {
      input_.reject({row_.line,
                     "column \"" + column.name + "\" holds \"" + std::string(text.substr(0, 80)) +
                         "\", which is not of the type its header gives",
                     std::string(row_.raw)});
      return false;
    }
    properties.emplace_back(column.name, std::move(*value));
    return true;
  }

  bool take_entity(EntityRecord& entity) {
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const Column& column = header_.columns[i];
      const std::string_view text = row_.fields[i];
      if (column.name == "id")
        entity.entity.id.assign(text);
      else if (column.name == "kind")
        entity.kind.assign(text);
      else if (column.name == "labels")
        entity.labels = split_list(text);
      else if (column.name == "name")
        entity.name.assign(text);
      else if (column.name == "aliases")
        entity.aliases = split_list(text);
      else if (column.name == "source")
        entity.source = Reference::to_id(std::string(text));
      else if (column.name == "recorded")
        entity.recorded.assign(text);
      else if (!add_property(entity.properties, column, text))
        return false;
    }
    return true;
  }

  bool take_source(SourceRecord& source) {
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const Column& column = header_.columns[i];
      const std::string_view text = row_.fields[i];
      if (column.name == "id")
        source.id.assign(text);
      else if (column.name == "recorded")
        source.recorded.assign(text);
      else if (!add_property(source.properties, column, text))
        return false;
    }
    return true;
  }

  bool take_claim(ClaimRecord& claim) {
    for (std::size_t i = 0; i < header_.columns.size(); ++i) {
      const Column& column = header_.columns[i];
      const std::string_view text = row_.fields[i];
      if (column.claim_field != nullptr)
        (claim.*column.claim_field).assign(text);
      else if (column.name == "subject")
        claim.subject.id.assign(text);
      else if (column.name == "object")
        claim.object.id.assign(text);
      else if (column.name == "source")
        claim.source.id.assign(text);
      else if (!add_property(claim.properties, column, text))
        return false;
    }
    return true;
  }

  AdapterInput input_;
  CsvReader reader_;
  Header header_;
  CsvReader::Row row_;
};

/// The fields of the first record of a file's beginning.
std::optional<TableKind> kind_of_head(std::string_view head) {
  const auto bytes = memory_source("", std::string(head.substr(0, 64 << 10)));
  CsvReader reader(*bytes);
  CsvReader::Row row;
  const auto outcome = reader.next(row);
  if (!outcome || *outcome != CsvReader::Outcome::record) return std::nullopt;
  return table_kind(row.fields);
}

}  // namespace

int sniff_claim_tables(std::string_view, std::string_view head) { return kind_of_head(head) ? 95 : 0; }

int order_claim_tables(std::string_view, std::string_view head) {
  const auto kind = kind_of_head(head);
  return kind ? static_cast<int>(*kind) : static_cast<int>(TableKind::claims);
}

Result<std::unique_ptr<Adapter>> open_claim_tables(AdapterInput input) {
  CsvLimits limits;
  limits.record_bytes = input.options.item_limit(limits.record_bytes);
  CsvReader reader(input.bytes, limits);
  CsvReader::Row row;
  auto outcome = reader.next(row);
  if (!outcome) return outcome.error();
  const std::string place = input.bytes.name() + ":" + std::to_string(std::max<std::uint64_t>(row.line, 1));
  if (*outcome == CsvReader::Outcome::end)
    return make_error(ErrorCode::invalid_input, place, "the file has no header row");
  if (*outcome == CsvReader::Outcome::bad)
    return make_error(ErrorCode::invalid_input, place, "the header row cannot be read: " + row.reason);
  const auto kind = table_kind(row.fields);
  if (!kind) return make_error(ErrorCode::invalid_input, place, missing_columns(row.fields));
  auto header = read_header(row.fields, *kind);
  if (!header) return make_error(ErrorCode::invalid_input, place, header.error().message);
  for (const auto& note : header->notes) input.reject({row.line, note, std::string(row.raw)});
  return std::unique_ptr<Adapter>(
      std::make_unique<ClaimTables>(std::move(input), std::move(reader), std::move(*header)));
}

}  // namespace talentflow::ingest
