// The bytes that a streaming reader holds: what it has not taken yet, and room for more behind it.
#pragma once

#include <cstddef>
#include <vector>

#include "ingest/adapter.hpp"
#include "schema/result.hpp"

namespace talentflow::ingest {

struct ReadBuffer {
  explicit ReadBuffer(std::size_t size) : bytes(size) {}

  /// Moves what is held to the front and reads more behind it, growing when it is full. False at the end of
  /// the source, which is then `ended`. Pointers into the bytes are no longer valid.
  Result<bool> refill(ByteSource& source);

  std::vector<char> bytes;
  std::size_t begin = 0;  ///< held: [begin, end)
  std::size_t end = 0;
  bool ended = false;
};

}  // namespace talentflow::ingest
