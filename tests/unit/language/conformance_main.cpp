// A program with the command line of `talentflow query` over the tests' own graph, so that conformance
// runners can measure the language alone:   PROGRAM query :memory: --load GRAPH.jsonl --format jsonl [--param
// name=json ..] 'QUERY'
#include <fstream>
#include <iostream>
#include <sstream>

#include "query/language/core.hpp"
#include "tests/unit/language/json.hpp"

namespace q = talentflow::query;

int main(int argc, char** argv) {
  std::string graph;
  std::string query;
  q::Execution execution;
  for (int i = 3; i < argc; ++i) {
    const std::string argument = argv[i];
    if (argument == "--load") {
      std::ifstream file(argv[++i]);
      std::stringstream text;
      text << file.rdbuf();
      graph = text.str();
    } else if (argument == "--format") {
      ++i;
    } else if (argument == "--param") {
      const std::string pair = argv[++i];
      const std::size_t equals = pair.find('=');
      execution.parameters.emplace_back(pair.substr(0, equals), q::test::read_value(pair.substr(equals + 1)));
    } else {
      query = argument;
    }
  }
  const auto view = q::test::read_graph(graph);
  execution.views = [&](const talentflow::graph::Reading&) {
    return talentflow::Result<std::shared_ptr<const talentflow::graph::View>>(view);
  };
  auto cursor = q::execute_core(query, execution);
  if (!cursor.ok()) {
    std::cerr << cursor.error().text() << "\n";
    return 1;
  }
  for (const auto& warning : (*cursor)->warnings()) std::cerr << "warning: " << warning << "\n";
  for (q::Row row;;) {
    const auto found = (*cursor)->next(row);
    if (!found.ok()) {
      std::cerr << found.error().text() << "\n";
      return 1;
    }
    if (!*found) return 0;
    std::cout << q::test::print_row(**cursor, row) << "\n";
  }
}
