// Feeds of news: RSS (2.0, and 0.9x and 1.0 as far as they are the same) and Atom. Each item is a source.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kFeedVersion = 1;

/// 92 when the text begins as a feed does.
int sniff_feed(std::string_view name, std::string_view head);
int order_feed(std::string_view name, std::string_view head);
/// Errors: those of the byte source, invalid_input (a character set that is not known).
Result<std::unique_ptr<Adapter>> open_feed(AdapterInput input);

}  // namespace talentflow::ingest
