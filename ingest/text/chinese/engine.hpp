// What the Chinese rules share while they walk through a document: the clause they look at, who was spoken of
// last, whom the sentence cites, and how a claim is put down.
//
// Chinese leaves out the subject that was named before ("2019年加入阿里巴巴，2023年离职"), so each clause
// hands its subject on to the next one, unless that has a subject of its own.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "ingest/text/chinese/parts.hpp"
#include "ingest/text/rule_engine.hpp"

namespace talentflow::ingest::text {

struct ChineseClause {
  std::vector<Part> parts;
  bool aside = false;   ///< stood in brackets
  bool quoted = false;  ///< inside quotation marks: "我" is who speaks
};

/// Clauses of a sentence: cut at commas, colons, brackets and long quotations; "、" joins and does not cut.
std::vector<ChineseClause> cut_clauses(std::vector<Part> parts);

/// How a verb is meant.
struct ChineseMood {
  bool none = false;  ///< asked, wished, possible: no claim
  bool denied = false;
  bool planned = false;
  std::string status;
};

/// A post in words: "前百度副总裁兼首席科学家".
struct Post {
  std::optional<Actor> organisation;
  std::string role;
  std::vector<std::u32string> roles;  ///< one by one, Simplified
  bool former = false;
  bool sure = false;      ///< the organisation is one for sure, not only by its place before the role
  std::size_t begin = 0;  ///< parts of the clause
  std::size_t end = 0;
};

/// People told of by their number ("三名研究员离职"), whom the text may name further on.
struct Group {
  std::string relation;  ///< JOINED or LEFT
  Actor organisation;
  Date start;
  ChineseMood mood;
  std::size_t sentence = 0;
  bool listing = false;  ///< names follow: "其中", "包括"
};

class ChineseEngine {
 public:
  explicit ChineseEngine(const Document& document);
  std::vector<TextClaim> run();

  // the clause that is read
  const std::vector<Part>& parts() const { return clauses_[clause_].parts; }
  const ChineseClause& clause() const { return clauses_[clause_]; }
  std::size_t clause_index() const { return clause_; }
  const std::vector<ChineseClause>& clauses() const { return clauses_; }
  const Part* part(std::size_t index) const { return index < parts().size() ? &parts()[index] : nullptr; }
  bool is(std::size_t index, Word word) const { return index < parts().size() && parts()[index].is(word); }
  std::string written(std::size_t begin_part, std::size_t end_part) const;
  const Date& published() const;
  NameMemory& memory() { return memory_; }

  // who is meant
  std::optional<Actor> person(const Part& part) const;
  std::optional<Actor> organisation(const Part& part);
  /// The organisation that a rule's slot names: one that is sure, or what has the shape of a name there.
  std::optional<Actor> organisation_in_slot(std::size_t index);
  /// People joined by 和 and 、, from a part on; `end` becomes the part behind them.
  std::vector<Actor> people_from(std::size_t index, std::size_t& end) const;
  /// The person behind a job that stands before the name, from a part on; the part itself where there is
  /// none.
  std::size_t over_job(std::size_t index) const;
  std::vector<Actor> people_listed(std::size_t index) const;
  std::vector<Actor> organisations_from(std::size_t index, std::size_t& end);
  /// Whoever does what the verb says: named before it, behind "的", or taken over from the clause before.
  /// `first` becomes the first part that carries them, or stays.
  std::vector<Actor> subject_people(std::size_t verb, std::size_t& first);
  std::optional<Actor> subject_organisation(std::size_t verb, std::size_t& first);
  /// The organisation behind a verb; `at` becomes its part. Modifiers with 的 in between are passed over.
  std::optional<Actor> object_organisation(std::size_t verb, std::size_t& at);
  /// The organisation behind 从, 在, 到 before the verb.
  std::optional<Actor> organisation_after(Word preposition, std::size_t verb, std::size_t& at);
  std::optional<Post> post_at(std::size_t index);
  /// The organisation that the sentence has say so: "百度宣布，副总裁张三离职".
  std::optional<Actor> speaking_organisation(std::size_t verb);

