// News items as plain text: the address on the first line, "published: YYYY-MM-DD" on the second, then the
// story.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kNewsVersion = 1;

/// 85 when the text begins with an address and a line "published: ..", 40 with either of them.
int sniff_news(std::string_view name, std::string_view head);
int order_news(std::string_view name, std::string_view head);
Result<std::unique_ptr<Adapter>> open_news(AdapterInput input);

}  // namespace talentflow::ingest
