// The way in: files to records to the store, as one load.
//
//   paths -> inputs (files, directories opened up, formats recognised)   pipeline/inputs.hpp
//         -> adapters, in the order entities, sources, claims             adapter_table.cpp
//         -> records, checked                                             record_check.hpp
//         -> the store's LoadWriter, or printed (dry run)                 pipeline/print_record.hpp
//         -> what cannot be taken: the rejects file                       pipeline/rejects.hpp
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "graph/store/store.hpp"
#include "ingest/adapter.hpp"
#include "ingest/bytes/byte_source.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

struct Options {
  std::string as;        ///< an adapter's name; empty: recognised by content
  bool dry_run = false;  ///< print what would be stored; store nothing, write no rejects file
  std::string
      rejects_path;  ///< where rejected lines go; empty: they are only counted and shown in the report
  ByteLimits limits;
  AdapterOptions adapters;
  std::function<void(std::string_view)> print;  ///< receives the dry run's text; required for a dry run
  std::function<bool()> stop;  ///< asked between records; true ends the load with ErrorCode::interrupted
};

/// How far a load has come. Reported every few thousand records.
struct ProgressState {
  std::string_view input;         ///< the file being read
  std::uint64_t bytes = 0;        ///< read of all inputs, as they lie on disk
  std::uint64_t total_bytes = 0;  ///< of all inputs; 0 when unknown
  std::uint64_t records = 0;      ///< of all inputs
};
using Progress = std::function<void(const ProgressState&)>;

/// One line that was not taken, as the rejects file has it.
struct RejectedLine {
  std::string input;
  std::uint64_t line = 0;
  std::string reason;
  std::string raw;
};

struct Report {
  std::uint64_t records = 0;  ///< read and well-formed
  std::uint64_t added = 0;
  std::uint64_t known = 0;     ///< were stored before: nothing was added for them
  std::uint64_t rejected = 0;  ///< malformed, contradictory, or about ids that never came
  std::uint64_t refused = 0;   ///< of those: about ids that never came
  std::uint64_t new_entities = 0;
  std::uint64_t links = 0;    ///< names and ids that were clear
  std::uint64_t reviews = 0;  ///< names that need a decision
  double seconds = 0;
  LoadNumber load = 0;
  std::vector<std::string> notes;           ///< files passed over, inputs that ended early
  std::vector<RejectedLine> first_rejects;  ///< the first 20
  std::string rejects_path;                 ///< the file written, or empty

  /// A few lines for people: "added 968 claims .. 2 rejected, see ..". With a last line on what was known
  /// already.
  std::string text() const;
};

/// Reads files and directories (recursively, in the order of their names) as one load.
///
/// Result: the report. Lines that cannot be taken are rejected one by one, and an input that breaks off (a
/// damaged archive) keeps what came before; both are in the report. Errors: not_found, invalid_input (an
/// input that nobody recognises: before anything is stored), budget (none so far), io and whatever the store
/// returns: nothing of the load is kept then. `store` must be open for writing, except for a dry run, which
/// only reads names from it. `progress` may be null. One load at a time; blocks until done.
Result<Report> ingest(graph::Store& store, const std::vector<std::string>& paths, const Options& options,
                      const Progress* progress);

}  // namespace talentflow::ingest
