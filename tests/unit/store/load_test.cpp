// What one load makes of its records.
#include "tests/unit/store/fixture.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

/// The error that a record gives, as text.
std::string error_of(LoadWriter& load, const Record& record) {
  const auto taken = load.add(record);
  return taken.ok() ? "taken" : taken.error().text();
}

using Numbers = std::vector<ClaimNumber>;

}  // namespace

TEST_CASE("a small graph is found again from every side") {
  auto store = memory_store();
  const auto summary = load(*store, small_graph());
  CHECK(summary.load.claims == 6);
  CHECK(summary.added_entities == 4);
  CHECK(summary.refused.empty());
  CHECK(number_of(*store, "person/lin") == 1);
  CHECK(number_of(*store, "s/one") == 4);
  const Claim claim = claim_of(*store, "c1");
  CHECK(claim.subject == 1);
  CHECK(claim.object == 3);
  CHECK(claim.source == 4);
  CHECK(*store->term(claim.relation) == "WORKS_AT");
  CHECK(*store->claims_about(1) == Numbers{1, 5});
  CHECK(*store->claims_naming(3) == Numbers{5, 6});
  CHECK(*store->claims_of_source(4) == Numbers{5, 6});
  CHECK(store->info().claims == 6);
}

TEST_CASE(
    "recorded is the column, else the page's last possible day, else the load; a description has none") {
  auto store = memory_store();
  auto records = small_graph();
  records.push_back(source("s/month", {{"published", "2026-02"}}));
  records.push_back(claim("c3", "person/lin", "left", "org/qwen", "s/month"));
  auto row = claim_row("c4", "person/lin", "left", "org/qwen", "s/month");
  row.recorded = "2026-05-01T10:00:00+08:00";
  records.push_back(record(row));
  records.push_back(claim("c5", "person/lin", "left", "org/qwen"));
  load(*store, records);
  constexpr Instant kDay = 86'400'000'000;
  CHECK(claim_of(*store, "c1").recorded == to_day({2026, 3, 4}) * kDay);
  CHECK(claim_of(*store, "c3").recorded == to_day({2026, 2, 28}) * kDay);
  CHECK(claim_of(*store, "c4").recorded == to_day({2026, 5, 1}) * kDay + kDay / 12);
  CHECK(claim_of(*store, "c5").recorded == kNow);
  CHECK(store->claim(1)->recorded == kAlways);
}

TEST_CASE("the same records again add nothing") {
  auto store = memory_store();
  load(*store, small_graph());
  auto again = begin(*store);
  for (const Record& record : small_graph()) CHECK(take(*again, record) == Taken::known);
  const auto summary = finish(*again);
  CHECK(summary.load.claims == 0);
  CHECK(summary.load.known == 6);
  CHECK(store->info().claims == 6);
  CHECK(store->loads()->size() == 2);
}

TEST_CASE("a claim id with other content is refused, another description of an entity is not") {
  auto store = memory_store();
  load(*store, small_graph());
  auto writer = begin(*store);
  auto other = claim_row("c1", "person/lin", "left", "org/qwen", "s/one");
  CHECK(error_of(*writer, record(other, 7)) ==
        "claims.csv:7: claim id 'c1' is in the store with other content; withdraw the old claim, and give "
        "the new one "
        "an id of its own");
  CHECK(take(*writer, entity("person/lin", "person", "Lin Junyang")) == Taken::added);
  CHECK(finish(*writer).load.rejected == 1);
  CHECK(store->claims_about(1)->size() == 3);
}

