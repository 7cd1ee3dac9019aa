// A step of a plan: rows are pulled through it one by one, in the shared frame (see runtime.hpp).
//
// open() (re)starts a plan, also in the middle of a run: sub-queries and OPTIONAL MATCH open theirs once a
// row. next() leaves its row in the frame. close() gives held memory back; open() after it starts again.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "query/language/runtime.hpp"

namespace talentflow::query {

class Operator;
using OperatorPtr = std::unique_ptr<Operator>;

class Operator {
 public:
  virtual ~Operator() = default;
  Operator() = default;
  Operator(const Operator&) = delete;
  Operator& operator=(const Operator&) = delete;

  void open(Runtime& runtime) {
    OperatorCounts* const before = std::exchange(runtime.counts, &counts_);
    start(runtime);
    runtime.counts = before;
  }
  /// False at the end and after a failure.
  bool next(Runtime& runtime) {
    OperatorCounts* const before = std::exchange(runtime.counts, &counts_);
    const bool found = runtime.tick() && advance(runtime) && runtime.rows(++counts_.rows);
    runtime.counts = before;
    return found;
  }
  virtual void close(Runtime& runtime) {
    for (const OperatorPtr& child : children_) child->close(runtime);
  }

  virtual std::string name() const = 0;     ///< "Expand"
  virtual std::string details() const = 0;  ///< "(a)-[:KNOWS]->(b)"
  const std::vector<OperatorPtr>& children() const { return children_; }
  const OperatorCounts& counts() const { return counts_; }
  /// Plans that run inside this operator's expressions, for EXPLAIN; not owned.
  std::vector<const Operator*> nested;

 protected:
  explicit Operator(OperatorPtr child) { children_.push_back(std::move(child)); }
  Operator(OperatorPtr first, OperatorPtr second) {
    children_.push_back(std::move(first));
    children_.push_back(std::move(second));
  }
  virtual void start(Runtime& runtime) = 0;
  virtual bool advance(Runtime& runtime) = 0;
  Operator& child(std::size_t i = 0) { return *children_[i]; }

  std::vector<OperatorPtr> children_;

 private:
  OperatorCounts counts_;
};

}  // namespace talentflow::query
