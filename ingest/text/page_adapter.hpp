// Adapters of pages that are read whole: the text in, its records out, one by one.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/adapter.hpp"

namespace talentflow::ingest::text {

/// A page of prose is no larger than this; books are not pages.
inline constexpr std::size_t kLargestPage = 8 << 20;

/// What a kind of page makes of its text.
using ReadPage = std::vector<Record> (*)(const std::string& text, const std::string& name,
                                         const Lexicon& lexicon);

/// Reads the whole input, checks that it is UTF-8, and gives the records that `read` makes of it.
/// Errors: those of the byte source, invalid_input (not UTF-8, with the line), budget (too large).
Result<std::unique_ptr<Adapter>> open_page(AdapterInput input, ReadPage read);

/// Whether a line of the text, trimmed and without regard to case, is exactly this heading.
bool has_heading(std::string_view text, std::string_view heading);

}  // namespace talentflow::ingest::text