TEST_CASE("claims wait for ids that come later, also past the memory limit, and for withdrawals' targets") {
  auto options = testing::options(":memory:");
  auto store = open_store(options);
  auto writer = begin(*store);
  auto withdrawal = claim_row("w1", "", "", "", "s/one");
  withdrawal.stance = "withdraws";
  withdrawal.target = "c1";
  CHECK(take(*writer, record(withdrawal, 1)) == Taken::deferred);
  auto records = small_graph();
  constexpr int kMany = 5000;
  for (int i = 0; i < kMany; ++i) {
    auto row = claim_row("many" + std::to_string(i), "person/lin", "works_at", "org/qwen", "s/one");
    row.note = std::string(1000, 'x');
    CHECK(take(*writer, record(row)) == Taken::deferred);
  }
  CHECK(take(*writer, records[4]) == Taken::deferred);
  auto lost = claim_row("c9", "person/lin", "works_at", "org/nowhere", "s/one");
  CHECK(take(*writer, {lost, 17, "c9,person/lin,..."}) == Taken::deferred);
  for (std::size_t i = 0; i < 4; ++i) take(*writer, records[i]);
  const auto summary = finish(*writer);
  REQUIRE(summary.refused.size() == 1);
  CHECK(summary.refused[0].line == 17);
  CHECK(summary.refused[0].input == "claims.csv");
  CHECK(summary.refused[0].reason == "claim that names 'org/nowhere', which no entity row declares");
  CHECK(summary.refused[0].raw == "c9,person/lin,...");
  CHECK(summary.load.claims == 4 + kMany + 2);
  const Claim taken_back = claim_of(*store, "w1");
  CHECK(taken_back.subject == number_of(*store, "person/lin"));
  CHECK(taken_back.target == "c1");
}

TEST_CASE("refusals say what never came") {
  auto store = memory_store();
  auto writer = begin(*store);
  take(*writer, entity("person/a", "person", "Ann Example"));
  take(*writer, claim("1", "person/x", "works_at", "person/a"));
  take(*writer, claim("2", "person/a", "works_at", "", "s/x"));
  auto row = claim_row("3", "person/a", "", "");
  row.stance = "withdraws";
  row.target = "c7";
  take(*writer, record(row));
  const auto summary = finish(*writer);
  REQUIRE(summary.refused.size() == 3);
  CHECK(summary.refused[0].reason == "claim about 'person/x', which no entity row declares");
  CHECK(summary.refused[1].reason == "claim from source 's/x', which no source row declares");
  CHECK(summary.refused[2].reason == "withdraws claim 'c7', which is not in the store");
}

TEST_CASE("a newer version withdraws the one it replaces, also where that comes later or never came") {
  auto store = memory_store();
  auto writer = begin(*store);
  take(*writer, entity("person/a", "person", "Ann Example"));
  take(*writer, entity("org/b", "company", "Example"));
  auto row = claim_row("post/7@20/replaces", "person/a", "works_at", "org/b");
  row.stance = "withdraws";
  row.target = "post/7@10";
  CHECK(take(*writer, record(row)) == Taken::added);
  auto other = claim_row("post/8@20/replaces", "person/a", "works_at", "org/b");
  other.stance = "withdraws";
  other.target = "post/7@10";
  CHECK(take(*writer, record(other)) == Taken::deferred);  // of another series: its target must come
  const auto summary = finish(*writer);
  CHECK(summary.refused.size() == 1);
  CHECK(claim_of(*store, "post/7@20/replaces").target == "post/7@10");
}

