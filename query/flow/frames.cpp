#include "query/flow/frames.hpp"

#include <algorithm>
#include <cctype>
#include <optional>
#include <string_view>
#include <tuple>
#include <utility>

#include "graph/flow/sides.hpp"
#include "schema/country.hpp"
#include "schema/table.hpp"

namespace talentflow::query {
namespace {

using Words = std::vector<std::string>;

struct People {
  std::string_view word, country;
};
constexpr People kPeoples[] = {
    {"chinese", "CN"},    {"american", "US"}, {"british", "GB"},  {"french", "FR"},
    {"german", "DE"},     {"indian", "IN"},   {"japanese", "JP"}, {"korean", "KR"},
    {"canadian", "CA"},   {"swiss", "CH"},    {"israeli", "IL"},  {"taiwanese", "TW"},
    {"australian", "AU"}, {"dutch", "NL"},    {"russian", "RU"},  {"italian", "IT"}};
constexpr std::string_view kLoss[] = {"lose", "loses", "losing", "lost", "loss", "drain", "exodus"};
constexpr std::string_view kGain[] = {"gain", "gains", "gaining", "gained", "attract", "attracts",
                                      "wins", "win",   "lures",   "lure",   "poaches", "poach"};
constexpr std::string_view kTellers[] = {"outlets", "sources", "media", "press", "papers", "commentators"};

template <std::size_t n>
bool one_of(const std::string& word, const std::string_view (&words)[n]) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

Words words_of(const std::string& text) {
  Words words;
  std::string word;
  for (const char c : text + " ") {
    const bool part = std::isalnum(static_cast<unsigned char>(c)) != 0 || (c & 0x80) != 0 || c == '-';
    if (part)
      word += c;
    else if (!word.empty())
      words.push_back(std::exchange(word, {}));
  }
  return words;
}

class FrameReader {
 public:
  FrameReader(const graph::View& view, const graph::Question& question, Words words)
      : view_(view), question_(question), words_(std::move(words)) {}

  int says() const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      const std::string word = ascii_lower(words_[i]);
      if (one_of(word, kLoss)) return loss(i);
      if (one_of(word, kGain)) return before(i);
    }
    return 0;
  }

 private:
  int loss(std::size_t at) const {
    if (const int gainer = after(at, "to"); gainer != 0) return gainer;
    for (const char* link : {"for", "of", "from"})
      if (const int loser = after(at, link); loser != 0) return -loser;
    return -before(at);
  }
  /// The side mentioned soonest behind the next `link`.
  int after(std::size_t at, std::string_view link) const {
    for (std::size_t i = at + 1; i < words_.size(); ++i) {
      if (words_[i] != link) continue;
      for (std::size_t j = i + 1; j < std::min(words_.size(), i + 4); ++j)
        if (const int found = side(j); found != 0) return found;
    }
    return 0;
  }
  int before(std::size_t at) const {
    for (std::size_t i = at; i-- > 0;)
      if (const int found = side(i); found != 0) return found;
    return 0;
  }

  /// +1 first, -1 second, 0 neither.
  int side(std::size_t i) const {
    if (i + 1 < words_.size() && one_of(ascii_lower(words_[i + 1]), kTellers)) return 0;
    const std::string word = ascii_lower(words_[i]);
    if (word == "overseas" || word == "foreign" || word == "abroad") {
      if (has_rest(question_.second)) return -1;
      return has_rest(question_.first) ? 1 : 0;
    }
    const auto code = country(i, word);
    return code ? side_of(*code) : 0;
  }
  std::optional<std::string> country(std::size_t i, const std::string& word) const {
    for (const People& people : kPeoples)
      if (word == people.word) return std::string(people.country);
    if (std::isupper(static_cast<unsigned char>(words_[i][0])) == 0) return std::nullopt;
    if (const Country* found = find_country(words_[i])) return found->alpha2;
    const auto nodes = view_.find_nodes_named(words_[i]);
    if (nodes.size() != 1) return std::nullopt;
    const EntityNumber entity = view_.entity_of(nodes[0]);
    const auto& codes = view_.organisations().country;
    if (entity >= codes.size() || codes[entity][0] == 0) return std::nullopt;
    return std::string(codes[entity].begin(), codes[entity].end());
  }
  int side_of(const std::string& code) const {
    const graph::CountryCode country{code[0], code[1]};
    const auto names = [&](const graph::Side& side) {
      const auto named = graph::named_countries(side);
      return std::find(named.begin(), named.end(), country) != named.end();
    };
    if (names(question_.first)) return 1;
    if (names(question_.second)) return -1;
    if (has_rest(question_.second)) return -1;
    return has_rest(question_.first) ? 1 : 0;
  }
  static bool has_rest(const graph::Side& side) {
    return std::any_of(side.terms.begin(), side.terms.end(), [](const graph::Term& term) {
      return term.kind == graph::Term::Kind::overseas || term.kind == graph::Term::Kind::anywhere;
    });
  }

  const graph::View& view_;
  const graph::Question& question_;
  Words words_;
};

std::string text_property(const Properties& properties, std::string_view key) {
  const talentflow::Value* value = find_property(properties, key);
  const auto* text = value == nullptr ? nullptr : value->get_if<std::string>();
  return text == nullptr ? "" : *text;
}

}  // namespace

int read_frame(const graph::View& view, const graph::Question& question, const std::string& text) {
  return FrameReader(view, question, words_of(text)).says();
}

std::vector<Frame> frames(const graph::View& view, const graph::Question& question) {
  std::vector<Frame> found;
  const auto type = view.find_name("FRAMES");
  if (!type) return found;
  for (const graph::EdgeNumber edge : view.edges_of_type(*type))
    for (const graph::ClaimView& claim : view.claims(edge)) {
      Frame frame{text_property(claim.claim.properties, "bloc"),
                  text_property(claim.claim.properties, "text")};
      if (frame.text.empty()) frame.text = claim.claim.note;
      frame.says = read_frame(view, question, frame.text);
      if (!frame.text.empty()) found.push_back(std::move(frame));
    }
  std::sort(found.begin(), found.end(), [](const Frame& a, const Frame& b) {
    return std::tie(a.bloc, a.text) < std::tie(b.bloc, b.text);
  });
  return found;
}

}  // namespace talentflow::query
