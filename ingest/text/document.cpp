#include "ingest/text/document.hpp"

#include <algorithm>
#include <array>

#include "ingest/text/chinese/chinese.hpp"
#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/clauses.hpp"
#include "ingest/text/remarks.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest::text {
namespace {

/// A sentence of many thousand words is no prose; what lies beyond is not read.
constexpr std::size_t kLongestSentence = 400;

/// The name without "Holdings", "Inc": what people say. "Lab", "AI", "Group" belong to a name unless the
/// document uses the short form itself.
std::string without_legal_form(const std::string& name) {
  static const std::set<std::string, std::less<>> forms = {"holdings",    "inc",     "inc.", "corp", "corp.",
                                                           "corporation", "ltd",     "ltd.", "llc",  "plc",
                                                           "co.",         "limited", "gmbh", "llp"};
  std::string out = name;
  for (;;) {
    const auto blank = out.rfind(' ');
    if (blank == std::string::npos || !forms.contains(ascii_lower(out.substr(blank + 1)))) return out;
    out.resize(blank);
    while (out.ends_with(',') || out.ends_with(' ')) out.pop_back();
  }
}

/// "Robert (Bo) Sample" -> robert, bo, sample.
std::vector<std::string> name_parts(const std::string& name) {
  std::vector<std::string> out;
  for (const auto& token : tokenize(name, 0))
    if (token.kind == Token::Kind::word) out.push_back(token.lower);
  return out;
}

/// A line that begins with a full date and no punctuation is an item of that day, with all its sentences.
void take_item_date(ParsedSentence& parsed, const ParsedSentence* before) {
  auto& tokens = parsed.sentence.tokens;
  if (before != nullptr && before->sentence.line == parsed.sentence.line) {
    parsed.item_date = before->item_date;
    return;
  }
  if (tokens.size() < 3 || tokens[0].lower.size() != 10 ||
      (tokens[1].kind == Token::Kind::punctuation && !tokens[1].is("$") && !tokens[1].is("\"") &&
       !tokens[1].is("\xE2\x82\xAC") && !tokens[1].is("\xC2\xA3")))
    return;
  auto date = parse_date(tokens[0].lower);
  if (!date || date->precision != DatePrecision::day) return;
  parsed.item_date = *date;
  tokens.erase(tokens.begin());
  if (is_title_case(parsed.sentence)) lower_headline(parsed.sentence);
}

bool is_month(std::string_view lower) {
  return one_of(
      "january|february|march|april|may|june|july|august|september|october|november|december|jan|"
      "feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|jan.|feb.|mar.|apr.|aug.|sept.|oct.|nov.|dec.",
      lower);
}

bool is_agency(const Token& token) {
  return one_of(
             "reuters|ap|afp|bloomberg|dpa|xinhua|yonhap|upi|pa|ani|pti|ians|tass|kyodo|efe|ansa|business|"
             "prnewswire|globe|cna",
             token.lower) ||
         Gazetteer::standard().knows_as(token.text, "Outlet");
}

/// "SAN FRANCISCO, May 28 (Agency) - Acme said": where and by whom a report was written says nothing of Acme.
void drop_dateline(ParsedSentence& parsed) {
  constexpr std::size_t kLongest = 12;
  auto& tokens = parsed.sentence.tokens;
  bool dated = false;
  bool agency = false;
  for (std::size_t i = 0; i + 1 < tokens.size() && i < kLongest; ++i) {
    const Token& token = tokens[i];
    if (token.is("-")) {
      if (i > 0 && (dated || agency))
        tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(i) + 1);
      return;
    }
    const bool day = token.kind == Token::Kind::number;
    dated = dated || (is_month(token.lower) && tokens[i + 1].kind == Token::Kind::number);
    agency = agency || (token.is("(") && is_agency(tokens[i + 1]));
    if (!token.capital && !day && !token.is(",") && !token.is("(") && !token.is(")")) return;
  }
}

template <class Visit>
void visit_nouns(Noun& noun, Visit visit) {
  visit(noun);
  for (auto& owner : noun.owner) visit_nouns(owner, visit);
  for (auto& employer : noun.employer) visit_nouns(employer, visit);
}

