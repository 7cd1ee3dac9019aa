#include "ingest/sources/edgar/officer_people.hpp"

#include <algorithm>
#include <set>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/edgar/officer_patterns.hpp"

namespace talentflow::ingest::edgar {
namespace {

/// Words that stand in titles and firms, hence in no person's name.
bool is_name(std::string_view text) {
  static const std::set<std::string_view> kNot = {
      "Board",        "Directors",   "Director",     "Committee",     "Company",     "Registrant",
      "Corporation",  "Chief",       "Officer",      "Executive",     "Vice",        "President",
      "Inc.",         "Plan",        "Agreement",    "Item",          "Section",     "Mr.",
      "Ms.",          "Mrs.",        "Dr.",          "Chairman",      "Chair",       "Senior",
      "Annual",       "Meeting",     "Stock",        "The",           "On",          "In",
      "As",           "Effective",   "Item.",        "Exchange",      "Form",        "Report",
      "Compensation", "Nominating",  "Governance",   "Financial",     "Operating",   "Shareholders",
      "Stockholders", "Separation",  "Also",         "Upon",          "Mr",          "Class",
      "General",      "Counsel",     "Corp.",        "LLC",           "Bank",        "Group",
      "Holdings",     "Industries",  "Technologies", "Systems",       "Principal",   "Accounting",
      "Human",        "Resources",   "His",          "Her",           "He",          "She",
      "Following",    "Pursuant",    "Former",       "Prior",         "Current",     "January",
      "February",     "March",       "June",         "July",          "August",      "September",
      "October",      "November",    "December",     "Audit",         "Stockholder", "Employment",
      "Awards",       "Award",       "Units",        "Annual",        "Securities",  "Act",
      "Press",        "Release",     "United",       "States",        "New",         "York",
      "University",   "College",     "Corporate",    "Inc",           "Company’s",   "Company's",
      "Professor",    "Head",        "Chairwoman",   "Sales",         "Worldwide",   "Global",
      "Services",     "Business",    "Support",      "Marketing",     "Operations",  "Engineering",
      "Research",     "Development", "Technology",   "Products",      "Product",     "Strategy",
      "Internal",     "Investor",    "Relations",    "International", "Reporting",   "Finance",
      "Treasurer",    "Controller",  "Division",     "Americas",      "Europe",      "Asia"};
  std::string parts(text);
  std::replace(parts.begin(), parts.end(), '-', ' ');
  const auto words = split(parts, ' ');
  return words.size() >= 2 && text.find(' ') != std::string_view::npos &&
         std::none_of(words.begin(), words.end(), [&](std::string_view word) {
           return kNot.contains(word) || word.ends_with("’s") || word.ends_with("'s");
         });
}

/// "Example’s" -> "Example".
std::string_view without_possessive(std::string_view name) {
  for (const std::string_view ending : {"’s", "'s"})
    if (name.ends_with(ending)) name.remove_suffix(ending.size());
  return name;
}

bool is_pronoun(std::string_view word) { return lower(word) == "he" || lower(word) == "she"; }

/// "Mr. Example" -> "Example"; "Dr. Ann Example" -> "Ann Example".
std::string_view without_title(std::string_view found) {
  for (const std::string_view title : {"Mr. ", "Ms. ", "Mrs. ", "Dr. ", "Prof. "})
    if (found.starts_with(title)) return found.substr(title.size());
  return found;
}

}  // namespace

OfficerPeople::OfficerPeople(std::string_view text) {
  re2::StringPiece rest = piece(text), family, found;
  std::set<std::string> families;
  while (re2::RE2::FindAndConsume(&rest, officer_patterns().honorific, &family))
    families.insert(std::string(without_possessive(view(family))));
  rest = piece(text);
  while (re2::RE2::FindAndConsume(&rest, officer_patterns().name, &found)) {
    const std::string name(without_possessive(view(found)));
    if (!is_name(name)) continue;
    const auto words = split(name, ' ');
    for (const auto word : words) {
      const std::string bare(word.ends_with(',') ? word.substr(0, word.size() - 1) : word);
      if (!families.contains(bare) || bare == words[0]) continue;
      const auto [known, added] = full_names_.try_emplace(bare, name);
      // Two people of one family name: "Mr. Example" is neither for certain.
      if (!added && split(known->second, ' ')[0] != words[0]) known->second.clear();
    }
  }
}

std::string OfficerPeople::full_name(std::string_view found) const {
  const auto bare = without_title(found);
  if (bare.find(' ') != std::string_view::npos) return is_name(bare) ? std::string(bare) : std::string();
  const auto known = full_names_.find(std::string(bare));
  return bare == found || known == full_names_.end() ? std::string() : known->second;
}

std::vector<Mention> OfficerPeople::in(std::string_view sentence, const std::string& last) const {
  std::vector<Mention> out;
  re2::StringPiece rest = piece(sentence), found;
  while (re2::RE2::FindAndConsume(&rest, officer_patterns().mention, &found)) {
    const auto text = without_possessive(view(found));
    const auto begin = static_cast<std::size_t>(text.data() - sentence.data());
    std::string person = is_pronoun(text) ? (out.empty() ? last : out.back().person) : full_name(text);
    if (!person.empty()) {
      out.push_back({begin, begin + text.size(), std::move(person)});
    } else if (const auto cut = text.find(' '); cut != std::string_view::npos && !is_pronoun(text)) {
      // "On March Ann Example": the name may begin one word later.
      rest = piece(sentence.substr(begin + cut + 1));
    }
  }
  return out;
}

std::pair<std::size_t, std::size_t> listed_with(const std::vector<Mention>& mentions, std::size_t index,
                                                std::string_view sentence) {
  const auto joined = [&](std::size_t left) {
    auto between = sentence.substr(mentions[left].end, mentions[left + 1].begin - mentions[left].end);
    if (const auto close = between.find(')'); between.starts_with(" (") && close != std::string_view::npos)
      between = between.substr(close + 1);
    std::string words(between);
    std::erase_if(words, [](char c) { return (c >= '0' && c <= '9') || c == ' ' || c == ','; });
    return (words.empty() && !between.empty() && between.find(',') != std::string_view::npos) ||
           words == "and";
  };
  std::size_t first = index, behind = index + 1;
  while (first > 0 && joined(first - 1)) --first;
  while (behind < mentions.size() && joined(behind - 1)) ++behind;
  return {first, behind};
}

}  // namespace talentflow::ingest::edgar
