#include "ingest/text/chinese/engine.hpp"

#include <algorithm>

#include "ingest/text/chinese/chinese.hpp"
#include "ingest/text/chinese/letters.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

/// A sentence of more bytes is no prose and is not read.
constexpr std::size_t kLongestSentence = 6000;

bool readable(const ParsedSentence& sentence) {
  return sentence.chinese && sentence.sentence.text.size() <= kLongestSentence;
}

/// The last part of a foreign name: what the text calls the person from then on.
std::u32string_view last_part(std::u32string_view name) {
  const auto dot = is_latin(name.front()) ? name.rfind(U' ') : name.rfind(U'·');
  return dot == std::u32string_view::npos ? std::u32string_view{} : name.substr(dot + 1);
}

/// Words that make sure that the name beside them is a person's.
bool speaks_of_person(const Part& part) {
  switch (part.word) {
    case Word::join:
    case Word::leave:
    case Word::step_down:
    case Word::found:
    case Word::hold:
    case Word::work:
    case Word::graduate:
    case Word::study:
    case Word::mentor:
    case Word::say:
      return part.kind == Part::Kind::word;
    default:
      return false;
  }
}

}  // namespace

ChineseEngine::ChineseEngine(const Document& document) : document_(document), memory_(document.lexicon()) {}

const Date& ChineseEngine::published() const {
  const Date& item = document_.sentences()[index_].item_date;
  return item.known() ? item : document_.published();
}

/// Before the rules read anything: which names are sure somewhere in the document, and which form of an
/// organisation's name it uses most.
void ChineseEngine::collect_names() {
  std::map<std::string, std::map<std::string, std::size_t>> forms;
  for (const auto& sentence : document_.sentences()) {
    if (!readable(sentence)) continue;
    const Characters text(sentence.sentence.text);
    const auto found = cut_parts(text, document_.published(), memory_);
    learn_organisations(found, memory_);
    for (std::size_t i = 0; i < found.size(); ++i) {
      const Part& part = found[i];
      if (part.kind == Part::Kind::organisation && !part.english.empty()) ++forms[part.english][part.name];
      if (part.kind != Part::Kind::person) continue;
      std::size_t next = i + 1;
      while (next < found.size() && is_filler(found[next])) ++next;
      const bool acts = next < found.size() && speaks_of_person(found[next]);
      if (part.sure || acts) memory_.add_person(part.plain);
      const auto last = last_part(part.plain);
      if (last.size() < 2) continue;
      memory_.add_person(last);
      full_names_.emplace(last, part.name);
    }
  }
  for (const auto& [english, counts] : forms) {
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto& a, const auto& b) {
      return std::pair(a.second, a.first.size()) < std::pair(b.second, b.first.size());
    });
    written_names_[english] = most->first;
  }
}

std::string ChineseEngine::written(std::size_t begin_part, std::size_t end_part) const {
  if (begin_part >= end_part || end_part > parts().size()) return {};
  return text_->written(parts()[begin_part].begin, parts()[end_part - 1].end);
}

std::optional<Actor> ChineseEngine::employer_of(const Actor& person) const {
  const auto found = employers_.find(person.name);
  return found == employers_.end() ? std::nullopt : std::optional(found->second);
}

Actor ChineseEngine::describe(const std::string& phrase, const Actor& founder) {
  Actor actor;
  actor.described = true;
  actor.kind = phrase.find("实验室") != std::string::npos || phrase.find("實驗室") != std::string::npos
                   ? "Lab"
                   : "Company";
  actor.name = "unnamed " + phrase + " founded by " + founder.name;
  actor.id = "org/" + slug(actor.name);
  last_organisation_ = actor;
  return actor;
}

void ChineseEngine::claim(std::string_view rule, std::string_view relation, const Actor& subject,
                          const std::optional<Actor>& object, const ChineseMood& mood, std::size_t from,
                          std::size_t to, ClaimDraft draft) {
  if (mood.none || (object && object->name == subject.name)) return;
  if (from > to) std::swap(from, to);
  TextClaim out = drafted_claim(rule, relation, subject, object, std::move(draft));
  out.denied = mood.denied;
  if (mood.planned) out.properties.emplace_back("planned", Value(true));
  out.status = mood.status;
  if (!cited_.empty() && cited_ != subject.name) {
    out.cited = cited_;
    out.cited_date = cited_date_;
  }
  if (!cited_status_.empty() &&
      (out.status.empty() || (cited_status_ == "confirmed" && out.status != "rumoured")))
    out.status = cited_status_;
  out.sentence = index_;
  const auto& sentence = document_.sentences()[index_].sentence;
  out.begin = sentence.offset + text_->offset(parts()[from].begin);
  out.end_offset = sentence.offset + text_->offset(parts()[std::min(to, parts().size() - 1)].end);
  out_.push_back(std::move(out));
}

TextClaim* ChineseEngine::claim_here(std::string_view relation, const std::string& subject) {
  for (auto found = out_.rbegin(); found != out_.rend() && found->sentence == index_; ++found)
    if (found->relation == relation && found->subject.name == subject) return &*found;
  return nullptr;
}

const TextClaim* ChineseEngine::last_departure_here() const {
  for (auto found = out_.rbegin(); found != out_.rend() && found->sentence == index_; ++found)
    if (found->relation == "LEFT" && !found->denied) return &*found;
  return nullptr;
}

bool ChineseEngine::arrival_here() const {
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    return claim.sentence == index_ && claim.relation == "JOINED" && !claim.denied;
  });
}

