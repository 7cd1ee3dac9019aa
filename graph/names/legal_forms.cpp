#include "graph/names/legal_forms.hpp"

#include <algorithm>
#include <array>

namespace talentflow::graph {
namespace {

using Words = std::vector<std::string>;

std::string join(const Words& words, std::size_t first, std::size_t last) {
  std::string out;
  for (std::size_t i = first; i < last; ++i) out += words[i];
  return out;
}

/// Chinese legal forms, the longest first: 上海某某科技有限公司 is 上海某某科技.
constexpr std::array<std::string_view, 4> kHanLegalForms = {"股份有限公司", "有限责任公司", "有限公司",
                                                            "公司"};

constexpr std::array<std::string_view, 26> kLegalForms = {
    "inc",  "incorporated", "ltd", "limited", "llc", "corp", "corporation", "co", "company",
    "gmbh", "plc",          "sa",  "ag",      "bv",  "nv",   "llp",         "lp", "pbc",
    "pty",  "pte",          "srl", "spa",     "oy",  "ab",   "kk",          "pvt"};

bool is_legal_form(const std::string& word) {
  return std::find(kLegalForms.begin(), kLegalForms.end(), word) != kLegalForms.end();
}

}  // namespace

std::size_t without_legal_forms(const Words& words) {
  std::size_t last = words.size();
  for (bool found = true; found && last > 1;) {
    found = false;
    for (std::size_t length = std::min<std::size_t>(last - 1, 3); length > 0 && !found; --length) {
      const bool letters = std::all_of(words.begin() + static_cast<std::ptrdiff_t>(last - length),
                                       words.begin() + static_cast<std::ptrdiff_t>(last),
                                       [](const std::string& word) { return word.size() == 1; });
      if ((length > 1 && !letters) || !is_legal_form(join(words, last - length, last))) continue;
      last -= length;
      found = true;
    }
  }
  return last;
}

std::size_t without_group_words(const Words& words) {
  constexpr std::array<std::string_view, 3> kGroupWords = {"group", "holding", "holdings"};
  const auto is_group = [&](const std::string& word) {
    return std::find(kGroupWords.begin(), kGroupWords.end(), word) != kGroupWords.end();
  };
  Words left = words;
  left.resize(without_legal_forms(left));
  while (left.size() > 1 && is_group(left.back())) left.pop_back();
  return left.size();
}

std::string_view without_han_legal_form(std::string_view name) {
  for (const std::string_view form : kHanLegalForms)
    if (name.size() > form.size() && name.ends_with(form)) return name.substr(0, name.size() - form.size());
  return name;
}

std::string_view without_han_group_words(std::string_view name) {
  bool found = true;
  while (found) {
    found = false;
    for (const std::string_view word :
         {std::string_view("集团"), std::string_view("控股"), std::string_view("集團")})
      if (name.size() > word.size() && name.ends_with(word)) {
        name.remove_suffix(word.size());
        found = true;
      }
  }
  return name;
}

}  // namespace talentflow::graph
