#include "ingest/sources/resume/went_to.hpp"

#include <algorithm>
#include <array>

#include "ingest/sources/common/reading.hpp"

namespace talentflow::ingest {
namespace {

constexpr auto npos = std::string_view::npos;

template <std::size_t N>
bool listed(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// No organisation that could be named.
bool nowhere(std::string_view text) {
  static constexpr std::array<std::string_view, 24> kNowhere = {
      "retired",          "retirement",   "deceased",   "died",        "stealth",     "stealth startup",
      "stealth start-up", "stealth mode", "sabbatical", "on leave",    "independent", "freelance",
      "self-employed",    "startup",      "a startup",  "new startup", "own startup", "own company",
      "own venture",      "left ai",      "academia",   "industry",    "returned",    "undisclosed startup"};
  return listed(kNowhere, lower(text));
}

bool names_a_role(std::string_view text) {
  static constexpr std::array<std::string_view, 26> kRoles = {
      "ceo",       "cto",        "cfo",      "coo",     "chief",    "founder", "co-founder",
      "cofounder", "president",  "vp",       "head",    "director", "lead",    "professor",
      "scientist", "researcher", "engineer", "fellow",  "partner",  "advisor", "adviser",
      "chair",     "chairman",   "manager",  "postdoc", "student"};
  std::string words = lower(text);
  std::replace_if(
      words.begin(), words.end(), [](char c) { return c == ',' || c == '/' || c == '&'; }, ' ');
  const auto parts = split(words, ' ');
  return std::any_of(parts.begin(), parts.end(), [](std::string_view word) { return listed(kRoles, word); });
}

/// Takes a verb off the beginning; true when it was there.
template <std::size_t N>
bool take_verb(std::string& text, const std::array<std::string_view, N>& verbs) {
  const std::string word = lower(text);
  for (const auto verb : verbs)
    if (word.starts_with(verb)) {
      text = trimmed(std::string_view(text).substr(verb.size()));
      return true;
    }
  return false;
}

/// "Professor at Sample University" -> the university, and the role; likewise "CEO of Other Lab".
void take_role(Destination& out) {
  const std::string text = out.organisation;
  for (const std::string_view joint : {" at ", " @ ", " of ", ", "}) {
    const auto cut = joint == " at " ? text.rfind(joint) : text.find(joint);
    if (cut == std::string::npos || !names_a_role(std::string_view(text).substr(0, cut))) continue;
    out.role = text.substr(0, cut);
    out.organisation = trimmed(std::string_view(text).substr(cut + joint.size()));
    return;
  }
}

Destination one_destination(std::string_view text) {
  static constexpr std::array<std::string_view, 6> kFoundings = {"founded ", "co-founded ", "cofounded ",
                                                                 "started ", "launched ",   "founder of "};
  static constexpr std::array<std::string_view, 5> kJoinings = {"joined ", "moved to ", "went to ", "now at ",
                                                                "to "};
  Destination out;
  std::string inside;
  out.organisation = without_brackets(text, inside);
  (names_a_role(inside) ? out.role : out.note) = inside;
  out.founded = take_verb(out.organisation, kFoundings);
  if (!out.founded) {
    take_verb(out.organisation, kJoinings);
    if (out.role.empty()) take_role(out);
  }
  return out;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.find_first_not_of("0123456789-/") == npos;
}

}  // namespace

std::string without_brackets(std::string_view text, std::string& inside) {
  text = trimmed(text);
  const auto open = text.rfind('(');
  if (open == npos || open == 0 || !text.ends_with(')')) return std::string(text);
  inside = text.substr(open + 1, text.size() - open - 2);
  return std::string(trimmed(text.substr(0, open)));
}

std::vector<Destination> destinations_of(std::string_view text) {
  std::string whole(text);
  for (const std::string_view joint : {" / ", "; "})
    for (auto at = whole.find(joint); at != std::string::npos; at = whole.find(joint, at))
      whole.replace(at, joint.size(), "\n");
  std::vector<Destination> out;
  for (const auto part : split(whole, '\n')) {
    Destination each = one_destination(part);
    if (!says_nothing(each.organisation) && !nowhere(each.organisation)) out.push_back(std::move(each));
  }
  return out;
}

bool says_nothing(std::string_view text) {
  static constexpr std::array<std::string_view, 17> kNothing = {
      "",   "-",   "--",  "\xE2\x80\x93", "\xE2\x80\x94", "?",           "...",     "\xE2\x80\xA6", "n/a",
      "na", "tbd", "tba", "none",         "unknown",      "undisclosed", "unclear", "not disclosed"};
  return listed(kNothing, lower(trimmed(text)));
}

std::string organisation_of_heading(std::string_view heading) {
  static constexpr std::array<std::string_view, 49> kWords = {
      "notable",   "key",       "personnel",  "people",     "departures",  "departure", "departed",
      "departing", "former",    "staff",      "team",       "members",     "member",    "employees",
      "alumni",    "from",      "of",         "at",         "who",         "left",      "and",
      "leaving",   "executive", "executives", "researcher", "researchers", "timeline",  "current",
      "founders",  "founding",  "leadership", "hires",      "new",         "recent",    "joined",
      "arrivals",  "moves",     "talent",     "tracker",    "list",        "table",     "summary",
      "overview",  "notes",     "background", "history",    "log",         "the",       "in"};
  std::string_view text = heading;
  if (const auto joined = heading.find("joined ");
      joined != npos) {  // "who joined Other Lab from Example Lab"
    text = text.substr(joined + 7);
    text = text.substr(0, text.find(" from "));
  }
  for (const std::string_view joint : {" from ", " at "})  // what stands behind is the name
    if (const auto cut = text.rfind(joint); cut != npos) text = text.substr(cut + joint.size());
  std::string out;
  for (const auto word : split(text, ' ')) {
    std::string bare = lower(word);
    while (!bare.empty() && (bare.back() == ':' || bare.back() == ',')) bare.pop_back();
    if (!bare.empty() && !listed(kWords, bare) && !is_number(bare))
      out += (out.empty() ? "" : " ") + std::string(word);
  }
  while (out.ends_with(':') || out.ends_with(',')) out.pop_back();
  const bool name = std::any_of(out.begin(), out.end(), [](char c) {
    return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  });
  return name ? out : std::string();
}

}  // namespace talentflow::ingest
