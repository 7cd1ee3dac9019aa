#include "query/cli/repl/completion.hpp"

#include <algorithm>
#include <cctype>
#include <iterator>
#include <set>

#include "query/cli/repl/dot_commands.hpp"

namespace talentflow::cli {
namespace {

constexpr std::size_t kMost = 200;

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
         (static_cast<unsigned char>(c) & 0x80U) != 0;
}

std::size_t word_start(const std::string& text) {
  std::size_t at = text.size();
  while (at > 0 && is_word(text[at - 1])) --at;
  return at;
}

std::vector<std::string> words(Database& database, talentflow_words kind, const std::string& prefix) {
  std::vector<std::string> found;
  auto answer = database.vocabulary(kind, prefix, kMost);
  while (answer.next()) found.emplace_back(answer[0].string());
  return found;
}

/// Where an open quote begins, or npos. A quote inside the other kind is text.
std::size_t open_quote(const std::string& text) {
  char quote = 0;
  std::size_t start = std::string::npos;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (quote == 0 && (text[i] == '\'' || text[i] == '"')) {
      quote = text[i];
      start = i;
    } else if (quote != 0 && text[i] == '\\') {
      ++i;
    } else if (text[i] == quote) {
      quote = 0;
      start = std::string::npos;
    }
  }
  return quote == 0 ? std::string::npos : start;
}

/// The innermost bracket that is open at the end of the text, or 0.
char open_bracket(const std::string& text) {
  std::string open;
  for (const char c : text) {
    if (c == '(' || c == '[' || c == '{') open += c;
    if ((c == ')' || c == ']' || c == '}') && !open.empty()) open.pop_back();
  }
  return open.empty() ? '\0' : open.back();
}

Completion dot_completion(const std::string& line) {
  Completion completion{line.size(), {}};
  const auto space = line.find(' ');
  if (space == std::string::npos) {
    for (const auto& command : dot_commands())
      if (command.name.starts_with(line)) completion.candidates.emplace_back(command.name);
  } else if (line.starts_with(".mode ")) {
    const std::string prefix = line.substr(space + 1);
    completion.length = prefix.size();
    auto formats = list(talentflow_formats);
    while (formats.next())
      if (formats[0].string().starts_with(prefix)) completion.candidates.emplace_back(formats[0].string());
  }
  std::sort(completion.candidates.begin(), completion.candidates.end());
  return completion;
}

Completion name_completion(Database& database, const std::string& text, std::size_t quote) {
  const std::string prefix = text.substr(quote + 1);
  Completion completion{prefix.size(), words(database, TALENTFLOW_NAMES, prefix)};
  for (auto& name : completion.candidates) name += text[quote];
  return completion;
}

void append(std::vector<std::string>& to, std::vector<std::string> more) {
  to.insert(to.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
}

/// Names that the statement has used so far: its variables.
std::vector<std::string> names_in(const std::string& text, const std::string& prefix) {
  std::set<std::string> found;
  auto all = tokens(text);
  while (all.next()) {
    if (all["kind"].string() != "name") continue;
    std::string name = text.substr(static_cast<std::size_t>(all["begin"].integer()),
                                   static_cast<std::size_t>(all["length"].integer()));
    if (name.size() > prefix.size() && name.starts_with(prefix)) found.insert(std::move(name));
  }
  return {found.begin(), found.end()};
}

/// Behind a keyword, an operator or an opening bracket; behind a value only keywords can follow.
bool expects_expression(const std::string& text) {
  bool expects = false;
  auto all = tokens(text);
  while (all.next()) {
    const std::string_view kind = all["kind"].string();
    const char first = text[static_cast<std::size_t>(all["begin"].integer())];
    const bool closes = first == ')' || first == ']' || first == '}';
    if (kind != "comment") expects = kind == "keyword" || (kind == "symbol" && !closes);
  }
  return expects;
}

/// Lower case for words that were begun so: the language does not care.
void follow_case(Completion& completion, const std::string& prefix) {
  if (prefix.empty() || std::islower(static_cast<unsigned char>(prefix[0])) == 0) return;
  for (auto& word : completion.candidates)
    std::transform(word.begin(), word.end(), word.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
}

}  // namespace

Completion complete_line(Database& database, const std::string& pending, const std::string& before_cursor) {
  if (pending.empty() && before_cursor.starts_with('.')) return dot_completion(before_cursor);
  const std::string text = pending + before_cursor;
  if (const auto quote = open_quote(text); quote != std::string::npos)
    return name_completion(database, text, quote);
  const std::size_t start = word_start(text);
  const std::string prefix = text.substr(start);
  const char before = start == 0 ? '\0' : text[start - 1];
  const char bracket = open_bracket(text.substr(0, start));
  Completion completion{prefix.size(), {}};
  if ((before == ':' || before == '|' || before == '&' || before == '!') && bracket != '{') {
    completion.candidates =
        words(database, bracket == '[' ? TALENTFLOW_RELATIONS : TALENTFLOW_LABELS, prefix);
  } else if (before == '.' || (bracket == '{' && before != ':')) {
    completion.candidates = words(database, TALENTFLOW_KEYS, prefix);
  } else if (!prefix.empty()) {
    completion.candidates = words(database, TALENTFLOW_KEYWORDS, prefix);
    follow_case(completion, prefix);
    if (expects_expression(text.substr(0, start))) {
      append(completion.candidates, words(database, TALENTFLOW_FUNCTIONS, prefix));
      append(completion.candidates, names_in(text.substr(0, start), prefix));
    }
    std::sort(completion.candidates.begin(), completion.candidates.end());
  }
  return completion;
}

}  // namespace talentflow::cli
