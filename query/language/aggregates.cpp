#include "query/language/aggregates.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

#include "query/language/arithmetic.hpp"
#include "query/language/checked_sort.hpp"
#include "query/language/comparison.hpp"
#include "query/language/token_stream.hpp"
#include "query/temporal/temporal.hpp"

namespace talentflow::query {
namespace {

bool number_of(const Value& value, double& out, Runtime& runtime, Place place) {
  if (value.integer() != nullptr)
    out = static_cast<double>(*value.integer());
  else if (value.floating() != nullptr)
    out = *value.floating();
  else
    runtime.type_error(place, "InvalidArgumentValue", "the aggregate needs numbers, not " + type_name(value));
  return !runtime.failed();
}

/// Exact over integers; Neumaier's compensated sum over floats, so that the order of rows does not show.
class Sum final : public Aggregation {
 public:
  std::size_t add(const Value& value, Runtime& runtime, Place place) override {
    if (value.duration() != nullptr) {
      duration_ = count_ == 0 ? value : runtime.take(temporal_add(duration_, value), place);
    } else if (value.integer() != nullptr) {
      const Value next = arithmetic(ast::BinaryOperator::add, integers_, value, place, runtime);
      if (!runtime.failed()) integers_ = next;
    } else if (double number = 0; number_of(value, number, runtime, place)) {
      floating_ = true;
      const double next = sum_ + number;
      correction_ += std::abs(sum_) >= std::abs(number) ? (sum_ - next) + number : (number - next) + sum_;
      sum_ = next;
    }
    ++count_;
    return 0;
  }
  Value result(Runtime&, Place) override {
    if (!duration_.is_null()) return duration_;
    if (!floating_) return integers_;
    return (std::isfinite(sum_) ? sum_ + correction_ : sum_) + static_cast<double>(*integers_.integer());
  }
  std::int64_t count() const { return count_; }

 private:
  Value integers_{std::int64_t{0}};
  Value duration_;
  double sum_ = 0.0;
  double correction_ = 0.0;
  bool floating_ = false;
  std::int64_t count_ = 0;
};

class Average final : public Aggregation {
 public:
  std::size_t add(const Value& value, Runtime& runtime, Place place) override {
    // As floats, so that a sum beyond 64 bits still has a mean.
    return sum_.add(value.integer() != nullptr ? Value(static_cast<double>(*value.integer())) : value,
                    runtime, place);
  }
  Value result(Runtime& runtime, Place place) override {
    if (sum_.count() == 0) return {};
    const Value total = sum_.result(runtime, place);
    return arithmetic(ast::BinaryOperator::divide, total, Value(static_cast<double>(sum_.count())), place,
                      runtime);
  }

 private:
  Sum sum_;
};

template <int kSign>
class Extreme final : public Aggregation {
 public:
  std::size_t add(const Value& value, Runtime&, Place) override {
    if (best_.is_null() || order(value, best_) * kSign > 0) best_ = value;
    return 0;
  }
  Value result(Runtime&, Place) override { return best_; }

 private:
  Value best_;
};

class Collect final : public Aggregation {
 public:
  std::size_t add(const Value& value, Runtime&, Place) override {
    list_.push_back(value);
    return footprint(value);
  }
  Value result(Runtime&, Place) override { return std::move(list_); }

 private:
  ValueList list_;
};

/// Sample and population deviation by Welford's method.
template <bool kPopulation>
class Deviation final : public Aggregation {
 public:
  std::size_t add(const Value& value, Runtime& runtime, Place place) override {
    double number = 0;
    if (!number_of(value, number, runtime, place)) return 0;
    ++count_;
    const double delta = number - mean_;
    mean_ += delta / static_cast<double>(count_);
    squares_ += delta * (number - mean_);
    return 0;
  }
  Value result(Runtime&, Place) override {
    const std::int64_t divisor = kPopulation ? count_ : count_ - 1;
    return divisor <= 0 ? 0.0 : std::sqrt(squares_ / static_cast<double>(divisor));
  }

