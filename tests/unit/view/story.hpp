// A store told line by line, and the graph that a reading makes of it.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include <doctest/doctest.h>
#include <spdlog/sinks/null_sink.h>
#include <spdlog/spdlog.h>

#include "graph/snapshot/make_view.hpp"
#include "graph/snapshot/snapshot.hpp"
#include "graph/store/store.hpp"
#include "graph/view.hpp"
#include "schema/vocabulary.hpp"

namespace talentflow::graph {

/// "2026-03-04" as the first instant of that day.
inline Instant at(std::string_view day) { return Instant{parse_date(day)->range.low} * 86'400'000'000; }

inline EntityRecord entity(std::string id, std::string kind, std::string name, Properties properties = {}) {
  EntityRecord record;
  record.entity = Reference::to_id(std::move(id));
  record.kind = std::move(kind);
  record.name = std::move(name);
  record.properties = std::move(properties);
  return record;
}

inline SourceRecord source(std::string id, std::string publisher, std::string reliability = "",
                           std::string origin = "", std::string published = "", std::string bloc = "") {
  SourceRecord record;
  record.id = std::move(id);
  const auto add = [&](const char* key, std::string value) {
    if (!value.empty()) record.properties.emplace_back(key, std::move(value));
  };
  add("publisher", std::move(publisher));
  add("reliability", std::move(reliability));
  add("origin", std::move(origin));
  add("published", std::move(published));
  add("bloc", std::move(bloc));
  return record;
}

inline ClaimRecord claim(std::string id, std::string subject, std::string relation, std::string object,
                         std::string from = "", std::string start = "", std::string end = "") {
  ClaimRecord record;
  record.id = std::move(id);
  record.subject = Reference::to_id(std::move(subject));
  record.relation = std::move(relation);
  if (!object.empty()) record.object = Reference::to_id(std::move(object));
  if (!from.empty()) record.source = Reference::to_id(std::move(from));
  record.start = std::move(start);
  record.end = std::move(end);
  return record;
}

inline ClaimRecord denial(ClaimRecord record) {
  record.stance = "denies";
  return record;
}

inline ClaimRecord withdrawal(std::string id, std::string target, std::string recorded = "") {
  ClaimRecord record;
  record.id = std::move(id);
  record.stance = "withdraws";
  record.target = std::move(target);
  record.recorded = std::move(recorded);
  return record;
}

template <class Rec>
Rec recorded(Rec record, std::string when) {
  record.recorded = std::move(when);
  return record;
}

inline ClaimRecord plain_edge(std::string id, std::string from, std::string type, std::string to,
                              Properties properties = {}) {
  ClaimRecord record = claim("", std::move(from), std::move(type), std::move(to));
  record.edge_id = std::move(id);
  record.properties = std::move(properties);
  return record;
}

class Story {
 public:
  Story() {
    StoreOptions options;
    options.path = ":memory:";
    options.clock = [this] { return now_; };
    options.logger =
        std::make_shared<spdlog::logger>("test", std::make_shared<spdlog::sinks::null_sink_mt>());
    auto opened = Store::open(options);
    REQUIRE(opened.ok());
    store_ = opened.take();
  }

  /// One load of these records.
  LoadNumber load(const std::vector<RecordContent>& records) {
    auto writer = store_->begin_load("story");
    REQUIRE(writer.ok());
    (*writer)->begin_input("story", "story", 1);
    std::uint64_t line = 0;
    for (const RecordContent& content : records) {
      const auto taken = (*writer)->add(Record{content, ++line, ""});
      REQUIRE_MESSAGE(taken.ok(), (taken.ok() ? "" : taken.error().text()));
    }
    const auto summary = (*writer)->finish();
    REQUIRE_MESSAGE(summary.ok(), (summary.ok() ? "" : summary.error().text()));
    for (const Refusal& refusal : summary->refused) FAIL(refusal.reason);
    return summary->load.number;
  }

  std::shared_ptr<const Snapshot> snapshot() const {
    auto made = Snapshot::build(store_, Vocabulary::standard());
    REQUIRE(made.ok());
    return made.take();
  }
  std::shared_ptr<const View> view(const Reading& reading = {}) const {
    auto made = make_view(snapshot(), reading);
    REQUIRE(made.ok());
    return made.take();
  }
  Store& store() { return *store_; }
  void set_now(Instant now) { now_ = now; }

 private:
  std::shared_ptr<Store> store_;
  Instant now_ = at("2026-07-01");
};

/// The edges from one node to another of a type, by ids.
inline std::vector<EdgeNumber> edges_between(const View& view, std::string_view from, std::string_view type,
                                             std::string_view to) {
  std::vector<EdgeNumber> found;
  const auto node = view.find_node(from), other = view.find_node(to);
  const auto name = view.find_name(type);
  if (!node || !other || !name) return found;
  for (const EdgeNumber edge : view.outgoing(*node, *name))
    if (view.edge(edge).to == *other) found.push_back(edge);
  return found;
}

inline EdgeNumber edge_between(const View& view, std::string_view from, std::string_view type,
                               std::string_view to) {
  const auto found = edges_between(view, from, type, to);
  REQUIRE(found.size() == 1);
  return found[0];
}

inline Value property(const View& view, EdgeNumber edge, std::string_view key) {
  const auto name = view.find_name(key);
  return name ? view.edge_property(edge, *name) : Value();
}

inline Value property_of(const View& view, std::string_view node, std::string_view key) {
  const auto number = view.find_node(node);
  REQUIRE(number.has_value());
  const auto name = view.find_name(key);
  return name ? view.node_property(*number, *name) : Value();
}

inline std::vector<std::string> labels_of(const View& view, std::string_view node) {
  std::vector<std::string> labels;
  for (const NameCode label : view.labels(*view.find_node(node))) labels.push_back(view.name(label));
  return labels;
}

/// The claims behind an edge by their ids.
inline std::vector<std::string> claim_ids(const View& view, EdgeNumber edge) {
  std::vector<std::string> ids;
  for (const ClaimView& claim : view.claims(edge)) ids.push_back(claim.claim.id);
  return ids;
}

}  // namespace talentflow::graph
