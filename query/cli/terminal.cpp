#include "query/cli/terminal.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

#include "query/cli/failure.hpp"

namespace talentflow::cli {

bool is_terminal(std::FILE* stream) { return isatty(fileno(stream)) != 0; }

bool colour_allowed(std::FILE* stream) {
  const char* no_colour = std::getenv("NO_COLOR");
  if (no_colour != nullptr && *no_colour != '\0') return false;
  const char* kind = std::getenv("TERM");
  return is_terminal(stream) && kind != nullptr && std::string_view(kind) != "dumb";
}

namespace {

winsize size_of(std::FILE* stream) {
  winsize size{};
  if (!is_terminal(stream) || ioctl(fileno(stream), TIOCGWINSZ, &size) != 0) return {};
  return size;
}

}  // namespace

std::uint32_t terminal_width(std::FILE* stream) { return size_of(stream).ws_col; }
std::uint32_t terminal_height(std::FILE* stream) { return size_of(stream).ws_row; }

namespace {

void print_note(std::string_view word, std::string_view colour, std::string_view text) {
  const bool coloured = colour_allowed(stderr);
  std::string line;
  if (coloured) line += colour;
  line += word;
  if (coloured) line += "\x1b[0m";
  line += ": ";
  line += text;
  line += '\n';
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace

void print_error(std::string_view text) { print_note("error", "\x1b[1;31m", text); }
void print_warning(std::string_view text) { print_note("warning", "\x1b[1;33m", text); }

void write_stdout(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stdout) != bytes.size() || std::fflush(stdout) != 0)
    throw OutputError(std::string("standard output cannot be written: ") + std::strerror(errno));
}

void ProgressLine::show(const std::string& text) {
  if (!active_) return;
  const std::uint32_t width = terminal_width(stderr);
  std::string line = width > 1 && text.size() >= width ? text.substr(0, width - 1) : text;
  std::fprintf(stderr, "\r\x1b[K%s", line.c_str());
  std::fflush(stderr);
  shown_ = true;
}

void ProgressLine::clear() {
  if (!shown_) return;
  std::fputs("\r\x1b[K", stderr);
  std::fflush(stderr);
  shown_ = false;
}

}  // namespace talentflow::cli
