// Jobs in noun phrases: "Acme researcher Ann Example", "former head of research at Acme until 2024".
#include <algorithm>

#include "ingest/text/noun_reader.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {

/// Words between a name and the head: "division head", "researcher".
void NounReader::take_role_words(const std::vector<Element>& elements, std::size_t from, std::size_t to,
                                 Noun& noun) const {
  std::string role;
  for (std::size_t i = from; i < to; ++i) {
    const Token& word = tokens_[elements[i].token];
    if (is_former_word(word.lower)) {
      noun.former = true;
      continue;
    }
    if (word.is("rival") || (word.is("fellow") && i + 1 < to) || word.is("longtime")) continue;
    role += (role.empty() ? "" : " ") + (word.is("&") ? "and" : std::string(word.text));
  }
  if (!role.empty() && is_role_noun(tokens_[elements[to - 1].token].lower)) noun.role = role;
  const std::string lower = ascii_lower(noun.role);
  noun.plural_role = lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("alumnus");
  if (lower == "veteran" || lower == "alum" || lower == "alumnus" || lower == "alumna" || lower == "alumni" ||
      lower == "veterans" || lower == "alums") {
    noun.former = true;
    noun.plural_role = lower == "veterans" || lower == "alumni" || lower == "alums";
    noun.role.clear();
  }
}

/// The phrase ends in lower-case words behind its last name: "Blue AI team", "Acme Labs executive".
void NounReader::end_with_words(const std::vector<Element>& elements, std::size_t last_name,
                                Noun& noun) const {
  const std::size_t count = elements.size();
  const Token& head = tokens_[elements.back().token];
  noun.head = head.lower;
  for (const auto& element : elements) {
    if (!noun.described.empty()) noun.described += ' ';
    noun.described += element.is_name ? ascii_lower(element.name.text) : tokens_[element.token].lower;
  }
  const bool plural_head = head.lower.ends_with('s') && !head.lower.ends_with("ss");
  noun.plural = plural_head;
  if (last_name < count && is_group_noun(head.lower) && !is_role_noun(head.lower)) {
    // the group is named by the name before it
    noun.name = elements[last_name].name.text;
    noun.group = head.lower;
    classify(noun);
    if (noun.type == NounType::person) noun.type = NounType::organisation;
    if (noun.kind == "Person" || (noun.id.empty() && noun.kind == "Company")) noun.kind = "Team";
    return;
  }
  if (is_role_noun(head.lower)) {
    noun.type = NounType::role;
    take_role_words(elements, last_name < count ? last_name + 1 : 0, count, noun);
    noun.plural = plural_head;
    // "names Ada Winter Chief Financial Officer": a person and a new job, not a job at Ada Winter
    const std::size_t name_token = last_name < count ? elements[last_name].token : 0;
    static constexpr std::string_view kNaming[] = {"name",     "appoint", "make", "elect",
                                                   "choose",   "promote", "pick", "install",
                                                   "nominate", "declare", "tap",  "crown"};
    // "has named Ada Winter chief executive"
    const bool named_to = last_name < count && name_token > 0 &&
                          std::find(std::begin(kNaming), std::end(kNaming),
                                    verb_lemma(tokens_[name_token - 1].lower)) != std::end(kNaming);
    if (named_to) {
      Noun person = simple_name(elements[last_name].name, elements[last_name].token);
      if (person.type == NounType::person) {
        noun.type = NounType::person;
        noun.name = person.name;
        noun.id = person.id;
        noun.kind = "Person";
        noun.sure = person.sure;
        noun.named_to = true;
        return;
      }
    }
    if (last_name < count && tokens_[elements[last_name + 1].token].text[0] >= 'A' &&
        tokens_[elements[last_name + 1].token].text[0] <= 'Z') {
      Noun person = simple_name(elements[last_name].name, elements[last_name].token);
      const std::string first = ascii_lower(person.name.substr(0, person.name.find(' ')));
      if (person.type == NounType::person && is_given_name(first)) {
        noun.type = NounType::person;
        noun.name = person.name;
        noun.kind = "Person";
        noun.named_to = true;
        return;
      }
    }
    if (last_name < count)
      noun.employer.push_back(simple_name(elements[last_name].name, elements[last_name].token));
    else if (!noun.owner.empty())
      noun.employer = noun.owner;
    return;
  }
  noun.type = NounType::common;
  if (last_name < count && noun.owner.empty() &&
      (noun.head == "board" || noun.head == "staff" || noun.head == "man" || noun.head == "woman" ||
       noun.head == "hand" || noun.head == "lifer" || noun.head == "equity" || noun.head == "stock" ||
       noun.head == "shares" || noun.head == "phd" || noun.head == "doctorate" || noun.head == "mba" ||
       noun.head == "degree" || noun.head == "insider" || noun.head == "stalwart"))
    noun.owner.push_back(simple_name(elements[last_name].name, elements[last_name].token));
}

