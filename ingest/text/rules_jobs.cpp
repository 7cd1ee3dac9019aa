// Jobs that stand beside a name: "Acme researcher Ann Example", "Ann Example, chief of X", "Ann is the CEO of
// X".
#include <algorithm>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_copula(std::string_view word) {
  return one_of("is|was|are|were|been|be|becomes|become|became|remains|remain|remained", word);
}

/// Roles that say nothing of employment: "an investor", "a colleague", "a spokeswoman" of somebody quoted is
/// one.
bool is_no_post(std::string_view head) {
  return one_of(
      "investor|investors|backer|backers|colleague|colleagues|successor|predecessor|author|co-author|"
      "candidate|"
      "expert|mentor|graduate|graduates|pioneer|owner|general|rival|rivals|friend|boss",
      head);
}

/// "co-founder and chief executive" -> the founding and the rest.
struct RoleParts {
  bool founder = false;
  std::string rest;
};

RoleParts parts_of(const std::string& role) {
  RoleParts out;
  std::size_t begin = 0;
  while (begin <= role.size()) {
    std::size_t end = role.find(" and ", begin);
    if (end == std::string::npos) end = role.size();
    const std::string part = role.substr(begin, end - begin);
    const std::string lower = ascii_lower(part);
    const bool founder =
        lower.find("founder") != std::string::npos && lower.find("member") == std::string::npos;
    if (founder || lower.ends_with("founding member"))
      out.founder = true;
    else
      out.rest += (out.rest.empty() ? "" : " and ") + part;
    begin = end + 5;
  }
  return out;
}

/// A founder is one of the organisation named, never of a person or of what has no name.
void claim_founder(RuleEngine& engine, const Actor& person, const Actor& organisation, std::size_t from,
                   std::size_t to) {
  engine.claim("founder-of", "FOUNDED", person, organisation, nullptr, from, to, {});
}

/// "Bret Sample, the chairman, stays", where the text speaks of a board: of that, not of the firm.
bool chairs_a_board(const RuleEngine& engine, std::string_view role) {
  if (!one_of("chairman|chair|chairwoman|chairperson|chairman of trustees", ascii_lower(role))) return false;
  constexpr std::size_t kBack = 2;
  const std::size_t here = engine.sentence_index();
  for (std::size_t k = here < kBack ? 0 : here - kBack; k <= here; ++k)
    for (const Token& token : engine.document().sentences()[k].sentence.tokens)
      if (one_of("board|directors|trustees|director", token.lower)) return true;
  return false;
}

/// The board that the text told of not long ago.
std::optional<Actor> board_told_before(const RuleEngine& engine) {
  constexpr std::size_t kBack = 3;
  for (auto claim = engine.claims().rbegin(); claim != engine.claims().rend(); ++claim)
    if (claim->relation == "BOARD_MEMBER_OF" && claim->object && !claim->denied)
      return claim->sentence + kBack >= engine.sentence_index() ? claim->object : std::nullopt;
  return std::nullopt;
}

}  // namespace

bool is_board_role(std::string_view role) {
  const std::string lower = ascii_lower(role);
  for (const std::string_view seat : {"trustee", "board member", "member of board", "member of the board",
                                      "non-executive", "independent director"})
    if (lower.find(seat) != std::string::npos) return true;
  // a chairman of a company leads it, as its sources count him; one of a board only sits on it
  return one_of("vice chairman|vice chair", lower) || lower.ends_with("of board") ||
         lower.ends_with("of trustees");
}

bool is_adviser_role(std::string_view role) {
  const std::string lower = ascii_lower(role);
  return lower.ends_with("adviser") || lower.ends_with("advisor") || lower.ends_with("advisers") ||
         lower.ends_with("advisors");
}

