#include "query/flow/table_cursor.hpp"

namespace talentflow::query {
namespace {

class TableCursor final : public Cursor {
 public:
  TableCursor(Table table, std::shared_ptr<const graph::View> view)
      : view_(std::move(view)), table_(std::move(table)) {}

  const std::vector<std::string>& columns() const override { return table_.columns; }
  Result<bool> next(Row& row) override {
    if (at_ == table_.rows.size()) return false;
    row = std::move(table_.rows[at_++]);
    return true;
  }
  const MetaPairs& meta() const override { return table_.meta; }
  const std::vector<SideTable>& side_tables() const override { return table_.side_tables; }
  const std::vector<std::string>& warnings() const override { return table_.warnings; }
  const graph::View& view() const override { return *view_; }

 private:
  std::shared_ptr<const graph::View> view_;
  Table table_;
  std::size_t at_ = 0;
};

class FootedCursor final : public Cursor {
 public:
  FootedCursor(std::unique_ptr<Cursor> inner, Table table)
      : table_(std::move(table)), inner_(std::move(inner)) {
    const auto& more = inner_->warnings();
    table_.warnings.insert(table_.warnings.end(), more.begin(), more.end());
  }

  const std::vector<std::string>& columns() const override { return inner_->columns(); }
  Result<bool> next(Row& row) override { return inner_->next(row); }
  const MetaPairs& meta() const override { return table_.meta; }
  const std::vector<SideTable>& side_tables() const override { return table_.side_tables; }
  const std::vector<std::string>& warnings() const override { return table_.warnings; }
  const graph::View& view() const override { return inner_->view(); }

 private:
  Table table_;
  std::unique_ptr<Cursor> inner_;
};

}  // namespace

std::unique_ptr<Cursor> table_cursor(Table table, std::shared_ptr<const graph::View> view) {
  return std::make_unique<TableCursor>(std::move(table), std::move(view));
}

std::unique_ptr<Cursor> footed_cursor(std::unique_ptr<Cursor> inner, Table table) {
  return std::make_unique<FootedCursor>(std::move(inner), std::move(table));
}

}  // namespace talentflow::query
