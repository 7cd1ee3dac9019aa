// Three kinds of sentences carry nearly all moves of an item 5.02:
//
//   resigned   "On March 3, 2015, Ann Example tendered her resignation, effective immediately, as a director
//   of .." appointed  "the Board appointed John Example as Executive Vice President and Chief Financial
//   Officer, effective .." biography  "Mr. Example served as President of Other Company, Inc., from January
//   2020 to June 2023."
//
// Each begins with a verb or a dated post; who it is about is the person named beside it. Where a sentence
// names several and it is not certain which one is meant, nothing is read. A seat on the board is no job.
#include "ingest/sources/edgar/officer_sentences.hpp"

#include <algorithm>
#include <set>

#include "ingest/sources/common/reading.hpp"
#include "ingest/sources/edgar/filing_sentences.hpp"
#include "ingest/sources/edgar/officer_patterns.hpp"
#include "ingest/sources/edgar/officer_people.hpp"

namespace talentflow::ingest::edgar {
namespace {

using re2::RE2;
using re2::StringPiece;

std::string date_text(const StringPiece& text) { return loose_date(view(text)).value_or(""); }

/// Of two groups the one that matched.
std::string_view either(const StringPiece& first, const StringPiece& second) {
  return first.empty() ? view(second) : view(first);
}

bool on_board(std::string_view role) {
  const std::string word = lower(role);
  if (word.find("director") == std::string::npos) return word.find("member of") != std::string::npos;
  return word.find("managing director") == std::string::npos &&
         word.find("executive director") == std::string::npos &&
         word.find("director of") == std::string::npos;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text), people_(text) {}

  std::vector<OfficerStatement> read() {
    for (const auto& sentence : sentences_of(text_)) {
      begin(sentence);
      read_departures();
      read_appointments();
      read_biography();
      if (!mentions_.empty()) last_ = mentions_.front().person;
    }
    return std::move(out_);
  }

 private:
  const OfficerPatterns& patterns_ = officer_patterns();

  void begin(const Sentence& sentence) {
    sentence_ = sentence;
    if (sentence.begins_line) {
      last_.clear();
      house_.clear();
    }
    mentions_ = people_.in(sentence.text, last_);
    StringPiece date;
    if (RE2::PartialMatch(piece(sentence.text), patterns_.leading, &date))
      leading_ = date_text(date);
    else if (!RE2::PartialMatch(piece(sentence.text), patterns_.same_day))
      leading_.clear();
  }

  std::string_view behind(std::size_t at) const { return sentence_.text.substr(at); }

  /// The day on which it takes effect: said so, else, where it is at once, the day of the sentence.
  std::string effect_day(std::string_view from) const {
    StringPiece date;
    if (RE2::PartialMatch(piece(from), patterns_.effective_day, &date) ||
        RE2::PartialMatch(piece(from), patterns_.effective, &date))
      return date_text(date);
    return RE2::PartialMatch(piece(from), patterns_.at_once) ? leading_ : std::string();
  }

  void give(OfficerStatement statement) {
    statement.role = trimmed(statement.role);
    for (const std::string_view article : {"a ", "an ", "the "})
      if (statement.role.starts_with(article)) statement.role.erase(0, article.size());
    while (statement.role.ends_with(',')) statement.role.pop_back();
    statement.sentence = sentence_.text;
    statement.offset = sentence_.offset;
    const std::string key = statement.person + "|" + statement.relation + "|" + statement.organisation + "|" +
                            statement.role + "|" + statement.start + "|" + statement.end;
    if (said_.insert(key).second) out_.push_back(std::move(statement));
  }

  /// Whose verb it is that begins at `verb`: the list of persons that ends there, or the only one before it.
  std::pair<std::size_t, std::size_t> subjects_of(std::size_t verb) const {
    std::size_t last = 0;
    while (last < mentions_.size() && mentions_[last].end <= verb) ++last;
    if (last == 0) return {0, 0};
    const auto group = listed_with(mentions_, last - 1, sentence_.text);
    const auto gap = sentence_.text.substr(mentions_[last - 1].end, verb - mentions_[last - 1].end);
    if (RE2::PartialMatch(piece(gap), patterns_.between_person_and_verb)) return group;
    const bool far = gap.size() > 160 || gap.find(';') != std::string_view::npos;
    return group.first > 0 || far ? std::pair<std::size_t, std::size_t>(0, 0) : group;
  }

  void read_departures() {
    StringPiece verb;
    if (RE2::PartialMatch(piece(sentence_.text), patterns_.departure, &verb)) {
      const auto at = static_cast<std::size_t>(verb.data() - sentence_.text.data());
      const auto [first, end] = subjects_of(at);
      for (auto i = first; i < end; ++i)
        leave(mentions_[i], view(verb), at, sentence_.text.substr(mentions_[end - 1].end));
    }
    for (const auto& mention : mentions_)
      if (RE2::PartialMatch(piece(behind(mention.end)), patterns_.possessive_departure, &verb))
        leave(mention, view(verb), static_cast<std::size_t>(verb.data() - sentence_.text.data()), {});
  }

