#include "ingest/text/conclusions.hpp"

#include <algorithm>
#include <map>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/clauses.hpp"
#include "ingest/text/homes.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::string_view kAcademic[] = {"professor", "provost", "dean", "lecturer", "fellow", "rector"};

bool is_planned(const TextClaim& claim) { return find_property(claim.properties, "planned") != nullptr; }

bool same_person(const TextClaim& a, const TextClaim& b) { return a.subject.name == b.subject.name; }

/// "Google" and "Google DeepMind": going from one to the other is no move.
bool related(const std::string& a, const std::string& b) {
  return a == b || a.starts_with(b + " ") || b.starts_with(a + " ");
}

/// Chairs are often kept beside another post.
bool is_academic(const std::string& role) {
  const std::string lower = ascii_lower(role);
  return std::any_of(std::begin(kAcademic), std::end(kAcademic),
                     [&](std::string_view word) { return lower.find(word) != std::string::npos; });
}

bool is_open_job(const TextClaim& claim) {
  return claim.relation == "WORKS_AT" && claim.end.open() && !claim.denied && claim.object &&
         !is_planned(claim);
}

/// Whether the text has the person at the organisation in any other way.
bool was_there_before(const std::vector<TextClaim>& claims, const TextClaim& post) {
  return std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
    return &other != &post && same_person(other, post) && other.object &&
           related(other.object->name, post.object->name) && !other.denied;
  });
}

bool was_elsewhere(const std::vector<TextClaim>& claims, const TextClaim& post) {
  return std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
    return same_person(other, post) && other.object && !other.denied &&
           !related(other.object->name, post.object->name) &&
           one_of("WORKS_AT|LEFT|FOUNDED", other.relation) && other.object->kind != "University";
  });
}

/// "Acme named Ann, formerly of Blue, its finance chief": she came to Acme by it.
void join_by_appointment(std::vector<TextClaim>& claims) {
  std::vector<TextClaim> added;
  for (TextClaim& post : claims) {
    const bool appointed =
        post.relation == "WORKS_AT" && !post.denied && post.object && !post.end.known() &&
        one_of("named|appointed|became|chose|selected|took-over-as|succeeded-by|appointment-noun", post.rule);
    const bool meanwhile =
        post.role.find("nterim") != std::string::npos || post.role.find("cting") != std::string::npos;
    if (!appointed || meanwhile || !was_elsewhere(claims, post) || was_there_before(claims, post)) continue;
    if (is_planned(post)) {  // no post yet
      post.relation = "JOINED";
      continue;
    }
    TextClaim joined = post;
    joined.rule = "joined-by-appointment";
    joined.relation = "JOINED";
    joined.properties.emplace_back("inferred", Value(true));
    added.push_back(std::move(joined));
  }
  for (TextClaim& claim : added) claims.push_back(std::move(claim));
}

/// Whether what the text tells is news, and not the past of somebody.
bool is_recent(const TextClaim& joined, const Date& published) {
  if (is_planned(joined)) return true;
  if (!joined.start.known() || !published.known()) return false;
  constexpr int kDaysOfNews = 300;
  return first_day(joined.start) > last_day(published) - kDaysOfNews;
}

/// "Ann, chief scientist of Acme, said .. She is joining Blue": she leaves Acme, though nobody says so.
void leave_by_joining(std::vector<TextClaim>& claims, const Document& document) {
  const Date& published = document.published();
  const auto is_item = [&](const TextClaim& claim) {  // items of a list have nothing to do with each other
    return document.sentences()[claim.sentence].item_date.known();
  };
  const std::size_t count = claims.size();
  for (std::size_t i = 0; i < count; ++i) {
    const TextClaim joined = claims[i];
    if (joined.relation != "JOINED" || joined.denied || !joined.object || !is_recent(joined, published))
      continue;
    for (std::size_t k = 0; k < count; ++k) {
      const TextClaim& job = claims[k];
      if (one_of("appointed|named|chose|selected", job.rule))
        continue;  // the new post, of a part of the house
      if (!is_open_job(job) || is_academic(job.role) || !same_person(job, joined) ||
          related(job.object->name, joined.object->name) || job.object->kind == "University" ||
          job.sentence > joined.sentence || (is_item(joined) && job.sentence != joined.sentence))
        continue;  // a job told of afterwards goes on beside the new one
      const bool told = std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
        return same_person(other, job) && other.object && related(other.object->name, job.object->name) &&
               one_of("LEFT|JOINED", other.relation);
      });
      if (told) continue;
      TextClaim left = joined;
      left.rule = "left-by-joining";
      left.relation = "LEFT";
      left.object = job.object;
      left.role = job.role;
      left.properties.emplace_back("inferred", Value(true));
      claims.push_back(std::move(left));
      break;
    }
  }
}

