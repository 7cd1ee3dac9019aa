// One person in two registers, and names that a killed process left.
#include <doctest/doctest.h>

#include "../store/fixture.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

using Records = std::vector<Record>;

/// A person of a register, at organisations that are known by their ids.
void add_person(Records& records, const std::string& id, const std::string& name,
                const std::vector<std::string>& organisations) {
  records.push_back(entity(id, "Person", name));
  for (const std::string& organisation : organisations)
    records.push_back(claim("c/" + id + organisation, id, "works_at", organisation, "s/" + id));
  records.insert(records.begin(), source("s/" + id));
}

Records organisations() {
  return {entity("ror:u", "University", "Example University"),
          entity("ror:v", "University", "Sample University"), entity("ror:f", "Company", "Example Works")};
}

/// What became of the second of two persons: the id that stands for it.
std::string stands_for(const Store& store, std::string_view id) {
  return store.entity(*store.stands_for(number_of(store, id)))->id;
}

std::unique_ptr<Store> store_with(const Records& first, const Records& second, bool one_load) {
  auto store = memory_store();
  Records all = organisations();
  all.insert(all.end(), first.begin(), first.end());
  if (one_load) all.insert(all.end(), second.begin(), second.end());
  load(*store, all);
  if (!one_load) load(*store, second);
  return store;
}

}  // namespace

TEST_CASE(
    "two registers, one name, the same organisations: one person, for a reason that can be taken back") {
  for (const bool one_load : {false, true}) {
    Records orcid, openalex;
    add_person(orcid, "orcid:0000-0001", "Junyang Lin", {"ror:u", "ror:v"});
    add_person(openalex, "openalex:A1", "Junyang Lin", {"ror:u", "ror:v"});
    const auto store = store_with(orcid, openalex, one_load);
    CHECK(stands_for(*store, "openalex:A1") == "orcid:0000-0001");
    const Claim link = *store->claim(store->claims_about(number_of(*store, "openalex:A1"))->back());
    CHECK(*store->term(link.relation) == "SAME_AS");
    CHECK(link.note == "the same name, both at Example University, and at Sample University");
    CHECK(store->reviews()->empty());
    CHECK(store->check()->empty());
  }
}

TEST_CASE("one university in common is a question, a name alone is nothing") {
  Records orcid, openalex, other;
  add_person(orcid, "orcid:0000-0001", "Junyang Lin", {"ror:u"});
  add_person(openalex, "openalex:A1", "Junyang Lin", {"ror:u"});
  const auto asked = store_with(orcid, openalex, false);
  CHECK(stands_for(*asked, "openalex:A1") == "openalex:A1");
  REQUIRE(asked->reviews()->size() == 1);
  CHECK(asked->reviews()->front().candidates ==
        std::vector<EntityNumber>{number_of(*asked, "orcid:0000-0001")});
  add_person(other, "openalex:A2", "Junyang Lin", {"ror:f"});
  const auto silent = store_with(orcid, other, false);
  CHECK(silent->reviews()->empty());
}

TEST_CASE("a register tells its own persons apart, also through another register's record") {
  Records two, openalex, third;
  add_person(two, "orcid:0000-0001", "Ottilie Examplewright", {"ror:u", "ror:v"});
  add_person(two, "orcid:0000-0002", "Ottilie Examplewright", {"ror:u", "ror:v"});
  const auto store = store_with(two, {}, false);
  CHECK(stands_for(*store, "orcid:0000-0002") == "orcid:0000-0002");
  CHECK(store->reviews()->empty());
  add_person(openalex, "openalex:A1", "Ottilie Examplewright", {"ror:u", "ror:v"});
  load(*store, openalex);
  CHECK(stands_for(*store, "openalex:A1") == "openalex:A1");  // either of the two
  CHECK(store->reviews()->size() == 1);
}

TEST_CASE("ids of one register are no reason to look in the store") {
  Records orcid;
  add_person(orcid, "orcid:0000-0001", "Ottilie Examplewright", {"ror:f", "ror:v"});
  add_person(orcid, "orcid:0000-0002", "Ottilie Examplewright", {"ror:f", "ror:v"});
  const auto store = store_with(orcid, {}, true);
  CHECK(store->claims_about(number_of(*store, "orcid:0000-0002"))->size() == 3);
}

