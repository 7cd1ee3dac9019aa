// Words by which a press frame says who gains and who loses. The table is datasets/vocabulary/frames.csv,
// compiled in.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace talentflow {

enum class FrameMeaning : std::uint8_t {
  loss,       ///< "lose", "exodus": whose it is stands before, or behind "for", "of"; who gains behind "to"
  gain,       ///< "attract": who gains stands before
  arrival,    ///< "flow", "return": who gains stands behind, after "to" where there is one
  to,         ///< in front of who gains
  of,         ///< in front of whose loss it is
  negation,   ///< "not": what follows says nothing about the direction
  elsewhere,  ///< "overseas": the side that is everywhere else
  teller,     ///< "outlets": the name before it tells, and neither gains nor loses
  people,     ///< "Chinese": the country
};

struct FrameWord {
  std::string word;  ///< lower case; Chinese words stand inside their sentence without spaces
  FrameMeaning meaning = FrameMeaning::loss;
  std::string country;  ///< of people, alpha-2
};

/// In the table's order. Lifetime: the program's; safe from any thread.
const std::vector<FrameWord>& frame_words();

}  // namespace talentflow