  std::optional<Actor> employer_of(const Actor& person) const;
  void remember_employer(const Actor& person, const Actor& organisation) {
    employers_[person.name] = organisation;
  }
  /// Whether a clause before this one of the sentence speaks of the future.
  bool planned_before() const;
  /// The post that was spoken of last, for "由李四接任".
  const std::optional<Post>& last_post() const { return last_post_; }
  /// The same before the clause that is read: not the job of whoever takes the post over.
  const std::optional<Post>& post_before() const { return post_before_; }
  void remember_post(const Post& post) { last_post_ = post; }
  const std::optional<Actor>& last_organisation() const { return last_organisation_; }
  void remember_organisation(const Actor& organisation) { last_organisation_ = organisation; }
  /// Whether the sentence cites the organisation as its source.
  bool cites(const Part& part) const { return part.name == cited_; }
  /// The organisation that people are told to leave.
  const std::optional<Actor>& losing() const { return losing_; }
  void remember_losing(const Actor& organisation) { losing_ = organisation; }
  const std::optional<Actor>& topic_organisation() const { return topic_organisation_; }
  /// The organisation named last before the clause, backers and sources left out.
  const std::optional<Actor>& last_named() const { return last_named_; }
  std::optional<Group>& group() { return group_; }
  std::size_t sentence_index() const { return index_; }
  /// Whether a claim was made of the person with this relation, before this sentence or in it.
  bool told(std::string_view relation, const std::string& subject) const;
  /// Whether an earlier sentence told as news that the person arrived there: a departure without a later date
  /// of its own is not from there.
  bool just_arrived(const Actor& person, const Actor& employer, const Part* date) const;
  const std::optional<Actor>& last_person() const { return last_person_; }
  const std::vector<Actor>& topic_people() const { return topic_; }
  const std::optional<Actor>& raiser() const { return raiser_; }
  void remember_raiser(const Actor& organisation) { raiser_ = organisation; }
  /// Whether the text tells of the organisation as its subject: that it raised money or was founded.
  bool is_about(const Actor& organisation) const;
  Actor describe(const std::string& phrase, const Actor& founder);

  ChineseMood mood(std::size_t verb) const;
  /// The date that the words give for the verb; nullptr when they give none.
  const Part* date_of(std::size_t verb) const;
  const Part* date_of_effect() const;
  Date next_such_day(const Part& part) const;
  bool takes_effect_later(const Part* date) const;
  const Part* date_of_graduation(std::size_t verb) const;
  Date event_date(std::size_t verb, const ChineseMood& mood) const;
  bool is_news(std::size_t verb) const;
  /// The last departure that this sentence told of; nullptr if none.
  const TextClaim* last_departure_here() const;
  /// Whether this sentence told of an arrival.
  bool arrival_here() const;
  /// "加入雅虎" where nothing says what 雅虎 is: a post that follows is there, not with the employer before.
  bool went_to_unknown() const { return unknown_goal_ == index_; }
  void remember_unknown_goal() { unknown_goal_ = index_; }

  void claim(std::string_view rule, std::string_view relation, const Actor& subject,
             const std::optional<Actor>& object, const ChineseMood& mood, std::size_t from, std::size_t to,
             ClaimDraft draft);
  /// The last claim of this sentence about the person with this relation, to add a role to; nullptr if none.
  TextClaim* claim_here(std::string_view relation, const std::string& subject);

 private:
  void collect_names();
  void read_sentence();
  void read_clause();
  void find_citation();
  void find_flags();
  void remember_subjects();
  std::vector<Actor> remember_people();
  void remember_organisations(bool people);
  void remember_claims();
  void date_departures();
  void keep_dated_jobs();
  void end_jobs_left();
  void deny_what_was_said();
  std::string organisation_name(const Part& part);
  std::optional<Actor> organisation_meant(const Part& part);
  bool own_subject_blocks(std::size_t verb) const;
  std::size_t behind_object(std::size_t verb) const;
  std::optional<std::size_t> list_behind(std::size_t of) const;
  bool says_this_person(std::size_t verb) const;
  std::vector<Actor> subject_of_next_clause() const;
  bool hands_over(const Part& part) const;
  std::vector<Actor> together_with(std::size_t begin) const;

  const Document& document_;
  NameMemory memory_;
  std::size_t index_ = 0;
  std::optional<Characters> text_;  ///< of the sentence
  std::vector<ChineseClause> clauses_;
  std::size_t clause_ = 0;
  std::vector<TextClaim> out_;
  std::size_t told_ = 0;  ///< claims made before the clause

