// Sentences of a filing, and names of firms in them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace talentflow::ingest::edgar {

struct Sentence {
  std::string_view text;
  std::size_t offset;
  bool begins_line = false;
};

/// Sentences end at a line end, or at a stop before a blank and a capital, but for abbreviations and
/// initials.
std::vector<Sentence> sentences_of(std::string_view text);

/// "Director of Financial Reporting": what stands behind "of" is a field, no firm.
bool is_field(std::string_view name);

/// "Atlas Air Worldwide Holdings, Inc. and" -> without what hangs on at the end.
std::string_view organisation_of(std::string_view found);

}  // namespace talentflow::ingest::edgar