/// "at present", "up to now", "so far": adverbs of several words, and the one they mean.
struct Adverb {
  std::array<std::string_view, 4> words;
  std::string_view meaning;
};
constexpr std::array kAdverbs = {
    Adverb{{"at", "present", "", ""}, "currently"},      Adverb{{"at", "the", "moment", ""}, "currently"},
    Adverb{{"for", "now", "", ""}, "currently"},         Adverb{{"up", "to", "now", ""}, "previously"},
    Adverb{{"up", "till", "now", ""}, "previously"},     Adverb{{"until", "now", "", ""}, "previously"},
    Adverb{{"until", "then", "", ""}, "previously"},     Adverb{{"till", "then", "", ""}, "previously"},
    Adverb{{"so", "far", "", ""}, "previously"},         Adverb{{"thus", "far", "", ""}, "previously"},
    Adverb{{"up", "until", "then", ""}, "previously"},   Adverb{{"up", "until", "now", ""}, "previously"},
    Adverb{{"most", "recently", "", ""}, "recently"},    Adverb{{"at", "one", "time", ""}, "once"},
    Adverb{{"in", "the", "past", ""}, "previously"},     Adverb{{"on", "the", "other", "hand"}, "however"},
    Adverb{{"by", "contrast", "", ""}, "however"},       Adverb{{"until", "lately", "", ""}, "previously"},
    Adverb{{"until", "recently", "", ""}, "previously"}, Adverb{{"till", "lately", "", ""}, "previously"},
    Adverb{{"till", "recently", "", ""}, "previously"},  Adverb{{"of", "late", "", ""}, "recently"},
    Adverb{{"in", "recent", "years", ""}, "recently"},   Adverb{{"the", "best", "part", "of"}, "nearly"},
    Adverb{{"the", "better", "part", "of"}, "nearly"},
};

/// The adverb of several words that begins at a token; null when none does.
const Adverb* adverb_at(const std::vector<Token>& tokens, std::size_t at, std::size_t& end) {
  for (const Adverb& adverb : kAdverbs) {
    end = at;
    bool all = true;
    for (const std::string_view word : adverb.words) {
      if (word.empty()) break;
      all = all && end < tokens.size() && tokens[end].is(word);
      ++end;
    }
    if (all) return &adverb;
  }
  return nullptr;
}

/// "SSI" and "Sample Services International", or "Sample Superservices", which leaves out the legal form.
bool abbreviates(std::string_view letters, std::string_view name) {
  std::string initials;
  for (std::size_t i = 0; i < name.size(); ++i)
    if ((i == 0 || name[i - 1] == ' ' || name[i - 1] == '-') && name[i] >= 'A' && name[i] <= 'Z')
      initials += name[i];
  return initials.size() >= 2 && (initials == letters || initials + "I" == letters);
}

}  // namespace

std::string ParsedSentence::text(std::size_t begin_token, std::size_t end_token) const {
  if (begin_token >= end_token || end_token > sentence.tokens.size()) return {};
  const std::size_t from = sentence.tokens[begin_token].offset - sentence.offset;
  return std::string(
      sentence.text.substr(from, sentence.tokens[end_token - 1].end() - sentence.offset - from));
}

Document::Document(std::string_view text, const Date& published, const Lexicon& lexicon)
    : context_{lexicon, published, {}, {}} {
  auto sentences = split_sentences(text);
  context_.seen_capitals = capitals_inside(sentences);
  context_.seen_lower = lower_case_words(sentences);
  for (auto& sentence : sentences) {
    if (sentence.tokens.size() > kLongestSentence) sentence.tokens.resize(kLongestSentence);
    for (Token& token : sentence.tokens)
      if (token.is("till")) token.lower = "until";
    ParsedSentence parsed;
    parsed.sentence = std::move(sentence);
    const bool begins_line = sentences_.empty() || sentences_.back().sentence.line != parsed.sentence.line;
    if (begins_line) drop_dateline(parsed);
    take_item_date(parsed, sentences_.empty() ? nullptr : &sentences_.back());
    parsed.chinese = is_chinese(parsed.sentence.text);
    // what an item says of "Monday" or "last week" is seen from its own day
    const Date page = context_.published;
    if (parsed.item_date.known()) {
      context_.published = parsed.item_date;
      ++dated_sentences_;
    }
    if (!parsed.chinese) cut(parsed);
    context_.published = page;
    sentences_.push_back(std::move(parsed));
  }
  resolve_names();
}

