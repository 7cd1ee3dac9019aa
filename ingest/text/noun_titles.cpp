// Words of titles written large: "VP of Research Ann Example", "CTO of Applications", and the public bodies
// whose names begin with such words: "AI Security Institute", "National Security Agency".
#include "ingest/text/noun_reader.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {

/// "AI Security Institute": words that are none of a name by themselves, up to the word for a public body.
bool NounReader::begins_institution(std::size_t at) const {
  for (std::size_t i = at; i < tokens_.size() && i < at + 6; ++i) {
    const bool joint = i > at && (is(i, "and") || is(i, "&") || is(i, "for"));
    if (!tokens_[i].capital && !joint && !is_common_acronym(tokens_[i].text)) return false;
    if (is_role_noun(tokens_[i].lower) && !is_role_modifier(tokens_[i].lower)) return false;
    if (i >= at + 2 && is_institution_word(tokens_[i].lower)) return true;
  }
  return false;
}

/// "a B.A. in Physics", "a degree in Computer Science", "Bachelor of Arts": written large, and nobody's name.
bool NounReader::is_field_of_study(std::size_t at) const {
  std::size_t first = at;
  while (first > 0 && (tokens_[first - 1].capital || is(first - 1, "and") || is(first - 1, "&"))) --first;
  for (std::size_t i = first; i <= at; ++i) {
    if (i < 2 || !(is(i - 1, "in") || is(i - 1, "of"))) continue;
    const Token& degree = tokens_[i - 2];
    const bool title = degree.is("bachelor") || degree.is("master") || degree.is("doctor");
    const bool named = is_degree_abbreviation(degree.lower) || degree.is("degree") || degree.is("degrees") ||
                       degree.is("doctorate") || degree.is("major") || degree.is("minor") ||
                       (degree.is("'s") && i > 2 && (is(i - 3, "bachelor") || is(i - 3, "master")));
    const bool of_degree = i > 4 && is(i - 3, "of") &&  // "Bachelor of Science in Physics"
                           (is(i - 4, "bachelor") || is(i - 4, "master") || is(i - 4, "doctor"));
    if (is(i - 1, "in") ? named || of_degree : title) return true;
  }
  return false;
}

/// ".. of Research [and Product] [Ann Example]": the field of a post, and whose it is where the name follows.
/// What is written small is a field only before a name; `attach_employer` reads the rest.
bool NounReader::take_field(Noun& noun) const {
  const std::size_t from = noun.end + 1;
  std::size_t end = from;
  while (end < tokens_.size()) {
    if (is_field_word(tokens_[end].lower))
      ++end;
    else if (end > from && (is(end, "and") || is(end, "&")) && end + 1 < tokens_.size() &&
             is_field_word(tokens_[end + 1].lower))
      ++end;
    else
      break;
  }
  if (end == from) return false;
  // "head of Data Lab", "vice president of Cloud at Acme": only what ends with the field
  std::optional<NameChunk> name;
  if (end < tokens_.size() && tokens_[end].capital) name = name_at(end);
  const std::size_t begin = tokens_[from].offset - tokens_.front().offset;
  const std::size_t stop = tokens_[end - 1].end() - tokens_.front().offset;
  const std::string field(tokens_.front().text.data() + begin, stop - begin);
  if (!name) {
    if (!tokens_[from].capital || (end < tokens_.size() && tokens_[end].kind == Token::Kind::word &&
                                   !is_function_word(tokens_[end].lower)))
      return false;
    noun.role += " of " + field;
    noun.end = end;
    return true;
  }
  const Noun person = simple_name(*name, end);
  if (person.type != NounType::person || name->text.find(' ') == std::string::npos) return false;
  noun.role += " of " + field;
  noun.type = NounType::person;
  noun.kind = "Person";
  noun.name = person.name;
  noun.id = person.id;
  noun.sure = person.sure;
  noun.end = name->end;
  return true;
}

/// "the chipmaker's chief executive": a company without a name owns the job. Behind the "'s" where that is
/// so, and the owner goes into the noun; else `at`.
std::size_t NounReader::common_owner_end(Noun& noun, std::vector<Element>& elements, std::size_t at) const {
  if (!is(at, "'s") || elements.empty() || !noun.owner.empty() || noun.determiner != "the") return at;
  const Token& head = tokens_[elements.back().token];
  for (const Element& element : elements)  // "the Oslo company's chief executive"
    if (element.is_name && simple_name(element.name, element.token).type != NounType::place) return at;
  if (!is_organisation_noun(head.lower) || head.lower.ends_with('s')) return at;
  std::size_t job = at + 1;
  while (job < tokens_.size() && (is(job, "new") || is_former_word(tokens_[job].lower))) ++job;
  std::size_t end = job;
  while (end < tokens_.size() && is_role_modifier(tokens_[end].lower) && !is_role_noun(tokens_[end].lower))
    ++end;
  if (end >= tokens_.size() || !is_role_noun(tokens_[end].lower)) return at;
  Noun owner;
  owner.begin = noun.begin;
  owner.end = at;
  owner.type = NounType::common;
  owner.determiner = noun.determiner;
  owner.head = head.lower;
  for (const Element& element : elements)
    owner.described += (owner.described.empty() ? "" : " ") + tokens_[element.token].lower;
  noun.owner = {owner};
  noun.former = noun.former || job != at + 1;
  elements.clear();
  return is(at + 1, "new") ? at + 2 : at + 1;
}

/// "Vice President, Finance", "Senior Director, Cloud Engineering": the field of a post written large behind
/// a comma, where nothing but the sentence goes on.
bool NounReader::take_comma_field(Noun& noun) const {
  if (!is(noun.end, ",") || !tokens_[noun.end - 1].capital || !is_role_noun(tokens_[noun.end - 1].lower))
    return false;
  const std::size_t from = noun.end + 1;
  std::size_t end = from;
  while (end < tokens_.size() && end < from + 4 && tokens_[end].capital &&
         (is_field_word(tokens_[end].lower) || is_role_modifier(tokens_[end].lower)))
    ++end;
  if (end == from || !is_field_word(tokens_[end - 1].lower)) return false;
  if (end < tokens_.size() && tokens_[end].kind == Token::Kind::word &&
      (tokens_[end].capital || !is_function_word(tokens_[end].lower)))
    return false;
  const std::size_t begin = tokens_[from].offset - tokens_.front().offset;
  const std::size_t stop = tokens_[end - 1].end() - tokens_.front().offset;
  noun.role += ", " + std::string(tokens_.front().text.data() + begin, stop - begin);
  noun.end = end;
  return true;
}

/// ".. of machine learning and AI strategy": the second half of a field, behind the first.
bool NounReader::take_second_field(Noun& noun) const {
  std::size_t end = noun.end + 1;
  const std::size_t from = end;
  while (end < tokens_.size() && end < from + 3 &&
         (is_field_word(tokens_[end].lower) || is_role_modifier(tokens_[end].lower)))
    ++end;
  if (end == from || end >= tokens_.size()) return false;
  const bool closed = tokens_[end].kind == Token::Kind::punctuation || is(end, "at") || is(end, "for") ||
                      is(end, "until") || is(end, "since") || is(end, "who") || is(end, "in");
  if (!closed) return false;
  const std::size_t begin = tokens_[noun.end].offset - tokens_.front().offset;
  const std::size_t stop = tokens_[end - 1].end() - tokens_.front().offset;
  noun.role += " " + std::string(tokens_.front().text.data() + begin, stop - begin);
  noun.end = end;
  return true;
}

}  // namespace talentflow::ingest::text
