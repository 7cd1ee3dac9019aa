// What the tests of this folder share: files on disk that go away again, adapters run over a text, and a
// store that only remembers what it was given.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include "graph/store/store.hpp"
#include "ingest/adapter.hpp"
#include "ingest/bytes/byte_source.hpp"
#include "ingest/pipeline/lexicon.hpp"
#include "ingest/pipeline/print_record.hpp"

namespace talentflow::ingest::testing {

class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "talentflow-ingest-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TemporaryFolder() { std::filesystem::remove_all(path_); }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;
  const std::string& path() const { return path_; }
  std::string file(const std::string& name, const std::string& content) const {
    const auto target = std::filesystem::path(path_) / name;
    std::filesystem::create_directories(target.parent_path());
    std::ofstream(target, std::ios::binary) << content;
    return target.string();
  }

 private:
  std::string path_;
};

inline std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

/// What an adapter makes of a text.
struct Reading {
  std::vector<Record> records;
  std::vector<Reject> rejects;
  std::string error;

  std::string printed(std::string_view input) const {
    std::string out;
    for (const auto& record : records) out += print_record(record, input);
    for (const auto& reject : rejects)
      out += "rejected " + std::to_string(reject.line) + ": " + reject.reason + "\n";
    return out;
  }
};

template <class Open>
Reading read_with(Open open, const std::string& name, const std::string& text,
                  const Lexicon* lexicon = nullptr) {
  const MemoryLexicon nothing;
  Reading out;
  const auto bytes = memory_source(name, text);
  auto adapter = open(AdapterInput{*bytes, lexicon != nullptr ? *lexicon : nothing,
                                   [&out](Reject reject) { out.rejects.push_back(std::move(reject)); }});
  if (!adapter) {
    out.error = adapter.error().text();
    return out;
  }
  Record record;
  for (;;) {
    auto more = (*adapter)->next(record);
    if (!more) out.error = more.error().text();
    if (!more || !*more) return out;
    out.records.push_back(record);
  }
}

/// Remembers records by their text; knows no names. Enough for the pipeline's own rules.
class FakeStore : public graph::Store {
 public:
  struct Kept {
    std::set<std::string> records;
    int loads = 0;
    int dropped = 0;
  };
  Kept kept;
  ErrorCode fail_with{};      ///< when set, the record number `fail_at` fails so
  std::uint64_t fail_at = 0;  ///< counted from 1

  graph::StoreInfo info() const override { return {}; }
  Result<void> catch_up() override { return {}; }
  std::uint64_t sequence() const override { return 0; }
  Result<std::optional<EntityNumber>> find_entity(std::string_view) const override {
    return std::optional<EntityNumber>();
  }
  Result<graph::EntityInfo> entity(EntityNumber) const override { return missing(); }
  Result<std::optional<TermNumber>> find_term(std::string_view) const override {
    return std::optional<TermNumber>();
  }
  Result<std::string> term(TermNumber) const override { return missing(); }
  Result<void> scan_entities(EntityNumber,
                             const std::function<bool(const graph::EntityInfo&)>&) const override {
    return {};
  }
  Result<std::vector<EntityNumber>> find_by_name(std::string_view) const override {
    return std::vector<EntityNumber>();
  }
  Result<Claim> claim(ClaimNumber) const override { return missing(); }
  Result<std::optional<ClaimNumber>> find_claim(std::string_view) const override {
    return std::optional<ClaimNumber>();
  }
  Result<std::vector<ClaimNumber>> withdrawals_of(std::string_view) const override {
    return std::vector<ClaimNumber>();
  }
  Result<std::vector<ClaimNumber>> claims_about(EntityNumber) const override {
    return std::vector<ClaimNumber>();
  }
  Result<std::vector<ClaimNumber>> claims_naming(EntityNumber) const override {
    return std::vector<ClaimNumber>();
  }
  Result<std::vector<ClaimNumber>> claims_of_source(EntityNumber) const override {
    return std::vector<ClaimNumber>();
  }
  Result<void> scan_claims(ClaimNumber, const std::function<bool(const Claim&)>&) const override {
    return {};
  }
  Result<std::vector<graph::LoadInfo>> loads() const override { return std::vector<graph::LoadInfo>(); }
  Result<std::unique_ptr<graph::LoadWriter>> begin_load(const std::string&) override;
  Result<std::uint64_t> withdraw_load(LoadNumber) override { return missing(); }
  Result<EntityNumber> stands_for(EntityNumber entity) const override { return entity; }
  Result<bool> is_withdrawn(const Claim&) const override { return false; }
  Result<std::vector<graph::ReviewItem>> reviews() const override { return std::vector<graph::ReviewItem>(); }
  Result<std::uint64_t> forget(EntityNumber) override { return missing(); }
  Result<void> backup(const std::string&) override { return {}; }
  Result<std::vector<graph::Finding>> check() const override { return std::vector<graph::Finding>(); }
  Result<std::optional<std::string>> derived(std::string_view) const override {
    return std::optional<std::string>();
  }
  Result<void> put_derived(std::string_view, std::string_view) override { return {}; }

 private:
  static Error missing() {
    return make_error(ErrorCode::not_found, "", "the fake store keeps no such thing");
  }
};

class FakeWriter : public graph::LoadWriter {
 public:
  explicit FakeWriter(FakeStore& store) : store_(store) {}
  ~FakeWriter() override {
    if (!finished_) ++store_.kept.dropped;
  }
  void begin_input(const std::string&, std::string_view, std::uint32_t) override {}
  Result<graph::Taken> add(const Record& record) override {
    if (++count_ == store_.fail_at) return make_error(store_.fail_with, "", "told to fail");
    const std::string text = print_record(record, "input");
    const bool added = !store_.kept.records.contains(text) && pending_.insert(text).second;
    if (added) return graph::Taken::added;
    ++known_;
    return graph::Taken::known;
  }
  Result<Summary> finish() override {
    finished_ = true;
    ++store_.kept.loads;
    Summary summary;
    summary.load.claims = pending_.size();
    summary.load.known = known_;
    store_.kept.records.merge(pending_);
    return summary;
  }

 private:
  FakeStore& store_;
  std::set<std::string> pending_;
  std::uint64_t count_ = 0;
  std::uint64_t known_ = 0;
  bool finished_ = false;
};

inline Result<std::unique_ptr<graph::LoadWriter>> FakeStore::begin_load(const std::string&) {
  return std::unique_ptr<graph::LoadWriter>(std::make_unique<FakeWriter>(*this));
}

}  // namespace talentflow::ingest::testing
