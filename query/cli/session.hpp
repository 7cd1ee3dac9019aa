// An open database with the settings of whoever asks: what the commands and the REPL share.
#pragma once

#include <memory>
#include <string>

#include "query/cli/arguments.hpp"
#include "query/cli/terminal.hpp"
#include "talentflow/talentflow.hpp"

namespace talentflow::cli {

/// Opens for reading, or for writing when that is needed (":memory:", ingestion). Throws StoreError.
Database open_database(const std::string& path, const OpenOptions& options);
/// For commands that read: a directory beside a writer, or ":memory:" filled from --load.
Database open_to_read(const DatabaseArguments& arguments);

/// For commands that change a store that must be there. Throws StoreError, also when another program writes
/// it.
Database open_to_write(const DatabaseArguments& arguments);
/// Who runs the program; empty when the system does not know.
std::string login_name();

/// Ingests without a word about what went well; warns of what was passed over or rejected.
void load_quietly(Database& database, const std::vector<std::string>& paths);
/// Shows progress on a terminal, warns of what was passed over or rejected. The report stands on its row; its
/// `summary` is text to print.
Answer ingest_with_progress(Database& database, const std::vector<std::string>& paths, IngestOptions options);

/// Runs one statement and prints its rows through `write`; warnings go to stderr. Returns the number of rows.
struct StatementOptions {
  std::string parameters;
  QueryOptions limits;
  PrintOptions print;
};
std::uint64_t run_statement(Database& database, const std::string& text, const StatementOptions& options,
                            const Write& write);

/// The statements of a text, in order; each keeps its place by blanks in front, so that errors name the right
/// line.
std::vector<std::string> split_statements(const std::string& text);
/// True for white space and comments.
bool is_blank(std::string_view text);

/// A whole file; "-" is standard input. Throws Error with the code NOT_FOUND.
std::string read_file(const std::string& path);

}  // namespace talentflow::cli
