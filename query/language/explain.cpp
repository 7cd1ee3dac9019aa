#include "query/language/explain.hpp"

namespace talentflow::query {
namespace {

void add(const Operator& plan, bool counts, const std::string& indent, std::vector<Row>& rows) {
  Row row{Value(indent + plan.name()), Value(plan.details())};
  if (counts) {
    row.emplace_back(static_cast<std::int64_t>(plan.counts().rows));
    row.emplace_back(static_cast<std::int64_t>(plan.counts().accesses));
  }
  rows.push_back(std::move(row));
  for (const Operator* nested : plan.nested) add(*nested, counts, indent + "  sub: ", rows);
  // A chain of single children reads best without a step a level; branches are indented.
  const bool branches = plan.children().size() > 1;
  for (const OperatorPtr& child : plan.children())
    add(*child, counts, branches ? indent + "  " : indent, rows);
}

}  // namespace

std::vector<std::string> plan_columns(bool counts) {
  if (counts) return {"operator", "details", "rows", "accesses"};
  return {"operator", "details"};
}

std::vector<Row> plan_rows(const Operator& plan, bool counts) {
  std::vector<Row> rows;
  add(plan, counts, "", rows);
  return rows;
}

}  // namespace talentflow::query