/// A job beside a name says less than the sentence that dates it.
void ChineseEngine::keep_dated_jobs() {
  const auto dated = [&](const TextClaim& job) {
    return job.rule == "zh-job-before-name" && !job.start.known() && job.end.open() && job.object &&
           std::any_of(out_.begin(), out_.end(), [&](const TextClaim& other) {
             return other.relation == "WORKS_AT" && other.rule == "zh-took-post" && !other.denied &&
                    other.object && other.subject.name == job.subject.name &&
                    other.object->name == job.object->name && other.role == job.role && other.start.known() &&
                    other.properties.empty();
           });
  };
  out_.erase(std::remove_if(out_.begin(), out_.end(), dated), out_.end());
}

bool ChineseEngine::told(std::string_view relation, const std::string& subject) const {
  return std::any_of(out_.begin(), out_.end(), [&](const TextClaim& claim) {
    return claim.relation == relation && claim.subject.name == subject && !claim.denied;
  });
}

std::vector<TextClaim> ChineseEngine::run() {
  collect_names();
  for (index_ = 0; index_ < document_.sentences().size(); ++index_)
    if (readable(document_.sentences()[index_])) read_sentence();
  keep_dated_jobs();
  return std::move(out_);
}

void ChineseEngine::read_sentence() {
  text_.emplace(document_.sentences()[index_].sentence.text);
  clauses_ = cut_clauses(cut_parts(*text_, published(), memory_));
  find_citation();
  find_flags();
  for (clause_ = 0; clause_ < clauses_.size(); ++clause_) read_clause();
  end_jobs_left();
  date_departures();
  deny_what_was_said();
  clause_ = 0;
}

void ChineseEngine::read_clause() {
  told_ = out_.size();
  post_before_ = last_post_;
  if (!asked_ && !supposed_) find_chinese_jobs(*this);
  for (std::size_t verb = 0; verb < parts().size(); ++verb) {
    if (!is_event(parts()[verb]) && !parts()[verb].is(Word::past) && !parts()[verb].is(Word::as) &&
        !parts()[verb].is(Word::now) && !parts()[verb].is(Word::former))
      continue;
    find_chinese_posts(*this, verb);
    find_chinese_moves(*this, verb);
    find_chinese_hires(*this, verb);
    find_chinese_studies(*this, verb);
    find_chinese_foundings(*this, verb);
    find_chinese_companies(*this, verb);
    find_chinese_money(*this, verb);
  }
  find_chinese_financing(*this);
  find_chinese_groups(*this);
  remember_subjects();
}

/// "百度研究员张三加入谷歌": the job named before is over with the move.
void ChineseEngine::end_jobs_left() {
  for (auto& job : out_) {
    if (job.sentence != index_ || job.relation != "WORKS_AT" || !job.end.open() || !job.object) continue;
    for (const auto& other : out_) {
      const bool same =
          other.sentence == index_ && other.subject.name == job.subject.name && other.object && !other.denied;
      if (!same || std::any_of(other.properties.begin(), other.properties.end(),
                               [](const auto& p) { return p.first == "planned"; }))
        continue;
      const bool left = other.relation == "LEFT" && other.object->name == job.object->name;
      const bool long_ago =
          other.start.known() && published().known() && last_day(other.start) + 366 < first_day(published());
      const bool gone = other.relation == "JOINED" && other.object->name != job.object->name && !long_ago &&
                        job.rule == "zh-job-before-name";
      if (left || gone) job.end = other.start;
    }
  }
}

/// "去年转投字节跳动的黄文灏" among those who left: whoever arrived elsewhere in a month had left by then.
void ChineseEngine::date_departures() {
  for (auto& left : out_) {
    if (left.sentence != index_ || left.relation != "LEFT" || left.denied) continue;
    for (const auto& joined : out_) {
      const bool same = joined.sentence == index_ && joined.relation == "JOINED" && !joined.denied &&
                        joined.subject.name == left.subject.name;
      const bool vague = left.start == until(published()) || !left.start.known();
      if (same && vague && joined.start.known() && joined.start != left.start) left.start = joined.start;
    }
  }
}

bool ChineseEngine::planned_before() const {
  for (std::size_t k = 0; k < clause_; ++k)
    for (const Part& part : clauses_[k].parts)
      if (part.is(Word::plan)) return true;
  return false;
}

/// "百度回应称，消息不实。" behind the sentence that told the news: what that sentence said is denied.
void ChineseEngine::deny_what_was_said() {
  if (!untrue_ || index_ == 0) return;
  const auto here = [&](const TextClaim& claim) {
    return claim.sentence == index_ && claim.rule != "zh-job-before-name";
  };
  if (std::any_of(out_.begin(), out_.end(), here)) return;
  std::size_t before = index_;
  while (before > 0 && !readable(document_.sentences()[before - 1])) --before;
  if (before == 0) return;
  const auto& sentence = document_.sentences()[index_].sentence;
  const std::size_t count = out_.size();
  for (std::size_t i = 0; i < count; ++i) {
    TextClaim denial = out_[i];
    const bool event = denial.relation == "LEFT" || denial.relation == "JOINED" ||
                       denial.relation == "ACQUIRED" || denial.relation == "RAISED" ||
                       denial.relation == "INVESTED_IN";
    if (denial.sentence + 1 != before || denial.denied || !event) continue;
    denial.rule = "zh-denied-in-reply";
    denial.denied = true;
    denial.status.clear();
    denial.cited.clear();
    denial.start = {};
    denial.sentence = index_;
    denial.begin = sentence.offset;
    denial.end_offset = sentence.offset + sentence.text.size();
    out_.push_back(std::move(denial));
  }
}

std::vector<TextClaim> find_chinese_claims(const Document& document) {
  const auto& sentences = document.sentences();
  if (std::none_of(sentences.begin(), sentences.end(), [](const auto& sentence) { return sentence.chinese; }))
    return {};
  return ChineseEngine(document).run();
}

}  // namespace talentflow::ingest::text
