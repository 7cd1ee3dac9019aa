#include <chrono>

#include "ingest/column_map.hpp"
#include "query/facade/c_database.hpp"
#include "query/facade/reports.hpp"

namespace tq = talentflow::query;
using talentflow::ErrorCode;
using talentflow::make_error;
using talentflow::Result;

namespace talentflow::query {
namespace {

/// Passes progress on at most ten times a second, and remembers when the caller asked to stop.
class ProgressRelay {
 public:
  ProgressRelay(talentflow_progress_callback callback, void* user) : callback_(callback), user_(user) {}

  void report(const ingest::ProgressState& state) {
    const auto now = std::chrono::steady_clock::now();
    if (callback_ == nullptr || now - last_ < std::chrono::milliseconds(100)) return;
    last_ = now;
    const std::string input(state.input);
    const talentflow_progress progress{input.c_str(), state.bytes, state.total_bytes, state.records};
    if (callback_(user_, &progress) != 0) stopped_ = true;
  }
  bool stopped() const { return stopped_; }

 private:
  talentflow_progress_callback callback_;
  void* user_;
  std::chrono::steady_clock::time_point last_{};
  bool stopped_ = false;
};

Result<ingest::Report> run_ingest(Database& database, const std::vector<std::string>& paths,
                                  const talentflow_ingest_options& given) {
  ProgressRelay relay(given.progress, given.progress_user);
  bool printing_stopped = false;
  ingest::Options options;
  options.as = text_or_empty(given.adapter);
  options.rejects_path = text_or_empty(given.rejects);
  options.dry_run = given.dry_run != 0;
  options.adapters.item_bytes = static_cast<std::size_t>(given.max_item);
  if (given.max_ratio != 0) options.limits.ratio = given.max_ratio;
  if (given.max_unpacked != 0) options.limits.unpacked_bytes = given.max_unpacked;
  ingest::ColumnMap columns;
  if (const std::string path = text_or_empty(given.map); !path.empty()) {
    auto read = ingest::ColumnMap::read(path);
    if (!read.ok()) return read.error();
    columns = read.take();
    options.adapters.columns = &columns;
  }
  options.print = [&](std::string_view text) {
    if (given.print != nullptr && !printing_stopped)
      printing_stopped = given.print(given.print_user, text.data(), text.size()) != 0;
  };
  options.stop = [&] { return relay.stopped() || printing_stopped; };
  const ingest::Progress progress = [&](const ingest::ProgressState& state) { relay.report(state); };
  return database.ingest(paths, std::move(options), &progress);
}

}  // namespace
}  // namespace talentflow::query

int talentflow_ingest(talentflow_database* database, const char* const* paths, size_t path_count,
                      const talentflow_ingest_options* options, talentflow_answer** report,
                      talentflow_error* error) {
  if (report != nullptr) *report = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    if (path_count == 0) return make_error(ErrorCode::usage, "", "no file or folder to ingest was named");
    const std::vector<std::string> names(paths, paths + path_count);
    auto done =
        tq::run_ingest(*database->database, names, tq::read_options(options, TALENTFLOW_INGEST_OPTIONS_INIT));
    if (!done.ok()) return done.error();
    tq::give_table(report, tq::report_table(*done), {tq::rejects_table(*done), tq::notes_table(*done)});
    return {};
  });
}

int talentflow_adapters(talentflow_answer** answer, talentflow_error* error) {
  *answer = nullptr;
  return tq::guard(error, [&]() -> Result<void> {
    tq::give_table(answer, tq::adapters_table());
    return {};
  });
}
