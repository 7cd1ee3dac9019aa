#include "query/export/export.hpp"
#include "query/facade/c_database.hpp"
#include "query/facade/json_reader.hpp"

namespace tq = talentflow::query;
using talentflow::ErrorCode;
using talentflow::make_error;
using talentflow::Result;

namespace talentflow::query {
namespace {

SideTable counts_table(const ExportEntry& entry, const ExportCounts& counts) {
  const auto number = [](std::uint64_t count) { return Value(static_cast<std::int64_t>(count)); };
  return {"export",
          {"format", "nodes", "edges", "claims", "bytes"},
          {{std::string(entry.name), number(counts.nodes), number(counts.edges), number(counts.claims),
            number(counts.bytes)}}};
}

using RunExport = std::function<Result<ExportCounts>(const ExportEntry&, const ExportInput&)>;

/// Finds what is to be written, and writes it with `run`.
Result<SideTable> export_graph(Database& database, const char* format,
                               const talentflow_export_options& options, const RunExport& run) {
  auto entry = find_export(text_or_empty(format));
  if (!entry.ok()) return entry.error();
  const bool claims = options.claims != 0;
  auto store = database.fresh_store();
  if (!store.ok()) return store.error();
  if (options.query == nullptr) {
    const Interrupt::Work work(database.interrupt());
    graph::Budget budget(limits_of(options.limits), database.interrupt().flag());
    auto view = database.view({});
    if (!view.ok()) return view.error();
    auto selection = select_all(**view, claims);
    auto counts = run(**entry, {**view, **store, budget, std::move(selection.nodes),
                                std::move(selection.edges), true, claims});
    if (!counts.ok()) return counts.error();
    return counts_table(**entry, *counts);
  }
  auto parameters = read_json_object(text_or_empty(options.parameters));
  if (!parameters.ok()) return parameters.error();
  auto statement = database.query(options.query, parameters.take(), limits_of(options.limits));
  if (!statement.ok()) return statement.error();
  const Interrupt::Work work(database.interrupt());
  auto selection = select_rows(**statement);
  if (!selection.ok()) return selection.error();
  auto counts = run(**entry, {*(*statement)->view(), **store, (*statement)->budget(),
                              std::move(selection->nodes), std::move(selection->edges), false, claims});
  if (!counts.ok()) return counts.error();
  return counts_table(**entry, *counts);
}

}  // namespace
}  // namespace talentflow::query

int talentflow_export_file(talentflow_database* database, const char* format, const char* path,
                           const talentflow_export_options* options, talentflow_answer** report,
                           talentflow_error* error) {
  if (report != nullptr) *report = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    const std::string target = tq::text_or_empty(path);
    if (target.empty()) return make_error(ErrorCode::usage, "", "no file to export to was named");
    auto table = tq::export_graph(*database->database, format,
                                  tq::read_options(options, TALENTFLOW_EXPORT_OPTIONS_INIT),
                                  [&](const tq::ExportEntry& entry, const tq::ExportInput& input) {
                                    return tq::export_to_path(entry, input, target);
                                  });
    if (!table.ok()) return table.error();
    tq::give_table(report, table.take());
    return {};
  });
}

int talentflow_export(talentflow_database* database, const char* format,
                      const talentflow_export_options* options, talentflow_write_callback write, void* user,
                      talentflow_answer** report, talentflow_error* error) {
  if (report != nullptr) *report = nullptr;
  const tq::ByteWriter writer = [&](std::string_view bytes) -> Result<void> {
    if (bytes.empty() || write(user, bytes.data(), bytes.size()) == 0) return {};
    return make_error(ErrorCode::interrupted, "", "the output was stopped by its reader");
  };
  return tq::guard(error, [&]() -> Result<void> {
    auto table = tq::export_graph(
        *database->database, format, tq::read_options(options, TALENTFLOW_EXPORT_OPTIONS_INIT),
        [&](const tq::ExportEntry& entry, const tq::ExportInput& input) -> Result<tq::ExportCounts> {
          if (entry.folder())
            return make_error(ErrorCode::usage, "",
                              std::string(entry.name) + " is several files; name a folder for them");
          return entry.parts.front().write(input, writer);
        });
    if (!table.ok()) return table.error();
    tq::give_table(report, table.take());
    return {};
  });
}

int talentflow_exports(talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    tq::SideTable table{"exports", {"name", "suffix", "summary"}, {}};
    for (const auto& entry : tq::export_table())
      table.rows.push_back({std::string(entry.name), std::string(entry.suffix), std::string(entry.summary)});
    tq::give_table(answer, std::move(table));
    return {};
  });
}
