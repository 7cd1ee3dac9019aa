#include "ingest/text/extractor.hpp"

#include <algorithm>
#include <map>

#include "ingest/text/chinese/chinese.hpp"
#include "ingest/text/conclusions.hpp"
#include "ingest/text/homes.hpp"
#include "ingest/text/loose_reading.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/rules.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// The rules in their order: what a later one asks of the claims of its sentence, earlier ones have made.
using Rule = void (*)(RuleEngine&);
constexpr Rule kFirst[] = {find_list_items, find_filed_changes, find_jobs,  find_shared_jobs,
                           find_posts,      find_offices,       find_moves, find_hires};
constexpr Rule kFurther[] = {
    find_careers,        find_promotions, find_losses,        find_idioms,        find_phrases,
    find_newcomer_nouns, find_studies,    find_schooling,     find_foundings,     find_founders,
    find_beginnings,     find_turns,      find_organisations, find_takeovers,     find_boards,
    find_places,         find_seats,      find_money,         find_round_leaders, find_investors,
    find_directors,      find_groups,     find_ellipses,      find_gapped_posts,  find_founder_groups,
    find_named_founders, find_stayers,    find_further_posts,
};

/// "Division head X resigned", "Y hired Z researcher X": the job named before the name is not held any more.
void end_posts_that_were_left(std::vector<TextClaim>& claims) {
  for (auto& post : claims) {
    if (post.relation != "WORKS_AT" || !post.end.open() || !post.object) continue;
    for (const auto& claim : claims) {
      if (claim.denied || find_property(claim.properties, "planned") != nullptr) continue;
      if (claim.subject.name != post.subject.name || !claim.object) continue;
      const bool left =
          claim.relation == "LEFT" && claim.role != "director" && claim.object->name == post.object->name;
      const bool gone =
          claim.relation == "JOINED" && claim.object->name != post.object->name &&
          claim.sentence == post.sentence &&
          (post.rule == "job-before-name" || post.rule == "job-in-apposition") &&
          one_of("hired|poached|recruited|lured|took-on|brought-in|snapped-up|tapped|added", claim.rule);
      if (left || gone) post.end = claim.start;
    }
  }
}

/// One claim said twice is given once: the first, but a job said to be over outweighs the same job without an
/// end.
/// What a sentence says outright takes the place of what was concluded from another.
bool is_inferred(const TextClaim& claim) {
  return std::any_of(claim.properties.begin(), claim.properties.end(),
                     [](const auto& property) { return property.first == "inferred"; });
}

/// Whether a date says its year for sure.
bool says_its_year(const Date& date) {
  return date.precision == DatePrecision::day || date.precision == DatePrecision::month;
}

std::vector<TextClaim> without_repetitions(std::vector<TextClaim> all) {
  std::map<std::string, std::size_t> seen;
  std::vector<TextClaim> out;
  for (auto& claim : all) {
    std::string key = claim.relation + "|" + claim.subject.name + "|" +
                      (claim.object ? claim.object->name : "") + "|" + (claim.denied ? "no" : "yes") +
                      (claim.amount ? std::to_string(claim.amount->money.low) : "") +
                      (claim.amount && claim.rule.ends_with("item-round") ? to_string(claim.start) : "");
    // the same sum in two rounds, a year or more apart
    if (claim.relation == "RAISED" && claim.start.known() && says_its_year(claim.start))
      key += "|" + std::to_string(to_civil(first_day(claim.start)).year);
    // "百度副总裁张三升任总裁": another post at the same organisation
    if (claim.rule == "zh-took-post" || claim.rule == "zh-appointed") key += "|" + claim.role;
    const auto [entry, added] = seen.emplace(key, out.size());
    if (added)
      out.push_back(std::move(claim));
    else if (is_inferred(out[entry->second]) && !is_inferred(claim))
      out[entry->second] = std::move(claim);
    else if (claim.relation == "WORKS_AT" && !out[entry->second].end.known() && claim.end.known()) {
      if (!claim.start.known() && claim.end.open() && claim.role == out[entry->second].role)
        claim.start = out[entry->second].start;
      out[entry->second] = std::move(claim);
    } else if (claim.relation == "WORKS_AT" && !out[entry->second].start.known() && claim.start.known() &&
               claim.sentence == out[entry->second].sentence && claim.role == out[entry->second].role)
      out[entry->second].start = claim.start;
  }
  return out;
}

}  // namespace

