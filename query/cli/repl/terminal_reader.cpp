// Line editing with libedit, which is known to this file alone.
//
// libedit's own reading of characters goes on after a signal; here Ctrl-C must give the line up, so
// characters are read by read_character(). Its history file keeps an entry a line; statements of several
// lines are stored as one.
#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdio>
#include <cstring>
#include <cwchar>

#include <histedit.h>
#include <unistd.h>

#include "query/cli/repl/line_reader.hpp"
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
  TerminalReader(std::string history_file, Completer completer)
      : history_file_(std::move(history_file)), completer_(std::move(completer)) {
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
      std::fputs("\n", stdout);
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
  static TerminalReader& self_of(EditLine* editor) {
    void* self = nullptr;
    el_get(editor, EL_CLIENTDATA, &self);
    return *static_cast<TerminalReader*>(self);
  }

  static char* prompt_of(EditLine* editor) { return self_of(editor).prompt_.data(); }

  /// One character of UTF-8; -1 when Ctrl-C came, 0 at the end.
  static int read_character(EditLine*, wchar_t* out) {
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

  static unsigned char complete(EditLine* editor, int) {
    auto& self = self_of(editor);
    const LineInfo* line = el_line(editor);
    const std::string before(line->buffer, line->cursor);
    const auto completion = self.completer_(before);
    if (completion.candidates.empty()) return CC_REFRESH_BEEP;
    const std::string word = before.substr(before.size() - completion.length);
    const std::string common = common_beginning(completion.candidates);
    const bool single = completion.candidates.size() == 1;
    if (common.size() > word.size() || single) {
      self.replace(word, common + (single ? " " : ""));
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
  Completer completer_;
  EditLine* editor_ = nullptr;
  History* history_ = nullptr;
};

}  // namespace

std::unique_ptr<LineReader> make_terminal_reader(const std::string& history_file, Completer completer) {
  return std::make_unique<TerminalReader>(history_file, std::move(completer));
}

}  // namespace talentflow::cli