  std::map<std::string, std::string> written_names_;  ///< English name -> the form the document uses most
  std::map<std::u32string, std::string> full_names_;  ///< "奥尔特曼" -> "萨姆·奥尔特曼"
  std::optional<Actor> last_person_;
  std::optional<Actor> last_mentioned_;  ///< 后者: in whatever place of a clause
  std::vector<Actor> last_people_;
  std::vector<Actor> topic_;  ///< the subject handed on from clause to clause
  std::optional<Actor> topic_organisation_;
  std::optional<Actor> last_organisation_;
  std::optional<Actor> last_named_;  ///< in whatever place of a sentence, but for backers
  std::optional<Actor> losing_;      ///< whom people are leaving
  std::optional<Group> group_;
  std::optional<std::size_t> unknown_goal_;  ///< the sentence
  std::optional<Actor> raiser_;
  std::optional<Post> last_post_;
  std::optional<Actor> speaker_;
  std::map<std::string, Actor> employers_;

  std::string cited_;
  Date cited_date_;
  std::string cited_status_;
  std::optional<std::size_t> citing_clause_;
  std::optional<Post> post_before_;  ///< the post spoken of last before the clause
  std::size_t rumour_clause_ = 0;    ///< the first clause that a rumour counts for
  bool rumoured_ = false;
  bool untrue_ = false;
  bool asked_ = false;
  bool supposed_ = false;
};

/// Whether the part may be passed over between a verb and what belongs to it.
bool is_filler(const Part& part);
/// 在, 于, 位于, and 曾在, 曾于.
bool says_where(const Part& part);
/// "PhD", "Master", "Bachelor" for the Chinese word; empty for others.
std::string degree_word(std::u32string_view word);
/// Whether a role is that of a founder.
bool founds(std::u32string_view role);
/// "视觉模型与多模态交互团队负责人": a conjunction between two fields of one post.
bool joins_fields(const std::vector<Part>& parts, std::size_t at);
/// Whether a role is one of those at the head of a company.
bool heads_company(std::u32string_view role);
/// What may stand between the organisation of a post and its role: "通义实验室的大模型业务".
bool inside_post(const Part& part);
/// Verbs that say what somebody did: those with a rule.
bool is_event(const Part& part);

// The rules, one file a subject. Each looks at the engine's current clause, and at one of its verbs.
void find_chinese_jobs(ChineseEngine& engine);                         ///< rules_jobs.cpp
void find_chinese_posts(ChineseEngine& engine, std::size_t verb);      ///< rules_posts.cpp
void find_chinese_moves(ChineseEngine& engine, std::size_t verb);      ///< rules_moves.cpp
void find_chinese_departure(ChineseEngine& engine, std::size_t verb);  ///< rules_departures.cpp
void find_chinese_hires(ChineseEngine& engine, std::size_t verb);      ///< rules_hires.cpp
void find_chinese_studies(ChineseEngine& engine, std::size_t verb);    ///< rules_study.cpp
void find_chinese_foundings(ChineseEngine& engine, std::size_t verb);  ///< rules_companies.cpp
void find_chinese_companies(ChineseEngine& engine, std::size_t verb);  ///< rules_companies.cpp
void find_chinese_money(ChineseEngine& engine, std::size_t verb);      ///< rules_money.cpp

void find_chinese_groups(ChineseEngine& engine);     ///< rules_groups.cpp: after the verbs of a clause
void find_chinese_financing(ChineseEngine& engine);  ///< rules_money.cpp: "融资3亿元"

void find_chinese_backers(ChineseEngine& engine, std::size_t verb);      ///< rules_backers.cpp
void find_chinese_backer_list(ChineseEngine& engine, std::size_t noun);  ///< rules_backers.cpp
void claim_investor(ChineseEngine& engine, std::string_view rule, const Actor& investor, const Actor& target,
                    std::size_t verb, std::size_t from, std::size_t to, bool lead,
                    const std::optional<Amount>& amount = std::nullopt);

/// A job as a claim: WORKS_AT, or what the role makes of it (FOUNDED, STUDIED_AT, BOARD_MEMBER_OF, ADVISES).
void claim_post(ChineseEngine& engine, std::string_view rule, const Actor& person, const Post& post,
                const ChineseMood& mood, ClaimDraft draft);

}  // namespace talentflow::ingest::text