  /// Of an employment only: an agreement or a plan is terminated, too.
  bool ends_no_employment(std::string_view verb, const Mention& mention) const {
    return verb.ends_with("terminated") && !behind(mention.end).starts_with("'s ") &&
           !behind(mention.end).starts_with("’s ") &&
           !sentence_.text.substr(0, mention.begin).ends_with("employment of ");
  }

  void leave(const Mention& mention, std::string_view verb, std::size_t at, std::string_view beside) {
    const auto after = behind(at);
    if (ends_no_employment(verb, mention) || RE2::PartialMatch(piece(after), patterns_.stays)) return;
    // "If Mr. X resigns ..", "may be terminated": terms of an agreement.
    if (RE2::PartialMatch(piece(sentence_.text.substr(0, at)), patterns_.conditional)) return;
    OfficerStatement out;
    out.rule = "resigned";
    out.person = mention.person;
    StringPiece role, role_with_field, date;
    const bool from_board = RE2::PartialMatch(piece(after), patterns_.from_board) || verb == "left the Board";
    if (RE2::PartialMatch(piece(after), patterns_.departure_role, &role, &role_with_field) ||
        (!from_board && (RE2::PartialMatch(piece(beside), patterns_.apposition, &role, &role_with_field) ||
                         RE2::PartialMatch(piece(sentence_.text.substr(0, mention.begin)),
                                           patterns_.role_before, &role, &role_with_field))))
      out.role = either(role, role_with_field);
    out.start = effect_day(after);
    if (out.start.empty() && RE2::PartialMatch(piece(after), patterns_.stated_day, &date))
      out.start = date_text(date);
    const bool told =
        verb.find("notif") != std::string_view::npos || verb.find("inform") != std::string_view::npos ||
        verb.find("advis") != std::string_view::npos || verb.find("announc") != std::string_view::npos;
    out.planned = RE2::PartialMatch(piece(verb), patterns_.future) &&
                  (out.start.empty() || leading_.empty() || out.start > leading_);
    if (out.start.empty() && !out.planned && !told) out.start = leading_;
    const bool seat = on_board(out.role) || (out.role.empty() && from_board);
    if (seat) return end_seat(std::move(out));
    out.relation = "LEFT";
    OfficerStatement from_the_board_too = out;
    give(std::move(out));
    if (!from_the_board_too.role.empty() && RE2::PartialMatch(piece(after), patterns_.also_from_board)) {
      from_the_board_too.role.clear();
      end_seat(std::move(from_the_board_too));
    }
  }

  /// Nothing is said of a seat but that it will end, where no day is named.
  void end_seat(OfficerStatement out) {
    if (out.start.empty()) return;
    out.relation = "BOARD_MEMBER_OF";
    out.end = std::move(out.start);
    out.start.clear();
    if (out.role.empty()) out.role = "director";
    give(std::move(out));
  }

  void read_appointments() {
    // "There are no arrangements .. pursuant to which Mr. X was elected".
    if (RE2::PartialMatch(piece(sentence_.text), patterns_.no_arrangement)) return;
    for (std::size_t i = 0; i < mentions_.size();) {
      const auto group = listed_with(mentions_, i, sentence_.text);
      read_appointments(group.first, group.second);
      i = std::max(i + 1, group.second);
    }
  }

  /// The persons of one list, by the verb before or behind them.
  void read_appointments(std::size_t first, std::size_t end) {
    const auto before = sentence_.text.substr(0, mentions_[first].begin);
    std::string_view after = behind(mentions_[end - 1].end);
    StringPiece role, role_with_field, head;
    if (RE2::PartialMatch(piece(after), patterns_.takes_post, &role, &role_with_field))
      return appoint(first, end, either(role, role_with_field), after, {});
    StringPiece rest = piece(after);
    const bool passive = RE2::Consume(&rest, patterns_.was_appointed);
    if (passive)
      after = view(rest);
    else if (!RE2::PartialMatch(piece(before), patterns_.appointed_whom))
      return;
    if (RE2::PartialMatch(piece(after), patterns_.board_behind))
      return appoint(first, end, "director", after, after);
    if (RE2::PartialMatch(piece(after), patterns_.role_behind, &role, &role_with_field))
      appoint(first, end, either(role, role_with_field), after, {});
  }

  void appoint(std::size_t first, std::size_t end, std::string_view role, std::string_view after,
               std::string_view board) {
    if (board.empty()) {
      const auto role_end = static_cast<std::size_t>(role.data() + role.size() - sentence_.text.data());
      if (RE2::PartialMatch(piece(behind(role_end)), patterns_.committee)) return;
    }
    for (auto i = first; i < end; ++i) {
      OfficerStatement out;
      out.rule = "appointed";
      out.person = mentions_[i].person;
      out.role = role;
      out.start = effect_day(after);
      if (out.start.empty()) out.start = effect_day(sentence_.text);
      const bool later = after.substr(0, 40).find("will ") != std::string_view::npos;
      const bool serves = after.substr(0, 40).find("will serve") != std::string_view::npos;
      if (serves && out.start.empty()) return;  // terms of an agreement, mostly
      out.planned = later && out.start.empty();
      if (out.start.empty() && !later) out.start = leading_;
      out.relation = !board.empty() || on_board(role) ? "BOARD_MEMBER_OF" : "WORKS_AT";
      give(std::move(out));
    }
  }

