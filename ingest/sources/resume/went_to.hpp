// Where people went, as tables tell it: "Other Lab", "CEO at Other Lab", "Founded Other AI", "Retired".
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest {

struct Destination {
  std::string organisation;
  std::string role;
  std::string note;      ///< what stands in brackets behind the name
  bool founded = false;  ///< the text says that it was founded, not joined
};

/// One or several; none where the text names no organisation.
std::vector<Destination> destinations_of(std::string_view text);

/// "Institute (Paris)" -> "Institute", and "Paris".
std::string without_brackets(std::string_view text, std::string& inside);

/// A cell that says that there is nothing to say: "-", "n/a", "unknown".
bool says_nothing(std::string_view text);

/// "Notable departures from Example Lab" -> "Example Lab"; "" where the heading names no organisation.
std::string organisation_of_heading(std::string_view heading);

}  // namespace talentflow::ingest
