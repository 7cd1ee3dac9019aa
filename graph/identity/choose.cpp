#include "graph/identity/choose.hpp"

#include <algorithm>

namespace talentflow::graph {
namespace {

constexpr double kLead = 2.0;               ///< points between the winner and the next
constexpr double kNeedWithNamesakes = 2.0;  ///< where several have the name, something must speak for one
constexpr double kNeedIdentified = 3.0;     ///< beside the name, where both have ids of their own
constexpr std::size_t kMostListed = 8;

double link_confidence(const Judgement& judgement) {
  return std::clamp(0.7 + 0.05 * judgement.points, 0.6, 0.97);
}
double candidate_confidence(const Judgement& judgement) {
  const double name = judgement.name >= Agreement::legal_form ? 0.2 : 0.1;
  return std::clamp(name + 0.06 * judgement.points, 0.05, 0.49);
}

/// Of organisations that all fit alike: the one that the others are parts of.
const Profile* whole_of_all(const std::vector<Ranked>& ranked) {
  const auto part_of = [](const Profile& part, const Profile& whole) {
    return std::find(part.wholes.begin(), part.wholes.end(), whole.entity) != part.wholes.end();
  };
  for (const Ranked& one : ranked) {
    const bool all = std::all_of(ranked.begin(), ranked.end(), [&](const Ranked& other) {
      return &one == &other || part_of(*other.candidate, *one.candidate);
    });
    if (all) return one.candidate;
  }
  return nullptr;
}

/// Of an organisation's former and its later record: the one that went by the name when it was used.
const Profile* by_date_of_renaming(const Profile& subject, const std::vector<Ranked>& ranked) {
  if (ranked.size() != 2 || subject.seen_high == kMinDay) return nullptr;
  for (std::size_t i = 0; i < 2; ++i) {
    const Profile &former = *ranked[i].candidate, &later = *ranked[1 - i].candidate;
    for (const Renaming& renaming : former.renamings) {
      if (renaming.successor != later.entity || renaming.day == kMinDay) continue;
      if (subject.seen_high < renaming.day) return &former;
      if (subject.seen_low >= renaming.day) return &later;
    }
  }
  return nullptr;
}

/// Of organisations that fit alike: the only one whose first name it is. The others (a campus, a hospital of
/// it) have the name beside their own.
const Profile* by_first_name(const Profile& subject, const std::vector<Ranked>& ranked) {
  const Profile* found = nullptr;
  for (const Ranked& one : ranked) {
    if (subject.names.empty() || one.candidate->names.empty()) continue;
    const Agreement first = organisation_names_agree(subject.names.front(), one.candidate->names.front());
    if (first != Agreement::same) continue;
    if (found != nullptr || one.judgement.points < ranked.front().judgement.points) return nullptr;
    found = one.candidate;
  }
  return found;
}

std::string ids_of(const std::vector<Ranked>& ranked) {
  std::string out;
  for (const Ranked& one : ranked) out += (out.empty() ? "" : ", ") + one.candidate->id;
  return out;
}

void put_first(std::vector<Ranked>& ranked, const Profile* winner) {
  const auto at =
      std::find_if(ranked.begin(), ranked.end(), [&](const Ranked& one) { return one.candidate == winner; });
  std::rotate(ranked.begin(), at, at + 1);
}

void win(Verdict& verdict, const Profile* winner, const std::string& further) {
  put_first(verdict.ranked, winner);
  verdict.winner = winner;
  Ranked& first = verdict.ranked.front();
  first.confidence = link_confidence(first.judgement);
  verdict.reason = first.judgement.reason + further;
}

/// Why nobody won.
std::string undecided(const Verdict& verdict, double needed) {
  const std::vector<Ranked>& ranked = verdict.ranked;
  const Judgement& best = ranked.front().judgement;
  if (ranked.size() > 1) return "the name fits several: " + ids_of(ranked);
  if (best.points < 0) return best.reason;
  if (best.points == 0 && best.name == Agreement::same)
    return "the name is a common one, and nothing else agrees";
  if (best.points < needed) return best.reason + "; that is not enough for this name";
  return best.reason;
}

}  // namespace

Verdict choose(const Profile& subject, const std::vector<const Profile*>& candidates, bool persons,
               Asked asked) {
  Verdict verdict;
  for (const Profile* candidate : candidates) {
    Judgement judgement =
        persons ? judge_persons(subject, *candidate) : judge_organisations(subject, *candidate);
    if (!judgement.possible) continue;
    const double confidence = candidate_confidence(judgement);
    verdict.ranked.push_back({candidate, std::move(judgement), confidence});
  }
  std::vector<Ranked>& ranked = verdict.ranked;
  if (ranked.empty()) return verdict;
  std::stable_sort(ranked.begin(), ranked.end(), [](const Ranked& a, const Ranked& b) {
    const double left = a.judgement.points - a.judgement.needed;
    const double right = b.judgement.points - b.judgement.needed;
    return left != right ? left > right : a.candidate->entity < b.candidate->entity;
  });
  const Judgement& best = ranked.front().judgement;
  double needed = best.needed;
  if (asked == Asked::identified)
    needed = persons ? std::max(needed, kNeedIdentified)
                     : std::max(needed, needed_of_records(subject, *ranked.front().candidate, best.name));
  if (ranked.size() > 1 && persons) needed = std::max(needed, kNeedWithNamesakes);
  const bool enough = best.points >= needed && best.points >= 0;
  const bool leads =
      ranked.size() == 1 || best.points - ranked[1].judgement.points >= kLead ||
      (!persons && best.name > ranked[1].judgement.name && best.points >= ranked[1].judgement.points);
  if (enough && leads) {
    win(verdict, ranked.front().candidate, "");
  } else if (const Profile* whole = persons || !enough ? nullptr : whole_of_all(ranked)) {
    win(verdict, whole, "; the others are parts of it");
  } else if (const Profile* dated = persons || !enough ? nullptr : by_date_of_renaming(subject, ranked)) {
    win(verdict, dated, "; by the day of the renaming");
  } else if (const Profile* first = persons || !enough ? nullptr : by_first_name(subject, ranked)) {
    win(verdict, first, "; of the others it is not the first name");
  } else {
    verdict.reason = undecided(verdict, needed);
  }
  if (ranked.size() > kMostListed) ranked.resize(kMostListed);
  return verdict;
}

}  // namespace talentflow::graph
