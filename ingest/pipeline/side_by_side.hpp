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
  bool empty() const { return told_.empty(); }
  /// Each sentence of the page with its line number, its claims beside it. `text` is the input as read; where
  /// the sentences do not stand in it word for word (HTML, feeds), only those with claims are shown.
  std::string print(std::string_view text) const;

 private:
  struct Told {
    std::uint64_t line = 0;
    std::string sentence;
    std::vector<std::string> claims;
  };
  std::vector<Told> told_;  ///< in the order found
  std::map<std::pair<std::uint64_t, std::string>, std::size_t> places_;
};

/// Lines of at most `width` columns, broken at blanks and behind wide characters.
std::vector<std::string> wrap_to_width(std::string_view text, std::size_t width);

}  // namespace talentflow::ingest
