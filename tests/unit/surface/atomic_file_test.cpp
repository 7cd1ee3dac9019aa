#include "query/export/atomic_file.hpp"

#include <filesystem>
#include <fstream>
#include <sstream>

#include <doctest/doctest.h>
#include <unistd.h>

using talentflow::query::AtomicFile;
namespace fs = std::filesystem;

namespace {

struct Folder {
  fs::path path = fs::temp_directory_path() / ("talentflow-atomic-" + std::to_string(getpid()));
  Folder() { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path), fs::directory_iterator()));
  }
};

std::string content(const fs::path& path) {
  std::ifstream file(path);
  return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace

TEST_CASE("a file appears with its last byte") {
  const Folder folder;
  const auto path = folder.path / "out";
  {
    auto file = AtomicFile::create(path);
    REQUIRE(file.ok());
    CHECK(file->write("half").ok());
    CHECK_FALSE(fs::exists(path));
    CHECK(file->write(" and half").ok());
    CHECK(file->commit().ok());
  }
  CHECK(content(path) == "half and half");
  CHECK(folder.files() == 1);
}

TEST_CASE("without commit nothing is left, and an older file stays") {
  const Folder folder;
  const auto path = folder.path / "out";
  std::ofstream(path) << "old";
  {
    auto file = AtomicFile::create(path);
    REQUIRE(file.ok());
    CHECK(file->write("new").ok());
  }
  CHECK(content(path) == "old");
  CHECK(folder.files() == 1);
}

TEST_CASE("a full disk is an error that names the file") {
  if (!fs::exists("/dev/full")) return;
  const Folder folder;
  // A folder that cannot hold the file stands for every failure to create; /dev/full for one to write.
  CHECK(AtomicFile::create(folder.path / "absent" / "out").error().text() ==
        (folder.path / "absent" / "out").string() + ": cannot be written: No such file or directory");
  CHECK(AtomicFile::create(folder.path).error().text() ==
        folder.path.string() + ": is a folder; name a file");
}