  /// Whom a post is told of: the nearest person before it; nobody where another stands between.
  const Mention* holder_at(std::size_t at) const {
    const Mention* out = nullptr;
    for (const auto& mention : mentions_)
      if (mention.end <= at) out = &mention;
    return out;
  }

  void read_biography() {
    StringPiece first, last;
    std::string start, end;
    if (RE2::PartialMatch(piece(sentence_.text), patterns_.leading_period, &first, &last)) {
      start = date_text(first);
      end = date_text(last);
      return read_period_first(start, end);
    }
    read_dated_posts();
    read_employments();
  }

  /// "From 2010 to 2018, Dr. X served as Professor of Physics at Sample University."
  void read_period_first(const std::string& start, const std::string& end) {
    if (mentions_.empty()) return;
    StringPiece role, role_with_field, company;
    if (!RE2::PartialMatch(piece(behind(mentions_.front().end)), patterns_.held_post, &role, &role_with_field,
                           &company))
      return;
    give_post(mentions_.front(), std::string(either(role, role_with_field)),
              std::string(organisation_of(view(company))), start, end);
  }

  void read_dated_posts() {
    if (RE2::PartialMatch(piece(sentence_.text), patterns_.company_served)) house_ = "Company";
    std::string house = house_;
    StringPiece rest = piece(sentence_.text), role, role_with_field, company, first, last, since;
    while (RE2::FindAndConsume(&rest, patterns_.dated_post, &role, &role_with_field, &company, &first, &last,
                               &since)) {
      auto post = either(role, role_with_field);
      const auto at = static_cast<std::size_t>(post.data() - sentence_.text.data());
      const Mention* const holder = holder_at(at);
      if (const auto named = organisation_of(view(company)); is_field(named))
        post = sentence_.text.substr(at, static_cast<std::size_t>(named.data() + named.size() - post.data()));
      else if (!named.empty())
        house = named;
      if (holder == nullptr || house.empty() || house.find("Committee") != std::string::npos) continue;
      const auto verb = sentence_.text.substr(holder->end, at - holder->end);
      if (since.empty())
        give_post(*holder, std::string(post), house, date_text(first), date_text(last));
      else if (RE2::PartialMatch(piece(verb), patterns_.still) &&
               verb.find("reviously") == std::string_view::npos)
        give_post(*holder, std::string(post), house, date_text(since), "..");
    }
  }

  void read_employments() {
    StringPiece rest = piece(sentence_.text), company, role, role_with_field, first, last;
    while (RE2::FindAndConsume(&rest, patterns_.employed_as, &company, &role, &role_with_field)) {
      const Mention* const holder =
          holder_at(static_cast<std::size_t>(company.data() - sentence_.text.data()));
      if (holder == nullptr ||
          !RE2::PartialMatch(piece(view(rest).substr(0, 80)), patterns_.from_to, &first, &last))
        continue;
      give_post(*holder, std::string(either(role, role_with_field)),
                std::string(organisation_of(view(company))), date_text(first), date_text(last));
    }
    rest = piece(sentence_.text);
    while (RE2::FindAndConsume(&rest, patterns_.joined_in, &company, &first, &role, &role_with_field)) {
      const Mention* const holder =
          holder_at(static_cast<std::size_t>(company.data() - sentence_.text.data()));
      const auto house = organisation_of(view(company));
      if (holder == nullptr || house.find("Board") != std::string_view::npos) continue;
      if (sentence_.text.substr(0, static_cast<std::size_t>(company.data() - sentence_.text.data()))
              .ends_with("rior to joining "))
        continue;
      give_post(*holder, std::string(either(role, role_with_field)), std::string(house), date_text(first),
                "");
    }
  }

  void give_post(const Mention& holder, std::string role, std::string house, std::string start,
                 std::string end) {
    OfficerStatement out;
    out.rule = "biography";
    out.person = holder.person;
    out.role = std::move(role);
    const bool filer = house == "Company" || house == "Registrant" || house == "Corporation";
    if (!filer) out.organisation = std::move(house);
    out.start = std::move(start);
    out.end = std::move(end);
    out.relation = on_board(out.role) ? "BOARD_MEMBER_OF" : "WORKS_AT";
    give(std::move(out));
  }

  std::string_view text_;
  OfficerPeople people_;
  Sentence sentence_{};
  std::vector<Mention> mentions_;
  std::string leading_, last_, house_;  ///< of the paragraph: day, person, house that sentences speak of
  std::set<std::string> said_;
  std::vector<OfficerStatement> out_;
};

}  // namespace

std::vector<OfficerStatement> officer_statements(std::string_view text) { return Reader(text).read(); }

}  // namespace talentflow::ingest::edgar
