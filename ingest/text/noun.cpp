#include <algorithm>

#include "ingest/text/amount.hpp"
#include "ingest/text/noun_reader.hpp"
#include "ingest/text/options.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

bool is_time_word(std::string_view lower) {
  static constexpr std::string_view kTimes[] = {"day",    "days",   "week",    "weeks",  "month",   "months",
                                                "year",   "years",  "time",    "times",  "morning", "evening",
                                                "night",  "hours",  "weekend", "spring", "summer",  "autumn",
                                                "winter", "decade", "decades"};
  return std::find(std::begin(kTimes), std::end(kTimes), lower) != std::end(kTimes);
}

/// Forms of one person that are never nouns in the plural: "the technical team goes", "the board gets".
bool is_no_noun(std::string_view lower) {
  static constexpr std::string_view kForms[] = {
      "goes",   "gets",    "comes",  "becomes",  "joins",  "brings", "takes",    "says",    "writes",
      "tells",  "loses",   "serves", "acquires", "elects", "buys",   "carries",  "keeps",   "belongs",
      "begins", "sits",    "stays",  "does",     "sells",  "owns",   "appoints", "follows", "continues",
      "gives",  "retains", "meets",  "receives", "spends", "asks",   "puts",     "sets",    "knows"};
  return std::find(std::begin(kForms), std::end(kForms), lower) != std::end(kForms);
}

/// Whether a word behind a name goes on with the phrase ("Blue team", "Acme hire") and is no verb ("Acme
/// stamped").
bool names_something(std::string_view lower) {
  if (is_role_noun(lower) || is_role_modifier(lower) || is_group_noun(lower) || is_organisation_noun(lower))
    return true;
  return !is_adverb(lower) && !lower.ends_with("ed") && !lower.ends_with('s');
}

}  // namespace

bool NounReader::phrase_word(std::size_t at) const {
  const Token* const word = token(at);
  if (word == nullptr) return false;
  if (word->lower.ends_with("-year") || word->lower.ends_with("-month")) return true;  // "a 16-year veteran"
  if (word->kind != Token::Kind::word || word->is("'s")) return false;
  if (is_currency_prefix(at) || word->is("includes") || word->is("comprises")) return false;
  if (word->lower.ends_with("-year-old")) return true;
  if (is_function_word(word->lower) && word->text != "US") return false;
  if (word->lower.size() > 4 && word->lower.ends_with("ly") && !word->is("family")) return false;
  const std::string_view lemma = verb_lemma(word->lower);
  if (lemma.empty()) return !stands_as_participle(at);
  if (word->is("chip") && !is(at + 1, "in")) return true;  // "an AI chip company"
  if (stands_as_noun(at)) return true;
  // "lead researcher", "founding member", "leading figures": verb forms in front of a noun
  const Token* const next = token(at + 1);
  const bool noun_follows = next != nullptr && next->kind == Token::Kind::word &&
                            !is_function_word(next->lower) &&
                            (is_role_noun(next->lower) || is_role_modifier(next->lower));
  if (word->is("lead") || word->is("head") || word->is("start"))
    return (at > 0 || is(at + 1, "of")) && (at == 0 || !tokens_[at - 1].is("to") || is(at + 1, "of")) &&
           (at == 0 || (!tokens_[at - 1].is("will") && !tokens_[at - 1].is("who")));
  return noun_follows && (is_ing_form(word->lower) || word->is("lead"));
}

/// "contributed to", "specializing in": an unknown form in -ed or -ing that no noun follows, and nothing that
/// leads to a noun stands before.
bool NounReader::stands_as_participle(std::size_t at) const {
  const Token& word = tokens_[at];
  const bool form = word.lower.size() > 4 && (word.lower.ends_with("ed") || word.lower.ends_with("ing"));
  if (!form || is_role_modifier(word.lower) || is_role_noun(word.lower) || is_group_noun(word.lower) ||
      is_organisation_noun(word.lower))
    return false;
  const Token* const next = token(at + 1);
  const bool noun_follows = next != nullptr && next->kind == Token::Kind::word && !next->is("'s") &&
                            !is_function_word(next->lower) && !next->lower.ends_with("ly");
  // "has fetched Ann Example": behind such an auxiliary stands no noun
  const bool perfect = at > 0 && word.lower.ends_with("ed") &&
                       (tokens_[at - 1].is("has") || tokens_[at - 1].is("have") || tokens_[at - 1].is("had"));
  if (perfect) return true;
  if (noun_follows) return false;
  if (at == 0) return true;
  const Token& before = tokens_[at - 1];
  const bool leads =
      before.is("'s") || before.is("of") || before.is("for") || before.is("in") || before.is("the") ||
      before.is("a") || before.is("an") || before.is("its") || before.is("his") || before.is("her") ||
      before.is("their") || before.is("and") ||
      (!before.capital && !is_function_word(before.lower) && verb_lemma(before.lower).empty() &&
       !is_role_noun(before.lower) && word.lower.ends_with("ing"));
  return !leads;
}

