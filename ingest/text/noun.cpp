#include "ingest/text/noun.hpp"

#include <algorithm>

#include "ingest/text/amount.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

using Tokens = std::vector<Token>;

bool has_upper(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}
bool is_cjk(std::string_view text) {
  return !text.empty() && static_cast<unsigned char>(text[0]) >= 0xE3 &&
         static_cast<unsigned char>(text[0]) <= 0xE9;
}

bool is_date_word(const Token& token) {
  static const std::set<std::string_view> set = {"january",  "february", "march",    "april",     "may",
                                                 "june",     "july",     "august",   "september", "october",
                                                 "november", "december", "monday",   "tuesday",   "wednesday",
                                                 "thursday", "friday",   "saturday", "sunday"};
  return set.contains(token.lower);
}

/// Whether a word behind a name goes on with the phrase ("Blue team", "Acme hire") and is no verb ("Acme
/// stamped").
bool names_something(std::string_view lower) {
  if (is_role_noun(lower) || is_role_modifier(lower) || is_group_noun(lower) || is_organisation_noun(lower))
    return true;
  return !lower.ends_with("ed") && !lower.ends_with('s');
}

/// A name, its tokens, and what is known of it.
struct NameChunk {
  std::string text;
  std::size_t end = 0;
};

class NounReader {
 public:
  NounReader(const Tokens& tokens, const NounContext& context) : tokens_(tokens), context_(context) {}

  std::optional<Noun> read(std::size_t at) const;

 private:
  /// One step of a phrase: a name, or a lower-case word.
  struct Element {
    bool is_name = false;
    NameChunk name;
    std::size_t token = 0;
  };

  const Token* token(std::size_t at) const { return at < tokens_.size() ? &tokens_[at] : nullptr; }
  bool is(std::size_t at, std::string_view word) const { return at < tokens_.size() && tokens_[at].is(word); }
  bool begins_name(std::size_t at) const;
  bool first_word_is_name(std::size_t at) const;
  bool begins_job(std::size_t at) const;
  std::optional<NameChunk> name_at(std::size_t at) const;
  std::size_t extend_name(std::size_t at) const;
  bool phrase_word(std::size_t at) const;
  std::optional<Noun> pronoun_at(std::size_t at) const;
  std::size_t skip_determiner(std::size_t at, Noun& noun) const;
  void classify(Noun& noun) const;
  void guess_kind(Noun& noun) const;
  Noun simple_name(const NameChunk& chunk, std::size_t begin) const;
  bool assemble(std::vector<Element>& elements, Noun& noun) const;
  void end_with_words(const std::vector<Element>& elements, std::size_t last_name, Noun& noun) const;
  void take_role_words(const std::vector<Element>& elements, std::size_t from, std::size_t to,
                       Noun& noun) const;
  void attach_employer(Noun& noun) const;
  void attach_dates(Noun& noun) const;

  const Tokens& tokens_;
  const NounContext& context_;
};

bool NounReader::first_word_is_name(std::size_t at) const {
  const Token& word = tokens_[at];
  if (is_adverb(word.lower) || is_role_noun(word.lower) || is_role_modifier(word.lower) ||
      is_former_word(word.lower) || !verb_lemma(word.lower).empty())
    return false;
  if (context_.seen_capitals.contains(word.lower)) return true;
  if (context_.seen_lower.contains(word.lower)) return false;
  const Token* const next = token(at + 1);
  if (next == nullptr) return false;
  // "Commentators expect": a plural noun, not a name
  const bool base_form =
      !verb_lemma(next->lower).empty() && !next->lower.ends_with('s') && !is_past_form(next->lower);
  if (word.lower.ends_with('s') && base_form) return false;
  if (next->capital && !is_function_word(next->lower) && !is_date_word(*next)) return true;
  if (begins_job(at + 1)) return true;
  if (next->is("'s") || next->is("(") || is_auxiliary(next->lower) || !verb_lemma(next->lower).empty() ||
      next->is(","))
    return true;
  return std::any_of(word.text.begin() + 1, word.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) ||
         !context_.lexicon.find(word.text).empty();
}

/// "division head Ann": role words that lead to a name.
bool NounReader::begins_job(std::size_t at) const {
  bool role = false;
  for (std::size_t i = at; i < tokens_.size() && i < at + 5; ++i) {
    if (tokens_[i].capital) return role;
    role = role || is_role_noun(tokens_[i].lower);
    if (!is_role_noun(tokens_[i].lower) && !is_role_modifier(tokens_[i].lower)) return false;
  }
  return false;
}

