#include "query/facade/interrupt.hpp"

#include <doctest/doctest.h>

using talentflow::query::Interrupt;

TEST_CASE("an interrupt stops what runs and nothing that starts later") {
  Interrupt interrupt;
  {
    const Interrupt::Work first(interrupt);
    interrupt.raise();
    CHECK(interrupt.raised());
    const Interrupt::Work second(interrupt);
    CHECK(interrupt.raised());
  }
  const Interrupt::Work third(interrupt);
  CHECK_FALSE(interrupt.raised());
}

TEST_CASE("an interrupt of nothing is forgotten") {
  Interrupt interrupt;
  interrupt.raise();
  const Interrupt::Work work(interrupt);
  CHECK_FALSE(interrupt.raised());
}
