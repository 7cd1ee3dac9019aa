// One suite over every implementation of the key-value interface.
#include <map>
#include <random>

#include "graph/store/memory_key_value.hpp"
#include "graph/store/open.hpp"
#include "tests/unit/store/fixture.hpp"
#include "tests/unit/store/temporary.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

enum class Engine { memory, rocks };

std::unique_ptr<KeyValue> open_engine(Engine engine, const std::string& path) {
  const StoreOptions settings = options(path);
  auto pairs = engine == Engine::memory ? make_memory_key_value(rocks_options(settings))
                                        : open_directory(settings, rocks_options(settings));
  if (!pairs.ok()) FAIL(pairs.error().text());
  return pairs.take();
}

using Pairs = std::map<std::string, std::string>;

Pairs pairs_of(const KeyValue& store, Family family, std::string_view from = {},
               std::string_view until = {}) {
  Pairs pairs;
  std::string last;
  const auto scanned = store.scan(family, from, until, [&](std::string_view key, std::string_view value) {
    CHECK((pairs.empty() || last < key));
    last = key;
    pairs.emplace(key, value);
    return true;
  });
  CHECK(scanned.ok());
  return pairs;
}

void put(KeyValue& store, Family family, const std::string& key, const std::string& value) {
  WriteBatch batch;
  batch.put(family, key, value);
  REQUIRE(store.write(batch, Durability::durable).ok());
}

template <class Test>
void for_each_engine(Test test) {
  for (const Engine engine : {Engine::memory, Engine::rocks}) {
    CAPTURE(static_cast<int>(engine));
    const TemporaryDirectory directory;
    auto store = open_engine(engine, directory / "db");
    test(*store);
  }
}

}  // namespace

TEST_CASE("get, scan and erase, apart for each family") {
  for_each_engine([](KeyValue& store) {
    put(store, Family::ids, "b", "2");
    put(store, Family::ids, std::string("a\0x", 3), "1");
    put(store, Family::ids, "\xFF", "3");
    put(store, Family::names, "b", "other");
    std::string value;
    CHECK(*store.get(Family::ids, "b", value));
    CHECK(value == "2");
    CHECK_FALSE(*store.get(Family::ids, "c", value));
    CHECK_FALSE(*store.get(Family::claims, "b", value));
    CHECK(pairs_of(store, Family::ids) == Pairs{{std::string("a\0x", 3), "1"}, {"b", "2"}, {"\xFF", "3"}});
    CHECK(pairs_of(store, Family::ids, "b", "\xFF") == Pairs{{"b", "2"}});
    const auto values = *store.multi_get(Family::ids, {"b", "nothing", "\xFF"});
    CHECK(values == std::vector<std::optional<std::string>>{"2", std::nullopt, "3"});
    WriteBatch batch;
    batch.erase(Family::ids, "b");
    batch.put(Family::ids, "b", "again");
    batch.erase(Family::names, "b");
    REQUIRE(store.write(batch, Durability::buffered).ok());
    CHECK(*store.get(Family::ids, "b", value));
    CHECK(value == "again");
    CHECK(pairs_of(store, Family::names).empty());
    REQUIRE(store.flush().ok());
    REQUIRE(store.compact().ok());
    CHECK(pairs_of(store, Family::ids).size() == 3);
  });
}

TEST_CASE("a prefix ends before the next one, also at 0xFF") {
  for_each_engine([](KeyValue& store) {
    for (const char* key : {"a", "ab", "ab\xFF", "ab\xFF\xFF", "ac", "b"}) put(store, Family::ids, key, "");
    std::vector<std::string> keys;
    const auto keep = [&](std::string_view key, std::string_view) {
      keys.emplace_back(key);
      return true;
    };
    REQUIRE(store.scan_prefix(Family::ids, "ab", keep).ok());
    CHECK(keys == std::vector<std::string>{"ab", "ab\xFF", "ab\xFF\xFF"});
    keys.clear();
    REQUIRE(store.scan_prefix(Family::ids, "ab\xFF", keep).ok());
    CHECK(keys == std::vector<std::string>{"ab\xFF", "ab\xFF\xFF"});
    CHECK(after_prefix("\xFF\xFF").empty());
  });
}

