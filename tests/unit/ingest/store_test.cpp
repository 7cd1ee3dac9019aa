// The pipeline over a real store in memory.
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include "doctest/doctest.h"
#include "ingest/pipeline/lexicon.hpp"
#include "ingest/pipeline/pipeline.hpp"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using talentflow::ingest::testing::TemporaryFolder;

namespace {

std::unique_ptr<graph::Store> memory_store() {
  graph::StoreOptions options;
  options.path = ":memory:";
  options.clock = [] { return Instant{1'760'000'000'000'000}; };
  options.logger = std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::null_sink_mt>());
  auto store = graph::Store::open(options);
  REQUIRE(store.ok());
  return store.take();
}

std::string datasets() { return std::string(TALENTFLOW_SOURCE_DIR) + "/datasets/"; }

}  // namespace

TEST_CASE("the curated tables land whole; reading them again adds nothing") {
  const auto store = memory_store();
  const auto first = ingest::ingest(*store, {datasets() + "curated"}, {}, nullptr);
  REQUIRE_MESSAGE(first.ok(), first.error().text());
  CHECK(first->rejected == 0);
  CHECK(first->added == 413 + 441 + 968);
  const auto second = ingest::ingest(*store, {datasets() + "curated"}, {}, nullptr);
  REQUIRE(second.ok());
  CHECK(second->added == 0);
  CHECK(second->known == first->added);
}

TEST_CASE("a page after the tables: names meet the entities that are known") {
  const auto store = memory_store();
  REQUIRE(ingest::ingest(*store, {datasets() + "curated"}, {}, nullptr).ok());
  const auto pages = ingest::ingest(*store, {datasets() + "pages"}, {}, nullptr);
  REQUIRE_MESSAGE(pages.ok(), pages.error().text());
  CHECK(pages->rejected == 0);
  const auto again = ingest::ingest(*store, {datasets() + "pages"}, {}, nullptr);
  REQUIRE(again.ok());
  CHECK(again->added == 0);
  CHECK(again->new_entities == 0);
  CHECK(pages->added > 20);
  const auto stepfun = store->find_entity("org/stepfun");
  REQUIRE((stepfun.ok() && stepfun->has_value()));
  bool raised = false;
  const auto term = store->find_term("RAISED");
  // the page's own name of it stands for the table's StepFun, and bears the claim
  const auto named = store->find_by_name("stepfun");
  REQUIRE(named.ok());
  for (const EntityNumber entity : *named) {
    const auto root = store->stands_for(entity);
    if (!root.ok() || *root != **stepfun) continue;
    const auto about = store->claims_about(entity);
    REQUIRE(about.ok());
    for (const ClaimNumber number : *about) {
      const auto claim = store->claim(number);
      if (term.ok() && *term && claim->relation == **term &&
          claim->locator.find("Series B+") != std::string::npos)
        raised = true;
    }
  }
  CHECK(raised);
}

TEST_CASE("claims may come before what they are about; what never comes is refused with its line") {
  const TemporaryFolder folder;
  const auto claims = folder.file(
      "claims.csv", "subject,relation,object\nperson/p,joined,org/a\nperson/p,joined,org/never\n");
  const auto entities =
      folder.file("entities.csv", "id,kind,name\norg/a,Company,A Company\nperson/p,Person,Pat Person\n");
  const auto store = memory_store();
  const auto report = ingest::ingest(*store, {claims, entities}, {}, nullptr);
  REQUIRE(report.ok());
  CHECK(report->added == 3);
  REQUIRE(report->first_rejects.size() == 1);
  CHECK(report->first_rejects[0].input == "claims.csv");
  CHECK(report->first_rejects[0].line == 3);
  CHECK(report->refused == 1);
}

TEST_CASE("a page knows the names that were stored before its load, and none that the load itself brings") {
  const auto store = memory_store();
  REQUIRE(ingest::ingest(*store, {datasets() + "curated/entities.csv"}, {}, nullptr).ok());
  const MemoryLexicon declared;
  const StoreLexicon before(*store, declared);
  const auto stepfun = before.find("StepFun");
  REQUIRE(stepfun.size() == 1);
  CHECK(stepfun.front().id == "org/stepfun");
  CHECK(before.find_id("org/stepfun").has_value());
  auto writer = store->begin_load("test").take();
  EntityRecord late;
  late.entity = Reference::to_id("org/late-example");
  late.kind = "Company";
  late.name = "Late Example";
  REQUIRE(writer->add({late, 1, ""}).ok());
  REQUIRE(writer->finish().ok());
  CHECK(before.find("Late Example").empty());
  CHECK_FALSE(before.find_id("org/late-example").has_value());
  CHECK(before.find("StepFun").size() == 1);
  CHECK(StoreLexicon(*store, declared).find("Late Example").size() == 1);
}

TEST_CASE(
    "names of one load take a bounded amount of memory; past it the store is asked for what was committed") {
  MemoryLexicon names(64 << 10);
  const auto store = memory_store();
  const StoreLexicon lexicon(*store, names);
  const auto add = [&](std::size_t number) {
    EntityRecord entity;
    entity.entity = Reference::to_id("org/example-" + std::to_string(number));
    entity.kind = "Company";
    entity.name = "Example Company " + std::to_string(number);
    names.add(entity);
  };
  for (std::size_t i = 0; i < 10; ++i) add(i);
  CHECK_FALSE(names.full());
  CHECK(lexicon.find("Example Company 7").size() == 1);
  for (std::size_t i = 10; i < 100'000; ++i) add(i);
  CHECK(names.full());
  CHECK(names.bytes() < (64 << 10) + 1'000);
  CHECK(lexicon.find("Example Company 7").size() == 1);
  CHECK(lexicon.find("Example Company 99999").empty());
  auto writer = store->begin_load("test").take();
  EntityRecord last;
  last.entity = Reference::to_id("org/example-99999");
  last.kind = "Company";
  last.name = "Example Company 99999";
  REQUIRE(writer->add({last, 1, ""}).ok());
  REQUIRE(writer->finish().ok());
  CHECK(lexicon.find_id("org/example-99999").has_value());
}
