// What a clause leaves behind for the next ones: who is spoken of, whom "他" and "该公司" mean, and which
// organisation people are leaving.
#include <algorithm>

#include "ingest/text/chinese/engine.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr Day kYear = 366;

/// Clauses about investors speak of the one that raised the money, not of them.
bool about_backers(const std::vector<Part>& parts) {
  return std::any_of(parts.begin(), parts.end(), [](const Part& part) {
    return part.is(Word::lead_round) || part.is(Word::follow_round) || part.is(Word::backers);
  });
}

/// "清华大学博士", "前谷歌研究员" as a clause: an apposition, which changes no subject.
bool only_describes_person(const std::vector<Part>& parts) {
  const bool ends = parts.back().is(Word::degree) || parts.back().is(Word::role);
  return ends && std::none_of(parts.begin(), parts.end(), is_event);
}

/// "负责研究的张三", "加入的还有张三": the name behind a relative clause or a list is who is spoken of.
bool opens_subject(const Part& part) {
  return part.is(Word::of) || part.is(Word::including) || part.plain == U"还有";
}

bool of_person(const std::vector<Part>& parts, std::size_t at) {
  return at + 1 < parts.size() &&
         (parts[at + 1].is(Word::of) || parts[at + 1].is(Word::unit) || parts[at + 1].is(Word::owned));
}

bool of_job(const std::vector<Part>& parts, std::size_t at) {
  return at + 1 < parts.size() && (parts[at + 1].is(Word::role) || parts[at + 1].is(Word::of) ||
                                   parts[at + 1].is(Word::former) || parts[at + 1].is(Word::owned));
}

/// "聘请前谷歌的张三": the name behind such a verb stays its object.
bool takes_people(const Part& part) {
  return part.is(Word::appoint) || part.is(Word::hire) || part.is(Word::poach) || part.is(Word::invite) ||
         part.is(Word::mentor) || part.is(Word::attract) || part.is(Word::acquire);
}

}  // namespace

std::vector<Actor> ChineseEngine::remember_people() {
  const auto& all = parts();
  std::vector<Actor> people;
  bool subject = true;  ///< still before the first verb
  bool taken = false;   ///< behind a verb that takes people
  bool new_topic = false;
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_event(all[i]) || all[i].is(Word::report)) subject = false;
    if (takes_people(all[i])) taken = true;
    if (opens_subject(all[i]) && !taken) subject = true;
    if (all[i].is(Word::say) && !people.empty()) speaker_ = people.front();
    if (all[i].kind != Part::Kind::person) continue;
    const auto actor = person(all[i]);
    people.push_back(*actor);
    last_mentioned_ = actor;
    // "张三1976年与李四创立": whom somebody does it with is not spoken of further
    const bool companion = i > 1 && all[i - 1].is(Word::conjunction) && new_topic && is_filler(all[i - 2]);
    const bool object = i > 0 && (hands_over(all[i - 1]) || !subject || companion);
    if (object || of_person(all, i)) continue;
    if (!new_topic) topic_.clear();
    topic_.push_back(*actor);
    new_topic = true;
  }
  const bool by_agent =
      !new_topic && std::any_of(all.begin(), all.end(), [](const Part& part) { return part.plain == U"由"; });
  const bool appointed = !new_topic && std::any_of(all.begin(), all.end(), [](const Part& part) {
    return part.is(Word::appoint) || part.is(Word::hire) || part.is(Word::poach);
  });
  if (!people.empty() && !clause().aside && (new_topic || by_agent || appointed || !last_person_))
    last_person_ = new_topic ? topic_.front() : people.front();
  return people;
}

void ChineseEngine::remember_organisations(bool people) {
  const auto& all = parts();
  bool subject = true;
  const bool backers = about_backers(all) || only_describes_person(all);
  for (std::size_t i = 0; i < all.size(); ++i) {
    if (is_event(all[i]) || all[i].is(Word::report)) subject = false;
    if (all[i].kind == Part::Kind::person) people = true;
    if (all[i].kind != Part::Kind::organisation || all[i].entity_kind == "Outlet" || all[i].name == cited_)
      continue;
    if (!about_backers(all)) last_named_ = organisation(all[i]);
    const bool opens =
        subject && !of_job(all, i) && !people && !backers && !(i > 0 && hands_over(all[i - 1]));
    if (opens) {
      topic_organisation_ = organisation(all[i]);
      last_organisation_ = topic_organisation_;
      topic_.clear();
    } else if (!subject || !last_organisation_) {
      last_organisation_ = organisation(all[i]);
    }
  }
}

/// What the claims of the clause say: where somebody went is the organisation spoken of last, where people
/// leave is where others leave as well.
void ChineseEngine::remember_claims() {
  for (std::size_t i = told_; i < out_.size(); ++i) {
    const TextClaim& claim = out_[i];
    const bool moves = claim.relation == "JOINED" || claim.relation == "FOUNDED" ||
                       claim.relation == "LEFT" || claim.rule == "zh-took-post" ||
                       claim.rule == "zh-appointed";
    if (moves && claim.object) last_organisation_ = claim.object;
    if (claim.rule == "zh-founded-passive") topic_organisation_ = claim.object;
    if (claim.rule == "zh-founder-of" && !topic_organisation_) topic_organisation_ = claim.object;
    if (claim.relation == "RAISED") last_organisation_ = topic_organisation_ = claim.subject;
    const bool lately = !claim.start.known() || !published().known() ||
                        last_day(claim.start) + kYear > first_day(published());
    if (claim.relation == "LEFT" && !claim.denied && claim.object && lately) losing_ = claim.object;
    if (claim.relation == "JOINED" && claim.object && !claim.denied && topic_.empty())
      topic_ = {claim.subject};
  }
}

bool ChineseEngine::is_about(const Actor& organisation) const {
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    return (claim.relation == "RAISED" && claim.subject.name == organisation.name) ||
           ((claim.relation == "FOUNDED" || claim.rule == "zh-appointed" || claim.rule == "zh-hired") &&
            claim.object && claim.object->name == organisation.name);
  });
}

bool ChineseEngine::just_arrived(const Actor& person, const Actor& employer, const Part* date) const {
  if (date != nullptr && !date->recent) return false;
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    if (claim.relation != "JOINED" || claim.sentence == index_ || claim.denied || !claim.object ||
        claim.subject.name != person.name || claim.object->name != employer.name)
      return false;
    return !claim.start.known() || !published().known() ||
           last_day(claim.start) + kYear > first_day(published());
  });
}

/// After a clause: whom "他" and "该公司" mean, and who does what the next clause says.
void ChineseEngine::remember_subjects() {
  const bool aside = clause().aside;
  if (!aside) remember_organisations(false);
  const auto people = remember_people();
  if (aside) return;
  if (!people.empty() && topic_.size() >= 2) last_people_ = topic_;
  remember_claims();
}

}  // namespace talentflow::ingest::text
