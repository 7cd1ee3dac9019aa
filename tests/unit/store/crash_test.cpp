// Nothing acknowledged is lost and nothing is half there: after a kill at any moment, on a full disk, after a
// power cut.
#include <cstdlib>
#include <random>
#include <thread>

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "graph/store/claim_store.hpp"
#include "graph/store/open.hpp"
#include "tests/unit/store/faulty_file_system.hpp"
#include "tests/unit/store/fixture.hpp"
#include "tests/unit/store/temporary.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

constexpr const char* kPathVariable = "TALENTFLOW_TEST_CHILD_STORE";
constexpr int kClaims = 30'000;

/// Small shares, so that one load is several commits: of sorted files, or through the log.
StoreOptions several_commits(std::string path, bool sorted) {
  StoreOptions settings = options(std::move(path));
  settings.memory_bytes = sorted ? 32ULL << 20 : 4ULL << 20;
  return settings;
}

Record numbered_claim(int number) {
  const std::string text = std::to_string(number);
  auto row =
      claim_row("k" + text, number % 2 == 0 ? "person/lin" : "person/hui", "works_at", "org/qwen", "s/one");
  row.note = "note " + text;
  return record(row);
}

/// The load of the tests: what the child runs and the parent repeats.
LoadWriter::Summary load_all(Store& store) {
  auto writer = begin(store);
  for (const Record& record : small_graph()) take(*writer, record);
  for (int i = 0; i < kClaims; ++i) take(*writer, numbered_claim(i));
  return finish(*writer);
}

/// Starts this program again as the writer (a fork alone would lack RocksDB's threads).
pid_t start_child(const std::string& path, bool sorted) {
  const pid_t child = ::fork();
  if (child != 0) return child;
  ::setenv(kPathVariable, path.c_str(), 1);
  const char* name = sorted ? "--test-case=child: sorted" : "--test-case=child: log";
  ::execl("/proc/self/exe", "child", name, "--no-skip", nullptr);
  ::_exit(127);
}

void run_child(bool sorted) {
  const char* path = std::getenv(kPathVariable);
  if (path == nullptr) return;
  auto store = open_store(several_commits(path, sorted));
  load_all(*store);
  std::FILE* done = std::fopen((std::string(path) + ".done").c_str(), "w");
  std::fclose(done);
}

/// Kills a writer after some time, then looks.
void kill_after(std::chrono::milliseconds time, bool sorted) {
  const TemporaryDirectory directory;
  const std::string path = directory / "db";
  const pid_t child = start_child(path, sorted);
  std::this_thread::sleep_for(time);
  ::kill(child, SIGKILL);
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  const bool acknowledged = std::filesystem::exists(path + ".done");

  auto store = open_store(several_commits(path, sorted));
  const auto findings = store->check();
  REQUIRE(findings.ok());
  CHECK(findings->empty());
  const std::uint64_t before = store->info().claims;
  if (acknowledged) CHECK(before == kClaims + 6);
  const auto again = load_all(*store);
  CHECK(again.load.known == before);
  CHECK(again.load.claims == kClaims + 6 - before);
  CHECK(store->check()->empty());
}

}  // namespace

TEST_CASE("child: sorted" * doctest::skip()) { run_child(true); }
TEST_CASE("child: log" * doctest::skip()) { run_child(false); }

TEST_CASE("a kill at any moment loses nothing acknowledged and leaves nothing half there") {
  std::mt19937 random(20260304);
  for (int round = 0; round < 8; ++round) {
    CAPTURE(round);
    kill_after(std::chrono::milliseconds(5 + random() % 600), round % 2 == 0);
  }
}

TEST_CASE("a full disk ends the load with the path, and nothing of the batch is there") {
  const TemporaryDirectory prepared;
  { load(*open_store(options(prepared / "db")), small_graph()); }
  for (const bool sorted : {false, true}) {
    CAPTURE(sorted);
    long failures = 0;
    bool complete = false;
    // Each write of the commit fails in turn; of the many equal ones in a sorted commit, one in a few.
    for (long allowed = 0; !complete; allowed += !sorted ? 1 : allowed < 60 ? 19 : 2) {
      REQUIRE(allowed < 2000);
      const TemporaryDirectory directory;
      const std::string path = directory / "db";
      std::filesystem::copy(prepared / "db", path, std::filesystem::copy_options::recursive);
      auto faults = std::make_shared<Faults>();
      const auto env = rocksdb::NewCompositeEnv(std::make_shared<FaultyFileSystem>(faults));
      {
        const StoreOptions settings = options(path);
        RocksOptions rocks = rocks_options(settings);
        rocks.env = env.get();
        auto pairs = open_directory(settings, rocks);
        REQUIRE(pairs.ok());
        auto store = ClaimStore::over(pairs.take(), settings);
        REQUIRE(store.ok());
        auto writer = begin(**store);
        for (int i = 0; i < (sorted ? 25'000 : 5); ++i) take(*writer, numbered_claim(i));
        faults->writes_left = allowed;
        const auto finished = writer->finish();
        complete = finished.ok();
        if (!complete) {
          ++failures;
          CHECK(finished.error().code == ErrorCode::io);
          CHECK(finished.error().text().starts_with(path + ": the disk is full: "));
        }
      }
      auto store = open_store(options(path));
      CHECK(store->check()->empty());
      const std::uint64_t claims = store->info().claims;
      const std::uint64_t whole = 6 + (sorted ? 25'000 : 5);
      CHECK((claims == whole || (!complete && claims == 6)));
    }
    CHECK(failures >= 3);
  }
}

TEST_CASE("what was acknowledged survives a power cut") {
  for (const bool sorted : {false, true}) {
    CAPTURE(sorted);
    const TemporaryDirectory directory;
    const std::string path = directory / "db";
    { load(*open_store(options(path)), small_graph()); }
    auto faults = std::make_shared<Faults>();
    auto files = std::make_shared<FaultyFileSystem>(faults);
    const auto env = rocksdb::NewCompositeEnv(files);
    {
      const StoreOptions settings = options(path);
      RocksOptions rocks = rocks_options(settings);
      rocks.env = env.get();
      auto pairs = open_directory(settings, rocks);
      REQUIRE(pairs.ok());
      auto store = ClaimStore::over(pairs.take(), settings);
      REQUIRE(store.ok());
      auto writer = begin(**store);
      for (int i = 0; i < (sorted ? 25'000 : 5); ++i) take(*writer, numbered_claim(i));
      finish(*writer);
      REQUIRE((*store)->withdraw_load(1).ok());
      faults->writes_left = 0;  // closing writes nothing more
    }
    files->cut_power();
    auto store = open_store(options(path));
    CHECK(store->info().claims == 6 + (sorted ? 25'000 : 5));
    CHECK(store->loads()->front().withdrawn);
    CHECK(store->check()->empty());
  }
}
