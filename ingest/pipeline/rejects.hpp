// The rejects file: what could not be taken, with the reason, as CSV (input, line, reason, raw).
#pragma once

#include <cstdio>
#include <memory>
#include <string>

#include "ingest/pipeline/pipeline.hpp"

namespace talentflow::ingest {

/// Created with the first line written; a load without rejects leaves no file. An older file of that name is
/// replaced.
class RejectsFile {
 public:
  explicit RejectsFile(std::string path) : path_(std::move(path)) {}
  Result<void> write(const RejectedLine& line);
  /// Brings what was written to the file; lines may still follow.
  Result<void> close();
  bool written() const { return file_ != nullptr; }

 private:
  Error failed() const;
  struct Closer {
    void operator()(std::FILE* file) const { std::fclose(file); }
  };
  std::string path_;
  std::unique_ptr<std::FILE, Closer> file_;
  std::string buffer_;
};

}  // namespace talentflow::ingest