std::string slug(std::string_view name) {
  std::string out;
  for (const char c : ascii_lower(name)) {
    const bool keep =
        (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (keep)
      out += c;
    else if (!out.empty() && out.back() != '-')
      out += '-';
  }
  while (out.ends_with('-')) out.pop_back();
  return out;
}

TextClaim drafted_claim(std::string_view rule, std::string_view relation, const Actor& subject,
                        const std::optional<Actor>& object, ClaimDraft draft) {
  TextClaim out;
  out.rule = rule;
  out.relation = relation;
  out.subject = subject;
  out.object = object;
  out.role = std::move(draft.role);
  if (draft.start) out.start = *draft.start;
  if (draft.end) out.end = *draft.end;
  out.place = std::move(draft.place);
  out.status = std::move(draft.status);
  out.amount = draft.amount;
  out.properties = std::move(draft.properties);
  return out;
}

void RuleEngine::claim_seats(const std::vector<Actor>& people, const std::optional<Actor>& organisation,
                             const Verb& verb, std::size_t to) {
  for (const Actor& person : people) {
    ClaimDraft draft;
    draft.start = event_date(verb);
    claim("joined-board", "BOARD_MEMBER_OF", person, organisation, &verb, verb.piece, to, std::move(draft));
  }
}

/// "Acme is buying Blue. It was founded in 2019 and has raised $9 million": of Blue, not of the buyer.
void RuleEngine::move_to_young_firm(TextClaim& claim) const {
  const bool founded = claim.relation == "FOUNDED";
  if (one_of("LOCATED_IN|HEADQUARTERED_IN", claim.relation) && claim.object && is_giant(claim.subject.name) &&
      !names_here(claim.subject.name) &&
      description_fits(claim.subject.name, ascii_lower(claim.object->name) + " company") == Fit::no)
    if (auto young = young_firm(claim.subject, false, true)) claim.subject = *young;
  Actor* const meant = claim.relation == "RAISED"                                     ? &claim.subject
                       : (founded || claim.relation == "INVESTED_IN") && claim.object ? &*claim.object
                                                                                      : nullptr;
  if (meant == nullptr || names_here(meant->name)) return;
  if (auto young = young_firm(*meant, founded, !founded)) *meant = *young;
}

void RuleEngine::claim(std::string_view rule, std::string_view relation, const Actor& subject,
                       const std::optional<Actor>& object, const Verb* verb, std::size_t from, std::size_t to,
                       ClaimDraft draft) {
  if (object && object->name == subject.name) return;
  if (from > to) std::swap(from, to);
  TextClaim out = drafted_claim(rule, relation, subject, object, std::move(draft));
  move_to_young_firm(out);
  if (out.object && out.object->name == out.subject.name) return;
  if (verb != nullptr) {
    out.denied = verb->negated;
    if (verb->rumoured && out.status.empty()) out.status = "rumoured";
    const bool ahead = (out.relation == "JOINED" || out.relation == "LEFT") && out.start.known() &&
                       published().known() && first_day(out.start) > last_day(published());
    if (verb->planned || ahead) out.properties.emplace_back("planned", Value(true));
  }
  if (!cited_.empty() && from >= cited_from_ && from < cited_to_) {
    out.cited = cited_;
    out.cited_date = cited_date_;
    if (out.status.empty()) out.status = "reported";
  }
  if (out.status.empty() && (verb != nullptr || status_ == "reported")) out.status = status_;
  out.sentence = index_;
  const auto& tokens = sentence().sentence.tokens;
  out.begin = tokens[pieces()[from].begin].offset;
  out.end_offset = tokens[pieces()[std::min(to, pieces().size() - 1)].end - 1].end();
  out_.push_back(std::move(out));
}

void RuleEngine::remember_group(std::string_view relation, const Actor& organisation, const Verb& verb,
                                const Noun* group) {
  if (verb.negated || verb.possible) return;
  if (!groups_.empty() && groups_.front().sentence != index_) groups_.clear();
  GroupEvent event;
  event.relation = relation;
  event.object = organisation;
  event.start = event_date(verb);
  event.planned = verb.planned;
  if (group != nullptr && group->count > 1) event.count = static_cast<std::size_t>(group->count);
  if (group != nullptr && !group->plural && !one_of("pair|trio|duo|team|group|staff|people", group->head))
    event.count = 1;
  event.founders = group != nullptr && group->head.find("founder") != std::string::npos;
  event.status = cited_.empty() ? status_ : "reported";
  event.piece = verb.piece;
  event.sentence = index_;
  groups_.push_back(std::move(event));
}

bool RuleEngine::said_here(const std::string& name) const {
  for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence == index_; ++claim)
    if (claim->subject.name == name) return true;
  return false;
}

