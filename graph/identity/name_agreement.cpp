#include "graph/identity/name_agreement.hpp"

#include <algorithm>

#include "graph/names/acronyms.hpp"
#include "graph/names/given_names.hpp"
#include "graph/names/normalise.hpp"
#include "graph/names/transliterate.hpp"

namespace talentflow::graph {
namespace {

using Words = std::vector<std::string>;

bool share_key(const std::vector<std::string>& ones, const std::vector<std::string>& others) {
  return std::any_of(ones.begin(), ones.end(), [&](const std::string& key) {
    return std::binary_search(others.begin(), others.end(), key);
  });
}

bool is_initial(const std::string& word) { return word.size() == 1; }

/// An initial stands for any word that begins so.
bool words_fit(const std::string& one, const std::string& other) {
  return one == other || (is_initial(one) && other.starts_with(one)) ||
         (is_initial(other) && one.starts_with(other));
}

/// Given names in front, surname last. Middle names may be missing, not contradict.
bool fit_in_order(const Words& ones, const Words& others) {
  if (ones.size() < 2 || others.size() < 2 || ones.back() != others.back() || is_initial(ones.back()))
    return false;
  const std::size_t both = std::min(ones.size(), others.size()) - 1;
  for (std::size_t i = 0; i < both; ++i)
    if (!words_fit(ones[i], others[i])) return false;
  return true;
}

/// The same surname, and a given name that is short for the other.
bool short_forms(const Words& ones, const Words& others) {
  if (ones.size() != 2 || others.size() != 2 || ones.back() != others.back()) return false;
  const auto forms = other_forms(ones.front());
  return std::find(forms.begin(), forms.end(), others.front()) != forms.end();
}

/// "lin junyang" as "junyang lin".
Words surname_last(Words words) {
  if (words.size() >= 2) std::rotate(words.begin(), words.begin() + 1, words.end());
  return words;
}

/// Middle initials that both give and that are not the same: two people.
bool middles_contradict(const Words& ones, const Words& others) {
  if (ones.size() != 3 || others.size() != 3 || ones.front() != others.front() ||
      ones.back() != others.back())
    return false;
  return !words_fit(ones[1], others[1]);
}

std::string without_blanks(std::string text) {
  for (const std::string_view blank : {" ", "\u3000"})
    for (std::size_t at = text.find(blank); at != std::string::npos; at = text.find(blank))
      text.erase(at, blank.size());
  return text;
}

/// Both in Chinese characters, and not in the same ones: 姚顺雨 and 姚顺宇 are read alike and are two.
bool other_characters(std::string_view one, std::string_view other) {
  const auto plain = [](std::string_view name) { return bracket_of(name).empty() && has_han(name); };
  if (!plain(one) || !plain(other)) return false;
  return without_blanks(to_simplified(one)) != without_blanks(to_simplified(other));
}

std::string_view before_bracket(std::string_view name) {
  const std::string_view inside = bracket_of(name);
  if (inside.empty()) return name;
  return name.substr(0, name.rfind('('));
}

/// A name in Chinese characters whose English form is the other name, or is but for "Group" or a bracket.
Agreement translations_agree(std::string_view one, std::string_view other) {
  if (has_han(one) == has_han(other)) return Agreement::none;
  if (has_han(other)) std::swap(one, other);
  const auto english = english_keys(one);
  const auto among = [&](const std::string& key) {
    return std::binary_search(english.begin(), english.end(), key);
  };
  if (english.empty()) return Agreement::none;
  if (among(whole_key(other)) || among(stem_key(other))) return Agreement::translated;
  if (among(group_key(other))) return Agreement::group;
  return among(stem_key(before_bracket(other))) ? Agreement::bracket : Agreement::none;
}

}  // namespace

std::string_view bracket_of(std::string_view name) {
  while (name.ends_with(' ')) name.remove_suffix(1);
  const std::size_t open = name.rfind('(');
  if (!name.ends_with(')') || open == std::string_view::npos || open == 0) return {};
  return name.substr(open + 1, name.size() - open - 2);
}

Agreement person_names_agree(std::string_view one, std::string_view other) {
  const Words ones = name_words(one, true), others = name_words(other, true);
  if (ones.empty() || others.empty() || middles_contradict(ones, others)) return Agreement::none;
  if (other_characters(one, other)) return Agreement::none;
  if (share_key(name_keys(one, true), name_keys(other, true))) {
    if (weak_name(one, true) || weak_name(other, true)) return Agreement::initials;
    return has_han(one) == has_han(other) ? Agreement::same : Agreement::read;
  }
  const bool some_initial = std::any_of(ones.begin(), ones.end(), is_initial) ||
                            std::any_of(others.begin(), others.end(), is_initial);
  if (short_forms(ones, others)) return Agreement::short_form;
  if (!some_initial)
    return ones.size() != others.size() && fit_in_order(ones, others) ? Agreement::middle : Agreement::none;
  const bool fit = fit_in_order(ones, others) || fit_in_order(surname_last(ones), others) ||
                   fit_in_order(ones, surname_last(others));
  return fit ? Agreement::initials : Agreement::none;
}

Agreement organisation_names_agree(std::string_view one, std::string_view other) {
  const std::string whole = whole_key(one), other_whole = whole_key(other);
  if (whole.empty() || other_whole.empty()) return Agreement::none;
  if (whole == other_whole && has_han(one) == has_han(other)) return Agreement::same;
  if (const Agreement found = translations_agree(one, other); found != Agreement::none) return found;
  if (whole == other_whole) return Agreement::read;
  if (stem_key(one) == stem_key(other)) return Agreement::legal_form;
  if (group_key(one) == group_key(other)) return Agreement::group;
  if (stem_key(before_bracket(one)) == stem_key(before_bracket(other))) {
    // Two brackets that differ are two places of one thing, or two things.
    const bool both = !bracket_of(one).empty() && !bracket_of(other).empty();
    return both ? Agreement::none : Agreement::bracket;
  }
  return is_acronym_of(one, other) || is_acronym_of(other, one) ? Agreement::acronym : Agreement::none;
}

Agreement names_agree(const std::vector<std::string>& ones, const std::vector<std::string>& others,
                      bool persons) {
  Agreement best = Agreement::none;
  for (const std::string& one : ones)
    for (const std::string& other : others)
      best = std::max(best, persons ? person_names_agree(one, other) : organisation_names_agree(one, other));
  return best;
}

std::string_view agreement_text(Agreement agreement) {
  switch (agreement) {
    case Agreement::none:
      return "no name";
    case Agreement::acronym:
      return "an acronym of the name";
    case Agreement::initials:
      return "initials of the name";
    case Agreement::short_form:
      return "the name with a short form of the given name";
    case Agreement::middle:
      return "the name but for a middle name";
    case Agreement::bracket:
      return "the name but for what stands in brackets";
    case Agreement::group:
      return "the name but for 'Group' or 'Holdings'";
    case Agreement::translated:
      return "the name in the other language";
    case Agreement::legal_form:
      return "the name but for its legal form";
    case Agreement::read:
      return "the name as it is read in Latin letters";
    case Agreement::same:
      return "the same name";
  }
  return "";
}

}  // namespace talentflow::graph
