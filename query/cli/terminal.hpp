// What the program may do to a terminal, and only to a terminal: colour, a progress line, cutting lines to
// its width.
#pragma once

#include <cstdint>
#include <cstdio>
#include <string>
#include <string_view>

namespace talentflow::cli {

bool is_terminal(std::FILE* stream);
/// A terminal, and NO_COLOR is not set to anything, and TERM is not "dumb".
bool colour_allowed(std::FILE* stream);
/// Columns of a terminal; 0 when the stream is none.
std::uint32_t terminal_width(std::FILE* stream);
/// Lines of a terminal; 0 when the stream is none.
std::uint32_t terminal_height(std::FILE* stream);

/// "error: text" with the first word in red where that is allowed. Ends the line.
void print_error(std::string_view text);
/// "warning: text".
void print_warning(std::string_view text);

/// Writes all bytes to standard output. Throws OutputError.
void write_stdout(std::string_view bytes);

/// One line on stderr that is written over; nothing at all off a terminal.
class ProgressLine {
 public:
  ProgressLine() : active_(is_terminal(stderr)) {}
  ~ProgressLine() { clear(); }
  ProgressLine(const ProgressLine&) = delete;
  ProgressLine& operator=(const ProgressLine&) = delete;
  void show(const std::string& text);
  void clear();

 private:
  bool active_;
  bool shown_ = false;
};

}  // namespace talentflow::cli