void claim_job(RuleEngine& engine, const Actor& person, const Noun& job, std::string_view rule,
               std::size_t from, std::size_t to) {
  // "and Eva Lind president": another person and her post
  if (!job.employer.empty() && job.employer.front().type == NounType::person &&
      is_given_name(ascii_lower(job.employer.front().name.substr(0, job.employer.front().name.find(' ')))))
    return;
  const RoleParts parts = parts_of(job.role);
  auto organisation = engine.employer_of_job(job);
  // "The fourth founder, A, ..": of what the text has said to have founders
  const auto& tokens = engine.sentence().sentence.tokens;
  bool numbered = false;
  for (std::size_t t = job.begin; t < job.end && t < tokens.size(); ++t)
    numbered = numbered || one_of("second|third|fourth|fifth|sixth|other|remaining|last", tokens[t].lower);
  const bool bare = job.employer.empty() && job.owner.empty() && numbered && job.determiner != "whose";
  if (parts.founder && parts.rest.empty() && bare && !engine.sentence().item_date.known())
    if (auto founded = engine.organisation_of_founders()) organisation = founded;
  if (!organisation || organisation->name == person.name) return;
  const bool with_member = ascii_lower(job.role).find("member") != std::string::npos;
  // "two of his students at the University of Y, A and B": they studied there
  if (one_of("student|students|undergraduate|undergraduates|alumnus|alumni|alumna", job.head) &&
      organisation->kind == "University") {
    if (!engine.said("STUDIED_AT", person.name, organisation->name))
      engine.claim("student-of", "STUDIED_AT", person, organisation, nullptr, from, to, {});
    return;
  }
  const bool founding_member = ascii_lower(job.role).find("founding member") != std::string::npos;
  // "the creator of Acme": of a firm, not of what it makes
  const bool creator = one_of("creator|creators|co-creator|co-creators", job.head) &&
                       organisation->kind == "Company" && !job.employer.empty() &&
                       job.employer.front().name == organisation->name &&
                       job.employer.front().group.empty() &&
                       (Gazetteer::standard().knows_as(organisation->name, "Company") ||
                        engine.document().called_organisation(organisation->name));
  if (creator) {
    claim_founder(engine, person, *organisation, from, to);
    return;
  }
  if (founding_member && one_of("Company|Lab", organisation->kind)) {
    claim_founder(engine, person, *organisation, from, to);
    if (!job.former) engine.remember_employer(person, *organisation);
    return;
  }
  if (parts.founder && !with_member) {
    claim_founder(engine, person, *organisation, from, to);
    if (!job.former) engine.remember_employer(person, *organisation);
    if (parts.rest.empty()) return;
  }
  const bool boss =
      job.head == "boss" && !job.owner.empty() && job.owner.front().type == NounType::organisation;
  if (is_no_post(job.head) && !boss) return;
  ClaimDraft draft;
  draft.role = parts.founder ? parts.rest : job.role;
  if (job.role_start.known()) draft.start = job.role_start;
  // "a director of Acme" sits on its board; "the director of the lab" runs it
  const bool seat =
      job.indefinite && ascii_lower(draft.role) == "director" && organisation->kind == "Company";
  const bool chairs = chairs_a_board(engine, draft.role);
  if (chairs && job.employer.empty() && job.owner.empty())
    if (auto board = board_told_before(engine)) organisation = board;
  if ((is_board_role(draft.role) || seat || chairs) && !job.former) {
    engine.claim("seat-in-apposition", "BOARD_MEMBER_OF", person, organisation, nullptr, from, to,
                 std::move(draft));
    return;
  }
  if (is_adviser_role(draft.role) && !job.former) {
    engine.claim("adviser-in-apposition", "ADVISES", person, organisation, nullptr, from, to,
                 std::move(draft));
    return;
  }
  if (job.role_end.known())
    draft.end = job.role_end;
  else if (job.former && engine.published().known())
    draft.end = until(engine.published());
  else if (!job.former)
    draft.end = Date::open_date();
  if (!job.former) engine.remember_employer(person, *organisation);
  const ClaimDraft same = draft;
  engine.claim(rule, "WORKS_AT", person, organisation, nullptr, from, to, std::move(draft));
  if (job.role_end.known() && !job.role_end.open()) {  // "until September 2024"
    ClaimDraft left;
    left.start = job.role_end;
    left.role = same.role;
    engine.claim("held-until", "LEFT", person, organisation, nullptr, from, to, std::move(left));
  }
}