TEST_CASE("organisations of two registers: name and country, or website; of short names of firms both") {
  const auto check = [](const Record& first, const Record& second, bool one, std::size_t asked) {
    for (const bool one_load : {false, true}) {
      auto store = memory_store();
      if (one_load) {
        load(*store, {first, second});
      } else {
        load(*store, {first});
        load(*store, {second});
      }
      CHECK(stands_for(*store, "wikidata:Q1") == (one ? "ror:a" : "wikidata:Q1"));
      CHECK(store->reviews()->size() == asked);
      CHECK(store->check()->empty());
    }
  };
  const auto ror = [](const std::string& kind, const std::string& name, const Properties& properties) {
    return entity("ror:a", kind, name, properties);
  };
  const auto item = [](const std::string& kind, const std::string& name, const Properties& properties) {
    return entity("wikidata:Q1", kind, name, properties);
  };
  const Properties china = {{"country", "CN"}}, germany = {{"country", "DE"}};
  check(ror("University", "Example University", china), item("University", "Example University", china), true,
        0);
  check(ror("University", "Example University", china), item("University", "Example University", germany),
        false, 0);
  check(ror("University", "Example University", china), item("University", "Example University", {}), false,
        0);
  check(ror("University", "Example University", {{"country", "US"}, {"city", "Austin"}}),
        item("University", "Example University", {{"country", "US"}, {"city", "Winona"}}), false, 1);
  check(ror("Company", "Phoenix", china), item("Company", "Phoenix", china), false, 1);
  check(ror("Company", "Phoenix", {{"country", "CN"}, {"website", "https://www.phoenix.example/en"}}),
        item("Company", "Phoenix Ltd.", {{"country", "CN"}, {"website", "http://phoenix.example"}}), true, 0);
  check(ror("Company", "Phoenix (China)", {{"country", "CN"}, {"website", "https://phoenix.example"}}),
        item("Company", "Phoenix, Inc.", {{"country", "CN"}, {"website", "http://phoenix.example"}}), true,
        0);
  check(ror("Company", "Phoenix (China)", china), item("Company", "Phoenix, Inc.", china), false, 1);
  check(ror("Org", "Institute of Example Physics", china), item("Lab", "Institute of Example Physics", china),
        true, 0);
  check(ror("University", "Massachusetts Example Institute", china), item("University", "MEI", china), false,
        0);
}

TEST_CASE("a register that has a name twice in a country is not told from outside which is meant") {
  const Properties there = {{"country", "US"}};
  auto store = memory_store();
  load(*store, {entity("wikidata:Q1", "University", "Saint Example University", there)});
  load(*store, {entity("ror:a", "University", "Saint Example University", there),
                entity("ror:b", "University", "Saint Example University", there)});
  CHECK(stands_for(*store, "ror:a") == "ror:a");
  CHECK(stands_for(*store, "ror:b") == "ror:b");
  CHECK(store->reviews()->size() == 2);
}

TEST_CASE("other Chinese characters are another person, though the Latin name is the same") {
  Records first, second;
  add_person(first, "orcid:0000-0001", "Junyang Lin", {"ror:u", "ror:v"});
  add_person(second, "openalex:A1", "Junyang Lin", {"ror:u", "ror:v"});
  const auto called = [](Records& records, const std::string& name) {
    for (Record& record : records)
      if (auto* it = std::get_if<EntityRecord>(&record.content); it != nullptr && it->kind == "Person")
        it->aliases.push_back(name);
  };
  called(first, "林俊旸");
  called(second, "林军扬");
  const auto store = store_with(first, second, false);
  CHECK(stands_for(*store, "openalex:A1") == "openalex:A1");
  CHECK(store->reviews()->empty());
}

TEST_CASE("names that a killed process left are told at the end of the next load") {
  auto store = memory_store();
  Records known = organisations();
  known.push_back(source("s/one"));
  known.push_back(entity("person/one", "Person", "Ottilie Examplewright", {{"orcid", "0000-0001"}}));
  load(*store, known);
  {
    const auto killed = begin(*store, "killed");
    take(*killed, source("p/1"));
    ClaimRecord row;
    row.subject = Reference::to_name("Ottilie Examplewright", "Person");
    row.relation = "JOINED";
    row.object = Reference::to_name("Example Works, Inc.", "Company");
    row.source = Reference::to_id("p/1");
    take(*killed, record(row, 1));
    take(*killed, entity("openalex:A1", "Person", "Ottilie Examplewright", {{"orcid", "0000-0001"}}));
    const std::string filler(200, 'x');
    for (int i = 0; i < 60'000; ++i)  // more than a batch
      take(*killed, entity("filler/" + std::to_string(i), "Thing", filler + std::to_string(i)));
  }
  REQUIRE(store->loads()->size() == 2);
  REQUIRE(store->loads()->back().finished == 0);
  const EntityNumber name = number_of(*store, "name/ottilie-examplewright");
  CHECK(*store->stands_for(name) == name);
  load(*store, {source("p/2")});
  CHECK(*store->stands_for(name) == number_of(*store, "person/one"));
  CHECK(*store->stands_for(number_of(*store, "org/example-works-inc")) == number_of(*store, "ror:f"));
  CHECK(*store->stands_for(number_of(*store, "openalex:A1")) == number_of(*store, "person/one"));
  const auto claims = store->info().claims;
  load(*store, {source("p/3")});
  CHECK(store->info().claims == claims + 1);  // nothing is told twice
}
