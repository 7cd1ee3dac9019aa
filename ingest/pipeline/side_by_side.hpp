// A page of prose with the claims found in it, for --dry-run: the sentences on the left, what was made of
// each on the right. Characters that take two columns on a terminal are counted as two.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "schema/record.hpp"

namespace talentflow::ingest {

class SideBySide {
 public:
  /// Keeps a claim with the sentence that it was made of; passes over other records.
  void add(const Record& record);
  bool empty() const { return claims_.empty(); }
  /// The whole page: each sentence with its line number, its claims beside it. `text` is the page as read.
  std::string print(std::string_view text) const;

 private:
  /// Claims by the line of their sentence and its words, in the order found.
  std::map<std::pair<std::uint64_t, std::string>, std::vector<std::string>> claims_;
};

/// Lines of at most `width` columns, broken at blanks and behind wide characters.
std::vector<std::string> wrap_to_width(std::string_view text, std::size_t width);

}  // namespace talentflow::ingest
