// How much a load reads to find out whom its names mean.
#include <doctest/doctest.h>

#include "counting_key_value.hpp"
#include "fixture.hpp"
#include "graph/store/claim_store.hpp"
#include "graph/store/mention_list.hpp"
#include "graph/store/name_filter.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

/// A word of its own for each number, none of which is an initial or a short form of another.
std::string word(std::size_t number) {
  constexpr std::string_view kConsonants = "bdfgklmnprstvz", kVowels = "aeiou";
  std::string out = "q";
  for (int i = 0; i < 4; ++i) {
    out += kVowels[number % kVowels.size()];
    number /= kVowels.size();
    out += kConsonants[number % kConsonants.size()];
    number /= kConsonants.size();
  }
  return out;
}

Record says(std::string person, const std::string& organisation, const std::string& page) {
  ClaimRecord row;
  row.subject = Reference::to_name(std::move(person), "Person");
  row.relation = "works_at";
  row.object = Reference::to_id(organisation);
  row.source = Reference::to_id(page);
  return record(row, 1);
}

struct Load {
  std::uint64_t reads_at_end = 0;  ///< from the last record to the end of the load
  std::uint64_t links = 0;
};

/// `people` names on pages of their own, of which the first `shared` stand on two pages each.
Load load_names(std::size_t people, std::size_t shared) {
  Asked asked;
  auto opened = ClaimStore::over(std::make_unique<CountingKeyValue>(asked), options(":memory:"));
  REQUIRE(opened.ok());
  auto writer = opened.value()->begin_load("test").take();
  const auto add = [&](const Record& record) { REQUIRE(writer->add(record).ok()); };
  add(entity("org/acme", "Company", "Acme"));
  for (std::size_t i = 0; i < people + shared; ++i) {
    const std::string page = "p/" + std::to_string(i);
    const std::size_t who = i < people ? i : i - people;
    add(source(page, {{"published", "2026-03-01"}}));
    add(says(word(who) + " " + word(who + 100'000), "org/acme", page));
  }
  const std::uint64_t before = asked.total();
  const auto summary = writer->finish();
  REQUIRE(summary.ok());
  return {asked.total() - before, summary->links};
}

}  // namespace

TEST_CASE("names that nobody else has are not looked up: their number does not show in what is read") {
  const Load small = load_names(8'000, 0), large = load_names(24'000, 0);
  CHECK(small.links == 0);
  CHECK(large.links == 0);
  CHECK(small.reads_at_end < 100);
  CHECK(large.reads_at_end < 100);
}

TEST_CASE("the reads of the resolver follow the names that several have") {
  const Load few = load_names(8'000, 10), more = load_names(8'000, 100);
  CHECK(few.links == 10);
  CHECK(more.links == 100);
  CHECK(few.reads_at_end < 100 + 10 * 60);
  CHECK(more.reads_at_end < 100 + 100 * 60);
}

TEST_CASE("mentions wait in a file past their limit, and come back as they were") {
  MentionList list(4096, 10);
  constexpr EntityNumber kMany = 3'000;
  for (EntityNumber i = 0; i < kMany; ++i) {
    const EntityNumber entity = 11 + 2 * i;
    REQUIRE(list.add(entity, i).ok());
    list.name(entity, {i, i + 1ULL}, i % 7 == 0);
  }
  CHECK(list.count() == kMany);
  CHECK(list.holds(11));
  CHECK_FALSE(list.holds(12));
  CHECK_FALSE(list.holds(3));
  list.look_up(13);
  list.name(15, {1}, false);  // another name of an earlier mention
  EntityNumber next = 0;
  const auto drained = list.drain([&](const Mention& mention) -> Result<void> {
    CHECK(mention.entity == 11 + 2 * next);
    CHECK(mention.line == next);
    CHECK(mention.forms == std::vector<std::uint64_t>{next, next + 1ULL});
    CHECK(mention.look_up == (next % 7 == 0 || mention.entity == 13 || mention.entity == 15));
    ++next;
    return {};
  });
  REQUIRE(drained.ok());
  CHECK(next == kMany);
  CHECK(list.holds(11));
}

TEST_CASE("a filter of names never denies a member, and seldom admits a stranger") {
  NameFilter filter(1 << 16);
  const auto hash = [](std::uint64_t number) { return number * 0xD6E8FEB86659FD93ULL ^ (number << 32U); };
  for (std::uint64_t i = 1; i <= 40'000; ++i) filter.add(hash(i));
  std::size_t members = 0, strangers = 0;
  for (std::uint64_t i = 1; i <= 40'000; ++i) members += filter.may_hold(hash(i)) ? 1 : 0;
  for (std::uint64_t i = 40'001; i <= 80'000; ++i) strangers += filter.may_hold(hash(i)) ? 1 : 0;
  CHECK(members == 40'000);
  CHECK(strangers < 2'000);
}