bool RuleEngine::said_here_as(std::string_view relation) const {
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    return claim.sentence == index_ && claim.relation == relation;
  });
}

bool RuleEngine::employer_of_former(const Actor& person) const {
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    return claim.relation == "WORKS_AT" && claim.subject.name == person.name && claim.sentence == index_;
  });
}

bool RuleEngine::said(std::string_view relation, const std::string& subject,
                      const std::string& object) const {
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    return claim.relation == relation && claim.subject.name == subject && claim.object &&
           claim.object->name == object && !is_inferred(claim);
  });
}

/// "X, who has run A's team since 2021, is joining B", "the founders of A, X and Y, are going to B": they
/// leave A, though nobody says so.
void RuleEngine::infer_departures() {
  const std::size_t count = out_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const TextClaim joined = out_[i];
    if (joined.sentence != index_ || joined.relation != "JOINED" || joined.denied || !joined.object) continue;
    for (std::size_t k = 0; k < count; ++k) {
      const TextClaim post = out_[k];
      const bool job = post.relation == "WORKS_AT" &&
                       one_of("led|job-before-comma|job-in-apposition", post.rule) && post.object &&
                       post.object->kind != "University";
      const bool held = post.sentence == index_ &&
                        (job || (post.relation == "FOUNDED" &&
                                 one_of("founder-of|told-founder|bare-founders", post.rule))) &&
                        (!post.end.known() || post.end.open());
      if (!held || post.subject.name != joined.subject.name || !post.object ||
          post.object->name == joined.object->name || said("LEFT", joined.subject.name, post.object->name) ||
          said("ACQUIRED", joined.object->name, post.object->name))
        continue;
      constexpr int kDaysOfNews = 300;  // "a founder of A before B hired him in 2014": long ago, and no news
      if (post.relation == "FOUNDED" && joined.start.known() &&
          joined.start.precision != DatePrecision::between && published().known() &&
          last_day(joined.start) + kDaysOfNews < first_day(published()))
        continue;
      TextClaim left = joined;
      left.rule = "left-for-another";
      left.relation = "LEFT";
      left.object = post.object;
      left.role = post.relation == "FOUNDED" ? "" : post.role;
      left.properties.emplace_back("inferred", Value(true));
      // who comes to what the text is about tells of no exodus elsewhere
      if (joined.object->name != document_.main_organisation()) losing_ = post.object;
      out_.push_back(std::move(left));
      break;
    }
  }
}

/// "X, who used to run a laboratory at A, went back to China in 2020 and now heads B": left A and joined B
/// then.
void RuleEngine::infer_return() {
  std::optional<Date> moved;
  std::size_t moved_at = 0;
  std::string mover;
  for (const Verb& verb : clauses_->verbs()) {
    if (!one_of("go|return|move|come|relocate", verb.lemma) || verb.possible || verb.negated || verb.planned)
      continue;
    const auto to = clauses_->behind(verb, "to");
    if (to.empty() || noun(to.front()).type != NounType::place) continue;
    const auto date = clauses_->date_of(verb);
    const auto who = people(clauses_->subject(verb));
    if (!date || who.size() != 1) continue;
    moved = pieces()[*date].date;
    moved_at = sentence().sentence.tokens[pieces()[verb.piece].begin].offset;
    mover = who.front().name;
  }
  if (!moved) return;
  const std::size_t count = out_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const TextClaim post = out_[i];
    if (post.sentence != index_ || post.subject.name != mover || !post.object) continue;
    const bool over = post.relation == "WORKS_AT" && post.end.known() && !post.end.open();
    const bool now = (post.relation == "WORKS_AT" || post.relation == "LEADS") && post.end.open();
    if (!over && !now) continue;
    if (post.start.known() || (now && post.begin < moved_at))
      continue;  // "also a professor at Y, moved home in 2017"
    TextClaim change = post;
    change.rule = "moved-between-countries";
    change.relation = over ? "LEFT" : "JOINED";
    change.start = *moved;
    change.end = Date();
    change.properties.emplace_back("inferred", Value(true));
    out_.push_back(std::move(change));
  }
}

