// talentflow for C++20: a thin layer over talentflow.h that closes what it opens and throws what fails.
// Header-only, standard library only. The conventions of talentflow.h hold; in short:
//
//   - Handles are moved, never copied; a Database outlives its Answers.
//   - What a call lends (string_view, Value) lives until the next row, or as long as its owner.
//   - A call that fails throws talentflow::Error; nothing else is thrown but std::bad_alloc.
//   - A Database may be used from several threads; an Answer by one at a time; Database::interrupt() from any
//   thread
//     and from a signal handler.
//
//   talentflow::Database database("store");
//   database.ingest({"claims.csv"});
//   auto answer = database.query("net researcher flow between China and overseas labs");
//   while (answer.next()) std::cout << answer["net"].integer() << "\n";
#pragma once

#include <concepts>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "talentflow/talentflow.h"

namespace talentflow {
// The inline namespace keeps these names apart from those inside the static library.
inline namespace v1 {

/// What went wrong; what() is "where: message" with the excerpt on the lines below.
class Error : public std::runtime_error {
 public:
  Error(int code, std::string where, std::string message, std::string excerpt)
      : std::runtime_error((where.empty() ? message : where + ": " + message) +
                           (excerpt.empty() ? "" : "\n" + excerpt)),
        code_(static_cast<talentflow_code>(code)),
        where_(std::move(where)),
        message_(std::move(message)),
        excerpt_(std::move(excerpt)) {}

  talentflow_code code() const noexcept { return code_; }
  const std::string& where() const noexcept { return where_; }
  const std::string& message() const noexcept { return message_; }
  const std::string& excerpt() const noexcept { return excerpt_; }

 private:
  talentflow_code code_;
  std::string where_, message_, excerpt_;
};

namespace detail {

/// Calls a function of the C interface with an error struct and throws what it reports.
template <class Call>
void check(Call&& call) {
  talentflow_error raw = TALENTFLOW_ERROR_INIT;
  const int code = std::forward<Call>(call)(&raw);
  if (code == TALENTFLOW_OK) return;
  const auto text = [](const char* given) { return std::string(given == nullptr ? "" : given); };
  Error error(code, text(raw.where), text(raw.message), text(raw.excerpt));
  talentflow_error_clear(&raw);
  throw error;
}

inline const char* or_null(const std::string& text) { return text.empty() ? nullptr : text.c_str(); }

}  // namespace detail

/// A value of a row, lent by its Answer.
class Value {
 public:
  explicit Value(const talentflow_value* value = nullptr) : value_(value) {}

  talentflow_type type() const { return talentflow_value_type(value_); }
  bool is_null() const { return type() == TALENTFLOW_NULL; }
  bool boolean() const { return talentflow_value_boolean(value_) != 0; }
  std::int64_t integer() const { return talentflow_value_integer(value_); }
  double floating() const { return talentflow_value_float(value_); }
  /// A string value; "" for any other.
  std::string_view string() const { return lent(talentflow_value_string); }
  /// Any value as people read it, and as JSON.
  std::string_view text() const { return lent(talentflow_value_text); }
  std::string_view json() const { return lent(talentflow_value_json); }
  /// Empty parts for what is no date, time or duration.
  talentflow_temporal temporal() const {
    talentflow_temporal parts{};
    talentflow_value_temporal(value_, &parts);
    return parts;
  }

  // Parts of lists, maps, nodes and edges (their properties), paths (node, edge, node, ..).
  std::size_t size() const { return talentflow_value_size(value_); }
  template <std::integral Index>
  Value operator[](Index index) const {
    return Value(talentflow_value_item(value_, static_cast<std::size_t>(index)));
  }
  Value operator[](const char* key) const { return Value(talentflow_value_get(value_, key)); }
  Value operator[](const std::string& key) const { return (*this)[key.c_str()]; }
  std::string_view key(std::size_t index) const {
    const char* key = talentflow_value_key(value_, index);
    return key == nullptr ? std::string_view() : std::string_view(key);
  }

  std::string_view id() const { return talentflow_value_id(value_); }
  std::vector<std::string_view> labels() const {
    std::vector<std::string_view> labels;
    for (std::size_t i = 0; i < talentflow_value_label_count(value_); ++i)
      labels.emplace_back(talentflow_value_label(value_, i));
    return labels;
  }
  std::string_view relation() const { return talentflow_value_relation(value_); }
  std::string_view from() const { return talentflow_value_from(value_); }
  std::string_view to() const { return talentflow_value_to(value_); }

 private:
  template <class Lend>
  std::string_view lent(Lend lend) const {
    std::size_t length = 0;
    const char* text = lend(value_, &length);
    return {text, length};
  }
  const talentflow_value* value_;
};

/// How an Answer is printed; see talentflow_print_options.
struct PrintOptions {
  std::string format = "table";
  std::uint64_t max_rows = 0;
  std::uint32_t width = 0;
  std::string null_text;
  bool header = true;
};

/// Takes bytes; returns false to stop.
using Write = std::function<bool(std::string_view)>;

namespace detail {

/// A Write as a C callback. What it throws is kept and thrown again on this side of the interface.
struct Writing {
  const Write& write;
  std::exception_ptr thrown;

  static int callback(void* user, const char* bytes, std::size_t length) noexcept {
    auto& self = *static_cast<Writing*>(user);
    try {
      return self.write(std::string_view(bytes, length)) ? 0 : 1;
    } catch (...) {
      self.thrown = std::current_exception();
      return 1;
    }
  }
  template <class Call>
  void run(Call&& call) {
    try {
      check(std::forward<Call>(call));
    } catch (const Error&) {
      if (thrown) std::rethrow_exception(thrown);
      throw;
    }
  }
};

}  // namespace detail

/// Rows, pulled one by one.
class Answer {
 public:
  explicit Answer(talentflow_answer* answer = nullptr) : answer_(answer, talentflow_answer_free) {}

  std::size_t column_count() const { return talentflow_answer_column_count(answer_.get()); }
  std::string_view column(std::size_t index) const { return talentflow_answer_column(answer_.get(), index); }
  std::vector<std::string> columns() const {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < column_count(); ++i) names.emplace_back(column(i));
    return names;
  }

  /// Moves to the next row; false at the end.
  bool next() {
    int has_row = 0;
    detail::check(
        [&](talentflow_error* error) { return talentflow_answer_next(answer_.get(), &has_row, error); });
    return has_row != 0;
  }
  template <std::integral Index>
  Value operator[](Index column) const {
    return Value(talentflow_answer_value(answer_.get(), static_cast<std::size_t>(column)));
  }
  /// A null value when there is no column of that name.
  Value operator[](std::string_view name) const {
    for (std::size_t i = 0; i < column_count(); ++i)
      if (column(i) == name) return (*this)[i];
    return Value();
  }
  Value operator[](const char* name) const { return (*this)[std::string_view(name)]; }

  /// What the answer was counted by, as a JSON object; complete after the last row.
  std::string meta() const { return talentflow_answer_meta(answer_.get()); }
  std::vector<std::string> warnings() const {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < talentflow_answer_warning_count(answer_.get()); ++i)
      texts.emplace_back(talentflow_answer_warning(answer_.get(), i));
    return texts;
  }

