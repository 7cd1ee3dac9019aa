// Lines from a person at a terminal, or from a pipe.
#pragma once

#include <functional>
#include <istream>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace talentflow::cli {

enum class LineKind { line, interrupted, end };

struct LineInput {
  LineKind kind = LineKind::end;
  std::string text;  ///< without the last line end
};

/// What may stand instead of the word before the cursor.
struct Completion {
  std::size_t length = 0;               ///< bytes before the cursor that are replaced
  std::vector<std::string> candidates;  ///< sorted
};
/// Asked with the text of the line up to the cursor.
using Completer = std::function<Completion(const std::string& before_cursor)>;

/// What an editor asks while a text is typed.
struct EditorHelp {
  Completer complete;
  /// Is the text ready to be run, so that Enter hands it over instead of beginning a new line?
  std::function<bool(const std::string& text)> ready;
  /// The text with colour codes, its characters unchanged; empty where colour is not wanted.
  std::function<std::string(const std::string& text)> colour;
};

class LineReader {
 public:
  virtual ~LineReader() = default;
  virtual LineInput read(const std::string& prompt) = 0;
  /// Keeps a whole statement for recall, now and in later sessions.
  virtual void remember(const std::string& statement) = 0;
};

/// Reads from a pipe or a file; shows no prompt and remembers nothing.
std::unique_ptr<LineReader> make_stream_reader(std::istream& input);
/// Edits whole statements, of one line or several, on the terminal with libedit. `history_file` may be empty.
std::unique_ptr<LineReader> make_terminal_reader(const std::string& history_file, EditorHelp help);

}  // namespace talentflow::cli
