#include "ingest/pipeline/pipeline.hpp"

#include <chrono>
#include <filesystem>
#include <utility>

#include "ingest/adapter.hpp"
#include "ingest/pipeline/inputs.hpp"
#include "ingest/pipeline/lexicon.hpp"
#include "ingest/pipeline/print_record.hpp"
#include "ingest/pipeline/rejects.hpp"
#include "ingest/pipeline/side_by_side.hpp"
#include "ingest/record_check.hpp"
#include "ingest/text/page_adapter.hpp"

namespace talentflow::ingest {
namespace {

constexpr std::uint64_t kProgressEvery = 4096;
constexpr std::size_t kRejectsShown = 20;

/// One run of the pipeline: what its steps share.
class Run {
 public:
  Run(graph::Store& store, const Options& options, const Progress* progress)
      : store_(store), options_(options), progress_(progress), rejects_(options.rejects_path) {}

  Result<Report> over(Inputs inputs) {
    const auto started = std::chrono::steady_clock::now();
    report_.notes = std::move(inputs.notes);
    for (const auto& input : inputs.files) {
      total_bytes_ += input.bytes;
      names_wanted_ = names_wanted_ || input.adapter->prose;
    }
    if (names_wanted_) known_names_.emplace(store_, lexicon_);
    if (!options_.dry_run) {
      auto writer = store_.begin_load(title(inputs.files));
      if (!writer) return writer.error();
      writer_ = writer.take();
    }
    for (const auto& input : inputs.files) TALENTFLOW_TRY(read_input(input));
    TALENTFLOW_TRY(finish());
    report_.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started).count();
    return std::move(report_);
  }

 private:
  static std::string title(const std::vector<Input>& files) {
    std::string out = files.empty() ? "" : files.front().path;
    if (files.size() > 1) out += " and " + std::to_string(files.size() - 1) + " more";
    return out;
  }

  Result<void> read_input(const Input& input) {
    auto bytes = open_file(input.path, options_.limits);
    if (!bytes) return bytes.error();
    input_name_ = std::filesystem::path(input.path).filename().string();
    prose_ = input.adapter->prose;
    if (writer_ != nullptr) writer_->begin_input(input.path, input.adapter->name, input.adapter->version);
    const Lexicon& names = known_names_ ? static_cast<const Lexicon&>(*known_names_) : lexicon_;
    auto adapter = input.adapter->open(
        {**bytes, names, [this](Reject reject) { take_reject(reject.line, reject.reason, reject.raw); },
         options_.adapters});
    if (!adapter) return adapter.error();
    Record record;
    for (;;) {
      auto more = (*adapter)->next(record);
      if (!more) {
        broken_off(more.error());
        break;
      }
      if (!*more) break;
      TALENTFLOW_TRY(take(record));
      if (report_.records % kProgressEvery == 0) TALENTFLOW_TRY(pause((*bytes)->consumed()));
      if (failed_) return *failed_;
    }
    if (failed_) return *failed_;
    TALENTFLOW_TRY(show_page(input));
    done_bytes_ += (*bytes)->size();
    return pause(0);
  }

  /// What came before an unreadable place stays; what follows it cannot be read.
  void broken_off(const Error& error) {
    take_reject(0, error.message + " (the rest of this input was not read)", "");
    report_.notes.push_back(error.text() + "; what came before it was kept, the rest was not read");
  }

  Result<void> take(const Record& record) {
    if (auto fault = find_fault(record)) {
      take_reject(record.line, *fault, record.raw);
      return {};
    }
    if (names_wanted_)
      if (const auto* entity = std::get_if<EntityRecord>(&record.content)) lexicon_.add(*entity);
    ++report_.records;
    if (writer_ == nullptr) {
      options_.print(print_record(record, input_name_));
      if (prose_) page_.add(record);
      return {};
    }
    auto taken = writer_->add(record);
    if (!taken) {
      if (taken.error().code != ErrorCode::invalid_input && taken.error().code != ErrorCode::conflict)
        return taken.error();
      --report_.records;
      take_reject(record.line, taken.error().message, record.raw);
    } else if (*taken == graph::Taken::added) {
      ++report_.added;
    } else if (*taken == graph::Taken::known) {
      ++report_.known;
    }
    return {};
  }

