#include "ingest/text/extractor.hpp"

#include <algorithm>
#include <map>

#include "ingest/text/chinese/chinese.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_third_person(std::string_view word) { return word == "he" || word == "she" || word == "him"; }

/// Kinds whose entities are no organisations.
std::string organisation_kind(const Noun& noun) {
  if (!noun.kind.empty() && noun.kind != "Person" && noun.kind != "Place") return noun.kind;
  return "Company";
}

std::string described_kind(std::string_view head) {
  if (head.starts_with("lab")) return "Lab";
  if (head.starts_with("fund")) return "Fund";
  if (head.starts_with("univers")) return "University";
  if (head == "force" || head == "team" || head == "unit" || head == "committee" || head == "group" ||
      head == "division")
    return "Team";
  return "Company";
}

/// "Division head X resigned", "Y hired Z researcher X": the job named before the name is not held any more.
void end_posts_that_were_left(std::vector<TextClaim>& claims) {
  for (auto& post : claims) {
    if (post.relation != "WORKS_AT" || !post.end.open() || !post.object) continue;
    for (const auto& claim : claims) {
      if (claim.denied || find_property(claim.properties, "planned") != nullptr) continue;
      if (claim.subject.name != post.subject.name || !claim.object) continue;
      const bool left = claim.relation == "LEFT" && claim.object->name == post.object->name;
      const bool gone = claim.relation == "JOINED" && claim.object->name != post.object->name &&
                        claim.sentence == post.sentence && post.rule == "job-before-name";
      if (left || gone) post.end = claim.start;
    }
  }
}

