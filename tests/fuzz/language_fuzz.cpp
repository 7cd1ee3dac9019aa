// Query texts: whatever comes, lexer and parser end with a tree or one error that names a place; a query that
// parses also binds, plans and runs over a small graph under tight budgets without a crash, and runs again to
// the same rows.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "query/language/core.hpp"
#include "query/language/lexer.hpp"
#include "tests/unit/language/json.hpp"

namespace {

namespace query = talentflow::query;

constexpr const char* kGraph = R"({"id": "a", "labels": ["A"], "properties": {"x": 1, "name": "ann"}}
{"id": "b", "labels": ["A", "B"], "properties": {"x": 2.5, "list": [1, "two"]}}
{"id": "c", "labels": [], "properties": {}}
{"id": "e", "type": "T", "from": "a", "to": "b", "properties": {"since": 2010}}
{"id": "f", "type": "S", "from": "b", "to": "c", "properties": {}}
{"id": "g", "type": "T", "from": "c", "to": "c", "properties": {}}
)";

void demand(bool law) {
  if (!law) std::abort();
}

void check_tokens(const std::string& text) {
  std::uint32_t end = 0;
  for (const query::Token& token : query::tokenize(text)) {
    demand(token.place.begin >= end && token.place.end >= token.place.begin &&
           token.place.end <= text.size());
    end = token.place.end;
  }
}

/// Rows as text, or the error's kind.
std::string run(const std::string& text, const std::shared_ptr<query::test::PlainView>& view) {
  talentflow::graph::Budget budget({std::chrono::milliseconds(2000), 16ULL << 20, 20'000}, nullptr);
  query::Execution execution;
  execution.views = [&](const talentflow::graph::Reading&) {
    return talentflow::Result<std::shared_ptr<const talentflow::graph::View>>(view);
  };
  execution.parameters = {{"p", query::Value(1)}};
  execution.clock = [] { return std::int64_t{1'700'000'000'000'000'000}; };
  execution.budget = &budget;
  auto cursor = query::execute_core(text, execution);
  if (!cursor.ok()) {
    demand(cursor.error().code == talentflow::ErrorCode::query && !cursor.error().excerpt.empty());
    return cursor.error().text();
  }
  std::string out;
  for (query::Row row;;) {
    const auto found = (*cursor)->next(row);
    if (!found.ok())
      return found.error().code == talentflow::ErrorCode::budget ? "budget" : found.error().text();
    if (!*found) return out;
    demand(row.size() == (*cursor)->columns().size());
    out += query::test::print_row(**cursor, row) + "\n";
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 2000) return 0;
  static const auto view = query::test::read_graph(kGraph);
  const std::string text(reinterpret_cast<const char*>(data), size);
  check_tokens(text);
  const std::string first = run(text, view);
  const std::string second = run(text, view);
  demand(second == first || first == "budget" || second == "budget");
  return 0;
}
