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

/// An organisation that no table knows and the document names somewhere beyond doubt.
struct OwnOrganisation {
  std::string name;  ///< as written
  std::string kind;
  std::string english;  ///< where a table has it after all, and only the short form is the document's
};

/// What is known of names while one document is read: the lexicon's answers and the names that earlier
/// sentences made sure.
class NameMemory {
 public:
  explicit NameMemory(const Lexicon& lexicon) : lexicon_(lexicon) {}

  /// The kind under which the lexicon has exactly one sort of entity of this name: "Person", "Company", ..;
  /// empty when it has none, or both people and others.
  const std::string& kind_of(const std::string& written);
  bool in_lexicon(const std::string& written) { return !kind_of(written).empty(); }

  /// A form of a name by which the document calls an organisation, and the name that it goes by.
  void add_organisation(std::u32string_view form, const OwnOrganisation& organisation) {
    organisations_.emplace(form, organisation);
  }
  /// The longest such form that begins at a place; nullptr when there is none.
  const std::pair<const std::u32string, OwnOrganisation>* organisation_at(std::u32string_view text,
                                                                          std::size_t at) const;

  void add_person(std::u32string_view name) { people_.emplace(name); }
  bool is_person(std::u32string_view name) const { return people_.contains(std::u32string(name)); }
  const std::set<std::u32string>& people() const { return people_; }

 private:
  const Lexicon& lexicon_;
  std::map<std::string, std::string> kinds_;
  std::set<std::u32string> people_;
  std::map<std::u32string, OwnOrganisation> organisations_;
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
std::optional<NameMatch> foreign_name_at(const Characters& text, std::size_t at, LeftSide left);

/// One without a dot, which only a title before it makes sure: 工程师麦肯齐.
std::optional<NameMatch> titled_foreign_name_at(const Characters& text, std::size_t at);

/// Characters of the surname that begins at `at`: 2 for a compound one, 1, or 0.
std::size_t surname_at(const Characters& text, std::size_t at);

}  // namespace talentflow::ingest::text