/// One claim said twice is given once: the first, but a job said to be over outweighs the same job without an
/// end.
std::vector<TextClaim> without_repetitions(std::vector<TextClaim> all) {
  std::map<std::string, std::size_t> seen;
  std::vector<TextClaim> out;
  for (auto& claim : all) {
    const std::string key = claim.relation + "|" + claim.subject.name + "|" +
                            (claim.object ? claim.object->name : "") + "|" + (claim.denied ? "no" : "yes") +
                            (claim.amount ? std::to_string(claim.amount->money.low) : "");
    const auto [entry, added] = seen.emplace(key, out.size());
    if (added)
      out.push_back(std::move(claim));
    else if (claim.relation == "WORKS_AT" && !out[entry->second].end.known() && claim.end.known())
      out[entry->second] = std::move(claim);
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

std::optional<Actor> RuleEngine::person(const Noun& noun) const {
  if (noun.type == NounType::pronoun && is_third_person(noun.head)) {
    // the person named before in the same sentence, else the one spoken of last
    for (auto piece = pieces().rbegin(); piece != pieces().rend(); ++piece)
      if (piece->is_noun() && piece->begin < noun.begin && piece->noun.type == NounType::person &&
          piece->noun.named())
        return Actor{piece->noun.name, "Person", piece->noun.id, false};
    return last_person_;
  }
  if (!noun.can_be_person()) return std::nullopt;
  return Actor{noun.name, "Person", noun.id, false};
}

std::vector<Actor> RuleEngine::people(const std::vector<std::size_t>& nouns) const {
  std::vector<Actor> out;
  for (const std::size_t index : nouns) {
    const Noun& noun = pieces()[index].noun;
    if (noun.type == NounType::pronoun && noun.head == "they") {
      out.insert(out.end(), last_people_.begin(), last_people_.end());
    } else if (auto actor = person(noun)) {
      out.push_back(std::move(*actor));
    }
  }
  return out;
}

std::optional<Actor> RuleEngine::organisation(const Noun& noun) const {
  if (noun.type == NounType::pronoun) return noun.head == "it" ? last_organisation_ : std::nullopt;
  if (noun.can_be_organisation()) {
    Actor actor{noun.name, organisation_kind(noun), noun.id, false};
    // "Acme's Robot Lab": such a name is whole only with its owner's
    if (noun.kind == "Lab" && noun.id.empty() && !noun.owner.empty() &&
        noun.owner.front().type == NounType::organisation)
      actor.name = noun.owner.front().name + " " + noun.name;
    return actor;
  }
  if (noun.type != NounType::common && noun.type != NounType::role) return std::nullopt;
  const auto known = described_.find(noun.head);
  if (known != described_.end()) return known->second;
  if (noun.indefinite || !is_organisation_noun(noun.head)) return std::nullopt;
  return last_organisation_;
}

std::vector<Actor> RuleEngine::organisations(const std::vector<std::size_t>& nouns) const {
  std::vector<Actor> out;
  for (const std::size_t index : nouns)
    if (auto actor = organisation(pieces()[index].noun)) out.push_back(std::move(*actor));
  return out;
}

std::optional<Actor> RuleEngine::anyone(const Noun& noun) const {
  if (noun.type == NounType::place) return std::nullopt;
  if (noun.type == NounType::person && noun.named()) return person(noun);
  return organisation(noun);
}

std::optional<Actor> RuleEngine::employer_of(const Actor& person) const {
  const auto found = employers_.find(person.name);
  if (found == employers_.end()) return std::nullopt;
  return found->second;
}

Actor RuleEngine::describe(std::string_view prefix, const Noun& noun, std::string_view kind,
                           std::string_view link, const Actor& whose) {
  const std::string what = noun.described.empty() ? noun.head : noun.described;
  Actor actor;
  actor.described = true;
  actor.kind = kind.empty() ? described_kind(noun.head) : std::string(kind);
  actor.name = "unnamed " + what + " " + std::string(link) + " " + whose.name;
  actor.id = std::string(prefix) + "/" + slug(actor.name);
  if (prefix == "org") {
    described_[noun.head] = actor;
    last_organisation_ = actor;
  }
  return actor;
}

Date RuleEngine::event_date(const Verb& verb) const {
  if (const auto piece = clauses_->date_of(verb)) return pieces()[*piece].date;
  if (sentence().item_date.known()) return sentence().item_date;
  // ".., days after X resigned": before the day that the sentence is about
  const auto nouns = clauses_->subject(verb);
  const std::size_t from = nouns.empty() ? verb.piece : nouns.front();
  if (from >= 2 && pieces()[from - 1].is("after") && pieces()[from - 2].is_noun()) {
    const std::string& unit = pieces()[from - 2].noun.head;
    if (unit == "days" || unit == "day" || unit == "hours" || unit == "week") {
      for (const Piece& piece : pieces())
        if (piece.kind == Piece::Kind::date) return days_before(piece.date);
      if (published().known()) return days_before(published());
    }
  }
  const Date& day_of_page = published();
  if (!day_of_page.known() || verb.planned || verb.infinitive) return {};
  const std::string& form = pieces()[verb.piece].lower;
  const bool now = verb.progressive || !(is_past_form(form) || is_ing_form(form));
  if (now) {  // "is joining", "joins": about now
    const CivilDate day = to_civil(last_day(day_of_page));
    return day_of_page.precision == DatePrecision::year ? day_of_page : Date::in_month(day.year, day.month);
  }
  return until(day_of_page);
}

void RuleEngine::claim(std::string_view rule, std::string_view relation, const Actor& subject,
                       const std::optional<Actor>& object, const Verb* verb, std::size_t from, std::size_t to,
                       ClaimDraft draft) {
  if (object && object->name == subject.name) return;
  if (from > to) std::swap(from, to);
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
  if (verb != nullptr) {
    out.denied = verb->negated;
    if (verb->planned) out.properties.emplace_back("planned", Value(true));
  }
  if (!cited_.empty() && from >= cited_from_ && from < cited_to_) {
    out.cited = cited_;
    out.cited_date = cited_date_;
    if (out.status.empty()) out.status = "reported";
  }
  out.sentence = index_;
  const auto& tokens = sentence().sentence.tokens;
  out.begin = tokens[pieces()[from].begin].offset;
  out.end_offset = tokens[pieces()[std::min(to, pieces().size() - 1)].end - 1].end();
  out_.push_back(std::move(out));
}

/// "Daily Planet reported that ..", "according to Daily Planet", ".., Daily Planet reported".
void RuleEngine::find_citation() {
  cited_.clear();
  cited_date_ = published();
  const auto& all = pieces();
  for (std::size_t i = 0; i + 1 < all.size(); ++i) {
    const bool named = all[i].is_noun() && all[i].noun.can_be_organisation() &&
                       all[i].noun.employer.empty() && all[i].noun.group.empty();
    if (!named) continue;
    const std::string& next = all[i + 1].lower;
    const bool reports = all[i + 1].kind == Piece::Kind::word &&
                         (next == "reported" || next == "reports" || next == "adds" || next == "added");
    const bool according = i >= 2 && all[i - 1].is("to") && all[i - 2].is("according");
    if (!reports && !according) continue;
    cited_ = all[i].noun.name;
    const bool leads = reports && i + 2 < all.size() && !all[i + 2].is(".");
    cited_from_ = leads ? i + 1 : 0;
    cited_to_ = all.size();
    for (std::size_t k = 0; k < i; ++k)
      if (all[k].kind == Piece::Kind::date && leads) cited_date_ = all[k].date;
    return;
  }
}

/// After a sentence: its people and its first organisation are whom "he", "they" and "the company" mean.
void RuleEngine::remember_subjects() {
  std::vector<Actor> people_here;
  bool organisation_here = false;
  for (const Piece& piece : pieces()) {
    if (!piece.is_noun() || !piece.noun.named()) continue;
    if (piece.noun.type == NounType::person) {
      if (auto actor = person(piece.noun))
        if (std::none_of(people_here.begin(), people_here.end(),
                         [&](const Actor& a) { return a.name == actor->name; }))
          people_here.push_back(std::move(*actor));
    } else if (!organisation_here && piece.noun.type == NounType::organisation && piece.noun.name != cited_ &&
               described_.empty()) {
      last_organisation_ = organisation(piece.noun);
      organisation_here = true;
    }
  }
  // What was founded or raised money here is what the next sentence calls "the company".
  for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence == index_; ++claim) {
    if (claim->relation == "FOUNDED" && claim->object) last_organisation_ = claim->object;
    if (claim->relation == "RAISED") last_organisation_ = claim->subject;
  }
  if (!people_here.empty()) last_person_ = people_here.front();
  if (people_here.size() >= 2) last_people_ = std::move(people_here);
}

bool RuleEngine::said_here(const std::string& name) const {
  for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence == index_; ++claim)
    if (claim->subject.name == name) return true;
  return false;
}

