// What a load keeps in memory stays within bounds, and what no longer fits is still answered rightly.
#include <doctest/doctest.h>

#include "counting_key_value.hpp"
#include "fixture.hpp"
#include "graph/store/abbreviations.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/entity_bits.hpp"
#include "graph/store/reopened_names.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

std::unique_ptr<ClaimStore> counted_store(Asked& asked) {
  StoreOptions small = options(":memory:");
  small.memory_bytes = 1 << 20;  // every share is then the least there is
  auto opened = ClaimStore::over(std::make_unique<CountingKeyValue>(asked), small);
  REQUIRE(opened.ok());
  return opened.take();
}

std::string word(std::size_t number) {
  std::string out;
  for (; out.size() < 6; number /= 26) out += static_cast<char>('a' + number % 26);
  return out;
}

}  // namespace

TEST_CASE("an abbreviated name finds the full names in both orders, and each once") {
  Abbreviations names(1 << 20);
  CHECK(names.empty());
  names.note("Junyang Lin");  // not abbreviated
  CHECK(names.empty());
  names.note("J. Lin");
  names.offer("junyanglin", 3);
  names.offer("linjunyang", 4);
  names.offer("junyanglin", 3);
  names.offer("junyangliu", 5);
  names.offer("ajunlin", 6);
  CHECK(names.find("J. Lin") == std::vector<EntityNumber>{3, 4});
  CHECK(names.find("Lin J.") == std::vector<EntityNumber>{3, 4});
  CHECK(names.find("J. Liu").empty());
  CHECK(names.find("Junyang Lin").empty());
  CHECK(names.passed_over() == 0);
}

TEST_CASE("abbreviated names and what they find take a bounded amount, however many there are") {
  constexpr std::size_t kLimit = 64 << 10, kMany = 20'000;
  Abbreviations names(kLimit);
  for (std::size_t i = 0; i < kMany; ++i) names.note("J. Q" + word(i));
  CHECK(names.bytes() <= kLimit);
  CHECK(names.passed_over() > kMany / 2);
  CHECK(names.passed_over() < kMany);
  for (EntityNumber entity = 1; entity <= 40; ++entity)
    for (std::size_t i = 0; i < kMany; ++i)
      names.offer("jane" + std::to_string(entity) + "q" + word(i), entity);
  CHECK(names.bytes() <= kLimit);
  // Nobody gets a part of the names that fit: it could make one of several look like the only one.
  std::size_t whole = 0, none = 0;
  for (std::size_t i = 0; i < kMany; ++i) {
    const std::size_t found = names.find("J. Q" + word(i)).size();
    whole += found == 40 ? 1 : 0;
    none += found == 0 ? 1 : 0;
  }
  CHECK(whole + none == kMany);
}

TEST_CASE("a name that very many have is looked for among some of them only") {
  Abbreviations names(1 << 20);
  names.note("J. Smith");
  for (EntityNumber entity = 1; entity <= 1'000; ++entity)
    names.offer("jane" + std::to_string(entity) + "smith", entity);
  CHECK(names.find("J. Smith").size() == Abbreviations::kMostNames);
}

TEST_CASE("a set of entities takes a bit for each number, and is walked in order") {
  EntityBits bits;
  CHECK(bits.empty());
  CHECK(bits.after(0) == 0);
  const std::vector<EntityNumber> members{1, 2, 63, 64, 65, 127, 128, 5'000, 1'000'000};
  for (const EntityNumber entity : members) bits.set(entity);
  std::vector<EntityNumber> walked;
  for (EntityNumber entity = bits.after(0); entity != 0; entity = bits.after(entity))
    walked.push_back(entity);
  CHECK(walked == members);
  CHECK(bits.test(5'000));
  CHECK_FALSE(bits.test(5'001));
  CHECK_FALSE(bits.test(2'000'000));
  CHECK(bits.bytes() <= 1'000'000 / 8 + 8);
  EntityBits behind(100);
  behind.set(101);
  behind.set(300);
  CHECK_FALSE(behind.test(100));
  CHECK(behind.after(0) == 101);
  CHECK(behind.after(101) == 300);
  CHECK(behind.after(300) == 0);
}

TEST_CASE("names asked about again: a line is kept of some, the name of all") {
  ReopenedNames names;
  constexpr EntityNumber kMany = 2 * ReopenedNames::kMostLines;
  for (EntityNumber entity = 1; entity <= kMany; ++entity) CHECK(names.add(entity, entity + 7ULL));
  CHECK_FALSE(names.add(5, 1));
  CHECK(names.line(5) == 12);
  CHECK(names.line(kMany) == 0);
  EntityNumber count = 0;
  for (EntityNumber entity = names.after(0); entity != 0; entity = names.after(entity)) ++count;
  CHECK(count == kMany);
}

TEST_CASE("tables of what exists that became filters: what is new is not looked up, what is known is known") {
  Asked asked;
  const auto store = counted_store(asked);
  auto load = begin(*store);
  constexpr std::size_t kMany = 60'000;
  const auto page = [](std::size_t i) { return "p/" + std::to_string(i); };
  const std::uint64_t before = asked.total();
  for (std::size_t i = 0; i < kMany; ++i)
    CHECK(take(*load, source(page(i), {{"url", "https://example.org/" + std::to_string(i)}})) ==
          Taken::added);
  CHECK(asked.total() - before < kMany / 10);
  for (std::size_t i = 0; i < kMany; i += 1'000)  // committed long ago, and dropped from the tables
    CHECK(take(*load, source(page(i), {{"url", "https://example.org/" + std::to_string(i)}})) ==
          Taken::known);
  const auto summary = finish(*load);
  CHECK(summary.load.claims == kMany);
  CHECK(summary.added_entities == kMany);
}

TEST_CASE("organisations that nobody named before are not looked up in the store") {
  Asked asked;
  const auto store = counted_store(asked);
  auto load = begin(*store);
  constexpr std::size_t kMany = 20'000;
  take(*load, entity("person/ann", "Person", "Ann Example"));
  const std::uint64_t before = asked.scans;
  const auto says = [&](std::size_t page, std::size_t organisation) {
    take(*load, source("p/" + std::to_string(page), {{"published", "2026-03-01"}}));
    ClaimRecord row;
    row.subject = Reference::to_id("person/ann");
    row.relation = "WORKS_AT";
    row.object = Reference::to_name("Example " + word(organisation), "Company");
    row.source = Reference::to_id("p/" + std::to_string(page));
    take(*load, record(row, page));
  };
  for (std::size_t i = 0; i < kMany; ++i) says(i, i);
  CHECK(asked.scans - before < kMany / 10);
  says(kMany, 3);  // stored by now: found, and meant
  CHECK(finish(*load).added_entities == 1 + 2 * kMany + 1);
}
