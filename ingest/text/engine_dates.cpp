// When the event of a verb happened, as far as the sentence and the day of publication say.
#include <algorithm>

#include "ingest/text/rule_engine.hpp"
#include "ingest/text/words.hpp"

namespace talentflow::ingest::text {
namespace {

/// Verbs that make something public.
bool is_announcing(std::string_view lemma) {
  return one_of("announce|confirm|say|write|tell|reveal|disclose|post", lemma);
}

/// Whether a date phrase names its year; "in May" does not.
bool has_year(const ParsedSentence& sentence, const Piece& piece) {
  for (std::size_t i = piece.begin; i < piece.end; ++i) {
    const Token& token = sentence.sentence.tokens[i];
    if (token.kind == Token::Kind::number && token.lower.size() >= 4) return true;
    if (token.is("last") || token.is("this") || token.is("ago") || token.is("yesterday") || token.is("next"))
      return true;
  }
  return false;
}

}  // namespace

Date RuleEngine::about_now() const {
  if (sentence().item_date.known()) return sentence().item_date;
  const Date& day_of_page = published();
  if (!day_of_page.known() || day_of_page.precision == DatePrecision::year) return day_of_page;
  const CivilDate day = to_civil(last_day(day_of_page));
  return Date::in_month(day.year, day.month);
}

Date RuleEngine::date_of_piece(std::size_t piece, const Verb& verb) const {
  const Date& date = pieces()[piece].date;
  const std::string& form = pieces()[verb.piece].lower;
  const bool unmarked = one_of("quit|put|set|let|cut|hit|split|bid", form);  // past and present alike
  const bool present = !unmarked && !is_past_form(form) && !verb.perfect && !verb.infinitive &&
                       !is_ing_form(form) && verb.piece > 0;
  if (!(verb.planned || present) || !published().known() || has_year(sentence(), pieces()[piece]))
    return date;
  if (last_day(date) >= first_day(published())) return date;
  const CivilDate day = to_civil(first_day(date));
  if (date.precision == DatePrecision::month) return Date::in_month(day.year + 1, day.month);
  if (date.precision == DatePrecision::day && pieces()[piece].end - pieces()[piece].begin <= 2 &&
      last_day(published()) - last_day(date) < 7)
    return date;  // a weekday
  if (date.precision == DatePrecision::day && pieces()[piece].end - pieces()[piece].begin >= 2) {
    const CivilDate later{day.year + 1, day.month, day.day};
    if (valid(later)) return Date::on(to_day(later));
  }
  return date;
}

/// "X wrote on Tuesday that he was leaving", "A has bought B, which it made public on Monday": the day of the
/// news.
std::optional<Date> RuleEngine::announced_date(const Verb& verb) const {
  const auto& all = pieces();
  std::vector<Verb> nearest(clauses_->verbs());
  std::stable_sort(nearest.begin(), nearest.end(), [&](const Verb& a, const Verb& b) {
    const auto distance = [&](const Verb& v) {
      return v.piece > verb.piece ? v.piece - verb.piece : verb.piece - v.piece;
    };
    return distance(a) < distance(b);
  });
  for (const Verb& other : nearest) {
    const bool makes_public = other.lemma == "make" && mentions("public");
    if (other.piece == verb.piece || !(is_announcing(other.lemma) || makes_public)) continue;
    for (std::size_t i = other.piece + 1; i < all.size(); ++i) {
      if (clauses_->word_at(i, "that|who|;|.")) break;
      if (all[i].kind != Piece::Kind::date) continue;
      if (all[i].date.precision == DatePrecision::day) return all[i].date;
      break;
    }
    // "On Monday, X said that .."
    for (std::size_t i = other.piece; i-- > 0;) {
      if (all[i].kind != Piece::Kind::date) continue;
      if (all[i].date.precision == DatePrecision::day && i < verb.piece && other.piece < verb.piece)
        return all[i].date;
      break;
    }
  }
  return std::nullopt;
}

/// "joined A in 2019 and left two years later": counted from the last dated claim of the sentence.
std::optional<Date> RuleEngine::years_later(const Verb& verb) const {
  const auto& tokens = sentence().sentence.tokens;
  const std::size_t end = clauses_->clause_end(verb);
  const std::size_t last = end < pieces().size() ? pieces()[end].begin : tokens.size();
  for (std::size_t i = 0; i + 2 < last; ++i) {
    const bool later = tokens[i + 2].is("later") || tokens[i + 2].is("earlier");
    if (later && tokens[i + 1].lower.starts_with("day"))
      if (const auto days = tokens[i].is("a") ? std::optional<int>(1) : small_number(tokens[i]))
        for (auto claim = out_.rbegin(); claim != out_.rend(); ++claim)
          if (claim->start.known() && claim->start.precision == DatePrecision::day &&
              claim->sentence + 2 >= index_ && claim->end_offset <= tokens[pieces()[verb.piece].begin].offset)
            return Date::on(first_day(claim->start) + (tokens[i + 2].is("later") ? *days : -*days));
    if (!later || !tokens[i + 1].lower.starts_with("year")) continue;
    const auto number = tokens[i].is("a") ? std::optional<int>(1) : small_number(tokens[i]);
    if (!number) continue;
    const bool back = tokens[i + 2].is("earlier");
    std::optional<int> year;
    for (auto claim = out_.rbegin(); claim != out_.rend() && !year; ++claim)
      if (claim->start.known() && claim->sentence == index_ &&
          claim->end_offset <= tokens[pieces()[verb.piece].begin].offset)
        year = to_civil(last_day(claim->start)).year;
    if (!year && back && published().known()) year = to_civil(last_day(published())).year;
    if (!year) return std::nullopt;
    return Date::in_year(*year + (back ? -*number : *number));
  }
  return std::nullopt;
}

/// "Four months after X walked out of Acme": counted back from the day of publication.
std::optional<Date> RuleEngine::ago_after(const Verb& verb) const {
  if (!published().known()) return std::nullopt;
  const auto& tokens = sentence().sentence.tokens;
  const std::size_t first = pieces()[verb.piece].begin;
  for (std::size_t i = 0; i + 2 < first && i < tokens.size(); ++i) {
    if (!tokens[i + 2].is("after")) continue;
    const auto number = one_of("a|an|one", tokens[i].lower) ? std::optional<int>(1) : small_number(tokens[i]);
    const bool months = tokens[i + 1].lower.starts_with("month");
    const bool years = tokens[i + 1].lower.starts_with("year");
    if (!number || (!months && !years)) continue;
    for (std::size_t k = i + 3; k < first; ++k)
      if (tokens[k].is(",")) return std::nullopt;
    const CivilDate now = to_civil(last_day(published()));
    if (years) return Date::in_year(now.year - *number);
    const int month = now.year * 12 + static_cast<int>(now.month) - 1 - *number;
    return Date::in_month(month / 12, month % 12 + 1);
  }
  return std::nullopt;
}

/// What a text begins with as having happened is its news: told without a date, it is of the days of the
/// text. Not what the first sentence tells in an aside ("Acme, which A founded, ..").
bool RuleEngine::is_news(const Verb& verb) const {
  if (index_ != 0 || !verb.perfect || verb.pluperfect || clauses_->verb_before(verb.piece) != nullptr)
    return false;
  if (!one_of(
          "raise|secure|close|land|acquire|buy|hire|appoint|name|poach|recruit|join|leave|quit|resign|lose",
          verb.lemma))
    return false;
  for (std::size_t i = 0; i < verb.piece; ++i)
    if (clauses_->word_at(i, "who|which|that|whom|whose|where|after|before|when|since")) return false;
  return true;
}

/// "had run it since June, when X left", "until 2022, when she went to Acme", "came in 2010 when it bought
/// Acme": a clause of "when" happened at the date before it.
std::optional<Date> RuleEngine::date_before_when(const Verb& verb) const {
  const auto& all = pieces();
  std::size_t at = verb.piece;
  while (at > 0 && !clauses_->word_at(at - 1, "when|whereupon")) {
    --at;
    if (all[at].is(".") || all[at].is(";") || verb.piece - at > 8) return std::nullopt;
    for (const Verb& other : clauses_->verbs())
      if (other.piece == at && other.piece != verb.piece && !is_ing_form(all[at].lower)) return std::nullopt;
  }
  if (at < 2) return std::nullopt;
  for (std::size_t i = at - 1; i-- > 0 && at - i < 7;) {
    if (all[i].is(".") || all[i].is(";")) return std::nullopt;
    if (all[i].kind == Piece::Kind::date && all[i].date.known()) return all[i].date;
    for (const Verb& other : clauses_->verbs())
      if (other.piece == i) return std::nullopt;
  }
  return std::nullopt;
}

/// ", effective March 1, 2021", ", effective as of October 30": the day on which a change of post takes
/// effect.
std::optional<Date> RuleEngine::effective_date(const Verb& verb) const {
  if (!one_of("appoint|name|elect|resign|retire|become|step|promote|serve|transition|terminate|assume",
              verb.lemma))
    return std::nullopt;
  const auto& all = pieces();
  for (std::size_t i = verb.piece + 1; i < all.size(); ++i) {
    if (all[i].is(".") || all[i].is(";")) break;
    const bool effective =
        clauses_->word_at(i, "effective") || (all[i].is_noun() && noun(i).head == "effective");
    for (std::size_t k = i + 1; effective && k < all.size() && k < i + 4; ++k)
      if (all[k].kind == Piece::Kind::date && all[k].date.precision == DatePrecision::day) return all[k].date;
  }
  return std::nullopt;
}

/// "that day", "the same day", "Minutes earlier", "hours later": the day told of before.
std::optional<Date> RuleEngine::same_day(const Verb& verb) const {
  const auto& tokens = sentence().sentence.tokens;
  const std::size_t end = clauses_->clause_end(verb);
  const std::size_t last = end < pieces().size() ? pieces()[end].begin : tokens.size();
  bool same = false;
  for (std::size_t i = 0; i + 1 < last && i + 1 < tokens.size(); ++i) {
    same = same || ((tokens[i].is("that") || tokens[i].is("same")) && tokens[i + 1].is("day"));
    same = same || (one_of("minutes|hours|moments", tokens[i].lower) &&
                    one_of("earlier|later|before|after", tokens[i + 1].lower));
  }
  if (!same) return std::nullopt;
  for (auto claim = out_.rbegin(); claim != out_.rend() && claim->sentence + 2 >= index_; ++claim)
    if (claim->start.known() && claim->start.precision == DatePrecision::day) return claim->start;
  return std::nullopt;
}

Date RuleEngine::event_date(const Verb& verb) const {
  if (const auto own = clauses_->date_of(verb); own && *own > verb.piece && verb.infinitive && !verb.planned)
    return date_of_piece(*own, verb);
  if (verb.infinitive && !verb.planned)  // "quit last August to start B"
    if (const Verb* governor = clauses_->verb_before(verb.piece);
        governor != nullptr && !governor->infinitive)
      return event_date(*governor);
  if (const auto piece = clauses_->date_of(verb)) return date_of_piece(*piece, verb);
  if (auto date = effective_date(verb)) return *date;
  if (auto date = date_before_when(verb)) return *date;
  if (auto date = same_day(verb)) return *date;
  if (auto date = years_later(verb)) return *date;
  if (auto date = ago_after(verb)) return *date;
  const std::string& form = pieces()[verb.piece].lower;
  const bool past = is_past_form(form) && !verb.progressive && (!verb.perfect || verb.pluperfect);
  if (!verb.planned)
    if (auto date = announced_date(verb); date && (!past || verb.passive || verb.pluperfect)) return *date;
  if (sentence().item_date.known()) return sentence().item_date;
  // ".., days after X resigned": before the day that the sentence is about
  const auto nouns = clauses_->subject(verb);
  const std::size_t from = nouns.empty() ? verb.piece : nouns.front();
  if (from >= 2 && pieces()[from - 1].is("after") && pieces()[from - 2].is_noun()) {
    const std::string& unit = pieces()[from - 2].noun.head;
    if (unit == "days" || unit == "day" || unit == "hours" || unit == "week") {
      for (const Piece& piece : pieces())
        if (piece.kind == Piece::Kind::date) return days_before(piece.date);
      if (published().known()) return days_before(published());
    }
  }
  if (!published().known() || verb.planned || verb.infinitive) return {};
  // "has founded", "has raised": told long afterwards too
  const bool lasting =
      one_of("found|start|launch|establish|set|form|create|build|raise|back|fund|invest|acquire|buy|close",
             verb.lemma);
  if (is_news(verb)) return about_now();
  // "has raised $5 million" is the news of the day, unless it adds up what came before
  const bool sum = one_of("raise|close|secure|collect|bag", verb.lemma) && verb.perfect && !verb.pluperfect &&
                   !mentions("more") && !mentions("total") && !mentions("far") && !mentions("since") &&
                   !mentions("altogether") && !mentions("which") && !mentions("who") && !mentions("that") &&
                   !mentions("over");
  if (sum) return about_now();
  if (verb.perfect && lasting) return until(published());
  if ((verb.perfect && !verb.pluperfect) || verb.progressive || !(past || is_ing_form(form)))
    return about_now();
  return until(published());
}

bool RuleEngine::told(const Verb& verb) const {
  if (verb.possible) return false;
  if (!verb.infinitive || verb.planned || verb.rumoured) return true;
  if (verb.negated) return true;  // "declined to join"
  // "left to join B", "went on to found C": done; "invited members to join": not
  const Verb* governor = clauses_->verb_before(verb.piece);
  if (governor == nullptr) return false;
  const bool gives_up = governor->lemma == "give" && clauses_->word_at(governor->piece + 1, "up");
  if (gives_up && !governor->possible) return verb.piece - governor->piece < 20;
  return one_of("leave|quit|resign|depart|exit|go|return|move|step|use", governor->lemma) &&
         !governor->possible && verb.piece - governor->piece < 14;
}

}  // namespace talentflow::ingest::text
