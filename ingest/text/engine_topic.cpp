// What a sentence is about, as against what it tells in passing: the organisation that "its chief", "the
// chief executive" or a bare "president" belongs to.
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::size_t kWordsToChief = 8;  ///< "answers directly to Bob van Sample, the"

/// "is a partner of", "was an early backer": the subject stands beside what the text is about.
bool is_beside(const Noun& noun) {
  return noun.type == NounType::role || noun.type == NounType::common
             ? one_of(
                   "partner|partners|backer|backers|investor|investors|shareholder|shareholders|customer|"
                   "customers|"
                   "client|clients|supplier|suppliers|rival|rivals|competitor|competitors",
                   noun.head)
             : false;
}

/// "wrote on WeChat", "according to Fortune": where somebody says so, which no job belongs to.
bool is_platform(const Clauses& clauses, std::size_t piece) {
  if (piece == 0) return false;
  return clauses.word_at(piece - 1, "on") ||
         (piece > 1 && clauses.word_at(piece - 1, "to") && clauses.word_at(piece - 2, "according"));
}

bool names_organisation(const Piece& piece) {
  return piece.is_noun() && piece.noun.named() && piece.noun.type == NounType::organisation;
}

/// "Ann Example, who set up Blue, Acme's laboratory, in 2013, is ..": where the clause behind the subject
/// ends; 0 where the sentence begins otherwise.
std::size_t end_of_relative_clause(const std::vector<Piece>& pieces) {
  if (pieces.size() < 4 || !pieces[0].is_person() || !pieces[1].is(",") || !pieces[2].is("who")) return 0;
  for (std::size_t i = 4; i + 1 < pieces.size(); ++i)
    if (pieces[i].is(",") && pieces[i + 1].kind == Piece::Kind::word &&
        (is_auxiliary(pieces[i + 1].lower) || !verb_lemma(pieces[i + 1].lower).empty()))
      return i;
  return 0;
}

/// The name right before a piece, but for commas; null where that is no organisation's.
const Noun* house_right_before(const std::vector<Piece>& pieces, std::size_t piece) {
  while (piece > 0 && (pieces[piece - 1].is(",") || pieces[piece - 1].is("-") || pieces[piece - 1].is("(")))
    --piece;
  if (piece == 0 || !names_organisation(pieces[piece - 1])) return nullptr;
  return &pieces[piece - 1].noun;
}

/// "Acme, whose chief, A, is .. and whose founders ..": what stands right before this "whose", else before
/// the first of the sentence.
const Noun* house_before_whose(const std::vector<Piece>& pieces, const Noun& job) {
  const Noun* first = nullptr;
  for (std::size_t i = 0; i < pieces.size() && pieces[i].begin <= job.begin; ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.determiner != "whose") continue;
    const Noun* const house = house_right_before(pieces, i);
    if (pieces[i].begin == job.begin && house != nullptr) return house;
    if (first == nullptr) first = house;
  }
  return first;
}

/// One of three or more organisations in a row: investors, customers, earlier employers.
bool stands_in_list(const Clauses& clauses, const std::vector<Piece>& pieces, std::size_t piece) {
  if (!names_organisation(pieces[piece])) return false;
  std::size_t count = 0;
  for (const std::size_t one : clauses.group_from(piece))
    if (names_organisation(pieces[one])) ++count;
  for (const std::size_t one : clauses.group_to(piece))
    if (one != piece && names_organisation(pieces[one])) ++count;
  return count >= 3;
}

}  // namespace

bool RuleEngine::told_in_passing(std::size_t piece, std::size_t job) const {
  const auto& all = pieces();
  if (!all[piece].is_noun() || is_subject_of_organisation(piece)) return false;
  const std::size_t relative = end_of_relative_clause(all);
  if (piece < relative && relative < all.size() && job >= all[relative].begin) return true;
  if (stands_in_list(*clauses_, all, piece)) return true;
  // "Professor Xing joins from Blue, where he was ..": where somebody came from
  if (piece > 0 && clauses_->word_at(piece - 1, "from")) {
    const Verb* verb = clauses_->verb_before(piece);
    if (verb != nullptr && one_of("join|come|hire|arrive|move|poach|recruit|lure|bring", verb->lemma))
      return true;
  }
  // "Ann goes to Blue, as does Bob, the president": where somebody went
  if (piece > 0 && clauses_->word_at(piece - 1, "to")) {
    const Verb* verb = clauses_->verb_before(piece);
    if (verb != nullptr && one_of("go|move|defect|return|decamp|bolt", verb->lemma) &&
        piece < verb->piece + 5)
      return true;
  }
  if (clauses_->word_at(piece + 1, "is|are|was|were") && piece + 2 < all.size() && all[piece + 2].is_noun() &&
      is_beside(all[piece + 2].noun))
    return true;
  // "Chip chief Ann was poached by Blue": where somebody went
  if (piece > 0 && clauses_->word_at(piece - 1, "by")) {
    const Verb* verb = clauses_->verb_before(piece);
    if (verb != nullptr && verb->passive &&
        one_of("hire|poach|recruit|lure|win|engage|snap|attract", verb->lemma))
      return true;
  }
  // ", who set up Blue, a laboratory, in 2013," behind a person's name
  for (std::size_t i = 1; i < piece; ++i) {
    if (!all[i].is(",") && !all[i].is("(")) continue;
    if (!all[i - 1].is_noun() || all[i - 1].noun.type != NounType::person) continue;
    const std::size_t end = clauses_->skip_aside(i);
    if (end == i || piece >= end) continue;
    const bool with_job = end < all.size() && job < all[end].begin && job >= all[i].begin;
    if (!with_job && end <= all.size()) return true;
  }
  return false;
}

