// Whom the sentences of an item 5.02 name: full names, "Mr. X" for a name given elsewhere, "he" and "she".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace talentflow::ingest::edgar {

/// A place in a sentence that names a person.
struct Mention {
  std::size_t begin = 0, end = 0;
  std::string person;  ///< full name, never empty
};

class OfficerPeople {
 public:
  explicit OfficerPeople(std::string_view text);

  /// In the order of the sentence. "He" and "she" are `last`, whom the text before speaks of; left out where
  /// it is empty.
  std::vector<Mention> in(std::string_view sentence, const std::string& last) const;

 private:
  std::string full_name(std::string_view found) const;
  /// Family name -> the full name with it, empty when several people have it.
  std::map<std::string, std::string> full_names_;
};

/// The persons listed around one mention, "A, B and C": of those in `mentions`, the first and the one behind
/// the last.
std::pair<std::size_t, std::size_t> listed_with(const std::vector<Mention>& mentions, std::size_t index,
                                                std::string_view sentence);

}  // namespace talentflow::ingest::edgar
