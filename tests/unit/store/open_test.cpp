// Opening: what is a store, who may write, what is damaged; reading beside the writer.
#include <fstream>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/unit/store/fixture.hpp"
#include "tests/unit/store/temporary.hpp"

using namespace talentflow;
using namespace talentflow::graph;
using namespace talentflow::graph::testing;

namespace {

namespace fs = std::filesystem;

Error open_error(const StoreOptions& options) {
  const auto store = Store::open(options);
  REQUIRE_FALSE(store.ok());
  return store.error();
}
StoreOptions reading(std::string path) {
  StoreOptions settings = options(std::move(path));
  settings.access = Access::read;
  return settings;
}
void write_file(const std::string& path, const std::string& text) { std::ofstream(path) << text; }

/// The newest log with content.
fs::path log_of(const std::string& store) {
  fs::path log;
  for (const auto& file : fs::directory_iterator(store + "/rocks"))
    if (file.path().extension() == ".log" && file.file_size() > 0 && (log.empty() || log < file.path()))
      log = file.path();
  return log;
}

/// A store whose last commit is only in the log, as after a kill: made by a child that exits without closing.
void make_unflushed_store(const std::string& path) {
  { load(*open_store(options(path)), small_graph()); }
  const pid_t child = ::fork();
  if (child == 0) {
    auto store = Store::open(options(path));
    const bool done = store.ok() && (*store)->withdraw_load(1).ok();
    ::_exit(done ? 0 : 1);
  }
  int status = 0;
  REQUIRE(::waitpid(child, &status, 0) == child);
  REQUIRE(status == 0);
}

}  // namespace

TEST_CASE("a store on disk is there when it is opened again") {
  const TemporaryDirectory directory;
  { load(*open_store(options(directory / "db")), small_graph()); }
  auto store = open_store(options(directory / "db"));
  CHECK(store->info().claims == 6);
  CHECK(store->claims_naming(3)->size() == 2);
  CHECK(claim_of(*store, "c1").subject == 1);
  const auto again = load(*store, small_graph());
  CHECK(again.load.known == 6);
  CHECK(store->info().disk_bytes > 0);
}

TEST_CASE("what is no store is told from one") {
  const TemporaryDirectory directory;
  const std::string absent = directory / "absent";
  Error error = open_error(reading(absent));
  CHECK(error.code == ErrorCode::format);
  CHECK(error.text() ==
        absent + ": there is no store here; `talentflow ingest " + absent + " FILE` makes one");

  const std::string file = directory / "file";
  write_file(file, "text");
  error = open_error(options(file));
  CHECK(error.code == ErrorCode::format);
  CHECK(error.text() == file + ": is a file; a store is a directory, so name another path");

  const std::string foreign = directory / "foreign";
  fs::create_directory(foreign);
  write_file(foreign + "/notes.txt", "text");
  error = open_error(options(foreign));
  CHECK(error.code == ErrorCode::format);
  CHECK(error.text() ==
        foreign + ": is a directory of something else, not a talentflow store; name another path");
  CHECK(fs::exists(foreign + "/notes.txt"));

  const std::string newer = directory / "newer";
  fs::create_directory(newer);
  write_file(newer + "/TALENTFLOW", "talentflow store, format 2\n");
  error = open_error(options(newer));
  CHECK(error.code == ErrorCode::format);
  CHECK(error.text() ==
        newer + ": is a store of format 2, and this program reads up to 1; use a newer program");

  error = open_error(options(directory / "no/such/parent"));
  CHECK(error.code == ErrorCode::io);

  const std::string empty = directory / "empty";
  fs::create_directory(empty);
  CHECK(open_store(options(empty))->info().claims == 0);
}

TEST_CASE("one writer; readers beside it see its commits when they catch up") {
  const TemporaryDirectory directory;
  const std::string path = directory / "db";
  auto writer = open_store(options(path));
  const Error error = open_error(options(path));
  CHECK(error.code == ErrorCode::locked);
  CHECK(error.text() == path +
                            ": the store is locked by another process that writes; wait until it is done, or "
                            "open it for reading");
  auto reader = open_store(reading(path));
  CHECK(reader->info().claims == 0);
  load(*writer, small_graph());
  CHECK(reader->info().claims == 0);
  CHECK(reader->claims_about(1)->empty());
  REQUIRE(reader->catch_up().ok());
  CHECK(reader->info().claims == 6);
  CHECK(claim_of(*reader, "c2").subject == 2);
  CHECK(*reader->term(claim_of(*reader, "c2").relation) == "WORKS_AT");
  const auto refused = reader->begin_load("x");
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().text() == path + ": a load needs a store opened for writing");

  SUBCASE("a reader can make a backup too") {
    REQUIRE(reader->backup(directory / "copy").ok());
    CHECK(claim_of(*open_store(options(directory / "copy")), "c1").subject == 1);
  }
}

TEST_CASE("a backup of a store in use is a consistent store") {
  const TemporaryDirectory directory;
  auto store = open_store(options(directory / "db"));
  load(*store, small_graph());
  REQUIRE(store->backup(directory / "copy").ok());
  load(*store, {claim("c3", "person/lin", "left", "org/qwen", "s/one")});
  auto copy = open_store(options(directory / "copy"));
  CHECK(copy->info().claims == 6);
  CHECK(copy->check()->empty());
}

TEST_CASE("a flipped bit in the log is refused, unless the loss is accepted") {
  const TemporaryDirectory directory;
  const std::string path = directory / "db";
  make_unflushed_store(path);
  const fs::path log = log_of(path);
  REQUIRE_FALSE(log.empty());
  {
    std::fstream file(log, std::ios::in | std::ios::out | std::ios::binary);
    file.seekg(20);
    const char byte = static_cast<char>(file.get() ^ 1);
    file.seekp(20);
    file.put(byte);
  }
  const Error error = open_error(options(path));
  CHECK(error.code == ErrorCode::damaged);
  CHECK(error.text() ==
        path +
            ": the log is damaged: commits 2 to 2 were acknowledged and are lost; restore a backup, or "
            "open with --recover to go on without them");
  StoreOptions settings = options(path);
  settings.recover = true;
  {
    auto store = open_store(settings);
    CHECK(store->info().claims == 6);
    CHECK_FALSE(store->loads()->front().withdrawn);
  }
  CHECK(open_store(options(path))->info().claims == 6);
}

TEST_CASE("a torn tail behind the last acknowledged commit is no damage") {
  const TemporaryDirectory directory;
  const std::string path = directory / "db";
  make_unflushed_store(path);
  {
    std::ofstream log(log_of(path), std::ios::app | std::ios::binary);
    log << std::string("\x12\x34\x56\x78\x40\x00\x01", 7) << "torn";
  }
  auto store = open_store(options(path));
  CHECK(store->loads()->front().withdrawn);
}

TEST_CASE("a damaged table file is told") {
  const TemporaryDirectory directory;
  const std::string path = directory / "db";
  { load(*open_store(options(path)), small_graph()); }
  for (const auto& file : fs::directory_iterator(path + "/rocks"))
    if (file.path().extension() == ".sst") fs::resize_file(file.path(), file.file_size() / 2);
  CHECK(open_error(options(path)).code == ErrorCode::damaged);
  fs::remove(path + "/rocks/CURRENT");
  CHECK_FALSE(Store::open(options(path)).ok());
}