/// A subject, or what "Acme's ..." begins the sentence with, is what the sentence is about.
bool RuleEngine::is_subject_of_organisation(std::size_t piece) const {
  return piece == 0 && names_organisation(pieces()[0]) && !stands_in_list(*clauses_, pieces(), 0) &&
         !(clauses_->word_at(1, "is|are|was|were") && pieces().size() > 2 && pieces()[2].is_noun() &&
           is_beside(pieces()[2].noun));
}

/// The organisation that a noun stands for, or owns it, or employs it.
std::optional<Actor> RuleEngine::organisation_within(const Noun& noun, const Noun& job) const {
  // where somebody studied is no place of chief executives
  const bool school = noun.kind == "University" &&
                      !one_of("professor|dean|rector|president|chancellor|provost|lecturer", job.head);
  if (noun.type == NounType::organisation && noun.named() && noun.name != cited_ && !school)
    return organisation(noun);
  if (noun.type == NounType::common && is_organisation_noun(noun.head) && noun.determiner == "the" &&
      !noun.plural)
    if (auto actor = organisation(noun)) return actor;
  for (const Noun& owner : noun.owner)
    if (owner.type == NounType::organisation && !noun.named()) return organisation(owner);
  for (const Noun& employer : noun.employer)
    if (employer.type == NounType::organisation && !noun.former) return organisation(employer);
  return std::nullopt;
}

std::optional<Actor> RuleEngine::defined_company() const {
  const std::string& name = document_.defined_company();
  if (name.empty()) return std::nullopt;
  return Actor{name, "Company", "", false};
}

std::optional<Actor> RuleEngine::house_of_succession(std::string_view riser) const {
  // "X, who comes from Blue, joins Acme": nobody follows him at Blue
  const auto came_here = [&](const TextClaim& left) {
    // a chief who goes leaves a place to fill, wherever he goes
    const std::string role = ascii_lower(left.role);
    if (role.find("chief") != std::string::npos || role.find("ceo") != std::string::npos) return false;
    return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
      return claim.relation == "JOINED" && claim.subject.name == left.subject.name && claim.object &&
             last_organisation_ && claim.object->name == last_organisation_->name;
    });
  };
  const bool item = sentence().item_date.known();  // items of a list have nothing to do with each other
  for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence + (item ? 0 : 2) >= index_;
       ++claim)
    if (claim->relation == "LEFT" && !claim->denied && claim->object && claim->subject.name != riser &&
        !claim->role.starts_with("director") && claim->rule != "held-until" && !came_here(*claim))
      return claim->object;
  return std::nullopt;
}

/// "Ted Stinson, until now operating chief, becomes chief executive of Acme": both are jobs at Acme.
std::optional<Actor> RuleEngine::employer_of_next_job(const Noun& job) const {
  if (!job.determiner.empty()) return std::nullopt;
  for (const Verb& verb : clauses_->verbs()) {
    if (pieces()[verb.piece].begin < job.end || verb.negated) continue;
    if (!one_of("become|promote|name|appoint|succeed|rise|move|step", verb.lemma)) return std::nullopt;
    for (std::size_t i = verb.piece + 1; i < pieces().size() && i < verb.piece + 5; ++i) {
      if (!pieces()[i].is_noun() || noun(i).type != NounType::role) continue;
      if (!noun(i).employer.empty()) return organisation(noun(i).employer.front());
      break;
    }
    return std::nullopt;
  }
  return std::nullopt;
}