/// "A's founders, Ann and Bob, are on their way to B": they leave what they founded, where the text is about
/// it or the sentence names it, and nothing else has them stay or go.
void leave_what_they_founded(std::vector<TextClaim>& claims, const Document& document) {
  const std::size_t count = claims.size();
  for (std::size_t i = 0; i < count; ++i) {
    const TextClaim joined = claims[i];
    if (joined.relation != "JOINED" || joined.denied || !joined.object ||
        document.sentences()[joined.sentence].chinese || !is_recent(joined, document.published()))
      continue;
    for (std::size_t k = 0; k < count; ++k) {
      const TextClaim founded = claims[k];
      if (founded.relation != "FOUNDED" || founded.denied || !founded.object || founded.object->described ||
          !same_person(founded, joined) || founded.sentence != joined.sentence || is_planned(founded) ||
          related(founded.object->name, joined.object->name))
        continue;
      const bool told = std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
        return same_person(other, founded) && other.object && &other != &founded &&
               related(other.object->name, founded.object->name) && other.relation != "FOUNDED";
      });
      const bool later =
          founded.start.known() && joined.start.known() && first_day(founded.start) > last_day(joined.start);
      // what was bought goes with them, and what is named once may be long past
      const bool bought = std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
        return one_of("ACQUIRED|PART_OF", other.relation) && other.object &&
               (other.object->name == founded.object->name || other.subject.name == founded.object->name);
      });
      const bool about = founded.object->name == document.main_organisation();
      const bool past = founded.rule == "founder-of" && !about;
      // "helped to found OpenAI in 2015 and spent six years at Google after that": no longer there
      const bool elsewhere = std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
        return other.relation == "WORKS_AT" && same_person(other, founded) && !other.denied && other.object &&
               other.sentence == joined.sentence && !related(other.object->name, founded.object->name) &&
               !related(other.object->name, joined.object->name);
      });
      if (told || later || bought || past || elsewhere || document.mentions_of(founded.object->name) < 2)
        continue;
      TextClaim left = joined;
      left.rule = "left-what-was-founded";
      left.relation = "LEFT";
      left.object = founded.object;
      left.role.clear();
      left.properties.emplace_back("inferred", Value(true));
      claims.push_back(std::move(left));
    }
  }
}

/// "gave up the post of chief executive. He is not leaving the company": the post is over, not the job.
void keep_who_stays(std::vector<TextClaim>& claims) {
  for (TextClaim& left : claims) {
    if (left.relation != "LEFT" || left.denied || !left.object ||
        !one_of("gave-up-post|stepped-down|stepped-aside|bowed-out|resigned|ceased|resignation-as",
                left.rule))
      continue;
    const bool stays = std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
      // "gives up his role and will chair its advisory board instead"
      const bool seat = left.role != "director" && other.relation == "BOARD_MEMBER_OF" && !other.denied &&
                        other.sentence == left.sentence && other.begin > left.begin;
      const bool kept = seat || (other.relation == "LEFT" && other.denied) ||
                        (other.relation == "ADVISES" && !other.denied);
      return kept && same_person(other, left) && other.object &&
             related(other.object->name, left.object->name);
    });
    if (!stays) continue;
    if (left.role.empty()) left.role = "former post";
    left.relation = "WORKS_AT";
    left.rule = "stepped-back";
    left.end = left.start;
    left.start = Date();
  }
}

/// Relations whose subject is a person and whose object is a house.
bool is_personal(const TextClaim& claim) {
  return one_of("JOINED|LEFT|WORKS_AT|LEADS|FOUNDED|STUDIED_AT|BOARD_MEMBER_OF|ADVISES", claim.relation);
}

bool is_known(const std::string& name) { return Gazetteer::standard().find(name) != nullptr; }

