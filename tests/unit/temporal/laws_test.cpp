// Laws over random values of every type, seeds fixed so that a failure comes back.
#include <random>

#include <doctest/doctest.h>

#include "tests/unit/temporal/calls.hpp"

using namespace temporal_tests;
using talentflow::query::temporal_add;
using talentflow::query::temporal_compare;
using talentflow::query::temporal_component;
using talentflow::query::temporal_equal;
using talentflow::query::temporal_hash;
using talentflow::query::temporal_negate;
using talentflow::query::temporal_order;
using talentflow::query::temporal_subtract;
using talentflow::query::temporal_text;

namespace {

constexpr const char* kInstants[] = {"date", "localtime", "time", "localdatetime", "datetime"};
constexpr const char* kZones[] = {"Z",
                                  "+05:45",
                                  "-11:59",
                                  "+18:00",
                                  "-02:05:59",
                                  "Europe/Stockholm",
                                  "America/New_York",
                                  "Asia/Kathmandu",
                                  "Australia/Eucla",
                                  "Africa/Monrovia"};

class Random {
 public:
  explicit Random(unsigned seed) : engine_(seed) {}

  std::int64_t number(std::int64_t low, std::int64_t high) {
    return std::uniform_int_distribution<std::int64_t>(low, high)(engine_);
  }
  template <class T, std::size_t n>
  const T& one_of(const T (&items)[n]) {
    return items[static_cast<std::size_t>(number(0, static_cast<std::int64_t>(n) - 1))];
  }

  /// Mostly this century, with zones' transitions in it; sometimes any year.
  Value date_time() {
    const std::int64_t second = number(0, 9) == 0 ? number(-30'000'000'000'000'000, 30'000'000'000'000'000)
                                                  : number(-5'000'000'000, 5'000'000'000);
    const Value utc = call("datetime.fromepoch", {Value(second), Value(fraction())});
    return call("datetime", {{"datetime", utc}, {"timezone", std::string(one_of(kZones))}});
  }
  Value instant() {
    const std::string name = one_of(kInstants);
    return call(name, {date_time()});
  }
  Value duration() {
    return call("duration", {{"months", number(-500, 500)},
                             {"days", number(-5000, 5000)},
                             {"seconds", number(-900'000, 900'000)},
                             {"nanoseconds", fraction()}});
  }