void Document::cut(ParsedSentence& parsed) const {
  const auto& tokens = parsed.sentence.tokens;
  for (std::size_t at = 0; at < tokens.size();) {
    const bool named =
        !parsed.pieces.empty() && parsed.pieces.back().is_noun() && parsed.pieces.back().noun.named();
    const Noun* const before = named ? &parsed.pieces.back().noun : nullptr;
    if (const std::size_t end = remark_end(tokens, at, before, context_.published); end != at) {
      at = end;
      continue;
    }
    Piece piece;
    piece.begin = at;
    piece.lower = tokens[at].is("&") ? "and" : tokens[at].lower;
    std::size_t adverb_end = at;
    if (const Adverb* const adverb = adverb_at(tokens, at, adverb_end)) {
      piece.lower = adverb->meaning;
      piece.end = adverb_end;
    } else if (tokens[at].kind == Token::Kind::punctuation && !tokens[at].is("$") && !tokens[at].is("~") &&
               !tokens[at].is("\xE2\x82\xAC") && !tokens[at].is("\xC2\xA3") && !tokens[at].is("\xC2\xA5")) {
      piece.kind = Piece::Kind::punctuation;
      piece.end = at + 1;
    } else if (auto date = date_at(tokens, at, context_.published);
               date &&
               !(tokens[at].kind == Token::Kind::number && at + 1 < tokens.size() && tokens[at + 1].capital &&
                 one_of("capital|ventures|partners", tokens[at + 1].lower))) {
      piece.kind = Piece::Kind::date;
      piece.date = date->date;
      piece.end = date->end;
    } else if (auto amount = amount_at(tokens, at)) {
      piece.kind = Piece::Kind::amount;
      piece.amount = *amount;
      piece.end = amount->end;
    } else if (auto percentage = percentage_at(tokens, at)) {
      piece.kind = Piece::Kind::percentage;
      piece.percentage = percentage->value;
      piece.end = percentage->end;
    } else if (auto noun = noun_at(tokens, at, context_); noun && noun->end > at) {
      piece.kind = Piece::Kind::noun;
      piece.end = noun->end;
      piece.noun = std::move(*noun);
    } else {
      piece.kind = Piece::Kind::word;
      piece.end = at + 1;
    }
    at = piece.end;
    parsed.pieces.push_back(std::move(piece));
  }
}

/// The parts of a name from one on, with blanks between.
static std::string joined_from(const std::vector<std::string>& parts, std::size_t first) {
  std::string out;
  for (std::size_t i = first; i < parts.size(); ++i) out += (out.empty() ? "" : " ") + parts[i];
  return out;
}

/// "Tim and Peter Sample": two of one surname, the first told by the given name alone.
void Document::share_surnames() {
  for (auto& parsed : sentences_)
    for (std::size_t i = 0; i + 2 < parsed.pieces.size(); ++i) {
      const Piece& with = parsed.pieces[i + 2];
      if (!parsed.pieces[i].is_noun() || !parsed.pieces[i + 1].is("and") || !with.is_noun()) continue;
      Noun& first = parsed.pieces[i].noun;
      const auto parts = name_parts(with.noun.name);
      const auto own = name_parts(first.name);
      if (own.size() != 1 || parts.size() != 2 || with.noun.type != NounType::person ||
          !first.owner.empty() || !first.role.empty() || !is_given_name(own.front()) ||
          !is_given_name(parts.front()) || Gazetteer::standard().find(first.name) != nullptr ||
          !context_.lexicon.find(first.name).empty())
        continue;
      first.name += with.noun.name.substr(with.noun.name.find(' '));
      first.type = NounType::person;
      first.kind = "Person";
    }
}

