// The key of a claim: what makes two records the same claim.
//
// XXH3 with 128 bits (Y. Collet, xxHash) over the normalised fields, the source as the record names it, the
// claim's own id, and, where it has neither locator nor id nor edge id, its row. The adapter's version, the
// input's name and the time of loading are left out, so that reading a file again finds every claim known.
// References are hashed as written (id, or name and kind): what a name resolves to may change as the store
// grows, what the page says does not. The byte stream that is hashed is frozen: if you change it, raise
// kFormatVersion.
#pragma once

#include <string>
#include <string_view>

#include "graph/store/draft.hpp"

namespace talentflow::graph {

/// Precondition: everything but `key` and the numbers is filled in.
Fingerprint claim_key(const Draft& draft);

/// Of a text alone (entity ids, public claim ids).
Fingerprint text_fingerprint(std::string_view text);

/// The 16 bytes of a claim_keys key, high half first.
std::string key_bytes(const Fingerprint& key);

/// "claim/" and the first 80 bits in base 32: the public id of a claim whose document gave it none. The same
/// in every store that was fed the same record.
std::string derived_claim_id(const Fingerprint& key);

/// The claim_keys prefix (10 bytes) that a derived id stands for; empty when the text is no derived id.
std::string key_prefix_of(std::string_view derived_id);

}  // namespace talentflow::graph
