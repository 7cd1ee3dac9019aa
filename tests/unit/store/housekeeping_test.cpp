// Withdrawing loads, forgetting people, derived columns.
#include <fstream>
#include <sstream>

#include "graph/store/claim_store.hpp"
#include "graph/store/memory_key_value.hpp"
#include "graph/store/open.hpp"
#include "tests/unit/store/fixture.hpp"
#include "tests/unit/store/temporary.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

std::unique_ptr<ClaimStore> store_in(const std::string& path) {
  const StoreOptions settings = options(path);
  auto pairs = path == ":memory:" ? make_memory_key_value(rocks_options(settings))
                                  : open_directory(settings, rocks_options(settings));
  REQUIRE(pairs.ok());
  auto store = ClaimStore::over(pairs.take(), settings);
  REQUIRE(store.ok());
  return store.take();
}

/// Keys and values of every family that hold the text.
std::vector<std::string> places_of(const ClaimStore& store, const std::string& text) {
  std::vector<std::string> places;
  for (std::size_t i = 0; i < kFamilyNames.size(); ++i) {
    const auto family = static_cast<Family>(i);
    const auto scanned =
        store.pairs().scan(family, {}, {}, [&](std::string_view key, std::string_view value) {
          if (key.find(text) != std::string_view::npos || value.find(text) != std::string_view::npos)
            places.emplace_back(family_name(family));
          return true;
        });
    CHECK(scanned.ok());
  }
  return places;
}

/// Names of the files that hold the text.
std::vector<std::string> files_with(const std::string& directory, const std::string& text) {
  std::vector<std::string> files;
  for (const auto& file : std::filesystem::recursive_directory_iterator(directory)) {
    if (!file.is_regular_file()) continue;
    std::ostringstream bytes;
    bytes << std::ifstream(file.path(), std::ios::binary).rdbuf();
    if (bytes.str().find(text) != std::string::npos) files.push_back(file.path().filename());
  }
  return files;
}

}  // namespace

TEST_CASE("a withdrawn load stays, marked, and its records can be loaded again") {
  auto store = store_in(":memory:");
  load(*store, small_graph());
  CHECK(*store->withdraw_load(1) == 6);
  const auto loads = *store->loads();
  CHECK(loads[0].withdrawn);
  CHECK(loads[0].withdrawn_at == kNow);
  CHECK(store->info().claims == 6);
  CHECK(store->withdraw_load(1).error().text() == "load 1 is withdrawn already");
  CHECK(store->withdraw_load(7).error().text() == "there is no load 7; `talentflow loads` lists them");
  const auto again = load(*store, small_graph());
  CHECK(again.load.claims == 6);
  CHECK(again.load.known == 0);
  CHECK(claim_of(*store, "c1").load == 2);
  CHECK(store->check()->empty());
  CHECK(load(*store, small_graph()).load.known == 6);
}

TEST_CASE("a forgotten person is gone from every family and from the disk") {
  const TemporaryDirectory directory;
  const std::string path = directory / "db";
  {
    auto store = store_in(path);
    auto records = small_graph();
    records.push_back(entity("person/zyxw", "person", "Zyxw Vutsrq", {{"orcid", "0000-0001-0000-0009"}}));
    records.push_back(claim("zyxw-1", "person/zyxw", "works_at", "org/qwen", "s/one"));
    records.push_back(claim("c8", "person/hui", "knows", "person/zyxw", "s/one"));
    auto mention = claim_row("zyxw-2", "", "left", "org/qwen", "s/one");
    mention.subject = Reference::to_name("Zyxw", "Person");
    records.push_back(record(mention));
    mention.id = "zyxw-3";
    mention.subject = Reference::to_name("VUTSRQ, Zyxw", "Person");
    records.push_back(record(mention));
    load(*store, records);
    REQUIRE(store->put_derived("columns", "of zyxw").ok());
    REQUIRE_FALSE(places_of(*store, "zyxw").empty());
    const EntityNumber person = number_of(*store, "person/zyxw");
    CHECK(*store->stands_for(number_of(*store, "name/vutsrq-zyxw")) == person);
    CHECK(*store->forget(person) == 6);  // with the name that was linked to them, and the link
    CHECK_FALSE(store->find_entity("name/vutsrq-zyxw")->has_value());
    CHECK_FALSE(store->find_entity("person/zyxw")->has_value());
    CHECK_FALSE(store->find_entity("orcid:0000-0001-0000-0009")->has_value());
    CHECK(store->entity(person).error().code == ErrorCode::not_found);
    CHECK(store->claims_naming(3)->size() == 3);
    // The mention by name alone is another entity, to be forgotten by its own id.
    CHECK(*store->forget(number_of(*store, "name/zyxw")) == 2);
    CHECK(places_of(*store, "zyxw").empty());
    CHECK(places_of(*store, "Zyxw").empty());
    CHECK(store->check()->empty());
    CHECK(store->info().claims == 7);
    CHECK(store->info().entities == 5);
  }
  CHECK(files_with(path + "/rocks", "zyxw") == std::vector<std::string>{});
  CHECK(files_with(path + "/rocks", "Zyxw") == std::vector<std::string>{});
  auto store = store_in(path);
  CHECK(store->check()->empty());
  load(*store, {entity("person/new", "person", "New Person")});
  CHECK(number_of(*store, "person/new") == 9);
}

TEST_CASE("a source cannot be forgotten while claims rest on it") {
  auto store = store_in(":memory:");
  load(*store, small_graph());
  CHECK(store->forget(4).error().text() ==
        "'s/one' is the source of 2 claims, so it cannot be forgotten; forget the people they are about, or "
        "withdraw its "
        "load");
  CHECK(store->forget(77).error().text() == "there is no entity 77");
}

TEST_CASE("derived columns outlive new claims: they say themselves of which claims they are") {
  const TemporaryDirectory directory;
  for (const std::string& path : {std::string(":memory:"), directory / "db"}) {
    auto store = store_in(path);
    load(*store, small_graph());
    CHECK_FALSE(store->derived("moves")->has_value());
    const std::string large(9 << 20, 'm');
    REQUIRE(store->put_derived("moves", large).ok());
    REQUIRE(store->put_derived("movesX", "other").ok());
    CHECK(**store->derived("moves") == large);
    REQUIRE(store->put_derived("moves", "short").ok());
    CHECK(**store->derived("moves") == "short");
    REQUIRE(store->put_derived("empty", "").ok());
    CHECK(store->derived("empty")->value().empty());
    CHECK(store->check()->empty());
    load(*store, {claim("c3", "person/lin", "left", "org/qwen", "s/one")});
    CHECK(**store->derived("moves") == "short");
  }
}
