// What a sentence leaves behind: whom "he", "they", "the company" and "the lab" mean in the next.
#include <algorithm>
#include <set>

#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// The words that organisations are called by where their names are not repeated: "lab", "university",
/// "institute".
std::vector<std::string_view> words_called(const Noun& noun) {
  static constexpr std::string_view kWords[] = {"institute", "bank",   "foundation", "academy",
                                                "center",    "centre", "council",    "fund",
                                                "agency",    "school", "college"};
  std::vector<std::string_view> out;
  const std::string lower = " " + ascii_lower(noun.name) + " ";
  for (const std::string_view word : kWords)
    if (lower.find(" " + std::string(word) + " ") != std::string::npos) out.push_back(word);
  if (noun.kind == "Lab" || lower.find(" lab ") != std::string::npos ||
      lower.find(" labs ") != std::string::npos)
    out.push_back("lab");
  if (noun.kind == "University") out.push_back("university");
  if (noun.kind == "Fund" || lower.find(" capital ") != std::string::npos ||
      lower.find(" ventures ") != std::string::npos)
    out.push_back("venture firm");
  return out;
}

bool is_he_or_she(const Piece& piece, std::string_view forms) {
  return piece.is_noun() && piece.noun.type == NounType::pronoun && one_of(forms, piece.noun.head);
}

/// "Bob, who was setting up a lab, talked him into coming, and Ann succeeded Bob": still about Ann, whom
/// "him" meant and who is named again. "What he did as Bob's student": Bob is named aside, as an owner.
bool still_means(const std::vector<Piece>& pieces, const std::string& name) {
  bool meant = false;
  bool acts = false;
  bool anybody = false;
  for (const Piece& piece : pieces) {
    if (meant && piece.is_person() && piece.noun.name == name) return true;
    meant = meant || is_he_or_she(piece, "he|she|him");
    acts = acts || is_he_or_she(piece, "he|she");
    // "she answers to Bob", "a degree under Bob": named beside what she does
    const auto at = static_cast<std::size_t>(&piece - pieces.data());
    const bool beside = acts && at > 0 && pieces[at - 1].kind == Piece::Kind::word &&
                        one_of("to|under|by|of|with|from|for|than|like|alongside", pieces[at - 1].lower);
    anybody = anybody || (piece.is_person() && !beside);
  }
  return meant && !anybody;
}

bool is_long_ago(const Date& date, const Date& published) {
  constexpr int kDays = 700;
  return date.known() && published.known() && date.precision != DatePrecision::between &&
         last_day(date) + kDays < first_day(published);
}

}  // namespace

/// Labs and universities named here are "the lab" and "the university" of what follows; the one named most
/// often stays.
void RuleEngine::remember_kinds(const Noun& noun) {
  for (const Noun& owner : noun.owner) remember_kinds(owner);
  for (const Noun& employer : noun.employer) remember_kinds(employer);
  if (!noun.named() && noun.type == NounType::common && !noun.owner.empty() &&
      noun.owner.front().type == NounType::organisation && one_of("lab|laboratory|institute", noun.head))
    if (const auto owner = organisation(noun.owner.front()))
      last_of_kind_[noun.head == "laboratory" ? "lab" : noun.head] = *owner;
  if (noun.type != NounType::organisation || !noun.named()) return;
  const auto actor = organisation(noun);
  if (!actor) return;
  for (const std::string_view word : words_called(noun)) {
    const auto known = last_of_kind_.find(std::string(word));
    if (known != last_of_kind_.end() &&
        document_.mentions_of(known->second.name) > document_.mentions_of(noun.name))
      continue;
    last_of_kind_[std::string(word)] = *actor;
  }
}

