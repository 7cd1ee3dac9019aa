// News, announcements, personal pages: HTML as a browser saves it.
#pragma once

#include <memory>
#include <string_view>

#include "ingest/adapter.hpp"

namespace talentflow::ingest {

inline constexpr std::uint32_t kHtmlNewsVersion = 1;

/// 70 when the text begins as HTML does.
int sniff_html_news(std::string_view name, std::string_view head);
int order_html_news(std::string_view name, std::string_view head);
/// Errors: those of the byte source, budget (a page of more than text::kLargestPage), invalid_input (a
/// character set that is not known).
Result<std::unique_ptr<Adapter>> open_html_news(AdapterInput input);

}  // namespace talentflow::ingest
