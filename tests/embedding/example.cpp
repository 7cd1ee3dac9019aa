// The headline question from C++, a history with its nodes, and the graph as arrays for algorithms of one's own.
// Build it against the installed package: see CMakeLists.txt and Makefile beside it.
#include <iostream>

#include <talentflow/talentflow.hpp>

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: " << argv[0] << " FOLDER\n";
    return 2;
  }
  try {
    talentflow::Database database(":memory:");
    auto report = database.ingest({argv[1]});
    report.next();
    std::cout << "talentflow " << talentflow_version() << ": " << report["added"].integer() << " claims\n";

    auto flow = database.query("net researcher flow between China and overseas labs");
    while (flow.next()) {
      const char* separator = "";
      for (const auto& column : flow.columns()) {
        std::cout << separator << column << " = " << flow[column].text();
        separator = ", ";
      }
      std::cout << "\n";
    }

    auto people = database.query("MATCH (p:Person {name: $who}) RETURN p", R"({"who": "Junyang Lin"})");
    while (people.next())
      std::cout << people["p"].id() << " " << people["p"].labels().front() << " " << people["p"]["name"].string() << "\n";

    const auto snapshot = database.snapshot();
    std::uint64_t most = 0;
    std::uint32_t busiest = 0;
    for (std::uint32_t node = 0; node < snapshot.node_count(); ++node)
      if (const auto degree = snapshot.offsets()[node + 1] - snapshot.offsets()[node]; degree > most) {
        most = degree;
        busiest = node;
      }
    std::cout << snapshot.node_count() << " nodes, " << snapshot.edge_count() << " edges; most leave "
              << snapshot.node_id(busiest) << "\n";

    try {
      database.query("MATCH (p:Person RETURN p");
    } catch (const talentflow::Error& error) {
      std::cout << "an error has a place: " << error.where() << "\n";
    }
  } catch (const talentflow::Error& error) {
    std::cerr << error.what() << "\n";
    return 1;
  }
}
