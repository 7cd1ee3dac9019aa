// The resolver in a load: what becomes of names that a page brings.
#include <doctest/doctest.h>

#include "../store/fixture.hpp"
#include "graph/store/draft.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

Record says(std::string name, std::string relation, std::string organisation, const std::string& page) {
  ClaimRecord row;
  row.subject = Reference::to_name(std::move(name), "Person");
  row.relation = std::move(relation);
  row.object = Reference::to_name(std::move(organisation), "Org");
  row.source = Reference::to_id(page);
  row.locator = "p1";
  return record(row, 1);
}

std::vector<Record> known_people() {
  return {source("s/one", {{"published", "2026-01-05"}}),
          entity("org/acme", "Company", "Acme"),
          entity("org/other", "Lab", "Other Lab"),
          entity("person/one", "Person", "Junyang Lin"),
          entity("person/two", "Person", "Junyang Lin"),
          claim("k1", "person/one", "works_at", "org/acme", "s/one"),
          claim("k2", "person/two", "works_at", "org/other", "s/one")};
}

}  // namespace

TEST_CASE("an organisation's very name is linked by one claim, however many documents use it") {
  auto store = memory_store();
  load(*store, {source("s/one"), entity("org/acme-works", "Company", "Acme")});
  for (const char* page : {"p/1", "p/2", "p/3"})
    load(*store, {source(page), says("Ottilie Examplewright", "joined", "ACME", page)});
  const EntityNumber name = number_of(*store, "org/acme"), acme = number_of(*store, "org/acme-works");
  CHECK(*store->stands_for(name) == acme);
  CHECK(store->claims_naming(name)->size() == 3);
  CHECK(store->claims_naming(acme)->size() == 1);
  const Claim link = *store->claim(store->claims_naming(acme)->front());
  CHECK(*store->term(link.relation) == "SAME_AS");
  CHECK(link.note == "its very name, which no other has");
  CHECK(link.recorded == *parse_instant("0001-01-01"));
  load(*store, {source("p/4"), says("Bob Examplewright", "joined", "Acme, Inc.", "p/4")});
  CHECK(*store->stands_for(number_of(*store, "org/acme-inc")) == acme);
  CHECK(store->check()->empty());
}

TEST_CASE("a very name is taken back like any link, and later documents then ask") {
  auto store = memory_store();
  load(*store, {source("s/one"), entity("org/acme-works", "Company", "Acme")});
  load(*store, {source("p/1"), says("Ottilie Examplewright", "joined", "Acme", "p/1")});
  const EntityNumber name = number_of(*store, "org/acme");
  ClaimRecord back;
  back.stance = "withdraws";
  back.target = store->claim(store->claims_about(name)->back())->id;
  back.source = Reference::to_id("s/one");
  load(*store, {record(back)});
  CHECK(*store->stands_for(name) == name);
  load(*store, {source("p/2"), says("Bob Examplewright", "joined", "Acme", "p/2")});
  CHECK(*store->stands_for(name) == name);
  const EntityNumber second = number_of(*store, "org/acme-2");
  CHECK(*store->stands_for(second) == second);
  CHECK(store->reviews()->size() == 2);  // both names
}

TEST_CASE("a very name whose load was withdrawn is linked again by the next document") {
  auto store = memory_store();
  load(*store, {source("s/one"), entity("org/acme-works", "Company", "Acme")});
  load(*store, {source("p/1"), says("Ottilie Examplewright", "joined", "Acme", "p/1")});
  const EntityNumber name = number_of(*store, "org/acme"), acme = number_of(*store, "org/acme-works");
  REQUIRE(store->withdraw_load(2).ok());
  CHECK(*store->stands_for(name) == name);
  load(*store, {source("p/2"), says("Bob Examplewright", "joined", "Acme", "p/2")});
  CHECK(*store->stands_for(name) == acme);
  CHECK(store->claims_naming(name)->size() == 2);
  CHECK(store->check()->empty());
}