namespace {

/// "former" said before a job, or before the jobs it is listed with.
bool said_to_be_over(const RuleEngine& engine, std::size_t holder, std::size_t job) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = job; i-- > holder + 1;) {
    if (pieces[i].kind == Piece::Kind::word && is_former_word(pieces[i].lower)) return true;
    if (pieces[i].is("before") || pieces[i].is("earlier") || pieces[i].is("until")) return true;
    // ", for years chief scientist at Acme": told of a time that is over
    if (pieces[i].is("for") && pieces[i + 1].is_noun() &&
        one_of("years|time|decades|decade", pieces[i + 1].noun.head))
      return pieces[job].noun.determiner.empty();
    if (pieces[i].is("now") || pieces[i].is("currently")) return false;
    if (pieces[i].is_noun() && pieces[i].noun.former) return pieces[job].noun.determiner.empty();
  }
  return false;
}

/// "New Chief Technology Officer at Acme: Ann Example starts", "Head of Japan at Acme: Bob Sample": headlines
/// of the day.
bool find_headline_post(RuleEngine& engine, std::size_t job, const std::vector<std::size_t>& names) {
  if (!engine.sentence().item_date.known() || !engine.clauses().word_at(job + 1, ":") ||
      engine.noun(job).former)
    return false;
  const auto organisation = engine.employer_of_job(engine.noun(job));
  if (!organisation) return false;
  const bool starts = engine.mentions("starts") || engine.mentions("joins") || engine.mentions("arrives");
  for (const auto& person : engine.people(names)) {
    ClaimDraft draft;
    draft.start = engine.sentence().item_date;
    draft.role = engine.noun(job).role;
    engine.claim("headline-post", starts ? "JOINED" : "WORKS_AT", person, organisation, nullptr, job,
                 names.front(), std::move(draft));
  }
  return true;
}

/// "Ann Example, former lead researcher of X and once at Y" and "its technology chief, Ann Example".
void find_appositions(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  const Clauses& clauses = engine.clauses();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role) continue;
    if (const auto* names = clauses.names_of(i)) {
      if (find_headline_post(engine, i, *names)) continue;
      const bool hired = i > 0 && clauses.word_at(i + 1, ":");
      Noun job = pieces[i].noun;
      // "Acme goes on under a new chief executive, Ann Example"
      if (job.employer.empty() && job.owner.empty() && job.indefinite && i > 0 &&
          clauses.word_at(i - 1, "under") && pieces[0].is_noun() && pieces[0].noun.named() &&
          pieces[0].noun.type == NounType::organisation)
        job.employer = {pieces[0].noun};
      for (const auto& person : engine.people(*names))
        if (!hired || !pieces[i].noun.employer.empty())
          claim_job(engine, person, job, pieces[i].noun.plural ? "job-before-names" : "job-before-comma", i,
                    names->front());
      continue;
    }
    const auto holder = clauses.holder_of(i);
    if (!holder) continue;
    const auto person = engine.person(pieces[*holder].noun);
    if (!person) continue;
    Noun job = pieces[i].noun;
    job.former = job.former || said_to_be_over(engine, *holder, i);
    // ", until this year chief scientist of Acme,"
    if (i > 0 && pieces[i - 1].kind == Piece::Kind::date && pieces[i - 1].lower == "until" &&
        !job.role_end.known()) {
      job.role_end = pieces[i - 1].date;
      job.former = true;
    }
    if (job.employer.empty() && job.owner.empty() && (job.indefinite || job.determiner.empty()) &&
        !one_of("chief|officer|ceo|cto|coo|cfo|president|head|chairman|chairwoman|director", job.head))
      continue;  // ", a physicist,"
    claim_job(engine, *person, job, "job-in-apposition", *holder, i);
  }
}

