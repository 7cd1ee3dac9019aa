// Three kinds of sentences carry nearly all moves of an item 5.02:
//
//   resigned   "On March 3, 2015, Ann Example tendered her resignation, effective immediately, as a director
//   of .." appointed  "the Board appointed John Example as Executive Vice President and Chief Financial
//   Officer, effective .." biography  "Mr. Example served as President of Other Company, Inc., from January
//   2020 to June 2023."
//
// Each is a pattern over one sentence (RE2 is known to this file alone: its time is linear in the text).
// Persons must be names: runs of capitalised words among which no word of companies' or offices' titles
// stands. "Mr. Example" is the full name that the text gives elsewhere. A seat on the board is no job.
#include "ingest/sources/edgar/officer_sentences.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <set>

#include <re2/re2.h>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest::edgar {
namespace {

using re2::RE2;
using re2::StringPiece;

#define TALENTFLOW_MONTH \
  "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
#define TALENTFLOW_DATE "((?:" TALENTFLOW_MONTH " (?:[0-9]{1,2}, )?)?(?:19|20)[0-9]{2})"
#define TALENTFLOW_WORD "(?:[A-Z]\\.|(?:[A-Z][a-z]?['’])?[A-Z][A-Za-z’'-]*[a-z])"
#define TALENTFLOW_NAME TALENTFLOW_WORD "(?: " TALENTFLOW_WORD "){1,3}(?:,? (?:Jr\\.|Sr\\.|II|III|IV))?"
#define TALENTFLOW_PERSON "((?:(?:Mr|Ms|Mrs|Dr)\\. " TALENTFLOW_WORD ")|" TALENTFLOW_NAME ")"
#define TALENTFLOW_ROLE                                                                                 \
  "((?:[A-Z][A-Za-z-]*,? (?:and |of |for |& |the "                                                      \
  ")*){0,12}(?:Officer|President|Chairman|Chairwoman|Chair|Counsel|"                                    \
  "Treasurer|Secretary|Controller|Director|Manager|Principal Executive|Principal Financial "            \
  "Officer)(?:-Elect)?"                                                                                 \
  "(?:(?:,| and|, and) (?:[A-Z][A-Za-z-]*,? (?:and |of |for |& "                                        \
  ")*){0,8}(?:Officer|President|Chairman|Chair|Counsel|"                                                \
  "Treasurer|Secretary|Controller))*|[a-z]* ?(?:director|member of the Board)(?: of Directors)?|chief " \
  "[a-z]+ officer|"                                                                                     \
  "president|chairman)"
#define TALENTFLOW_COMPANY                 \
  "((?:[A-Z][A-Za-z0-9&’'.-]*|3M)(?:,? " \
  "(?:Inc\\.|LLC|L\\.P\\.|Ltd\\.|Corp\\.|of|and|&|the|[A-Z][A-Za-z0-9&’'.-]*)){0,7})"

struct Patterns {
  RE2 departure{
      TALENTFLOW_PERSON
      "(?:,? [^.;]{0,160}?)?,? (?:has |had )?(resigned|retired|stepped down|tendered (?:his|her) resignation|"
      "submitted (?:his|her) (?:letter of )?resignation|gave notice of (?:his|her) resignation|"
      "will (?:resign|retire|step down|be retiring|be resigning)|is (?:resigning|retiring|stepping down)|"
      "(?:informed|notified|advised) [^.;]{0,160}?(?:(?:will|would|to|is|was|has|his|her) "
      "(?:resign|retire|step down|resigning|retiring|decided to resign|decided to "
      "retire|resignation|retirement))|"
      "announced [^.;]{0,80}?(?:(?:will|would|to|his|her) (?:resign|retire|step "
      "down|resignation|retirement)))"};
  RE2 departure_role{
      "(?:as|from (?:his|her) (?:position|role|positions)s? as) (?:an? |the |its |our )?(?:[A-Z][A-Za-z]*’s "
      ")?" TALENTFLOW_ROLE};
  RE2 apposition{
      "^,? ?(?:age [0-9]+, |[0-9]+, )?(?:the |our |its )?(?:Company’s |Registrant’s )?" TALENTFLOW_ROLE};
  RE2 appointment{"(?:appointed|named|elected|promoted|hired) " TALENTFLOW_PERSON
                  "(?: \\([^)]*\\))?,?(?: age [0-9]+,| [0-9]+,)? (?:as|to serve as|to be|to the "
                  "(?:position|office|role)s? of|to) "
                  "(?:an? |the |its |our |be )?(?:(?:Company|Registrant|Corporation)[’']s )?(?:new |interim "
                  "|independent )?" TALENTFLOW_ROLE};
  RE2 appointed{TALENTFLOW_PERSON
                "(?: \\([^)]*\\))?,?(?: age [0-9]+,| [0-9]+,)? (?:was|has been|had been) (?:unanimously )?"
                "(?:appointed|named|elected|promoted)(?: by [^,;.]{0,60})?(?:,? effective [A-Za-z]+ [0-9]+, "
                "[0-9]{4},?)?"
                "(?: as| to serve as| to be| to the (?:position|office|role)s? of| to)? "
                "(?:an? |the |its |our )?(?:(?:Company|Registrant|Corporation)[’']s )?(?:new |interim "
                "|independent )?" TALENTFLOW_ROLE};
  RE2 biography{TALENTFLOW_PERSON
                "(?:, [^.;]{0,60}?,)? (?:most recently |previously |also |currently |has previously )*"
                "(served|has served|has been|was|serves|has worked|worked) (?:most recently |previously )?as "
                "(?:an? |the |its |our )?" TALENTFLOW_ROLE};
  RE2 at_company{"^(?: and as an? [a-z ]{3,40})? (?:of|at|for|with) (?:the )?" TALENTFLOW_COMPANY};
  RE2 from_to{"(?:from|between) " TALENTFLOW_DATE
              " (?:to|until|through|and) (?:his |her |the )?" TALENTFLOW_DATE};
  RE2 since{"since (?:joining [^,.]{0,40} in )?" TALENTFLOW_DATE};
  RE2 effective{"effective (?:as of |on |at the [a-z ]{3,40} on )?" TALENTFLOW_DATE};
  RE2 at_once{"effective immediately"};
  RE2 leading{"^(?:\\([a-f]\\)[^A-Z(]{0,3})*(?:\\([0-9]+\\) ?)?(?:Effective|On|In|As of) " TALENTFLOW_DATE};
  RE2 stated_day{"(?:on|in) " TALENTFLOW_DATE};
  RE2 honorific{"(?:Mr|Ms|Mrs|Dr)\\. (" TALENTFLOW_WORD ")"};
  RE2 name{"(" TALENTFLOW_NAME ")"};
  RE2 from_board{"from (?:the |our |its )?(?:[A-Z][A-Za-z&.]*(?:[’']s)? )?(?i:board)\\b"};
  RE2 stays{"\\b(?:defer|rescind|withdr[ae]w|postpone|not to (?:resign|retire)|no longer (?:resign|retire))"};
  RE2 future{
      "\\b(?:will|would|intends?|intent|intended|intention|plans? to|is (?:resigning|retiring|stepping))\\b"};
};

std::string_view view(const StringPiece& piece) { return {piece.data(), piece.size()}; }

std::string date_text(const StringPiece& piece) { return loose_date(view(piece)).value_or(""); }

/// Words that stand in titles and firms, hence in no person's name.
bool is_name(std::string_view text) {
  static const std::set<std::string_view> kNot = {
      "Board",        "Directors",    "Director",   "Committee",  "Company",   "Registrant", "Corporation",
      "Chief",        "Officer",      "Executive",  "Vice",       "President", "Inc.",       "Plan",
      "Agreement",    "Item",         "Section",    "Mr.",        "Ms.",       "Mrs.",       "Dr.",
      "Chairman",     "Chair",        "Senior",     "Annual",     "Meeting",   "Stock",      "The",
      "On",           "In",           "As",         "Effective",  "Item.",     "Exchange",   "Form",
      "Report",       "Compensation", "Nominating", "Governance", "Financial", "Operating",  "Shareholders",
      "Stockholders", "Separation",   "Also",       "Upon",       "Mr",        "Class",      "General",
      "Counsel",      "Corp.",        "LLC",        "Bank",       "Group",     "Holdings",   "Industries",
      "Technologies", "Systems",      "Principal",  "Accounting", "Human",     "Resources",  "His",
      "Her",          "He",           "She",        "Following",  "Pursuant",  "Former",     "Prior",
      "Current",      "January",      "February",   "March",      "June",      "July",       "August",
      "September",    "October",      "November",   "December"};
  const auto words = split(text, ' ');
  return words.size() >= 2 && std::none_of(words.begin(), words.end(), [&](std::string_view word) {
           return kNot.contains(word) || word.ends_with("’s") || word.ends_with("'s");
         });
}

struct Sentence {
  std::string_view text;
  std::size_t offset;
};

bool abbreviation(std::string_view before) {
  static constexpr std::array<std::string_view, 16> kWords = {"Mr",  "Ms",   "Mrs",  "Dr",    "Jr", "Sr",
                                                              "Inc", "Corp", "Co",   "Ltd",   "No", "St",
                                                              "L.P", "U.S",  "Ph.D", "Messrs"};
  const auto cut = before.find_last_of(" \n(“\"");
  const auto word = before.substr(cut == std::string_view::npos ? 0 : cut + 1);
  return word.size() == 1 || std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

/// Sentences end at a line end, or at a stop before a blank and a capital, but for abbreviations and
/// initials.
std::vector<Sentence> sentences_of(std::string_view text) {
  std::vector<Sentence> out;
  std::size_t begin = 0;
  const auto give = [&](std::size_t end) {
    const auto piece = text.substr(begin, end - begin);
    const auto kept = trimmed(piece);
    if (!kept.empty()) out.push_back({kept, begin + static_cast<std::size_t>(kept.data() - piece.data())});
    begin = end;
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\n')
      give(i + 1);
    else if (text[i] == '.' && i + 2 < text.size() && text[i + 1] == ' ' &&
             !(text[i + 2] >= 'a' && text[i + 2] <= 'z') && !abbreviation(text.substr(begin, i - begin)))
      give(i + 1);
  }
  give(text.size());
  return out;
}

class Reader {
 public:
  explicit Reader(std::string_view text) : text_(text) { learn_names(); }

  std::vector<OfficerStatement> read() {
    for (const auto& sentence : sentences_of(text_)) {
      sentence_ = sentence;
      StringPiece date;
      leading_ = RE2::PartialMatch(piece(sentence.text), patterns().leading, &date) ? date_text(date) : "";
      read_departure();
      read_appointments(patterns().appointment);
      read_appointments(patterns().appointed);
      read_biography();
    }
    return std::move(out_);
  }

 private:
  static const Patterns& patterns() {
    static const Patterns compiled;
    return compiled;
  }
  static StringPiece piece(std::string_view text) { return {text.data(), text.size()}; }

  /// Family name -> the first full name with it, empty when several people have it.
  void learn_names() {
    StringPiece rest = piece(text_), family;
    std::set<std::string> families;
    while (RE2::FindAndConsume(&rest, patterns().honorific, &family))
      families.insert(std::string(view(family)));
    rest = piece(text_);
    StringPiece found;
    while (RE2::FindAndConsume(&rest, patterns().name, &found)) {
      const std::string name(view(found));
      const auto words = split(name, ' ');
      for (const auto word : words) {
        const std::string bare(word.ends_with(',') ? word.substr(0, word.size() - 1) : word);
        if (!families.contains(bare) || bare == words[0] || !is_name(name)) continue;
        const auto [known, added] = full_names_.try_emplace(bare, name);
        // Two people of one family name: "Mr. Example" is neither for certain.
        if (!added && split(known->second, ' ')[0] != words[0]) known->second.clear();
      }
    }
  }

  std::string full_name(std::string_view found) const {
    for (const std::string_view title : {"Mr. ", "Ms. ", "Mrs. ", "Dr. "})
      if (found.starts_with(title)) {
        const auto known = full_names_.find(std::string(found.substr(title.size())));
        return known == full_names_.end() ? std::string() : known->second;
      }
    return is_name(found) ? std::string(found) : std::string();
  }

  static bool on_board(std::string_view role) {
    const std::string word = lower(role);
    return word.find("director") != std::string::npos
               ? word.find("managing director") == std::string::npos &&
                     word.find("executive director") == std::string::npos
               : word.find("member of the board") != std::string::npos;
  }

  /// The day on which it takes effect: said so, else the day of the sentence.
  std::string effect_day(std::string_view from) const {
    StringPiece date;
    if (RE2::PartialMatch(piece(from), patterns().effective, &date)) return date_text(date);
    if (RE2::PartialMatch(piece(from), patterns().at_once)) return leading_;
    return {};
  }

  void give(OfficerStatement statement) {
    statement.role = trimmed(statement.role);
    while (statement.role.ends_with(',')) statement.role.pop_back();
    statement.sentence = sentence_.text;
    statement.offset = sentence_.offset;
    const std::string key = statement.person + "|" + statement.relation + "|" + statement.organisation + "|" +
                            statement.role + "|" + statement.start + "|" + statement.end;
    if (said_.insert(key).second) out_.push_back(std::move(statement));
  }

  void read_departure() {
    StringPiece person, verb;
    OfficerStatement out;
    out.rule = "resigned";
    // The first run of capitalised words that is a person's name: "On March" is none.
    for (StringPiece rest = piece(sentence_.text); out.person.empty();) {
      if (!RE2::PartialMatch(rest, patterns().departure, &person, &verb)) return;
      out.person = full_name(view(person));
      const auto first_word = std::min(view(person).find(' '), view(person).size());
      rest.remove_prefix(static_cast<std::size_t>(person.data() - rest.data()) + first_word);
    }
    const auto behind = view(person).data() + view(person).size();
    const std::string_view rest(
        behind, static_cast<std::size_t>(sentence_.text.data() + sentence_.text.size() - behind));
    const std::string_view after(
        view(verb).data(),
        static_cast<std::size_t>(sentence_.text.data() + sentence_.text.size() - view(verb).data()));
    if (RE2::PartialMatch(piece(after), patterns().stays)) return;
    StringPiece role;
    const bool leaves_board = RE2::PartialMatch(piece(after), patterns().from_board);
    const bool names_role = RE2::PartialMatch(piece(after), patterns().departure_role, &role);
    if (names_role || (!leaves_board && RE2::PartialMatch(piece(rest), patterns().apposition, &role)))
      out.role = view(role);
    out.planned = RE2::PartialMatch(piece(after), patterns().future);
    out.start = effect_day(after);
    StringPiece date;
    if (out.start.empty() && RE2::PartialMatch(piece(after), patterns().stated_day, &date))
      out.start = date_text(date);
    if (out.start.empty() && !out.planned && view(verb).find("notif") == std::string_view::npos &&
        view(verb).find("inform") == std::string_view::npos)
      out.start = leading_;
    const bool seat = on_board(out.role) || (out.role.empty() && leaves_board);
    out.relation = seat ? "BOARD_MEMBER_OF" : "LEFT";
    if (seat) {
      out.end = out.start;
      out.start.clear();
      if (out.role.empty()) out.role = "director";
    }
    if (seat && out.end.empty()) return;  // nothing is said about the seat but that it will end
    give(std::move(out));
  }

  void read_appointments(const RE2& pattern) {
    StringPiece rest = piece(sentence_.text), person, role;
    while (RE2::FindAndConsume(&rest, pattern, &person, &role)) {
      OfficerStatement out;
      out.rule = "appointed";
      out.person = full_name(view(person));
      if (out.person.empty()) continue;
      out.role = view(role);
      const std::string_view from(
          view(person).data(),
          static_cast<std::size_t>(sentence_.text.data() + sentence_.text.size() - view(person).data()));
      out.start = effect_day(from);
      if (out.start.empty()) out.start = effect_day(sentence_.text);
      if (out.start.empty()) out.start = leading_;
      out.relation = on_board(out.role) ? "BOARD_MEMBER_OF" : "WORKS_AT";
      give(std::move(out));
    }
  }

  void read_biography() {
    StringPiece rest = piece(sentence_.text), person, verb, role;
    while (RE2::FindAndConsume(&rest, patterns().biography, &person, &verb, &role)) {
      OfficerStatement out;
      out.rule = "biography";
      out.person = full_name(view(person));
      if (out.person.empty()) continue;
      out.role = view(role);
      const auto tail = view(rest).substr(0, std::min<std::size_t>(rest.size(), 220));
      StringPiece company, first, last;
      std::string_view name;
      if (RE2::PartialMatch(piece(tail), patterns().at_company, &company)) name = organisation(view(company));
      if (name.empty()) continue;  // at whom, the sentence does not say in words that can be trusted
      const bool filer = name == "Company" || name == "Registrant" || name == "Corporation";
      const auto clause = tail.substr(0, std::min(tail.find("; "), tail.size()));
      if (RE2::PartialMatch(piece(clause), patterns().from_to, &first, &last)) {
        out.start = date_text(first);
        out.end = date_text(last);
      } else if (RE2::PartialMatch(piece(clause), patterns().since, &first) && view(verb) != "served" &&
                 view(verb) != "was") {
        out.start = date_text(first);
        out.end = "..";
      } else {
        continue;  // a biography without dates orders nothing
      }
      if (!filer) out.organisation = name;
      out.relation = on_board(out.role) ? "BOARD_MEMBER_OF" : "WORKS_AT";
      give(std::move(out));
    }
  }

  /// "Atlas Air Worldwide Holdings, Inc. (" -> without what hangs on at the end.
  static std::string_view organisation(std::string_view found) {
    for (bool changed = true; changed;) {
      changed = false;
      for (const std::string_view ending : {" and", " of", " the", " &", ","})
        if (found.ends_with(ending)) {
          found.remove_suffix(ending.size());
          changed = true;
        }
    }
    return found;
  }

  std::string_view text_;
  std::map<std::string, std::string> full_names_;
  Sentence sentence_{};
  std::string leading_;
  std::set<std::string> said_;
  std::vector<OfficerStatement> out_;
};

}  // namespace

std::vector<OfficerStatement> officer_statements(std::string_view text) { return Reader(text).read(); }

}  // namespace talentflow::ingest::edgar