  /// A table beside the rows (SHOW MOVES), lent by its Answer.
  class Table {
   public:
    Table(talentflow_answer* answer, std::size_t number) : answer_(answer), number_(number) {}
    std::string_view name() const { return talentflow_answer_table_name(answer_, number_); }
    std::size_t column_count() const { return talentflow_answer_table_column_count(answer_, number_); }
    std::string_view column(std::size_t index) const {
      return talentflow_answer_table_column(answer_, number_, index);
    }
    std::size_t row_count() const { return talentflow_answer_table_row_count(answer_, number_); }
    Value at(std::size_t row, std::size_t column) const {
      return Value(talentflow_answer_table_value(answer_, number_, row, column));
    }

   private:
    talentflow_answer* answer_;
    std::size_t number_;
  };
  std::vector<Table> tables() const {
    std::vector<Table> tables;
    for (std::size_t i = 0; i < talentflow_answer_table_count(answer_.get()); ++i)
      tables.emplace_back(answer_.get(), i);
    return tables;
  }

  /// Prints the rows that are left; returns their number.
  std::uint64_t print(const PrintOptions& options, const Write& write) {
    talentflow_print_options raw = TALENTFLOW_PRINT_OPTIONS_INIT;
    raw.format = options.format.c_str();
    raw.max_rows = options.max_rows;
    raw.width = options.width;
    raw.null_text = options.null_text.c_str();
    raw.no_header = options.header ? 0 : 1;
    std::uint64_t rows = 0;
    detail::Writing writing{write, nullptr};
    writing.run([&](talentflow_error* error) {
      return talentflow_answer_print(answer_.get(), &raw, detail::Writing::callback, &writing, &rows, error);
    });
    return rows;
  }
  std::string print(const PrintOptions& options = {}) {
    std::string text;
    print(options, [&](std::string_view bytes) {
      text += bytes;
      return true;
    });
    return text;
  }