TEST_CASE("a sorted write is seen at its commit, in all families, over what was there") {
  for_each_engine([](KeyValue& store) {
    put(store, Family::ids, "k2", "old");
    auto writer = store.begin_sorted();
    REQUIRE(writer.ok());
    for (const char* key : {"k1", "k2", "k3"}) REQUIRE((*writer)->put(Family::ids, key, "new").ok());
    REQUIRE((*writer)->put(Family::names, "n", "").ok());
    CHECK(pairs_of(store, Family::ids) == Pairs{{"k2", "old"}});
    REQUIRE((*writer)->commit().ok());
    CHECK(pairs_of(store, Family::ids) == Pairs{{"k1", "new"}, {"k2", "new"}, {"k3", "new"}});
    CHECK(pairs_of(store, Family::names) == Pairs{{"n", ""}});
    put(store, Family::ids, "k1", "newer");
    CHECK(pairs_of(store, Family::ids).at("k1") == "newer");
  });
}

TEST_CASE("a sorted write refuses keys out of order, and leaves no trace when it is dropped") {
  for_each_engine([](KeyValue& store) {
    auto writer = store.begin_sorted();
    REQUIRE((*writer)->put(Family::ids, "b", "").ok());
    const auto refused = (*writer)->put(Family::ids, "b", "");
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error().text() == "ids: sorted keys out of order");
    writer->reset();
    CHECK(pairs_of(store, Family::ids).empty());
  });
}

TEST_CASE("engines agree on random histories") {
  const TemporaryDirectory directory;
  auto memory = open_engine(Engine::memory, {});
  auto rocks = open_engine(Engine::rocks, directory / "db");
  std::mt19937 random(20260321);
  for (int step = 0; step < 200; ++step) {
    WriteBatch batch;
    for (int i = 0; i < 10; ++i) {
      const std::string key(1 + random() % 3, static_cast<char>(random() % 4 + 0xFD));
      const auto family = static_cast<Family>(1 + random() % 3);
      if (random() % 3 == 0)
        batch.erase(family, key);
      else
        batch.put(family, key, std::to_string(random()));
    }
    REQUIRE(memory->write(batch, Durability::buffered).ok());
    REQUIRE(rocks->write(batch, Durability::buffered).ok());
    if (step % 50 == 0) REQUIRE(rocks->flush().ok());
  }
  for (const Family family : {Family::entities, Family::ids, Family::terms})
    CHECK(pairs_of(*memory, family) == pairs_of(*rocks, family));
}

TEST_CASE("a checkpoint is a store of its own") {
  for (const Engine engine : {Engine::memory, Engine::rocks}) {
    const TemporaryDirectory directory;
    auto store = open_engine(engine, directory / "db");
    if (engine == Engine::memory) {
      auto initial = open_store(options(":memory:"));  // a copy needs a meta record: made as Store::open does
      REQUIRE(initial->backup(directory / "copy").ok());
      CHECK(open_store(options(directory / "copy"))->info().claims == 0);
      continue;
    }
    put(*store, Family::ids, "k", "v");
    REQUIRE(store->checkpoint(directory / "copy").ok());
    put(*store, Family::ids, "k", "later");
    auto copy = open_engine(Engine::rocks, directory / "copy");
    CHECK(pairs_of(*copy, Family::ids) == Pairs{{"k", "v"}});
    CHECK_FALSE(store->checkpoint(directory / "copy").ok());
  }
}

TEST_CASE("families that were put in order read as before, one by one and by prefixes") {
  for_each_engine([](KeyValue& store) {
    const auto key = [](char entity, char claim) {
      return std::string{0, 0, 0, entity, 0, 0, 0, 0, 0, 0, 0, claim};
    };
    Pairs all;
    for (char file = 0; file < 8; ++file) {
      auto writer = store.begin_sorted().take();
      for (char entity = 1; entity <= 20; ++entity) {
        const std::string value = "value " + std::to_string(file);
        REQUIRE(writer->put(Family::by_subject, key(entity, file), value).ok());
        all[key(entity, file)] = value;
      }
      REQUIRE(writer->commit().ok());
    }
    const auto before = store.prefix_reader(Family::by_subject);
    REQUIRE(store.put_in_order(Family::by_subject).ok());
    CHECK(pairs_of(store, Family::by_subject) == all);
    const auto after = store.prefix_reader(Family::by_subject);
    for (char entity = 0; entity <= 21; ++entity) {
      const std::string prefix = key(entity, 0).substr(0, 4);
      for (PrefixReader* reader : {before.get(), after.get()}) {
        std::size_t found = 0;
        REQUIRE(reader
                    ->scan(prefix,
                           [&](std::string_view at, std::string_view value) {
                             CHECK(at.starts_with(prefix));
                             CHECK(all.at(std::string(at)) == value);
                             return ++found < 5;
                           })
                    .ok());
        CHECK(found == (entity >= 1 && entity <= 20 ? 5 : 0));
      }
    }
  });
}