/// "the founder, president and CEO of Acme": the posts before the last are at Acme too.
void Document::share_employers() {
  for (auto& parsed : sentences_)
    for (std::size_t i = parsed.pieces.size(); i-- > 2;) {
      Noun& first = parsed.pieces[i - 2].noun;
      const Noun& next = parsed.pieces[i].noun;
      const bool listed = parsed.pieces[i - 2].is_noun() && parsed.pieces[i].is_noun() &&
                          (parsed.pieces[i - 1].is(",") || parsed.pieces[i - 1].is("and"));
      if (!listed || first.type != NounType::role || next.type != NounType::role || first.plural ||
          next.plural || !first.employer.empty() || !first.owner.empty() || next.employer.empty() ||
          !next.owner.empty() || !next.determiner.empty() || next.former != first.former ||
          first.role_end.known())
        continue;
      if (one_of("founder|co-founder|cofounder|president|chairman|chairwoman|ceo|cto|cfo|coo|officer|chief|"
                 "director",
                 first.head) &&
          first.role.find(" of ") == std::string::npos)
        first.employer = next.employer;
    }
}

void Document::resolve_names() {
  share_surnames();
  share_employers();
  decide_types();
  std::map<std::string, std::size_t> organisations;
  const auto collect = [&](Noun& noun) {
    if (noun.type == NounType::person && noun.named()) {
      const auto parts = name_parts(noun.name);
      if (parts.size() >= 2 && people_.emplace(noun.name, noun).second) {
        for (std::size_t i = 1; i + 1 < parts.size();
             ++i)  // "Ms. Powell McCormick" is "Dina Powell McCormick"
          persons_by_part_.emplace(joined_from(parts, i), noun.name);
        for (const auto& part : parts) {
          auto [entry, added] = persons_by_part_.emplace(part, noun.name);
          // two people of one surname: the first is meant, as the text would else say which
          (void)added;
        }
      }
    } else if (noun.type == NounType::organisation && noun.named()) {
      ++organisations[noun.name];
    }
  };
  for (auto& parsed : sentences_)
    for (auto& piece : parsed.pieces)
      if (piece.is_noun()) visit_nouns(piece.noun, collect);
  for (const auto& [name, count] : organisations) {
    (void)count;
    const std::string plain = without_legal_form(name);
    if (plain != name) short_forms_[name] = plain;
    // "Halden" where "Halden Research" stands too, unless it is a company known by itself
    const auto first_blank = name.find(' ');
    const std::string first = name.substr(0, first_blank);
    if (first_blank != std::string::npos && organisations.contains(first) &&
        Gazetteer::standard().find(first) == nullptr && context_.lexicon.find(first).empty() &&
        (is_organisation_name_word(ascii_lower(name.substr(name.rfind(' ') + 1))) ||
         Gazetteer::standard().find(name) != nullptr) &&
        first_blank == name.rfind(' '))
      short_forms_[first] = plain;
    // "Blue Machines" where "Blue Machines Lab" stands too
    const auto blank = name.rfind(' ');
    if (blank != std::string::npos && is_legal_suffix(ascii_lower(name.substr(blank + 1))) && plain == name &&
        organisations.contains(name.substr(0, blank)))
      short_forms_[name.substr(0, blank)] = name;
  }
  for (const auto& [name, times] : organisations) {
    (void)times;
    if (name.size() < 3 || name.size() > 6 ||
        !std::all_of(name.begin(), name.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      continue;
    std::string full;
    for (const auto& [other, often] : organisations)
      if (often > 0 && abbreviates(name, other)) full = full.empty() ? other : "?";
    if (!full.empty() && full != "?")
      short_forms_[name] = short_forms_.contains(full) ? short_forms_[full] : full;
  }
  const auto rewrite = [&](Noun& noun) { resolve(noun); };
  for (auto& parsed : sentences_)
    for (auto& piece : parsed.pieces)
      if (piece.is_noun()) visit_nouns(piece.noun, rewrite);
  unify_kinds();
  find_defined_company();
  count_organisations();
}

/// How often each organisation is named, once for each piece; the one named most, of equals the first, is
/// what the text is about.
void Document::count_organisations() {
  std::vector<std::string> order;
  for (auto& parsed : sentences_)
    for (auto& piece : parsed.pieces) {
      if (!piece.is_noun()) continue;
      std::set<std::string> here;
      visit_nouns(piece.noun, [&](const Noun& noun) {
        if (noun.type != NounType::organisation || !noun.named() || !here.insert(noun.name).second) return;
        if (++mentions_[noun.name] == 1) order.push_back(noun.name);
      });
    }
  find_main_organisation(order);
}

/// `Acme, Inc. (the "Company")`: the organisation right before the bracket, which no piece holds.
void Document::find_defined_company() {
  for (const auto& parsed : sentences_)
    for (std::size_t i = 0; i < parsed.pieces.size() && defined_company_.empty(); ++i) {
      const Piece& piece = parsed.pieces[i];
      if (!piece.is_noun() || piece.noun.type != NounType::organisation || !piece.noun.named()) continue;
      const std::size_t end = i + 1 < parsed.pieces.size() ? parsed.pieces[i + 1].begin : piece.end;
      for (std::size_t token = piece.end; token + 1 < end; ++token)
        if (parsed.sentence.tokens[token].is("\"") &&
            one_of("company|registrant|corporation|bank", parsed.sentence.tokens[token + 1].lower))
          defined_company_ = piece.noun.name;
    }
  if (!defined_company_.empty() || sentences_.size() < 2) return;
  // a filing that begins with the company's name alone: "ENOVIX CORPORATION"
  const auto& first = sentences_.front().sentence;
  const bool heading = first.tokens.size() >= 2 && first.tokens.size() <= 6 &&
                       std::all_of(first.tokens.begin(), first.tokens.end(), [](const Token& token) {
                         return token.kind != Token::Kind::word || token.capital;
                       });
  bool legal = false;
  for (const Token& token : first.tokens)
    legal = legal || one_of("corporation|corp|corp.|inc|inc.|ltd|ltd.|plc|llc|company|holdings", token.lower);
  bool company = false;
  for (const auto& parsed : sentences_)
    for (std::size_t i = 1; i < parsed.sentence.tokens.size(); ++i)
      company =
          company || (parsed.sentence.tokens[i].text == "Company" && parsed.sentence.tokens[i - 1].is("the"));
  if (!heading || !legal || !company) return;
  std::string name(first.text);
  while (name.ends_with('.') || name.ends_with(' ')) name.pop_back();
  defined_company_ = without_legal_form(name);
}

/// One name is one kind throughout: what a group noun or the lexicon said of it holds for its bare mentions.
void Document::unify_kinds() {
  std::map<std::string, std::string> kinds;
  const auto collect = [&](Noun& noun) {
    if (noun.type != NounType::organisation || !noun.named() || noun.kind.empty()) return;
    auto [entry, added] = kinds.emplace(noun.name, noun.kind);
    if (!added && entry->second == "Company") entry->second = noun.kind;
  };
  const auto apply = [&](Noun& noun) {
    if (noun.type != NounType::organisation || noun.sure) return;
    if (const auto found = kinds.find(noun.name); found != kinds.end()) noun.kind = found->second;
  };
  for (auto& parsed : sentences_)
    for (auto& piece : parsed.pieces)
      if (piece.is_noun()) visit_nouns(piece.noun, collect);
  for (auto& parsed : sentences_)
    for (auto& piece : parsed.pieces)
      if (piece.is_noun()) visit_nouns(piece.noun, apply);
}

/// A surname alone is the only person of that name; a legal form is dropped.
void Document::resolve(Noun& noun) const {
  if (!noun.named()) return;
  const auto parts = name_parts(noun.name);
  if (parts.size() == 1 && noun.group.empty() && !(noun.sure && noun.type != NounType::person)) {
    const auto found = persons_by_part_.find(parts.front());
    if (found != persons_by_part_.end() && !found->second.empty()) {
      const Noun& person = people_.at(found->second);
      noun.name = person.name;
      noun.type = NounType::person;
      noun.sure = true;
      noun.kind = "Person";
      noun.id = person.id;
      return;
    }
  }
  if (parts.size() >= 2 && noun.type == NounType::person)
    if (const auto whole = persons_by_part_.find(joined_from(parts, 0)); whole != persons_by_part_.end()) {
      noun.name = whole->second;
      noun.id = people_.at(whole->second).id;
      return;
    }
  if (noun.type == NounType::person && noun.sure) return;
  const auto found = short_forms_.find(noun.name);
  if (found != short_forms_.end() && (noun.id.empty() || !context_.lexicon.find(found->second).empty())) {
    noun.name = found->second;
    noun.type = NounType::organisation;
  }
}

}  // namespace talentflow::ingest::text
