// Line editing with libedit, which is known to this file alone.
//
// libedit's own reading of characters goes on after a signal; here Ctrl-C must give the line up, so
// characters are read by read_character().
//
// A statement is one text of one or several lines: Enter begins a new line until the statement is whole, the
// arrow keys move between its lines and, at the first and the last, through the history.
//
// libedit knows no colour. While it waits for a key it has just drawn the text, so the same characters are
// written over once more with colour codes between them: they stand where libedit believes them to be.
#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <cwchar>

#include <histedit.h>
#include <poll.h>
#include <unistd.h>

#include "query/cli/repl/line_reader.hpp"
#include "query/cli/repl/text_width.hpp"
#include "query/cli/signals.hpp"
#include "query/cli/terminal.hpp"

namespace talentflow::cli {
namespace {

constexpr int kHistorySize = 2000;
constexpr std::size_t kMostShown = 60;

/// Longest text that all candidates begin with.
std::string common_beginning(const std::vector<std::string>& candidates) {
  std::string common = candidates.front();
  for (const auto& candidate : candidates) {
    const auto differ = std::mismatch(common.begin(), common.end(), candidate.begin(), candidate.end()).first;
    common.erase(differ, common.end());
  }
  // Never cuts a character of several bytes in two: gives up a beginning that is not followed by all of its
  // bytes.
  std::size_t start = common.size();
  while (start > 0 && (static_cast<unsigned char>(common[start - 1]) & 0xC0U) == 0x80U) --start;
  if (start > 0 && (static_cast<unsigned char>(common[start - 1]) & 0xC0U) == 0xC0U) {
    const auto lead = static_cast<unsigned char>(common[start - 1]);
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (common.size() - (start - 1) < length) common.resize(start - 1);
  }
  return common;
}

class TerminalReader final : public LineReader {
 public:
  TerminalReader(std::string history_file, EditorHelp help)
      : history_file_(std::move(history_file)), help_(std::move(help)) {
    // Characters beyond ASCII need a UTF-8 locale; only the character type is taken from it.
    if (std::setlocale(LC_CTYPE, "") == nullptr || MB_CUR_MAX == 1) std::setlocale(LC_CTYPE, "C.UTF-8");
    editor_ = el_init("talentflow", stdin, stdout, stderr);
    history_ = history_init();
    HistEvent event{};
    history(history_, &event, H_SETSIZE, kHistorySize);
    history(history_, &event, H_SETUNIQUE, 1);
    if (!history_file_.empty()) history(history_, &event, H_LOAD, history_file_.c_str());
    el_set(editor_, EL_CLIENTDATA, this);
    el_set(editor_, EL_PROMPT, prompt_of);
    el_set(editor_, EL_EDITOR, "emacs");
    el_set(editor_, EL_SIGNAL, 0);
    el_set(editor_, EL_HIST, history, history_);
    el_set(editor_, EL_GETCFN, read_character);
    el_set(editor_, EL_ADDFN, "talentflow-complete", "complete the word", complete);
    el_set(editor_, EL_BIND, "^I", "talentflow-complete", nullptr);
    el_set(editor_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
    bind_lines();
    el_source(editor_, nullptr);
  }
  ~TerminalReader() override {
    el_end(editor_);
    history_end(history_);
  }

  LineInput read(const std::string& prompt) override {
    prompt_ = prompt;
    take_interrupt();
    int count = 0;
    const char* line = el_gets(editor_, &count);
    if (take_interrupt()) {
      el_reset(editor_);
      std::fputs("\n\x1b[J", stdout);  // the cursor may stand above the text's last line
      return {LineKind::interrupted, {}};
    }
    if (line == nullptr || count <= 0) {
      std::fputs("\n", stdout);
      return {};
    }
    std::string text(line, static_cast<std::size_t>(count));
    while (!text.empty() && (text.back() == '\n' || text.back() == '\r')) text.pop_back();
    return {LineKind::line, std::move(text)};
  }

  void remember(const std::string& statement) override {
    HistEvent event{};
    history(history_, &event, H_ENTER, statement.c_str());
    if (!history_file_.empty()) history(history_, &event, H_SAVE, history_file_.c_str());
  }

 private:
  // What the keys are sent on to: libedit can be asked to do a thing only through a key.
  static constexpr const char* kAccept = "\x18\x0d";
  static constexpr const char* kLineUp = "\x18\x10";
  static constexpr const char* kLineDown = "\x18\x0e";
  static constexpr const char* kHistoryUp = "\x18\x1b[A";
  static constexpr const char* kHistoryDown = "\x18\x1b[B";

  void bind_lines() {
    el_set(editor_, EL_ADDFN, "talentflow-enter", "run the statement, or begin its next line", enter);
    el_set(editor_, EL_ADDFN, "talentflow-up", "a line up, or the statement before", up);
    el_set(editor_, EL_ADDFN, "talentflow-down", "a line down, or the next statement", down);
    const char* const bindings[][2] = {
        {"^X^M", "ed-newline"},        {"^X^P", "ed-prev-line"},      {"^X^N", "ed-next-line"},
        {"^X^[[A", "ed-prev-history"}, {"^X^[[B", "ed-next-history"}, {"^M", "talentflow-enter"},
        {"^J", "talentflow-enter"},    {"^[[A", "talentflow-up"},     {"^[OA", "talentflow-up"},
        {"^[[B", "talentflow-down"},   {"^[OB", "talentflow-down"},   {"^P", "talentflow-up"},
        {"^N", "talentflow-down"}};
    for (const auto& [key, command] : bindings) el_set(editor_, EL_BIND, key, command, nullptr);
  }

  static unsigned char enter(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    if (self_of(editor).help_.ready({line->buffer, line->lastchar})) {
      el_push(editor, kAccept);
      return CC_NORM;
    }
    el_insertstr(editor, "\n");
    return CC_REFRESH;
  }

  static unsigned char up(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const bool first = std::find(line->buffer, line->cursor, '\n') == line->cursor;
    el_push(editor, first ? kHistoryUp : kLineUp);
    return CC_NORM;
  }

  static unsigned char down(EditLine* editor, int) {
    const LineInfo* line = el_line(editor);
    const bool last = std::find(line->cursor, line->lastchar, '\n') == line->lastchar;
    el_push(editor, last ? kHistoryDown : kLineDown);
    return CC_NORM;
  }

  static TerminalReader& self_of(EditLine* editor) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    return *static_cast<TerminalReader*>(self);
  }