/// "Acme's Ann Example" and not "Acme's mascot Ann Example": no word stands between.
bool right_behind_owner(const RuleEngine& engine, const Noun& noun) {
  const auto& tokens = engine.sentence().sentence.tokens;
  const std::size_t words = static_cast<std::size_t>(std::count(noun.name.begin(), noun.name.end(), ' ')) + 1;
  return noun.end > words && noun.end <= tokens.size() && tokens[noun.end - words - 1].is("'s");
}

/// "Chief scientist Ann Example", "General counsel Bob Sample" at the beginning of a sentence: of whom the
/// text is about.
bool is_leading_role(std::string_view role) {
  const std::string lower = ascii_lower(role);
  if (lower.find("minister") != std::string::npos || lower.find("professor") != std::string::npos)
    return false;
  const std::string last = lower.substr(lower.rfind(' ') + 1);
  return lower.starts_with("chief ") || lower.starts_with("general counsel") ||
         lower.starts_with("vice president") || lower.starts_with("senior vice president") ||
         lower.starts_with("executive vice president") ||
         (lower.find(' ') != std::string::npos && one_of("chief|head", last)) ||
         one_of("founder|co-founder|cofounder|ceo|cto|cfo|coo", lower);
}

/// "Acme researcher Ann Example", "Acme veterans A and B": the job belongs to every name of the list.
void find_titles(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || !pieces[i].noun.named() || pieces[i].noun.type != NounType::person) continue;
    const Noun& noun = pieces[i].noun;
    const auto person = engine.person(noun);
    if (!person) continue;
    if (!noun.employer.empty() ||
        (!noun.role.empty() &&
         (noun.determiner == "its" || noun.determiner == "whose" ||
          (noun.determiner == "the" && ascii_lower(noun.role).find("chief") != std::string::npos) ||
          (i == 0 && noun.determiner.empty() && !noun.former && is_leading_role(noun.role))))) {
      Noun job = noun;
      job.head = noun.role.substr(noun.role.rfind(' ') + 1);
      claim_job(engine, *person, job, "job-before-name", i, i);
      const bool plural = noun.plural_role;
      if (plural)
        for (const std::size_t other : engine.clauses().group_from(i)) {
          if (other != i && pieces[other].noun.employer.empty() && pieces[other].noun.role.empty())
            if (const auto next = engine.people({i, other}); next.size() == 2)
              claim_job(engine, next.back(), job, "job-before-name", i, other);
          // "veterans A and B, the company": the name behind "and" is the last
          if (other > i && engine.clauses().word_at(other - 1, "and|&")) break;
        }
    }
    // "Acme's Ann Example"
    if (noun.role.empty() && noun.employer.empty() && !noun.owner.empty() &&
        noun.owner.front().type == NounType::organisation && noun.owner.front().named() &&
        right_behind_owner(engine, noun)) {
      Noun job;
      job.employer = noun.owner;
      claim_job(engine, *person, job, "name-behind-owner", i, i);
      // "Acme's Ann Example and Bob Sample"
      if (engine.clauses().word_at(i + 1, "and|&") && i + 2 < pieces.size() && pieces[i + 2].is_noun() &&
          pieces[i + 2].noun.type == NounType::person && pieces[i + 2].noun.named() &&
          pieces[i + 2].noun.owner.empty() && pieces[i + 2].noun.employer.empty() &&
          pieces[i + 2].noun.role.empty() && !engine.clauses().word_at(i + 3, "of|from|at|,|("))
        if (const auto other = engine.person(pieces[i + 2].noun))
          claim_job(engine, *other, job, "name-behind-owner", i, i + 2);
    }
    // "Ann Example of Acme"
    if (engine.clauses().word_at(i + 1, "of") && i + 2 < pieces.size() && pieces[i + 2].is_noun() &&
        pieces[i + 2].noun.type == NounType::organisation && pieces[i + 2].noun.named() &&
        noun.employer.empty() &&
        (pieces[i + 2].noun.sure || !pieces[i + 2].noun.id.empty() ||
         engine.document().mentions_of(pieces[i + 2].noun.name) >= 2)) {
      Noun job;
      job.employer = {pieces[i + 2].noun};
      job.former = noun.former;
      claim_job(engine, *person, job, "name-of-organisation", i, i + 2);
    }
    // "Ann Example (ex-Acme)"
    if (engine.clauses().word_at(i + 1, "(|,") && i + 2 < pieces.size() && pieces[i + 2].is_noun() &&
        pieces[i + 2].noun.former && pieces[i + 2].noun.named() &&
        pieces[i + 2].noun.type == NounType::organisation && pieces[i + 2].noun.employer.empty()) {
      Noun job;
      job.employer = {pieces[i + 2].noun};
      job.former = true;
      claim_job(engine, *person, job, "ex-organisation", i, i + 2);
    }
    // "Ann Example, formerly of Acme"
    if (engine.clauses().word_at(i + 1, ",|(") &&
        engine.clauses().word_at(i + 2, "formerly|previously|once|late|recently") &&
        engine.clauses().word_at(i + 3, "of|at|with|from") && i + 4 < pieces.size() &&
        pieces[i + 4].is_noun() && pieces[i + 4].noun.can_be_organisation()) {
      Noun job;
      job.employer = {pieces[i + 4].noun};
      job.former = true;
      claim_job(engine, *person, job, "formerly-of", i, i + 4);
    }
  }
}

