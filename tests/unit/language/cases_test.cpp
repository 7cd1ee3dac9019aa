// Runs the scripts in cases/: a graph, then queries with the rows or the error they must give, to the letter.
//
//   {"id": "a", "labels": ["A"], "properties": {}}      a block of JSON lines is the graph of what follows
//
//   # why this case is here
//   ? MATCH (n) RETURN n.name
//   ["x"]
//
// TALENTFLOW_REWRITE=1 writes what the queries give now into the scripts; read the change before keeping it.
#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>

#include "query/language/aggregates.hpp"
#include "query/language/functions.hpp"
#include "tests/unit/language/json.hpp"

namespace talentflow::query::test {
namespace {

struct Block {
  std::string comment, query, expected, graph;
};

std::vector<Block> read_script(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<Block> blocks(1);
  for (std::string line; std::getline(file, line);) {
    Block& block = blocks.back();
    if (line.empty() && block.query.empty() && block.graph.empty() && block.comment.empty()) continue;
    if (line.empty())
      blocks.emplace_back();
    else if (line.starts_with("# ") && block.query.empty())
      block.comment += line + "\n";
    else if (line.starts_with("? "))
      block.query += (block.query.empty() ? "" : "\n") + line.substr(2);
    else if (block.query.empty())
      block.graph += line + "\n";
    else
      block.expected += line + "\n";
  }
  return blocks;
}

std::string written(const Block& block) {
  std::string out = block.comment + block.graph;
  std::istringstream query(block.query);
  for (std::string line; std::getline(query, line);) out += "? " + line + "\n";
  return out + block.expected;
}

std::string with_newline(std::string text) {
  if (!text.empty() && text.back() != '\n') text += '\n';
  return text;
}

void run_script(const std::filesystem::path& path) {
  const bool rewrite = std::getenv("TALENTFLOW_REWRITE") != nullptr;
  auto view = read_graph("");
  std::string all;
  for (Block& block : read_script(path)) {
    if (!block.graph.empty()) view = read_graph(block.graph);
    if (!block.query.empty()) {
      const std::string actual = with_newline(
          rows_of(view, block.query, {{"list", ValueList{1, 2}}, {"number", 42}, {"text", "a"}}));
      INFO(path.filename().string(), ": ", block.query);
      if (!rewrite) CHECK(actual == block.expected);
      block.expected = actual;
    }
    const std::string text = written(block);
    if (!text.empty()) all += (all.empty() ? "" : "\n") + text;
  }
  if (rewrite) std::ofstream(path) << all;
}

}  // namespace

TEST_CASE("the scripts of cases/ give what they say") {
  std::vector<std::filesystem::path> scripts;
  for (const auto& entry :
       std::filesystem::directory_iterator(TALENTFLOW_SOURCE_DIR "/tests/unit/language/cases"))
    scripts.push_back(entry.path());
  std::sort(scripts.begin(), scripts.end());
  REQUIRE(!scripts.empty());
  for (const auto& script : scripts) run_script(script);
}

namespace {

std::string file_text(const std::string& path) {
  std::ifstream file(TALENTFLOW_SOURCE_DIR "/" + path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

}  // namespace

TEST_CASE("every function stands in the reference and in a case") {
  const std::string reference = file_text("query/README.md");
  std::string cases;
  for (const char* script : {"clauses", "expressions", "functions"})
    cases += file_text("tests/unit/language/cases/" + std::string(script) + ".txt");
  const std::string elsewhere = file_text("tests/unit/language/evidence_test.cpp");
  REQUIRE(!reference.empty());
  const auto check = [&](std::string_view name) {
    const std::string call = std::string(name) + "(";
    const bool now =
        name.ends_with(".transaction") || name.ends_with(".statement") || name.ends_with(".realtime");
    const std::string documented =
        now ? "date" + std::string(name.substr(name.find('.'))) : std::string(name);
    CHECK_MESSAGE(reference.find("`" + documented) != std::string::npos, name, " is not in query/README.md");
    CHECK_MESSAGE((cases + elsewhere).find(now ? documented + "(" : call) != std::string::npos, name,
                  " has no case");
  };
  for (const Function& function : all_functions()) check(function.name);
  for (const Aggregator& aggregator : all_aggregators()) check(aggregator.name);
}

}  // namespace talentflow::query::test