  static char* prompt_of(EditLine* editor) { return self_of(editor).prompt_.data(); }

  /// One character of UTF-8; -1 when Ctrl-C came, 0 at the end.
  static int read_character(EditLine* editor, wchar_t* out) {
    self_of(editor).paint();
    std::mbstate_t state{};
    for (;;) {
      char byte = 0;
      const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
      if (got < 0 && errno == EINTR) {
        // Only Ctrl-C gives the line up; a changed window size does not.
        if (take_interrupt()) {
          note_interrupt();
          return -1;
        }
        continue;
      }
      if (got <= 0) return static_cast<int>(got);
      const std::size_t used = std::mbrtowc(out, &byte, 1, &state);
      if (used == static_cast<std::size_t>(-2)) continue;
      if (used == static_cast<std::size_t>(-1)) *out = L'\uFFFD';
      return 1;
    }
  }

  /// Where a text ends on a screen of that width, when its first line begins in column `begin`.
  struct Extent {
    std::size_t rows = 0;    ///< below the first one
    std::size_t column = 0;  ///< of the place behind the last character
    bool plain = true;       ///< false where it is not certain: a wide character or a text's end at the edge
  };
  static Extent extent(std::string_view text, std::size_t begin, std::size_t width) {
    Extent found{0, begin, true};
    for (;;) {
      const std::size_t end = std::min(text.find('\n'), text.size());
      const std::string_view line = text.substr(0, end);
      const std::size_t columns = found.column + text_width(line);
      if (columns >= width) {
        const bool ascii = std::all_of(line.begin(), line.end(), [](char c) { return c >= ' ' && c <= '~'; });
        found.plain = found.plain && ascii && columns % width != 0;
      }
      found.rows += columns / width;
      found.column = columns % width;
      if (end == text.size()) return found;
      ++found.rows;
      found.column = 0;
      text.remove_prefix(end + 1);
    }
  }

