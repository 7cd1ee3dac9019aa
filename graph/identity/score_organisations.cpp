#include <algorithm>

#include "graph/identity/score.hpp"
#include "graph/identity/score_common.hpp"
#include "graph/names/normalise.hpp"
#include "graph/names/transliterate.hpp"
#include "schema/country.hpp"

namespace talentflow::graph {
namespace {

constexpr double kSameWebsite = 2.0, kSameCity = 1.0, kOtherCity = -0.5;
constexpr double kSameCountry = 1.0, kOtherCountry = -4.0, kPeople = 1.5, kWhole = 1.0, kOtherKind = -3.0;

double needed_for(Agreement name) {
  switch (name) {
    case Agreement::same:
    case Agreement::legal_form:
    case Agreement::translated:
      return 0.0;
    case Agreement::bracket:
    case Agreement::group:
    case Agreement::read:
      return 1.0;
    default:
      return 2.5;  // an acronym: country and people, or people and a whole in common
  }
}

/// A university is no firm. Lab, Team and Org say little.
bool kinds_differ(const Profile& one, const Profile& other) {
  const auto plain = [](const std::string& kind) {
    return kind == "University" || kind == "Company" || kind == "Government" || kind == "Fund";
  };
  if (!plain(one.kind) || !plain(other.kind) || one.kind == other.kind) return false;
  return one.kind == "University" || other.kind == "University";
}

/// The country in a bracket at the end of a name, if it is one.
std::string bracket_country(const Profile& profile) {
  for (const std::string& name : profile.names)
    if (const Country* country = find_country(bracket_of(name))) return country->alpha2;
  return {};
}

bool share(const std::set<std::string>& ones, const std::set<std::string>& others) {
  return std::any_of(ones.begin(), ones.end(), [&](const std::string& one) { return others.contains(one); });
}

void add_country(const Profile& one, const Profile& other, Judgement& judgement, std::string& agrees) {
  auto ones = one.countries, others = other.countries;
  if (const auto code = bracket_country(one); !code.empty()) ones.insert(code);
  if (const auto code = bracket_country(other); !code.empty()) others.insert(code);
  if (ones.empty() || others.empty()) return;
  if (share(ones, others)) {
    judgement.points += kSameCountry;
    add_reason(agrees, "the same country");
  } else {
    judgement.points += kOtherCountry;
    add_reason(agrees, "but another country");
  }
}

/// The same pages, the same place.
void add_seat(const Profile& one, const Profile& other, Judgement& judgement, std::string& agrees) {
  if (share(one.hosts, other.hosts)) {
    judgement.points += kSameWebsite;
    add_reason(agrees, "the same website");
  }
  if (one.cities.empty() || other.cities.empty()) return;
  const bool same = share(one.cities, other.cities);
  judgement.points += same ? kSameCity : kOtherCity;
  add_reason(agrees, same ? "the same city" : "but another city");
}

/// How much a name tells: its words without the legal form, of Chinese characters each pair of them.
std::size_t words_of(const std::string& name) {
  if (!has_han(name)) return name_words(name, false).size();
  std::size_t characters = 0;
  for (const char c : to_simplified(name))
    characters += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1 : 0;
  return characters / 2;
}

/// What stands in a bracket is a country (a record per country), an acronym or the name again, or a part: a
/// campus, a school.
bool bracket_says_nothing(const Profile& profile) {
  return std::all_of(profile.names.begin(), profile.names.end(), [](const std::string& name) {
    const std::string_view inside = bracket_of(name);
    if (inside.empty() || find_country(inside) != nullptr) return true;
    const std::string_view outside = name.substr(0, name.rfind('('));
    return has_han(inside) != has_han(outside) ||
           organisation_names_agree(inside, outside) >= Agreement::acronym;
  });
}

}  // namespace

Judgement judge_organisations(const Profile& one, const Profile& other) {
  Judgement judgement;
  judgement.name = names_agree(one.names, other.names, false);
  if (judgement.name == Agreement::none || differ_for_certain(one, other)) return judgement;
  judgement.possible = true;
  judgement.known = std::max(one.known, other.known);
  judgement.needed = needed_for(judgement.name);
  if (judgement.name == Agreement::bracket && bracket_says_nothing(one) && bracket_says_nothing(other))
    judgement.needed = 0.0;
  std::string agrees(agreement_text(judgement.name));
  add_country(one, other, judgement, agrees);
  add_seat(one, other, judgement, agrees);
  std::size_t people = 0;
  for (const auto& [key, known] : one.company)
    if (const auto found = other.company.find(key); found != other.company.end()) {
      ++people;
      judgement.known = std::max({judgement.known, known, found->second});
    }
  if (people > 0) {
    judgement.points += kPeople * static_cast<double>(std::min<std::size_t>(people, 2));
    add_reason(agrees, std::to_string(people) + (people == 1 ? " person" : " people") + " in common");
  }
  const bool whole = std::any_of(one.wholes.begin(), one.wholes.end(), [&](EntityNumber owner) {
    return std::find(other.wholes.begin(), other.wholes.end(), owner) != other.wholes.end();
  });
  if (whole) {
    judgement.points += kWhole;
    add_reason(agrees, "parts of one whole");
  }
  if (kinds_differ(one, other)) {
    judgement.points += kOtherKind;
    add_reason(agrees, "but of another kind");
  }
  judgement.reason = std::move(agrees);
  return judgement;
}

double needed_of_records(const Profile& one, const Profile& other, Agreement name) {
  constexpr double kPlain = 1.0, kFewWords = 2.0, kOtherForm = 3.0, kNever = 100.0;
  constexpr std::size_t kTelling = 3;
  if (name == Agreement::acronym) return kNever;
  if (name != Agreement::same && name != Agreement::legal_form && name != Agreement::translated)
    return kOtherForm;
  if (one.kind == "University" && other.kind == "University") return kPlain;
  std::size_t words = 0;
  for (const std::string& spelling : one.names)
    for (const std::string& counterpart : other.names)
      if (organisation_names_agree(spelling, counterpart) == name)
        words = std::max(words, std::min(words_of(spelling), words_of(counterpart)));
  return words >= kTelling ? kPlain : kFewWords;
}

bool differ_for_certain(const Profile& one, const Profile& other) {
  const auto listed = [](const std::vector<EntityNumber>& numbers, EntityNumber number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
  };
  if (listed(one.different, other.entity) || listed(other.different, one.entity)) return true;
  return std::any_of(one.external_ids.begin(), one.external_ids.end(), [&](const auto& id) {
    const auto found = other.external_ids.find(id.first);
    return found != other.external_ids.end() && found->second != id.second;
  });
}

void add_reason(std::string& reasons, std::string_view reason) {
  if (!reasons.empty()) reasons += ", ";
  reasons += reason;
}

}  // namespace talentflow::graph