TEST_CASE("bad records are refused with what to do") {
  auto store = memory_store();
  load(*store, small_graph());
  auto writer = begin(*store);
  const auto with = [&](auto change) {
    auto row = claim_row("x", "person/lin", "works_at", "org/qwen", "s/one");
    change(row);
    return error_of(*writer, record(row, 3));
  };
  CHECK(with([](ClaimRecord& row) {
          row.end = "2020-01";
          row.start = "2021";
        }) == "claims.csv:3: end '2020-01' is before start '2021'; correct one of them");
  CHECK(with([](ClaimRecord& row) { row.start = ".."; }) ==
        "claims.csv:3: start '..' is open, and only an end can be open; leave it empty when it is unknown");
  CHECK(with([](ClaimRecord& row) { row.stance = "maybe"; }) ==
        "claims.csv:3: stance 'maybe' is not known; write asserts, denies or withdraws");
  CHECK(with([](ClaimRecord& row) { row.status = "sure"; }) ==
        "claims.csv:3: status 'sure' is not known; write rumoured, unconfirmed, reported, announced, "
        "confirmed or filed");
  CHECK(with([](ClaimRecord& row) { row.credibility = "7"; }) ==
        "claims.csv:3: credibility '7' is not a grade; write 1 to 6, or leave it empty");
  CHECK(with([](ClaimRecord& row) { row.confidence = "1.2"; }) ==
        "claims.csv:3: confidence '1.2' is not a number from 0 to 1");
  CHECK(with([](ClaimRecord& row) {
          row.amount_low = "5";
          row.amount_high = "4";
          row.currency = "USD";
        }) == "claims.csv:3: amount_low '5' is more than amount_high '4'");
  CHECK(with([](ClaimRecord& row) { row.amount_low = "5"; }) ==
        "claims.csv:3: an amount needs a currency of three letters (ISO 4217, such as USD), not ''");
  CHECK(with([](ClaimRecord& row) { row.place = "Atlantis"; }) ==
        "claims.csv:3: place 'Atlantis' is no country of the table; write an ISO 3166 code or a country's "
        "name");
  CHECK(with([](ClaimRecord& row) { row.relation = ""; }) ==
        "claims.csv:3: relation is missing; write what is claimed, such as works_at");
  CHECK(with([](ClaimRecord& row) { row.subject = {}; }) ==
        "claims.csv:3: subject is missing; name the entity that the claim is about");
  CHECK(with([](ClaimRecord& row) { row.recorded = "2026-03-04T25:00"; }) ==
        "claims.csv:3: recorded '2026-03-04T25:00': '2026-03-04T25:00' is no date and time; write it as "
        "2026-03-04T10:00:00Z");
  CHECK(
      with([](ClaimRecord& row) { row.end = "2026-13-40"; }).starts_with("claims.csv:3: end '2026-13-40': "));
  CHECK(with([](ClaimRecord& row) {
          row.start = "2021";
          row.end = "2021-01";
        }) == "taken");
  CHECK(finish(*writer).load.rejected == 13);
}

TEST_CASE("a name becomes an entity of its own, linked to one clear match by a claim, or goes to review") {
  auto store = memory_store();
  load(*store, small_graph());
  auto writer = begin(*store, "page");
  const auto mention = [](std::string name, std::string kind) {
    ClaimRecord row;
    row.subject = Reference::to_name(std::move(name), std::move(kind));
    row.relation = "left";
    row.object = Reference::to_id("org/qwen");
    row.source = Reference::to_id("s/one");
    row.locator = "p1";
    return record(row);
  };
  take(*writer, mention("LIN, Jun-yang", "Person"));
  take(*writer, mention("Tom Newman", "person"));
  take(*writer, mention("Newman Tom", "person"));
  take(*writer, mention("Hui", "Person"));
  const auto summary = finish(*writer);
  CHECK(summary.links == 2);
  CHECK(summary.reviews == 0);
  const auto root_of = [&](const char* id) { return *store->stands_for(number_of(*store, id)); };
  CHECK(root_of("name/lin-junyang") == number_of(*store, "person/lin"));
  CHECK(root_of("name/newman-tom") == number_of(*store, "name/tom-newman"));
  const Claim link = *store->claim(store->claims_about(number_of(*store, "name/lin-junyang"))->back());
  CHECK(*store->term(link.relation) == "SAME_AS");
  CHECK(store->entity(link.source)->id == "resolver");
  CHECK(link.note == "the same name, both at Qwen, the same country");

  SUBCASE("and reading the page again finds it known, whatever the names mean by now") {
    auto again = begin(*store, "page");
    CHECK(take(*again, mention("LIN, Jun-yang", "Person")) == Taken::known);
    CHECK(take(*again, mention("Hui", "Person")) == Taken::known);
    CHECK(finish(*again).links == 0);
  }
  SUBCASE("and the link is taken back by withdrawing its claim") {
    auto back = begin(*store, "back");
    ClaimRecord row;
    row.stance = "withdraws";
    row.target = link.id;
    row.source = Reference::to_id("s/one");
    take(*back, record(row));
    finish(*back);
    CHECK(root_of("name/lin-junyang") == number_of(*store, "name/lin-junyang"));
  }
  SUBCASE("and where two of that name were there, it goes to review") {
    auto second = begin(*store, "second");
    take(*second, entity("person/lin-2", "person", "Lin Junyang"));
    take(*second, claim("q2", "person/lin-2", "works_at", "org/qwen", "s/one"));
    take(*second, source("s/other"));
    auto row = mention("Junyang Lin", "Person");
    std::get<ClaimRecord>(row.content).source = Reference::to_id("s/other");
    take(*second, row);
    CHECK(finish(*second).reviews == 1);
    const auto reviews = *store->reviews();
    REQUIRE(reviews.size() == 1);
    CHECK(reviews[0].mention == "Junyang Lin");
    CHECK(reviews[0].reason == "the name fits several: person/lin, person/lin-2");
    CHECK(store->entity(reviews[0].assigned)->id == "name/junyang-lin");
    CHECK(reviews[0].candidates ==
          std::vector<EntityNumber>{number_of(*store, "person/lin"), number_of(*store, "person/lin-2")});
  }
}

