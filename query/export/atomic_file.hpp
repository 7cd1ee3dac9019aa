// Files that appear whole or not at all: written under a temporary name in the same folder, synced, renamed.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "schema/result.hpp"

namespace talentflow::query {

/// Destroying it without commit() removes what was written. One thread.
class AtomicFile {
 public:
  /// Errors: io, with the path and the system's words.
  static Result<AtomicFile> create(std::string path);
  AtomicFile(AtomicFile&& other) noexcept;
  AtomicFile& operator=(AtomicFile&&) = delete;
  ~AtomicFile();

  Result<void> write(std::string_view bytes);
  /// Syncs the bytes and gives the file its name, replacing an older one.
  Result<void> commit();

 private:
  AtomicFile(std::string path, std::string temporary, int descriptor)
      : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}
  Error failed(std::string_view what) const;

  std::string path_, temporary_;
  int descriptor_ = -1;
};

}  // namespace talentflow::query
