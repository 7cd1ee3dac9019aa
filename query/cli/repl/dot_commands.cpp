#include "query/cli/repl/dot_commands.hpp"

#include <fstream>
#include <sstream>

#include "query/cli/failure.hpp"
#include "query/cli/repl/repl.hpp"

namespace talentflow::cli {
namespace {

using Arguments = std::vector<std::string>;

bool to_bool(const Arguments& arguments, bool now) {
  if (arguments.empty()) return !now;
  if (arguments[0] == "on") return true;
  if (arguments[0] == "off") return false;
  throw UsageError("write on or off");
}

std::uint64_t to_number(const std::string& text) {
  if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos || text.size() > 18)
    throw UsageError("'" + text + "' is no number");
  return std::stoull(text);
}

const std::string& only_argument(const Arguments& arguments, const char* what) {
  if (arguments.size() != 1) throw UsageError(std::string("name ") + what);
  return arguments[0];
}

void help(Repl& repl, const Arguments&, const std::string&) {
  std::size_t widest = 0;
  for (const auto& command : dot_commands())
    widest = std::max(widest, command.name.size() + 1 + command.arguments.size());
  std::ostringstream text;
  for (const auto& command : dot_commands()) {
    const std::string usage = std::string(command.name) + " " + std::string(command.arguments);
    text << usage << std::string(widest + 2 - usage.size(), ' ') << command.summary << "\n";
  }
  text << R"(
A statement ends with ; and may take several lines. Tab completes, the arrow keys move between its lines and through
the history, Ctrl-R searches it, Ctrl-C gives up the statement or stops the query.

  net researcher flow between China and overseas labs;
  FLOW OF Researcher BETWEEN COUNTRY 'China' AND OVERSEAS BY YEAR SHOW MOVES 5;
  WHY (:Person {name: 'Junyang Lin'})-[:FOUNDED]->();
  MATCH (p:Person)-[e:WORKS_AT]->(o:Lab) RETURN p.name, o.name, e.start LIMIT 10;

From a pipe there is no prompt; every statement is run, and the status is 1 when one failed. --fail stops at the first.
)";
  repl.print_text(text.str());
}

void append_words(std::ostringstream& text, Database& database, talentflow_words kind, const char* title) {
  auto words = database.vocabulary(kind);
  text << title << "\n";
  const bool counted = words.column_count() > 1;
  std::string line = " ";
  while (words.next()) {
    if (counted) {
      std::string word(words["word"].string());
      word.resize(std::max<std::size_t>(word.size(), 18), ' ');
      std::string count(words["count"].text());
      text << "  " << word << " " << std::string(count.size() < 9 ? 9 - count.size() : 0, ' ') << count;
      if (!words["gloss"].string().empty()) text << "   " << words["gloss"].string();
      text << "\n";
    } else {
      if (line.size() + words[0].string().size() > 100) {
        text << line << "\n";
        line = " ";
      }
      line += " " + std::string(words[0].string());
    }
  }
  if (!counted && line.size() > 1) text << line << "\n";
}

void schema(Repl& repl, const Arguments&, const std::string&) {
  std::ostringstream text;
  append_words(text, repl.database(), TALENTFLOW_LABELS, "labels of nodes");
  append_words(text, repl.database(), TALENTFLOW_RELATIONS, "relations");
  append_words(text, repl.database(), TALENTFLOW_KEYS, "properties");
  repl.print_text(text.str());
}

void mode(Repl& repl, const Arguments& arguments, const std::string&) {
  const std::string all = names_of(talentflow_formats);
  if (arguments.empty()) {
    repl.print_text("mode is " + repl.settings().mode + "; others: " + all + "\n");
    return;
  }
  auto formats = list(talentflow_formats);
  while (formats.next())
    if (formats[0].string() == arguments[0]) {
      repl.settings().mode = arguments[0];
      return;
    }
  throw UsageError("there is no mode '" + arguments[0] + "'; modes: " + all);
}

void pager(Repl& repl, const Arguments& arguments, const std::string& rest) {
  auto& now = repl.settings().pager;
  if (arguments.empty())
    repl.print_text(now.empty() ? "no pager\n" : "pager is " + now + "\n");
  else if (rest == "off")
    now.clear();
  else
    now = rest == "on" ? default_pager() : rest;
}

