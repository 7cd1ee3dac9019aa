#include "ingest/sources/common/sink.hpp"

#include <xxhash.h>

namespace talentflow::ingest {

bool Seen::first(std::string_view text) {
  const std::uint64_t hash = XXH3_64bits(text.data(), text.size()) | 1;
  if (slot_of(hash) == hash) return false;
  if (slot_of(hash) == 0 && ++filled_ * 8 > slots_.size() && slots_.size() < kMost) grow();
  slot_of(hash) = hash;
  return true;
}

void Seen::grow() {
  std::vector<std::uint64_t> before(slots_.size() * 4);
  before.swap(slots_);
  for (const std::uint64_t hash : before)
    if (hash != 0) slot_of(hash) = hash;
}

void mention(const Reference& entity, const std::string& source, Seen& seen, Sink& sink) {
  if (entity.id.empty() || !seen.first(entity.id)) return;
  EntityRecord out;
  out.entity = Reference::to_id(entity.id);
  out.kind = entity.kind;
  out.name = entity.name;
  out.source = Reference::to_id(source);
  sink.add(std::move(out));
}

}  // namespace talentflow::ingest