  /// Writes the text over itself in colour; leaves it alone where its place is not certain.
  void paint() {
    if (!help_.colour) return;
    pollfd waiting{STDIN_FILENO, POLLIN, 0};
    if (::poll(&waiting, 1, 0) > 0) return;  // more was typed or pasted: it will be drawn anew at once
    const LineInfo* line = el_line(editor_);
    const std::string text(line->buffer, line->lastchar);
    const std::size_t width = terminal_width(stdout);
    if (text.empty() || width == 0 || text.find('\t') != std::string::npos) return;
    const std::size_t begin = text_width(prompt_);
    const Extent whole = extent(text, begin, width);
    const Extent cursor = extent({line->buffer, line->cursor}, begin, width);
    if (!whole.plain || !cursor.plain || whole.rows + 1 >= terminal_height(stdout)) return;
    std::string out =
        "\x1b"
        "7\r";
    if (cursor.rows > 0) out += "\x1b[" + std::to_string(cursor.rows) + "A";
    out += "\x1b[" + std::to_string(begin) + "C";
    for (const char c : help_.colour(text)) out += c == '\n' ? std::string("\r\n") : std::string(1, c);
    out +=
        "\x1b"
        "8";
    std::fwrite(out.data(), 1, out.size(), stdout);
    std::fflush(stdout);
  }

  static unsigned char complete(EditLine* editor, int) {
    auto& self = self_of(editor);
    const LineInfo* line = el_line(editor);
    const std::string before(line->buffer, line->cursor);
    const auto completion = self.help_.complete(before);
    if (completion.candidates.empty()) return CC_REFRESH_BEEP;
    const std::string word = before.substr(before.size() - completion.length);
    const std::string common = common_beginning(completion.candidates);
    const bool single = completion.candidates.size() == 1;
    if (common.size() > word.size() || single) {
      self.replace(word, common + (single && common.back() != '(' ? " " : ""));
      return CC_REFRESH;
    }
    show(completion.candidates);
    return CC_REDISPLAY;
  }

  /// Replaces the word before the cursor: candidates may differ from it in case.
  void replace(const std::string& word, const std::string& by) {
    std::mbstate_t state{};
    const char* bytes = word.c_str();
    const std::size_t characters = std::mbsrtowcs(nullptr, &bytes, 0, &state);
    el_deletestr(editor_,
                 static_cast<int>(characters == static_cast<std::size_t>(-1) ? word.size() : characters));
    el_insertstr(editor_, by.c_str());
  }

  static void show(const std::vector<std::string>& candidates) {
    std::fputs("\n", stdout);
    const std::size_t width = std::max<std::size_t>(terminal_width(stdout), 20);
    std::size_t used = 0;
    for (std::size_t i = 0; i < std::min(candidates.size(), kMostShown); ++i) {
      if (used > 0 && used + candidates[i].size() + 2 > width) {
        std::fputs("\n", stdout);
        used = 0;
      }
      std::fprintf(stdout, "%s  ", candidates[i].c_str());
      used += candidates[i].size() + 2;
    }
    if (candidates.size() > kMostShown) std::fprintf(stdout, "and %zu more", candidates.size() - kMostShown);
    std::fputs("\n", stdout);
  }

  std::string history_file_, prompt_;
  EditorHelp help_;
  EditLine* editor_ = nullptr;
  History* history_ = nullptr;
};

}  // namespace

std::unique_ptr<LineReader> make_terminal_reader(const std::string& history_file, EditorHelp help) {
  return std::make_unique<TerminalReader>(history_file, std::move(help));
}

}  // namespace talentflow::cli