/// Organisations of this sentence that the next is not about: former employers, schools, where somebody
/// goes or comes from, investors, who only wished to do something.
std::set<std::string> RuleEngine::passing_organisations() const {
  // where somebody worked before is not what the text is about
  std::set<std::string> past;
  for (const auto& claim : out_)
    if (claim.sentence == index_ && claim.object &&
        (claim.relation == "STUDIED_AT" ||
         (claim.relation == "WORKS_AT" && claim.end.known() && !claim.end.open())))
      past.insert(claim.object->name);
  // nor is where somebody goes who leaves what it is about
  for (const auto& left : out_)
    for (const auto& joined : out_)
      if (left.sentence == index_ && joined.sentence == index_ && left.relation == "LEFT" &&
          joined.relation == "JOINED" && joined.object && left.subject.name == joined.subject.name &&
          left.object && left.object->name == (last_organisation_ ? last_organisation_->name : ""))
        past.insert(joined.object->name);
  for (const auto& left : out_)
    for (const auto& post : out_)
      if (left.sentence == index_ && post.sentence == index_ && left.relation == "LEFT" && left.object &&
          post.relation == "WORKS_AT" && post.end.open() && post.object &&
          post.subject.name == left.subject.name && post.object->name != left.object->name &&
          left.rule == "left")
        past.insert(left.object->name);
  // nor is who only wished to do something
  for (const Verb& verb : clauses_->verbs())
    if (verb.possible && index_ > 0)
      for (const std::size_t subject : clauses_->subject(verb))
        if (noun(subject).named() && noun(subject).type == NounType::organisation)
          past.insert(noun(subject).name);
  // nor is where somebody comes from
  for (const auto& left : out_)
    if (left.sentence == index_ && left.object && one_of("came-from|hired-from", left.rule))
      past.insert(left.object->name);
  // nor is what is only a place of what happens there, or is said not to be something
  for (std::size_t i = 0; i + 2 < pieces().size(); ++i)
    if (pieces()[i].is_noun() && noun(i).named() && noun(i).type == NounType::organisation && i == 0 &&
        ((clauses_->word_at(i + 1, ",") && clauses_->word_at(i + 2, "where")) ||
         (clauses_->word_at(i + 1, "is|was|has|did") && clauses_->word_at(i + 2, "not") &&
          !clauses_->word_at(i + 3, "for|alone|new|yet|going|about"))))  // "is not for sale": about it
      past.insert(noun(i).name);
  // nor is whose man says so: "according to Ann Example of Acme"
  for (std::size_t i = 1; i + 1 < pieces().size(); ++i)
    if (clauses_->word_at(i, "to") && clauses_->word_at(i - 1, "according"))
      for (std::size_t k = i + 1; k < pieces().size() && k < i + 4 && !pieces()[k].is(","); ++k)
        if (pieces()[k].is_noun() && noun(k).named()) past.insert(noun(k).name);
  // nor is who put money into it
  for (const auto& backed : out_)
    if (backed.sentence == index_ && backed.relation == "INVESTED_IN" && backed.object &&
        backed.subject.name != (last_organisation_ ? last_organisation_->name : ""))
      past.insert(backed.subject.name);
  return past;
}

/// "He earned his degree at Y, where Ann Example supervised him", "His work at Y with ..": still about the
/// one spoken of before, whoever else is named.
bool RuleEngine::goes_on_about_one() const {
  if (!last_person_) return false;
  for (const Piece& piece : pieces()) {
    if (piece.kind == Piece::Kind::date || piece.is(",") || piece.is("\"")) continue;
    if (!piece.is_noun()) {
      if (piece.kind == Piece::Kind::word && is_adverb(piece.lower)) continue;
      return false;
    }
    return (piece.noun.type == NounType::pronoun && one_of("he|she", piece.noun.head)) ||
           (one_of("his|her", piece.noun.determiner) && !piece.noun.named());
  }
  return false;
}