/// "the exit", "a research post", "direct reports", "the new hires": forms of verbs behind what only a noun
/// follows.
bool NounReader::stands_as_noun(std::size_t at) const {
  const Token& word = tokens_[at];
  if (at == 0 || is_past_form(word.lower) || is_ing_form(word.lower)) return false;
  // "the state fund", "his hedge fund"
  if (is(at, "fund") && !tokens_[at - 1].capital && !is_function_word(tokens_[at - 1].lower) &&
      !is_auxiliary(tokens_[at - 1].lower) && !is_adverb(tokens_[at - 1].lower) &&
      verb_lemma(tokens_[at - 1].lower).empty() && !tokens_[at - 1].lower.ends_with('s') &&
      tokens_[at - 1].kind == Token::Kind::word)
    return true;
  if (is(at, "back") || is(at, "put") || is(at, "set") || is(at, "do") || is(at, "does") || is(at, "let"))
    return false;
  if (is_no_noun(word.lower)) return false;
  const Token& before = tokens_[at - 1];
  static constexpr std::string_view kBefore[] = {
      "'s",      "the",    "a",     "an",     "his",    "her",    "its",   "their", "new",     "our",
      "first",   "direct", "key",   "recent", "that",   "this",   "these", "those", "same",    "several",
      "various", "many",   "other", "next",   "latest", "newest", "own",   "big",   "surprise"};
  for (const std::string_view word_before : kBefore)
    if (before.is(word_before)) {
      if (!before.is("that") && !before.is("this")) return true;
      return word.lower.ends_with('s') ? false : true;
    }
  return !before.capital &&
         (is_role_modifier(before.lower) && !is_role_noun(before.lower) && !before.is("ai"));
}

/// "the two", "the two ex-Acme men", "both", "the pair" before a verb: the people spoken of.
std::optional<std::size_t> NounReader::plural_pronoun_end(std::size_t at) const {
  const auto verb_at = [&](std::size_t i) {
    const Token* const next = token(i);
    return next != nullptr &&
           (is_auxiliary(next->lower) || (!verb_lemma(next->lower).empty() && !next->capital) ||
            is_adverb(next->lower));
  };
  const bool both = is(at, "both") || is(at, "all");
  const bool pair = is(at, "the") && (is(at + 1, "pair") || is(at + 1, "duo") || is(at + 1, "trio"));
  if (pair) return at + 2;
  if (both && verb_at(at + 1) && !is(at + 1, "of")) return at + 1;
  if (both && token(at + 1) != nullptr && small_number(tokens_[at + 1])) return at + 2;
  if (!is(at, "the") || token(at + 1) == nullptr || !small_number(tokens_[at + 1])) return std::nullopt;
  for (std::size_t i = at + 2; i < at + 6 && i < tokens_.size(); ++i) {
    if (verb_at(i)) return i;
    const bool people = is_role_noun(tokens_[i].lower) || is(i, "men") || is(i, "women") || is(i, "people") ||
                        is(i, "friends") || is(i, "former") || is(i, "ex-") || is(i - 1, "ex-") ||
                        is(i, "researchers");
    if (!people) return std::nullopt;
  }
  return std::nullopt;
}

/// "He Xiaopeng", "She Yiyuan": a surname before a name.
bool NounReader::is_surname_before(std::size_t at) const {
  const Token& word = tokens_[at];
  const Token* const next = token(at + 1);
  return (word.is("he") || word.is("she") || word.is("you") || word.is("an")) && word.capital &&
         next != nullptr && next->kind == Token::Kind::word && next->capital && !next->lowered &&
         !is_function_word(next->lower) && !is_common_acronym(next->text) && !is_date_word(*next) &&
         next->offset == word.end() + 1 && next->text.size() > 2 && !is_auxiliary(next->lower) &&
         verb_lemma(next->lower).empty();
}

std::optional<Noun> NounReader::pronoun_at(std::size_t at) const {
  const Token& word = tokens_[at];
  if (is_surname_before(at)) return std::nullopt;
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
  if (const auto end = plural_pronoun_end(at)) {
    noun.end = *end;
    noun.plural = true;
    noun.head = "they";
    return noun;
  }
  return std::nullopt;
}

