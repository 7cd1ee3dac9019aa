// One running statement: its budget, the Views it reads, and its rows.
#pragma once

#include <memory>
#include <vector>

#include "graph/budget.hpp"
#include "query/facade/interrupt.hpp"
#include "query/format/row_stream.hpp"

namespace talentflow::query {

/// Everything that a Cursor refers to, in the order in which it must end. One thread at a time.
class Statement final : public RowStream {
 public:
  Statement(graph::Limits limits, Interrupt& interrupt)
      : work_(interrupt), budget_(std::make_unique<graph::Budget>(limits, interrupt.flag())) {}

  graph::Budget& budget() { return *budget_; }
  void hold(std::shared_ptr<const graph::View> view) { views_.push_back(std::move(view)); }
  void attach(std::unique_ptr<Cursor> cursor) { cursor_ = std::move(cursor); }

  const std::vector<std::string>& columns() const override { return cursor_->columns(); }
  /// The work ends with the last row or the first error, so that an answer that is kept holds up no
  /// interrupt.
  Result<bool> next(Row& row) override {
    if (ended_) return false;
    auto more = cursor_->next(row);
    if (!more.ok() || !*more) {
      ended_ = true;
      work_.end();
    }
    return more;
  }
  const MetaEntries& meta() const override { return cursor_->meta(); }
  const std::vector<SideTable>& side_tables() const override { return cursor_->side_tables(); }
  const std::vector<std::string>& warnings() const override { return cursor_->warnings(); }
  const graph::View* view() const override { return &cursor_->view(); }

 private:
  Interrupt::Work work_;
  std::unique_ptr<graph::Budget> budget_;
  std::vector<std::shared_ptr<const graph::View>> views_;
  std::unique_ptr<Cursor> cursor_;
  bool ended_ = false;
};

}  // namespace talentflow::query
