// What operators that keep rows share: an account of the bytes they hold.
#pragma once

#include "query/engine.hpp"
#include "query/language/comparison.hpp"
#include "query/language/operator.hpp"

namespace talentflow::query {

inline std::int64_t row_bytes(const Row& row) {
  std::size_t bytes = 32;
  for (const Value& value : row) bytes += footprint(value);
  return static_cast<std::int64_t>(bytes);
}

class Holding : public Operator {
 public:
  void close(Runtime& runtime) override {
    release(runtime);
    Operator::close(runtime);
  }

 protected:
  explicit Holding(OperatorPtr input) : Operator(std::move(input)) {}
  /// False when the budget does not allow it.
  bool keep(std::int64_t bytes, Runtime& runtime) {
    held_ += bytes;
    return runtime.hold(bytes);
  }
  void release(Runtime& runtime) {
    runtime.hold(-held_);
    held_ = 0;
  }

 private:
  std::int64_t held_ = 0;
};

}  // namespace talentflow::query