bool NounReader::assemble(std::vector<Element>& elements, Noun& noun) const {
  if (elements.empty()) return false;
  std::size_t last_name = elements.size();
  for (std::size_t i = 0; i < elements.size(); ++i)
    if (elements[i].is_name) last_name = i;
  if (last_name + 1 != elements.size()) {
    end_with_words(elements, last_name, noun);
    return true;
  }
  noun.name = elements.back().name.text;
  classify(noun);
  std::size_t before = elements.size();
  for (std::size_t i = 0; i + 1 < elements.size(); ++i)
    if (elements[i].is_name) before = i;
  const std::size_t role_from = before < elements.size() ? before + 1 : 0;
  if (role_from + 1 < elements.size()) {
    take_role_words(elements, role_from, elements.size() - 1, noun);
    const bool job = !noun.role.empty() || noun.former;
    if (noun.role.empty() && noun.former && is_role_noun(tokens_[elements[elements.size() - 2].token].lower))
      noun.head = tokens_[elements[elements.size() - 2].token].lower;
    if (job && noun.can_be_person() && before < elements.size()) {
      noun.type = NounType::person;
      noun.employer.push_back(simple_name(elements[before].name, elements[before].token));
    } else if (job && noun.can_be_person() && !noun.owner.empty()) {
      noun.employer = noun.owner;
    }
  }
  return true;
}

/// ".. of Acme's Blue AI models", ".. of the Blue team at Acme", ".. at Acme".
void NounReader::attach_employer(Noun& noun) const {
  if (noun.type != NounType::role) return;
  if (!noun.role.empty()) take_comma_field(noun);
  for (int step = 0; step < 3; ++step) {
    const Token* const word = token(noun.end);
    if (word == nullptr) return;
    if (date_at(tokens_, noun.end, context_.published)) return;  // "finance chief in February"
    if (word->is("and") && !noun.role.empty() && noun.role.find(" of ") != std::string::npos &&
        noun.employer.size() <= 1 && take_second_field(noun))
      continue;
    const bool place = word->is("at") || word->is("for") || word->is("with");
    const bool of = word->is("of") || word->is("in") || word->is("on");
    if (!place && !of) return;
    if (of && noun.employer.size() <= 1 && take_field(noun)) {
      if (noun.type == NounType::person) return;
      continue;
    }
    auto next = NounReader(tokens_, context_).read(noun.end + 1);
    if (!next) return;
    // "chairman of the board of directors of Acme"
    if (of && next->head == "board" && is(next->end, "of") &&
        (is(next->end + 1, "directors") || is(next->end + 1, "trustees"))) {
      noun.role += " of board";
      noun.end = next->end + 2;
      continue;
    }
    const bool known = next->sure || !next->id.empty();
    if (word->is("with") && next->type == NounType::person) return;  // "shares the lead with Ann Example"
    // "has found its chief scientist in Ann Example"
    if (word->is("in") && (noun.determiner == "its" || noun.determiner == "a" || !next->employer.empty()) &&
        next->type == NounType::person && next->named())
      return;
    if (word->is("for") && next->type == NounType::place) {  // "vice president for Europe"
      noun.role += " for " + next->name;
      noun.end = next->end;
      continue;
    }
    // "columnist for The Tribune": those of the press work for papers
    const bool press = next->named() && next->can_be_organisation() &&
                       (noun.head == "columnist" || noun.head == "correspondent" || noun.head == "reporter" ||
                        noun.head == "consultant" || noun.head == "analyst");
    if (word->is("for") && !press && (!known || next->kind == "Team"))
      return;  // "lead for Red": as often a product as an employer
    // "Professor of Applied Mathematics at Y": the field, not the employer
    const bool academic = noun.head == "professor" || noun.head == "lecturer" || noun.head == "professors" ||
                          noun.head == "engineer";
    if (academic && of && next->named() && !next->sure && next->id.empty()) {
      noun.role += " " + std::string(word->lower) + " " + next->name;
      noun.end = next->end;
      continue;
    }
    if (next->named() && next->can_be_organisation() && next->type != NounType::place) {
      if (!noun.employer.empty() && place && next->owner.empty()) next->owner.clear();
      if (noun.employer.empty() || place) {
        if (!noun.employer.empty()) {  // "of the Blue team at Acme": the part, owned by the whole
          if (noun.employer.front().owner.empty()) noun.employer.front().owner = {*next};
        } else {
          noun.employer = {*next};
        }
      }
    } else if (next->type == NounType::common && of &&
               (next->head == "summer" || next->head == "spring" || next->head == "autumn" ||
                next->head == "winter" || next->head == "meantime" || next->head == "end" ||
                next->head == "year" || next->head == "years" || next->head == "month" ||
                next->head == "months" || next->head == "week" || next->head == "weeks" ||
                next->head == "days" || next->head == "memo" || next->head == "statement" ||
                next->head == "post" || next->head == "charge" || next->head == "addition")) {
      return;
    } else if (next->type == NounType::common && of && next->determiner == "the" && !next->plural &&
               next->owner.empty() && noun.employer.empty() && is_organisation_noun(next->head) &&
               next->head != "group" && next->head != "lab" && next->head != "business") {
      noun.employer = {*next};  // "chief executive of the company"
    } else if (next->type == NounType::common && of) {
      noun.role += " of " + next->described;
      if (!next->owner.empty() && noun.employer.empty()) noun.employer = next->owner;
    } else if (next->type == NounType::place && of) {
      noun.role += " of " + next->name;
    } else {
      return;
    }
    noun.end = next->end;
  }
}

