// Which kinds can be meant where a document demands one.
#include "graph/names/kinds.hpp"

#include <doctest/doctest.h>

using namespace talentflow;
using namespace talentflow::graph;

namespace {

bool fit(std::string_view wanted, std::string_view kind, const std::vector<std::string>& labels = {}) {
  return kinds_fit(wanted, kind, labels, Vocabulary::standard());
}

}  // namespace

TEST_CASE("sub-kinds of organisations stand for each other, persons only for persons") {
  CHECK(fit("Person", "Person"));
  CHECK(fit("person", "Person"));
  CHECK_FALSE(fit("Person", "Company", {"Lab"}));
  CHECK(fit("University", "Company"));
  CHECK(fit("Lab", "Company", {"Lab"}));
  CHECK_FALSE(fit("Lab", "Person"));
}

TEST_CASE("what has no kind, or is asked for without one, fits everything") {
  CHECK(fit("", "Person"));
  CHECK(fit("Person", ""));
}