 private:
  std::int64_t count_ = 0;
  double mean_ = 0.0;
  double squares_ = 0.0;
};

/// kContinuous interpolates between neighbours; the other takes the nearest value at or above the rank.
template <bool kContinuous>
class Percentile final : public Aggregation {
 public:
  explicit Percentile(Value percentile) : percentile_(std::move(percentile)) {}
  std::size_t add(const Value& value, Runtime& runtime, Place place) override {
    double number = 0;
    double wanted = 0;
    if (!number_of(value, number, runtime, place) || !number_of(percentile_, wanted, runtime, place))
      return 0;
    if (!(wanted >= 0.0 && wanted <= 1.0)) {
      runtime.argument_error(place, "NumberOutOfRange", "a percentile is a number from 0.0 to 1.0");
      return 0;
    }
    values_.push_back(value);
    return sizeof(Value);
  }
  Value result(Runtime& runtime, Place place) override {
    if (values_.empty()) return {};
    double wanted = 0;
    if (!number_of(percentile_, wanted, runtime, place)) return {};
    const auto less = [](const Value& a, const Value& b) { return order(a, b) < 0; };
    if (!checked_sort(values_, less, runtime)) return {};
    const double rank = wanted * static_cast<double>(values_.size());
    if (!kContinuous) return values_[static_cast<std::size_t>(std::max(0.0, std::ceil(rank) - 1.0))];
    const double position = wanted * static_cast<double>(values_.size() - 1);
    const auto below = static_cast<std::size_t>(position);
    const std::size_t above = std::min(below + 1, values_.size() - 1);
    double low = 0;
    double high = 0;
    number_of(values_[below], low, runtime, place);
    number_of(values_[above], high, runtime, place);
    return low + (high - low) * (position - static_cast<double>(below));
  }

 private:
  Value percentile_;
  ValueList values_;
};

template <class T>
std::unique_ptr<Aggregation> make(const Value&) {
  return std::make_unique<T>();
}
template <class T>
std::unique_ptr<Aggregation> make_with(const Value& second) {
  return std::make_unique<T>(second);
}

using K = TypeKind;
constexpr TypeSet kSummable = kNumber | type_bit(K::duration);
constexpr ResultType kSame{{}, ResultRule::first_argument};

constexpr Aggregator kAggregators[] = {
    {"count", 1, kAnything, {{K::integer, 0}}, nullptr, "count(expression) or count(*)"},
    {"sum", 1, kSummable, kSame, make<Sum>, "sum(number)"},
    {"avg", 1, kSummable, {{}}, make<Average>, "avg(number)"},
    {"min", 1, kAnything, kSame, make<Extreme<-1>>, "min(value)"},
    {"max", 1, kAnything, kSame, make<Extreme<1>>, "max(value)"},
    {"collect", 1, kAnything, {{K::any, 1}}, make<Collect>, "collect(value)"},
    {"stDev", 1, kNumber, {{K::floating, 0}}, make<Deviation<false>>, "stDev(number)"},
    {"stDevP", 1, kNumber, {{K::floating, 0}}, make<Deviation<true>>, "stDevP(number)"},
    {"percentileCont",
     2,
     kNumber,
     {{K::floating, 0}},
     make_with<Percentile<true>>,
     "percentileCont(number, percentile)"},
    {"percentileDisc", 2, kNumber, kSame, make_with<Percentile<false>>, "percentileDisc(number, percentile)"},
};

}  // namespace

const Aggregator* find_aggregator(std::string_view name) {
  for (const Aggregator& aggregator : kAggregators)
    if (same_word(aggregator.name, name)) return &aggregator;
  return nullptr;
}

std::span<const Aggregator> all_aggregators() { return kAggregators; }

}  // namespace talentflow::query