  /// Hands the rows that are left to an Arrow C stream, which then owns this answer.
  void arrow(ArrowArrayStream& stream) {
    detail::check(
        [&](talentflow_error* error) { return talentflow_answer_arrow(answer_.get(), &stream, error); });
    static_cast<void>(answer_.release());
  }

 private:
  std::unique_ptr<talentflow_answer, void (*)(talentflow_answer*)> answer_;
};

/// The graph as arrays: edges that leave node n are at offsets()[n] .. offsets()[n+1]-1 of targets(),
/// types(), beliefs().
class Snapshot {
 public:
  explicit Snapshot(talentflow_snapshot* snapshot) : snapshot_(snapshot, talentflow_snapshot_free) {}
  std::size_t node_count() const { return talentflow_snapshot_node_count(snapshot_.get()); }
  std::size_t edge_count() const { return talentflow_snapshot_edge_count(snapshot_.get()); }
  std::span<const std::uint64_t> offsets() const {
    return {talentflow_snapshot_offsets(snapshot_.get()), node_count() + 1};
  }
  std::span<const std::uint32_t> targets() const {
    return {talentflow_snapshot_targets(snapshot_.get()), edge_count()};
  }
  std::span<const std::uint32_t> types() const {
    return {talentflow_snapshot_types(snapshot_.get()), edge_count()};
  }
  std::span<const double> beliefs() const {
    return {talentflow_snapshot_beliefs(snapshot_.get()), edge_count()};
  }
  std::string_view type(std::uint32_t code) const { return talentflow_snapshot_type(snapshot_.get(), code); }
  std::string_view node_id(std::uint32_t node) const {
    return talentflow_snapshot_node_id(snapshot_.get(), node);
  }

 private:
  std::unique_ptr<talentflow_snapshot, void (*)(talentflow_snapshot*)> snapshot_;
};

struct OpenOptions {
  talentflow_access access = TALENTFLOW_WRITE;
  bool must_exist = false;
  bool recover = false;
  std::uint64_t memory_bytes = 0;
  talentflow_log_callback log = nullptr;
  void* log_user = nullptr;
};

struct QueryOptions {
  std::int64_t timeout_ms = 0;
  std::uint64_t memory_bytes = 0;
  std::uint64_t rows = 0;

  talentflow_query_options raw() const {
    return {sizeof(talentflow_query_options), timeout_ms, memory_bytes, rows};
  }
};

struct IngestOptions {
  std::string adapter;
  std::string rejects;
  bool dry_run = false;
  Write print;                                               ///< what a dry run would store
  std::function<bool(const talentflow_progress&)> progress;  ///< returns false to stop
  std::string map;  ///< file that says which columns of careers tables mean what
  std::uint64_t max_item = 0, max_ratio = 0, max_unpacked = 0;  ///< 0: as talentflow_ingest_options says
};