TEST_CASE("what a page calls a person by name is linked, and says its names itself") {
  auto store = memory_store();
  load(*store, small_graph());
  EntityRecord row;
  row.entity = Reference::to_name("LIN, Jun-yang", "Person");
  row.name = "LIN, Jun-yang";
  row.kind = "Person";
  row.aliases = {"Justin"};
  load(*store, {Record{row, 1, {}}});
  const EntityNumber named = number_of(*store, "name/lin-junyang");
  const Claim claim = *store->claim(store->claims_about(named)->front());
  CHECK(*find_property(claim.properties, "name") == Value("LIN, Jun-yang"));
  CHECK(*find_property(claim.properties, "aliases") == Value(List{"Justin"}));
  CHECK(*store->stands_for(named) == named);
  REQUIRE(store->reviews()->size() == 1);  // a common name, and nothing else is said
  CHECK(store->reviews()->front().reason == "the name is a common one, and nothing else agrees");
}

TEST_CASE("external ids identify, in any spelling; one id under two names is a question") {
  auto store = memory_store();
  load(*store,
       {entity("person/a", "person", "Ann Example", {{"orcid", "https://orcid.org/0000-0002-1825-0097"}}),
        entity("person/b", "person", "Bob Example", {{"orcid", "0000-0002-1825-0097"}}),
        claim("c1", "orcid:0000-0002-1825-0097", "knows", "person/b")});
  CHECK(claim_of(*store, "c1").subject == number_of(*store, "person/a"));
  REQUIRE(store->reviews()->size() == 1);
  CHECK(store->reviews()->front().reason ==
        "orcid:0000-0002-1825-0097 identifies another entity already, of another name");
}

TEST_CASE("two with one external id are one at once, where their names agree") {
  auto store = memory_store();
  load(*store,
       {entity("person/a", "person", "Ann Example", {{"orcid", "0000-0002-1825-0097"}}),
        entity("openalex/1", "person", "A. Example", {{"orcid", "https://orcid.org/0000-0002-1825-0097"}})});
  CHECK(store->reviews()->empty());
  CHECK(*store->stands_for(number_of(*store, "openalex/1")) == number_of(*store, "person/a"));
}

TEST_CASE("a plain graph keeps any label, relation, property and id") {
  auto store = memory_store();
  auto row = claim_row("", "n 1", "likes", "n/ü");
  row.edge_id = "e1";
  row.properties = {{"weight", 0.5}, {"tags", List{"a", "b"}}};
  auto second = row;
  second.edge_id = "e2";
  load(*store,
       {entity("n 1", "", "", {{"x", 1}}), entity("n/ü", "Thing", ""), record(row, 1), record(second, 2)});
  const auto about = *store->claims_about(1);
  REQUIRE(about.size() == 3);
  const Claim claim = *store->claim(about[1]);
  CHECK(claim.edge_id == "e1");
  CHECK(claim.properties == row.properties);
  CHECK(claim.source == 0);
  CHECK(claim_of(*store, claim.id).number == claim.number);
}

TEST_CASE("claims without an id differ by their locator, else by their row") {
  auto store = memory_store();
  auto writer = begin(*store);
  for (const Record& record : small_graph()) take(*writer, record);
  auto row = claim_row("", "person/lin", "left", "org/qwen", "s/one");
  CHECK(take(*writer, record(row, 10)) == Taken::added);
  CHECK(take(*writer, record(row, 11)) == Taken::added);
  CHECK(take(*writer, record(row, 10)) == Taken::known);
  row.locator = "para 2";
  CHECK(take(*writer, record(row, 12)) == Taken::added);
  CHECK(take(*writer, record(row, 13)) == Taken::known);
  finish(*writer);
}
