// Rows to be printed, whatever they come from: a query's cursor, or a table made by the facade.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "query/engine.hpp"

namespace talentflow::query {

using MetaEntries = std::vector<std::pair<std::string, Value>>;

/// One pass over rows. Not thread-safe.
class RowStream {
 public:
  virtual ~RowStream() = default;
  virtual const std::vector<std::string>& columns() const = 0;
  /// Fills `row` and returns true; false at the end. After an Error no further call is allowed.
  virtual Result<bool> next(Row& row) = 0;
  /// Complete once next() has returned false.
  virtual const MetaEntries& meta() const = 0;
  virtual const std::vector<SideTable>& side_tables() const = 0;
  virtual const std::vector<std::string>& warnings() const = 0;
  /// The View that nodes and edges in the rows refer to; nullptr when the rows hold none.
  virtual const graph::View* view() const = 0;
};

/// Rows held in memory: reports and lists.
class TableRows final : public RowStream {
 public:
  explicit TableRows(SideTable table, std::vector<SideTable> beside = {})
      : table_(std::move(table)), beside_(std::move(beside)) {}
  const std::vector<std::string>& columns() const override { return table_.columns; }
  Result<bool> next(Row& row) override {
    if (position_ >= table_.rows.size()) return false;
    row = table_.rows[position_++];
    return true;
  }
  const MetaEntries& meta() const override { return meta_; }
  const std::vector<SideTable>& side_tables() const override { return beside_; }
  const std::vector<std::string>& warnings() const override { return warnings_; }
  const graph::View* view() const override { return nullptr; }

 private:
  SideTable table_;
  std::vector<SideTable> beside_;
  std::size_t position_ = 0;
  MetaEntries meta_;
  std::vector<std::string> warnings_;
};

}  // namespace talentflow::query