/// What people are besides their posts: "a British businessman, chief of ..".
bool is_calling(const Noun& noun) {
  return noun.type == NounType::common && !noun.named() && !noun.plural &&
         one_of(
             "businessman|businesswoman|academic|journalist|author|writer|filmmaker|philanthropist|"
             "billionaire|"
             "politician|musician|artist|activist|inventor|man|woman|native|specialist|figure|person|leader",
             noun.head);
}

/// What stands between a copula and its job: other jobs, "once", "also".
bool between_jobs(const Piece& piece) {
  if (piece.is_noun())
    return piece.noun.type == NounType::role || piece.noun.type == NounType::organisation ||
           is_calling(piece.noun);
  if (piece.kind == Piece::Kind::date) return true;
  return one_of("and|also|,|before|that|the|then|both|later|a|now|as", piece.lower) ||
         (piece.kind == Piece::Kind::word && (is_adverb(piece.lower) || is_former_word(piece.lower)));
}

/// "will be", "is to be": not "may be", "would not be".
bool is_to_be(const RuleEngine& engine, std::size_t copula) {
  const auto& clauses = engine.clauses();
  if (!clauses.word_at(copula, "be")) return false;
  if (clauses.word_at(copula - 1, "will")) return true;
  return copula >= 2 && clauses.word_at(copula - 1, "to") && clauses.word_at(copula - 2, "is|are");
}

/// "Ann will be president (of X)": a post that she is yet to take.
void claim_coming_post(RuleEngine& engine, Verb verb, std::size_t job) {
  const Noun& noun = engine.noun(job);
  if (is_no_post(noun.head) || noun.plural || noun.former) return;
  if (noun.employer.empty() && noun.owner.empty() && !is_leading_role(noun.role) &&
      !one_of("president|chairman|chairwoman|director", noun.head) && noun.determiner != "its")
    return;
  verb.planned = true;
  for (const auto& person : engine.people(engine.clauses().subject(verb))) {
    auto organisation = engine.employer_of_job(noun);
    if (noun.employer.empty() && noun.determiner != "its")
      if (auto house = engine.house_of_succession(person.name)) organisation = house;
    if (!organisation || organisation->name == person.name) continue;
    ClaimDraft draft;
    draft.role = noun.role;
    engine.claim("will-be", is_board_role(noun.role) ? "BOARD_MEMBER_OF" : "WORKS_AT", person, organisation,
                 &verb, verb.piece, job, std::move(draft));
  }
}

