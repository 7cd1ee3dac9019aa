// Short forms for the store's tests: a store, a clock that the test sets, rows of the claim tables.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include "graph/store/store.hpp"

namespace talentflow::graph::testing {

inline constexpr Instant kNow = 1'770'000'000LL * 1'000'000;

inline StoreOptions options(std::string path) {
  StoreOptions options;
  options.path = std::move(path);
  options.clock = [] { return kNow; };
  options.logger = std::make_shared<spdlog::logger>("store", std::make_shared<spdlog::sinks::null_sink_mt>());
  options.memory_bytes = 64ULL << 20;
  return options;
}

inline std::unique_ptr<Store> open_store(const StoreOptions& options) {
  auto store = Store::open(options);
  if (!store.ok()) FAIL(store.error().text());
  return store.take();
}
inline std::unique_ptr<Store> memory_store() { return open_store(options(":memory:")); }

inline Record entity(std::string id, std::string kind, std::string name, Properties properties = {}) {
  EntityRecord row;
  row.entity = Reference::to_id(std::move(id));
  row.kind = std::move(kind);
  row.name = std::move(name);
  row.properties = std::move(properties);
  return {std::move(row), 0, {}};
}
inline Record source(std::string id, Properties properties = {}) {
  SourceRecord row;
  row.id = std::move(id);
  row.properties = std::move(properties);
  return {std::move(row), 0, {}};
}
inline ClaimRecord claim_row(std::string id, std::string subject, std::string relation, std::string object,
                             std::string source = {}) {
  ClaimRecord row;
  row.id = std::move(id);
  row.subject = subject.empty() ? Reference{} : Reference::to_id(std::move(subject));
  row.relation = std::move(relation);
  row.object = object.empty() ? Reference{} : Reference::to_id(std::move(object));
  row.source = source.empty() ? Reference{} : Reference::to_id(std::move(source));
  return row;
}
inline Record record(ClaimRecord row, std::uint64_t line = 0) { return {std::move(row), line, {}}; }
inline Record claim(std::string id, std::string subject, std::string relation, std::string object,
                    std::string source = {}) {
  return record(claim_row(std::move(id), std::move(subject), std::move(relation), std::move(object),
                          std::move(source)));
}

inline std::unique_ptr<LoadWriter> begin(Store& store, const std::string& input = "claims.csv") {
  auto load = store.begin_load(input);
  REQUIRE(load.ok());
  (*load)->begin_input(input, "claim-tables", 1);
  return load.take();
}
inline Taken take(LoadWriter& load, const Record& record) {
  auto taken = load.add(record);
  if (!taken.ok()) FAIL(taken.error().text());
  return *taken;
}
inline LoadWriter::Summary finish(LoadWriter& load) {
  auto summary = load.finish();
  if (!summary.ok()) FAIL(summary.error().text());
  return summary.take();
}
inline LoadWriter::Summary load(Store& store, const std::vector<Record>& records) {
  auto writer = begin(store);
  for (const Record& record : records) take(*writer, record);
  return finish(*writer);
}
/// A small graph: two people, an organisation, a source of 2026-03-04, two claims.
inline std::vector<Record> small_graph() {
  return {entity("person/lin", "person", "Junyang Lin"),
          entity("person/hui", "person", "Binyuan Hui"),
          entity("org/qwen", "team", "Qwen", {{"country", "CN"}}),
          source("s/one", {{"publisher", "Example Press"}, {"published", "2026-03-04"}}),
          claim("c1", "person/lin", "works_at", "org/qwen", "s/one"),
          claim("c2", "person/hui", "works_at", "org/qwen", "s/one")};
}
inline EntityNumber number_of(const Store& store, std::string_view id) {
  const auto found = store.find_entity(id);
  REQUIRE(found.ok());
  REQUIRE_MESSAGE(found->has_value(), id);
  return **found;
}
inline Claim claim_of(const Store& store, std::string_view id) {
  const auto found = store.find_claim(id);
  REQUIRE(found.ok());
  REQUIRE_MESSAGE(found->has_value(), id);
  auto claim = store.claim(**found);
  REQUIRE(claim.ok());
  return claim.take();
}

}  // namespace talentflow::graph::testing