 private:
  std::int64_t fraction() {
    static constexpr std::int64_t kSteps[] = {1'000'000'000, 1'000'000, 1000, 1};
    const std::int64_t step = one_of(kSteps);
    return number(0, 999'999'999) / step * step;
  }
  std::mt19937_64 engine_;
};

constexpr int kRounds = 2000;

}  // namespace

TEST_SUITE("temporal: laws") {
  TEST_CASE("what is printed reads back as the same value") {
    Random random(1);
    for (int i = 0; i < kRounds; ++i) {
      const Value duration = random.duration();
      CAPTURE(temporal_text(duration));
      CHECK(temporal_equal(parse("duration", temporal_text(duration)), duration));
      const std::string name = random.one_of(kInstants);
      const Value value = call(name, {random.date_time()});
      CAPTURE(temporal_text(value));
      const Value back = parse(name, temporal_text(value));
      CHECK(temporal_equal(back, value));
      CHECK(temporal_hash(back) == temporal_hash(value));
      CHECK(temporal_text(back) == temporal_text(value));
    }
  }

  TEST_CASE(
      "days and seconds added and taken away again leave the value, months leave it but for clipped days") {
    Random random(2);
    for (int i = 0; i < kRounds; ++i) {
      const Value value = random.instant();
      const Value seconds = call("duration", {{"seconds", random.number(-90'000'000, 90'000'000)},
                                              {"nanoseconds", random.number(0, 999)}});
      CAPTURE(temporal_text(value));
      CAPTURE(temporal_text(seconds));
      CHECK(temporal_equal(*temporal_subtract(*temporal_add(value, seconds), seconds), value));
      CHECK(temporal_equal(*temporal_add(value, *temporal_negate(seconds)),
                           *temporal_subtract(value, seconds)));
      const Value date = call("date", {random.date_time()});
      const Value first = call("date", {{"date", date}, {"day", 1}});
      const Value months = call("duration", {{"months", random.number(-5000, 5000)}});
      CAPTURE(temporal_text(first));
      CHECK(temporal_equal(*temporal_subtract(*temporal_add(first, months), months), first));
    }
  }

  TEST_CASE("truncating twice is truncating once, and never goes forward") {
    static constexpr const char* kUnits[] = {"millennium", "century", "decade",      "year",       "weekYear",
                                             "quarter",    "month",   "week",        "day",        "hour",
                                             "minute",     "second",  "millisecond", "microsecond"};
    Random random(3);
    for (int i = 0; i < kRounds; ++i) {
      const std::string unit = random.one_of(kUnits);
      // Where the clock goes back, a unit's start may be read twice: the law is the local clock's.
      const Value value = call("localdatetime", {random.date_time()});
      CAPTURE(unit);
      CAPTURE(temporal_text(value));
      const Value once = call("localdatetime.truncate", {Value(unit), value});
      REQUIRE_FALSE(once.is_null());
      CHECK(temporal_equal(call("localdatetime.truncate", {Value(unit), once}), once));
      CHECK(temporal_order(once, value) <= 0);
    }
  }

  TEST_CASE("a + between(a, b) is b, and between(b, a) is its opposite for seconds and days") {
    Random random(4);
    for (int i = 0; i < kRounds; ++i) {
      const std::string name = i % 2 == 0 ? "localdatetime" : "date";
      const Value a = call(name, {random.date_time()});
      const Value b = call(name, {random.date_time()});
      CAPTURE(temporal_text(a));
      CAPTURE(temporal_text(b));
      CHECK(temporal_text(*temporal_add(a, call("duration.between", {a, b}))) == temporal_text(b));
      CHECK(temporal_text(*temporal_add(a, call("duration.inSeconds", {a, b}))) == temporal_text(b));
      for (const char* unit : {"duration.inSeconds", "duration.inDays"})
        CHECK(temporal_equal(*temporal_negate(call(unit, {a, b})), call(unit, {b, a})));
    }
  }

  TEST_CASE("between two datetimes of any zones: adding reaches the same instant") {
    Random random(5);
    for (int i = 0; i < kRounds; ++i) {
      const Value a = random.date_time();
      const Value b = random.date_time();
      CAPTURE(temporal_text(a));
      CAPTURE(temporal_text(b));
      const Value reached = *temporal_add(a, call("duration.between", {a, b}));
      CHECK(show(temporal_component(reached, "epochSeconds")) == show(temporal_component(b, "epochSeconds")));
      CHECK(show(temporal_component(reached, "nanosecond")) == show(temporal_component(b, "nanosecond")));
    }
  }

  TEST_CASE("the order is total, and agrees with <, = and the hash") {
    Random random(6);
    for (int i = 0; i < kRounds; ++i) {
      const std::string name = random.one_of(kInstants);
      const Value a = call(name, {random.date_time()});
      const Value b = i % 5 == 0 ? a : call(name, {random.date_time()});
      const auto order = temporal_order(a, b);
      CAPTURE(temporal_text(a));
      CAPTURE(temporal_text(b));
      const auto less = temporal_compare(a, b);
      REQUIRE(less.has_value());
      CHECK(*less == std::partial_ordering(order));
      CHECK((order == 0) == temporal_equal(a, b));
      CHECK((0 <=> order) == temporal_order(b, a));
      if (order == 0) CHECK(temporal_hash(a) == temporal_hash(b));
    }
  }

  TEST_CASE("a value is made again from its components, in each system of dates") {
    Random random(7);
    for (int i = 0; i < kRounds; ++i) {
      const Value value = call("date", {random.date_time()});
      const auto part = [&](const char* name) { return *temporal_component(value, name); };
      CAPTURE(temporal_text(value));
      CHECK(temporal_equal(
          value, call("date", {{"year", part("year")}, {"month", part("month")}, {"day", part("day")}})));
      CHECK(temporal_equal(
          value, call("date",
                      {{"year", part("weekYear")}, {"week", part("week")}, {"dayOfWeek", part("weekDay")}})));
      CHECK(temporal_equal(value, call("date", {{"year", part("year")},
                                                {"quarter", part("quarter")},
                                                {"dayOfQuarter", part("dayOfQuarter")}})));
      CHECK(
          temporal_equal(value, call("date", {{"year", part("year")}, {"ordinalDay", part("ordinalDay")}})));
    }
  }
}