/// "(2005-2014)", "(since 2019)" behind a job: the years it was held. Whether such a bracket was taken.
bool NounReader::take_bracketed_years(Noun& noun) const {
  if (!is(noun.end, "(")) return false;
  // "(2005-2014)" is one word
  if (const Token* const span = token(noun.end + 1);
      span != nullptr && is(noun.end + 2, ")") && span->text.size() == 9 && span->text[4] == '-') {
    const auto from = parse_date(span->text.substr(0, 4));
    const auto to = parse_date(span->text.substr(5));
    if (!from || !to) return false;
    noun.role_start = *from;
    noun.role_end = *to;
    noun.former = true;
    noun.end += 3;
    return true;
  }
  const auto first = date_at(tokens_, noun.end + 1, context_.published);
  if (!first || !first->date.known()) return false;
  if (is(noun.end + 1, "since") && is(first->end, ")")) {
    noun.role_start = first->date;
    noun.end = first->end + 1;
    return true;
  }
  if (!is(first->end, "-") && !is(first->end, "to")) return false;
  if (is(first->end + 1, "present") || is(first->end + 1, "now")) {
    if (!is(first->end + 2, ")")) return false;
    noun.role_start = first->date;
    noun.end = first->end + 3;
    return true;
  }
  const auto second = date_at(tokens_, first->end + 1, context_.published);
  if (!second || !second->date.known() || !is(second->end, ")")) return false;
  noun.role_start = first->date;
  noun.role_end = second->date;
  noun.former = true;
  noun.end = second->end + 1;
  return true;
}

/// ".. until September 2024", ".. since 2021", ".. from 2002 to 2009", ".. (2002-2009)".
void NounReader::attach_dates(Noun& noun) const {
  if (noun.type != NounType::role || take_bracketed_years(noun)) return;
  const Token* const word = token(noun.end);
  if (word == nullptr || !(word->is("until") || word->is("since") || word->is("from"))) return;
  const auto phrase = date_at(tokens_, noun.end, context_.published);
  if (!phrase) return;
  (word->is("until") ? noun.role_end : noun.role_start) = phrase->date;
  if (word->is("until")) noun.former = true;
  noun.end = phrase->end;
  if (!word->is("from") || !(is(noun.end, "to") || is(noun.end, "until") || is(noun.end, "through"))) return;
  const auto last = date_at(tokens_, is(noun.end, "until") ? noun.end : noun.end + 1, context_.published);
  if (!last || !last->date.known()) return;
  noun.role_end = last->date;
  noun.former = true;
  noun.end = last->end;
}

}  // namespace talentflow::ingest::text
