// Instants as text.
#pragma once

#include <string>

#include "schema/claim.hpp"

namespace talentflow::query {

/// "2026-03-04T05:06:07Z"; empty for kAlways.
std::string instant_text(Instant instant);

}  // namespace talentflow::query