/// "more than 20", "at least three", "nearly a dozen": the token of the number; `at` where no number follows.
std::size_t NounReader::skip_estimate(std::size_t at) const {
  static constexpr std::string_view kEstimates[] = {"more",    "than",   "at",   "least", "about",
                                                    "around",  "nearly", "some", "over",  "almost",
                                                    "roughly", "up",     "to",   "as",    "many"};
  std::size_t next = at;
  while (next < tokens_.size() && next < at + 3 &&
         std::find(std::begin(kEstimates), std::end(kEstimates), tokens_[next].lower) != std::end(kEstimates))
    ++next;
  const bool dozen = is(next, "a") && (is(next + 1, "dozen") || is(next + 1, "handful"));
  if (next == at || next >= tokens_.size()) return at;
  // "at Acme", "to 20", "at least one": a preposition alone is none of these
  if (next == at + 1 && (is(at, "at") || is(at, "to") || is(at, "as") || is(at, "than") || is(at, "up") ||
                         is(at, "over") || is(at, "some") || is(at, "more")))
    return at;
  if (is(next, "one")) return at;
  return dozen || small_number(tokens_[next]) || tokens_[next].kind == Token::Kind::number ? next : at;
}

std::size_t NounReader::skip_determiner(std::size_t at, Noun& noun) const {
  const std::size_t estimated = skip_estimate(at);
  if (estimated != at) {
    noun.determiner = is(estimated, "a") ? "a" : tokens_[estimated].lower;
    at = is(estimated, "a") ? estimated + 2 : estimated + 1;
    if (is(at, "of")) ++at;
    return at;
  }
  if (is(at, "at") && is(at + 1, "least") && is(at + 2, "one")) {
    noun.indefinite = true;
    return at + 3;
  }
  const bool number = is(at + 1, "of") && token(at + 2) != nullptr && small_number(tokens_[at]) &&
                      (is(at + 2, "the") || is(at + 2, "its") || is(at + 2, "his") || is(at + 2, "her"));
  if ((number || is(at, "one") || is(at, "two") || is(at, "three") || is(at, "some") || is(at, "members") ||
       is(at, "half")) &&
      is(at + 1, "of")) {
    if (is(at, "one")) noun.determiner = "one of";
    if (const auto parts = small_number(tokens_[at]); parts && !is(at, "one")) noun.count = *parts;
    at += 2;
  }
  if (is(at, "now") || is(at, "then")) return at;
  static constexpr std::string_view kDeterminers[] = {"its",  "his",     "her",  "their", "our",  "this",
                                                      "some", "several", "many", "other", "both", "whose"};
  if (is(at, "a") || is(at, "an") || is(at, "another")) {
    noun.indefinite = true;
    noun.determiner = "a";
    ++at;
  } else if (is(at, "the") && !begins_name(at)) {
    if (noun.determiner.empty()) noun.determiner = "the";
    ++at;
  } else {
    for (const std::string_view word : kDeterminers)
      if (is(at, word)) {
        if (noun.determiner.empty()) noun.determiner = word;
        ++at;
        break;
      }
  }
  while (at < tokens_.size() && known_name_end(at) == 0 &&
         !(tokens_[at].kind == Token::Kind::number && begins_name(at)) &&
         ((is(at, "new") && (!tokens_[at].capital || at == 0)) || is(at, "first") || is(at, "other") ||
          is(at, "several") || is(at, "own") || (is(at, "most") && at > 0 && tokens_[at - 1].is("the")) ||
          small_number(tokens_[at]))) {
    if (noun.determiner.empty()) noun.determiner = tokens_[at].lower;
    if (const auto count = small_number(tokens_[at]); count && noun.count == 0) noun.count = *count;
    ++at;
  }
  return at;
}

/// "Mr.", "Dame": the token behind it when a name follows, else `at`.
std::size_t NounReader::skip_title(std::size_t at) const {
  std::size_t next = at;
  const auto is_rank = [&](std::size_t i) {  // "General Paul Example", not "General Motors"
    return (is(i, "general") || is(i, "admiral") || is(i, "colonel") || is(i, "senator") ||
            is(i, "captain")) &&
           token(i + 1) != nullptr && is_given_name(tokens_[i + 1].lower);
  };
  while (next < tokens_.size() && (is_personal_title(tokens_[next].lower) || is_rank(next)) &&
         tokens_[next].capital)
    next += is(next + 1, ".") ? 2 : 1;
  return next < tokens_.size() && tokens_[next].capital ? next : at;
}

