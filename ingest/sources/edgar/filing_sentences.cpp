#include "ingest/sources/edgar/filing_sentences.hpp"

#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest::edgar {
namespace {

bool abbreviation(std::string_view before) {
  static constexpr std::array<std::string_view, 17> kWords = {"Mr", "Ms",  "Mrs",  "Dr",   "Prof",  "Jr",
                                                              "Sr", "Inc", "Corp", "Co",   "Ltd",   "No",
                                                              "St", "L.P", "U.S",  "Ph.D", "Messrs"};
  const auto cut = before.find_last_of(" \n(“\"");
  const auto word = before.substr(cut == std::string_view::npos ? 0 : cut + 1);
  return word.size() == 1 || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

}  // namespace

std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> out;
  std::size_t begin = 0;
  bool line = true;
  const auto give = [&](std::size_t end) {
    const auto whole = text.substr(begin, end - begin);
    const auto kept = trimmed(whole);
    if (!kept.empty())
      out.push_back({kept, begin + static_cast<std::size_t>(kept.data() - whole.data()), line});
    begin = end;
    line = end > 0 && text[end - 1] == '\n';
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n')
      give(i + 1);
    else if (text[i] == '.' && i + 2 < text.size() && text[i + 1] == ' ' &&
             !(text[i + 2] >= 'a' && text[i + 2] <= 'z') && !abbreviation(text.substr(begin, i - begin)))
      give(i + 1);
  }
  give(text.size());
  return out;
}

bool is_field(std::string_view name) {
  static constexpr std::array<std::string_view, 32> kFields = {
      "Reporting",      "Finance",     "Sales",      "Marketing",     "Operations", "Engineering",
      "Research",       "Development", "Technology", "Products",      "Product",    "Strategy",
      "Accounting",     "Audit",       "Tax",        "Treasury",      "Planning",   "Relations",
      "Resources",      "Affairs",     "Security",   "Manufacturing", "Design",     "Science",
      "Software",       "Hardware",    "Legal",      "Compliance",    "Analytics",  "Infrastructure",
      "Communications", "Engagement"};
  const auto word = name.substr(name.rfind(' ') + 1);
  return std::find(kFields.begin(), kFields.end(), word) != kFields.end();
}

std::string_view organisation_of(std::string_view found) {
  for (bool changed = true; changed;) {
    changed = false;
    for (const std::string_view ending : {" and", " of", " the", " &", ",", "’s", "'s"})
      if (found.ends_with(ending)) {
        found.remove_suffix(ending.size());
        changed = true;
      }
  }
  // The end of the sentence, unless it ends an abbreviation.
  const auto word = found.substr(found.rfind(' ') + 1);
  const bool abbreviated = word.size() <= 5 || word.find('.') + 1 != word.size();
  if (found.ends_with('.') && !abbreviated) found.remove_suffix(1);
  return found;
}

}  // namespace talentflow::ingest::edgar
