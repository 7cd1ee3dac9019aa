// The day a page speaks of, when nothing else dates it.
#pragma once

#include <string_view>

#include "schema/edtf.hpp"

namespace talentflow::ingest::text {

/// The latest full date in the prose (addresses left out): pages of news speak of the news of their day.
/// Unknown when no full date stands there.
Date latest_day(std::string_view prose);

/// The text with the lines that sell the page blanked out (offsets stay): disclaimers, sign-in prompts,
/// addresses.
std::string without_boilerplate(std::string_view text);

}  // namespace talentflow::ingest::text
