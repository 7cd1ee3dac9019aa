#include <algorithm>

#include "graph/identity/score.hpp"
#include "graph/identity/score_common.hpp"
#include "graph/names/common_names.hpp"
#include "graph/names/transliterate.hpp"

namespace talentflow::graph {
namespace {

/// Points. One post in common at a firm or a lab is enough for a common name, and two facts for a very common
/// one.
constexpr double kPost = 3.0, kSchoolPost = 2.0, kStudy = 1.5, kApart = 1.0, kFurther = 1.5;
constexpr double kSameRole = 0.5, kCountry = 0.5, kCoauthor = 1.5, kNamedTogether = 0.5, kTwoPlaces = -1.5;
constexpr double kNeedCommon = 2.0, kNeedVeryCommon = 4.0, kNeedInitials = 6.0;
constexpr Day kYear = 365, kAtOnceLongest = 2 * kYear;

bool same_organisation(const Tie& one, const Tie& other) {
  if (one.organisation == other.organisation) return true;
  return std::any_of(one.keys.begin(), one.keys.end(), [&](const std::string& key) {
    return std::find(other.keys.begin(), other.keys.end(), key) != other.keys.end();
  });
}

/// Both are dated, and years lie between.
bool far_apart(const Tie& one, const Tie& other) {
  const auto after = [](const Tie& early, const Tie& late) {
    return early.high != kMaxDay && late.low != kMinDay && late.low > early.high + kAtOnceLongest;
  };
  return after(one, other) || after(other, one);
}

double tie_points(const Tie& one, const Tie& other) {
  if (one.study || other.study) return kStudy;
  if (far_apart(one, other)) return kApart;
  double points = one.school || other.school ? kSchoolPost : kPost;
  if (!one.role.empty() && one.role == other.role) points += kSameRole;
  return points;
}

/// Organisations in common, each once: the best in full, further ones less.
void add_ties(const Profile& one, const Profile& other, Judgement& judgement, std::string& agrees) {
  std::vector<std::pair<double, std::string>> shared;
  for (const Tie& tie : one.ties) {
    double best = 0.0;
    Instant known = kAlways;
    for (const Tie& counterpart : other.ties) {
      if (!same_organisation(tie, counterpart)) continue;
      const double points = tie_points(tie, counterpart);
      if (points <= best) continue;
      best = points;
      known = std::max(tie.recorded, counterpart.recorded);
    }
    const bool counted =
        std::any_of(shared.begin(), shared.end(), [&](const auto& item) { return item.second == tie.name; });
    if (best == 0.0 || counted) continue;
    shared.emplace_back(best, tie.name);
    judgement.known = std::max(judgement.known, known);
  }
  std::sort(shared.begin(), shared.end(), [](const auto& a, const auto& b) {
    return a.first != b.first ? a.first > b.first : a.second < b.second;
  });
  for (std::size_t i = 0; i < shared.size(); ++i) {
    judgement.points += i == 0 ? shared[i].first : std::min(shared[i].first, kFurther);
    add_reason(agrees, (i == 0 ? "both at " : "and at ") + shared[i].second);
  }
}

void add_people(const Profile& one, const Profile& other, Judgement& judgement, std::string& agrees) {
  const auto common = [&](const auto& ones, const auto& others) {
    std::size_t count = 0;
    for (const auto& [key, known] : ones)
      if (const auto found = others.find(key); found != others.end()) {
        ++count;
        judgement.known = std::max({judgement.known, known, found->second});
      }
    return count;
  };
  // Two who stand in one document have its people in common for that alone.
  const bool one_document =
      std::any_of(one.documents.begin(), one.documents.end(),
                  [&](EntityNumber document) { return other.documents.contains(document); });
  if (one_document) return;
  const std::size_t coauthors = common(one.colleagues, other.colleagues);
  if (coauthors > 0) {
    judgement.points += kCoauthor * static_cast<double>(std::min<std::size_t>(coauthors, 3));
    add_reason(agrees,
               std::to_string(coauthors) + (coauthors == 1 ? " co-author" : " co-authors") + " in common");
  }
  const std::size_t named = common(one.company, other.company);
  if (named > 0) {
    judgement.points += kNamedTogether * static_cast<double>(std::min<std::size_t>(named, 2));
    add_reason(agrees,
               "named beside the same " + std::to_string(named) + (named == 1 ? " person" : " people"));
  }
}

/// Posts at two organisations, for certain at one time and for years.
bool in_two_places(const Profile& one, const Profile& other) {
  for (const Tie& tie : one.ties)
    for (const Tie& counterpart : other.ties) {
      if (tie.study || counterpart.study || same_organisation(tie, counterpart)) continue;
      const Day low = std::max(tie.low, counterpart.low), high = std::min(tie.high, counterpart.high);
      if (low != kMinDay && high != kMaxDay && tie.low != kMinDay && counterpart.low != kMinDay &&
          tie.high != kMaxDay && counterpart.high != kMaxDay && high - low > kAtOnceLongest)
        return true;
    }
  return false;
}

/// Both are known in Chinese characters, and in no common ones: whoever reads 张伟 and 张炜 alike, they are
/// two.
bool written_otherwise(const Profile& one, const Profile& other) {
  bool both = false;
  for (const std::string& spelling : one.names)
    for (const std::string& counterpart : other.names) {
      if (!has_han(spelling) || !has_han(counterpart)) continue;
      if (person_names_agree(spelling, counterpart) != Agreement::none) return false;
      both = true;
    }
  return both;
}

/// What a name needs beside it. The rarest of the spellings counts: it is the one both use.
double needed_for(const Profile& one, const Profile& other, Agreement name) {
  if (name == Agreement::initials) return kNeedInitials;
  NameFrequency rarest = NameFrequency::very_common;
  for (const std::string& spelling : one.names)
    for (const std::string& counterpart : other.names)
      if (person_names_agree(spelling, counterpart) == name)
        rarest = std::min({rarest, name_frequency(spelling), name_frequency(counterpart)});
  if (rarest == NameFrequency::very_common) return kNeedVeryCommon;
  // Many names have one reading.
  const bool sure = rarest == NameFrequency::rare && name == Agreement::same;
  return sure ? 0.0 : kNeedCommon;
}

}  // namespace

Judgement judge_persons(const Profile& one, const Profile& other) {
  Judgement judgement;
  judgement.name = names_agree(one.names, other.names, true);
  if (judgement.name == Agreement::none || differ_for_certain(one, other) || written_otherwise(one, other))
    return judgement;
  judgement.possible = true;
  judgement.needed = needed_for(one, other, judgement.name);
  judgement.known = std::max(one.known, other.known);
  std::string agrees(agreement_text(judgement.name));
  add_ties(one, other, judgement, agrees);
  add_people(one, other, judgement, agrees);
  const bool country = std::any_of(one.countries.begin(), one.countries.end(),
                                   [&](const std::string& code) { return other.countries.contains(code); });
  if (country) {
    judgement.points += kCountry;
    add_reason(agrees, "the same country");
  }
  if (in_two_places(one, other)) {
    judgement.points += kTwoPlaces;
    add_reason(agrees, "but posts in two places at once");
  }
  judgement.reason = std::move(agrees);
  return judgement;
}

}  // namespace talentflow::graph