/// An item of a dated list has nothing to do with the one before; "Acme: .." says what it is about.
void RuleEngine::begin_item() {
  if (!sentence().item_date.known()) return;
  const bool same_line =
      index_ > 0 && document_.sentences()[index_ - 1].sentence.line == sentence().sentence.line;
  if (!same_line) {
    losing_.reset();
    gaining_.reset();
    young_.reset();
    groups_.clear();
    exodus_ = 0;
    raiser_.reset();
    last_organisation_.reset();
    // a list about one organisation
    if (document_.main_organisation_count() * 2 >= document_.sentences().size())
      last_organisation_ = main_organisation();
  }
  if (pieces().size() > 2 && pieces()[0].is_noun() && pieces()[0].noun.named() && pieces()[1].is(":"))
    if (auto about = organisation(noun(0))) last_organisation_ = about;
}

/// "Ann founded Acme with Bob, who left it in 2019": Bob left what was just said to be founded by him, where
/// no other name stands behind.
static void leave_what_was_founded(std::vector<TextClaim>& claims, std::size_t sentence,
                                   const Sentence& words) {
  for (TextClaim& left : claims) {
    if (left.sentence != sentence || left.relation != "LEFT" || !left.object) continue;
    for (const TextClaim& founded : claims) {
      const bool his = founded.sentence == sentence && founded.relation == "FOUNDED" && founded.object &&
                       founded.subject.name == left.subject.name && founded.begin < left.begin &&
                       founded.rule.starts_with("founded") && !founded.object->described;
      if (!his || founded.begin < words.offset) continue;
      if (words.text.find(left.object->name, founded.begin - words.offset) == std::string_view::npos)
        left.object = founded.object;
    }
  }
}

std::vector<TextClaim> RuleEngine::run() {
  for (index_ = 0; index_ < document_.sentences().size(); ++index_) {
    if (sentence().sentence.text.ends_with('?') && !sentence().chinese) continue;  // asked, not told
    if (sentence().chinese || (is_title_case(sentence().sentence) && !sentence().item_date.known())) continue;
    const Clauses clauses(sentence());
    clauses_ = &clauses;
    begin_item();
    find_citation();
    find_announcement();
    for (const Rule rule : kFirst) rule(*this);
    infer_departures();
    for (const Rule rule : kFurther) rule(*this);
    find_house_items(*this);
    if (sentence().item_date.known()) find_headlines(*this);
    find_loose_sums(*this);
    find_loose_investors(*this);
    find_loose_takeovers(*this);
    find_loose_seats(*this);
    find_loose_boards(*this);
    find_loose_studies(*this);
    find_loose_posts(*this);
    find_loose_appointments(*this);
    find_loose_moves(*this);
    find_loose_departures(*this);
    infer_return();
    leave_what_was_founded(out_, index_, sentence().sentence);
    refine_dates();
    remember_subjects();
    clauses_ = nullptr;
  }
  for (index_ = 0; index_ < document_.sentences().size(); ++index_) {
    if (sentence().chinese || !names_orphan(*this)) continue;
    const Clauses clauses(sentence());
    clauses_ = &clauses;
    find_citation();
    find_orphans(*this);
    clauses_ = nullptr;
  }
  return std::move(out_);
}

std::vector<TextClaim> extract_claims(const Document& document) {
  auto all = RuleEngine(document).run();
  for (auto& claim : find_chinese_claims(document)) all.push_back(std::move(claim));
  conclude(all, document);
  const auto truncated = [&](const TextClaim& claim) {
    return document.sentences()[claim.sentence].sentence.truncated;
  };
  std::stable_partition(all.begin(), all.end(), [&](const TextClaim& claim) { return !truncated(claim); });
  auto out = without_repetitions(std::move(all));
  std::stable_sort(out.begin(), out.end(),
                   [](const TextClaim& a, const TextClaim& b) { return a.sentence < b.sentence; });
  end_posts_that_were_left(out);
  return out;
}

}  // namespace talentflow::ingest::text