/// "the chief of X and Y", "chief of X, Y, and Z": the houses behind the first, where nothing is said of
/// them.
std::vector<std::size_t> further_employers(const RuleEngine& engine, std::size_t job) {
  std::vector<std::size_t> out;
  if (engine.noun(job).employer.empty()) return out;
  const auto& pieces = engine.pieces();
  const auto& clauses = engine.clauses();
  for (std::size_t at = job + 1; at + 1 < pieces.size();) {
    const bool last =
        clauses.word_at(at, "and") || (clauses.word_at(at, ",") && clauses.word_at(at + 1, "and"));
    if (!last && !clauses.word_at(at, ",")) return {};
    const std::size_t next = clauses.word_at(at, ",") && last ? at + 2 : at + 1;
    if (next >= pieces.size() || !pieces[next].is_noun() ||
        pieces[next].noun.type != NounType::organisation || !pieces[next].noun.named() ||
        !pieces[next].noun.employer.empty())
      return {};
    out.push_back(next);
    if (last)
      return next + 1 >= pieces.size() || clauses.word_at(next + 1, ".|;|)|,|and|,|where|(")
                 ? out
                 : std::vector<std::size_t>{};
    at = next + 1;
  }
  return {};
}

/// "Ann is the CEO of X", "Bob was once X's finance chief and also vice chairman of Y", "Ann is the CEO and
/// Bob the COO of X".
void find_copulas(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    if (!pieces[i].is_noun() || pieces[i].noun.type != NounType::role || engine.clauses().holder_of(i) ||
        engine.clauses().names_of(i))
      continue;
    std::size_t at = i;
    bool former = pieces[i].noun.former;
    while (at > 0) {
      const Piece& before = pieces[at - 1];
      if (before.kind == Piece::Kind::word && is_copula(before.lower)) break;
      former = former || (before.kind == Piece::Kind::word && is_former_word(before.lower));
      if (!between_jobs(before)) {
        at = 0;
        break;
      }
      --at;
    }
    if (at == 0) continue;
    Verb verb;
    verb.piece = at - 1;
    const std::size_t copula = at - 1;
    Noun job = pieces[i].noun;
    job.former = former || one_of("was|were|became|remained", pieces[copula].lower) ||
                 (copula > 0 && engine.clauses().word_at(copula - 1, "had"));
    const bool used_to = copula > 1 && pieces[copula].is("be") &&
                         engine.clauses().word_at(copula - 1, "to") &&
                         engine.clauses().word_at(copula - 2, "used");
    job.former = job.former || used_to;
    const bool planned =
        !used_to && copula > 0 && engine.clauses().word_at(copula - 1, "will|would|may|could|might|not|to");
    const bool negated = engine.clauses().word_at(copula + 1, "not|no");
    if (planned && !negated && is_to_be(engine, copula)) claim_coming_post(engine, verb, i);
    const bool stays = pieces[copula].is("remain") && engine.clauses().word_at(copula - 1, "will|to");
    if ((planned && !stays) || negated || (copula > 0 && engine.clauses().word_at(copula - 1, "not")))
      continue;
    if (pieces[copula].is("become") || pieces[copula].is("becomes")) continue;  // rules_hires.cpp: a new post
    if (pieces[copula].is("became")) job.former = former;
    const Period period = period_before_subject(engine, copula);
    if (period.start && !job.role_start.known()) job.role_start = *period.start;
    if (period.end && !job.role_end.known()) job.role_end = *period.end;
    const bool bare = job.employer.empty() && job.owner.empty();
    if (bare)  // "Lund University, where he is a professor"
      for (std::size_t k = copula; k-- > 1;)
        if (pieces[k].is("where") || pieces[k].is(",")) {
          const std::size_t before = engine.clauses().word_at(k - 1, ",") && k > 1 ? k - 2 : k - 1;
          if (pieces[k].is("where") && pieces[before].is_noun() &&
              pieces[before].noun.type == NounType::organisation)
            job.employer = {pieces[before].noun};
          // "Acme, a start-up where he was chief scientist"
          if (pieces[k].is("where") && pieces[before].is_noun() && !pieces[before].noun.named() &&
              is_organisation_noun(pieces[before].noun.head) && before >= 2 &&
              engine.clauses().word_at(before - 1, ",") && pieces[before - 2].is_noun() &&
              pieces[before - 2].noun.named() && pieces[before - 2].noun.type == NounType::organisation)
            job.employer = {pieces[before - 2].noun};
          break;
        }
    const std::string lower = ascii_lower(job.role);
    const bool interim = lower.find("interim") != std::string::npos && job.determiner.empty();
    const bool chief =
        interim ||
        (job.determiner.empty() && !job.former &&
         (one_of("ceo|cto|coo|cfo|president|chairman|chairwoman|cpo", job.head) ||
          (one_of("executive|officer|scientist", job.head) && lower.find("chief") != std::string::npos)));
    if (job.employer.empty() && job.owner.empty() && !one_of("its|the|our", job.determiner) && !chief)
      continue;
    for (const auto& person : engine.people(engine.clauses().subject(verb))) {
      claim_job(engine, person, job, "job-in-copula", copula, i);
      for (const std::size_t further : further_employers(engine, i)) {
        job.employer = {engine.noun(further)};
        claim_job(engine, person, job, "job-in-copula", copula, further);
      }
    }
  }
}