struct ExportOptions {
  std::string query;
  std::string parameters;
  bool claims = false;
  QueryOptions limits;
};

/// An open store.
class Database {
 public:
  /// `path` is a directory or ":memory:".
  explicit Database(const std::string& path, const OpenOptions& options = {})
      : database_(open(path, options), talentflow_close) {}

  /// `parameters` is a JSON object, or empty.
  Answer query(const std::string& text, const std::string& parameters = {},
               const QueryOptions& options = {}) {
    const auto raw = options.raw();
    return answer([&](talentflow_answer** out, talentflow_error* error) {
      return talentflow_query(get(), text.c_str(), detail::or_null(parameters), &raw, out, error);
    });
  }

  /// One load; the answer is its report.
  Answer ingest(const std::vector<std::string>& paths, const IngestOptions& options = {}) {
    std::vector<const char*> names;
    for (const auto& path : paths) names.push_back(path.c_str());
    detail::Writing printing{options.print, nullptr};
    talentflow_ingest_options raw = TALENTFLOW_INGEST_OPTIONS_INIT;
    raw.adapter = detail::or_null(options.adapter);
    raw.rejects = detail::or_null(options.rejects);
    raw.dry_run = options.dry_run ? 1 : 0;
    raw.print = options.print ? detail::Writing::callback : nullptr;
    raw.print_user = &printing;
    raw.progress = options.progress ? report_progress : nullptr;
    raw.progress_user = const_cast<IngestOptions*>(&options);
    raw.map = detail::or_null(options.map);
    raw.max_item = options.max_item;
    raw.max_ratio = options.max_ratio;
    raw.max_unpacked = options.max_unpacked;
    talentflow_answer* report = nullptr;
    printing.run([&](talentflow_error* error) {
      return talentflow_ingest(get(), names.data(), names.size(), &raw, &report, error);
    });
    return Answer(report);
  }

  /// The answer is the report: format, nodes, edges, claims, bytes.
  Answer export_file(const std::string& format, const std::string& path, const ExportOptions& options = {}) {
    const auto limits = options.limits.raw();
    const auto raw = export_options(options, limits);
    return answer([&](talentflow_answer** out, talentflow_error* error) {
      return talentflow_export_file(get(), format.c_str(), path.c_str(), &raw, out, error);
    });
  }
  Answer export_to(const std::string& format, const Write& write, const ExportOptions& options = {}) {
    const auto limits = options.limits.raw();
    const auto raw = export_options(options, limits);
    detail::Writing writing{write, nullptr};
    talentflow_answer* report = nullptr;
    writing.run([&](talentflow_error* error) {
      return talentflow_export(get(), format.c_str(), &raw, detail::Writing::callback, &writing, &report,
                               error);
    });
    return Answer(report);
  }

  Answer info() { return listed(talentflow_info); }
  Answer check() { return listed(talentflow_check); }
  Answer loads() { return listed(talentflow_loads); }
  Answer reviews() { return listed(talentflow_reviews); }
  /// Who is who, as `author` decides; the answer has one row, and `summary` is a line to print.
  Answer decide(const std::string& one, const std::string& other, talentflow_decision decision,
                const std::string& author, const std::string& note = {}) {
    auto report = answer([&](talentflow_answer** out, talentflow_error* error) {
      return talentflow_decide(get(), one.c_str(), other.c_str(), decision, author.c_str(), note.c_str(), out,
                               error);
    });
    report.next();
    return report;
  }
  /// Takes back a claim about who is who; an empty id stands for the last decision.
  Answer undo(const std::string& claim, const std::string& author) {
    auto report = answer([&](talentflow_answer** out, talentflow_error* error) {
      return talentflow_undo(get(), claim.empty() ? nullptr : claim.c_str(), author.c_str(), out, error);
    });
    report.next();
    return report;
  }
  /// Both return the number of claims.
  std::uint64_t withdraw(std::uint32_t load) {
    std::uint64_t claims = 0;
    detail::check([&](talentflow_error* error) { return talentflow_withdraw(get(), load, &claims, error); });
    return claims;
  }
  std::uint64_t forget(const std::string& id) {
    std::uint64_t claims = 0;
    detail::check(
        [&](talentflow_error* error) { return talentflow_forget(get(), id.c_str(), &claims, error); });
    return claims;
  }
  void backup(const std::string& directory) {
    detail::check(
        [&](talentflow_error* error) { return talentflow_backup(get(), directory.c_str(), error); });
  }