TEST_CASE("a name that nobody had before is one for later documents, without a claim") {
  auto store = memory_store();
  load(*store, {source("p/1"), says("Ottilie Examplewright", "joined", "Acme", "p/1")});
  load(*store, {source("p/2"), says("Bob Examplewright", "joined", "Acme", "p/2")});
  const EntityNumber name = number_of(*store, "org/acme");
  CHECK(store->claims_naming(name)->size() == 2);
  CHECK(store->claims_about(name)->size() == 1);
}

TEST_CASE("an organisation whose record was withdrawn has no name") {
  auto store = memory_store();
  load(*store, {source("s/one"), entity("org/acme-works", "Company", "Acme")});
  REQUIRE(store->withdraw_load(1).ok());
  load(*store, {source("p/1"), says("Ottilie Examplewright", "joined", "Acme", "p/1")});
  const EntityNumber name = number_of(*store, "org/acme");
  CHECK(*store->stands_for(name) == name);
}

TEST_CASE("a link is as old as the newest thing that it rests on") {
  auto store = memory_store();
  load(*store, known_people());
  load(*store, {source("p/1", {{"published", "2026-03-01"}}), says("Junyang Lin", "left", "Acme", "p/1")});
  const EntityNumber named = number_of(*store, "name/junyang-lin");
  CHECK(*store->stands_for(named) == number_of(*store, "person/one"));
  const Claim link = *store->claim(store->claims_about(named)->back());
  CHECK(link.recorded == *parse_instant("2026-03-01"));
}

TEST_CASE("within one document one name is one entity, also when it is read again with more in it") {
  auto store = memory_store();
  load(*store, {source("p/1"), says("Ottilie Examplewright", "joined", "Acme", "p/1"),
                says("Ottilie Examplewright", "left", "Zeta Works", "p/1")});
  const auto before = store->info().entities;
  auto more = says("Ottilie Examplewright", "founded", "Acme", "p/1");
  load(*store, {more});
  CHECK(store->info().entities == before);
  CHECK(store->claims_about(number_of(*store, "name/ottilie-examplewright"))->size() == 4);
}

TEST_CASE("more said in the same document can settle what was a question") {
  auto store = memory_store();
  load(*store, known_people());
  load(*store, {source("p/1"), says("Junyang Lin", "joined", "Third Works", "p/1")});
  const EntityNumber named = number_of(*store, "name/junyang-lin");
  CHECK(store->reviews()->size() == 1);
  CHECK(*store->stands_for(named) == named);
  load(*store, {says("Junyang Lin", "left", "Other Lab", "p/1")});
  CHECK(*store->stands_for(named) == number_of(*store, "person/two"));
  CHECK(store->reviews()->size() == 1);
}

TEST_CASE("an abbreviated name finds the full ones, and is a question") {
  auto store = memory_store();
  load(*store, {source("s/one"), entity("person/one", "Person", "Zora Abel"),
                entity("person/two", "Person", "Zed Mabel")});
  load(*store, {source("p/1"), says("Z. Abel", "joined", "Acme", "p/1")});
  REQUIRE(store->reviews()->size() == 1);
  CHECK(store->reviews()->front().candidates == std::vector<EntityNumber>{number_of(*store, "person/one")});
}

TEST_CASE("an acronym alone is a question, whichever of the two came first; people in common settle it") {
  const auto long_name =
      entity("org/long", "University", "Example Institute of Technology", {{"country", "DE"}});
  for (const bool acronym_first : {false, true}) {
    auto store = memory_store();
    const std::vector<Record> page{source("p/1"), says("Ottilie Examplewright", "joined", "EIT", "p/1")};
    const std::vector<Record> table{source("s/one"), long_name};
    load(*store, acronym_first ? page : table);
    load(*store, acronym_first ? table : page);
    CHECK(*store->stands_for(number_of(*store, "org/eit")) == number_of(*store, "org/eit"));
    REQUIRE(store->reviews()->size() == 1);
    CHECK(store->reviews()->front().candidates.front() == number_of(*store, "org/long"));
  }
}