/// "Institute", "Labs": the last word of no person's name.
bool ends_like_a_house(const std::string& name) {
  const auto blank = name.rfind(' ');
  if (blank == std::string::npos) return false;
  const std::string last = ascii_lower(name.substr(blank + 1));
  return one_of(
      "institute|university|labs|school|science|sciences|technologies|capital|ventures|inc|corporation|"
      "superintelligence|committee|department",
      last);
}

/// One name is of a person or of a house: nobody works at who works somewhere, and no school does.
void part_people_from_houses(std::vector<TextClaim>& claims) {
  std::map<std::string, int> persons, houses;
  for (const TextClaim& claim : claims) {
    if (is_personal(claim)) ++persons[claim.subject.name];
    if (is_personal(claim) && claim.object) ++houses[claim.object->name];
    if (one_of("RAISED|ACQUIRED|PART_OF|LOCATED_IN", claim.relation)) houses[claim.subject.name] += 2;
    if (claim.relation == "INVESTED_IN" && claim.object) houses[claim.object->name] += 2;
  }
  std::erase_if(claims, [&](const TextClaim& claim) {
    if (!is_personal(claim) || !claim.object) return false;
    const std::string& house = claim.object->name;
    const bool person_as_house = !is_known(house) && house.find(' ') != std::string::npos &&
                                 persons[house] > 0 && persons[house] >= houses[house];
    return person_as_house || ends_like_a_house(claim.subject.name);
  });
}

/// "Compute Taskforce", "Senate Committee": who chairs one sits on no board.
bool is_public_body(const std::string& name) {
  const auto blank = name.rfind(' ');
  return one_of("taskforce|force|council|committee|commission|panel|forum|agency|authority|senate|party",
                ascii_lower(name.substr(blank == std::string::npos ? 0 : blank + 1)));
}

/// "Ann is chairman of Acme": who chairs a firm sits on its board.
void sit_by_chairing(std::vector<TextClaim>& claims) {
  std::vector<TextClaim> added;
  for (const TextClaim& post : claims) {
    const std::string role = ascii_lower(post.role);
    const bool chairs = post.relation == "WORKS_AT" && !post.denied && post.object &&
                        post.object->kind != "University" && !is_public_body(post.object->name) &&
                        one_of(
                            "chairman|chairwoman|chair|chairperson|executive chairman|executive chair|"
                            "non-executive chairman",
                            role);
    const bool told = std::any_of(claims.begin(), claims.end(), [&](const TextClaim& other) {
      return other.relation == "BOARD_MEMBER_OF" && same_person(other, post);
    });
    if (!chairs || told) continue;
    TextClaim seat = post;
    seat.rule = "sits-by-chairing";
    seat.relation = "BOARD_MEMBER_OF";
    seat.properties.emplace_back("inferred", Value(true));
    added.push_back(std::move(seat));
  }
  for (TextClaim& claim : added) claims.push_back(std::move(claim));
}

}  // namespace

/// "Founder Ann Example will move to Acme", where Acme is long grown up: a founder of something else.
void part_founders_from_new_houses(std::vector<TextClaim>& claims) {
  std::erase_if(claims, [&](const TextClaim& founded) {
    if (founded.relation != "FOUNDED" || !founded.object || !is_giant(founded.object->name) ||
        founded.rule.starts_with("founded"))
      return false;
    return std::any_of(claims.begin(), claims.end(), [&](const TextClaim& joined) {
      return joined.relation == "JOINED" && !joined.denied && same_person(joined, founded) && joined.object &&
             joined.object->name == founded.object->name && joined.sentence == founded.sentence;
    });
  });
}

/// Nobody leaves a firm without a name that the text has him found.
void keep_founders_of_unnamed(std::vector<TextClaim>& claims) {
  std::erase_if(claims, [&](const TextClaim& left) {
    if (left.relation != "LEFT" || !left.object || !left.object->described) return false;
    return std::any_of(claims.begin(), claims.end(), [&](const TextClaim& founded) {
      return founded.relation == "FOUNDED" && same_person(founded, left) && founded.object &&
             founded.object->name == left.object->name;
    });
  });
}

void conclude(std::vector<TextClaim>& claims, const Document& document) {
  keep_founders_of_unnamed(claims);
  part_founders_from_new_houses(claims);
  part_people_from_houses(claims);
  keep_who_stays(claims);
  join_by_appointment(claims);
  leave_by_joining(claims, document);
  sit_by_chairing(claims);
  leave_what_they_founded(claims, document);
}

}  // namespace talentflow::ingest::text
