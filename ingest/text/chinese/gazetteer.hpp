// Names that Chinese texts write of well-known organisations, outlets, places and people, and what English
// texts call them. The tables are datasets/vocabulary/chinese_names.csv and known_names.csv, compiled in;
// countries come from datasets/countries.csv. Names that only a store knows are asked of the Lexicon instead.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace talentflow::ingest::text {

struct KnownName {
  std::string kind;     ///< Company, Lab, Team, University, Fund, Outlet, Person, Place
  std::string english;  ///< "Alibaba Group"
};

class Gazetteer {
 public:
  /// The tables compiled in. Lifetime: the program's; safe from any thread.
  static const Gazetteer& standard();

  struct Match {
    std::size_t length = 0;  ///< characters; 0: none
    const KnownName* name = nullptr;
  };
  /// The longest name that begins at the character `at` of Simplified text.
  Match longest(std::u32string_view text, std::size_t at) const;
  /// The name written exactly so, in Latin letters or Simplified characters, without regard to case; nullptr
  /// when unknown.
  const KnownName* find(std::string_view name) const;
  /// Whether the name is known, and of that kind.
  bool knows_as(std::string_view name, std::string_view kind) const;
  /// Names that are ordinary words as well ("理想", in the table "?理想"): known only where nothing but an
  /// organisation can stand.
  const KnownName* find_in_slot(std::u32string_view name) const;

 private:
  Gazetteer();
  void add(const std::string& written, const KnownName& name);
  std::unordered_map<std::u32string, KnownName> names_;
  std::map<char32_t, std::size_t> longest_by_first_;
  std::unordered_map<std::u32string, KnownName> in_slot_;
  std::map<std::string, KnownName> by_text_;
};

}  // namespace talentflow::ingest::text
