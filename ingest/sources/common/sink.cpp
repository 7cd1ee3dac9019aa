#include "ingest/sources/common/sink.hpp"

#include <xxhash.h>

namespace talentflow::ingest {

bool Seen::first(std::string_view text) {
  const std::uint64_t hash = XXH3_64bits(text.data(), text.size()) | 1;
  auto& slot = slots_[(hash >> 20) % slots_.size()];
  if (slot == hash) return false;
  slot = hash;
  return true;
}

}  // namespace talentflow::ingest
