// What names are shortened to, and what is no acronym of them.
#include "graph/names/acronyms.hpp"

#include <doctest/doctest.h>

#include <algorithm>

using namespace talentflow::graph;

TEST_CASE("small words are left out, parts of hyphenated words count, words in capitals are taken whole") {
  CHECK(is_acronym_of("MIT", "Massachusetts Institute of Technology"));
  CHECK(is_acronym_of("MIT", "Massachusetts Institute of Technology (MIT)"));
  CHECK(is_acronym_of("HKUST", "The Hong Kong University of Science and Technology"));
  CHECK(is_acronym_of("UIUC", "University of Illinois Urbana-Champaign"));
  CHECK(is_acronym_of("CHAI", "Center for Human-Compatible AI"));
  CHECK(is_acronym_of("EAI", "Example AI"));
  CHECK(is_acronym_of("ENSM", "École Nationale Supérieure Maritime"));
}

TEST_CASE("the first words alone may be shortened") {
  CHECK(is_acronym_of("IIT Hyderabad", "Indian Institute of Technology Hyderabad"));
  CHECK(is_acronym_of("UC Berkeley", "University of California, Berkeley"));
  CHECK(is_acronym_of("UC San Diego", "University of California San Diego"));
  CHECK(is_acronym_of("UT Austin", "University of Texas at Austin"));
  CHECK_FALSE(is_acronym_of("UC Davis", "University of California, Berkeley"));
}

TEST_CASE("what is no acronym") {
  CHECK_FALSE(is_acronym_of("mit", "Massachusetts Institute of Technology"));
  CHECK_FALSE(is_acronym_of("MIT", "Michigan State University"));
  CHECK_FALSE(is_acronym_of("AL", "Acme Lab"));
  CHECK_FALSE(is_acronym_of("Acme", "Acme"));
  CHECK(acronyms_of("Acme").empty());
  CHECK(acronyms_of("清华大学").empty());
}

TEST_CASE("keys are sorted, without repeats") {
  const auto keys = acronyms_of("Example Institute of Technology North-West");
  CHECK(std::is_sorted(keys.begin(), keys.end()));
  CHECK(std::adjacent_find(keys.begin(), keys.end()) == keys.end());
  CHECK(std::binary_search(keys.begin(), keys.end(), "eitnw"));
}