  Answer vocabulary(talentflow_words words, const std::string& prefix = {}, std::size_t limit = 0) {
    return answer([&](talentflow_answer** out, talentflow_error* error) {
      return talentflow_vocabulary(get(), words, prefix.c_str(), limit, out, error);
    });
  }

  Snapshot snapshot() {
    talentflow_snapshot* taken = nullptr;
    detail::check([&](talentflow_error* error) { return talentflow_snapshot_take(get(), &taken, error); });
    return Snapshot(taken);
  }

  /// Stops what runs on this database; see talentflow_interrupt.
  void interrupt() noexcept { talentflow_interrupt(get()); }
  talentflow_database* get() const noexcept { return database_.get(); }

 private:
  static talentflow_database* open(const std::string& path, const OpenOptions& options) {
    talentflow_open_options raw = TALENTFLOW_OPEN_OPTIONS_INIT;
    raw.access = options.access;
    raw.must_exist = options.must_exist ? 1 : 0;
    raw.recover = options.recover ? 1 : 0;
    raw.memory_bytes = options.memory_bytes;
    raw.log = options.log;
    raw.log_user = options.log_user;
    talentflow_database* database = nullptr;
    detail::check(
        [&](talentflow_error* error) { return talentflow_open(path.c_str(), &raw, &database, error); });
    return database;
  }
  static int report_progress(void* user, const talentflow_progress* progress) noexcept {
    try {
      return static_cast<IngestOptions*>(user)->progress(*progress) ? 0 : 1;
    } catch (...) {
      return 1;
    }
  }
  static talentflow_export_options export_options(const ExportOptions& options,
                                                  const talentflow_query_options& limits) {
    talentflow_export_options raw = TALENTFLOW_EXPORT_OPTIONS_INIT;
    raw.query = detail::or_null(options.query);
    raw.parameters = detail::or_null(options.parameters);
    raw.claims = options.claims ? 1 : 0;
    raw.limits = &limits;
    return raw;
  }
  template <class Call>
  static Answer answer(Call&& call) {
    talentflow_answer* out = nullptr;
    detail::check([&](talentflow_error* error) { return call(&out, error); });
    return Answer(out);
  }
  template <class List>
  Answer listed(List list) {
    return answer([&](talentflow_answer** out, talentflow_error* error) { return list(get(), out, error); });
  }

  std::unique_ptr<talentflow_database, void (*)(talentflow_database*)> database_;
};

/// Throws when `json` is no JSON value that a parameter can have.
inline void check_parameter(const std::string& json) {
  detail::check([&](talentflow_error* error) { return talentflow_check_parameter(json.c_str(), error); });
}

/// The tokens of a text, for editors that colour it: columns begin, length, kind.
inline Answer tokens(const std::string& text) {
  talentflow_answer* out = nullptr;
  detail::check([&](talentflow_error* error) { return talentflow_tokens(text.c_str(), &out, error); });
  return Answer(out);
}

/// Lists that need no store: formats, exports, adapters, rules.
inline Answer list(int (*call)(talentflow_answer**, talentflow_error*)) {
  talentflow_answer* out = nullptr;
  detail::check([&](talentflow_error* error) { return call(&out, error); });
  return Answer(out);
}

}  // namespace v1
}  // namespace talentflow
