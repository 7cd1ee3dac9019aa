// Market signal briefs: a headline sentence, a price sentence, an analysis under the heading "signal brief",
// a list of addresses under "evidence".
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kSignalBriefVersion = 1;

/// 92 when the headings "signal brief" and "evidence" stand on lines of their own, 80 with one of them and an
/// address.
int sniff_signal_brief(std::string_view name, std::string_view head);
int order_signal_brief(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_signal_brief(AdapterInput input);

}  // namespace talentflow::ingest