/// "X, who has run A's team since 2021, is joining B": then X leaves A, though nobody says so.
void RuleEngine::infer_departures() {
  const std::size_t count = out_.size();
  for (std::size_t i = 0; i < count; ++i) {
    const TextClaim& joined = out_[i];
    if (joined.sentence != index_ || joined.relation != "JOINED" || joined.denied || !joined.object) continue;
    for (std::size_t k = 0; k < count; ++k) {
      const TextClaim& post = out_[k];
      const bool held =
          post.sentence == index_ && post.relation == "WORKS_AT" && post.rule == "led" && !post.end.known();
      if (!held || post.subject.name != joined.subject.name || !post.object ||
          post.object->name == joined.object->name)
        continue;
      TextClaim left = joined;
      left.rule = "left-for-another";
      left.relation = "LEFT";
      left.object = post.object;
      left.role = post.role;
      left.properties.emplace_back("inferred", Value(true));
      out_.push_back(std::move(left));
      break;
    }
  }
}

std::vector<TextClaim> RuleEngine::run() {
  for (index_ = 0; index_ < document_.sentences().size(); ++index_) {
    if (sentence().chinese || is_title_case(sentence().sentence)) continue;
    const Clauses clauses(sentence());
    clauses_ = &clauses;
    find_citation();
    find_careers(*this);
    find_foundings(*this);
    find_money(*this);
    if (sentence().item_date.known()) find_headlines(*this);
    infer_departures();
    remember_subjects();
    clauses_ = nullptr;
  }
  return std::move(out_);
}

std::vector<TextClaim> extract_claims(const Document& document) {
  auto all = RuleEngine(document).run();
  for (auto& claim : find_chinese_claims(document)) all.push_back(std::move(claim));
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