/// After a sentence: its people and its first organisation are whom "he", "they" and "the company" mean.
void RuleEngine::remember_subjects() {
  std::vector<Actor> people_here;
  bool organisation_here = false;
  const std::set<std::string> past = passing_organisations();
  const bool begins_with_person =
      !pieces().empty() &&
      (pieces()[0].is_person() || (pieces()[0].is_noun() && one_of("he|she", noun(0).head)));
  std::set<std::size_t> subjects{0};
  for (const Verb& verb : clauses_->verbs())
    for (const std::size_t subject : clauses_->subject(verb)) subjects.insert(subject);
  for (const Piece& piece : pieces()) {
    if (!piece.is_noun()) continue;
    if (piece.noun.named() && piece.noun.type == NounType::person)
      add_unless_named(people_here, person(piece.noun));
    for (const Noun& owner : piece.noun.owner)
      if (owner.type == NounType::person && owner.name.find(' ') != std::string::npos)
        add_unless_named(people_here, person(owner));
    // "The Madrid start-up has ..": still about
    if (!organisation_here && piece.noun.type == NounType::common && piece.noun.determiner == "the" &&
        !piece.noun.plural && is_organisation_noun(piece.noun.head) && last_organisation_)
      organisation_here = true;
    // "its founders were ..": still about what was spoken of
    if ((piece.noun.determiner == "its" ||
         (piece.noun.type == NounType::pronoun && piece.noun.head == "it")) &&
        last_organisation_)
      organisation_here = true;
    const bool organisation_named = piece.noun.named() && piece.noun.type == NounType::organisation;
    remember_kinds(piece.noun);
    const bool owned = !piece.noun.named() && !piece.noun.owner.empty() &&
                       piece.noun.owner.front().type == NounType::organisation;
    const bool employs = !piece.noun.employer.empty() && !piece.noun.former &&
                         piece.noun.type == NounType::role &&
                         piece.noun.employer.front().type == NounType::organisation;
    const auto at = static_cast<std::size_t>(&piece - pieces().data());
    // "Ann Example, an Acme vice president, will head ..": the subject's own house
    const auto holder = employs ? clauses_->holder_of(at) : std::nullopt;
    const bool own_house = holder && *holder == 0 && pieces()[0].is_person();
    if (last_organisation_ && !own_house && told_in_passing(at, sentence().sentence.tokens.size())) continue;
    if (!organisation_here && (organisation_named || owned || employs) && described_.empty()) {
      const Noun& named = organisation_named ? piece.noun
                          : owned            ? piece.noun.owner.front()
                                             : piece.noun.employer.front();
      const bool personal = owned && one_of(
                                         "founder|co-founder|reports|deputy|colleague|friend|wife|husband|"
                                         "brother|sister|boss|lieutenant",
                                         piece.noun.head);
      // where somebody studied or teaches is not what a text about firms is about
      const bool school = named.kind == "University" && last_organisation_ && at > 1 &&
                          (last_organisation_->kind != "University" || begins_with_person);
      // an object, or where something happens, takes nothing from what the whole text is about
      const bool before = at > 0 && clauses_->word_at(at - 1, "at|from");
      const bool aside = last_organisation_ && !subjects.contains(at) && !own_house &&
                         (before || last_organisation_->name == document_.main_organisation());
      // papers report; the text is about something else
      const bool outlet =
          Gazetteer::standard().knows_as(named.name, "Outlet") && document_.main_organisation() != named.name;
      // "wrote on WeChat": where somebody says so
      const bool according =
          at > 1 && clauses_->word_at(at - 1, "to") && clauses_->word_at(at - 2, "according");
      const bool platform = at > 0 && (clauses_->word_at(at - 1, "on") || according) &&
                            document_.main_organisation() != named.name;
      // nor do funds take the place of what they pay for
      const bool fund = named.kind == "Fund" && !subjects.contains(at) && last_organisation_ &&
                        last_organisation_->kind != "Fund" && document_.main_organisation() != named.name;
      if (school || aside || outlet || platform || fund || named.name == cited_ || personal ||
          document_.is_product(named.name) || past.contains(named.name))
        continue;
      if (auto actor = organisation(named)) last_organisation_ = actor;
      organisation_here = true;
    }
  }
  // What was founded or raised money here is what the next sentence calls "the company".
  for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence == index_; ++claim) {
    // "A, who co-founded Blue, accepted the job", "B came from Acme, having earlier set up Blue": told in
    // passing
    bool passing = false;
    for (std::size_t i = 1; i < pieces().size(); ++i) {
      if (sentence().sentence.tokens[pieces()[i].begin].offset != claim->begin || !last_organisation_)
        continue;
      const bool who = clauses_->word_at(i - 1, "who") || (i > 1 && clauses_->word_at(i - 2, "who"));
      const bool having = clauses_->word_at(i - 1, "having|earlier|previously") ||
                          (i > 1 && clauses_->word_at(i - 2, "having"));
      passing = having || (who && (last_organisation_->name == document_.main_organisation() ||
                                   is_long_ago(claim->start, published())));
    }
    if (claim->relation == "FOUNDED" && claim->object && claim->rule.starts_with("founded") && !passing)
      last_organisation_ = claim->object;
    if (claim->relation == "INVESTED_IN" && !claim->denied && claim->rule != "backed-compound")
      last_organisation_ = claim->object;
    if (claim->relation == "RAISED") last_organisation_ = claim->subject;
    if (claim->relation == "RAISED") young_ = claim->subject;
    if ((claim->relation == "FOUNDED" || claim->relation == "ACQUIRED") && claim->object)
      young_ = claim->object;
  }
  // "a PhD under A followed": still about the one before
  const bool beside =
      people_here.size() == 1 && clauses_->verbs().size() <= 1 &&
      std::any_of(pieces().begin() + 1, pieces().end(), [&](const Piece& piece) {
        const auto at = static_cast<std::size_t>(&piece - pieces().data());
        return piece.is_person() && clauses_->word_at(at - 1, "under") && !subjects.contains(at);
      });
  if (!people_here.empty() && !goes_on_about_one() &&
      !(last_person_ && (beside || still_means(pieces(), last_person_->name))))
    last_person_ = people_here.front();
  // "A and B, who .., posted a picture with C": "they" are who did what the first verb says
  for (const Verb& verb : clauses_->verbs())
    if (const auto doing = people(clauses_->subject(verb)); doing.size() >= 2) {
      last_people_ = doing;
      return;
    }
  if (people_here.size() >= 2) last_people_ = std::move(people_here);
}

}  // namespace talentflow::ingest::text
