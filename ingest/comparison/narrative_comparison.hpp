// Comparisons of narratives: what happened, how each bloc of media reads it, what nobody says, what to watch.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kNarrativeComparisonVersion = 1;

/// 92 when the text has at least two of the headings of such a page, 75 with one.
int sniff_narrative_comparison(std::string_view name, std::string_view head);
int order_narrative_comparison(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_narrative_comparison(AdapterInput input);

}  // namespace talentflow::ingest
