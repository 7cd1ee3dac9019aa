// Each line of such a page does one of four things, and the line's own words tell which:
//
//   reading    "Chinese outlets describe ..", "According to China, ..", "Finance sources see it as .."
//              -> FRAMES, from the bloc to what it speaks of, by a source that has the bloc
//   question   "Readers cannot tell whether ..", "No block provides ..", ".. will show whether .."
//              -> OPEN_QUESTION about what it names, with its kind: blind spot, watch, disagreement
//   selling    sign-in prompts, disclaimers, headings -> nothing
//   fact       everything else -> claims, by the rules of ingest/text
//
// A bloc's reading is not read for facts: what a bloc says of an event is evidence of the reading.
#include "ingest/comparison/narrative_comparison.hpp"

#include <algorithm>
#include <array>
#include <set>

#include "ingest/text/page_adapter.hpp"
#include "ingest/text/page_day.hpp"
#include "ingest/text/page_records.hpp"
#include "ingest/text/words.hpp"
#include "schema/table.hpp"

namespace talentflow::ingest {
namespace {

using namespace text;

constexpr std::array<std::string_view, 13> kMedia = {
    "outlets",      "outlet",   "media",     "press",   "coverage",     "sources", "newspapers",
    "commentators", "analysts", "reporters", "reports", "broadcasters", "accounts"};
/// Headings of such a page; a short line with one of these and no full sentence in it.
constexpr std::array<std::string_view, 5> kHeadings = {"information block", "blind spots, and",
                                                       "across all narratives", "what to watch next",
                                                       "interpret these facts"};

struct Cue {
  std::string_view words;
  std::string_view kind;
};
/// What makes a sentence a question; the first that fits gives the kind.
constexpr std::array kQuestions = {Cue{"disagree", "disagreement"},
                                   Cue{"opposite directions", "disagreement"},
                                   Cue{"contradict", "disagreement"},
                                   Cue{"will show whether", "watch"},
                                   Cue{"will show if", "watch"},
                                   Cue{"will tell whether", "watch"},
                                   Cue{"will reveal whether", "watch"},
                                   Cue{"key test", "watch"},
                                   Cue{"watch for", "watch"},
                                   Cue{"will indicate whether", "watch"},
                                   Cue{"to watch", "watch"},
                                   Cue{"would signal", "watch"},
                                   Cue{"cannot tell", "blind spot"},
                                   Cue{"can't tell", "blind spot"},
                                   Cue{"hard to judge", "blind spot"},
                                   Cue{"hard to tell", "blind spot"},
                                   Cue{"cannot weigh", "blind spot"},
                                   Cue{"cannot judge", "blind spot"},
                                   Cue{"no block", "blind spot"},
                                   Cue{"no bloc", "blind spot"},
                                   Cue{"no outlet", "blind spot"},
                                   Cue{"none of the", "blind spot"},
                                   Cue{"unclear", "blind spot"},
                                   Cue{"not clear", "blind spot"},
                                   Cue{"remains unknown", "blind spot"},
                                   Cue{"does not say", "blind spot"},
                                   Cue{"do not say", "blind spot"},
                                   Cue{"nobody says", "blind spot"},
                                   Cue{"difficult to", "blind spot"},
                                   Cue{"without clear", "blind spot"}};

template <class Table>
bool contains(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

std::optional<std::string_view> question_kind(std::string_view sentence) {
  const std::string lower = ascii_lower(sentence);
  for (const auto& [words, kind] : kQuestions)
    if (lower.find(words) != std::string::npos) return kind;
  return std::nullopt;
}

bool is_heading(const Sentence& sentence) {
  if (sentence.tokens.size() > 14) return false;
  const std::string lower = ascii_lower(sentence.text);
  return std::any_of(kHeadings.begin(), kHeadings.end(),
                     [&](std::string_view words) { return lower.find(words) != std::string::npos; });
}

/// The bloc that a sentence lets speak: "Chinese outlets ..", "However, Finance sources ..", "According to
/// China, ..".
std::string speaking_bloc(const Sentence& sentence) {
  const auto& tokens = sentence.tokens;
  std::size_t at = 0;
  while (at < tokens.size() && (tokens[at].is("however") || tokens[at].is("meanwhile") ||
                                tokens[at].is("while") || tokens[at].is(",") || tokens[at].is("but") ||
                                tokens[at].is("in") || tokens[at].is("contrast") || tokens[at].is("by")))
    ++at;
  if (at + 2 < tokens.size() && tokens[at].is("according") && tokens[at + 1].is("to")) {
    const std::size_t from = at + 2;
    std::size_t end = from;
    while (end < tokens.size() && !tokens[end].is(",") && !contains(kMedia, tokens[end].lower)) ++end;
    if (end < tokens.size() && end > from && end - from <= 3 && tokens[from].capital)
      return std::string(sentence.text.substr(tokens[from].offset - sentence.offset,
                                              tokens[end - 1].end() - tokens[from].offset));
    return {};
  }
  for (std::size_t end = at; end < tokens.size() && end < at + 4; ++end) {
    if (tokens[end].kind != Token::Kind::word || is_function_word(tokens[end].lower)) return {};
    if (!contains(kMedia, tokens[end].lower)) continue;
    if (end == at || !tokens[at].capital) return {};
    return std::string(
        sentence.text.substr(tokens[at].offset - sentence.offset, tokens[end - 1].end() - tokens[at].offset));
  }
  return {};
}

/// "China" and "Chinese", "Finance" and "Financial" are one bloc: the same first letters, at least four.
bool same_bloc(std::string_view a, std::string_view b) {
  const std::string left = ascii_lower(a);
  const std::string right = ascii_lower(b);
  if (left.empty() || right.empty()) return false;
  std::size_t common = 0;
  while (common < left.size() && common < right.size() && left[common] == right[common]) ++common;
  return left == right || (common >= 4 && common + 3 >= std::min(left.size(), right.size()));
}

struct Reading {
  std::size_t sentence = 0;
  std::string bloc;
};

/// Which sentences are readings: those with a bloc as their subject, and the rest of such a line.
std::vector<Reading> find_readings(const Document& document) {
  std::vector<Reading> out;
  std::vector<std::string> blocs;
  std::string bloc;
  std::size_t line = 0;
  bool whole_line = false;
  for (std::size_t i = 0; i < document.sentences().size(); ++i) {
    const Sentence& sentence = document.sentences()[i].sentence;
    if (sentence.line != line) bloc.clear();
    const bool first = sentence.line != line;
    line = sentence.line;
    if (is_heading(sentence)) continue;
    std::string speaker = speaking_bloc(sentence);
    if (!speaker.empty() && (first || bloc.empty() || !whole_line)) {
      whole_line = first && !ascii_lower(sentence.text).starts_with("according");
      bloc = speaker;
    } else if (!whole_line) {
      bloc.clear();
    }
    if (bloc.empty()) continue;
    if (whole_line) blocs.push_back(bloc);
    out.push_back({i, bloc});
  }
  for (auto& reading : out)
    for (const auto& known : blocs)
      if (same_bloc(reading.bloc, known)) {
        reading.bloc = known;
        break;
      }
  return out;
}

/// Whether a token is a word of media ("Finance sources", "Western outlets"); what only reports is none.
bool speaks_for_bloc(const Token& token) {
  return token.kind == Token::Kind::word && token.lower != "reports" && token.lower != "accounts" &&
         contains(kMedia, token.lower);
}

/// Whether a name is a bloc's word and nobody's name: a bloc of the readings, or a word that stands nowhere
/// on the page but before a word of media.
bool is_bloc_word(const Document& document, const std::vector<Reading>& readings, std::string_view name) {
  if (name.empty() || name.find(' ') != std::string_view::npos) return false;
  const auto speaks = [&](const Reading& reading) { return same_bloc(reading.bloc, name); };
  if (std::any_of(readings.begin(), readings.end(), speaks)) return true;
  bool found = false;
  for (const auto& parsed : document.sentences()) {
    const auto& tokens = parsed.sentence.tokens;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (tokens[i].text != name) continue;
      if (i + 1 == tokens.size() || !speaks_for_bloc(tokens[i + 1])) return false;
      found = true;
    }
  }
  return found;
}

/// Whether the claim takes "Finance" of "Finance sources" for somebody.
bool about_bloc(const Document& document, const std::vector<Reading>& readings, const TextClaim& claim) {
  return is_bloc_word(document, readings, claim.subject.name) ||
         (claim.object && is_bloc_word(document, readings, claim.object->name));
}

/// What a sentence speaks of: the first person it names, else the first organisation, else the page's main
/// one.
Reference topic_of(const Document& document, std::size_t index, const std::string& bloc) {
  const Noun* organisation = nullptr;
  for (const auto& piece : document.sentences()[index].pieces) {
    if (!piece.is_noun()) continue;
    const auto consider = [&](const Noun& noun) -> const Noun* {
      if (noun.type == NounType::person && noun.named() && noun.sure) return &noun;
      if (noun.can_be_organisation() && organisation == nullptr && !same_bloc(noun.name, bloc))
        organisation = &noun;
      return nullptr;
    };
    for (const auto& owner : piece.noun.owner)
      if (const Noun* found = consider(owner)) return Reference::to_name(found->name, found->kind);
    if (piece.noun.type == NounType::person && piece.noun.name.find(' ') != std::string::npos)
      return Reference::to_name(piece.noun.name, "Person");
    if (const Noun* found = consider(piece.noun)) return Reference::to_name(found->name, found->kind);
    for (const auto& employer : piece.noun.employer) (void)consider(employer);
  }
  if (organisation != nullptr) return Reference::to_name(organisation->name, organisation->kind);
  if (document.main_organisation().empty()) return {};
  return Reference::to_name(document.main_organisation(), "Company");
}

void add_reading(PageRecords& records, const Document& document, const Reading& reading) {
  const Sentence& sentence = document.sentences()[reading.sentence].sentence;
  EntityRecord bloc;
  bloc.entity = Reference::to_id("bloc/" + slug(reading.bloc));
  bloc.kind = "Bloc";
  bloc.name = reading.bloc;
  records.add_entity(bloc);
  ClaimRecord claim;
  claim.subject = bloc.entity;
  claim.relation = "FRAMES";
  claim.object = topic_of(document, reading.sentence, reading.bloc);
  claim.stance = "asserts";
  claim.status = "reported";
  claim.source = Reference::to_id(records.bloc_source(reading.bloc));
  claim.locator = std::string(sentence.text);
  claim.properties = {{"bloc", Value(reading.bloc)}, {"text", Value(std::string(sentence.text))}};
  records.add_record(std::move(claim), sentence.line);
}

void add_question(PageRecords& records, const Document& document, std::size_t index, std::string_view kind) {
  const Sentence& sentence = document.sentences()[index].sentence;
  ClaimRecord claim;
  claim.subject = topic_of(document, index, "");
  if (claim.subject.empty()) return;
  claim.relation = "OPEN_QUESTION";
  claim.stance = "asserts";
  claim.locator = std::string(sentence.text);
  claim.properties = {{"kind", Value(std::string(kind))}, {"text", Value(std::string(sentence.text))}};
  records.add_record(std::move(claim), sentence.line);
}

void blank(std::string& text, const Sentence& sentence) {
  std::fill_n(text.begin() + static_cast<std::ptrdiff_t>(sentence.offset), sentence.text.size(), ' ');
}

std::vector<Record> read_comparison(const std::string& text, const std::string&, const Lexicon& lexicon) {
  const std::string prose = without_boilerplate(text);
  Page page;
  page.id = page_id(text);
  page.published = latest_day(prose);
  const Document whole(prose, page.published, lexicon);
  page.properties = {{"title", Value("comparison of narratives: " + whole.main_organisation())},
                     {"source_class", Value("aggregator")},
                     {"published", Value(date_text(page.published))}};

  const auto readings = find_readings(whole);
  std::set<std::size_t> taken;
  for (const auto& reading : readings) taken.insert(reading.sentence);
  std::string facts = prose;
  std::vector<std::pair<std::size_t, std::string_view>> questions;
  for (std::size_t i = 0; i < whole.sentences().size(); ++i) {
    const Sentence& sentence = whole.sentences()[i].sentence;
    const auto kind = question_kind(sentence.text);
    const bool heading = is_heading(sentence);
    if (!taken.contains(i) && kind && !heading) questions.emplace_back(i, *kind);
    if (taken.contains(i) || kind || heading) blank(facts, sentence);
  }
  const Document document(facts, page.published, lexicon);
  PageRecords records(document, std::move(page));
  for (const auto& claim : extract_claims(document))
    if (!about_bloc(whole, readings, claim)) records.add_claim(claim);
  for (const auto& reading : readings) add_reading(records, whole, reading);
  for (const auto& [index, kind] : questions) add_question(records, whole, index, kind);
  return records.take();
}

int headings_in(std::string_view head) {
  const std::string lower = ascii_lower(head);
  int found = 0;
  for (const std::string_view words :
       {"information blocks interpret", "blind spots, and what to watch", "shared across all narratives"})
    if (lower.find(words) != std::string::npos) ++found;
  return found;
}

}  // namespace

int sniff_narrative_comparison(std::string_view, std::string_view head) {
  const int found = headings_in(head);
  return found >= 2 ? 92 : found == 1 ? 75 : 0;
}

int order_narrative_comparison(std::string_view, std::string_view) { return 3; }

Result<std::unique_ptr<Adapter>> open_narrative_comparison(AdapterInput input) {
  return open_page(std::move(input), read_comparison);
}

}  // namespace talentflow::ingest
