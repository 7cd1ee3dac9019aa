// Random careers with holes, overlaps, coarse and missing dates, for comparing clever with slow.
#pragma once

#include <array>
#include <random>
#include <vector>

#include "tests/reference/slow_flow.hpp"

namespace talentflow::reference {

struct RandomCareers {
  int persons = 30;
  int most_posts = 4;
  bool certain = false;  ///< every belief 1
  bool exact = false;    ///< every date to the day and known
};

template <class Random, class Container>
auto choose(Random& random, const Container& from) {
  return from[std::uniform_int_distribution<std::size_t>(0, std::size(from) - 1)(random)];
}

/// Posts in the groups C, U, E and X.
template <class Random>
std::vector<Stint> random_careers(Random& random, const RandomCareers& how) {
  static constexpr std::array<long, 5> kHoles{-60, 0, 0, 30, 400};
  static constexpr std::array<long, 4> kLengths{100, 200, 365, 800};
  static constexpr std::array<long, 3> kPrecision{0, 30, 365};
  static constexpr std::array<double, 4> kBeliefs{.3, .6, .9, 1.0};
  std::uniform_real_distribution<double> chance(0.0, 1.0);
  std::vector<Stint> out;
  for (int person = 0; person < how.persons; ++person) {
    long at = std::uniform_int_distribution<long>(0, 2000)(random);
    const int posts = std::uniform_int_distribution<int>(1, how.most_posts)(random);
    for (int i = 0; i < posts; ++i) {
      const long begin = at + choose(random, kHoles), finish = begin + choose(random, kLengths);
      const long precision = how.exact ? 0 : choose(random, kPrecision);
      std::optional<Range> start{{begin, begin + precision}}, end{{finish, finish}};
      if (!how.exact && chance(random) < .2) end = Range{finish - finish % 365, finish - finish % 365 + 365};
      const double x = chance(random);
      if (x < .15)
        end.reset();
      else if (x < .25 && !how.exact)
        start.reset();
      else if (x < .30 && !how.exact)
        start = end = std::nullopt;
      std::optional<long> held;
      if (!end && chance(random) < .3) held = begin + choose(random, kLengths);
      out.push_back(stint(person, std::string(1, "CUEX"[std::uniform_int_distribution<int>(0, 3)(random)]),
                          start, end, held, how.certain ? 1.0 : choose(random, kBeliefs), {},
                          chance(random) < .2));
      at = finish;
    }
  }
  return out;
}

}  // namespace talentflow::reference
