#include "ingest/pipeline/pipeline.hpp"

#include "doctest/doctest.h"
#include "tests/unit/ingest/support.hpp"

using namespace talentflow;
using namespace talentflow::ingest;
using namespace talentflow::ingest::testing;

namespace {

constexpr const char* kEntities = "id,kind,name\norg/a,Company,A\nperson/p,Person,P\n";
constexpr const char* kSources = "id,publisher\ns/1,Example News\n";
constexpr const char* kClaims = "subject,relation,object,source\nperson/p,joined,org/a,s/1\n";

}  // namespace

TEST_CASE(
    "a directory is read in the order entities, sources, claims; strange files are passed over with a note") {
  const TemporaryFolder folder;
  folder.file("a-claims.csv", kClaims);
  folder.file("b-sources.csv", kSources);
  folder.file("sub/entities.csv", kEntities);
  folder.file("README.md", "# words\n");
  folder.file(".hidden.csv", kEntities);
  FakeStore store;
  std::string printed;
  Options options;
  options.dry_run = true;
  options.print = [&printed](std::string_view text) { printed += text; };
  const auto report = ingest::ingest(store, {folder.path()}, options, nullptr);
  REQUIRE(report.ok());
  CHECK(printed ==
        "entity  org/a  kind Company  name \"A\"\n    at entities.csv:2\n"
        "entity  person/p  kind Person  name \"P\"\n    at entities.csv:3\n"
        "source  s/1\n    {publisher: \"Example News\"}\n    at b-sources.csv:2\n"
        "claim  person/p -joined-> org/a\n    at a-claims.csv:2  source s/1\n");
  CHECK(report->notes == std::vector<std::string>{
                             folder.path() + "/README.md: passed over: no adapter recognises the content"});
  CHECK(store.kept.records.empty());
  CHECK(store.kept.loads == 0);
}

TEST_CASE("one command is one load; reading again adds nothing and says so") {
  const TemporaryFolder folder;
  folder.file("entities.csv", kEntities);
  folder.file("claims.csv", kClaims);
  FakeStore store;
  const auto first = ingest::ingest(store, {folder.path()}, {}, nullptr);
  REQUIRE(first.ok());
  CHECK(first->added == 3);
  CHECK(store.kept.loads == 1);
  const auto second = ingest::ingest(store, {folder.path()}, {}, nullptr);
  REQUIRE(second.ok());
  CHECK(second->added == 0);
  CHECK(second->known == 3);
  CHECK(second->text().find("nothing new: everything readable here was stored before\n") !=
        std::string::npos);
}

TEST_CASE("good lines land, bad ones go to the rejects file with line and reason") {
  const TemporaryFolder folder;
  const auto claims =
      folder.file("claims.csv",
                  "subject,relation,object,start,end\np,joined,a,2026,\np,joined,a,2026-13-40,\n"
                  "p,joined,a,2026,2024\np,joined\np,left,a,2027,\n");
  FakeStore store;
  Options options;
  options.rejects_path = folder.path() + "/rejects.csv";
  const auto report = ingest::ingest(store, {claims}, options, nullptr);
  REQUIRE(report.ok());
  CHECK(report->added == 2);
  CHECK(report->rejected == 3);
  CHECK(report->rejects_path == options.rejects_path);
  const std::string rejects = read_file(options.rejects_path);
  CHECK(rejects.starts_with("input,line,reason,raw\nclaims.csv,3,\"start \"\"2026-13-40\"\": "));
  CHECK(
      rejects.find(
          "claims.csv,4,\"end \"\"2024\"\" lies before start \"\"2026\"\"; swap or correct them\",\"p,joined,"
          "a,2026,2024\"\n") != std::string::npos);
  CHECK(rejects.find("claims.csv,5,\"the row has 2 fields, the header 5\",\"p,joined\"\n") !=
        std::string::npos);
}

TEST_CASE("without rejects there is no rejects file") {
  const TemporaryFolder folder;
  FakeStore store;
  Options options;
  options.rejects_path = folder.path() + "/rejects.csv";
  REQUIRE(ingest::ingest(store, {folder.file("entities.csv", kEntities)}, options, nullptr).ok());
  CHECK_FALSE(std::filesystem::exists(options.rejects_path));
}

TEST_CASE("a record that the store refuses is rejected; a failing store ends the load and nothing is kept") {
  const TemporaryFolder folder;
  const auto path = folder.file("entities.csv", kEntities);
  FakeStore store;
  store.fail_at = 2;
  store.fail_with = ErrorCode::conflict;
  const auto report = ingest::ingest(store, {path}, {}, nullptr);
  REQUIRE(report.ok());
  CHECK(report->added == 1);
  CHECK(report->rejected == 1);
  FakeStore full;
  full.fail_at = 2;
  full.fail_with = ErrorCode::io;
  const auto failed = ingest::ingest(full, {path}, {}, nullptr);
  REQUIRE_FALSE(failed.ok());
  CHECK(failed.error().code == ErrorCode::io);
  CHECK(full.kept.records.empty());
  CHECK(full.kept.dropped == 1);
}

TEST_CASE("JSON lines without a line are an input with nothing in it") {
  const TemporaryFolder folder;
  FakeStore store;
  const auto report = ingest::ingest(store, {folder.file("empty.jsonl", "")}, {}, nullptr);
  REQUIRE(report.ok());
  CHECK(store.kept.records.empty());
}

TEST_CASE("inputs that cannot be read are errors before anything is stored") {
  const TemporaryFolder folder;
  const auto good = folder.file("entities.csv", kEntities);
  FakeStore store;
  const auto error = [&](const std::string& path, const std::string& as = "") {
    Options options;
    options.as = as;
    const auto report = ingest::ingest(store, {good, path}, options, nullptr);
    return report ? std::string("no error") : report.error().text();
  };
  CHECK(error(folder.path() + "/none.csv") == folder.path() + "/none.csv: no such file or directory");
  CHECK(error(folder.file("empty.csv", "")) ==
        folder.path() + "/empty.csv: the file is empty; there is nothing to read");
  CHECK(error(folder.file("empty.jsonl", "")) == "no error");  // the empty graph
  CHECK(error(folder.file("x.bin", "\x01\x02\x03"))
            .starts_with(folder.path() +
                         "/x.bin: no adapter recognises the content; name one with --as:\n  claim-tables  "));
  CHECK(error(good, "nonsense").starts_with("there is no adapter \"nonsense\"; adapters:\n  claim-tables  "));
  CHECK(store.kept.loads == 1);
  CHECK(store.kept.dropped == 0);
  CHECK(ingest::ingest(store, {}, {}, nullptr).error().message ==
        "name at least one file or directory to read");
}

TEST_CASE("progress tells bytes and records; stop ends the load and nothing is kept") {
  const TemporaryFolder folder;
  std::string text = "id,kind\n";
  for (int i = 0; i < 20000; ++i) text += "org/" + std::to_string(i) + ",Company\n";
  const auto path = folder.file("entities.csv", text);
  FakeStore store;
  std::vector<std::uint64_t> seen;
  const Progress progress = [&seen](const ProgressState& state) { seen.push_back(state.records); };
  REQUIRE(ingest::ingest(store, {path}, {}, &progress).ok());
  CHECK(seen == std::vector<std::uint64_t>{4096, 8192, 12288, 16384, 20000});
  FakeStore stopped;
  Options options;
  options.stop = [] { return true; };
  const auto report = ingest::ingest(stopped, {path}, options, nullptr);
  REQUIRE_FALSE(report.ok());
  CHECK(report.error().code == ErrorCode::interrupted);
  CHECK(stopped.kept.records.empty());
}
