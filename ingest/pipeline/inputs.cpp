#include "ingest/pipeline/inputs.hpp"

#include <algorithm>
#include <filesystem>

#include "ingest/column_map.hpp"

namespace talentflow::ingest {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kHead = 64 << 10;
/// A suffix alone says little: it only tips the balance between adapters that both recognise the content.
constexpr int kSuffixBonus = 3;

std::string adapter_list() {
  std::string out;
  for (const auto& entry : adapter_table())
    out += "\n  " + std::string(entry.name) + "  " + std::string(entry.summary);
  return out;
}

bool has_suffix(const AdapterEntry& entry, std::string_view name) {
  return std::any_of(entry.suffixes.begin(), entry.suffixes.end(),
                     [&](std::string_view suffix) { return name.ends_with(suffix); });
}

/// A database among the files to read is no input.
bool holds_store(const fs::path& path) {
  std::error_code problem;
  return fs::is_regular_file(path / "TALENTFLOW", problem);
}

/// Regular files below a directory, sorted by path; hidden ones and stores left out.
Result<std::vector<std::string>> files_below(const std::string& directory) {
  std::vector<std::string> out;
  std::error_code problem;
  fs::recursive_directory_iterator walk(directory, problem);
  for (; !problem && walk != fs::recursive_directory_iterator(); walk.increment(problem)) {
    const bool hidden = walk->path().filename().string().starts_with(".");
    if (hidden || holds_store(walk->path())) {
      if (walk->is_directory()) walk.disable_recursion_pending();
      continue;
    }
    if (walk->is_regular_file()) out.push_back(walk->path().string());
  }
  if (problem) return make_error(ErrorCode::io, directory, "cannot be listed: " + problem.message());
  std::sort(out.begin(), out.end());
  return out;
}

/// What is asked of all files of a load.
struct Wanted {
  std::string_view as;
  const ByteLimits& limits;
  const ColumnMap* columns;
};

Result<Input> recognise(const std::string& path, const Wanted& wanted, bool named) {
  auto opened = open_file(path, wanted.limits);
  if (!opened) return opened.error();
  PeekSource source(opened.take());
  auto head = source.head(kHead);
  if (!head) return head.error();
  auto adapter = choose_adapter(path, *head, wanted.as);
  const bool mapped =
      wanted.as.empty() && wanted.columns != nullptr && (wanted.columns->fits(*head) || (named && !adapter));
  if (mapped) adapter = choose_adapter(path, *head, "careers-table");
  if (!adapter) return adapter.error();
  return Input{path, *adapter, (*adapter)->order(path, *head), source.size()};
}

/// Files of a directory: what cannot be recognised or is empty is passed over, and said.
Result<void> add_directory(const std::string& directory, const Wanted& wanted, Inputs& out) {
  auto files = files_below(directory);
  if (!files) return files.error();
  const std::size_t before = out.files.size();
  for (const auto& path : *files) {
    auto input = recognise(path, wanted, false);
    if (input)
      out.files.push_back(input.take());
    else if (input.error().code == ErrorCode::invalid_input)
      out.notes.push_back(path + ": passed over: " +
                          input.error().message.substr(0, input.error().message.find_first_of(";\n")));
    else
      return input.error();
  }
  if (out.files.size() > before) return {};
  return make_error(ErrorCode::invalid_input, directory,
                    "the directory holds no file that an adapter recognises; adapters:" + adapter_list());
}

/// JSON lines without a line are whole: nothing, said without a mistake. An empty table lacks its header.
bool is_empty_json_lines(const std::string& path) {
  std::error_code problem;
  return path.ends_with(".jsonl") && fs::is_regular_file(path, problem) && fs::file_size(path, problem) == 0;
}

}  // namespace

Result<const AdapterEntry*> choose_adapter(std::string_view name, std::string_view head,
                                           std::string_view as) {
  if (!as.empty()) {
    for (const auto& entry : adapter_table())
      if (entry.name == as) return &entry;
    return make_error(ErrorCode::usage, "",
                      "there is no adapter \"" + std::string(as) + "\"; adapters:" + adapter_list());
  }
  const AdapterEntry* best = nullptr;
  int best_score = 0;
  for (const auto& entry : adapter_table()) {
    int score = entry.sniff(name, head);
    if (score > 0 && has_suffix(entry, name)) score += kSuffixBonus;
    if (score > best_score) {
      best = &entry;
      best_score = score;
    }
  }
  if (best != nullptr) return best;
  return make_error(ErrorCode::invalid_input, std::string(name),
                    "no adapter recognises the content; name one with --as:" + adapter_list());
}

Result<Inputs> find_inputs(const std::vector<std::string>& paths, std::string_view as,
                           const ByteLimits& limits, const ColumnMap* columns) {
  const Wanted wanted{as, limits, columns};
  Inputs out;
  for (const auto& path : paths) {
    std::error_code problem;
    if (fs::is_directory(path, problem)) {
      TALENTFLOW_TRY(add_directory(path, wanted, out));
      continue;
    }
    if (is_empty_json_lines(path)) {
      out.notes.push_back(path + ": no lines");
      continue;
    }
    auto input = recognise(path, wanted, true);
    if (!input) return input.error();
    out.files.push_back(input.take());
  }
  std::stable_sort(out.files.begin(), out.files.end(),
                   [](const Input& a, const Input& b) { return a.order < b.order; });
  return out;
}

}  // namespace talentflow::ingest