/// "Ann answers to Bob Sample, the chief executive": both have the same house.
std::optional<Actor> RuleEngine::house_of_report(const Noun& job) const {
  if (!one_of("the|", job.determiner)) return std::nullopt;
  const auto& tokens = sentence().sentence.tokens;
  for (std::size_t i = 0; i + 1 < tokens.size() && i < job.begin; ++i) {
    if (!one_of("report|reports|reporting|answer|answers|answering|reported|answered", tokens[i].lower) ||
        i + kWordsToChief < job.begin)
      continue;
    if (!tokens[i + 1].is("to") && !(i + 2 < tokens.size() && tokens[i + 2].is("to"))) continue;
    std::optional<Actor> reporting;
    for (const Piece& piece : pieces())
      if (piece.is_noun() && piece.begin < i)
        if (auto one = person(piece.noun)) reporting = std::move(one);
    if (!reporting) return std::nullopt;
    auto house = employer_of(*reporting);
    // a unit has a head; the chief executive is the company's
    const bool unit = house && one_of("executive|ceo|president|chairman", job.head) &&
                      !Gazetteer::standard().knows_as(house->name, "Company");
    if (unit && Gazetteer::standard().knows_as(document_.main_organisation(), "Company"))
      return main_organisation();
    return house && !said("LEFT", reporting->name, house->name) ? house : std::nullopt;
  }
  return std::nullopt;
}

std::optional<Actor> RuleEngine::employer_of_job(const Noun& job) const {
  if (!job.employer.empty()) return organisation(job.employer.front());
  if (!job.owner.empty()) return std::nullopt;
  // "its chief scientist", "the chief executive": of what the sentence, or the one before it, is about
  const bool implied = one_of("its|the|our|whose", job.determiner) || job.determiner.empty();
  if (!implied) return std::nullopt;
  // "the former chief of staff to Ann Example": of her house
  for (std::size_t i = 0; i + 2 < pieces().size(); ++i)
    if (pieces()[i].is_noun() && pieces()[i].begin == job.begin && clauses_->word_at(i + 1, "to") &&
        is_person_at(i + 2) && !clauses_->word_at(i + 3, "at|of"))
      return employer_of(Actor{noun(i + 2).name, "Person", "", false});
  // "the head of a rival": of another house
  const auto of = job.role.rfind(" of ");
  if (of != std::string::npos &&
      one_of("rival|competitor|firm|company|start-up|startup|agency|bank|charity|union|rivals|competitors",
             job.role.substr(of + 4)))
    return std::nullopt;
  if (one_of("minister|secretary|commissioner|senator|ambassador|mayor|governor", job.head))
    return std::nullopt;
  if (job.determiner == "whose")
    if (const Noun* house = house_before_whose(pieces(), job)) return organisation(*house);
  if (auto next = employer_of_next_job(job)) return next;
  if (auto house = house_of_report(job)) return house;
  // "Bob Sample, the chairman, stays": of the board told of before
  if (one_of("chairman|chairwoman|chair", job.head) && job.determiner == "the")
    for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence + 2 >= index_; ++claim)
      if (claim->relation == "BOARD_MEMBER_OF" && claim->object && !claim->denied && claim->sentence < index_)
        return claim->object;
  // "Its chief executive spent years at B; Ann, the chief scientist, ..": of the same house
  if (job.determiner == "the")
    for (std::size_t i = 0; i + 1 < pieces().size() && pieces()[i].begin < job.begin; ++i)
      if (pieces()[i].is_noun() && noun(i).determiner == "its" && !noun(i).role.empty() &&
          noun(i).employer.empty())
        for (std::size_t k = i; k < pieces().size() && pieces()[k].begin < job.begin; ++k)
          if (pieces()[k].is(";")) return employer_of_job(noun(i));
  std::optional<Actor> passing;
  std::optional<Actor> nearest;
  for (std::size_t i = 0; i < pieces().size() && pieces()[i].begin < job.begin; ++i) {
    if (!pieces()[i].is_noun() || is_platform(*clauses_, i)) continue;
    auto found = organisation_within(noun(i), job);
    if (!found) continue;
    if (noun(i).named()) nearest = found;
    if (job.determiner == "whose") continue;
    if (!told_in_passing(i, job.begin)) return found;
    if (!passing) passing = found;
  }
  if (job.determiner == "whose") return nearest;
  if (auto defined = defined_company(); defined && !passing) return defined;
  // "Jeff, until then head of business, became chief": where the one before him left
  const bool rises = std::any_of(clauses_->verbs().begin(), clauses_->verbs().end(), [](const Verb& verb) {
    return one_of("become|succeed|replace|promote|elevate|inherit|step|rise", verb.lemma);
  });
  if (rises && job.determiner.empty())
    if (auto left = house_of_succession()) return left;
  // "Ann will move to Acme together with president Bob Sample": not there
  if (last_organisation_ && passing && passing->name == last_organisation_->name && job.determiner.empty())
    if (auto young = young_firm(*last_organisation_, true, true)) return young;
  return last_organisation_ ? last_organisation_ : passing;
}

}  // namespace talentflow::ingest::text