  /// A dry run shows a page of prose once more as a whole, its claims beside the sentences.
  Result<void> show_page(const Input& input) {
    const SideBySide page = std::exchange(page_, {});
    if (!options_.dry_run || page.empty()) return {};
    auto bytes = open_file(input.path, options_.limits);
    if (!bytes) return bytes.error();
    // A feed may be larger than a page: then only its sentences with claims are shown.
    auto read = read_all(**bytes, text::kLargestPage);
    std::string text = read ? read.take() : std::string();
    if (text.starts_with("\xEF\xBB\xBF")) text.erase(0, 3);
    options_.print(input_name_ + ": the text, and what was found in it\n" + page.print(text));
    return {};
  }

  void take_reject(std::uint64_t line, std::string reason, std::string raw) {
    reject({input_name_, line, std::move(reason), std::move(raw)});
  }
  void reject(RejectedLine line) {
    ++report_.rejected;
    if (auto written = rejects_.write(line); !written && !failed_) failed_ = written.error();
    if (report_.first_rejects.size() < kRejectsShown) report_.first_rejects.push_back(std::move(line));
  }

  /// Between records: shows how far it is, and asks whether to go on.
  Result<void> pause(std::uint64_t bytes_of_input) {
    if (progress_ != nullptr && *progress_)
      (*progress_)({input_name_, done_bytes_ + bytes_of_input, total_bytes_, report_.records});
    if (options_.stop && options_.stop())
      return make_error(ErrorCode::interrupted, "", "interrupted; nothing of this load was kept");
    return {};
  }

  Result<void> finish() {
    TALENTFLOW_TRY(
        rejects_.close());  // before anything is committed: what cannot be told must not be dropped
    if (writer_ != nullptr) {
      auto summary = writer_->finish();
      if (!summary) return summary.error();
      for (const auto& refusal : summary->refused) {
        ++report_.refused;
        reject({std::filesystem::path(refusal.input).filename().string(), refusal.line, refusal.reason,
                refusal.raw});
      }
      report_.added = summary->load.claims;
      report_.known = summary->load.known;
      report_.reviews = summary->reviews;
      report_.links = summary->links;
      report_.new_entities = summary->added_entities;
      report_.load = summary->load.number;
    }
    if (failed_) return *failed_;
    TALENTFLOW_TRY(rejects_.close());
    if (rejects_.written()) report_.rejects_path = options_.rejects_path;
    return {};
  }

  graph::Store& store_;
  const Options& options_;
  const Progress* progress_;
  RejectsFile rejects_;
  MemoryLexicon lexicon_;  ///< of the entities that the load declares
  std::optional<StoreLexicon> known_names_;
  std::unique_ptr<graph::LoadWriter> writer_;
  std::string input_name_;
  SideBySide page_;              ///< of the input that is read, in a dry run
  bool prose_ = false;           ///< the input that is read is a page of prose
  std::optional<Error> failed_;  ///< the rejects file could not be written
  bool names_wanted_ = false;    ///< an adapter of this load looks names up
  std::uint64_t done_bytes_ = 0;
  std::uint64_t total_bytes_ = 0;
  Report report_;
};

}  // namespace

Result<Report> ingest(graph::Store& store, const std::vector<std::string>& paths, const Options& options,
                      const Progress* progress) {
  if (paths.empty()) return make_error(ErrorCode::usage, "", "name at least one file or directory to read");
  auto inputs = find_inputs(paths, options.as, options.limits, options.adapters.columns);
  if (!inputs) return inputs.error();
  return Run(store, options, progress).over(inputs.take());
}

}  // namespace talentflow::ingest
