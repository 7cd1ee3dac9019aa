// Names in noun phrases: where one begins and how far it goes.
#include <algorithm>
#include <set>

#include "ingest/text/amount.hpp"
#include "ingest/text/chinese/gazetteer.hpp"
#include "ingest/text/clauses.hpp"
#include "ingest/text/noun_reader.hpp"
#include "ingest/text/words.hpp"
#include "schema/country.hpp"

namespace talentflow::ingest::text {

namespace {

/// Towns that are known by the university of a state and are no cities of the lists, as surnames have them
/// too.
bool is_campus(std::string_view lower) {
  return one_of(
      "riverside|davis|merced|arlington|dallas|amherst|lowell|urbana-champaign|champaign-urbana|knoxville|"
      "lincoln|madison|twin|greensboro|charlotte|wilmington|lafayette|boulder|springfield|flint|dearborn",
      lower);
}

}  // namespace

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

bool is_personal_title(std::string_view lower) {
  static const std::set<std::string_view> set = {"mr", "mrs", "ms", "dr", "sir", "dame", "lord", "mx"};
  return set.contains(lower);
}

/// "Business Insider went ..", "Software Sample Incorporated": a word of every day that begins a name, as the
/// text writes it elsewhere, or as the legal form at the end says.
bool NounReader::begins_firm_name(std::size_t at) const {
  const Token* const next = token(at + 1);
  if (next == nullptr || !next->capital || is_function_word(tokens_[at].lower)) return false;
  if (context_.seen_capitals.contains(tokens_[at].lower) && context_.seen_capitals.contains(next->lower) &&
      !is_role_noun(next->lower) && !is_role_modifier(next->lower) &&
      !context_.seen_lower.contains(next->lower))
    return true;
  std::size_t end = at + 1;
  while (token(end) != nullptr && tokens_[end].capital && tokens_[end].kind == Token::Kind::word) ++end;
  return end >= at + 2 &&
         one_of("inc|incorporated|ltd|limited|llc|corp|corporation|gmbh|plc|labs|technologies",
                tokens_[end - 1].lower);
}

bool NounReader::first_word_is_name(std::size_t at) const {
  const Token& word = tokens_[at];
  if (begins_firm_name(at) || word.text.ends_with('&')) return true;
  // "Applied Intuition's", "General Motors has": names that begin with a word of posts
  if (one_of("applied|general|scientific|physical|prime", word.lower) && token(at + 1) != nullptr &&
      tokens_[at + 1].capital && !tokens_[at + 1].lowered && !is_role_noun(tokens_[at + 1].lower) &&
      !is_role_modifier(tokens_[at + 1].lower) && !is_field_word(tokens_[at + 1].lower))
    return true;
  if (is_adverb(word.lower) || is_role_noun(word.lower) || is_role_modifier(word.lower) ||
      is_former_word(word.lower) || !verb_lemma(word.lower).empty())
    return false;
  // "Cash has come": what is told of without an article
  if (one_of("cash|money|work|research|demand|competition|interest|news|word|progress|growth|help|talks|"
             "shares|success|failure|trouble|pressure|speculation|hiring|control|ownership|staff|management",
             word.lower) &&
      token(at + 1) != nullptr && !tokens_[at + 1].capital)
    return false;
  if (context_.seen_capitals.contains(word.lower)) return true;
  if (context_.seen_lower.contains(word.lower)) return false;
  const Token* const next = token(at + 1);
  if (next == nullptr) return false;
  // "Apple never made", "Tencent had been": names that everybody knows and that are no words of every day
  if ((is_adverb(next->lower) || is_auxiliary(next->lower)) &&
      Gazetteer::standard().knows_as(word.text, "Company") &&
      !one_of("figure|scale|character|reflection|adept|together|runway|cognition|cursor|ant|sea|ada|arm|dust|"
              "faculty|humane|poolside|helsing|groq|snap|square|block|box|target|gap|oracle|shell|wave|pi|h",
              word.lower))
    return true;
  // "Regulators have yet to approve": nor this
  if (word.lower.ends_with('s') && !word.lower.ends_with("ss") &&
      (next->is("have") || next->is("are") || next->is("were") || next->is("do")) &&
      std::none_of(word.text.begin() + 1, word.text.end(), [](char c) { return c >= 'A' && c <= 'Z'; }) &&
      context_.lexicon.find(word.text).empty())
    return false;
  // "Commentators expect": a plural noun, not a name
  const bool base_form =
      !verb_lemma(next->lower).empty() && !next->lower.ends_with('s') && !is_past_form(next->lower);
  if (word.lower.ends_with('s') && base_form) return false;
  if (next->capital && !is_function_word(next->lower) && !is_date_word(*next)) return true;
  if (next->is("now") && !word.lower.ends_with('s') && token(at + 2) != nullptr)
    return true;  // "Acme now part of Blue"
  // "Acme and Blue are backers", "Acme of Paris said"
  const Token* const second = token(at + 2);
  const bool named_second = second != nullptr && second->capital && !is_function_word(second->lower);
  if (next->is("and") && named_second && !word.lower.ends_with('s') && !word.lower.ends_with("ly"))
    return true;
  if (next->is("of") && named_second && is_city(second->lower) && !word.lower.ends_with('s') &&
      !one_of("mayor|city|port|university|bank|people|treaty|heart|centre|center|state|bishop|north|south|"
              "east|west|out|"
              "outside|instead|because",
              word.lower))
    return true;
  if (begins_job(at + 1)) return true;
  // "Kaiming He was": nobody writes the pronoun large inside a sentence
  if ((next->is("he") || next->is("she")) && next->capital && !next->lowered && word.text.size() > 2)
    return true;
  // 'Aaron "Ronnie" Example'
  if (next->is("\"") && is(at + 3, "\"") && tokens_[at + 2].capital && token(at + 4) != nullptr &&
      tokens_[at + 4].capital)
    return true;
  // "Acme today announced"
  const bool time_before_verb = second != nullptr && !verb_lemma(second->lower).empty() &&
                                one_of("today|yesterday|also|now|recently|this|last|formally", next->lower);
  if (time_before_verb && !word.lower.ends_with('s') && !word.lower.ends_with("ly")) return true;
  // "Michael also founded"
  if (is_given_name(word.lower) && (is_adverb(next->lower) || is_auxiliary(next->lower)) &&
      !one_of(
          "will|mark|may|grace|guy|rose|grant|bill|frank|rob|dean|earl|dawn|max|per|jack|art|sue|min|see|van",
          word.lower))
    return true;
  // "Willem van Oort"
  if (named_second &&
      (next->is("van") || next->is("von") || next->is("de") || next->is("der") || next->is("bin")))
    return true;
  // "Acme: founder resigns": of whom an item is
  if (next->is(":") &&
      !one_of(
          "update|updates|breaking|correction|note|notes|exclusive|report|reports|news|also|today|analysis|"
          "opinion|"
          "video|watch|scoop|people|moves|funding|deals|hires|departures|appointments|personnel|background|"
          "context|sources|summary|headline|item|items|members|founders|directors|investors|backers",
          word.lower))
    return true;
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

/// "HK$5 million": whose dollars they are.
bool NounReader::is_currency_prefix(std::size_t at) const {
  return tokens_[at].text.size() <= 2 && is(at + 1, "$") && tokens_[at + 1].offset == tokens_[at].end();
}

bool NounReader::begins_name(std::size_t at) const {
  const Token* const word = token(at);
  if (word == nullptr || word->lowered || word->kind == Token::Kind::punctuation ||
      word->kind == Token::Kind::url)
    return false;
  if (is_cjk(word->text)) return true;
  if (is_currency_prefix(at)) return false;
  // "1789 Capital"
  if (word->kind == Token::Kind::number && token(at + 1) != nullptr && tokens_[at + 1].capital &&
      one_of("capital|ventures|labs|partners|lab", tokens_[at + 1].lower))
    return true;
  // "generative-AI", "pre-IPO": no name, though an abbreviation stands in it
  if (!word->capital && word->text[0] >= 'a' && word->text[0] <= 'z')
    if (const auto dash = word->text.rfind('-');
        dash != std::string_view::npos && is_common_acronym(word->text.substr(dash + 1)))
      return false;
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
    const bool firm = letters == 1 && token(at + 1) != nullptr && tokens_[at + 1].capital &&
                      is_organisation_name_word(tokens_[at + 1].lower);  // "5Y Capital"
    return (letters >= 2 || firm) && has_upper(word->text) && word->text.find('-') == std::string_view::npos;
  }
  if (is_degree_abbreviation(word->lower) || is_date_word(*word) || is_field_of_study(at)) return false;
  // "AI Singapore", "the AI Institute": a name that begins with the word
  const bool ai_name =
      word->is("ai") && token(at + 1) != nullptr && tokens_[at + 1].capital && at > 0 &&
      (tokens_[at - 1].is("the") || tokens_[at - 1].is("of") || tokens_[at - 1].is("at") ||
       tokens_[at - 1].is("'s") || tokens_[at - 1].is("join") || tokens_[at - 1].is("joined")) &&
      !is_role_noun(tokens_[at + 1].lower) && !is_role_modifier(tokens_[at + 1].lower) &&
      !is_function_word(tokens_[at + 1].lower) && !is_date_word(tokens_[at + 1]);
  if (is_common_acronym(word->text) && !ai_name) return begins_institution(at);
  if (word->text.size() == 1) {  // "Series B", but "W. Erik Example" and "H Company"
    if (token(at + 1) != nullptr && tokens_[at + 1].capital && tokens_[at + 1].offset == word->end() + 1 &&
        is_organisation_name_word(tokens_[at + 1].lower) && !is_function_word(word->lower) &&
        (at == 0 || !one_of("series|class|type|plan|round|tranche|vitamin|phase", tokens_[at - 1].lower)))
      return true;
    if (is_letter_name(at)) return true;
    // "Y Combinator": known, letter and all
    if (token(at + 1) != nullptr && tokens_[at + 1].capital && tokens_[at + 1].offset == word->end() + 1 &&
        Gazetteer::standard().find(std::string(word->text) + " " + std::string(tokens_[at + 1].text)) !=
            nullptr)
      return true;
    return is(at + 1, ".") && token(at + 2) != nullptr && tokens_[at + 2].capital && at > 0 &&
           !is_function_word(tokens_[at + 2].lower) && !tokens_[at - 1].is("series") &&
           tokens_[at + 1].offset == word->end() &&
           (at == 0 || !tokens_[at - 1].capital || is_role_noun(tokens_[at - 1].lower));
  }
  // "the Company" of filings: a common noun written large
  if ((word->is("company") || word->is("registrant") || word->is("corporation") || word->is("bank")) &&
      at > 0 && (tokens_[at - 1].is("the") || tokens_[at - 1].is("\"")) &&
      (token(at + 1) == nullptr || !tokens_[at + 1].capital))
    return false;
  if (word->is("board") || word->is("directors") || word->is("series")) return false;
  // "a Class II director"
  if ((word->is("class") || (at > 0 && tokens_[at - 1].is("class"))) && token(at + 1) != nullptr &&
      (one_of("i|ii|iii|a|b|c", word->lower) || one_of("i|ii|iii|a|b|c", tokens_[at + 1].lower)))
    return false;
  if (is_surname_before(at)) return true;
  if (is_function_word(word->lower)) {
    const bool new_place = word->is("new") && word->capital && token(at + 1) != nullptr &&
                           (is_city("new " + std::string(tokens_[at + 1].lower)) ||
                            one_of("zealand|guinea|caledonia|england|relic", tokens_[at + 1].lower));
    const bool country = word->text == "US" && token(at + 1) != nullptr && tokens_[at + 1].capital;
    return new_place || country || (word->is("the") && at > 0 && word->capital);
  }
  const bool next_capital =
      token(at + 1) != nullptr && tokens_[at + 1].capital && !is_common_acronym(tokens_[at + 1].text);
  if (is_demonym(word->lower) && !next_capital) return false;
  if (is_role_noun(word->lower) && (word->capital || word->text.find('-') != std::string_view::npos))
    return false;
  // "Nvidia-backed", "Bengaluru-based": what is said of the name that follows
  for (const std::string_view said :
       {"-based", "-backed", "-led", "-owned", "-born", "-listed", "-founded", "-funded", "-trained",
        "-educated", "-headquartered", "-like", "-style", "-built"})
    if (word->lower.ends_with(said)) return false;
  if (is_role_modifier(word->lower) && word->capital && next_capital &&
      (is_role_noun(tokens_[at + 1].lower) || is_role_modifier(tokens_[at + 1].lower)))
    return begins_institution(at);
  if (word->is("mr") || word->is("mrs") || word->is("ms") || word->is("dr") || word->is("prof")) return false;
  const bool starts_sentence =
      at == 0 || tokens_[at - 1].is("-") || tokens_[at - 1].is(":") || tokens_[at - 1].is("\"");
  return !starts_sentence || first_word_is_name(at);
}

/// "Blue Labs of Paris", "Acme Robotics Inc of Austin": a firm and its city, where "Bank of Montreal" or
/// "University of Oxford" is one name.
bool NounReader::stands_in_place(std::size_t at, std::size_t of) const {
  if (token(of + 1) == nullptr || of == at) return false;
  const bool two = token(of + 2) != nullptr && tokens_[of + 2].capital &&
                   is_city(tokens_[of + 1].lower + " " + tokens_[of + 2].lower);
  if (!two && !is_city(tokens_[of + 1].lower)) return false;
  if (!two && token(of + 2) != nullptr && tokens_[of + 2].capital && !is_function_word(tokens_[of + 2].lower))
    return false;  // "Institute of London Studies"
  static const std::set<std::string_view> firms = {
      "labs",    "inc",      "inc.",         "corp",     "corp.",     "llc",
      "ltd",     "ltd.",     "technologies", "ventures", "capital",   "partners",
      "systems", "robotics", "analytics",    "networks", "solutions", "ai"};
  return of - at >= 2 && firms.contains(tokens_[of - 1].lower);
}

/// Whether the capitalised words from a token on name a house of their own: "Blue Labs", "Acme", where "AI"
/// and "Machine Learning" are what an institute is for.
bool NounReader::begins_other_house(std::size_t at) const {
  std::string name;
  bool house = false;
  for (std::size_t i = at; i < tokens_.size() && i < at + 4 && tokens_[i].capital; ++i) {
    name += (name.empty() ? "" : " ") + std::string(tokens_[i].text);
    house = house || (i > at && (is_legal_suffix(tokens_[i].lower) || tokens_[i].is("university")));
    const KnownName* const known = Gazetteer::standard().find(name);
    house = house || (known != nullptr && known->kind != "Product" && known->kind != "Place") ||
            !context_.lexicon.find(name).empty();
  }
  return house;
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
    if (next->kind == Token::Kind::word && !next->lowered && has_upper(next->text) &&
        (!is_function_word(next->lower) || (next->text.size() == 1 && is(end + 1, ".")) ||
         is_surname_at(at, end)) &&
        !is_date_word(*next)) {
      const bool role =
          is_role_noun(next->lower) || (is_role_modifier(next->lower) && token(end + 1) != nullptr &&
                                        tokens_[end + 1].capital && is_role_noun(tokens_[end + 1].lower));
      // "Scale AI CEO": the chiefs of firms are not chiefs of AI
      const bool firm = next->is("ai") && token(end + 1) != nullptr &&
                        (is(end + 1, "ceo") || is(end + 1, "cto") || is(end + 1, "coo") ||
                         is(end + 1, "cfo") || is(end + 1, "co-founder") || is(end + 1, "founder") ||
                         is(end + 1, "president") || is(end + 1, "chief"));
      // "Jeff Dean": a surname that is also a job
      const bool surname = end == at + 1 && is_given_name(tokens_[at].lower) &&
                           (token(end + 1) == nullptr || (!tokens_[end + 1].capital && !is(end + 1, "of")));
      // "Claude Partner Network": a title of a thing
      const bool inside = token(end + 1) != nullptr && tokens_[end + 1].capital &&
                          (is(end + 1, "network") || is(end + 1, "program") || is(end + 1, "programme") ||
                           is(end + 1, "hub") || is(end + 1, "summit") || is(end + 1, "academy") ||
                           is(end + 1, "institute") || is(end + 1, "fund") || is(end + 1, "school"));
      // "Jazz Venture Partners"
      const bool fund =
          (next->is("venture") || next->is("capital") || next->is("growth") || next->is("equity")) &&
          (is(end + 1, "partners") || is(end + 1, "investors"));
      // "Blue Capital Brokers", "Green Bay Advisors": several of a trade, who are a firm
      const bool trade = end >= at + 2 && next->lower.ends_with('s') &&
                         (next->is("brokers") || next->is("advisors") || next->is("advisers") ||
                          next->is("associates") || next->is("architects") || next->is("investors")) &&
                         (token(end + 1) == nullptr || !tokens_[end + 1].capital);
      if (role && !next->is("partners") && !surname && !inside && !firm && !fund && !trade) break;
      if (is_common_acronym(next->text) && !next->is("ai")) break;
      ++end;
      continue;
    }
    // "Light Years Beyond": a known name that ends in such a word
    if (next->kind == Token::Kind::word && next->capital && is_function_word(next->lower) && end >= at + 2) {
      const std::size_t from = tokens_[at].offset - tokens_.front().offset;
      const std::size_t to = next->end() - tokens_.front().offset;
      if (Gazetteer::standard().find(std::string_view(tokens_.front().text.data() + from, to - from)) !=
          nullptr) {
        ++end;
        continue;
      }
    }
    // "D'Angelo", "O'Shaughnessy": one word
    if ((next->is("'") || next->is("\xE2\x80\x99")) && token(end + 1) != nullptr &&
        tokens_[end + 1].capital && next->offset == tokens_[end - 1].end() &&
        tokens_[end + 1].offset == next->end()) {
      end += 2;
      continue;
    }
    // "King's College", "Queens' College"
    const bool possessive = next->is("'s") || (next->is("'") && tokens_[end - 1].lower.ends_with('s'));
    if (possessive && end == at + 1 && token(end + 1) != nullptr && tokens_[end + 1].capital &&
        (is(end + 1, "college") || is(end + 1, "hospital"))) {
      end += 2;
      continue;
    }
    // "Granite Foods, Inc."
    if (next->is(",") && token(end + 1) != nullptr && tokens_[end + 1].capital &&
        (is(end + 1, "inc") || is(end + 1, "inc.") || is(end + 1, "llc") || is(end + 1, "ltd") ||
         is(end + 1, "ltd.") || is(end + 1, "corp") || is(end + 1, "l.p.") || is(end + 1, "n.a."))) {
      end += 2;
      continue;
    }
    // "Ann Example, Jr."
    if (next->is(",") && end >= at + 2 && (is(end + 1, "jr") || is(end + 1, "sr")) &&
        tokens_[end + 1].capital) {
      end += is(end + 2, ".") && token(end + 3) != nullptr ? 3 : 2;
      break;
    }
    // "University of Science and Technology", "Ministry of Science and ICT": a second field
    if (next->is("and") && end >= at + 3 && tokens_[end - 2].is("of") && institutional() &&
        token(end + 1) != nullptr && tokens_[end + 1].capital &&
        one_of(
            "technology|technologies|science|sciences|engineering|economics|arts|medicine|telecommunications|"
            "law|"
            "business|industry|trade|innovation|communications|humanities|finance|agriculture|commerce|space|"
            "energy|climate|health|education|research|design|culture|sport|ict|information",
            tokens_[end + 1].lower) &&
        one_of("university|institute|ministry|department|school|college|academy|faculty|minister",
               tokens_[end - 3].lower)) {
      end += 2;
      continue;
    }
    if (next->is("of") && token(end + 1) != nullptr && tokens_[end + 1].capital && end >= at + 5 &&
        tokens_[end - 2].is("and") && tokens_[end - 4].is("of") &&
        !is_function_word(tokens_[end + 1].lower)) {
      end += 2;  // ".. of China"
      continue;
    }
    // "University of California, Berkeley": a campus
    if (next->is(",") && end >= at + 3 && tokens_[at].is("university") && tokens_[at + 1].is("of") &&
        token(end + 1) != nullptr && tokens_[end + 1].capital && is_region(tokens_[end - 1].lower)) {
      const bool two = token(end + 2) != nullptr && tokens_[end + 2].capital &&
                       is_city(tokens_[end + 1].lower + " " + tokens_[end + 2].lower);
      if (two || is_city(tokens_[end + 1].lower) || is_campus(tokens_[end + 1].lower)) {
        end += two ? 3 : 2;
        break;
      }
    }
    // "University of Texas at Austin": the same, as others write it
    if (next->is("at") && end >= at + 3 && tokens_[at].is("university") && tokens_[at + 1].is("of") &&
        token(end + 1) != nullptr && tokens_[end + 1].capital && is_region(tokens_[end - 1].lower) &&
        (is_city(tokens_[end + 1].lower) || is_campus(tokens_[end + 1].lower))) {
      end += 2;
      break;
    }
    // "Blue Labs of Paris": a company and where it sits
    if (next->is("of") && stands_in_place(at, end)) break;
    // "Acme, Inc. (the ..": the dot of the abbreviation, where the sentence goes on
    if (next->is(".") && token(end + 1) != nullptr &&
        (tokens_[end - 1].is("inc") || tokens_[end - 1].is("corp") || tokens_[end - 1].is("ltd"))) {
      ++end;
      break;
    }
    // "University of California", "Institute for AI"; but "leaves Acme Labs for Blue Labs"
    if ((next->is("of") || (next->is("for") && !begins_other_house(end + 1))) && institutional() &&
        token(end + 1) != nullptr && tokens_[end + 1].capital && !is_function_word(tokens_[end + 1].lower)) {
      end += 2;
      continue;
    }
    // "University of Science and Technology of China"
    if (next->is("and") && institutional() && end >= at + 3 && token(end + 1) != nullptr &&
        tokens_[end + 1].capital &&
        one_of("technology|engineering|arts|science|sciences|medicine|economics|commerce|design|law|"
               "development|telecommunications|management|astronautics|finance|mathematics|informatics",
               tokens_[end + 1].lower)) {
      end += 2;
      continue;
    }
    // "Safety and Security Committee", "Food and Drug Administration"
    if (next->is("and") && token(end + 2) != nullptr && tokens_[end + 1].capital &&
        tokens_[end + 2].capital && end == at + 1 && !is_given_name(tokens_[at].lower) &&
        (is_institution_word(tokens_[end + 2].lower) || is(end + 2, "committee"))) {
      end += 3;
      continue;
    }
    if ((next->is("&") || next->is("de") || next->is("van") || next->is("von") || next->is("der") ||
         next->is("la") || next->is("bin") || next->is("ibn") || next->is("al") || next->is("el") ||
         next->is("da") || next->is("dos") || next->is("di") || next->is("du") || next->is("ten")) &&
        token(end + 1) != nullptr && tokens_[end + 1].capital) {
      end += 2;
      continue;
    }
    // 'Isaac "Ike" Harris'
    if (next->is("\"") && is(end + 2, "\"") && token(end + 3) != nullptr && tokens_[end + 1].capital &&
        tokens_[end + 3].capital && end == at + 1) {
      end += 4;
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

/// "Kaiming He", "Yiyuan She", "Ann So": words that are surnames too, written large behind a given name.
bool NounReader::is_surname_at(std::size_t at, std::size_t end) const {
  const Token& word = tokens_[end];
  if (end != at + 1 || !word.capital || word.lowered || !tokens_[at].capital ||
      is_function_word(tokens_[at].lower) || is_common_acronym(tokens_[at].text) || is_date_word(tokens_[at]))
    return false;
  if (word.offset != tokens_[at].end() + 1) return false;
  return word.is("he") || word.is("she") || word.is("you") || word.is("an") || word.is("so") ||
         word.is("long") || word.is("will") || word.is("may") || word.is("do") || word.is("like");
}

/// "Before Safe Superintelligence Sample had been ..": a known name of several words and another name behind
/// it.
std::size_t NounReader::end_of_known(std::size_t at, std::size_t end) const {
  if (end < at + 3 || end > at + 4 || is_organisation_name_word(tokens_[end - 1].lower) ||
      tokens_[end - 1].kind != Token::Kind::word)
    return end;
  const std::size_t from = tokens_[at].offset - tokens_.front().offset;
  const std::size_t to = tokens_[end - 2].end() - tokens_.front().offset;
  const std::string_view shorter(tokens_.front().text.data() + from, to - from);
  const KnownName* const known = Gazetteer::standard().find(shorter);
  // "Orchard Partners China": what a fund calls itself there
  if (known != nullptr && known->kind == "Fund" && find_country(tokens_[end - 1].text) != nullptr) return end;
  return known != nullptr ? end - 1 : end;
}

/// "First Round Capital", "Y Combinator": token behind a known name of several words that begins with a word
/// which begins no other name; 0 where none is.
std::size_t NounReader::known_name_end(std::size_t at) const {
  constexpr std::size_t kLongest = 4;
  const Token* const word = token(at);
  const bool odd =
      word != nullptr && word->capital && word->kind == Token::Kind::word &&
      (word->text.size() == 1 || is_function_word(word->lower) || small_number(*word) || word->is("first"));
  if (!odd) return 0;
  for (std::size_t end = at + kLongest; end >= at + 2; --end) {
    if (token(end - 1) == nullptr || !tokens_[end - 1].capital) continue;
    const std::size_t from = word->offset - tokens_.front().offset;
    const std::size_t to = tokens_[end - 1].end() - tokens_.front().offset;
    const KnownName* const known =
        Gazetteer::standard().find(std::string_view(tokens_.front().text.data() + from, to - from));
    if (known != nullptr && one_of("Fund|Company|Lab|University", known->kind)) return end;
  }
  return 0;
}

std::optional<NameChunk> NounReader::name_at(std::size_t at) const {
  const std::size_t known_end = known_name_end(at);
  if (known_end == 0 && !begins_name(at)) return std::nullopt;
  std::size_t end = known_end != 0 ? known_end : extend_name(at);
  if (tokens_[at].is("the") && end == at + 1) return std::nullopt;
  // "Blue AI models": AI belongs to the models
  if (end - at >= 2 && tokens_[end - 1].is("ai") && token(end) != nullptr && !tokens_[end].capital &&
      is_group_noun(tokens_[end].lower))
    --end;
  end = end_of_known(at, end);
  const std::size_t from = tokens_[at].offset - tokens_.front().offset;
  const std::size_t to = tokens_[end - 1].end() - tokens_.front().offset;
  NameChunk chunk;
  chunk.text.assign(tokens_.front().text.data() + from, to - from);
  chunk.end = end;
  return chunk;
}

}  // namespace talentflow::ingest::text