TEST_CASE("an acronym, and two people in common: one organisation") {
  auto store = memory_store();
  load(*store,
       {source("s/one"), entity("org/long", "University", "Example Institute of Technology"),
        entity("person/one", "Person", "Ottilie Examplewright"), entity("person/two", "Person", "Bo Sample"),
        claim("k1", "person/one", "works_at", "org/long", "s/one"),
        claim("k2", "person/two", "works_at", "org/long", "s/one")});
  load(*store, {source("p/1"), says("Ottilie Examplewright", "left", "EIT", "p/1"),
                says("Bo Sample", "left", "EIT", "p/1")});
  CHECK(*store->stands_for(number_of(*store, "org/eit")) == number_of(*store, "org/long"));
}

TEST_CASE("organisations are told first: where somebody works then says who he is") {
  auto store = memory_store();
  load(*store, known_people());
  load(*store, {source("p/1"), says("Junyang Lin", "left", "Acme, Inc.", "p/1")});
  CHECK(*store->stands_for(number_of(*store, "name/junyang-lin")) == number_of(*store, "person/one"));
}

TEST_CASE("a name that came before a record with a bracket is asked about when the record comes") {
  auto store = memory_store();
  load(*store, {source("p/1"), says("Ottilie Examplewright", "joined", "Acme", "p/1")});
  load(*store, {source("s/one"), entity("org/de", "Company", "Acme (Germany)", {{"country", "DE"}})});
  CHECK(*store->stands_for(number_of(*store, "org/acme")) == number_of(*store, "org/de"));
}

TEST_CASE("a withdrawn load takes its links with it, and is resolved anew when it is loaded again") {
  auto store = memory_store();
  load(*store, known_people());
  const std::vector<Record> page{source("p/1"), says("Junyang Lin", "left", "Acme", "p/1")};
  load(*store, page);
  const EntityNumber named = number_of(*store, "name/junyang-lin");
  REQUIRE(store->withdraw_load(2).ok());
  CHECK(*store->stands_for(named) == named);
  load(*store, page);
  CHECK(*store->stands_for(named) == number_of(*store, "person/one"));
}

TEST_CASE("a name that came first is asked about when somebody of that name comes") {
  auto store = memory_store();
  load(*store,
       {source("p/1"), entity("org/acme", "Company", "Acme"), says("Junyang Lin", "left", "Acme", "p/1")});
  const EntityNumber named = number_of(*store, "name/junyang-lin");
  CHECK(store->reviews()->empty());
  load(*store, known_people());
  CHECK(*store->stands_for(named) == number_of(*store, "person/one"));
}

TEST_CASE("a link that was taken back is a question the next time") {
  auto store = memory_store();
  load(*store, known_people());
  load(*store, {source("p/1"), says("Junyang Lin", "left", "Acme", "p/1")});
  const EntityNumber named = number_of(*store, "name/junyang-lin");
  ClaimRecord back;
  back.stance = "withdraws";
  back.target = store->claim(store->claims_about(named)->back())->id;
  back.source = Reference::to_id("s/one");
  load(*store, {record(back)});
  load(*store, {says("Junyang Lin", "founded", "Acme", "p/1")});
  CHECK(*store->stands_for(named) == named);
  REQUIRE(store->reviews()->size() == 1);
  CHECK(store->reviews()->front().reason ==
        "a link for this reason was taken back: the same name, both at Acme");
}

TEST_CASE("a table's person is not a page's for having the id that the name would give") {
  auto store = memory_store();
  load(*store, {source("p/1"), says("Tao Lin", "joined", "Acme", "p/1")});
  load(*store,
       {source("s/one"), entity("person/tao-lin", "Person", "Tao Lin"), entity("org/zeta", "Company", "Zeta"),
        claim("k1", "person/tao-lin", "works_at", "org/zeta", "s/one")});
  CHECK(number_of(*store, "name/tao-lin") != number_of(*store, "person/tao-lin"));
  CHECK(store->reviews()->size() == 1);
}

TEST_CASE("the store stays sound") {
  auto store = memory_store();
  load(*store, known_people());
  load(*store, {source("p/1"), says("Junyang Lin", "left", "Acme", "p/1"),
                says("J. Lin", "joined", "Acme, Inc.", "p/1")});
  CHECK(store->check()->empty());
}
