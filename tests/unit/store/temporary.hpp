// A directory that goes away with the test.
#pragma once

#include <filesystem>
#include <string>

#include <stdlib.h>

namespace talentflow::graph::testing {

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    // In memory where the system has such a place: these tests sync a great many small files.
    const std::filesystem::path memory = "/dev/shm";
    const auto base = std::filesystem::is_directory(memory) ? memory : std::filesystem::temp_directory_path();
    std::string path = (base / "talentflow-test-XXXXXX").string();
    path_ = ::mkdtemp(path.data()) == nullptr ? std::string() : path;
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;
  ~TemporaryDirectory() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  std::string operator/(const std::string& name) const { return path_ + "/" + name; }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

}  // namespace talentflow::graph::testing
