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