bool NounReader::begins_name(std::size_t at) const {
  const Token* const word = token(at);
  if (word == nullptr || word->kind == Token::Kind::punctuation || word->kind == Token::Kind::url)
    return false;
  if (is_cjk(word->text)) return true;
  if (!has_upper(word->text) && !word->capital) {
    // "a12z": letters and digits mixed, known by nothing else
    const bool digits =
        std::any_of(word->text.begin(), word->text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return word->kind == Token::Kind::word && digits && word->text.find('-') == std::string_view::npos;
  }
  if (word->kind == Token::Kind::number) {  // "12Ab", but not "30B"
    const auto letters = std::count_if(word->text.begin(), word->text.end(), [](char c) {
      return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
    return letters >= 2 && has_upper(word->text) && word->text.find('-') == std::string_view::npos;
  }
  if (is_common_acronym(word->text) || is_date_word(*word)) return false;
  if (word->text.size() == 1) return false;  // "Series B"
  if (word->is("board") || word->is("directors") || word->is("series")) return false;
  if (is_function_word(word->lower)) return word->is("the") && at > 0 && word->capital;
  const bool next_capital =
      token(at + 1) != nullptr && tokens_[at + 1].capital && !is_common_acronym(tokens_[at + 1].text);
  if (is_demonym(word->lower) && !next_capital) return false;
  if (is_role_noun(word->lower) && word->capital) return false;
  if (is_role_modifier(word->lower) && word->capital && next_capital &&
      (is_role_noun(tokens_[at + 1].lower) || is_role_modifier(tokens_[at + 1].lower)))
    return false;
  if (word->is("mr") || word->is("mrs") || word->is("ms") || word->is("dr") || word->is("prof")) return false;
  const bool starts_sentence =
      at == 0 || tokens_[at - 1].is("-") || tokens_[at - 1].is(":") || tokens_[at - 1].is("\"");
  return !starts_sentence || first_word_is_name(at);
}

/// Token behind a run of name words that begins at `at`.
std::size_t NounReader::extend_name(std::size_t at) const {
  std::size_t end = at + 1;
  const auto institutional = [&] {
    for (std::size_t i = at; i < end; ++i)
      if (is_organisation_name_word(tokens_[i].lower)) return true;
    return false;
  };
  for (;;) {
    const Token* const next = token(end);
    if (next == nullptr) break;
    const bool glued_cjk = is_cjk(tokens_[at].text);
    if (glued_cjk) break;
    if (next->kind == Token::Kind::word && has_upper(next->text) && !is_function_word(next->lower) &&
        !is_date_word(*next)) {
      const bool role =
          is_role_noun(next->lower) || (is_role_modifier(next->lower) && token(end + 1) != nullptr &&
                                        tokens_[end + 1].capital && is_role_noun(tokens_[end + 1].lower));
      if (role && !next->is("partners")) break;
      if (is_common_acronym(next->text) && !next->is("ai")) break;
      ++end;
      continue;
    }
    // "University of California", "Institute for AI"
    if ((next->is("of") || next->is("for")) && institutional() && token(end + 1) != nullptr &&
        tokens_[end + 1].capital && !is_function_word(tokens_[end + 1].lower)) {
      end += 2;
      continue;
    }
    if ((next->is("&") || next->is("de") || next->is("van") || next->is("von") || next->is("der") ||
         next->is("la")) &&
        token(end + 1) != nullptr && tokens_[end + 1].capital) {
      end += 2;
      continue;
    }
    // "Robert (Bo) Sample"
    if (next->is("(") && is(end + 2, ")") && tokens_[end + 1].capital && token(end + 3) != nullptr &&
        tokens_[end + 3].capital && !is_function_word(tokens_[end + 3].lower)) {
      end += 4;
      continue;
    }
    // initials: "Ann B. Example"
    if (next->is(".") && tokens_[end - 1].text.size() == 1 && token(end + 1) != nullptr &&
        tokens_[end + 1].capital) {
      end += 2;
      continue;
    }
    break;
  }
  return end;
}

std::optional<NameChunk> NounReader::name_at(std::size_t at) const {
  if (!begins_name(at)) return std::nullopt;
  std::size_t end = extend_name(at);
  if (tokens_[at].is("the") && end == at + 1) return std::nullopt;
  // "Blue AI models": AI belongs to the models
  if (end - at >= 2 && tokens_[end - 1].is("ai") && token(end) != nullptr && !tokens_[end].capital &&
      is_group_noun(tokens_[end].lower))
    --end;
  const std::size_t from = tokens_[at].offset - tokens_.front().offset;
  const std::size_t to = tokens_[end - 1].end() - tokens_.front().offset;
  NameChunk chunk;
  chunk.text.assign(tokens_.front().text.data() + from, to - from);
  chunk.end = end;
  return chunk;
}

bool NounReader::phrase_word(std::size_t at) const {
  const Token* const word = token(at);
  if (word == nullptr || word->kind != Token::Kind::word || word->is("'s")) return false;
  if (is_function_word(word->lower)) return false;
  if (word->lower.size() > 4 && word->lower.ends_with("ly") && !word->is("family")) return false;
  const std::string_view lemma = verb_lemma(word->lower);
  if (lemma.empty()) return true;
  // "lead researcher", "founding member", "leading figures": verb forms in front of a noun
  const Token* const next = token(at + 1);
  const bool noun_follows = next != nullptr && next->kind == Token::Kind::word &&
                            !is_function_word(next->lower) &&
                            (is_role_noun(next->lower) || is_role_modifier(next->lower));
  if (word->is("lead") || word->is("head") || word->is("start"))
    return at > 0 && !tokens_[at - 1].is("to") && !tokens_[at - 1].is("will") && !tokens_[at - 1].is("who");
  return noun_follows && (is_ing_form(word->lower) || word->is("lead"));
}

std::optional<Noun> NounReader::pronoun_at(std::size_t at) const {
  const Token& word = tokens_[at];
  Noun noun;
  noun.begin = at;
  noun.end = at + 1;
  noun.type = NounType::pronoun;
  noun.head = word.lower;
  if (word.is("he") || word.is("she") || word.is("it") || word.is("they") || word.is("him") ||
      word.is("them")) {
    noun.plural = word.is("they") || word.is("them");
    return noun;
  }
  if ((word.is("all") || word.is("both")) && token(at + 1) != nullptr &&
      (small_number(tokens_[at + 1]) || is_auxiliary(tokens_[at + 1].lower))) {
    noun.end = at + (is_auxiliary(tokens_[at + 1].lower) ? 1 : 2);
    noun.plural = true;
    noun.head = "they";
    return noun;
  }
  return std::nullopt;
}

std::size_t NounReader::skip_determiner(std::size_t at, Noun& noun) const {
  if (is(at, "at") && is(at + 1, "least") && is(at + 2, "one")) {
    noun.indefinite = true;
    return at + 3;
  }
  if (is(at, "one") && is(at + 1, "of")) at += 2;
  if (is(at, "members") && is(at + 1, "of")) at += 2;
  if (is(at, "now") || is(at, "then")) return at;
  if (is(at, "a") || is(at, "an") || is(at, "another")) {
    noun.indefinite = true;
    ++at;
  } else if (is(at, "the") && !begins_name(at)) {
    ++at;
  } else if (is(at, "its") || is(at, "his") || is(at, "her") || is(at, "their") || is(at, "our") ||
             is(at, "this") || is(at, "some") || is(at, "several") || is(at, "many") || is(at, "other")) {
    ++at;
  }
  while (at < tokens_.size() &&
         (tokens_[at].is("new") || tokens_[at].is("first") || tokens_[at].is("other") ||
          tokens_[at].is("several") || small_number(tokens_[at])))
    ++at;
  return at;
}

/// What a name names. The lexicon is asked first; a name with several entities of one kind keeps that kind.
void NounReader::classify(Noun& noun) const {
  const auto found = context_.lexicon.find(noun.name);
  if (!found.empty()) {
    bool person = false;
    bool other = false;
    for (const auto& entry : found) (entry.kind == "Person" ? person : other) = true;
    if (person != other) {
      noun.type = person                          ? NounType::person
                  : found.front().kind == "Place" ? NounType::place
                                                  : NounType::organisation;
      noun.sure = true;
      noun.kind = found.front().kind;
      if (found.size() == 1) noun.id = found.front().id;
      return;
    }
  }
  const std::string lower = ascii_lower(noun.name);
  if (find_country(noun.name) != nullptr || is_city(lower)) {
    noun.type = NounType::place;
    noun.sure = true;
    noun.kind = "Place";
    return;
  }
  guess_kind(noun);
}

/// By the words of the name, then by its shape: two or three plain words are a person, one word or an odd
/// spelling an organisation.
void NounReader::guess_kind(Noun& noun) const {
  std::size_t words = 0;
  bool odd = is_cjk(noun.name);
  const Tokens parts = tokenize(noun.name, 0);
  for (const Token& part : parts) {
    if (part.kind == Token::Kind::punctuation) continue;
    ++words;
    const bool suffix =
        is_organisation_name_word(part.lower) && (words > 1 || is_organisation_name_word(parts.back().lower));
    if (suffix && (parts.size() > 1)) {
      noun.type = NounType::organisation;
      noun.sure = true;
      noun.kind = part.is("university") || part.is("college") || part.is("school") ? "University"
                  : part.is("lab") || part.is("labs")                              ? "Lab"
                                                                                   : noun.kind;
      if (noun.kind == "University") return;
      continue;
    }
    for (std::size_t i = 1; i < part.text.size(); ++i) {
      const bool upper = part.text[i] >= 'A' && part.text[i] <= 'Z';
      const bool after_joint =
          part.text[i - 1] == '-' || part.text[i - 1] == '.' || (i == 2 && part.text.starts_with("Mc"));
      if ((upper && !after_joint) || (part.text[i] >= '0' && part.text[i] <= '9')) odd = true;
    }
  }
  if (noun.type == NounType::organisation) {
    if (noun.kind.empty()) noun.kind = "Company";
    return;
  }
  noun.sure = odd;
  noun.type = !odd && words >= 2 && words <= 4 && !noun.name.starts_with("The ") ? NounType::person
                                                                                 : NounType::organisation;
  noun.kind = noun.type == NounType::person ? "Person" : "Company";
}

Noun NounReader::simple_name(const NameChunk& chunk, std::size_t begin) const {
  Noun noun;
  noun.begin = begin;
  noun.end = chunk.end;
  noun.name = chunk.text;
  classify(noun);
  return noun;
}

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
    if (word.is("rival") || word.is("fellow") || word.is("longtime")) continue;
    role += (role.empty() ? "" : " ") + std::string(word.text);
  }
  if (!role.empty() && is_role_noun(tokens_[elements[to - 1].token].lower)) noun.role = role;
  if (!noun.role.empty() && (ascii_lower(noun.role) == "veteran" || ascii_lower(noun.role) == "alum" ||
                             ascii_lower(noun.role) == "alumnus")) {
    noun.former = true;
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
    if (last_name < count)
      noun.employer.push_back(simple_name(elements[last_name].name, elements[last_name].token));
    else if (!noun.owner.empty())
      noun.employer = noun.owner;
    return;
  }
  noun.type = NounType::common;
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
  for (int step = 0; step < 3; ++step) {
    const Token* const word = token(noun.end);
    if (word == nullptr) return;
    const bool place = word->is("at") || word->is("for") || word->is("with");
    const bool of = word->is("of") || word->is("in") || word->is("on");
    if (!place && !of) return;
    auto next = NounReader(tokens_, context_).read(noun.end + 1);
    if (!next) return;
    const bool known = next->sure || !next->id.empty();
    if (word->is("for") && !known) return;  // "lead for Red": as often a product as an employer
    if (next->named() && next->can_be_organisation() && next->type != NounType::place) {
      if (!noun.employer.empty() && place && next->owner.empty()) next->owner.clear();
      if (noun.employer.empty() || place) {
        if (!noun.employer.empty()) {  // "of the Blue team at Acme": the part, owned by the whole
          if (noun.employer.front().owner.empty()) noun.employer.front().owner = {*next};
        } else {
          noun.employer = {*next};
        }
      }
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

/// ".. until September 2024", ".. since 2021".
void NounReader::attach_dates(Noun& noun) const {
  if (noun.type != NounType::role) return;
  const Token* const word = token(noun.end);
  if (word == nullptr || !(word->is("until") || word->is("since") || word->is("from"))) return;
  const auto phrase = date_at(tokens_, noun.end, context_.published);
  if (!phrase) return;
  (word->is("until") ? noun.role_end : noun.role_start) = phrase->date;
  if (word->is("until")) noun.former = true;
  noun.end = phrase->end;
}

std::optional<Noun> NounReader::read(std::size_t at) const {
  if (at >= tokens_.size()) return std::nullopt;
  if (auto pronoun = pronoun_at(at)) return pronoun;
  Noun noun;
  noun.begin = at;
  std::size_t next = skip_determiner(at, noun);
  bool former = false;
  while (next < tokens_.size() && (is_former_word(tokens_[next].lower))) {
    former = true;
    ++next;
    if (is(next, "-")) ++next;
  }
  while (next < tokens_.size() && (is(next, "a") || is(next, "the")) && former && !begins_name(next)) ++next;
  std::vector<Element> elements;
  while (next < tokens_.size()) {
    if (auto name = name_at(next)) {
      // two names in a row do not make one phrase unless words stand between them
      if (!elements.empty() && elements.back().is_name) break;
      elements.push_back({true, *name, next});
      next = name->end;
      if (is(next, "'s") || (is(next, "'") && tokens_[next - 1].lower.ends_with('s'))) {
        noun.owner = {simple_name(elements.back().name, elements.back().token)};
        elements.clear();
        ++next;
        while (is(next, "new") || is(next, "former")) {
          former = former || is(next, "former");
          ++next;
        }
      }
      continue;
    }
    const bool acronym = next < tokens_.size() && is_common_acronym(tokens_[next].text);
    if (!elements.empty() && elements.back().is_name && !acronym && !names_something(tokens_[next].lower))
      break;
    if (!acronym && !phrase_word(next)) {
      // "vice president of research", "head of infrastructure": kept by attach_employer; "and" joins role
      // words
      const bool joins_roles =
          is(next, "and") && !elements.empty() && !elements.back().is_name &&
          is_role_noun(tokens_[elements.back().token].lower) && next + 1 < tokens_.size() &&
          (is_role_noun(tokens_[next + 1].lower) || is_role_modifier(tokens_[next + 1].lower)) &&
          !begins_name(next + 1) && verb_lemma(tokens_[next + 1].lower).empty();
      if (!joins_roles) break;
      elements.push_back({false, {}, next});
      ++next;
      continue;
    }
    elements.push_back({false, {}, next});
    ++next;
  }
  noun.former = former;
  noun.end = next;
  if (elements.empty()) {
    if (noun.owner.empty()) return std::nullopt;
    // "a deputy of Sample's": the owner alone
    Noun owner = noun.owner.front();
    owner.begin = at;
    owner.end = next;
    return owner;
  }
  if (!assemble(elements, noun)) return std::nullopt;
  attach_employer(noun);
  attach_dates(noun);
  return noun;
}

}  // namespace

bool Noun::can_be_person() const {
  if (!named()) return false;
  if (type == NounType::person) return true;
  return false;
}

bool Noun::can_be_organisation() const {
  if (!named() || type == NounType::place) return false;
  return type == NounType::organisation || (type == NounType::person && !sure);
}

std::optional<Noun> noun_at(const std::vector<Token>& tokens, std::size_t at, const NounContext& context) {
  return NounReader(tokens, context).read(at);
}

std::set<std::string> capitals_inside(const std::vector<Sentence>& sentences) {
  std::set<std::string> out;
  for (const auto& sentence : sentences) {
    if (is_title_case(sentence)) continue;
    const bool dated = !sentence.tokens.empty() && sentence.tokens[0].kind == Token::Kind::number;
    for (std::size_t i = dated ? 2 : 1; i < sentence.tokens.size(); ++i) {
      const Token& token = sentence.tokens[i];
      if (token.capital && !is_function_word(token.lower) && !is_common_acronym(token.text) &&
          !sentence.tokens[i - 1].is("\""))
        out.insert(token.lower);
    }
  }
  return out;
}

std::set<std::string> lower_case_words(const std::vector<Sentence>& sentences) {
  std::set<std::string> out;
  for (const auto& sentence : sentences)
    for (const Token& token : sentence.tokens)
      if (token.kind == Token::Kind::word && !token.capital) out.insert(token.lower);
  return out;
}

bool is_title_case(const Sentence& sentence) {
  if (sentence.text.ends_with('.')) return false;  // headlines have no full stop; lists of names may have one
  std::size_t capitals = 0;
  std::size_t words = 0;
  for (const auto& token : sentence.tokens) {
    if (token.kind != Token::Kind::word || is_function_word(token.lower) || token.is("'s")) continue;
    ++words;
    if (token.capital) ++capitals;
  }
  return words >= 6 && capitals * 10 >= words * 8;
}

}  // namespace talentflow::ingest::text
