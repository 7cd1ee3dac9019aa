// Who came and who went, in the sentences of an item 5.02: their language is fixed enough for patterns.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest::edgar {

struct OfficerStatement {
  std::string_view rule;     ///< "resigned", "appointed", "biography"
  std::string person;        ///< full name
  std::string relation;      ///< LEFT, WORKS_AT, BOARD_MEMBER_OF
  std::string organisation;  ///< empty: the company that files
  std::string role;
  std::string start, end;  ///< EDTF
  bool planned = false;    ///< the filing says that it will happen
  std::string sentence;    ///< as the filing has it
  std::size_t offset = 0;  ///< of the sentence in the text
};

/// Statements in the order of the sentences; one said twice is given once. Nothing is guessed: a sentence
/// that fits no pattern, or a "Mr. X" whose full name the text never gives, says nothing. Thread-safe.
std::vector<OfficerStatement> officer_statements(std::string_view text);

}  // namespace talentflow::ingest::edgar