/// "Its founder and chief executive is Ann Example": the job first.
void find_inverted_copulas(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 0; i + 2 < pieces.size(); ++i) {
    const bool inverted = pieces[i].is_noun() && pieces[i].noun.type == NounType::role &&
                          pieces[i + 2].is_noun() && pieces[i + 2].noun.type == NounType::person &&
                          pieces[i + 2].noun.named() && engine.clauses().word_at(i + 1, "is|was|are|were");
    const bool whose = i == 0 || engine.clauses().word_at(i - 1, ",|;|and|.");
    if (!inverted || !whose ||
        (i > 0 && pieces[i].noun.determiner.empty() && pieces[i].noun.employer.empty()))
      continue;
    Noun job = pieces[i].noun;
    job.former = job.former || engine.clauses().word_at(i + 1, "was|were");
    for (const auto& person : engine.people(engine.clauses().group_from(i + 2)))
      claim_job(engine, person, job, "job-is-name", i, i + 2);
  }
}

/// "Ann is the CEO and Bob the COO of X": a name and its job without a verb; both jobs are at X.
void find_gapped_copulas(RuleEngine& engine) {
  const auto& pieces = engine.pieces();
  for (std::size_t i = 4; i < pieces.size(); ++i) {
    const bool gap = pieces[i].is_noun() && pieces[i].noun.type == NounType::role &&
                     pieces[i - 1].is_noun() && pieces[i - 1].noun.type == NounType::person &&
                     engine.clauses().word_at(i - 2, "and|,|;");
    if (!gap) continue;
    const auto second = engine.person(pieces[i - 1].noun);
    std::size_t first_job = i - 2;
    while (first_job > 0 && !(pieces[first_job].is_noun() && pieces[first_job].noun.type == NounType::role))
      --first_job;
    if (!second || first_job < 2 || !is_copula(pieces[first_job - 1].lower)) continue;
    const auto organisation =
        engine.employer_of_job(pieces[i].noun.employer.empty() ? pieces[first_job].noun : pieces[i].noun);
    if (!organisation) continue;
    Verb verb;
    verb.piece = first_job - 1;
    const auto claim = [&](const Actor& person, std::size_t job) {
      ClaimDraft draft;
      draft.role = pieces[job].noun.role;
      draft.end = Date::open_date();
      engine.remember_employer(person, *organisation);
      engine.claim("jobs-of-both", "WORKS_AT", person, organisation, nullptr, job, i, std::move(draft));
    };
    for (const auto& person : engine.people(engine.clauses().subject(verb))) claim(person, first_job);
    claim(*second, i);
  }
}

}  // namespace

void find_jobs(RuleEngine& engine) {
  find_titles(engine);
  find_appositions(engine);
  find_gapped_copulas(engine);
  find_inverted_copulas(engine);
  find_copulas(engine);
}

}  // namespace talentflow::ingest::text