void timer(Repl& repl, const Arguments& arguments, const std::string&) {
  repl.settings().timer = to_bool(arguments, repl.settings().timer);
}

void open(Repl& repl, const Arguments& arguments, const std::string&) {
  repl.open(only_argument(arguments, "the store: .open DIRECTORY or .open :memory:"));
}

void read(Repl& repl, const Arguments& arguments, const std::string&) {
  const auto& path = only_argument(arguments, "the file: .read FILE");
  if (!repl.run_text(read_file(path))) throw UsageError(path + ": stopped at the first error");
}

void load(Repl& repl, const Arguments& arguments, const std::string&) {
  if (arguments.empty()) throw UsageError("name files or folders: .load FILE ..");
  repl.write_with([&](Database& database) {
    const auto report = ingest_with_progress(database, arguments, {});
    std::string summary(report["summary"].string());
    if (!summary.empty() && summary.back() != '\n') summary += '\n';
    repl.print_text(summary);
  });
}

void quit(Repl& repl, const Arguments&, const std::string&) { repl.quit(); }

void maxrows(Repl& repl, const Arguments& arguments, const std::string&) {
  repl.settings().max_rows = to_number(only_argument(arguments, "how many rows to show; 0 shows all"));
}

void output(Repl& repl, const Arguments& arguments, const std::string&) {
  if (arguments.empty()) {
    repl.settings().output.clear();
    return;
  }
  const auto& path = only_argument(arguments, "one file");
  if (!std::ofstream(path, std::ios::binary | std::ios::trunc)) throw UsageError(path + " cannot be written");
  repl.settings().output = path;
}

void param(Repl& repl, const Arguments& arguments, const std::string& rest) {
  auto& parameters = repl.settings().parameters;
  if (arguments.empty()) {
    for (const auto& [name, json] : parameters) repl.print_text("$" + name + " = " + json + "\n");
    return;
  }
  const auto space = rest.find(' ');
  if (space == std::string::npos) {
    parameters.erase(rest);
    return;
  }
  const std::string json = rest.substr(space + 1);
  // Asks the library whether it is JSON before it is kept.
  repl.database().query("RETURN 1", parameters_json({"value=" + json}));
  parameters[rest.substr(0, space)] = json;
}

void rules(Repl& repl, const Arguments&, const std::string&) { repl.print(list(talentflow_rules)); }
void review(Repl& repl, const Arguments&, const std::string&) { repl.print(repl.database().reviews()); }
void loads(Repl& repl, const Arguments&, const std::string&) { repl.print(repl.database().loads()); }
void info(Repl& repl, const Arguments&, const std::string&) { repl.print(repl.database().info()); }

void withdraw(Repl& repl, const Arguments& arguments, const std::string&) {
  const auto load =
      static_cast<std::uint32_t>(to_number(only_argument(arguments, "the load's number; .loads lists them")));
  repl.write_with([&](Database& database) {
    repl.print_text("withdrew " + std::to_string(database.withdraw(load)) + " claims\n");
  });
}

void decide(Repl& repl, const Arguments& arguments, talentflow_decision decision) {
  if (arguments.size() < 2)
    throw UsageError("name two ids, and why if you like: .same person/a person/b they signed the same post");
  std::string note;
  for (std::size_t i = 2; i < arguments.size(); ++i) note += (i == 2 ? "" : " ") + arguments[i];
  repl.write_with([&](Database& database) {
    const auto report = database.decide(arguments[0], arguments[1], decision, repl.author(), note);
    repl.print_text(std::string(report["summary"].string()));
  });
}

void same(Repl& repl, const Arguments& arguments, const std::string&) {
  decide(repl, arguments, TALENTFLOW_SAME);
}
void different(Repl& repl, const Arguments& arguments, const std::string&) {
  decide(repl, arguments, TALENTFLOW_DIFFERENT);
}

