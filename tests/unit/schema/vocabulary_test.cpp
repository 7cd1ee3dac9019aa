#include "schema/vocabulary.hpp"

#include <doctest/doctest.h>

#include "schema/country.hpp"
#include "schema/frame_words.hpp"
#include "schema/table.hpp"
#include "schema/tables.hpp"

using namespace talentflow;

namespace {
constexpr RoleClasses bits(RoleClass a) { return static_cast<RoleClasses>(a); }
constexpr RoleClasses bits(RoleClass a, RoleClass b) { return static_cast<RoleClasses>(bits(a) | bits(b)); }
}  // namespace

TEST_CASE("relations and kinds are matched without regard to case and print canonically") {
  const Vocabulary& vocabulary = Vocabulary::standard();
  CHECK(vocabulary.canonical_relation("works_at") == "WORKS_AT");
  CHECK(vocabulary.canonical_relation("mentors") == "mentors");
  CHECK(vocabulary.canonical_kind("UNIVERSITY") == "University");
  CHECK(vocabulary.relation("Left")->career == CareerMeaning::ends);
  CHECK(vocabulary.relation("approached")->career == CareerMeaning::none);
  CHECK(vocabulary.kind("labs")->name == "Lab");
  CHECK(vocabulary.kind("Lab")->parent == "Org");
  CHECK(vocabulary.relations().size() == 26);
  CHECK(vocabulary.kinds().size() == 10);
}

TEST_CASE("role words in English and Chinese") {
  const Vocabulary& vocabulary = Vocabulary::standard();
  CHECK(vocabulary.role_classes("senior research scientist") == bits(RoleClass::researcher));
  CHECK(vocabulary.role_classes("founder and CEO") == bits(RoleClass::founder, RoleClass::executive));
  CHECK((vocabulary.role_classes("联合创始人") & bits(RoleClass::founder)) != 0);
  CHECK((vocabulary.role_classes("首席科学家") & bits(RoleClass::researcher)) != 0);
  CHECK(vocabulary.role_classes("") == 0);
  CHECK(vocabulary.role_classes("gardener") == 0);
  CHECK(vocabulary.role_classes("headhunter") == 0);
  CHECK(Vocabulary::role_class("Researchers") == RoleClass::researcher);
  CHECK(!Vocabulary::role_class("gardener").has_value());
}

TEST_CASE("grades have the strengths of the scale; F and 6 cannot judge") {
  const Vocabulary& vocabulary = Vocabulary::standard();
  CHECK(vocabulary.reliability_strength('A') == 0.95);
  CHECK(vocabulary.reliability_strength('E') == 0.2);
  CHECK(!vocabulary.reliability_strength('F').has_value());
  CHECK(vocabulary.credibility_strength(1) == 0.9);
  CHECK(!vocabulary.credibility_strength(6).has_value());
  CHECK(vocabulary.rumour_cap() == 0.3);
  CHECK(vocabulary.unjudged_strength() == 0.5);
}

TEST_CASE("status words") {
  CHECK(Vocabulary::status("Rumored") == Status::rumoured);
  CHECK(Vocabulary::status("filed") == Status::filed);
  CHECK(Vocabulary::status("") == Status::none);
  CHECK(!Vocabulary::status("certain").has_value());
  CHECK(Vocabulary::status_word(Status::announced) == "announced");
}

TEST_CASE("a folder that is absent gives the standard tables") {
  const auto vocabulary = Vocabulary::from_folder("no/such/folder");
  REQUIRE(vocabulary.ok());
  CHECK(vocabulary->relations().size() == Vocabulary::standard().relations().size());
}

TEST_CASE("every line of the table of frame words is taken") {
  const auto table = parse_table(tables::frames(), "frames.csv");
  REQUIRE(table.ok());
  CHECK(frame_words().size() == table->rows.size());
  for (const FrameWord& word : frame_words()) {
    CHECK(word.word == ascii_lower(word.word));
    CHECK((word.meaning == FrameMeaning::people) == (find_country(word.country) != nullptr));
  }
}
