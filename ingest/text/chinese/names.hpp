// Names of people in running text, where no blank divides them from the words around.
//
// A name is a surname and one or two characters, so nearly any pair of characters could be one. What makes
// one is where it stands: behind the start of a clause, a title, an organisation or a particle, and before a
// verb, a particle, a title or the end. A word of the dictionary is taken for a name only with a title beside
// it, or when the store knows somebody of that name.
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>

#include "ingest/adapter.hpp"
#include "ingest/text/chinese/characters.hpp"

namespace talentflow::ingest::text {

/// What is known of names while one document is read: the lexicon's answers and the names that earlier
/// sentences made sure.
class NameMemory {
 public:
  explicit NameMemory(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The kind under which the lexicon has exactly one sort of entity of this name: "Person", "Company", ..;
  /// empty when it has none, or both people and others.
  const std::string& kind_of(const std::string& written);
  bool in_lexicon(const std::string& written) { return !kind_of(written).empty(); }

  void add_person(std::u32string_view name) { people_.emplace(name); }
  bool is_person(std::u32string_view name) const { return people_.contains(std::u32string(name)); }
  const std::set<std::u32string>& people() const { return people_; }

 private:
  const Lexicon& lexicon_;
  std::map<std::string, std::string> kinds_;
  std::set<std::u32string> people_;
};

/// What stands left of a place where a name could begin.
/// start: of the clause; boundary: a word of the table or a name of something else; name: a person's.
enum class LeftSide { start, boundary, title, text, name };

struct NameMatch {
  std::size_t end = 0;
  bool sure = false;  ///< has a title beside it or is known; else only its place speaks for it
};

/// The Chinese name that begins at `at`.
std::optional<NameMatch> han_name_at(const Characters& text, std::size_t at, LeftSide left,
                                     NameMemory& memory);
/// A foreign name with a dot between its parts: 萨姆·奥尔特曼.
std::optional<NameMatch> foreign_name_at(const Characters& text, std::size_t at);

/// One without a dot, which only a title before it makes sure: 工程师麦肯齐.
std::optional<NameMatch> titled_foreign_name_at(const Characters& text, std::size_t at);

/// Characters of the surname that begins at `at`: 2 for a compound one, 1, or 0.
std::size_t surname_at(const Characters& text, std::size_t at);

}  // namespace talentflow::ingest::text
