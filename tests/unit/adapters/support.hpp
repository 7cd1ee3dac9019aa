// What the tests of the structured adapters share: records looked up by what they say, and the real samples
// beside the project, which may be absent.
#pragma once

#include <filesystem>
#include <iostream>
#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "ingest/bytes/byte_source.hpp"
#include "ingest/record_check.hpp"
#include "tests/unit/ingest/support.hpp"

namespace talentflow::ingest::testing {

template <class Content>
std::vector<const Content*> all(const Reading& reading) {
  std::vector<const Content*> out;
  for (const auto& record : reading.records)
    if (const auto* content = std::get_if<Content>(&record.content)) out.push_back(content);
  return out;
}

inline const ClaimRecord* claim(const Reading& reading, std::string_view relation,
                                std::string_view object = {}) {
  for (const auto* each : all<ClaimRecord>(reading))
    if (each->relation == relation &&
        (object.empty() || each->object.id == object || each->object.name == object))
      return each;
  return nullptr;
}

inline std::size_t count_claims(const Reading& reading, std::string_view relation) {
  std::size_t out = 0;
  for (const auto* each : all<ClaimRecord>(reading))
    out += each->relation == relation && each->stance != "withdraws";
  return out;
}

inline const EntityRecord* entity(const Reading& reading, std::string_view id) {
  for (const auto* each : all<EntityRecord>(reading))
    if (each->entity.id == id) return each;
  return nullptr;
}

inline const SourceRecord* source(const Reading& reading, std::string_view id) {
  for (const auto* each : all<SourceRecord>(reading))
    if (each->id == id) return each;
  return nullptr;
}

/// The text of a property, a number as digits; "" when there is none.
inline std::string property(const Properties& properties, std::string_view key) {
  const Value* value = find_property(properties, key);
  if (value == nullptr) return {};
  if (const auto* text = value->get_if<std::string>()) return *text;
  if (const auto* number = value->get_if<std::int64_t>()) return std::to_string(*number);
  return "(other)";
}

/// Every record must pass the pipeline's own check.
inline std::string first_fault(const Reading& reading) {
  for (const auto& record : reading.records)
    if (auto fault = find_fault(record)) return *fault;
  return {};
}

/// A file of the real samples beside the project; empty, with a word about it, when they are not there.
inline std::string sample(const std::string& name) {
  const auto path = std::filesystem::path(TALENTFLOW_SOURCE_DIR) / ".." / "shared" / "data" / name;
  if (std::filesystem::exists(path)) return path.string();
  std::cout << "skipped: no ../shared/data/" << name << "\n";
  return {};
}

inline const AdapterEntry* entry(std::string_view name) {
  for (const auto& each : adapter_table())
    if (each.name == name) return &each;
  return nullptr;
}

/// A file through the adapter that recognises it; `error` is set when none does.
inline Reading read_sample(const std::string& path, std::string_view adapter) {
  Reading out;
  auto opened = open_file(path, {});
  if (!opened) {
    out.error = opened.error().text();
    return out;
  }
  PeekSource bytes(opened.take());
  const auto head = bytes.head(64 << 10);
  const AdapterEntry* best = nullptr;
  int best_score = 0;
  for (const auto& each : adapter_table())
    if (const int score = each.sniff(path, *head); score > best_score) {
      best = &each;
      best_score = score;
    }
  CHECK_MESSAGE((best != nullptr && best->name == adapter), path);
  const MemoryLexicon nothing;
  auto reader = entry(adapter)->open(
      {bytes, nothing, [&out](Reject reject) { out.rejects.push_back(std::move(reject)); }});
  if (!reader) {
    out.error = reader.error().text();
    return out;
  }
  Record record;
  for (;;) {
    auto more = (*reader)->next(record);
    if (!more) out.error = more.error().text();
    if (!more || !*more) return out;
    out.records.push_back(record);
  }
}

/// A text under a file name through one adapter, with the check that the adapter is the one that recognises
/// it.
inline Reading read_text(std::string_view adapter, const std::string& name, const std::string& text) {
  const AdapterEntry* wanted = entry(adapter);
  REQUIRE(wanted != nullptr);
  for (const auto& each : adapter_table())
    if (&each != wanted) CHECK_MESSAGE(each.sniff(name, text) <= wanted->sniff(name, text), each.name);
  CHECK(wanted->sniff(name, text) > 0);
  return read_with(wanted->open, name, text);
}

}  // namespace talentflow::ingest::testing