void undo(Repl& repl, const Arguments& arguments, const std::string&) {
  if (arguments.size() > 1)
    throw UsageError("name one claim, or none for the last decision: .undo decision/3-1");
  repl.write_with([&](Database& database) {
    const auto report = database.undo(arguments.empty() ? "" : arguments[0], repl.author());
    repl.print_text(std::string(report["summary"].string()));
  });
}

void do_export(Repl& repl, const Arguments& arguments, const std::string&) {
  if (arguments.size() != 2) throw UsageError("name a format and a file: .export graphml graph.graphml");
  repl.print(repl.database().export_file(arguments[0], arguments[1]));
}

void timeout(Repl& repl, const Arguments& arguments, const std::string&) {
  repl.settings().limits.timeout_ms = parse_duration(only_argument(arguments, "a time: .timeout 30s"));
}

void memory(Repl& repl, const Arguments& arguments, const std::string&) {
  repl.settings().limits.memory_bytes = parse_size(only_argument(arguments, "a size: .memory 2G"));
}

void rows(Repl& repl, const Arguments& arguments, const std::string&) {
  repl.settings().limits.rows = to_number(only_argument(arguments, "a number: .rows 1000000"));
}

void explain(Repl& repl, const Arguments&, const std::string& rest) { repl.statement("EXPLAIN " + rest); }

}  // namespace

const std::vector<DotCommand>& dot_commands() {
  static const std::vector<DotCommand> table{
      {".help", "", "this list", help},
      {".schema", "", "labels, relations and properties in the graph", schema},
      {".rules", "", "the rules that FLOW counts by, with their defaults", rules},
      {".mode", "[FORMAT]", "how rows are shown: table, box, csv, tsv, json, jsonl, markdown, line", mode},
      {".maxrows", "N", "rows shown by table forms; 0 shows all", maxrows},
      {".output", "[FILE]", "rows go to a file; without a name back to the terminal", output},
      {".pager", "[on|off|COMMAND]", "answers that do not fit the screen go through $PAGER, or less", pager},
      {".timer", "[on|off]", "show how long statements take", timer},
      {".param", "[NAME [JSON]]", "set, unset or list parameters: .param who \"Ada\", then $who", param},
      {".timeout", "TIME", "time budget of a statement: 500ms, 30s, 5m", timeout},
      {".memory", "SIZE", "memory budget of a statement: 512M, 2G", memory},
      {".rows", "N", "row budget of a statement", rows},
      {".explain", "STATEMENT", "how a statement would be run", explain},
      {".load", "FILE ..", "ingest files or folders", load},
      {".loads", "", "what was ingested", loads},
      {".withdraw", "LOAD", "withdraw every claim of a load", withdraw},
      {".review", "", "names that need a decision: whom each may mean, and what speaks for it", review},
      {".same", "A B [WHY]", "decide that two ids are one", same},
      {".different", "A B [WHY]", "decide that two ids are two", different},
      {".undo", "[CLAIM]", "take back the last decision, or any claim about who is who", undo},
      {".info", "", "what the store holds", info},
      {".export", "FORMAT FILE", "write the graph to a file", do_export},
      {".open", "DB", "change to another store", open},
      {".read", "FILE", "run the statements of a file", read},
      {".quit", "", "leave (also Ctrl-D)", quit},
  };
  return table;
}

void run_dot_command(Repl& repl, const std::string& line) {
  std::istringstream words(line);
  std::string name;
  words >> name;
  Arguments arguments;
  for (std::string word; words >> word;) arguments.push_back(word);
  std::string rest;
  if (const auto at = line.find_first_not_of(' ', name.size()); at != std::string::npos)
    rest = line.substr(at);
  rest.erase(rest.find_last_not_of(" \r\t") + 1);
  const DotCommand* found = nullptr;
  for (const auto& command : dot_commands()) {
    if (command.name == name) {
      found = &command;
      break;
    }
    if (!command.name.starts_with(name)) continue;
    if (found != nullptr)
      throw UsageError("'" + name + "' can be " + std::string(found->name) + " or " +
                       std::string(command.name));
    found = &command;
  }
  if (found == nullptr || name.size() < 2)
    throw UsageError("there is no command '" + name + "'; .help lists them");
  found->run(repl, arguments, rest);
}

}  // namespace talentflow::cli