/// "Paris-based", "New York-based", "Acme-backed": where a firm sits and whom it belongs to, in front of what
/// they describe; the token behind it, else `at`.
std::size_t NounReader::skip_compound(std::size_t at) const {
  for (std::size_t end = at; end < tokens_.size() && end < at + 3; ++end) {
    if (tokens_[end].kind != Token::Kind::word || !tokens_[end].capital) return at;
    // "Shanghai State-owned Capital": a part of the name
    if (end > at && tokens_[end].is("state-owned") && end + 1 < tokens_.size() && tokens_[end + 1].capital)
      return at;
    if (is_compound_modifier(tokens_[end].lower)) return end + 1 < tokens_.size() ? end + 1 : at;
  }
  return at;
}

/// "Hyung Won Chung outlined ..": what follows the name of a person is no part of the phrase, unless it is a
/// job.
bool NounReader::behind_person(const Element& name, std::size_t at) const {
  const std::string_view lower = tokens_[at].lower;
  if (is_role_noun(lower) || is_role_modifier(lower) || is_group_noun(lower) || is_organisation_noun(lower))
    return false;
  const Noun noun = simple_name(name.name, name.token);
  return noun.type == NounType::person && (noun.sure || is_given_name(tokens_[name.token].lower));
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
    if (const std::size_t behind = skip_compound(next); behind != next && elements.empty()) {
      next = behind;
      continue;
    }
    if (const std::size_t behind = skip_title(next); behind != next) {
      noun.titled = true;
      next = behind;
    }
    // "; Ravenna and Orbis Capital lead": the verb of both
    if (is(next, "lead") && !elements.empty() && elements.back().is_name && at > 0 &&
        (tokens_[at - 1].is("and") || tokens_[at - 1].is("&")) &&
        (next + 1 >= tokens_.size() || tokens_[next + 1].kind == Token::Kind::punctuation ||
         is(next + 1, "the") || is(next + 1, "a")))
      break;
    if (auto name = name_at(next)) {
      // two names in a row do not make one phrase unless words stand between them
      if (!elements.empty() && elements.back().is_name) break;
      // "within one day Acme has ..": a time is not said of a name
      if (!elements.empty() && is_time_word(tokens_[elements.back().token].lower)) break;
      elements.push_back({true, *name, next});
      next = name->end;
      if (is(next, "'s") || (is(next, "'") && tokens_[next - 1].lower.ends_with('s'))) {
        noun.owner = {simple_name(elements.back().name, elements.back().token)};
        elements.clear();
        ++next;
        // "Acme's first engineers", "Acme's own researchers"
        while ((token(next) != nullptr && !tokens_[next].capital &&
                one_of("new|first|second|third|fourth|last|next|only|own|other", tokens_[next].lower)) ||
               is(next, "former")) {
          former = former || is(next, "former");
          ++next;
        }
      }
      continue;
    }
    const bool acronym = next < tokens_.size() && is_common_acronym(tokens_[next].text);
    if (!elements.empty() && elements.back().is_name && !acronym &&
        (!names_something(tokens_[next].lower) || behind_person(elements.back(), next) ||
         small_number(tokens_[next])))
      break;
    if (!acronym && !phrase_word(next)) {
      // "vice president of research", "head of infrastructure": kept by attach_employer; "and" joins role
      // words
      const bool joins_roles =
          (is(next, "and") || is(next, "&")) && !elements.empty() && !elements.back().is_name &&
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
    if (const std::size_t behind = common_owner_end(noun, elements, next); behind != next) next = behind;
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
  if (noun.titled && noun.named()) {
    noun.type = NounType::person;
    noun.sure = true;
    noun.kind = "Person";
  }
  if (noun.type == NounType::place) read_as_university(noun);
  read_as_town(noun);
  attach_employer(noun);
  attach_dates(noun);
  return noun;
}

bool is_compound_modifier(std::string_view lower) {
  for (const std::string_view ending :
       {"-based", "-backed", "-owned", "-headquartered", "-born", "-listed", "-funded"})
    if (lower.size() > ending.size() && lower.ends_with(ending)) return true;
  return false;
}

/// "joined Princeton", "a professor at Cambridge": the university, where "in Cambridge" is the town.
void NounReader::read_as_university(Noun& noun) const {
  static constexpr std::string_view kTowns[] = {"princeton", "cambridge", "oxford",
                                                "waterloo",  "edinburgh", "leuven"};
  const std::string lower = ascii_lower(noun.name);
  if (std::find(std::begin(kTowns), std::end(kTowns), lower) == std::end(kTowns) || noun.begin == 0) return;
  const Token& before = tokens_[noun.begin - 1];
  if (!before.is("at") && !before.is("joined") && !before.is("left") && !before.is("from") &&
      !before.is("join"))
    return;
  noun.type = NounType::organisation;
  noun.kind = "University";
  noun.sure = true;
}

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

}  // namespace talentflow::ingest::text
