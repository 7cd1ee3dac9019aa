#include "ingest/text/remarks.hpp"

#include "ingest/text/clauses.hpp"
#include "ingest/text/date_phrase.hpp"

namespace talentflow::ingest::text {
namespace {

constexpr std::size_t kLongestBracket = 40;
/// Nobody holds a post for longer: such a span is a life.
constexpr int kYearsOfALife = 35;

/// Behind a bracket that gives a contract's short name, `(the "Company")`: it says nothing of its sentence.
std::size_t defined_term_end(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at].is("(")) return at;
  std::size_t next = at + 1;
  while (next < tokens.size() &&
         one_of("the|this|such|our|collectively|together|with|hereinafter|as|,|or|and|each|a|an|"
                "referred|to",
                tokens[next].lower))
    ++next;
  if (next >= tokens.size() || !tokens[next].is("\"")) return at;
  for (std::size_t end = next + 1; end < tokens.size() && end < next + 14; ++end)
    if (tokens[end].is(")")) return tokens[end - 1].is("\"") ? end + 1 : at;
  return at;
}

/// The closing bracket of a short remark that opens at `at`; `at` where there is none.
std::size_t bracket_end(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at].is("(")) return at;
  for (std::size_t end = at + 2; end < tokens.size() && end < at + kLongestBracket; ++end)
    if (tokens[end].is(")")) return end;
  return at;
}

/// "(1916 - 5 November 2004)": years that are a life, not a post.
bool is_life(const std::vector<Token>& tokens, std::size_t at, std::size_t end, const Date& published) {
  std::vector<Date> dates;
  while (at < end) {
    if (tokens[at].is("-")) {
      ++at;
      continue;
    }
    const auto phrase = date_at(tokens, at, published);
    if (!phrase || !phrase->date.known()) return false;
    dates.push_back(phrase->date);
    at = phrase->end;
  }
  return dates.size() == 2 && dates[1].range.low - dates[0].range.low > kYearsOfALife * 365;
}

/// "(born April 1960)", "(NYSE: ABC)", "(Arabic: ..)": when a bearer of the name lived, where a firm is
/// listed, how the name is written.
std::size_t annotation_end(const std::vector<Token>& tokens, std::size_t at, const Date& published) {
  const std::size_t end = bracket_end(tokens, at);
  if (end == at) return at;
  const bool labelled = end > at + 2 && tokens[at + 2].is(":") &&
                        one_of(
                            "nyse|nasdaq|hkex|asx|lse|tsx|sse|szse|symbol|ticker|chinese|russian|arabic|"
                            "hebrew|greek|japanese|korean|ukrainian|serbian|persian|bulgarian|polish|hindi",
                            tokens[at + 1].lower);
  const bool birth = tokens[at + 1].is("born") || tokens[at + 1].is("b.") || tokens[at + 1].is("pronounced");
  return labelled || birth || is_life(tokens, at + 1, end, published) ? end + 1 : at;
}

/// ", PhD,", ", OBE": letters behind the name of a person.
std::size_t letters_end(const std::vector<Token>& tokens, std::size_t at) {
  if (!tokens[at].is(",") || at + 1 >= tokens.size() || !tokens[at + 1].capital ||
      !one_of("phd|ph.d|ph.d.|md|m.d.|obe|cbe|mbe|oc|frs|do|jd|cpa|cfa|esq|rn|dsc|kbe|freng",
              tokens[at + 1].lower))
    return at;
  const std::size_t end = at + 2;
  return end < tokens.size() && tokens[end].is(",") ? end + 1 : end;
}

}  // namespace

/// "At 18 Ann Example ..", "; at 25 she ..", "Aged 31, Bob Sample ..".
static std::size_t age_end(const std::vector<Token>& tokens, std::size_t at) {
  const bool begins = at == 0 || tokens[at - 1].is(";") || tokens[at - 1].is("\"");
  if (!begins || at + 2 >= tokens.size() || !(tokens[at].is("at") || tokens[at].is("aged"))) return at;
  const Token& age = tokens[at + 1];
  if (age.kind != Token::Kind::number || age.lower.size() != 2) return at;
  const std::size_t end = tokens[at + 2].is(",") ? at + 3 : at + 2;
  if (end >= tokens.size()) return at;
  const bool told = tokens[end].capital || tokens[end].is("she") || tokens[end].is("he");
  return told ? end : at;
}

std::size_t remark_end(const std::vector<Token>& tokens, std::size_t at, const Noun* before,
                       const Date& published) {
  if (const std::size_t end = defined_term_end(tokens, at); end != at) return end;
  if (const std::size_t end = age_end(tokens, at); end != at) return end;
  if (before == nullptr) return at;
  if (const std::size_t end = annotation_end(tokens, at, published); end != at) return end;
  return before->type == NounType::person ? letters_end(tokens, at) : at;
}

}  // namespace talentflow::ingest::text
