// Claims out of Chinese texts, a line each, for the tests of the rules.
#pragma once

#include <string>

#include "ingest/text/extractor.hpp"
#include "tests/unit/ingest/support.hpp"

namespace talentflow::ingest::text {

inline constexpr auto kWednesday = "2026-03-18";

inline std::string line_of(const TextClaim& claim) {
  std::string line = claim.subject.name + (claim.denied ? " not " : " ") + claim.relation;
  if (claim.object) line += " " + claim.object->name;
  if (!claim.role.empty()) line += " as " + claim.role;
  if (claim.start.known()) line += " from " + to_string(claim.start);
  if (claim.end.known() || claim.end.open()) line += " to " + to_string(claim.end);
  if (claim.amount)
    line += " " + std::to_string(claim.amount->money.low) + " " + claim.amount->money.currency;
  for (const auto& [key, value] : claim.properties) {
    line += " " + key;
    if (const auto* text = value.get_if<std::string>()) line += "=" + *text;
  }
  if (!claim.status.empty()) line += " {" + claim.status + "}";
  if (!claim.cited.empty()) line += " by " + claim.cited;
  return line;
}

/// Every claim of a text published on a Wednesday, a line each.
inline std::string claims(const std::string& text, const Lexicon& lexicon) {
  const Document document(text, *parse_date(kWednesday), lexicon);
  std::string out;
  for (const auto& claim : extract_claims(document)) out += line_of(claim) + "\n";
  return out;
}
inline std::string claims(const std::string& text) { return claims(text, MemoryLexicon{}); }

/// What a text says; `says` takes the beginning of a line of claims().
class Story {
 public:
  explicit Story(const std::string& text) : lines_("\n" + claims(text)) {}
  bool says(const std::string& line) const { return lines_.find("\n" + line) != std::string::npos; }
  bool mentions(const std::string& word) const { return lines_.find(word) != std::string::npos; }
  const std::string& lines() const { return lines_; }

 private:
  std::string lines_;
};

}  // namespace talentflow::ingest::text
